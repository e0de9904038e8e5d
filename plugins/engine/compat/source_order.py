"""The order in which Pelican's generators read files, which `Generator.get_files` gives as a set.

Pelican sorts articles by date, pages by the last name of their file: those alike in that would come
in another order at each run, and no setting gives a second thing to sort by.
"""

from __future__ import annotations

from pelican.generators import CachingGenerator


def read_in_order(generator: CachingGenerator) -> None:
    """Have a generator read files in the order in which its settings name them, then by name."""
    found = generator.get_files

    def in_order(paths: list[str], *args: object, **named: object) -> list[str]:
        left = found(paths, *args, **named)
        first = [path for path in paths if path in left]
        return [*first, *sorted(left.difference(first))]

    generator.get_files = in_order
