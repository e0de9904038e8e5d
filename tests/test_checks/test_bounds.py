"""No content keeps a check busy, fills the memory, or leads it out of its folder."""

from collections.abc import Callable
from pathlib import Path

import pytest

from checks_support import reported
from commands.checks import check, pages, site, texts
from commands.checks.css.rules import css_diagnostics
from commands.checks.html.attributes import tag_diagnostics
from commands.checks.html.rules import html_diagnostics
from commands.checks.lines import line_of
from commands.checks.markdown import link_typos, markdown_typos
from commands.checks.markdown.block_typos import empty_sections, flat_lists, unmeant_tables
from commands.checks.pages import Page, Pages
from core.diagnostics.catalog.links import BROKEN_LINK
from engine.deferred_writer import workers
from jekyll import loads
from jekyll.front_matter.source_positions import without_code
from jekyll.kramdown.extension import make_converter
from jekyll.limits import LimitExceeded, limited
from jekyll.loads import SiteLoad
from jekyll.rendering.renderer import Renderer
from jekyll.site.model import Document
from site_build import BuildRequest
from support import build_site, page, write_site

HOME = {"index.md": page("title: Accueil")}
AWAY = (
    "ce lien symbolique ne mène pas à un fichier du site. "
    "Remplacez-le par le fichier lui-même, ou supprimez-le."
)
MANY = 100_000


def test_data_outside_of_the_content_is_not_read(tmp_path: Path):
    outside = write_site(tmp_path / "outside", {"secret.yml": "a: b: c\n"})
    content = write_site(tmp_path / "c", HOME)
    (content / "_data").symlink_to(outside)
    assert reported(content) == [f"!_data : {AWAY}"]


def test_a_folder_of_data_that_is_a_link_is_not_read(tmp_path: Path):
    outside = write_site(tmp_path / "outside", {"secret.yml": "a: b: c\n"})
    content = write_site(tmp_path / "c", {**HOME, "_data/a/bien.yml": "a: b\n"})
    (content / "_data" / "a" / "ailleurs").symlink_to(outside)
    assert reported(content) == [f"!_data/a/ailleurs : {AWAY}"]


def test_drafts_outside_of_the_content_are_not_read(tmp_path: Path):
    outside = write_site(tmp_path / "outside", {"secret.md": page("permalink: /secret/")})
    content = write_site(tmp_path / "c", {"index.md": page("title: A", "[le bal](/secret/)\n")})
    (content / "_drafts").symlink_to(outside)
    drafts, link = reported(content)
    assert drafts == f"?_drafts : {AWAY}"
    assert link.startswith("!index.md:4 : « /secret/ » ne mène à rien dans ce site.")


def test_folders_too_deep_are_told_by_the_build_alone(tmp_path: Path):
    content = write_site(tmp_path / "c", HOME)
    (content / "/".join("d" * 480)).mkdir(parents=True)
    (line,) = reported(content)
    assert line.endswith("ce chemin a plus de 800 octets. Donnez-lui des noms plus courts.")


def test_pages_are_told_alike_in_small_batches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    links = "## Où\n\n[le bal](b.html#la)\n\n[un](#x)\n\n[deux](perdue.html)\n"
    files = {f"{name}.md": page(f"title: {name}", links) for name in "abc"}
    content = write_site(tmp_path / "c", {**HOME, **files})
    at_once = check(BuildRequest(content)).found
    monkeypatch.setattr(pages, "BATCH", 1)
    assert sorted(check(BuildRequest(content)).found) == sorted(at_once)
    assert len(at_once) == 9


def test_a_page_is_forgotten_after_its_batch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    names = sorted(write_site(tmp_path, {f"{n}.html": f"<p id={n}>{n}" for n in "abc"}).iterdir())
    built = Pages(Page(tmp_path, path.name) for path in names)
    monkeypatch.setattr(pages, "BATCH", 1)
    read = []
    for _ in built.batches():
        read.append([page.name for page in built.values() if page.tree])
        assert built["c.html"].anchors == {"c"}
    assert read == [["a.html"], ["b.html"], ["c.html"]]
    held = [set(vars(page)) for page in built.values()]
    assert held == [{"output", "name"}, {"output", "name"}, {"output", "name", "anchors"}]


@pytest.mark.parametrize(
    "sign", ["[", "[a](/", "(a)[/", "[a] (/", "[a][", "(a", "](a.md", "[a(/", '[a](/ "[', "[a]\n(/"]
)
def test_signs_in_plenty_are_read_once(sign: str):
    with limited(0):
        for pattern, *_ in link_typos.SLIPS:
            assert not pattern.search(sign * (MANY // len(sign)) + " ")


@pytest.mark.parametrize(
    "sign",
    [
        *("**a ", "** a", "#a ", "\n#a a\n", "-a\n", "a|b\n", "a\na|b\n|-|\n", "1) a\n", "•a\n"),
        *(
            "[[a",
            "`a",
            "==a ",
            "~~a",
            "\u00a0-",
            "**a\n\n",
            "<div>**a**",
            "[b]",
            "# ",
            "1. a\n 1. a\n",
        ),
        *("<!-", "\n```", "~~~\n", "[^a]", "\n[^a]:\n", "|", "-", "*", "a"),
    ],
)
def test_slips_in_plenty_are_looked_for_once(sign: str):
    with limited(0):
        text = sign * (MANY // len(sign))
        found = [*markdown_typos.looked_for(text, text)]
        reported = [*empty_sections(text, text), *flat_lists(text), *unmeant_tables(text, ["a"])]
    assert len(found) <= 9 * markdown_typos.MOST
    assert len(reported) <= 3 * markdown_typos.MOST


@pytest.mark.parametrize("signs", ["<!--" * MANY, "`" * MANY + "\n" + "a" * MANY])
def test_what_nothing_closes_is_read_once(signs: str):
    with limited(0):
        assert without_code(signs) == signs


@pytest.mark.parametrize("sign", ["`", "*", "_", "~", "[", "]"])
def test_words_that_are_signs_alone_are_looked_for_once(sign: str):
    signs = " ".join(sign * count for count in range(1, 900))
    with limited(0):
        assert line_of(" ".join(signs.split()[:8]) + " z", f"z\n{signs}\n") == 1
        assert line_of("un ’mot’ juste", f"{signs}\nun `'mot'` **juste**") == 2


def test_struck_words_without_an_end_are_looked_for_once():
    with limited(0):
        html = make_converter().convert("~~a ==b " * MANY + "\n\n~~c ~~d~~")
    assert html.endswith("<p><del>c ~~d</del></p>")


@pytest.mark.parametrize("fact", ["url", "hint"])
def test_what_a_message_quotes_is_cut(fact: str):
    told = str(BROKEN_LINK(**{"url": "/a", "hint": "", fact: "b" * MANY}))
    assert "b" * 200 in told
    assert len(told) < 1000


def test_code_ends_with_what_began_it():
    text = "`` a ` b ``` c\n````\nd\n```\ne\n~~~\n`f\n~~~~`g`\n"
    bare = "             c\n    \n \n   \ne\n   \n  \n   ~   \n"
    assert without_code(text) == bare


def test_of_many_lists_alike_the_first_are_looked_at(tmp_path: Path, monkeypatch):
    """A page a key word: each is parsed, and few of them can say what others do not."""
    monkeypatch.setattr(pages, "LISTS_OF_A_FOLDER", 3)
    words = ", ".join(f"mot {number}" for number in range(9))
    files = {
        f"_posts/2024-01-0{day}-bal.md": page(f"title: Bal {day}\ntags: [{words}]", "[a](/non/)\n")
        for day in range(1, 6)
    }
    files |= {f"jeux/{n}/index.html": "<!doctype html>\n<title>x</title><p>a" for n in range(5)}
    files["_config.yml"] = "title: Nous\ndescription: '[a](/rien/)'\n"
    files["index.md"] = page("title: A", "[b](/actualites/mots-cles/mot-8/#x)")
    content = write_site(tmp_path / "c", files)
    seen = []
    monkeypatch.setattr(Page, "forget", lambda page: seen.append(page.name))
    found = reported(content)
    lists = [name for name in seen if name.startswith("actualites/mots-cles/")]
    assert sorted(set(lists)) == [f"actualites/mots-cles/mot-{n}/index.html" for n in range(3)]
    assert sum(name.startswith("jeux/") for name in set(seen)) == 5
    assert sum("/non/ » ne mène à rien" in line for line in found) == 5
    assert not any("mot-8" in line for line in found)


def test_equal_tags_are_judged_once():
    tag_diagnostics.cache_clear()
    found = html_diagnostics("<div>" + '<p class="a" style="colour: red">x</p>' * 150 + "</div>")
    assert [wrong.nth for wrong in found] == list(range(150))
    assert tag_diagnostics.cache_info().misses == 1


def test_lists_in_lists_are_counted_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Each item holds the words of those below it."""
    read: list[str] = []
    words_of = texts.words_of
    monkeypatch.setattr(texts, "words_of", lambda node: read.append(words_of(node)) or read[-1])
    deep = "".join(f"{'  ' * depth}- {'le bal du soir ' * 20}\n" for depth in range(30))
    content = write_site(tmp_path / "c", {"index.md": page("title: A", deep)})
    found = reported(content)
    assert sum(map(len, read)) < 2 * len(deep)
    assert [line for line in found if "cette phrase a 80 mots" in line]


MANY_WARNINGS = "".join(f'<p style="colour{n}: red">x</p>\n\n' for n in range(1000))


def test_an_error_behind_many_warnings_is_an_error():
    found = [wrong.diagnostic for wrong in html_diagnostics(f"{MANY_WARNINGS}<section>un")]
    assert [diagnostic.message for diagnostic in found if diagnostic.severity == "error"] == [
        "« <section> » n'est pas refermé"
    ]
    css = "".join(f"a {{b{n}: c}}\n" for n in range(3000)) + "a {"
    found = css_diagnostics(css)
    assert [wrong.line for wrong in found if wrong.diagnostic.severity == "error"] == [3001]
    assert len(found) == 22  # one says that there are others
    assert [wrong.line for wrong in found if wrong.diagnostic.code == "defauts-non-montres"] == [21]


def test_of_one_page_the_first_hundreds_of_diagnostics_are_told(tmp_path: Path):
    frames = "".join(f'<iframe src="/jeu.html?{n}"></iframe>\n' for n in range(800))
    text = f"{frames}\n{MANY_WARNINGS}\n<center>x</center>\n\n<section>un\n"
    jeu = '<!doctype html>\n<html lang="fr"><title>x</title><p>x'
    content = write_site(tmp_path / "c", {"index.md": page("title: A", text), "jeu.html": jeu})
    found = check(BuildRequest(content)).found
    named = [diagnostic for diagnostic in found if "n'a pas de nom" in diagnostic.message]
    assert len(named) == site.MOST_TOLD_OF_A_PAGE
    assert [diagnostic for diagnostic in found if "<section>" in diagnostic.message]
    assert sum(diagnostic.severity == "warning" for diagnostic in found) < site.MOST_TOLD_OF_A_PAGE


@pytest.fixture
def small_bounds(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch):
    """Let a site ask for a twentieth, or for another part."""
    for name in ("LIGHT", "MAXIMUM_LOAD", "MOST_OF_A_COPY"):
        monkeypatch.setattr(loads, name, getattr(loads, name) // getattr(request, "param", 20))


# Of `n` twentieths of a weight that a site may have once, not twice.
HEAVY: dict[str, Callable[[int], str]] = {
    "cells": lambda n: "<table>\n" + f"<tr>{'<td>a</td>' * 60}</tr>\n" * 20 * n + "</table>\n",
    "paragraphs": lambda n: "".join(f'<p style="margin: {i}px">a</p>\n' for i in range(450 * n)),
    "links": lambda n: "".join(f"[a](/perdu-{i})\n\n" for i in range(450 * n)),
    "rules": lambda n: f"<style>\n{'@media print { a { color: red } }' * 450 * n}</style>\n",
    "marks": lambda n: "**a** *b* `c` [d](#e)\n\n" * 200 * n,
}


@pytest.mark.parametrize("heavy", HEAVY.values(), ids=HEAVY)
def test_many_heavy_pages_are_refused_before_they_are_made(
    heavy: Callable[[int], str], small_bounds, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """The first is made; of the others, which are refused, nothing is."""
    rendered: list[str] = []
    make = Renderer._html

    def seen(renderer: Renderer, document: Document, text: str) -> tuple[str, bool]:
        rendered.append(document.name)
        return make(renderer, document, text)

    monkeypatch.setattr(Renderer, "_html", seen)
    monkeypatch.setattr(workers, "processors", lambda: 1)  # all is made where it is seen
    files = {f"{name}.md": page(f"title: {name}", heavy(1)) for name in "abc"}
    content = write_site(tmp_path / "c", {**HOME, **files})
    refused = [one for one in check(BuildRequest(content)).errors if one.code == "site-trop-charge"]
    assert [Path(one.path).name for one in refused] == ["b.md", "c.md"]
    assert all(one.line > 3 for one in refused)
    assert {*rendered} == {"index.md", "a.md"}


def _exported(rows: int) -> str:
    """Return a table as spreadsheets write it, each of its cells with a style."""
    cells = "".join(
        f'<td class="xl{n}" style="height:15.0pt; width:{n}pt">a &amp; {n}</td>' for n in range(10)
    )
    return "<table>\n" + f"<tr>{cells}</tr>\n" * rows + "</table>\n"


WORDS = "Le samedi, *toute* la coopérative va au [bal](index.md) du village, et l'on danse.\n\n"


def test_long_pages_that_people_write_are_not_refused():
    load = SiteLoad()
    distinct = "".join(f'<td style="width: {n}px">{n}</td>\n' for n in range(5000))
    script = "<script>" + "a[b] = c * d | e;\n" * 20_000 + "</script>"
    image = f"![a](data:image/png;base64,{'iVBO_Rw0' * 50_000})"
    code = "```python\n" + "a[b] = c * d | e\n" * 5000 + "```\n"
    texts = [WORDS * 700, script, image, code, *[_exported(500)] * 20, distinct]
    for number, text in enumerate(texts):
        load.take(f"{number}.md", text, is_markdown=True)
    for number in range(len(texts)):
        load.check(f"{number}.md")


@pytest.mark.parametrize("line", ["> " * 90, ">" * 90, "- " * 90, "1. " * 90, "> - " * 45])
def test_what_nests_on_each_line_is_counted(line: str):
    load = SiteLoad()
    load.take("a.md", f"{line}a\n\n" * 500, is_markdown=True)
    with pytest.raises(LimitExceeded, match="44\u202f460 balises"):
        load.check("a.md")
    load.take("a.md", "> a\n> b\n\n- c\n1. d\n" * 5000, is_markdown=True)
    load.check("a.md")


BLOCKS = {
    "## Titre\n\n": 160,
    "Terme\n: Sens\n\n": 320,
    "Un  \n": 320,
    "Un\\\\\n": 320,
    "Un\n===\n": 320,
    "- Un\n": 320,
    "Un\n\n": 4000,
    "Un\n{: .a .b .c .d .e .f .g .h .i}\n\n": 60,
    'l\'été, "oui" ': 700,
    "&eacute; ": 3000,
    "<!-- a --> ": 400,
}


@pytest.mark.parametrize("small_bounds", [50], indirect=True)
@pytest.mark.parametrize("block", BLOCKS)
def test_blocks_are_counted(block: str, small_bounds):
    load = SiteLoad()
    for name in "abcdefg":
        load.take(f"{name}.md", block * BLOCKS[block], is_markdown=True)
    with pytest.raises(LimitExceeded):
        for name in "abcdefg":
            load.check(f"{name}.md")


def test_the_images_among_which_a_browser_chooses_are_counted():
    load = SiteLoad()
    sizes = ", ".join(f"a.jpg {n}w" for n in range(1, 40_000))
    load.take("a.md", f'<img src="a.jpg" alt="Un" srcset="{sizes}">', is_markdown=True)
    with pytest.raises(LimitExceeded):
        load.check("a.md")


RAW = "<!doctype html>\n<title>A</title>\n{}"
COPIES = {
    "elements in each other": (RAW.format("<div>" * 100_000), "!a{}.html:3 : trop de balises ne"),
    "links": (
        RAW.format("\n".join(f'<a href="/{n}.html">a</a>' for n in range(4000))),
        "!a{}.html:502 : ce texte est trop chargé",
    ),
    "attributes": (
        RAW.format("".join(f"<p a{n}=b>" for n in range(6000))),
        "!a{}.html : les balises de ce texte ont plus de 5\u202f000 attributs",
    ),
    "weight": (RAW.format("mot " * 500_001), "!a{}.html : ce texte est démesuré : plus de 2"),
}


@pytest.mark.parametrize("small_bounds", [5], indirect=True)
@pytest.mark.parametrize("case", COPIES)
def test_pages_published_as_they_are_are_parsed_in_bounds(case: str, small_bounds, tmp_path: Path):
    html, told = COPIES[case]
    files = {f"a{n}.html": html for n in range(2)}
    content = write_site(tmp_path / "c", {**HOME, **files})
    with limited(0):
        assert build_site(content, tmp_path / "out").is_ok
    found = reported(content)
    for number in range(2):
        assert [line for line in found if line.startswith(told.format(number))]


def test_a_page_published_as_it_is_shares_the_load_of_texts(small_bounds, tmp_path: Path):
    rows = "".join(f"<tr><td>{n}</td></tr>\n" for n in range(400))
    content = write_site(
        tmp_path / "c", {**HOME, "a.html": f"<title>A</title><table>{rows}</table>"}
    )
    assert not [line for line in reported(content) if "trop chargé" in line]
    write_site(content, {"b.md": page("title: B", HEAVY["cells"](1))})
    assert [line for line in reported(content) if line.startswith("!a.html:") and "chargé" in line]


@pytest.mark.parametrize(
    ("name", "count"),
    [*zip(HEAVY, ["24 441", "18 900", "23 399", "18 000", "18 400"], strict=True)],
)
def test_a_heavy_page_that_was_mended_leaves_its_place(name: str, count: str):
    text = HEAVY[name](20)
    load = SiteLoad()
    for file in ("a.md", "b.md"):
        load.take(file, text, is_markdown=True)
    load.check("a.md")
    with pytest.raises(LimitExceeded, match=f"{count} balises".replace(" ", "[ \u202f]")):
        load.check("b.md")
    load.take("a.md", "a", is_markdown=True)
    load.check("b.md")
