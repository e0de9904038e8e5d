"""The live server with a small builder in place of Pelican; run as a program by the tests.

    stand_in.py serve ROOT PORT            serves ROOT/output, made of ROOT/content by `build`
    stand_in.py build ROOT                 one build: copies pages, or tells a fault
    stand_in.py real CONTENT OUTPUT PORT   the real server with the real builder

Words in a page decide what its build does: FAUTE is a fault on its line, BOUM a crash, LENT waits
for the file ROOT/go, ENFANT starts a process that ignores SIGTERM and waits for ever.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

PROJECT = Path(__file__).resolve().parents[2]
DEAF_CHILD = "import signal, time; signal.signal(15, signal.SIG_IGN); time.sleep(600)"


def build(root: Path) -> int:
    content = root / "content"
    pages = {path.name: path.read_text() for path in sorted(content.glob("*.html"))}
    with (root / "builds.log").open("a") as log:
        log.write("build\n")
    text = "".join(pages.values())
    if "BOUM" in text:
        raise RuntimeError("la machine a <calé>")
    if "ENFANT" in text:
        subprocess.Popen([sys.executable, "-c", DEAF_CHILD])
        time.sleep(600)
    while "LENT" in text and not (root / "go").exists():
        time.sleep(0.01)
    faults = [fault for name, page in pages.items() for fault in find_faults(name, page)]
    errors = [fault for fault in faults if fault["severity"] == "error"]
    if not errors:
        shutil.copytree(content, root / "output", dirs_exist_ok=True)
    base = root / "base.txt"
    report = {
        "ok": not errors,
        "summary": f"{len(errors)} faute(s).",
        "base_path": base.read_text() if base.exists() else "",
        "faults": faults,
    }
    sys.stdout.write(json.dumps(report, ensure_ascii=False))
    return 1 if errors else 0


def find_faults(name: str, page: str) -> list[dict]:
    kinds = {"FAUTE": "error", "ATTENTION": "warning"}
    return [
        {
            "path": f"content/{name}",
            "line": number,
            "message": f"le mot « {word} » n'a pas sa place ici",
            "cure": "Enlevez-le.",
            "severity": severity,
        }
        for number, line in enumerate(page.splitlines(), 1)
        for word, severity in kinds.items()
        if word in line
    ]


def serve(root: Path, port: int) -> None:
    from live_reload.builder import ChildBuilder
    from live_reload.loop import Site, live
    from live_reload.server import open_server

    builder = ChildBuilder([sys.executable, __file__, "build", str(root)])
    server = open_server(root / "output", port)
    live(server, Site(root, root / "content"), builder.build, builder.cancel)


def serve_real(content: str, output: str, port: str) -> None:
    import live_reload

    request = SimpleNamespace(content=Path(content), output=Path(output), siteurl="")
    live_reload.serve(request, int(port))


if __name__ == "__main__":
    sys.path.insert(0, str(PROJECT / "plugins"))
    command, *arguments = sys.argv[1:]
    if command == "build":
        sys.exit(build(Path(arguments[0])))
    if command == "serve":
        serve(Path(arguments[0]), int(arguments[1]))
    else:
        serve_real(*arguments)
