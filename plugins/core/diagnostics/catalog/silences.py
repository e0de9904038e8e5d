"""What can be wrong with the rules that a file asks not to be told of."""

from core.diagnostics.rule import Rule

EMPTY_SILENCE = Rule.warning(
    "verification-vide",
    "la clé « verification » est vide : aucune règle n'est ignorée",
    "{example}",
)
STRAY_SILENCE = Rule.warning(
    "ignorer-hors-de-verification",
    "la clé « {key} » n'est pas dans « verification » : aucune règle n'est ignorée",
    "{example}",
)
USELESS_SILENCE = Rule.warning(
    "regle-ignoree-en-vain",
    "la règle « {code} » est ignorée, mais rien ne l'enfreint",
    "Retirez-la de « verification ».",
)
IMPOSSIBLE_SILENCE = Rule.warning(
    "regle-obligatoire",
    "la règle « {code} » ne peut pas être ignorée : elle dit ce qui empêche la construction",
    "Corrigez ce qu'elle dit, puis retirez-la de « verification ».",
)
ACCEPTED_IN_VAIN = Rule.warning(
    "acceptation-de-trop",
    "« {code} » est accepté {most} fois dans « {path} », qui n'en a plus autant (restent : {now})",
    "Relancez : bin/invoke check --accepter.",
)
UNREADABLE_ACCEPTANCE = Rule.warning(
    "acceptation-illisible",
    "« {written} » ne dit pas ce qui est accepté",
    "Écrivez un fichier, des règles, leur nombre : contact.md: {{lien-brise: 2}}.",
)
