"""HTML as kramdown reads it: which tags stand in a text, which hold blocks, how one is written."""

from __future__ import annotations

import re

TAG_NAME = r"[A-Za-z_][\w.-]*(?::[\w.-]+)?"
SPAN_ELEMENTS = frozenset(
    """a abbr acronym b big bdo br button cite code del dfn em i img input ins kbd label mark option
    q rb rbc rp rt rtc ruby samp select small span strong sub sup tt u var""".split()
)
# Never read inside a text: written there, their tags are shown as they are. kramdown has `iframe`
# among them; members do write frames in a text, and mean them.
BLOCK_ELEMENTS = frozenset(
    """address article aside applet body blockquote caption col colgroup dd div dl dt fieldset
    figcaption footer form h1 h2 h3 h4 h5 h6 header hgroup hr html head legend menu li main
    map nav ol optgroup p pre section summary table tbody td th thead tfoot tr ul""".split()
)
VOID_ELEMENTS = frozenset(
    """area base br col command embed hr img input keygen link meta param source track
    wbr""".split()
)
# What `markdown="1"` means in each element; in all others, nothing is read.
_HOLDS_BLOCKS = frozenset(
    """address applet article aside blockquote body dd details div dl fieldset figure figcaption
    footer form header hgroup iframe li main map menu nav noscript object section summary
    td""".split()
)
_HOLDS_SPANS = frozenset(
    """a abbr acronym b bdo big button cite caption del dfn dt em h1 h2 h3 h4 h5 h6 i ins label
    legend optgroup p q rb rbc rp rt rtc ruby select small span strong sub sup th tt""".split()
)
_ALWAYS_RAW = frozenset("script style math option textarea pre code kbd samp var".split())
# Elements whose end may be left out, each with those whose beginning ends it (HTML Standard,
# section 13.1.2.4); a paragraph by another one alone, since people do write blocks in some.
ENDED_BY = {
    name: frozenset(others.split())
    for name, others in {
        "p": "p",
        "li": "li",
        "dt": "dt dd",
        "dd": "dt dd",
        "option": "option optgroup hr",
        "optgroup": "optgroup hr",
        "tr": "tr tbody tfoot thead",
        "td": "td th tr tbody tfoot",
        "th": "td th tr tbody tfoot",
        "thead": "tbody tfoot",
        "tbody": "tbody tfoot",
        "tfoot": "",
        "rb": "rb rt rp",
        "rt": "rt rp",
        "rp": "rt rp",
        "caption": "tr tbody thead tfoot colgroup col",
        "colgroup": "tr tbody thead tfoot colgroup",
    }.items()
}

comment = re.compile(r"<!--.*?-->", re.DOTALL)
_VALUE = r"""(?:[^\s"'=<>`]+|"[^"]*"|'[^']*')"""
tag = re.compile(
    rf"<(?P<name>{TAG_NAME})(?P<attributes>(?:\s+[^\s\"'<>/=]+(?:\s*=\s*{_VALUE})?)*+)\s*(?P<closed>/)?>"
)
# A quotation mark too many: browsers read a tag all the same, and `check` says what is wrong.
_badly_quoted = re.compile(
    rf"""<(?P<name>{TAG_NAME})(?P<attributes>\s[^<>]*["'][^<>]*?)(?P<closed>/)?>"""
)
closing_tag = re.compile(rf"</(?P<name>{TAG_NAME})\s*>")
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?""")


def content_model(name: str, asked: str | None) -> str:
    """Return how what an element holds is read: "block", "span" or "raw".

    Args:
        name: the element's, in lower case.
        asked: the value of its `markdown` attribute, if any.
    """
    if asked == "1":
        if name in _HOLDS_BLOCKS:
            return "block"
        return "span" if name in _HOLDS_SPANS else "raw"
    return asked if asked in ("block", "span") else "raw"


def is_never_read(name: str) -> bool:
    """Return whether what an element holds in a text is code."""
    return name in _ALWAYS_RAW


def match_tag(text: str, place: int) -> re.Match[str] | None:
    """Return the opening tag that stands at a place of a text."""
    return tag.match(text, place) or _badly_quoted.match(text, place)


def is_badly_quoted(found: re.Match[str]) -> bool:
    """Return whether kramdown takes an opening tag for words: those behind it are Markdown."""
    return found.re is _badly_quoted


def read_tag_attributes(text: str) -> dict[str, str]:
    """Return the attributes of a tag, names in lower case; the last of a name holds."""
    found = {}
    for name, *values in _ATTRIBUTE.findall(text):
        found[name.lower()] = next(filter(None, values), "")
    return found
