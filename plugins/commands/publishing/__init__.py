"""Puts the site online: see `publish.py` and README.md."""

from commands.publishing.publish import Options, publish, roll_back
from commands.publishing.settings import read_settings
from commands.publishing.target import PublishError

__all__ = ["Options", "PublishError", "publish", "read_settings", "roll_back"]
