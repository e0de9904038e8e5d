"""What is wrong with a site, gathered as data and told once: see `fault.py`."""

from faults.fault import ERROR, WARNING, ContentError, Fault, Faults, visible, without_password
from faults.nearest import nearest, slip, suggestion
from faults.system import system_reason

__all__ = [
    "ERROR",
    "WARNING",
    "ContentError",
    "Fault",
    "Faults",
    "nearest",
    "slip",
    "suggestion",
    "system_reason",
    "visible",
    "without_password",
]
