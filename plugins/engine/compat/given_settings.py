"""Settings that Pelican changes, or stumbles on, before any plugin is there to judge them.

`configure_settings` empties `CSS_FILE` without a word when a theme lacks it, and
`handle_deprecated_settings` raises a `KeyError` at `ARTICLE_PERMALINK_STRUCTURE` alone: both are
replaced, so that the settings keep what was given.
"""

from __future__ import annotations

from functools import wraps
from typing import Any

from pelican import settings as pelican_settings

GIVEN = "GIVEN_CSS_FILE"  # the setting that keeps the name, when it is no default
_STRUCTURE = "ARTICLE_PERMALINK_STRUCTURE"
_configure = pelican_settings.configure_settings
_handle = pelican_settings.handle_deprecated_settings


@wraps(_configure)
def _configure_and_keep(settings: dict[str, Any]) -> dict[str, Any]:
    given = settings.get("CSS_FILE")
    configured: dict[str, Any] = _configure(settings)
    if given and not configured["CSS_FILE"]:
        is_default = given == pelican_settings.DEFAULT_CONFIG["CSS_FILE"]
        configured[GIVEN] = "" if is_default else given
    return configured


@wraps(_handle)
def _handle_others(settings: dict[str, Any]) -> dict[str, Any]:
    others = {name: it for name, it in settings.items() if name != _STRUCTURE}
    handled: dict[str, Any] = _handle(others)
    given = settings.get(_STRUCTURE)
    return {**handled, _STRUCTURE: given} if given else handled


def keep_given_settings() -> None:
    """Have settings keep what Pelican takes from them, or cannot take from them."""
    pelican_settings.configure_settings = _configure_and_keep
    pelican_settings.handle_deprecated_settings = _handle_others
