"""Files and folders whose names keep them from being read: nothing says so but what is missing."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from commands.checks.files.named_files import unnamed
from commands.checks.site import CheckedSite
from core.clock import build_moment
from core.diagnostics import WARNING, Diagnostic, nearest, typo
from core.diagnostics.catalog import names as rules
from core.diagnostics.catalog.files import FOLDER_FOR_A_FILE
from core.diagnostics.catalog.texts import FAR_ARTICLE
from core.french.dates import french_date
from core.plain_files import read_inside
from jekyll.front_matter.data_types import IMAGE_ENDINGS
from jekyll.front_matter.lenient_values import plain
from jekyll.plugin.site_view import CUSTOM_CSS
from jekyll.site.config import FILE_NAME
from jekyll.site.content_files import COMMONS_FOLDER, EVENTS_FOLDER, POSTS_FOLDER
from jekyll.site.menu import LEGAL, bare_name
from jekyll.site.model import MARKDOWN_ENDINGS, PAGE_ENDINGS
from jekyll.site.settings_schema import SETTINGS

_OWN = (POSTS_FOLDER, EVENTS_FOLDER, COMMONS_FOLDER)
_KNOWN = frozenset(
    {*_OWN, *"_drafts _data _includes _layouts _sass _plugins _site _pages _config".split()}
)
# What people call our folders.
_MEANT = {
    POSTS_FOLDER: "post posts article articles actualite actualites actu actus news blog",
    EVENTS_FOLDER: "event events evenement evenements agenda evt date dates",
    COMMONS_FOLDER: "commun communs acteur acteurs univers cooperative cooperatives",
}
FOLDER_OF = {word: folder for folder, words in _MEANT.items() for word in words.split()}
# What Jekyll calls `_config.yml` otherwise, and what systems and editors make of it.
_SETTINGS = re.compile(r"(?i)_?configs?\.(?:ya?ml|toml)(?:\.txt)?|_config\.json")
_DATED = re.compile(r"\d{4}-\d\d?-\d\d?-.+")
_TEXT_NAMED_TWICE = re.compile(r"(?i)(.+\.(?:md|markdown|html))\.(?:txt|text|md|html)")
_OF_FILES = frozenset(["layout", "permalink", "sitemap"])  # of what is meant as a file
_BACKUPS = frozenset(".bak .old .orig .swp .save".split())
_OTHER_ENDINGS = frozenset(".htm .xhtml .shtml .mdb .mid".split())  # very like ours
_OF_PLAIN_FILES = frozenset(
    {*MARKDOWN_ENDINGS, *IMAGE_ENDINGS, *".css .yml .json .ico .txt .ics .pdf".split()}
)
WORD_PROCESSORS = (".docx", ".doc", ".odt", ".pages", ".rtf", ".gdoc", ".wps")
_KEY_OF_SETTINGS = re.compile(r"(?m)^([a-z_]+)[ \t]*:")
_FAR, _FAR_POST = timedelta(days=366), timedelta(days=184)  # an event asks for its day by a key
_LIKENESS = 0.75
_YEAR = re.compile(r"\b\d{4}\b")


def check_misnamed(site: CheckedSite) -> None:
    """Warn of what is not read, or is published as it is, for its name is nearly another."""
    found = (*_in_root(site), *_in_own_folders(site), *_texts(site), *_far(site), *_folders(site))
    if not site.site.config.names_jekyll:
        found = (*found, *_unfollowed(site))
    for name, diagnostic in found:
        site.add(diagnostic.at(f"{site.site.label}/{name}"))


def _in_root(site: CheckedSite) -> Iterator[tuple[str, Diagnostic]]:
    root = site.site.files.root
    names = sorted(path.name for path in root.iterdir())
    collections = {f"_{name}" for name in site.site.config.collections}
    for name in names:
        if (root / name).is_dir():
            if meant := _meant_folder(root, name, collections):
                is_hidden = name.startswith("_")
                what = "rien n'en est publié" if is_hidden else "ses textes sont de simples pages"
                yield name, rules.MISNAMED_FOLDER(meant=meant, what=what)
        elif name == FILE_NAME or not _SETTINGS.fullmatch(name):
            continue
        elif name.startswith("_") or FILE_NAME not in names or _holds_settings(root, name):
            yield name, rules.MISNAMED_SETTINGS(name=FILE_NAME)


def _holds_settings(root: Path, name: str) -> bool:
    """Return whether a file has keys of ours alone: other programs have settings too."""
    keys = set(_KEY_OF_SETTINGS.findall(read_inside(root, name, 10_000).decode("utf-8", "replace")))
    return not keys.isdisjoint(SETTINGS)


def is_misnamed_folder(site: CheckedSite, name: str) -> bool:
    """Return whether a folder is said to be ours by another name."""
    collections = {f"_{name}" for name in site.site.config.collections}
    return _meant_folder(site.site.files.root, name, collections) is not None


def _meant_folder(root: Path, name: str, collections: set[str]) -> str | None:
    """Return the folder that was meant by a name, when nothing else can have been."""
    known = {*_KNOWN, *collections}
    if name in known or name.startswith("."):
        return None
    if name.startswith("_"):
        near = nearest(name.strip(), {*_OWN, "_drafts", "_data"}, _LIKENESS)
        return FOLDER_OF.get(plain(name[1:].strip())) or near
    meant = nearest(f"_{name.strip()}", _OWN, 0.9)
    texts = [file.stem for file in (root / name).iterdir() if file.suffix in MARKDOWN_ENDINGS]
    if meant == POSTS_FOLDER:
        texts = [stem for stem in texts if _DATED.fullmatch(stem)]
    return meant if texts and not (root / (meant or name)).is_dir() else None


def _in_own_folders(site: CheckedSite) -> Iterator[tuple[str, Diagnostic]]:
    """Give the files that are in the folder of a kind of text, and are not read."""
    held = site.site
    read = {*held.documents, *held.copied, *held.withheld, *held.drafts, *held.broken}
    for name in held.files.names:
        folder = name.partition("/")[0]
        ending = posixpath.splitext(name)[1].lower()
        is_read = name in read or ending in PAGE_ENDINGS
        if folder not in _OWN or is_read or posixpath.basename(name).upper().startswith("README"):
            continue
        hint = "Mettez-le dans images/." if ending in IMAGE_ENDINGS else None
        hint = "Copiez son texte dans un fichier .md." if ending in WORD_PROCESSORS else hint
        yield name, rules.FILE_NOT_READ(folder=folder, hint=hint)


def _folders(site: CheckedSite) -> Iterator[tuple[str, Diagnostic]]:
    """Give the folders that have the names of texts or of styles: nothing reads them as such."""
    for folder in sorted({posixpath.dirname(name) for name in site.site.files.names}):
        if folder == "CNAME" or posixpath.splitext(folder)[1].lower() in _OF_PLAIN_FILES:
            yield folder, FOLDER_FOR_A_FILE().with_severity(WARNING)


def _texts(site: CheckedSite) -> Iterator[tuple[str, Diagnostic]]:
    """Give the texts that are published with their front matter, or as other files."""
    texts = {document.name for document in site.site.rendered if document.name.endswith(".txt")}
    for document in site.site.rendered:
        name, values = document.name, document.values
        is_text = name.endswith(".txt") and not _TEXT_NAMED_TWICE.fullmatch(
            posixpath.basename(name)
        )
        if is_text and "title" in values and _OF_FILES.isdisjoint(values):
            meant = posixpath.basename(name).removesuffix(".txt") + ".md"
            yield name, rules.MISNAMED_TEXT(ending=".txt", name=meant)
    for name in (*site.site.copied, *sorted(texts)):
        stem, ending = posixpath.splitext(name)
        if ending.lower() in _BACKUPS:
            yield name, rules.BACKUP_COPY()
        elif twice := _TEXT_NAMED_TWICE.fullmatch(posixpath.basename(name)):
            yield name, rules.MISNAMED_TEXT(ending=ending, name=twice[1])
        elif _is_nearly_a_page(ending.lower()) and _has_front_matter(site, name):
            meant = ".html" if typo(ending.lower(), [".html"]) else ".md"
            yield name, rules.MISNAMED_TEXT(ending=ending, name=posixpath.basename(stem) + meant)


def _unfollowed(site: CheckedSite) -> Iterator[tuple[str, Diagnostic]]:
    """Give what this site follows by its name alone, under another."""
    names = site.site.files.names
    if CUSTOM_CSS not in names:
        styles = [name for name in names if posixpath.basename(name) == "custom.css"]
        for name in unnamed(site, styles):
            yield name, rules.MISPLACED_STYLES(place=CUSTOM_CSS)
    legal = [one for one in site.site.rendered if plain(one.title or "") == "mentions legales"]
    if len(legal) == 1 and bare_name(legal[0].name) not in LEGAL:
        yield legal[0].name, rules.MISNAMED_LEGAL_NOTICE()


def _is_nearly_a_page(ending: str) -> bool:
    if ending in PAGE_ENDINGS or ending in _OTHER_ENDINGS:
        return False
    return ending in (".text", ".mdown", ".mdwn") or typo(ending, PAGE_ENDINGS) is not None


def _has_front_matter(site: CheckedSite, name: str) -> bool:
    return read_inside(site.site.files.root, name, 64).lstrip(b"\xef\xbb\xbf").startswith(b"---")


def _far(site: CheckedSite) -> Iterator[tuple[str, Diagnostic]]:
    """Give what will only appear in a long time: its date has a typo, as a rule."""
    today = build_moment().date()
    for name, until in site.site.withheld.items():
        latest = today + (_FAR_POST if f"{POSTS_FOLDER}/" in name else _FAR)
        try:
            day = date.fromisoformat(until)
        except ValueError:  # in words
            year = _YEAR.search(until)
            day = date(int(year[0]), 1, 1) if year else latest
            words = until
        else:
            words = french_date(day)
        if day > latest:
            yield name, FAR_ARTICLE(day=words)
