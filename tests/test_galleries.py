"""Images side by side and their captions: what makes a gallery, what each image leads to."""

import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from jekyll.kramdown.extension import make_converter
from page_parts.galleries.galleries import make_galleries, write_captions
from photos import saved, scene
from support import build_site, page, read_page, write_site

TWO = "![Un](a.jpg)\n\n![Deux](b.jpg)\n"


def shown(markdown: str) -> LexborHTMLParser:
    tree = LexborHTMLParser(make_converter().convert(markdown), is_fragment=True)
    make_galleries(tree)
    write_captions(tree)
    return LexborHTMLParser(f"<body>{tree.html}")


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        pytest.param(TWO, ["Un Deux"], id="a paragraph after another"),
        pytest.param("![Un](a.jpg)\n![Deux](b.jpg)", ["Un Deux"], id="a line after another"),
        pytest.param("![Un](a.jpg)  \n![Deux](b.jpg)", ["Un Deux"], id="a break between"),
        pytest.param("![Un](a.jpg) [![Deux](b.jpg)](/)", ["Un Deux"], id="one is a link"),
        pytest.param("![Un](a.jpg)\n{: .galerie}\n", ["Un"], id="one, marked"),
        pytest.param("![Un](a.jpg){: .galerie}\n", ["Un"], id="one, marked on its line"),
        pytest.param(TWO + "\nTexte.\n\n" + TWO, ["Un Deux", "Un Deux"], id="words part two"),
        pytest.param("- ![Un](a.jpg)\n- ![Deux](b.jpg)\n{: .galerie}", ["Un Deux"], id="a list"),
        pytest.param(
            '<div class="galerie" markdown="1">\n\n![Un](a.jpg)\n\n![Deux](b.jpg)\n\n</div>',
            ["Un Deux"],
            id="a division of paragraphs",
        ),
        pytest.param(
            '<div class="galerie"><img src="a.jpg" alt="Un"><img src="b.jpg" alt="Deux"></div>',
            ["Un Deux"],
            id="a division of images",
        ),
        pytest.param("> ![Un](a.jpg)\n>\n> ![Deux](b.jpg)", ["Un Deux"], id="in a quotation"),
        pytest.param("![Un](a.jpg)", [], id="one"),
        pytest.param("![Un](a.jpg) et ![Deux](b.jpg)", [], id="words between"),
        pytest.param("![Un](a.jpg)\n\n***\n\n![Deux](b.jpg)", [], id="a rule between"),
        pytest.param("![Un](a.jpg)\n{: .x}\n\n![Deux](b.jpg)", [], id="a block of another class"),
        pytest.param("- ![Un](a.jpg)\n- ![Deux](b.jpg)", [], id="a list that is not marked"),
        pytest.param("| ![Un](a.jpg) | ![Deux](b.jpg) |", [], id="cells"),
    ],
)
def test_what_makes_a_gallery(markdown: str, expected: list[str]):
    galleries = shown(markdown).css('.galerie[role="group"]')
    words = [" ".join(it.attributes["alt"] for it in one.css("img")) for one in galleries]
    assert words == expected
    for gallery in galleries:
        count = len(gallery.css("img"))
        assert gallery.attributes["aria-label"] == f"Galerie, {count} image{'s' * (count > 1)}"
        assert len(gallery.css(".galerie > *")) == count


@pytest.mark.parametrize(
    ("markdown", "captions"),
    [
        ('![Un](a.jpg "La *scène*")', ["La *scène*"]),
        ('[![Un](a.jpg "La scène")](/)', ["La scène"]),
        ('![Un](a.jpg "La scène")\n![Deux](b.jpg)', ["La scène"]),
        ('![Un](a.jpg "La scène")\n{: .x #y}', ["La scène"]),
        ('Dans ![Un](a.jpg "La scène") le texte.', []),
    ],
)
def test_a_title_is_a_caption(markdown: str, captions: list[str]):
    tree = shown(markdown)
    assert [one.text() for one in tree.css("figure > figcaption")] == captions
    assert len(tree.css("figure:has(img)")) == len(captions)
    assert len(tree.css("[title]")) == ("Dans" in markdown)
    assert len(tree.css("figure.x#y")) == (".x" in markdown)


def test_each_image_leads_to_all_of_it(tmp_path):
    files = {
        "_config.yml": "baseurl: /projet\n",
        "index.md": page("title: A"),
        "a.md": page("title: B", "![](l.jpg)\n![Haute](h.jpg)\n[![Lien](l.jpg)](/)\n![P](p.png)"),
        "l.jpg": saved(scene((1000, 500))),
        "h.jpg": saved(scene((400, 800))),
        "p.png": saved(scene((40, 20)), "PNG"),
    }
    result = build_site(write_site(tmp_path / "content", files), tmp_path / "out")
    assert (result.is_ok, result.diagnostics.found) == (True, [])
    tree = read_page(tmp_path / "out", "a.html")
    whole = [re.sub(r"\.\w{8}-", "-", it.attributes["href"]) for it in tree.css(".galerie a")]
    assert whole == ["/projet/l-1000.avif", "/projet/h-400.avif", "/projet/"]
    for link in tree.css(".galerie a")[:2]:
        assert (tmp_path / "out" / link.attributes["href"].removeprefix("/projet/")).is_file()
    assert tree.css_first(".galerie a").attributes["aria-label"] == "Voir l’image entière"
    styles = [it.attributes["style"] for it in tree.css(".galerie > *")]
    assert styles == ["--ratio:2", "--ratio:0.5", "--ratio:2", "--ratio:2;--wide:40px"]
    sizes = [it.attributes["sizes"] for it in tree.css("source[type='image/avif']")]
    assert sizes[:2] == ["(min-width: 512px) 480px, 70vw", "(min-width: 152px) 120px, 45vw"]
    assert ".galerie" in tree.css_first("style").text()
    assert ".galerie" not in read_page(tmp_path / "out").css_first("style").text()
