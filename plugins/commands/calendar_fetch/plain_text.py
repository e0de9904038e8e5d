"""Texts of others made plain: no HTML, no e-mail address, nothing unseen. Pure."""

from __future__ import annotations

import re

from core.html_text import text_of_html
from jekyll.front_matter import Value
from jekyll.front_matter.data_types import web_address
from jekyll.front_matter.schema import BadValue

MOST_TEXT, MOST_LINE, MOST_CATEGORY = 600, 200, 60  # characters
_HTML = re.compile(r"</?[a-z][^<>]*>|<!--|&(?:#\d+|#x[\da-f]+|[a-z]\w+);", re.IGNORECASE)
_LEVELS = 3  # of HTML written as text within HTML
# What a terminal or a page would obey, marks of direction too; and where words may be cut.
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    r"\ud800-\udfff\ufffe\uffff]"
)
_AT = r"(?:@|＠|%40|\s?[(\[{]\s?(?:at|arobase|a|@)\s?[)\]}]\s?)"
_DOT = r"(?:\.|\s?[(\[{]\s?(?:dot|point|\.)\s?[)\]}]\s?)"
_MAIL = re.compile(
    rf"(?:mailto:)?[\w.+%'’!#$&*/=?^`|~-]{{1,64}}{_AT}[\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{0,8}}",
    re.IGNORECASE,
)
_EMPTY = re.compile(r"<\s*>|\(\s*\)|\[\s*\]|«\s*»|\"\s*\"")
_SPACES = re.compile(r"[\s\u2028\u2029]+")


def plain_text(text: str, most: int) -> str:
    """Return a text of a calendar as one line of words.

    Args:
        text: as the calendar has it, HTML or not (RFC 5545, 3.8.1.5, knows of none).
        most: characters; a longer text is cut after a word.
    """
    for _ in range(_LEVELS):
        if not _HTML.search(text):
            break
        text = text_of_html(text)
    text = without_mail(_UNSEEN.sub("", text))
    text = _SPACES.sub(" ", text).strip()
    if len(text) <= most:
        return text
    return f"{text[: most - 1].rsplit(' ', 1)[0].rstrip(' ,;:.(')}…"


def without_mail(text: str) -> str:
    """Return a text without its e-mail addresses, nor what held one alone.

    >>> without_mail("Écrire à Anne <anne@coop.example> ou anne (at) coop.example.")
    'Écrire à Anne  ou .'
    """
    return _EMPTY.sub("", _MAIL.sub("", text))


def https_address(text: str) -> str:
    """Return an address of the web, over https, that names nobody; or ""."""
    try:
        address = web_address(Value(text.strip(), 0))
    except BadValue:
        return ""
    is_taken = address.lower().startswith("https:") and without_mail(address) == address
    return address if is_taken else ""
