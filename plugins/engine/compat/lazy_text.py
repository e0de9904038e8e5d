"""Pelican's contents whose text is made when it is read, and that answer in our way.

`Content._content` is an attribute that Pelican and many plugins read, and that some plugins write;
no documented way puts a function in its place, and a subclass would hide articles from plugins that
compare `type(content)` with `Article`. Here it is a descriptor of `Content`: the plain attribute it
was, but for the contents given a maker. So are the methods that give a text out: what plugins find
on them (`.cache`, of Pelican's `memoized`) and in a copy of a content is what Pelican has there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from pelican.contents import Content

_NAME, _MAKER, _ANSWERS = "_content", "_make_content", "_answers"
_METHODS = "get_content get_summary get_static_links".split()


Answer = Callable[..., Any]  # given a content first


class _Text:
    def __get__(self, content: Content | None, owner: type[Content]) -> Any:
        if content is None:
            return self
        held = vars(content)
        if _MAKER in held:
            return held[_MAKER](content)
        if _NAME not in held:
            raise AttributeError(_NAME)
        return held[_NAME]

    def __set__(self, content: Content, text: str) -> None:
        vars(content).pop(_MAKER, None)
        vars(content)[_NAME] = text


class _Method:
    def __init__(self, name: str):
        self.name, self.own = name, vars(Content)[name]

    def __get__(self, content: Content | None, owner: type[Content]) -> Any:
        own = self.own.__get__(content, owner)
        answer = vars(content).get(_ANSWERS, {}).get(self.name) if content is not None else None
        if answer is None:
            return own
        given = partial(answer, content)
        vars(given).update(vars(own))
        return given


def install() -> None:
    """Have the texts of Pelican's contents be what they are made to be."""
    Content._content = _Text()
    for name in _METHODS:
        if not isinstance(vars(Content)[name], _Method):
            setattr(Content, name, _Method(name))


def answer_with(content: Content, answers: Mapping[str, Answer]) -> None:
    """Have functions be some of the methods of a content: of `get_content` and its like."""
    vars(content)[_ANSWERS] = answers


def own_answer(content: Content, method: str, *given: object) -> Any:
    """Return what Pelican's own method of a content answers."""
    return vars(Content)[method].own.__get__(content, Content)(*given)


def text_of(content: Content) -> str:
    """Return the text of a content, made now if it is to be."""
    text: str = content._content
    return text


def is_made_when_read(content: Content) -> bool:
    """Return whether the text is still the one of its maker: no plugin has written another."""
    return _MAKER in vars(content)


def make_text_when_read(content: Content, make: Callable[[Content], str]) -> None:
    """Have the text of a content made of it each time it is read, until it is written."""
    vars(content)[_MAKER] = make
