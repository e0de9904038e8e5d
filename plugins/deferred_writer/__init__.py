"""Pelican plugin: files are promised first, then made, by several processes. See README.md."""

from __future__ import annotations

from pelican import signals

from deferred_writer.writer import DeferredWriter, copy_nothing_yet, keep_promises


def get_writer(_: object) -> type[DeferredWriter]:
    """Give Pelican our writer."""
    return DeferredWriter


def register() -> None:
    """Connect to Pelican's signals."""
    signals.get_writer.connect(get_writer)
    signals.all_generators_finalized.connect(copy_nothing_yet)
    signals.finalized.connect(keep_promises)
