"""New content files, filled and commented: see `forms.py`."""

from commands.new_file.forms import (
    AlreadyThere,
    new_actor,
    new_event,
    new_page,
    new_post,
    new_universe,
    universe_folders,
)
from commands.new_file.sections import find_section, sections
from core.names import file_stem

__all__ = [
    "AlreadyThere",
    "file_stem",
    "find_section",
    "new_actor",
    "new_event",
    "new_page",
    "new_post",
    "new_universe",
    "sections",
    "universe_folders",
]
