"""The slugs of Pelican's categories, tags and authors: a name without a letter has one too."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from pelican.urlwrappers import URLWrapper
from pelican.utils import slugify

NO_SLUG = "autres"  # of a name without a letter, as in the addresses of `news`


def with_slug(one: URLWrapper, settings: Mapping[str, Any]) -> URLWrapper:
    """Give a name its slug where Pelican would make none, and say so in English."""
    kind, common = type(one).__name__.upper(), settings["SLUG_REGEX_SUBSTITUTIONS"]
    rules = settings.get(f"{kind}_REGEX_SUBSTITUTIONS", common)
    if not _has_slug(one.name, tuple(map(tuple, rules)), bool(settings["SLUGIFY_USE_UNICODE"])):
        one.slug = NO_SLUG
    return one


@lru_cache(maxsize=1024)
def _has_slug(name: str, rules: tuple[Any, ...], use_unicode: bool) -> bool:
    return bool(slugify(name, regex_subs=rules, use_unicode=use_unicode))
