"""What a request must be before the editor's server does anything for it.

Any page that a browser shows can send requests to this machine. What it cannot do: name this
server as its own origin, read what it answers, or know the token (Fetch Standard, section 3.2).
"""

from __future__ import annotations

import json
import secrets
import socket
import time
from collections.abc import Iterator, Mapping
from email.message import Message
from io import BufferedIOBase
from typing import Any
from urllib.parse import parse_qs, urlsplit

from dev_server.live_reload import connections
from dev_server.live_reload.connections import PART, is_own_host
from dev_server.writing.refusal import Refusal

TOKEN_HEADER = "X-Jeton"
MOST_TEXT, MOST_FILE = 1_000_000, 20_000_000  # bytes of a body
TEXT, FILE_KINDS = "application/json", ("image/", "application/octet-stream")
# What is sent beyond is read and dropped, so that the answer is read; no more than this.
MOST_DROPPED = 4 * MOST_FILE
SECONDS_TO_SEND = 30.0  # a whole body, from this machine
_OWN = ("same-origin", "none")  # Sec-Fetch-Site: of this origin, or of no page


def check_origin(headers: Message, host: str, origin: str, *, is_reading: bool) -> None:
    """See that a request comes from a page of the editor.

    Args:
        origin: the editor's own.
        is_reading: nothing changes by it; browsers then may name no origin.

    Raises:
        Refusal: it does not, or does not say so.
    """
    if not is_own_host(host) or f"http://{host.lower()}" != origin:
        raise Refusal(421, "L'éditeur n'est pas servi sous ce nom.")
    origins, sites = headers.get_all("Origin", []), headers.get_all("Sec-Fetch-Site", [])
    is_named = origins == [origin] or (is_reading and not origins)
    if not is_named or any(site not in _OWN for site in sites):
        raise Refusal(403, "Cette demande ne vient pas de la page de l'éditeur.")


def check_token(headers: Message, token: str) -> None:
    """See that a request knows what the editor's page alone was given; else raise Refusal."""
    given = headers.get_all(TOKEN_HEADER, [])
    shown = given[0].encode("utf-8", "replace") if len(given) == 1 else b""
    if not secrets.compare_digest(shown, token.encode()):
        raise Refusal(
            401, "La page de l'éditeur date d'une autre fois : rouvrez-la depuis /ecrire/ du site."
        )


def read_address(asked: str) -> tuple[str, dict[str, str]]:
    """Return the path of an address, and what is given after it, each name once.

    Raises:
        Refusal: it is none.
    """
    try:
        address = urlsplit(asked)
        given = parse_qs(address.query, True, errors="strict", max_num_fields=10)
    except ValueError:
        raise Refusal(400, "L'adresse demandée est mal faite.") from None
    return address.path, {key: values[0] for key, values in given.items() if len(values) == 1}


def read_body(
    headers: Message, file: BufferedIOBase, connection: socket.socket, *, is_file: bool
) -> bytes:
    """Return the body of a request.

    Raises:
        Refusal: it is of another type, too large, without a length, or comes too slowly.
    """
    kind, most = headers.get_content_type(), MOST_FILE if is_file else MOST_TEXT
    length = _length(headers)
    if length is None:
        raise Refusal(411, "La demande ne dit pas combien elle pèse.")
    is_right = kind.startswith(FILE_KINDS) if is_file else kind == TEXT
    if "Content-Type" not in headers or not is_right:
        drop_body(headers, file, connection)
        raise Refusal(415, "La demande n'est pas du type attendu.")
    if length > most:
        drop_body(headers, file, connection)
        what = "Ce fichier pèse" if is_file else "Ce texte pèse"
        raise Refusal(413, f"{what} plus de {most // 1_000_000} Mo : c'est trop.")
    return b"".join(_parts(file, connection, length))


def drop_body(headers: Message, file: BufferedIOBase, connection: socket.socket) -> None:
    """Read the body of a request that is refused, or its answer would be lost on the way."""
    length = _length(headers) or 0
    if length <= MOST_DROPPED:
        for _ in _parts(file, connection, length):
            pass


def read_json(data: bytes) -> Mapping[str, Any]:
    """Return what a body in JSON tells; raise Refusal when it is no object."""
    try:
        given = json.loads(data.decode("utf-8"))
        json.dumps(given, ensure_ascii=False).encode("utf-8")  # no half of a character
    except (ValueError, RecursionError):
        given = None
    if not isinstance(given, dict):
        raise Refusal(400, "La demande est mal faite : ce n'est pas du JSON en UTF-8.")
    return given


def _length(headers: Message) -> int | None:
    written = headers.get_all("Content-Length", [])
    if len(written) != 1 or "Transfer-Encoding" in headers:
        return None
    is_number = written[0].isascii() and written[0].isdecimal() and len(written[0]) < 20
    return int(written[0]) if is_number else None


def _parts(file: BufferedIOBase, connection: socket.socket, length: int) -> Iterator[bytes]:
    until, left = time.monotonic() + SECONDS_TO_SEND, length
    while left:
        connection.settimeout(max(until - time.monotonic(), 0.001))
        try:
            part = file.read1(min(left, PART))  # what has come, no more
        except TimeoutError:
            raise Refusal(408, "La demande arrive trop lentement.") from None
        if not part:
            raise Refusal(400, "La demande s'arrête avant sa fin.")
        yield part
        left -= len(part)
    connection.settimeout(connections.SECONDS_TO_READ)
