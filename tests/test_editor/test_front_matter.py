"""What the editor's page changes in a file: the lines of what was changed, and no other."""

import contextlib
import difflib
import functools
import itertools
import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.diagnostics import ContentError, Diagnostics
from jekyll.front_matter import parse_mapping
from jekyll.front_matter.source import split_source
from support import PROJECT, require

PAGE = PROJECT / "plugins" / "editor" / "page"
EDIT = Path(__file__).parent / "edit.mjs"
FOLDERS = ("content", "tests/sites", "tests/refused", "tests/warned")
NEW = ("Un mot : l'autre", "Mot", "2026-12-12 18:30", "# dièse", "non", 'Un "mot" \\')


@pytest.fixture(scope="module")
def edited() -> Iterator[Callable[[list[dict[str, Any]]], list[dict[str, Any]]]]:
    """Give what the page makes of texts."""
    node = shutil.which("node")
    require(node or "/usr/bin/node", package="nodejs")
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    with subprocess.Popen([node, EDIT, PAGE], text=True, **pipes) as process:

        def ask(asked: list[dict[str, Any]]) -> list[dict[str, Any]]:
            process.stdin.write(f"{json.dumps(asked)}\n")
            process.stdin.flush()
            answer = process.stdout.readline()
            assert answer, process.stderr.read()
            return json.loads(answer)

        yield ask


def changed_lines(before: str, after: str) -> tuple[list[str], list[str]]:
    """Return the lines that left and those that came."""
    old, new = (text.splitlines(keepends=True) for text in (before, after))
    changes = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    parts = [(old[a:b], new[c:d]) for kind, a, b, c, d in changes if kind != "equal"]
    return [line for left, _ in parts for line in left], [
        line for _, came in parts for line in came
    ]


@functools.cache
def _texts() -> list[str]:
    """Return the texts of all pages of the project."""
    found = []
    for path in sorted(path for folder in FOLDERS for path in (PROJECT / folder).rglob("*.*")):
        if path.suffix in (".md", ".html", ".markdown") and path.is_file():
            with contextlib.suppress(UnicodeDecodeError):
                found.append(path.read_bytes().decode("utf-8"))
    assert len(found) > 150
    return found


def _values(text: str) -> dict[str, Any]:
    """Return what the site's own reader reads, in the order of the file."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    source = split_source(text, "a.md", Diagnostics())
    values = parse_mapping(source.front or "", "a.md", Diagnostics())
    return {key: value.as_data for key, value in values.items()}


def test_a_change_of_one_key_changes_one_line_in_all_files(edited):
    cases, values_in_turn = [], itertools.cycle(NEW)
    for text in _texts():
        with contextlib.suppress(ContentError):
            values = _values(text)
            keys = [key for key, content in values.items() if isinstance(content, str)]
            cases += [(key, text, values, next(values_in_turn)) for key in keys]
    fields = [{"key": key, "names": [], "input": "line"} for key, *_ in cases]
    asked = [
        {"text": text, "edits": [{"field": field, "value": value}]}
        for field, (_, text, _, value) in zip(fields, cases, strict=True)
    ]
    left_alone = 0
    for (key, text, values, value), one in zip(cases, edited(asked), strict=True):
        if not one["written"][0]:
            left_alone += 1
            assert one["text"] == text
            continue
        left, came = changed_lines(text, one["text"])
        assert len(came) == 1 or values[key] == value
        assert len(left) == 1 or one["read"][0]["value"] == " ".join(values[key].split())
        assert _values(one["text"]) == {**values, key: value}
    assert left_alone <= len(cases) / 100, left_alone


FLAT = [
    # before, key, value, after
    ("a: 1 # un\nb: 2", "a", "3", "a: 3 # un\nb: 2"),
    ("a: 'l''un'", "a", "l'autre", "a: 'l''autre'"),
    ('a: "un" # dit', "a", "deux", 'a: "deux" # dit'),
    ("a: un\n# pour b\nb: 2", "a", "", "# pour b\nb: 2"),
    ("a:\nb: 2", "a", "un", 'a: "un"\nb: 2'),
    ("a: # à dire\nb: 2", "a", "un", 'a: "un" # à dire\nb: 2'),
    ("Prix: 2", "prix", "3", "Prix: 3"),
    ("résumé: 2", "resume", "3", "résumé: 3"),
    ("a: >\n  un\n  # deux\nb: 2", "a", "trois", 'a: "trois"\nb: 2'),
    ("a: un\n  deux\nb: 2", "a", "trois", "a: trois\nb: 2"),
    ('"a": un', "a", "deux", '"a": deux'),
    ('a: "\\x41\\u00e9\\ \\\\ b"', "a", "Aé \\ c", 'a: "Aé \\\\ c"'),
    ('a: "\\U0001F389" # dit', "a", "🎉🎉", 'a: "🎉🎉" # dit'),
    ("a:   un   ", "a", "deux", "a:   deux"),
    ("b: 2", "a", "un", 'a: "un"\nb: 2'),
    ("b: 2\n# fin", "c", "un", 'b: 2\nc: "un"\n# fin'),
    ("a: Fête : la suite", "a", "Fête : la fin", 'a: "Fête : la fin"'),
]
LEFT_ALONE = [
    ("a: {b: c}", "a"),
    ("a: &ancre un", "a"),
    ("a: *ancre", "a"),
    ("a: !!str un", "a"),
    ("a:\n  b: c", "a"),
    ("a: 1\na: 2", "a"),
    ('a: "un\nb: deux"', "b"),
    (" a: un", "a"),
    ("{a: un}", "a"),
    ("a: [un,\nb: 2]", "b"),
]
LISTS = [
    ("t: [a, b]", ["a", "c"], "t: [a, c]"),
    ("t: [a, b] # dit", ["a"], "t: [a] # dit"),
    ("t:\n  - a\n  - b # dit\nz: 1", ["b", "c"], "t:\n  - b # dit\n  - c\nz: 1"),
    ("t:\n- a\n# dit\n- b", ["a", "b", "c: d"], 't:\n- a\n# dit\n- b\n- "c: d"'),
    ("t: a, b", ["a", "b", "c"], "t: a, b, c"),
    ("t: a, b", ["a", "b, c"], 't: [a, "b, c"]'),
    ("t: [a]", [], ""),
    ("z: 1", ["a", "b"], "t: [a, b]\nz: 1"),
    ("t:\n  - a\n  - b", ["b"], "t:\n  - b"),
]
DATES = [{"key": key, "names": [], "input": "choice"} for key in ("debut", "fin", "statut")]
SEVERAL = """dates:
  - 2026-03-12
  - {debut: 2026-04-09, fin: 21h} # dit
  - debut: 2026-05-14
    # le soir
    fin: 22h"""
FIRST, SECOND, THIRD = (
    {"debut": "2026-03-12"},
    {"debut": "2026-04-09", "fin": "21h"},
    {"debut": "2026-05-14", "fin": "22h"},
)
ON_DATES = [
    ([FIRST, SECOND, {**THIRD, "fin": "23h"}], SEVERAL.replace("22h", "23h")),
    ([FIRST, SECOND, {**THIRD, "statut": "annulé"}], SEVERAL + "\n    statut: annulé"),
    ([FIRST, SECOND], SEVERAL[: SEVERAL.index("\n  - debut")]),
    ([SECOND, THIRD], SEVERAL.replace("\n  - 2026-03-12", "")),
    (
        [FIRST, SECOND, THIRD, {"debut": "2026-06-01 18:30", "fin": "21h"}],
        SEVERAL + "\n  - {debut: 2026-06-01 18:30, fin: 21h}",
    ),
    ([], ""),
]


def _edit(front: str, value: Any, key: str, kind: str = "line", **rest: Any) -> dict[str, Any]:
    field = {"key": key, "names": [], "input": kind, **rest}
    order = [{**field, "key": one} for one in ("z", "b", "c")] if key == "c" else [field]
    text = f"---\n{front}\n---\nTexte.\n" if front else "---\n---\nTexte.\n"
    return {"text": text, "edits": [{"field": field, "value": value, "order": order}]}


def _front(text: str) -> str:
    return text.removeprefix("---\n").removesuffix("---\nTexte.\n").removesuffix("\n")


def test_each_form_of_a_value(edited):
    done = edited([_edit(front, value, key) for front, key, value, _ in FLAT])
    assert [_front(one["text"]) for one in done] == [after for *_, after in FLAT]


def test_a_switch_is_no_text(edited):
    done = edited([_edit(front, "false", "a", "switch") for front in ("b: 2", "a: true # dit")])
    assert [_front(one["text"]) for one in done] == ["a: false\nb: 2", "a: false # dit"]


def test_what_is_not_safe_is_left_alone(edited):
    done = edited([_edit(front, "neuf", key) for front, key in LEFT_ALONE])
    assert [_front(one["text"]) for one in done] == [front for front, _ in LEFT_ALONE]
    assert all(one["read"][0]["odd"] for one in done)


_WORDS = st.text(st.characters(codec="utf-8"), max_size=20) | st.sampled_from(
    [
        "",
        "- a",
        "a: b",
        "a #b",
        "'a",
        '"a',
        "[a",
        "{a",
        "é: ",
        "? a",
        "null",
        "1:2",
        "\\ a",
        'a \\" b',
        "a, b",
        "*a",
    ]
)


@given(st.lists(st.tuples(_WORDS, st.lists(_WORDS, max_size=3)), min_size=40, max_size=40))
@settings(max_examples=5)
def test_whatever_is_typed_is_read_again(edited, typed):
    """Both by the page and by the site, in a new file and in the place of each form of a value."""
    fronts = ["", "a: un", "a: 'un'", 'a: "un"', "a: [un]", "a:\n- un\n- deux # dit"]
    asked, kinds = [], []
    for words, items in typed:
        for front in fronts:
            is_list = "[" in front or "-" in front
            kind = "list" if is_list else "line"
            asked.append(_edit(front, items if is_list else words, "a", kind))
            kinds.append(is_list)
    for one, given_, is_list in zip(edited(asked), asked, kinds, strict=True):
        assert one["written"] == [True], given_
        value = one["again"][0]["value"]
        read = _values(one["text"]).get("a", [] if is_list else "")
        assert read == value, (given_, one["text"])


def test_lists(edited):
    done = edited([_edit(front, value, "t", "list") for front, value, _ in LISTS])
    assert [_front(one["text"]) for one in done] == [after for *_, after in LISTS]


def test_dates(edited):
    done = edited([_edit(SEVERAL, value, "dates", "dates", fields=DATES) for value, _ in ON_DATES])
    assert [_front(one["text"]) for one in done] == [after for _, after in ON_DATES]
    assert done[0]["read"][0]["value"] == [FIRST, SECOND, THIRD]


FIRST_KEYS = [
    ("Texte.\n", '---\ntitle: "Un"\n---\nTexte.\n'),
    ("\ufeffTexte.\r\n", '\ufeff---\r\ntitle: "Un"\r\n---\r\nTexte.\r\n'),
    ("", '---\ntitle: "Un"\n---\n'),
    ("---\n---\n", '---\ntitle: "Un"\n---\n'),
    ("\ufeff---\r\na: b\r\n---\r\n", '\ufeff---\r\ntitle: "Un"\r\na: b\r\n---\r\n'),
    ("+++\ntitle = 'a'\n+++\n", "+++\ntitle = 'a'\n+++\n"),
    ("---\ntitle: jamais fermé\n", "---\ntitle: jamais fermé\n"),
]


def test_a_first_key(edited):
    field = {"key": "title", "names": ["titre"], "input": "line"}
    edits = [{"field": field, "value": "Un", "order": [field]}]
    done = edited([{"text": before, "edits": edits} for before, _ in FIRST_KEYS])
    assert [one["text"] for one in done] == [after for _, after in FIRST_KEYS]


LINE_ENDS = [
    ("---\r\n---\r\na\r\nb\r\n", "a\nc\nb\n", "---\r\n---\r\na\r\nc\r\nb\r\n"),
    ("---\n---\na\r\nb", "a\nc", "---\n---\na\r\nc"),
    ("\ufeffa\n", "b\n", "\ufeffb\n"),
    ("---\n---", "b\n", "---\n---\nb\n"),
    ("a", "", ""),
]


def test_a_text_keeps_its_line_ends(edited):
    done = edited([{"text": before, "body": body} for before, body, _ in LINE_ENDS])
    assert [one["text"] for one in done] == [after for *_, after in LINE_ENDS]


def test_a_text_that_does_not_change_stays(edited):
    texts = _texts()
    bodies = [one["body"] for one in edited([{"text": text} for text in texts])]
    again = edited([{"text": t, "body": b} for t, b in zip(texts, bodies, strict=True)])
    assert [one["text"] for one in again] == texts
