"""Names of new files: those of the page are those of `bin/invoke`."""

from __future__ import annotations

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


def test_the_page_and_the_tasks_name_files_alike():
    node = require(shutil.which("node") or "/usr/bin/node", package="nodejs")
    command = [node, Path(__file__).with_name("stems.mjs"), PROJECT / "plugins/editor/page"]
    given = json.dumps({"titles": TITLES, "files": list(FILES)})
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == [[file_stem(title) for title in TITLES], [*FILES.values()]]
