"""What is printed: which dates a sheet holds, at what size; and the task that prints it."""

from dataclasses import replace
from datetime import date, timedelta
from textwrap import wrap

import pytest
from invoke import Context, Exit

import tasks
from agenda_support import COMMONS, MOMENT, SITEURL, event
from content_types.agenda_views.papers import (
    SIZES,
    Programme,
    Size,
    announced_by,
    by_day,
    where_of,
)
from content_types.events.agenda import Line, upcoming_lines
from content_types.events.event import Credit, Event
from content_types.events.occurrence import Occurrence
from content_types.events.views import view_event
from support import paris, require, run_task, utc, write_site

NOW = utc(2026, 11, 30)


def lines(count: int, title: str = "Soupe commune") -> list[Line]:
    start = paris(2026, 12, 1, 18, 30)
    spans = [Occurrence(start + timedelta(hours=12 * n // (count // 60 + 1))) for n in range(count)]
    return upcoming_lines([view_event(Event(title, "/a/", tuple(spans), "a", "Halle"), NOW, str)])


@pytest.mark.parametrize("count", [1, 12, 30, 45])
def test_a_month_of_so_many_dates_fits_on_a_sheet(count):
    made = Programme("/p/", "2026-12", lines(count))
    assert (made.left_out, made.title) == (0, "décembre 2026")
    assert sum(len(day.lines) for day in made.days) == count


def test_more_dates_take_smaller_type_and_what_is_too_much_is_told():
    counts = [1, 20, 45, 60, 200]
    made = [Programme("/p/", "2026-12", lines(count)) for count in counts]
    points = [one.size.points for one in made]
    assert points == sorted(points, reverse=True) and points[0] == 26
    assert made[-1].size == SIZES[-1]
    assert made[-1].left_out == 200 - sum(len(day.lines) for day in made[-1].days) > 0
    shown = [line.date.start_utc for day in made[-1].days for line in day.lines]
    assert shown == sorted(shown)  # those left out are the last ones


def test_type_stays_large_and_the_sheet_full():
    made = Programme("/p/", "2026-12", lines(45, "Un après-midi pour réparer ensemble"))
    assert made.size.points >= 10
    assert Programme("/p/", "2026-12", lines(80)).left_out == 0


def test_who_announces_is_said():
    credits = tuple(Credit(name, "/") for name in ("La Source", "Soleil", "La Cagette"))
    line = lines(1)[0]
    view = replace(line.event, event=replace(line.event.event, announced_by=credits))
    said = "à 18\u00a0h\u00a030\u00a0· Halle\u00a0· annoncé par La Source, Soleil et La Cagette"
    assert where_of(Line(view, line.date)) == said and announced_by(line) == ""


def test_no_day_is_cut_between_two_columns():
    # Seven dates of 62 points, in columns of 690: a second day has no room in the same one.
    size, day = Size(3, 20), [("Bal", "Halle")] * 7
    assert size.height_of(day[0]) * 20 == 62
    assert size.count_that_fit([day] * 4) == 3 * 7 and size.count_that_fit([day * 2]) == 14


def test_long_words_take_more_room():
    short, long = (
        Programme("/p/", "2026-12", lines(30, it)) for it in ("Bal", "Un long titre " * 9)
    )
    assert long.size.points < short.size.points


def test_what_began_before_stands_first_under_its_own_name():
    spans = [Occurrence(date(2026, 11, 20), date(2026, 12, 31)), Occurrence(date(2026, 12, 1))]
    views = [view_event(Event("A", "/a/", (it,), "a"), NOW, str) for it in spans]
    days = by_day(upcoming_lines(views), date(2026, 12, 1), lambda day: f"le {day.day}")
    assert [(day.title, len(day.lines)) for day in days] == [("Déjà commencé", 1), ("le 1", 1)]


def programme(folder, *options: str, **more: str):
    content = write_site(folder / "c", COMMONS | event("bal", debut="2026-12-04 20h"))
    options = (f"--content={content}", f"--siteurl={SITEURL}/dossier", *options)
    return run_task("programme", *options, cwd=folder, SOURCE_DATE_EPOCH=MOMENT, **more)


@pytest.mark.browser
def test_the_task_prints_one_sheet_of_a_site_in_a_folder(tmp_path):
    require("chromium", "chromium")
    done = programme(tmp_path, "--mois=2026-12")
    made = tmp_path / "programme-2026-12.pdf"
    assert done.stdout.strip() == f"À imprimer, sur une feuille A4 : {made}"
    data = made.read_bytes()
    assert data.startswith(b"%PDF-") and data.count(b"/Type /Page\n") == 1


@pytest.mark.parametrize(
    "month, said",
    [
        ("2026-13", "« 2026-13 » n'est pas un mois. Écrivez par exemple 2026-12."),
        ("décembre", "« décembre » n'est pas un mois."),
    ],
)
def test_what_is_no_month_is_told(month, said):
    with pytest.raises(Exit, match=f"^--mois : {said}") as told:
        tasks.programme(Context(), mois=month)
    assert told.value.code == 1


@pytest.mark.server
def test_without_a_browser_or_without_dates_it_says_what_to_do(tmp_path):
    done = programme(tmp_path, "--mois=2026-12", PATH="/nowhere")
    assert done.returncode == 1 and "Il faut Chromium (ou Chrome)" in done.stderr
    require("chromium", "chromium")
    done = programme(tmp_path, "--mois=2030-01")
    assert done.returncode == 1 and list(tmp_path.glob("*.pdf")) == []
    assert "Rien n'est à venir en janvier 2030" in done.stderr
    assert "Mois annoncés : 2026-12." in done.stderr


def test_lines_are_counted_as_they_are_cut():
    titles = [
        "Rencontre avec les porte-parole du ciné-club, puis repas partagé de 18 h à 20 h",
        "Anticonstitutionnellementissimement, un débat sur l'anticonstitutionnellementissimement",
        "GRANDE FÊTE DE LA COOPÉRATIVE DU QUARTIER, AVEC BAL",
        "Bal",
        "",
    ]
    for size in (Size(columns, points) for columns in (1, 2, 3) for points in (8, 12, 20)):
        for title in titles:
            width = int(size.letters * (0.8 if title.isupper() else 1))
            rows = len(wrap(title, width))
            assert size.height_of((title, "")) == pytest.approx(0.6 + 1.25 * rows)
