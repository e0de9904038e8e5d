"""What says that it is a draft is published nowhere, and the build says how many there are."""

from __future__ import annotations

import pytest

from support import build_site, messages, page, write_site

HOME = {"index.md": page("title: Accueil")}
PLACES = {
    "a.md": "a.html",
    "a.html": "a.html",
    "style.css": "style.css",
    "_posts/2026-01-02-a.md": "2026/01/02/a.html",
    "_evenements/2026-01-02-a.md": "agenda/2026-01-02-a/index.html",
    "_communs/energie/index.md": "communs/energie/index.html",
    "_communs/eau/a.md": "communs/eau/a/index.html",
}
KEYS = ["draft: true", "draft: yes", 'draft: "true"', "brouillon: true", "brouillon: oui"]
KEYS += ["status: draft", "status: Brouillon", "status: skip"]
OTHER_KEYS = "title: A\ndebut: 2026-01-02\nnom: A\nrole: soutien"


def _built(tmp_path, name: str, key: str):
    beside = {"_communs/eau/index.md": page("title: Eau")} if "eau" in name else {}
    files = {**HOME, **beside, name: page(f"{OTHER_KEYS}\n{key}")}
    return build_site(write_site(tmp_path / "content", files), tmp_path / "out")


@pytest.mark.parametrize("name", PLACES)
def test_a_draft_of_any_kind_is_left_out(name: str, tmp_path):
    result = _built(tmp_path, name, "draft: true")
    assert result.is_ok, result.diagnostics.errors
    assert not (tmp_path / "out" / PLACES[name]).exists()
    assert not any("2026-01-02-a" in path.name for path in (tmp_path / "out").rglob("*"))
    assert ", 1 brouillon laissé de côté, " in result.summary
    assert not result.diagnostics.found


@pytest.mark.parametrize("key", KEYS)
def test_each_way_to_say_so(key: str, tmp_path):
    result = _built(tmp_path, "a.md", key)
    assert result.is_ok
    assert not (tmp_path / "out" / "a.html").exists()


@pytest.mark.parametrize(
    "key", ["draft: false", "draft:", "brouillon: non", "published: true", "status:"]
)
def test_what_is_no_draft_is_published(key: str, tmp_path):
    result = _built(tmp_path, "a.md", key)
    assert (tmp_path / "out" / "a.html").exists()
    assert "brouillon" not in result.summary


def test_the_status_of_an_item_is_of_what_it_is_about(tmp_path):
    config = {"_config.yml": "collections:\n  projects:\n    output: true\n"}
    files = {**HOME, **config, "_projects/a.md": page("title: A\nstatus: draft")}
    result = build_site(write_site(tmp_path / "content", files), tmp_path / "out")
    assert (tmp_path / "out" / "projects" / "a.html").exists()
    assert not result.diagnostics.found


def test_another_word_is_told(tmp_path):
    result = _built(tmp_path, "a.md", "draft: peut-être")
    assert messages(result, tmp_path / "content") == [
        "content/a.md:6 : la clé « draft » ne peut pas valoir « peut-être ». "
        "Écrivez true ou false, sans guillemets."
    ]
