"""What the tests of the page for writing share: a real server on a copy of a content, a person."""

import contextlib
import functools
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import IO, Any, cast

from PIL import Image
from playwright.sync_api import FilePayload, Locator, Page

from local_server import free_port
from patience import patient
from support import PROJECT

NOW = "1796032800"  # 2026-11-30, a Monday, at 11:00 in Paris


@contextlib.contextmanager
def writing(content: Path, port: int = 0) -> Iterator[str]:
    """Run `invoke ecrire` on a content folder, and give the address that leads to the page."""
    port = port or free_port()
    command = [sys.executable, "-m", "invoke", "ecrire", f"--content={content}", f"--port={port}"]
    server = subprocess.Popen(
        command,
        cwd=PROJECT,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env={
            **os.environ,
            "BROWSER": "true",
            "SOURCE_DATE_EPOCH": NOW,
            "PYTHONIOENCODING": "utf-8",
        },
        start_new_session=True,
    )
    try:
        lines = iter(cast(IO[str], server.stdout).readline, "")
        told = next(line for line in lines if line.startswith("Pour écrire"))
        yield told.split()[-1]
    finally:
        os.killpg(server.pid, signal.SIGINT)
        server.communicate(timeout=patient(30))


def printed(words: str) -> str:
    """Return words with the apostrophes that the page shows."""
    return re.sub(r"(?<=\w)'(?=\w)", "’", words)


class Person:
    """Does things in a page as a person does, and counts them."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.done: list[str] = []

    def go(self, address: str) -> None:
        self.done.append("ouvre la page")
        self.page.goto(address)
        self.heading("Que voulez")

    def click(self, words: str, role: Any = "link") -> None:
        self.done.append(f"choisit « {words} »")
        self.page.get_by_role(role, name=printed(words)).first.click()

    def type(self, label: str, words: str) -> None:
        self.done.append(f"remplit « {label} »")
        self.field(label).fill(words)

    def choose(self, label: str, file: FilePayload) -> None:
        self.done.append(f"« {label} » : un fichier")
        self.page.locator("label", has_text=printed(label)).locator("input").set_input_files(file)

    def add_document(self, name: str) -> bytes:
        """Add a PDF of 2 kB to the text, under the title made of its name; return its bytes."""
        pdf = b"%PDF-1.7\n" * 200
        self.click("Document", "button")
        dialog = self.page.get_by_role("dialog")
        file: FilePayload = {"name": name, "mimeType": "application/pdf", "buffer": pdf}
        dialog.get_by_label("Choisir un document").set_input_files(file)
        dialog.get_by_role("button", name="Ajouter").click()
        dialog.wait_for(state="detached")
        return pdf

    def field(self, label: str) -> Locator:
        return self.page.get_by_label(re.compile(f"^{re.escape(printed(label))}")).first

    def run(self, script: str) -> Any:
        """Return what a function's body answers in the page."""
        return self.page.evaluate(f"() => {{ {script} }}")

    def heading(self, words: str) -> None:
        """Wait for a screen."""
        self.page.locator("h1", has_text=printed(words)).wait_for(timeout=patient(30_000))

    def sees(self, words: str) -> None:
        """Wait for words."""
        self.page.get_by_text(printed(words)).first.wait_for(timeout=patient(30_000))


@functools.cache
def phone_photo() -> bytes:
    """Return a photo as telephones take them: heavy, lying on its side, with where it was taken."""
    image = Image.effect_noise((4000, 3000), 12).convert("RGB")
    image.paste((200, 30, 30), (0, 0, 4000, 300))
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned by a quarter to the right
    exif.get_ifd(0x8825)[2] = (43.0, 36.0, 39.0)  # GPSLatitude
    file = BytesIO()
    image.save(file, "JPEG", quality=98, exif=exif)
    assert file.tell() > 6_000_000
    return file.getvalue()
