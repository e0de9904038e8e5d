"""New content files, filled and commented: see `forms.py`."""

from new_file.forms import AlreadyThere, new_event, new_post

__all__ = ["AlreadyThere", "new_event", "new_post"]
