"""The plugin's glue: the site model is read when Pelican starts, and set into its settings."""

from __future__ import annotations

import logging
import posixpath
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from pelican import Pelican
from pelican.contents import Static
from pelican.generators import Generator, StaticGenerator

from faults import ContentError, Faults
from plain_files import copy_inside
from scribouilli.addresses import Addresses
from scribouilli.clock import build_day, iso
from scribouilli.collisions import tell_collisions
from scribouilli.extension_points import Generated, site_loaded
from scribouilli.reader import DialectReader, show_body
from scribouilli.readings import Readings
from scribouilli.redirects import find_redirects
from scribouilli.render import Renderer
from scribouilli.site import Kind, Site, is_style_sheet
from scribouilli.site_reader import load_site
from scribouilli.site_view import FEED, SiteView, has_own_feed
from scribouilli.urls import base_path, save_as

_log = logging.getLogger(__name__)


def load_dialect(pelican: Pelican) -> None:
    """Read the whole site, tell its faults, and set Pelican's settings from it.

    Raises:
        ContentError: something cannot be rendered truly; all of it is in `settings["FAULTS"]`.
    """
    settings = pelican.settings
    faults: Faults = settings.setdefault("FAULTS", Faults())
    root = Path(settings["PATH"])
    label = settings.get("CONTENT_LABEL", root.name)
    site = read_site(settings, root, label, faults, settings.get("READINGS"))
    settings["SITEURL"] = (settings["SITEURL"] or site.config.siteurl).rstrip("/")
    base = base_path(settings["SITEURL"])
    added: list[Generated] = []
    site_loaded.send(site, settings=settings, faults=faults, generated=added)
    added.sort(key=lambda page: page.path)  # receivers are called in no certain order
    redirects = find_redirects(site, base)
    generated = {} if has_own_feed(site) else {FEED: "le flux des articles"}
    generated |= {save_as(page.path): page.what for page in added}
    tell_collisions(site, redirects, generated, faults)
    written = [redirect.save_as for redirect in redirects] + list(generated)
    addresses = Addresses(site, settings["SITEURL"], base, written)
    passes = settings.get("BODY_PASSES", [])
    renderer = Renderer(site, settings["SITEURL"], addresses, faults, passes)
    renderer.resolve_all(site.rendered)
    if faults.errors:
        raise ContentError(f"{len(faults.errors)} faults")
    _set_sources(settings, site, renderer)
    settings["DIALECT_REDIRECTS"] = redirects
    settings["DIALECT_GENERATED"] = added
    _set_templates(settings, SiteView(site, settings["SITEURL"], base, added), base)


def read_site(
    settings: Mapping[str, Any], root: Path, label: str, faults: Faults, readings: Readings | None
) -> Site:
    """Read a content folder as Pelican's settings say (see `load_site`)."""
    today, own = build_day(settings["TIMEZONE"]), settings.get("CONTENT_COLLECTIONS")
    return load_site(root, label, faults, today, own, readings)


def copy_plain_files(generators: list[Generator]) -> None:
    """Have Pelican copy the files of the content as all of them are opened."""
    for generator in generators:
        if isinstance(generator, StaticGenerator):
            generator._copy_staticfile = partial(_copy, generator)


def _copy(generator: StaticGenerator, file: Static) -> None:
    target = Path(generator.output_path) / file.save_as
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        copy_inside(Path(generator.path), file.relative_source_path, target)
    except OSError as error:  # as Pelican does: the others are copied
        _log.warning("cannot copy: %s", error)


def _set_sources(settings: dict[str, Any], site: Site, renderer: Renderer) -> None:
    read = site.of_kind(Kind.PAGE, Kind.ITEM, Kind.POST)
    endings = {posixpath.splitext(document.name)[1].removeprefix(".") for document in read}
    settings["READERS"] = {**settings["READERS"], **dict.fromkeys(endings, DialectReader)}
    settings["DIALECT_SITE"] = site
    settings["DIALECT_RENDERER"] = renderer
    settings["SHOW_BODY"] = show_body
    settings["PAGE_PATHS"] = [page.name for page in site.of_kind(Kind.PAGE, Kind.ITEM)]
    settings["ARTICLE_PATHS"] = [post.name for post in site.posts]
    # In a folder of its host, style sheets are made: their addresses may forget it.
    in_folder = base_path(settings["SITEURL"])
    made = [name for name in site.copied if in_folder and is_style_sheet(name)]
    settings["DIALECT_STYLE_SHEETS"] = made
    settings["STATIC_PATHS"] = [name for name in site.copied if name not in made]


def _set_templates(settings: dict[str, Any], view: SiteView, base: str) -> None:
    def relative_url(path: str) -> str:
        return f"{base}/{path.lstrip('/')}"

    def with_host(href: str) -> str:
        return settings["SITEURL"].removesuffix(base) + href

    settings["SITENAME"] = view.name
    settings["JINJA_GLOBALS"] = {**settings["JINJA_GLOBALS"], "site": view}
    settings["JINJA_FILTERS"] = {
        **settings["JINJA_FILTERS"],
        "relative_url": relative_url,
        "with_host": with_host,
        "iso": iso,
    }
