"""docs/messages.md says what the program says, and each rule is shown to say it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from checked_sites import SITES
from checks_support import told_with_codes
from core.diagnostics.catalog import RULES, rules_by_module
from messages_page import PAGE, TESTS, examples, messages_page
from support import write_site

# What no folder of the tests can show, each with why.
_SHOWN_ELSEWHERE: dict[str, str] = {}


def without_weights(lines: list[str]) -> list[str]:
    """Return lines without what changes with the theme."""
    return [re.sub(r"\d+,\d ko", "… ko", line) for line in lines]


def test_the_page_of_messages_is_up_to_date():
    told = "Rewrite it: bin/invoke messages"
    assert PAGE.read_text(encoding="utf-8") == messages_page(), told


@pytest.mark.parametrize("name", SITES)
def test_a_check_tells_all_that_the_page_shows(name: str, tmp_path: Path):
    found = without_weights(told_with_codes(write_site(tmp_path / "content", SITES[name])))
    kept = TESTS / "checked" / f"{name}.txt"
    assert "".join(f"{line}\n" for line in found) == kept.read_text(encoding="utf-8")


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
