"""The words of HTML, as a reader has them; a browser says the same (`innerText`)."""

import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from core.html_text import text_of
from support import built_site, page

AS_A_BROWSER = {
    "a break": ("deux<br>trois<br/>quatre", "deux trois quatre"),
    "blocks": ("<p>un</p><p>deux</p><div>trois<div>quatre</div></div>", "un deux trois quatre"),
    "a list": ("<ul><li>un</li><li>deux</li></ul>", "un deux"),
    "definitions": ("<dl><dt>un</dt><dd>deux</dd></dl>", "un deux"),
    "cells": ("<table><tr><td>un</td><td>deux</td></tr><tr><th>trois</table>", "un deux trois"),
    "a rule": ("un<hr>deux", "un deux"),
    "within a word": ("H<sub>2</sub>O, m<sup>2</sup>, <b>d</b>emain", "H2O, m2, demain"),
    "a place to cut": ("anti<wbr>cor&shy;ruption", "anticorruption"),
    "spaces of French": ("Venez\u202f!\n  10&nbsp;€", "Venez\u202f! 10\u00a0€"),
    "signs": ("a &lt;b&gt; &amp; c", "a <b> & c"),
    "hidden": ("un<span hidden> deux</span><b style='color:red;display : none'> trois</b>", "un"),
    "a script and a style": ("un<script>a</script><style>b</style><template>c</template>", "un"),
    "what stands for another": ("un<video>a</video><canvas>c</canvas>", "un"),
    "a comment": ("un<!-- deux -->", "un"),
    "a drawing": ("un<svg><title>deux</title><desc>trois</desc></svg>", "un"),
    "a choice": ("<label>un</label>\n<datalist><option>deux</option></datalist>", "un"),
    "above a word": ("<ruby>un<rp>(</rp><rt>deux</rt><rp>)</rp></ruby>", "undeux"),
    "a closed dialog": ("un<dialog>deux</dialog>", "un"),
    "preformatted": ("<pre>un\n  deux</pre>", "un deux"),
}
# A browser shows these; away from its page, a call of a note is no word.
LEFT_OUT = {
    "a call of ours": (
        'vote<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup> a',
        "vote a",
    ),
    "a call of kramdown's": (
        'vote<sup id="fnref:1"><a href="#fn:1" class="footnote" role="doc-noteref">1</a></sup> a',
        "vote a",
    ),
    "a call by hand": ("vote<sup>[<a href='#n1'>1</a>, <a href='#n2'>2</a>]</sup> a", "vote a"),
    "a raised link": ("vote<a href='#n1'><sup>1</sup></a> a", "vote a"),
    "what a file stands for": ("un<object data=a.pdf>b</object>", "un"),
    "a way back": ("Note&nbsp;<a href='#a' role='doc-backlink'>↩</a>", "Note\u00a0"),
    "what is not said": ("un <span aria-hidden=true>★</span>deux", "un deux"),
    "a raised link that leads away": ("M<sup><a href='/x'>me</a></sup> X", "Mme X"),
    "a power beside a link": ("m<sup>2 <a href='#x'>de sol</a></sup>", "m2 de sol"),
}


@pytest.mark.parametrize("case", [*AS_A_BROWSER, *LEFT_OUT])
def test_words(case: str):
    html, words = {**AS_A_BROWSER, **LEFT_OUT}[case]
    assert text_of(LexborHTMLParser(html).body) == words


@pytest.mark.browser
def test_a_browser_shows_the_same_words(browser):
    shown_page, unseen = browser.new_page(), str.maketrans("", "", "\u00ad\u200b")
    for case, (html, words) in AS_A_BROWSER.items():
        shown_page.set_content(f"<!doctype html>{html}")
        shown = shown_page.evaluate("document.body.innerText").translate(unseen)
        assert re.sub("[ \t\n]+", " ", shown).strip(" ") == words, case
    shown_page.close()


def test_a_deep_tree_is_read():
    assert text_of(LexborHTMLParser("<b>" * 5000 + "x").body) == "x"


TEXT = """\
# Le vote[^1]<br>et *la* [soupe](contact.md)&nbsp;<span hidden>cachée</span>: H<sub>2</sub>O

Le vote[^1] a eu lieu[^2],<br>après la soupe <span hidden>cachée</span>au H<sub>2</sub>O.

[^1]: Une note.
[^2]: Une autre.
"""


def test_machines_read_the_words_that_visitors_read(tmp_path):
    files = {
        "_config.yml": "title: Le site\n",
        "index.md": page("title: Accueil"),
        "contact.md": page("title: Contact"),
        "vote.md": TEXT,
        "_posts/2026-01-02-vote.md": page("title: Le vote", TEXT),
        "_evenements/2026-03-12-vote.md": page("title: Le vote\ndebut: 2026-03-12", TEXT),
    }
    output = built_site(tmp_path, files, "https://exemple.fr")
    words = "Le vote a eu lieu, après la soupe au H2O."
    title = "Le vote et la soupe\u00a0: H2O"
    for name in ("vote.html", "2026/01/02/vote.html", "agenda/2026-03-12-vote/index.html"):
        head = (output / name).read_text(encoding="utf-8").partition("</head>")[0]
        for meta in ('name="description"', 'property="og:description"'):
            assert f'<meta {meta} content="{words}">' in head, name
        assert name == "vote.html" or f'"description":"{words}"' in head
    vote = (output / "vote.html").read_text(encoding="utf-8")
    for written in (f"<title>{title} - Le site</title>", f'og:title" content="{title}"'):
        assert written in vote
