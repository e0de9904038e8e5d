"""Tells who waits how far long work is. See README.md."""

from core.progress.line import Progress

__all__ = ["Progress"]
