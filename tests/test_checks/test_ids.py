"""Ids: those that are given twice, and names that nothing bears, in pages and in drawings."""

from pathlib import Path

from checks_support import reported, unlisted
from support import page, write_site


def test_an_id_twice_is_told_where_it_is_given_again(tmp_path):
    text = '<p id="un">a</p>\n\n## A\n{: .x #une}\n\n`id="un"`\n\n## B {#un}\n\nIci.\n'
    assert reported(write_site(tmp_path / "c", {"index.md": page("title: A", text)})) == [
        "!index.md:11 : l'identifiant « un » est donné 2 fois dans la page. "
        "Changez l'un d'eux, et les liens qui y mènent."
    ]


def test_a_name_that_nothing_bears_is_told(tmp_path):
    text = (
        '<label for="prnom">a</label> <input id="prenom" title="b">\n\n<p aria-controls="main b">c'
    )
    assert reported(write_site(tmp_path / "c", {"index.md": page("title: A", text)})) == [
        "!index.md:4 : « for » nomme « prnom », qui n'est l'identifiant de rien ici. "
        "Vouliez-vous dire « prenom » ?",
        "!index.md:6 : « aria-controls » nomme « b », qui n'est l'identifiant de rien ici. "
        'Écrivez id="b" dans ce qu\'il nomme, ou retirez « aria-controls ».',
    ]


# What names an element, the attribute that does, the name, what bears it when not any element.
NAMING = [
    ('<img src="/a.svg" alt="Le plan" usemap="#plan">', "usemap", "plan", "map"),
    ('<input aria-label="Ville" list="villes">', "list", "villes", "datalist"),
    ('<svg><use href="#forme"/></svg>', "href", "forme", ""),
    ('<svg><use xlink:href="#forme"/></svg>', "xlink:href", "forme", ""),
    ('<svg><text><textPath href="#trait">Un</textPath></text></svg>', "href", "trait", ""),
    ('<svg><rect fill="url(#degrade)"/></svg>', "fill", "degrade", ""),
    ("<svg><g style=\"clip-path: url('#coupe')\"></g></svg>", "style", "coupe", ""),
    ("<style>p {filter: url(#flou)}</style>", "url", "flou", ""),
    ('<button form="commande">Un</button>', "form", "commande", "form"),
    ('<output for="prix">Un</output>', "for", "prix", ""),
    ('<div itemscope itemref="lieu"></div>', "itemref", "lieu", ""),
    *(
        (f'<p aria-{end}="x-{end}">Un</p>', f"aria-{end}", f"x-{end}", "")
        for end in "activedescendant details errormessage flowto".split()
    ),
    ('<button popovertarget="aide">Un</button>', "popovertarget", "aide", ""),
    ('<table><tr><td headers="jour">Un</td></tr></table>', "headers", "jour", ""),
]
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1">{}</svg>'


def test_what_names_an_absent_element_is_told(tmp_path: Path):
    texts: dict[str, str] = {}
    expected = []
    for number, (html, attribute, name, bearer) in enumerate(NAMING):
        borne = f'<{bearer or "p"} id="{name}"></{bearer or "p"}>'
        texts[f"a{number}.md"] = f"Un.\n\n{html}\n"
        texts[f"b{number}.md"] = f"{html}\n\n{borne}\n"
        texts[f"c{number}.md"] = f'{html}\n\n<p id="{name}">Un</p>\n'
        told = f".md:%s : « {attribute} » nomme « {name} », qui n'est l'identifiant "
        expected += [f"!a{number}{told % 6}de rien ici. Écrivez "]
        expected += [f"!c{number}{told % 4}d'aucun <{bearer}> ici. Écrivez <{bearer} "] * bool(
            bearer
        )
    content = write_site(tmp_path / "c", unlisted(texts) | {"a.svg": SVG.format("")})
    found = [line for line in reported(content) if "identifiant" in line]
    assert len(found) == len(expected), found
    for line, beginning in zip(
        found, sorted(expected, key=lambda it: it[1:].split(":")[0]), strict=True
    ):
        assert line.startswith(beginning)


def test_an_output_names_several(tmp_path: Path):
    text = '<input id="a" title="A"><input id="b" title="B"><output for="a b">Un</output>\n'
    assert reported(write_site(tmp_path / "c", {"index.md": page("title: A", text)})) == []


DRAWINGS = {
    '<use href="#non"/>': "!a.svg:2 : « href » nomme « non », qui n'est l'identifiant de rien ici",
    '<g stroke="url(#non)"/>': "!a.svg:2 : « stroke » nomme « non », qui n'est l'identifiant",
    "<style>.a{fill:url(#non)}</style>": "!a.svg:2 : « url » nomme « non », qui n'est",
    "<style>.a{colour:red}</style>": "?a.svg:2 : la propriété « colour » n'existe pas",
    "<style><![CDATA[\n.a{fill:rouge}]]></style>": "?a.svg:3 : « rouge » n'est pas une valeur",
    '<script/><use href="#non"/>': "",
    '<defs><g id="a"/></defs><use href="#a"/><g mask="url(#a)"/>': "",
    '<g filter="url(b.svg#c)"/>': "?a.svg:2 : « b.svg#c » ne se verra pas : dans un dessin",
}


def test_what_drawings_name_in_vain_is_told_on_its_line(tmp_path: Path):
    for number, (drawn, told) in enumerate(DRAWINGS.items()):
        files = {"index.md": page("title: A", "![Le plan](a.svg)\n")}
        files["a.svg"] = SVG.format(f"\n{drawn}\n")
        found = reported(write_site(tmp_path / str(number), files))
        assert [line for line in found if line.startswith(told)] if told else found == []


def test_a_part_of_another_drawing_is_looked_for_there(tmp_path: Path):
    text = '<svg><use href="/a.svg#{}"/></svg>\n'
    files = {"a.svg": SVG.format('<g id="oui"/>'), "index.md": page("title: A", text.format("oui"))}
    assert reported(write_site(tmp_path / "a", files)) == []
    found = reported(
        write_site(tmp_path / "b", files | {"index.md": page("title: A", text.format("ou"))})
    )
    assert [line.partition(" Vou")[::2] for line in found] == [
        ("!index.md:4 : l'ancre « #ou » n'existe pas dans « /a.svg ».", "liez-vous dire « oui » ?")
    ]


def test_a_drawing_without_its_frame_is_told(tmp_path: Path):
    files = {"index.md": page("title: A", "![Le plan](a.svg)\n")}
    files["a.svg"] = SVG.format("").replace(' width="1"', '\nviewBox="0 0 dix 10"')
    (line,) = reported(write_site(tmp_path, files))
    assert line.startswith("?a.svg:2 : « viewBox » ne peut pas valoir « 0 0 dix 10 »")
