"""Files of universes and actors: what they make, and how names are matched."""

import pytest

from content_types.commons.actor import ROLES, Actor, Commons
from content_types.commons.files import ACTOR, UNIVERSE, read_actor, read_universe
from content_types.commons.views import actor_json
from core.diagnostics import Diagnostics
from core.names import name_key
from jekyll.front_matter import parse_mapping

LABEL = "content/_communs/energie/a.md"
LEAST = "nom: A\nrole: soutien\n"


def read(front: str) -> tuple[Actor | None, Diagnostics]:
    diagnostics = Diagnostics()
    values = parse_mapping(front, LABEL, diagnostics, first_line=2)
    return read_actor(
        values, LABEL, "a", "/communs/energie/a/", "energie", diagnostics
    ), diagnostics


def good(front: str) -> Actor:
    actor, diagnostics = read(front)
    assert diagnostics.found == []
    assert actor
    return actor


def test_a_full_file():
    actor = good(
        """
nom: "Les Ami-e-s : de la Cagette"
rôle: Cooperative
univers: [Numérique, habitat]
site: https://exemple.org/
logo: /images/logo.svg
ville: Montpellier
adresse: |
  19 rue de l'Exemple
  34000 Montpellier
depuis: 06/09/2025
type: association
"""
    )
    assert (actor.name, actor.role) == ("Les Ami-e-s : de la Cagette", "coopérative")
    assert actor.universes == ("energie", "Numérique", "habitat")
    assert (actor.site, actor.logo) == ("https://exemple.org/", "images/logo.svg")
    assert actor.address == "19 rue de l'Exemple, 34000 Montpellier"
    assert (actor.town, actor.since, actor.kind) == (
        "Montpellier",
        "6 septembre 2025",
        "association",
    )


@pytest.mark.parametrize(
    ("line", "attribute", "value"),
    [
        pytest.param("role: partenaires", "role", "partenaire", id="a role in the plural"),
        pytest.param("role: SOUTIEN", "role", "soutien", id="a role in capitals"),
        pytest.param("depuis: 2005", "since", "2005", id="a year"),
        pytest.param("depuis: 2025-09-06", "since", "6 septembre 2025", id="a day"),
        pytest.param("depuis:", "since", "", id="an empty key"),
        pytest.param(
            "univers: Habitat, Eau", "universes", ("energie", "Habitat", "Eau"), id="commas"
        ),
    ],
)
def test_values(line, attribute, value):
    front = line if line.startswith("role") else f"role: soutien\n{line}"
    assert getattr(good(f"nom: A\n{front}"), attribute) == value


@pytest.mark.parametrize(
    "line",
    [
        "depuis: 99",
        "depuis: 2025-02-30",
        "site: exemple",
        "logo: ../a.svg",
        "ville: [a]",
        "type: x",
    ],
)
def test_a_bad_value_is_told_with_its_line(line):
    _, diagnostics = read(LEAST + line)
    (diagnostic,) = diagnostics.errors
    assert (diagnostic.path, diagnostic.line) == (LABEL, 4)
    assert line.split(": ")[0] in diagnostic.message
    assert diagnostic.hint


def test_a_universe():
    diagnostics = Diagnostics()
    values = parse_mapping("title: Terre et eau\norder: 2\ncouleur: Lavande", LABEL, diagnostics)
    universe = read_universe(values, LABEL, "terre-et-eau", "/communs/terre-et-eau/", diagnostics)
    assert (universe.title, universe.order, universe.colour) == ("Terre et eau", 2, "lavande")
    bare = read_universe({}, LABEL, "terre-et-eau", "/communs/terre-et-eau/", diagnostics)
    assert (bare.title, bare.order, bare.colour) == ("Terre et eau", None, "midi")
    assert diagnostics.found == []


def test_every_key_says_what_it_is_for():
    assert all(field.meaning for schema in (ACTOR, UNIVERSE) for field in schema.fields.values())


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("scopyleft", "Scopyleft"),
        ("Les Ami·e·s de l’Œuvre", "LES AMI-E-S DE L'OEUVRE"),
        ("Cafe\u0301  Coop", "Café Coop"),
        ("Énergie & Co", "energie co"),
        ("???", "???"),
    ],
)
def test_names_that_match(written, name):
    actor = Actor("a", name, "/a/", ROLES[0], ("energie",))
    assert Commons({}, {"a.md": actor}).named(written) == actor


def test_names_that_differ():
    keys = [name_key(name) for name in ("Enercoop", "Enercoop Midi", "La Coop", "Lacoop", "?", "!")]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param("", {"@type": "Organization"}, id="nothing told"),
        pytest.param("type: association", {"@type": "NGO"}, id="an association"),
        pytest.param("type: commerce", {"@type": "LocalBusiness"}, id="a shop"),
        pytest.param("site: https://a.org/", {"url": "https://a.org/"}, id="a site"),
        pytest.param("logo: images/a.svg", {"logo": "https://ici.fr/images/a.svg"}, id="a logo"),
        pytest.param(
            "ville: Sète",
            {"address": {"@type": "PostalAddress", "addressLocality": "Sète"}},
            id="a town alone",
        ),
        pytest.param(
            "ville: Sète\nadresse: 1 rue X, 34200 Sète",
            {
                "address": {
                    "@type": "PostalAddress",
                    "streetAddress": "1 rue X",
                    "postalCode": "34200",
                    "addressLocality": "Sète",
                    "addressCountry": "FR",
                }
            },
            id="an address",
        ),
    ],
)
def test_structured_data(lines, expected):
    actor = good(LEAST + lines)
    logo = f"https://ici.fr/{actor.logo}" if actor.logo else ""
    data = actor_json(actor, address="https://ici.fr/communs/energie/a/", logo=logo)
    least = {
        "@context": "https://schema.org",
        "@type": "Organization",
        "@id": "https://ici.fr/communs/energie/a/#acteur",
        "name": "A",
        "url": "https://ici.fr/communs/energie/a/",
        "mainEntityOfPage": "https://ici.fr/communs/energie/a/",
    }
    assert data == {**least, **expected}
