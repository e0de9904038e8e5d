"""Pelican plugin: files are promised first, then made, by several processes. See README.md."""

from __future__ import annotations

from pelican import Pelican, signals
from pelican.generators import Generator, StaticGenerator

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
    for generator in generators:
        deferral(generator.settings).generators = generators
        if isinstance(generator, StaticGenerator) and deferral(generator.settings).is_left:
            generator.context["staticfiles"] = []


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
