"""What is checked of a site before it is published: see `check.py` and README.md."""

from checks.check import check, examine
from checks.report import FORMATS

__all__ = ["FORMATS", "check", "examine"]
