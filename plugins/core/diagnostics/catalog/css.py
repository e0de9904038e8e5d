"""What can be wrong with CSS."""

from core.diagnostics.rule import Rule

UNCLOSED_COMMENT = Rule.error(
    "css-commentaire-non-referme",
    "le commentaire « /* » n'est pas refermé",
    "Ajoutez « */ » à sa fin.",
)
UNCLOSED_STRING = Rule.error(
    "css-texte-non-referme",
    "le texte « {text} » n'est pas refermé",
    "Ajoutez {quote} à sa fin.",
)
UNCLOSED_SIGN = Rule.error(
    "css-signe-non-referme",
    "« {words} » n'est pas refermé",
    "Ajoutez « {end} » là où il finit.",
)
STRAY_SIGN = Rule.error(
    "css-signe-de-trop", "« {sign} » ne ferme rien", "Retirez-le, ou ouvrez-le avant."
)
TOO_DEEP = Rule.error(
    "css-trop-imbrique", "cette feuille de style a trop de niveaux", "Simplifiez-la."
)
TOO_LONG = Rule.warning(
    "css-demesure",
    "cette feuille de style n'est pas vérifiée : elle a plus de {most} ko",
    "Coupez-la en plusieurs fichiers.",
)
UNREAD_DECLARATION = Rule.warning(
    "css-declaration-illisible",
    "« {words} » n'est pas du CSS",
    "Écrivez une propriété, « : » et sa valeur : color: red;",
)
MISSING_SEMICOLON = Rule.warning(
    "css-point-virgule-absent", "il manque un « ; » après « {words} »", "Ajoutez-le."
)
UNKNOWN_PROPERTY = Rule.warning(
    "css-propriete-inconnue",
    "la propriété « {name} » n'existe pas en CSS",
    "Retirez-la.",
)
UNKNOWN_VARIABLE = Rule.warning(
    "css-variable-inconnue",
    "rien ne donne la variable « {name} »",
    "Vouliez-vous dire « {near} » ?",
)
UNKNOWN_VALUE = Rule.warning(
    "css-valeur-inconnue",
    "« {value} » n'est pas une valeur de « {name} » en CSS",
    "Retirez-la, ou corrigez-la.",
)
UNKNOWN_AT_RULE = Rule.warning(
    "css-regle-inconnue",
    "« @{name} » n'existe pas en CSS",
    "Vouliez-vous dire « @{near} » ?",
)
UNKNOWN_SELECTOR = Rule.warning(
    "css-selecteur-inconnu",
    "« {name} » n'existe pas en CSS : les navigateurs passent cette règle",
    "Vouliez-vous dire « {near} » ?",
)
UNREAD_CONDITION = Rule.warning(
    "css-condition-illisible",
    "« {words} » ne se lit pas : les navigateurs passent cette règle",
    "Corrigez cette condition.",
)
UNREAD_RULE = Rule.warning(
    "css-regle-illisible",
    "« {words} » ne se lit pas : les navigateurs passent cette règle",
    "Vérifiez ses signes, et ceux d'avant.",
)
