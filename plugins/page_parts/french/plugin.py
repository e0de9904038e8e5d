"""The plugin: filters for templates, and a pass over each body."""

from __future__ import annotations

import re
from functools import lru_cache, partial
from typing import Any

from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser

from core.french.dates import date_in, french_date
from core.french.lists import french_list
from core.french.quotes import french_quotes
from core.french.typography import french_spaces, space_body, space_plain
from core.language import FRENCH, is_french
from jekyll.plugin.extension_points import SiteContext, site_context
from jekyll.site.model import Document
from page_parts.french.other_languages import translate_labels

_REMEMBERED = 65536  # titles and names come back from page to page


def add_filters(generator: Any) -> None:
    """Give a generator's templates the filters of French, and of other languages beside it."""
    makes_quotes = site_context(generator.settings).site.config.french_quotes
    generator.env.filters.update(
        date_in=date_in,
        french_date=french_date,
        french_list=french_list,
        french_spaces=lru_cache(_REMEMBERED)(partial(_typeset, makes_quotes)),
        lang_attribute=_lang_attribute,
    )


def space_bodies(context: SiteContext) -> None:
    """Give each body the spaces of French."""
    context.add_body_pass(
        _space, lambda html, document: space_plain(html) if document.is_french else html
    )


def _typeset(makes_quotes: bool, text: str, tag: str | None = FRENCH) -> str:
    """Return a text with the spaces of its language, and its quotation marks where asked."""
    if not is_french(tag or FRENCH):
        return turned(text)
    return french_spaces(french_quotes(text) if makes_quotes else text)


def _lang_attribute(tag: str | None) -> Markup:
    """Return the attribute of an element in another language than French; else ""."""
    return Markup("") if is_french(tag or FRENCH) else Markup(' lang="{}"').format(tag)


def _space(tree: LexborHTMLParser, document: Document) -> None:
    if not document.is_french:
        translate_labels(tree, document.language)
    space_body(tree, is_in_french=document.is_french)


_OPENING = re.compile(r"""(?:(?<=[\s(\[{“‘—–-])|\A)(["'])(?=\S)""")
_DECADE = re.compile(r"'(?=\d\ds\b)")
_LEFT = {'"': "“", "'": "‘"}


def turned(text: str) -> str:
    """Return a text with the marks of English, and of what has no other rules here.

    >>> turned('''"It's here", 'now' and the '90s''')
    '“It’s here”, ‘now’ and the ’90s'
    """
    if '"' not in text and "'" not in text:
        return text
    opened = _OPENING.sub(lambda found: _LEFT[found[1]], _DECADE.sub("’", text))
    return opened.replace('"', "”").replace("'", "’")
