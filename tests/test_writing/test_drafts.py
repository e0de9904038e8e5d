"""Drafts: shown as the site would show them, told of what is wrong, written in no content."""

import os
from pathlib import Path

import pytest

from core.diagnostics.catalog.links import BROKEN_LINK
from core.diagnostics.catalog.menu import PAGE_WITHOUT_ITS_PLACE
from core.project_paths import CACHE
from dev_server.writing.messages import messages_of, speaks_of
from dev_server.writing.mirror import Mirror
from photos import photo
from support import page, write_site
from writing_support import SITE, wait_until, writing


def draft(writer, name, text, **more):
    return writer.draft(name, text, **more)


@pytest.mark.server
class TestShown:
    def test_a_draft_is_shown_where_it_would_be_and_nowhere_else(self, writer):
        before = writer.states()
        name = "_evenements/2026-12-31-reveillon.md"
        told = draft(
            writer, name, page("title: Le réveillon\ndebut: 2026-12-31 20:00", "Dansons.\n")
        )
        assert told == {"address": "/agenda/2026-12-31-reveillon/", "messages": []}
        assert "Dansons." in writer.preview(told["address"])
        assert "Le réveillon" in writer.preview("/agenda/")
        assert writer.get(told["address"])[0] == 404
        assert "Le réveillon" not in writer.get("/agenda/")[2]
        assert writer.states() == before
        assert draft(writer, name, None) == {"address": None, "messages": []}
        assert "Dansons." not in writer.preview(told["address"])

    def test_a_draft_of_a_file_that_is_there_leaves_it(self, writer):
        told = draft(writer, "contact.md", page("title: Contact", "Une autre phrase.\n"))
        assert "Une autre phrase." in writer.preview(told["address"])
        assert "Écrivez-nous." in writer.get("/contact.html")[2]
        told = draft(writer, "contact.md", None)
        assert told["address"] == "/contact.html"
        assert "Écrivez-nous." in writer.preview("/contact.html")

    def test_a_renamed_text_is_shown_with_those_that_lead_to_it(self, writer):
        """What it hides and changes beside it comes back once it is given up."""
        name, old = "ecrire.md", {"name": "contact.md", "text": None}
        text = page("title: Nous écrire\nredirect_from: [/contact.html]")
        told = draft(writer, name, text, beside=[old])
        assert told == {"address": "/ecrire.html", "messages": []}
        assert "/ecrire.html" in writer.preview("/contact.html")
        home = {"name": "index.md", "text": page("title: Accueil", "[n]({% link ecrire.md %})\n")}
        draft(writer, name, text, beside=[old, home])
        assert "/ecrire.html" in writer.preview("/")
        lost = {**home, "text": page("title: Accueil", "[n]({% link contact.md %})\n")}
        [fault] = draft(writer, name, text, beside=[old, lost])["messages"]
        assert (fault["name"], fault["severity"]) == ("index.md", "error")
        draft(writer, name, None)
        assert "Écrivez-nous." in writer.preview("/contact.html")
        assert "Bonjour." in writer.preview("/")
        assert "Écrivez-nous." in writer.get("/contact.html")[2]

    def test_an_image_is_seen_with_its_draft(self, writer):
        name = writer.photo("vue", photo()).json["name"]
        text = page("title: Vue", f"![Une vue]({name})\n")
        told = draft(writer, "vue.md", text, photos=[name, "images/autre.jpg"])
        assert told["messages"] == []
        assert "srcset" in writer.preview(told["address"])
        assert not (writer.content / name).exists()

    def test_a_fault_is_told_with_its_key_and_the_last_good_page_stays(self, writer):
        name = "_evenements/2026-11-11-fete.md"
        good = draft(writer, name, page("title: Fête\ndebut: 2026-11-11", "Venez.\n"))
        told = draft(writer, name, page("title: Fête\ndébut: 2026-02-31\nstatut: peut-être"))
        assert told["address"] is None
        facts = [(one["severity"], one["line"], one["rule"]) for one in told["messages"]]
        assert facts == [
            ("error", 3, "valeur-impossible"),
            ("error", 4, "valeur-impossible"),
        ]
        assert all(one["name"] == name and one["hint"] for one in told["messages"])
        assert "12/03/2026 18h30" in told["messages"][0]["hint"]
        assert "Venez." in writer.preview(good["address"])

    def test_a_fault_of_the_body_is_told_too(self, writer):
        told = draft(
            writer, "corps.md", page("title: A", "Un [lien](/perdu).\n{% link perdu.md %}\n")
        )
        assert ("error", 5) in [(one["severity"], one["line"]) for one in told["messages"]]
        assert told["address"] is None

    def test_what_a_draft_breaks_elsewhere_is_told(self, writer):
        text = page("title: Ailleurs\npermalink: /contact.html")
        told = draft(writer, "ailleurs.md", text)
        assert {one["name"] for one in told["messages"]} >= {"ailleurs.md"}
        assert "error" in {one["severity"] for one in told["messages"]}

    def test_two_people_s_drafts_do_not_meet(self, writer):
        one = draft(writer, "un.md", page("title: Un", "De la première.\n"))
        draft(writer, "deux.md", page("title: Deux\norder: x"))  # at fault
        two = draft(writer, "trois.md", page("title: Trois", "De la troisième.\n"))
        assert two["messages"] == []
        assert "De la première." in writer.preview(one["address"])
        assert "De la troisième." in writer.preview(two["address"])

    def test_a_save_takes_its_draft_away(self, writer):
        draft(writer, "brouillon.md", page("title: Un", "Avant.\n"))
        text = page("title: Un", "Enregistré.\n")
        files = [{"name": "brouillon.md", "text": text, "base": None}]
        address = writer.post("save", files=files).json["files"][0]["address"]
        assert "Enregistré." in writer.preview(address)
        assert "Enregistré." in writer.wait_page("Enregistré.", address)

    def test_the_mirror_follows_what_others_save(self, writer):
        draft(writer, "a-suivre.md", page("title: A"))
        (writer.content / "suivi.md").write_text(page("title: S", "Vu ailleurs.\n"), "utf-8")
        wait_until(lambda: "Vu ailleurs." in writer.preview("/suivi.html"))
        with (writer.content / "suivi.md").open("a", encoding="utf-8") as file:
            file.write("Et complété sur place.\n")
        wait_until(lambda: "sur place." in writer.preview("/suivi.html"))
        (writer.content / "suivi.md").unlink()
        wait_until(lambda: "Vu ailleurs." not in writer.preview("/suivi.html"))

    def test_the_check_looks_at_the_draft_in_the_whole_site(self, writer):
        name = "verifiee.md"
        draft(writer, name, page("title: A", "# Un titre\n\n#Un autre\n\n[ici](/perdu)\n"))
        told = writer.post("check", name=name).json["messages"]
        assert {one["rule"] for one in told} >= {"lien-brise"}
        assert {one["name"] for one in told} == {name}
        assert writer.post("check", name="contact.md").status == 200

    def test_the_check_tells_what_leads_to_the_former_name_of_a_draft_and_no_more(self, writer):
        for name, link in (("vers", "bal.md"), ("ailleurs", "grand-bal.md")):
            text = page(f"title: {name}", f"[ici]({link})\n")
            (writer.content / f"{name}.md").write_text(text, "utf-8")
        draft(writer, "fete.md", page("title: F"), beside=[{"name": "bal.md", "text": None}])
        told = writer.post("check", name="fete.md").json["messages"]
        (writer.content / "vers.md").unlink()
        (writer.content / "ailleurs.md").unlink()
        assert {one["name"] for one in told} == {"vers.md"}


@pytest.mark.parametrize(
    ("url", "speaks"),
    [
        ("/images/bal.png?c#d", True),
        ("../images/b%61l.png", True),
        ("bal.png", True),
        ("images/grand-bal.png", False),
        ("photos/bal.png", False),
        ("", False),
    ],
)
def test_a_message_speaks_of_a_file_that_one_of_its_facts_names(url: str, speaks: bool):
    assert speaks_of(BROKEN_LINK(url=url).at("content/a.md"), ["images/bal.png"]) is speaks


def test_what_is_asked_of_a_key_that_is_not_there_is_told_beside_its_field():
    found = PAGE_WITHOUT_ITS_PLACE(title="A", key="« order: 2 »").at("content/a.md", 1)
    assert messages_of("a.md", [found], "content")[0]["key"] == "order"


@pytest.mark.server
def test_a_fault_of_another_file_is_told_for_it_hides_the_draft(tmp_path):
    with writing(tmp_path) as writer:
        (writer.content / "casse.md").write_text(page("title: Cassé\norder: x"), "utf-8")
        writer.wait_page("casse.md, ligne 3")
        told = draft(writer, "a.md", page("title: A"))
        assert (told["address"], [one["name"] for one in told["messages"]]) == (None, ["casse.md"])
        assert "content/casse.md, ligne 3" in writer.preview("/").replace(str(tmp_path) + "/", "")
        (writer.content / "casse.md").unlink()
        writer.wait_page("Bonjour.")
        assert draft(writer, "a.md", page("title: A"))["address"] == "/a.html"


@pytest.mark.server
def test_under_a_base_path(tmp_path):
    files = {**SITE, "_config.yml": "url: https://exemple.fr\nbaseurl: /projet\n"}
    with writing(tmp_path, files, "/projet/") as writer:
        told = draft(writer, "a.md", page("title: A", "Ici.\n"))
        assert told["address"] == "/projet/a.html"
        assert "Ici." in writer.preview(told["address"])


# The folder itself.


def mirrored(tmp_path: Path, files: dict[str, str | bytes]) -> Mirror:
    mirror = Mirror(write_site(tmp_path / "content", files), tmp_path / "mirror")
    mirror.follow()
    return mirror


def held(mirror: Mirror) -> dict[str, str]:
    files = (path for path in sorted(mirror.folder.rglob("*")) if path.is_file())
    return {path.relative_to(mirror.folder).as_posix(): path.read_text() for path in files}


def test_an_original_that_is_hard_linked_is_never_changed(tmp_path):
    mirror = mirrored(tmp_path, {"a.md": "a", "b/c.md": "c"})
    original = tmp_path / "content" / "a.md"
    assert original.samefile(mirror.folder / "a.md")
    for text in (b"draft", b"another"):
        mirror.lay("a.md", text)
        assert (original.read_text(), (mirror.folder / "a.md").read_bytes()) == ("a", text)
    mirror.lay("a.md", None)
    assert original.samefile(mirror.folder / "a.md")


def test_the_mirror_is_kept_in_step(tmp_path):
    content = tmp_path / "content"
    mirror = mirrored(tmp_path, {"a.md": "a", "b/c.md": "c", ".git/x": "x", "d.md": "d"})
    assert held(mirror) == {"a.md": "a", "b/c.md": "c", "d.md": "d"}
    assert mirror.follow() == set()
    mirror.lay("d.md", b"draft of d")
    (content / "a.md").unlink()
    (content / "b" / "c.md").unlink()
    (content / "b").rmdir()
    (content / "b").write_text("a file now")
    (content / "d.md").write_text("d, changed")
    (content / "e").mkdir()
    (content / "e" / "f.md").write_text("f")
    changed = {path.relative_to(mirror.folder).as_posix() for path in mirror.follow()}
    assert changed == {"a.md", "b", "b/c.md", "d.md", "e/f.md"}
    assert held(mirror) == {"b": "a file now", "d.md": "draft of d", "e/f.md": "f"}
    (content / "b").unlink()
    (content / "b").mkdir()
    (content / "b" / "g.md").write_text("g")
    mirror.lay("d.md", None)
    mirror.follow()
    assert held(mirror) == {"b/g.md": "g", "d.md": "d, changed", "e/f.md": "f"}


def test_what_is_in_the_way_leads_no_draft_outside(tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "a.md").write_text("outside")
    mirror = mirrored(tmp_path, {"index.md": "i", "plain.md": "p"})
    content = tmp_path / "content"
    (content / "link.md").symlink_to(outside / "a.md")
    (content / "inside.md").symlink_to("plain.md")
    (content / "folder").symlink_to(outside)
    os.mkfifo(content / "pipe.md")
    mirror.follow()
    assert (mirror.folder / "link.md").is_symlink()  # the site says so of both
    assert not (mirror.folder / "inside.md").is_symlink()
    assert not (mirror.folder / "pipe.md").exists()
    for name in ("link.md", "folder/a.md", "inside.md", "pipe.md", "plain.md/x.md"):
        mirror.lay(name, b"draft")
        assert (mirror.folder / name).read_bytes() == b"draft"
    assert {path.name: path.read_text() for path in outside.iterdir()} == {"a.md": "outside"}
    assert (content / "plain.md").read_text() == "p"


def test_on_another_disk_files_are_copied(tmp_path, monkeypatch):
    def refuse(*_, **__):
        raise OSError

    monkeypatch.setattr(os, "link", refuse)
    mirror = mirrored(tmp_path, {"a.md": "a"})
    assert held(mirror) == {"a.md": "a"}
    assert not (tmp_path / "content" / "a.md").samefile(mirror.folder / "a.md")


@pytest.mark.server
def test_nothing_is_begun_before_a_draft_and_nothing_is_left(tmp_path):
    with writing(tmp_path) as writer:
        writer.site()
        writer.file("contact.md")
        writer.post("save", files=[{"name": "a.md", "text": "x", "base": None}])
        writer.photo("a", photo())
        assert set(writer.holders()) == {str(writer.content)}
        draft(writer, "b.md", page("title: B"))
        begun = set(writer.holders()) - {str(writer.content)}
        folder = CACHE / Path(begun.pop()).relative_to(CACHE).parts[0]
        assert not begun
        assert folder.is_dir()
    assert not folder.exists()
