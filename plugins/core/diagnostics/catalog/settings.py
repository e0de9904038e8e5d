"""What can be wrong with what members choose for their whole site, in `_config.yml`."""

from __future__ import annotations

from core.diagnostics.diagnostic import WARNING
from core.diagnostics.rule import Rule

COLOUR_MOVED = Rule(
    "couleur-deplacee",
    WARNING,
    "sur « {asked} », ni le noir ni le blanc ne se lisent assez : « {area} » prend sa place",
    'Pour choisir vous-même, écrivez couleur: "{area}", ou couleur: "{other}".',
)
COLOUR_CHOSEN_TWICE = Rule(
    "couleur-en-double",
    WARNING,
    "« --couleur-primaire » n'est pas suivie : la clé « couleur » de _config.yml prend sa place",
    "Gardez l'une des deux.",
)
DARK_LOGO_ALONE = Rule(
    "logo-sombre-seul",
    WARNING,
    "« logo_sombre » ne se montre pas sans « logo »",
    "Ajoutez logo: avec le logo des écrans clairs.",
)
LOGO_TEXT_ALONE = Rule(
    "logo-texte-seul",
    WARNING,
    "« logo_texte » ne se lit pas sans « logo »",
    "Ajoutez logo: avec le logo, ou retirez cette ligne.",
)
FILES_OF_A_PART_SWITCHED_OFF = Rule(
    "partie-retiree-avec-fichiers",
    WARNING,
    "« {key}: non » laisse hors du site {files}",
    "Retirez cette ligne pour les publier.",
)
PART_WITHOUT_EFFECT = Rule(
    "partie-sans-effet",
    WARNING,
    "« {key} » ne change rien : {why}",
)
JOIN_BUTTON_NOWHERE = Rule(
    "rejoindre-sans-communs",
    WARNING,
    "ce bouton « Rejoindre » ne se montre nulle part : il est dans les pages des communs",
    "Ajoutez un univers dans _communs/, ou écrivez ce lien dans une page.",
)
