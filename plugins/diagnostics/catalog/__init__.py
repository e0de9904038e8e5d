"""The registry: each thing that can be wrong, once, under its code.

A rule is a name of one of these modules, made beside its like. To add one: write it here, report
`MY_RULE(fact=…).at(file, line)` where it is found, and give it an example in `tests/`.
"""

from __future__ import annotations

import importlib
import pkgutil
from types import ModuleType

from diagnostics.rule import Rule


def _modules() -> list[ModuleType]:
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return [importlib.import_module(f"{__name__}.{name}") for name in names]


def _rules(module: ModuleType) -> list[Rule]:
    return [value for value in vars(module).values() if isinstance(value, Rule)]


RULES: dict[str, Rule] = {rule.code: rule for module in _modules() for rule in _rules(module)}
