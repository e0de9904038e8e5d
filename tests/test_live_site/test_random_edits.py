"""Whatever is saved, in whatever order: a held site answers what a fresh build would write."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dev_server.live_site.incremental_site import IncrementalSite
from test_live_site.test_incremental_site import ASKING, PAGES, differences, held

FILES = PAGES | {
    "_communs/pain/index.md": "---\ntitle: Le pain\n---\n\nLe pain.\n",
    "_communs/pain/four.md": "---\nnom: Le Four\nrole: partenaire\n---\n\nDu pain.\n",
    "_evenements/2027-06-01-bal.md": (
        "---\ntitle: Bal\ndebut: 2027-06-01 20:00\norganisateurs: [Le Four]\n---\n\nOn danse.\n"
    ),
    "_posts/2025-03-03-trois.md": (
        "---\ntitle: Trois\ncategories: [Pain]\ntags: [x, y]\nacteurs: [Le Four]\n---\n\nTrois.\n"
    ),
    "blog.html": "---\nlayout: default\n---\n<p>{% link a.md %}</p>\n",
}
# A text that others name by Liquid, without which the site is at fault; and the front page.
NEEDED = ("_posts/2025-03-01-un.md", "index.md", "a.md")
FACTS = """title: Mot {n}
description: Un mot {n}.
tags: [mot{n}, x]
categories: [Sujet {n}]
category: Sujet {n}
date: 2025-02-{day}
modified: 2025-05-{day}
auteur: Ada {n}
image: images/p.svg
permalink: /mot{n}/
redirect_from: /vieux-{n}
order: {n}
in_menu: false
parent: Une page
status: hidden
brouillon: true
lang: en
acteurs: [Le Four]
lieu: Place {n}
debut: 2027-05-{day} 10:00
fin: 2027-05-{day} 12:00
annule: true
cle_a_soi: mot{n}""".split("\n")
LONG_AGO = 1_700_000_000
EDITS = ["text", "whole text", "delete", "rename", "new post", "new event", "image", "settings"]


def _edit(content: Path, kind: str, place: int, n: int) -> set[Path]:
    """Change something of a site; return the files saved."""
    texts = sorted(content.rglob("*.md"))
    path = texts[place % len(texts)]
    is_needed = path.relative_to(content).as_posix() in NEEDED
    day = f"{n % 28 + 1:02}"
    match kind:
        case "text":
            text = path.read_text(encoding="utf-8")
            more = [f"mot{n} !", f"[mot](a.md) [perdu](rien-{n}.md)", f"## {n}", "{{ page.title }}"]
            return _put(path, f"{text}\n{more[n % 4]}\n")
        case "whole text":
            front, mark, _ = path.read_text(encoding="utf-8").rpartition("---\n")
            return _put(path, f"{front}{mark}\n{ASKING[n % len(ASKING)].format(n)}\n")
        case "delete" if not is_needed:
            path.unlink()
            return {path}
        case "rename" if not is_needed and path.parent == content:
            return {path, path.rename(path.with_name(f"mot{n}.md"))}
        case "delete" | "rename":
            return set()
        case "new post":
            post = content / f"_posts/2025-04-{day}-mot{n}.md"
            return _put(post, f"---\ntitle: Mot {n}\ntags: [x]\n---\n\nNouveau.\n")
        case "new event":
            event = content / f"_evenements/2027-04-{day}-mot{n}.md"
            return _put(event, f"---\ntitle: Mot {n}\ndebut: 2027-04-{day} 10:00\n---\n\nMot.\n")
        case "image":
            return _put(content / "images/p.svg", PAGES["images/p.svg"].replace("4", str(n + 1)))
        case "settings":
            more = ["", "permalink: pretty\n", "baseurl: /projet\n", "exclude: [libre.md]\n"][n % 4]
            return _put(content / "_config.yml", f"title: {n}\nurl: https://exemple.fr\n{more}")
    return _put(path, _with_fact(path.read_text(encoding="utf-8"), kind.format(n=n, day=day)))


def _put(path: Path, text: str) -> set[Path]:
    path.write_text(text, encoding="utf-8")
    return {path}


def _with_fact(text: str, line: str) -> str:
    """Return a text whose front matter has a line; without it, when it had that very one."""
    front = text.removeprefix("---\n").partition("---\n")[0].splitlines()
    body = text.partition("---\n")[2].partition("---\n")[2] if text.startswith("---\n") else text
    if not text.startswith("---\n"):
        front = []
    key = line.partition(":")[0]
    kept = [one for one in front if not one.startswith(f"{key}:")]
    kept += [] if line in front else [line]
    return "\n".join(["---", *kept, "---", ""]) + body


def _age(content: Path, step: int) -> None:
    """Date what was just written long enough ago for its reading to be kept."""
    for path in content.rglob("*.*"):
        if path.stat().st_mtime > LONG_AGO + 1000:
            os.utime(path, (LONG_AGO + step, LONG_AGO + step))


def _follow(folder: Path, edits: list[tuple[str, int, int]], every: int) -> None:
    """Save edits one by one; compare each so many, and the last."""
    shutil.rmtree(folder / "content", ignore_errors=True)
    for name, text in FILES.items():
        (folder / "content" / name).parent.mkdir(parents=True, exist_ok=True)
        _put(folder / "content" / name, text)
    site = held(folder / "content")
    for step, edit in enumerate(edits, 1):
        _save(site, folder / "content", edit, step)
        if step % every == 0 or step == len(edits):
            assert differences(site, folder / "content", folder / "output") == []


def _save(site: IncrementalSite, content: Path, edit: tuple[str, int, int], step: int) -> None:
    paths = _edit(content, *edit)
    _age(content, step)
    if not site.save(paths):
        site.load()


def sequences(size: int) -> st.SearchStrategy[list[tuple[str, int, int]]]:
    kinds = st.sampled_from([*EDITS, *FACTS])
    edit = st.tuples(kinds, st.integers(0, 99), st.integers(0, 99))
    return st.lists(edit, min_size=size, max_size=size)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("edits")


@settings(max_examples=3, suppress_health_check=[HealthCheck.too_slow])
@given(edits=sequences(8))
def test_any_edits(folder: Path, edits: list[tuple[str, int, int]]) -> None:
    _follow(folder, edits, every=8)


@pytest.mark.long
@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(edits=sequences(12))
def test_many_edits(folder: Path, edits: list[tuple[str, int, int]]) -> None:
    _follow(folder, edits, every=3)
