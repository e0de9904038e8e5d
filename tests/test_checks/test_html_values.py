"""Values of attributes: those that are not of their kind are told, all others are not."""

import pytest

from checks_support import reported, unlisted
from commands.checks.html.rules import html_diagnostics
from support import page, write_site

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'
WRONG = [
    '<td {}="{}">: colspan=deux colspan=0 colspan=1001 colspan= colspan=2.5 rowspan=-1 rowspan=9…',
    '<ol {}="{}">: start=un start=1.5 start=+1 type=x type=decimal lang=français',
    '<ol><li {}="{}">: value=un',
    '<img src="a.png" alt="Un plan" {}="{}">: usemap=plan',
    '<iframe src="/a.html" title="Un jeu" {}="{}">: sandbox=tout sandbox=allow_scripts',
    '<table><colgroup {}="{}">: span=0 span=toutes',
    '<th {}="{}">: scope=colonne scope=cols',
    '<p {}="{}">: lang=fr_FR lang=french lang=fr- dir=gauche translate=non hidden=caché',
    '<p {}="{}">: contenteditable=oui spellcheck=non draggable=1 aria-hidden=oui aria-live=poli',
    '<a href="/" {}="{}">: hreflang=anglais aria-current=oui aria-expanded=1',
    '<time {}="{}">: datetime=demain datetime=12/03/2026 datetime=2026-02-30 datetime=2025-02-29',
    '<time {}="{}">: datetime=24:00 datetime=18h30 datetime=2026-13 datetime=2026-3-1 datetime=',
    '<time {}="{}">: datetime=2026-03-12T18:60 datetime=P datetime=2026-W54 datetime=04-31',
    '<del {}="{}">: datetime=hier',
    '<input title="Un" {}="{}">: inputmode=number size=0 maxlength=dix',
    '<textarea title="Un" {}="{}">: rows=dix cols=0 wrap=oui',
    '<meter {}="{}">: value=dix max=1,5',
    '<progress {}="{}">: value=50%',
    '<form {}="{}">: method=courriel enctype=json',
    '<video controls {}="{}">: preload=oui crossorigin=non',
    '<img alt="Un" src="a.png" {}="{}">: decoding=lent fetchpriority=haute',
    '<video><track {}="{}">: kind=titres srclang=fr_FR',
    '<area alt="Un" href="/" {}="{}">: shape=rond',
    '<img alt="Un" src="a.png" {}="{}">: srcset=a.png$2 srcset=a.png$2y sizes=100 sizes=50%',
    '<input type="number" title="Un" {}="{}">: value=dix min=1,5 max=+2',
    '<input type="date" title="Un" {}="{}">: value=12/03/2026 min=hier max=2026-13-01',
    '<input type="time" title="Un" {}="{}">: value=18h30 value=24:00',
    '<input type="month" title="Un" {}="{}">: value=mars',
    '<input type="color" title="Un" {}="{}">: value=rouge',
    '<input type="number" title="Un" {}="{}">: step=0 step=-1 step=0.00 step=tout',
    '<input title="Un" {}="{}">: pattern=[a-z pattern=*a pattern=(a pattern=a) pattern=[a-z._%+-]+',
    '<input title="Un" {}="{}">: autocomplete=oui autocomplete=emial accept=pdf capture=avant',
    '<form {}="{}">: autocomplete=non',
    '<iframe src="/a.html" title="Un" {}="{}">: sandbox=allow-scripts,allow-forms',
    '<area alt="Un" href="/" shape="circle" {}="{}">: coords=1,2 coords=a,b,c coords=',
    '<area alt="Un" href="/" {}="{}">: coords=1,2,3 coords=1;2;3;4',
    '<area alt="Un" href="/" shape="poly" {}="{}">: coords=1,2,3,4,5 coords=1,2,3,4,5,6,7',
    '<progress max="10" {}="{}">: value=12 value=-1',
    '<progress value="0" {}="{}">: max=0 max=0.0',
    '<p {}="{}">: tabindex=9… tabindex=1.5 tabindex=un',
    '<ins {}="{}">: datetime=18:30 datetime=2026-02-30 datetime=2026 datetime=PT2H',
    '<progress {}="{}">: value=50',
    '<meter min="5" max="10" {}="{}">: value=4 value=11',
    '<picture><source srcset="a.png" {}="{}">: media=(min-width$30em) media=(minwidth:30em)',
    '<style {}="{}">: media=screen$and media=écran media=(color media=screen,$and',
    '<video><source src="a.mp4" {}="{}">: type=mp4',
    '<svg {}="{}">: viewBox=0$0$10 viewBox=0$0$-10$10 viewBox=a,b,c,d viewBox=0$0$1px$1px',
    '<img src="a.png" alt="Un" {}="{}">: referrerpolicy=non',
    '<input type="number" title="Un" max="3" {}="{}">: min=9 min=3.5',
    '<input type="date" title="Un" max="2026-03-12" {}="{}">: min=2026-03-13',
    '<input title="Un" maxlength="9" {}="{}">: minlength=10',
    '<p role="heading" {}="{}">: aria-level=deux aria-level=0 aria-valuenow=x',
]
RIGHT = """
<img src="a.png" alt="Un plan" usemap="#plan"><map name="plan"></map>
<iframe src="/a.html" title="Un jeu" sandbox="allow-scripts ALLOW-forms"></iframe>
<table><tr><td colspan="2" rowspan="0">un</td><th scope="COL" colspan=" 3 ">deux</th></tr></table>
<ol start="-3" reversed="reversed" type="I"><li value="07">un</li></ol>
<p lang="fr">a</p><p lang="">b</p><p lang="zh-Hant-TW">c</p><p lang="x-pig">d</p><p lang="oci">e</p>
<p dir="RTL" translate="no" hidden="until-found" aria-hidden="true">un</p>
<p hidden="hidden" contenteditable="" spellcheck="false" draggable="true">un</p>
<time datetime="2026-03-12">a</time><time datetime="2026-03-12T18:30">b</time>
<time datetime="2026-03-12 18:30:05.5+01:00">a</time><time datetime="2026-03-12T18:30Z">b</time>
<time datetime="2026-03">a</time><time datetime="2026">b</time><time datetime="--03-12">c</time>
<time datetime="02-29">a</time><time datetime="2026-W12">b</time><time datetime="PT2H30M">c</time>
<time datetime="2h 30m">a</time><time datetime="+01:00">b</time><time datetime="2024-02-29">c</time>
<del datetime="2026-03-12">un</del><ins datetime="2026-03-12T18:30Z">un</ins>
<meter min="-1" max="0" value="0">un</meter><data value="12">un</data><p tabindex="0">un</p>
<input title="Un" inputmode="numeric" size="8" maxlength="0" checked="checked" disabled="">
<meter min="-1" max="2.5" value=".5">un</meter><progress value="1e1" max="20">un</progress>
<form method="POST" enctype="multipart/form-data"></form><video controls preload=""></video>
<img src="a.png" alt="Un" decoding="async" crossorigin><a href="/" hreflang="en-GB">un</a>
<table><caption>un</caption><thead></thead><tbody></tbody><tbody></tbody><tfoot></tfoot></table>
<table><caption>un</caption><tr><td><table><caption>deux</caption></table></td></tr></table>
<details><summary>un</summary><details><summary>deux</summary></details></details>
<svg><text lang="fr_FR" dir="x">un</text></svg>
<img src="a.png" alt="Un" srcset="a.png 1x, b.png 1.5x" sizes="(width > 1px) calc(1px + 2vw), 5vw">
<img src="a.png" alt="Un" srcset="a.png 800w,b,c.png 2w 3h" sizes="auto, 100vw"><input type="date">
<input type="number" value="-1.5e3" min="0" step="any"><input type="color" value="#C81e1e">
<input type="date" value="2026-03-12" min=""><input type="week" title="a" value="2026-W11">
<input type="datetime-local" title="a" value="2026-03-12T18:30"><input type="color" value="Red">
<input type="text" title="a" value="12/03/2026"><input type="time" title="a" value="18:30:15.5">
<iframe src="https://exemple.fr" allowfullscreen="false" title="Un"></iframe>
<input title="a" type="date" step="7"><input title="a" step="ANY" type="time" autocomplete="off">
<input title="a" pattern="[\\p{L}\\-.]+(?&lt;a>b)?"><input title="a" pattern="[^]+">
<input title="a" pattern="a{2}[[a-z]--[b]]"><input title="a" pattern="\\[-a(?:b|c)*">
<input title="a" autocomplete="section-a billing Street-Address"><form autocomplete="off"></form>
<input title="a" accept=".pdf,image/*, .Docx" type="file" capture="user">
<map name="a"><area alt="" coords="0,0,1.5,2"><area alt="" shape="default"></map>
<map name="a"><area alt="" shape="poly" coords="1, 2, 3, 4, 5, 6"></map>
<map name="a"><area alt="" shape="CIRCLE" coords="1,1,1"></map><progress>0</progress>
<progress value="1" max="1">1</progress><meter value="-3" min="-5">1</meter>
<style media="screen AND (min-width: calc(1px + 2em)), print">a {color: red}</style>
<picture><source media="not all and (monochrome)" srcset="a.png" type="image/avif"><img></picture>
<svg viewBox="-1.5,-2 3e1 4"></svg><svg viewbox="0 0 0 0"></svg><img src="a.png" width="00012000">
<p role="heading" aria-level="7" aria-setsize="-1">a</p><a href="#" type="application/pdf">a</a>
<iframe src="a.html" referrerpolicy="no-referrer" sandbox=""></iframe>
<input title="a" type="number" min="-3" max="-3"><input title="a" min="" type="date">
<input title="a" type="time" min="22:00" max="06:00">
<input title="a" minlength="2" maxlength="10">
"""


def cases() -> list[tuple[str, str]]:
    found = []
    for line in WRONG:
        tag, _, values = line.partition(": ")
        for given in values.replace("…", "9" * 5000).split():
            attribute, _, value = given.replace("$", " ").partition("=")
            found.append((tag.format(attribute, value), attribute))
    return found


@pytest.mark.parametrize(("html", "attribute"), cases())
def test_a_value_of_another_kind_is_told(html: str, attribute: str):
    found = [
        wrong.diagnostic
        for wrong in html_diagnostics(html)
        if f"« {attribute} » ne peut pas" in wrong.diagnostic.message
    ]
    assert [(diagnostic.severity, bool(diagnostic.hint)) for diagnostic in found] == [
        ("error", True)
    ]


@pytest.mark.parametrize("line", RIGHT.strip().splitlines())
def test_a_value_of_its_kind_is_not(line: str):
    assert html_diagnostics(line) == []


@pytest.mark.parametrize(
    "html",
    [
        *('<video controls="false">', '<details open="non">', '<details open="faux">'),
        *('<input disabled="off">', '<input checked="non">'),
    ],
)
def test_a_switch_that_says_no_and_means_yes_is_a_warning(html: str):
    first = html_diagnostics(html)[0].diagnostic
    assert (first.severity, first.code) == ("warning", "html-attribut-toujours-oui")


@pytest.mark.parametrize(
    ("holder", "name"),
    [
        *[("table", "caption"), ("table", "thead"), ("table", "tfoot"), ("details", "summary")],
        *[("fieldset", "legend"), ("figure", "figcaption")],
    ],
)
def test_what_may_be_there_once_is_told_when_it_is_there_again(holder: str, name: str):
    html = f"<{holder}><{name}></{name}>\n<{name}></{name}></{holder}>"
    assert [(f.nth, f.diagnostic.message) for f in html_diagnostics(html)] == [
        (1, f"« <{name}> » est de trop dans « <{holder}> »")
    ]


def test_a_frame_without_a_name_is_told_on_its_line(tmp_path):
    text = (
        '<iframe src="/jeu.html" title="Le jeu"></iframe>\n\n<iframe src="/jeu.html"></iframe>\n\n'
        '<iframe src="/jeu.html" title=" "></iframe>\n\n<p><iframe aria-label="Le jeu" '
        'src="/jeu.html"></iframe></p>\n\n<div hidden><iframe src="/jeu.html"></iframe></div>\n\n'
        '<iframe src="https://www.youtube.com/embed/abc"></iframe>\n'
    )
    jeu = '<!doctype html>\n<html lang="fr"><title>Le jeu</title><p>Un</p></html>'
    files = {"index.md": page("title: A", text), "jeu.html": jeu}
    found = reported(write_site(tmp_path / "c", files))
    assert [line for line in found if "cadre" in line] == [
        f"!index.md:{line} : le cadre « /jeu.html » n'a pas de nom. "
        'Dites ce qu\'il montre : title="Le plan du quartier".'
        for line in (6, 8)
    ] + [
        "?index.md:14 : le cadre « https://www.youtube.com/embed/abc » n'a pas de nom. "
        'Dites ce qu\'il montre : title="Le plan du quartier".'
    ]


# What stands on a line of a page, with the beginnings of what is told of it.
LISTS = {
    'Un *mot*{: lang="fr_FR" .x} et un *autre*{: lang="fr"}.': ["!« lang » ne peut pas valoir"],
    "Un *mot*{: lang='fr_FR'}.": ['!« lang » ne peut pas valoir « fr_FR » : « {: lang="fr_FR"} »'],
    'Un [le bal](index.html){: target="_page"}.': ["!« target » ne peut pas valoir"],
    '![Le bal](a.svg){: width="50%" loading="lent"}': [
        "!« loading » ne peut pas valoir",
        "!« width » doit être un nombre entier",
    ],
    'Un.\n{: colspan="deux"}': ["!l'attribut « colspan » n'existe pas"],
    '3. un\n{: start="deux"}': ["!« start » ne peut pas valoir"],
    '- {: value="un"} item': ["!« value » ne peut pas valoir"],
    'Un <time>mars</time>{: datetime="mars"}.': ["!« datetime » ne peut pas valoir"],
    '<td>un</td>\n{: lang="fr_FR"}': ["!« <td> » n'est pas dans", "!« lang » ne peut pas valoir"],
    '## Un\n{: style="colour: red" hidden="non"}': [
        "!« hidden » ne peut pas valoir",
        "?la propriété « colour »",
    ],
    'Un **mot**{: klass="x"} {: align="center"}': ["!l'attribut « klass »", "?« {: align="],
    "Un.\n{: lang=fr}": ['?« lang=fr » ne fait rien dans « {: lang=fr} ». Écrivez lang="fr".'],
    "Un.\n{: lang=“fr” .x}": ["?« lang=“fr” » ne fait rien"],
    "Un.\n{: encart #1er}": ["?« #1er » ne fait rien", "?« encart » ne fait rien dans"],
    # What is there, what is code, and what has a name of its own.
    'Un.\n{: #b .c title="Le bal" data-x="1" aria-hidden="true" style="color: red"}': [],
    '`{: lang=fr}` et `{: lang="fr_FR"}`': [],
    '    {: lang=fr lang="fr_FR"}': [],
    "* toc\n{:toc}": [],
    '{:nous: .encart lang="fr"}\n\nUn.\n{: nous}': [],
    '{:vous: lang="fr_FR"}': [],
}
# The only list by that name is told once, on its line, whoever calls it.
CALLED = 'Un.\n{: eux}\n\nDeux.\n{: eux}\n\nUn *mot*{: dir="haut"}.\n\n{:eux: dir="haut"}\n'
TIMES = {
    "<time>2026-03-12</time> <time> 18:30 </time> <time>2026</time>": [],
    '<time datetime="2026-03-12">le 12 mars</time>': [],
    "Le <time>12 mars</time>.": ["!les machines ne lisent pas la date « <time>12 mars</time> »"],
    "Le <time class='x'>*12 mars*</time>.": ["!les machines ne lisent pas la date"],
    "Le <time></time>.": ["!les machines ne lisent pas la date « <time></time> »"],
    'Le <time>12 mars</time>{: datetime="2026-03-12"}.': [],
}


@pytest.fixture(scope="module")
def all_told(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return what is said of one site of all these lists and dates."""
    files = unlisted({f"{n}.md": f"Un.\n\n{it}\n" for n, it in enumerate({**LISTS, **TIMES})})
    files |= {"a.svg": SVG, "eux.md": page("title: A", CALLED)}
    return reported(write_site(tmp_path_factory.mktemp("lists"), files))


@pytest.mark.parametrize("text", {**LISTS, **TIMES})
def test_lists_of_attributes_and_dates_are_judged_as_tags_are(text: str, all_told: list[str]):
    expected = {**LISTS, **TIMES}[text]
    number = list({**LISTS, **TIMES}).index(text)
    line = 6 + max(0, text.find("{:") > 0 and text.count("\n", 0, text.find("{:")))
    found = [one for one in all_told if one[1:].startswith(f"{number}.md:")]
    assert len(found) == len(expected), found
    for one, beginning in zip(found, expected, strict=True):
        at = line if "{:" in one else one.partition(" ")[0].partition(":")[2]
        assert one.startswith(f"{beginning[0]}{number}.md:{at} : {beginning[1:]}")


def test_a_list_that_has_a_name_is_told_where_it_is_written(all_told: list[str]):
    found = [line.partition(" : ")[0] for line in all_told if line.startswith("!eux.md")]
    assert found == ["!eux.md:10", "!eux.md:12"]


def test_a_value_is_told_on_its_line_and_liquid_is_carried_out_before(tmp_path):
    text = '<p lang="{{ site.description }}">un</p>\n\n<p lang="{{ site.title }}">un</p>\n'
    config = "title: fr_FR\ndescription: fr\n"
    files = {"_config.yml": config, "index.md": page("title: A", text)}
    assert reported(write_site(tmp_path / "c", files)) == [
        '!index.md:6 : « lang » ne peut pas valoir « fr_FR » : « <p lang="fr_FR"> ». '
        'Écrivez lang="fr", ou le code d\'une autre langue.'
    ]
