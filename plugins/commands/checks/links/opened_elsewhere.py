"""Addresses that a page gives in vain: the browser's own, those of a program of its author's."""

from __future__ import annotations

import re

from core.diagnostics import Diagnostic, cut
from core.diagnostics.catalog.wrong_addresses import ADDRESS_OF_A_PROGRAM, ADDRESS_OF_THE_BROWSER

# What a browser opens for who types it, and for no page (HTML Standard, section 7.4.2.2).
_OF_THE_BROWSER = re.compile(
    r"(?i)(?:view-source|chrome|edge|brave|opera|vivaldi|resource|(?:chrome|moz|safari-web)-extension"
    r"|about(?!:(?:blank|srcdoc)\Z)):"
)
# Of notes, of mail, of bibliographies, of code, of office files, of the folders of a desktop.
_OF_A_PROGRAM = re.compile(
    r"(?i)(?P<scheme>applenotes|mobilenotes|notion|obsidian|evernote|joplin|logseq|bear|craftdocs"
    r"|ulysses|onenote|anytype|capacities|tana|things|omnifocus|drafts|message|outlook|x-msg"
    r"|zotero|x-?devonthink[\w-]*|x-apple[\w.-]*|x-coredata|addressbook|shortcuts|calshow"
    r"|vscode|vscode-insiders|vscodium|cursor|jetbrains|idea|txmt"
    r"|ms-(?:word|excel|powerpoint|access|project|publisher|visio|outlook|settings|search)"
    r"|search-ms|vnd\.libreoffice\.[\w-]+|vnd\.sun\.star\.[\w-]+|trash|recent|computer|mtp|gphoto2):"
)
_ON_THE_WEB = re.compile(r"(?i)https?://[^\s|]+")


def opened_elsewhere(url: str) -> Diagnostic | None:
    """Return what is told of an address that no visitor's browser opens, or None."""
    found = _ON_THE_WEB.search(url)
    hint = f"Écrivez {found[0]}." if found else None
    if _OF_THE_BROWSER.match(url):
        return ADDRESS_OF_THE_BROWSER(url=url, hint=hint)
    if program := _OF_A_PROGRAM.match(url):
        scheme = program["scheme"].lower()
        if scheme == "notion" and url[len("notion:") :].startswith("//www.notion.so/"):
            hint = f"Écrivez https:{url[len('notion:') :]}, si chacun peut l'ouvrir."
        return ADDRESS_OF_A_PROGRAM(url=cut(url), scheme=scheme, hint=hint)
    return None
