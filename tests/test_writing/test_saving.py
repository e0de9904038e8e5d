"""Saves: all of it or none of it, over nobody's words, through no link."""

import errno
from concurrent.futures import ThreadPoolExecutor

import pytest

from dev_server.writing.folder import Change, Moved, make_all, version_of
from photos import photo
from support import page

TEXT = page("title: Essai", "Du texte.\n")


def of(writer, name):
    return writer.file(name).json


def saved(writer, name, text, base):
    return writer.post("save", files=[{"name": name, "text": text, "base": base}])


@pytest.mark.server
class TestOverHttp:
    def test_a_new_name_is_one_that_every_system_can_have(self, writer):
        for name in ("CON.md", "a:b.md", "_communs/nul/index.md"):
            assert saved(writer, name, TEXT, None).status == 422
        assert not list(writer.content.rglob("CON.md"))

    def test_what_is_below_a_linked_folder_is_refused(self, writer, tmp_path):
        (writer.content / "lie").symlink_to(tmp_path)
        assert saved(writer, "lie/a.md", TEXT, None).status == 422
        assert not (tmp_path / "a.md").exists()
        (writer.content / "lie").unlink()

    def test_a_new_file_and_its_folder_then_a_change_of_it(self, writer):
        name = "_communs/terre/index.md"
        said = saved(writer, name, page("title: La terre"), None)
        assert said.status == 200
        told = said.json["files"]
        assert [(one["name"], one["address"]) for one in told] == [(name, "/communs/terre/")]
        again = saved(writer, name, page("title: La Terre"), told[0]["version"])
        assert again.status == 200
        assert "La Terre" in writer.wait_page("La Terre", "/communs/terre/")
        assert of(writer, name)["version"] == again.json["files"][0]["version"]

    def test_a_page_never_takes_another_s_place(self, writer):
        before = writer.states()
        said = saved(writer, "contact.md", TEXT, None)
        assert said.status == 409
        present = of(writer, "contact.md")
        assert {key: said.json[key] for key in ("name", "text", "version")} == {
            key: present[key] for key in ("name", "text", "version")
        }
        assert writer.states() == before

    def test_two_people_on_one_file_lose_nothing(self, writer):
        saved(writer, "deux.md", TEXT, None)
        base = of(writer, "deux.md")["version"]
        assert saved(writer, "deux.md", TEXT + "Le premier.\n", base).status == 200
        said = saved(writer, "deux.md", TEXT + "Le second.\n", base)
        assert said.status == 409
        assert said.json["text"].endswith("Le premier.\n")
        merged = said.json["text"] + "Le second.\n"
        assert saved(writer, "deux.md", merged, said.json["version"]).status == 200

    def test_many_saves_at_once_of_one_file_keep_one(self, writer):
        saved(writer, "course.md", TEXT, None)
        base = of(writer, "course.md")["version"]
        with ThreadPoolExecutor(8) as people:
            texts = [f"{TEXT}{number}\n" for number in range(8)]
            said = list(people.map(lambda text: saved(writer, "course.md", text, base), texts))
        assert sorted(one.status for one in said) == [200] + [409] * 7
        kept = texts[[one.status for one in said].index(200)]
        assert of(writer, "course.md")["text"] == kept
        assert not list(writer.content.glob(".*"))

    def test_a_file_gone_meanwhile_is_told(self, writer):
        saved(writer, "parti.md", TEXT, None)
        base = of(writer, "parti.md")["version"]
        (writer.content / "parti.md").unlink()
        said = saved(writer, "parti.md", TEXT, base)
        assert (said.status, said.json["text"], said.json["version"]) == (409, None, None)

    def test_all_or_nothing(self, writer):
        saved(writer, "tout-1.md", TEXT, None)
        base = of(writer, "tout-1.md")["version"]
        before = writer.states()
        one = {"name": "tout-1.md", "text": "changé", "base": base}
        new = {"name": "tout-neuf.md", "text": "neuf", "base": None}
        for wrong in (
            {"name": "contact.md", "text": "x", "base": None},
            {"name": "contact.md", "text": "x", "base": "old"},
            {"name": "contact.md/sous.md", "text": "x", "base": None},
            {"name": "contact.md", "text": "x" * 999_999, "base": "old"},
            {"name": "_config.yml", "text": "x", "base": None},
            {"name": "tout-1.md", "text": "deux fois", "base": base},
            {"name": "contact.md", "text": None, "base": "old"},
            {"name": "contact.md", "text": "sans base"},
            {"name": "contact.md", "base": "old"},
            "contact.md",
        ):
            assert writer.post("save", files=[new, one, wrong]).status >= 400
        assert writer.post("save", files=[one], photos=["images/jamais-vue.jpg"]).status == 422
        stale = {"name": "index.md", "text": None, "base": "x"}
        assert writer.post("save", files=[one, stale]).status == 409
        assert writer.states() == before

    def test_a_file_taken_away(self, writer):
        base = saved(writer, "adieu.md", TEXT, None).json["files"][0]["version"]
        gone = [{"name": "adieu.md", "text": None, "base": base}]
        assert writer.post("save", files=gone).json == {"files": []}
        assert writer.file("adieu.md").status == 404
        assert writer.post("save", files=gone).status == 409
        assert writer.post("save", files=[{**gone[0], "base": None}]).status == 400

    def test_a_file_renamed_with_its_text(self, writer):
        base = saved(writer, "avant.md", TEXT, None).json["files"][0]["version"]
        old = {"name": "avant.md", "text": None, "base": base}
        new = {"name": "apres.md", "text": TEXT + "Plus loin.\n", "base": None}
        for wrong in ({**old, "base": "old"}, {**old, "name": "jamais.md"}):
            assert writer.post("save", files=[new, wrong]).status == 409
        assert writer.post("save", files=[{**new, "name": "contact.md"}, old]).status == 409
        said = writer.post("save", files=[old, new]).json["files"]
        assert [(one["name"], one["address"]) for one in said] == [("apres.md", "/apres.html")]
        assert writer.file("avant.md").status == 404
        assert of(writer, "apres.md")["text"] == new["text"]

    def test_images_go_with_their_text(self, writer):
        name = writer.photo("Une affiche.png", photo()).json["name"]
        text = page("title: Avec image", f"![Une affiche]({name})\n")
        files = [{"name": "avec-image.md", "text": text, "base": None}]
        assert not (writer.content / name).exists()
        assert writer.post("save", files=files, photos=[name]).status == 200
        assert "une-affiche" in writer.wait_page("une-affiche", "/avec-image.html")
        assert (writer.content / name).is_file()
        version = of(writer, "avec-image.md")["version"]
        again = [{"name": "avec-image.md", "text": text + "\n", "base": version}]
        assert writer.post("save", files=again, photos=[name]).status == 200

    def test_an_image_never_takes_another_s_place(self, writer):
        name = writer.photo("meme-nom", photo()).json["name"]
        other = writer.content / name
        other.parent.mkdir(exist_ok=True)
        other.write_bytes(b"another")
        assert writer.post("save", photos=[name]).status == 409
        assert other.read_bytes() == b"another"
        other.unlink()

    def test_the_file_keeps_its_rights(self, writer):
        base = saved(writer, "droits.md", TEXT, None).json["files"][0]["version"]
        path = writer.content / "droits.md"
        path.chmod(0o640)
        assert saved(writer, "droits.md", TEXT + "x", base).status == 200
        assert path.stat().st_mode & 0o777 == 0o640

    def test_an_empty_save_changes_nothing(self, writer):
        before = writer.states()
        assert writer.post("save").json == {"files": []}
        assert writer.states() == before


def change(root, name, text, base=None):
    return Change(root, name, text and text.encode(), base and version_of(base.encode()))


class Full(Change):
    """A change that finds the disk full once it is to be made."""

    def make(self):
        raise OSError(errno.ENOSPC, "full")


class Raced(Change):
    """A change during which someone else writes the file that comes next."""

    def make(self):
        super().make()
        (self.root / "b.md").write_text("somebody else's")


@pytest.mark.parametrize("base", ["old", None])
@pytest.mark.parametrize("data", [b"new", None])
def test_a_second_file_that_fails_leaves_the_first_as_it_was(tmp_path, base, data):
    if base is None and data is None:
        return
    if base:
        (tmp_path / "a.md").write_text(base)
    first = Change(tmp_path, "a.md", data, base and version_of(base.encode()))
    with pytest.raises(OSError, match="full"):
        make_all([first, Full(tmp_path, "x/c.md", b"c", None)])
    files = {path.name: path.read_text() for path in tmp_path.rglob("*") if path.is_file()}
    assert files == ({"a.md": base} if base else {})


def test_what_another_writes_between_two_files_is_kept(tmp_path):
    (tmp_path / "a.md").write_text("a")
    (tmp_path / "b.md").write_text("b")
    first = Raced(tmp_path, "a.md", b"mine", version_of(b"a"))
    with pytest.raises(Moved):
        make_all([first, change(tmp_path, "b.md", "mine", "b")])
    files = {path.name: path.read_text() for path in tmp_path.iterdir()}
    assert files == {"a.md": "a", "b.md": "somebody else's"}


def test_folders_that_are_links_are_not_entered(tmp_path):
    root, outside = tmp_path / "content", tmp_path / "outside"
    root.mkdir()
    outside.mkdir()
    (root / "a").symlink_to(outside)
    with pytest.raises(OSError):
        make_all([change(root, "a/b.md", "x")])
    assert list(outside.iterdir()) == []


def test_nothing_is_seen_half_written(tmp_path):
    """Whoever reads while files are saved reads one of the texts, whole."""
    texts = [letter * 200_000 for letter in "ab"]
    path = tmp_path / "a.md"
    path.write_text(texts[0])
    with ThreadPoolExecutor(1) as pool:

        def save():
            for turn in range(100):
                make_all([change(tmp_path, "a.md", texts[(turn + 1) % 2], texts[turn % 2])])

        done = pool.submit(save)
        while not done.done():
            assert path.read_text() in texts
        done.result()
