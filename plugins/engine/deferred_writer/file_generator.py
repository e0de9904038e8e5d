"""What our generators are made from: they fill templates in the environment of Pelican's first one.

Pelican's own parent class would make each generator an environment and readers of its own, and
load what all pages share once more: its attributes are there, and these are the first one's.
"""

from __future__ import annotations

from typing import Any

from jinja2 import Template
from pelican.generators import Generator

from engine.deferred_writer.writer import deferral


class FileGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Keeps what Pelican hands to each generator.

    Attributes:
        context: what templates are shown, shared by all generators.
    """

    def __init__(self, context: Any, settings: dict[str, Any], output_path: str, **given: Any):
        self.context: dict[str, Any] = context
        self.settings, self.output_path = settings, output_path
        self.__dict__.update(given)

    @classmethod
    def given(cls, _: object) -> type[FileGenerator]:
        """Give Pelican this generator, at its signal `get_generators`."""
        return cls

    @property
    def env(self) -> Any:
        """Jinja's environment, whose globals are of any type."""
        return deferral(self.settings).first.env

    @property
    def readers(self) -> Any:
        """Pelican's readers."""
        return deferral(self.settings).first.readers

    def get_template(self, name: str) -> Template:
        """Return one of the theme's templates by its name, without its ending."""
        template: Template = deferral(self.settings).first.get_template(name)
        return template
