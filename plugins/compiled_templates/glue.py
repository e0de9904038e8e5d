"""What Pelican's template environments are given."""

from __future__ import annotations

from pelican import Pelican

import project_paths
from compiled_templates.cache import CompiledTemplates
from file_cache import FileCache
from site_build.states import digest, program

CACHE = project_paths.CACHE / "gabarits"


def keep_compiled(pelican: Pelican) -> None:
    """Have every environment of this run share one cache."""
    options = pelican.settings["JINJA_ENVIRONMENT"]
    compiler = digest([sorted(options.items(), key=str), program()])
    cache = CompiledTemplates(FileCache(CACHE), compiler)
    kept = {"bytecode_cache": cache, "optimized": False}
    pelican.settings["JINJA_ENVIRONMENT"] = {**options, **kept}
