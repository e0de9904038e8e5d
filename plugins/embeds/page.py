"""One page's body, while what it takes from other hosts is looked for."""

from __future__ import annotations

from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from diagnostics import Diagnostics
from front_matter import Source
from scribouilli.hosts import Hosts, host_name
from security_policy.needs import Needs


@dataclass
class PageBody:
    """A body and what is known of it.

    Attributes:
        tree: the body.
        source: the file it comes from.
        hosts: which hosts are the site's own.
        needs: what the page's policy is to allow.
        diagnostics: what is wrong with it.
    """

    tree: LexborHTMLParser
    source: Source
    hosts: Hosts
    needs: Needs
    diagnostics: Diagnostics

    def refuse(self, what: str, url: str) -> None:
        """Tell that something of another host will not be loaded."""
        warn_refused(self.diagnostics, self.source.label, self.line_of(url), what, url)

    def drop(self, what: str, url: str) -> None:
        """Tell that an element has been left out, for an address that shows nothing."""
        message = f"{what} « {shortened(url)} » a été retiré : cette adresse n'en est pas une"
        hint = "Écrivez une adresse qui commence par https://."
        self.diagnostics.warn(self.source.label, self.line_of(url), message, hint)

    def line_of(self, url: str) -> int:
        """Return the line of an address as the member wrote it, or 0."""
        return self.source.line_of(url) or self.source.line_of(url.replace("&", "&amp;"))


def warn_refused(diagnostics: Diagnostics, label: str, line: int, what: str, url: str) -> None:
    """Tell that something of another host will not be loaded.

    Args:
        diagnostics: where to tell it.
        label: the file, as messages name it.
        line: where it is written, or 0.
        what: a sentence in French, with `{host}`.
        url: where it would come from.
    """
    hint = "Copiez le fichier dans assets/."
    origin = Hosts.origin(url)
    if origin.startswith("https://"):
        allowed = f"« origines_autorisees: [{origin}] »"
        hint = f"Copiez le fichier dans assets/, ou écrivez {allowed} dans _config.yml."
    diagnostics.warn(label, line, what.format(host=host_name(url)), hint)


def shortened(url: str) -> str:
    """Return an address that a message can quote."""
    return url if len(url) <= 60 else url[:57] + "…"
