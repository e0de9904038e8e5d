"""Sub-menus: one level, from folders or from the key `parent`, and no entry ever lost."""

import pytest

from support import build_site, built_site, page, read_page, write_site

VIE = {
    "index.md": page("title: Accueil"),
    "vie/index.md": page("title: La vie du lieu\norder: 2"),
    "vie/velo.md": page("title: L'atelier vélo\norder: 2"),
    "vie/cantine/index.md": page("title: La cantine\norder: 1"),
    "vie/cantine/menu.md": page("title: Le menu du jeudi\norder: 3"),
    "contact.md": page("title: Contact\norder: 1"),
}


def shown(output, where: str) -> list[str]:
    """Return the entries of a menu, each with those under it."""
    entries = read_page(output).css(where)
    return [" / ".join(link.text() for link in entry.css("a")) for entry in entries]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        pytest.param(
            {},
            ["Contact", "La vie du lieu / La cantine / L’atelier vélo / Le menu du jeudi"],
            id="folders: the outermost one that has a page",
        ),
        pytest.param(
            {"_config.yml": "theme: mimoza\n"},
            ["Contact", "La cantine", "La vie du lieu", "L’atelier vélo", "Le menu du jeudi"],
            id="a site with Jekyll's settings keeps its menu flat",
        ),
        pytest.param(
            {"vie/index.md": page("title: La vie du lieu\nin_menu: false")},
            ["Contact", "La cantine / Le menu du jeudi", "L’atelier vélo"],
            id="a page out of the menu has nothing under it",
        ),
        pytest.param(
            {"vie/velo.md": page("title: Vélo\norder: 2\nparent: false")},
            ["Contact", "La vie du lieu / La cantine / Le menu du jeudi", "Vélo"],
            id="a page may leave its folder's",
        ),
        pytest.param(
            {
                "_config.yml": "plugins: []\n",
                "vie/velo.md": page("title: Vélo\nparent: la  vie du lieu"),
                "vie/cantine/index.md": page("title: La cantine\nparent: contact.md"),
                "vie/cantine/menu.md": page("title: Menu\nparent: /vie/"),
            },
            ["Contact / La cantine", "La vie du lieu / Menu / Vélo"],
            id="by title, by file, by address",
        ),
        pytest.param(
            {
                "proposer.md": page("title: Proposer une date\nparent: Agenda"),
                "_evenements/a.md": page("title: Bal\ndebut: 2026-03-12"),
            },
            [
                "Contact",
                "La vie du lieu / La cantine / L’atelier vélo / Le menu du jeudi",
                "Agenda / Proposer une date",
            ],
            id="under a page that nobody wrote",
        ),
    ],
)
def test_what_stands_under_what(more: dict[str, str], expected: list[str], tmp_path):
    result = build_site(write_site(tmp_path / "content", VIE | more), tmp_path / "output")
    assert (result.is_ok, result.diagnostics.found) == (True, [])
    assert shown(tmp_path / "output", "header nav > ul > li") == expected
    assert shown(tmp_path / "output", "#nav > ul > li")[1:] == expected


def test_where_one_is_shows_in_the_entry_and_above(tmp_path):
    output = built_site(tmp_path, VIE)
    for name, title in (("vie/velo.html", "L’atelier vélo"), ("vie/index.html", "La vie du lieu")):
        tree = read_page(output, name)
        assert [it.text() for it in tree.css("header summary[aria-current]")] == ["La vie du lieu"]
        assert [it.text() for it in tree.css("header a[aria-current=page]")] == [title]
        assert [it.text() for it in tree.css("#nav a[aria-current=page]")] == [title]
