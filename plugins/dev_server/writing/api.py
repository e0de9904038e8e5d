"""What the page of the editor asks: what there is, and what a text would give."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from core.clock import build_moment
from core.diagnostics import Diagnostic
from dev_server.live_reload.site_process import SiteProcess
from dev_server.writing.draft_site import Draft, DraftSite
from dev_server.writing.files import check_name, decoded, read_file, written
from dev_server.writing.folder import version_of
from dev_server.writing.messages import messages_of
from dev_server.writing.mirror import GONE
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
        """Show a text in the place of a file; return the address of its page, and what is wrong."""
        draft = self._draft(given)
        if draft.data is None:
            self.drafts.forget([draft.name])
            return {"address": self.site.seen(draft.name).address, "messages": []}
        report, address = self.drafts.show(draft)
        known = self.site.seen(draft.name).report.diagnostics
        return {"address": address, "messages": self._messages(draft, report.diagnostics, known)}

    def check(self, given: Mapping[str, Any]) -> Json:
        """Return what the check of the whole site says of the file of a draft."""
        name = check_name(asked(given, "name", str))
        draft = self.drafts.wanted(name)
        found = self.drafts.check(draft)
        own = [one for one in found if one.path == f"{self.label}/{name}"]
        gone = [posixpath.basename(it) for it, data in draft.beside.items() if data is GONE]
        own += [one for one in found if one not in own and any(it in one.message for it in gone)]
        return {"messages": self._messages(draft, own)}

    def parcel(self, data: bytes) -> Json:
        """Return what a parcel holds, made harmless; nothing is written."""
        return open_parcel(self.content, data, self.sent.remade)

    def save(self, given: Mapping[str, Any]) -> Json:
        """Write into the content; return the versions and the addresses of what is there now."""
        changes = self.saving.save(given)
        self.sent.forget([change.name for change in changes if goes_with_texts(change.name)])
        self.drafts.forget([change.name for change in changes])
        if changes:
            self.site.refresh({self.content / change.name for change in changes})
        kept = [change for change in changes if kind_of(change.name) and change.data is not None]
        return {"files": [self._saved(change.name, change.data or b"") for change in kept]}

    def _saved(self, name: str, data: bytes) -> Json:
        return {"name": name, "version": version_of(data), "address": self.site.seen(name).address}

    def _draft(self, given: Mapping[str, Any]) -> Draft:
        name, text = asked(given, "name", str), given.get("text")
        data = None if text is None else written(name, text)
        read = {it: self.sent.read(it) for it in asked_names(given, "photos", goes_with_texts)}
        photos = {it: kept for it, kept in read.items() if kept is not None}
        beside = [
            (check_name(asked(one, "name", str)), one.get("text"))
            for one in asked_mappings(given, "beside", MOST_FILES)
        ]
        others = {it: GONE if said is None else written(it, said) for it, said in beside}
        return Draft(name, data, photos, others)

    def _messages(
        self, draft: Draft, found: Collection[Diagnostic], known: Collection[Diagnostic] = ()
    ) -> list[Json]:
        text = (draft.data or b"").decode("utf-8", "replace")
        return messages_of(draft.name, text, found, self.label, known)

    def _version(self, name: str) -> str | None:
        try:
            return read_file(self.content, name)[1]
        except Refusal:
            return None
