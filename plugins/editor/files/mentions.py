"""Which texts name the file of another: their links break when it gets another name. Pure."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from urllib.parse import unquote

from jekyll.site.model import MARKDOWN_ENDINGS

_ENDINGS = "|".join(re.escape(it) for it in sorted(MARKDOWN_ENDINGS))
_IN_NAME = r"[^\s/()<>\"'\[\]]"
_MENTION = re.compile(
    rf"\{{%-?\s*+(?:link|post_url)\s++([^%]*+)%\}}|^parent:\s*+[\"']?([^\"'\n#]++)"
    rf"|(?<!{_IN_NAME})({_IN_NAME}+(?:{_ENDINGS}))\b",
    re.MULTILINE,
)


def mentions(texts: Mapping[str, str]) -> dict[str, list[str]]:
    """Return, for each text, the files that it may name: who renames one looks closer.

    Args:
        texts: by the names of their files.

    >>> mentions({"a.md": "[b](b.md) {% post_url 2026-01-02-c %}", "_posts/2026-01-02-c.md": ""})
    {'a.md': ['_posts/2026-01-02-c.md']}
    >>> mentions({"a.md": "[b](../b.md) {% link a.md %}", "b.md": ""})
    {'a.md': ['b.md']}
    >>> mentions({"a.md": "parent: le bal.md", "b.md": "[c](x/le%20bal.md#y)", "le bal.md": ""})
    {'a.md': ['le bal.md'], 'b.md': ['le bal.md']}
    """
    by_stem: dict[str, list[str]] = {}
    for name in texts:
        by_stem.setdefault(_stem(name), []).append(name)
    found = {}
    for name, text in texts.items():
        stems = dict.fromkeys(_stem(it) for it in _written(text))
        named = [it for stem in stems for it in by_stem.get(stem, ()) if it != name]
        if named:
            found[name] = named
    return found


def _written(text: str) -> Iterable[str]:
    return map("".join, _MENTION.findall(text))


def _stem(name: str) -> str:
    base = posixpath.basename(unquote(name).strip("- \n"))
    return re.sub(rf"(?:{_ENDINGS})$", "", base)
