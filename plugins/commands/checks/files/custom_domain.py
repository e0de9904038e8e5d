"""CNAME: the domain that a host of Git gives a site, when it is one."""

from __future__ import annotations

from urllib.parse import urlsplit

from commands.checks.site import CheckedSite
from core.diagnostics.catalog.data import WRONG_DOMAIN
from jekyll.addresses.hosts import is_domain

_NAME = "CNAME"


def check_domain(site: CheckedSite) -> None:
    """Warn of a domain that hosts of Git do not read (GitHub Docs, « About custom domains »)."""
    if _NAME not in site.own_files:
        return
    lines = (site.output / _NAME).read_text(encoding="utf-8-sig", errors="replace").splitlines()
    written = [(number, line.strip()) for number, line in enumerate(lines, 1) if line.strip()]
    for place, (number, line) in enumerate(written or [(1, "")]):
        if place or not is_domain(line):
            host = urlsplit(line if "//" in line else f"//{line}").hostname or ""
            hint = f"Écrivez {host}." if is_domain(host) and host != line else None
            hint = "N'en gardez qu'un." if place else hint
            site.add(WRONG_DOMAIN(words=line[:60], hint=hint).at(site.label(_NAME), number))
            return
