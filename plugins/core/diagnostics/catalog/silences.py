"""What can be wrong with the rules that a file asks not to be told of."""

from __future__ import annotations

from core.diagnostics.diagnostic import WARNING
from core.diagnostics.rule import Rule

EMPTY_SILENCE = Rule(
    "verification-vide",
    WARNING,
    "la clé « verification » est vide : aucune règle n'est ignorée",
    "{example}",
)
STRAY_SILENCE = Rule(
    "ignorer-hors-de-verification",
    WARNING,
    "la clé « {key} » n'est pas dans « verification » : aucune règle n'est ignorée",
    "{example}",
)
USELESS_SILENCE = Rule(
    "regle-ignoree-en-vain",
    WARNING,
    "la règle « {code} » est ignorée, mais rien ne l'enfreint",
    "Retirez-la de « verification ».",
)
IMPOSSIBLE_SILENCE = Rule(
    "regle-obligatoire",
    WARNING,
    "la règle « {code} » ne peut pas être ignorée : elle dit ce qui empêche la construction",
    "Corrigez ce qu'elle dit, puis retirez-la de « verification ».",
)
