"""Pelican's contents whose text is made when it is read.

`Content._content` is an attribute that Pelican and many plugins read, and that some plugins write;
no documented way puts a function in its place, and a subclass would hide articles from plugins that
compare `type(content)` with `Article`. Here it is a descriptor of `Content`: the plain attribute it
was, but for the contents given a maker.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pelican.contents import Content

_NAME, _MAKER = "_content", "_make_content"


class _Text:
    def __get__(self, content: Content | None, owner: type[Content]) -> Any:
        if content is None:
            return self
        held = vars(content)
        if _MAKER in held:
            return held[_MAKER]()
        if _NAME not in held:
            raise AttributeError(_NAME)
        return held[_NAME]

    def __set__(self, content: Content, text: str) -> None:
        vars(content).pop(_MAKER, None)
        vars(content)[_NAME] = text


def install() -> None:
    """Have the texts of Pelican's contents be what they are made to be."""
    Content._content = _Text()


def text_of(content: Content) -> str:
    """Return the text of a content, made now if it is to be."""
    text: str = content._content
    return text


def is_made_when_read(content: Content) -> bool:
    """Return whether the text is still the one of its maker: no plugin has written another."""
    return _MAKER in vars(content)


def make_text_when_read(content: Content, make: Callable[[], str]) -> None:
    """Have the text of a content made each time it is read, until it is written."""
    vars(content)[_MAKER] = make


def without_text(content: Content) -> dict[str, Any]:
    """Return the attributes of a content, whose text is empty."""
    return {name: it for name, it in vars(content).items() if name != _MAKER} | {_NAME: ""}
