"""The live server with a small held site in place of Pelican's; run as a program by the tests.

    stand_in.py serve ROOT PORT      serves ROOT/content, held by `hold`
    stand_in.py hold ROOT            holds the pages of ROOT/content, or tells a fault
    stand_in.py real CONTENT PORT    the real server with the real site
    stand_in.py write CONTENT PORT   the same, and the editor beside it

Words in a page decide what reading it does: FAUTE is a fault on its line, BOUM a crash, LENT waits
for the file ROOT/go, ENFANT starts a process that ignores SIGTERM and waits for ever. Others decide
what asking for it does: GABARIT is a fault, MORT the end of the process.
"""

import hashlib
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from types import SimpleNamespace

PROJECT = Path(__file__).resolve().parents[2]
DEAF_CHILD = "import signal, time; signal.signal(15, signal.SIG_IGN); time.sleep(600)"


def read(root: Path) -> dict:
    """Read the pages, as a held site does, and return their report."""
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
    diagnostics = [
        diagnostic for name, page in pages.items() for diagnostic in find_diagnostics(name, page)
    ]
    errors = [diagnostic for diagnostic in diagnostics if diagnostic["severity"] == "error"]
    base = root / "base.txt"
    return {
        "ok": not errors,
        "summary": f"{len(errors)} faute(s).",
        "base_path": base.read_text() if base.exists() else "",
        "version": hashlib.sha256(repr(pages).encode()).hexdigest(),
        "diagnostics": diagnostics,
    }


def hold(root: Path) -> None:
    """Be the process that holds the site."""
    from dev_server.live_site.framing import read_frame, write_frame

    channel = sys.stdout.buffer
    report = read(root)
    write_frame(channel, report)
    while True:
        asked, _ = read_frame(sys.stdin.buffer)
        if asked["do"] == "save":
            report = read(root)
            write_frame(channel, report)
        elif asked["do"] == "further":
            write_frame(channel, {**report, "left": False})
        else:
            write_frame(channel, *find(root, asked["path"]))


def find(root: Path, path: str) -> tuple[dict, bytes]:
    content, name = root / "content", path.strip("/")
    if path.endswith("/"):
        name = f"{name}/index".lstrip("/")
    files = {path.relative_to(content).as_posix(): path for path in content.rglob("*.*")}
    for found in (name, f"{name}.html"):
        if found in files:
            page = files[found].read_text()
            if "MORT" in page:
                sys.exit("tué par le système")
            if "GABARIT" in page:
                diagnostic = {"path": "theme/a.html", "message": "le gabarit divise par zéro"}
                return {
                    "found": "diagnostic",
                    "ok": False,
                    "summary": "Faux.",
                    "diagnostics": [diagnostic],
                }, b""
            return {"found": "page", "name": found}, files[found].read_bytes()
    return {"found": "folder" if f"{name}/index.html" in files else "nothing"}, b""


def find_diagnostics(name: str, page: str) -> list[dict]:
    kinds = {"FAUTE": "error", "ATTENTION": "warning"}
    return [
        {
            "path": f"content/{name}",
            "line": number,
            "message": f"le mot « {word} » n'a pas sa place ici",
            "hint": "Enlevez-le.",
            "severity": severity,
        }
        for number, line in enumerate(page.splitlines(), 1)
        for word, severity in kinds.items()
        if word in line
    ]


def serve(root: Path, port: int) -> None:
    from dev_server.live_reload.error_page import error_page
    from dev_server.live_reload.loop import SourcePaths, live
    from dev_server.live_reload.server import open_server
    from dev_server.live_reload.site_process import SiteProcess

    site = SourcePaths(root, root / "content")
    held = SiteProcess([sys.executable, __file__, "hold", str(root)])
    server = open_server(held, partial(error_page, folders=(root, site.content)), port)
    live(server, site, held, port=port)


def serve_real(content: str, port: str) -> None:
    from dev_server import live_reload

    request = SimpleNamespace(content=Path(content), siteurl="")
    live_reload.serve(request, int(port))


def serve_writing(content: str, port: str) -> None:
    from dev_server import live_reload
    from dev_server.live_reload.site_process import process_of_module
    from dev_server.writing import Editor
    from site_build import BuildRequest

    checks = process_of_module("commands.checks", content, "")
    editor = partial(Editor, checks=checks, is_opened=False)
    live_reload.serve(BuildRequest(Path(content)), int(port), add=editor)


if __name__ == "__main__":
    sys.path.insert(0, str(PROJECT / "plugins"))
    command, *arguments = sys.argv[1:]
    if command == "hold":
        hold(Path(arguments[0]))
    elif command == "serve":
        serve(Path(arguments[0]), int(arguments[1]))
    elif command == "write":
        serve_writing(*arguments)
    else:
        serve_real(*arguments)
