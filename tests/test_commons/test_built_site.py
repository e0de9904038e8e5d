"""The commons built for real: pages, links both ways, what other sites get."""

import gzip
import json

import pytest

from commons_support import community
from support import build_site, built_site, messages, page, read_page, write_site

SITEURL = "https://exemple.fr/projet"
SVG = "<svg xmlns='http://www.w3.org/2000/svg'/>"
ACTOR = "_communs/energie/soleil.md"
SMALL = {
    "_config.yml": "title: Le site\n",
    "index.md": page("title: Accueil", "# A\n"),
    "rejoindre.md": page("title: Rejoindre"),
    "images/logo soleil.svg": SVG,
    "_communs/energie/index.md": page("title: Énergie & co\norder: 2", "Le texte.\n"),
    "_communs/eau/index.md": page("title: Eau\norder: 1"),
    ACTOR: page(
        "nom: L'Œuvre <du> soleil\nrole: coopérative\nunivers: [Eau]\nville: Sète\n"
        "site: https://www.soleil.example/x\nlogo: images/logo soleil.svg\ntype: association",
        "Voici **nous**.\n",
    ),
    "_communs/eau/source.md": page("nom: La Source\nrole: soutien"),
    "_evenements/2026-03-12-soupe.md": page(
        'title: Soupe\ndebut: 2026-03-12\norganisateurs: ["l’oeuvre <DU> soleil", Quelqu\'un]'
    ),
    "_evenements/2025-03-12-bal.md": page(
        "title: Bal\ndebut: 2025-03-12\norganisateurs: La source"
    ),
    "_evenements/2027-03-12-fete.md": page(
        "title: Fête\ndebut: 2027-03-12\norganisateurs: L'œuvre <du> soleil"
    ),
    "_posts/2026-01-01-a.md": page("title: Nouvelle\nacteurs: [La Source, L'Œuvre <du> soleil]"),
    "_posts/2026-01-02-b.md": page("title: Autre\norganisateurs: [Personne, la source]"),
}


@pytest.fixture(scope="module")
def output(tmp_path_factory):
    """Give the site `SMALL`, built on 1 March 2026."""
    folder = tmp_path_factory.mktemp("small")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1772362800")
        result = build_site(write_site(folder / "content", SMALL), folder / "output", SITEURL)
    assert [str(diagnostic) for diagnostic in result.diagnostics.found] == []
    return folder / "output"


@pytest.fixture
def built(tmp_path, monkeypatch):
    """Return a function that builds a site on 1 March 2026."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772362800")

    def build(files: dict[str, str], siteurl: str = SITEURL):
        content = write_site(tmp_path / "content", files)
        return build_site(content, tmp_path / "output", siteurl), content, tmp_path / "output"

    return build


def texts(tree, selector: str) -> list[str]:
    return [" ".join(node.text(separator=" ").split()) for node in tree.css(selector)]


def test_the_page_of_all_shows_each_actor_in_the_picture_and_in_the_list(output):
    tree = read_page(output, "communs/index.html")
    assert texts(tree, "h1") == ["Les communs"]
    assert texts(tree, ".galaxy h2") == ["Eau", "Énergie & co"]
    assert "2 acteurs dans 2 univers." in tree.css_first("main").text()
    pictures = [[a.text() for a in svg.css("a")] for svg in tree.css("svg")]
    assert sorted(pictures[0]) == ["Et vous\u202f?", "La Source", "L’Œuvre <du> soleil"]
    assert pictures[1] == ["L’Œuvre <du> soleil", "Et vous\u202f?"]
    drawn = {a.attributes["href"] for a in tree.css("svg a")} - {"/projet/rejoindre.html"}
    assert drawn == {a.attributes["href"] for a in tree.css(".actors a")}
    assert "/projet/communs/energie/soleil/" in drawn
    assert "Les communs" in texts(tree, "header nav li a")


def test_a_universe_has_its_page(output):
    tree = read_page(output, "communs/eau/index.html")
    assert texts(tree, "h1") == ["Eau"]
    assert texts(tree, ".role") == ["Coopératives", "Soutiens"]
    assert texts(tree, ".actors li") == ["L’Œuvre <du> soleil Sète", "La Source"]
    assert texts(tree, "title") == ["Eau - Le site"]
    assert read_page(output, "communs/energie/index.html").css_first("main p").text() == "Le texte."


def test_an_actor_has_its_page_with_its_events_to_come_first(output):
    tree = read_page(output, "communs/energie/soleil/index.html")
    assert texts(tree, "h1") == ["L’Œuvre <du> soleil"]
    assert texts(tree, "title") == ["L'Œuvre <du> soleil - Le site"]
    assert texts(tree, ".line h3") == ["Soupe", "Fête"]
    assert texts(tree, ".news-item h3") == ["Nouvelle"]
    assert texts(tree, ".facts dd") == [
        "Coopérative",
        "Énergie & co",
        "Eau",
        "Sète",
        "soleil.example",
    ]
    image = tree.css_first("main img").attributes
    assert (image["src"], image["alt"]) == (
        "/projet/images/logo%20soleil.svg",
        "Logo de L’Œuvre <du> soleil",
    )
    other = read_page(output, "communs/eau/source/index.html")
    assert texts(other, ".line h3") == ["Bal"]
    assert texts(other, ".news-item h3") == ["Autre", "Nouvelle"]


def test_every_page_of_the_commons_leads_to_the_page_on_joining(output):
    for name in ("", "eau/", "energie/", "eau/source/"):
        tree = read_page(output, f"communs/{name}index.html")
        assert [a.attributes["href"] for a in tree.css(".join a")] == ["/projet/rejoindre.html"]


def test_without_a_page_on_joining_nothing_leads_to_it(built):
    _, _, output = built({k: v for k, v in SMALL.items() if k != "rejoindre.md"})
    tree = read_page(output, "communs/index.html")
    assert tree.css(".join") == []
    assert "Et vous ?" not in tree.css_first("main").text()


def test_an_event_shows_its_organisers_with_their_logos(output):
    tree = read_page(output, "agenda/2026-03-12-soupe/index.html")
    assert texts(tree, ".facts dd") == ["l’oeuvre <DU> soleil", "Quelqu’un"]
    (link,) = tree.css(".facts a")
    assert link.attributes["href"] == "/projet/communs/energie/soleil/"
    assert link.css_first("img").attributes["src"] == "/projet/images/logo%20soleil.svg"
    data = json.loads(tree.css_first('script[type="application/ld+json"]').text())[0]
    assert [(one["name"], one.get("url")) for one in data["organizer"]] == [
        ("l’oeuvre <DU> soleil", "https://www.soleil.example/x"),
        ("Quelqu'un", None),
    ]
    bal = read_page(output, "agenda/2025-03-12-bal/index.html")
    data = json.loads(bal.css_first('script[type="application/ld+json"]').text())[0]
    assert data["organizer"][0]["url"] == f"{SITEURL}/communs/eau/source/"


def test_structured_data(output):
    tree = read_page(output, "communs/energie/soleil/index.html")
    organisation, way = json.loads(tree.css_first('script[type="application/ld+json"]').text())
    assert (organisation["@type"], organisation["name"]) == ("NGO", "L'Œuvre <du> soleil")
    assert organisation["logo"] == f"{SITEURL}/images/logo%20soleil.svg"
    assert [step["name"] for step in way["itemListElement"]] == [
        "Le site",
        "Les communs",
        "Énergie & co",
        "L'Œuvre <du> soleil",
    ]
    for name in ("communs/", "communs/eau/"):
        tree = read_page(output, f"{name}index.html")
        data = json.loads(tree.css_first('script[type="application/ld+json"]').text())
        assert data["itemListElement"][-1]["item"] == f"{SITEURL}/{name}"


def test_without_a_host_there_is_no_structured_data(built):
    _, _, output = built(SMALL, siteurl="")
    assert read_page(output, "communs/eau/index.html").css("script") == []


def test_two_builds_give_the_same_bytes(built, output):
    _, _, again = built(SMALL)
    for path in (output / "communs").rglob("*.html"):
        assert path.read_bytes() == (again / path.relative_to(output)).read_bytes()


def test_a_draft_of_a_universe_hides_its_actors_and_the_others_may_name_it(built):
    draft = {"_communs/eau/index.md": page("title: Eau\npublished: false")}
    result, content, output = built({**SMALL, **draft})
    assert messages(result, content) == []
    assert texts(read_page(output, "communs/index.html"), ".galaxy h2") == ["Énergie & co"]
    assert not (output / "communs/eau").exists()


def test_a_draft_of_an_actor_is_nowhere(built):
    draft = {"_communs/eau/source.md": page("nom: La Source\nrole: soutien\npublished: false")}
    result, _, output = built({**SMALL, **draft, "_posts/2026-01-01-a.md": page("title: A")})
    assert result.is_ok
    assert not (output / "communs/eau/source").exists()
    assert "La Source" not in (output / "communs/index.html").read_text(encoding="utf-8")
    assert read_page(output, "agenda/2025-03-12-bal/index.html").css(".facts a") == []


def test_a_universe_with_nobody_has_an_open_place(built):
    _, _, output = built({**SMALL, "_communs/vide/index.md": page("title: Vide")})
    tree = read_page(output, "communs/vide/index.html")
    assert texts(tree, "svg a") == ["Et vous ?"]
    assert texts(tree, "#liste h2") == ["Personne encore"]


def test_an_unknown_name_in_an_article_is_a_warning(built):
    post = {"_posts/2026-01-01-a.md": page("title: A\nacteurs:\n  - La Sourse\n  - Zzz")}
    result, content, _ = built({**SMALL, **post})
    told = [
        str(diagnostic).replace(str(content), "content")
        for diagnostic in result.diagnostics.warnings
    ]
    assert told == [
        "content/_posts/2026-01-01-a.md:4 : l'acteur « La Sourse » n'existe pas. "
        "Vouliez-vous dire « La Source » ?",
        "content/_posts/2026-01-01-a.md:5 : l'acteur « Zzz » n'existe pas. "
        "Son fichier manque dans _communs/.",
    ]


def test_one_site_for_two_actors_is_a_warning(built):
    twin = page("nom: Le Soleil\nrole: soutien\nsite: https://www.soleil.example/x/")
    result, _, _ = built({**SMALL, "_communs/energie/tel.md": twin})
    (diagnostic,) = result.diagnostics.warnings
    assert "ont le même site" in diagnostic.message
    assert result.is_ok


def test_a_site_without_universes_gets_nothing(built):
    _, _, output = built({"index.md": page("title: A"), "communs.md": page("title: B")})
    assert not (output / "communs").exists()
    assert texts(read_page(output), "header nav li a") == ["B"]


def test_a_removed_actor_leaves_plain_names(built):
    _, _, output = built({k: v for k, v in SMALL.items() if "source" not in k})
    assert not (output / "communs/eau/source").exists()
    assert "La Source" not in (output / "communs/index.html").read_text(encoding="utf-8")
    assert texts(read_page(output, "agenda/2025-03-12-bal/index.html"), ".facts dd") == [
        "La source"
    ]


def test_a_hundred_and_twenty_actors_are_light(tmp_path):
    output = built_site(tmp_path, community(120), SITEURL)
    data = (tmp_path / "output/communs/index.html").read_bytes()
    assert len(gzip.compress(data, mtime=0)) <= 20_000
    assert read_page(output, "communs/index.html").css(".actors a")[119:]


def test_a_universe_may_have_a_name_of_several_words(built):
    files = {
        "index.md": page("title: A"),
        "_communs/eau de mer/index.md": page("title: Eau de mer"),
        "_communs/eau de mer/un.md": page("nom: Un\nrole: partenaire"),
    }
    _, _, output = built(files)
    for name in ("communs/index.html", "communs/eau de mer/index.html"):
        tree = read_page(output, name)
        (named,) = tree.css_first("[role=group]").attributes["aria-labelledby"].split()
        assert tree.css_first(f'[id="{named}"]').text() == "Eau de mer"
