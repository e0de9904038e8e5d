"""Which names the editor reads and writes: all others are refused, whatever they lead to."""

import posixpath
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.diagnostics import visible
from core.diagnostics.diagnostic import has_direction
from editor.files.names import is_image, kind_of
from editor.forms import KINDS
from jekyll.site.model import MARKDOWN_ENDINGS

KNOWN = {
    "index.md": "page",
    "a/b c/été.markdown": "page",
    "_posts/2026-01-02-a.md": "actualite",
    "vie/_posts/2026-01-02-a.md": "actualite",
    "_evenements/2026-12-12-a.md": "evenement",
    "_communs/eau/index.md": "univers",
    "_communs/eau/source.md": "acteur",
    "_communs/eau/" + "a" * 252 + ".md": "acteur",
}
STRANGE = [
    *(
        "",
        ".",
        "..",
        "/",
        "a",
        ".md",
        "a.md/",
        "/a.md",
        "a//b.md",
        "./a.md",
        "../a.md",
        "a/../b.md",
    ),
    *("..\\a.md", "C:\\a.md", "a\0.md", "a.md\0", "a\n.md", "a\t.md", "a\x1b.md", "a\x7f.md"),
    *("a\u202e.md", "\u2066a.md", "a\u2028.md", "\ud800.md", "\udce9.md", "\ufeff/../a.md"),
    *("_config.yml", "_data/a.md", "_drafts/a.md", "_layouts/a.md", ".git/a.md", "a/.b.md"),
    *("a.py", "a.html", "a.MD.py", ".htaccess", "a.md.txt", "CNAME", "images/a.svg", "a.md~"),
    *("_evenements/a/b.md", "_communs/a.md", "_communs/a/b/c.md", "_communs/_a/b.md", "#a.md"),
    *("_communs/../a.md", "_posts/../_config.yml", "_posts/_x/a.md", " a.md", "a /b.md", "a./b.md"),
    *("a" * 253 + ".md", "é" * 127 + ".md", "a/" * 399 + "b.md"),
]


@pytest.mark.parametrize(("name", "kind"), KNOWN.items())
def test_the_kinds_of_texts_are_those_of_the_forms(name, kind):
    assert kind_of(name) == kind
    assert kind in KINDS


@pytest.mark.parametrize("name", STRANGE, ids=ascii)
def test_any_other_name_is_of_no_kind(name):
    assert kind_of(name) is None
    assert not is_image(name) or name == "images/a.svg"


@pytest.mark.parametrize(
    "name",
    [
        *("a.jpg", "images", "images/", "images/../a.jpg", "images/.a.jpg", "/images/a.jpg"),
        *("images/a.py", "images/a.jpg/b.html", "images/a.jpg\0", "images//a.jpg", "Images/a.jpg"),
    ],
)
def test_images_are_in_their_folder(name):
    assert not is_image(name)
    assert is_image("images/2026/a.JPG")


SIGNS = st.sampled_from(
    ["..", ".", "/", "\\", "_", "~", " ", "a", "_posts", ".md", "\0", "\u202e", "é"]
)


@given(st.lists(SIGNS | st.characters(), max_size=9).map("".join))
def test_a_name_that_has_a_kind_leads_down_to_a_markdown_file(name):
    if kind_of(name):
        path = PurePosixPath("/content", name)
        assert str(path) == f"/content/{name}" == posixpath.normpath(f"/content/{name}")
        assert path.suffix in MARKDOWN_ENDINGS
        assert not path.name.startswith((".", "_"))
        assert visible(name) == name and not has_direction(name) and not {*name} & {*"\n\t\\"}


@pytest.mark.server
@pytest.mark.parametrize("name", STRANGE[1:], ids=ascii)
def test_a_name_of_no_kind_reads_and_writes_nothing(writer, name):
    if "\ud800" in name or "\udce9" in name:
        return  # no request can hold it: see `test_a_strange_body_is_refused`
    before = writer.states()
    assert writer.file(name).status == 403
    one = {"name": name, "text": "x", "base": None}
    assert writer.post("draft", name=name, files=[one]).status == 403
    assert writer.post("draft", name="a.md", files=[{**one, "text": None}]).status == 403
    assert writer.post("check", name=name).status == 403
    assert writer.post("save", files=[one]).status == 403
    assert writer.post("save", files=[{"name": name, "text": None, "base": "x"}]).status == 403
    assert writer.post("save", photos=[name]).status in (400, 422)
    assert writer.states() == before
