"""Going back, then looking at the site online as visitors see it."""

import dataclasses
import sys

import pytest

from browser_support import served
from commands.publishing import roll_back
from commands.publishing.server import Server
from commands.publishing.target import PublishError
from commands.publishing.verify_online import Timeouts
from ssh_support import write_release

pytestmark = pytest.mark.server


@pytest.fixture
def settings(server, tmp_path, monkeypatch):
    """Give the settings of a server where two sites were published, "1" then "2"."""
    steps = sys.modules["commands.publishing.publish"]
    monkeypatch.setattr(steps, "BUILT", tmp_path / "publication" / "site")
    monkeypatch.setattr(steps, "_PATIENCE", {False: Timeouts(answer=5.0, total=0.0)})
    settings = server.settings(tmp_path / "www")
    for name in "12":
        Server(settings).send(write_release(tmp_path / "site", name))
    return settings


def test_the_earlier_site_is_seen_online(settings, tmp_path):
    said: list[str] = []
    with served(tmp_path / "www" / "current") as address:
        roll_back(dataclasses.replace(settings, siteurl=address), git=False, say=said.append)
    (line,) = said
    assert line.startswith("De nouveau en ligne : publication du ")
    assert line.endswith(f". {address}/")
    assert (tmp_path / "www" / "current" / "empreinte.txt").read_text().strip() == "1"


def test_another_site_at_the_address_is_told(settings, tmp_path):
    said: list[str] = []
    write_release(tmp_path / "elsewhere", "2")
    with served(tmp_path / "elsewhere") as address, pytest.raises(PublishError) as told:
        roll_back(dataclasses.replace(settings, siteurl=address), git=False, say=said.append)
    assert str(told.value).startswith("Le site d'avant est remis (publication du ")
    assert f"mais {address}/empreinte.txt n'est pas ce qui vient d'être publié" in str(told.value)
    assert said == []
    assert (tmp_path / "www" / "current" / "empreinte.txt").read_text().strip() == "1"
