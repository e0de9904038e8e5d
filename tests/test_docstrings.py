"""The examples of docstrings hold."""

import doctest
import importlib
from pathlib import Path

import pytest

PLUGINS = Path(__file__).parents[1] / "plugins"
MODULES = [
    ".".join(path.relative_to(PLUGINS).with_suffix("").parts).removesuffix(".__init__")
    for path in sorted(PLUGINS.rglob("*.py"))
    if ">>> " in path.read_text(encoding="utf-8")
]


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str):
    found = doctest.testmod(importlib.import_module(name))
    assert found.attempted and not found.failed
