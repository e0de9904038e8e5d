"""The pages that show a list of Pelican's part by part."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pelican.paginator import Paginator


def list_pages(
    name: str, url: str | None, lists: dict[str, Any], settings: dict[str, Any], by: int
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the pages that show lists part by part: their names, what templates are given."""
    paginators = {key: Paginator(name, url, one, settings, by) for key, one in lists.items()}
    count = next(iter(paginators.values())).num_pages
    for number in range(1, count + 1):
        given: dict[str, Any] = {}
        for key, paginator in paginators.items():
            page = paginator.page(number)
            given |= {
                f"{key}_paginator": paginator,
                f"{key}_page": page,
                f"{key}_previous_page": paginator.page(number - 1) if number > 1 else None,
                f"{key}_next_page": paginator.page(number + 1) if number < count else None,
            }
        yield page.save_as, given
