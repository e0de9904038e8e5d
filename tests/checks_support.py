"""What the tests of the checks share."""

import functools
import sys
import tempfile
from pathlib import Path

from commands.checks import check
from commands.checks.report import in_order
from site_build import BuildRequest
from support import page, write_site

# A check builds in the project's cache, whose disk takes longer than all the rest.
sys.modules["commands.checks.check"].CACHE = Path(tempfile.gettempdir())


def unlisted(texts: dict[str, str]) -> dict[str, str]:
    """Return a front page, and the pages of these texts that it leads to.

    They are out of the menu: of a hundred pages, a hundred menus of a hundred would be checked.
    """
    links = "".join(f"[Le texte {name}]({name})\n\n" for name in texts)
    pages = {
        name: page(f"{{title: 'Le texte {name}', in_menu: false}}", text)
        for name, text in texts.items()
    }
    return {"index.md": page("title: Accueil", links), **pages}


def reported(content: Path, siteurl: str = "") -> list[str]:
    """Return what `check` says, the folder's own place left out; `!` marks an error."""
    return [line.rpartition(" [")[0] for line in reported_with_codes(content, siteurl)]


def reported_once(files: dict[str, str | bytes]) -> list[str]:
    """Return what `check` says of a site that many cases share, each of them in its own file."""
    return _reported_once(tuple(files.items()))


@functools.cache
def _reported_once(files: tuple[tuple[str, str | bytes], ...]) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        return reported(write_site(Path(folder), dict(files)))


def reported_with_codes(content: Path, siteurl: str = "") -> list[str]:
    """Return what `check` says, with the names of the rules."""
    diagnostics = check(BuildRequest(content, siteurl=siteurl))
    return [
        f"{'!' if it.severity == 'error' else '?'}{it.with_code()}".replace(
            f"{content}/", ""
        ).replace(str(content), "content")
        for it in in_order(diagnostics)
    ]
