"""Plugins that others wrote for Pelican, on our content: what they read, and what they add."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from pelican_support import CONTENT, built, pelican, settings_file
from support import page, read_page, write_site

pytestmark = pytest.mark.server

TEMPLATE = """{% extends "!simple/article.html" %}
{% block content %}
<p id="stats">{{ article.stats.wc }}</p>
{% set series = article.series %}
{% if series %}
<p id="series">{{ series.name }} {{ series.index }} {{ series.all|length }}</p>
{% endif %}
<p id="own">{{ article.mesure }}</p>
{{ article.content }}
{% endblock %}
"""
# Written as those that make tables of contents, summaries, related posts, buttons to share, an
# index to search and descriptions for engines are.
SHAPES = """
import json
import os
import re
from pathlib import Path

from pelican import signals
from pelican.contents import Static
from pelican.generators import Generator

BEGIN, END = "<!-- PELICAN_BEGIN_SUMMARY -->", "<!-- PELICAN_END_SUMMARY -->"

def contents_table(content):
    if not isinstance(content, Static) and content._content:
        content.toc = re.findall(r"<h2[^>]*>(.*?)</h2>", content._content)
        content._content = content._content.replace("<table", '<table class="table"')

def summary(content):
    if not isinstance(content, Static) and END in (content._content or ""):
        content._summary = content._content.split(END)[0].split(BEGIN)[-1]
        content._content = content._content.replace(BEGIN, "").replace(END, "")

def related(generator):
    for one in generator.articles:
        tags = set(map(str, getattr(one, "tags", [])))
        others = [it for it in generator.articles if it is not one]
        one.related = [it for it in others if tags & set(map(str, getattr(it, "tags", [])))]
    for _, articles in generator.categories:
        for newer, older in zip(articles, articles[1:]):
            older.next_in_category = newer

def share(generators):
    for one in generators:
        assert isinstance(one, Generator) and one.path and one.theme and one.readers.extensions
    for it in [it for one in generators for it in getattr(one, "articles", [])]:
        it.share = f"{it.settings['SITEURL']}/{it.url} {it.title}"
        for method in (it.get_content, it.get_summary):  # what others have had made is forgotten
            method.cache.pop((it, it.get_siteurl()), None)
        it.readtime = len(re.sub("<[^>]*>", "", it.content).split())

class Search(Generator):
    def generate_output(self, writer):
        found = {it.title: [
            it.share, it.readtime, it.toc, [other.title for other in it.related], it.summary,
            getattr(getattr(it, "next_in_category", None), "title", None),
        ] for it in self.context["articles"]}
        Path(self.output_path, "search.json").write_text(json.dumps(found), encoding="utf-8")

def get_generators(_):
    return Search

def rewrite(path, context):
    shown = context.get("article") or context.get("page")
    if path.endswith(".html") and shown:
        assert not {"url", "save_as"} & shown.metadata.keys(), "no file says so"
        text = Path(path).read_text(encoding="utf-8")
        mark = f'<meta name="seen" content="{len(shown.content)}"></head>'
        Path(path).write_text(text.replace("</head>", mark), encoding="utf-8")

def filter_feed(context, feed):
    feed.items[:] = [it for it in feed.items if it["title"] != "Deux"]

def register():
    signals.content_object_init.connect(contents_table)
    signals.content_object_init.connect(summary)
    signals.article_generator_finalized.connect(related)
    signals.all_generators_finalized.connect(share)
    signals.get_generators.connect(get_generators)
    signals.content_written.connect(rewrite)
    signals.feed_generated.connect(filter_feed)
"""
LONG = """<!-- PELICAN_BEGIN_SUMMARY -->
Un *début*.
<!-- PELICAN_END_SUMMARY -->

## Une suite

| a | b |
| - | - |
| 1 | 2 |
"""
SETTINGS = """
THEME = "simple"
SITEURL = "https://exemple.fr"
THEME_TEMPLATES_OVERRIDES = [{overrides!r}]
PLUGINS = [*PLUGINS, *(f"pelican.plugins.{{name}}" for name in ("statistics", "series", "sitemap"))]
PLUGINS.remove("output_files.sitemap_and_robots")
"""


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("plugins")
    (folder / "overrides").mkdir()
    (folder / "overrides" / "article.html").write_text(TEMPLATE, encoding="utf-8")
    return built(folder, SETTINGS.format(overrides=str(folder / "overrides")))


def test_one_that_reads_the_texts(output: Path):
    assert '<p id="stats">4</p>' in (output / "cuisine/2026/01/10/un.html").read_text("utf-8")


def test_one_that_changes_what_articles_know(output: Path):
    first = (output / "cuisine/2026/01/10/un.html").read_text("utf-8")
    assert '<p id="series">Recettes 1 2</p>' in first
    assert '<p id="own">12 g</p>' in first  # a member's own key
    assert '<p id="series">Recettes 2 2</p>' in (output / "2026/02/10/deux.html").read_text("utf-8")


def test_one_that_adds_a_generator_and_hears_of_each_file(output: Path):
    tree = ElementTree.parse(output / "sitemap.xml")
    found = {node.text for node in tree.iter() if node.tag.endswith("loc")}
    assert "https://exemple.fr/contact.html" in found
    assert "https://exemple.fr/cuisine/2026/01/10/un.html" in found
    assert "https://exemple.fr/agenda/2026-03-12-fete/" in found


def test_those_of_common_shapes_do_what_they_do(tmp_path: Path):
    (tmp_path / "shapes.py").write_text(SHAPES, encoding="utf-8")
    settings = f"""SITEURL = "https://exemple.fr"
FEED_ALL_ATOM = "tout.xml"
PLUGIN_PATHS.append({str(tmp_path)!r})
PLUGINS = [*PLUGINS, "shapes"]
"""
    files = {
        "_posts/2026-02-11-trois.md": page("title: Trois\ntags: [pain]", LONG),
        "_communs/sol/index.md": page("title: Sol", "Le sol.\n"),
    }
    content = write_site(tmp_path / "content", CONTENT | files)
    output = tmp_path / "output"
    told = pelican(content, "-s", settings_file(tmp_path, settings), "-o", output)
    assert told.returncode == 0 and "ERROR" not in told.stdout
    words = " ".join(told.stdout.split())  # Pelican's own feeds, and not ours, are filtered
    assert (
        "le plugin « shapes » ne reçoit que les flux que Pelican écrit, et feed.xml et "
        "agenda/feed.xml n'en sont pas. Celui du réglage FEED_ALL_ATOM en est : c'est lui que le "
        "plugin reçoit. [flux-hors-d-atteinte]"
    ) in re.sub(r" generator\.py:\d+", "", words)
    found = json.loads((output / "search.json").read_text(encoding="utf-8"))
    assert found["Trois"] == [
        "https://exemple.fr/2026/02/11/trois.html Trois",
        6, ["Une suite"], ["Deux", "Un & deux"], "<p>Un <em>début</em>.\n", None,
    ]  # fmt: skip
    assert found["Deux"][-2:] == ["<p>Du vin.</p>", "Trois"]
    own = read_page(output, "2026/02/11/trois.html")
    assert own.css_first("table.table") and own.css_first('meta[name="seen"]')
    assert "PELICAN" not in (own.html or "")
    assert "Un début." in read_page(output, "actualites/index.html").css_first("main").text()
    titles = ElementTree.parse(output / "tout.xml").iter("{http://www.w3.org/2005/Atom}title")
    assert [it.text for it in titles] == ["Un site", "La fête", "Trois", "Un & deux"]
