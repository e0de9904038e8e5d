"""Compressed copies beside the texts of a finished site: see README.md."""

from precompression.folder import Compression, precompress
from precompression.formats import ENDINGS, SUFFIXES

__all__ = ["ENDINGS", "SUFFIXES", "Compression", "precompress"]
