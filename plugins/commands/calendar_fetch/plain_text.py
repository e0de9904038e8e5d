"""Texts of others made plain: no HTML, no e-mail address, nothing unseen. Pure."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache

from core.html_text import text_of_html
from jekyll.front_matter import Value
from jekyll.front_matter.data_types import web_address
from jekyll.front_matter.schema import BadValue

MOST_TEXT, MOST_LINE, MOST_CATEGORY = 600, 200, 60  # characters
_HTML = re.compile(r"</?[a-z][^<>]*>|<!--|&(?:#\d+|#x[\da-f]+|[a-z]\w+);", re.IGNORECASE)
_MOST_READ = 20_000  # characters of a text, HTML included: what is deep takes long
_LEVELS = 3  # of HTML written as text within HTML
# What a terminal or a page would obey, marks of direction too; and where words may be cut.
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    r"\ud800-\udfff\ufffe\uffff]"
)
_LOCAL = r"(?:\"[^\"\n]{1,64}\"|[\w.+%'’!#$&*/=?^`|~-]{1,64})"
_LABEL = r"[\w-]{1,63}"
_SIGN = r"(?:[@＠﹫]|%40)"
_AT = rf"(?:{_SIGN}|\s{{0,3}}[(\[{{]\s?(?:at|arobase|a|{_SIGN})\s?[)\]}}]\s{{0,3}})"
_DOT = r"(?:[.．。｡﹒]|\s{0,3}[(\[{]\s?(?:dot|point|\.)\s?[)\]}]\s{0,3}|\s(?:dot|point|\.)\s)"
# Signs that words of other kinds have too: an address is what goes on to a domain.
_LOOSE_SIGN = rf"(?:{_SIGN}|[(\[{{]à[)\]}}])"
_LOOSE_AT = rf"(?:\s{{0,3}}{_LOOSE_SIGN}\s{{0,3}}|\s{{1,3}}(?:at|arobase)\s{{1,3}})"
_MAIL = re.compile(
    rf"(?:mailto:)?{_LOCAL}"
    rf"(?:{_AT}{_LABEL}(?:{_DOT}{_LABEL}){{0,8}}|{_LOOSE_AT}{_LABEL}(?:{_DOT}{_LABEL}){{1,8}})",
    re.IGNORECASE,
)
# Identifiers that programs make have digits; those that are people's addresses, words.
_PERSON = re.compile(
    r"(?<![\w.+-])[^\W\d_]+(?:[._+-]+[^\W\d_]+)*[._+-]?\d{0,4}(?:[@＠﹫]|%40)"
    r"|(?:[@＠﹫]|%40)(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|icloud|me|mac|aol|gmx"
    r"|orange|wanadoo|free|aliceadsl|sfr|neuf|bbox|numericable|laposte|proton|protonmail|tutanota"
    r"|riseup|mailo|ik|zaclys)\.(?!.*@)",
    re.IGNORECASE,
)
_EMPTY = re.compile(r"(?<!\s)\s*(?:<\s*>|\(\s*\)|\[\s*\]|«\s*»|\"\s*\")|(?<!\s)\s+(?=,)")
_SPACES = re.compile(r"[\s\u2028\u2029]+")


@lru_cache(maxsize=512)
def plain_text(text: str, most: int) -> str:
    """Return a text of a calendar as one line of words.

    Args:
        text: as the calendar has it, HTML or not (RFC 5545, 3.8.1.5, knows of none).
        most: characters; a longer text is cut after a word.
    """
    text = text[:_MOST_READ]
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
    'Écrire à Anne ou .'
    """
    return _EMPTY.sub("", _MAIL.sub("", text))


def uid_of_nobody(uid: str) -> str:
    """Return an identifier; one that is, or may be, somebody's address is replaced by its digest.

    >>> uid_of_nobody("2026-12-03-bal@coop.example"), uid_of_nobody("marie.curie@gmail.com")
    ('2026-12-03-bal@coop.example', '22e4424ed20ffd31ccd5ad91d0fe1998')
    """
    return digest(uid) if _PERSON.search(uid) else uid


def digest(uid: str) -> str:
    """Return what stands for an identifier that is not kept as it is."""
    return hashlib.sha256(uid.encode()).hexdigest()[:32]


def https_address(text: str) -> str:
    """Return an address of the web, over https, that names nobody; or ""."""
    try:
        address = web_address(Value(text.strip(), 0))
    except BadValue:
        return ""
    is_taken = address.lower().startswith("https:") and without_mail(address) == address
    return address if is_taken else ""
