"""Plugins that others wrote for Pelican, which drop articles, move them, or read them otherwise."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pelican_support import CONTENT, built, pelican, settings_file
from support import page, write_site

pytestmark = pytest.mark.server

DROPS = """
from pelican import signals

def early(generator):
    generator.articles = [it for it in generator.articles if it.title not in ("Trois", "Le bal")]

def late(generator):
    for it in [it for it in generator.articles if it.title == "Seul"]:
        generator.articles.remove(it)
"""
MOVES = """
from pelican import signals

def early(generator):
    for it in generator.articles:
        if it.title == "Deux":
            it.override_url, it.override_save_as = "ici/deuxième/", "ici/deuxième/index.html"

def late(generator):
    for it in generator.articles:
        if it.title == "La fête":
            it.override_url = it.override_save_as = "ici/fete.html"
        if it.title.startswith("Un "):
            it.override_save_as = "la/un.html"
"""
REGISTER = """
def register():
    signals.article_generator_pretaxonomy.connect(early)
    signals.article_generator_finalized.connect(late)
"""
MAKES = """
from datetime import datetime
from pelican import signals
from pelican.contents import Article

def early(generator):
    known = {"title": "Né ici", "date": datetime(2026, 2, 1), "slug": "ne-ici"}
    made = Article("<p>Fait.</p>", known, settings=generator.settings, context=generator.context)
    generator.articles.append(made)

def late(generator):
    pass
"""
READS = """
from pelican import signals
from pelican.readers import BaseReader

class Reader(BaseReader):
    def read(self, path):
        return "", {"title": "Autre", "date": "2026-01-01"}

def replace(readers):
    readers.reader_classes["md"] = Reader

def register():
    signals.readers_init.connect(replace)
"""
OTHERS = {
    "_posts/2026-02-12-seul.md": page("title: Seul\ncategories: [Rare]", "Bref.\n"),
    "_evenements/2026-03-13-bal.md": page("title: Le bal\ndebut: 2026-03-13 18:30", "Danser.\n"),
}


def plugins(folder: Path, **sources: str) -> str:
    """Write plugins in a folder, and return the settings that load them."""
    for name, source in sources.items():
        (folder / f"{name}.py").write_text(source, encoding="utf-8")
    return f"PLUGIN_PATHS.append({str(folder)!r})\nPLUGINS = [*PLUGINS, *{[*sources]!r}]\n"


def test_lists_feed_and_sitemap_follow_what_is_dropped_and_moved(tmp_path: Path):
    more = plugins(tmp_path, drops=DROPS + REGISTER, moves=MOVES + REGISTER, makes=MAKES + REGISTER)
    output = built(tmp_path, 'SITEURL = "https://exemple.fr/projet"\n' + more, OTHERS)
    gone = ("2026/02/11/trois.html", "rare/2026/02/12/seul.html", "actualites/categories/rare/")
    moved = ("2026/02/10/deux.html", "cuisine/2026/01/10/un.html")
    now = {"ici/deuxi%C3%A8me/": "ici/deuxième/index.html", "la/un.html": "la/un.html"}
    assert not [name for name in (*gone, *moved) if (output / name).exists()]
    for told in ("actualites/index.html", "feed.xml", "sitemap.xml"):
        text = (output / told).read_text(encoding="utf-8")
        assert not [name for name in (*gone, *moved) if name in text], told
        for address, name in now.items():
            assert f"/projet/{address}" in text, told
            assert (output / name).is_file()
    for told in ("agenda/index.html", "agenda.ics", "agenda/feed.xml", "sitemap.xml"):
        text = (output / told).read_text(encoding="utf-8").replace("\r\n ", "")
        assert "/projet/ici/fete.html" in text, told
        assert not re.search(r"-bal/|-fete/(?!evenement\.ics)", text), told
    made = (output / "ne-ici.html").read_text(encoding="utf-8")
    assert "<p>Fait.</p>" in made and "Né ici</h1>" in made
    assert "https://exemple.fr/projet/ne-ici.html" in (output / "feed.xml").read_text("utf-8")
    neighbours = (output / "la/un.html").read_text(encoding="utf-8")
    assert 'rel="next" href="/projet/ici/deuxi%C3%A8me/"' in neighbours


def test_a_reader_in_the_place_of_ours_is_refused_by_name(tmp_path: Path):
    content = write_site(tmp_path / "content", CONTENT)
    settings = settings_file(tmp_path, plugins(tmp_path, reads=READS))
    done = pelican(content, "-s", settings, "-o", tmp_path / "output")
    told = " ".join((done.stdout + done.stderr).split())
    assert done.returncode == 1
    assert (
        "un plugin donne un autre lecteur aux fichiers « .md » : « reads.Reader ». Retirez-le du "
        "réglage PLUGINS : les textes sont faits par notre lecteur de Markdown. [lecteur-remplace]"
    ) in told
    assert "KeyError" not in told and "Traceback" not in told
    assert not (tmp_path / "output" / "index.html").exists()
