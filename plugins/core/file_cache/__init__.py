"""Files that took long to make, kept from one build to the next: see `cache.py`."""

from core.file_cache.cache import FileCache

__all__ = ["FileCache"]
