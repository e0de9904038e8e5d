"""Pages built once, and read later: the clock of a real browser is moved, never the pages."""

from __future__ import annotations

from datetime import date, datetime
from types import SimpleNamespace

import pytest
from axe_playwright_python.sync_playwright import Axe
from jinja2 import Environment, FileSystemLoader

from browser_support import served
from support import SITES

pytestmark = pytest.mark.browser

ROOT = SITES.parents[1]
BEFORE, DURING, AFTER = (
    "2025-08-20T10:00:00Z",
    "2025-09-06T12:00:00Z",
    "2025-09-07T00:00:00Z",
)
CLOSED = "2025-09-05T12:00:00Z"
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE_OPTIONS = {
    "runOnly": {"type": "tag", "values": AXE_TAGS},
    "rules": {"target-size": {"enabled": True}, "color-contrast-enhanced": {"enabled": True}},
}
STATES = ["open", "closed", "full", "postponed", "cancelled", "over", "free"]
STATUSES = {"full": "complet", "postponed": "reporté", "cancelled": "annulé"}


def occurrence(day: date, spoken: str, over: str, month: str) -> SimpleNamespace:
    return SimpleNamespace(
        spoken=spoken,
        start_iso=day.isoformat(),
        over_iso=over,
        day=str(day.day),
        weekday=spoken.split(maxsplit=1)[0],
        month=month,
    )


GALAXY = occurrence(
    date(2025, 9, 6),
    "samedi 6 septembre 2025, de 14\u00a0h à 18\u00a0h",
    "2025-09-06T16:00:00Z",
    "septembre 2025",
)
SUPPERS = [
    occurrence(
        date(2025, 9, 11), "jeudi 11 septembre 2025", "2025-09-11T22:00:00Z", "septembre 2025"
    ),
    occurrence(date(2025, 10, 9), "jeudi 9 octobre 2025", "2025-10-09T22:00:00Z", "octobre 2025"),
]
CINEMA = occurrence(
    date(2025, 11, 1),
    "samedi 1er novembre 2025, à 20\u00a0h\u00a030",
    "2025-11-01T22:30:00Z",
    "novembre 2025",
)
WALK = occurrence(date(2024, 5, 4), "samedi 4 mai 2024", "2024-05-04T22:00:00Z", "mai 2024")


def event(
    title: str, *occurrences: SimpleNamespace, state: str = "free", **more
) -> SimpleNamespace:
    values = {
        "title": title,
        "href": f"/{state}.html",
        "occurrences": list(occurrences),
        "place": "La Cagette",
        "address": "",
        "map_href": "",
        "online": "",
        "price": "",
        "status": STATUSES.get(state, "prévu"),
        "status_words": "Un mot sur cet état." if state in STATUSES else "",
        "organisers": [],
        "image_href": "",
        "image_alt": "",
        "summary": "",
        "registration_href": "/inscription" if state == "open" else "",
        "registration_words": "",
        "registration_closes_iso": "",
        "state": state,
        "calendar_href": "/evenement.ics",
        "over_iso": occurrences[-1].over_iso,
    }
    return SimpleNamespace(**(values | more))


def galaxy(state: str) -> SimpleNamespace:
    return event(
        "Galaxie coopérative",
        GALAXY,
        state=state,
        address="19 avenue Georges Clemenceau, Montpellier",
        map_href="/carte",
        price="Prix libre",
        organisers=["Enercoop Languedoc-Roussillon", "Les Ami-e-s de la Cagette", "Scopyleft"],
        image_href="/affiche.jpg",
        image_alt="Affiche : Galaxie coopérative, samedi 6 septembre 2025",
        summary="Un après-midi pour rencontrer les coopératives d’ici, et leur prêter la main.",
        registration_words="Inscriptions jusqu’au jeudi 4 septembre 2025",
        registration_closes_iso="2025-09-04T22:00:00Z",
    )


def render(name: str, **context) -> str:
    loader = FileSystemLoader(ROOT / "theme" / "templates")
    env = Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    env.filters["relative_url"] = lambda path: f"/{path}"
    env.filters["french_date"] = lambda day: f"{day.day} août {day.year}"
    env.filters["datetime"] = lambda day, form: day.strftime(form)
    home = SimpleNamespace(title="La méridionale", href="/", save_as="index.html")
    env.globals["site"] = SimpleNamespace(
        name=home.title,
        home=home,
        menu=[SimpleNamespace(title="Agenda", href="/agenda.html", save_as="agenda.html")],
        custom_css=None,
        feed="/feed.xml",
        canonical=lambda _: None,
        document_title=lambda content: getattr(content, "title", "Site"),
    )
    return env.get_template(name).render(**context)


def articles() -> list[SimpleNamespace]:
    titles = ["La galaxie s’allume en septembre", "Une coopérative de plus", "Le pain levé"]
    return [
        SimpleNamespace(
            title=title,
            href="/article.html",
            date=datetime(2025, 8, 20 - number),
            description="Ce que nous préparons ensemble, et comment en être.",
        )
        for number, title in enumerate(titles)
    ]


def agenda(upcoming: list, past: list) -> SimpleNamespace:
    return SimpleNamespace(
        upcoming=[SimpleNamespace(title=title, events=events) for title, events in upcoming],
        past=[SimpleNamespace(year=year, events=events) for year, events in past],
        feed_href="/feed.xml",
        calendar_href="/agenda.ics",
        webcal_href="webcal://exemple.fr/agenda.ics",
    )


def pages() -> dict[str, str]:
    """Return the HTML of each page, as built before everything but the walk."""
    text = "<p>" + "Des coopératives se rassemblent pour créer un espace commun. " * 9 + "</p>"
    page = SimpleNamespace(
        title="Galaxie coopérative", description="", content=text, prints_title=True, is_home=False
    )
    home = SimpleNamespace(
        title="Accueil",
        description="",
        content=f"<h1>Accueil</h1>{text}",
        prints_title=False,
        is_home=True,
    )
    suppers = event("Soupe commune", *SUPPERS)
    cinema = event("Ciné-débat", CINEMA, state="full")
    built = {
        f"{state}.html": render("event.html", page=page, event_view=galaxy(state))
        for state in STATES
    }
    built["again.html"] = render("event.html", page=page, event_view=suppers)
    coming = [galaxy("open"), suppers, cinema]
    months = [("septembre 2025", coming[:2]), ("novembre 2025", coming[2:])]
    past = [(2024, [event("Balade", WALK, state="over")])]
    built["agenda.html"] = render("agenda.html", agenda=agenda(months, past))
    built["one.html"] = render("agenda.html", agenda=agenda([(GALAXY.month, coming[:1])], []))
    built["empty.html"] = render("agenda.html", agenda=agenda([], []))
    built["index.html"] = render("page.html", page=home, next_events=coming, latest_news=articles())
    built["quiet.html"] = render("page.html", page=home, next_events=[], latest_news=[])
    built["news.html"] = render(
        "news.html",
        news_page=SimpleNamespace(
            articles=articles(),
            title="Actualités",
            number=2,
            total=3,
            previous_href="/news.html",
            next_href="/news.html",
            categories=[SimpleNamespace(name="Chantiers", href="/c", count=2)],
            years=[SimpleNamespace(year=2025, href="/2025")],
        ),
    )
    article = articles()[0]
    article.prints_title, article.content, article.categories = True, text, ["Chantiers"]
    article.previous_link, article.next_link = articles()[1:]
    built["article.html"] = render("article.html", article=article)
    return built


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    folder = tmp_path_factory.mktemp("time")
    for name, html in pages().items():
        (folder / name).write_text(html, encoding="utf-8")
    (folder / "theme").symlink_to(ROOT / "theme" / "static")
    poster = next((ROOT / "content" / "images").glob("affiche*"))
    (folder / "affiche.jpg").write_bytes(poster.read_bytes())
    with served(folder) as url:
        yield url


@pytest.fixture
def open_at(browser, address):
    """Return a function that opens a page of the site at a moment."""
    opened = []

    def open_page(name: str, moment: str, width: int = 360, scheme: str = "light", **more):
        page = browser.new_page(
            viewport={"width": width, "height": 740}, color_scheme=scheme, **more
        )
        opened.append(page)
        page.clock.set_fixed_time(moment)
        page.goto(f"{address}/{name}")
        return page

    yield open_page
    for page in opened:
        page.close()


def titles(page, part: str) -> dict[str, list[str]]:
    """Return the titles of the lines that one sees, by group."""
    groups = page.locator(f"{part} .group:visible").all()
    return {
        group.locator("h2").inner_text().lower(): group.locator("h3").all_inner_texts()
        for group in groups
    }


@pytest.mark.parametrize(
    ("moment", "label", "button", "words"),
    [
        (BEFORE, "À venir", 1, "Inscriptions jusqu’au"),
        ("2025-09-04T21:59:59Z", "À venir", 1, "Inscriptions jusqu’au"),
        ("2025-09-04T22:00:00Z", "À venir", 0, "Inscriptions closes"),
        (DURING, "À venir", 0, "Inscriptions closes"),
        ("2025-09-06T16:00:00Z", "Passé", 0, ""),
        (AFTER, "Passé", 0, ""),
    ],
)
def test_an_event_s_page(open_at, moment, label, button, words):
    page = open_at("open.html", moment)
    assert page.locator(".status").inner_text() == label
    assert page.get_by_role("link", name="S’inscrire").count() == button
    assert "".join(page.locator(".registration").all_inner_texts()).startswith(words) or button
    assert words in page.locator(".poster").inner_text()
    assert page.get_by_text("samedi 6 septembre 2025").first.is_visible()


@pytest.mark.parametrize(
    ("state", "label"), [("cancelled", "Annulé"), ("postponed", "Reporté"), ("full", "Passé")]
)
def test_a_status_outlives_the_day_where_it_matters(open_at, state, label):
    page = open_at(f"{state}.html", AFTER)
    assert page.locator(".status").inner_text() == label
    assert page.get_by_role("link", name="S’inscrire").count() == 0


def test_without_script_nothing_becomes_false(open_at):
    for name in pages():
        page = open_at(name, AFTER, java_script_enabled=False)
        assert "venir" not in page.locator("body").inner_text()


def test_of_several_dates_the_next_stands_out(open_at):
    figures = ".figure:visible"
    assert open_at("again.html", BEFORE).locator(figures).all_inner_texts() == ["11"]
    assert open_at("again.html", "2025-10-01T10:00:00Z").locator(figures).all_inner_texts() == ["9"]
    assert open_at("again.html", "2026-10-01T10:00:00Z").locator(figures).all_inner_texts() == ["9"]


def test_the_agenda_before(open_at):
    page = open_at("agenda.html", BEFORE)
    assert titles(page, ".upcoming") == {
        "septembre 2025": ["Galaxie coopérative", "Soupe commune"],
        "novembre 2025": ["Ciné-débat"],
    }
    assert titles(page, ".past") == {"archives 2024": ["Balade"]}
    assert not page.locator(".nothing").is_visible()


def test_the_agenda_between_two_dates(open_at):
    page = open_at("agenda.html", "2025-09-20T10:00:00Z")
    assert titles(page, ".upcoming") == {
        "octobre 2025": ["Soupe commune"],
        "novembre 2025": ["Ciné-débat"],
    }
    assert titles(page, ".past") == {
        "archives 2025": ["Galaxie coopérative"],
        "archives 2024": ["Balade"],
    }


def test_the_agenda_when_all_is_over(open_at):
    page = open_at("agenda.html", "2026-01-01T10:00:00Z")
    assert titles(page, ".upcoming") == {}
    assert titles(page, ".past") == {
        "archives 2025": ["Ciné-débat", "Soupe commune", "Galaxie coopérative"],
        "archives 2024": ["Balade"],
    }
    assert page.get_by_text("Rien de prévu pour le moment").is_visible()


def test_the_past_begins_with_its_first_event(open_at):
    assert not open_at("one.html", DURING).locator(".past").is_visible()
    page = open_at("one.html", AFTER)
    assert titles(page, ".past") == {"archives 2025": ["Galaxie coopérative"]}
    assert open_at("empty.html", BEFORE).locator(".nothing a").is_visible()


def test_a_page_left_open_learns_the_hour(open_at):
    page = open_at("one.html", BEFORE)
    page.clock.set_fixed_time(AFTER)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert titles(page, ".upcoming") == {}
    assert titles(page, ".past") == {"archives 2025": ["Galaxie coopérative"]}


@pytest.mark.parametrize(
    ("moment", "title", "button"),
    [
        (BEFORE, "Galaxie coopérative", 1),
        (CLOSED, "Galaxie coopérative", 0),
        (DURING, "Galaxie coopérative", 0),
        (AFTER, "Soupe commune", 0),
        ("2025-10-20T10:00:00Z", "Ciné-débat", 0),
    ],
)
def test_the_home_page_shows_the_next_event(open_at, moment, title, button):
    page = open_at("index.html", moment)
    assert page.locator(".next-event h2:visible").all_inner_texts() == [title]
    assert page.get_by_role("link", name="S’inscrire").count() == button


def test_the_home_page_without_event_or_news(open_at):
    assert open_at("index.html", "2026-01-01T00:00:00Z").locator(".next-event").count() == 0
    page = open_at("quiet.html", BEFORE)
    assert page.locator(".next-event, .latest-news, script").count() == 0


def test_on_a_phone_the_button_stays_in_reach_and_hides_nothing(open_at):
    page = open_at("open.html", BEFORE)
    for place in ("0", "document.body.scrollHeight / 2", "document.body.scrollHeight"):
        page.evaluate(f"scrollTo(0, {place})")
        button = page.get_by_role("link", name="S’inscrire").bounding_box()
        assert button["height"] >= 44
        assert 500 < button["y"] < 740 - button["height"]
    last = page.locator("#footer li a").last.bounding_box()
    assert last["y"] + last["height"] <= button["y"]
    assert (
        page.evaluate(
            "b => document.elementFromPoint(b.x + b.width / 2, b.y + 20).className", button
        )
        == "bouton"
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("moment", [BEFORE, AFTER], ids=["before", "after"])
def test_axe_finds_nothing(open_at, moment, width, scheme):
    for name in pages():
        page = open_at(name, moment, width, scheme)
        found = Axe().run(page, options=AXE_OPTIONS).response["violations"]
        assert [(name, rule["id"], rule["nodes"][0]["html"]) for rule in found] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
        page.close()


def test_the_script_is_small():
    script = (ROOT / "theme" / "static" / "js" / "temps.js").read_bytes()
    assert len(script) <= 3 * 1024
