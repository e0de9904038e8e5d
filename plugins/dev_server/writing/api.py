"""What the page of the editor asks: what there is, and what a text would give."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from core.clock import build_moment
from core.diagnostics import Diagnostic
from dev_server.live_reload.site_process import SiteProcess
from dev_server.writing.draft_site import DraftSite
from dev_server.writing.files import check_name, decoded, read_file, written
from dev_server.writing.folder import version_of
from dev_server.writing.messages import messages_of, speaks_of
from dev_server.writing.mirror import GONE, Laid
from dev_server.writing.parcel import open_parcel
from dev_server.writing.refusal import Refusal, asked, asked_mappings, asked_names
from dev_server.writing.saving import MOST_FILES, Saving
from dev_server.writing.sent_files import SentFiles
from editor.files.names import goes_with_texts, kind_of

Json = dict[str, Any]


@dataclass(frozen=True)
class Api:
    """Answers with what is to be JSON; refuses by `Refusal`.

    Attributes:
        live: the address of the live site, without a final slash.
        label: how messages name it.
    """

    content: Path
    live: str
    label: str
    site: SiteProcess
    drafts: DraftSite
    sent: SentFiles
    saving: Saving
    forms: Mapping[str, Any]

    def list_site(self) -> Json:
        """Return the forms, the files of the site and the names that it knows."""
        listing = self.site.listing()
        if not listing:
            raise Refusal(503, "Le site n'est pas encore lu : réessayez dans un instant.")
        files = [{**file, "version": self._version(file["name"])} for file in listing["fichiers"]]
        now = build_moment().astimezone(ZoneInfo(listing["zone"])).strftime("%Y-%m-%dT%H:%M")
        ours = {
            "formes": self.forms,
            "drafts": self.drafts.server.address,
            "site": self.live,
            "base": self.live + listing["racine"],
        }
        return {**listing, **ours, "now": now, "fichiers": files}

    def read(self, name: str) -> Json:
        """Return a file."""
        data, version = read_file(self.content, name)
        address = self.site.seen(name).address
        return {"name": name, "text": decoded(data), "version": version, "address": address}

    def draft(self, given: Mapping[str, Any]) -> Json:
        """Show texts in the place of files; return the address of the first, and what is wrong."""
        name, files = check_name(asked(given, "name", str)), self._laid(given)
        if not files:
            self.drafts.forget([name])
            return {"address": self.site.seen(name).address, "messages": []}
        report, address = self.drafts.show(name, files)
        known = self.site.seen(name).report.diagnostics
        return {"address": address, "messages": self._messages(name, report.diagnostics, known)}

    def check(self, given: Mapping[str, Any]) -> Json:
        """Return what the check of the whole site says of a draft."""
        name = check_name(asked(given, "name", str))
        found = self.drafts.check(name)
        own = [one for one in found if one.path == f"{self.label}/{name}"]
        laid = self.drafts.wanted(name).items()
        gone = [it for it, data in laid if data is GONE]
        own += [one for one in found if one not in own and speaks_of(one, gone)]
        return {"messages": self._messages(name, own)}

    def parcel(self, data: bytes) -> Json:
        """Return what a parcel holds, made harmless; nothing is written."""
        return open_parcel(self.content, data, self.sent.remade)

    def save(self, given: Mapping[str, Any]) -> Json:
        """Write into the content; return the versions and the addresses of what is there now."""
        changes = self.saving.save(given)
        self.sent.forget([change.name for change in changes])
        self.drafts.forget([change.name for change in changes])
        if changes:
            self.site.refresh({self.content / change.name for change in changes})
        kept = [change for change in changes if kind_of(change.name) and change.data is not None]
        return {"files": [self._saved(change.name, change.data or b"") for change in kept]}

    def _saved(self, name: str, data: bytes) -> Json:
        return {"name": name, "version": version_of(data), "address": self.site.seen(name).address}

    def _laid(self, given: Mapping[str, Any]) -> dict[str, Laid]:
        """Return the bytes of the texts, and of what goes with them; GONE for a text taken away."""
        laid: dict[str, Laid] = {}
        for one in asked_mappings(given, "files", MOST_FILES):
            name, text = asked(one, "name", str), asked(one, "text", str, type(None))
            laid[check_name(name)] = GONE if text is None else written(name, text)
        for name in asked_names(given, "photos", goes_with_texts):
            if (data := self.sent.read(name)) is not None:
                laid[name] = data
        return laid

    def _messages(
        self, name: str, found: Collection[Diagnostic], known: Collection[Diagnostic] = ()
    ) -> list[Json]:
        return messages_of(name, found, self.label, known)

    def _version(self, name: str) -> str | None:
        try:
            return read_file(self.content, name)[1]
        except Refusal:
            return None
