"""A page's description, when nobody wrote one: its own first words."""

from __future__ import annotations

import re
from html import unescape

from selectolax.lexbor import LexborHTMLParser

from core.html_text import is_read, on_one_line, text_of

# Beyond this, search engines cut the text themselves, and in the middle of a word.
LIMIT = 160
# A paragraph that most texts begin with, all of whose words are read.
_FIRST = re.compile(
    r'<p>((?:[^<]++|</?(?:code|em|strong)>|</a>|<a(?: (?:href|title)="[^"<>]*")*+>)++)</p>'
)
_TAG = re.compile("<[^>]*>")


def first_words(html: str) -> str:
    """Return the words of the first paragraph of the text itself that has some, shortened.

    >>> first_words("<h1>Titre</h1><p><img src=a></p><p>Venez <b>nombreux</b>.</p>")
    'Venez nombreux.'
    """
    if (first := _FIRST.match(html)) and (words := on_one_line(unescape(_TAG.sub("", first[1])))):
        return shorten(words)
    tree = LexborHTMLParser(html, is_fragment=True)
    for beside in tree.css("figure, small, aside, table"):
        beside.decompose()
    texts = (text_of(paragraph) for paragraph in tree.css("p") if is_read(paragraph))
    return shorten(next(filter(None, texts), ""))


def shorten(text: str, limit: int = LIMIT) -> str:
    """Return a text of `limit` characters at most, cut between two words.

    >>> shorten("Une soupe, un bal", 12)
    'Une soupe…'
    """
    if len(text) <= limit:
        return text
    return text[:limit].rpartition(" ")[0].rstrip(" ,;:") + "…"
