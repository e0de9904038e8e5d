"""Saves what was written: texts, images, files taken away, all of them or none."""

from __future__ import annotations

import errno
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from core.diagnostics import system_reason
from core.names import nfc
from dev_server.writing.files import check_name, check_new, decoded, read_file, written
from dev_server.writing.folder import Change, Moved, make_all
from dev_server.writing.refusal import Refusal, asked, asked_mappings, asked_names
from dev_server.writing.sent_files import SentFiles
from editor.files.names import goes_with_texts

MOST_FILES = 50  # of one save


class Saving:
    """Writes into a content folder, one save after the other."""

    def __init__(self, content: Path, sent: SentFiles) -> None:
        self._content, self._sent = content, sent
        self._turn = threading.Lock()

    def save(self, given: Mapping[str, Any]) -> list[Change]:
        """Carry out a save; return what has changed.

        Raises:
            Refusal: nothing has; a file may not be written, or is not what it was.
        """
        with self._turn:
            changes = self._changes(given)
            if len({nfc(it.name) for it in changes}) < len(changes):
                raise Refusal(400, "La demande nomme deux fois un fichier.")
            try:
                make_all(changes)
            except Moved as moved:
                raise self._conflict(moved.name) from None
            except OSError as error:
                reason = system_reason(error)
                # A link, no folder, no plain file.
                is_theirs = error.errno in (errno.ELOOP, errno.ENOTDIR, errno.EINVAL, errno.EISDIR)
                raise Refusal(
                    422 if is_theirs else 500, f"Rien n'a été enregistré : {reason}."
                ) from error
        return changes

    def _changes(self, given: Mapping[str, Any]) -> list[Change]:
        texts = [self._text(one) for one in asked_mappings(given, "files", MOST_FILES)]
        # What is taken away goes last: its words may be under another name by then.
        return [*self._sent_with(given), *sorted(texts, key=lambda one: one.data is None)]

    def _text(self, one: Mapping[str, Any]) -> Change:
        name, text = asked(one, "name", str), asked(one, "text", str, type(None))
        base = asked(one, "base", str, *([] if text is None else [type(None)]))
        if base is None:
            check_new(name)
        data = None if text is None else written(name, text)
        return Change(self._content, check_name(name), data, base)

    def _sent_with(self, given: Mapping[str, Any]) -> list[Change]:
        changes = []
        for name in asked_names(given, "photos", goes_with_texts):
            data = self._sent.read(name)
            if data is not None:
                changes.append(Change(self._content, name, data, None))
            elif not (self._content / name).is_file():
                raise Refusal(422, f"Le fichier « {name} » n'est plus là : ajoutez-le de nouveau.")
        return changes

    def _conflict(self, name: str) -> Refusal:
        """Return the answer to who would write over what someone else has written."""
        try:
            data, version = read_file(self._content, name)
            text: str | None = decoded(data)
        except Refusal:
            text = version = None
        message = "Ce fichier a changé depuis que vous l'avez ouvert, ou porte le nom d'un autre."
        if goes_with_texts(name):
            message = "Un fichier porte déjà ce nom : ajoutez le vôtre de nouveau."
        elif text is None:
            message = "Ce fichier n'est plus là, ou ne se lit plus."
        return Refusal(409, message, name=name, text=text, version=version)
