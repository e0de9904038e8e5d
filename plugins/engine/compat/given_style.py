"""The name of a style sheet that a theme lacks: Pelican empties the setting, and says nothing.

It does so in `configure_settings`, before any plugin is there, which is therefore replaced.
"""

from __future__ import annotations

from functools import wraps
from typing import Any

from pelican import settings as pelican_settings

GIVEN = "GIVEN_CSS_FILE"  # the setting that keeps the name, when it is no default
_configure = pelican_settings.configure_settings


@wraps(_configure)
def _configure_and_keep(settings: dict[str, Any]) -> dict[str, Any]:
    given = settings.get("CSS_FILE")
    configured: dict[str, Any] = _configure(settings)
    if given and not configured["CSS_FILE"]:
        is_default = given == pelican_settings.DEFAULT_CONFIG["CSS_FILE"]
        configured[GIVEN] = "" if is_default else given
    return configured


def keep_given_style() -> None:
    """Have settings keep the name of a style sheet that Pelican takes from them."""
    pelican_settings.configure_settings = _configure_and_keep
