"""Files that this site does not publish, and that Jekyll would refuse: `_data/`."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import yaml

from checks.site import CheckedSite
from faults import ContentError, Fault, Faults
from front_matter.source import decode, read_bytes
from front_matter.yaml_faults import NOUN, explain
from front_matter.yaml_values import MAXIMUM_DEPTH
from scribouilli.content_files import LEADS_AWAY, MAXIMUM_PATH

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FOLDER = "_data"
_READ = os.R_OK | os.X_OK


def check_data_files(site: CheckedSite) -> None:
    """Tell the files of data that do not parse (Jekyll stops at them)."""
    root = site.site.files.root
    for path in sorted(_files(root / _FOLDER)):
        label, found = f"{site.site.label}/{path.relative_to(root).as_posix()}", Faults()
        if path.is_symlink():
            site.keep(Fault(label, 0, *LEADS_AWAY))
            continue
        try:
            text = decode(read_bytes(path, label, found), label, found)
        except ContentError:
            text = ""  # told
        if text:
            _tell(path.suffix.lower(), text, label, found)
        for fault in found.found:
            site.keep(fault)


def _files(folder: Path) -> Iterator[Path]:
    """Give the files under a folder, and the links to folders, which are not followed."""
    left = [folder]
    while left:
        path = left.pop()
        if path.is_dir() and not path.is_symlink():
            if len(os.fsencode(path.relative_to(folder))) <= MAXIMUM_PATH and os.access(
                path, _READ
            ):
                left += path.iterdir()
        elif path.is_dir() or (path.is_file() and not path.is_symlink()):
            yield path


def _tell(ending: str, text: str, label: str, found: Faults) -> None:
    if ending in (".yml", ".yaml"):
        try:
            _read(text)
        except yaml.YAMLError as error:
            line, message, cure = explain(error, text, 1)
            found.add(label, line, message.replace(NOUN, "ce fichier"), cure)
    elif ending == ".json":
        try:
            json.loads(text)
        except json.JSONDecodeError as error:
            message = "ce fichier JSON ne se lit pas"
            cure = "Vérifiez les virgules et les guillemets de cette ligne, et de celle d'avant."
            found.add(label, error.lineno, message, cure)
        except RecursionError:
            found.add(label, 0, "ce fichier JSON a trop de niveaux", "Simplifiez-le.")


def _read(text: str) -> None:
    """Read the events of a YAML text, as far as it is not absurdly deep."""
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > MAXIMUM_DEPTH:
            return
