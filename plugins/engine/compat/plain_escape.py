"""`jinja2.runtime.escape`, which compiled templates call for each value that they write.

What it returns is joined with the rest, and asked nothing: it need not be `Markup`, which takes six
times as long to make.
"""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

import markupsafe
from jinja2 import runtime
from markupsafe import Markup, escape

from core.diagnostics.catalog.build import OLD_VERSION
from engine.compat.plugin_loading import OldVersion

_NEEDED = "3.0"  # the first that has this function, `>=3` in pyproject.toml
if "_escape_inner" not in vars(markupsafe):
    _LIBRARY = markupsafe.__name__
    raise OldVersion(OLD_VERSION(library=_LIBRARY, version=version(_LIBRARY), needed=_NEEDED))
_of_text: Any = vars(markupsafe)["_escape_inner"]


def escape_plainly() -> None:
    """Have the templates that are loaded from now on write values faster."""
    vars(runtime)["escape"] = _escaped


def _escaped(value: object) -> str:
    if type(value) is str:
        escaped: str = _of_text(value)
        return escaped
    return value if type(value) is Markup else escape(value)
