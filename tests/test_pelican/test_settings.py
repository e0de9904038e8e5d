"""Each setting of Pelican's is followed, or refused by name."""

import re
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from pelican.settings import DEFAULT_CONFIG, configure_settings, read_settings

from core.diagnostics import Diagnostics
from jekyll.plugin.plugin_order import report_wrong_order
from jekyll.plugin.refused_settings import (
    OF_ITS_COMMAND,
    WHY,
    report_refused_settings,
    report_unled_addresses,
)
from jekyll.plugin.run_options import RunOptions
from jekyll.plugin.wrong_values import report_wrong_values
from pelican_support import CONTENT, pelican, settings_file
from site_build import BuildRequest, build, pelican_run
from support import PROJECT, page, write_site

REFUSED = "reglage-pelican-non-suivi"
# What follows those that are not refused.
FOLLOWED = {
    "Pelican itself": """PATH THEME OUTPUT_PATH PLUGINS PLUGIN_PATHS LOCALE LOG_FILTER PORT BIND
        JINJA_FILTERS JINJA_GLOBALS JINJA_TESTS JINJA_ENVIRONMENT THEME_TEMPLATES_OVERRIDES
        TEMPLATE_EXTENSIONS THEME_STATIC_DIR THEME_STATIC_PATHS OUTPUT_SOURCES
        OUTPUT_SOURCES_EXTENSION DELETE_OUTPUT_DIRECTORY STATIC_CHECK_IF_MODIFIED
        STATIC_EXCLUDE_SOURCES""",
    "its generators": """ARTICLE_ORDER_BY PAGE_ORDER_BY ARTICLE_TRANSLATION_ID PAGE_TRANSLATION_ID
        NEWEST_FIRST_ARCHIVES REVERSE_CATEGORY_ORDER DIRECT_TEMPLATES TEMPLATE_PAGES INDEX_SAVE_AS
        FEED_ALL_ATOM CATEGORY_FEED_ATOM AUTHOR_FEED_ATOM AUTHOR_FEED_RSS TRANSLATION_FEED_ATOM
        FEED_MAX_ITEMS RSS_FEED_SUMMARY_ONLY FEED_APPEND_REF YEAR_ARCHIVE_URL YEAR_ARCHIVE_SAVE_AS
        MONTH_ARCHIVE_URL MONTH_ARCHIVE_SAVE_AS DAY_ARCHIVE_URL DAY_ARCHIVE_SAVE_AS""",
    "its contents": """DEFAULT_LANG DEFAULT_DATE_FORMAT DATE_FORMATS CATEGORY_URL CATEGORY_SAVE_AS
        TAG_URL TAG_SAVE_AS AUTHOR_URL AUTHOR_SAVE_AS SLUG_REGEX_SUBSTITUTIONS
        SLUGIFY_USE_UNICODE SLUGIFY_PRESERVE_CASE""",
    "our writer": "DEFAULT_PAGINATION DEFAULT_ORPHANS PAGINATED_TEMPLATES PAGINATION_PATTERNS",
    "jekyll.plugin": """SITEURL DEFAULT_CATEGORY USE_FOLDER_AS_CATEGORY SUMMARY_MAX_LENGTH
        SUMMARY_END_SUFFIX""",
    "themes": "CSS_FILE DISPLAY_PAGES_ON_MENU DISPLAY_CATEGORIES_ON_MENU",
}
OTHERWISE_REFUSED = {"ARTICLE_EXCLUDES", "PAGE_EXCLUDES", "CACHE_PATH"}


def test_none_of_its_settings_is_forgotten():
    followed = {name for names in FOLLOWED.values() for name in names.split()}
    refused = WHY.keys() | OF_ITS_COMMAND.keys() | OTHERWISE_REFUSED
    assert followed & refused == set()
    assert DEFAULT_CONFIG.keys() - followed - refused == set(), "followed by what, or refused?"
    assert followed - DEFAULT_CONFIG.keys() == set(), "Pelican no longer has these"


def ours(**given: Any) -> dict[str, Any]:
    """Return our settings, and some that are given."""
    override = {"PATH": str(PROJECT / "content"), **given}
    settings: dict[str, Any] = read_settings(str(PROJECT / "pelicanconf.py"), override=override)
    return settings


def refused(**given: Any) -> list[str]:
    """Return the names of the settings that are refused, of ours and of some that are given."""
    diagnostics = Diagnostics()
    report_refused_settings(ours(**given), diagnostics, is_pelican_s_own=False)
    codes = {"reglage-pelican-non-suivi", "reglage-pelican-une-adresse"}
    assert {it.code for it in diagnostics.found} <= codes
    return [it.message.split("« ")[1].split(" »")[0] for it in diagnostics.found]


@pytest.mark.parametrize(
    "given",
    [
        *({name: ["x"]} for name in ("ARTICLE_EXCLUDES", "PAGE_EXCLUDES", "OUTPUT_RETENTION")),
        *({"CACHE_PATH": f"/ailleurs/{name}"} for name in ("a-part", "cache", ".cache")),
        {"SITENAME": "Un site"},
        {"READERS": {"html": None}},
        {"INTRASITE_LINK_REGEX": "[(](?P<what>.*?)[)]"},
        {"FORMATTED_FIELDS": ["summary", "note"]},
        {"PELICAN_CLASS": "ailleurs.Pelican"},
        {"FEED_ALL_ATOM_URL": "flux.xml"},
        {"TAG_FEED_RSS_URL": "mots/{slug}.xml"},
        {"DRAFT_PAGE_LANG_URL": "{slug}"},
        {"TAG_SAVE_AS": "mots/tous.html"},
        {"CATEGORY_FEED_ATOM": "tout.xml"},
        {"AUTHOR_SAVE_AS": "{author}.html"},
        {"TRANSLATION_FEED_RSS": "flux.xml"},
        {"MONTH_ARCHIVE_SAVE_AS": "archives/{date:%m}.html"},
        {"DAY_ARCHIVE_SAVE_AS": "archives/{date:%Y-%m}.html"},
        {"YEAR_ARCHIVE_SAVE_AS": "archives/{year}.html"},
    ],
    ids=str,
)
def test_one_that_is_given_is_refused_by_name(given: dict[str, Any]):
    assert refused(**given) == [*given]


@pytest.mark.parametrize(
    ("name", "form", "example"),
    [
        ("TAG_SAVE_AS", "mots/tous.html", "mots/{slug}.html"),
        ("CATEGORY_FEED_ATOM", "{nom}/flux.xml", "{slug}.xml"),
        ("MONTH_ARCHIVE_SAVE_AS", "archives/{date:%m}", "archives/{date:%Y}/{date:%m}.html"),
    ],
)
def test_one_address_for_many_pages_is_told_with_one_that_has_each(
    name: str, form: str, example: str
):
    diagnostics = Diagnostics()
    report_refused_settings(ours(**{name: form}), diagnostics, is_pelican_s_own=True)
    assert [str(it) for it in diagnostics.found] == [
        f"le réglage « {name} » de Pelican ne donne pas une adresse à chaque page : « {form} ». "
        f"Écrivez par exemple « {example} »."
    ]
    diagnostics = Diagnostics()
    report_refused_settings(ours(**{name: example}), diagnostics, is_pelican_s_own=True)
    assert not diagnostics.found


@pytest.mark.parametrize(
    ("given", "hint"),
    [
        (
            {"TAG_URL": "mots/{slug}.html"},
            "Donnez aussi TAG_SAVE_AS, ou retirez-le : sans lui, ces pages ne sont pas faites.",
        ),
        (
            {"AUTHOR_URL": "{slug}/", "AUTHOR_SAVE_AS": "auteurs/{slug}/index.html"},
            "AUTHOR_SAVE_AS fait ces pages ailleurs : écrivez « auteurs/{slug}/ ».",
        ),
        *(
            ({"CATEGORY_URL": url, "CATEGORY_SAVE_AS": file}, None)
            for url, file in (
                ("categories.html#{slug}", ""),
                ("https://exemple.org/{slug}", ""),
                ("sujets/", ""),
                ("/c/{slug}", "c/{slug}.html"),
                ("c/{slug}", "c/{slug}/index.html"),
                ("category/{slug}.html", "c/{slug}.html"),
            )
        ),
        (
            {"MONTH_ARCHIVE_URL": "{date:%Y}/{date:%m}/"},
            "Donnez aussi MONTH_ARCHIVE_SAVE_AS, ou retirez-le : sans lui, il ne sert à rien.",
        ),
        (
            {"TAGS_SAVE_AS": "mots.html"},
            "Ajoutez « tags » au réglage DIRECT_TEMPLATES, ou retirez-le.",
        ),
        ({"TAGS_SAVE_AS": "mots.html", "DIRECT_TEMPLATES": ["tags"]}, None),
    ],
)
def test_addresses_of_lists_go_with_the_files_that_are_written(given, hint: str | None):
    diagnostics = Diagnostics()
    report_unled_addresses(ours(**given), diagnostics)
    start = f"le réglage « {next(iter(given))} » de Pelican n'est pas suivi ici."
    assert [str(it) for it in diagnostics.found] == ([f"{start} {hint}"] if hint else [])


def test_what_pelican_fills_by_itself_is_not_refused():
    assert refused() == refused(ARTICLE_EXCLUDES=["pages"], PAGE_EXCLUDES=[""]) == []
    filled = configure_settings({**DEFAULT_CONFIG, "ARTICLE_EXCLUDES": [], "PAGE_EXCLUDES": []})
    assert (filled["ARTICLE_EXCLUDES"], filled["PAGE_EXCLUDES"]) == (["pages"], [""])


def test_a_plugin_before_one_that_it_needs_or_without_it_is_refused_by_name():
    names = ("one", "other", "needs", "pelican.plugins.i18n_subsites")
    one, other, needs, nests = (ModuleType(name) for name in names)
    needs.AFTER, needs.NEEDS = ("one", "absent"), ("one", "lacking")
    needs.INSTEAD_OF = ("other", "absent")
    diagnostics = Diagnostics()
    plugins = [needs, other, one, nests]
    settings = {"PLUGINS": [it.__name__ for it in plugins], "I18N_SUBSITES": {"en": {}}}
    report_wrong_order(settings, plugins, diagnostics)
    codes = ["reglage-pelican-non-suivi", "plugin-trop-tot", "plugin-manquant", "plugin-en-double"]
    assert [it.code for it in diagnostics.found] == [*codes, "plugin-second-site"]
    assert str(diagnostics.found[1]) == (
        "le plugin « needs » vient avant « one », dont il se sert. "
        "Dans le réglage PLUGINS, mettez-le après."
    )
    assert str(diagnostics.found[2]) == (
        "le plugin « lacking » n'est pas dans le réglage PLUGINS, et « needs » s'en sert. "
        "Ajoutez-le à ce réglage."
    )
    assert str(diagnostics.found[3]) == (
        "les plugins « other » et « needs » font le même travail, et le premier ne trouve plus "
        "rien de ce qu'il cherche. Retirez « other » du réglage PLUGINS."
    )


TAKES = """THEME = "simple"
DIRECT_TEMPLATES = ["index", "archives"]
CATEGORY_SAVE_AS = "actualites/categories/{slug}/index.html"
FEED_ALL_ATOM = FEED_ALL_RSS = "flux.xml"
FEED_ATOM = "agenda/feed.xml"
TAG_SAVE_AS = "mots/{slug}.html"
YEAR_ARCHIVE_SAVE_AS = "{date:%Y}/index.html"
"""


def test_what_pelican_writes_at_the_address_of_something_else_is_told(tmp_path: Path):
    files = {"archives.md": page("title: A\nredirect_from: /mots/pain.html"), "2026/index.html": ""}
    content = write_site(tmp_path / "content", CONTENT | files)
    done = build(BuildRequest(content, tmp_path / "output", "", settings_file(tmp_path, TAKES)))
    end = " Changez ce réglage."
    assert [str(it).replace(f"{tmp_path}/", "") for it in done.diagnostics.errors] == [
        f"le réglage « {name} » de Pelican et {other} ont la même adresse : « {address} ».{end}"
        for name, other, address in (
            ("ARCHIVES_SAVE_AS", "« content/archives.md »", "/archives.html"),
            ("CATEGORY_SAVE_AS", "la liste des actualités", "/actualites/categories/cuisine/"),
            ("FEED_ALL_ATOM", "le réglage « FEED_ALL_RSS »", "/flux.xml"),
            ("FEED_ATOM", "le flux de l'agenda", "/agenda/feed.xml"),
            ("INDEX_SAVE_AS", "« content/index.md »", "/"),
            ("TAG_SAVE_AS", "une redirection de « content/archives.md »", "/mots/pain.html"),
            ("YEAR_ARCHIVE_SAVE_AS", "« content/2026/index.html »", "/2026/"),
        )
    ]


FOLDERS = {
    "_posts/jardin/2026-01-11-radis.md": page("title: Radis"),
    "_posts/jardin/2026-01-12-pain.md": page("title: Pain\ncategories: [Cuisine]"),
    "_evenements/chantiers/2026-03-13-mur.md": page("title: Mur\ndebut: 2026-03-13 10:00"),
}


@pytest.mark.parametrize("theme", ["", 'THEME = "simple"\nCATEGORY_SAVE_AS = "c/{slug}.html"\n'])
def test_a_folder_names_the_category_of_its_articles_when_asked(tmp_path: Path, theme: str):
    content = write_site(tmp_path / "content", CONTENT | FOLDERS)

    def built(asked: str) -> tuple[dict[str, bool], set[str]]:
        settings, output = settings_file(tmp_path, theme + asked), tmp_path / "output"
        done = build(BuildRequest(content, output, "", settings))
        assert not done.diagnostics.found
        lists = "c/{}.html" if theme else "actualites/categories/{}/index.html"
        categories = ("jardin", "cuisine", "chantiers", "posts", "actualites")
        written = {it.relative_to(output).as_posix() for it in output.rglob("*.html")}
        shown = {it: lists.format(it) in written for it in categories}
        return shown, {it for it in written if not it.startswith(("c/", "actualites/"))}

    without, addresses = built("")
    assert without == {
        "jardin": False, "cuisine": True, "chantiers": False, "posts": False,
        "actualites": bool(theme),
    }  # fmt: skip
    asked = without | {"jardin": True, "chantiers": bool(theme)}
    assert built("USE_FOLDER_AS_CATEGORY = True\n") == (asked, addresses)


@pytest.mark.parametrize(
    ("more", "config", "told"),
    [
        ('CSS_FILE = "rouge.css"', "", ["theme-style-absent"]),
        ('CSS_FILE = "main.css"', "", []),
        ('CSS_FILE = ""', "", []),
        ('CSS_FILE = "main.css"\nTHEME = "notmyidea"', "", []),
        ('CSS_FILE = "rouge.css"\nTHEME = "notmyidea"', "", ["theme-style-absent"]),
        ('CSS_FILE = "rouge.css"\nTHEME = str(PROJECT / "theme")', "", [REFUSED]),
        ('FEED_ALL_ATOM = "flux.xml"', "", ["flux-sans-adresse"]),
        ('FEED_ALL_ATOM = "flux.xml"', "url: https://exemple.fr\n", []),
        ('FEED_ALL_ATOM = "flux.xml"\nSITEURL = "https://exemple.fr"', "", []),
        ('FEED_ALL_ATOM = "flux.xml"\nFEED_DOMAIN = "https://exemple.fr"', "", []),
    ],
)
def test_what_pelican_judges_before_the_site_is_read(tmp_path, more, config, told):
    files = {"_config.yml": CONTENT["_config.yml"] + config}
    content = write_site(tmp_path / "content", CONTENT | files)
    settings = settings_file(tmp_path, f'THEME = "simple"\n{more}\n')
    done = build(BuildRequest(content, tmp_path / "output", "", settings))
    assert [it.code for it in done.diagnostics.found] == told


@pytest.mark.parametrize(
    ("given", "instead"),
    [
        ({"DEFAULT_PAGINATION": "10"}, "un nombre entier"),
        ({"FEED_MAX_ITEMS": 2.5}, "un nombre entier"),
        ({"DEFAULT_CATEGORY": None}, "un nom"),
        (
            {"SITEURL": "."},
            "une adresse : « https://exemple.fr » ou « https://exemple.fr/dossier »",
        ),
        ({"FEED_ALL_ATOM": "/flux/a.xml"}, "une adresse dans le site : « flux/a.xml »"),
        ({"TAG_SAVE_AS": "../{slug}.html"}, "une adresse dans le site : « {slug}.html »"),
        ({"TEMPLATE_EXTENSIONS": [".j2"]}, "une liste où soit « .html » : nos gabarits finissent"),
        ({"THEME_TEMPLATES_OVERRIDES": ["/nulle/part"]}, "des dossiers qui existent"),
        ({"TAG_REGEX_SUBSTITUTIONS": [("(", "")]}, "des couples d'une expression rationnelle"),
        *(
            (given, None)
            for given in (
                {},
                {"DEFAULT_PAGINATION": False, "FEED_MAX_ITEMS": 5, "SUMMARY_MAX_LENGTH": None},
                {"SITEURL": "https://exemple.fr/dossier", "FEED_ALL_RSS": "flux/..a.xml"},
                {"SITEURL": "/dossier", "TAG_SAVE_AS": "mots/{slug}.html", "INDEX_SAVE_AS": ""},
                {"TEMPLATE_EXTENSIONS": [".j2", ".html"], "THEME_TEMPLATES_OVERRIDES": ["tests"]},
                {"SLUG_REGEX_SUBSTITUTIONS": [(r"[^\\w\\s-]", ""), ["C\\+\\+", "cpp"]]},
            )
        ),
    ],
    ids=str,
)
def test_a_value_that_a_setting_cannot_have_is_told_with_what_to_give(given, instead: str | None):
    diagnostics = Diagnostics()
    report_wrong_values(ours(**given), diagnostics)
    told = [str(it) for it in diagnostics.found]
    if instead is None:
        assert told == []
        return
    [(name, value)] = given.items()
    start = f"le réglage « {name} » de Pelican ne peut pas être {value!r}. Donnez {instead}"
    assert len(told) == 1 and told[0].startswith(start)
    assert diagnostics.found[0].code == "reglage-pelican-impossible"


@pytest.mark.parametrize(
    ("more", "taken"),
    [
        ('JINJA_FILTERS = {"iso": str, "mien": str}', [("JINJA_FILTERS", "iso")]),
        (
            'JINJA_GLOBALS = {"site": 1, "asset": 2}\nTHEME = str(PROJECT / "theme")',
            [("JINJA_GLOBALS", "site"), ("JINJA_GLOBALS", "asset")],
        ),
        ('JINJA_GLOBALS = {"mien": 1}\nJINJA_TESTS = {"odd": bool}', []),
    ],
)
def test_a_name_that_templates_have_already_is_told(tmp_path: Path, more: str, taken):
    content = write_site(tmp_path / "content", CONTENT)
    settings = settings_file(tmp_path, f'THEME = "simple"\n{more}\n')
    done = build(BuildRequest(content, tmp_path / "output", "", settings))
    assert {it.code for it in done.diagnostics.found} <= {"reglage-pelican-nom-pris"}
    assert [it.message for it in done.diagnostics.found] == [
        f"le réglage « {name} » donne « {key} », que les gabarits ont déjà d'un plugin"
        for name, key in taken
    ]


ARTICLE = "« slug », ou une clé qu'ont tous les fichiers : content/_evenements/2026-03-12-fete.md"
PAGE = "« slug », ou une clé qu'ont tous les fichiers : content/contact.md"


@pytest.mark.server
@pytest.mark.parametrize(
    ("more", "told"),
    [
        ('ARTICLE_TRANSLATION_ID = "mesure"', f"Donnez {ARTICLE} n'a pas « mesure »."),
        ('PAGE_TRANSLATION_ID = ["slug", "mesure"]', f"Donnez {PAGE} n'a pas « mesure »."),
        ("ARTICLE_TRANSLATION_ID = 5", "Donnez « slug », ou une clé dont la valeur est un texte."),
        ('ARTICLE_PERMALINK_STRUCTURE = "x"', "Retirez-le : les adresses sont celles de Jekyll"),
        ("TAG_SUBSTITUTIONS = TAG_REGEX_SUBSTITUTIONS = []", "Setting both SLUG_REGEX"),
        ('ARTICLE_TRANSLATION_ID = "slug"\nPAGE_TRANSLATION_ID = ("slug", "title")', ""),
        ("ARTICLE_PERMALINK_STRUCTURE = None", ""),
    ],
)
def test_what_pelican_would_stop_at_is_told_by_the_name_of_the_setting(tmp_path, more, told):
    content = write_site(tmp_path / "content", CONTENT)
    settings = settings_file(tmp_path, f"{more}\n")
    done = build(BuildRequest(content, tmp_path / "output", "", settings))
    said = pelican(content, "-s", settings, "-o", tmp_path / "other")
    heard = " ".join(re.sub(r" \w+\.py:\d+", "", said.stdout + said.stderr).split())
    assert said.returncode == bool(told) and "Traceback" not in heard
    if not told:
        assert not done.diagnostics.found
        return
    (found,) = done.diagnostics.found
    name = more.partition(" ")[0] if "SUBSTITUTIONS" not in more else "SLUG_SUBSTITUTIONS"
    for words in (name, told):
        assert words in str(found).replace(f"{tmp_path}/", "")
        assert words in heard.replace(f"{tmp_path}/", "")


@pytest.mark.parametrize(
    ("more", "output", "told"),
    [
        ("", "output", []),
        ('OUTPUT_PATH = "output/"\nPATH = str(PROJECT / "content")', "output", []),
        ('OUTPUT_PATH = "public"\nPATH = "textes"', "output", ["PATH", "OUTPUT_PATH"]),
        ('OUTPUT_PATH = "public"', "ailleurs", []),
    ],
)
def test_folders_that_our_commands_do_not_follow_are_told(tmp_path, more, output, told):
    options = RunOptions("content")
    settings = settings_file(tmp_path, more)
    request = BuildRequest(output=PROJECT / output, settings=settings)
    pelican_run._settings(request, tmp_path, options)
    found = options.diagnostics.found
    assert [it.message.split("« ")[1].split(" »")[0] for it in found] == told
    assert {it.code for it in found} <= {"reglage-pelican-dossier"}


def test_what_our_theme_cannot_follow_is_refused_and_the_rest_built(tmp_path: Path):
    posts = {f"_posts/2026-01-0{day}-a.md": page(f"title: N{day}") for day in range(1, 4)}
    content = write_site(tmp_path / "content", {"index.md": page("title: Accueil"), **posts})
    output = tmp_path / "output"

    def built(more: str) -> list[str]:
        settings = settings_file(tmp_path, more)
        return [
            it.message
            for it in build(BuildRequest(content, output, "", settings)).diagnostics.found
        ]

    wrong = 'DEFAULT_LANG = "oc"\nTHEME_STATIC_DIR = "habits"\nTHEME_STATIC_PATHS = ["images"]\n'
    assert [it.split("« ")[1].split(" »")[0] for it in built(wrong)] == [
        "THEME_STATIC_DIR", "THEME_STATIC_PATHS", "DEFAULT_LANG",
    ]  # fmt: skip
    lists = """DIRECT_TEMPLATES = ["archives"]\nTAG_SAVE_AS = "mots/{slug}.html"
YEAR_ARCHIVE_SAVE_AS = "{date:%Y}/index.html"\n"""
    assert [it.split("« ")[1].split(" »")[0] for it in built(lists)] == [
        "DIRECT_TEMPLATES", "TAG_SAVE_AS", "YEAR_ARCHIVE_SAVE_AS",
    ]  # fmt: skip
    shown = """MENUITEMS = [("Ailleurs", "https://exemple.org")]\nSOCIAL = MENUITEMS
DISPLAY_PAGES_ON_MENU = True\nDATE_FORMATS = {"fr": "%Y"}\nGOOGLE_ANALYTICS = "UA-1"
"""
    assert [it.split("« ")[1].split(" »")[0] for it in built(shown)] == [
        "DATE_FORMATS", "DISPLAY_PAGES_ON_MENU", "MENUITEMS", "SOCIAL", "GOOGLE_ANALYTICS",
    ]  # fmt: skip
    ignored = """DEFAULT_CATEGORY = "Divers"\nSUMMARY_MAX_LENGTH = 5\nSUMMARY_END_SUFFIX = "!"
NEWEST_FIRST_ARCHIVES = False\nREVERSE_CATEGORY_ORDER = True\nDEFAULT_ORPHANS = 2
PAGINATED_TEMPLATES = {"index": 2}\nTAG_URL = "mots/{slug}.html"\nINDEX_SAVE_AS = "i.html"
PAGINATION_PATTERNS = [(1, "{name}", "{name}")]\nSUMMARY_MAX_PARAGRAPHS = 1
SLUGIFY_USE_UNICODE = FEED_APPEND_REF = True\nFEED_DOMAIN = "https://exemple.org"
"""
    assert [it.split("« ")[1].split(" »")[0] for it in built(ignored)] == [
        "TAG_URL", "NEWEST_FIRST_ARCHIVES", "REVERSE_CATEGORY_ORDER", "PAGINATED_TEMPLATES",
        "DEFAULT_ORPHANS", "INDEX_SAVE_AS", "PAGINATION_PATTERNS", "DEFAULT_CATEGORY",
        "SUMMARY_MAX_LENGTH", "SUMMARY_END_SUFFIX", "SUMMARY_MAX_PARAGRAPHS", "FEED_APPEND_REF",
        "SLUGIFY_USE_UNICODE", "FEED_DOMAIN",
    ]  # fmt: skip
    without = "PLUGINS = [it for it in PLUGINS if it != {!r}]\n"
    for name in ("embeds", "head_metadata", "images", "security_policy"):  # of other lengths
        assert built(without.format(f"page_parts.{name}"))[0] == (
            f"le plugin « page_parts.{name} » n'est pas dans le réglage PLUGINS, et notre thème "
            "s'en sert"
        )
    for name in ("page_parts.images", "content_types.agenda_views", "content_types.news"):
        assert built(without.format(name) + 'THEME = "simple"\n') == []
    fed = 'DEFAULT_CATEGORY = "Divers"\nSUMMARY_MAX_LENGTH = 5\nFEED_APPEND_REF = True\n'
    assert built(f'{fed}SITEURL = "https://exemple.fr"\nFEED_ALL_ATOM = "f"\n') == []
    for _ in range(2):  # the output is known as ours
        assert built("DELETE_OUTPUT_DIRECTORY = True\nFEED_MAX_ITEMS = 2\n") == []
    assert (output / "feed.xml").read_text(encoding="utf-8").count("<entry>") == 2
