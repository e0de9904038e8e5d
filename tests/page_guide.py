"""The examples of docs/ecrire-une-page.md, as a site: what members copy is what is tested."""

import re

from photos import saved, scene
from support import PROJECT, page

_GUIDE = PROJECT / "docs" / "ecrire-une-page.md"
_SECTION = re.compile(r"^## (.+)$", re.MULTILINE)
_FENCE = re.compile(r"^```markdown\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def examples() -> dict[str, str]:
    """Return what each section of the guide says to type in a text, by its title."""
    _, *parts = _SECTION.split(_GUIDE.read_text(encoding="utf-8"))
    sections = zip(parts[::2], parts[1::2], strict=True)
    return {title: text for title, part in sections if (text := "\n".join(_FENCE.findall(part)))}


def guide_site() -> dict[str, str | bytes]:
    """Return a page that holds all the examples, and what they lead to and show."""
    body = "\n".join(f"## {title}\n\n{text}" for title, text in examples().items())
    return {
        "ecrire.md": page("title: Écrire une page\norder: 91\nparent: Contact", body),
        "contact.md": page("title: Contact\norder: 90"),
        "documents/statuts.pdf": b"%PDF-1.4\n",
        "videos/visite.mp4": b"\0\0\0\x14ftypisom\0\0\2\0isom",
        "images/bal.jpg": saved(scene((480, 320))),
        "images/repas.jpg": saved(scene((480, 320))),
        "images/fanfare.jpg": saved(scene((320, 480))),
    }
