"""What is no rule: each message says what was read, what was not, and the cure."""

import pytest

from content_types.events.left_out import left_out
from content_types.events.rule import rule
from jekyll.front_matter import Value
from jekyll.front_matter.schema import BadValue


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("souvent", "chaque lundi, un mardi sur deux"),
        (
            "premier jeudi du mois à 18h30",
            "« premier jeudi du mois » est compris, mais pas « à 18h30 »",
        ),
        ("tous les lundis matin", "L'heure se dit dans « debut »"),
        ("tous les jeudis sauf en août", "se dit dans « sauf »"),
        ("tous les jours sauf le dimanche", "du lundi au samedi"),
        ("mardi des semaines paires", "un mardi sur deux"),
        ("chaque jeudi jusqu'au 30 juin", "La fin se dit dans « jusqu_au »"),
        ("chaque jeudi à partir de mars", "La première date se dit dans « debut »"),
        ("2026-12-03", "se disent dans « dates »"),
        ("chaque jeudi, sauf en Août", "« chaque jeudi » est compris, mais pas « sauf en Août »"),
        ("premier jeudi ouvré", "« premier jeudi » est compris, mais pas « ouvré »"),
        ("lundi et l'été", "« lundi » est compris, mais pas « l'été »"),
        ("deuxeime jeudi", "Vouliez-vous dire « deuxième » ?"),
        ("premeir jeudi", "Vouliez-vous dire « premier » ?"),
        ("premier week-end du mois", "premier samedi du mois"),
        ("un week-end sur deux", "un samedi sur deux"),
        ("chaque jour ouvrable", "du lundi au vendredi, ou du lundi au samedi"),
        ("fin de mois", "le dernier jour du mois"),
        ("chaque fin de mois", "le dernier jour du mois"),
        ("début de mois", "le 1er du mois"),
        ("premier dimanche de chaque trimestre", "premier jeudi du mois, tous les trois mois"),
        ("un premier jeudi du mois sur deux", "premier jeudi du mois, un mois sur deux"),
        ("deux fois par mois", "Dites quand"),
        ("bimensuel", "1er et 3e samedi"),
        ("dernier jeudi du mois de 10h à 12h", "« dernier jeudi du mois » est compris"),
        ("chaque mercredi pendant les vacances", "leurs dates"),
        ("tous les mercredis hors vacances scolaires", "leurs dates, dans « sauf »"),
        ("chaque lundi (sauf jours fériés)", "leurs dates, dans « sauf »"),
        ("jeudi pendant dix semaines", "La fin se dit dans « jusqu_au »"),
        ("jeudi, toute l'année", "cela revient toute l'année"),
        ("les jeudis 3, 10 et 17 décembre", "se disent dans « dates »"),
        ("chaque lundi et premier jeudi du mois", "plusieurs règles"),
        ("tous les mois, le jeudi", "plusieurs règles"),
        ("le 32 du mois", "31 jours au plus"),
        ("en août", "chaque lundi"),
        ("a" * 300, "chaque lundi"),
        ("FREQ=HOURLY", "« FREQ=HOURLY » n'est pas compris"),
        ("FREQ=DAILY;BYHOUR=9,10", "BYHOUR"),
        ("FREQ=DAILY;INTERVAL=0", "INTERVAL=0"),
        ("FREQ=WEEKLY;BYDAY=1TH", "demande FREQ=MONTHLY"),
        ("FREQ=MONTHLY;BYDAY=XX", "FREQ=MONTHLY;BYDAY=1TH"),
        ("FREQ=WEEKLY;COUNT=3;UNTIL=20270101", "COUNT ou UNTIL"),
    ],
)
def test_what_is_no_rule_is_told_with_what_was_read(words: str, told: str):
    with pytest.raises(BadValue) as bad:
        rule(Value(words, 1))
    assert told in bad.value.expected


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("une semaine sur deux", "se dit dans « chaque »"),
        ("vacances scolaires", "par leurs dates"),
        ("le dimanche", "se choisit dans « chaque »"),
        ("du 4 janvier 2027 au 19 décembre 2026", "finit avant de commencer"),
    ],
)
def test_what_cannot_be_left_out_is_told_with_the_cure(words: str, told: str):
    with pytest.raises(BadValue) as bad:
        left_out(Value(words, 1))
    assert told in bad.value.expected
