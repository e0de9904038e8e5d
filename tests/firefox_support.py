"""The system's Firefox, driven as geckodriver drives it: Marionette, JSON over a local socket."""

import contextlib
import json
import os
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from patience import patient, wait_for
from support import require

FIREFOX = "/usr/bin/firefox-esr"
# What an element says, with the apostrophes and the spaces that are typed.
_TYPED = """const typed = (one) => one.innerText.trim().replaceAll("’", "'")
    .replace(/[ \\u00a0]/g, " ");
"""
_ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # WebDriver, section 12.1
# Nothing of the browser's own goes to the network, nor is made ready for pages to come.
_SETTINGS = {
    "marionette.port": 0,
    "app.update.enabled": False,
    "browser.aboutwelcome.enabled": False,
    "browser.newtab.preload": False,
    "browser.newtabpage.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "dom.ipc.processPrelaunch.enabled": False,
    "extensions.enabledScopes": 0,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "",
    "toolkit.telemetry.server": "",
}


class Firefox:
    """A window of Firefox, of a new profile."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=patient(60))
        self._file = self._socket.makefile("rb")
        self._count = 0
        self._read()
        self.ask("WebDriver:NewSession")

    def _read(self) -> Any:
        length = b""
        while (sign := self._file.read(1)) != b":":
            assert sign, "Firefox has ended"
            length += sign
        return json.loads(self._file.read(int(length)))

    def ask(self, command: str, **given: Any) -> Any:
        """Carry out a command of WebDriver, and return its answer."""
        self._count += 1
        told = json.dumps([0, self._count, command, given]).encode()
        self._socket.sendall(b"%d:%s" % (len(told), told))
        _, _, error, answer = self._read()
        assert error is None, error
        return answer.get("value", answer) if isinstance(answer, dict) else answer

    def run(self, script: str, *given: Any) -> Any:
        """Return what a function's body answers in the page."""
        return self.ask("WebDriver:ExecuteScript", script=script, args=list(given))

    def close(self) -> None:
        """End the browser."""
        self.ask("Marionette:Quit", flags=["eForceQuit"])
        self._file.close()
        self._socket.close()


@contextlib.contextmanager
def launch_firefox() -> Iterator[Firefox]:
    """Give a headless Firefox."""
    require(FIREFOX, package="firefox-esr")
    with tempfile.TemporaryDirectory() as folder:
        profile = Path(folder)
        lines = [
            f"user_pref({json.dumps(key)}, {json.dumps(it)});" for key, it in _SETTINGS.items()
        ]
        (profile / "user.js").write_text("\n".join(lines))
        command = [FIREFOX, "--headless", "--marionette", "--no-remote", "--profile", folder]
        process = subprocess.Popen(
            command,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "HOME": folder},
        )
        try:
            port = profile / "MarionetteActivePort"
            wait_for(lambda: port.exists() and port.read_text().strip())
            firefox = Firefox(int(port.read_text()))
            try:
                yield firefox
            finally:
                firefox.close()
        finally:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(patient(10))
            process.kill()
            process.wait()


class FirefoxPerson:
    """Does in Firefox what `editor_support.Person` does in Chromium."""

    def __init__(self, firefox: Firefox) -> None:
        self._firefox = firefox
        self.done: list[str] = []

    def go(self, address: str) -> None:
        self.done.append("ouvre la page")
        self._firefox.ask("WebDriver:Navigate", url=address)
        self.heading("Que voulez")

    def click(self, words: str, role: str = "link") -> None:
        self.done.append(f"choisit « {words} »")
        tag = {"link": "a"}.get(role, role)
        self._firefox.ask("WebDriver:ElementClick", id=self._found(tag, words))

    def type(self, label: str, words: str) -> None:
        self.done.append(f"remplit « {label} »")
        self._keys("label", label, words)

    def choose(self, label: str, file: dict[str, Any]) -> None:
        self.done.append(f"« {label} » : un fichier")
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / file["name"]
            path.write_bytes(file["buffer"])
            self._keys("label", label, str(path))
            self.sees("Photo prête.")

    def run(self, script: str) -> Any:
        return self._firefox.run(script)

    def heading(self, words: str) -> None:
        self._found("h1", words)

    def sees(self, words: str) -> None:
        wait_for(lambda: words in self._firefox.run(f"{_TYPED} return typed(document.body)"))

    def _keys(self, tag: str, words: str, keys: str) -> None:
        self._firefox.ask("WebDriver:ElementSendKeys", id=self._found(tag, words), text=keys)

    def _found(self, tag: str, words: str) -> str:
        """Return what begins with words, or the control that they label, once it is there."""
        script = (
            _TYPED
            + """const [tag, words] = arguments;
            const found = [...document.querySelectorAll(tag)].find(
                (one) => typed(one).startsWith(words) && one.getClientRects().length);
            return found?.control ?? found ?? null;"""
        )
        wait_for(lambda: self._firefox.run(script, tag, words))
        return self._firefox.run(script, tag, words)[_ELEMENT]
