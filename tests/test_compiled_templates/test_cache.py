"""Compiled templates are found again, and never for another program, option or text."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from jinja2 import DictLoader, Environment

from compiled_templates.cache import CompiledTemplates
from file_cache import FileCache

PAGE = "{{ 'un'|louder }} {{ name }}"


def loud(text: str) -> str:
    return text.upper()


@pytest.fixture
def compiled(monkeypatch) -> list[str]:
    """Give what is compiled, in order."""
    names = []
    real = Environment.compile

    def noted(self, source, name=None, *others, **options):
        names.append(name)
        return real(self, source, name, *others, **options)

    monkeypatch.setattr(Environment, "compile", noted)
    return names


def show(folder, texts: Mapping[str, str], compiler: str = "a") -> str:
    """Return the page "p", by an environment of its own."""
    cache = CompiledTemplates(FileCache(folder), compiler)
    environment = Environment(loader=DictLoader(texts), autoescape=True, bytecode_cache=cache)
    environment.filters["louder"] = loud
    return environment.get_template("p").render(name="<deux>")


def test_a_template_is_compiled_once(tmp_path, compiled):
    texts = {"p": "{% include 'q' %}", "q": PAGE}
    assert show(tmp_path, texts) == show(tmp_path, texts) == "UN &lt;deux&gt;"
    assert compiled == ["p", "q"]


@pytest.mark.parametrize(
    ("texts", "compiler"),
    [({"p": PAGE + "!"}, "a"), ({"p": PAGE}, "b")],
    ids=["another text", "another program"],
)
def test_what_changed_is_compiled_again(tmp_path, compiled, texts, compiler):
    show(tmp_path, {"p": PAGE})
    show(tmp_path, texts, compiler)
    assert compiled == ["p", "p"]


@pytest.mark.parametrize(
    "harm", [lambda data: b"", lambda data: data[:-9], lambda data: b"\0" * 99]
)
def test_a_damaged_entry_is_compiled_again(tmp_path, compiled, harm):
    show(tmp_path, {"p": PAGE})
    (entry,) = tmp_path.glob("??/*")
    entry.write_bytes(harm(entry.read_bytes()))
    assert show(tmp_path, {"p": PAGE}) == "UN &lt;deux&gt;"
    assert compiled == ["p", "p"]


def test_a_disk_that_refuses_is_no_fault(tmp_path):
    folder = tmp_path / "gabarits"
    folder.write_text("a file where the folder should be")
    assert show(folder, {"p": PAGE}) == "UN &lt;deux&gt;"
