"""What a stranger's text may hold: words, and nothing that runs."""

import random
import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from editor.files.strangers import faults_of
from jekyll.kramdown.extension import make_converter
from jekyll.rendering.body import finish_body
from strangers import FRONTS, SCRIPTS, TITLE
from support import page

# What Markdown makes, and the tags that are taken.
ELEMENTS = frozenset(
    """a abbr b blockquote br cite code dd del div dl dt em h1 h2 h3 h4 h5 h6 hr i iframe img
    input ins kbd li mark nav ol p pre q s small span strong sub sup table tbody td th thead tr u ul
    wbr""".split()
)
PIECES = [
    *r"""<script> < > / <b <b> </b> <!-- --> <? <![CDATA[ <iframe <details> <p> <s <svg onload=a
    onclick=a style=x {: {:. .a } {:toc} {::nomarkdown} {:/} {:a: #b ( ) [ ] ![ [a]: [a] [^a]
    [^a]: *[a]: java script: javascript: java&Tab;script: &#106; &colon; \ ` ``` ~~~ ~ * ** _ $$
    | |-|-| - 1. # > == : ; & &lt; &amp; a x \< \{ ^ + = data:text/html " ' <https://a.fr>
    <https://a/onclick=a> <a@b.fr> [a](javascript:a)""".split(),
    *(" ", " ", "\t", "\n", "\n", "\n\n", "\n    ", "\u200b", "\u00ad"),
    '<iframe src="https://a.fr/" title="a"></iframe>',
    "{% link a.md %}",
]
# Reported of other programs: quotes in an image's words, a link with a tag or a quote in it.
REPORTED = [
    '![a" src="" /> onerror=alert(1)](image.jpg)',
    '![\\" onerror=alert(1) ](x)',
    '[a](https://exemple.fr/?a="onload="alert(1))',
    '[a](b "c" onclick="alert(1)")',
    "[a](javascript://%0Dalert(1))",
    "[a](javascript:alert('xss'&#41;)",
    '<iframe\n<http:> srcdoc="<script>alert()</script>" a=',
    '> <a name="n"\n> href="javascript:alert(1)">*a*</a>',
]


def what_runs(body: str) -> list[str]:
    """Return what a browser would obey in a text, once it is a page."""
    html = make_converter(french_quotes=True).convert(body)
    found = []
    for node in LexborHTMLParser(finish_body(html, False).html, is_fragment=True).css("*"):
        found += [node.tag] * (node.tag not in ELEMENTS)
        for name, value in node.attributes.items():
            address = re.sub(r"[\x00-\x20]", "", value or "").lower()
            is_aligned = re.fullmatch("text-align:(left|right|center);?", address)
            if name.startswith("on") or name == "srcdoc" or (name == "style" and not is_aligned):
                found.append(name)
            elif address.startswith(("javascript:", "vbscript:", "data:")):
                found.append(address)
    return found


def faults(body: str, front: str = TITLE) -> list[str]:
    return faults_of(page(front, body), "evenement", None)


def test_what_runs_is_found() -> None:
    assert all(map(faults, SCRIPTS))
    assert all(faults("Venez.\n", front) for front in FRONTS)


def test_nothing_that_is_taken_runs() -> None:
    assert what_runs("*a*{:onclick='b'} [x](java&Tab;script:a)") != []
    chosen = random.Random(7)
    texts = ["".join(chosen.choices(PIECES, k=chosen.randint(2, 12))) for _ in range(2500)]
    taken = [text for text in [*REPORTED, *texts] if not faults(text)]
    assert len(taken) > 400
    assert [(text, found) for text in taken if (found := what_runs(text))] == []


@pytest.mark.parametrize(
    "body",
    [
        "Venez **tous**, *toutes* : 3 < 4, a < b et c > d.\n",
        "[Ici](https://a.fr/x?on=1){: .bouton}\n\n> [!NOTE]\n> Dit {ici}.\n",
        "<https://a.fr/?a=b&c=d>, <moi@a.fr>, H<sub>2</sub>O<br>\n",
        '<iframe src="https://a.fr/v/1" title="Un film"></iframe>\n',
        "Le langage JavaScript : une découverte. Les data : à voir.\n\n* toc\n{:toc}\n",
        '![](/images/a.jpg){: role="presentation"}\n',
        "[Ici]({% link _posts/2026-01-02-a.md %}){: .bouton} et [là](/documents/a.pdf).\n",
        "Du code : `a = {b: c}`\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[^1]: Une note.\n",
    ],
    ids=range(8),
)
def test_what_the_page_makes_is_taken(body):
    assert (
        faults_of(page(f"{TITLE}\ntarif: 5 € (3 < 5)\nRésumé: Dit", body), "evenement", None) == []
    )


@pytest.mark.parametrize(
    "sign", ["\u202e", "\u200b", "\u00ad", "\u2066", "\u3164", "\u2800", "\U000e0041", "\U000e0101"]
)
def test_what_nobody_sees_is_told_however_it_is_written(sign):
    escaped = f'title: "a\\U{ord(sign):08x}b"'
    told = [
        faults(f"\na{sign}b\n"),
        faults(f"\na&#{ord(sign)};b\n"),
        faults("a\n", escaped),
        faults("a\n", f"title: a&#x{ord(sign):x};b"),
    ]
    assert all(f"U+{ord(sign):04X}" in one for (one, *_) in told)


def test_a_picture_made_of_two_is_taken():
    family = "\U0001f468\u200d\U0001f469\U0001f3fd\u200d\U0001f467 \u2764\ufe0f\u200d\U0001f525"
    assert faults(f"{family} Où\u00a0?\n") == []
    assert faults("a\u200db\n")


def test_keys_that_the_site_has_already_stay_as_they_are() -> None:
    before = page("title: Contact\nlayout: home\npermalink: /contact/", "Ici.\n")
    assert faults_of(before + "Plus.\n", "page", before) == []
    moved = before.replace("/contact/", "/")
    assert faults_of(moved, "page", before) == [
        "Ligne 4 : « permalink » n'est pas un champ du formulaire."
    ]
