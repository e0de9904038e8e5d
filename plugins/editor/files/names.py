"""What kind of file a name is of, among those that are written in a browser. Pure.

Whatever has no kind is neither read nor written by the editor: a name is hostile until it has one.
"""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Collection
from itertools import chain, count

from core.diagnostics import visible
from core.diagnostics.diagnostic import has_direction
from core.names import file_stem
from editor.files.documents import ENDINGS
from jekyll.site.content_files import COMMONS_FOLDER, EVENTS_FOLDER, MAXIMUM_PATH, POSTS_FOLDER
from jekyll.site.model import MARKDOWN_ENDINGS

NEWS, EVENT, ACTOR, UNIVERSE, PAGE = "actualite", "evenement", "acteur", "univers", "page"
IMAGES_FOLDER, DOCUMENTS_FOLDER = "images", "documents"
# What the editor writes comes first.
IMAGE_ENDINGS = frozenset({".jpg", ".png", ".jpeg", ".gif", ".webp", ".avif", ".svg"})
_SPECIAL = (".", "_", "#", "~", " ")  # Jekyll leaves out what begins so
# What Windows keeps for itself (« Naming Files, Paths, and Namespaces »), in any case.
_DEVICES = re.compile(
    r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³])\s*(?:\.|$)", re.IGNORECASE
)
_NO_SIGNS = frozenset('<>:"|?*')
_LONGEST_STEP = 255  # bytes: NAME_MAX of Linux and macOS


def kind_of(name: str) -> str | None:
    """Return the kind of a text, by its name relative to the content folder; None for any other.

    >>> [kind_of(name) for name in ("_posts/2026-01-02-a.md", "_communs/eau/index.md", "a/b.md")]
    ['actualite', 'univers', 'page']
    >>> [kind_of(name) for name in ("../a.md", "/a.md", "_config.yml", "_data/a.md", "a/.b.md")]
    [None, None, None, None, None]
    """
    folder, base = posixpath.split(name)
    stem, ending = posixpath.splitext(base)
    steps = folder.split("/") if folder else []
    if ending not in MARKDOWN_ENDINGS or not is_safe(name) or base.startswith(_SPECIAL):
        return None
    first, depth = (steps[0], len(steps)) if steps else ("", 0)
    if first == EVENTS_FOLDER:
        return EVENT if depth == 1 else None
    if first == COMMONS_FOLDER:
        commons = UNIVERSE if stem == "index" else ACTOR
        return commons if depth == 2 and not steps[1].startswith(_SPECIAL) else None
    others = [step for step in steps if step != POSTS_FOLDER]
    if any(step.startswith(_SPECIAL) for step in others):
        return None
    return PAGE if others == steps else NEWS


def is_image(name: str) -> bool:
    """Return whether a name is that of a image in the folder of images.

    >>> [is_image(name) for name in ("images/a.jpg", "images/../a.jpg", "a.jpg", "images/a.py")]
    [True, False, False, False]
    """
    return _is_file_of(name, IMAGES_FOLDER, IMAGE_ENDINGS)


def is_document(name: str) -> bool:
    """Return whether a name is that of a document in the folder of documents.

    >>> [is_document(name) for name in ("documents/a.pdf", "a.pdf", "documents/a.html")]
    [True, False, False]
    """
    return _is_file_of(name, DOCUMENTS_FOLDER, {f".{ending}" for ending in ENDINGS})


def goes_with_texts(name: str) -> bool:
    """Return whether a name is that of a file that is sent with a text."""
    return is_image(name) or is_document(name)


def free_name(folder: str, asked: str, ending: str, taken: Collection[str]) -> str:
    """Return a name that every system and address takes, like one that is asked for, not `taken`.

    >>> free_name("images", "images/Été.PNG", "jpg", {"images/ete.jpg"})
    'images/ete-2.jpg'
    """
    stem = f"{folder}/{file_stem(posixpath.splitext(asked.removeprefix(f'{folder}/'))[0])}"
    numbers = chain([""], (f"-{number}" for number in count(2)))
    return next(it for end in numbers if (it := f"{stem}{end}.{ending}") not in taken)


def _is_file_of(name: str, wanted: str, endings: Collection[str]) -> bool:
    folder, *steps = name.split("/")
    is_there = folder == wanted and not any(step.startswith(_SPECIAL) for step in steps)
    return is_there and posixpath.splitext(name)[1].lower() in endings and is_safe(name)


def is_safe(name: str) -> bool:
    r"""Return whether a name leads down from its folder, in steps that each can be seen.

    >>> [is_safe(name) for name in ("a/b.md", "a//b.md", "./b.md", "a\\b.md", "a\x00.md", "a\n.md")]
    [True, False, False, False, False, False]
    """
    is_seen = visible(name) == name and not has_direction(name) and not set(name) & set("\\\n\t")
    return is_seen and len(_bytes(name)) <= MAXIMUM_PATH and all(map(_is_step, name.split("/")))


def is_portable(name: str) -> bool:
    """Return whether every system can have a file of a safe name: a new one is to be so.

    >>> [is_portable(name) for name in ("a/b.md", "CON.md", "con/a.md", "a:b.md", "conte.md")]
    [True, False, False, False, True]
    """
    return not set(name) & _NO_SIGNS and not any(map(_DEVICES.match, name.split("/")))


def _is_step(step: str) -> bool:
    is_plain = step == step.strip() and not step.endswith(".")
    return bool(step) and is_plain and len(_bytes(step)) <= _LONGEST_STEP


def _bytes(name: str) -> bytes:
    return os.fsencode(name)
