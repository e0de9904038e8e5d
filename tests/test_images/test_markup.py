"""`<img>` made `<picture>`, and nothing else touched."""

from dataclasses import replace

import pytest
from selectolax.lexbor import LexborHTMLParser

from page_parts.images.image_head import BadImage
from page_parts.images.markup import PictureWriter
from page_parts.images.pipeline import PreparedImage, Variant
from page_parts.images.site_images import Mentions
from page_parts.images.svg_size import root_attributes, svg_size

PHOTO = PreparedImage(
    (1000, 600),
    Variant("images/a.1-800.jpg", "JPEG", 800, ""),
    (Variant("images/a.1-520.avif", "AVIF", 520, ""), Variant("i, 2.avif", "AVIF", 1000, "")),
)
KNOWN = {"/p/a.jpg": PHOTO, "/p/a.gif": PreparedImage((100, 50)), "/p/b.jpg": PHOTO}


def rewritten(html: str, **options: object) -> LexborHTMLParser:
    tree = LexborHTMLParser(html, is_fragment=True)
    PictureWriter(KNOWN.get, "/p").rewrite(tree, **options)
    return LexborHTMLParser(tree.html or "", is_fragment=True)


def test_a_photo_gets_its_sources_and_keeps_what_is_written():
    html = '<p>a <img src="/p/a.jpg" alt="Un « chat »" class="x y" id="i" title="t" data-b> b</p>'
    tree = rewritten(html)
    assert [child.tag for child in tree.css("picture > *")] == ["source", "img"]
    avif = tree.css_first("source").attributes
    assert avif["type"] == "image/avif"
    assert avif["srcset"] == "/p/images/a.1-520.avif 520w, /p/i%2C%202.avif 1000w"
    assert avif["sizes"] == "(min-width: 48rem) 46rem, 70vw"
    image = tree.css_first("img").attributes
    assert image.pop("src") == "/p/images/a.1-800.jpg"
    assert image == {
        "alt": "Un « chat »",
        "class": "x y",
        "id": "i",
        "title": "t",
        "data-b": "",
        "fetchpriority": "high",
        "width": "1000",
        "height": "600",
    }
    assert tree.css_first("p").text() == "a  b"


@pytest.mark.parametrize(
    "html",
    [
        pytest.param('<img src="/p/autre.jpg">', id="not ours"),
        pytest.param('<img alt="x">', id="no address"),
        pytest.param('<img src="/p/a.jpg" srcset="/p/b.jpg 2x">', id="own srcset"),
        pytest.param('<picture><img src="/p/a.jpg"></picture>', id="own picture"),
    ],
)
def test_what_is_left_alone(html):
    assert rewritten(html).html == LexborHTMLParser(html, is_fragment=True).html


@pytest.mark.parametrize(
    ("written", "width", "height", "sizes"),
    [
        ('width="300"', "300", "180", "(min-width: 332px) 300px, 70vw"),
        ('width="300px"', "300px", "180", "(min-width: 332px) 300px, 70vw"),
        ('height="60"', "100", "60", "(min-width: 132px) 100px, 70vw"),
        ('width="50" height="50"', "50", "50", "(min-width: 82px) 50px, 70vw"),
        ('width="50%"', "50%", None, "(min-width: 48rem) 46rem, 70vw"),
        ('width="2000"', "2000", "1200", "(min-width: 48rem) 46rem, 70vw"),
    ],
)
def test_a_size_that_is_written_is_kept(written, width, height, sizes):
    tree = rewritten(f'<img src="/p/a.jpg" {written}>')
    image = tree.css_first("img").attributes
    assert (image["width"], image.get("height")) == (width, height)
    assert tree.css_first("source").attributes["sizes"] == sizes


def test_the_first_one_loads_at_once_the_others_later():
    tree = rewritten('<img src="/p/a.jpg"><img src="/p/b.jpg"><img src="/p/a.gif" loading="eager">')
    first, second, third = (node.attributes for node in tree.css("img"))
    assert (first["fetchpriority"], first.get("loading")) == ("high", None)
    assert (second["loading"], second["decoding"]) == ("lazy", "async")
    assert (third["loading"], third["width"], third["height"]) == ("eager", "100", "50")
    assert tree.css("picture").__len__() == 2


def test_far_below_the_top_none_loads_at_once():
    tree = rewritten(f'<p>{"mot " * 600}</p><img src="/p/a.jpg">')
    assert tree.css_first("img").attributes["loading"] == "lazy"


def test_a_template_says_how_wide_and_when():
    tree = rewritten(f'<p>{"mot " * 600}</p><img src="/p/a.jpg">', sizes="25rem", eager=True)
    assert tree.css_first("source").attributes["sizes"] == "25rem"
    assert tree.css_first("img").attributes["fetchpriority"] == "high"


@pytest.mark.parametrize(
    ("svg", "size"),
    [
        ('<svg width="40" height="30px"/>', (40, 30)),
        ('<?xml version="1.0"?><!-- x --><svg viewBox="0 0 400.4 300"/>', (400, 300)),
        ('<svg width="100%" height="100%" viewBox="0,0,4,3"/>', (4, 3)),
        ('<svg width="80" viewBox="0 0 4 2"/>', (80, 40)),
        ('<svg width="1in" height="25.4mm"/>', (96, 96)),
        ('<svg width="2em"/>', None),
        ('<svg width="0" viewBox="0 0 4 2"/>', None),
        ('<svg viewBox="0 0 4 2" height="0"/>', None),
        ('<svg viewBox="0 0 0 0"/>', None),
        ("rien", None),
    ],
)
def test_the_size_of_an_svg(svg, size):
    assert svg_size(svg.encode()) == size


@pytest.mark.parametrize(
    "text",
    [
        "url(../images/été à.jpg)",
        "![](/images/%C3%A9t%C3%A9%20%C3%A0.jpg)",
        '{"image": "/images/e\u0301te\u0301 a\u0300.jpg"}',
        "images/&eacute;t&eacute; &agrave;.jpg",
        r'{"image": "images/\u00e9t\u00E9 \u00e0.jpg"}',
    ],
)
def test_a_name_is_found_however_it_is_written(text):
    names = ["images/e\u0301te\u0301 a\u0300.jpg", "images/autre.jpg"]
    assert Mentions(names).find(text) == {names[0]}


def test_no_name_is_found_where_there_is_none():
    assert Mentions([]).find("a.jpg") == set()
    assert Mentions(["a.jpg"]).find("b.jpg, .jpg et a.jp") == set()


_SVG = 'xmlns="http://www.w3.org/2000/svg"'


@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param(b"", "vide", id="empty"),
        pytest.param(b" \n", "vide", id="spaces"),
        pytest.param(b"<!DOCTYPE html><html><svg/></html>", "par « <html> »", id="a page"),
        pytest.param(b"<html", "pas un dessin SVG", id="cut"),
        pytest.param(b"404: Not Found", "pas un dessin SVG", id="words"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "pas un dessin SVG", id="a PNG"),
        pytest.param(b"\x1f\x8b\x08", "pas un dessin SVG", id="compressed"),
        pytest.param(b"<svg width='1'/>", "xmlns", id="nameless"),
        pytest.param(
            f"<svg {_SVG}>\n<g></svg>".encode(), ":2 : ce dessin a une faute", id="unclosed"
        ),
        pytest.param(
            f"<svg {_SVG}><g/>".encode(), ":1 : ce dessin a une faute", id="cut after its root"
        ),
        pytest.param(
            f"<svg {_SVG}>&nbsp;</svg>".encode(), ":1 : ce dessin a une faute", id="unknown entity"
        ),
        pytest.param(
            f"<svg {_SVG}>é</svg>".encode("latin-1"),
            ":1 : ce dessin a une faute",
            id="not in UTF-8",
        ),
        pytest.param(f"<svg {_SVG}><g xlink:a=''/></svg>".encode(), "« xlink:href »", id="prefix"),
    ],
)
def test_what_is_no_drawing_is_told(data: bytes, words: str):
    with pytest.raises(BadImage) as caught:
        root_attributes(data)
    assert words in str(caught.value.diagnostic)


@pytest.mark.parametrize(
    "svg",
    [
        f'<?xml version="1.0"?>\n<!-- x -->\n<!DOCTYPE svg>\n<svg {_SVG} width="4"/>',
        f'\ufeff<svg {_SVG} width="4"><g/></svg>',
        '<s:svg xmlns:s="http://www.w3.org/2000/svg" width="4"/>',
        '<!DOCTYPE svg [<!ENTITY n "http://www.w3.org/2000/svg">]><svg xmlns="&n;" width="4"/>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_drawing_is_one(svg: str, encoding: str):
    assert root_attributes(svg.lstrip("\ufeff" * (encoding == "utf-16")).encode(encoding)) == {
        "width": "4"
    }


@pytest.mark.parametrize(
    ("written", "place"),
    [
        pytest.param("", "--place:#7a5b3c;--ratio:1.667", id="nothing"),
        pytest.param('width="500"', "--place:#7a5b3c;--ratio:1.667", id="a width"),
        pytest.param('width="301" height="181"', "--place:#7a5b3c;--ratio:1.667", id="rounded"),
        pytest.param('width="300" height="300"', None, id="another shape: the band would show it"),
        pytest.param('width="50%"', None, id="a share of the column"),
        pytest.param(
            'style="border:0"', "--place:#7a5b3c;--ratio:1.667;border:0", id="a style of its own"
        ),
    ],
)
def test_the_place_of_an_image_has_its_colour_and_its_shape(written: str, place: str | None):
    known = {"/p/c.jpg": replace(PHOTO, colour="#7a5b3c"), **KNOWN}
    tree = LexborHTMLParser(f'<img src="/p/c.jpg" {written}>', is_fragment=True)
    PictureWriter(known.get, "/p").rewrite(tree)
    assert tree.css_first("img").attributes.get("style") == place


@pytest.mark.parametrize(
    "before", ["", "<p>Un mot\N{NO-BREAK SPACE}:</p>", f"<p>{'mot ' * 500}</p>"]
)
def test_images_of_a_plain_text_are_those_of_its_tree(before):
    image = '<img alt="Four" src="/p/a.jpg" title="Le four">'
    html = f"{before}<p>{image} {image}</p>"
    tree = LexborHTMLParser(html, is_fragment=True)
    writer = PictureWriter(KNOWN.get, "/p")
    writer.rewrite(tree)
    assert writer.rewrite_plain(html).replace("\N{NO-BREAK SPACE}", "&nbsp;") == tree.html
