"""The plugin's glue: the servers' files announced, then written."""

from __future__ import annotations

from typing import Any

from pelican.generators import Generator

from deferred_writer.writer import DeferredWriter
from faults import Faults
from hosting.configuration import htaccess, nginx_redirects
from hosting.old_addresses import old_addresses
from scribouilli.extension_points import Generated
from scribouilli.site import Site
from scribouilli.urls import base_path, save_as

HTACCESS = "/.htaccess"
NGINX_REDIRECTS = "/.redirections.map"


def announce_files(
    site: Site, settings: dict[str, Any], faults: Faults, generated: list[Generated]
) -> None:
    """Say that the files will be written; a member's own `.htaccess` wins, and that is told."""
    own = {save_as(document.path) for document in site.rendered} | set(site.copied)
    settings["WRITES_HTACCESS"] = save_as(HTACCESS) not in own
    generated.append(Generated(NGINX_REDIRECTS, "la liste des redirections pour nginx"))
    if settings["WRITES_HTACCESS"]:
        generated.append(Generated(HTACCESS, "la configuration pour Apache"))
        return
    faults.warn(
        f"{settings['CONTENT_LABEL']}{HTACCESS}",
        0,
        "votre fichier est publié tel quel : celui du site (durées de cache, sécurité, "
        "anciennes adresses) n'est pas écrit",
        "Supprimez-le s'il ne vous sert plus.",
    )


class HostingGenerator(Generator):
    """Writes them."""

    def generate_output(self, writer: DeferredWriter) -> None:
        """Write what Apache reads beside the pages, and what nginx includes."""
        siteurl = self.settings["SITEURL"]
        base = base_path(siteurl)
        old = old_addresses(self.settings["DIALECT_REDIRECTS"])
        writer.promise(NGINX_REDIRECTS, nginx_redirects(base, old).encode)
        if self.settings["WRITES_HTACCESS"]:
            writer.promise(HTACCESS, htaccess(base, old, siteurl.startswith("https://")).encode)
