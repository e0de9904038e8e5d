"""What is asked of a build."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from core.project_paths import CACHE, PROJECT, content_label


@dataclass(frozen=True)
class BuildRequest:
    """One build to make."""

    content: Path = PROJECT / "content"
    output: Path = PROJECT / "output"  # the folder that is to hold the site
    siteurl: str = ""  # the address that visitors use; "" for what the content's `_config.yml` says
    settings: Path = PROJECT / "pelicanconf.py"

    def __post_init__(self) -> None:
        """Lead `output` to the folder itself: one that is a link stays the link it is."""
        object.__setattr__(self, "output", _real(self.output))

    @classmethod
    def from_options(
        cls, caller: Path, content: str = "", output: str = "", siteurl: str = ""
    ) -> BuildRequest:
        """Return the request that command-line options make; relative paths are the caller's."""
        return cls(
            _real(caller / content) if content else cls.content,
            caller / output if output else cls.output,
            siteurl,
        )

    @classmethod
    def without_output(cls, content: Path, siteurl: str = "") -> BuildRequest:
        """Return the request of who writes nothing; Pelican asks for a folder all the same."""
        return cls(_real(content), CACHE / "nowhere", siteurl)

    @property
    def content_label(self) -> str:
        """Return the content folder as messages name it: short where it can be."""
        return content_label(self.content)


def _real(path: Path) -> Path:
    """Return a path without links nor dots; unlike `resolve()`, for names that cannot be too."""
    return Path(os.path.realpath(path))
