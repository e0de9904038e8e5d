"""No false alarm: sites that are well get no error; those of the fixtures' oddities are named."""

from pathlib import Path

import pytest

from checks_support import reported
from support import PROJECT, SITES, page, write_site

_AT_THEM = "Vérifiez l'adresse, ou retirez-la."
# What is wrong with a fixture indeed: its oddity, or a link that its test left without an end.
TRUE_ERRORS = {
    "image_names": [
        "!images/l'image : 2.png : Windows ne peut pas enregistrer ce nom, qui contient « : ». "
        "Renommez-le sans ce signe."
    ],
    "leading_slash_under_a_base_path": [
        f"!index.md:5 : l'ancre « #ancre » n'existe pas dans cette page. {_AT_THEM}",
        f"!index.md:5 : l'ancre « #là » n'existe pas dans « /contact.html ». {_AT_THEM}",
    ],
    "links_to_sources": [
        f"!index.md:4 : l'ancre « #x » n'existe pas dans « /sous/page.html ». {_AT_THEM}"
    ],
    "markdown_dialect": [
        "!index.md:45 : le texte de l'image « fête du lieu.jpg » ne dit rien d'elle : « image ». "
        "Écrivez ce que montre l'image, ou rien si elle décore."
    ],
}
# Warnings, by their beginnings.
_FIRST = "?{} : « {} » n'a pas de place dans le menu"
_OUT_OF_THE_MENU = ("cache-no.md:3", "cache.md:4", "texte.md:4")
_NO_WAY = "rien ne mène à cette page depuis l'accueil, ni menu ni lien"
TRUE_WARNINGS = {
    "menu_of_twelve": [
        _FIRST.format("aide.md:1", "Aide"),
        *(f"?{place} : {_NO_WAY}" for place in _OUT_OF_THE_MENU),
        _FIRST.format("vide.md:1", "Vide"),
    ],
    "odd_front_matter": [
        _FIRST.format("a.md:1", "2025"),
        _FIRST.format("c.md:1", "Premier titre"),
        "?f.md:4 : la clé « couleur » n'est pas suivie",
        "?f.md:5 : le gabarit « inconnu » n'existe pas",
    ],
    "collection": [
        "?_autre : ce dossier n'est pas publié",
        f"?_projects/un projet.md : {_NO_WAY}",
        "?_secrets : ce dossier n'est pas publié",
    ],
    "dates_of_posts": [f"?_posts/2020-01-01-article-7.md : {_NO_WAY}"],
    "names_with_points": [
        *(f"?_projects/{name}.md : {_NO_WAY}" for name in ("g..h", "i.")),
        "?v..w.txt : ce fichier est publié, et rien n'y mène",
    ],
    "permalink_without_slash": [f"?_posts/2024-02-02-marche.md : {_NO_WAY}"],
    "markdown_dialect": [
        "?index.md:25 : « ##Pas un titre » n'est pas un titre",
        "?index.md:35 : « **gras brut** » est lu tel quel, dans <p>",
        "?index.md:39 : « **brut aussi** » est lu tel quel, dans <div>",
        "?index.md:47 : « a@exemple.org » n'est pas un lien",
        "?index.md:47 : « http://exemple.org » n'est pas un lien",
        "?index.md:56 : le lien « là » ne dit pas où il mène",
        "?index.md:60 : « <center> » n'est plus du HTML",
        "?index.md:61 : « <font> » n'est plus du HTML",
        "?index.md:63 : la page propose un contenu de « exemple.org », qu'un clic charge",
    ],
    "post_names": [
        "?_posts/2024-05-01-deux-mots.md:3 : « categories: Vie Asso » fait 2 catégories",
        "?_posts/2999-01-01-demain.md : ce texte ne paraîtra que le 1er janvier 2999",
    ],
    "sub_folders": [
        "?a/image.png : cette image ne sert dans aucune page",
        _FIRST.format("a/sans.md:1", "Un titre ici"),
        _FIRST.format("souligne.md:1", "Souligné"),
        "?video/a.mp4 : ce fichier n'est pas ce que dit son nom : c'est un texte",
        _FIRST.format("zero.md:1", "zero"),
    ],
}


@pytest.mark.parametrize("site", sorted(folder.name for folder in SITES.iterdir()))
def test_a_site_that_builds_gets_no_error_but_true_ones(site: str):
    found = [line.replace(f"tests/sites/{site}/", "") for line in reported(SITES / site)]
    assert [line for line in found if line[0] == "!"] == TRUE_ERRORS.get(site, [])
    warnings = [line for line in found if line[0] == "?"]
    expected = TRUE_WARNINGS.get(site, [])
    assert len(warnings) == len(expected), warnings
    for line, beginning in zip(warnings, expected, strict=True):
        assert line.startswith(beginning)


@pytest.mark.server  # all its images are made
def test_the_collective_s_content_gets_no_error():
    assert [line for line in reported(PROJECT / "content") if line[0] == "!"] == []


@pytest.mark.parametrize("home", [[], ["index"]])
def test_a_site_without_a_name_publishes_no_data_without_one(home: list[str], tmp_path: Path):
    files = {f"{place}.md": page('title: ""') for place in ("b", "_posts/2026-01-01-a", *home)}
    found = reported(write_site(tmp_path / "c", files), "https://exemple.fr")
    assert [line for line in found if line[0] == "!"] == []


def test_tags_that_only_seem_to_be_in_code_have_their_line(tmp_path):
    text = "```\nouvert\n\n<a name='x'/> bal\n\n```` fin\n\n<b/> x ```\n"
    content = write_site(tmp_path / "c", {"index.md": page("title: A", text)})
    assert all(not line.startswith("!index.md :") for line in reported(content))


_RAW = "<!doctype html>\n<html lang=fr><meta charset=utf-8><title>Jeu</title>\n<h1>Jeu</h1>\n"
_NAMED = {"_config.yml": "title: Le site\n"}
_CHOICE = """<select aria-label="Choix"><option>a</option>
<hr>
<optgroup label="b"><option>b</option></optgroup></select>"""
HEALTHY = {
    "the settings of the documentation of Jekyll": {
        "_config.yml": "title: Le site\nmarkdown_ext: md\nshow_drafts: false\ndetach: false\n"
        "show_dir_listing: false\nquiet: false\nverbose: false\ncache_dir: .jekyll-cache\n"
        "livereload: false\nlivereload_port: 35729\nrdiscount:\n  extensions: []\n"
        "redcarpet:\n  extensions: []\nwebrick:\n  headers:\n    A: b\n",
        "index.md": page("title: A", "Bon.\n"),
        "a.json": '{"a": "NaN", "b": "\\"Infinity"}',
    },
    "parts of pages, and a page that leads on": {
        "index.md": page(
            "title: A", "[Le jeu](/jeu.html), [un bout](/bout.html), [C](/c.html), [D](d.html)"
        ),
        "bout.html": "<p>Un été.</p>\n",
        "jeu.html": '<!DOCTYPE html>\n<html lang="fr"><meta charset="utf-8">\n'
        '<meta http-equiv="refresh" content="0; url=/">\n<p><a href="/">L\'été</a></p>',
        "c.html": f"{_RAW}<svg viewBox='0 0 9 9'><path d='m0,0L9-9.5e1z'/></svg>"
        "<object data='a.svg'><p>Un plan</p></object><p><a href='#'>Haut de page</a></p>"
        "<select multiple title='a'><option selected>a<option selected>b</select>"
        "<label>Nom <input name='a'><input type='hidden' name='b'></label>",
        "a.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>',
        "b.css": ("@charset 'utf-16'; a { color: red }").encode("utf-16"),
        "variables.css": "@property --cd {syntax: '*'; inherits: false}\n:root {--grand: 1px}\n"
        "a {margin: var(--grand) var( --cd ) var(--grans, 2px) var(--autre); color: var(--accent)}",
        "CNAME": "www.exemple.fr\n",
        "d.html": '<!doctype html><html lang=fr><meta charset="windows-1252"><title>\xe9t\xe9'
        "</title><p><a href='/'>Le d\xe9but</a>".encode("latin-1"),
    },
    "a front page published as it is": {
        "index.html": _RAW,
        "a.md": page("title: A", "[La page d'accueil](/), [le début](index.html)"),
    },
    "pages published as they are alone": {"index.html": _RAW, "jeu/index.html": _RAW},
    "links to pages published as they are": {
        "index.md": page("title: A", "[Le jeu](/jeu/), [sa page](jeu), [la carte](/carte)"),
        "jeu/index.html": _RAW,
        "carte.html": _RAW,
    },
    "rules in a choice": {
        "index.md": page(
            "title: A", f"<p><label>Lieu {_CHOICE}</label> <span>{_CHOICE}</span></p>\n"
        ),
        "jeu.html": f"{_RAW}<h2>{_CHOICE}</h2>\n",
    },
    "a link in a drawing": {
        "index.md": page(
            "title: A", '<svg><a xlink:href="/index.html"><text y="9">Le début</text></a></svg>\n'
        )
    },
    "pages that are reached by old addresses, frames, other pages and scripts' own page": {
        "index.md": page("title: A", '[B](/vieux/)\n\n<iframe src="c.html" title="C"></iframe>\n'),
        "b.md": page("title: B\nin_menu: false\nredirect_from: /vieux/", "[D](sous/d.md)\n"),
        "c.md": page("title: C\nin_menu: false"),
        "sous/d.md": page("title: D\nin_menu: false"),
        "404.md": page("title: Perdu\nin_menu: false"),
        "mentions-legales.md": page("title: Mentions légales\nin_menu: false"),
        "seule.md": page(
            "title: E\nin_menu: false\n"
            "verification: {ignorer: [page-orpheline], raison: On y vient par une affiche.}"
        ),
    },
    "blocks in a drawing among words": {
        "jeu.html": f"{_RAW}<p><span><svg><foreignObject><div>a</div></foreignObject></svg></span>",
        "index.md": page("title: A"),
    },
}


@pytest.mark.parametrize("files", HEALTHY.values(), ids=HEALTHY)
def test_a_healthy_site_gets_no_word(files: dict[str, str], tmp_path: Path):
    assert reported(write_site(tmp_path, _NAMED | files)) == []
