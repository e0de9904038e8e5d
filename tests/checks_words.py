"""The words that the checks can say, read in their code: none may be missing from the page."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

CHECKS = Path(__file__).resolve().parents[1] / "plugins" / "checks"
_NOT_TOLD = {"report.py"}  # the forms of a report, and no message
# What is given to these is a pattern, a selector, a list of words, or is read by machines.
_READERS = {"compile", "css", "css_first", "in_content", "split", "_words", "PoolManager"}
_WORD = re.compile(r"[^\W\d_]{2}")
_LIST = re.compile(r"[a-z]+(?:, [a-z]+)*(?:\[[^\]]*\])?")  # names of elements


def told_words() -> dict[str, re.Pattern]:
    """Return, by place in the code, a pattern of each text with a space that a check may tell.

    Nothing is left out but what is a comment or given to one of the readers above: a new message
    is found here wherever it stands.
    """
    return {
        f"{path.name}:{node.lineno} {ast.unparse(node)[:60]}": re.compile(pattern)
        for path in sorted(CHECKS.glob("*.py"))
        if path.name not in _NOT_TOLD
        for node, pattern in _texts(ast.parse(path.read_text(encoding="utf-8")))
    }


def _texts(tree: ast.AST) -> Iterator[tuple[ast.expr, str]]:
    """Give each text of a tree, and the pattern of what it writes."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            continue  # a docstring
        if isinstance(node, ast.Call) and _is_reader(node.func):
            continue
        if isinstance(node, ast.JoinedStr) or _is_text(node):
            pattern, plain = _pattern(node)
            if " " in plain.strip() and _WORD.search(plain) and not _LIST.fullmatch(plain):
                yield node, pattern
        is_written = isinstance(node, ast.JoinedStr)
        yield from _texts(
            ast.Tuple([v for v in node.values if not _is_text(v)]) if is_written else node
        )


def _is_reader(function: ast.expr) -> bool:
    return getattr(function, "attr", getattr(function, "id", "")) in _READERS


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _pattern(node: ast.expr) -> tuple[str, str]:
    """Return a pattern of a text, whatever its holes hold, and the text without them."""
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    plain = [part.value if _is_text(part) else None for part in parts]
    pattern = "".join(".*" if part is None else re.escape(part) for part in plain)
    return pattern, "".join(part or "" for part in plain)
