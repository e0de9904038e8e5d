"""Pelican's generator of the lists of articles."""

from __future__ import annotations

import functools
import itertools
from functools import partial
from typing import Any

from markupsafe import Markup
from pelican.generators import Generator
from pelican.writers import Writer

from faults import Faults
from news.listing import ROOT, Item, NewsPage, Subjects, news_pages
from scribouilli.content_files import POSTS_FOLDER
from scribouilli.extension_points import Generated
from scribouilli.site import Document, Site
from scribouilli.urls import base_path, save_as

LATEST = 3


def announce_list(
    site: Site, settings: dict[str, Any], faults: Faults, generated: list[Generated]
) -> None:
    """Say which pages will be written, when no page of the site lists its articles itself.

    A site whose settings are still Jekyll's keeps its menu: it may have left its articles unlisted.
    """
    del faults  # a list of articles has none of its own
    posts = [document for document in site.rendered if document.day is not None]
    has_posts = any(name.startswith(f"{POSTS_FOLDER}/") for name in site.files.names)
    lists_itself = any("site.posts" in document.source.body for document in site.rendered)
    is_wanted = not lists_itself and not site.config.names_jekyll
    settings["NEWS_LIST"] = has_posts and is_wanted
    if settings["NEWS_LIST"]:
        for page in news_pages([make_item(post, post) for post in posts], ""):
            title = "Actualités" if page.path == ROOT else ""
            generated.append(Generated(page.path, "la liste des actualités", title))


def make_item(document: Document, article: object) -> Item:
    """Return a post as the lists take it."""
    metadata = document.metadata
    categories, tags = (tuple(metadata[key]) for key in ("categories", "tags"))
    return Item(article, document.day.year, categories, tags)


class NewsGenerator(Generator):
    """Writes the lists, and tells each article its neighbours."""

    def generate_context(self) -> None:
        """Put the articles in order, and give the home page the latest."""
        by_name = {article.relative_source_path: article for article in self.context["articles"]}
        posts = self.settings["DIALECT_SITE"].posts
        self.items = [make_item(post, by_name[post.name]) for post in posts]
        ordered = [item.article for item in self.items]
        for newer, older in itertools.pairwise(ordered):
            newer.previous_link, older.next_link = older, newer
        if self.settings["NEWS_LIST"]:
            base = base_path(self.settings["SITEURL"])
            subjects = Subjects(self.items)
            for item in self.items:
                item.article.shelves = subjects.shelves_of(item, base)
                item.article.way = [("Actualités", base + ROOT)]
        self.context["latest_news"] = ordered[:LATEST] if self.settings["NEWS_LIST"] else []

    def generate_output(self, writer: Writer) -> None:
        """Write the lists."""
        if not self.settings["NEWS_LIST"]:
            return
        template = self.get_template("news")
        pages = news_pages(self.items, base_path(self.settings["SITEURL"]))
        # The first page has all links, the others the same ones.
        first, others = (functools.cache(partial(self._shelves, pages[n])) for n in (0, -1))
        for page in pages:
            shelves = first if page is pages[0] else others
            shown = {"news_page": page, "shown": page, "shelves": shelves}
            writer.write_file(save_as(page.path), template, self.context, **shown)

    def _shelves(self, page: NewsPage) -> Markup:
        return Markup(self.env.get_template("parts/news_shelves.html").render(news_page=page))
