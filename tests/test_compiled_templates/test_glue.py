"""A build finds the templates that an earlier one compiled, until an option changes."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import Environment

from compiled_templates import glue
from site_build import BuildRequest, build


@pytest.fixture
def request_(tmp_path, monkeypatch) -> BuildRequest:
    monkeypatch.setattr(glue, "CACHE", tmp_path / "cache")
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "index.md").write_text("# Bonjour\n", encoding="utf-8")
    return BuildRequest(tmp_path / "content", tmp_path / "output", "")


def pages(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.html")}


def test_a_second_build_compiles_nothing(request_, monkeypatch):
    assert build(request_).is_ok
    first = pages(request_.output)

    def compile_again(*_, **__):
        raise AssertionError

    monkeypatch.setattr(Environment, "compile", compile_again)
    assert build(request_).is_ok
    assert pages(request_.output) == first


def test_another_option_is_another_cache(tmp_path, monkeypatch):
    monkeypatch.setattr(glue, "CACHE", tmp_path)

    def compiler(**options) -> str:
        run = SimpleNamespace(settings={"JINJA_ENVIRONMENT": options})
        glue.keep_compiled(run)
        return run.settings["JINJA_ENVIRONMENT"]["bytecode_cache"]._compiler

    assert compiler(trim_blocks=True) == compiler(trim_blocks=True)
    assert compiler(trim_blocks=True) != compiler(trim_blocks=False)
