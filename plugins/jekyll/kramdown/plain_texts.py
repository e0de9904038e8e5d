r"""Texts that CommonMark and kramdown read alike, made HTML by a compiled parser (pulldown-cmark).

Patterns prove it of a whole text, or say nothing: they name what both read in one way, so that
whatever they do not know is left to our own parser. The HTML is the same, byte for byte.
"""

from __future__ import annotations

import re

import pyromark

from jekyll.kramdown.identifiers import Identifiers

# What no page shows (XML 1.0, `Char`), or should.
_UNSHOWN = r"\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff"
# What Markdown, HTML or typography may read; line ends and spaces apart.
_SIGNS = rf"""\\`*_\[\]<>&{{}}|~$"'!{_UNSHOWN}"""
_APOSTROPHE = r"(?<=[^\W\d_])'(?=[^\W\d_])"
_WORDS = rf"(?:[^{_SIGNS}]++|!|{_APOSTROPHE})++"
_OPENS = r"(?<![^\s(])"
_CLOSES = r"(?=[\s,.;:!?)…»”—–]|\Z)"
_KEPT = r"(?!--|\.\.\.)"  # in a text, they become one sign; elsewhere, they stay as they are
_ADDRESS = rf"(?!(?i:javascript:))(?:{_KEPT}[A-Za-z0-9/.:%\#?=,@+&_-])++"
_TITLE = rf'(?:[ ]"(?:{_KEPT}(?:[^\s(){_SIGNS}]|[ ](?=[^\s"])))++")?'
_TARGET = rf"\({_ADDRESS}{_TITLE}\)"
_EMPHASIS = "|".join(
    rf"{_OPENS}{sign}(?=[^\s!]){_WORDS}(?<!\s){sign}{_CLOSES}"
    for sign in (r"\*\*", r"\*", "__", "_")
)
_SPANS = rf"""(?:[^{_SIGNS}]++|!(?!\[)|{_APOSTROPHE}|(?<=[ ])&(?=[ ])
    |{_EMPHASIS}
    |{_OPENS}"(?=[^\W_]){_WORDS}(?<=[^\W_])"{_CLOSES}
    |\[(?![\s^]){_WORDS}(?<!\s)\]{_TARGET}
    |!\[(?:{_KEPT}(?:[^\n{_SIGNS}]|!(?!\[)))*+\]{_TARGET}
    |(?<!`)`(?:{_KEPT}(?:[^\s`|'"\\{{}}{_UNSHOWN}]|(?<!`)[ ](?!`)))++`(?!`)
)++(?<!\s)\Z"""
# How a line begins that is no other block, nor an item or a definition.
_START = r"(?=[^\W_]|[«“(–—…\[*_`!\"])(?!\d+[.)])"
_spans = re.compile(_SPANS, re.VERBOSE)
_start = re.compile(_START)
_odd_break = re.compile(rf"\n(?:(?<=\s\n)|(?!{_START}))")  # `re` finds one sign quickly
_heading = re.compile(r"#{1,6} (?=\S)(?![^\n]* #+(?:\n|\Z))([^\n]*)(?:\n|\Z)")
_glued = re.compile(rf"\n(?=#{{1,6}} |(?:[-*+]|1\.) {_START})")
_blanks = re.compile(r"\n\n+")
_RULES = frozenset(("---", "***", "___", "* * *"))
# By the first sign of a list, what begins each of its lines.
_ITEMS = {sign: re.compile(rf"(?:{re.escape(sign)} |  ){_START}") for sign in "-*+"}
_ITEMS["1"] = re.compile(rf"(?:\d{{1,9}}\. |   ){_START}")
_STRAIGHT = re.compile(rf'({_TARGET})|"([^"]*)"', re.VERBOSE)
_DASHES = re.compile(r"^---$", re.MULTILINE)
_TYPOGRAPHY = (("'", "’"), ("---", "—"), ("--", "–"), ("...", "…"))
# What kramdown writes in another way.
_FORMS = re.compile("<(?:(ul|ol|blockquote)>\n|hr />)")
_IMAGE = re.compile(r'<img (src="[^"]*") (alt="[^"]*")( title="[^"]*")? />')
_HEADINGS = re.compile(r"<(h[1-6])>(.*?)</h")
_NO_WORDS = re.compile(r"<[^>]*>|&\w+;")


def _is_plain(text: str) -> bool:
    """Return whether a text is proved to be read alike."""
    kind = ""
    for block in _blanks.split(text.strip("\n")):
        before, kind, rest = kind, "", block
        while rest:
            if found := _heading.match(rest):
                part, rest = found[1], rest[found.end() :]
                is_plain = bool(_spans.match(part))
            elif rest != "* * *" and rest.startswith(("- ", "* ", "+ ", "1. ")):
                kind = "ol" if rest[0] == "1" else "ul"
                # Two lists of a kind would be one.
                is_plain, rest = kind != before and _is_list(rest), ""
            elif rest[:2] == "> ":
                lines = rest.split("\n")
                is_plain = all(line.startswith("> ") for line in lines)
                is_plain, rest = (
                    is_plain and _is_paragraph("\n".join(line[2:] for line in lines)),
                    "",
                )
            else:
                part, *others = _glued.split(rest, maxsplit=1)
                rest = "".join(others)
                is_plain = _is_paragraph(part) or (part == block and part in _RULES)
            if not is_plain:
                return False
    return True


def _is_list(text: str) -> bool:
    form, lines = _ITEMS[text[0]], text.split("\n")
    found = map(form.match, lines)
    return lines[0][0] != " " and all(
        start and _spans.match(line, start.end()) for line, start in zip(lines, found, strict=True)
    )


def _is_paragraph(text: str) -> bool:
    return bool(_start.match(text) and _spans.match(text) and not _odd_break.search(text))


def convert_plain(text: str, french_quotes: bool) -> str | None:
    r"""Return the HTML of a text that is proved to be read alike, or None.

    >>> convert_plain("## L'été\n\n*Ici*.", french_quotes=True)
    '<h2 id="lété">L’été</h2>\n<p><em>Ici</em>.</p>'
    """
    if not _is_plain(text):
        return None
    if '"' in text:
        if not french_quotes or "«" in text or "»" in text:
            return None
        text = _STRAIGHT.sub(lambda found: found[1] or f"«\u00a0{found[2]}\u00a0»", text)
    if "---" in text:
        text = _DASHES.sub("***", text)
    for straight, typographic in _TYPOGRAPHY:
        text = text.replace(straight, typographic)
    html = _FORMS.sub(lambda found: f"<{found[1] or 'hr'}>", pyromark.html(text).rstrip())
    identifiers = Identifiers()

    def identified(found: re.Match[str]) -> str:
        name = identifiers.of(_NO_WORDS.sub("", found[2]))
        return f'<{found[1]} id="{name}">{found[2]}</h' if name else found[0]

    html = _IMAGE.sub(r"<img \2 \1\3>", html)
    return _HEADINGS.sub(identified, html)
