"""Which files of a folder are published, and by which names they are found."""

import errno
import os
from pathlib import Path

from core.diagnostics import Diagnostics
from jekyll.site.content_files import scan
from jekyll.site.entry_filter import EntryFilter
from support import write_site


def names(root) -> tuple[list[str], list[str]]:
    diagnostics = Diagnostics()
    files = scan(root, "content", diagnostics, entry_filter=EntryFilter(("absent",)))
    return files.names, [diagnostic.path for diagnostic in diagnostics.errors]


def test_what_jekyll_leaves_out(tmp_path):
    kept = ["a.md", "_posts/b.md", ".htaccess", "vendor/x.js", "é/c.png", "CNAME"]
    left = [".git/x", "_layouts/x.html", "#a#", "~a", "a.md~", "Gemfile", "node_modules/x"]
    left += ["vendor/bundle/x", ".gitlab-ci.yml"]
    write_site(tmp_path, dict.fromkeys([*kept, *left], ""))
    assert names(tmp_path) == (sorted(kept), [])


def test_a_name_that_ends_with_a_point_is_told(tmp_path):
    write_site(tmp_path, dict.fromkeys(["a.md", "absent.", "_b.", "Compte rendu."], ""))
    diagnostics = Diagnostics()
    files = scan(tmp_path, "content", diagnostics, entry_filter=EntryFilter(("absent",)))
    assert files.names == ["a.md"]
    assert [str(diagnostic) for diagnostic in diagnostics.found] == [
        "content/Compte rendu. : ce nom finit par un point : il n'est pas publié. Renommez-le."
    ]


def test_a_folder_that_the_system_refuses_is_told(tmp_path, monkeypatch):
    write_site(tmp_path, {"a.md": "", "prive/b.md": ""})
    real = os.scandir

    def scandir(path: Path):
        if path.name == "prive":
            raise PermissionError(errno.EACCES, "no", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    diagnostics = Diagnostics()
    assert scan(tmp_path, "content", diagnostics).names == ["a.md"]
    assert [diagnostic.with_code() for diagnostic in diagnostics.found] == [
        "content/prive : ce dossier ne peut pas être ouvert (le droit manque). "
        "Vérifiez son nom et ses droits. [dossier-inaccessible]"
    ]


def test_links_and_pipes(tmp_path):
    write_site(tmp_path, {"site/a.md": "", "site/sub/b.md": "", "secret.txt": ""})
    root = tmp_path / "site"
    (root / "inside.md").symlink_to("a.md")
    (root / "outside.txt").symlink_to("../secret.txt")
    (root / "loop").symlink_to("loop")
    (root / "folder").symlink_to("sub")
    os.mkfifo(root / "pipe")
    found, refused = names(root)
    assert found == ["a.md", "inside.md", "sub/b.md"]
    assert refused == [f"content/{name}" for name in ("folder", "loop", "outside.txt", "pipe")]
