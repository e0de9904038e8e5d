"""A generator of files that no template fills: Pelican's own reads the list of templates anew."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class FileGenerator:
    """Keeps what Pelican hands to each generator, of which it asks for no other parent.

    Attributes:
        context: what templates are shown, shared by all generators.
        settings: Pelican's.
        output_path: the folder that is written.
    """

    def __init__(
        self, context: dict[str, Any], settings: Mapping[str, Any], output_path: str, **_: Any
    ):
        self.context, self.settings, self.output_path = context, settings, output_path
