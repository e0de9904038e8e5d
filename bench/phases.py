"""Where our time goes: one build in one process, its best-known functions timed from outside.

`python -m bench.phases CONTENT OUTPUT` prints seconds by phase, as JSON. A phase's own time leaves
out the phases inside it, so that they add up to the whole.
"""

from __future__ import annotations

import functools
import gc
import importlib
import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

IMPORTS = "Importer les bibliothèques et les modules"
REST = "Le reste"
# The phase, its module, and the function, or the class and its method.
_TIMED = (
    ("Noter l'état des fichiers", "site_build.steps", "Inputs"),
    ("Noter l'état des fichiers", "site_build.steps", "keep"),
    (IMPORTS, "pelican", "Pelican.init_plugins"),
    (IMPORTS, "site_build.pelican_run", "read_settings"),
    ("Lire les fichiers", "jekyll.reading.site_reader", "scan"),
    ("Lire les fichiers", "jekyll.reading.document_reader", "read_source"),
    ("Lire l'en-tête YAML", "jekyll.reading.document_reader", "DocumentReader._metadata"),
    ("Modèle du site", "jekyll.plugin.plugin", "load_site"),
    ("Modèle du site", "jekyll.plugin.plugin", "load_dialect"),
    ("Liquid", "jekyll.rendering.renderer", "Renderer.resolve_all"),
    ("Objets de Pelican", "pelican.generators", "ArticlesGenerator.generate_context"),
    ("Objets de Pelican", "pelican.generators", "PagesGenerator.generate_context"),
    ("Objets de Pelican", "pelican.generators", "StaticGenerator.generate_context"),
    ("Markdown", "markdown.core", "Markdown.convert"),
    ("Markdown", "jekyll.rendering.plain_body", "convert_plain"),
    ("Passes sur le HTML", "jekyll.rendering.renderer", "finish_body"),
    ("Passes sur le HTML", "jekyll.rendering.renderer", "finish_plain_body"),
    ("Images", "page_parts.images.site_images", "SiteImages.rewrite"),
    ("Images", "page_parts.images.site_images", "SiteImages.rewrite_plain"),
    ("Images", "page_parts.images.site_images", "SiteImages.prepare"),
    ("Images", "page_parts.images.generator", "ImageGenerator._write_all"),
    ("Images à partager", "page_parts.share_pictures.drawing", "Artist.draw"),
    ("Images à partager", "core.file_cache", "FileCache.get_or_make"),
    ("Styles et fichiers du thème", "page_parts.theme_assets.stylesheet", "Stylesheets.of"),
    ("Données de l'en-tête des pages", "page_parts.head_metadata", "HeadMaker.head_of"),
    ("Listes d'articles", "content_types.news.generator", "news_pages"),
    ("Flux", "output_files.feeds.generator", "FeedGenerator._article_feed"),
    ("Gabarits", "jinja2.environment", "Environment._load_template"),
    ("Gabarits", "engine.deferred_writer.makers", "PageMaker.__call__"),
    ("Écrire les fichiers", "engine.deferred_writer.writer", "DeferredWriter._put"),
    ("Écrire les fichiers", "site_build.steps", "swap_in"),
)


class Clock:
    """Seconds by phase, each without what is inside it.

    Attributes:
        seconds: by phase.
        calls: how many times each was entered.
    """

    def __init__(self, now: Callable[[], float] = time.perf_counter):
        self.seconds: dict[str, float] = defaultdict(float)
        self.calls: dict[str, int] = defaultdict(int)
        self._now = now
        self._inside: list[float] = []

    def timed(self, phase: str, act: Callable[..., Any]) -> Callable[..., Any]:
        """Return a function that does the same, its time counted."""

        @functools.wraps(act, updated=())
        def counted(*given: Any, **named: Any) -> Any:
            started = self._now()
            self._inside.append(0.0)
            try:
                return act(*given, **named)
            finally:
                whole = self._now() - started
                self.seconds[phase] += whole - self._inside.pop()
                self.calls[phase] += 1
                if self._inside:
                    self._inside[-1] += whole

        return counted

    def wrap(self, phase: str, module: str, name: str) -> None:
        """Put a timed function in the place of one of a module, or of a class of it.

        Raises:
            AttributeError: there is no such function: what is timed must be named anew.
        """
        holder: Any = importlib.import_module(module)
        *owners, last = name.split(".")
        for owner in owners:
            holder = getattr(holder, owner)
        setattr(holder, last, self.timed(phase, getattr(holder, last)))


def measure(content: Path, output: Path) -> dict[str, Any]:
    """Build a site here and return its seconds by phase, and in all.

    Raises:
        RuntimeError: the site has diagnostics.
    """
    started = time.perf_counter()
    clock = Clock()
    for timed in _TIMED:
        importlib.import_module(timed[1])
    from engine.deferred_writer import workers
    from site_build import BuildRequest, build

    clock.seconds[IMPORTS] = time.perf_counter() - started
    gc.set_threshold(1_000_000, 10, 10)  # as bin/start.py does
    workers.MOST_WORKERS = 1  # phases of several processes would not add up
    for timed in _TIMED:
        clock.wrap(*timed)
    result = build(BuildRequest(content, output))
    whole = time.perf_counter() - started
    if not result.is_ok:
        raise RuntimeError("\n".join(map(str, result.diagnostics.errors)))
    clock.seconds[REST] = whole - sum(clock.seconds.values())
    return {"whole": whole, "phases": dict(clock.seconds)}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(Path(sys.argv[1]), Path(sys.argv[2]))))
