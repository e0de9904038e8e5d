"""A host that runs rsync and nothing else: lasting files first, pages last, removals at the end."""

from __future__ import annotations

import re
import tempfile
from dataclasses import dataclass
from pathlib import Path

from publishing.manifest import Manifest, as_text, difference, from_text, is_lasting, read_site
from publishing.releases import SENT
from publishing.remote_scripts import MANIFEST_HERE
from publishing.ssh import Ssh
from publishing.target import Changes, PublishError

# In the manifest there, instead of a digest: a file of an earlier site, left for the pages that
# visitors still have until the next publication; one that a publication under way may have changed.
_LEFT, _UNSURE = "f" * 64, "0" * 64
_PAGES = ("*.html", "*.html.*", "*.xml", "*.xml.*", "*.ics", "*.ics.*", "*.txt", ".htaccess")
_ITEM = re.compile(r"(?P<flags>\*deleting|[<>ch.][fdLDS]\S{9})\s+(?P<name>.+)")
_BYTE = re.compile(r"\\#(\d{3})")
_SHOWN = 5


@dataclass(frozen=True)
class Strangers:
    """Files there that were not published from here: those in the way, and the others."""

    in_the_way: list[str]
    others: list[str]


class PlainHost:
    """Publishes among what the folder holds already, and removes only what it put there."""

    def __init__(self, ssh: Ssh, replace: bool):
        self._ssh, self._replace = ssh, replace

    def describe(self) -> str:
        """Return where it goes."""
        return f"{self._ssh.account}, dossier « {self._ssh.folder.removeprefix('./')} »"

    def compare(self, site: Path) -> Changes:
        """Return what would change, from the manifest kept there.

        Raises:
            PublishError: it would replace files that were not published from here.
        """
        there = self._fetch()
        self._refuse_strangers(site, there)
        known = {path: digest for path, digest in there.items() if digest != _LEFT}
        return difference(known, read_site(site))

    def send(self, site: Path) -> None:
        """Send the site; cut at any moment, each page there is whole and has what it asks for."""
        new, there = read_site(site), self._fetch()
        self._refuse_strangers(site, there)
        own = {path for path, digest in there.items() if digest != _LEFT}
        left = {path: _LEFT for path in own - new.keys() if is_lasting(path)}
        unsure = {p: d if there.get(p) == d else _UNSURE for p, d in new.items()}
        first = [f"--exclude={pattern}" for pattern in _PAGES]
        self._send(site, there | unsure, first)
        gone = there.keys() - new.keys() - left.keys()
        self._send(site, new | left, ["--delete-after", *_only_remove(gone)])

    def roll_back(self) -> str:
        """Refuse: such a host keeps no earlier site."""
        raise PublishError(
            "Cet hébergement ne garde pas le site précédent. Revenez en arrière dans le contenu "
            "(git revert), puis publiez."
        )

    def _send(self, site: Path, manifest: Manifest, more: list[str]) -> None:
        with tempfile.TemporaryDirectory(prefix="publier-") as folder:
            Path(folder, MANIFEST_HERE).write_text(as_text(manifest), encoding="ascii")
            rules = [rule for rule in more if rule.startswith("--filter=.")]
            options = [option for option in more if option not in rules]
            text = rules[0].removeprefix("--filter=.") if rules else ""
            if text:
                Path(folder, "rules").write_bytes(text.encode("utf-8", "surrogateescape"))
                options += ["--from0", f"--filter=merge {folder}/rules", "--exclude=/rules"]
            sources = [f"{site}/", f"{folder}/"]
            self._ssh.rsync([*SENT, "-z", "--delay-updates", *options, *sources])

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

    def _refuse_strangers(self, site: Path, there: Manifest) -> None:
        """Refuse to replace what others put there, unless it was asked for."""
        strangers = self.strangers(site, there)
        if strangers.in_the_way and not self._replace:
            names = ", ".join(strangers.in_the_way[:_SHOWN])
            more = len(strangers.in_the_way) - _SHOWN
            rest = f" et {more} autres" if more > 0 else ""
            raise PublishError(
                f"Le dossier contient déjà des fichiers que le site remplacerait : {names}{rest}. "
                "Mettez-les à l'abri, puis : bin/invoke publish --remplacer"
            )

    def strangers(self, site: Path, there: Manifest) -> Strangers:
        """Return the files there that are not ours."""
        command = [*SENT, "-n", "--delete", "--itemize-changes", "--out-format=%i %n"]
        output = self._ssh.rsync([*command, f"--exclude=/{MANIFEST_HERE}", f"{site}/"])
        found = (_ITEM.fullmatch(line) for line in output.splitlines())
        items = [(item["flags"], _unescaped(item["name"])) for item in found if item]
        ours = set(there)
        in_the_way = [
            name for flags, name in items if re.match(r"[<>]f[^+]", flags) and name not in ours
        ]
        others = [
            name
            for flags, name in items
            if flags == "*deleting" and not name.endswith("/") and name not in ours
        ]
        return Strangers(sorted(in_the_way), sorted(others))


def _only_remove(paths: set[str]) -> list[str]:
    """Return the rules by which rsync removes these files, their emptied folders, and no other."""
    folders = {parent.as_posix() for path in paths for parent in Path(path).parents} - {"."}
    risked = [*sorted(paths), *(f"{folder}/" for folder in sorted(folders))]
    rules = [f"R /{_as_pattern(path)}" for path in risked]
    return ["--filter=." + "\0".join([*rules, "P *"])]


def _as_pattern(path: str) -> str:
    """Return a path as rsync's filters take it: a backslash quotes only beside a wildcard."""
    return re.sub(r"([\\*?\[])", r"\\\1", path) if re.search(r"[*?\[]", path) else path


def _unescaped(name: str) -> str:
    """Return a name without rsync's `\\#012`, which stands for a byte in octal."""
    return _BYTE.sub(lambda found: chr(int(found[1], 8)), name)
