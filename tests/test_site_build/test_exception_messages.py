"""Errors of templates, settings and plugins: told with their place, and never a traceback."""

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
        start = f"from pelicanconf import *; PLUGIN_PATHS = [{str(PROJECT / 'plugins')!r}]"
        settings.write_text(f"{start}\n{text}\n", encoding="utf-8")
        result = build(BuildRequest(content, tmp_path / "output", settings=settings))
        assert not (tmp_path / "output").exists()
        return [
            diagnostic.with_code().replace(f"{tmp_path}/", "")
            for diagnostic in result.diagnostics.errors
        ]

    return tell


@pytest.mark.parametrize(
    ("text", "message", "code"),
    [
        pytest.param(
            "PATH = (",
            ":2 : ces réglages ne se lisent pas : '(' was never closed.",
            "reglages-illisibles",
            id="syntax",
        ),
        pytest.param(
            "1/0",
            ":2 : ces réglages ne se lisent pas : ZeroDivisionError : division by zero.",
            "reglages-illisibles",
            id="raised",
        ),
        pytest.param(
            "import absent",
            ":2 : ces réglages ne se lisent pas : ModuleNotFoundError : No module named 'absent'.",
            "reglages-illisibles",
            id="import",
        ),
        pytest.param(
            "THEME = 'absent'",
            " : le thème « absent » n'existe pas. Corrigez le réglage THEME.",
            "theme-absent",
            id="theme",
        ),
        pytest.param(
            "PLUGINS = [*PLUGINS, 'absent']",
            " : le plugin « absent » ne peut pas être chargé : Cannot import plugin `absent`.",
            "plugin-non-charge",
            id="plugin",
        ),
    ],
)
def test_settings_are_told_with_their_line(told, text: str, message: str, code: str):
    (diagnostic,) = told(text)
    assert diagnostic.startswith(f"reglages.py{message}")
    assert diagnostic.endswith(f"[{code}]")


def test_settings_that_are_not_there(tmp_path):
    content = write_site(tmp_path / "content", {"index.md": page("title: Accueil")})
    settings = tmp_path / "reglages.py"
    (diagnostic,) = build(BuildRequest(content, settings=settings)).diagnostics.errors
    assert (diagnostic.path, diagnostic.code) == (str(settings), "reglages-absents")


def test_a_site_that_no_plugin_reads(told):
    assert told("PLUGINS = PLUGINS[:1]") == [
        "reglages.py : le plugin « jekyll.plugin » n'est pas dans le réglage PLUGINS, et tout le "
        "site s'en sert. Ajoutez-le à ce réglage. [plugin-manquant]"
    ]
    (again,) = told("PLUGINS = [*PLUGINS[:2]]")  # of another length: Python keeps it compiled
    assert again.startswith("le plugin « page_parts.theme_assets » n'est pas dans le réglage")


@pytest.fixture
def theme(tmp_path, told) -> Path:
    """Give a copy of the theme's templates, to break."""
    (tmp_path / "theme").unlink()
    shutil.copytree(PROJECT / "theme", tmp_path / "theme")
    return tmp_path / "theme" / "templates"


@pytest.mark.parametrize(
    ("name", "text", "message", "code"),
    [
        pytest.param(
            "page.html",
            "<p>\n{% if %}\n",
            "page.html:2 : ce gabarit ne se lit pas : Expected",
            "theme-gabarit-illisible",
            id="syntax",
        ),
        pytest.param(
            "feed.xml",
            "\n\n{{ 1/0 }}",
            "feed.xml:3 : ce gabarit s'est arrêté pendant qu'il était rempli : division by zero",
            "theme-gabarit-en-panne",
            id="a feed",
        ),
        pytest.param(
            "page.html",
            "\n\n{{ site.perdu.nom }}",
            "page.html:3 : ce gabarit s'est arrêté pendant qu'il était rempli : 'jekyll",
            "theme-gabarit-en-panne",
            id="an attribute of nothing",
        ),
        pytest.param(
            "page.html",
            "\n{% include 'absent.html' %}",
            "page.html:2 : le gabarit « absent.html » n'existe pas. Vérifiez son nom.",
            "theme-gabarit-absent",
            id="an included template that is missing",
        ),
    ],
)
def test_templates_are_told_with_their_line(told, theme, name, text, message, code):
    (theme / name).write_text(text, encoding="utf-8")
    (diagnostic,) = told("")
    assert diagnostic.startswith(f"theme/templates/{message}")
    assert diagnostic.endswith(f"[{code}]")


PLUGIN = """from pelican import signals
{}
def register():
    {}
"""
CRASHED = "more/broken/__init__.py:4 : le plugin « broken » s'est arrêté sur une erreur :"
LATER = """def fail(it):
    signals.finalized.disconnect(fail)
    {}"""
# As if it were of no plugin.
ELSEWHERE = """
names = {**globals(), "__name__": "elsewhere"}
names["fail"] = fail = type(fail)(fail.__code__, names)"""


def told_of_plugin(told, tmp_path: Path, top: str, registering: str) -> str:
    """Return what is told of a site with a plugin, which is named « broken »."""
    name = f"broken_{abs(hash(top + registering))}"  # Python keeps modules by name
    write_site(tmp_path / "more" / name, {"__init__.py": PLUGIN.format(top, registering)})
    (diagnostic,) = told(f"PLUGIN_PATHS = ['plugins', 'more']\nPLUGINS = [*PLUGINS, {name!r}]")
    return diagnostic.replace(name, "broken")


@pytest.mark.parametrize(
    ("top", "registering", "place", "code"),
    [
        pytest.param(
            "import absent", "pass", "2 : le plugin « broken »", "plugin-non-charge", id="import"
        ),
        pytest.param("", "1/0", "4 : le plugin « broken »", "plugin-non-charge", id="register"),
        pytest.param("(", "pass", "2 : ce programme ne", "programme-illisible", id="syntax"),
    ],
)
def test_plugins_are_told_with_their_line(told, tmp_path, top, registering, place, code):
    diagnostic = told_of_plugin(told, tmp_path, top, registering)
    assert diagnostic.startswith(f"more/broken/__init__.py:{place}")
    assert diagnostic.endswith(f"[{code}]")


@pytest.mark.parametrize(
    ("doing", "told_first", "code"),
    [
        ("1/0", f"{CRASHED} ZeroDivisionError : division by zero.", "plugin-en-panne"),
        ("import absent", f"{CRASHED} ModuleNotFoundError : No module", "plugin-en-panne"),
        ("raise OSError(13, '', 'a')", f"{CRASHED} PermissionError : ", "plugin-en-panne"),
        (f"1/0{ELSEWHERE}", "more/broken/__init__.py:4 : erreur imprévue", "erreur-imprevue"),
        (f"import absent{ELSEWHERE}", "more/broken/__init__.py:4 : un module", "module-non-charge"),
        (f"open('/a'){ELSEWHERE}", "/a : ce fichier ne peut", "fichier-inaccessible"),
        ("raise MemoryError", "la mémoire ne suffit pas", "memoire-insuffisante"),
        ("raise OSError(28, '')", "le disque est plein", "disque-plein"),
        ("import logging; logging.error('Oups')", "Pelican signale « Oups »", "pelican-signale"),
    ],
)
def test_what_goes_wrong_later_is_told(told, tmp_path, doing: str, told_first: str, code: str):
    top = LATER.format(doing)
    diagnostic = told_of_plugin(told, tmp_path, top, "signals.finalized.connect(fail)")
    assert diagnostic.startswith(told_first)
    is_suspected = "Essayez sans broken dans le réglage PLUGINS." in diagnostic
    assert is_suspected is (code == "erreur-imprevue")
    assert diagnostic.endswith(f"[{code}]")
