"""The text of a Content-Security-Policy (W3C, CSP Level 3)."""

from __future__ import annotations

from collections.abc import Iterable

from page_parts.security_policy.needs import Needs

SELF = "'self'"


def policy_text(needs: Needs, allowed: Iterable[str] = ()) -> str:
    """Return the policy of a page: itself, what its body needs, and the site's allowed origins.

    `style-src` has 'unsafe-inline': the theme's styles are in the page, and members write `style`.

    >>> policy_text(Needs()).split("; ")[:3]
    ["default-src 'none'", "script-src 'self'", "style-src 'self' 'unsafe-inline'"]
    """
    also = sorted(allowed)
    unsafe = ["'unsafe-hashes'", *sorted(needs.handlers)] if needs.handlers else []
    directives = {
        "default-src": ["'none'"],
        "script-src": [SELF, *sorted(needs.scripts), *unsafe, *also],
        "style-src": [SELF, "'unsafe-inline'", *also],
        "img-src": [SELF, "data:", *also],
        "font-src": [SELF, *also],
        "media-src": [SELF, *also],
        "connect-src": [SELF, *also],
        "frame-src": [SELF, *sorted(needs.frames), *also],
        "object-src": [SELF] if needs.has_objects else ["'none'"],
        "form-action": [SELF, *sorted(needs.forms)],
        "base-uri": ["'none'"],
        "manifest-src": [SELF],
    }
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in directives.items())
