"""An event's page, built once and read later: only the clock of a real browser moves."""

import pytest

from time_support import AFTER, BEFORE, DURING, STATES, WINTER

pytestmark = pytest.mark.browser

GALAXY = "full/agenda/2025-09-06-galaxie/"
SUPPER = "full/agenda/2025-09-11-soupe/"
LAST_SECOND, CLOSING = "2025-09-04T21:59:59Z", "2025-09-04T22:00:00Z"
LAST_SECOND_OF_ALL, END = "2025-09-06T15:59:59Z", "2025-09-06T16:00:00Z"
PHONE = 360


def state_page(state: str) -> str:
    return f"states/agenda/2025-09-06-{state}/"


def button(page):
    return page.get_by_role("link", name="S’inscrire")


def registration(page) -> list[str]:
    return page.locator(".registration:visible").all_inner_texts()


def count_of(selector: str, key: str, value: str) -> str:
    """Return the script that counts the elements of a computed style."""
    has = f"getComputedStyle(it).{key} == '{value}'"
    return f"[...document.querySelectorAll('{selector}')].filter(it => {has}).length"


def calendar_link(page):
    return page.get_by_role("link", name="Ajouter à mon agenda")


@pytest.mark.parametrize(
    ("moment", "label", "buttons", "words"),
    [
        pytest.param(BEFORE, "À venir", 1, "Inscriptions jusqu", id="before"),
        pytest.param(LAST_SECOND, "À venir", 1, "Inscriptions jusqu", id="last second to register"),
        pytest.param(CLOSING, "À venir", 0, "Inscriptions closes", id="registration closes"),
        pytest.param(DURING, "En ce moment", 0, "Inscriptions closes", id="during"),
        pytest.param(
            LAST_SECOND_OF_ALL, "En ce moment", 0, "Inscriptions closes", id="last second"
        ),
        pytest.param(END, "Passé", 0, "", id="end"),
        pytest.param(AFTER, "Passé", 0, "", id="after"),
    ],
)
def test_an_event_s_page_to_the_second(see, moment, label, buttons, words):
    page = see(GALAXY, moment)
    assert page.locator(".status").all_inner_texts() == [label]
    assert button(page).count() == buttons
    told = [text.removeprefix("S’inscrire").strip() for text in registration(page)]
    assert len(told) == bool(words) and all(text.startswith(words) for text in told)
    assert page.locator(".poster time:visible").all_inner_texts() == [
        "samedi 6 septembre 2025, de 14\u00a0h à 18\u00a0h"
    ]


@pytest.mark.parametrize(
    ("state", "before", "after"),
    [
        ("free", "À venir", "Passé"),
        ("closed", "À venir", "Passé"),
        ("full", "Complet", "Passé"),
        ("over", "Passé", "Passé"),
        ("postponed", "Reporté", "Reporté"),
        ("cancelled", "Annulé", "Annulé"),
    ],
)
def test_a_status_outlives_the_day_where_it_matters(see, state, before, after):
    for moment, label in ((BEFORE, before), (AFTER, after)):
        page = see(state_page(state), moment)
        assert page.locator(".status").all_inner_texts() == [label]
        assert button(page).count() == 0


@pytest.mark.parametrize(
    ("state", "before", "after"),
    [
        ("free", [], []),
        ("closed", ["Inscriptions closes"], []),
        ("full", ["complet"], []),
        ("postponed", ["reporté"], ["reporté"]),
        ("cancelled", ["annulé"], ["annulé"]),
        ("over", ["Cet événement est passé."], ["Cet événement est passé."]),
    ],
)
def test_the_words_on_registration_go_with_the_day(see, state, before, after):
    for moment, words in ((BEFORE, before), (AFTER, after)):
        told = registration(see(state_page(state), moment))
        assert len(told) == len(words)
        assert all(word in text for word, text in zip(words, told, strict=True))


def test_the_calendar_is_offered_until_the_end(see):
    assert calendar_link(see(GALAXY, LAST_SECOND_OF_ALL)).is_visible()
    assert calendar_link(see(GALAXY, END)).count() == 0
    assert calendar_link(see(state_page("cancelled"), END)).count() == 0


def test_a_page_built_after_the_event_offers_no_calendar(see):
    for script in (True, False):
        page = see(state_page("over"), BEFORE, java_script_enabled=script)
        assert calendar_link(page).count() == 0
    assert calendar_link(see(GALAXY, BEFORE, java_script_enabled=False)).count() == 1


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("moment", [BEFORE, AFTER], ids=["before", "after"])
def test_without_script_the_dates_alone_stay_and_nothing_false_is_said(see, state, moment):
    page = see(state_page(state), moment, java_script_enabled=False)
    said = page.locator("body").inner_text()
    assert "venir" not in said
    assert ("passé" in said.lower()) == (state == "over")
    assert page.locator(".poster time").is_visible()


@pytest.mark.parametrize(
    ("moment", "figure", "struck"),
    [
        pytest.param(BEFORE, "11", 0, id="both to come"),
        pytest.param("2025-09-11T21:59:59Z", "11", 0, id="last second of the first"),
        pytest.param("2025-09-11T22:00:00Z", "9", 1, id="first over"),
        pytest.param(WINTER, "9", 1, id="both over"),
    ],
)
def test_of_several_dates_the_next_stands_out(see, moment, figure, struck):
    page = see(SUPPER, moment)
    assert page.locator(".figure:visible").all_inner_texts() == [figure]
    assert page.evaluate(count_of(".dates > li", "textDecorationLine", "line-through")) == struck
    assert page.locator(".dates time:visible").count() == 2


def test_on_a_phone_the_button_stays_in_reach(see):
    page = see(GALAXY, BEFORE, PHONE)
    for place in ("0", "document.body.scrollHeight / 2", "document.body.scrollHeight"):
        page.evaluate(f"scrollTo(0, {place})")
        box = button(page).bounding_box()
        assert box["height"] >= 44 and box["width"] >= 44
        assert box["x"] >= 0 and box["x"] + box["width"] <= PHONE
        assert 740 / 2 < box["y"] < 740 - box["height"]
        top = "b => document.elementFromPoint(b.x + b.width / 2, b.y + b.height / 2).className"
        assert page.evaluate(top, box) == "bouton"


def test_on_a_phone_the_button_hides_neither_the_text_s_end_nor_the_footer_s(see):
    page = see(GALAXY, BEFORE, PHONE)
    for last in (".text > p:last-child", "#footer .follow li:last-child a"):
        page.locator(last).evaluate("it => it.scrollIntoView({block: 'end'})")
        end = page.locator(last).bounding_box()
        assert 0 < end["y"] + end["height"] <= button(page).bounding_box()["y"], last


def test_the_button_leaves_its_room_when_registration_closes(see):
    padding = "parseFloat(getComputedStyle(document.body).paddingBottom)"
    fixed = count_of("body *", "position", "fixed")
    page = see(GALAXY, LAST_SECOND, PHONE)
    assert page.evaluate(padding) > 44 and page.evaluate(fixed) == 1
    page.clock.set_fixed_time(CLOSING)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert button(page).count() == 0
    assert (page.evaluate(padding), page.evaluate(fixed)) == (0, 0)


def test_on_a_desk_the_button_stays_in_its_place(see):
    page = see(GALAXY, BEFORE, 1280)
    assert button(page).evaluate("it => getComputedStyle(it).position") != "fixed"
