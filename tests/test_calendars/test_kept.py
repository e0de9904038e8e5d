"""What is kept of the announced dates from one build to the next: never that of another site."""

from pathlib import Path

import pytest

from content_types.agenda_views import generator
from content_types.calendars import kept
from support import build_site, page, write_site
from test_calendars.test_built_site import BAL, FILES, NOW, SITEURL, actor, stored

QUOTED = "00000000000a: {titre: 'Un \"grand\" bal'}\n"
LATER = str(int(NOW) + 12 * 86_400)  # during the ball


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Return what builds a site with a folder of what is kept, and gives its files."""

    def made(cache: str | Path, changes: dict[str, str], now: str = NOW, siteurl: str = SITEURL):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", now)
        monkeypatch.setattr(kept, "CACHE", tmp_path / cache)
        content, output = (tmp_path / f"{Path(cache).name}-{it}" for it in ("content", "output"))
        assert build_site(
            write_site(content, FILES | {"_agendas/choix.yml": QUOTED} | changes), output, siteurl
        ).is_ok
        files = (it for it in output.rglob("*") if it.is_file())
        return {str(it.relative_to(output)): it.read_bytes() for it in files}

    return made


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of what is kept of builds of several sites."""
    return tmp_path_factory.mktemp("kept") / "shared"


@pytest.fixture
def components(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give the titles of the events whose components of calendars are made, in order."""
    found, real = [], generator.event_components

    def noted(event, **names):
        found.append(event.title)
        return real(event, **names)

    monkeypatch.setattr(generator, "event_components", noted)
    return found


def test_what_is_kept_is_not_made_again(make, components):
    first = make("cache", {})
    assert sorted(components) == [*["Chorale"] * 3, "Fête", "Réunion", 'Un "grand" bal']
    components.clear()
    again = make("cache", {"index.md": page("title: Accueil", "Autre texte.")})
    assert components == []
    assert {name for name in first if again[name] != first[name]} == {"index.html"}


@pytest.mark.parametrize(
    "harm", [lambda data: b"", lambda data: data[:-9], lambda data: b"\0" * 99]
)
def test_what_is_damaged_is_made_again(make, tmp_path, components, harm):
    first = make("cache", {})
    components.clear()
    for entry in (tmp_path / "cache").glob("??/*"):
        entry.write_bytes(harm(entry.read_bytes()))
    assert make("cache", {}) == first
    assert len(components) == 6


@pytest.mark.parametrize(
    ("changes", "more"),
    [
        ({"_agendas/source.json": stored("source")}, {}),
        ({"_agendas/choix.yml": "00000000000a: {titre: Grand bal}\n"}, {}),
        ({"_communs/energie/source.md": actor("La Fontaine", "source")}, {}),
        ({"_evenements/2026-12-12-b.md": page(f"title: {BAL.title!r}\ndebut: 2026-12-12 20h")}, {}),
        ({"_config.yml": "title: Le site\nguillemets: anglais\n"}, {}),
        ({}, {"now": LATER}),
        ({}, {"siteurl": "https://coop.example/dossier"}),
    ],
    ids=["calendar", "choice", "actor", "event", "settings", "moment", "address"],
)
def test_what_changes_is_shown(make, shared, changes, more):
    if not shared.exists():
        make(shared, {})
    assert make(shared, changes, **more) == make("fresh", changes, **more)
