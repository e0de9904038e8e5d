"""Bodies before and after: cards, links, what is left out and what is told of it."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from core.diagnostics import Diagnostics
from jekyll.addresses.hosts import Hosts
from jekyll.front_matter import Source
from page_parts.embeds.external_resources import refused_addresses, remove_loads, without_refused
from page_parts.embeds.frames import replace_frames, replace_media
from page_parts.embeds.images import replace_images
from page_parts.embeds.page import PageBody
from page_parts.security_policy.policy import Needs
from support import build_site, write_site


def treat(html: str) -> PageBody:
    """Return a body after the pass; the site is exemple.fr and allows permis.org."""
    tree = LexborHTMLParser(html, is_fragment=True)
    hosts = Hosts("https://exemple.fr", ["https://permis.org"])
    page = PageBody(tree, Source("content/a.md", None, html, 5), hosts, Needs(), Diagnostics())
    for change in (replace_frames, replace_media, replace_images, remove_loads):
        change(page)
    return page


def shape(page: PageBody) -> str:
    """Return the body with each card written `[its link]`."""
    for card in page.tree.css("figure.carte-exterieure"):
        card.replace_with(f"[{card.css_first('a').attributes['href']}]")
    return page.tree.html or ""


X = "https://x.org"
SHAPES = {
    "alone": (f'<iframe src="{X}/a"></iframe>', f"[{X}/a]"),
    "alone in a paragraph": (f'<p><iframe src="{X}/a"></iframe></p>', f"[{X}/a]"),
    "after words": (f'<p>Voir <iframe src="{X}/a"></iframe></p>', f"<p>Voir </p>[{X}/a]"),
    "two in one paragraph": (
        f'<p><iframe src="{X}/1"></iframe><br><iframe src="{X}/2"></iframe></p>',
        f"[{X}/1][{X}/2]",
    ),
    "deep in words": (
        f'<h2><b>Film <iframe src="{X}/a"></iframe></b></h2>',
        f"<h2><b>Film </b></h2>[{X}/a]",
    ),
    "in a list": (
        f'<ul><li>A <iframe src="{X}/a"></iframe></li></ul>',
        f"<ul><li>A [{X}/a]</li></ul>",
    ),
    "embed": (f'<embed src="{X}/a">', f"[{X}/a]"),
    "object": (f'<object data="{X}/a">Rien</object>', f"[{X}/a]"),
    "video": (f'<video src="{X}/a"></video>', f"[{X}/a]"),
    "a source of a video": (
        f'<video controls=""><source src="/a.webm"><source src="{X}/a"></video>',
        f"[{X}/a]",
    ),
    "audio": (f'<p><audio src="{X}/a"></audio></p>', f"[{X}/a]"),
    "an image alone": (f'<p><img src="{X}/a.png" alt="A"></p>', f"[{X}/a.png]"),
    "an image among words": (
        f'<p>Un <img src="{X}/a.png" alt="chat &lt;noir>"> ici</p>',
        f'<p>Un <a class="image-exterieure" href="{X}/a.png" rel="noreferrer">'
        "chat &lt;noir&gt;</a> ici</p>",
    ),
    "an image in a link": (
        f'<p><a href="/b"><img src="{X}/a.png" alt="A"></a></p>',
        '<p><a href="/b"><span class="image-exterieure">A</span></a></p>',
    ),
    "an image without words": (
        f'<p>Un <img src="{X}/a.png" alt=""></p>',
        f'<p>Un <a class="image-exterieure" href="{X}/a.png" rel="noreferrer">'
        "image de x.org</a></p>",
    ),
    "a beacon": (f'<p>A<img src="{X}/a" width="1" height="1"></p>', "<p>A</p>"),
    "other sizes of an image": (f'<img src="/a.png" srcset="{X}/b.png 2x">', '<img src="/a.png">'),
    "own": ('<iframe src="/a"></iframe>', '<iframe src="/a" loading="lazy"></iframe>'),
    "own, whole": (
        '<iframe src="https://exemple.fr/a" loading="eager"></iframe>',
        '<iframe src="https://exemple.fr/a" loading="eager"></iframe>',
    ),
    "allowed": (
        '<iframe src="https://permis.org/a"></iframe><script src="https://permis.org/a"></script>',
        '<iframe src="https://permis.org/a" loading="lazy"></iframe>'
        '<script src="https://permis.org/a"></script>',
    ),
    "a script": (f'<script src="{X}/a.js"></script><p>A</p>', "<p>A</p>"),
    "a hint to connect": (f'<link rel="preconnect" href="{X}">', ""),
    "a link that loads nothing": (
        f'<link rel="canonical" href="{X}">',
        f'<link rel="canonical" href="{X}">',
    ),
    "a style": (
        f'<p style="color:red;background:url({X}/a)">A</p>',
        '<p style="color:red;background:url(&quot;data:,&quot;)">A</p>',
    ),
    "a poster": (f'<video src="/a" poster="{X}/a"></video>', '<video src="/a"></video>'),
    "a drawing": (f'<svg><image href="{X}/a"></image></svg>', "<svg><image></image></svg>"),
    "a link": (f'<a href="{X}">A</a>', f'<a href="{X}">A</a>'),
    "javascript": ('<iframe src=" java\nscript:alert(1)"></iframe>', ""),
    "data": ('<iframe src="data:text/html,a"></iframe>', ""),
    "a directive slipped in": ('<iframe src="https://x.org;script-src */"></iframe>', ""),
}


@pytest.mark.parametrize(("before", "after"), SHAPES.values(), ids=SHAPES)
def test_nothing_of_another_host_is_left_to_load(before, after):
    assert shape(treat(before)) == after


def test_a_frame_keeps_what_it_was_given():
    page = treat(
        f'<iframe src="{X}/a?b=1&amp;c" width="400" height="300" allow="fullscreen"'
        ' allowfullscreen title="L\'été" style="border:0" onload="a()"></iframe>'
    )
    card = page.tree.css_first("figure").attributes
    frame = LexborHTMLParser(card["data-contenu"]).css_first("iframe")
    assert frame.attributes == {
        "src": f"{X}/a?b=1&c",
        "width": "400",
        "height": "300",
        "allow": "fullscreen",
        "allowfullscreen": "",
        "title": "L'été",
        "referrerpolicy": "no-referrer",
        "style": "aspect-ratio:400/300;height:auto;border:0",
    }
    assert card["aria-label"] == "Contenu : L'été (x.org)"
    assert page.needs == Needs(frames={X})


def test_what_cards_need_is_known():
    page = treat(
        f'<video src="{X}/v" poster="https://y.org/p"></video>'
        '<p><img src="http://127.0.0.1:8000/i"></p>'
    )
    assert page.needs == Needs(frames={X, "http://127.0.0.1:8000"})


TOLD = {
    "a script": (
        '<script src="https://cdn.x.org/a.js"></script>',
        "le site ne charge pas le script de « cdn.x.org ». Copiez le fichier dans assets/, ou "
        "écrivez « origines_autorisees: [https://cdn.x.org] » dans _config.yml.",
    ),
    "a style sheet that cannot be allowed": (
        '<link rel="stylesheet" href="http://x.org/a.css">',
        "le site ne charge pas la feuille de style de « x.org ». Copiez le fichier dans assets/.",
    ),
    "an address with an ampersand": (
        '<style>@import "https://x.org/a?b&c";</style>',
        "le site ne charge pas le fichier de « x.org ». Copiez le fichier dans assets/, ou "
        "écrivez « origines_autorisees: [https://x.org] » dans _config.yml.",
    ),
    "a beacon": (
        '<img src="https://x.org/a?b&amp;c" width="1" height="1">',
        "le site ne charge pas l'image de « x.org ». Copiez le fichier dans assets/, ou écrivez "
        "« origines_autorisees: [https://x.org] » dans _config.yml.",
    ),
    "javascript": (
        '<iframe src="javascript:a()"></iframe>',
        "le cadre « javascript:a() » a été retiré : cette adresse n'en est pas une. Écrivez une "
        "adresse qui commence par https://.",
    ),
}


@pytest.mark.parametrize(("html", "message"), TOLD.values(), ids=TOLD)
def test_what_is_left_out_is_told_with_its_line(html, message):
    page = treat(f"<p>A</p>\n{html}\n")
    assert [str(diagnostic) for diagnostic in page.diagnostics.warnings] == [
        f"content/a.md:6 : {message}"
    ]


def test_a_card_is_no_diagnostic():
    html = f'<iframe src="{X}"></iframe><img src="{X}/a.png"><a href="{X}">A</a>'
    assert treat(html).diagnostics.found == []


def test_the_files_of_the_site_are_looked_at(tmp_path):
    files = {
        "index.md": "---\ntitle: A\n---\n",
        "assets/css/custom.css": "a {}\n@import url(https://x.org/a.css);\n",
        "brut.html": "<!DOCTYPE html>\n<p>A</p><script src='https://z.org/a.js'></script>\n",
        "autre.css": "---\n---\n\na { b: url(//y.org/b.woff2) }\n",
    }
    content = write_site(tmp_path / "content", files)
    told = [
        str(diagnostic)
        for diagnostic in build_site(content, tmp_path / "output").diagnostics.warnings
    ]
    assert [
        diagnostic.replace(str(content), "content").partition(". ")[0] for diagnostic in told
    ] == [
        "content/assets/css/custom.css:2 : le site ne charge pas le fichier de « x.org »",
        "content/autre.css:4 : le site ne charge pas le fichier de « y.org »",
        "content/brut.html:2 : cette page, publiée telle quelle, fait connaître ses lecteurs à "
        "« z.org »",
    ]


def test_style_sheets_are_read_past_their_comments():
    css = (
        '/* url(https://c.org)\n */ a { b: url( "https://x.org/a" ) }\n@import url(//y.org) print;'
    )
    hosts = Hosts()
    assert refused_addresses(css, hosts.is_refused) == [("https://x.org/a", 1), ("//y.org", 2)]
    left = '/* url(https://c.org)\n */ a { b: url("data:,") }\n'
    assert without_refused(css, hosts.is_refused) == left
    own = '@import "a.css"; a { b: url(c.png) url(data:a) }'
    assert without_refused(own, hosts.is_refused) == own
