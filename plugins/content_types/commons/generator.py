"""Pelican's generator of the commons: pages get their data, the page of all is written."""

from __future__ import annotations

from typing import Any

from pelican.writers import Writer

from content_types.commons.actor import Actor, Commons
from content_types.commons.calendar_source import CalendarAges
from content_types.commons.plugin import ROOT, CommonsNews
from content_types.commons.views import (
    ActorView,
    CommonsView,
    UniverseView,
    actor_json,
    view_actors,
    view_universe,
)
from content_types.events.plugin import Events
from core.json_ld import Node
from engine.deferred_writer.file_generator import FileGenerator
from jekyll.addresses.urls import save_as
from jekyll.liquid.link_tags import Linker
from jekyll.plugin.contents import contents_by_file, listed_by_file
from jekyll.plugin.extension_points import site_context
from jekyll.site.settings import COMMONS


class CommonsGenerator(FileGenerator):
    """Shows the commons of the site."""

    def generate_context(self) -> None:
        """Give the pages of universes, actors and events what they know of each other."""
        self.site = site_context(self.settings)
        self.commons = self.site.get(Commons)
        self.title = self.site.site.config.settings.label(COMMONS)
        self.events = self.site.get(Events).by_name
        if not self.commons.universes:
            return
        self.linker = Linker(self.site.site, self.site.base_path)
        commons = self.commons.at(self.site.now)
        actors = view_actors(commons, self.linker.link)
        self.by_href = {self.commons.actors[name].href: view for name, view in actors.items()}
        self._add_news()
        join = self.env.globals["site"].join
        join_href = join.href if join else ""
        universes = {
            name: view_universe(one, map(self._view, self.commons.of(one)), join_href)
            for name, one in commons.universes.items()
        }
        href = self.site.href(ROOT)
        all_of_them = list(universes.values())
        self.view = CommonsView(self.title, href, all_of_them, len(actors))
        for name, content in contents_by_file(self.context).items():
            self._give(content, universes, actors)
            if name in self.events:
                self._give_organisers(content)

    def _view(self, actor: Actor) -> ActorView:
        return self.by_href[actor.href]

    def _add_news(self) -> None:
        """Give each actor the articles that name it."""
        articles = listed_by_file(self.context)
        for name, actors in self.site.get(CommonsNews).by_name.items():
            for actor in actors if name in articles else ():
                self._view(actor).news.append(articles[name])

    def _give(
        self, page: Any, universes: dict[str, UniverseView], actors: dict[str, ActorView]
    ) -> None:
        """Give a page its template and its data."""
        name = page.relative_source_path
        if name in universes:
            page.template, page.title = "universe", universes[name].title
            page.universe, page.commons = universes[name], self.view
            page.way = [(self.title, self.view.href)]
        elif name in actors:
            view = actors[name]
            page.template, page.title = "actor", view.name
            page.actor, page.commons = view, self.view
            ages = self.site.get(CalendarAges).by_href
            page.calendar_is_of = ages.get(self.commons.actors[name].href, "")
            page.way = [(self.title, self.view.href)]
            page.way += [(one.title, one.href) for one in view.universes[:1]]
            page.structured_data = [self._actor_json(page, view)]

    def _give_organisers(self, article: Any) -> None:
        names = self.events[article.relative_source_path].organisers
        known = {name: self.commons.named(name) for name in names}
        article.organisers = {name: self._view(actor) for name, actor in known.items() if actor}

    def _actor_json(self, page: Any, view: ActorView) -> Node:
        absolute = self.site.absolute
        logo = absolute(view.logo_href) if view.logo_href else ""
        return actor_json(view.actor, address=absolute(page.href), logo=logo)

    def generate_output(self, writer: Writer) -> None:
        """Write the page of all the commons."""
        if self.commons.universes:
            template = self.get_template("commons")
            writer.write_file(
                save_as(ROOT), template, self.context, shown=self.view, commons=self.view
            )
