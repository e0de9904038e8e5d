"""Values of attributes that the Standard does not allow, and what a frame holds in itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from faults import ERROR, WARNING

Told = tuple[str, str, str]
_SIZED = frozenset("img iframe video canvas embed object source input".split())
_SIZES = ("width", "height")
_WHEN = frozenset({"", "lazy", "eager"})
_PIXELS = re.compile(r"(?i)\s*(\d+)(?:\.\d*)?\s*(?:px)?\s*")
_ELSEWHERE = re.compile(r"(?i)\s*(?:https?:)?//")


def value_faults(name: str, attributes: Mapping[str, str | None], shown: str) -> Iterator[Told]:
    """Give the fault, the cure and the severity of each value of a tag that is wrong.

    What other sites give to be pasted as it is becomes a card, and is passed over.

    Args:
        name: the element.
        attributes: its attributes.
        shown: the tag, as messages show it.
    """
    if name == "iframe" and "srcdoc" in attributes:
        message = f"ce qui est écrit dans « srcdoc » n'est pas vérifié : « {shown} »"
        yield message, "Écrivez-le plutôt dans la page, sans <iframe>.", WARNING
    source = attributes.get("src") or attributes.get("data") or ""
    if name not in _SIZED or (name != "img" and _ELSEWHERE.match(source)):
        return
    for key in _SIZES:
        value = attributes.get(key)
        if key in attributes and not re.fullmatch(r"\s*[0-9]+\s*", value or ""):
            message = (
                f"« {key} » doit être un nombre entier, et non « {value or ''} » : « {shown} »"
            )
            yield message, _size_cure(key, value or ""), ERROR
    when = attributes.get("loading")
    if name in ("img", "iframe") and when is not None and when.lower() not in _WHEN:
        message = f"« loading » ne peut pas valoir « {when} » : « {shown} »"
        yield message, 'Écrivez loading="lazy", ou retirez-le.', ERROR


def _size_cure(key: str, value: str) -> str:
    if found := _PIXELS.fullmatch(value):
        return f'Écrivez {key}="{found[1]}".'
    if value.strip().endswith("%"):
        return f'Écrivez plutôt style="{key}: {value.strip()}".'
    return "Retirez-le."
