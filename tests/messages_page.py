"""Writes docs/messages.md: each message, its example, its cure, and the keys that files know.

Run as a program, it rewrites the page: `.venv/bin/python tests/messages_page.py`. What it lists are
the sites of `tests/refused/` and `tests/warned/`, whose messages are tested word for word, and the
schemas by which front matter is read.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path

TESTS = Path(__file__).resolve().parent
PAGE = TESTS.parent / "docs" / "messages.md"

_PLACED = re.compile(r"(?P<path>content\S*?)(?::(?P<line>\d+))? : (?P<words>.+)")
_QUOTED = re.compile(r"« [^»]* »")
_SENTENCE_END = re.compile(r"(?<=[.?]) (?=[A-ZÀÉ])")
_INTRODUCTION = """\
<!-- Ce fichier est écrit par tests/messages_page.py : ne le modifiez pas à la main. -->

# Les messages

Quand un fichier ne peut pas être publié tel qu'il est écrit, la construction s'arrête et dit où
(le fichier, puis la ligne), ce qui ne va pas, et que faire. Le site déjà construit ne change pas.
Un avertissement, lui, n'arrête rien. Dans chaque titre, « … » tient la place de ce qui est écrit.
"""


@dataclass(frozen=True)
class Message:
    """One message, as a broken site of the tests gets it."""

    cause: str
    cure: str
    place: str
    written: str


def read_message(folder: Path, told: str) -> Message:
    """Return a line of a message.txt, with the line of the content that it is about."""
    found = _PLACED.fullmatch(told)
    cause, *cures = _SENTENCE_END.split(_QUOTED.sub(_without_spaces, found["words"]))
    written, place = "", found["path"]
    if found["line"]:
        place += f", ligne {found['line']}"
        path = folder / found["path"]
        lines = path.read_bytes().decode("utf-8", "replace").splitlines()
        written = lines[int(found["line"]) - 1].strip()
    return Message(*(text.replace("\0", " ") for text in (cause, " ".join(cures), place, written)))


def _without_spaces(found: re.Match) -> str:
    return found[0].replace(" ", "\0")  # so that no sentence ends inside a quotation


def read_messages(kind: str) -> dict[str, list[Message]]:
    """Return the messages of `refused` or `warned` by cause, one for each cure, in order."""
    by_cause: dict[str, dict[str, Message]] = {}
    for told in sorted((TESTS / kind).glob("*/message.txt")):
        for line in told.read_text(encoding="utf-8").splitlines():
            message = read_message(told.parent, line)
            cures = by_cause.setdefault(_QUOTED.sub("« … »", message.cause).rstrip("."), {})
            cures.setdefault(re.split("[«:]", message.cure)[0], message)
    ordered = sorted(by_cause, key=str.casefold)
    return {cause: list(by_cause[cause].values()) for cause in ordered}


def _section(heading: str, messages: list[Message]) -> str:
    return "\n".join([f"### {heading[:1].upper()}{heading[1:]}", "", *map(_example, messages)])


def _example(message: Message) -> str:
    place = f"Par exemple ({message.place})"
    lines = [f"{place}.", ""]
    if message.written and "\ufffd" not in message.written:
        code = message.written if len(message.written) <= 90 else message.written[:90] + "…"
        lines = [f"{place} :", "", f"    {code}", ""]
    return "\n".join([*lines, *([f"→ {_as_text(message.cure)}", ""] if message.cure else [])])


def _as_text(words: str) -> str:
    """Return words in which Markdown sees no markup."""
    return re.sub(r"([\\`*_{}\[\]<>])", r"\\\1", words)


def _keys(title: str, schema: object) -> str:
    rows = [f"| `{key}` | {_as_text(known.meaning)} |" for key, known in schema.fields.items()]
    return "\n".join([f"### {title}", "", "| Clé | Ce qu'elle dit |", "| --- | --- |", *rows, ""])


def messages_page() -> str:
    """Return the whole page."""
    from commons.files import ACTOR, UNIVERSE
    from events.event_file import EVENT
    from scribouilli.schema import CONFIG, POST
    from scribouilli.schema import PAGE as PAGE_KEYS

    schemas = {
        "Une page": PAGE_KEYS,
        "Une actualité": POST,
        "Un événement": EVENT,
        "Un univers des communs": UNIVERSE,
        "Un acteur des communs": ACTOR,
        "Le site, dans `_config.yml`": CONFIG,
    }
    parts = [_INTRODUCTION, "## Ce qui arrête la construction\n"]
    parts += [_section(*told) for told in read_messages("refused").items()]
    parts += ["## Les avertissements\n"]
    parts += [_section(*told) for told in read_messages("warned").items()]
    parts += ["## Les clés que les fichiers connaissent\n"]
    parts += [_keys(title, schema) for title, schema in schemas.items()]
    return "\n".join(parts).rstrip() + "\n"


if __name__ == "__main__":
    sys.path.insert(0, str(TESTS.parent / "plugins"))
    PAGE.write_text(messages_page(), encoding="utf-8")
