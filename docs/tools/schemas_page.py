"""Writes docs/schemas/: the keys of each kind of file, for editors that complete them.

Run as a program, it rewrites them: `bin/invoke messages`.
"""

from __future__ import annotations

import json
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
FOLDER = PROJECT / "docs" / "schemas"


def schema_files() -> dict[Path, str]:
    """Return the text of each file."""
    from editor.forms import json_schemas

    found = json_schemas()
    texts = {name: json.dumps(one, ensure_ascii=False, indent=1) for name, one in found.items()}
    return {FOLDER / f"{name}.json": f"{text}\n" for name, text in texts.items()}


def main() -> None:
    """Rewrite the files."""
    FOLDER.mkdir(exist_ok=True)
    for path, text in schema_files().items():
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
