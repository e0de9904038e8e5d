"""Names of new files: those of the page are those of `bin/invoke`."""

import json
import shutil
import subprocess
from pathlib import Path

from core.names import file_stem
from support import PROJECT, require

TITLES = [
    "L'été, à la Cagette !", "Œuvre & ætite", "日本 !", "日本 2026", "Привет, мир", "مرحبا بكم",
    "🎉 Fête 🎉", "🎉🎉", "", "...", "a" * 100, "é" * 100, "本" * 60, "1️⃣ atelier", "_x_", "К_м",
]  # fmt: skip


FILES = {
    ("Bal.jpeg", "jpg"): "images/bal-2.jpg",
    ("Été à Sète.PDF", "pdf"): "documents/ete-a-sete.pdf",
    ("日本.jpg", "jpg"): "images/photo.jpg",
    ("日本.pdf", "pdf"): "documents/document.pdf",
}
# The file of a text, what it says, then what it says once `_posts/2026-01-02-bal.md`, or the other,
# has another name.
_OLD, _NEW = "_posts/2026-01-02-bal.md", "_posts/2026-03-04-fête.md"
_PAGES = "vie/le bal.md", "vie/fete.md"
TEXTS = {
    ("a.md", f"{{% link {_OLD} %}} {{%-link /{_OLD} -%}}", _OLD, _NEW): (
        f"{{% link {_NEW} %}} {{%-link /{_NEW} -%}}"
    ),
    ("a.md", "{% post_url 2026-01-02-bal %}", _OLD, _NEW): "{% post_url 2026-03-04-fête %}",
    ("a.md", f"[b]({_OLD}#x) [c]: /{_OLD}", _OLD, _NEW): (
        "[b](/_posts/2026-03-04-f%C3%AAte.md#x) [c]: /_posts/2026-03-04-f%C3%AAte.md"
    ),
    ("_posts/b.md", "[b](./2026-01-02-bal.md) <a href='2026-01-02-bal.md'>", _OLD, _NEW): (
        "[b](/_posts/2026-03-04-f%C3%AAte.md) <a href='/_posts/2026-03-04-f%C3%AAte.md'>"
    ),
    ("vie/a.md", "[b](<le%20bal.md>) {% link vie/le bal.md %}", *_PAGES): (
        "[b](</vie/fete.md>) {% link vie/fete.md %}"
    ),
    ("a.md", "parent: vie/le bal.md\n", *_PAGES): "parent: vie/fete.md\n",
    # What only looks like it.
    ("a.md", f"{_OLD}, [b](/x/{_OLD}) [c](2026-01-02-bal.md) [d](%E9.md)", _OLD, _NEW): "",
    ("a.md", "{% link _posts/2026-01-02-bal.md.txt %} {% post_url bal %}", _OLD, _NEW): "",
}


def test_the_page_and_the_tasks_name_files_alike():
    node = require(shutil.which("node") or "/usr/bin/node", package="nodejs")
    command = [node, Path(__file__).with_name("stems.mjs"), PROJECT / "plugins/editor/page"]
    given = json.dumps({"titles": TITLES, "files": list(FILES), "texts": _texts()})
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=True)
    titles, files, texts = json.loads(done.stdout)
    assert titles == [file_stem(title) for title in TITLES]
    assert files == [*FILES.values()]
    assert texts == [after or before for (_, before, *_), after in TEXTS.items()]


def _texts() -> list[list[str]]:
    return [[text, where, old, new] for where, text, old, new in TEXTS]
