"""The small part of Liquid that sites of the dialect hold (its section 8); the rest is refused.

Liquid runs before Markdown, in code as well, as in Jekyll. A tag is never parsed with `[^%]*%}`:
names contain `%`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from core.diagnostics import Diagnostic, Diagnostics
from core.diagnostics.catalog import liquid as rules
from core.diagnostics.catalog.limits import LIQUID_LOOPS_TOO_MUCH, LIQUID_WRITES_TOO_MUCH
from jekyll.limits import MAXIMUM_LENGTH
from jekyll.liquid.expressions import BadExpression, evaluate
from jekyll.liquid.tokens import (
    CONDITIONS,
    OUTPUT,
    TAG,
    TEXT,
    Blocks,
    Token,
    find_blocks,
    tag_name,
    tokenize,
)

_UNCLOSED = re.compile(r"\{%|\{\{")
_LOOP = re.compile(r"for\s+(?P<name>\w+)\s+in\s+site\.posts(?:\s+limit:\s*(?P<limit>\d{1,9}))?")
_LONGEST = 120  # characters of what a message quotes
# Pieces that the loops of one text carry out: thirty for each of 5000 posts. Loops in loops pass it
# before they are as deep as Python goes.
MAXIMUM_STEPS = 150_000
_OPENED = frozenset({"for", "raw", "comment"})  # each has an end of its own

# What stands for a tag at fault: an address that leads somewhere, for nothing is to follow from a
# fault that is reported.
AT_FAULT = "#"


class BadTag(Exception):
    """A tag that cannot be carried out: `diagnostic` says why, without its place."""

    def __init__(self, diagnostic: Diagnostic):
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


@dataclass(frozen=True)
class Scope:
    """What a text may ask for."""

    variables: Mapping[str, object]  # `site`, `page` and what else has a name, as nested mappings
    # A function for each tag that yields text (`link`, `post_url`): argument to text; raises
    # `BadTag`.
    tags: Mapping[str, Callable[[str], str]]
    # A function for each filter: value and arguments to value.
    filters: Mapping[str, Callable[..., object]]


def has_liquid(text: str) -> bool:
    """Return whether a text holds anything of Liquid's."""
    return "{%" in text or "{{" in text


def render_liquid(
    text: str, scope: Scope, label: str, first_line: int, diagnostics: Diagnostics
) -> str:
    """Return the text with its tags carried out; each bad one is reported and left as written.

    The text begins on `first_line` of its file.
    """
    if not has_liquid(text):
        return text
    return _Renderer(label, diagnostics).render(tokenize(text, first_line), scope)


class _Renderer:
    """Carries out the tokens of one file, and tells what is wrong with their lines."""

    def __init__(self, label: str, diagnostics: Diagnostics):
        self.label, self.diagnostics = label, diagnostics
        self.steps = 0

    def render(self, tokens: list[Token], scope: Scope) -> str:
        return self._carry_out(tokens, find_blocks(tokens), scope)

    def _carry_out(self, tokens: list[Token], blocks: Blocks, scope: Scope) -> str:
        pieces: list[str] = []
        index = written = 0
        while index < len(tokens):
            token, piece = tokens[index], ""
            if token.kind == TAG and token.content.startswith("for "):
                end = blocks.ends.get(index) or self._report_endless(tokens, index)
                piece = self._loop(token, tokens[index + 1 : end], scope)
                index = end
            elif index not in blocks.inner:
                if tag_name(token) not in CONDITIONS:
                    index = blocks.ends.get(index, index)
                piece = self._piece(token, scope)
            pieces.append(piece)
            written += len(piece) if token.kind != TEXT else 0
            if written > MAXIMUM_LENGTH:
                self._report(token, LIQUID_WRITES_TOO_MUCH(written=_shown(token)))
                break
            index += 1
        return "".join(pieces)

    def _report(self, token: Token, diagnostic: Diagnostic) -> str:
        self.diagnostics.add(diagnostic.at(self.label, token.line))
        return AT_FAULT

    def _piece(self, token: Token, scope: Scope) -> str:
        if token.kind == TAG:
            return self._tag(token, scope)
        if token.kind == OUTPUT:
            return self._output(token, scope)
        if token.kind == TEXT:
            self._report_unclosed(token)
        return token.content

    def _report_unclosed(self, token: Token) -> None:
        opening = _UNCLOSED.search(token.content)
        if opening:
            before, written = token.content[: opening.start()], token.content[opening.start() :]
            at = replace(token, line=token.line + before.count("\n"))
            closing = "%}" if opening[0] == "{%" else "}}"
            tag = written.splitlines()[0][:60]
            hint = rules.OF_CODE.format(closing=closing)
            self._report(at, rules.UNCLOSED_TAG(tag=tag, closing=closing, hint=hint))

    def _output(self, token: Token, scope: Scope) -> str:
        try:
            value = evaluate(token.content, scope.variables, scope.filters)
        except BadExpression as bad:
            stand_in = self._report(token, bad.diagnostic(_shown(token)))
            return "" if bad.rule is rules.WRITES_NOTHING else stand_in
        if isinstance(value, Mapping | list):
            names = ", ".join(sorted(value)) if isinstance(value, Mapping) else ""
            hint = f"Ajoutez un nom après un point : {names}." if names else None
            return self._report(token, rules.NOT_A_TEXT(written=_shown(token), hint=hint))
        return "" if value is None else str(value)

    def _tag(self, token: Token, scope: Scope) -> str:
        name, *argument = token.content.split(maxsplit=1) or [""]
        carry_out = scope.tags.get(name)
        if not carry_out:
            return self._report(token, _explain_unknown(name, _shown(token)))
        try:
            return carry_out("".join(argument).strip())
        except BadTag as bad:
            return self._report(token, bad.diagnostic)

    def _report_endless(self, tokens: list[Token], start: int) -> int:
        self._report(tokens[start], _explain_unknown("for", _shown(tokens[start])))
        return len(tokens)

    def _loop(self, token: Token, body: list[Token], scope: Scope) -> str:
        found = _LOOP.fullmatch(token.content)
        if not found:
            return self._report(token, rules.UNKNOWN_TAG(tag=_shown(token)))
        posts = cast(Mapping[str, Sequence[object]], scope.variables["site"])["posts"]
        chosen = posts[: int(found["limit"])] if found["limit"] else posts
        pieces: list[str] = []
        blocks = find_blocks(body)
        for post in chosen:
            is_over = self.steps > MAXIMUM_STEPS
            self.steps += 1 + len(body)
            if is_over:
                return ""
            if self.steps > MAXIMUM_STEPS:
                return self._report(token, LIQUID_LOOPS_TOO_MUCH(written=_shown(token)))
            variables = {**scope.variables, found["name"]: post}
            pieces.append(self._carry_out(body, blocks, replace(scope, variables=variables)))
            if len(pieces[0]) * len(chosen) > MAXIMUM_LENGTH:
                self.steps = MAXIMUM_STEPS + 1  # no other loop is carried out
                return self._report(token, LIQUID_WRITES_TOO_MUCH(written=_shown(token)))
        return "".join(pieces)


def _shown(token: Token) -> str:
    written = token.written
    return written if len(written) <= _LONGEST else f"{written[:_LONGEST]}…"


def _explain_unknown(name: str, tag: str) -> Diagnostic:
    """Return what is wrong with a tag that cannot be carried out by itself."""
    if name in _OPENED:
        return rules.UNCLOSED_TAG(tag=tag, closing=f"{{% end{name} %}}")
    if name.removeprefix("end") in _OPENED:
        return rules.END_OF_NOTHING(tag=tag, opening=name.removeprefix("end"))
    return rules.UNKNOWN_TAG(tag=tag)
