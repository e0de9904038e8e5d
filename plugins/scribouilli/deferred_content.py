"""Pelican's articles and pages whose text is made when it is asked for.

Pelican keeps every text of the site from the moment it is read. A page needs its own alone, at the
moment it is made: here `content` and `summary` mean what Pelican's documentation says, and nothing
is kept but the few bodies that were made last.
"""

from __future__ import annotations

from pelican.contents import Article, Content, Page
from pelican.utils import truncate_html_words

from scribouilli.body import Body
from scribouilli.extension_points import site_context


class Html(str):
    """A text of HTML: templates print it as it is, plugins change it as any text."""

    def __html__(self) -> str:
        """Return what templates print."""
        return self


class _Deferred(Content):
    """What both have.

    Attributes:
        prints_title: the template is to print the title, for the text does not begin with it.
        title_id: what links call that title, "" when they call it nothing.
    """

    _replaced: str | None = None

    @property
    def _content(self) -> str:
        """Return the text, or what a plugin put in its place: plugins of Pelican's do this."""
        return self._body.html if self._replaced is None else self._replaced

    @_content.setter
    def _content(self, html: str) -> None:
        self._replaced = html

    def get_content(self, siteurl: str) -> str:
        """Return the text, its `{static}` links those of a site."""
        html = self._content
        return Html(self._update_content(html, siteurl) if "{" in html or "|" in html else html)

    def get_summary(self, siteurl: str) -> str:
        """Return the summary: as written, or the first words of the text."""
        if "summary" in self.metadata:
            return self.metadata["summary"]
        most, end = self.settings["SUMMARY_MAX_LENGTH"], self.settings["SUMMARY_END_SUFFIX"]
        html = self.get_content(siteurl)
        return html if most is None else Html(truncate_html_words(html, most, end))

    def get_static_links(self) -> set[str]:
        """Return no link to attach files to: Pelican would read every text for them."""
        return set()

    @property
    def prints_title(self) -> bool:
        return not self._body.has_title

    @property
    def title_id(self) -> str:
        return self._body.title_id

    @property
    def _body(self) -> Body:
        context = site_context(self.settings)
        return context.renderer.body(context.site.documents[self.relative_source_path])


class DeferredArticle(_Deferred, Article):
    """An article, or an event."""


class DeferredPage(_Deferred, Page):
    """A page."""


_DEFERRED: dict[type[Content], type[Content]] = {Article: DeferredArticle, Page: DeferredPage}


def defer(content: Content) -> None:
    """Have a content just made give its text when it is asked for, if it is of the site's.

    Pelican makes articles and pages of classes that no setting names: theirs is changed.
    """
    kind = _DEFERRED.get(type(content))
    if kind and not content.__dict__["_content"]:  # another plugin's own has a text
        content.__class__ = kind
