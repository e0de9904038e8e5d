"""Pelican's generator of the sitemap and of robots.txt."""

from __future__ import annotations

from typing import Any

from pelican.generators import Generator

from deferred_writer.writer import DeferredWriter
from faults import Faults
from scribouilli.extension_points import Generated
from scribouilli.site import Site
from scribouilli.site_view import own_files
from scribouilli.urls import base_path
from sitemap.entries import site_entries

SITEMAP = "/sitemap.xml"
ROBOTS = "/robots.txt"


def announce_sitemap(
    site: Site, settings: dict[str, Any], faults: Faults, generated: list[Generated]
) -> None:
    """Say which files will be written: those that the content does not hold itself."""
    del faults  # these files have none
    files = {SITEMAP: "le plan du site", ROBOTS: "le fichier des robots"}
    if base_path(settings["SITEURL"]):
        del files[ROBOTS]  # robots read it at the root of the host alone (RFC 9309, section 2.3)
    own = own_files(site)
    has_host = "://" in settings["SITEURL"]
    wanted = [Generated(path, what) for path, what in files.items() if path[1:] not in own]
    settings["SITEMAP_FILES"] = [file.path for file in wanted] if has_host else []
    if has_host:
        generated += wanted


class SitemapGenerator(Generator):
    """Writes the files of `settings["SITEMAP_FILES"]`."""

    def generate_output(self, writer: DeferredWriter) -> None:
        """Write them."""
        files = self.settings["SITEMAP_FILES"]
        if SITEMAP in files:
            added = self.settings["DIALECT_GENERATED"]
            entries = site_entries(self.settings["DIALECT_SITE"], added, self.settings["SITEURL"])
            template = self.env.get_template("sitemap.xml")
            writer.promise(SITEMAP, lambda: template.render(entries=entries).encode())
        if ROBOTS in files:
            address = self.settings["SITEURL"] + SITEMAP
            text = f"User-agent: *\nDisallow:\n\nSitemap: {address}\n"
            writer.promise(ROBOTS, text.encode)
