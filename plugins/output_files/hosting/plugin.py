"""The plugin: the servers' files announced, then written."""

from __future__ import annotations

from core.diagnostics.catalog.build import OWN_SERVER_FILE
from engine.deferred_writer.file_generator import FileGenerator
from engine.deferred_writer.writer import DeferredWriter
from jekyll.plugin.extension_points import SiteContext, site_context
from jekyll.plugin.site_view import has_own
from output_files.hosting.configuration import htaccess, nginx_redirects
from output_files.hosting.old_addresses import old_addresses

HTACCESS = "/.htaccess"
NGINX_REDIRECTS = "/.redirections.map"


def announce_files(context: SiteContext) -> None:
    """Say that the files will be written; a member's own `.htaccess` wins, and that is reported."""
    context.announce(NGINX_REDIRECTS, "la liste des redirections pour nginx")
    if has_own(context.site, HTACCESS):
        context.diagnostics.add(OWN_SERVER_FILE().at(f"{context.site.label}{HTACCESS}"))
    else:
        context.announce(HTACCESS, "la configuration pour Apache")


class HostingGenerator(FileGenerator):
    """Writes them."""

    def generate_output(self, writer: DeferredWriter) -> None:
        """Write what Apache reads beside the pages, and what nginx includes."""
        context = site_context(self.settings)
        base, is_safe = context.base_path, context.siteurl.startswith("https://")
        old = old_addresses(context.redirects)
        writer.promise(NGINX_REDIRECTS, nginx_redirects(base, old).encode)
        if context.is_announced(HTACCESS):
            writer.promise(HTACCESS, htaccess(base, old, is_safe).encode)
