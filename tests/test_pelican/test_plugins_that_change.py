"""Plugins that others wrote for Pelican, which drop articles, move them, or read them otherwise."""

import re
from pathlib import Path

import pytest

from pelican_support import CONTENT, built, pelican, settings_file
from support import page, read_page, write_site

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

def move(generator):
    for it in generator.pages:
        if new := PAGES.get(it.relative_source_path):
            it.override_url, it.override_save_as = new, new + "index.html"

PAGES = {
    "contact.md": "joindre/",
    "rejoindre.md": "adherer/",
    "mentions-legales.md": "legal/",
    "_communs/sol/index.md": "sol/",
    "_communs/sol/ami.md": "ami/",
}
signals.page_generator_finalized.connect(move)
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
SAYS = """
from pelican import signals
from pelican.urlwrappers import Category, Tag

def early(generator):
    for it in generator.articles:
        if it.title == "Deux":
            it.title = "Second"
            it.metadata["summary"] = "<p>Un vin &amp; des mots.</p>"
            it.date = it.date.replace(year=2025)
            it.tags, it.category = [Tag("cave", it.settings)], Category("Vins", it.settings)

def late(generator):
    for it in generator.articles:
        if it.title == "La fête":
            it.title = "Le bal"

def drop(generator):
    generator.pages = [it for it in generator.pages if it.title != "Contact"]
    generator.pages[-1].title = "Dessous"

signals.page_generator_finalized.connect(drop)
"""
HIDES = """
from pelican import signals
from pelican.contents import Article

def hide(content):
    if isinstance(content, Article) and content.title == "La fête":
        content.status = "draft"

def register():
    signals.content_object_init.connect(hide)
"""
WRITES = """
from pathlib import Path
from pelican import signals

class Writes:
    def __init__(self, output_path, **_):
        self.output_path = output_path

    def generate_output(self, writer):
        for name in ("robots.txt", "a-moi.txt"):
            Path(self.output_path, name).write_text("à moi", encoding="utf-8")

def register():
    signals.get_generators.connect(generator)

def generator(_):
    return Writes
"""
LATE = """
from pelican import signals

def late(generators):
    for it in [it for one in generators for it in getattr(one, "articles", ())]:
        if it.title == "Deux":
            it.override_url = it.override_save_as = "tard.html"

def register():
    signals.all_generators_finalized.connect(late)
"""
TWICE = """
from pelican import signals

def move(generator):
    for it in generator.articles:
        if it.title == "Deux":
            it.override_url = it.override_save_as = "%s"

def register():
    signals.article_generator_finalized.connect(move)
"""
NESTS = """
from pelican import Pelican, signals
from pelican.settings import configure_settings

def other(pelican):
    more = {"OUTPUT_PATH": pelican.settings["OUTPUT_PATH"] + "/oc", "DEFAULT_LANG": "oc"}
    Pelican(configure_settings({**pelican.settings, **more})).run()

def register():
    signals.get_writer.connect(other)
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
CONFIGURES = """
from pelican import signals
from pelican.readers import BaseReader

class Notebook(BaseReader):
    pass

def configure(pelican):
    pelican.settings["MARKDOWN"].setdefault("extensions", []).append("mdx_math")

def add(readers):
    readers.reader_classes["ipynb"] = Notebook

def register():
    signals.initialized.connect(configure)
    signals.readers_init.connect(add)
"""
OTHERS = {
    "_posts/2026-02-12-seul.md": page("title: Seul\ncategories: [Rare]", "Bref.\n"),
    "_evenements/2026-03-13-bal.md": page("title: Le bal\ndebut: 2026-03-13 18:30", "Danser.\n"),
}
LINKED = {
    "contact.md": page("title: Contact\nredirect_from: /vieux.html", "Écrire.\n"),
    "sous.md": page("title: Sous\nparent: Contact", "Écrire.\n"),
    "mentions-legales.md": page("title: Mentions légales\nin_menu: false", "Nous.\n"),
    "rejoindre.md": page("title: Rejoindre\nin_menu: false", "Venez.\n"),
    "_communs/sol/index.md": page("title: Sol", "Le sol.\n"),
    "_communs/sol/ami.md": page("title: Ami\nnom: Ami\nrole: partenaire", "Ami.\n"),
    "liens.md": page(
        "title: Liens\nin_menu: false",
        "[a](contact.md#ici) [b](/contact.html) [c]({filename}/contact.md) "
        "[d](/agenda/2026-03-12-fete/) [e]({% post_url 2026-02-10-deux %})\n\n"
        "{% for post in site.posts %}[{{ post.title }}]({{ post.url }}) {% endfor %}\n",
    ),
    "liens.json": '---\n---\n[{% for post in site.posts %}"{{ post.url }}"{% endfor %}]\n',
}


def plugins(folder: Path, **sources: str) -> str:
    """Write plugins in a folder, and return the settings that load them."""
    for name, source in sources.items():
        (folder / f"{name}.py").write_text(source, encoding="utf-8")
    return f"PLUGIN_PATHS.append({str(folder)!r})\nPLUGINS = [*PLUGINS, *{[*sources]!r}]\n"


def told(folder: Path, files: dict[str, str], more: str = "", **sources: str) -> tuple[int, str]:
    """Run Pelican's command with plugins; return its status and its words, on one line."""
    content = write_site(folder / "content", CONTENT | files)
    settings = settings_file(folder, more + plugins(folder, **sources))
    done = pelican(content, "-s", settings, "-o", folder / "output", at=folder)
    words = " ".join((done.stdout + done.stderr).split())
    assert "Traceback" not in words
    return done.returncode, re.sub(r" [a-z_]+\.py:\d+", "", words)


def test_lists_feed_and_sitemap_follow_what_is_dropped_and_moved(tmp_path: Path):
    more = plugins(tmp_path, drops=DROPS + REGISTER, moves=MOVES + REGISTER, makes=MAKES + REGISTER)
    output = built(tmp_path, 'SITEURL = "https://exemple.fr/projet"\n' + more, OTHERS)
    gone = ("2026/02/11/trois.html", "rare/2026/02/12/seul.html", "actualites/categories/rare/")
    moved = ("2026/02/10/deux.html", "cuisine/2026/01/10/un.html")
    now = {"ici/deuxi%C3%A8me/": "ici/deuxième/index.html", "la/un.html": "la/un.html"}
    assert not [name for name in (*gone, *moved) if (output / name).exists()]
    for listing in ("actualites/index.html", "feed.xml", "sitemap.xml"):
        text = (output / listing).read_text(encoding="utf-8")
        assert not [name for name in (*gone, *moved) if name in text], listing
        for address, name in now.items():
            assert f"/projet/{address}" in text, listing
            assert (output / name).is_file()
    for listing in ("agenda/index.html", "agenda.ics", "agenda/feed.xml", "sitemap.xml"):
        text = (output / listing).read_text(encoding="utf-8").replace("\r\n ", "")
        assert "/projet/ici/fete.html" in text, listing
        assert not re.search(r"-bal/|-fete/(?!evenement\.ics)", text), listing
    made = (output / "ne-ici.html").read_text(encoding="utf-8")
    assert "<p>Fait.</p>" in made and "Né ici</h1>" in made
    assert "https://exemple.fr/projet/ne-ici.html" in (output / "feed.xml").read_text("utf-8")
    assert "https://exemple.fr/projet/ne-ici.html" in (output / "sitemap.xml").read_text("utf-8")
    listed = [a.attributes["href"] for a in read_page(output, "actualites/index.html").css("h3 a")]
    assert listed == [f"/projet/{it}" for it in ("ici/deuxi%C3%A8me/", "ne-ici.html", "la/un.html")]
    neighbours = (output / "la/un.html").read_text(encoding="utf-8")
    assert 'rel="next" href="/projet/ne-ici.html"' in neighbours


def test_an_event_that_no_list_shows_keeps_its_page_and_its_calendar(tmp_path: Path):
    files = {"liens.md": page("title: L", "[a](/agenda/2026-03-12-fete/evenement.ics)\n")}
    output = built(tmp_path, plugins(tmp_path, hides=HIDES), OTHERS | files)
    folder = output / "agenda" / "2026-03-12-fete"
    assert sorted(it.name for it in folder.iterdir()) == ["evenement.ics", "index.html"]
    assert "La fête" in (folder / "evenement.ics").read_text(encoding="utf-8")
    for name in ("agenda/index.html", "agenda.ics", "index.html", "sitemap.xml"):
        path = output / name
        assert not path.exists() or "2026-03-12-fete" not in path.read_text(encoding="utf-8")


def test_what_is_made_for_a_page_that_is_dropped_is_not_there_either(tmp_path: Path):
    link = page("title: L", "[a](/agenda/2026-03-13-bal/evenement.ics)\n")
    _, words = told(tmp_path, OTHERS | {"liens.md": link}, drops=DROPS + REGISTER)
    assert "« /agenda/2026-03-13-bal/evenement.ics » ne mène à rien" in words


def test_a_file_of_a_plugin_that_the_site_replaces_is_told(tmp_path: Path):
    for _ in range(2):  # an earlier site is no plugin's
        status, words = told(tmp_path, {}, 'SITEURL = "https://exemple.fr"\n', writes=WRITES)
        assert status == 0
        assert (
            "un plugin écrit « /robots.txt », que le site écrit aussi : celui du site le remplace. "
            "Ne gardez qu'un des deux dans le réglage PLUGINS. [fichier-de-plugin-remplace]"
        ) in words
        assert words.count("[fichier-de-plugin-remplace]") == 1
    assert "Sitemap" in (tmp_path / "output" / "robots.txt").read_text(encoding="utf-8")
    assert (tmp_path / "output" / "a-moi.txt").read_text(encoding="utf-8") == "à moi"


def test_texts_menu_redirects_and_commons_follow_what_is_moved(tmp_path: Path):
    more = plugins(tmp_path, moves=MOVES + REGISTER)
    output = built(tmp_path, 'SITEURL = "https://exemple.fr/projet"\n' + more, LINKED)
    files = [path for end in ("html", "xml", "json", "ics") for path in output.rglob(f"*.{end}")]
    for old in ("contact.html", "rejoindre.html", "legales.html", "communs/sol", "02/10/deux.html"):
        assert not [it for it in files if old in it.read_text(encoding="utf-8")], old
    links = [a.attributes["href"] for a in read_page(output, "liens.html").css("main p a")]
    fixed = ["joindre/#ici", "joindre/", "joindre/", "ici/fete.html", "ici/deuxi%C3%A8me/"]
    assert links[:5] == [f"/projet/{it}" for it in fixed]
    assert fixed[4] in " ".join(map(str, links[5:]))
    assert "/ici/deuxi%C3%A8me/" in (output / "liens.json").read_text(encoding="utf-8")
    here = read_page(output, "joindre/index.html").css('nav [aria-current="page"]')
    assert [it.attributes["href"] for it in here] == ["/projet/joindre/"] * 2
    assert "/projet/joindre/" in (output / "vieux.html").read_text(encoding="utf-8")
    assert "/projet/legal/" in (output / "index.html").read_text(encoding="utf-8")
    for there in ("sol/", "ami/", "adherer/"):
        assert f"/projet/{there}" in (output / "communs/index.html").read_text(encoding="utf-8")


def test_lists_menu_and_texts_say_what_plugins_say_of_articles_and_pages(tmp_path: Path):
    more = 'SITEURL = "https://exemple.fr"\n' + plugins(tmp_path, says=SAYS + REGISTER)
    output = built(tmp_path, more, {it: LINKED[it] for it in ("contact.md", "sous.md")})
    own = read_page(output, "2026/02/10/deux.html")
    assert own.css_first('meta[name="description"]').attributes["content"] == "Un vin & des mots."
    for name in ("annees/2025", "categories/vins", "mots-cles/cave"):
        shown = read_page(output, f"actualites/{name}/index.html").css_first("main").text()
        assert "Second" in shown and "Un vin & des mots." in shown.replace("\xa0", " "), name
    titles = [it.text() for it in read_page(output, "actualites/index.html").css("h3")]
    assert titles == ["Trois", "Un & deux", "Second"]
    assert (
        "Deux"
        not in read_page(output, "actualites/mots-cles/pain/index.html").css_first("main").text()
    )
    for name in ("agenda.ics", "agenda/index.html", "agenda/feed.xml", "index.html"):
        text = (output / name).read_text(encoding="utf-8")
        assert "Le bal" in text and "La fête" not in text, name
    menu = [it.text() for it in read_page(output, "index.html").css("header li a")]
    assert menu == ["Dessous", "Actualités", "Agenda"]  # whose parent is no more
    assert "contact.html" not in (output / "sitemap.xml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("plugin", "message", "code"),
    [
        (
            LATE,
            "content/_posts/2026-02-10-deux.md : un plugin lui donne l'adresse « /tard.html » "
            "quand les listes et les liens sont déjà faits.",
            "adresse-deplacee-trop-tard",
        ),
        (
            TWICE % "contact.html",
            "« content/contact.md » et « content/_posts/2026-02-10-deux.md » ont la même adresse : "
            "« /contact.html ». Un plugin en est la cause",
            "adresse-en-double",
        ),
        (
            TWICE % "un.txt",
            "« content/_posts/2026-02-10-deux.md » et « content/un.txt » ont la même adresse : "
            "« /un.txt ». Un plugin en est la cause",
            "adresse-en-double",
        ),
        (
            NESTS,
            "le plugin « other » construit un autre site pendant que celui-ci est construit. "
            "Retirez-le du réglage PLUGINS",
            "plugin-second-site",
        ),
    ],
    ids=["late", "at that of a page", "at that of a file", "another site"],
)
def test_what_a_plugin_does_that_cannot_be_followed_is_told(
    tmp_path: Path, plugin: str, message: str, code: str
):
    status, words = told(tmp_path, {"un.txt": "un"}, other=plugin)
    assert status == 1 and message in words, words
    assert f"[{code}]" in words and "1 erreur :" in words


def test_a_reader_in_the_place_of_ours_is_refused_by_name(tmp_path: Path):
    status, words = told(tmp_path, {}, reads=READS)
    assert status == 1 and "KeyError" not in words
    assert (
        "un plugin donne un autre lecteur aux fichiers « .md » : « reads.Reader ». Retirez-le du "
        "réglage PLUGINS : les textes sont faits par notre lecteur de Markdown. [lecteur-remplace]"
    ) in words
    assert not (tmp_path / "output" / "index.html").exists()


def test_what_a_plugin_sets_for_readers_that_are_not_there_is_refused_by_name(tmp_path: Path):
    status, words = told(tmp_path, {"calcul.ipynb": "{}"}, configures=CONFIGURES)
    assert status == 1
    assert (
        "le réglage « MARKDOWN » de Pelican n'est pas suivi ici. "
        "Un plugin le change (configures), retirez-le du réglage PLUGINS : "
    ) in words
    assert (
        "un plugin donne un lecteur aux fichiers « .ipynb », qui sont publiés tels quels : "
        "« configures.Notebook »."
    ) in words and "[lecteur-sans-effet]" in words
