"""Pelican's generator of the lists of articles."""

from __future__ import annotations

import functools
import itertools
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from markupsafe import Markup
from pelican.contents import Article
from pelican.settings import DEFAULT_CONFIG
from pelican.writers import Writer

from content_types.news.listing import ROOT, NewsItem, NewsPage, Subjects, news_pages
from core.clock import Moment
from core.diagnostics.catalog.settings import PART_WITHOUT_EFFECT
from engine.deferred_writer.file_generator import FileGenerator
from jekyll.addresses.urls import path_of, save_as
from jekyll.plugin.contents import ARTICLES, listed, listed_by_file
from jekyll.plugin.extension_points import SiteContext, site_context
from jekyll.site.config import FILE_NAME
from jekyll.site.content_files import POSTS_FOLDER
from jekyll.site.model import Document
from jekyll.site.post_dates import calendar_day
from jekyll.site.settings import NEWS, PARTS

LATEST = 3
_LISTED = "une page de ce site liste déjà les articles, par « site.posts »"


@dataclass(frozen=True)
class NewsPlan:
    """Whether the lists are written, and the title of the first."""

    is_wanted: bool = False
    title: str = PARTS[NEWS]


def announce_list(context: SiteContext) -> None:
    """Say which pages will be written, when no page of the site lists its articles itself.

    A site whose settings are still Jekyll's keeps its menu, unless it asks: it may have left its
    articles unlisted.
    """
    site = context.site
    part = site.config.settings.parts[NEWS]
    has_posts = any(name.startswith(f"{POSTS_FOLDER}/") for name in site.files.names)
    lists_itself = any(document.lists_articles for document in site.rendered)
    is_wanted = not lists_itself and (part.is_asked or not site.config.names_jekyll)
    if part.is_on and part.is_asked and has_posts and lists_itself:
        useless = PART_WITHOUT_EFFECT(key=NEWS, why=_LISTED, hint="Retirez l'une des deux.")
        context.diagnostics.add(useless.at(f"{site.label}/{FILE_NAME}", part.line))
    plan = NewsPlan(part.is_on and has_posts and is_wanted, site.config.settings.label(NEWS))
    context.put(plan)
    if plan.is_wanted:
        items = [make_item(it, it.day, it) for it in site.listed_posts if it.day is not None]
        for page in news_pages(items, "", plan.title):
            title = plan.title if page.path == ROOT else ""
            context.announce(page.path, "la liste des actualités", title, part.order)


def make_item(document: Document, day: Moment, article: object) -> NewsItem:
    """Return a post of a day as the lists take it."""
    metadata = document.metadata
    categories, tags = (tuple(metadata[key]) for key in ("categories", "tags"))
    return NewsItem(article, day.year, categories, tags)


def _is_moved_in_time(post: Document, article: Article) -> bool:
    """Return whether a plugin by others has given an article another day."""
    return post.day is not None and article.date.date() != calendar_day(post.day)


def _item_now(post: Document, article: Article) -> NewsItem:
    """Return an article as the lists take it, with the subjects that plugins have given it."""
    item = make_item(post, article.date, article)
    tags = tuple(str(tag) for tag in getattr(article, "tags", ()))
    if set(tags) != {tag.strip() for tag in item.tags}:
        item = replace(item, tags=tags)
    first = next(iter(item.categories), article.settings["DEFAULT_CATEGORY"])
    category = str(article.category)
    return item if category == first else replace(item, categories=(category,))


def _made_items(context: dict[str, Any]) -> list[NewsItem]:
    """Return, as the lists take them, the articles that plugins by others have made of no file."""
    items = []
    for article in listed(context, ARTICLES):
        if not article.relative_source_path:
            category = str(getattr(article, "category", ""))
            categories = (category,) if category != context["DEFAULT_CATEGORY"] else ()
            tags = tuple(map(str, getattr(article, "tags", ())))
            items.append(NewsItem(article, article.date.year, categories, tags))
    return items


def _lead_to_lists(settings: dict[str, Any], path: str) -> None:
    """Lead the links of other themes to a category, a tag or an author to what lists articles.

    Those that settings give no page would lead nowhere: Pelican's default addresses stay. Those
    that settings give a page, and no address, lead to that page.
    """
    for what in ("CATEGORY", "TAG", "AUTHOR"):
        file, default = settings[f"{what}_SAVE_AS"], DEFAULT_CONFIG[f"{what}_URL"]
        if file and settings[f"{what}_URL"] == default:
            settings[f"{what}_URL"] = path_of(file)[1:]
        elif not file and settings[f"{what}_URL"] in (default, ROOT[1:], ""):
            settings[f"{what}_URL"] = path[1:]


class NewsGenerator(FileGenerator):
    """Writes the lists, and tells each article its neighbours."""

    def generate_context(self) -> None:
        """Put the articles in order, and give the home page the latest."""
        context, by_name = site_context(self.settings), listed_by_file(self.context)
        self.plan, self.base_path = context.get(NewsPlan), context.base_path
        found = [(it, by_name[it.name]) for it in context.site.listed_posts if it.name in by_name]
        if any(_is_moved_in_time(post, article) for post, article in found):
            found.sort(key=lambda pair: pair[1].date, reverse=True)
        self.items = [_item_now(post, article) for post, article in found]
        if made := _made_items(self.context):
            every = [*self.items, *made]
            self.items = sorted(every, key=lambda item: item.article.date, reverse=True)
        ordered = [item.article for item in self.items]
        for newer, older in itertools.pairwise(ordered):
            newer.previous_link, older.next_link = older, newer
        if self.plan.is_wanted:
            subjects = Subjects(self.items)
            for item in self.items:
                item.article.shelves = subjects.shelves_of(item, self.base_path)
                item.article.way = [(self.plan.title, context.href(ROOT))]
        self.context["latest_news"] = ordered[:LATEST] if self.plan.is_wanted else []
        _lead_to_lists(self.settings, ROOT if self.plan.is_wanted else "/")

    def generate_output(self, writer: Writer) -> None:
        """Write the lists."""
        if not self.plan.is_wanted:
            return
        template = self.get_template("news")
        pages = news_pages(self.items, self.base_path, self.plan.title)
        # The first page has all links, the others the same ones.
        first, others = (functools.cache(partial(self._shelves, pages[n])) for n in (0, -1))
        for page in pages:
            shelves = first if page is pages[0] else others
            shown = {"news_page": page, "shown": page, "shelves": shelves}
            file = save_as(page.path)
            writer.write_file(file, template, self.context, template_name="news", **shown)

    def _shelves(self, page: NewsPage) -> Markup:
        return Markup(self.env.get_template("parts/news_shelves.html").render(news_page=page))
