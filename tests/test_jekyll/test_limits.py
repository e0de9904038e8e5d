"""What one text may ask of the machine."""

import threading
from pathlib import Path

import pytest

from jekyll import limits
from jekyll.limits import (
    MAXIMUM_LENGTH,
    LimitExceeded,
    TooSlow,
    check_length,
    check_lists,
    check_place,
    check_tags,
    limited,
)
from jekyll.loads import check_tables
from support import build_site, page, write_site


def spin() -> None:
    while True:
        pass


def test_what_takes_too_long_is_stopped(monkeypatch):
    monkeypatch.setattr(limits, "SECONDS", 0.05)
    with pytest.raises(TooSlow) as raised, limited(0):
        spin()
    assert raised.value.diagnostic.code == "texte-trop-lent"


def test_another_thread_has_no_bound_and_no_diagnostic():
    done = []

    def work() -> None:
        with limited(10):
            done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [True]


def test_what_nests_too_deep_is_told():
    def sink() -> None:
        sink()

    with pytest.raises(LimitExceeded) as raised, limited(0):
        sink()
    assert raised.value.diagnostic.code == "texte-trop-imbrique"


def test_a_text_too_long_is_told():
    check_length("a" * MAXIMUM_LENGTH)
    with pytest.raises(LimitExceeded) as raised:
        check_length("a" * (MAXIMUM_LENGTH + 1))
    assert raised.value.diagnostic.code == "texte-demesure"


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<p>a" * 5_000, id="paragraphs that end by themselves"),
        pytest.param("<ul>" + "<li>a" * 5_000 + "</ul>", id="items that end by themselves"),
        pytest.param("<b>a</b> <br> <img src=x>" * 5_000, id="closed elements"),
        pytest.param("</b>" * 5_000, id="ends alone"),
    ],
)
def test_what_people_write_is_not_too_deep(html: str):
    check_tags(html)


@pytest.mark.parametrize(
    "html", ["<b>" * 200, "<div>" * 600, "".join(f"<x{n}>" for n in range(600))]
)
def test_elements_left_open(html: str):
    with pytest.raises(LimitExceeded, match="pas refermées"):
        check_tags(html)


MANY = " ".join(f"a{number}" for number in range(300))


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(f"<p {MANY}>", id="names"),
        pytest.param(f"<p a='>' {MANY}>", id="after a sign in a value"),
        pytest.param(f'<p a" {MANY}>', id="after a quote in a name"),
        pytest.param("<p " + 'a="b"' * 300, id="without spaces"),
        pytest.param("<p/" + "a/" * 300, id="without a space at all"),
        pytest.param("<p" + " a = b\t" * 300 + ">", id="values"),
    ],
)
def test_a_tag_of_too_many_attributes(html: str):
    with pytest.raises(LimitExceeded, match="« <p> » a plus de 250 attributs"):
        check_tags(html)


def test_too_many_attributes_of_different_names():
    html = "".join(f"<p a{number}='b'>" for number in range(5000))
    check_tags(html)
    with pytest.raises(LimitExceeded, match="plus de 5\u202f000 attributs différents") as raised:
        check_tags(f"{html}<p other>")
    assert raised.value.diagnostic.code == "html-trop-d-attributs-differents"


def test_what_is_no_attribute_does_not_count():
    check_tags(f"<p a='{MANY}' b=\"{MANY}\">{MANY} < {MANY} <1 {MANY}</p> <!-- {MANY} -->")


@pytest.mark.parametrize(
    ("columns", "rows", "is_refused"),
    [(3, 9_000, False), (300, 400, True), (400, 300, True), (20_000, 5, True)],
)
def test_the_cells_of_tables(columns, rows, is_refused):
    table = f"|{'a|' * columns}\n|{'-|' * 3}\n" + "|b\n" * rows
    told = []
    check_tables(f"```\n{table}\n```\n")
    try:
        check_tables(f"Avant | -\n\n{table}\n\n{'mot ' * 5_000}\n\n---\n")
    except LimitExceeded as unbounded:
        told.append(unbounded.diagnostic.code)
    assert told == ["tableau-demesure"] * is_refused


@pytest.mark.parametrize("html", ["<plaintext>a</plaintext>", "<script><!--<script></script>"])
def test_an_element_that_would_swallow_the_page(html: str):
    with pytest.raises(LimitExceeded, match="la fin de la page"):
        check_place(html)


@pytest.mark.parametrize("html", ["", "texte", "<p>a</p><script>1 < 2</script>", "<!-- a --><hr>"])
def test_what_stays_in_its_place(html: str):
    check_place(html)


@pytest.mark.parametrize(("levels", "is_refused"), [(30, False), (700, True)])
def test_lists_in_lists_are_refused_before_a_tree_is_made_of_them(levels: int, is_refused: bool):
    told = []
    try:
        check_lists("\n".join(" " * 2 * level + "- a" for level in range(levels)) * 2)
    except LimitExceeded as unbounded:
        told.append(unbounded.diagnostic.code)
    assert told == ["texte-trop-imbrique"] * is_refused


PLACES = {
    "> " * 400 + "a": "texte-trop-imbrique",
    "<b>" * 400: "html-trop-imbrique",  # rather than the lists and the quotations
    "<div>\n" * 600: "html-trop-imbrique",
    "<p " + " ".join(f"a{number}=1" for number in range(300)) + ">": "html-trop-d-attributs",
    "|" + "a|" * 2000 + "\n|" + "-|" * 2000 + "\n" + "|a\n" * 100: "tableau-demesure",
}


@pytest.mark.parametrize("text", PLACES, ids=PLACES.values())
def test_what_asks_too_much_is_told_on_its_line(text: str, tmp_path: Path):
    content = write_site(tmp_path / "c", {"index.md": page("title: A", f"Un.\n\n{text}\n")})
    (error,) = build_site(content, tmp_path / "o").diagnostics.errors
    assert (error.code, error.line) == (PLACES[text], 6)
