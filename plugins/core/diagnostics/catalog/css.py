"""What can be wrong with CSS."""

from __future__ import annotations

from core.diagnostics.diagnostic import ERROR, WARNING
from core.diagnostics.rule import Rule

UNCLOSED_COMMENT = Rule(
    "css-commentaire-non-referme",
    ERROR,
    "le commentaire « /* » n'est pas refermé",
    "Ajoutez « */ » à sa fin.",
)
UNCLOSED_STRING = Rule(
    "css-texte-non-referme",
    ERROR,
    "le texte « {text} » n'est pas refermé",
    "Ajoutez {quote} à sa fin.",
)
UNCLOSED_SIGN = Rule(
    "css-signe-non-referme",
    ERROR,
    "« {words} » n'est pas refermé",
    "Ajoutez « {end} » là où il finit.",
)
STRAY_SIGN = Rule(
    "css-signe-de-trop", ERROR, "« {sign} » ne ferme rien", "Retirez-le, ou ouvrez-le avant."
)
TOO_DEEP = Rule(
    "css-trop-imbrique", ERROR, "cette feuille de style a trop de niveaux", "Simplifiez-la."
)
TOO_LONG = Rule(
    "css-demesure",
    WARNING,
    "cette feuille de style n'est pas vérifiée : elle a plus de {most} ko",
    "Coupez-la en plusieurs fichiers.",
)
UNREAD_DECLARATION = Rule(
    "css-declaration-illisible",
    WARNING,
    "« {words} » n'est pas du CSS",
    "Écrivez une propriété, « : » et sa valeur : color: red;",
)
MISSING_SEMICOLON = Rule(
    "css-point-virgule-absent", WARNING, "il manque un « ; » après « {words} »", "Ajoutez-le."
)
UNKNOWN_PROPERTY = Rule(
    "css-propriete-inconnue",
    WARNING,
    "la propriété « {name} » n'existe pas en CSS",
    "Retirez-la.",
)
UNKNOWN_VALUE = Rule(
    "css-valeur-inconnue",
    WARNING,
    "« {value} » n'est pas une valeur de « {name} » en CSS",
    "Retirez-la, ou corrigez-la.",
)
UNKNOWN_AT_RULE = Rule(
    "css-regle-inconnue",
    WARNING,
    "« @{name} » n'existe pas en CSS",
    "Vouliez-vous dire « @{near} » ?",
)
UNKNOWN_SELECTOR = Rule(
    "css-selecteur-inconnu",
    WARNING,
    "« {name} » n'existe pas en CSS : les navigateurs passent cette règle",
    "Vouliez-vous dire « {near} » ?",
)
UNREAD_CONDITION = Rule(
    "css-condition-illisible",
    WARNING,
    "« {words} » ne se lit pas : les navigateurs passent cette règle",
    "Corrigez cette condition.",
)
UNREAD_RULE = Rule(
    "css-regle-illisible",
    WARNING,
    "« {words} » ne se lit pas : les navigateurs passent cette règle",
    "Vérifiez ses signes, et ceux d'avant.",
)
