"""A build finds the templates that an earlier one compiled, until an option changes."""

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import Environment

from engine.compiled_templates import plugin
from site_build import BuildRequest, build
from support import page, write_site

FILES = {
    "index.md": page("title: Accueil"),
    "_posts/2026-01-02-a.md": page("title: A"),
    "_evenements/2026-03-12-bal.md": page("title: Bal\ndebut: 2026-03-12 20:00"),
}


@pytest.fixture
def request_(tmp_path, monkeypatch) -> BuildRequest:
    monkeypatch.setattr(plugin, "CACHE", tmp_path / "cache")
    content = write_site(tmp_path / "content", FILES)
    return BuildRequest(content, tmp_path / "output", "")


def pages(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.html")}


def test_a_second_build_compiles_nothing(request_, monkeypatch):
    assert build(request_).is_ok
    first = pages(request_.output)

    def compile_again(*_, **__):
        raise AssertionError

    monkeypatch.setattr(Environment, "compile", compile_again)
    plugin._compiled.cache_clear()  # as in another process
    assert build(request_).is_ok
    assert pages(request_.output) == first


def test_each_site_has_its_own_addresses(request_, monkeypatch, tmp_path):
    assert build(replace(request_, siteurl="https://exemple.fr")).is_ok
    other = replace(request_, siteurl="https://exemple.fr/projet")
    assert build(other).is_ok
    with_cache = pages(other.output)
    monkeypatch.setattr(plugin, "CACHE", tmp_path / "empty")
    assert build(other).is_ok
    assert pages(other.output) == with_cache


def test_another_option_is_another_cache(tmp_path, monkeypatch):
    monkeypatch.setattr(plugin, "CACHE", tmp_path)

    def compiler(**options) -> str:
        run = SimpleNamespace(settings={"JINJA_ENVIRONMENT": options})
        plugin.keep_compiled(run)
        return run.settings["JINJA_ENVIRONMENT"]["bytecode_cache"]._compiler

    assert compiler(trim_blocks=True) == compiler(trim_blocks=True)
    assert compiler(trim_blocks=True) != compiler(trim_blocks=False)
