"""What is checked of a site before it is published: see `check.py` and README.md."""

from commands.checks.check import accept, build_and_check, check
from commands.checks.report import FORMATS

__all__ = ["FORMATS", "accept", "build_and_check", "check"]
