"""Markdown read as kramdown does, case by case (the dialect, section 9)."""

from __future__ import annotations

import re

import pytest

from kramdown.extension import make_converter
from scribouilli.body import finish_body


def read(text: str) -> str:
    """Return the finished body of a text, white space between tags left out."""
    html = finish_body(make_converter().convert(text), may_bring_title=True).html
    return re.sub(r">\s+|\s+(?=<)", lambda found: found[0].strip(), html)


CASES = {
    "list glued to a paragraph": ("t\n- a\n- b", "<p>t</p><ul><li>a</li><li>b</li></ul>"),
    "numbers glued to a paragraph": ("t\n1. a", "<p>t</p><ol><li>a</li></ol>"),
    "two-space nesting": ("- a\n  - b\n- c", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"),
    "three-space nesting": ("- a\n   - b", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
    "numbers begin at 1": ("5. x\n  - y", "<ol><li>x<ul><li>y</li></ul></li></ol>"),
    "mixed signs, one list": ("* a\n+ b\n- c", "<ul><li>a</li><li>b</li><li>c</li></ul>"),
    "lazy line": ("- a\nb\n- c", "<ul><li>a\nb</li><li>c</li></ul>"),
    "loose list": ("- a\n\n- b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"),
    "two paragraphs": ("- a\n\n  b", "<ul><li><p>a</p><p>b</p></li></ul>"),
    "code in a list": ("- a\n  ```\n  c\n  ```", "<ul><li>a<pre><code>c</code></pre></li></ul>"),
    "list in code": ("```\nx\n- a\n```", "<pre><code>x\n- a</code></pre>"),
    "list in a quotation": (
        "> - a\n> - b",
        "<blockquote><ul><li>a</li><li>b</li></ul></blockquote>",
    ),
    "glued heading": ("t\n## T\n- a", '<p>t</p><h2 id="t">T</h2><ul><li>a</li></ul>'),
    "glued quotation": ("t\n> c", "<p>t</p><blockquote><p>c</p></blockquote>"),
    "no space after the signs": ("##T", "<p>##T</p>"),
    "no-break space after the signs": ("##\u00a0T", "<p>##&nbsp;T</p>"),
    "between two rules": ("---\nPour info\n---", "<hr><p>Pour info</p><hr>"),
    "underlined": ("Titre\n---\nx", '<h2 id="titre">Titre</h2><p>x</p>'),
    "hard breaks": ("a  \nb\\\nc", "<p>a<br>b<br>c</p>"),
    "raw block": ('<p class="encart">**g**</p>', '<p class="encart">**g**</p>'),
    "raw division": ("<div>\n\n**g**\n\n</div>", "<div>**g**</div>"),
    "link in a paragraph": (
        ' <a class="bouton">**g**</a>',
        '<p><a class="bouton"><strong>g</strong></a></p>',
    ),
    "spaces in an address": (
        "![a](/images/f du l.jpg)",
        '<p><img alt="a" src="/images/f du l.jpg"></p>',
    ),
    "an apostrophe and parentheses in an address": (
        "[f](/L'Auberge_(film)) [b](d'ici/x) ![p](l'été (1).png) [t](a 'b' )",
        """<p><a href="/L'Auberge_(film)">f</a><a href="d'ici/x">b</a>"""
        """<img alt="p" src="l'été (1).png"><a href="a" title="b">t</a></p>""",
    ),
    "a title with quotation marks and parentheses": (
        """[a](b "un "c" (d)") [e](f\n'g')""",
        '<p><a href="b" title="un &quot;c&quot; (d)">a</a><a href="f" title="g">e</a></p>',
    ),
    "a note that is not called": ("t\n\n[^b]: x", "<p>t</p>"),
    "attributes of a link": (
        '[x](y){:target="_blank"}',
        '<p><a href="y" target="_blank">x</a></p>',
    ),
    "attributes of a paragraph": ("p\n{: .encart}", '<p class="encart">p</p>'),
    "braces without colon": ("**a**{b} {c}", "<p><strong>a</strong>{b} {c}</p>"),
    "identifier of a heading": ("# T {#mien}", '<h1 id="mien">T</h1>'),
    "number without words": ("1.\n`c`", "<p>1.<code>c</code></p>"),
    "struck": ("~~x~~ ~ y", "<p><del>x</del>~ y</p>"),
    "bare address": ("http://a.fr a@b.fr", "<p>http://a.fr a@b.fr</p>"),
    "typography": ('l\'été "x"... -- <<y>>', "<p>l’été “x”… – «y»</p>"),
    "a custom element at the start of a line is a block": (
        'un\n\n<my-button\n  name="x"\n>\n</my-button>\n\ndeux <my-x>trois</my-x>',
        '<p>un</p><my-button name="x"></my-button><p>deux<my-x>trois</my-x></p>',
    ),
    "a choice on several lines": (
        "Oui <select>\n<option>A</option>\n</select>",
        "<p>Oui<select><option>A</option></select></p>",
    ),
}


@pytest.mark.parametrize(("text", "html"), CASES.values(), ids=CASES)
def test_reading(text: str, html: str):
    assert read(text) == html


def test_footnotes_speak_french():
    html = read("Texte[^1].\n\n[^1]: note")
    assert "Retour à l'appel de la note 1" in html
