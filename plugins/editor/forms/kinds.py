"""The kinds of files that members write: where each goes, its keys, what its text begins with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from content_types.commons.files import ACTOR, NEWS, UNIVERSE
from content_types.events.event_file import EVENT
from jekyll.front_matter import Field
from jekyll.front_matter.form import NEVER
from jekyll.site.content_files import COMMONS_FOLDER, EVENTS_FOLDER, POSTS_FOLDER
from jekyll.site.pelican_keys import PELICAN
from jekyll.site.schemas import PAGE, POST


@dataclass(frozen=True)
class Kind:
    """A kind of file."""

    name: str  # its name for programs
    label: str  # as a button has it, in French
    folder: str  # where its files are, in the content; `{universe}` is the folder of one
    file: str  # how they are named: `{date}` is a day, `{slug}` comes from the title
    title_key: str  # the key that names it
    prompt: str  # what its text is until someone writes it, in French
    fields: Mapping[str, Field]  # its keys, in the order of a form
    date_key: str = ""  # the key that gives the day of its file's name; "" for the day of writing

    @property
    def asked(self) -> dict[str, Field]:
        """Return the keys that people are asked for."""
        return {key: one for key, one in self.fields.items() if one.form.place != NEVER}


_DATED = "{date}-{slug}.md"
KINDS = {
    kind.name: kind
    for kind in (
        Kind(
            "actualite",
            "Une actualité",
            POSTS_FOLDER,
            _DATED,
            "title",
            "Écrivez ici votre actualité.",
            {**POST.fields, **NEWS.fields, **PELICAN.fields},
        ),
        Kind(
            "evenement",
            "Un événement",
            EVENTS_FOLDER,
            _DATED,
            "title",
            "Écrivez ici ce qu'il faut savoir de l'événement.",
            EVENT.fields,
            "debut",
        ),
        Kind(
            "acteur",
            "Un acteur",
            f"{COMMONS_FOLDER}/{{universe}}",
            "{slug}.md",
            "nom",
            "Présentez ici cet acteur.",
            ACTOR.fields,
        ),
        Kind(
            "univers",
            "Un univers",
            f"{COMMONS_FOLDER}/{{slug}}",
            "index.md",
            "title",
            "Présentez ici cet univers.",
            UNIVERSE.fields,
        ),
        Kind(
            "page",
            "Une page",
            "",
            "{slug}.md",
            "title",
            "Écrivez ici votre page.",
            {**PAGE.fields, **PELICAN.fields},
        ),
    )
}
