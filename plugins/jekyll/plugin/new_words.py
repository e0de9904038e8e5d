"""An article's new title or summary, in a site that is held in memory.

Pages read what they show when they are made. What has copied them before is here, or connects to
`article_reworded`; where anything else may have, they are not taken.
"""

from __future__ import annotations

from collections.abc import Mapping

from pelican.contents import Content
from pelican.plugins.signals import signal

from jekyll.plugin.contents import has_ours_alone
from jekyll.plugin.extension_points import SiteContext
from jekyll.plugin.reader import summary_of
from jekyll.site.model import Document, Kind

# Sent with the `SiteContext`, `document` and `content`, whose words are the new ones.
article_reworded = signal("article_reworded")


def take_words(
    context: SiteContext, document: Document, again: Document, contents: Mapping[str, Content]
) -> bool:
    """Give an article the words of its file, read again; return False if more depends on them."""
    content = contents.get(document.name)
    is_alone = (
        document.kind is Kind.POST
        and document.differs_in_words_alone(again)
        and not document.metadata["redirect_from"]  # these pages say where they lead
        and not any(map(_may_have_it_in_its_own, context.site.rendered))
        and has_ours_alone(context.settings)
    )
    if not is_alone or content is None or content.title != document.title:
        return False
    document.reword(again)
    content.title = content.metadata["title"] = document.title
    content.description = content.metadata["description"] = document.metadata["resume"]
    content.metadata.pop("summary", None)
    if content.description:
        content.metadata["summary"] = summary_of(document)
    context.renderer.reword(document)
    article_reworded.send(context, document=document, content=content)
    return True


def _may_have_it_in_its_own(document: Document) -> bool:
    """Return whether the title of a text that lists the articles may be made by Liquid."""
    may_be = document.titled_by_text and document.lists_articles
    return may_be and not document.source.holds(document.title)
