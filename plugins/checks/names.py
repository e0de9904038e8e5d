"""File names that every system can hold: members share the folder between theirs."""

from __future__ import annotations

import os
import posixpath
import re

from checks.garbled import find_garbled
from diagnostics import ERROR, WARNING, Diagnostic
from scribouilli.content_files import nfc

# Microsoft, « Naming Files, Paths, and Namespaces »; « / » parts folders, and NUL is nowhere.
_FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f]')
_RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?")
# Signs that change the order in which a name is read (Unicode, Bidi_Control), and others that are
# not seen; those that join emoji and letters are not among them.
_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_UNSEEN = re.compile("[\xad\u200b\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb]")
LONGEST = 255  # bytes in a name: ext4, APFS and NTFS (there UTF-16 units) hold no more


def check_names(names: list[str], label: str) -> list[Diagnostic]:
    """Return the diagnostics of the names of a folder's files, relative to it."""
    diagnostics = []
    for name in names:
        for part in name.split("/"):
            if told := _diagnostic_of(part):
                diagnostics.append(Diagnostic(f"{label}/{name}", 0, told[0], told[1], ERROR))
            elif told := _odd(part):
                diagnostics.append(Diagnostic(f"{label}/{name}", 0, told[0], told[1], WARNING))
    return list(dict.fromkeys([*diagnostics, *_twins(names, label)]))


def _diagnostic_of(part: str) -> tuple[str, str] | None:
    rename = "Renommez-le."
    if found := _FORBIDDEN.search(part):
        sign = found[0] if found[0].isprintable() else f"U+{ord(found[0]):04X}"
        message = f"Windows ne peut pas enregistrer ce nom, qui contient « {sign} »"
        return message, f"{rename[:-1]} sans ce signe."
    if found := _TURNING.search(part):
        message = f"ce nom n'est pas ce qu'il paraît : U+{ord(found[0]):04X} en change le sens"
        return message, f"{rename[:-1]} sans ce signe."
    if part != part.rstrip(" ."):
        message = f"Windows ne peut pas enregistrer ce nom, qui finit par « {part[-1]} »"
        return message, rename
    if _RESERVED.fullmatch(part):
        return f"Windows garde pour lui le nom « {part} »", rename
    length = len(os.fsencode(part))
    if length > LONGEST:
        return (
            f"ce nom est trop long : {length} octets, pour {LONGEST} au plus",
            "Raccourcissez-le.",
        )
    return None


def _odd(part: str) -> tuple[str, str] | None:
    """Tell a name with an unseen sign, or read in another encoding, as old archives give some."""
    if found := _UNSEEN.search(part):
        message = f"ce nom contient un signe que l'on ne voit pas, U+{ord(found[0]):04X}"
        return message, "Renommez-le sans ce signe."
    if "\ufffd" in part:
        return "un signe de ce nom a été perdu", "Renommez-le."
    if found := find_garbled(part):
        wrong, meant = found
        message = f"« {wrong[0]} », dans ce nom, est sans doute « {meant} », lu de travers"
        return message, "Renommez-le."
    return None


def _twins(names: list[str], label: str) -> list[Diagnostic]:
    """Tell the names that Windows and macOS take for one."""
    first: dict[str, str] = {}
    diagnostics = []
    for name in _with_folders(names):
        other = first.setdefault(nfc(nfc(name).casefold()), name)
        if other == name or posixpath.dirname(other) != posixpath.dirname(name):
            continue
        what = (
            "que par des majuscules" if nfc(other) != nfc(name) else "que par la forme des accents"
        )
        message = f"ce nom ne diffère {what} de « {posixpath.basename(other)} »"
        hint = "Renommez l'un des deux : Windows et macOS n'en gardent qu'un."
        diagnostics.append(Diagnostic(f"{label}/{name}", 0, message, hint, ERROR))
    return diagnostics


def _with_folders(names: list[str]) -> list[str]:
    found = dict.fromkeys(names)
    for name in names:
        while name := posixpath.dirname(name):
            found[name] = None
    return sorted(found)
