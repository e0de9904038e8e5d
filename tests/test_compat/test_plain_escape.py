"""Compiled templates still take the function that writes a value from `jinja2.runtime`."""

from __future__ import annotations

import pytest
from jinja2 import Environment
from markupsafe import Markup

from engine.compat.plain_escape import _escaped, escape_plainly


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
