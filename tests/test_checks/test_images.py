"""Alternative texts: what says nothing, and what a legitimate site may well write."""

import io
import random
from pathlib import Path

import pytest
from PIL import Image

from checks_support import reported
from commands.checks.images.image_elements import is_meaningless
from support import page, write_site


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("image", "a.png"),
        (" Photo. ", "a.png"),
        ("affiche.jpg", "autre.jpg"),
        ("Plan du lieu.PNG", "a.png"),
        ("IMG_2041", "a.jpg"),
        ("20240312_183012", "a.jpg"),
        ("affiche_pages-to-jpg-0001", "affiche_pages-to-jpg-0001.jpg"),
        ("Texte décrivant l'image", "a.png"),
    ],
)
def test_a_text_that_says_nothing(text: str, name: str):
    assert is_meaningless(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("", "a.png"),
        ("Logo", "logo.png"),
        ("contact", "contact.png"),
        ("2024", "2024.png"),
        ("0467000000", "a.png"),
        ("Photo de l'équipe", "a.png"),
        ("Une image du jardin", "a.png"),
        ("Saint-Jean", "Saint-Jean.png"),
    ],
)
def test_a_text_that_may_be(text: str, name: str):
    assert not is_meaningless(text, name)


def _image(kind: str, size: int) -> bytes:
    data = io.BytesIO()
    pixels = random.Random(1).randbytes(size * size * 3)
    Image.frombytes("RGB", (size, size), pixels).save(data, kind)
    return data.getvalue()


@pytest.mark.parametrize("is_cut", [False, True])
def test_an_image_that_is_cut(is_cut: bool, tmp_path: Path):
    """Shown in a page, or at the end of a link."""
    files: dict[str, str | bytes] = {}
    for kind, size in {"JPEG": 200, "PNG": 40, "WEBP": 100, "GIF": 100}.items():
        data = _image(kind, size)
        data = data[: len(data) * 2 // 3] if is_cut else data
        for way, text in {"vue": "![Le bal](images/{})", "liée": "[La photo](images/{})"}.items():
            name = f"{way}.{kind.lower()}"
            files |= {f"{name}.md": page("title: A", text.format(name)), f"images/{name}": data}
    found = reported(write_site(tmp_path / "c", files))
    about = [line.partition(" :")[0] for line in found if line.startswith(("!", "?images/"))]
    kinds = ("gif", "jpeg", "png", "webp") if is_cut else ()
    assert about == [
        *(f"?images/liée.{kind}" for kind in kinds),
        *(f"!vue.{kind}.md:4" for kind in kinds),
    ]


WORDLESS = [
    ("Un.\n\n![](images/b a.jpg)\n", 6),
    ("![]({% link images/b a.jpg %})\n", 4),
    ("![ ](/images/b%20a.jpg 'Titre')\n", 4),
    # A decoration, code, and an image beside the words of a link.
    ('![](images/b a.jpg){: role="presentation"}\n', 0),
    ('<img src="images/b a.jpg" alt="">\n', 0),
    ("![Le bal](images/b a.jpg) et `![](images/b a.jpg)`\n", 0),
    ("[![](images/b a.jpg) Le bal](/)\n", 0),
]


def test_an_image_without_a_word_in_markdown(tmp_path: Path):
    files = {"images/b a.jpg": _image("JPEG", 100), "index.md": page("title: A")}
    files |= {f"{n}.md": page("title: A", text) for n, (text, _) in enumerate(WORDLESS)}
    found = [line for line in reported(write_site(tmp_path / "c", files)) if "remplacement" in line]
    # An image that was prepared has the name of its file without what addresses escape.
    assert [line.replace("b-a", "b a").partition(" n'a pas")[0] for line in found] == [
        f"?{n}.md:{line} : l'image « b a.jpg »" for n, (_, line) in enumerate(WORDLESS) if line
    ]


def test_a_prepared_image_is_called_by_the_name_of_its_file(tmp_path: Path):
    files = {"images/bal.jpg": _image("JPEG", 100)}
    files["index.md"] = page("title: A", "![Image](images/bal.jpg)\n")
    found = [line for line in reported(write_site(tmp_path / "c", files)) if "texte" in line]
    assert found[0].startswith("!index.md:4 : le texte de l'image « bal.jpg » ne dit rien d'elle")


def test_a_drawing_that_is_none_is_told_even_when_no_page_shows_it(tmp_path: Path):
    files = {"index.md": page("title: A", "[Le plan](plan.svg)"), "plan.svg": "<html></html>"}
    files["style.svg"] = page("title: A", '<svg xmlns="http://www.w3.org/2000/svg"/>')
    found = [line for line in reported(write_site(tmp_path / "c", files)) if "dessin" in line]
    assert [line.partition(" : ")[0] for line in found] == ["?plan.svg"]
