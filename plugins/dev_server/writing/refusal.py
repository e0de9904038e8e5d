"""What is answered to who asks for what cannot be: a status of HTTP, and a sentence in French."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any


class Refusal(Exception):
    """A request that is not carried out.

    Attributes:
        status: of HTTP.
        sentence: why, in French, as a person reads it.
        more: what else the answer tells.
    """

    def __init__(self, status: int, sentence: str, **more: Any):
        super().__init__(sentence)
        self.status, self.sentence, self.more = status, sentence, more

    def as_dict(self) -> dict[str, Any]:
        """Return the answer."""
        return {"erreur": self.sentence, **self.more}


def asked(given: Mapping[str, Any], key: str, *kinds: type, at_most: int = 1000) -> Any:
    """Return a value of a request.

    Raises:
        Refusal: it is missing, or of no kind given, or longer than `at_most` (of a list).
    """
    value = given.get(key, ...)
    is_right = isinstance(value, kinds) and not (isinstance(value, bool) and bool not in kinds)
    if not is_right or (isinstance(value, list) and len(value) > at_most):
        raise Refusal(400, f"La demande est mal faite : « {key} » n'est pas ce qui est attendu.")
    return value


def asked_mappings(given: Mapping[str, Any], key: str, at_most: int) -> list[Mapping[str, Any]]:
    """Return a list of mappings of a request, perhaps none; raise Refusal if one is none."""
    items = asked(given, key, list, at_most=at_most) if key in given else []
    if not all(isinstance(one, Mapping) for one in items):
        raise Refusal(400, "La demande est mal faite.")
    return list(items)


def asked_names(given: Mapping[str, Any], key: str, is_right: Callable[[str], bool]) -> list[str]:
    """Return a list of names of a request, perhaps none; raise Refusal if one is not right."""
    names = asked(given, key, list) if key in given else []
    if not all(isinstance(name, str) and is_right(name) for name in names):
        raise Refusal(400, f"La demande est mal faite : « {key} » n'est pas ce qui est attendu.")
    return list(names)
