"""The server of the editor: its page, and what the page asks. Nothing else is of its origin."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from core.diagnostics import system_reason
from dev_server.live_reload.connections import (
    EDITOR_NAME,
    HOST,
    PatientHandler,
    PatientServer,
    is_own_host,
)
from dev_server.writing import requests
from dev_server.writing.api import Api
from dev_server.writing.refusal import Refusal
from editor.page import local_files, security_policy

ROOT = "/ecrire/"
API, ENTRY = f"{ROOT}api/", f"{ROOT}entree"
UNKNOWN = "Cette demande n'est pas de celles que l'éditeur connaît."
JSON = "application/json; charset=utf-8"
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Handler(PatientHandler):
    """Answers one request."""

    server: EditorServer

    def do_GET(self) -> None:
        """Answer with a file of the page, or with what is asked."""
        self._answer(self._get)

    def do_POST(self) -> None:
        """Carry out what is asked."""
        self._answer(self._post)

    def do_HEAD(self) -> None:
        """Answer as to GET, without the body."""
        self.do_GET()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Refuse what is no request that is known."""
        self.close_connection = True
        self._send_json(code, {"erreur": UNKNOWN})

    def _answer(self, act: Callable[[str, dict[str, str]], None]) -> None:
        try:
            act(*requests.read_address(self.path))
        except Refusal as refusal:
            self._send_json(refusal.status, refusal.as_dict())
        except (ConnectionError, TimeoutError):
            raise  # who asked has gone
        except OSError as error:
            reason = system_reason(error)
            self._send_json(500, {"erreur": f"L'éditeur n'a pas pu le faire : {reason}."})
        except Exception:
            self._send_json(500, {"erreur": "L'éditeur a rencontré une faute : voyez le terminal."})
            raise

    def _get(self, path: str, given: dict[str, str]) -> None:
        if path.startswith(API):
            self._check_origin(is_reading=True)
            requests.check_token(self.headers, self.server.token)
            self._send_json(200, self._asked(path.removeprefix(API), given))
            return
        if not is_own_host(self.host):
            raise Refusal(421, "L'éditeur n'est pas servi sous ce nom.")
        if path in ("/", ROOT.rstrip("/")) or self.host.lower() != self.server.host:
            # One origin alone, whatever the name: what follows « # » stays in the address.
            self.send(302, JSON, b"", {**_HEADERS, "Location": f"{self.server.address}{ROOT}"})
            return
        if path == ENTRY:  # a page loaded again has lost its token
            self.send(302, JSON, b"", {**_HEADERS, "Location": self.server.entry})
            return
        name = path.removeprefix(ROOT) or "index.html"
        if not path.startswith(ROOT) or name not in local_files():
            raise Refusal(404, "Rien n'est à cette adresse.")
        kind, body = local_files()[name]
        self.send(200, kind, body, {**_HEADERS, "Content-Security-Policy": self.server.policy})

    def _asked(self, what: str, given: dict[str, str]) -> Any:
        api = self.server.api
        match what:
            case "site":
                return api.list_site()
            case "file":
                return api.read(given.get("name", ""))
        raise Refusal(404, UNKNOWN)

    def _post(self, path: str, given: dict[str, str]) -> None:
        self._check_origin(is_reading=False)
        try:
            requests.check_token(self.headers, self.server.token)
        except Refusal:
            requests.drop_body(self.headers, self.rfile, self.connection)
            raise
        what = path.removeprefix(API)
        is_file = what in ("photo", "parcel")
        body = requests.read_body(self.headers, self.rfile, self.connection, is_file=is_file)
        api = self.server.api
        acts = {"draft": api.draft, "check": api.check, "save": api.save}
        if what == "parcel":
            self._send_json(200, api.parcel(body))
        elif is_file:
            self._send_json(200, api.sent.add(given.get("name", ""), body))
        elif path.startswith(API) and what in acts:
            self._send_json(200, acts[what](requests.read_json(body)))
        else:
            raise Refusal(404, UNKNOWN)

    def _check_origin(self, *, is_reading: bool) -> None:
        own = self.server.address
        requests.check_origin(self.headers, self.host, own, is_reading=is_reading)

    def _send_json(self, status: int, answer: Any) -> None:
        body = json.dumps(answer, ensure_ascii=False).encode("utf-8", "replace")
        self.send(status, JSON, body, _HEADERS)


class EditorServer(PatientServer):
    """Serves the page of the editor and answers it.

    Attributes:
        token: what the page alone is given.
        policy: what the page may load (Content-Security-Policy).
    """

    def __init__(self, api: Api, token: str, port: int) -> None:
        """Listen on `port`; raise OSError when it is taken."""
        self.api, self.token = api, token
        self.policy = security_policy(api.drafts.server.address, api.live)
        super().__init__((HOST, port), Handler)

    @property
    def host(self) -> str:
        """Return the name under which the page is shown."""
        return f"{EDITOR_NAME}:{self.server_port}"

    @property
    def address(self) -> str:
        """Return the address of the server, without a final slash."""
        return f"http://{self.host}"

    @property
    def entry(self) -> str:
        """Return the address of the page, with the token that no other page can read."""
        return f"{self.address}{ROOT}#jeton={self.token}"
