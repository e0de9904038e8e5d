"""A calendar asked over the network: once, within bounds, and only when it has changed.

What comes back is bytes or a reason, in French; nothing is raised. The alarm of `child_process`
ends the whole; the times here are those of one wait.
"""

from __future__ import annotations

import email.message
import time
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import urllib3

from commands.network_errors import ENDLESS, network_reason
from content_types.commons.calendar_source import HERE

AGENT = "agenda-des-cooperatives (site statique)"
MOST_BYTES = 10_000_000
_MOST_REDIRECTS = 5
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_CHUNK = 65_536
CUT = "sa réponse est coupée avant sa fin"


@dataclass(frozen=True)
class Question:
    """What is asked."""

    address: str  # of the calendar
    etag: str = ""  # what names the answer that is kept (RFC 9110, 13.1), or ""
    modified: str = ""  # its date (the same)
    seconds: float = 20.0  # for an answer
    pause: float = 1.0  # seconds between two requests to one host


@dataclass(frozen=True)
class Answer:
    """What came back."""

    data: bytes = b""  # the calendar, when it is a new one
    reason: str = ""  # why there is none, in French, or ""
    is_same: bool = False  # it is as it was
    charset: str = ""  # what its headers say, as those that follow, or ""
    etag: str = ""
    modified: str = ""
    retry_after: str = ""  # when it may be asked again, as its header says, or ""


def ask(question: Question) -> Answer:
    """Ask for a calendar, through redirects."""
    address = question.address
    with urllib3.PoolManager(retries=False) as http:
        for _ in range(_MOST_REDIRECTS + 1):
            if not _may_be_asked(address, question):
                return Answer(reason="il renvoie à une adresse qui n'est pas en https")
            try:
                answer, onward = _once(http, address, question)
            except (urllib3.exceptions.HTTPError, OSError, ValueError) as error:
                return Answer(reason=network_reason(error))
            if answer:
                return answer
            is_same_host = urlsplit(onward).netloc == urlsplit(address).netloc
            time.sleep(question.pause if is_same_host else 0)
            address = onward
    return Answer(reason=ENDLESS)


def _may_be_asked(address: str, question: Question) -> bool:
    """Return whether an address is over https, or of this machine as the one that is asked."""
    found, asked = urlsplit(address), urlsplit(question.address)
    return found.scheme == "https" or found.hostname == asked.hostname == HERE


def _once(http: urllib3.PoolManager, address: str, question: Question) -> tuple[Answer | None, str]:
    """Return the answer of one request, or the address that it leads to."""
    response = http.request(
        "GET",
        address,
        headers=_headers(question),
        timeout=question.seconds,
        redirect=False,
        preload_content=False,
    )
    try:
        location = response.headers.get("Location")
        if response.status in _REDIRECTS and location:
            return None, urljoin(address, location)
        return _answer(response), ""
    finally:
        response.close()


def _headers(question: Question) -> dict[str, str]:
    headers = {"User-Agent": AGENT, "Accept": "text/calendar, */*;q=0.1"}
    known = {"If-None-Match": question.etag, "If-Modified-Since": question.modified}
    return headers | {name: value for name, value in known.items() if value}


def _answer(response: urllib3.BaseHTTPResponse) -> Answer:
    if response.status == 304:
        return Answer(is_same=True)
    if response.status != 200:
        wait = _plain(response.headers.get("Retry-After", ""))
        return Answer(reason=f"il répond par l'erreur {response.status}", retry_after=wait)
    data = bytearray()
    try:
        while chunk := response.read1(_CHUNK, decode_content=True):
            data += chunk
            if len(data) > MOST_BYTES:
                return Answer(reason=f"il pèse plus de {MOST_BYTES // 1_000_000} Mo")
    except urllib3.exceptions.ProtocolError:  # shorter than it says (RFC 9112, 8)
        return Answer(reason=CUT)
    told = email.message.Message()
    told["Content-Type"] = response.headers.get("Content-Type", "")
    charset = told.get_content_charset() or ""
    names = (_plain(response.headers.get(name, "")) for name in ("ETag", "Last-Modified"))
    return Answer(bytes(data), "", False, charset, *names)


def _plain(header: str) -> str:
    """Return a header that can be sent back and kept; or ""."""
    return header if header.isascii() and header.isprintable() and len(header) < 300 else ""
