"""The home page, built once and read later: the next event gives way to the one after."""

import pytest

from time_support import AFTER, BEFORE, CLOSED, DURING, WINTER

pytestmark = pytest.mark.browser

HOME = "full/"


@pytest.mark.parametrize(
    ("moment", "title", "label", "buttons"),
    [
        pytest.param(BEFORE, "Galaxie coopérative", "À venir", 1, id="before"),
        pytest.param(CLOSED, "Galaxie coopérative", "À venir", 0, id="registration closed"),
        pytest.param(DURING, "Galaxie coopérative", "En ce moment", 0, id="during"),
        pytest.param(
            "2025-09-06T15:59:59Z", "Galaxie coopérative", "En ce moment", 0, id="last second"
        ),
        pytest.param("2025-09-06T16:00:00Z", "Soupe commune", "À venir", 0, id="the next"),
        pytest.param(
            "2025-10-09T21:59:59Z", "Soupe commune", "En ce moment", 0, id="its last date"
        ),
        pytest.param("2025-10-20T10:00:00Z", "Ciné-débat", "Complet", 0, id="the last"),
    ],
)
def test_the_next_event_moves_on(see, moment, title, label, buttons):
    page = see(HOME, moment)
    assert page.locator(".next-event .event-title:visible").all_inner_texts() == [title]
    assert page.locator(".next-event .status:visible").all_inner_texts() == [label]
    assert page.get_by_role("link", name="S’inscrire").count() == buttons


def test_when_all_is_over_the_poster_goes(see):
    page = see(HOME, WINTER)
    assert page.locator(".next-event").count() == 0
    assert page.locator("h1").inner_text() == "Accueil"
    assert page.locator(".latest-news h3:visible").count() == 3


def test_without_event_to_come_nor_news_there_is_only_the_text(see):
    page = see("quiet/", BEFORE)
    assert page.locator(".next-event, .latest-news, script").count() == 0


@pytest.mark.parametrize("moment", [BEFORE, AFTER, WINTER])
def test_without_script_the_date_stays_and_nothing_false_is_said(see, moment):
    page = see(HOME, moment, java_script_enabled=False)
    said = page.locator("body").inner_text()
    assert "venir" not in said and "Passé" not in said
    assert page.locator(".next-event time:visible").count() == 1
