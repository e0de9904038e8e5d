"""The site online, fetched and compared with what was built."""

from __future__ import annotations

import hashlib
import time
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import quote

import urllib3

from commands.publishing.manifest import DIGEST_FILE, Manifest
from jekyll.addresses.urls import FEED_NAME, path_of

_IMAGES = frozenset({".avif", ".webp", ".jpg", ".jpeg", ".png", ".gif", ".svg"})
_BIGGEST = 20_000_000  # bytes read of one answer


@dataclass(frozen=True)
class Timeouts:
    """How long a host has to show what was published."""

    answer: float = 10.0  # seconds for one answer
    total: float = 20.0  # seconds for the whole
    pause: float = 1.0  # seconds between two tries


def sample(manifest: Manifest) -> list[str]:
    """Return what is looked at: the print, the home page, an event, an image and the feed."""
    paths = sorted(manifest)
    kinds = (
        lambda path: path == "index.html",
        lambda path: path.startswith("agenda/") and path.count("/") == 2 and path[-5:] == ".html",
        lambda path: PurePosixPath(path).suffix.lower() in _IMAGES,
        lambda path: path == FEED_NAME,
    )
    found = (next(filter(kind, paths), None) for kind in kinds)
    return [path for path in [DIGEST_FILE, *found] if path in manifest]


def look_online(manifest: Manifest, siteurl: str, patience: Timeouts) -> str:
    """Return what is wrong with the site online, in French, or "" when it is the one sent."""
    end = time.monotonic() + patience.total
    http = urllib3.PoolManager(retries=urllib3.Retry(redirect=5, connect=0, read=0, other=0))
    reported = ""
    for path in sample(manifest):
        while reported := _differs(http, siteurl, path, manifest[path], patience):
            if time.monotonic() + patience.pause > end:
                return reported
            time.sleep(patience.pause)
    return reported


def _differs(
    http: urllib3.PoolManager, siteurl: str, path: str, digest: str, patience: Timeouts
) -> str:
    address = siteurl + quote(path_of(path))
    try:
        response = http.request(
            "GET",
            address,
            headers={"Cache-Control": "no-cache", "Accept-Encoding": "identity"},
            timeout=urllib3.Timeout(total=patience.answer),
            preload_content=False,
        )
        with response:
            body = response.read(_BIGGEST, decode_content=True)
    except urllib3.exceptions.MaxRetryError as error:
        return _unreached(address, error.reason)
    except (urllib3.exceptions.HTTPError, OSError, ValueError) as error:
        return _unreached(address, error)
    if response.status != 200:
        return f"{address} répond par une erreur ({response.status})."
    if hashlib.sha256(body).hexdigest() != digest:
        return f"{address} n'est pas ce qui vient d'être publié."
    return ""


def _unreached(address: str, error: Exception | None) -> str:
    if isinstance(error, urllib3.exceptions.NameResolutionError):
        return f"{address} : ce nom de domaine est inconnu."
    if isinstance(error, urllib3.exceptions.SSLError):
        return f"{address} : le certificat de ce site n'est pas reconnu."
    if isinstance(error, urllib3.exceptions.TimeoutError) and not isinstance(
        error, urllib3.exceptions.NewConnectionError
    ):
        return f"{address} ne répond pas à temps."
    return f"{address} ne répond pas."
