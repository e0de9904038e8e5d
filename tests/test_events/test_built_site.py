"""Event files built for real: page, agenda, calendars, home page."""

import json

import feedparser
import icalendar
import pytest
from PIL import Image

from photos import saved
from support import build_site, messages, page, read_page, write_site

SITEURL = "https://exemple.fr/projet"
PNG = saved(Image.new("1", (8, 12)), "PNG")


def event(**keys: str) -> str:
    """Return the text of an event's file."""
    return page("\n".join(f"{key}: {value}" for key, value in keys.items()), "Venez !\n")


@pytest.fixture
def built(tmp_path, monkeypatch):
    """Return a function that builds events on 1 March 2026 at noon in Paris."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772362800")

    def build(files: dict[str, str | bytes], siteurl: str = SITEURL):
        base = {"_config.yml": "title: Le site\n", "index.md": page("title: Accueil", "# A\n")}
        content = write_site(tmp_path / "content", {**base, **files})
        return build_site(content, tmp_path / "output", siteurl), content, tmp_path / "output"

    return build


SOON = "_evenements/2026-03-12-soupe.md"
LATER = "_evenements/2026-04-01-bal.md"
PAST = "_evenements/2025-09-06-galaxie.md"
THREE = {
    SOON: event(
        title="Soupe & <partage>",
        debut="2026-03-12 18:30",
        fin="21h",
        lieu="La Cagette",
        adresse='"19 rue de l\'Exemple, 34000 Montpellier"',
        inscription="https://exemple.org/soupe",
        inscription_jusqu_au="2026-03-10",
        organisateurs="Scopyleft, Enercoop",
        image="images/affiche soupe.png",
        resume="Une soupe.",
    ),
    LATER: event(title="Bal", debut="01/04/2026 20h", statut="annulé"),
    PAST: event(title="Galaxie", debut="2025-09-06"),
    "images/affiche soupe.png": PNG,
}


def test_an_event_page_says_all(built):
    result, _, output = built(THREE)
    assert (result.is_ok, result.diagnostics.warnings) == (True, [])
    tree = read_page(output, "agenda/2026-03-12-soupe/index.html")
    main = " ".join(tree.css_first("main").text(separator=" ").replace("\u00a0", " ").split())
    assert tree.css_first("h1").text() == "Soupe & <partage>"
    assert "jeudi 12 mars 2026, de 18 h 30 à 21 h" in main
    for words in ("La Cagette", "19 rue de l’Exemple", "Scopyleft", "Enercoop", "Venez"):
        assert words in main
    assert tree.css_first("a.bouton").attributes["href"] == "https://exemple.org/soupe"
    assert tree.css_first("main img").attributes["src"] == "/projet/images/affiche%20soupe.png"
    assert tree.css_first("main time").attributes["datetime"] == "2026-03-12T18:30:00+01:00"


def test_a_cancelled_event_offers_no_registration(built):
    _, _, output = built(
        {
            LATER: event(
                title="Bal",
                debut="2026-04-01",
                statut="annulé",
                inscription="https://exemple.org/bal",
            )
        }
    )
    tree = read_page(output, "agenda/2026-04-01-bal/index.html")
    assert tree.css("a.bouton") == []
    assert "annulé" in tree.css_first("main").text()


def test_the_agenda_parts_what_is_to_come_from_what_is_over(built):
    _, _, output = built(THREE)
    tree = read_page(output, "agenda/index.html")
    upcoming = [h.text() for h in tree.css(".upcoming h2, .upcoming h3")]
    assert upcoming == ["mars 2026", "Soupe & <partage>", "avril 2026", "Bal"]
    assert [h.text() for h in tree.css(".past h3")] == ["Galaxie"]
    assert [link.text() for link in tree.css("header nav li a")] == ["Agenda"]


def test_the_home_page_keeps_its_text_and_shows_the_next_event(built):
    _, _, output = built(THREE)
    tree = read_page(output)
    shown = [n for n in tree.css(".next-event [data-over-iso]") if "hidden" not in n.attributes]
    assert "Soupe" in shown[0].text()
    assert [h.text() for h in tree.css("h1")] == ["A"]


def test_calendars_hold_every_event(built):
    _, _, output = built(THREE)
    whole = icalendar.Calendar.from_ical((output / "agenda.ics").read_bytes())
    names = {str(part["SUMMARY"]) for part in whole.walk("VEVENT")}
    assert {"Soupe & <partage>", "Galaxie"} < names
    one = icalendar.Calendar.from_ical(
        (output / "agenda/2026-03-12-soupe/evenement.ics").read_bytes()
    )
    assert [str(part["SUMMARY"]) for part in one.walk("VEVENT")] == ["Soupe & <partage>"]


@pytest.mark.parametrize(
    ("former", "named"),
    [
        ("/agenda/2026-03-12-soupe/, /agenda/2026-03-13-soupe/", "2026-03-12-soupe"),
        ("/ancienne.html, agenda/l%27%C3%A9t%C3%A9/index.html", "l'été"),
        ("/ancienne.html", "2026-03-14-bal"),
    ],
)
def test_calendars_know_an_event_under_its_first_name(built, former, named):
    bal = event(title="Bal", debut="2026-03-14 20:00", redirect_from=f"[{former}]")
    _, _, output = built({"index.md": page("title: A"), "_evenements/2026-03-14-bal.md": bal})
    calendar = output / "agenda/2026-03-14-bal/evenement.ics"
    [one] = icalendar.Calendar.from_ical(calendar.read_bytes()).walk("VEVENT")
    assert str(one["UID"]) == f"{named}@exemple.fr/projet"


def test_a_calendar_stands_beside_its_event_whatever_the_name(built):
    name = "2026-03-12-l'été à nous"
    event = page("title: Été\ndebut: 2026-03-12 20h\nlieu: Ici")
    _, _, output = built({"index.md": page("title: A"), f"_evenements/{name}.md": event})
    assert {path.name for path in (output / "agenda" / name).iterdir()} == {
        "evenement.ics",
        "index.html",
    }


def test_two_builds_give_the_same_bytes(built, tmp_path):
    _, content, output = built(THREE)
    assert build_site(content, tmp_path / "again", SITEURL).is_ok
    names = [path.relative_to(output) for path in output.rglob("*") if path.is_file()]
    assert len(names) > 10
    for name in names:
        assert (output / name).read_bytes() == (tmp_path / "again" / name).read_bytes(), name


def test_structured_data_names_the_event(built):
    _, _, output = built(THREE)
    tree = read_page(output, "agenda/2026-03-12-soupe/index.html")
    (script,) = tree.css('script[type="application/ld+json"]')
    data = json.loads(script.text())[0]
    assert (data["@type"], data["name"]) == ("Event", "Soupe & <partage>")
    assert data["startDate"] == "2026-03-12T18:30:00+01:00"
    assert data["image"] == ["https://exemple.fr/projet/images/affiche%20soupe.png"]


def test_an_announcement_waits_for_its_day(built):
    later = {LATER: event(title="Bal", debut="2026-04-01", publication="2026-03-15")}
    result, _, output = built(later | {"_posts/2026-03-20-a.md": page("title: A")})
    assert ", 2 textes qui attendent leur jour, " in result.summary
    tree = read_page(output, "agenda/index.html")
    assert "Rien de prévu" in tree.css_first(".nothing").text() and tree.css(".line") == []
    assert "hidden" not in tree.css_first(".nothing").attributes
    assert not list((output / "agenda").glob("*bal*"))
    # Those who subscribe keep their addresses while nothing is announced.
    assert b"VEVENT" not in (output / "agenda.ics").read_bytes()
    assert feedparser.parse((output / "agenda/feed.xml").read_bytes()).entries == []


def test_a_link_to_what_is_not_announced_yet_says_when_it_will_be(built):
    later = event(title="Bal", debut="2026-04-01", publication="2026-03-15")
    link = page("title: A", "Texte.\n\n[Le bal]({% link _evenements/2026-04-01-bal.md %})\n")
    result, content, _ = built({LATER: later, "a.md": link})
    assert messages(result, content) == [
        "content/a.md:6 : « _evenements/2026-04-01-bal.md » ne paraîtra que le 15 mars 2026. "
        "Retirez ce lien jusque-là, ou avancez la date de publication."
    ]


def test_each_date_of_what_comes_back_has_its_line(built):
    dates = "[2026-02-05, 2026-03-05, 2026-04-02]"
    _, _, output = built({SOON: event(title="Soupe", dates=dates), LATER: THREE[LATER]})
    tree = read_page(output, "agenda/index.html")
    lines = {
        part: [
            " ".join(line.css_first(".when").text().split()) for line in tree.css(f"{part} .line")
        ]
        for part in (".upcoming", ".past")
    }
    assert lines == {
        ".upcoming": [
            "jeudi 5 mars 2026, et d’autres dates",
            "mercredi 1er avril 2026, à 20\u00a0h".replace("\u00a0", " "),
            "jeudi 2 avril 2026, et d’autres dates",
        ],
        ".past": ["jeudi 5 février 2026, et d’autres dates"],
    }
    page_dates = read_page(output, "agenda/2026-03-12-soupe/index.html").css(".dates > li")
    assert ["data-state" in date.attributes for date in page_dates] == [True, False, False]


def test_the_address_of_one_date_says_where_it_is(built):
    dates = "[{debut: 2026-03-12}, {debut: 2026-04-09, lieu: La Grange, adresse: 34170 Castelnau}]"
    _, _, output = built({SOON: event(title="Soupe", lieu="La Cagette", dates=dates)})
    tree = read_page(output, "agenda/2026-03-12-soupe/index.html")
    assert tree.css_first(".facts dd").text().startswith("La Grange, 34170 Castelnau")


def test_what_is_under_way_comes_first(built):
    expo = event(title="Expo", debut="2026-01-10", fin="2026-05-31")
    _, _, output = built({**THREE, "_evenements/2026-01-10-expo.md": expo})
    tree = read_page(output, "agenda/index.html")
    assert [h.text() for h in tree.css(".upcoming h2, .upcoming h3")][:2] == [
        "En ce moment",
        "Expo",
    ]
    shown = [n for n in read_page(output).css(".next-event > *") if "hidden" not in n.attributes]
    assert "Soupe" in shown[0].text(), "what begins soon is announced before what has begun"


def test_the_home_page_announces_only_what_takes_place(built):
    sooner = event(title="Rien", debut="2026-03-05", statut="annulé")
    _, _, output = built({**THREE, "_evenements/2026-03-05-rien.md": sooner})
    assert "Rien" not in read_page(output).css_first(".next-event").text()


def test_a_site_without_events_has_no_agenda(built):
    _, _, output = built({})
    assert not (output / "agenda").exists()
    assert not (output / "agenda.ics").exists()


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        pytest.param(
            {"debut": "2026-02-30"},
            "content/_evenements/x.md:3 : la clé « debut » ne peut pas valoir « 2026-02-30 ».",
            id="a day that does not exist",
        ),
        pytest.param(
            {"debut": "2026-03-29 02:30"},
            "content/_evenements/x.md:3 : la clé « debut » ne peut pas valoir « 2026-03-29 02",
            id="an hour that does not exist",
        ),
        pytest.param(
            {"debut": "2026-03-12", "statut": "anulé"},
            "content/_evenements/x.md:4 : la clé « statut » ne peut pas valoir « anulé ». "
            "Vouliez-vous dire « annulé » ?",
            id="an unknown status",
        ),
        pytest.param(
            {"debut": "2026-03-12", "image": "images/rien.png"},
            "content/_evenements/x.md:4 : « rien.png » n'existe pas dans images/.",
            id="a missing poster",
        ),
        pytest.param({"lieu": "ici"}, "content/_evenements/x.md", id="no date at all"),
    ],
)
def test_a_bad_event_stops_the_build(built, keys, told):
    result, content, output = built({"_evenements/x.md": event(title="X", **keys)})
    lines = messages(result, content)
    assert len(lines) == 1
    assert lines[0].startswith(told)
    assert not output.exists()


def test_news_are_listed_when_no_page_does(built):
    posts = {f"_posts/2026-01-{n:02}-p{n}.md": page(f"title: P{n}") for n in range(1, 13)}
    posts["_posts/2025-12-01-q.md"] = page("title: Q\ncategories: [Vie du lieu]\ntags: [eau]")
    result, _, output = built(posts)
    assert result.is_ok
    first = read_page(output, "actualites/index.html")
    assert [h.text() for h in first.css(".news h3")] == [f"P{n}" for n in range(12, 2, -1)]
    second = read_page(output, "actualites/2/index.html")
    assert [h.text() for h in second.css(".news h3")] == ["P2", "P1", "Q"]
    for name in ("categories/vie-du-lieu", "mots-cles/eau", "annees/2025"):
        tree = read_page(output, f"actualites/{name}/index.html")
        assert [h.text() for h in tree.css(".news h3")] == ["Q"]
    themed = read_page(output, "vie du lieu/2025/12/01/q.html").css("article .themes a")
    assert [link.attributes["href"] for link in themed][-1] == "/projet/actualites/mots-cles/eau/"
    article = read_page(output, "2026/01/12/p12.html")
    assert article.css_first("a[rel=prev]").text() == "P11"
    assert article.css("a[rel=next]") == []
    assert [a.text() for a in read_page(output).css("header nav li a")] == ["Actualités"]


def test_a_site_whose_own_page_lists_its_articles_gets_no_other_list(built):
    loop = "{% for post in site.posts %}{{ post.title }}{% endfor %}\n"
    _, _, output = built({"blog.md": page("title: Blog", loop), "_posts/2026-01-01-a.md": "a\n"})
    assert not (output / "actualites").exists()


def test_a_site_with_jekyll_s_settings_keeps_its_menu(built):
    _, _, output = built({"_config.yml": "theme: mimoza\n", "_posts/2026-01-01-a.md": "a\n"})
    assert not (output / "actualites").exists()
    assert read_page(output).css("header nav li a") == []


def test_the_feed_is_read_back(built):
    _, _, output = built({"_posts/2026-01-01-a.md": page("title: A & <b>")})
    feed = feedparser.parse((output / "feed.xml").read_bytes())
    assert (feed.bozo, [entry.title for entry in feed.entries]) == (0, ["A & <b>"])
