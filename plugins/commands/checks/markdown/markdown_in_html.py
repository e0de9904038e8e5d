"""Markdown between two tags, where it is not read unless the tag asks for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from core.diagnostics import Diagnostic
from core.diagnostics.catalog.typos import MARKDOWN_IN_HTML
from jekyll.kramdown.html_elements import SPAN_ELEMENTS, VOID_ELEMENTS, content_model

_MOST = 1000  # looked for in one text
_MARKDOWN = re.compile(
    r"(?P<bold>\*\*(?=[^\s*])[^*\n]{1,200}(?<=\S)\*\*)"
    r"|(?P<link>!?\[[^\[\]\n]{1,200}\]\([^()\s]{1,500}\))"
    r"|^[ \t]*(?P<heading>#{1,6} [^\n]{1,200})"
    r"|^[ \t]*(?P<list>[-*+] \S[^\n]{0,200})(?=\n[ \t]*[-*+] \S)"
    r"|^[ \t]*(?P<table>\|?[ \t]*:?-{3,}:?[ \t]*\|[-:| \t]{0,200})$"
    r"|^[ \t]*(?P<code>`{3,}|~{3,})",
    re.MULTILINE,
)
_TAG = re.compile(r"<(?P<end>/)?(?P<name>[A-Za-z][\w-]*)(?P<attributes>(?:[\s/][^<>]{0,2000})?)>")
_ASKED = re.compile(r"""\bmarkdown\s*=\s*["']?(\w+)""")
_LITERAL = frozenset("pre script style svg math template textarea".split())
_HTML = {
    "bold": "Écrivez-le en HTML : <strong>le gras</strong>.",
    "link": 'Écrivez-le en HTML : <a href="l\'adresse">les mots</a>.',
    "image": 'Écrivez-la en HTML : <img src="/images/bal.jpg" alt="Le bal">.',
    "list": "Écrivez-le en HTML : <ul><li>une ligne</li></ul>.",
    "table": "Écrivez-le en HTML : <table><tr><td>une case</td></tr></table>.",
    "code": "Écrivez-le en HTML : <pre>le code</pre>.",
    "heading": "Écrivez-le en HTML : <h2>le titre</h2>.",
}


def markdown_in_html(bare: str, text: str) -> Iterator[tuple[int, str, str, Diagnostic]]:
    """Give the first of each element: its place, what is shown if unread, the diagnostic."""
    if "<" not in bare:
        return
    tags, opened = _TAG.finditer(bare), list[re.Match[str]]()
    tag, reported = next(tags, None), -1
    for found in islice(_MARKDOWN.finditer(text), _MOST):
        if not found["code"] and not bare[found.start() : found.end()].strip():
            continue
        while tag and tag.start() < found.start():
            _follow(opened, tag)
            tag = next(tags, None)
        is_literal = any(one["name"].lower() in _LITERAL for one in opened)
        if opened and opened[-1].start() != reported and not (is_literal or _asks(opened[-1])):
            reported = opened[-1].start()
            written = found[0].strip()
            yield found.start(), written, "*[]#-+|`~", _diagnostic(text, found, opened[-1])


def _follow(opened: list[re.Match[str]], tag: re.Match[str]) -> None:
    """Keep the elements that are open after a tag, but those that stand in a text."""
    name = tag["name"].lower()
    if name in SPAN_ELEMENTS or name in VOID_ELEMENTS or tag["attributes"].endswith("/"):
        return
    if not tag["end"]:
        opened.append(tag)
        return
    for number in range(len(opened) - 1, max(len(opened) - 30, 0) - 1, -1):
        if opened[number]["name"].lower() == name:
            del opened[number:]
            return


def _asks(tag: re.Match[str]) -> bool:
    asked = _ASKED.search(tag["attributes"])
    return bool(asked) and content_model(tag["name"].lower(), asked and asked[1]) != "raw"


def _diagnostic(text: str, found: re.Match[str], tag: re.Match[str]) -> Diagnostic:
    name, written = tag["name"], found[0].strip()[:60]
    model = content_model(name.lower(), "1")
    if model == "raw":
        hint = _HTML["image" if written.startswith("!") else found.lastgroup or "bold"]
        return MARKDOWN_IN_HTML(written=written, name=name, asked="", hint=hint)
    between = text[tag.end() : found.start()]
    is_on_its_line = "\n" not in between
    end = text.find("\n", found.end())
    is_closed_there = f"</{name}" in text[found.end() : end if end >= 0 else len(text)]
    if model == "block" and ("<" in between if is_on_its_line else is_closed_there):
        hint = f'Écrivez <{name} markdown="1">, et laissez une ligne vide avant et après ce texte.'
        return MARKDOWN_IN_HTML(written=written, name=name, asked="", hint=hint)
    asked = "span" if model == "block" and is_on_its_line else "1"
    return MARKDOWN_IN_HTML(written=written, name=name, asked=asked)
