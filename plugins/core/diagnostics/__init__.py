"""What is wrong with a site, gathered as data and told once: see `diagnostic.py`."""

from core.diagnostics.collector import ContentError, Diagnostics
from core.diagnostics.diagnostic import ERROR, WARNING, Diagnostic, cut, visible, without_password
from core.diagnostics.nearest import nearest, suggestion, typo
from core.diagnostics.os_errors import system_reason
from core.diagnostics.rule import Rule

__all__ = [
    "ERROR",
    "WARNING",
    "ContentError",
    "Diagnostic",
    "Diagnostics",
    "Rule",
    "cut",
    "nearest",
    "suggestion",
    "system_reason",
    "typo",
    "visible",
    "without_password",
]
