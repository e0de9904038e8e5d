"""What can be wrong with the keys of front matter and settings that are read, and not followed."""

from core.diagnostics.rule import Rule

REDIRECT_NOT_FOLLOWED = Rule.warning(
    "redirection-non-suivie",
    "la clé « redirect_to » n'est pas suivie : la page s'affiche",
    "Supprimez ce fichier, et écrivez « redirect_from: {path} » là-bas.",
)
KEY_NOT_FOLLOWED = Rule.warning("cle-non-suivie", "la clé « {key} » n'est pas suivie")
UNKNOWN_SETTING = Rule.warning(
    "reglage-inconnu",
    "le réglage « {key} » n'existe pas",
    "Retirez-le : docs/personnaliser.md nomme ceux du site.",
)
KRAMDOWN_OPTION_NOT_FOLLOWED = Rule.warning(
    "reglage-kramdown-non-suivi", "le réglage « {name} » de kramdown n'est pas suivi"
)
UNKNOWN_LAYOUT = Rule.warning(
    "gabarit-inconnu",
    "le gabarit « {layout} » n'existe pas",
    "Vouliez-vous dire « {near} » ?",
)
