"""What Pelican's template environments are given."""

from __future__ import annotations

from pelican import Pelican

from core import project_paths
from core.file_cache import FileCache
from core.fingerprint import digest, program
from engine.compiled_templates.cache import CompiledTemplates

CACHE = project_paths.CACHE / "gabarits"


def keep_compiled(pelican: Pelican) -> None:
    """Have every environment of this run share one cache."""
    options = pelican.settings["JINJA_ENVIRONMENT"]
    compiler = digest([sorted(options.items(), key=str), program()])
    cache = CompiledTemplates(FileCache(CACHE), compiler)
    kept = {"bytecode_cache": cache, "optimized": False}
    pelican.settings["JINJA_ENVIRONMENT"] = {**options, **kept}
