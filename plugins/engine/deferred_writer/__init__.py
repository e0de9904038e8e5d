"""Pelican plugin: files are promised first, then made, by several processes. See README.md."""

from __future__ import annotations

from pelican import Pelican, signals
from pelican.generators import Generator

from engine.deferred_writer.files_of_others import file_states
from engine.deferred_writer.unwritten_lists import skip_unwritten_lists
from engine.deferred_writer.writer import DeferredWriter, deferral


def get_writer(pelican: Pelican) -> type[DeferredWriter]:
    """Give Pelican our writer; the writing begins."""
    skip_unwritten_lists(deferral(pelican.settings).generators, pelican.settings)
    return DeferredWriter


def note_first(generator: Generator) -> None:
    """Remember the first generator: ours fill templates in its environment."""
    put_off = deferral(generator.settings)
    put_off.first = put_off.first or generator


def note_generators(generators: list[Generator]) -> None:
    """Remember the generators; have Pelican copy no file, when the promises are left to another."""
    first = generators[0]  # Pelican's own, which has its settings
    put_off = deferral(first.settings)
    put_off.generators = generators
    put_off.before = {} if put_off.is_left else file_states(first.output_path)
    if put_off.is_left:
        first.context["staticfiles"] = []


def flush_output(pelican: Pelican) -> None:
    """Write the site, unless whoever runs Pelican takes the promises."""
    put_off = deferral(pelican.settings)
    if put_off.writer and not put_off.is_left:
        put_off.writer.keep()


def register() -> None:
    """Connect to Pelican's signals."""
    signals.generator_init.connect(note_first)
    signals.get_writer.connect(get_writer)
    signals.all_generators_finalized.connect(note_generators)
    signals.finalized.connect(flush_output)
