"""Files that programs read: those of `_data/`, at which Jekyll stops; JSON; texts not in UTF-8."""

from __future__ import annotations

import codecs
import json
import os
import posixpath
import re
from collections import deque
from collections.abc import Iterator
from pathlib import Path

import yaml

from commands.checks.files.csv_tables import broken_row, long_rows, separator_of
from commands.checks.site import CheckedSite
from core.diagnostics import WARNING, ContentError, Diagnostics
from core.diagnostics.catalog import data as rules
from core.diagnostics.catalog.files import FILE_FOR_A_FOLDER
from core.diagnostics.catalog.front_matter import DEEP_YAML, KEY_TWICE
from jekyll.front_matter.numbers import EndlessNumber, read_json
from jekyll.front_matter.source import decode, read_bytes
from jekyll.front_matter.yaml_diagnostics import explain
from jekyll.front_matter.yaml_events import TooDeep, keys_twice, parse_events
from jekyll.site.content_files import MAXIMUM_PATH

_FOLDER = "_data"
_EMPTY_JSON = "Ce fichier est vide : supprimez-le, ou écrivez-y {}."
_NO_COMMENT = "JSON n'a pas de commentaires : retirez celui-ci."
_READ = os.R_OK | os.X_OK


def check_data_files(site: CheckedSite) -> None:
    """Report the files of data that do not parse, and the copied texts that are not UTF-8."""
    _check_folder(site)
    _check_json(site)
    _check_tables(site)
    _check_encodings(site)


def _check_folder(site: CheckedSite) -> None:
    root = site.site.files.root
    for name in data_names(root):
        label, found = f"{site.site.label}/{name}", Diagnostics()
        try:
            text = decode(read_bytes(root, name, label, found), label, found)
        except ContentError:
            text = ""  # reported
        if name == _FOLDER and not found.found:
            found.add(FILE_FOR_A_FOLDER(name=name).with_severity(WARNING).at(label))
        elif text:
            _report(posixpath.splitext(name)[1].lower(), text, label, found)
        for diagnostic in found.found:
            site.add(diagnostic)


def data_names(root: Path) -> list[str]:
    """Return the files of data of a content folder, relative to it, in order."""
    return [path.relative_to(root).as_posix() for path in sorted(_files(root / _FOLDER))]


def _files(folder: Path) -> Iterator[Path]:
    """Give what is under a folder and is no folder: files, links, and what should not be there."""
    left = [folder]
    while left:
        path = left.pop()
        if path.is_dir() and not path.is_symlink():
            if len(os.fsencode(path.relative_to(folder))) <= MAXIMUM_PATH and os.access(
                path, _READ
            ):
                left += path.iterdir()
        elif path.exists() or path.is_symlink():
            yield path


def _check_json(site: CheckedSite) -> None:
    """Report the published JSON that is none (RFC 8259: in UTF-8, section 8.1)."""
    for name in site.with_ending(".json", ".webmanifest", ".geojson"):
        label, found = site.label(name), Diagnostics()
        try:
            text = decode((site.output / name).read_bytes(), label, found)
        except ContentError:
            text = ""  # reported
        else:
            if not text.strip():
                found.add(rules.UNREADABLE_JSON(hint=_EMPTY_JSON).at(label))
        if text.strip():
            _report(".json", text, label, found)
            if not found.found and (line := _line_of_no_number(text)):
                found.add(rules.UNREADABLE_JSON().at(label, line))
        for diagnostic in found.found:  # Liquid has moved the lines of a document
            line = 0 if name in site.documents else diagnostic.line
            site.add(diagnostic.at(label, line))


_NO_NUMBER = re.compile(r'"(?:[^"\\]|\\.)*+"|(?P<name>-?(?:NaN|Infinity))')


def _line_of_no_number(text: str) -> int:
    """Return the line of what is a number for Python alone (RFC 8259, section 6), or 0."""
    found = next((one for one in _NO_NUMBER.finditer(text) if one["name"]), None)
    return text.count("\n", 0, found.start()) + 1 if found else 0


def _check_tables(site: CheckedSite) -> None:
    """Warn of the published tables that programs will not read whole."""
    for name in site.with_ending(".csv", ".tsv"):
        if name in site.own_files:
            text = (site.output / name).read_text("utf-8-sig", "replace")
            if line := broken_row(text, separator_of(name, text)):
                site.add(rules.UNREADABLE_TABLE().with_severity(WARNING).at(site.label(name), line))


_BOMS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_STYLE_COMMENT = re.compile(rb"/\*.*?(?:\*/|\Z)", re.DOTALL)
_OTHER_ENCODING = re.compile(rb"(?i)charset\s*=\s*[\"']?\s*(?!utf-?8)[\w-]")
_HEAD = 1024  # bytes in which a page says its encoding (HTML Standard, section 4.2.5.4)


def _check_encodings(site: CheckedSite) -> None:
    """Warn of the copied pages and styles that are not UTF-8, and do not say what they are."""
    for name in site.site.copied:
        ending = posixpath.splitext(name)[1].lower()
        if ending not in (".html", ".htm", ".css") or name not in site.files - site.too_long:
            continue
        data, found = (site.output / name).read_bytes(), Diagnostics()
        if data.startswith((*_BOMS, b"@charset")) or _OTHER_ENCODING.search(data[:_HEAD]):
            continue
        if ending == ".css":
            data = _STYLE_COMMENT.sub(lambda comment: b"\n" * comment[0].count(b"\n"), data)
        try:
            decode(data.replace(b"\0", b""), site.label(name), found)
        except ContentError:
            site.add(found.found[0].with_severity(WARNING))


def _report(ending: str, text: str, label: str, found: Diagnostics) -> None:
    if ending in (".yml", ".yaml"):
        try:
            deque(parse_events(text), maxlen=0)
        except TooDeep as error:
            found.add(DEEP_YAML().with_severity(WARNING).at(label, error.line + 1))
        except yaml.YAMLError as error:
            line, diagnostic = explain(error, text, 1)
            found.add(diagnostic.at(label, line))
        else:
            for line, key in keys_twice(text):
                found.add(KEY_TWICE(key=key).at(label, line))
    elif separator := separator_of(label, text):
        if line := broken_row(text, separator):
            found.add(rules.UNREADABLE_TABLE().at(label, line))
        else:
            for line, count, most in long_rows(text, separator):
                found.add(rules.LONG_ROW(count=count, most=most).at(label, line))
    elif ending == ".json":
        try:
            read_json(text)
        except json.JSONDecodeError as error:
            begun = text.split("\n")[error.lineno - 1][error.colno - 1 :]
            hint = _NO_COMMENT if begun.startswith(("//", "/*", "#")) else None
            found.add(rules.UNREADABLE_JSON(hint=hint).at(label, error.lineno))
        except EndlessNumber as error:
            line = text.count("\n", 0, text.index(error.digits)) + 1
            found.add(rules.ENDLESS_NUMBER_IN_JSON(count=len(error.digits)).at(label, line))
        except RecursionError:
            found.add(rules.TOO_DEEP_JSON().at(label))
