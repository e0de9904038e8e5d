"""The texts of Pelican's articles and pages, made when they are asked for.

Pelican keeps every text of the site from the moment it is read. A page needs its own alone, at the
moment it is made: here `content` and `summary` mean what Pelican's documentation says, and nothing
is kept but the few bodies that were made last.

Feeds ask for both under the site's whole address: there, those of the text have their host too
(RFC 4287, section 2), as readers show them elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable

from pelican import utils
from pelican.contents import Article, Content, Page

from engine.compat.intrasite_links import with_addresses
from engine.compat.lazy_text import (
    Answer,
    answer_with,
    is_made_when_read,
    make_text_when_read,
    own_answer,
    text_of,
)
from jekyll.addresses.html_addresses import with_absolute_addresses
from jekyll.plugin.extension_points import site_context
from jekyll.rendering.body import Body

_LEAD = "_lead"


class Html(str):
    """A text of HTML: templates print it as it is, plugins change it as any text."""

    def __html__(self) -> str:
        return self


def defer(content: Content) -> None:
    """Have an article or a page of the site, just made, give its text when it is asked for.

    It also gets two functions for templates: `prints_title()`, whether they print the title, for
    the text does not begin with it, and `title_id()`, what links call that title, perhaps "".
    """
    if not isinstance(content, (Article, Page)):
        return
    if text_of(content):  # another plugin's own, of no file
        content.prints_title, content.title_id = lambda: True, lambda: ""
        answer_with(content, _OF_OTHERS)
        return
    for key in ("url", "save_as"):  # there, Pelican has what a file itself says of its address
        content.metadata.pop(key, None)
    make_text_when_read(content, _html)
    answer_with(content, _OURS)
    content.prints_title = lambda: not _body(content).has_title
    content.title_id = lambda: _body(content).title_id


def _html(content: Content) -> str:
    return _body(content).html


def _body(content: Content) -> Body:
    context = site_context(content.settings)
    return context.renderer.body(context.site.documents[content.relative_source_path])


def lead(content: Content, make: Callable[[], str]) -> None:
    """Have the text that templates and feeds get begin with more HTML, made when it is asked for.

    It is for what a plugin shows in templates of its own, under a theme that has none.
    """
    setattr(content, _LEAD, make)


def written_text(content: Content) -> str:
    """Return the text as pages show it, without what leads it."""
    return Html(_written(content, content.get_siteurl()))


def _written(content: Content, siteurl: str) -> str:
    """Return the text; the links of one that another plugin wrote are led as Pelican leads them."""
    html = text_of(content)
    return html if is_made_when_read(content) else with_addresses(content, html, siteurl)


def _content(content: Content, siteurl: str) -> str:
    leading = getattr(content, _LEAD, str)()
    return _readable_from(content, leading + _written(content, siteurl), siteurl)


def _readable_from(content: Content, html: str, siteurl: str) -> str:
    """Return HTML as Pelican's site address asks: pages give the folder, feeds the host too."""
    if "://" in siteurl:
        html = with_absolute_addresses(html, f"{siteurl.rstrip('/')}/{content.url}")
    return Html(html)


def _summary(content: Content, siteurl: str) -> str:
    """Return the summary: as written, or the first words of the text."""
    if "summary" in content.metadata:
        return _readable_from(content, content.metadata["summary"], siteurl)
    settings = content.settings
    most, end = settings["SUMMARY_MAX_LENGTH"], settings["SUMMARY_END_SUFFIX"]
    html = content.get_content(siteurl)
    if (paragraphs := settings.get("SUMMARY_MAX_PARAGRAPHS")) is not None:
        html = utils.truncate_html_paragraphs(html, paragraphs)
    if most is not None:
        html = utils.truncate_html_words(html, most, end)
    return Html(utils.strip_toc_elements_from_html(html))


def _text_of_others(content: Content, siteurl: str) -> str:
    return Html(own_answer(content, "get_content", siteurl))


def _no_links(_: Content) -> set[str]:
    return set()  # Pelican would read every text for links to attach files


_OURS: dict[str, Answer] = {
    "get_content": _content,
    "get_summary": _summary,
    "get_static_links": _no_links,
}
_OF_OTHERS: dict[str, Answer] = {"get_content": _text_of_others}
