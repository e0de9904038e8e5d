"""Writes docs/messages.md: each rule of the registry, its examples, and the keys that files know.

Run as a program, it rewrites the page: `bin/invoke messages`. The examples are the sites of
`tests/refused/`, `tests/warned/` and `checked_sites.py`, whose messages are tested word for word;
the keys are those of the schemas by which front matter is read.
"""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.diagnostics.rule import Rule
    from jekyll.front_matter import Field

PROJECT = Path(__file__).resolve().parents[2]
TESTS = PROJECT / "tests"
PAGE = PROJECT / "docs" / "messages.md"

_MESSAGE = re.compile(
    r"(?:(?P<path>[^«]+?)(?::(?P<line>\d+))? : )?(?P<words>.+) \[(?P<code>[a-z0-9-]+)\]"
)
_QUOTED = re.compile(r"« [^»]* »")
_SENTENCE_END = re.compile(r"(?<=[.?]) (?=[A-ZÀÉ])")
_WITH_FACT = re.compile(r"« [^»]*\0[^»]* »")
_BUILD, _CHECK, _WARNING = "empêche la construction", "à corriger avant de publier", "avertissement"
_UNSEEN = ("Cc", "Cf")  # categories of Unicode
_MOST_EXAMPLES = 3
_INTRODUCTION = """\
<!-- Ce fichier est écrit par docs/tools/messages_page.py : ne le modifiez pas à la main. -->

# Les messages

Chaque message dit où (le fichier, puis la ligne), ce qui ne va pas, que faire, et, entre crochets,
le nom de la règle. Ce qui **empêche la construction** laisse tel quel le site déjà construit. Ce
qui est **à corriger avant de publier** est dit par `bin/invoke check`, qui regarde aussi le site
construit : voyez [Vérifier avant de publier](verifier.md), qui dit aussi comment ignorer une
règle. Un **avertissement** n'empêche rien.

Dans chaque titre, « … » tient la place de ce qui est écrit.
"""
_SECTIONS = {
    "front_matter": "Les en-têtes",
    "keys": "Les clés et les réglages",
    "files": "Les fichiers",
    "names": "Les noms des fichiers",
    "addresses": "Les adresses des pages",
    "site": "Le site entier",
    "menu": "Le menu",
    "settings": "La couleur, le logo, le menu",
    "links": "Les liens",
    "wrong_addresses": "Les adresses mal écrites",
    "external": "Les autres sites",
    "images": "Les images dans les pages",
    "image_files": "Les fichiers d'images",
    "texts": "Les textes",
    "pages": "Les titres et les données de la page",
    "typos": "Le Markdown mal tapé",
    "misplaced": "Les fichiers pris pour d'autres",
    "liquid": "Les balises de Liquid",
    "html": "Le HTML",
    "css": "Les styles",
    "data": "Les données, les flux et les calendriers",
    "events": "Les événements",
    "commons": "Les communs",
    "calendars": "Les agendas des coopératives",
    "embeds": "Les contenus d'autres sites",
    "weights": "Le poids des pages",
    "limits": "Ce qui est démesuré",
    "theme": "Le thème",
    "build": "La construction",
    "silences": "Les règles à ignorer",
}


@dataclass(frozen=True)
class Example:
    """A message, as a broken site of the tests gets it."""

    code: str
    kind: str
    cause: str
    hint: str
    place: str = ""
    written: str = ""


Lines = Callable[[str, int], str]


def read_example(written_on: Lines, message: str, kind: str) -> Example:
    """Return a message, with the line of the content that it is about."""
    found = _MESSAGE.fullmatch(message)
    assert found, message
    cause, *hints = _SENTENCE_END.split(_QUOTED.sub(_without_spaces, found["words"]))
    written, place = "", found["path"] or ""
    if found["line"]:
        written = written_on(place, int(found["line"]))
        place += f", ligne {found['line']}"
    words = (text.replace("\0", " ") for text in (cause, " ".join(hints), place, written))
    return Example(found["code"], kind, *words)


def _without_spaces(found: re.Match[str]) -> str:
    return found[0].replace(" ", "\0")  # so that no sentence ends inside a quotation


def _line(data: bytes, number: int) -> str:
    return data.decode("utf-8", "replace").splitlines()[number - 1].strip()


def _of_builds(folder: str, kind: str) -> Iterator[Example]:
    """Give the messages of the sites of `refused` or `warned`."""
    for messages in sorted((TESTS / folder).glob("*/message.txt")):
        root = messages.parent

        def written_on(path: str, number: int, root: Path = root) -> str:
            return _line((root / path).read_bytes(), number)

        for line in messages.read_text(encoding="utf-8").splitlines():
            yield read_example(written_on, line, kind)


def _of_checks() -> Iterator[Example]:
    """Give what a check tells of its sites: errors (`!`) and warnings (`?`)."""
    from checked_sites import SITES
    from support import encoded

    for name, files in SITES.items():

        def written_on(path: str, number: int, files: dict[str, str | bytes] = files) -> str:
            return _line(encoded(files[path]), number)

        for line in (TESTS / "checked" / f"{name}.txt").read_text(encoding="utf-8").splitlines():
            yield read_example(written_on, line[1:], _CHECK if line[0] == "!" else _WARNING)


def _of_names() -> Iterator[Example]:
    """Give what a check tells of the names that no folder of the tests could hold."""
    from checked_sites import NAMES
    from commands.checks.files.names import check_file_names

    for it in check_file_names(NAMES, "content"):
        kind = _CHECK if it.severity == "error" else _WARNING
        yield Example(it.code, kind, it.message, it.hint, it.path.removeprefix("content/"))


def _of_other_sites() -> Iterator[Example]:
    """Give what a check tells of the links to other sites."""
    from commands.checks.links import external_links as external

    url, moved = "https://exemple.fr/bal", "https://exemple.fr/fetes/bal"
    statuses = [(external.GONE, "404"), (external.FAILS, "500"), (external.REFUSES_ROBOTS, "403")]
    answers = [*statuses, *((external.SILENT, why) for why in external.SILENCES)]
    for kind, detail in [*answers, (external.MOVED, moved)]:
        if it := external.diagnostic_of(url, external.LinkAnswer(kind, detail)):
            yield Example(it.code, _WARNING, it.message, it.hint)


def examples() -> dict[str, list[Example]]:
    """Return the examples of each rule by its code, in order."""
    every = [
        *_of_builds("refused", _BUILD),
        *_of_checks(),
        *_of_names(),
        *_of_other_sites(),
        *_of_builds("warned", _WARNING),
    ]
    by_code: dict[str, list[Example]] = {}
    for one in every:
        by_code.setdefault(one.code, []).append(one)
    return by_code


def _section(rule: Rule, found: list[Example]) -> str:
    heading = as_text(_without_facts(rule.message))
    kinds = " ou ".join(_kinds(rule, found))
    by_hint: dict[str, Example] = {}
    for one in found:
        by_hint.setdefault(re.split('[«:<"]', one.hint)[0], one)
    shown = [_shown(one) for one in list(by_hint.values())[:_MOST_EXAMPLES]]
    parts = [f"### {heading[:1].upper()}{heading[1:]}", "", f"`{rule.code}` : {kinds}.", ""]
    if not found and rule.hint:
        shown = [f"→ {as_text(_without_facts(rule.hint))}\n"]
    return "\n".join([*parts, *shown])


def _kinds(rule: Rule, found: list[Example]) -> list[str]:
    """Return what a rule is; a check tells what stops a build as well."""
    if not found:
        return [_BUILD if rule.severity == "error" else _WARNING]
    kinds = list(dict.fromkeys(one.kind for one in found))
    return [kind for kind in kinds if kind != _CHECK or _BUILD not in kinds]


def _without_facts(template: str) -> str:
    """Return a rule's words, with « … » in the place of the facts of each case."""
    parts = string.Formatter().parse(template)
    words = "".join(text + ("" if fact is None else "\0") for text, fact, *_ in parts)
    return _WITH_FACT.sub("« … »", words).replace("\0", "…")


def _shown(example: Example) -> str:
    place = f"Par exemple ({_short(example.place)})"
    lines = [f"{place}.", ""] if example.place else []
    if example.written and "\ufffd" not in example.written:
        lines = [f"{place} :", "", f"    {_short(example.written)}", ""]
    return "\n".join([*lines, *([f"→ {as_text(example.hint)}", ""] if example.hint else [])])


def _short(text: str) -> str:
    """Return text with its signs that are not seen spelt out, cut when it is long."""
    seen = "".join(ascii(it)[1:-1] if unicodedata.category(it) in _UNSEEN else it for it in text)
    return seen if len(seen) <= 90 else seen[:90] + "…"


def as_text(words: str) -> str:
    """Return words in which Markdown sees no markup."""
    return re.sub(r"([\\`*_{}\[\]<>&])", r"\\\1", words)


def _keys(title: str, fields: Mapping[str, Field]) -> str:
    from settings_page import table

    return "\n".join([f"### {title}", "", *table(fields), ""])


def messages_page() -> str:
    """Return the whole page."""
    from core.diagnostics.catalog import rules_by_module
    from editor.forms import KINDS
    from jekyll.site.config_schema import CONFIG

    keys = {kind.label: kind.fields for kind in KINDS.values()}
    keys["Le site, dans `_config.yml`"] = CONFIG.fields
    parts, found, rules = [_INTRODUCTION], examples(), rules_by_module()
    for module, title in _SECTIONS.items():
        parts.append(f"## {title}\n")
        parts += [_section(rule, found.get(rule.code, [])) for rule in rules.pop(module)]
    assert not rules, f"give these modules a title: {', '.join(rules)}"
    parts += ["## Les clés que les fichiers connaissent\n"]
    parts += [_keys(title, fields) for title, fields in keys.items()]
    return "\n".join(parts).rstrip() + "\n"


if __name__ == "__main__":
    import host_forms
    import schemas_page
    import settings_page

    PAGE.write_text(messages_page(), encoding="utf-8")
    settings_page.main()
    schemas_page.main()
    host_forms.main()
