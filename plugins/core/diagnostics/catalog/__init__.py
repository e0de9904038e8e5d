"""The registry: each thing that can be wrong, once, under its code.

A rule is a name of one of these modules, made beside its like. To add one: write it here, report
`MY_RULE(fact=…).at(file, line)` where it is found, and give it an example in `tests/`.
"""

from __future__ import annotations

import importlib
import pkgutil

from core.diagnostics.rule import Rule


def rules_by_module() -> dict[str, list[Rule]]:
    """Return the rules of each module by its name, in the order in which they are written."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return {name: _rules_of(f"{__name__}.{name}") for name in names}


def _rules_of(module: str) -> list[Rule]:
    values = vars(importlib.import_module(module)).values()
    return [value for value in values if isinstance(value, Rule)]


RULES: dict[str, Rule] = {rule.code: rule for rules in rules_by_module().values() for rule in rules}
