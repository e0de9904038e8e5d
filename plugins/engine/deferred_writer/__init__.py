"""Pelican plugin: files are promised first, then made, by several processes. See README.md."""

from __future__ import annotations

from pelican import Pelican, signals

from engine.deferred_writer.unwritten_lists import skip_unwritten_lists
from engine.deferred_writer.writer import (
    DeferredWriter,
    deferral,
    flush_output,
    note_first,
    note_generators,
)


def get_writer(pelican: Pelican) -> type[DeferredWriter]:
    """Give Pelican our writer; the writing begins."""
    skip_unwritten_lists(deferral(pelican.settings).generators, pelican.settings)
    return DeferredWriter


def register() -> None:
    """Connect to Pelican's signals."""
    signals.generator_init.connect(note_first)
    signals.get_writer.connect(get_writer)
    signals.all_generators_finalized.connect(note_generators)
    signals.finalized.connect(flush_output)
