"""Pelican's writer, which only notes what is to be written and how it is made."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jinja2 import Template
from pelican import signals
from pelican.generators import Generator
from pelican.utils import sanitised_join
from pelican.writers import FileOverwriteFailedError, Writer

from core.diagnostics import ContentError
from core.progress import Progress
from engine.deferred_writer.files_of_others import State, written_since
from engine.deferred_writer.list_pages import list_pages
from engine.deferred_writer.makers import FeedMaker, PageMaker
from engine.deferred_writer.workers import Gathered, share_out

Make = Callable[[], bytes]
# Below this many files, starting processes costs more than it spares.
WORTH_SHARING = 100
KEY = "DEFERRAL"


@dataclass
class Deferral:
    """How the writing of one run is put off.

    Attributes:
        is_left: whoever runs Pelican takes the promises, and keeps them one at a time.
        gathered: what learns things while files are made, in whatever process.
        writer: whose promises they are, once Pelican has asked for it.
        first: the first of Pelican's generators.
        generators: those of the run, once they have read all.
        report_twice: given the name of a file that two things write, and the sources of both, each
            "" when there is none: the first has it. Without it, the run ends there.
        report_replaced: given the names of files that plugins wrote beside the writer, and
            that it writes too.
        before: the state of the files that were there before plugins could write some.
        begun: ends what another process has begun, once.
    """

    is_left: bool = False
    gathered: list[Gathered] = field(default_factory=list)
    writer: DeferredWriter | None = None
    first: Generator = None
    generators: list[Generator] = field(default_factory=list)
    report_twice: Callable[[str, Sequence[str]], None] | None = None
    report_replaced: Callable[[str], None] | None = None
    before: dict[str, State] = field(default_factory=dict)
    begun: Callable[[], None] = lambda: None

    def finish_begun(self) -> None:
        """Have what another process has begun at hand."""
        self.begun()


def deferral(settings: dict[str, Any]) -> Deferral:
    """Return how the writing of the run of Pelican's settings is put off."""
    put_off: Deferral = settings.setdefault(KEY, Deferral())
    return put_off


class DeferredWriter(Writer):  # type: ignore[misc]  # Pelican has no types
    """Notes files; they are made when all are known, or when one is asked for.

    Attributes:
        outputs: by its path relative to the output, with `/`, how each file is made.
        lists: of these, the pages that show lists of Pelican's (of a tag, of a year…).
    """

    def __init__(self, output_path: str, settings: dict[str, Any] | None = None):
        super().__init__(output_path, settings)
        self.outputs: dict[str, Make] = {}
        self.lists: set[str] = set()
        self._overriding: set[str] = set()
        self._afterwards: list[Callable[[], None]] = []
        self._folders = {"", os.path.abspath(output_path)}  # noqa: PTH100 (as they are joined)
        put_off = deferral(self.settings)
        put_off.writer = self
        if not put_off.is_left:  # plugins by others may write beside it
            Path(output_path).mkdir(parents=True, exist_ok=True)

    def promise(self, path: str, make: Make) -> None:
        """Note a file.

        Args:
            path: its address below the site's, with or without its first `/`.
            make: returns its bytes; called once at most for a build, in any process.

        Raises:
            FileOverwriteFailedError: the file was promised already.
        """
        self._note(path.lstrip("/"), make)

    def afterwards(self, act: Callable[[], None]) -> None:
        """Note what is to be done once every file is made, in the process of the build."""
        self._afterwards.append(act)

    def write_file(  # Pelican's signature
        self, name: str, template: Template, context: dict[str, Any], relative_urls: bool = False,
        paginated: dict[str, Any] | None = None, template_name: str | None = None,
        override_output: bool = False, url: str | None = None, **shown: Any,
    ) -> None:  # fmt: skip
        """Note a page, or several of a list, as Pelican's own writer would write them.

        `RELATIVE_URLS` is refused when Pelican starts: `relative_urls` is False.
        """
        del relative_urls
        if not name:
            return
        if paginated is None:
            paginated = {key: shown[key] for key in ("articles", "dates") if key in shown}
        lists = self.settings["PAGINATED_TEMPLATES"]
        pages: list[tuple[str, dict[str, Any]]] = [(name, {})]
        if paginated and template_name in lists:
            by = lists[template_name] or self.settings["DEFAULT_PAGINATION"]
            pages = list(list_pages(name, url, paginated, self.settings, by))
        for page_name, numbered in pages:
            maker = PageMaker(page_name, template, context, {**shown, **numbered})
            self._note(page_name, maker, override_output)
            if template_name:
                self.lists.add(page_name)

    def write_feed(  # Pelican's signature
        self, elements: list[Any], context: dict[str, Any], path: str | None = None,
        url: str | None = None, feed_type: str = "atom", override_output: bool = False,
        feed_title: str | None = None,
    ) -> Any:  # fmt: skip
        """Note a feed of Pelican's; without a path, return it.

        While it is made, contents are asked for theirs under the site's whole address.
        """

        def made() -> Any:
            of_pages = context.get("localsiteurl", "")
            context["localsiteurl"] = self.settings["SITEURL"]
            try:
                return super(DeferredWriter, self).write_feed(
                    elements, context, None, url or path, feed_type, feed_title=feed_title
                )
            finally:
                context["localsiteurl"] = of_pages

        if not path:
            return made()
        self._note(path, FeedMaker(made, context), override_output)
        return None

    def _note(self, name: str, make: Make, overrides: bool = False) -> None:
        """Note a file; one that overrides takes the place of another, as Pelican's rules say."""
        if name in self._overriding and not overrides:
            return
        if name in self._overriding or (name in self.outputs and not overrides):
            if not (report := deferral(self.settings).report_twice):
                raise FileOverwriteFailedError(f"« {name} » would be written twice")
            both = (make, self.outputs[name])
            report(name, [it.source if isinstance(it, PageMaker) else "" for it in both])
            return
        if overrides:
            self._overriding.add(name)
        self.outputs[name] = make

    def keep(self) -> None:
        """Make and write every file, then do what was to be done afterwards."""
        put_off = deferral(self.settings)
        if put_off.report_replaced:
            for name in written_since(self.output_path, put_off.before):
                if name in self.outputs:
                    put_off.report_replaced(name)
        put_off.finish_begun()
        ordered = sorted(self.outputs.items())
        progress = Progress(sys.stderr, len(ordered), "Fichiers")
        # What another plugin does to a file just written, it may want to remember.
        heard = (signals.content_written, signals.feed_generated, signals.feed_written)
        is_heard = any(signal.receivers for signal in heard)
        worth = None if is_heard else WORTH_SHARING
        share_out(ordered, self._write, put_off.gathered, progress, worth)
        for act in self._afterwards:
            act()

    def _write(self, promise: tuple[str, Make]) -> None:
        name, make = promise
        target = sanitised_join(self.output_path, name)
        try:
            data = make()
        except ContentError:  # reported: nothing is published, but other diagnostics are wanted
            return
        self._put(target, data)
        if isinstance(make, PageMaker) and signals.content_written.receivers:
            signals.content_written.send(target, context=make.local_context())
        elif isinstance(make, FeedMaker):
            signals.feed_written.send(target, context=make.context, feed=make.feed)

    def _put(self, target: str, data: bytes) -> None:
        self._make_folder(target.rpartition("/")[0])
        with open(target, "wb") as file:  # noqa: PTH123 (thousands of them)
            file.write(data)

    def _make_folder(self, folder: str) -> None:
        """Make a folder and those that hold it, each asked of the system once."""
        if folder not in self._folders:
            self._make_folder(folder.rpartition("/")[0])
            with suppress(FileExistsError):  # by another process
                os.mkdir(folder)  # noqa: PTH102 (the same)
            self._folders.add(folder)
