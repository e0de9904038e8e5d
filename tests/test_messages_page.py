"""docs/messages.md says what the program says."""

from __future__ import annotations

from messages_page import PAGE, messages_page


def test_the_page_of_messages_is_up_to_date():
    told = "Rewrite it: .venv/bin/python tests/messages_page.py"
    assert PAGE.read_text(encoding="utf-8") == messages_page(), told
