"""What makes the pages and the feeds that Pelican asks its writer for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import Template


def _globals_of(template: Template) -> dict[str, Any]:
    """Return what a template sees on every page: `render` would gather it for each."""
    if not isinstance(template.globals, dict):  # a chain of them
        template.globals = dict(template.globals)
    return template.globals


@dataclass(frozen=True)
class PageMaker:
    """What makes a page: a template, and what Pelican gives it."""

    name: str
    template: Template
    context: Mapping[str, Any]
    shown: Mapping[str, Any]

    def __call__(self) -> bytes:
        """Return the page."""
        template, environment = self.template, self.template.environment
        shown = template.new_context(_globals_of(template) | self.local_context(), shared=True)
        try:  # as `render` does
            return environment.concat(template.root_render_func(shown)).encode()
        except Exception:
            environment.handle_exception()

    @property
    def source(self) -> str:
        """Return the name of the file that is shown, perhaps ""."""
        shown = (getattr(one, "relative_source_path", "") for one in self.shown.values())
        return next(filter(None, shown), "")

    def local_context(self) -> dict[str, Any]:
        """Return what its template sees, beside what all see."""
        return {**self.context, "output_file": self.name, **self.shown}


@dataclass
class FeedMaker:
    """What makes a feed of Pelican's own; the feed itself, once it is made."""

    make: Callable[[], Any]
    context: dict[str, Any]
    feed: Any = None

    def __call__(self) -> bytes:
        """Return the feed."""
        self.feed = self.make()
        written: str = self.feed.writeString("utf-8")
        return written.encode()
