"""What the keys of pages, posts and files of collections read, as types.

The schemas themselves, and their defaults, are in `schemas.py` and `pelican_keys.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from core.clock import Moment
from core.diagnostics.silence import Silence
from jekyll.front_matter.shared_keys import LeadImage
from jekyll.site.post_dates import PostMoment


class TextKeys(TypedDict):
    """What all texts say."""

    title: str | None
    resume: str
    auteur: tuple[str, ...]
    lang: str | None
    layout: str | None
    permalink: str | None
    published: bool
    draft: bool
    brouillon: bool
    redirect_from: Sequence[str]
    verification: Silence | None


class ImageKeys(TypedDict):
    """What a text says of its image."""

    image: LeadImage
    image_alt: str


class OwnPageKeys(TypedDict):
    """What pages alone say."""

    order: float | int | None
    in_menu: bool
    parent: str | None
    blog_index: bool


class OwnPostKeys(TypedDict):
    """What posts alone say."""

    date: PostMoment | None
    categories: Sequence[str]
    category: str | None
    slug: str | None
    tags: Sequence[str]


class ItemKeys(TextKeys, OwnPageKeys):
    """What a file of a collection says."""


class PageKeys(ItemKeys, ImageKeys):
    """What a page says."""


class PostKeys(TextKeys, ImageKeys, OwnPostKeys):
    """What a post says."""


class KeysAsWritten(TypedDict, total=False):
    """What `PELICAN` reads; an empty schema reads nothing of it."""

    modified: PostMoment | None
    status: str


class PelicanKeys(TypedDict):
    """What a file says to Pelican: when it was changed, and whether it is listed."""

    modified: Moment | None
    status: str


class Metadata(TextKeys, PelicanKeys, ImageKeys, OwnPageKeys, OwnPostKeys):
    """What a document says of itself: those keys that its kind has (see `schemas.py`)."""
