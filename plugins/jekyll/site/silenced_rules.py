"""The key `verification`: the rules that a file does not want to be told of, and why."""

from __future__ import annotations

from collections.abc import Mapping

from core.diagnostics import Diagnostics, suggestion
from core.diagnostics.catalog import RULES
from core.diagnostics.catalog import silences as rules
from core.diagnostics.silence import Silence
from jekyll.front_matter import Value
from jekyll.front_matter.form import reads
from jekyll.front_matter.schema import BadValue
from jekyll.front_matter.types import text, text_list

KEY = "verification"
_ALWAYS_TOLD = {rules.USELESS_SILENCE.code, rules.IMPOSSIBLE_SILENCE.code}
_EXAMPLE = 'Écrivez : verification: {ignorer: [lien-brise], raison: "La page paraît en mars."}'


def report_lost_silences(values: Mapping[str, Value], label: str, diagnostics: Diagnostics) -> None:
    """Report a bare `verification`, and what was to be in it and stands beside it."""
    asked = values.get(KEY)
    if asked and not asked.is_null:
        return  # read, or told, by `silence`
    if stray := values.get("ignorer"):
        diagnostic = rules.STRAY_SILENCE(key="ignorer", example=_EXAMPLE)
        diagnostics.add(diagnostic.at(label, stray.line))
    elif asked:
        diagnostics.add(rules.EMPTY_SILENCE(example=_EXAMPLE).at(label, asked.line))


@reads("keys", '{ignorer: [lien-brise], raison: "La page paraît en mars."}')
def silence(value: Value) -> Silence:
    """Read the rules to ignore, each by its code, and the reason."""
    given = value.content
    if not isinstance(given, dict) or not given.keys() <= {"ignorer", "raison"}:
        raise BadValue(_EXAMPLE)
    if not {"ignorer", "raison"} <= given.keys() or not text(given["raison"]).strip():
        raise BadValue(f"Dites quoi, et pourquoi. {_EXAMPLE}")
    asked = given["ignorer"]
    codes = text_list(asked)
    if not codes:
        raise BadValue(f"Dites quoi, et pourquoi. {_EXAMPLE}")
    for code in codes:
        if code in _ALWAYS_TOLD:
            raise BadValue(f"« {code} » dit ce qui est à retirer d'ici.")
        if code not in RULES:
            near = suggestion(code, RULES)
            raise BadValue(f"Aucune règle ne s'appelle « {code} ». {near}".strip())
    items = asked.content if isinstance(asked.content, list) else [asked] * len(codes)
    lines = (item.line for item in items)
    return Silence(dict(zip(codes, lines, strict=True)), text(given["raison"]))
