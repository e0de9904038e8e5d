"""Fences, line ends and encodings."""

import pytest

from core.diagnostics import ContentError, Diagnostics
from jekyll.front_matter.source import decode, split_source


@pytest.mark.parametrize(
    ("text", "front", "body", "line"),
    [
        pytest.param("---\na: 1\n---\nb\n", "a: 1\n", "b\n", 4, id="usual"),
        pytest.param("--- \na: 1\n---  \nb", "a: 1\n", "b", 4, id="spaces after the fences"),
        pytest.param("---\na: 1\n...\nb", "a: 1\n", "b", 4, id="dots close"),
        pytest.param("---\n---\nb", "", "b", 3, id="empty"),
        pytest.param("b\n---\na: 1\n---\n", None, "b\n---\na: 1\n---\n", 1, id="not at the top"),
        pytest.param("---\n\nTexte\n", None, "---\n\nTexte\n", 1, id="a rule, not a fence"),
        pytest.param("---\na: 1\n---", "a: 1\n", "", 3, id="nothing after"),
    ],
)
def test_fences(text: str, front: str | None, body: str, line: int):
    source = split_source(text, "x.md", Diagnostics())
    assert (source.front, source.body, source.body_line) == (front, body, line)


def test_line_ends_and_byte_order_mark():
    assert decode(b"\xef\xbb\xbfa\r\nb\rc\n", "x.md", Diagnostics()) == "a\nb\nc\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(" ---\na: 1\n---\n", "x.md:1 : l'en-tête n'est pas au tout début", id="space"),
        pytest.param(
            "\n\n---\na: 1\n---\n", "x.md:3 : l'en-tête n'est pas au tout", id="empty lines"
        ),
        pytest.param("\u00a0---\na: 1\n---", "x.md:1 : l'en-tête n'est pas au tout", id="no-break"),
        pytest.param(
            "----\na: 1\n---\n", "x.md:1 : l'en-tête commence par « ---- »", id="four dashes"
        ),
        pytest.param(
            "----\na: 1\n----\n", "x.md:1 : l'en-tête commence par « ---- »", id="and four"
        ),
        pytest.param("\ufeff---\na: 1\n---\n", "x.md:1 : l'en-tête n'est pas au tout", id="BOM"),
        pytest.param(
            "<!-- a\nb -->\n---\nrésumé: 1\n---", "x.md:3 : l'en-tête n'est pas au", id="a comment"
        ),
        pytest.param("+++\na = 1\n+++\nb", "x.md:1 : l'en-tête est écrit en TOML", id="TOML"),
        pytest.param("\n+++\na: 1\n+++\nb", "x.md:2 : l'en-tête est écrit en TOML", id="plus"),
        pytest.param('{\n"title": "A"\n}\nb', "x.md:1 : l'en-tête est écrit en JSON", id="JSON"),
        pytest.param("title: A\n---\nb", "x.md:1 : l'en-tête n'est pas ouvert", id="no opening"),
        pytest.param("title: A\n\nb", "x.md:1 : l'en-tête n'est pas ouvert", id="no fences"),
        *(
            pytest.param(f"{it}\na: 1\n{it}\n", f"x.md:1 : l'en-tête commence par « {it} »", id=it)
            for it in ("***", "___", "===", "—")
        ),
        pytest.param("--- title: A ---\nb", "x.md:1 : l'en-tête commence par « --- t", id="a line"),
        pytest.param(
            "```yaml\n---\ntitle: A\n---\n```\nb",
            "x.md:1 : l'en-tête commence par « ```",
            id="code",
        ),
    ],
)
def test_a_front_matter_that_would_be_published_as_text_is_told(text: str, told: str):
    diagnostics = Diagnostics()
    source = split_source(text, "x.md", diagnostics)
    assert (source.front, source.body) == (None, text)
    assert [str(diagnostic)[: len(told)] for diagnostic in diagnostics.warnings] == [told]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\n---\n\nTexte\n\n---\n", id="rules"),
        pytest.param("Texte\n---\na: 1\n---\n", id="a heading"),
        pytest.param("\n\nNote : rien\n", id="a colon in a sentence"),
        pytest.param("Note : a\n---\nb\n", id="a heading with a colon"),
        pytest.param("Ainsi :\n\n```yaml\n---\ntitle: A\n---\n```\n", id="an example"),
        pytest.param("Titre : a\n\nb", id="words and a colon"),
        pytest.param("***\nNote\n***\n", id="stars"),
        pytest.param("{% link a.md %}\n", id="Liquid"),
        pytest.param(" ---\nNote : une règle, puis du texte\n", id="a rule then a sentence"),
    ],
)
def test_a_rule_is_no_front_matter(text: str):
    diagnostics = Diagnostics()
    split_source(text, "x.md", diagnostics)
    assert diagnostics.found == []


@pytest.mark.parametrize("closing", ["----", "—", " ---", "--", "***"])
def test_what_was_meant_to_close_it_is_told(closing: str):
    diagnostics = Diagnostics()
    with pytest.raises(ContentError):
        split_source(f"---\ntitle: A\n{closing}\nUn.\n", "x.md", diagnostics)
    (told,) = diagnostics.found
    assert str(told).endswith(f"À la ligne 3, écrivez « --- » à la place de « {closing} ».")
