"""Writes docs/messages.md: each message, its example, its hint, and the keys that files know.

Run as a program, it rewrites the page: `.venv/bin/python tests/messages_page.py`. What it lists are
the sites of `tests/refused/`, `tests/warned/` and `checked_sites.py`, whose messages are tested
word for word, and the schemas by which front matter is read.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

TESTS = Path(__file__).resolve().parent
PAGE = TESTS.parent / "docs" / "messages.md"

_PLACED = re.compile(r"(?:(?P<path>[^«]+?)(?::(?P<line>\d+))? : )?(?P<words>.+)")
_QUOTED = re.compile(r"« [^»]* »")
_NUMBER = re.compile(r"\b\d+(?:,\d)?(?= (?:mots|pixels|ko|fois|octets)\b)")
_SENTENCE_END = re.compile(r"(?<=[.?]) (?=[A-ZÀÉ])")
_INTRODUCTION = """\
<!-- Ce fichier est écrit par tests/messages_page.py : ne le modifiez pas à la main. -->

# Les messages

Quand un fichier ne peut pas être publié tel qu'il est écrit, le site n'est pas construit. Il est
dit où (le fichier, puis la ligne), ce qui ne va pas, et que faire ; le site déjà construit reste
tel quel. Un avertissement, lui, n'empêche rien. `bin/invoke check` dit tout cela, et regarde aussi
le site construit : voyez [Vérifier avant de publier](verifier.md).

Dans chaque titre, « … » tient la place de ce qui est écrit.
"""


@dataclass(frozen=True)
class Message:
    """One message, as a broken site of the tests gets it."""

    cause: str
    hint: str
    place: str
    written: str


Lines = Callable[[str, int], str]


def read_message(written_on: Lines, told: str) -> Message:
    """Return a told line, with the line of the content that it is about."""
    found = _PLACED.fullmatch(told)
    cause, *hints = _SENTENCE_END.split(_QUOTED.sub(_without_spaces, found["words"]))
    written, place = "", found["path"] or ""
    if found["line"]:
        written = written_on(place, int(found["line"]))
        place += f", ligne {found['line']}"
    return Message(*(text.replace("\0", " ") for text in (cause, " ".join(hints), place, written)))


def _without_spaces(found: re.Match) -> str:
    return found[0].replace(" ", "\0")  # so that no sentence ends inside a quotation


def _line(data: bytes, number: int) -> str:
    return data.decode("utf-8", "replace").splitlines()[number - 1].strip()


def read_messages(kind: str) -> dict[str, list[Message]]:
    """Return the messages of `refused` or `warned` by cause, one for each hint, in order."""
    found = []
    for told in sorted((TESTS / kind).glob("*/message.txt")):
        folder = told.parent
        lines = told.read_text(encoding="utf-8").splitlines()
        found += [
            read_message(lambda path, n, root=folder: _line((root / path).read_bytes(), n), line)
            for line in lines
        ]
    return _by_cause(found)


def checked_messages(sign: str) -> list[Message]:
    """Return what a check tells of its sites: errors (`!`) or warnings (`?`)."""
    from checked_sites import SITES
    from support import encoded

    found = []
    for name, files in SITES.items():

        def written_on(path: str, number: int, files: dict = files) -> str:
            return _line(encoded(files[path]), number)

        lines = (TESTS / "checked" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
        told = (line[1:] for line in lines if line[0] == sign)
        found += [read_message(written_on, line) for line in told]
    return found


def names_messages() -> list[Message]:
    """Return what a check tells of the names that no folder of the tests could hold."""
    from checked_sites import NAMES
    from checks.names import check_names

    diagnostics = check_names(NAMES, "content")
    return [Message(f.message, f.hint, f.path.removeprefix("content/"), "") for f in diagnostics]


def outside_messages() -> list[Message]:
    """Return what a check tells of the links to other sites."""
    from checks import external

    url, moved = "https://exemple.fr/bal", "https://exemple.fr/fetes/bal"
    statuses = [(external.GONE, "404"), (external.FAILS, "500"), (external.REFUSES_ROBOTS, "403")]
    answers = [*statuses, *((external.SILENT, why) for why in external.SILENCES)]
    told = [
        external.diagnostic_of(url, external.Answer(kind, detail))
        for kind, detail in [*answers, (external.MOVED, moved)]
    ]
    return [Message(one.message, one.hint, "", "") for one in filter(None, told)]


def _by_cause(messages: Iterable[Message]) -> dict[str, list[Message]]:
    """Return messages by cause, one for each hint, in order."""
    by_cause: dict[str, dict[str, Message]] = {}
    for message in messages:
        hints = by_cause.setdefault(_heading(message.cause), {})
        hints.setdefault(re.split('[«:<"]', message.hint)[0], message)
    ordered = sorted(by_cause, key=str.casefold)
    return {cause: list(by_cause[cause].values()) for cause in ordered}


def _heading(cause: str) -> str:
    return _NUMBER.sub("…", _QUOTED.sub("« … »", cause)).rstrip(".")


def _section(heading: str, messages: list[Message]) -> str:
    heading = _as_text(heading)
    return "\n".join([f"### {heading[:1].upper()}{heading[1:]}", "", *map(_example, messages)])


def _example(message: Message) -> str:
    place = f"Par exemple ({_short(message.place)})"
    lines = [f"{place}.", ""] if message.place else []
    if message.written and "\ufffd" not in message.written:
        lines = [f"{place} :", "", f"    {_short(message.written)}", ""]
    return "\n".join([*lines, *([f"→ {_as_text(message.hint)}", ""] if message.hint else [])])


def _short(text: str) -> str:
    return text if len(text) <= 90 else text[:90] + "…"


def _as_text(words: str) -> str:
    """Return words in which Markdown sees no markup."""
    return re.sub(r"([\\`*_{}\[\]<>&])", r"\\\1", words)


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
    parts = [_INTRODUCTION, "## Ce qui empêche la construction\n"]
    parts += [_section(*told) for told in read_messages("refused").items()]
    parts += ["## Les avertissements\n"]
    parts += [_section(*told) for told in read_messages("warned").items()]
    errors = [*checked_messages("!"), *names_messages()]
    for title, found in [
        ("Ce que la vérification ajoute : à corriger", errors),
        ("Ce que la vérification ajoute : les avertissements", checked_messages("?")),
        ("Les liens vers d'autres sites, avec `--externes`", outside_messages()),
    ]:
        parts += [f"## {title}\n", *(_section(*told) for told in _by_cause(found).items())]
    parts += ["## Les clés que les fichiers connaissent\n"]
    parts += [_keys(title, schema) for title, schema in schemas.items()]
    return "\n".join(parts).rstrip() + "\n"


if __name__ == "__main__":
    sys.path.insert(0, str(TESTS.parent / "plugins"))
    PAGE.write_text(messages_page(), encoding="utf-8")
