"""The parts of a site that its members may switch off: the news, the agenda, the commons."""

from __future__ import annotations

from core.diagnostics import Diagnostics
from core.diagnostics.catalog.settings import FILES_OF_A_PART_SWITCHED_OFF, PART_WITHOUT_EFFECT
from jekyll.site.config import FILE_NAME
from jekyll.site.content_files import COMMONS_FOLDER, EVENTS_FOLDER, POSTS_FOLDER
from jekyll.site.model import Site
from jekyll.site.settings import AGENDA, COMMONS, NEWS

_FOLDERS = {NEWS: POSTS_FOLDER, AGENDA: EVENTS_FOLDER, COMMONS: COMMONS_FOLDER}


def leave_out_parts(site: Site, diagnostics: Diagnostics) -> None:
    """Withhold the documents of the parts that are switched off, and tell how many they are.

    A part that is named and has no file is reported too. It comes before plugins look at the site:
    none of them sees what another leaves out.
    """
    for key, folder in _FOLDERS.items():
        part = site.config.settings.parts[key]
        left = (
            [] if part.is_on else [it for it in site.rendered if it.name.startswith(f"{folder}/")]
        )
        for document in left:
            site.withhold(document)
        if (
            part.is_on
            and part.is_asked
            and not any(name.startswith(f"{folder}/") for name in site.files.names)
        ):
            useless = PART_WITHOUT_EFFECT(
                key=key,
                why=f"il n'y a aucun fichier dans {folder}/",
                hint="Retirez cette ligne, ou ajoutez un fichier.",
            )
            diagnostics.add(useless.at(f"{site.label}/{FILE_NAME}", part.line))
        if left:
            count = "un fichier" if len(left) == 1 else f"{len(left)} fichiers"
            diagnostic = FILES_OF_A_PART_SWITCHED_OFF(key=key, files=f"{count} de {folder}/")
            diagnostics.add(diagnostic.at(f"{site.label}/{FILE_NAME}", part.line))
