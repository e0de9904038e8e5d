"""What a style sheet asks for, and how its addresses are changed."""

import pytest

from jekyll.addresses.css_addresses import css_addresses, replace_css_addresses

SHEETS = {
    "bare": ("a { b: url( /x.png ) }", ["/x.png"]),
    "in quotes": ("""a { b: URL("/x y.png"), url('/(z).png') }""", ["/x y.png", "/(z).png"]),
    "escaped": (
        r"""a { b: url(/a\ b.png), url("/c\"d"), url(/\e9 t\E9) }""",
        ["/a b.png", '/c"d', "/été"],
    ),
    "import, as a string": ("""@import "/a.css"; @import '/b.css' screen;""", ["/a.css", "/b.css"]),
    "import, as a url": ("@import url(/a.css) layer(x);", ["/a.css"]),
    "import after a comment": ("@import /* ici */ '/a.css';", ["/a.css"]),
    "several formats": (
        """a { b: image-set("/a.avif" type("image/avif"), url(/a.png) 2x) } c { d: "/e" }""",
        ["/a.avif", "/a.png"],
    ),
    "several formats, prefixed": ("a { b: -webkit-image-set('/a.png' 1x) }", ["/a.png"]),
    "a comment": ("/* url(/a.png) @import '/b.css'; */ a { b: url(/c) }", ["/c"]),
    "a comment left open": ("a { b: url(/c) } /* url(/a.png)", ["/c"]),
    "words that are no address": ("""a::before { content: "url(/x)" '@import "/y"' }""", []),
    "a name space": ("@namespace svg url(http://www.w3.org/2000/svg); a { b: url(/c) }", ["/c"]),
    "another function": ("a { b: myurl(/x); c: var(--url, 1) }", []),
    "data, with quotes": ("""a { b: url('data:,<a b="/x">') }""", ['data:,<a b="/x">']),
    "an apostrophe in a comment that is none": ("// l'image\na { b: url(/c) }", ["/c"]),
    "a quote left open": ('a { b: "x }\nc { d: url(/e) }', ["/e"]),
    "never closed": ("a { b: url(/x", []),
    "in an attribute": ("background:url(/x.png)", ["/x.png"]),
}


@pytest.mark.parametrize(("css", "expected"), SHEETS.values(), ids=SHEETS)
def test_addresses_are_found_once_each(css: str, expected: list[str]):
    assert [address.url for address in css_addresses(css)] == expected


@pytest.mark.parametrize(
    ("css", "changed"),
    [
        ("a { b: url( /x.png ) } /* /x */", "a { b: url( /site/x.png ) } /* /x */"),
        ("""@import "/a'b.css"; c { d: "/e" }""", r"""@import "/site/a\'b.css"; c { d: "/e" }"""),
        ("a { b: url(c.png) }", "a { b: url(c.png) }"),
        (r"a { b: url(/a\ b.png) }", r"a { b: url(/site/a\ b.png) }"),
    ],
)
def test_the_rest_of_a_sheet_stays_to_the_letter(css: str, changed: str):
    def change(url: str) -> str:
        return f"/site{url}" if url.startswith("/") else url

    assert replace_css_addresses(css, change) == changed


def test_a_long_hostile_sheet_is_read_once():
    for part in ("url(", "@import ", '"', "'a", "/*", "image-set(", "\\", "@namespace ", "url('"):
        assert len(list(css_addresses(part * 20_000))) <= 20_000
