"""What plugins by others change of articles and pages: addresses, titles, summaries.

They do it when Pelican has read its articles or its pages; later, lists are made.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote, unquote

from markupsafe import Markup
from pelican.contents import Content
from pelican.generators import Generator
from pelican.plugins.signals import signal

from core.diagnostics.catalog.addresses import MOVED_TOO_LATE, SAME_ADDRESS
from core.diagnostics.catalog.build import FILE_OF_A_PLUGIN
from jekyll.addresses.urls import path_of, quote_path, save_as
from jekyll.plugin.contents import (
    ARTICLES,
    PAGES,
    contents_by_file,
    has_ours_alone,
    listed,
    listed_by_file,
    written_files,
)
from jekyll.plugin.extension_points import Change, SiteContext, site_context
from jekyll.plugin.reader import summary_of
from jekyll.site.menu import changed
from jekyll.site.model import Document, Kind
from jekyll.site.pelican_keys import HIDDEN

# RFC 3986, section 2.2: a plugin's address may be escaped already, and bear a query.
_KEPT = "/:?#@!$&*+,;=~-._%"
_NO_PATH = re.compile(r"[?#]|^[a-z]+:", re.IGNORECASE)

_BY_A_PLUGIN = "Un plugin en est la cause : changez ses réglages, ou retirez-le du réglage PLUGINS."


def follow_changes(generator: Generator) -> None:
    """Have all that names a page or links to it follow: texts, lists, the menu, redirects.

    What a plugin has made itself, from no file of the content, gets its address (`href`) too.
    """
    site, changes = site_context(generator.settings), {}
    copied = set(site.site.copied)
    for content in _every(generator.context):
        document = site.site.documents.get(content.relative_source_path)
        href = _href_now(content, document, site)
        is_moved, content.href = href != getattr(content, "href", None), href
        if document is None or not (is_moved or content.title != document.title):
            continue
        if is_moved and content.save_as in copied:
            report_twice(site, content.save_as, [document.name, content.save_as])
        before, titles = document.path, {document.title: content.title}
        document.title = content.title
        if is_moved and not _NO_PATH.search(content.url):
            document.path = "/" + unquote(href.removeprefix(site.base_path)).lstrip("/")
            site.renderer.move(document, before, content.save_as)
        changes[site.href(before)] = Change(href, content.save_as, titles)
    changes |= _dropped(generator.context, site)
    if changes:
        site.follow(changes)
        generator.env.globals["site"].follow(changes)
        listed_links = generator.context["MENUITEMS"]
        listed_links[:] = filter(
            None, (changed(title, href, changes) for title, href in listed_links)
        )


def _dropped(context: dict[str, Any], site: SiteContext) -> dict[str, Change]:
    """Return what plugins have taken from the lists; what is not written has no links."""
    listed_now, written = listed_by_file(context), written_files(context)
    found: dict[str, Change] = {}
    for name in contents_by_file(context):
        document = site.site.documents.get(name)
        if document is None or not document.is_listed or name in listed_now:
            continue
        document.metadata = {**document.metadata, "status": HIDDEN}
        found[site.href(document.path)] = Change("", "", {})
        if name not in written:
            site.renderer.forget(document)
    return found


def follow_summaries(generator: Generator) -> None:
    """Have our lists and heads say the summaries that plugins give (of Pelican's, in HTML)."""
    documents = site_context(generator.settings).site.documents
    for name, content in contents_by_file(generator.context).items():
        summary = content.metadata.get("summary")
        if name in documents and summary and summary != summary_of(documents[name]):
            content.description = Markup(summary).striptags()


def addresses(context: dict[str, Any]) -> dict[str, tuple[str, str]]:
    """Return the address and the file of what Pelican has read, by its own file."""
    return {name: (it.url, it.save_as) for name, it in contents_by_file(context).items()}


def report_late_moves(generator: Generator, before: dict[str, tuple[str, str]]) -> None:
    """Report what a plugin has moved since `before`, when the lists were made."""
    site = site_context(generator.settings)
    for name, now in addresses(generator.context).items():
        if before.get(name, now) != now and name in site.site.documents:
            late = MOVED_TOO_LATE(address=f"/{now[0].lstrip('/')}")
            site.diagnostics.add(late.at(site.site.documents[name].source.label))


def report_twice(site: SiteContext, file: str, sources: Sequence[str]) -> None:
    """Report two things written at one address, unless it may follow from what is reported.

    Their sources are files of the content, each perhaps "".
    """
    label = site.site.label
    one, other = (f"« {label}/{name} »" if name else "un fichier d'un plugin" for name in sources)
    if not site.diagnostics.errors:
        same = SAME_ADDRESS(claimant=one, other=other, address=path_of(file), remedy=_BY_A_PLUGIN)
        site.diagnostics.add(same)


def report_replaced(site: SiteContext, file: str) -> None:
    """Report a file of a plugin's, in the place of which one of the site's is written."""
    site.diagnostics.add(FILE_OF_A_PLUGIN(address=path_of(file)))


def _every(context: dict[str, Any]) -> list[Content]:
    every = [
        *contents_by_file(context).values(),
        *listed(context, ARTICLES),
        *listed(context, PAGES),
    ]
    return list({id(it): it for it in every}.values())


def _href_now(content: Content, document: Document | None, site: SiteContext) -> str:
    """Return the address of a content, with the base path: its file's, when that alone is moved."""
    url, file = content.url, content.save_as
    if document and url == quote_path(document.path).lstrip("/"):
        path = document.path if file == save_as(document.path) else path_of(file)
        return site.href(path)
    return f"{site.base_path}/{quote(url.lstrip('/'), safe=_KEPT)}"


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
