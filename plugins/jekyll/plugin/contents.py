"""Pelican's articles and pages, found again by their files: the hidden and the translated too."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pelican.contents import Content


def contents_by_file(context: Mapping[str, Any]) -> dict[str, Content]:
    """Return what Pelican has read from files of the content, by their names.

    Args:
        context: a generator's; its `articles` and `pages` hold what lists show alone.
    """
    found: dict[str, Content | None] = context["generated_content"]
    return {name: content for name, content in found.items() if content}
