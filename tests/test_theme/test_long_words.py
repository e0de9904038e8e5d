"""Words and addresses longer than a phone is wide: nothing is cut, nothing slides sideways."""

import pytest

from support import page

pytestmark = pytest.mark.browser

LONG = "Rencontre intergénérationnelle d'autoconsommation anticonstitutionnellement"
URL = "https://exemple.org/" + "tres-longue-adresse-" * 8
EVENT = f"""title: "{LONG}"
debut: 2099-12-30
fin: 2100-01-02
lieu: Salle{"x" * 40}
adresse: 1 rue {"z" * 60}, 34000 Montpellier
tarif: {"9" * 60}
inscription: {URL}
organisateurs: [{"Coopérative" * 6}]
resume: {LONG}"""
FILES = {
    "_config.yml": f"title: {'Méridionale' * 5}\n",
    "index.md": page("title: Accueil", f"# {LONG}\n\n{URL}\n\n## {LONG}\n\n- {URL}\n"),
    "_posts/2026-01-02-a.md": page(f'title: "{LONG}"\ncategories: ["{"Thème" * 12}"]', f"{URL}\n"),
    "_evenements/2099-12-30-a.md": page(EVENT, f"`{URL}`\n"),
}
FILES |= {
    f"_evenements/2099-11-0{n}-a.md": page(f"title: Bal {n}\ndebut: 2099-11-0{n}\nstatut: {status}")
    for n, status in enumerate(("prévu", "complet", "annulé"), 1)
}
WIDE = "\n".join(f"|{cell * 13}" for cell in (" Trimestre |", "---|", " 12 345 € |"))
FILES["tableau.md"] = page("title: Un tableau", f"{WIDE}\n")
PATHS = ["/", "/agenda/", "/agenda/2099-12-30-a/", "/actualites/"]


@pytest.mark.parametrize("width", [320, 360, 1280])
@pytest.mark.parametrize("path", PATHS)
def test_nothing_is_cut(pages, address, path, width):
    opened = pages.take(width, 740)
    opened.goto(address + path)
    assert opened.evaluate("document.documentElement.scrollWidth") <= width
    outside = opened.evaluate(
        """(width) => [...document.querySelectorAll("main *, header *, footer *")]
        .filter((it) => it.checkVisibility() && !it.closest(".unseen"))
        .filter((it) => [...it.childNodes].some((n) => n.nodeType == 3 && n.data.trim()))
        .filter((it) => it.getBoundingClientRect().right > width + 1)
        .map((it) => it.outerHTML.slice(0, 60))""",
        width,
    )
    assert outside == []


@pytest.mark.parametrize("path", [*PATHS, "/tableau.html"])
def test_nothing_is_cut_on_paper(pages, address, path):
    opened = pages.take(672, 1002)  # A4 within its margins
    opened.goto(address + path)
    opened.emulate_media(media="print")
    assert opened.evaluate("document.documentElement.scrollWidth") <= 672
    assert (
        opened.evaluate("""() => [...document.querySelectorAll(".table")]
        .filter((it) => it.scrollWidth > it.clientWidth).length""")
        == 0
    )


def test_what_befalls_an_event_is_printed_in_the_agenda(pages, address):
    opened = pages.take(672, 1002)
    opened.goto(f"{address}/agenda/")
    opened.emulate_media(media="print")
    told = opened.locator(".line .status").all()
    assert [it.inner_text() for it in told if it.is_visible()] == ["Complet", "Annulé"]


def test_a_map_is_not_printed(pages, address):
    opened = pages.take(672, 1002)
    opened.goto(f"{address}/agenda/2099-12-30-a/")
    to_map = opened.get_by_text("Voir sur la carte")
    assert to_map.is_visible()
    opened.emulate_media(media="print")
    assert not to_map.is_visible()
