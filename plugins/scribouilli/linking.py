"""Where `{% link … %}` and `{% post_url … %}` lead, and what to say when they lead nowhere."""

from __future__ import annotations

import posixpath
import re

from diagnostics import suggestion
from front_matter.data_types import IMAGE_ENDINGS
from scribouilli.content_files import POSTS_FOLDER, nfc, stays_inside
from scribouilli.liquid import AT_FAULT, BadTag
from scribouilli.site import PAGE_ENDINGS, Site
from scribouilli.urls import quote_path

VERIFY_NAME = "Vérifiez le nom du fichier, ou retirez ce lien."

_SCHEME = re.compile(r"(?:https?:)?//|mailto:|tel:", re.IGNORECASE)
# A name up to its ending, then words that have no ending of their own.
_NAME_THEN_JUNK = re.compile(r"(?P<name>.+\.[A-Za-z]\w{1,4})\s+(?P<junk>[^.]+)")


class Linker:
    """Resolves the names that members write against the site's files."""

    def __init__(self, site: Site, base_path: str):
        self.site, self.base_path = site, base_path
        self._documents = site.documents
        self._copied = frozenset(site.copied)
        self._broken_posts = {_post_stem(name) for name in site.broken}
        self._withheld = {_post_stem(name): until for name, until in site.withheld.items()}
        self._posts = {_post_stem(post.name): post for post in site.posts}

    def link(self, name: str) -> str:
        """Return the address of a file named relative to the content folder.

        Raises:
            BadTag: no such file, or something is written after its name.
        """
        if not name:
            example = "Écrivez par exemple {% link contact.md %}."
            raise BadTag("la balise « link » ne nomme aucun fichier", example)
        if _SCHEME.match(name):
            message = f"« {name} » n'est pas un fichier de ce site"
            raise BadTag(message, f"Écrivez-la sans la balise : [mots du lien]({name}).")
        found = self.site.files.find(name)
        if found is None and not self._is_left_out(name):
            raise self._missing(name)
        if found in self.site.broken:
            return AT_FAULT  # its own fault is told
        if found in self._documents:
            return self.base_path + quote_path(self._documents[found].path)
        if found in self._copied:
            return self.base_path + quote_path("/" + found)
        if found in self.site.withheld:
            raise _too_early(name, self.site.withheld[found])
        agrees = "publié" if _kind(name).startswith("le ") else "publiée"
        it = "le" if agrees == "publié" else "la"
        raise BadTag(
            f"{_kind(name)} « {name} » n'est pas {agrees}", f"Publiez-{it}, ou retirez ce lien."
        )

    def _is_left_out(self, name: str) -> bool:
        """Return whether a file is there that the site does not take (`exclude`)."""
        root = self.site.files.root
        return stays_inside(root, root / name.lstrip("/"))

    def post_url(self, name: str) -> str:
        """Return the address of a post named by its file, without its ending."""
        if not name:
            example = "Écrivez par exemple {% post_url 2026-03-12-titre %}."
            raise BadTag("la balise « post_url » ne nomme aucun article", example)
        post = self._posts.get(nfc(name.strip("/")))
        if post:
            return self.base_path + quote_path(post.path)
        if nfc(name.strip("/")) in self._broken_posts:
            return AT_FAULT  # its own fault is told
        if until := self._withheld.get(nfc(name.strip("/"))):
            raise _too_early(name, until)
        message = f"l'article « {name} » n'existe pas dans _posts/"
        raise BadTag(message, suggestion(name, self._posts) or VERIFY_NAME)

    def _missing(self, name: str) -> BadTag:
        name, junk = _split_junk(name)
        existing = self.site.files.find(name)
        if existing:
            message = f"« {junk} » est de trop après le nom du fichier « {nfc(existing)} »"
            return BadTag(message, f"Écrivez {{% link {nfc(existing)} %}}.")
        bare = name.strip("\"' ")
        if bare != name and self.site.files.find(bare):
            message = f"le nom {name} ne doit pas être entre guillemets"
            return BadTag(message, f"Écrivez {{% link {bare} %}}.")
        return self._unknown(nfc(name).removeprefix("/"), junk)

    def _unknown(self, name: str, junk: str) -> BadTag:
        folder, base = posixpath.split(name)
        known = [nfc(existing) for existing in self.site.files.names]
        beside = [posixpath.basename(n) for n in known if posixpath.dirname(n) == folder]
        message = f"{_kind(base)} « {base} » n'existe pas" + (f" dans {folder}/" if folder else "")
        if junk:
            message += f", et « {junk} » est de trop après son nom"
        hint = suggestion(base, beside) or suggestion(name, known) or VERIFY_NAME
        return BadTag(message, hint)


def _too_early(name: str, until: str) -> BadTag:
    message = f"« {name} » ne paraîtra que le {until}"
    return BadTag(message, "Retirez ce lien jusque-là, ou avancez la date de publication.")


def _post_stem(name: str) -> str:
    return nfc(posixpath.splitext(name.removeprefix(f"{POSTS_FOLDER}/"))[0])


def _split_junk(name: str) -> tuple[str, str]:
    """Part a file's name from words after its ending (people add a width); "" when none."""
    found = _NAME_THEN_JUNK.fullmatch(name)
    return (found["name"], found["junk"]) if found else (name, "")


def _kind(name: str) -> str:
    ending = posixpath.splitext(name)[1].lower()
    if ending in IMAGE_ENDINGS:
        return "l'image"
    return "la page" if ending in PAGE_ENDINGS else "le fichier"
