"""Compiled templates are found again, and never for another program, option or text."""

from collections.abc import Mapping

import pytest
from jinja2 import DictLoader, Environment, pass_context

from core.file_cache import FileCache
from engine.compiled_templates.cache import CompiledTemplates

PAGE = "{{ 'un'|louder }} {{ name }}"


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


def show(folder, texts: Mapping[str, str], compiler: str = "a", louder=str.upper) -> str:
    """Return the page "p", by an environment of its own."""
    cache = CompiledTemplates(FileCache(folder), compiler)
    options = {"autoescape": True, "optimized": False, "bytecode_cache": cache}
    environment = Environment(loader=DictLoader(texts), **options)
    environment.filters["louder"] = pass_context(lambda _, text: louder(text))
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


@pytest.mark.parametrize(
    "page",
    [
        PAGE,
        "{% set word = 'un'|louder %}{{ word }} &lt;deux&gt;",
        "{{ 'un'|louder if true }} {{ name }}",
        "{% filter louder %}un{% endfilter %} {{ name }}",
        "{% macro m(word='un'|louder) %}{{ word }}{% endmacro %}{{ m() }} {{ name }}",
    ],
)
def test_what_a_filter_gives_is_not_kept(tmp_path, page):
    assert show(tmp_path, {"p": page}, louder=lambda text: "one") == "one &lt;deux&gt;"
    assert show(tmp_path, {"p": page}) == "UN &lt;deux&gt;"


def test_a_disk_that_refuses_is_no_diagnostic(tmp_path):
    folder = tmp_path / "gabarits"
    folder.write_text("a file where the folder should be")
    assert show(folder, {"p": PAGE}) == "UN &lt;deux&gt;"
