"""What the published page knows of the site: `site.json`."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from core.plain_files import read_inside
from editor.files.listing import site_listing
from jekyll.plugin.extension_points import SiteContext
from jekyll.site.git_host import GitHost


def git_name(data: bytes) -> str:
    """Return the name that Git gives to bytes, which is the version of a file at any host.

    >>> git_name(b"")
    'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391'
    """
    head = b"blob %d\0" % len(data)
    return hashlib.sha1(head + data, usedforsecurity=False).hexdigest()


def online_listing(context: SiteContext, root: Path, host: GitHost, folder: str) -> dict[str, Any]:
    """Return what the page is given: what the site publishes, and nothing of what it does not.

    Args:
        context: the site.
        root: its content.
        host: where it is kept.
        folder: the page's address.
    """
    listing = site_listing(context, root)
    shown = [one for one in listing["fichiers"] if one["published"] and one["address"]]
    hidden = {it.name for it in context.site.rendered if not it.is_listed}
    files = [
        {**one, "version": git_name(read_inside(root, one["name"]))}
        for one in shown
        if one["name"] not in hidden
    ]
    told = {one["name"] for one in files}
    for one in files:
        if "mentions" in one:
            one["mentions"] = [name for name in one["mentions"] if name in told]
    asked = {
        "logiciel": host.software,
        "hote": host.address,
        "depot": host.repository,
        "branche": host.branch,
        "dossier": host.folder,
        "application": host.application,
        "courriel": context.site.config.settings.contact.mail,
        "site": context.absolute(context.href(folder)),
        "base": context.absolute(context.href("/")),
    }
    return {**listing, "fichiers": files, "hote": asked}
