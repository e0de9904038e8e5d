"""Files that this site does not publish, and that Jekyll would refuse: `_data/`."""

from __future__ import annotations

import json

import yaml

from checks.site import CheckedSite
from faults import ContentError, Faults
from front_matter.source import decode, read_bytes
from front_matter.yaml_faults import NOUN, explain
from front_matter.yaml_values import MAXIMUM_DEPTH

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FOLDER = "_data"


def check_data_files(site: CheckedSite) -> None:
    """Tell the files of data that do not parse (Jekyll stops at them)."""
    root = site.site.files.root
    for path in sorted((root / _FOLDER).rglob("*")):
        name = path.relative_to(root).as_posix()
        if path.is_symlink() or not path.is_file():
            continue
        label, found = f"{site.site.label}/{name}", Faults()
        try:
            text = decode(read_bytes(path, label, found), label, found)
        except ContentError:
            text = ""  # told
        if text:
            _tell(path.suffix.lower(), text, label, found)
        for fault in found.found:
            site.keep(fault)


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
