"""Private parts and sentences of Pelican's that our code rests on: what has moved is named."""

from __future__ import annotations

import inspect

import pelican
import pytest
from pelican import contents, generators, plugins, readers, settings, utils

from engine.compat import pelican_messages
from engine.compat.intrasite_links import with_addresses


@pytest.mark.parametrize(
    ("sentence", "module"),
    [
        (pelican_messages.PLUGIN_FAILED[0], plugins._utils),
        (pelican_messages.PLUGIN_FAILED[1], pelican),
        (pelican_messages.DOCUMENT_FAILED, generators),
        (pelican_messages.EMPTY_ALT, readers),
        (pelican_messages.NO_THEME, settings),
    ],
)
def test_it_still_says(sentence: str, module: object):
    assert sentence in inspect.getsource(module), f"Pelican no longer says « {sentence} »"


def test_it_still_copies_each_file_with_one_method():
    source = inspect.getsource(generators.StaticGenerator.generate_output)
    assert "_copy_staticfile(" in source, "StaticGenerator._copy_staticfile has moved"


def test_it_still_leads_links_with_one_method():
    source = inspect.getsource(contents.Content)
    assert "self._update_content(content, siteurl)" in source, "Content._update_content has moved"
    html = '<a href="{index}">a</a>'
    article = contents.Article("", {"title": "A", "slug": "a"})
    assert with_addresses(article, html, "/b") == '<a href="/b/index.html">a</a>'


def test_it_still_keeps_receivers_in_order():
    assert "OrderedSet" in inspect.getsource(plugins.signals), "Signal.set_class has changed"


def test_it_still_waits_for_changes_with_settings_alone():
    assert list(inspect.signature(utils.wait_for_changes).parameters) == [
        "settings_file",
        "settings",
    ], "pelican.utils.wait_for_changes has changed"
