"""Invoke without `unittest.mock`, which it imports for `MockContext`, and the asyncio behind it.

They take a fifth of the time in which Invoke is imported. Only tests of tasks use them, not ours.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import SimpleNamespace
from typing import Any

_UNUSED = "unittest.mock"


def invoke_program() -> Any:
    """Return Invoke's program; whoever imports `unittest.mock` later gets the true one."""
    modules: dict[str, Any] = sys.modules
    if _UNUSED in modules:
        return import_module("invoke.main").program
    modules[_UNUSED] = SimpleNamespace(Mock=object)
    try:
        return import_module("invoke.main").program
    finally:
        del modules[_UNUSED]
