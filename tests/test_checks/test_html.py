"""The members' HTML: each fault on its line; what the Standard allows, and Markdown, silent."""

import pytest

from checks_support import reported, unlisted
from commands.checks.html.rules import html_diagnostics
from core.diagnostics import Diagnostic
from core.diagnostics.catalog.html import CLOSE_IT_IN_MARKDOWN
from support import page, write_site

INVALID = {
    **{
        f"a mark of an office suite: {html}": (html, f"{what}. C'est une marque de Word ou d'Excel")
        for html, what in (
            ("<p>un<o:p></o:p></p>", "« <o:p> » n'est pas une balise HTML"),
            ("<w:sdt>un</w:sdt>", "« <w:sdt> » n'est pas une balise HTML"),
            ("<st1:place>un</st1:place>", "« <st1:place> » n'est pas une balise HTML"),
            ("<p x:str>un</p>", "l'attribut « x:str » n'existe pas dans « <p x:str> »"),
        )
    },
    "an element with a prefix": ("<fb:like></fb:like>", "« <fb:like> » n'est pas une balise HTML"),
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
    "a choice in a division of none": ("<div><option>un</option></div>", "« <option> » n'est pas"),
    "a group in a division of none": ('<div><optgroup label="un"></optgroup></div>', "« <optgrou"),
    "a term in a division of none": ("<div><dt>un</dt></div>", "« <dt> » n'est pas dans <dl>."),
    "data without what they are": ("<data>un</data>", "il manque l'attribut « value » dans « <dat"),
    "a cell out of a row": ("<table><td>un</td></table>", "« <td> » n'est pas dans <tr>."),
    "a choice of images without an image": (
        '<picture><source srcset="a.png"></picture>',
        "il manque <img> dans « <picture> ».",
    ),
    "a term that nothing describes": ("<dl><dt>un</dt></dl>", "il manque <dd> dans « <dl> »."),
    "a caption, too late": (
        "<table><tr><td>un</td></tr><caption>deux</caption></table>",
        "« <caption> » vient trop tard dans « <table> ».",
    ),
    "the head of a table, too late": (
        "<table><tr><td>un</td></tr><thead><tr><th>deux</th></tr></thead></table>",
        "« <thead> » vient trop tard dans « <table> ».",
    ),
    "two fields in a label": (
        "<label>Nom <input name='a'><input name='b'></label>",
        "« <input name='b'> » est de trop dans « <label> ». Donnez à chacun",
    ),
    "two choices in a list that takes one": (
        "<select title='a'><option selected>un</option><option selected>deux</option></select>",
        "« <option selected> » est de trop dans « <select title='a'> ». Gardez-y un seul",
    ),
    "two titles in a head": (
        "<head><title>un</title><title>deux</title></head>",
        "« <title> » est de trop dans « <head> ».",
    ),
    "a body in a body": (
        "<html><body><body><p>un</p></body></html>",
        "« <body> » ne peut pas être dans « <body> ».",
    ),
    "a legend, too late": (
        "<fieldset><p>un</p><legend>deux</legend></fieldset>",
        "« <legend> » vient trop tard dans « <fieldset> ».",
    ),
    "a heading's end tag without its slash": (
        "<h2>un<h2>",
        "« <h2> » ouvre de nouveau ce qu'il devrait fermer. Écrivez </h2>.",
    ),
    "a gauge without a value": ("<meter>un</meter>", "il manque l'attribut « value » dans"),
    "a choice of images whose file has another name": (
        '<picture><source src="a.png"><img src="a.png" alt=""></picture>',
        'il manque l\'attribut « srcset » dans « <source src="a.png"> ».',
    ),
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
    "an element closed with a slash": (
        '<i class="x"/> un',
        "« <i class=\"x\"/> » n'est pas refermé : « /> » n'y suffit pas.",
    ),
    "an end without a start": ("<div>un</div></div>", "« </div> » ne ferme rien."),
    "a width in hundredths": (
        '<img src="a.png" alt="Le bal" width="100%">',
        '« width » doit être un nombre entier, et non « 100% » : « <img src="a.png" '
        'alt="Le bal" width="100%"> ». Écrivez plutôt style="width: 100%".',
    ),
    "a height with its unit, of a frame of the site": (
        '<iframe src="/plan.html" title="x" height="400px"></iframe>',
        "« height » doit être un nombre entier, et non « 400px » : « <iframe",
    ),
    "a block in a table": (
        "<table><div>un</div></table>",
        "« <div> » est directement dans « <table> ». "
        "N'y mettez que <caption> ou <colgroup> ou <tbody> ou <tfoot> ou <thead> ou <tr>.",
    ),
    "a paragraph in a part of a table": (
        "<table><thead><p>un</p></table>",
        "« <p> » est directement dans « <thead> ». N'y mettez que <tr>.",
    ),
    "a paragraph in a choice": (
        "<select><p>un</p></select>",
        "« <p> » est directement dans « <select> ». N'y mettez que <optgroup> ou <option>.",
    ),
    "text in a table": (
        "<table>un</table>",
        "le texte « un » est directement dans « <table> ». Mettez-le dans <td>.",
    ),
    "text in a row": (
        '<table><tr class="a"><td>un</td>deux <b>trois</b></tr></table>',
        'le texte « deux » est directement dans « <tr class="a"> ». Mettez-le dans <td>.',
    ),
    "text in a list": (
        "<ol>un &amp; deux<li>trois</ol>",
        "le texte « un & deux » est directement dans « <ol> ». Mettez-le dans <li>.",
    ),
    "text in a choice": (
        "<select><option>un</option>deux</select>",
        "le texte « deux » est directement dans « <select> ». Mettez-le dans <option>.",
    ),
    "a space in an id": (
        '<p id="a b">un</p>',
        'l\'identifiant « a b » contient une espace : « <p id="a b"> ». Écrivez id="a-b".',
    ),
    "an event that is not": (
        '<p onclck="a()">un</p>',
        "l'attribut « onclck » n'existe pas dans « <p onclck=\"a()\"> ». "
        "Vouliez-vous dire « onclick » ?",
    ),
    "a role that is not": (
        '<p role="note buton">un</p>',
        '« role » ne peut pas valoir « buton » : « <p role="note buton"> ». '
        "Vouliez-vous dire « button » ?",
    ),
    "an abstract role": ('<p role="landmark">un</p>', "« role » ne peut pas valoir « landmark »"),
    "a field of a type that is not": (
        '<input type="courriel" title="un">',
        '« type » ne peut pas valoir « courriel » : « <input type="courriel" title="un"> ». '
        'Écrivez type="text".',
    ),
    "a button of a type that is not": (
        '<button type="sumbit">un</button>',
        '« type » ne peut pas valoir « sumbit » : « <button type="sumbit"> ». '
        "Vouliez-vous dire « submit » ?",
    ),
    "a window that is not": (
        '<a href="/" target="_blnak">un</a>',
        '« target » ne peut pas valoir « _blnak » : « <a href="/" target="_blnak"> ». '
        "Vouliez-vous dire « _blank » ?",
    ),
    "a place in the order that is no number": (
        '<p tabindex="abc">un</p>',
        '« tabindex » ne peut pas valoir « abc » : « <p tabindex="abc"> ». '
        'Écrivez tabindex="0", ou retirez-le.',
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
<table><tr><td><p>un<td>deux<tr><td><p>trois<tbody><tr><td>quatre</table>
<ul> <li><p>un<li>deux <!-- trois --> <script>a()</script><template>un</template></ul>
<dl><dt>un<dd><p>deux<dt>trois<dd>quatre</dl><dl><div><dt>un<dd>deux</div> </dl>
<figure><p>un<figcaption>deux</figcaption></figure>
<table><caption>un</caption><colgroup><col><colgroup><col span="2"><tr><td>deux</table>
<table><col><tbody> <script>a()</script> <tr><td>un</table><template><tr><td>un</template>
<select><div><option>un</option><optgroup label="b"><option>deux</optgroup></div></select>
<select><button><selectedcontent></selectedcontent></button><option>un<hr><option>deux</select>
<table> &nbsp; <tr><td>un</table><textarea><li>un</li></textarea>
<p role="doc-note" id="été">un</p><p role="NOTE none" tabindex="-1">un</p><p role="">un</p>
<a href="/" target="_TOP">un</a><a href="/" target="carte">un</a><button type="Submit">un</button>
<p onpointerdown="a()" onfocusin="a()">un</p><body onload="a()"><main><h1>un</h1></main></body>
<details><summary>un</summary>deux</details><dl><div><dt>un<dd>deux</div></dl><dl></dl>
<table><script></script><caption>un</caption><thead><tr><th>deux</thead><tbody></tbody></table>
<picture><source srcset="a.png" media="print"><img src="a.png" alt=""></picture><ruby>a<rt>b</ruby>
<video><source src="a.mp4"><track src="a.vtt" kind="captions"></video><template><dl></dl></template>
<svg><title>un</title></svg><p>un<form action="/"><button>deux</button></form>
"""


def diagnostics(html: str, is_whole: bool = True) -> list[Diagnostic]:
    return [found.diagnostic for found in html_diagnostics(html, is_whole)]


@pytest.mark.parametrize("case", INVALID)
def test_what_would_not_validate_is_told(case: str):
    html, start = INVALID[case]
    found = [
        f"{f.message}{'' if f.message.endswith('.') else '.'} {f.hint}" for f in diagnostics(html)
    ]
    assert [reported for reported in found if reported.startswith(start)], found
    assert all(diagnostic.severity == "error" for diagnostic in diagnostics(html))


@pytest.mark.parametrize("line", VALID.strip().splitlines())
def test_what_the_standard_allows_is_not(line: str):
    assert html_diagnostics(line) == []


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
    assert [diagnostic.severity for diagnostic in diagnostics(html)] == ["warning"]


@pytest.mark.parametrize("name", ["html", "head", "body", "title", "main"])
def test_what_the_theme_writes_is_told_in_a_text_only(name: str):
    html = f"<div><{name}>un</{name}></div>"
    message = f"« <{name}> » ne s'écrit pas dans le texte d'une page"
    assert [diagnostic.message for diagnostic in diagnostics(html, is_whole=False)] == [message]
    assert html_diagnostics(html) == []
    assert html_diagnostics(f"<template>{html}</template>", is_whole=False) == []


SILENT = [
    '<p>un\n<form action="/"><button>deux</button></form>',
    "<p>un\n<p>deux\n\ntrois",
    '<label for="nom">un</label> <input id="nom">\n\n<p aria-labelledby="nom main">un</p>',
    '<label for="nom">un</label>\n\n<script>a()</script>',
    "a < b, <contact@exemple.fr>, `<li>` et &lt;p&gt;",
    "```html\n<p><li>\n```",
    "    <p><div></p>",
    "> - un\n>\n>   deux\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nNote[^1]\n\n[^1]: Deux.",
    '<div markdown="1">\n\nun\n\n</div>',
    "<p>un</p>\n\n{% for p in site.posts %}<p>{{ p.title }}</p>\n{% endfor %}",
]


def test_a_link_around_a_block_that_markdown_cuts_is_told_with_what_mends_it(tmp_path):
    text = '<a href="/">\n<div>Un</div>\n</a>\n\n<a href="/"><div>Un</div></a>\n'
    found = reported(write_site(tmp_path / "c", {"index.md": page("title: A", text)}))
    told = [line.partition(". ")[2] for line in found if "n'est pas refermé" in line]
    assert told == [CLOSE_IT_IN_MARKDOWN.format(name="a")]


def test_texts_that_sites_hold_are_silent(tmp_path):
    files = unlisted({f"page-{number}.md": text for number, text in enumerate(SILENT)})
    assert reported(write_site(tmp_path / "c", files)) == []


# Texts, and the tags in them that visitors read (kramdown reads no block in a text).
SHOWN = {
    "un <div>deux</div> trois": ["<div>"],
    "<div>\nun\n</div>\n\nun <div class='x'>deux</div>": ["<div class='x'>"],
    "*un <section>deux</section>*": ["<section>"],
    "- un\n- deux <li>trois</li>": ["<li>"],
    "<b>un</b> <table><tr><td>deux</td></tr></table>": ["<table>", "<td>", "<tr>"],
    "un <p>deux": ["<p>"],
    '<div markdown="1">\nun <div>deux</div> trois\n</div>': ["<div>"],
    "<a href='/'>un <div>deux</div></a>": [],
    "`<div>` et &lt;div>": [],
}


def test_tags_that_are_read_as_text_are_told_with_their_line(tmp_path):
    files = unlisted({f"{n}.md": f"Un.\n\n{text}\n" for n, text in enumerate(SHOWN)})
    found = reported(write_site(tmp_path / "c", files))
    expected = []
    for number, (text, tags) in enumerate(SHOWN.items()):
        line = 6 + max(text.count("\n", 0, text.rfind(tag)) for tag in tags) if tags else 0
        expected += [f"?{number}.md:{line} : « {tag} » est lu comme du texte" for tag in tags]
    assert len(found) == len(expected), found
    for one, beginning in zip(found, expected, strict=True):
        assert one.startswith(beginning)


@pytest.mark.parametrize(
    ("html", "count"),
    [
        ("<p><b>un <i>deux</b> trois</i></p>", 1),
        ("<p><b>un <i>deux <u>trois</b></u></i></p>", 2),
        ("<p><b>un <i>deux</b> trois</i></i></p>", 2),
    ],
)
def test_elements_that_cross_are_told_once_each(html: str, count: int):
    assert len(html_diagnostics(html)) == count


def test_a_quotation_mark_that_lacks_is_told_where_its_tag_is(tmp_path):
    text = '<p>Un</p>\n\n<p class="a>Un</p>\n\n<p class="b">Deux</p>\n'
    (line,) = reported(write_site(tmp_path / "c", {"index.md": page("title: A", text)}))
    assert line.startswith("!index.md:6 : un guillemet manque ou est de trop dans « <p class=")


def test_the_line_is_that_of_the_tag_among_its_equals(tmp_path):
    text = "<div>un</div>\n\n*deux* <b>trois</b>\n\n<div>\n<p>un <div>deux</div></p>\n</div>\n"
    assert reported(write_site(tmp_path / "c", {"index.md": page("title: A", text)})) == [
        "!index.md:9 : « <div> » ne peut pas être dans « <p> ». Fermez d'abord <p>."
    ]


def test_what_asks_for_markdown_is_read_too(tmp_path):
    text = '<div markdown="1">\n\n*a* <b klass="x">b</b>\n\n<center>c</center>\n\n</div>\n'
    assert reported(write_site(tmp_path / "c", {"index.md": page("title: A", text)})) == [
        "!index.md:6 : l'attribut « klass » n'existe pas dans « <b klass=\"x\"> ». "
        "Vouliez-vous dire « class » ?",
        "?index.md:8 : « <center> » n'est plus du HTML. "
        "Retirez-le, ou écrivez ce style dans assets/css/custom.css.",
    ]


def test_what_stands_for_liquid_at_diagnostic_is_not_told(tmp_path):
    text = '<ul>\n{% for p in site.pages %}\n</ul>\n\n<p role="{{ a | b }}">a</p>\n'
    found = reported(write_site(tmp_path / "c", {"index.md": page("title: A", text)}))
    assert found and not [line for line in found if "#" in line]


def test_a_page_that_the_theme_does_not_frame_has_what_it_writes(tmp_path):
    whole = '<!DOCTYPE html>\n<html lang="fr"><title>x</title><body><main>x</main></body></html>'
    files = {"index.md": page("title: A"), "seule.html": page("title: x", whole)}
    framed = {"cadre.html": page("title: y\nlayout: page", "<main>x</main>")}
    assert reported(write_site(tmp_path / "c", files | framed)) == [
        "!cadre.html:5 : « <main> » ne s'écrit pas dans le texte d'une page. "
        "Chaque page a déjà le sien : mettez <section> à sa place."
    ]


def test_a_page_published_as_it_is_is_read_too(tmp_path):
    files = {
        "index.md": page("title: A"),
        "brut.html": "<!DOCTYPE html><html lang=fr>\n<title>x</title>\n<li>x",
    }
    assert reported(write_site(tmp_path / "c", files)) == [
        "!brut.html:3 : « <li> » n'est pas dans <ol> ou <ul>. Mettez-le dedans."
    ]
