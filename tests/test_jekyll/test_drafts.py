"""What says that it is a draft is published nowhere, and the build says how many there are."""

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
KEYS_OF_OTHERS = ["draft: false", "draft:", "brouillon: non", "published: true", "status:"]
OTHER_KEYS = "title: A\ndebut: 2026-01-02\nnom: A\nrole: soutien"


def _built(tmp_path, files: dict[str, str]):
    """Build a site of these files, each with the keys that it needs, and those given."""
    texts = {name: page(f"{OTHER_KEYS}\n{key}") for name, key in files.items()}
    return build_site(write_site(tmp_path / "content", HOME | texts), tmp_path / "out")


def test_drafts_of_any_kind_are_left_out(tmp_path):
    result = _built(tmp_path, {**dict.fromkeys(PLACES, "draft: true"), "_communs/eau/index.md": ""})
    assert (result.is_ok, result.diagnostics.found) == (True, [])
    assert [it for it in PLACES.values() if (tmp_path / "out" / it).exists()] == []
    assert not any("2026-01-02-a" in path.name for path in (tmp_path / "out").rglob("*"))
    assert f", {len(PLACES)} brouillons laissés de côté, " in result.summary


def test_each_way_to_say_so_or_not(tmp_path):
    files = {f"oui{number}.md": key for number, key in enumerate(KEYS)}
    result = _built(tmp_path, files | {f"non{n}.md": key for n, key in enumerate(KEYS_OF_OTHERS)})
    written = sorted(path.stem for path in (tmp_path / "out").glob("*n?.html"))
    assert written == [f"non{number}" for number in range(len(KEYS_OF_OTHERS))]
    assert (list((tmp_path / "out").glob("oui*")), result.drafts) == ([], len(KEYS))


def test_the_status_of_an_item_is_of_what_it_is_about(tmp_path):
    config = {"_config.yml": "collections:\n  projects:\n    output: true\n"}
    files = {**HOME, **config, "_projects/a.md": page("title: A\nstatus: draft")}
    result = build_site(write_site(tmp_path / "content", files), tmp_path / "out")
    assert (tmp_path / "out" / "projects" / "a.html").exists()
    assert not result.diagnostics.found


def test_another_word_is_told(tmp_path):
    result = _built(tmp_path, {"a.md": "draft: peut-être"})
    assert messages(result, tmp_path / "content") == [
        "content/a.md:6 : la clé « draft » ne peut pas valoir « peut-être ». "
        "Écrivez oui ou non (ou bien true ou false)."
    ]
