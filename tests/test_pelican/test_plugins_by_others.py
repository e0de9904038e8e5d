"""Plugins that others wrote for Pelican, on our content: what they read, and what they add."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from pelican_support import built

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
