"""Files that are no pages: each typo in them is told on its line, and what is well is not."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from checks_support import reported, reported_once, reported_with_codes
from commands.checks import heavy_pages
from commands.checks.weights import page_weights
from support import build_site, page, write_site

FILES = {
    "index.md": page("title: Accueil"),
    "_config.yml": "url: https://exemple.fr\ntitel: Nous\nmarkdown: kramdown\n",
    "_data/menu.yml": "- nom: A\n- nom: B: C\n",
    "_data/liste.json": '{"a": 1,\n"b"}',
    "_data/bien.yml": "- nom: &a A\n  b: {nom: *a, <<: {c: 1}, b: [nom, nom]}\n- nom: B\n",
    "_data/bien.csv": 'nom;prix\nA;1,50\n"B;b";2;\n',
    "images/README.md": "Déposez ici les images.\n",
    "_evenements/2024-01-01-bal.md": page(
        "title: Bal\ndebut: 2024-01-01\nresume: >\n  Un bal\n  à venir",
        "Un bal à\u00a0venir.\n\nUn bal à\nvenir, à\u202fvenir, invités à\n\nvenir.\n",
    ),
    "bal.ics": "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nEND:VCALENDAR\r\n",
    "copie.html": b"<!doctype html><html lang=fr>\n<title>\xe9t\xe9</title>",
    "copie-dite.html": b"<!doctype html><html lang=fr>\n<meta charset=windows-1252>"
    b"<title>\xe9t\xe9</title>",
    "copie.css": b"/* \xe9t\xe9\n*/\na::after {content: '\xe9t\xe9'}",
    "copie-dite.css": b"@charset 'iso-8859-1'; a::after {content: '\xe9t\xe9'}",
    "copie-commentee.css": b"/* \xe9t\xe9 */",
    "bien.json": '\ufeff{"a": 1}',
    "copie.json": '{"a": 1,\n"b"}',
    "rendu.json": '---\n---\n{"a": "{{ site.url }}"}',
    "rendu-mal.json": '---\n---\n{"a": {{ site.url }}}',
    "_communs/energie/index.md": page("title: Énergie"),
    "_communs/energie/a.md": page("nom: A\nrole: soutien\nvile: Sète"),
    "telephone.md": "—\ntitle: Bal\n—\n\nUn.\n",
}
_BAD_JSON = (
    "ce fichier JSON ne se lit pas. "
    "Vérifiez les virgules et les guillemets de cette ligne, et de celle d'avant."
)
_BAD_BYTES = (
    "ce fichier n'est pas enregistré en UTF-8 (octet 0xE9). "
    "Ouvrez-le dans un éditeur de texte et enregistrez-le avec l'encodage UTF-8."
)
TOLD = [
    "?_communs/energie/a.md:4 : la clé « vile » n'est pas connue. Vouliez-vous dire « ville » ?",
    "?_config.yml:2 : la clé « titel » n'est pas connue. Vouliez-vous dire « title » ?",
    f"!_data/liste.json:2 : {_BAD_JSON}",
    "!_data/menu.yml:2 : cette ligne ne se lit pas : « - nom: B: C ». "
    "Chaque ligne doit être de la forme « clé: valeur ». Celle qui continue la ligne d'avant "
    "commence par deux espaces.",
    *(
        f"?_evenements/2024-01-01-bal.md:{line} : l'événement est passé, et son texte dit encore "
        "« à venir ». Mettez-le au passé."
        for line in (6, 8, 10, 11)
    ),
    "!bal.ics:2 : ce calendrier ne se termine pas : « BEGIN:VEVENT » n'a pas de "
    "« END:VEVENT ». Exportez-le de nouveau depuis votre agenda.",
    f"?copie.css:3 : {_BAD_BYTES}",
    f"?copie.html:2 : {_BAD_BYTES}",
    f"!copie.json:2 : {_BAD_JSON}",
    f"!rendu-mal.json : {_BAD_JSON}",
    "?telephone.md:1 : l'en-tête commence par « — » : il est publié comme du texte. "
    "Écrivez trois tirets, ni plus ni moins.",
]


def test_files_that_are_no_pages(tmp_path: Path):
    assert reported(write_site(tmp_path / "c", FILES)) == TOLD


NEAR_LAYOUTS = "defaut homme pages Page posts pots".split()
OTHER_LAYOUTS = "accueil carte vitrine single".split()
LAYOUTS = [*NEAR_LAYOUTS, *OTHER_LAYOUTS, *"page post default home null none".split()]


@pytest.mark.parametrize("settings", ["", "theme: minima", "remote_theme: a/b"])
def test_a_layout_that_is_none_is_told(settings, tmp_path: Path):
    files = {"_config.yml": f"title: Nous\n{settings}\n", "index.md": page("title: A")}
    files |= {f"{n}.md": page(f"title: A{n}\nlayout: {name}") for n, name in enumerate(LAYOUTS)}
    found = reported(write_site(tmp_path / "c", files))
    told = [
        f"?{n}.md:3 : le gabarit « {name} » n'existe pas"
        for n, name in enumerate([*NEAR_LAYOUTS, *OTHER_LAYOUTS])
        if not (settings and name in ("posts", *OTHER_LAYOUTS))  # themes have some
    ]
    assert [line.partition(". ")[0] for line in found] == sorted(
        told, key=lambda line: line.partition(":")[0]
    )
    assert all("Vouliez-vous dire « " in it for it in found if "carte" not in it and "vi" not in it)
    write_site(tmp_path / "c", {"_layouts/carte.html": "a", "_layouts/vitrine.html": "b"})
    found = reported(tmp_path / "c")
    assert len(found) == len(told) - 2 * (not settings)


SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{}</svg>'
DRAWINGS = {
    "ouvert.svg": SVG.format("\n<g>"),
    "nu.svg": "<svg\n<g></svg>",
    "entite.svg": SVG.format("\n\n<title>a&nbsp;b</title>"),
    "deux.svg": SVG.format("") + "\n<p/>",
    "sans-nom.svg": "<svg><g>\n</svg>",
    "trace.gpx": "<gpx>\n<trk></gpx>",
    "carte.kml": "<kml>\n&</kml>",
    "dehors.svg": '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/hostname">]>\n'
    + SVG.format("<title>&a;</title>"),
}
SOUND = {
    "bien.svg": SVG.format("<title>été</title>"),
    "latin.svg": b'<?xml version="1.0" encoding="windows-1252"?>'
    + SVG.format("<g id='\xe9'/>").encode("latin-1"),
    "dtd.svg": '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/a.dtd" '
    '[<!ENTITY ns "a">]>' + SVG.format("<title>&ns;&nbsp;</title>"),
    "trace.gpx": "<gpx><trk/></gpx>",
    "vendu.webmanifest": '{"name": "Nous"}',
}


def test_drawings_and_tracks_that_are_no_xml_are_told_on_their_line(tmp_path: Path):
    shown = "".join(f"![Le {name[:-4]}]({name})\n\n" for name in DRAWINGS if name.endswith("svg"))
    files = {"index.md": page("title: A", shown), **DRAWINGS, "a.webmanifest": "{\n,}"}
    files["r.svg"] = f"---\n---\n{DRAWINGS['ouvert.svg']}"
    found = reported(write_site(tmp_path / "c", files))
    assert [line for line in found if line.startswith("!r.svg : ce fichier XML ne se lit")]
    lines = {"ouvert": 2, "nu": 2, "entite": 3, "deux": 2, "sans-nom": 2, "trace": 2, "carte": 2}
    lines["dehors"] = 2
    for name in DRAWINGS:
        (line,) = [line for line in found if name in line]  # one fault, one message
        number = lines[name[:-4]]
        if name.endswith("svg"):  # it is told where it is shown
            assert f"nulle part : ce dessin a une faute, à sa ligne {number}. " in line
        else:
            assert line.startswith(f"!{name}:{number} : ce fichier XML ne se lit pas")
    assert [line for line in found if line.startswith("!a.webmanifest:2 : ce fichier JSON")]


def test_sound_drawings_and_tracks_are_silent(tmp_path: Path):
    shown = "".join(f"![Le {name[:-4]}]({name})\n\n" for name in SOUND if name.endswith("svg"))
    files = {"index.md": page("title: A", shown), **SOUND}
    assert reported(write_site(tmp_path / "c", files)) == []


ROBOTS = """User-agent: *
Dissalow: /a
disallow: /b # rien
Allow: c
Disallow: *.pdf
Disallow:
Useragent *
Sitemap: /sitemap.xml
Sitemap: https://exemple.fr/sitemap.xml
Content-Signal: search=yes
Anything: else
rien
"""


def test_lines_that_robots_pass_over_are_told(tmp_path: Path):
    home, passed = {"index.md": page("title: A")}, "les moteurs de recherche passent cette ligne"
    told = reported(write_site(tmp_path / "c", home | {"robots.txt": ROBOTS}))
    assert [line.replace(passed, "") for line in told] == [
        "?robots.txt:2 :  : « Dissalow: /a ». Écrivez Disallow: /a",
        "?robots.txt:4 :  : « Allow: c ». Écrivez un chemin : Allow: /c",
        "?robots.txt:7 :  : « Useragent * ». Écrivez User-agent: *",
        "?robots.txt:8 :  : « Sitemap: /sitemap.xml ». Écrivez son adresse entière, avec https://.",
        "?robots.txt:12 :  : « rien ». Écrivez un nom, « : » et une valeur.",
    ]
    rendered = home | {"robots.txt": "---\n---\n# Tous\nDisallow: /b\n"}
    assert reported(write_site(tmp_path / "d", rendered)) == [
        f"?robots.txt:4 : {passed} : « Disallow: /b ». Écrivez avant elle : User-agent: *"
    ]


NO_NAMES = ["3", "-1.5", "true", "oui"]


@pytest.mark.parametrize("layout", NO_NAMES)
def test_a_layout_that_is_no_name_is_told(layout: str):
    files = {f"{name}.md": page(f"title: B{name}\nlayout: {name}") for name in NO_NAMES}
    told = f"?{layout}.md:3 : le gabarit « {layout} » n'existe pas. Écrivez page, post ou default"
    found = reported_once({"index.md": page("title: A"), **files})
    assert [line for line in found if line.startswith(told)]


FOLDERS = """assets/css/custom.css/a.css contact.md/a.png b.json/c.png CNAME/a.png
favicon.ico/a.png images/a.jpg/b.png a.ics/b.png""".split()


@pytest.mark.parametrize("name", FOLDERS)
def test_folders_that_have_names_of_files_are_told(name: str):
    found = reported_once({"index.md": page("title: A"), **dict.fromkeys(FOLDERS, "")})
    told = f"?{name.rpartition('/')[0]} : c'est un dossier, et non un fichier. Renommez-le"
    assert [line for line in found if "dossier" in line and line.startswith(told)]


DATA = {
    "a.json": ("", "!a.json : ce fichier JSON ne se lit pas. Ce fichier est vide"),
    "b.geojson": (" \n", "!b.geojson : ce fichier JSON ne se lit pas. Ce fichier est vide"),
    "_data": ("a: 1\n", "?_data : « _data » n'est pas un dossier"),
    "_data/b.yml": (
        "a: {b: 1}\nb: 2\na: 3\n",
        "?_data/b.yml:3 : la clé « a » est écrite deux fois",
    ),
    "_data/c.csv": ("a,b\n1,2\n1,2,3\n", "?_data/c.csv:3 : cette ligne a 3 cases"),
    "d.json": ('{\n// a\n"b": 1}', "!d.json:2 : ce fichier JSON ne se lit pas. JSON n'a pas de"),
    "e.xml": ("<a>\n<b>Pain & vin</b></a>", "!e.xml:2 : ce fichier XML ne se lit pas. « & » s'y"),
    "_data/a.yml": ("\na: " + "[" * 99_999, "?_data/a.yml:2 : cette valeur a trop de niveaux"),
}


@pytest.mark.parametrize("name", DATA)
def test_data_that_nothing_reads_are_told(name: str, tmp_path: Path):
    text, told = DATA[name]
    found = reported(write_site(tmp_path / "c", {"index.md": page("title: A"), name: text}))
    assert [line for line in found if line.startswith(told)]


_OLD = "rss.xml data.atom logo.svg agenda.json ancien.ics photo.jpg style.css vieux.html page.php"


def test_redirections_of_any_type_are_no_diagnostic(tmp_path: Path):
    addresses = ", ".join(f"/{name}" for name in _OLD.split())
    front = f'title: "Accueil & <co>"\nredirect_from: [{addresses}]'
    content = write_site(tmp_path / "c", {"index.md": page(front, "[Flux](/rss.xml)\n")})
    assert reported(content) == []
    output = tmp_path / "output"
    assert build_site(content, output).is_ok
    assert {name for name in _OLD.split() if not (output / name).is_file()} == set()
    for name in ("rss.xml", "data.atom", "logo.svg"):  # browsers read these as XML
        root = ElementTree.fromstring((output / name).read_bytes())
        assert root.tag == "{http://www.w3.org/1999/xhtml}html"


def test_a_file_too_heavy_for_hosts_is_told_with_where_to_put_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    assert page_weights.HEAVIEST_FILE == 20_000_000
    monkeypatch.setattr(page_weights, "HEAVIEST_FILE", 2_000_000)
    begins = {"film.mp4": b"\0\0\0\x10ftypisom\0\0\0\0\0\0\0\0mdat", "plan.pdf": b"%PDF-1.7\n"}
    begins |= {"carte.bin": b"\0", "court.mp3": b"ID3", "long.mp3": b"ID3\4\0\0\0\0\0\0"}
    begins |= {"fonds.zip": b"PK\3\4", "vue.jpg": b"\xff\xd8\xff\xe0"}
    files: dict[str, str | bytes] = {
        name: start.ljust(2_000_000 + (name != "court.mp3"), b"\0")
        for name, start in begins.items()
    }
    files["index.md"] = page("title: Accueil", "\n".join(f"[Le bal]({name})" for name in begins))
    found = [
        it for it in reported_with_codes(write_site(tmp_path / "c", files)) if "fichier-lourd" in it
    ]
    told = dict(line.removeprefix("?").split(" : ", 1) for line in found)
    where = dict.fromkeys(begins, "espace de partage de fichiers, ") | {
        "film.mp4": "instance de PeerTube, ",
        "long.mp3": "plateforme d'écoute, ",
    }
    assert told.keys() == begins.keys() - {"court.mp3"}
    for name, words in told.items():
        assert "ce fichier pèse 2 Mo" in words
        assert where[name] in words


def test_a_text_too_long_to_be_read_is_told_and_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    assert heavy_pages.LONGEST_TEXT == 5_000_000
    for module in (heavy_pages, page_weights):
        monkeypatch.setattr(module, "LONGEST_TEXT", 3000)
    wrong = {
        "a.json": "[1,",
        "b.xml": "<a>",
        "c.ics": "BEGIN:VCALENDAR\r\n",
        "d.vcf": "BEGIN:VCARD\r\n",
    }
    names = [*wrong, *(f"long-{name}" for name in wrong)]
    files = {name: wrong[name.removeprefix("long-")] for name in names}
    files |= {name: text.ljust(3001) for name, text in files.items() if "long" in name}
    files["index.md"] = page("title: Accueil", "\n".join(f"[Le bal]({name})" for name in names))
    found = reported_with_codes(write_site(tmp_path / "c", files))
    told = {name: [it for it in found if it[1:].startswith(name)] for name in names}
    assert all(told[name] and "texte-demesure" not in told[name][0] for name in wrong)
    for name in names[len(wrong) :]:
        assert len(told[name]) == 1, told[name]
        assert told[name][0].endswith("coupez-le en plusieurs fichiers. [texte-demesure]")
        assert "3 ko" in told[name][0]
