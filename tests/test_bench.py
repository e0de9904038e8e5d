"""The comparison of speeds: its corpus, its figures and its tables. No test judges by a clock."""

import json
import os
import subprocess
import sys
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from bench import corpus, dialects
from bench.__main__ import main
from bench.compare import compare_photos
from bench.measure import Cost, Failed, median, run
from bench.peers import KNOWN, OURS, STOCK, find_peers
from bench.phases import Clock
from bench.results import Figures, Machine
from bench.table import document, phase_table, photo_table, size_table
from support import PROJECT, build_site, run_task

DIALECTS = {
    "ours": dialects.JEKYLL,
    "pelican": dialects.PELICAN,
    "jekyll": dialects.JEKYLL,
    "hugo": dialects.HUGO,
    "eleventy": dialects.ELEVENTY,
}


def written(root: Path, count: int, name: str = "ours") -> dict[str, bytes]:
    dialects.write(root, count, DIALECTS[name], name)
    return read_all(root)


def read_all(root: Path) -> dict[str, bytes]:
    files = (path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize("name", KNOWN)
def test_a_small_corpus_is_the_beginning_of_a_large_one(tmp_path, name):
    small, large = written(tmp_path / "small", 4, name), written(tmp_path / "large", 6, name)
    assert len(large) == len(small) + 2
    assert small.items() <= large.items()


WRITE = """import sys, pathlib, bench.dialects as d
d.write(pathlib.Path(sys.argv[1]), 3, d.HUGO, 'hugo')"""


def test_the_corpus_does_not_depend_on_the_hash_seed(tmp_path):
    command = [sys.executable, "-c", WRITE, str(tmp_path / "other seed")]
    subprocess.run(command, cwd=PROJECT, env={**os.environ, "PYTHONHASHSEED": "7"}, check=True)
    assert read_all(tmp_path / "other seed") == written(tmp_path / "this one", 3, "hugo")


def test_posts_are_of_about_4_kb_and_all_different():
    posts = list(corpus.posts(60))
    texts = [corpus.body(post, dialects.JEKYLL.forms) for post in posts]
    assert all(4000 <= len(text.encode()) <= 5500 for text in texts)
    assert len(set(texts)) == len({post.address for post in posts}) == 60
    assert {tag for post in posts for tag in post.tags} == set(corpus.TAGS)
    assert {post.category for post in posts} == set(corpus.CATEGORIES)
    assert (len(corpus.TAGS), len(corpus.CATEGORIES)) == (30, 5)


def test_our_site_is_built_of_it_at_the_addresses_that_are_asked_for(tmp_path):
    written(tmp_path / "content", 5)
    result = build_site(tmp_path / "content", tmp_path / "site")
    assert (result.diagnostics.found, result.articles, result.pages) == ([], 5, 11)
    for post in corpus.posts(5):
        assert (tmp_path / "site" / post.address.lstrip("/")).is_file()


def test_photos_are_always_the_same_and_all_different():
    photos = [corpus.photo(number, width=1008) for number in (0, 1, 1)]
    assert photos[0] != photos[1] == photos[2]
    forms = dialects.JEKYLL.forms
    pages = "".join(corpus.photo_page(number, forms) for number in (1, 2, 3))
    assert all(pages.count(corpus.photo_name(number)) == 1 for number in range(corpus.PHOTOS))


def test_our_site_of_photos_shows_each_in_every_width(monkeypatch, tmp_path):
    monkeypatch.setattr(corpus, "PHOTOS", 3)
    monkeypatch.setattr(corpus, "photo", partial(corpus.photo, width=1512))
    dialects.write_photos(tmp_path / "content", dialects.JEKYLL, "ours")
    result = build_site(tmp_path / "content", tmp_path / "site")
    assert (result.diagnostics.found, result.pages) == ([], 4)
    made = [path.suffix for path in (tmp_path / "site/images").iterdir()]
    assert (made.count(".avif"), made.count(".jpg")) == (12, 3)


@pytest.mark.server
def test_the_site_of_photos_is_built_once_and_measured(monkeypatch, tmp_path):
    monkeypatch.setattr(corpus, "PHOTOS", 2)
    monkeypatch.setattr(corpus, "photo", partial(corpus.photo, width=480))
    stock = [peer for peer in find_peers(["pelican"]) if peer.name == STOCK]
    (found,) = compare_photos(stock, tmp_path, lambda _: None)
    assert (found.failure, len(found.first), found.cold) == ("", 1, [])
    assert len(list((tmp_path / "pelican/site/output/images").iterdir())) == 2
    head, row = photo_table([found]).splitlines()[2::2]
    assert head == "| Programme | La première | Mémoire | Processeur |"
    assert row.count("(×1,00)") == 3


def test_what_a_command_costs_is_read_from_the_system(tmp_path):
    code = "import pathlib; x = b'x' * 90_000_000; pathlib.Path('done').touch(); sum(range(10**6))"
    cost = run([sys.executable, "-c", code], tmp_path)
    assert (tmp_path / "done").exists()
    assert 90_000_000 < cost.memory < 1_000_000_000
    assert cost.seconds > 0
    assert cost.processor > 0


def test_a_command_that_fails_tells_its_last_words(tmp_path):
    with pytest.raises(Failed, match="plus de place"):
        run([sys.executable, "-c", "raise SystemExit('plus de place')"], tmp_path)


def test_the_median_is_of_each_figure():
    costs = [Cost(1, 9, 5), Cost(2, 8, 30), Cost(9, 1, 10)]
    assert median(costs) == Cost(2, 8, 10)


def test_phases_leave_out_what_is_inside_them():
    instants = iter([0.0, 1.0, 4.0, 10.0])
    clock = Clock(lambda: next(instants))
    inner = clock.timed("inner", lambda: None)
    clock.timed("outer", inner)()
    assert clock.seconds == {"inner": 3.0, "outer": 7.0}


def figures(name: str, seconds: float, saved: float) -> Figures:
    cost = Cost(seconds, seconds * 1.5, round(seconds * 50_000_000))
    return Figures(name, "1.0", [cost], [cost], [cost], [saved], [seconds])


def test_a_table_has_ratios_to_stock_pelican_and_names_who_is_absent():
    table = size_table(
        1000,
        [
            figures(OURS, 1.0, 0.05),
            figures(STOCK, 2.0, 0.5),
            Figures("Hugo", ""),
            Figures("Jekyll", "4.3", failure="jekyll : …"),
        ],
    )
    assert table.replace("\u00a0", " ").splitlines() == [
        "### 1\u202f000 articles",
        "",
        "| Programme | La première | À froid | Rien n'a changé | Un texte enregistré | "
        "Un titre enregistré | Mémoire | Processeur |",
        "| --- | --: | --: | --: | --: | --: | --: | --: |",
        f"| {OURS} 1.0 | 1,00 s (×0,50) | 1,00 s (×0,50) | 1,00 s (×0,50) "
        "| 50 ms (×0,10) | 1,00 s (×0,50) | 50 Mo (×0,50) | 1,50 s (×0,50) |",
        f"| {STOCK} 1.0 | 2,00 s (×1,00) | 2,00 s (×1,00) | 2,00 s (×1,00) "
        "| 500 ms (×1,00) | 2,00 s (×1,00) | 100 Mo (×1,00) | 3,00 s (×1,00) |",
        "| Hugo | absent | – | – | – | – | – | – |",
        "| Jekyll 4.3 (échec) | – | – | – | – | – | – | – |",
    ]


def test_phases_are_told_longest_first():
    rows = phase_table(20, 4.0, {"Écrire": 1.0, "Markdown": 3.0}).replace("\u00a0", " ")
    assert rows.splitlines()[-3:] == [
        "| Markdown | 3,00 s | 75 % |",
        "| Écrire | 1,00 s | 25 % |",
        "| **En tout** | 4,00 s | 100 % |",
    ]


def test_the_document_says_where_and_when():
    machine = Machine("Processeur X", 2, 8_000_000_000, "Linux 6.1", 0.25, date(2026, 3, 12))
    text = document(machine, ["### 100 articles"]).replace("\u00a0", " ")
    for words in ("Le 12/03/2026", "Processeur X, 2 cœurs", "8 Go", "### 100 articles"):
        assert words in text
    assert "$" not in text


def test_an_absent_program_is_still_named(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    for variable in ("HUGO", "JEKYLL", "ELEVENTY"):
        monkeypatch.delenv(variable, raising=False)
    peers = {peer.name: peer.version for peer in find_peers()}
    assert [name for name, version in peers.items() if not version][-3:] == [
        "Jekyll",
        "Hugo",
        "Eleventy",
    ]
    assert peers[STOCK]


@pytest.mark.parametrize(
    ("option", "message"),
    [
        pytest.param("--tailles=beaucoup", "--tailles : « beaucoup » ne se lit pas.", id="size"),
        pytest.param("--tours=0", "--tours : « 0 » ne se lit pas.", id="no turn"),
        pytest.param("--seulement=hugoo", "--seulement : « hugoo » n'est pas comparé.", id="name"),
    ],
)
def test_a_bad_option_is_told_in_french(option, message):
    with pytest.raises(SystemExit, match=f"^{message}"):
        main([option])


@pytest.mark.server
def test_the_whole_command_with_stock_pelican():
    """Some 10 seconds: it builds, saves and measures with both programs, as the real command."""
    document_file = PROJECT / "docs" / "vitesse.md"
    before = document_file.read_bytes()
    amounts = ("--tailles=3", "--tours=1", "--enregistrements=1")
    done = run_task("vitesse", *amounts, "--seulement=pelican")
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    rows = [line for line in lines if line.startswith((f"| {OURS}", f"| {STOCK}"))]
    assert len(rows) == 2
    assert all("–" not in row and "échec" not in row for row in rows)
    assert any(line.startswith("| Markdown |") for line in lines)
    assert document_file.read_bytes() == before


@pytest.mark.server
def test_every_timed_function_exists_and_phases_add_up(tmp_path):
    written(tmp_path / "content", 3)
    done = subprocess.run(
        [sys.executable, "-m", "bench.phases", str(tmp_path / "content"), str(tmp_path / "site")],
        cwd=PROJECT,
        env={**os.environ, "PYTHONPATH": str(PROJECT / "plugins")},
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert sum(told["phases"].values()) == pytest.approx(told["whole"])
    assert {"Markdown", "Gabarits", "Passes sur le HTML"} <= told["phases"].keys()
