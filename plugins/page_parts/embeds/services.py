"""What other sites show in a frame, known by their addresses, and the page to open instead."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, quote, urlsplit

from jekyll.addresses.hosts import clean


@dataclass(frozen=True)
class EmbedKind:
    """A kind of content: what the card calls it."""

    name: str  # with a capital
    this: str  # with its demonstrative, at the beginning of a sentence


VIDEO = EmbedKind("Vidéo", "Cette vidéo")
MAP = EmbedKind("Carte", "Cette carte")
FORM = EmbedKind("Formulaire", "Ce formulaire")
SOUND = EmbedKind("Son", "Ce son")
CALENDAR = EmbedKind("Agenda", "Cet agenda")
IMAGE = EmbedKind("Image", "Cette image")
CONTENT = EmbedKind("Contenu", "Ce contenu")


@dataclass(frozen=True)
class Embed:
    """Something that another site shows."""

    kind: EmbedKind
    link: str  # the page that a visitor opens instead
    address: str  # what its frame loads; a known service's is always secure, or browsers refuse it
    leads_to: str = ""  # the origin to which the service sends its frames on, or ""
    # How much the other site learns of this one (Referrer Policy, section 3).
    referrer: str = "no-referrer"


# YouTube's player refuses to play (error 153) for a page that does not say which site it is of.
_YOUTUBE_REFERRER = "strict-origin-when-cross-origin"
_YOUTUBE = r"(?:www\.)?youtube(?:-nocookie)?\.com"

# Hosts whose frames are sent on to another: a policy must allow both (CSP 3, section 6.1.7).
_LEADS_TO = {
    "dailymotion.com": "https://geo.dailymotion.com",
    "maps.google.com": "https://www.google.com",
    "maps.google.fr": "https://www.google.com",
    "openstreetmap.org": "https://www.openstreetmap.org",
    "www.dailymotion.com": "https://geo.dailymotion.com",
    "youtube-nocookie.com": "https://www.youtube-nocookie.com",
    "youtube.com": "https://www.youtube.com",
}

# Host and path, what it is, the page to open: `{1}` is the pattern's first group, `{v}` the
# query's `v`. A page whose parts are missing is not used, the frame's own address is.
_SERVICES: list[tuple[str, EmbedKind, str]] = [
    (rf"{_YOUTUBE}/embed/videoseries", VIDEO, "https://www.youtube.com/playlist?list={list}"),
    (rf"{_YOUTUBE}/embed/([\w-]+)", VIDEO, "https://www.youtube.com/watch?v={1}"),
    (r"player\.vimeo\.com/video/(\d+)", VIDEO, "https://vimeo.com/{1}"),
    (
        r"(?:www\.)?dailymotion\.com/embed/video/(\w+)",
        VIDEO,
        "https://www.dailymotion.com/video/{1}",
    ),
    (r"geo\.dailymotion\.com/player", VIDEO, "https://www.dailymotion.com/video/{video}"),
    (r"www\.arte\.tv/embeds/(\w+)/([\w-]+)", VIDEO, "https://www.arte.tv/{1}/videos/{2}/"),
    (r"www\.arte\.tv/", VIDEO, ""),
    (r"([^/]+)/videos/embed/([\w-]+)", VIDEO, "https://{1}/w/{2}"),  # PeerTube, on any host
    (r"([^/]+)/video-playlists/embed/([\w-]+)", VIDEO, "https://{1}/w/p/{2}"),
    (r"(?:www\.)?openstreetmap\.org/export", MAP, "https://www.openstreetmap.org/?bbox={bbox}"),
    (r"umap\.openstreetmap\.(?:fr|de)/", MAP, ""),
    (r"(?:framacarte\.org|carte\.gogocarto\.fr|[\w-]+\.gogocarto\.fr)/", MAP, ""),
    (r"www\.google\.\w+/maps/d/embed", MAP, "https://www.google.com/maps/d/viewer?mid={mid}"),
    (r"(?:www|maps)\.google\.[\w.]+/maps", MAP, ""),
    (r"docs\.google\.com/forms/(.+)", FORM, "https://docs.google.com/forms/{1}"),
    (r"calendar\.google\.com/|framagenda\.org/", CALENDAR, ""),
    (r"www\.helloasso\.com/(.+?)/widget[\w-]*", FORM, "https://www.helloasso.com/{1}"),
    (r"(?:www\.helloasso\.com|framaforms\.org|grist\.numerique\.gouv\.fr/forms)/", FORM, ""),
    (r"w\.soundcloud\.com/player", SOUND, "{url}"),
    (r"open\.spotify\.com/embed/(.+)", SOUND, "https://open.spotify.com/{1}"),
    (r"bandcamp\.com/EmbeddedPlayer|[\w.]*audiomeans\.fr/|podcast\.ausha\.co/", SOUND, ""),
]


def describe(url: str, kind: EmbedKind = CONTENT) -> Embed:
    """Return what an address of another site shows.

    Args:
        kind: what it is, when the table does not know better.

    >>> describe("https://www.youtube.com/embed/abc?rel=0").link
    'https://www.youtube.com/watch?v=abc'
    """
    url = clean(url)
    url = f"https:{url}" if url.startswith("//") else url
    parts = urlsplit(url)
    host = parts.hostname or ""
    for pattern, known, page in _SERVICES:
        if found := re.match(pattern, f"{host}{parts.path or '/'}"):
            secure = parts._replace(scheme="https").geturl()
            referrer = _YOUTUBE_REFERRER if "youtube" in host else "no-referrer"
            link = _fill(page, found, parts.query) or secure
            return Embed(known, link, secure, _LEADS_TO.get(host, ""), referrer)
    return Embed(kind, url, url)


def _fill(page: str, found: re.Match[str], query: str) -> str:
    """Return the page to open, or "" when a part of it is missing."""
    asked = {name: quote(value, "/:,@") for name, (value, *_) in parse_qs(query).items()}
    try:
        filled = page.format(found[0], *found.groups(), **asked)
    except (LookupError, TypeError, ValueError):
        return ""
    is_page = filled.startswith("https://") and "//api." not in filled
    return filled if is_page else ""
