"""Pelican's copies of files that are published as they are.

`StaticGenerator` opens each file anew, and follows links; no setting nor signal changes that.
"""

from __future__ import annotations

from collections.abc import Callable

from pelican.contents import Static
from pelican.generators import StaticGenerator


def copy_with(generator: StaticGenerator, copy: Callable[[Static], None]) -> None:
    """Have a generator copy each of its files with a function."""
    generator._copy_staticfile = copy
