"""Puts the site online: see `publish.py` and README.md."""

from commands.publishing.destination import target_of
from commands.publishing.manifest import DIGEST_FILE
from commands.publishing.publish import Options, publish, roll_back
from commands.publishing.settings import PublishSettings, read_settings
from commands.publishing.target import Changes, PublishError, Target

__all__ = [
    "DIGEST_FILE",
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
