"""Alternative texts: what says nothing, and what a legitimate site may well write."""

from __future__ import annotations

import io
import random
from pathlib import Path

import pytest
from PIL import Image

from checks_support import told
from commands.checks.images import is_meaningless
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


def _picture(kind: str, size: int) -> bytes:
    data = io.BytesIO()
    pixels = random.Random(1).randbytes(size * size * 3)
    Image.frombytes("RGB", (size, size), pixels).save(data, kind)
    return data.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("photo.jpg", _picture("JPEG", 200)),
        ("photo.png", _picture("PNG", 40)),
        ("photo.webp", _picture("WEBP", 100)),
        ("photo.gif", _picture("GIF", 100)),
    ],
)
@pytest.mark.parametrize("text", ["![Le bal](images/{})", "[La photo](images/{})"])
def test_a_picture_that_is_cut(name: str, data: bytes, text: str, tmp_path: Path):
    for cut, expected in ((len(data), 0), (len(data) * 2 // 3, 1)):
        files = {"index.md": page("title: A", text.format(name)), f"images/{name}": data[:cut]}
        found = told(write_site(tmp_path / str(cut), files))
        assert len([line for line in found if line.startswith(f"?images/{name} :")]) == expected


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param("Un.\n\n![](images/b a.jpg)\n", 6, id="wordless"),
        pytest.param("![]({% link images/b a.jpg %})\n", 4, id="with Liquid"),
        pytest.param("![ ](/images/b%20a.jpg 'Titre')\n", 4, id="a space, a title"),
        pytest.param('![](images/b a.jpg){: role="presentation"}\n', 0, id="a decoration"),
        pytest.param('<img src="images/b a.jpg" alt="">\n', 0, id="empty on purpose"),
        pytest.param("![Le bal](images/b a.jpg) et `![](images/b a.jpg)`\n", 0, id="code"),
        pytest.param("[![](images/b a.jpg) Le bal](/)\n", 0, id="beside the words of a link"),
    ],
)
def test_an_image_without_a_word_in_markdown(text: str, line: int, tmp_path: Path):
    files = {"images/b a.jpg": _picture("JPEG", 100), "index.md": page("title: A", text)}
    found = [line for line in told(write_site(tmp_path / "c", files)) if "remplacement" in line]
    start = f"?index.md:{line} : l'image « b a.jpg » n'a pas" if line else ""
    # A picture that was prepared has the name of its file without what addresses escape.
    assert [one.replace("b-a", "b a")[: len(start)] for one in found] == ([start] if line else [])


def test_a_prepared_picture_is_called_by_the_name_of_its_file(tmp_path: Path):
    files = {"images/bal.jpg": _picture("JPEG", 900)}
    files["index.md"] = page("title: A", "![Image](images/bal.jpg)\n")
    found = [line for line in told(write_site(tmp_path / "c", files)) if "texte" in line]
    assert found[0].startswith("!index.md:4 : le texte de l'image « bal.jpg » ne dit rien d'elle")


def test_a_drawing_that_is_none_is_told_even_when_no_page_shows_it(tmp_path: Path):
    files = {"index.md": page("title: A", "[Le plan](plan.svg)"), "plan.svg": "<html></html>"}
    files["style.svg"] = page("title: A", '<svg xmlns="http://www.w3.org/2000/svg"/>')
    found = [line for line in told(write_site(tmp_path / "c", files)) if "dessin" in line]
    assert [line.partition(" : ")[0] for line in found] == ["?plan.svg"]
