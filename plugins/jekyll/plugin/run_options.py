"""What our tasks tell the plugins of a run, beside Pelican's own settings."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pelican import Pelican

from core.diagnostics import Diagnostic, Diagnostics
from core.project_paths import content_label
from engine.compat.plugin_loading import OF_OUR_TASKS
from jekyll.reading.parse_cache import ParseCache

KEY = OF_OUR_TASKS


@dataclass
class RunOptions:
    """How one run goes."""

    label: str  # how messages name the content folder
    diagnostics: Diagnostics = field(default_factory=Diagnostics)
    parse_cache: ParseCache | None = None  # spares files that are the same as before
    is_pelican_s_own: bool = False  # Pelican's own command runs: what is wrong goes to its log
    # The settings that reading the site changes, as they were given.
    given: dict[str, Any] = field(default_factory=dict, repr=False)
    # The settings that nothing follows, as they were then, to see what plugins change.
    judged: dict[str, str] = field(default_factory=dict, repr=False)
    # Whose options they are, once it has begun.
    pelican: Pelican | None = field(default=None, repr=False)
    runs: int = 0  # how many have begun
    has_failed: bool = False  # the last of them has not come to its end
    has_refused_settings: bool = False  # nothing can be made of the site before settings are mended
    output: str = ""  # the folder of the site, while what is made of one at fault goes elsewhere
    aside: TemporaryDirectory[str] | None = None  # that other folder, which ends with the run
    # What Pelican's log has been told already.
    logged: set[Diagnostic] = field(default_factory=set, repr=False)
    is_fatal: bool = False  # some of what it is told ends the run, by the option `--fatal`


def run_options(settings: dict[str, Any]) -> RunOptions:
    """Return the options of the run of Pelican's settings."""
    options: RunOptions | None = settings.get(KEY)
    if options is None:
        label = content_label(Path(settings["PATH"]).resolve())
        options = settings[KEY] = RunOptions(label, is_pelican_s_own=True)
    return options
