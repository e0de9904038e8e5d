"""The page shown in place of the site while it cannot be built."""

from __future__ import annotations

import html
from collections.abc import Sequence
from pathlib import Path

from core.diagnostics import Diagnostic
from dev_server.live_reload.excerpt import excerpt
from dev_server.live_reload.pages import page
from dev_server.live_reload.report import BuildReport

HEADING = "Le site n'a pas pu être reconstruit"
PROMISE = "<p>Corrigez, enregistrez : votre page reviendra d'elle-même.</p>"


def error_page(report: BuildReport, folders: Sequence[Path]) -> bytes:
    """Return the page that tells what is wrong, where, and what mends it."""
    parts = [f"<p>{html.escape(report.summary)}</p>", PROMISE]
    parts += [_section(diagnostic, folders) for diagnostic in report.errors]
    if report.trace:
        parts.append(_trace(report.trace))
    if report.warnings:
        parts.append(_warnings(report.warnings))
    return page(_title(report), HEADING, "\n".join(parts))


def _title(report: BuildReport) -> str:
    where = _place(report.errors[0]) if report.errors else ""
    return f"Faute : {where}" if where else HEADING


def _place(diagnostic: Diagnostic) -> str:
    path, line = diagnostic.path, diagnostic.line
    return f"{path}, ligne {line}" if path and line else path


def _section(diagnostic: Diagnostic, folders: Sequence[Path]) -> str:
    place = html.escape(_place(diagnostic) or "Le site entier")
    parts = [
        f"<h2>{place}</h2>",
        f'<p class="message">{html.escape(_sentence(diagnostic.message))}</p>',
    ]
    if diagnostic.hint:
        parts.append(f"<p><strong>Remède :</strong> {html.escape(diagnostic.hint)}</p>")
    lines = excerpt(diagnostic.path, diagnostic.line, folders)
    if lines:
        parts.append(_code(lines, diagnostic.line))
    return "<section>\n{}\n</section>".format("\n".join(parts))


def _sentence(message: str) -> str:
    """Return the message as a sentence: diagnostics are written without capital nor full stop."""
    ended = message if message.endswith((".", "?", "!", "…")) else f"{message}."
    return ended[:1].upper() + ended[1:]


def _code(lines: list[tuple[int, str]], faulty: int) -> str:
    width = len(str(lines[-1][0]))
    rows = []
    for number, text in lines:
        tag = "mark" if number == faulty else "span"
        rows.append(f"<{tag}>{number:>{width}}  {html.escape(text)}</{tag}>")
    return "<pre>{}</pre>".format("".join(rows))


def _trace(trace: str) -> str:
    return (
        '<section>\n<h2 class="plain">Les derniers mots de la construction</h2>\n'
        f"<pre><span>{html.escape(trace)}</span></pre>\n</section>"
    )


def _warnings(warnings: Sequence[Diagnostic]) -> str:
    items = "".join(f"<li>{html.escape(str(diagnostic))}</li>" for diagnostic in warnings)
    return f'<section>\n<h2 class="plain">À noter aussi</h2>\n<ul>{items}</ul>\n</section>'
