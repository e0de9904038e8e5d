"""The types that files of data share (an event's, an actor's): lines, addresses, images."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Callable, Iterable, Mapping
from urllib.parse import urlsplit

from core.names import plain
from jekyll.front_matter.form import reads
from jekyll.front_matter.schema import BadValue
from jekyll.front_matter.types import one_of, text
from jekyll.front_matter.yaml_values import Value

IMAGE_ENDINGS = frozenset(
    {".jpg", ".jpeg", ".jfif", ".jpe", ".pjpeg", ".pjp", ".png", ".apng", ".gif", ".svg"}
    | {".webp", ".avif", ".bmp", ".tif", ".tiff", ".ico"}
)
HEIC_ENDINGS = frozenset({".heic", ".heif", ".hif"})
WEB = "Copiez l'adresse depuis le navigateur : https://… en entier, sans espace."
_IMAGE = re.compile(r"(?i)[\w./-]+\.(?:jpe?g|png|gif|svg|webp|avif)\b")
_HOST = re.compile(r"(?=.*\.)(?:[\w-]+\.)*[\w-]+\.?")
_NOT_IN_URL = re.compile(r"[\s<>\"\\^`{|}]|[\x00-\x1f\x7f]")
_SIGN = re.compile(r"&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w{1,30});", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\n]+")  # no-break spaces are meant


def given(values: Mapping[str, Value]) -> dict[str, Value]:
    """Return the values that are not null, « Début » and « résumé » taken for what they mean."""
    kept = {key: value for key, value in values.items() if not value.is_null}
    return {**{plain(key): value for key, value in kept.items()}, **kept}


def line(value: Value) -> str:
    """Read a text, on one line; the signs that it names are meant (HTML, section 13.5)."""
    named = _SIGN.sub(lambda found: html.unescape(found[0]), text(value))
    return _SPACES.sub(" ", named).strip()


@reads("postal", "12 rue de l'Exemple, 34000 Montpellier")
def postal_address(value: Value) -> str:
    """Read a postal address; written on several lines, it gets commas."""
    lines = (_SPACES.sub(" ", part).strip(" ,") for part in text(value).split("\n"))
    return ", ".join(part for part in lines if part)


@reads("address", "https://exemple.fr")
def web_address(value: Value) -> str:
    """Read the address of another site."""
    address = text(value, WEB).strip()
    if _is_url(address):
        if "@" in urlsplit(address).netloc:
            raise BadValue("Retirez ce qui précède « @ » : chacun le lirait.")
        return address
    is_file = address.lower().endswith((".md", ".html", ".pdf"))
    is_bare = "@" not in address and "://" not in address and not is_file
    if is_bare and _is_url(f"https://{address}"):
        raise BadValue(f"Écrivez l'adresse entière : https://{address}")
    bare = address.strip("<>()[]\"' ")
    if bare != address and _is_url(bare):
        raise BadValue(f"Écrivez l'adresse seule : {bare}")
    if re.fullmatch(r"[\w.+-]+@[\w.-]+,[a-z]{2,20}", address):
        raise BadValue(f"Mettez un point à la place de la virgule : {address.replace(',', '.')}")
    raise BadValue(WEB)


def _is_url(address: str) -> bool:
    if _NOT_IN_URL.search(address):
        return False
    try:
        parts = urlsplit(address)
        host = parts.hostname if parts.port != 0 else None  # reading a bad port raises
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(_HOST.fullmatch(host or ""))


def word_of(choices: Iterable[str]) -> Callable[[Value], str]:
    """Return a reader that accepts these words alone, with or without their accents."""
    known = tuple(choices)
    by_plain = {plain(word): word for word in known}

    @reads("choice", known[0], known)
    def read(value: Value) -> str:
        word = value.content if isinstance(value.content, str) else ""
        return by_plain.get(plain(word.strip())) or one_of(known)(value)

    return read


def _no_image(path: str) -> str:
    if path.lower().endswith(tuple(HEIC_ENDINGS)):
        return "Les navigateurs ne montrent pas le HEIC : enregistrez-la en JPEG."
    if path.lower().endswith(".pdf"):
        return "Un PDF n'est pas une image : exportez-le en JPEG ou en PNG."
    if "." not in path.rpartition("/")[2]:
        return "Il manque la fin de son nom, .jpg ou .png."
    return "Ce n'est pas une image."


def image_path(example: str) -> Callable[[Value], str]:
    """Return a reader of the path of an image of the site; `example` is one, for the message."""

    @reads("image", example)
    def read(value: Value) -> str:
        path = text(value, f"Écrivez le nom d'une image, par exemple : {example}").strip()
        if "://" in path or "\\" in path or ".." in path.split("/"):
            raise BadValue(f"Déposez l'image dans images/ et écrivez par exemple : {example}")
        named = _IMAGE.findall(path)
        if len(named) > 1 and "," in path:
            raise BadValue(f"Une seule image va ici, les autres dans le texte : {named[0]}")
        if named and named[0] != path and path[0] in "<{!":
            raise BadValue(f"Écrivez le nom du fichier seul : {named[0]}")
        if path and posixpath.splitext(path)[1].lower() not in IMAGE_ENDINGS:
            raise BadValue(f"{_no_image(path)} Écrivez par exemple : {example}")
        return path.lstrip("/")

    return read
