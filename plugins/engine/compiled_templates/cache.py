"""Jinja's cache of compiled templates, over files that are whole or not read."""

from __future__ import annotations

from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from core.file_cache import FileCache

_MAX_BYTES = 16 * 2**20
_MAX_DAYS = 60


class CompiledTemplates(BytecodeCache):
    """Keeps compiled templates, in files and in memory: each environment of a build asks again.

    Args:
        compiler: a name for all that compiled templates depend on, but for their own text.
    """

    def __init__(self, files: FileCache, compiler: str):
        self._files, self._compiler = files, compiler
        self._loaded: dict[str, CodeType | None] = {}
        files.prune(_MAX_BYTES, _MAX_DAYS)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket with what is kept for it, if anything is."""
        key = self._key(bucket)
        bucket.code = self._loaded.get(key)
        if not bucket.code and (kept := self._files.get(key)):
            bucket.bytecode_from_string(kept)
            self._loaded[key] = bucket.code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what a bucket holds."""
        self._loaded[self._key(bucket)] = bucket.code
        self._files.put(self._key(bucket), bucket.bytecode_to_string())

    def _key(self, bucket: Bucket) -> str:
        return f"{self._compiler} {bucket.key} {bucket.checksum}"
