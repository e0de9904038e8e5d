"""What our generators are made from: they fill templates in the environment of Pelican's first one.

Pelican's own parent class makes each generator an environment of its own: it reads the list of
templates and loads what all pages share once more.
"""

from __future__ import annotations

from typing import Any

from jinja2 import Template

from engine.deferred_writer.writer import deferral


class FileGenerator:
    """Keeps what Pelican hands to each generator, of which it asks for no parent class.

    Attributes:
        context: what templates are shown, shared by all generators.
    """

    def __init__(self, context: Any, settings: dict[str, Any], output_path: str, **_: Any):
        self.context: dict[str, Any] = context
        self.settings, self.output_path = settings, output_path

    @classmethod
    def given(cls, _: object) -> type[FileGenerator]:
        """Give Pelican this generator, at its signal `get_generators`."""
        return cls

    @property
    def env(self) -> Any:
        """Jinja's environment, whose globals are of any type."""
        return deferral(self.settings).first.env

    def get_template(self, name: str) -> Template:
        """Return one of the theme's templates by its name, without its ending."""
        template: Template = deferral(self.settings).first.get_template(name)
        return template
