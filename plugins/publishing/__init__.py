"""Puts the site online: see `publish.py` and README.md."""

from publishing.destination import target_of
from publishing.manifest import PRINT_FILE
from publishing.publish import Options, publish, roll_back
from publishing.settings import PublishSettings, read_settings
from publishing.target import Changes, PublishError, Target

__all__ = [
    "PRINT_FILE",
    "Changes",
    "Options",
    "PublishError",
    "PublishSettings",
    "Target",
    "publish",
    "read_settings",
    "roll_back",
    "target_of",
]
