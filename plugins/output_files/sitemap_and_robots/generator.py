"""Pelican's generator of the sitemap and of robots.txt."""

from __future__ import annotations

from datetime import datetime

from engine.deferred_writer.file_generator import FileGenerator
from engine.deferred_writer.writer import DeferredWriter
from jekyll.addresses.urls import path_of, save_as
from jekyll.plugin.contents import ARTICLES, PAGES, listed, listed_by_file
from jekyll.plugin.extension_points import SiteContext, site_context
from jekyll.plugin.site_view import own_files
from output_files.sitemap_and_robots.entries import is_page, site_entries

SITEMAP = "/sitemap.xml"
ROBOTS = "/robots.txt"


def announce_sitemap(context: SiteContext) -> None:
    """Say which files will be written: those that the content does not hold itself."""
    if not context.has_host:
        return
    files = {SITEMAP: "le plan du site", ROBOTS: "le fichier des robots"}
    if context.base_path:
        del files[ROBOTS]  # robots read it at the root of the host alone (RFC 9309, section 2.3)
    own = own_files(context.site)
    for path, what in files.items():
        if path[1:] not in own:
            context.announce(path, what)


class SitemapGenerator(FileGenerator):
    """Writes the files that are announced."""

    def generate_output(self, writer: DeferredWriter) -> None:
        """Write them."""
        context = site_context(self.settings)
        if context.is_announced(SITEMAP):
            writer.promise(SITEMAP, lambda: self._sitemap(writer))
        if context.is_announced(ROBOTS):
            address = context.siteurl + SITEMAP
            text = f"User-agent: *\nDisallow:\n\nSitemap: {address}\n"
            writer.promise(ROBOTS, text.encode)

    def _sitemap(self, writer: DeferredWriter) -> bytes:
        """Return the sitemap, once all files are known: a plugin may have dropped some."""
        context, contents = site_context(self.settings), listed_by_file(self.context)
        written = [it for it in context.generated if save_as(it.path) in writer.outputs]
        addresses = {name: context.absolute(it.href) for name, it in contents.items()}
        more = self._of_no_file(context, writer)
        entries = site_entries(context.site, written, context.siteurl, addresses, more)
        text: str = self.env.get_template("sitemap.xml").render(entries=entries)
        return text.encode()

    def _of_no_file(
        self, context: SiteContext, writer: DeferredWriter
    ) -> dict[str, datetime | None]:
        """Return the pages that plugins have made, and Pelican's lists, by their addresses."""
        lists = (path_of(name) for name in writer.lists)
        found: dict[str, datetime | None] = {
            context.absolute(context.href(path)): None for path in lists if is_page(path)
        }
        made = [it for what in (ARTICLES, PAGES) for it in listed(self.context, what)]
        return found | {
            context.absolute(it.href): getattr(it, "modified", None) or getattr(it, "date", None)
            for it in made
            if not it.relative_source_path
        }
