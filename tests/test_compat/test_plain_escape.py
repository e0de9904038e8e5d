"""Compiled templates still take the function that writes a value from `jinja2.runtime`."""

from __future__ import annotations

import importlib.metadata
import runpy

import markupsafe
import pytest
from jinja2 import Environment
from markupsafe import Markup

from engine.compat import plain_escape
from engine.compat.plain_escape import _escaped, escape_plainly
from engine.compat.plugin_loading import OldVersion, _diagnostics


class Bold(str):
    def __html__(self):
        return f"<b>{self}</b>"


@pytest.mark.parametrize(
    "value", ["l'été & « \"l'eau\" » <i>", Markup("<i>été</i>"), 3, None, Bold("a")]
)
def test_a_value_is_written_as_jinja_does(value):
    source = (
        "{% macro m(x) %}{{ x }}{% endmacro %}{{ v }}{% set b %}{{ v }}{% endset %}{{ b ~ m(v) }}"
    )
    written = Environment(autoescape=True).from_string(source).render(v=value)
    escape_plainly()
    template = Environment(autoescape=True).from_string(source)
    assert template.root_render_func.__globals__["escape"] is _escaped
    assert template.render(v=value) == written


def test_an_older_version_is_told_by_its_name_and_blames_no_plugin(monkeypatch):
    runpy.run_path(plain_escape.__file__)
    monkeypatch.delattr(markupsafe, "_escape_inner")
    monkeypatch.setattr(importlib.metadata, "version", lambda _: "2.1.5")
    with pytest.raises(OldVersion) as raised:
        runpy.run_path(plain_escape.__file__)
    (told,) = _diagnostics({"engine.compiled_templates": raised.value, "autre": raised.value})
    assert told.code == "version-trop-ancienne"
    assert str(told).startswith(
        "la bibliothèque « markupsafe » est en version 2.1.5, et il faut la version 3.0. "
    )
