"""What can be wrong with what members choose for their whole site, in `_config.yml`."""

from core.diagnostics.rule import Rule

COLOUR_MOVED = Rule.warning(
    "couleur-deplacee",
    "sur « {asked} », ni le noir ni le blanc ne se lisent assez : « {area} » prend sa place",
    'Pour choisir vous-même, écrivez couleur: "{area}", ou couleur: "{other}".',
)
COLOUR_CHOSEN_TWICE = Rule.warning(
    "couleur-en-double",
    "« --couleur-primaire » n'est pas suivie : la clé « couleur » de _config.yml prend sa place",
    "Gardez l'une des deux.",
)
DARK_LOGO_ALONE = Rule.warning(
    "logo-sombre-seul",
    "« logo_sombre » ne se montre pas sans « logo »",
    "Ajoutez logo: avec le logo des écrans clairs.",
)
LOGO_TEXT_ALONE = Rule.warning(
    "logo-texte-seul",
    "« logo_texte » ne se lit pas sans « logo »",
    "Ajoutez logo: avec le logo, ou retirez cette ligne.",
)
FILES_OF_A_PART_SWITCHED_OFF = Rule.warning(
    "partie-retiree-avec-fichiers",
    "« {key}: non » laisse hors du site {files}",
    "Retirez cette ligne pour les publier.",
)
PART_WITHOUT_EFFECT = Rule.warning("partie-sans-effet", "« {key} » ne change rien : {why}")
JOIN_BUTTON_NOWHERE = Rule.warning(
    "rejoindre-sans-communs",
    "ce bouton « Rejoindre » ne se montre nulle part : il est dans les pages des communs",
    "Ajoutez un univers dans _communs/, ou écrivez ce lien dans une page.",
)
