"""Feeds (Atom, RSS), the map of the site, and other XML: what other programs read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from itertools import islice
from xml.etree import ElementTree
from xml.parsers import expat

from commands.checks.site import CheckedSite
from core.diagnostics import WARNING, Diagnostic
from core.diagnostics.catalog import data as rules

_OTHER_XML = (".svg", ".xhtml", ".kml", ".gpx", ".opml", ".xsl", ".xslt")
_HEAD = 1024  # bytes
_MOST = 100  # of one feed
_FEED = "le flux"
_RSS_DATE = "Écrivez-la ainsi : Thu, 12 Mar 2026 18:30:00 +0100."
_Lines = dict[ElementTree.Element, int]
_REDO = "Refaites-le avec le logiciel qui l'a écrit."
_ATOM = "{http://www.w3.org/2005/Atom}"
_RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")
_FEED_NEEDS = ("id", "title", "updated")  # RFC 4287, section 4.1.1 and 4.1.2
_RSS_NEEDS = ("title", "link", "description")  # RSS 2.0, required channel elements

_BARE = re.compile(rb"&(?!#?\w{1,30};)")
_A_REFERENCE = "« & » s'y écrit « &amp; »."


def check_feeds(site: CheckedSite) -> None:
    """Report the feeds and maps that are not well-formed or miss what they must hold."""
    for name in site.with_ending(".xml", ".rss", ".atom"):
        for diagnostic in feed_diagnostics((site.output / name).read_bytes()):
            _report(site, name, diagnostic)
    for name in site.with_ending(*_OTHER_XML):
        is_copied = name in site.site.copied and not name.lower().endswith(".svg")  # see `images`
        is_theirs = is_copied or name in site.documents
        if is_theirs and (line := broken_line(data := (site.output / name).read_bytes())):
            _report(site, name, _unreadable(data, line))


def broken_line(data: bytes) -> int:
    """Return the line on which an XML file does not parse; 0 if it does, or is none at all."""
    elements: list[str] = []
    parser = expat.ParserCreate()

    def note_root(name: str, attributes: dict[str, str]) -> None:
        elements.append(name.lower())
        parser.StartElementHandler = None

    parser.StartElementHandler = note_root
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError):
        begins = data[:_HEAD].lstrip().startswith((b"<?xml", b"<svg"))
        is_xml = elements[0] != "html" if elements else begins
        return parser.CurrentLineNumber if is_xml else 0  # `check_whole` says what it is
    return 0


def _unreadable(data: bytes, line: int) -> Diagnostic:
    """Return what is wrong with a line, naming a « & » that stands for itself there."""
    lines = data.splitlines()
    is_bare = _BARE.search(lines[line - 1]) if 0 < line <= len(lines) else None
    return rules.UNREADABLE_XML(hint=_A_REFERENCE if is_bare else None).at("", line)


def feed_diagnostics(data: bytes) -> list[Diagnostic]:
    """Return what is wrong with an XML file, each with its line alone."""
    lines: _Lines = {}
    try:
        root = _parse(data, lines)
    except (expat.ExpatError, ValueError, LookupError) as error:
        return [_unreadable(data, getattr(error, "lineno", 1))]
    if root.tag == f"{_ATOM}feed":
        return list(islice(_atom_diagnostics(root, lines), _MOST))
    if root.tag == "rss":
        return list(islice(_rss_diagnostics(root, lines), _MOST))
    return []


def _parse(data: bytes, lines: _Lines) -> ElementTree.Element:
    """Return the root of an XML file; `lines` takes the line of each element."""
    builder, parser = ElementTree.TreeBuilder(), expat.ParserCreate(namespace_separator="}")

    def name(tag: str) -> str:
        return f"{{{tag}" if "}" in tag else tag

    def begin(tag: str, attributes: dict[str, str]) -> None:
        lines[builder.start(name(tag), attributes)] = parser.CurrentLineNumber

    parser.StartElementHandler = begin
    parser.EndElementHandler = lambda tag: builder.end(name(tag))
    parser.CharacterDataHandler = builder.data
    parser.Parse(data, True)
    return builder.close()


def _atom_diagnostics(root: ElementTree.Element, lines: _Lines) -> Iterator[Diagnostic]:
    entries = root.findall(f"{_ATOM}entry")
    for what, element in [(_FEED, root), *((_entry_name(entry), entry) for entry in entries)]:
        for need in _FEED_NEEDS:
            found = element.find(_ATOM + need)
            if found is None or not "".join(found.itertext()).strip():
                yield rules.INCOMPLETE_FEED(what=what, need=need).at("", lines[element])
            elif need == "updated" and not _RFC3339.fullmatch((found.text or "").strip()):
                yield rules.WRONG_DATE_IN_FEED(what=what, date=found.text).at("", lines[found])
    seen = Counter[str]()
    for entry in entries:
        identifier = entry.findtext(f"{_ATOM}id") or ""
        seen[identifier] += 1
        if identifier and seen[identifier] == 2:
            yield rules.TWIN_ENTRIES_IN_FEED(identifier=identifier).at("", lines[entry])


def _entry_name(entry: ElementTree.Element) -> str:
    title = entry.find(f"{_ATOM}title")
    words = " ".join("".join(title.itertext()).split()) if title is not None else ""
    return f"l'entrée « {words} » du flux" if words else "une entrée du flux"


def _rss_diagnostics(root: ElementTree.Element, lines: _Lines) -> Iterator[Diagnostic]:
    channel = root.find("channel")
    if channel is None:
        yield rules.INCOMPLETE_FEED(what=_FEED, need="channel", hint=_REDO).at("", lines[root])
        return
    for need in _RSS_NEEDS:
        if channel.find(need) is None:
            yield rules.INCOMPLETE_FEED(what=_FEED, need=need).at("", lines[channel])
    for item in channel.findall("item"):
        if item.find("title") is None and item.find("description") is None:
            yield rules.INCOMPLETE_FEED(what="une entrée du flux", need="title").at("", lines[item])
    for dated in (*channel.findall("pubDate"), *channel.findall("item/pubDate")):
        if not _is_rfc822((dated.text or "").strip()):
            wrong = rules.WRONG_DATE_IN_FEED(what=_FEED, date=dated.text, hint=_RSS_DATE)
            yield wrong.with_severity(WARNING).at("", lines[dated])  # many programs read others


def _is_rfc822(written: str) -> bool:
    try:
        return bool(parsedate_to_datetime(written))
    except (ValueError, TypeError, IndexError, OverflowError):
        return False


def _report(site: CheckedSite, name: str, diagnostic: Diagnostic) -> None:
    line = 0 if name in site.documents else diagnostic.line  # Liquid has moved its lines
    site.add(diagnostic.at(site.label(name), line))
