"""French sentences put together from small parts; the same seed gives the same words."""

from __future__ import annotations

from random import Random

_WHO = (
    "La coopérative",
    "L'atelier du quartier",
    "Une équipe de bénévoles",
    "Le collectif",
    "L'épicerie partagée",
    "Le groupe d'achat",
    "La régie de l'énergie",
    "Le fournil",
    "Une jeune association",
    "Le jardin commun",
)
_DOES = (
    "ouvre ses portes",
    "prépare une rencontre",
    "cherche un local",
    "met en commun ses outils",
    "répare des vélos",
    "transmet son savoir-faire",
    "publie ses comptes",
    "invite ses voisines et ses voisins",
    "partage un repas",
    "installe des panneaux solaires",
)
_WHERE = (
    "dans une ancienne cave",
    "près du marché",
    "au bord du canal",
    "à deux pas de la gare",
    "sous la halle",
    "au cœur du village",
    "avec l'aide de la commune",
    "entre la mer et la garrigue",
)
_WHEN = (
    "depuis le printemps",
    "chaque premier samedi du mois",
    "pour la troisième année",
    "dès la rentrée",
    "jusqu'à la fin de l'été",
    "malgré la pluie",
    "après six mois de travaux",
    "avant les vendanges",
)
SUBJECTS = (
    "jardin atelier fournil verger marché cinéma vélo journal chantier repas théâtre moulin".split()
)
TOWNS = "Lunel Sète Lodève Ganges Clapiers Mauguio Frontignan Gignac Pézenas Castries".split()


def sentence(chance: Random) -> str:
    """Return one sentence, of about 90 characters."""
    who, does = chance.choice(_WHO), chance.choice(_DOES)
    return f"{who} {does} {chance.choice(_WHERE)}, {chance.choice(_WHEN)}."


def sentences(chance: Random, count: int) -> str:
    """Return a paragraph of `count` sentences."""
    return " ".join(sentence(chance) for _ in range(count))


def emphasised(chance: Random) -> str:
    """Return a sentence with strong and light emphasis, in Markdown."""
    who = chance.choice(_WHO)
    return f"{who} **{chance.choice(_DOES)}** *{chance.choice(_WHEN)}*, {chance.choice(_WHERE)}."
