"""A site held in memory answers, after each save, what a fresh build would have written."""

import gc
import shutil
import unicodedata
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from pelican.contents import Article
from PIL import Image

from dev_server.live_site.incremental_site import IncrementalSite
from jekyll.plugin.extension_points import SiteContext
from jekyll.site.model import Document
from site_build import BuildRequest, build

PAGES = {
    "index.md": "---\ntitle: Accueil\norder: 0\n---\n\n# Bonjour\n\nVenez ! [La page](a.md)\n",
    "a.md": "---\ntitle: Une page\n---\n\nUn « mot » ![Une photo](images/p.svg)\n",
    "libre.md": "# Titre libre\n\nSans en-tête.\n",
    "_posts/2025-03-01-un.md": "---\ntitle: Un\ntags: [x]\n---\n\nTexte un.\n",
    "_posts/2025-03-02-deux.md": "---\ntitle: Deux\n---\n\n{% post_url 2025-03-01-un %}\n",
    "_evenements/2027-05-01-fete.md": (
        "---\ntitle: Fête\ndebut: 2027-05-01 10:00\nlieu: Ici\n---\n\nOn danse.\n"
    ),
    "images/p.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>',
    "été/conseil.md": "---\ntitle: Été\n---\n\nMot.\n",
    "donnees.json": "---\n---\n{}\n",
    "_config.yml": "title: Essai\nurl: https://exemple.fr\n",
}


@pytest.fixture
def content(tmp_path):
    return write_pages(tmp_path / "content")


def write_pages(content: Path) -> Path:
    for name, text in PAGES.items():
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_text(text, encoding="utf-8")
    return content


def held(content: Path) -> IncrementalSite:
    site = IncrementalSite(BuildRequest.without_output(content))
    site.load()
    return site


@pytest.fixture(scope="module")
def unchanged(tmp_path_factory) -> IncrementalSite:
    """Return the site, for tests that save nothing."""
    return held(write_pages(tmp_path_factory.mktemp("unchanged") / "content"))


def differences(site: IncrementalSite, content: Path, output: Path) -> list[str]:
    """Return the files that a fresh build writes otherwise than the held site answers."""
    shutil.rmtree(output, ignore_errors=True)
    result = build(BuildRequest(content, output))
    if not result.is_ok or not site.report()["ok"]:
        held_errors = [
            diagnostic
            for diagnostic in site.report()["diagnostics"]
            if diagnostic["severity"] == "error"
        ]
        return [] if bool(result.diagnostics.errors) == bool(held_errors) else ["errors"]
    site.look_further(60)
    told = {(f["path"], f["line"], f["message"]) for f in site.report()["diagnostics"]}
    built = {(f.path, f.line, f.message) for f in result.diagnostics.warnings}
    files = [p for p in output.rglob("*") if p.is_file() and p.name != ".site-construit-ici"]
    differing = [
        name
        for name in (path.relative_to(output).as_posix() for path in files)
        if _bytes(site, f"/{name}") != (output / name).read_bytes()
    ]
    return differing + sorted(map(str, told ^ built))


def _bytes(site: IncrementalSite, path: str) -> bytes | None:
    found = site.answer(path)
    return found and ((found.root / found.path).read_bytes() if found.path else found.data)


def test_every_file_is_that_of_a_build(content, tmp_path):
    assert differences(held(content), content, tmp_path / "output") == []


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/", "index.html"),
        ("/a.html", "a.html"),
        ("/a", "a.html"),
        ("/actualites/", "actualites/index.html"),
        ("/images/p.svg", "images/p.svg"),
        (unicodedata.normalize("NFD", "/été/conseil.html"), "été/conseil.html"),
        ("/donnees.json", "donnees.json"),
    ],
)
def test_addresses_find_their_file(unchanged, path, name):
    assert unchanged.answer(path).name == name


def test_an_image_is_found_before_the_page_that_shows_it(content, tmp_path):
    Image.effect_noise((900, 60), 60).save(content / "images/photo.jpg")
    (content / "b.md").write_text("# B\n\n![Une photo](images/photo.jpg)\n", encoding="utf-8")
    build(BuildRequest(content, tmp_path / "output"))
    variants = sorted((tmp_path / "output" / "images").glob("photo.*-*.*"))
    assert len(variants) > 2
    for path in variants:
        assert held(content).answer(f"/images/{path.name}").data == path.read_bytes()


@pytest.mark.parametrize(
    "path", ["/rien", "/a/", "/a.html/", "/actualites", "/../a.html", "/x\0.html", "/" + "a" * 300]
)
def test_other_addresses_find_nothing(unchanged, path):
    assert unchanged.answer(path) is None


def test_a_folder_asks_for_its_slash(unchanged):
    assert unchanged.has_folder("/actualites")
    assert not unchanged.has_folder("/rien")


@pytest.mark.parametrize(
    ("name", "old", "new", "is_quick"),
    [
        ("a.md", "Un «", "Autre «", True),
        ("index.md", "Venez", "Entrez", True),
        ("_posts/2025-03-01-un.md", "Texte un", "Un [lien](nulle-part.md)", True),
        ("_evenements/2027-05-01-fete.md", "On danse", "On chante", True),
        ("_posts/2025-03-01-un.md", "title: Un", "title: Autre", True),
        ("_posts/2025-03-01-un.md", "title: Un\n", "", True),
        ("_posts/2025-03-01-un.md", "title: Un\ntags", "title: Autre\ntags", True),
        ("_posts/2025-03-01-un.md", "title: Un\ntags: [x]", "title: Autre\ntags: [y]", False),
        ("_posts/2025-03-01-un.md", "tags:", "description: Un mot & <i>.\ntags:", True),
        ("_posts/2025-03-02-deux.md", "title: Deux", "title: Un", True),
        ("_posts/2025-03-02-deux.md", "title: Deux", 'title: "Sujet" #1', False),
        ("a.md", "title: Une page", "title: Autre page", False),
        ("libre.md", "# Titre libre", "# Autre titre", False),
        ("index.md", "Venez", "{% for p in site.posts %}x{% endfor %}", False),
        ("donnees.json", "{}", "[]", False),
        ("images/p.svg", "4", "5", False),
        ("a.md", "Un «", "{% inconnu %}", False),
        ("_config.yml", "Essai", "Autre", False),
    ],
)
def test_what_a_save_asks_for(content, tmp_path, name, old, new, is_quick):
    site = held(content)
    path = content / name
    before = site.report()["version"]
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    assert site.save([path]) is is_quick
    if is_quick:
        assert site.report()["version"] != before
        assert differences(site, content, tmp_path / "output") == []


def test_the_head_tells_of_the_body_as_it_is(content, tmp_path):
    site, path = held(content), content / "a.md"
    for asking in [*ASKING, *reversed(ASKING)]:
        path.write_text(f"---\ntitle: Une page\n---\n\n{asking.format(1)}\n", encoding="utf-8")
        assert site.save([path])
        assert site.answer("/a.html")
    assert differences(site, content, tmp_path / "output") == []


def test_it_says_when_time_makes_it_another(content, monkeypatch):
    def set_clock(moment: datetime) -> None:
        clock = type("Clock", (datetime,), {"now": classmethod(lambda _, zone: moment)})
        monkeypatch.setattr("core.clock.datetime", clock)
        monkeypatch.setattr("dev_server.live_site.incremental_site.time.time", moment.timestamp)

    announced = datetime(2026, 3, 12, 18, 30, tzinfo=ZoneInfo("Europe/Paris"))
    path = content / "_evenements/2027-05-01-fete.md"
    key = "publication: 2026-03-12 18:30"
    path.write_text(path.read_text().replace("lieu:", f"{key}\nlieu:"), encoding="utf-8")
    set_clock(announced - timedelta(hours=1))
    before = held(content)
    assert before.report()["until"] == announced.timestamp()
    assert before.answer("/agenda/2027-05-01-fete/") is None
    set_clock(announced)
    after = held(content)
    assert after.report()["until"] == datetime(2026, 3, 13, tzinfo=announced.tzinfo).timestamp()
    assert after.answer("/agenda/2027-05-01-fete/")
    assert before.report()["version"] != after.report()["version"]


def test_a_file_that_came_and_went_asks_for_nothing(content):
    site = held(content)
    (content / "a.md").write_text(PAGES["a.md"] + "\nAutre.\n", encoding="utf-8")
    assert site.save([content / "sedXk2c1", content / "a.md"])
    for name in ("libre.md", "images", "images/p.svg", "_config.yml"):
        gone = (content / name).rename(content.parent / "ailleurs")
        assert not site.save([content / name])
        gone.rename(content / name)


def test_a_file_saved_unchanged_is_no_new_version(content):
    site = held(content)
    before = site.report()["version"]
    (content / "a.md").write_text(PAGES["a.md"], encoding="utf-8")
    assert site.save([content / "a.md"])
    assert site.report()["version"] == before


def test_a_diagnostic_goes_with_its_cause(content):
    site = held(content)
    path = content / "a.md"
    path.write_text(PAGES["a.md"] + "\n[perdu](rien.md)\n", encoding="utf-8")
    assert site.save([path])
    assert [diagnostic["line"] for diagnostic in site.report()["diagnostics"]] == [7]
    path.write_text(PAGES["a.md"], encoding="utf-8")
    assert site.save([path])
    assert site.report()["diagnostics"] == []


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="no /proc here")
def test_saves_take_no_memory(content):
    site, path = held(content), content / "a.md"

    def save(number: int) -> int:
        path.write_text(f"{PAGES['a.md']}\nmot{number}\n", encoding="utf-8")
        assert site.save([path])
        assert f"mot{number}".encode() in site.answer("/a.html").data
        assert site.answer("/feed.xml")
        return int(Path("/proc/self/statm").read_text().split()[1])  # pages in memory

    used = [save(number) for number in range(150)]
    assert used[-1] - used[49] < 256  # 1 MB; a body kept at each save is ten times as much


def test_a_site_made_again_leaves_nothing_of_the_one_before(content):
    gc.freeze()  # what tests before left is not looked at
    site = held(content)

    def known(loads: int) -> int:
        for _ in range(loads):
            site.load()
            assert site.answer("/a.html")
        gc.collect()
        return sum(type(one) in (SiteContext, Document, Article) for one in gc.get_objects())

    first, last = known(2), known(5)
    assert last < 3 * first  # caches may hold the one before; each would be six times


# What a page's head is to say of its body, each time as it is then.
ASKING = [
    "<script>var a = {};</script>",
    '<iframe src="https://www.youtube.com/embed/{}"></iframe>',
    '<form action="https://autre-{}.exemple.org/"><button>Envoyer</button></form>',
    '<button onclick="x({})">Un bouton</button>',
    '<object data="images/p.svg#{}"></object>',
    "Rien que le mot {}.",
]


def test_a_style_sheet_is_led_to_the_site_s_folder_as_in_a_build(content, tmp_path):
    sheet = "body { background: url(/images/p.svg) }\n"
    (content / "assets/css").mkdir(parents=True)
    (content / "assets/css/custom.css").write_text(sheet, encoding="utf-8")
    (content / "_config.yml").write_text(
        "title: Essai\nurl: https://exemple.fr\nbaseurl: /lieu\n", encoding="utf-8"
    )
    site = held(content)
    assert differences(site, content, tmp_path / "output") == []
    assert (
        _bytes(site, "/assets/css/custom.css") == sheet.replace("/images", "/lieu/images").encode()
    )
