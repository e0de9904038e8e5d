"""Where other plugins join in: a signal of our own, beside Pelican's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from blinker import signal
from selectolax.lexbor import LexborHTMLParser

from scribouilli.site import Document

# Changes the tree of a document's body, once its headings have ids and its addresses are those to
# publish. A plugin adds its own to `settings["BODY_PASSES"]` when it receives `site_loaded`; they
# run in the order of PLUGINS, in the one pass, so that no plugin reads HTML that another wrote.
BodyPass = Callable[[LexborHTMLParser, Document], None]

# Sent with the site just read, before its faults stop the build. Along come `settings`, `faults`
# (what a receiver finds wrong is told with the rest) and `generated`, a list to add to.
site_loaded = signal("scribouilli_site_loaded")


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
