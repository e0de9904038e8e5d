"""Whether an SVG file is one that browsers show, and the size it gives itself."""

from __future__ import annotations

import re
from xml.parsers import expat

from core.diagnostics.catalog import image_files as rules
from jekyll.front_matter.numbers import read_number
from page_parts.images.image_head import BadImage

# CSS pixels (CSS Values 4, section 6.2).
_UNITS = {"": 1, "px": 1, "pt": 4 / 3, "pc": 16, "in": 96, "cm": 96 / 2.54, "mm": 9.6 / 2.54}
_LENGTH = re.compile(r"\s*(\d+(?:\.\d*)?|\.\d+)\s*([a-z]*)\s*")
_LARGEST = 100_000  # pixels
_NAMESPACE = "http://www.w3.org/2000/svg"
_UNBOUND = expat.errors.codes[expat.errors.XML_ERROR_UNBOUND_PREFIX]
_HEAD = 65_536  # bytes: the root is at the beginning


class _Root(Exception):
    """The first element of a file: its name, after its namespace, and its attributes."""


def root_attributes(data: bytes) -> dict[str, str]:
    """Return the attributes of the root of an SVG file (SVG 2, section 5.1.2).

    Raises BadImage: the file is none; browsers show nothing in its place.
    """
    if not data.strip():
        raise BadImage(rules.EMPTY_IMAGE())
    name, attributes = _root(data)
    if name in (f"{_NAMESPACE} svg", "svg") or (not name and b"<svg" in data[:_HEAD]):
        _refuse_broken(data)
    if name == f"{_NAMESPACE} svg":
        return attributes
    if name == "svg":
        raise BadImage(rules.SVG_WITHOUT_NAMESPACE(namespace=_NAMESPACE))
    begins = f"il commence par « <{name.rpartition(' ')[2][:20]}> »"
    raise BadImage(rules.NOT_AN_SVG(why=begins if name else "il n'a pas de « <svg> »"))


def _refuse_broken(data: bytes) -> None:
    """Raise `BadImage` for what is not well-formed (XML 1.0, section 2.1; Namespaces, 3)."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.ExternalEntityRefHandler = lambda *_: 0  # nor does a browser read what is elsewhere
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        rule = rules.UNDECLARED_PREFIX if error.code == _UNBOUND else rules.BROKEN_SVG
        raise BadImage(rule().at("", error.lineno)) from None
    except (ValueError, LookupError):
        pass  # in an encoding that is not known here


def _root(data: bytes) -> tuple[str, dict[str, str]]:
    parser = expat.ParserCreate(namespace_separator=" ")

    def stop(name: str, attributes: dict[str, str]) -> None:
        raise _Root(name, attributes)

    parser.StartElementHandler = stop
    try:
        parser.Parse(data[:_HEAD], False)
    except _Root as root:
        return root.args
    except (expat.ExpatError, ValueError, LookupError):
        pass  # no XML
    return "", {}


def svg_size(data: bytes) -> tuple[int, int] | None:
    """Return width and height in CSS pixels, from its own or its `viewBox`; None when it has none.

    >>> svg_size(b'<svg viewBox="0 0 40 30"/>'), svg_size(b'<svg width="1in" height="10px"/>')
    ((40, 30), (96, 10))
    """
    name, attributes = _root(data)
    if name.rpartition(" ")[2] != "svg":
        return None
    own = [_pixels(attributes.get(side, "")) for side in ("width", "height")]
    box = [_pixels(part) for part in re.split(r"[\s,]+", attributes.get("viewBox", "").strip())]
    width, height = own
    across, down = box[2:] if len(box) == 4 else (None, None)
    if across and down:
        if width is None and height is None:
            width, height = across, down
        else:
            by_height, by_width = (height or 0) * across / down, (width or 0) * down / across
            width, height = width or by_height, height or by_width
    return (max(1, round(width)), max(1, round(height))) if width and height else None


def _pixels(length: str) -> float | None:
    found = _LENGTH.fullmatch(length)
    if not found or found[2] not in _UNITS:
        return None
    number = read_number(found[1])
    return None if number is None or number > _LARGEST else number * _UNITS[found[2]]
