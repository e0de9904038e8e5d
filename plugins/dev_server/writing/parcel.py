"""A parcel: a text, its photos and documents in one file, by someone without an account. Hostile.

It is JSON in ASCII, without spaces, in lines that mean nothing: as text it is shared by any
telephone, and no mail program spoils it.
`{"colis": 1, "name", "text", "original", "photos": [{"name", "data"}]}`, these in base64;
`original` is the text of the site that it corrects, None for a new one.
"""

from __future__ import annotations

import binascii
import codecs
import json
import posixpath
import re
from base64 import b64decode, b64encode
from collections.abc import Callable
from pathlib import Path
from typing import Any

from dev_server.writing.files import check_name, decoded, read_file
from dev_server.writing.refusal import Refusal
from editor.files.documents import MOST, PDF, acts_in_pdf, ending_of
from editor.files.names import (
    DOCUMENTS_FOLDER,
    IMAGES_FOLDER,
    free_name,
    goes_with_texts,
    is_document,
    is_portable,
    kind_of,
)
from editor.files.strangers import faults_of, frames_of
from editor.forms.kinds import KINDS

VERSION = 1
KEYS = frozenset({"colis", "name", "text", "original", "photos"})
MOST_FILES, MOST_DOCUMENTS = 20, 5  # in all; looking into a document may take seconds
MOST_TEXT = 200_000  # bytes of a text
MOST_SIGNS = 500_000  # of those that make values: what reading takes grows with them
_NO_PDF = f"Un document de ce colis n'est pas un PDF, ou pèse plus de {MOST // 1_000_000} Mo."
_ACTS = (
    "Un document de ce colis contient un programme, un fichier joint ou un chiffrement (« {} ») : "
    "demandez qu'on l'exporte de nouveau en PDF, sans formulaire ni protection."
)
_LINES = re.compile(rb"[\r\n]+ ?")
OTHER = "Ce fichier n'est pas un colis : choisissez celui dont le nom finit par « .colis »."
BROKEN = "Ce colis est abîmé, ou n'est pas arrivé entier : demandez qu'on vous le renvoie."
NOT_TAKEN = (
    "Ce colis contient ce qu'un texte reçu ne peut pas apporter. Demandez à qui l'a écrit de "
    "l'enlever, ou recopiez ce qui vous convient."
)
SITES_OWN = (
    "Ce colis corrige un texte du site qui contient lui-même ce qu'un colis n'apporte pas. Ouvrez "
    "le texte du site, et recopiez-y la correction."
)
Remade = Callable[[bytes], tuple[bytes, str]]


def open_parcel(content: Path, data: bytes, remade: Remade) -> dict[str, Any]:
    """Return what a parcel holds, made harmless; nothing is written.

    Args:
        remade: makes an image anew; returns its bytes and the ending of its name.

    Raises:
        Refusal: it is none, or holds what it may not; `fautes` then tells the lines.
    """
    parcel = _read(data)
    name, text, original = parcel["name"], _text(parcel["text"]), parcel["original"]
    kind = _kind(name, is_new=original is None)
    current = None if original is None else _current(content, name)
    _check_text(text, kind, current["text"] if current else None)
    photos: list[dict[str, str]] = []
    names: dict[str, str] = {}
    for was, given in _files(parcel["photos"]):
        made, ending = (_checked_pdf(given), PDF) if is_document(was) else remade(given)
        folder = DOCUMENTS_FOLDER if ending == PDF else IMAGES_FOLDER
        names[was] = free_name(folder, posixpath.basename(was), ending, names.values())
        photos.append({"name": names[was], "data": b64encode(made).decode()})
    if names:
        text = re.sub("|".join(map(re.escape, names)), lambda found: names[found[0]], text)
    return {
        "name": name,
        "kind": kind,
        "text": text,
        "original": None if original is None else _text(original),
        "current": current,
        "photos": photos,
        "cadres": frames_of(text),
    }


def _read(data: bytes) -> dict[str, Any]:
    data = _LINES.sub(b"", data.removeprefix(codecs.BOM_UTF8))
    is_ours = re.match(rb'\{\s*"colis"\s*:', data) is not None
    if not is_ours or sum(data.count(sign) for sign in (b"[", b"{", b",")) > MOST_SIGNS:
        raise Refusal(422, OTHER)
    try:
        parcel: dict[str, Any] = json.loads(data.decode("utf-8"), object_pairs_hook=_once)
    except (ValueError, RecursionError):
        raise Refusal(422, BROKEN) from None
    if parcel["colis"] != VERSION or type(parcel["colis"]) is not int:
        raise Refusal(422, "Ce colis vient d'une autre version du site : il ne s'ouvre pas ici.")
    is_right = set(parcel) == KEYS and isinstance(parcel["name"], str)
    if not is_right or not isinstance(parcel["photos"], list):
        raise Refusal(422, BROKEN)
    return parcel


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object, none of whose keys is there twice."""
    if len(dict(pairs)) < len(pairs):
        raise ValueError
    return dict(pairs)


def _text(text: Any) -> str:
    if not isinstance(text, str):
        raise Refusal(422, BROKEN)
    if len(text.encode("utf-8", "replace")) > MOST_TEXT:
        raise Refusal(
            422, f"Le texte de ce colis pèse plus de {MOST_TEXT // 1000} ko : c'est trop."
        )
    return text


def _check_text(text: str, kind: str, before: str | None) -> None:
    faults = faults_of(text, kind, before)
    if faults:
        own = {_words(one) for one in faults_of(before or "", kind, before)}
        is_own = before is not None and own.issuperset(map(_words, faults))
        raise Refusal(422, SITES_OWN if is_own else NOT_TAKEN, fautes=faults, text=text)


def _words(fault: str) -> str:
    return fault.partition(" : ")[2]


def _kind(name: str, *, is_new: bool) -> str:
    """Return the kind of a text; one that is new is where a form puts it."""
    kind = kind_of(name)
    if kind is not None:
        folder, file = KINDS[kind].folder, KINDS[kind].file
        place = re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(f"{folder}/{file}".lstrip("/")))
        if not is_new or (re.fullmatch(place, name) and is_portable(name)):
            return kind
    raise Refusal(422, "Ce colis n'écrirait pas un texte des formulaires : il n'est pas ouvert.")


def _current(content: Path, name: str) -> dict[str, str] | None:
    """Return the text of the site that is corrected, None when it is not there any more."""
    try:
        data, version = read_file(content, check_name(name))
    except Refusal as refusal:
        if refusal.status == 404:
            return None
        raise
    return {"text": decoded(data), "version": version}


def _files(given: list[Any]) -> list[tuple[str, bytes]]:
    if len(given) > MOST_FILES:
        raise Refusal(
            422, f"Ce colis contient plus de {MOST_FILES} photos ou documents : c'est trop."
        )
    found: dict[str, bytes] = {}
    for one in given:
        is_right = isinstance(one, dict) and set(one) == {"name", "data"}
        if not is_right or not all(isinstance(value, str) for value in one.values()):
            raise Refusal(422, BROKEN)
        name = one["name"]
        if not goes_with_texts(name) or name.casefold() in map(str.casefold, found):
            raise Refusal(422, "Un fichier de ce colis porte un nom qui ne convient pas.")
        try:
            found[name] = b64decode(one["data"], validate=True)
        except (binascii.Error, ValueError):
            raise Refusal(422, BROKEN) from None
    if sum(map(is_document, found)) > MOST_DOCUMENTS:
        raise Refusal(422, f"Ce colis contient plus de {MOST_DOCUMENTS} documents : c'est trop.")
    return list(found.items())


def _checked_pdf(data: bytes) -> bytes:
    """Return a PDF by someone unknown, as it is; raise Refusal if it acts, or is none."""
    if ending_of(data) != PDF or len(data) > MOST:
        raise Refusal(422, _NO_PDF)
    if found := acts_in_pdf(data):
        raise Refusal(422, _ACTS.format(found))
    return data
