"""Files that are written and not published: a public link must not lead to them."""

from __future__ import annotations

import posixpath
from pathlib import Path

from core.diagnostics import ContentError, Diagnostics
from core.names import nfc
from jekyll.addresses.urls import page_path, parse_post_name
from jekyll.front_matter import parse_mapping, read_source
from jekyll.site.content_files import POSTS_FOLDER
from jekyll.site.model import PAGE_ENDINGS, Site


class Drafts:
    """The unpublished texts of a content folder, by the addresses that they would have."""

    def __init__(self, site: Site):
        self._site = site
        self._by_path: dict[str, str] = {}
        self._by_stem: dict[str, str] = {}
        folder = site.files.root / "_drafts"
        found = [] if folder.is_symlink() else folder.glob("*.*")
        hidden = sorted(f"_drafts/{path.name}" for path in found if not path.is_symlink())
        for name in [*site.files.names, *hidden]:
            if posixpath.splitext(name)[1].lower() in PAGE_ENDINGS:
                self._add(name)

    def _add(self, name: str) -> None:
        if name in self._site.documents or name in self._site.copied:
            return
        label = f"{self._site.label}/{name}"
        stem = nfc(posixpath.splitext(posixpath.basename(name))[0])
        in_folder = name.startswith("_")
        if POSTS_FOLDER in name.split("/"):
            stem = _post_slug(stem)
        self._by_stem.setdefault(stem, label) if in_folder else None
        permalink = _permalink(self._site.files.root, name, label)
        if permalink or not in_folder:
            self._by_path[nfc(page_path(name, permalink))] = label

    def at(self, path: str) -> str:
        """Return the unpublished file that an address means, or ""."""
        path = nfc(path)
        stem = posixpath.splitext(posixpath.basename(path.rstrip("/")))[0]
        exact = self._by_path.get(path) or self._by_path.get(f"{path}.html")
        source = f"{self._site.label}{path}"
        if source in self._by_path.values():
            return source
        return exact or self._by_stem.get(stem, "")


def _post_slug(stem: str) -> str:
    try:
        parsed = parse_post_name(stem)
    except ValueError:
        return stem
    return parsed[1] if parsed else stem


def _permalink(root: Path, name: str, label: str) -> str | None:
    ignored = Diagnostics()  # the build has told what is wrong with this file
    try:
        source = read_source(root, name, label, ignored)
        value = parse_mapping(source.front or "", label, ignored).get("permalink")
    except ContentError:
        return None
    return value.content if value and isinstance(value.content, str) else None
