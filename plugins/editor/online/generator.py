"""Pelican's generator of the page for writing."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pelican.generators import Generator

from editor.forms import forms
from editor.online.listing import online_listing
from editor.page import MADE, OFFLINE, hosted_files, hosted_policy, offline_script
from engine.deferred_writer.writer import DeferredWriter
from jekyll.addresses.urls import save_as
from jekyll.plugin.extension_points import SiteContext, site_context
from jekyll.site.git_host import GitHost

FOLDER = "/ecrire/"
_API_OF_GITHUB = "https://api.github.com"
# The kinds of the theme's styles that a text may ask for.
_STYLES = ("encarts", "cartes", "tableaux", "dates", "event", "news", "commons")

# A sandboxed frame may not load the theme's mask: items of lists are marked by a disc.
_MARKS = "main ul>li::before{mask:none;border-radius:50%}"


@dataclass(frozen=True)
class OnlineEditor:
    """The page's own files, by their addresses; none where `_config.yml` asks for no page."""

    host: GitHost | None = None
    files: tuple[tuple[str, bytes], ...] = ()


def announce_editor(context: SiteContext) -> None:
    """Say that the page will be written, where the site says how its files are kept."""
    host = context.site.config.settings.host
    if host is None:
        return
    api = _API_OF_GITHUB if host.address == "https://github.com" else host.address
    site = _origin(context.siteurl) if context.has_host else ""
    files = hosted_files(host.software, hosted_policy({host.address, api}, site))
    context.put(OnlineEditor(host, tuple(files.items())))
    for name in (*files, *MADE, OFFLINE):
        path = FOLDER if name == "index.html" else FOLDER + name
        context.announce(path, "la page pour écrire", is_listed=False)


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


class EditorGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes the page, its scripts, and what it knows of the site."""

    def generate_output(self, writer: DeferredWriter) -> None:
        """Promise the files."""
        context = site_context(self.settings)
        editor = context.get(OnlineEditor)
        if editor.host is None:
            return
        host, root = editor.host, Path(self.settings["PATH"])
        for name, data in editor.files:
            writer.promise(save_as(FOLDER + name), partial(bytes, data))
        makers = (
            lambda: _json(forms()),
            lambda: _json(online_listing(context, root, host, FOLDER)),
            self._styles,
        )
        made = dict(zip(MADE, map(cache, makers), strict=True))
        for name, make in made.items():
            writer.promise(save_as(FOLDER + name), make)
        whole = {name: partial(bytes, data) for name, data in editor.files} | made
        writer.promise(
            save_as(FOLDER + OFFLINE),
            lambda: offline_script({name: make() for name, make in whole.items()}),
        )

    def _styles(self) -> bytes:
        """Return the theme's styles, for the approximate page."""
        stylesheet = self.env.globals.get("stylesheet")  # another theme has none
        return f"{stylesheet(*_STYLES)}{_MARKS}".encode() if stylesheet else b""


def _json(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
