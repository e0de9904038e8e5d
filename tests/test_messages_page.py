"""docs/messages.md says what the program says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from checked_sites import SITES
from checks_support import told
from checks_words import told_words
from messages_page import (
    PAGE,
    TESTS,
    checked_messages,
    messages_page,
    names_messages,
    outside_messages,
    read_messages,
)
from support import write_site


def without_weights(lines: list[str]) -> list[str]:
    """Return lines without what changes with the theme."""
    return [re.sub(r"\d+,\d ko", "… ko", line) for line in lines]


def test_the_page_of_messages_is_up_to_date():
    told = "Rewrite it: .venv/bin/python tests/messages_page.py"
    assert PAGE.read_text(encoding="utf-8") == messages_page(), told


@pytest.mark.parametrize("name", SITES)
def test_a_check_tells_all_that_the_page_shows(name: str, tmp_path: Path):
    found = without_weights(told(write_site(tmp_path / "content", SITES[name])))
    kept = TESTS / "checked" / f"{name}.txt"
    assert "".join(f"{line}\n" for line in found) == kept.read_text(encoding="utf-8")


def test_no_message_of_the_checks_is_missing_from_the_page():
    shown = [*checked_messages("!"), *checked_messages("?"), *names_messages(), *outside_messages()]
    shown += [
        m for kind in ("refused", "warned") for found in read_messages(kind).values() for m in found
    ]
    texts = "\n".join(f"{message.cause}. {message.hint}" for message in shown)
    missing = [place for place, words in told_words().items() if not words.search(texts)]
    assert missing == [], "write a site of checked_sites.py that is told so"
