"""Errors of templates, settings and plugins: told with their place, and never a traceback."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from site_build import BuildRequest, build
from support import PROJECT, page, write_site


@pytest.fixture
def told(tmp_path):
    """Return a function that builds a site with these settings added, and tells its errors."""
    content = write_site(tmp_path / "content", {"index.md": page("title: Accueil")})
    (tmp_path / "theme").symlink_to(PROJECT / "theme")
    (tmp_path / "plugins").symlink_to(PROJECT / "plugins")

    def tell(text: str) -> list[str]:
        settings = tmp_path / "reglages.py"
        settings.write_text(f"from pelicanconf import *\n{text}\n", encoding="utf-8")
        result = build(BuildRequest(content, tmp_path / "output", settings=settings))
        assert not (tmp_path / "output").exists()
        return [
            str(diagnostic).replace(f"{tmp_path}/", "") for diagnostic in result.diagnostics.errors
        ]

    return tell


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param(
            "PATH = (", ":2 : ces réglages ne se lisent pas : '(' was never closed.", id="syntax"
        ),
        pytest.param(
            "1/0",
            ":2 : ces réglages ne se lisent pas : ZeroDivisionError : division by zero.",
            id="raised",
        ),
        pytest.param(
            "import absent",
            ":2 : ces réglages ne se lisent pas : ModuleNotFoundError : No module named 'absent'.",
            id="import",
        ),
        pytest.param(
            "THEME = 'absent'",
            " : le thème « absent » n'existe pas. Corrigez le réglage THEME.",
            id="theme",
        ),
        pytest.param(
            "PLUGINS = [*PLUGINS, 'absent']",
            " : le plugin « absent » ne peut pas être chargé : Cannot import plugin `absent`.",
            id="plugin",
        ),
    ],
)
def test_settings_are_told_with_their_line(told, text: str, message: str):
    (diagnostic,) = told(text)
    assert diagnostic.startswith(f"reglages.py{message}")


@pytest.fixture
def theme(tmp_path, told) -> Path:
    """Give a copy of the theme's templates, to break."""
    (tmp_path / "theme").unlink()
    shutil.copytree(PROJECT / "theme", tmp_path / "theme")
    return tmp_path / "theme" / "templates"


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        pytest.param(
            "page.html",
            "<p>\n{% if %}\n",
            "page.html:2 : ce gabarit ne se lit pas : Expected",
            id="syntax",
        ),
        pytest.param(
            "feed.xml",
            "\n\n{{ 1/0 }}",
            "feed.xml:3 : ce gabarit ne se lit pas : division by zero",
            id="a feed",
        ),
        pytest.param(
            "page.html",
            "\n{% include 'absent.html' %}",
            "page.html:2 : le gabarit « absent.html » n'existe pas. Vérifiez son nom.",
            id="an included template that is missing",
        ),
    ],
)
def test_templates_are_told_with_their_line(told, theme, name: str, text: str, message: str):
    (theme / name).write_text(text, encoding="utf-8")
    (diagnostic,) = told("")
    assert diagnostic.startswith(f"theme/templates/{message}")


PLUGIN = """from pelican import signals
{}
def register():
    {}
"""


@pytest.mark.parametrize(
    ("top", "registering", "place"),
    [
        pytest.param("import absent", "pass", "2 : le plugin « broken »", id="import"),
        pytest.param("", "1/0", "4 : le plugin « broken »", id="register"),
        pytest.param("(", "pass", "2 : ce programme ne se lit pas", id="syntax"),
        pytest.param(
            "def fail(it):\n    signals.finalized.disconnect(fail)\n    1/0",
            "signals.finalized.connect(fail)",
            "4 : erreur imprévue",
            id="later",
        ),
    ],
)
def test_plugins_are_told_with_their_line(told, tmp_path, top: str, registering: str, place: str):
    name = f"broken_{abs(hash(top + registering))}"  # Python keeps modules by name
    write_site(tmp_path / "more" / name, {"__init__.py": PLUGIN.format(top, registering)})
    (diagnostic,) = told(f"PLUGIN_PATHS = ['plugins', 'more']\nPLUGINS = [*PLUGINS, {name!r}]")
    assert diagnostic.replace(name, "broken").startswith(f"more/broken/__init__.py:{place}")
