"""Builds a whole site beside the old one, then swaps them: see `build.py` and README.md."""

from site_build.build import build
from site_build.request import BuildRequest
from site_build.result import BuildResult

__all__ = ["BuildRequest", "BuildResult", "build"]
