"""The members' HTML: each fault on its line; what the Standard allows, and Markdown, silent."""

from __future__ import annotations

import pytest

from checks.html_rules import html_faults
from checks_support import told
from support import page, write_site

INVALID = {
    "a block in a paragraph": (
        "<p>un <div>deux</div></p>",
        "« <div> » ne peut pas être dans « <p> ».",
    ),
    "a paragraph in a paragraph": (
        "<p>un <p>deux</p></p>",
        "« <p> » ne peut pas être dans « <p> ».",
    ),
    "a block in a phrase": (
        "<span><h2>un</h2></span>",
        "« <h2> » ne peut pas être dans « <span> ».",
    ),
    "an item out of a list": ("<li>un</li>", "« <li> » n'est pas dans <ol> ou <ul>."),
    "a text's paragraph right in a list": (
        "<ul><p>un</p></ul>",
        "« <p> » est directement dans « <ul> ».",
    ),
    "a cell out of a row": ("<table><td>un</td></table>", "« <td> » n'est pas dans <tr>."),
    "a link in a link": (
        '<a href="/b">un <a href="/">deux</a></a>',
        '« <a href="/"> » ne peut pas être dans « <a href="/b"> ».',
    ),
    "a button in a link": (
        '<a href="/"><button>un</button></a>',
        '« <button> » ne peut pas être dans « <a href="/"> ».',
    ),
    "a form in a form": (
        "<form><form>un</form></form>",
        "« <form> » ne peut pas être dans « <form> ».",
    ),
    "an attribute twice": (
        '<div class="a" class="b">un</div>',
        'l\'attribut « class » est écrit deux fois dans « <div class="a" class="b"> ».',
    ),
    "an attribute that is not": (
        '<a herf="/">un</a>',
        "l'attribut « herf » n'existe pas dans « <a herf=\"/\"> ». Vouliez-vous dire « href » ?",
    ),
    "an attribute of another element": (
        '<div href="/">un</div>',
        "l'attribut « href » n'existe pas dans « <div href=\"/\"> ».",
    ),
    "an attribute for screen readers, misspelt": (
        '<p aria-labeledby="a">un</p>',
        "l'attribut « aria-labeledby » n'existe pas dans « <p aria-labeledby=\"a\"> ». "
        "Vouliez-vous dire « aria-labelledby » ?",
    ),
    "an element that is not": (
        "<setcion>un</setcion>",
        "« <setcion> » n'est pas une balise HTML. Vouliez-vous dire <section> ?",
    ),
    "an element left open": ("<section>un", "« <section> » n'est pas refermé."),
    "an element closed with a slash": (
        '<i class="x"/> un',
        "« <i class=\"x\"/> » n'est pas refermé : « /> » n'y suffit pas.",
    ),
    "elements that cross": ("<b>un <i>deux</b></i>", "« <i> » n'est pas refermé avant « </b> »."),
    "an end without a start": ("<div>un</div></div>", "« </div> » ne ferme rien."),
    "an end of what has none": ("un</br>deux", "« </br> » n'existe pas. Écrivez <br>."),
    "a width in hundredths": (
        '<img src="a.png" alt="Le bal" width="100%">',
        '« width » doit être un nombre entier, et non « 100% » : « <img src="a.png" '
        'alt="Le bal" width="100%"> ». Écrivez plutôt style="width: 100%".',
    ),
    "a height with its unit, of a frame of the site": (
        '<iframe src="/plan.html" title="x" height="400px"></iframe>',
        "« height » doit être un nombre entier, et non « 400px » : « <iframe",
    ),
    "a width that is no number": (
        '<img src="a.png" alt="Le bal" width="auto">',
        "« width » doit être un nombre entier, et non « auto »",
    ),
    "a manner of loading that is not": (
        '<img src="a.png" alt="Le bal" loading="lent">',
        "« loading » ne peut pas valoir « lent »",
    ),
    "a quote that is missing": (
        '<p class="a"b">un</p>',
        'un guillemet manque ou est de trop dans « <p class="a"b"> ».',
    ),
}
VALID = """
<p>un<p>deux
<ul><li>un<li>deux</ul>
<a href="/"><div><h2>un</h2><p>deux</p></div></a>
<dl><div><dt>un<dd>deux</div></dl>
<table><thead><tr><th scope="col">un<tbody><tr><td colspan="2">deux</table>
<img src="a" alt="" loading="lazy"/><br/><hr />
<picture><source srcset="a" type="image/webp"><img src="a" alt=""></picture>
<details open><summary><h3>un</h3></summary><p>deux</details>
<iframe src="https://exemple.org" allow="fullscreen" allowfullscreen title="x"></iframe>
<svg viewBox="0 0 1 1"><linearGradient id="g"/><path d="M0 0"/></svg>
<iframe src="https://exemple.org/carte" width="100%" height="400px" title="x"></iframe>
<img src="a" alt="" width="10" height=" 20 "><video src="//exemple.org/a" width="100%"></video>
<my-part wide="1"><li>un</li></my-part>
<p data-x="1" aria-label="x" onclick="a()" role="note" tabindex="0" lang="oc" x-on:click="b">un</p>
<form action="/" method="post"><label>un <input name="a" required></label><button>ok</button></form>
<script>if (a < b) document.write("<li>")</script><!-- <li> <b> -->
<video controls playsinline><track src="a" kind="captions" srclang="fr" label="x"></video>
<select><optgroup label="x"><option value="1" selected>un</optgroup></select>
"""


@pytest.mark.parametrize("case", INVALID)
def test_what_would_not_validate_is_told(case: str):
    html, start = INVALID[case]
    found = [
        f"{f.message}{'' if f.message.endswith('.') else '.'} {f.cure}" for f in html_faults(html)
    ]
    assert [told for told in found if told.startswith(start)], found
    assert all(fault.severity == "error" for fault in html_faults(html))


@pytest.mark.parametrize("line", VALID.strip().splitlines())
def test_what_the_standard_allows_is_not(line: str):
    assert html_faults(line) == []


@pytest.mark.parametrize(
    "html",
    [
        "<center>un</center>",
        '<p align="center">a</p>',
        '<p align="center">un</p>',
        '<a name="ici"></a>',
        '<iframe srcdoc="un" title="x"></iframe>',
    ],
)
def test_what_browsers_still_honour_is_only_a_warning(html: str):
    assert [fault.severity for fault in html_faults(html)] == ["warning"]


SILENT = [
    "un <div>deux</div> trois",
    "a < b, <contact@exemple.fr>, `<li>` et &lt;p&gt;",
    "```html\n<p><li>\n```",
    "    <p><div></p>",
    "> - un\n>\n>   deux\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nNote[^1]\n\n[^1]: Deux.",
    '<div markdown="1">\n\nun\n\n</div>',
    "<p>un</p>\n\n{% for p in site.posts %}<p>{{ p.title }}</p>\n{% endfor %}",
]


def test_texts_that_sites_hold_are_silent(tmp_path):
    files = {f"page-{number}.md": page("title: A", text) for number, text in enumerate(SILENT)}
    assert told(write_site(tmp_path / "c", {"index.md": page("title: A"), **files})) == []


def test_the_line_is_that_of_the_tag_among_its_equals(tmp_path):
    text = "<div>un</div>\n\n*deux* <b>trois</b>\n\n<div>\n<p>un <div>deux</div></p>\n</div>\n"
    assert told(write_site(tmp_path / "c", {"index.md": page("title: A", text)})) == [
        "!index.md:9 : « <div> » ne peut pas être dans « <p> ». Fermez d'abord <p>."
    ]


def test_what_asks_for_markdown_is_read_too(tmp_path):
    text = '<div markdown="1">\n\n*a* <b klass="x">b</b>\n\n<center>c</center>\n\n</div>\n'
    assert told(write_site(tmp_path / "c", {"index.md": page("title: A", text)})) == [
        "!index.md:6 : l'attribut « klass » n'existe pas dans « <b klass=\"x\"> ». "
        "Vouliez-vous dire « class » ?",
        "?index.md:8 : « <center> » n'est plus du HTML. "
        "Retirez-le, ou écrivez ce style dans assets/css/custom.css.",
    ]


def test_a_page_published_as_it_is_is_read_too(tmp_path):
    files = {"index.md": page("title: A"), "brut.html": "<!DOCTYPE html>\n<title>x</title>\n<li>x"}
    assert told(write_site(tmp_path / "c", files)) == [
        "!brut.html:3 : « <li> » n'est pas dans <ol> ou <ul>. Mettez-le dedans."
    ]
