"""docs/messages.md says what the program says, and each rule is shown to say it."""

import re
from pathlib import Path

import pytest

import settings_page
from checked_sites import SITES
from checks_support import reported_with_codes
from core.diagnostics.catalog import RULES, rules_by_module
from messages_page import PAGE, TESTS, examples, messages_page
from support import write_site

_BUILD = "test_site_build/test_build.py"
_CALENDARS = "test_calendars/test_failures.py"
_EXCEPTIONS = "test_site_build/test_exception_messages.py"
_LIMITS = "test_jekyll/test_limits.py"
_NAMES = "test_hostile/test_names.py"
# What no folder can show (a setting, a plugin, a name, what fills memory), and the test that does.
_SHOWN_ELSEWHERE = {
    "chemin-trop-long": _NAMES,
    "agenda-a-attendre": _CALENDARS,
    "agenda-lu-en-partie": _CALENDARS,
    "agenda-sans-reponse": _CALENDARS,
    "agenda-vide-soudain": _CALENDARS,
    "construction-en-cours": _BUILD,
    "adresse-deplacee-trop-tard": "test_pelican/test_plugins_that_change.py",
    "contenu-inaccessible": _BUILD,
    "defauts-non-montres": "test_checks/test_report.py",
    "disque-plein": _EXCEPTIONS,
    "dossier-etranger": _BUILD,
    "dossier-inaccessible": "test_jekyll/test_content_files.py",
    "erreur-imprevue": _EXCEPTIONS,
    "fichier-de-plugin-remplace": "test_pelican/test_plugins_that_change.py",
    "fichier-inaccessible": _EXCEPTIONS,
    "fichier-lourd": "test_checks/test_other_files.py",
    "fichier-special": _NAMES,
    "flux-sans-adresse": "test_pelican/test_settings.py",
    "flux-hors-d-atteinte": "test_pelican/test_plugins_by_others.py",
    "html-trop-d-attributs-differents": _LIMITS,
    "liquid-boucle-demesuree": "test_jekyll/test_liquid.py",
    "liquid-demesure": "test_jekyll/test_liquid.py",
    "lecteur-remplace": "test_pelican/test_plugins_that_change.py",
    "lecteur-sans-effet": "test_pelican/test_plugins_that_change.py",
    "memoire-insuffisante": _EXCEPTIONS,
    "module-non-charge": _EXCEPTIONS,
    "moment-impossible": _BUILD,
    "nom-pas-en-utf-8": _NAMES,
    "pelican-signale": _EXCEPTIONS,
    "plugin-en-double": "test_pelican/test_settings.py",
    "plugin-en-panne": _EXCEPTIONS,
    "plugin-non-charge": _EXCEPTIONS,
    "plugin-second-site": "test_pelican/test_plugins_that_change.py",
    "plugin-manquant": "test_pelican/test_settings.py",
    "plugin-trop-tot": "test_pelican/test_settings.py",
    "programme-illisible": _EXCEPTIONS,
    "reglage-pelican-non-suivi": "test_pelican/test_commands.py",
    "reglage-pelican-impossible": "test_pelican/test_settings.py",
    "reglage-pelican-nom-pris": "test_pelican/test_settings.py",
    "reglage-pelican-dossier": "test_pelican/test_settings.py",
    "reglage-pelican-une-adresse": "test_pelican/test_settings.py",
    "reglages-absents": _EXCEPTIONS,
    "reglages-illisibles": _EXCEPTIONS,
    "site-trop-charge": "test_checks/test_bounds.py",
    "siteurl-impossible": _BUILD,
    "sortie-dans-le-contenu": _BUILD,
    "sortie-inaccessible": _BUILD,
    "sortie-occupee": _BUILD,
    "tableau-demesure": _LIMITS,
    "texte-demesure": _LIMITS,
    "texte-trop-imbrique": _LIMITS,
    "texte-trop-lent": _LIMITS,
    "theme-absent": _EXCEPTIONS,
    "theme-fond-aplati": "test_share_pictures.py",
    "theme-gabarit-absent": _EXCEPTIONS,
    "theme-gabarit-illisible": _EXCEPTIONS,
    "theme-gabarit-en-panne": _EXCEPTIONS,
    "theme-style-absent": "test_pelican/test_settings.py",
    "theme-style-illisible": "test_theme_assets.py",
    "yaml-demesure": "test_front_matter/test_yaml_values.py",
}


def without_weights(lines: list[str]) -> list[str]:
    """Return lines without what changes with the theme."""
    return [re.sub(r"\d+,\d ko", "… ko", line) for line in lines]


def test_the_page_of_messages_is_up_to_date():
    reported = "Rewrite it: bin/invoke messages"
    assert PAGE.read_text(encoding="utf-8") == messages_page(), reported


@pytest.mark.parametrize("name", SITES)
def test_a_check_tells_all_that_the_page_shows(name: str, tmp_path: Path):
    found = without_weights(reported_with_codes(write_site(tmp_path / "content", SITES[name])))
    kept = TESTS / "checked" / f"{name}.txt"
    assert found == kept.read_text(encoding="utf-8").splitlines()


def test_each_code_names_one_rule():
    rules = [rule for rules in rules_by_module().values() for rule in rules]
    assert len({rule.code for rule in rules}) == len(rules)
    assert [
        rule.code for rule in rules if not re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", rule.code)
    ] == []


def test_each_rule_has_an_example_that_the_tests_build():
    assert sorted(RULES.keys() - examples().keys() - _SHOWN_ELSEWHERE.keys()) == []
    assert sorted(examples().keys() - RULES.keys()) == []
    assert sorted(_SHOWN_ELSEWHERE.keys() & examples().keys()) == []


@pytest.mark.parametrize(("code", "name"), _SHOWN_ELSEWHERE.items())
def test_what_is_shown_elsewhere_is(code: str, name: str):
    assert re.search(rf"(?<![\w-]){code}(?![\w-])", (TESTS / name).read_text(encoding="utf-8"))


def test_the_tables_of_keys_are_up_to_date():
    reported = "Rewrite them: bin/invoke messages"
    for path, text in settings_page.settings_pages().items():
        assert path.read_text(encoding="utf-8") == text, reported
