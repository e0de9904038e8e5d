"""One page's body, while what it takes from other hosts is looked for."""

from __future__ import annotations

from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from core.diagnostics import Diagnostics, cut
from core.diagnostics.catalog.embeds import FOREIGN_FILE, FRAME_WITHOUT_ADDRESS
from jekyll.addresses.hosts import Hosts, host_name
from jekyll.front_matter import Source
from page_parts.security_policy.policy import Needs


@dataclass
class PageBody:
    """A body and what is known of it."""

    tree: LexborHTMLParser
    source: Source
    hosts: Hosts
    needs: Needs
    diagnostics: Diagnostics

    def refuse(self, what: str, url: str) -> None:
        """Report that something of another host will not be loaded."""
        warn_refused(self.diagnostics, self.source.label, self.line_of(url), what, url)

    def drop_frame(self, url: str) -> None:
        """Report that a frame has been left out, for an address that shows nothing."""
        dropped = FRAME_WITHOUT_ADDRESS(url=cut(url))
        self.diagnostics.add(dropped.at(self.source.label, self.line_of(url)))

    def line_of(self, url: str) -> int:
        """Return the line of an address as the member wrote it, or 0."""
        return self.source.line_of(url) or self.source.line_of(url.replace("&", "&amp;"))


def warn_refused(diagnostics: Diagnostics, label: str, line: int, what: str, url: str) -> None:
    """Report that something of another host, « le script », will not be loaded; line 0 for none."""
    hint, origin = None, Hosts.origin(url)
    if origin.startswith("https://"):
        allowed = f"« origines_autorisees: [{origin}] »"
        hint = f"Copiez le fichier dans assets/, ou écrivez {allowed} dans _config.yml."
    reported = FOREIGN_FILE(what=what, host=host_name(url), hint=hint)
    diagnostics.add(reported.at(label, line))
