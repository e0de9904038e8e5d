"""Every attribute that holds an address, in one table."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from jekyll.addresses.html_addresses import held_addresses, replace_addresses, srcset_candidates

# Each names `/x` once, or more: HTML Standard, index of attributes; SVG 2; what is obsolete too.
HOLDERS = (
    """
<a href="/x">a</a>|<map><area href="/x"></map>|<audio src="/x"></audio>|<embed src="/x">
<blockquote cite="/x"></blockquote>|<del cite="/x"></del>|<ins cite="/x"></ins>|<q cite="/x"></q>
<form action="/x"></form>|<button formaction="/x">a</button>|<input type="image" src="/x">
<input type="submit" formaction="/x">|<iframe src="/x"></iframe>|<img src="/x">
<img longdesc="/x">|<img srcset="/x 1x, /x 2x">|<object data="/x"></object>
<picture><source srcset="/x"></picture>|<video src="/x" poster="/x"></video>
<video><source src="/x"><track src="/x"></video>|<script src="/x"></script>
<link rel="stylesheet" href="/x">|<link rel="preload" imagesrcset="/x 1x">|<a ping="/x /x">a</a>
<table background="/x"></table>|<div style="background: url(/x)">a</div>|<style>a{b:url(/x)}</style>
<svg><a href="/x">a</a></svg>|<svg><image href="/x"></image></svg>
<svg><image xlink:href="/x"></image></svg>|<svg><use href="/x#a"></use></svg>
<svg><feImage href="/x"></feImage></svg>|<svg><script href="/x"></script></svg>
<svg><g fill="url(/x#a)" filter="url('/x#b')"></g></svg>|<svg><style>@import "/x";</style></svg>
<meta http-equiv="Refresh" content="0; url=/x">
""".strip()
    .replace("\n", "|")
    .split("|")
)
# None of these is an address.
OTHERS = (
    """
<p href="/x" src="/x" action="/x">/x</p>|<a title="/x" href="#a">a</a>|<input value="/x">
<data value="/x"></data>|<meta name="refresh" content="0; url=/x">|<q cite="M. X">a</q>
<img alt="/x">|<p data-src="/x">a</p>|<style>/* url(/x) */</style>
""".strip()
    .replace("\n", "|")
    .split("|")
)


def replaced(html: str) -> str:
    """Return HTML whose addresses from the root are in `/site`."""
    tree = LexborHTMLParser(html, is_fragment=True)
    replace_addresses(tree, lambda url: f"/site{url}" if url.startswith("/") else url)
    return tree.html or ""


@pytest.mark.parametrize("html", HOLDERS)
def test_addresses_are_replaced_wherever_they_are_held(html: str):
    unchanged = LexborHTMLParser(html, is_fragment=True).html or ""
    assert replaced(html) == unchanged.replace("/x", "/site/x")


@pytest.mark.parametrize("html", OTHERS)
def test_what_only_looks_like_an_address_stays(html: str):
    assert replaced(html) == LexborHTMLParser(html, is_fragment=True).html


def test_an_element_with_two_addresses_gives_each_once():
    tree = LexborHTMLParser('<a href="/a" ping="/b /c">x</a><img src=d srcset="e 2x">')
    assert [held.url for held in held_addresses(tree)] == ["/a", "/b", "/c", "d", "e"]


@pytest.mark.parametrize(
    ("value", "candidates"),
    [
        ("a.png", [("a.png", "")]),
        (" a.png 1x,b.png 2x ", [("a.png", "1x"), ("b.png", "2x")]),
        ("a.png, b.png 2x,", [("a.png", ""), ("b.png", "2x")]),
        ("a,b.png 100w", [("a,b.png", "100w")]),
        ("data:image/png;base64,AA 1x, c 2x", [("data:image/png;base64,AA", "1x"), ("c", "2x")]),
        ("a calc(1, 2), b", [("a", "calc(1, 2)"), ("b", "")]),
        (", ,", []),
        ("", []),
    ],
)
def test_candidates_of_an_image(value: str, candidates: list[tuple[str, str]]):
    assert srcset_candidates(value) == candidates


def test_a_long_hostile_srcset_is_read_once():
    for part in ("a, ", "a,(", ",", "a(", "a 1x,"):
        srcset_candidates(part * 20_000)
