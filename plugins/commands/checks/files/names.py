"""File names that every system can hold: members share the folder between theirs."""

from __future__ import annotations

import os
import posixpath
import re

from commands.checks.files.mojibake import find_mojibake
from core.diagnostics import Diagnostic
from core.diagnostics.catalog import names as rules
from core.names import code_point, nfc

# Microsoft, « Naming Files, Paths, and Namespaces »; « / » parts folders, and NUL is nowhere.
_FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f]')
_RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?")
# Signs that change the order in which a name is read (Unicode, Bidi_Control), and others that are
# not seen; those that join emoji and letters are not among them.
_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_UNSEEN = re.compile("[\xad\u200b\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb]")
LONGEST = 255  # bytes in a name: ext4, APFS and NTFS (there UTF-16 units) hold no more


def check_file_names(names: list[str], label: str) -> list[Diagnostic]:
    """Return the diagnostics of the names of a folder's files, relative to it."""
    diagnostics = []
    for name in names:
        for part in name.split("/"):
            if reported := _diagnostic_of(part) or _odd(part):
                diagnostics.append(reported.at(f"{label}/{name}"))
    return list(dict.fromkeys([*diagnostics, *_twins(names, label)]))


def _diagnostic_of(part: str) -> Diagnostic | None:
    if found := _FORBIDDEN.search(part):
        sign = found[0] if found[0].isprintable() else code_point(found[0])
        return rules.FORBIDDEN_SIGN_IN_NAME(sign=sign)
    if found := _TURNING.search(part):
        return rules.NAME_TURNED_ROUND(sign=code_point(found[0]))
    if part != part.rstrip(" ."):
        return rules.FORBIDDEN_END_OF_NAME(sign=part[-1])
    if _RESERVED.fullmatch(part):
        return rules.RESERVED_NAME(name=part)
    length = len(os.fsencode(part))
    return rules.TOO_LONG_NAME(length=length, most=LONGEST) if length > LONGEST else None


def _odd(part: str) -> Diagnostic | None:
    """Report a name with an unseen sign, or read in another encoding, as old archives give some."""
    if found := _UNSEEN.search(part):
        return rules.UNSEEN_SIGN_IN_NAME(sign=code_point(found[0]))
    if "\ufffd" in part:
        return rules.LOST_SIGN_IN_NAME()
    if misread := find_mojibake(part):
        wrong, meant = misread
        return rules.GARBLED_NAME(wrong=wrong[0], meant=meant)
    return None


def _twins(names: list[str], label: str) -> list[Diagnostic]:
    """Report the names that Windows and macOS take for one."""
    first: dict[str, str] = {}
    diagnostics = []
    for name in _with_folders(names):
        other = first.setdefault(nfc(nfc(name).casefold()), name)
        if other == name or posixpath.dirname(other) != posixpath.dirname(name):
            continue
        what = "des majuscules" if nfc(other) != nfc(name) else "la forme des accents"
        twins = rules.TWIN_NAMES(what=what, other=posixpath.basename(other))
        diagnostics.append(twins.at(f"{label}/{name}"))
    return diagnostics


def _with_folders(names: list[str]) -> list[str]:
    found = dict.fromkeys(names)
    for name in names:
        while name := posixpath.dirname(name):
            found[name] = None
    return sorted(found)
