"""Pairs of candidates, labelled by hand: one event or two."""

from datetime import date

import pytest

from content_types.calendars.announcement import Announcement
from content_types.calendars.choices import Choice
from content_types.calendars.duplicates import Candidate, put_together
from content_types.calendars.merging import Found, merge
from content_types.events.event import Credit, Event, Occurrence
from support import paris, utc

AT, LATER = paris(2026, 12, 3, 18, 30), paris(2026, 12, 3, 19)
DAY = date(2026, 12, 3)


def told(title: str = "Fête", start=AT, place: str = "", uid: str = "", slot=None) -> Candidate:
    return Candidate(title, start, place, ((uid, slot),), None)


# fmt: off
ONE = {
    "the same": (told(), told()),
    "capitals and accents": (told("Fête de l’Été"), told("FETE DE L'ETE")),
    "signs": (told("Fête !"), told("« Fête »")),
    "spaces": (told("Bal  folk"), told("Bal folk ")),
    "an emoji": (told("🎉 Bal folk"), told("Bal folk")),
    "a ligature": (told("Les œuvres"), told("Les oeuvres")),
    "the same hour in UTC": (told(), told(start=utc(2026, 12, 3, 17, 30))),
    "the same day": (told(start=DAY), told(start=DAY)),
    "the same place": (told(place="La Halle"), told(place="la halle")),
    "an article": (told(place="La Halle"), told(place="Halle")),
    "an address after": (told(place="La Halle"), told(place="La Halle, 34000 Montpellier")),
    "an address before": (told(place="3 rue Haute, 34000 Montpellier"),
                          told(place="Salle Rouge, 3 rue Haute, 34000 Montpellier")),
    "a country": (told(place="La Halle, Montpellier, France"), told(place="La Halle, Montpellier")),
    "a town in brackets": (told(place="Salle Rouge (Montpellier)"),
                           told(place="Salle Rouge, 2 rue Haute, 34000 Montpellier")),
    "a town after a dash": (told(place="Salle Rouge - Lunel"), told(place="Salle Rouge, Lunel")),
    "no place here": (told(), told(place="La Halle")),
    "no place there": (told(place="La Halle"), told()),
    "called off in its title": (told("ANNULÉ : Bal folk"), told("Bal folk")),
    "full in its title": (told("Bal folk (complet)"), told("Bal folk")),
    "one UID, another title": (told("Bal", uid="7@a"), told("Bal folk du 3", uid="7@a")),
    "one UID, another place": (told(place="Halle", uid="7@a"), told(place="Parc", uid="7@a")),
    "one date of a series": (told(uid="7@a", slot=AT), told(uid="7@a", slot=AT)),
    "two UIDs": (told(uid="7@a"), told(uid="8@b")),
    "a slip of the pen": (told("Assemblé générale", place="Halle"),
                          told("Assemblée générale", place="Halle")),
    "points": (told("A.G.", place="Halle"), told("AG", place="Halle")),
    "a plural": (told("Portes ouvertes", place="Halle"), told("Porte ouverte", place="La Halle")),
    "another letter": (told("Atelier courure", place="Halle"),
                       told("Atelier couture", place="Halle")),
    "and": (told("Soupe & bal"), told("Soupe et bal")),
    "a street in short": (told(place="1 av. de Sète, 34070 Montpellier"),
                          told(place="1 avenue de Sète, Montpellier")),
    "a comma after the number": (told(place="12, rue Haute - 34000 Montpellier"),
                                 told(place="12 rue Haute, Montpellier")),
    "a town after « de »": (told(place="Salle des fêtes de Lunel"),
                            told(place="Salle des fêtes, 34400 Lunel")),
    "a town before its hall": (told(place="St-Jean-de-Védas, Halle"),
                               told(place="La Halle, Saint Jean de Védas")),
}
TWO = {
    "a slip, nowhere": (told("Assemblé générale"), told("Assemblée générale")),
    "a slip in a short word": (told("Bal noir", place="Halle"), told("Bal noix", place="Halle")),
    "two slips in a word": (told("Tricot", place="Halle"), told("Crochet", place="Halle")),
    "a letter for a number": (told("Groupe A", place="Halle"), told("Groupe B", place="Halle")),
    "signs of a name": (told("C++", place="Halle"), told("C#", place="Halle")),
    "two numbers of a street": (told(place="12, rue Haute"), told(place="21, rue Haute")),
    "another title": (told("Fête"), told("Bal")),
    "a longer title": (told("Bal"), told("Bal folk")),
    "a number": (told("Atelier 1"), told("Atelier 2")),
    "another hour": (told(), told(start=LATER)),
    "a day and an hour": (told(start=DAY), told()),
    "another day": (told(start=DAY), told(start=date(2026, 12, 4))),
    "another zone": (told(), told(start=utc(2026, 12, 3, 18, 30))),
    "another place": (told(place="La Halle"), told(place="Le Parc")),
    "another room": (told(place="Salle 1"), told(place="Salle 12")),
    "the room next door": (told(place="Salle 2"), told(place="Salle 1, 2 rue Haute")),
    "another town": (told(place="Salle des fêtes, Lunel"), told(place="Salle des fêtes, Sète")),
    "another street": (told(place="3 rue Haute"), told(place="5 rue Haute")),
    "one UID, another hour": (told(uid="7@a"), told(start=LATER, uid="7@a")),
    "one UID, another title and place": (told("Bal", place="Halle, Sète", uid="13"),
                                         told("Réunion", place="Halle, Nîmes", uid="13")),
    "one UID, another month and town": (told("Loto", paris(2027, 1, 11), "Sète", uid="14"),
                                        told("Loto", paris(2027, 3, 15), "Nîmes", uid="14")),
    "one UID, another title and hour": (told("Bal", uid="1"), told("Fête", LATER, uid="1")),
    "a number for a UID, another title": (told("Visite", uid="1"), told("Marché", uid="1")),
    "another town after « de »": (told(place="Salle des fêtes de Lunel"),
                                  told(place="Salle des fêtes, 34200 Sète")),
    "two dates of a series": (told(uid="7@a", slot=AT), told(start=LATER, uid="7@a", slot=LATER)),
    "no UID, another hour": (told(uid=""), told(start=LATER, uid="")),
    "full, and another title": (told("Complet : Bal"), told("Complet : Fête")),
}
# fmt: on


@pytest.mark.parametrize("name", ONE)
def test_one_event_told_twice_is_one(name: str):
    assert [len(put_together(pair)) for pair in (ONE[name], ONE[name][::-1])] == [1, 1]


@pytest.mark.parametrize("name", TWO)
def test_two_events_stay_two(name: str):
    assert [len(put_together(pair)) for pair in (TWO[name], TWO[name][::-1])] == [2, 2]


def test_one_without_a_place_is_none_of_two():
    rooms = [told(place="Salle 1"), told(place="Salle 2"), told()]
    assert len(put_together(rooms)) == 3


SOURCE, CAGETTE = Credit("La Source", "/source/"), Credit("La Cagette", "/cagette/")


def found(credit: Credit, id: str, **more: object) -> Found:
    fields = {"title": "Bal folk", "start": AT, "uid": f"{id}@elsewhere"} | more
    return Found(Announcement(id=id, **fields), credit)


PAIR = [found(SOURCE, "1", place="La Halle"), found(CAGETTE, "2", url="https://cagette.example/2")]
FILE = Event("Bal folk", "/agenda/bal/", (Occurrence(AT),), "2026-12-03-bal", place="Halle, Lunel")


def test_all_are_credited_and_the_one_that_says_where_is_shown():
    _, (event,) = merge({}, PAIR, {}, "coop.example")
    shown = (event.key, event.place, event.href)
    assert shown == ("1", "La Halle", "https://cagette.example/2")
    assert event.announced_by == (SOURCE, CAGETTE)
    assert merge({}, PAIR[::-1], {}, "coop.example")[1] == [event]


def test_a_file_wins():
    credited, made = merge({"bal.md": FILE}, PAIR, {}, "coop.example")
    assert made == []
    assert credited["bal.md"].announced_by == (SOURCE, CAGETTE)
    assert (credited["bal.md"].title, credited["bal.md"].place) == (FILE.title, FILE.place)


def test_an_event_of_ours_that_comes_back_at_its_old_hour_is_still_one():
    echo = found(SOURCE, "3", start=LATER, uid="2026-12-03-bal@coop.example")
    credited, made = merge({"bal.md": FILE}, [echo], {}, "coop.example")
    assert (made, credited["bal.md"].announced_by) == ([], (SOURCE,))
    assert len(merge({"bal.md": FILE}, [echo], {}, "other.example")[1]) == 1


@pytest.mark.parametrize("id", ["1", "2"])
def test_one_choice_is_for_all_that_are_one(id: str):
    assert merge({}, PAIR, {id: Choice(is_hidden=True)}, "")[1] == []
    chosen = Choice(is_featured=True, title="Grand bal", place="Le Parc")
    (event,) = merge({}, PAIR, {id: chosen}, "")[1]
    assert (event.title, event.place, event.is_featured) == ("Grand bal", "Le Parc", True)


def test_a_choice_for_a_series_is_for_all_its_dates():
    dates = [found(SOURCE, str(n), start=paris(2026, 12, n, 18), series="s") for n in (1, 8)]
    assert merge({}, dates, {"s": Choice(is_hidden=True)}, "")[1] == []
