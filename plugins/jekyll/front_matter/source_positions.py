"""Where something stands in a text as it was written: not in code, and rather as an address."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

_FENCE = re.compile(r"(?m)^[ >]*+(?P<signs>`{3,}+|~{3,}+)")
_INDENTED = re.compile(r"(?m)^[ \t]*\n(?:(?: {4}|\t).*\n?)+")
_TICKS = re.compile(r"`++|\n")
_Span = tuple[int, int]
# What stands around an address that is one word, such as another word may be.
_IN_PLACE = r"""(?:\]\([ \t]*+<?|\]:[ \t]*+<?|=[ \t]*+["']?|url\([ \t]*+["']?)()%s(?=[\s)>"'?#])"""
# Without spaces, and with a sign that addresses have.
_ADDRESS = re.compile(r"\S*[/.#:]\S*")
# What stands before an address in Markdown, HTML, style sheets and Liquid, and what may not stand
# on either side of a whole one.
_BEFORE = re.compile(r"""(?:\]\(\s*<?|\]:\s*<?|=\s*["']?|url\(\s*["']?|,\s*|\}\}|%\}|<)\Z""")
_CONTINUED = re.compile(r"[\w/%.-]\Z")
_CONTINUES = re.compile(r"[\w/%-]|[.#?]\w")
_RUN = re.compile(r"[\w/%.-]+")
_LAST_DOT = re.compile(r"\.(?!\w)")
_MOST_DOTS = 20  # in a run, that nothing of a name follows: « ../../a »
_MOST_STARTS = 100  # of a run, above which it is quicker to look for the whole
_NEAR = 12  # characters that these look at


def blanked(text: str, spans: Iterable[_Span]) -> str:
    """Return a text without some of its parts, in order; its length and its lines are kept."""
    kept, last = [], 0
    for start, end in spans:
        kept += [text[last:start], re.sub(r"[^\n]", " ", text[start:end])]
        last = end
    return "".join([*kept, text[last:]])


@lru_cache(maxsize=16)
def without_code(text: str) -> str:
    """Return a text without its code and its comments, its length and its lines kept."""
    return without_comments(blanked(text, _code(text)))


def without_comments(text: str) -> str:
    """Return a text without its comments, its length and its lines kept."""
    return blanked(text, _comments(text))


def without_indented(text: str) -> str:
    """Return a text without what is indented after an empty line: code, as a rule.

    Its length and its lines are kept.
    """
    return blanked(text, (code.span() for code in _INDENTED.finditer(text)))


def _comments(text: str) -> Iterator[_Span]:
    start = text.find("<!--")
    while start >= 0 and (close := text.find("-->", start + 4)) >= 0:
        yield start, close + 3
        start = text.find("<!--", close + 3)


def _code(text: str) -> Iterator[_Span]:
    """Give where the code of a text is: between two fences, or between two runs of backticks.

    No text is gone through more than a few times, whatever it holds.
    """
    last = 0
    for start, end in _fenced(text):
        yield from _ticked(text, last, start)
        yield start, end
        last = end
    yield from _ticked(text, last, len(text))


def _fenced(text: str) -> Iterator[_Span]:
    """Give the blocks between two fences of the same sign, the second as long as it can be."""
    fences = list(_FENCE.finditer(text))
    longest, longest_after = {"`": 0, "~": 0}, []
    for fence in reversed(fences):
        signs = fence["signs"]
        longest_after.append(longest[signs[0]])
        longest[signs[0]] = max(longest[signs[0]], len(signs))
    rest = iter(zip(fences, reversed(longest_after), strict=True))
    for fence, after in rest:
        signs = fence["signs"][:after]
        if signs:
            close = next(it for it, _ in rest if it["signs"].startswith(signs))
            yield fence.start(), close.start("signs") + len(signs)


def _ticked(text: str, start: int, end: int) -> Iterator[_Span]:
    """Give what stands on one line between two runs of backticks, the second as long at least."""
    runs: list[_Span] = []
    for found in _TICKS.finditer(text, start, end):
        if found[0] == "\n":
            yield from _paired(runs)
            runs = []
        elif text[found.start() - 1 : found.start()] != "`":  # no rest of a fence
            runs.append(found.span())
    yield from _paired(runs)


def _paired(runs: list[_Span]) -> Iterator[_Span]:
    longest_after = [0]
    for start, end in reversed(runs[1:]):
        longest_after.append(max(longest_after[-1], end - start))
    rest = iter(zip(runs, reversed(longest_after), strict=True)) if runs else iter(())
    for (start, end), after in rest:
        if end - start <= after:
            yield start, next(e for (s, e), _ in rest if e - s >= end - start)


def line_at(text: str, place: int) -> int:
    """Return how many line ends stand before a place of a text: its line, counted from 0."""
    return bisect_left(_line_ends(text), place)


@lru_cache(maxsize=8)
def _line_ends(text: str) -> list[int]:
    return [found.start() for found in re.finditer("\n", text)]


@lru_cache(maxsize=256)
def starts_of_address(url: str, text: str) -> Sequence[int]:
    """Return where an address begins in a text: one word alone is looked for as an address is."""
    if not url or _ADDRESS.fullmatch(url) or not re.fullmatch(r"\S+", url):
        return starts_of(url, text)
    found = re.finditer(_IN_PLACE % re.escape(url), without_code(text))
    return [one.start(1) for one in found] or starts_of(url, text)


@lru_cache(maxsize=1024)
def starts_of(written: str, text: str) -> Sequence[int]:
    """Return where some words or an address begin in a text, the surest manner of places alone.

    Args:
        written: what is looked for, as it stands there.
        text: the source; what is in its code or its comments counts only when nothing else is.
    """
    bare = without_code(text)
    if not _ADDRESS.fullmatch(written):
        return _all(written, bare) or _all(written, text)
    beginning = _RUN.match(written)
    runs = _runs(bare) if beginning else None
    starts = runs.get(beginning[0], []) if runs is not None and beginning else None
    if starts is not None and len(starts) <= _MOST_STARTS:
        near = _surest(written, [at for at in starts if bare.startswith(written, at)], bare)
    else:
        near = _surest(written, _all(written, bare), bare)
    return near or _all(written, bare) or _all(written, text)


def _surest(written: str, found: list[int], bare: str) -> list[int]:
    """Return the places of a whole address: those before which one is expected, or any."""
    whole = [at for at in found if not _CONTINUES.match(bare, at + len(written))]
    sure = [at for at in whole if _BEFORE.search(bare[max(0, at - _NEAR) : at])]
    return sure or [at for at in whole if not _CONTINUED.search(bare[max(0, at - 1) : at])]


@lru_cache(maxsize=4)
def _runs(text: str) -> Mapping[str, list[int]] | None:
    """Return where an address may begin, by the run of its first signs; None when it is too odd.

    A whole address begins where a run does, and ends its run, or stops before a dot.
    """
    starts: defaultdict[str, list[int]] = defaultdict(list)
    for run in _RUN.finditer(text):
        whole, start = run[0], run.start()
        starts[whole].append(start)
        if not ("." in whole and _LAST_DOT.search(whole)):
            continue
        ends = [dot.start() for dot in _LAST_DOT.finditer(whole)]
        if len(ends) > _MOST_DOTS:
            return None
        for end in ends:
            starts[whole[:end]].append(start)
    return starts


def _all(written: str, text: str) -> list[int]:
    """Return where some words begin in a text; words without an end are nowhere."""
    found, at = [], text.find(written) if written else -1
    while at >= 0:
        found.append(at)
        at = text.find(written, at + len(written))
    return found
