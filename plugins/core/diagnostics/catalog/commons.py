"""What can be wrong with the commons: their universes, their actors, and who names them."""

from core.diagnostics.rule import Rule

UNKNOWN_UNIVERSE = Rule.error("univers-inconnu", "l'univers « {name} » n'existe pas")
UNIVERSE_TWICE = Rule.error(
    "univers-en-double",
    "l'univers « {name} » est déjà dans {file}",
    "Gardez un seul des deux fichiers.",
)
UNIVERSE_WITHOUT_A_FILE = Rule.error(
    "univers-sans-index",
    "l'univers « {name} » n'a pas de fichier index.md",
    "Créez {folder}/index.md, avec son « title: » entre deux lignes ---.",
)
OUTSIDE_OF_A_UNIVERSE = Rule.error(
    "fichier-hors-univers",
    "ce fichier n'est pas dans le dossier d'un univers",
    "Déplacez-le, par exemple : {example}",
)
UNKNOWN_ACTOR = Rule.warning("acteur-inconnu", "l'acteur « {name} » n'existe pas")
ACTOR_TWICE = Rule.error(
    "acteur-en-double",
    "l'acteur « {name} » est déjà dans {file}",
    "Gardez un seul des deux fichiers ; sa clé « univers » nomme les autres univers.",
)
ACTORS_WITH_ONE_SITE = Rule.warning(
    "acteur-meme-site",
    "« {name} » et « {other} » ont le même site",
    "Si c'est le même acteur : gardez un seul des deux fichiers.",
)
ACTOR_WITHOUT_A_NAME = Rule.error(
    "acteur-sans-nom",
    "il manque « nom », le nom de l'acteur",
    'Écrivez « nom: "…" ».',
)
ACTOR_WITHOUT_A_ROLE = Rule.error(
    "acteur-sans-role",
    "il manque « role », sa place parmi nous",
    "Écrivez « role: {roles[0]} », {roles[1]} ou {roles[2]}.",
)
