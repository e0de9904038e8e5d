"""New content files, filled and commented: see `forms.py`."""

from commands.new_file.forms import (
    AlreadyThere,
    file_stem,
    new_actor,
    new_event,
    new_post,
    new_universe,
    universe_folders,
)

__all__ = [
    "AlreadyThere",
    "file_stem",
    "new_actor",
    "new_event",
    "new_post",
    "new_universe",
    "universe_folders",
]
