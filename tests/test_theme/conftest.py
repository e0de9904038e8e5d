"""Fixtures of the tests where time passes."""

from time_support import address_of, see

__all__ = ["address_of", "see"]
