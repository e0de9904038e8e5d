"""What Pelican's template environments are given."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pelican import Pelican

from core import project_paths
from core.file_cache import FileCache
from core.fingerprint import digest, program_digest
from engine.compiled_templates.cache import CompiledTemplates

CACHE = project_paths.CACHE / "gabarits"


def keep_compiled(pelican: Pelican) -> None:
    """Have every environment of this run share one cache."""
    options = pelican.settings["JINJA_ENVIRONMENT"]
    # The state of the code says what filters are passed.
    compiler = digest([sorted(options.items(), key=str), program_digest()])
    kept = {"bytecode_cache": _compiled(CACHE, compiler), "optimized": False}
    pelican.settings["JINJA_ENVIRONMENT"] = {**options, **kept}


@cache
def _compiled(folder: Path, compiler: str) -> CompiledTemplates:
    return CompiledTemplates(FileCache(folder), compiler)
