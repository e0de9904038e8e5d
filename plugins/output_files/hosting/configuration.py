"""The files that servers read, from their templates."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from output_files.hosting import rules
from output_files.hosting.old_addresses import OldAddress, literal_pattern

# These are no HTML: what comes from content is made harmless in `old_addresses.py`.
_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).with_name("templates")),
    autoescape=False,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
    undefined=StrictUndefined,
)


def htaccess(base: str, old: Iterable[OldAddress], is_https: bool) -> str:
    """Return Apache's `.htaccess` of a site.

    Args:
        base: the site's base path, `/dossier` or "".
        old: its old addresses.
        is_https: visitors come through HTTPS.
    """
    template = _TEMPLATES.get_template("htaccess")
    return template.render(rules=rules, base=base, old=list(old), is_https=is_https)


def nginx_redirects(base: str, old: Iterable[OldAddress]) -> str:
    """Return the lines that nginx's `map` includes: a pattern of `$uri`, and where it leads."""
    start = literal_pattern(unquote(base))
    return _TEMPLATES.get_template("redirections.map").render(start=start, old=list(old))


def nginx_example() -> str:
    """Return the configuration that the documentation offers to those who run nginx."""
    return _TEMPLATES.get_template("nginx.conf").render(rules=rules)
