"""Sources that would be published at one address, or at one that cannot be a file."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from core.diagnostics import Diagnostics
from core.diagnostics.catalog import addresses as rules
from core.names import nfc
from jekyll.addresses.urls import page_path, path_of, save_as
from jekyll.linking.redirects import Redirect
from jekyll.site.content_files import MAXIMUM_PATH
from jekyll.site.model import Document, Site

_RENAME = "Renommez l'un des deux, ou changez son permalink."
_WITHDRAW = "Retirez cette adresse de redirect_from."


@dataclass(frozen=True)
class _Claim:
    """An output file, and what asks for it."""

    target: str  # the output file
    what: str  # what asks for it, in French, as the message on another names it
    itself: str = ""  # the same, as the message on itself begins
    label: str = ""  # the file to mend; "" for what the site makes of itself
    line: int = 0  # the line there that asks, 0 for the file's name
    is_redirect: bool = False  # `redirect_from` asks for it, there

    @property
    def remedy(self) -> str:
        """Return what to do there, in French."""
        return _WITHDRAW if self.is_redirect else _RENAME


def report_collisions(
    site: Site, redirects: Iterable[Redirect], generated: dict[str, str], diagnostics: Diagnostics
) -> set[tuple[str, str]]:
    """Report every pair of sources that would be published at one address.

    The first has the address, the other is reported: what the site makes itself comes first, then
    files by their names, then those that ask for an address, redirects last.

    Args:
        generated: output files made from no source of their own, and what each is, in French.

    Returns:
        the files that get no address: the output file that each asked for, and who asked.
    """
    reported = len(diagnostics.errors)
    lost: set[tuple[str, str]] = set()
    taken: dict[str, _Claim] = {}
    folded: dict[str, _Claim] = {}
    for target, what in generated.items():
        claim = _Claim(target, what)
        taken.setdefault(nfc(target), claim)
        folded.setdefault(nfc(target).casefold(), claim)
    for claim in (*_sources(site), *_redirected(site, redirects)):
        first = taken.setdefault(nfc(claim.target), claim)
        alike = folded.setdefault(nfc(claim.target).casefold(), claim)
        if first is not claim:
            _report_same(claim, first, diagnostics)
        elif alike is not claim:
            _report_alike(claim, alike, diagnostics)
        _report_too_long(claim, diagnostics)
        _report_hidden(claim, diagnostics)
        if len(diagnostics.errors) > reported:
            reported = len(diagnostics.errors)
            lost.add((claim.target, claim.label))
            if first is claim:
                del taken[nfc(claim.target)]
    return lost | set(_report_nested(site.label, taken, diagnostics))


def _sources(site: Site) -> Iterator[_Claim]:
    """Give what each file asks for: those without a permalink first, in order of addresses."""
    claims = [_document(site, document) for document in site.rendered]
    claims += [_Claim(name, *_names(site, name)) for name in site.copied]
    yield from sorted(claims, key=lambda claim: (claim.line > 0, claim.target, claim.label))


def _document(site: Site, document: Document) -> _Claim:
    names = _names(site, document.name)
    return _Claim(save_as(document.path), *names, document.source.line_of_key("permalink"))


def _names(site: Site, name: str) -> tuple[str, str, str]:
    label = f"{site.label}/{name}"
    return f"« {label} »", "ce fichier", label


def _redirected(site: Site, redirects: Iterable[Redirect]) -> Iterator[_Claim]:
    lines = {
        (document.source.label, file): line
        for document in site.rendered
        if document.metadata["redirect_from"]
        for file, line in _lines_of_old(document)
    }
    for redirect in sorted(redirects, key=lambda one: (one.source, one.save_as)):
        what = f"une redirection demandée par « {redirect.source} »"
        line = lines.get((redirect.source, redirect.save_as)) or lines[redirect.source, ""]
        yield _Claim(
            redirect.save_as, what, "cette redirection", redirect.source, line, is_redirect=True
        )


def _lines_of_old(document: Document) -> Iterator[tuple[str, int]]:
    """Give the file and the line of each old address of a document; those of the key first."""
    yield "", document.source.line_of_key("redirect_from")
    old = document.values.get("redirect_from")
    for one in old.content if old and isinstance(old.content, list) else ():
        if isinstance(one.content, str) and one.content:
            yield save_as(page_path(document.name, one.content)), one.line


def _report_same(claim: _Claim, first: _Claim, diagnostics: Diagnostics) -> None:
    address = path_of(claim.target)
    other = first.itself if first.label == claim.label else first.what
    same = rules.SAME_ADDRESS(
        claimant=claim.itself, other=other, address=address, remedy=claim.remedy
    )
    diagnostics.add(same.at(claim.label, claim.line))


def _report_alike(claim: _Claim, alike: _Claim, diagnostics: Diagnostics) -> None:
    reported = rules.ADDRESSES_ALIKE(claimant=claim.itself, other=alike.what, remedy=claim.remedy)
    diagnostics.add(reported.at(claim.label, claim.line))


def _report_too_long(claim: _Claim, diagnostics: Diagnostics) -> None:
    """Report a file that no usual file system has (255 bytes a name)."""
    data = claim.target.encode()
    if len(data) <= MAXIMUM_PATH and all(len(part) <= 255 for part in data.split(b"/")):
        return
    long = rules.LONG_ADDRESS(beginning=path_of(claim.target)[:60])
    diagnostics.add(long.at(claim.label, claim.line))


def _report_hidden(claim: _Claim, diagnostics: Diagnostics) -> None:
    """Report an address that servers hide, ours too; what `include` asks for has its own name."""
    own = {".well-known", *claim.label.split("/")}
    if any(part.startswith(".") and part not in own for part in claim.target.split("/")):
        hint = claim.remedy if claim.is_redirect else None
        address = path_of(claim.target)
        hidden = rules.HIDDEN_ADDRESS(claimant=claim.itself, address=address, hint=hint)
        diagnostics.add(hidden.at(claim.label, claim.line))


def _report_nested(
    label: str, taken: dict[str, _Claim], diagnostics: Diagnostics
) -> Iterator[tuple[str, str]]:
    """Report a file that would have to be a folder as well: `contact.html` and `contact.html/x`."""
    for target, claim in taken.items():
        parent = posixpath.dirname(target)
        while parent:
            if above := taken.get(parent):
                asking = _report_folder(label, claim, above, parent, diagnostics)
                yield asking.target, asking.label
            parent = posixpath.dirname(parent)


def _report_folder(
    label: str, claim: _Claim, above: _Claim, parent: str, diagnostics: Diagnostics
) -> _Claim:
    """Tell both, and return the one that gets no address."""
    asking = claim if claim.line or not above.line else above
    both = rules.FILE_AND_FOLDER(
        claimant=claim.what, other=above.what, address=f"/{parent}", remedy=asking.remedy
    )
    diagnostics.add(both.at(asking.label if asking.line else label, asking.line))
    return asking
