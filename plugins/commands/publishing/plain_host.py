"""A host that runs rsync and nothing else: lasting files first, pages last, removals at the end."""

from __future__ import annotations

import contextlib
import re
import tempfile
from pathlib import Path

from commands.publishing.kept_sites import KeptSites
from commands.publishing.manifest import (
    Manifest,
    as_text,
    difference,
    from_text,
    is_lasting,
    read_site,
)
from commands.publishing.releases import SENT
from commands.publishing.remote_lock import remote_lock
from commands.publishing.remote_scripts import MANIFEST_HERE
from commands.publishing.ssh import Ssh
from commands.publishing.target import Changes, PublishError, Restored

# In the manifest there, instead of a digest: a file of an earlier site, left for the pages that
# visitors still have until the next publication; one that a publication under way may have changed.
_LEFT, _UNSURE = "f" * 64, "0" * 64
_PAGES = ("*.html", "*.html.*", "*.xml", "*.xml.*", "*.ics", "*.ics.*", "*.txt", ".htaccess")
# A file that is sent over another: an itemized line whose attributes are not all new.
_REPLACED = re.compile(r"[<>][fL][^+]\S{8,} (?P<name>.+)")
_BYTE = re.compile(r"\\#(\d{3})")
_SHOWN = 5


class PlainHost:
    """Publishes among what the folder holds already, and removes only what it put there."""

    def __init__(self, ssh: Ssh, kept: KeptSites, replace: bool, has_shell: bool):
        self._ssh, self._kept = ssh, kept
        self._replace, self._has_shell = replace, has_shell

    def describe(self) -> str:
        """Return where it goes."""
        return f"{self._ssh.account}, dossier « {self._ssh.folder.removeprefix('./')} »"

    def compare(self, site: Path) -> Changes:
        """Return what would change, from the manifest kept there.

        Raises PublishError: it would replace files that were not published from here.
        """
        there = self._fetch()
        strangers = self._strangers(site, there)
        self._refuse(strangers)
        return difference(_own(there) | dict.fromkeys(strangers, _UNSURE), read_site(site))

    def send(self, site: Path) -> None:
        """Send the site; cut at any moment, each page there is whole and has what it asks for."""
        with self._alone():
            there = self._fetch()
            self._refuse(self._strangers(site, there))
            self._replace_all(site, there)
        self._kept.remember(site)

    def roll_back(self) -> Restored:
        """Send the site before the last again, or the last after one that was cut.

        Raises PublishError: this machine does not have it, or another has published since.
        """
        with self._alone():
            there = self._fetch()
            was_cut = _UNSURE in there.values()
            site = self._kept.now if was_cut else self._kept.before
            if not site.exists() or not _is_from(there, read_site(self._kept.now)):
                raise PublishError(
                    "Le site d'avant n'est pas gardé sur cet ordinateur, et cet hébergement n'en "
                    "garde pas. Revenez en arrière dans le contenu (git revert), puis publiez."
                )
            manifest = read_site(site)
            self._replace_all(site, there)
        if not was_cut:
            self._kept.go_back()
        return Restored("la publication d'avant, gardée sur cet ordinateur", manifest)

    def _alone(self) -> contextlib.AbstractContextManager[object]:
        """Hold the lock there, if a command can; rrsync has one of its own."""
        return remote_lock(self._ssh) if self._has_shell else contextlib.nullcontext()

    def _replace_all(self, site: Path, there: Manifest) -> None:
        new = read_site(site)
        left = {path: _LEFT for path in _own(there).keys() - new.keys() if is_lasting(path)}
        unsure = {p: d if there.get(p) == d else _UNSURE for p, d in new.items()}
        first = [f"--exclude={pattern}" for pattern in _PAGES]
        self._send(site, there | unsure, first)
        gone = there.keys() - new.keys() - left.keys()
        self._send(site, new | left, ["--delete-after"], _only_remove(gone))

    def _send(
        self, site: Path, manifest: Manifest, options: list[str], rules: tuple[str, ...] = ()
    ) -> None:
        with tempfile.TemporaryDirectory(prefix="publier-") as folder:
            added, filters = Path(folder, "site"), Path(folder, "filters")
            added.mkdir()
            (added / MANIFEST_HERE).write_text(as_text(manifest), encoding="ascii")
            filters.write_bytes("\0".join(rules).encode("utf-8", "surrogateescape"))
            judged = ["--from0", f"--filter=merge {filters}"] if rules else []
            self._ssh.upload([*SENT, "--delay-updates", *options, *judged, f"{site}/", f"{added}/"])

    def _fetch(self) -> Manifest:
        """Return the manifest of what is there; empty before a first publication."""
        with tempfile.TemporaryDirectory(prefix="publier-") as folder:
            only = ["-r", f"--include=/{MANIFEST_HERE}", "--exclude=*"]
            try:
                self._ssh.fetch([*only], Path(folder))
            except FileNotFoundError:
                return {}
            kept = Path(folder, MANIFEST_HERE)
            return from_text(kept.read_text(encoding="ascii")) if kept.exists() else {}

    def _refuse(self, found: list[str]) -> None:
        """Refuse to replace what others put there, unless it was asked for."""
        if found and not self._replace:
            more = len(found) - _SHOWN
            names = ", ".join(found[:_SHOWN]) + (f" et {more} autres" if more > 0 else "")
            raise PublishError(
                f"Le dossier contient déjà des fichiers que le site remplacerait : {names}. "
                "Mettez-les à l'abri, puis : bin/invoke publish --remplacer"
            )

    def _strangers(self, site: Path, there: Manifest) -> list[str]:
        """Return the files there that were not published from here and are in the way."""
        only_look = [*SENT, "--dry-run", "--itemize-changes", "--out-format=%i %n"]
        output = self._ssh.rsync([*only_look, f"{site}/"])
        found = (_REPLACED.fullmatch(line) for line in output.splitlines())
        names = {_unescaped(item["name"]) for item in found if item}
        return sorted(names - there.keys())


def _own(there: Manifest) -> Manifest:
    """Return what is there of the last site, without what earlier ones left."""
    return {path: digest for path, digest in there.items() if digest != _LEFT}


def _is_from(there: Manifest, last: Manifest) -> bool:
    """Return whether what is there is this site, or a publication over it that was cut."""
    own = _own(there)
    if _UNSURE not in own.values():
        return own == last
    return all(own.get(path) in (digest, _UNSURE) for path, digest in last.items())


def _only_remove(paths: set[str]) -> tuple[str, ...]:
    """Return the rules by which rsync removes these files, their emptied folders, and no other."""
    folders = {parent.as_posix() for path in paths for parent in Path(path).parents} - {"."}
    risked = [*sorted(paths), *(f"{folder}/" for folder in sorted(folders))]
    return (*(f"R /{_as_pattern(path)}" for path in risked), "P *")


def _as_pattern(path: str) -> str:
    """Return a path as rsync's filters take it: a backslash quotes only beside a wildcard."""
    return re.sub(r"([\\*?\[])", r"\\\1", path) if re.search(r"[*?\[]", path) else path


def _unescaped(name: str) -> str:
    r"""Return a name without rsync's `\#012`, which stands for a byte in octal."""
    return _BYTE.sub(lambda found: chr(int(found[1], 8)), name)
