"""A file of a folder opened once, if it is a plain one inside of it: see `plain_file.py`."""

from core.plain_files.plain_file import NotPlain, copy_inside, open_inside, read_inside

__all__ = ["NotPlain", "copy_inside", "open_inside", "read_inside"]
