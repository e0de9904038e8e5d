"""The title that a text gives itself, in Markdown as in HTML, and what a page then shows."""

from pathlib import Path

import pytest

from jekyll.liquid.renderer import Scope
from jekyll.reading.first_heading import title_of
from jekyll_reference import build_reference
from support import built_site, page, read_page, write_site

# What the text begins with, and the title: as the real Jekyll has it (see below).
AS_JEKYLL = {
    "atx": ("# Un titre", "Un titre"),
    "level 3": ("### Un titre", "Un titre"),
    "level 4": ("#### Un titre", ""),
    "setext": ("Un titre\n========", "Un titre"),
    "setext of level 2": ("Un titre\n--------", "Un titre"),
    "emphasis and code": ("# Un *titre* **et** `code`", "Un titre et code"),
    "a link": ("# Un [titre](/a.html)", "Un titre"),
    "HTML inside": ("# Un <b>titre</b>", "Un titre"),
    "an apostrophe": ("# L'été d'ici", "L’été d’ici"),
    "signs": ("# Pain & beurre", "Pain & beurre"),
    "empty lines before": ("\n\n# Un titre", "Un titre"),
    "a heading further on": ("Texte.\n\n## Un titre", ""),
}
# What Jekyll leaves in the title, or out of it.
BETTER = {
    "closing signs": ("# Un titre ##", "Un titre"),
    "an id": ("# Un titre {#ici}", "Un titre"),
    "an attribute list": ("# Un titre\n{: .grand #ici}", "Un titre"),
    "a comment before": ("<!-- relu -->\n# Un titre", "Un titre"),
    "a reference": ("# Un [titre][a]\n\n[a]: /a.html", "Un titre"),
    "a note": ("# Un titre[^1]\n\n[^1]: Note.", "Un titre"),
    "an image": ("# ![Nous](a.png) ici", "Nous ici"),
    "a line break": ("<h1>Un<br>titre</h1>", "Un titre"),
    "HTML": ('<h1 class="a">Un <em>titre</em></h1>', "Un titre"),
    "Liquid": ("# L'été à {{ site.title }}", "L’été à Nous"),
    "a link of Liquid's": ("# [Un titre]({% link a b (1).md %})", "Un titre"),
    "Liquid that is no Liquid": ("# {% raw %}{{ x }}{% endraw %}", "{{ x }}"),
    "a wrong tag": ("# Un {% bal %}titre", "Un #titre"),
    "no word": ("# ", ""),
    "an invisible sign": ("# Un\x07 titre", ""),
    "endless": ("# " + "[" * 100_000, ""),
}
FURTHER_ON = {
    "after an image": ("![Affiche](a.png)\n\n# Un titre\n\nTexte", "Un titre"),
    "in code": ("```\n# commande\n```", ""),
    "level 2": ("Texte.\n\n## Un titre", ""),
}


def scope() -> Scope:
    return Scope({"site": {"title": "Nous"}, "page": {}}, {"link": str}, {})


def _cases(table: dict[str, tuple[str, str]]) -> list:
    return [pytest.param(*case, id=name) for name, case in table.items()]


@pytest.mark.parametrize(("body", "title"), _cases({**AS_JEKYLL, **BETTER}))
def test_the_title_is_the_plain_text_of_the_heading_at_the_beginning(body: str, title: str):
    assert title_of(body, is_markdown=True, anywhere=False, scope=scope) == title


@pytest.mark.parametrize(("body", "title"), _cases(FURTHER_ON))
def test_an_article_may_be_named_by_a_heading_of_level_1_further_on(body: str, title: str):
    assert title_of(body, is_markdown=True, anywhere=True, scope=scope) == title
    assert title_of(body, is_markdown=True, anywhere=False, scope=scope) == ""


@pytest.mark.server
def test_pages_have_the_titles_that_jekyll_gives_them(tmp_path):
    names = {name.replace(" ", "-"): case for name, case in AS_JEKYLL.items()}
    content = write_site(
        tmp_path / "content",
        {"index.md": page("title: Accueil")}
        | {f"{name}.md": page("layout: page", body) for name, (body, _) in names.items()},
    )
    reference = build_reference(content, tmp_path)
    for name, (_, title) in names.items():
        shown = read_page(reference, f"{name}.html").css_first("title").text()
        assert " ".join(shown.split()) == title, name


TITLED = {
    "2026-01-02-texte.md": ("# L'*été*\n\n[ici](#lété)", "L’été"),
    "2026-01-02-plus-loin.md": ("![](/a.png)\n\nL'été\n=====\n\nTexte", "L’été"),
    "2026-01-02-html.html": ("<h1>L’été</h1><p>Texte</p>", "L’été"),
    "2026-01-02-sans-rien.md": ("Texte.\n\n## L'été", None),
}


@pytest.fixture(scope="module")
def titled(tmp_path_factory) -> Path:
    files = {"index.md": page("title: Accueil"), "a.png": b""}
    for folder in ("_posts", "_evenements"):
        for name, (body, _) in TITLED.items():
            files[f"{folder}/{name}"] = page("debut: 2026-01-02", body)
    folder = tmp_path_factory.mktemp("titled")
    return built_site(folder, files)


@pytest.mark.parametrize("name", TITLED)
@pytest.mark.parametrize("folder", ["_posts", "_evenements"])
def test_articles_and_events_show_the_heading_once_as_their_title(titled, folder: str, name: str):
    title = TITLED[name][1]
    stem = name.rpartition(".")[0]
    place = f"agenda/{stem}/index" if folder == "_evenements" else f"2026/01/02/{stem[11:]}"
    tree = read_page(titled, f"{place}.html")
    headings = [node.text() for node in tree.css("main h1, main h2")]
    if title is None:
        assert headings == ["Sans Rien", "L’été"]
    else:
        assert headings == [title]
        assert tree.css_first("h1").attributes["id"] == "lété"
        assert tree.css_first("title").text() == title


REPEATED = {
    "repetes.md": ("title: Répétés", "# Répétés\n\nTexte.\n\n## Répétés", ["Répétés", "Répétés"]),
    "nous.md": ('title: "L\'équipe"', "<!-- x -->\n\n## L'ÉQUIPE\n", ["L’équipe"]),
    "nomme.md": ("order: 1", "Nommé\n=====\n", ["Nommé"]),
    "plus-loin.md": ("title: Plus loin", "Texte.\n\n# Plus loin\n", ["Plus loin", "Plus loin"]),
    "autre.md": ("title: Autre", "# Un autre\n", ["Autre", "Un autre"]),
    "lien.md": ("title: Lien", "# [Lien](/)\n", ["Lien", "Lien"]),
    "libre.md": ("title: Libre\nlayout: default", "# Libre\n", ["Libre"]),
}


def test_a_page_shows_once_the_title_that_its_text_begins_with(tmp_path):
    files = {name: page(front, body) for name, (front, body, _) in REPEATED.items()}
    output = built_site(tmp_path, {"index.md": page("title: Accueil"), **files})
    for name, (*_, expected) in REPEATED.items():
        tree = read_page(output, name.replace(".md", ".html"))
        assert [node.text() for node in tree.css("main h1, main h2")] == expected, name
    assert read_page(output, "nous.html").css_first("h1").attributes["id"] == "léquipe"


def test_a_heading_that_says_more_than_the_title_stays(tmp_path):
    body = "# Un [titre](/)[^1]\n\n[^1]: Note.\n"
    output = built_site(
        tmp_path, {"index.md": page("title: Accueil"), "_posts/2026-01-02-a.md": page("", body)}
    )
    tree = read_page(output, "2026/01/02/a.html")
    assert [node.text() for node in tree.css("h1")] == ["Un titre"]
    assert tree.css_first("h2 a[href='/']").text() == "titre"


def test_a_universe_is_named_by_the_heading_of_its_text(tmp_path):
    output = built_site(
        tmp_path,
        {
            "index.md": page("title: Accueil"),
            "_communs/energie/index.md": page("order: 1", "# L'énergie\n\nTexte.\n"),
        },
    )
    tree = read_page(output, "communs/energie/index.html")
    assert [node.text() for node in tree.css("h1")] == ["L’énergie"]
    assert not [node for node in tree.css("main h2") if "énergie" in node.text()]
