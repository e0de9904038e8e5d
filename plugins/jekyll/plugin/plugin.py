"""The plugin: the site model is read when Pelican starts, and its settings lead to it."""

from __future__ import annotations

import logging
import posixpath
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from pelican import Pelican
from pelican.contents import Static
from pelican.generators import Generator, StaticGenerator

from core.clock import build_day, iso
from core.diagnostics import WARNING
from core.diagnostics.catalog.build import REFUSED_SETTING
from core.diagnostics.catalog.files import POSITION_LEFT, POSITION_TAKEN_OUT
from core.geolocation import find_position, write_patches
from core.names import nfc
from core.plain_files import copy_inside
from core.progress import Progress
from engine.compat.static_files import copy_with
from engine.deferred_writer.workers import begin, share_out
from engine.deferred_writer.writer import WORTH_SHARING, deferral
from jekyll.addresses.urls import FEED_NAME, save_as
from jekyll.linking.collisions import report_collisions
from jekyll.linking.redirects import Redirect, find_redirects
from jekyll.linking.resolver import Addresses
from jekyll.plugin.changes import report_replaced, report_twice
from jekyll.plugin.chosen_links import ChosenLinks, LinkFinder
from jekyll.plugin.extension_points import KEY, SiteContext, site_context, site_loaded
from jekyll.plugin.pelican_files import named_page, pelican_files, report_taken
from jekyll.plugin.plugin_order import report_wrong_order
from jekyll.plugin.reader import DialectReader, read_metadata
from jekyll.plugin.refused_settings import (
    as_they_are,
    report_feeds_without_address,
    report_refused_settings,
)
from jekyll.plugin.run_options import RunOptions, run_options
from jekyll.plugin.site_parts import leave_out_parts
from jekyll.plugin.site_view import SiteView, menu_of, writes_feed
from jekyll.plugin.wrong_values import report_wrong_values
from jekyll.reading.site_reader import Readings, load_site
from jekyll.rendering.renderer import Renderer
from jekyll.site.config import read_config
from jekyll.site.model import PAGE_ENDINGS, Kind, Site, is_style_sheet

_log = logging.getLogger(__name__)
# What reading a site changes in Pelican's settings.
CHANGED = """SITEURL FEED_DOMAIN SITENAME READERS ARTICLE_PATHS PAGE_PATHS STATIC_PATHS
    JINJA_GLOBALS JINJA_FILTERS MENUITEMS""".split()


def load_dialect(pelican: Pelican) -> None:
    """Read the whole site, tell its diagnostics, and set Pelican's settings from it.

    What is at fault is set aside, and the run goes on to find what else is: whoever runs Pelican
    publishes nothing of it.
    """
    settings = pelican.settings
    options = run_options(settings)
    if not options.given:
        report_refused_settings(settings, options.diagnostics, options.is_pelican_s_own)
        report_wrong_values(settings, options.diagnostics)
        report_wrong_order(settings, pelican.plugins, options.diagnostics)
        options.has_refused_settings = bool(options.diagnostics.errors)
        options.judged = as_they_are(settings)
        options.given = {key: settings.get(key) for key in CHANGED}
    settings.update(options.given)
    site = read_site(settings, options)
    options.diagnostics.silence(site.silences, WARNING)  # an error is no matter of taste
    leave_out_parts(site, options.diagnostics)
    settings["SITEURL"] = (settings["SITEURL"] or site.config.siteurl).rstrip("/")
    settings["FEED_DOMAIN"] = settings["FEED_DOMAIN"] or settings["SITEURL"]  # as Pelican does
    report_feeds_without_address(settings, options.diagnostics)
    context = SiteContext(site, settings["SITEURL"], options.diagnostics, settings)
    site_loaded.send(context)
    redirects = find_redirects(site, context.base_path)
    generated = {FEED_NAME: "le flux des articles"} if writes_feed(site) else {}
    generated |= {save_as(page.path): page.what for page in context.generated}
    lost = report_collisions(site, redirects, generated, options.diagnostics)
    redirects = _set_aside(site, lost, redirects)
    generated |= {one.save_as: f"une redirection de « {one.source} »" for one in redirects}
    addresses = _addresses(context, generated)
    renderer = Renderer(site, context.siteurl, addresses, options.diagnostics, context.body_passes)
    renderer.resolve_all(site.rendered)
    links = LinkFinder(site, addresses, options.diagnostics).chosen()
    context.close(renderer, redirects)
    settings[KEY] = context
    deferral(settings).gathered[:] = [options.diagnostics, *context.gathered]
    if not deferral(settings).is_left and len(site.rendered) >= WORTH_SHARING:
        begun = begin(site.rendered, renderer.convert, [renderer.converted])
        deferral(settings).begun = begun
    deferral(settings).report_twice = partial(report_twice, context)
    deferral(settings).report_replaced = partial(report_replaced, context)
    _set_sources(settings, context)
    _set_templates(settings, context, links)


def read_site(settings: dict[str, Any], options: RunOptions) -> Site:
    """Read a content folder as Pelican's settings say (see `load_site`).

    A day begins where the site says that it is, as its dates do; else where Pelican's settings do.
    """
    root, label, diagnostics = Path(settings["PATH"]), options.label, options.diagnostics
    config = read_config(root, label, diagnostics)
    today = build_day(config.timezone.key if config.timezone else settings["TIMEZONE"])
    own = settings.get("CONTENT_COLLECTIONS")
    return load_site(root, label, diagnostics, today, own, options.parse_cache, config, _read_all)


def _read_all(names: list[str], read: Callable[[str], None], readings: Readings) -> None:
    share_out(names, read, [readings], Progress(sys.stderr, len(names), "Textes"), WORTH_SHARING)


def _addresses(context: SiteContext, written: dict[str, str]) -> Addresses:
    """Return every address of a site."""
    site, settings = context.site, context.settings
    listed = (it for it in site.rendered if context.is_article(it) and it.is_listed)
    articles = (read_metadata(it, context) for it in listed)
    more = pelican_files(settings, articles)
    sources = {save_as(it.path): f"« {it.source.label} »" for it in site.rendered}
    sources |= {name: f"« {site.label}/{name} »" for name in site.copied}
    taken = {nfc(file): what for file, what in (written | sources).items()}
    if not any(
        it.code == REFUSED_SETTING.code for it in context.diagnostics.errors
    ):  # one of these may be
        report_taken(more, taken, context.diagnostics)
    named = partial(named_page, settings)
    return Addresses(site, context.siteurl, context.base_path, [*written, *more], named)


def _set_aside(site: Site, lost: set[tuple[str, str]], redirects: list[Redirect]) -> list[Redirect]:
    """Leave out the files that get no address; return the redirects that have theirs."""
    for document in site.rendered:
        if (save_as(document.path), document.source.label) in lost:
            site.set_aside(document)
    gone = {name for name in site.copied if (name, f"{site.label}/{name}") in lost}
    site.copied = tuple(name for name in site.copied if name not in gone)
    return [one for one in redirects if (one.save_as, one.source) not in lost]


def copy_plain_files(generators: list[Generator]) -> None:
    """Have Pelican copy the files of the content as all of them are opened."""
    for generator in generators:
        if isinstance(generator, StaticGenerator):
            copy_with(generator, partial(_copy, generator))


def _copy(generator: StaticGenerator, file: Static) -> None:
    target = Path(generator.output_path) / file.save_as
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        copy_inside(Path(generator.path), file.relative_source_path, target)
        _take_position_out(site_context(generator.settings), file.relative_source_path, target)
    except OSError as error:  # as Pelican does: the others are copied
        _log.warning("cannot copy: %s", error)


def _take_position_out(context: SiteContext, name: str, target: Path) -> None:
    """Have a file just copied say nothing of where it was made; leave out one that goes on."""
    with target.open("r+b") as copy:
        found = find_position(copy)
        write_patches(copy, found.patches)
    label = f"{context.site.label}/{name}"
    if found.stuck:
        target.unlink()
        context.diagnostics.add(POSITION_LEFT(where=found.stuck).at(label))
    elif found:
        context.diagnostics.add(POSITION_TAKEN_OUT().at(label))


def made_style_sheets(context: SiteContext) -> list[str]:
    """Return the style sheets that are made: in a folder of its host, addresses may forget it."""
    return [name for name in context.site.copied if context.base_path and is_style_sheet(name)]


def _set_sources(settings: dict[str, Any], context: SiteContext) -> None:
    site = context.site
    read = site.of_kind(Kind.PAGE, Kind.ITEM, Kind.POST)
    endings = {posixpath.splitext(document.name)[1] for document in read} | PAGE_ENDINGS
    ours = dict.fromkeys((ending.removeprefix(".") for ending in endings), DialectReader)
    none = {"rst": None}  # Docutils would say which languages it does not speak
    settings["READERS"] = none | settings["READERS"] | ours
    for name, is_article in (("ARTICLE_PATHS", True), ("PAGE_PATHS", False)):
        settings[name] = [it.name for it in read if context.is_article(it) is is_article]
    made = set(made_style_sheets(context))
    settings["STATIC_PATHS"] = [name for name in site.copied if name not in made]


def _set_templates(settings: dict[str, Any], context: SiteContext, links: ChosenLinks) -> None:
    """Give templates the site, and filters of its addresses.

    These are given the template's context, though they have no use for it: Jinja computes none of
    such filters when it compiles, and what it has compiled serves every site.
    """

    @pass_context
    def relative_url(_: Context, path: str) -> str:
        return f"{context.base_path}/{path.lstrip('/')}"

    @pass_context
    def with_host(_: Context, href: str) -> str:
        return context.absolute(href)

    site, base_path = context.site, context.base_path
    menu = menu_of(site, context.generated, links, base_path, context.diagnostics)
    view = SiteView(site, context.siteurl, base_path, menu, links)
    settings["SITENAME"] = view.name
    shown = [] if settings["DISPLAY_PAGES_ON_MENU"] else [it for top in menu for it in top.pages]
    # The name that themes by others have for it; theirs have one level.
    listed = [*(settings["MENUITEMS"] or ()), *((item.title, item.href) for item in shown)]
    settings["MENUITEMS"] = listed
    settings["JINJA_GLOBALS"] = {**settings["JINJA_GLOBALS"], "site": view}
    settings["JINJA_FILTERS"] = {
        **settings["JINJA_FILTERS"],
        "relative_url": relative_url,
        "with_host": with_host,
        "iso": iso,
    }
