"""Sources that would be published at one address, or at one that cannot be a file."""

from __future__ import annotations

from pathlib import PurePosixPath

from faults import Faults
from scribouilli import urls
from scribouilli.content_files import MAXIMUM_PATH, nfc
from scribouilli.site import Site

_RENAME = "Renommez l'un des deux, ou changez son permalink."


def tell_collisions(site: Site, generated: dict[str, str], faults: Faults) -> None:
    """Tell every pair of sources that would be published at one address.

    Args:
        site: the site, loaded.
        generated: output files made from no source of their own, and what each is, in French.
    """
    taken: dict[str, str] = {}
    folded: dict[str, str] = {}
    for target, what in generated.items():
        taken.setdefault(nfc(target), what)
        folded.setdefault(nfc(target).casefold(), what)
    published = [(urls.save_as(document.path), document.name) for document in site.rendered]
    for target, name in sorted([*published, *((name, name) for name in site.copied)]):
        label = f"{site.label}/{name}"
        address = "/" + target.removesuffix("index.html")
        first = taken.setdefault(nfc(target), f"« {label} »")
        alike = folded.setdefault(nfc(target).casefold(), f"« {label} »")
        if first != f"« {label} »":
            message = f"ce fichier et {first} ont la même adresse : « {address} »"
            faults.add(label, 0, message, _RENAME)
        elif alike != f"« {label} »":
            message = (
                f"les adresses de ce fichier et de {alike} ne diffèrent que par des majuscules"
            )
            faults.warn(label, 0, message, f"{_RENAME} Windows et macOS n'en garderaient qu'un.")
        if _is_too_long(target):
            message = f"son adresse est trop longue : « {address[:60]}… »"
            faults.add(label, 0, message, "Donnez-lui un nom ou un permalink plus court.")
    _tell_nested(site.label, taken, faults)


def _is_too_long(target: str) -> bool:
    """Return whether no usual file system has such a file (255 bytes a name)."""
    data = target.encode()
    return len(data) > MAXIMUM_PATH or any(len(part) > 255 for part in data.split(b"/"))


def _tell_nested(label: str, taken: dict[str, str], faults: Faults) -> None:
    """Tell a file that would have to be a folder as well: `contact.html` and `contact.html/x`."""
    for target, source in taken.items():
        for parent in PurePosixPath(target).parents:
            if str(parent) in taken:
                message = (
                    f"{source} et {taken[str(parent)]} ne peuvent pas être publiés ensemble : "
                )
                message += f"« /{parent} » serait un fichier et un dossier"
                faults.add(label, 0, message, _RENAME)
