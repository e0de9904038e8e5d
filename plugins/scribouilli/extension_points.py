"""Where other plugins join in: a signal of our own, beside Pelican's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from scribouilli.site import Document, Site

# Changes the tree of a document's body, once its headings have ids and its addresses are those to
# publish. A plugin adds its own to `settings["BODY_PASSES"]` when it receives `site_loaded`; they
# run in the order of PLUGINS, in the one pass, so that no plugin reads HTML that another wrote.
BodyPass = Callable[[LexborHTMLParser, Document], None]


class SiteSignal:
    """Tells plugins of the site, in the order of PLUGINS.

    Pelican's signals (blinker's) keep their receivers in a set, whose order changes from one run to
    the next: what a plugin adds, or reads of another's, would change with it.
    """

    def __init__(self) -> None:
        self._receivers: list[Callable[..., None]] = []

    def connect(self, receiver: Callable[..., None]) -> None:
        """Add a receiver; one that is connected again, for another build, takes its new place."""
        if receiver in self._receivers:
            self._receivers.remove(receiver)
        self._receivers.append(receiver)

    def send(self, site: Site, **along: object) -> None:
        """Call each receiver with the site and what comes along."""
        for receiver in self._receivers:
            receiver(site, **along)


# Sent with the site just read, before its faults stop the build. Along come `settings`, `faults`
# (what a receiver finds wrong is told with the rest) and `generated`, a list to add to.
site_loaded = SiteSignal()


@dataclass(frozen=True)
class Generated:
    """A page or a file that a plugin writes from no file of its own.

    Attributes:
        path: its address, beginning with `/`.
        what: what it is, in French, for the message on two sources of one address.
        menu_title: its title in the menu, or "" to stay out of it.
    """

    path: str
    what: str
    menu_title: str = ""
