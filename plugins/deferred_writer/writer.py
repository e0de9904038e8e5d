"""Pelican's writer, which only notes what is to be written and how it is made."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Template
from pelican import Pelican
from pelican.contents import Content
from pelican.generators import Generator, StaticGenerator
from pelican.settings import DEFAULT_CONFIG
from pelican.utils import sanitised_join
from pelican.writers import Writer

from deferred_writer.workers import Gathered, share_out
from faults import ContentError
from progress import Progress

Make = Callable[[], bytes]
# Below this many files, starting processes costs more than it spares.
WORTH_SHARING = 100
# The setting of who takes the promises, to keep them one at a time.
LATER = "KEEPS_PROMISES_LATER"
# Pelican hands every setting to every template; Jinja copies them at each `include`.
_UNSHOWN = DEFAULT_CONFIG.keys() - {"SITEURL", "SITENAME", "DEFAULT_LANG"}


class DeferredWriter(Writer):
    """Notes files; they are made when all are known, or when one is asked for.

    Attributes:
        promises: by its path relative to the output, with `/`, how each file is made.
    """

    def __init__(self, output_path: str, settings: dict[str, Any] | None = None):
        super().__init__(output_path, settings)
        self.promises: dict[str, Make] = {}
        self._afterwards: list[Callable[[], None]] = []
        self._folders: set[Path] = set()  # those made already
        self.settings["WRITER"] = self

    def promise(self, path: str, make: Make) -> None:
        """Note a file.

        Args:
            path: its address below the site's, with or without its first `/`.
            make: returns its bytes; called once at most for a build, in any process.

        Raises:
            ValueError: the file was promised already.
        """
        name = path.lstrip("/")
        if name in self.promises:
            raise ValueError(f"« {name} » would be written twice")
        self.promises[name] = make

    def afterwards(self, act: Callable[[], None]) -> None:
        """Note what is to be done once every file is made, in the process of the build."""
        self._afterwards.append(act)

    def write_file(  # Pelican's signature, but for what no template of ours uses
        self, name: str, template: Template, context: dict[str, Any], *_: Any, **shown: Any
    ) -> None:
        """Note a page: `shown` is what Pelican hands to the template beside its context."""
        beside = {"relative_urls", "paginated", "template_name", "override_output", "url"}
        values = {key: value for key, value in shown.items() if key not in beside}
        if name:
            self.promise(name, partial(self._render, template, context, name, values))

    def _render(
        self, template: Template, context: dict[str, Any], name: str, shown: dict[str, Any]
    ) -> bytes:
        """Return a page; the body comes first, for the head tells what the body asks."""
        for value in shown.values():
            if isinstance(value, Content):
                self.settings["SHOW_BODY"](value)
        local = {key: value for key, value in context.items() if key not in _UNSHOWN}
        return template.render({**local, "output_file": name, **shown}).encode()

    def keep(self) -> None:
        """Make and write every file, then do what was to be done afterwards."""
        ordered = sorted(self.promises.items())
        gathered: list[Gathered] = [self.settings["FAULTS"], *self.settings.get("GATHERED", ())]
        progress = Progress(sys.stderr, len(ordered), "Fichiers")
        share_out(ordered, self._write, gathered, progress, WORTH_SHARING)
        for act in self._afterwards:
            act()

    def _write(self, promise: tuple[str, Make]) -> None:
        name, make = promise
        target = Path(sanitised_join(self.output_path, name))
        try:
            data = make()
        except ContentError:  # told: nothing will be published, but the other faults are wanted
            return
        if target.parent not in self._folders:
            target.parent.mkdir(parents=True, exist_ok=True)
            self._folders.add(target.parent)
        target.write_bytes(data)


def copy_nothing_yet(generators: list[Generator]) -> None:
    """Have Pelican copy no file, when the promises are for later."""
    for generator in generators:
        if isinstance(generator, StaticGenerator) and generator.settings.get(LATER):
            generator.context["staticfiles"] = []


def keep_promises(pelican: Pelican) -> None:
    """Write the site, unless who builds it takes the promises instead."""
    if not pelican.settings.get(LATER):
        pelican.settings["WRITER"].keep()
