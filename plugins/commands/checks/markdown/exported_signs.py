"""Markdown whose signs a converter has put backslashes before: visitors read them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from core.diagnostics import Diagnostic
from core.diagnostics.catalog.typos import FOREIGN_SIGNS
from page_parts.highlights.boxes import box_kind

_MOST = 1000  # of each form, looked for in one text
_QUOTED = re.compile(r"[«“\"(‘'][ \u00a0\u202f]*\Z")  # what is shown so on purpose
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_WORDS = r"(?=[^\s\\])[^\n{sign}]{{1,200}}?(?<=[^\s\\])"
# What a converter escapes; Google Docs, pandoc and html-to-markdown do as soon as a sign was text.
_FORMS = [
    re.compile(form, re.MULTILINE)
    for form in (
        # A link, an image: its brackets both escaped, and an address behind them.
        r"(?:\\?!)?\\\[[^\[\]\n]{1,200}?\\\]\\?\((?=[^()\s]*[/.#:])[^()\s]{1,500}?\\?\)",
        r"\\\*\\\*" + _WORDS.format(sign="*") + r"\\\*\\\*",
        r"\\_\\_" + _WORDS.format(sign="_") + r"\\_\\_",
        r"\\~\\~" + _WORDS.format(sign="~") + r"\\~\\~",
        r"\\=\\?=" + _WORDS.format(sign="=") + r"\\=\\?=",
        r"\\<https?://[^\s<>]{1,500}?\\?>",
        r"\\<br ?/?\\?>",
        r"^(?:\\#){1,6}#{0,5} +\S[^\n]{0,200}",
        r"^(?:\\-){3}[ \t]*$|^(?:\\\*){3}[ \t]*$",
        r"^\\> +\S[^\n]{0,200}",
        r"^\\\|[^\n]{1,500}\\\|[ \t]*$",
        r"^(?:\\[-*+] +\S[^\n]{0,500}\n(?:[ \t]*\n)+(?=\\[-*+] +\S))+",
        r"^(?:\d{1,2}\\[.)] +\S[^\n]{0,500}\n(?:[ \t]*\n)*(?=\d{1,2}\\[.)] +\S))+",
        r"(?<=^[-*+] )\\\[[ xX]\\?\](?= +\S)",
        r"\\\[\\?\^[\w-]{1,30}\\?\]",
        r"(?<=\]\()\\<[^<>\n]{1,500}\\>(?=\))",
    )
]
_BOX = re.compile(r"^ {0,3}> ?\\\[\\?!(?P<word>[^\W\d_][^\n\[\]\\]{1,30})\\?\]", re.MULTILINE)
_KEPT = "[]()*_~=<>#-|!^.:/"


def exported_signs(text: str) -> Iterator[tuple[int, str, str, Diagnostic]]:
    """Give what looks like one: its place, what is shown if it is, its signs, the fault."""
    if "\\" not in text:
        return
    for form in _FORMS:
        for found in islice(form.finditer(text), _MOST):
            if not _QUOTED.search(text[max(0, found.start() - 3) : found.start()]):
                yield _told(found.start(), found[0].partition("\n")[0])
    for found in islice(_BOX.finditer(text), _MOST):
        if box_kind(found["word"]):
            yield _told(text.index("\\", found.start()), found[0].lstrip(" >"))


def _told(start: int, written: str) -> tuple[int, str, str, Diagnostic]:
    bare = _ESCAPED.sub(r"\1", written.strip())
    hint = f"Retirez les « \\ » : {bare[:60]}"
    return start, bare, _KEPT, FOREIGN_SIGNS(written=written.strip()[:60], hint=hint)
