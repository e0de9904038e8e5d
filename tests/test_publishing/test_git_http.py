"""Publications over HTTP, where a token stands in the address."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from commands.publishing.target import PublishError
from git_support import CLEAN, Hosting, git, over_http

pytestmark = pytest.mark.server

_REFUSED = {"perime": 401, "lecteur": 403, "etranger": 404}


@pytest.fixture
def hosting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Hosting:
    for name, value in {**CLEAN, "GIT_TERMINAL_PROMPT": "0"}.items():
        monkeypatch.setenv(name, value)
    (tmp_path / "été à nous").mkdir()
    return Hosting(tmp_path / "été à nous")


@pytest.fixture
def host(hosting: Hosting) -> Iterator[str]:
    with over_http(hosting.remote.parent, _REFUSED) as address:
        yield address


def test_publish_change_publish_go_back(hosting: Hosting, host: str):
    before = hosting.project_state()
    target = hosting.target(f"http://nom:jeton@{host}/remote.git")
    for text in ("un", "deux"):
        hosting.build(index=text, gros=text * 2_000_000)  # more than one request holds
        target.send(hosting.site)
        assert hosting.online() == text
    assert target.roll_back() and hosting.online() == "un"
    assert target.describe() == f"la branche « pages » de http://{host}/remote.git"
    assert hosting.project_state() == before
    kept = [path for path in (hosting.project / ".cache").rglob("*") if path.is_file()]
    assert not [path for path in kept if b"jeton" in path.read_bytes()]


@pytest.mark.parametrize(
    ("token", "words"),
    [("perime", "refuse l'accès"), ("lecteur", "refuse l'accès"), ("etranger", "est introuvable")],
    ids=["a token out of date", "a token that only reads", "a repository that is not shown"],
)
def test_a_token_refused_is_told_and_never_shown(hosting: Hosting, host: str, token, words):
    with pytest.raises(PublishError) as refused:
        hosting.target(f"http://nom:{token}@{host}/remote.git").send(hosting.site)
    assert words in str(refused.value)
    assert token not in str(refused.value)


def test_of_two_who_publish_at_once_one_is_told(hosting: Hosting, host: str, tmp_path: Path):
    address = f"http://nom:jeton@{host}/remote.git"
    hosting.target(address).send(hosting.site)
    for attempt in range(3):
        sites = [tmp_path / f"{attempt}-{who}" for who in "ab"]
        told: list[str] = []

        def publish(site: Path, told: list[str] = told) -> None:
            try:
                hosting.target(address).send(site)
            except PublishError as error:
                told.append(str(error))

        for site in sites:
            site.mkdir()
            (site / "index.html").write_text(site.name)
        people = [threading.Thread(target=publish, args=(site,)) for site in sites]
        for person in people:
            person.start()
        for person in people:
            person.join()
        known = ("Quelqu'un d'autre", "en train de changer")
        assert [words for words in told if not any(start in words for start in known)] == []
        assert len(told) < 2, told
        assert hosting.online() in {site.name for site in sites}
        assert int(git(hosting.remote, "rev-list", "--count", "pages")) <= 5
