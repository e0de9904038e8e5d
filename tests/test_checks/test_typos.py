"""Slips of the hand, each told on the line where it stands: one page each, in one site."""

from pathlib import Path

import pytest

from checks_support import reported, unlisted
from support import build_site, page, write_site

NOWHERE = "« perdue.html » ne mène à rien dans ce site"
MEANINGLESS = "le texte de l'image « a.svg » ne dit rien d'elle"
# The text of a page, which begins on line 4, and what is told of it.
CASES = {
    "an address in code before": ("`[a](perdue.html)`\n\n[b](perdue.html)\n", [f"!6 : {NOWHERE}"]),
    "an address in a block of code before": (
        "```\n[a](perdue.html)\n```\n\n[b](perdue.html)\n",
        [f"!8 : {NOWHERE}"],
    ),
    "an address in a comment before": (
        "<!-- [a](perdue.html) -->\n\n[b](perdue.html)\n",
        [f"!6 : {NOWHERE}"],
    ),
    "an address in the words before": (
        "Où est perdue.html ?\n\n[b](perdue.html)\n",
        [f"!6 : {NOWHERE}"],
    ),
    "an address that ends another one": (
        "[a](/deperdue.html)\n\n[b](perdue.html)\n",
        ["!4 : « /deperdue.html » ne mène à rien", f"!6 : {NOWHERE}"],
    ),
    "an address in HTML that asks for Markdown": (
        '<div markdown="1">\n\n[b](perdue.html)\n\n</div>\n',
        [f"!6 : {NOWHERE}"],
    ),
    "a mail without its scheme": (
        "[a](nous@exemple.fr)\n",
        [
            "!4 : « nous@exemple.fr » ne mène à rien dans ce site. "
            "Écrivez mailto: devant : mailto:nous@exemple.fr."
        ],
    ),
    "an address that begins twice and asks": (
        "[a](https://https://exemple.fr/b?c=1&d#e)\n",
        [
            "!4 : « https://https://exemple.fr/b?c=1&d#e » commence deux fois. "
            "Écrivez https://exemple.fr/b?c=1&d#e."
        ],
    ),
    **{
        f"an address that begins twice: {begun}": (
            f"[a]({begun}/watch?v=1&t=2#e)\n",
            [
                f"!4 : « {begun}/watch?v=1&t=2#e » commence deux fois. Écrivez https://exemple.fr/watch?v=1&t=2#e."
            ],
        )
        for begun in (
            *("http:https://exemple.fr", "https://https//exemple.fr"),
            *("https://http://https://exemple.fr", "https://exemple.frhttps://exemple.fr"),
            "http://exemple.fr/https://exemple.fr",
        )
    },
    "addresses that name another": (
        "[a](https://web.archive.org/web/2020/https://exemple.fr/) [b](https://https.cio.gov/)"
        " [c](https://exemple.fr/?u=https://exemple.fr/) [d](https://a.fr/https://a.fr.exemple/)\n",
        [],
    ),
    **{
        f"slashes that lack or are too many: {url}": (
            f"[a]({url})\n",
            [f"!4 : « {url} » ne nomme aucun site. Écrivez https://exemple.fr/b?c=d."],
        )
        for url in ("https:///exemple.fr/b?c=d", "https:exemple.fr/b?c=d")
    },
    "a link that a border cuts": (
        "Voir [a | b](index.html)\n\n- [c|d](/index.html)\n",
        [
            f"?{line} : ce lien n'en est pas un : son « | » le coupe en cases de tableau : "
            f"« {link} ». Écrivez « \\| »."
            for line, link in ((4, "[a | b](index.html)"), (6, "[c|d](/index.html)"))
        ],
    ),
    "links with a bar, in a table and out of it": (
        "[a \\| b](index.html)\n\n| [a](index.html) | [b](index.html) |\n",
        [],
    ),
    **{
        f"a port that cannot be: {port}": (
            f"[a](https://exemple.fr:{port}/b)\n",
            [f"!4 : le port « {port} » n'existe pas : « https://exemple.fr:{port}/b »"],
        )
        for port in ("99999", "0", "abc", "1234567890123", "80:80")
    },
    **{
        f"a host that cannot be: {host}": (
            f"[a](<https://{host}/b>)\n",
            [f"!4 : « {host} » ne peut pas être le nom d'un site : « https://{host}/b »"],
        )
        for host in (
            "-exemple.fr",
            "a.exemple-.fr",
            "exemple..fr",
            ".fr",
            "exemple,fr",
            "un exemple.fr",
            "1.2.3.256",
            "a.12",
        )
    },
    **{
        f"mail that goes nowhere: {to}": (
            f"[a](<mailto:{to}>)\n",
            [f"!4 : « mailto:{to} » n'est pas l'adresse d'un courriel"],
        )
        for to in (
            *("", "marie", "marie@", "@exemple.fr", "marie at exemple.fr", "a@b.fr,marie"),
            *("a@b..fr", "a@-b.fr", "//a@b.fr", "mailto:a@b.fr", "a@b@c.fr"),
        )
    },
    **{
        f"a number that is none: {url}": (
            f"[a]({url})\n",
            [f"!4 : « {url} » n'est pas un numéro de téléphone. Écrivez-le ainsi : {url[:4]}"],
        )
        for url in (
            *("tel:0467abc", "tel:", "tel:bonjour", "tel:0467OO0000", "tel://0467000000"),
            *("sms:", "sms:bonjour", "sms:0600000000,marie", "sms:0600z?body=Bonjour"),
        )
    },
    **{
        f"a place that is none: {place}": (
            f"[a](geo:{place})\n",
            [f"!4 : « geo:{place} » n'est pas un lieu. Écrivez sa latitude"],
        )
        for place in ("", "ici", "143.6,3.8", "43.6", "43,61,3,87", "43.6;3.8", "3.8,-190")
    },
    "links to what is written in them": (
        "[a](javascript:void(0);)\n\n[b](data:text/html,Bonjour)\n\n[c](vbscript:bal)\n\n"
        '<a href="data:text/plain,a" download="a.txt">le texte</a>, <a href="javascript:;" '
        'onclick="print()">imprimer</a>, <a href="javascript:scrollTo(0, 0)">le haut</a>\n',
        [
            "?4 : « javascript:void(0); » ne mène à rien, et ne fait rien. Écrivez",
            "!6 : « data:text/html,Bonjour » ne mène à rien : les navigateurs n'ouvrent pas",
            "?8 : « vbscript:bal » ne mène à rien",
        ],
    ),
    "links that a script carries out": (
        '<a href="javascript:">le bal</a>\n\n<script>bal()</script>\n',
        [],
    ),
    "an address of another site whose signs nobody sees": (
        "[a](https://exemple.org/a%E2%80%AEb)\n",
        ["?4 : « https://exemple.org/a%E2%80%AEb » contient des signes invisibles. Effacez"],
    ),
    "hosts, mail and numbers that can be": (
        "[a](https://été.fr) [b](https://a_b.exemple.fr.:8443/) [c](https://i❤.ws)"
        " [d](https://moi@exemple.fr/) [e](https://%C3%A9t%C3%A9.fr) [f](http://93.184.1.1)"
        " [g](mailto:?subject=Bal) [h](mailto:a@b.fr,c@d.fr) [i](mailto:%22a%20b%22@c.fr)"
        " [n](https://r1---a.exemple.fr/) [o](https://-a.exemple.fr/) [p](sms:+33600,+3361?body=A)"
        " [q](sms:?body=Bonjour) [r](sms:&body=A) [s](geo:43.61,-3.87;u=35) [t](geo:0,0?q=Le+bal)"
        " [j](tel:+33(0)467) [k](tel:*123#) [l](mailto:a@exemple) [m](https://intranet.exemple/)\n",
        [],
    ),
    **{
        f"a scheme that no program knows: {begun}": (
            f"[a]({begun})\n",
            [f"!4 : « {begun.partition(':')[0]}: » n'est pas le début d'une adresse : « {begun} »"],
        )
        for begun in ("mail:a@b.fr", "email:a@b.fr", "telephone:0467", "malto:a@b.fr")
    },
    **{
        f"an address of one's own network: {url}": (
            f"[a]({url})\n",
            [f"?4 : « {url} » ne mène nulle part hors de votre réseau"],
        )
        for url in (
            "http://192.168.1.10/",
            "https://nas.local/a",
            "smb://serveur/a",
            "http://10.0.0.1",
        )
    },
    **{
        f"an address that a hint mends: {url}": (
            f"[a](<{url}>)\n",
            [f"!4 : « {url.replace(chr(92) * 2, chr(92))} » {words}. Écrivez {meant}."],
        )
        for url, words, meant in (
            ("“https://exemple.fr/a”", "ne mène à rien dans ce site", "https://exemple.fr/a"),
            ("http s://exemple.fr", "ne mène à rien dans ce site", "https://exemple.fr"),
            ("04 67 00 00 00", "ne mène à rien dans ce site", "tel:0467000000"),
            ("+33 (0)4 67 00 00 00", "ne mène à rien dans ce site", "tel:+33467000000"),
            ("/www.exemple.fr", "ne mène à rien dans ce site", "https://www.exemple.fr"),
            ("./exemple.coop/a?b", "ne mène à rien dans ce site", "https://exemple.coop/a?b"),
            ("tél:+33 4 67 00 00 00", "ne mène à rien dans ce site", "tel:+33467000000"),
            ("mailto://a@b.fr?subject=c", "n'est pas l'adresse d'un courriel", "mailto:a@b.fr"),
        )
    },
    "a number of another country, with the zero of its own": (
        "[a](tel:+33 (0)4 67 00 00 00)\n",
        [
            "?4 : « tel:+33 (0)4 67 00 00 00 » contient une espace : des appareils n'en liront que"
            " le début. Écrivez tel:+33467000000."
        ],
    ),
    **{
        f"a file that browsers take for a host: {url}": (
            f"{sign}[Un bal]({url})\n",
            [
                f"!4 : « {url} » ne mène à rien dans ce site. Écrivez {meant}.",
                *(["?4 : la page propose un contenu de « a.svg »"] if sign else []),
            ],
        )
        for sign, url, meant in (
            ("", "//cas-0.html", "/cas-0.html"),
            ("", "https://cas-0.html#bal", "/cas-0.html#bal"),
            ("!", "//a.svg", "/a.svg"),
            ("", "//absente.html", "/absente.html"),
        )
    },
    "hosts with backslashes and spaces": (
        "[a](https:\\\\exemple.fr)\n\n[b](https://exemple.fr\\\\b)\n\n[c](<https:// exemple.fr>)\n",
        [
            "!4 : « https:\\exemple.fr » ne nomme aucun site. Écrivez https://exemple.fr.",
            "!6 : « exemple.fr\\b » ne peut pas être le nom d'un site : "
            "« https://exemple.fr\\b ». Écrivez https://exemple.fr/b.",
            "!8 : «  exemple.fr » ne peut pas être le nom d'un site : « https:// exemple.fr »",
        ],
    ),
    "files of one's own disk, from its root": (
        "[a](/home/marie/a.pdf)\n\n[b](~/b.pdf)\n",
        [
            f"!{line} : « {url} » ne mène à rien dans ce site. Déposez"
            for line, url in ((4, "/home/marie/a.pdf"), (6, "~/b.pdf"))
        ],
    ),
    "an empty link to the front page": (
        "Un.\n\n[](index.md)\n",
        ["!6 : le lien vers « / » n'a pas de mots"],
    ),
    "other schemes are well": (
        "[a](sms:0600000000) [b](xmpp:nous@exemple.fr) [c](whatsapp://send) [d](mailto:a@b.fr)\n",
        [],
    ),
    "an image in a style": (
        'Un.\n\n<div style="background: url(/perdue.png)">x</div>\n',
        ["!6 : « /perdue.png » ne mène à rien dans ce site"],
    ),
    "brackets that are no typo": (
        "[1] (voir plus loin) et `[a] (b.html)`, [le bal][r], [ ] (à faire)\n\n[r]: /index.html\n",
        [],
    ),
    "two equal headings that skip a level": (
        "## Un\n\n#### Bal\n\nIci.\n\n## Deux\n\n#### Bal\n\nIci.\n",
        ["!6 : le titre « Bal » est de niveau 4", "!12 : le titre « Bal » est de niveau 4"],
    ),
    "words that write nothing": (
        "Un {{Gallery ./images}} deux.\n",
        ["?4 : « {{Gallery ./images}} » n'écrit rien : « Gallery ./images » n'est pas compris"],
    ),
    **{
        f"a query that named a page of another program: {query}": (
            f"[a](/{query})\n",
            [f"?4 : « /{query} » mène à « / », et non à la page que « {query} » désignait"],
        )
        for query in (
            *("?p=123", "?page_id=4", "?cat=5&paged=2", "?attachment_id=6", "?article12"),
            *("?id_rubrique=3", "?option=com_content&id=4", "?q=node/12", "?post/2010/01/bal"),
        )
    },
    "queries that name no page": (
        "[a](/?utm_source=lettre) [b](/?page=2) [c](/?jour=2026-01-01) [d](/?q=bal) [e](/?v=3)"
        " [f](https://exemple.fr/?p=123)\n",
        [],
    ),
    **{
        f"an address that a program of one's own opens: {url}": (
            f"[le bal]({url})\n",
            [f"?4 : « {url} » ne s'ouvre que dans un logiciel : « {url.partition(':')[0]}: »"],
        )
        for url in (
            *("applenotes:note/1d1d", "message:%3Cab@c%3E", "obsidian://open?vault=Bal"),
            *("notion://www.notion.so/x", "vscode://file/x", "evernote:///view/1", "zotero://a"),
            *("x-apple-reminderkit://a", "ms-word:ofe", "onenote:///a", "vnd.libreoffice.cmd:a"),
        )
    },
    **{
        f"data that do not read: {url}": (
            f'<img alt="Un bal" src="{url}">\n',
            [f"!4 : « {url} » ne se lit pas : {why}"],
        )
        for url, why in (
            ("data:image/jpeg;base64...", "le fichier lui-même manque"),
            ("data:image/png;base64,", "le fichier y est vide"),
            ("data:image/png;base64,a…", "ce n'est pas du base64"),
            ("data:image/png;base64,iVBOR", "ce n'est pas du base64"),
        )
    },
    "other data that do not read": (
        '<a href="data:application/pdf;base64,!" download="a.pdf">Le plan</a>\n\n'
        '<audio controls src="data:audio/mp3;base64"></audio>\n',
        ["!4 : « data:application/pdf;base64,! » ne", "!6 : « data:audio/mp3;base64 » ne se lit"],
    ),
    "images of data that nobody sees": (
        "![Un bal](data:image/png;base64,iVBORw0KGgoAAAANSUhEUg)\n\n"
        "<img alt='Un bal' src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'"
        " fill='#f00'/>\">\n\n"
        "<div style='background: url(data:image/png;base64,iVBO)'>Un bal</div>\n",
        [f"!{line} : l'image « data:image/" for line in (4, 6, 8)],
    ),
    "images of data that are seen": (
        "![Un bal](data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7)"
        "\n\n<img alt='' src='data:image/gif;base64,R0lGODlhAQABAAAAACw=' data-src='a.svg'>\n\n"
        "<img alt='Un bal' src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'"
        " fill='%23f00'/>\">\n\n"
        "<a href='data:text/plain;base64,w6k=' download='a.txt'>Le texte</a>\n",
        [],
    ),
    "images without an address": (
        "![Un chat]()\n\n<img src='' alt='Un chat'>\n\n![Un chat](a.svg)\n\n"
        '<img alt="Un chat">\n\n`![Un chat]()`\n',
        [f"!{line} : l'image « Un chat » n'a pas d'adresse" for line in (4, 6, 10)],
    ),
    "images to which a script or a picture gives an address": (
        '<img data-src="a.svg" alt="Un chat">\n\n<img src="" id="vue" alt="Un chat">\n\n'
        '<picture><source srcset="a.svg"><img alt="Un chat"></picture>\n\n'
        '<template><img alt="Un chat"></template>\n',
        [],
    ),
    "images to which a script may give an address": (
        "![Un chat]()\n\n<img src='' alt='Un chat'>\n\n<script>vue();</script>\n",
        ["!4 : l'image « Un chat » n'a pas d'adresse"],
    ),
    "images of forms and of drawings": (
        '<form><input type="image" src="1.png" alt="Oui"></form>\n\n'
        '<svg viewBox="0 0 1 1"><image href="2.png"/></svg>\n\n'
        '<svg viewBox="0 0 1 1"><image xlink:href="3.png"/></svg>\n',
        [f"!{line} : « {line // 2 - 1}.png » ne mène à rien" for line in (4, 6, 8)],
    ),
    "forms": (
        '<form action="perdue.html?a=b#c"><button formaction="/perdue">Oui</button></form>\n\n'
        '<form action=""></form> <form action="contact.html?a=b"></form> <form action="?a"></form>'
        "\n",
        [
            "!4 : « /perdue » ne mène à rien",
            "!4 : « perdue.html?a=b#c » ne mène à rien dans ce site",
        ],
    ),
    "a page that leads elsewhere": (
        'Un.\n\n<meta http-equiv="refresh" content="0;url=perdue.html">\n',
        [f"!6 : {NOWHERE}"],
    ),
    "a page that is read again": (
        '<meta http-equiv="refresh" content="600">\n\n[b](perdue.html)\n',
        [f"!6 : {NOWHERE}"],
    ),
    "styles that ask for styles": (
        '<style>\n@import "contact.html";\n/* @import "commentaire.css"; */\n'
        "@import 'perdue.html';\n</style>\n",
        [f"!7 : {NOWHERE}"],
    ),
    "a text of spaces": ('Un.\n\n<img src="a.svg" alt="  ">\n', [f"!6 : {MEANINGLESS}"]),
    "a note that is not there": (
        "Un[^9].\n\nDeux[^9] et `[^8]`, [^un], [^a-z]{1,3}.\n\n[^un]: Note.\n",
        [f"?{line} : la note « [^9] » n'est écrite nulle part" for line in (4, 6)],
    ),
    "misspelt entities": (
        "Un&nbps;bal\n\n<p>L'&eacut;t&eacute;</p>\n\n`&nbps;` &amp;nbps; AT&T; R&D; &hellip;\n",
        [
            "?4 : « &nbps; » n'est pas un signe que HTML connaît : on le lit tel quel. "
            "Vouliez-vous dire « &nbsp; » ?",
            "?6 : « &eacut; » n'est pas un signe que HTML connaît",
        ],
    ),
    "references to signs that are none": (
        "Un &#xD800; bal\n\n&#0; `&#1;` \\&#1; &#233; &#x9; &#146; &#xFFFD; &#1114112;\n\n    &#0;"
        "\n\n&#xfffffffffffff;\n",
        [
            f"?{line} : « {sign} » n'est le numéro d'aucun signe"
            for line, sign in (
                *((4, "&#xD800;"), (6, "&#0;")),
                *((6, "&#1114112;"), (10, "&#xfffffffffffff;")),
            )
        ],
    ),
    "misspelt entities that nobody reads": ("[c](index.html?a&nbps;)\n\n    &nbps;\n", []),
    "data for search engines, on their line": (
        'Un.\n\n<script type="application/ld+json">\n{"@context": "https://schema.org",\n"b"}\n'
        "</script>\n",
        ["!8 : les données JSON-LD ne se lisent pas"],
    ),
    **{
        f"an image called {alternative}": (f"![{alternative}](a.svg)\n", [f"!4 : {MEANINGLESS}"])
        for alternative in (
            "photo 1",
            "Image n°3",
            "WhatsApp Image 2024-05-01 at 10.11.12",
            "Capture d’écran du 2024-05-01 à 10.11",
            "Screenshot_20240501",
            "...",
        )
    },
    "signs that are read, or are meant": (
        "#coop #montpellier\n\n\\#Titre, n°1) et 2) ou a) b)\n\n1) seul\n\n• seul\n\n"
        "| a | b |\n|---|---|\n| 1 | 2 |\n\n<bal@exemple.fr>, [https://a.fr](https://a.fr), "
        "`www.a.fr`\n\n<p>bal@exemple.fr</p>\n\n2 ** 3 ** 4 et **gras**\n\n- un\n{: .x}\n\n"
        "{: .y}\n# Grand titre\n\n- parle -t-il ?\n",
        [],
    ),
    "addresses with signs of Markdown": (
        "Voir https://exemple.fr/a_b_c?d=1, **https://exemple.fr/e** (https://exemple.fr/f) ou "
        "https://exemple.fr/g-h_(i).\n",
        [
            f"?4 : « https://exemple.fr/{end} » n'est pas un lien. Écrivez <https://exemple.fr/{end}>."
            for end in ("a_b_c?d=1", "e", "f", "g-h_(i)")
        ],
    ),
    "braces apart": (
        "Un.\n\n{: .x}\n\nDeux.\n\n{: .y}\n",
        [
            "?6 : « {: .x} », seul entre deux lignes vides, s'applique à ce qui suit.",
            "?10 : « {: .y} », seul entre deux lignes vides, ne s'applique à rien.",
        ],
    ),
    "a list of bullets of another editor, told once": (
        "Un :\n\n·   un\n·   deux\n·   trois\n",
        ["?6 : ces lignes ne font pas une liste"],
    ),
    "captures that are told": ("![Capture d'écran du formulaire](a.svg)\n", []),
}
_NAMES = {case: f"cas-{number}.md" for number, case in enumerate(CASES)}
_SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'


@pytest.fixture(scope="module")
def all_told(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return what is said of one site that holds every typo."""
    files = unlisted({_NAMES[case]: text for case, (text, _) in CASES.items()})
    files |= {"contact.md": page("title: C"), "a.svg": _SVG}
    return reported(write_site(tmp_path_factory.mktemp("typos"), files))


@pytest.mark.parametrize("case", CASES)
def test_a_slip_gets_its_line(case: str, all_told: list[str]):
    name, expected = _NAMES[case], CASES[case][1]
    found = [line.replace(f"{name}:", "") for line in all_told if line[1:].startswith(f"{name}:")]
    assert len(found) == len(expected), found
    for line, beginning in zip(found, expected, strict=True):
        assert line.startswith(beginning)


def test_the_build_tells_the_same_line(tmp_path: Path):
    text = "`[a](perdue.html)`\n\n[b](perdue.html)\n"
    content = write_site(tmp_path / "c", {"index.md": page("title: A", text)})
    result = build_site(content, tmp_path / "o")
    assert [diagnostic.line for diagnostic in result.diagnostics.warnings] == [6]
