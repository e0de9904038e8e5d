"""What is wrong with a site, gathered as data and told once: see `diagnostic.py`."""

from diagnostics.collector import ContentError, Diagnostics
from diagnostics.diagnostic import ERROR, WARNING, Diagnostic, visible, without_password
from diagnostics.nearest import nearest, slip, suggestion
from diagnostics.rule import Rule
from diagnostics.system import system_reason

__all__ = [
    "ERROR",
    "WARNING",
    "ContentError",
    "Diagnostic",
    "Diagnostics",
    "Rule",
    "nearest",
    "slip",
    "suggestion",
    "system_reason",
    "visible",
    "without_password",
]
