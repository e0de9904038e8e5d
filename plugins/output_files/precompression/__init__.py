"""Compressed copies beside the texts of a finished site: see README.md."""

from output_files.precompression.folder import precompress
from output_files.precompression.formats import ENDINGS, SUFFIXES

__all__ = ["ENDINGS", "SUFFIXES", "precompress"]
