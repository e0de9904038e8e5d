"""The keys that mean the same in every kind of text, under all their names."""

from datetime import date, time
from typing import Any

import pytest

from content_types.events.event_file import EVENT
from core.diagnostics import Diagnostics
from core.language import language_tag, open_graph_locale
from jekyll.front_matter import parse_mapping
from jekyll.front_matter.shared_keys import LeadImage
from jekyll.site.schemas import PAGE, POST

KINDS = {"page": PAGE, "post": POST, "event": EVENT}


def read(kind: str, front: str) -> tuple[dict[str, Any], list[str]]:
    """Return the values that are written, and what is told of them."""
    known, diagnostics = KINDS[kind], Diagnostics()
    values = known.named(parse_mapping(front, "x.md", diagnostics), "x.md", diagnostics)
    found = known.read(values, "x.md", diagnostics)
    told = [f"{one.line} {one.code}" for one in diagnostics.found]
    return {key: found[key] for key in values if key in found}, told


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("front", "key", "value"),
    [
        *(
            (f"{name}: Un bal", "resume", "Un bal")
            for name in ("resume", "Résumé", "description", "summary")
        ),
        *((f"{name}: Un bal", "title", "Un bal") for name in ("title", "titre", "Titre")),
        *(
            (f"{name}: Camille Martin, Sam", "auteur", ("Camille Martin", "Sam"))
            for name in ("auteur", "auteurs", "author", "authors", "Auteur")
        ),
        ("author: {name: Camille Martin, email: a@b.fr}", "auteur", ("Camille Martin",)),
        ("authors: [{nom: Camille}, Sam, sam]", "auteur", ("Camille", "Sam")),
        ("auteur: '\"Martin, Camille\"'", "auteur", ('"Martin, Camille"',)),
        ("image: /images/a.jpg", "image", LeadImage("images/a.jpg")),
        ("affiche: images/a.jpg", "image", LeadImage("images/a.jpg")),
        ("image: {path: /images/a.jpg, alt: Un bal}", "image", LeadImage("images/a.jpg", "Un bal")),
        ("lang: en", "lang", "en"),
    ],
)  # fmt: skip
def test_a_key_says_the_same_everywhere(kind: str, front: str, key: str, value: object):
    assert read(kind, front) == ({key: value}, [])


@pytest.mark.parametrize(
    ("kind", "front", "values"),
    [
        ("post", "mots-clés: bal, danse", {"tags": ["bal", "danse"]}),
        ("event", "Mots clés: [bal, danse]", {"tags": ["bal", "danse"]}),
        ("post", "Tags: bal", {}),  # Jekyll knows `tags` alone
        ("post", "Description: Un bal", {}),
        ("page", "description:\nresume: Un bal", {"resume": "Un bal"}),
        ("post", "date: ''\npublished: ''\nredirect_from: ''\nlang: ''", {"redirect_from": []}),
        ("page", 'order: ""\nin_menu: ""', {}),
        ("event", "debut: ''\ndate: 2026-03-12\nfin: ''", {"debut": date(2026, 3, 12)}),
        ("post", "langue: en-gb", {"lang": "en-GB"}),
        ("event", "langue: français et oc", {"langue": ("fr", "oc")}),
        ("event", "place: Ici\nprice: 5 €", {"lieu": "Ici", "tarif": "5 €"}),
        ("event", "fin: vers 21h", {"fin": time(21)}),
        ("event", "start: 2026-03-12\nend: 21h", {"debut": date(2026, 3, 12), "fin": time(21)}),
    ],
)  # fmt: skip
def test_other_names(kind: str, front: str, values: dict[str, object]):
    assert read(kind, front) == (values, [])


@pytest.mark.parametrize(
    ("kind", "front", "values", "told"),
    [
        ("post", "resume: A\ndescription: B", {"resume": "B"}, ["1 cle-sous-deux-noms"]),
        ("event", "résumé: A\nresume: B", {"resume": "B"}, ["1 cle-sous-deux-noms"]),
        ("event", "summary: A\ndescription: B", {"resume": "A"}, ["2 cle-sous-deux-noms"]),
        (
            "page", "auteurs: A\nauteur: B\nauthor: C", {"auteur": ("C",)},
            ["1 cle-sous-deux-noms", "2 cle-sous-deux-noms"],
        ),
        ("page", "lang: anglais", {"lang": "en"}, ["1 valeur-impossible"]),
        ("page", "lang: xx", {"lang": None}, ["1 valeur-impossible"]),
        ("page", "auteur: {mail: a@b.fr}", {"auteur": ()}, ["1 valeur-impossible"]),
        ("page", "auteur: Ada <a@b.fr>, Bo", {"auteur": ("Ada", "Bo")}, ["1 valeur-impossible"]),
        ("event", "auteur: a@b.fr", {"auteur": ()}, ["1 valeur-impossible"]),
        ("page", "image: https://a.fr/b.jpg", {"image": LeadImage()}, ["1 valeur-impossible"]),
    ],
)  # fmt: skip
def test_what_is_told(kind: str, front: str, values: dict[str, object], told: list[str]):
    assert read(kind, front) == (values, told)


@pytest.mark.parametrize(
    ("written", "tag", "locale"),
    [
        ("en", "en", "en_US"),
        ("EN-gb", "en-GB", "en_GB"),
        ("fr_FR.UTF-8", "fr-FR", "fr_FR"),
        ("Español", "es", "es_ES"),
        ("occitan", "oc", "oc_FR"),
        ("zh-hans-cn", "zh-Hans-CN", "zh_CN"),
        ("eo", "eo", "eo"),
        ("us", None, ""),
        ("fr-french", None, ""),
        ("", None, ""),
    ],
)
def test_languages(written: str, tag: str | None, locale: str):
    assert language_tag(written) == tag
    assert tag is None or open_graph_locale(tag) == locale
