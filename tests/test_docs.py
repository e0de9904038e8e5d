"""What the pages for members and contributors lead to, and name, exists."""

import re
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from jekyll.kramdown.extension import make_converter
from jekyll.rendering.body import finish_body
from support import PROJECT

PAGES = sorted(
    path
    for pattern in ("*.md", "docs/**/*.md", "plugins/**/README.md", "bench/README.md")
    for path in PROJECT.glob(pattern)
)
PLUGINS = PROJECT / "plugins"
READMES = [path for path in PAGES if path.is_relative_to(PLUGINS)]
_MODULE = re.compile(r"`([\w./]+\.py)`")


@cache
def _read(path: Path) -> LexborHTMLParser:
    """Return a page's tree; its headings have ids."""
    text = make_converter().convert(path.read_text(encoding="utf-8"))
    return LexborHTMLParser(finish_body(text, may_bring_title=True).html)


def _fault(page: Path, url: str) -> str:
    """Return what is wrong with an address; "" for nothing, or for one of another site."""
    parts = urlsplit(url)
    if parts.scheme or parts.netloc:
        return ""
    target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
    if not target.is_relative_to(PROJECT) or not target.exists():
        return f"{url}: no such file"
    place = unquote(parts.fragment)
    ids = {node.attributes["id"] for node in _read(target).css("[id]")} if place else set()
    return f"{url}: no such place" if place and place not in ids else ""


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(PROJECT)))
def test_links_lead_somewhere(page: Path):
    links = _read(page).css("a[href]")
    assert list(filter(None, (_fault(page, node.attributes["href"]) for node in links))) == []


def test_each_page_for_members_and_each_decision_is_listed():
    for index in (PROJECT / "docs" / "README.md", PROJECT / "docs" / "decisions" / "README.md"):
        links = {node.attributes["href"].partition("#")[0] for node in _read(index).css("a[href]")}
        pages = {path.name for path in index.parent.glob("*.md")} - {index.name}
        assert pages <= links, f"not in {index.relative_to(PROJECT)}"


@pytest.mark.parametrize("heading", ["Context", "Decision", "Consequences", "What would make us"])
def test_each_decision_has_its_parts(heading: str):
    for path in (PROJECT / "docs" / "decisions").glob("0*.md"):
        text = path.read_text(encoding="utf-8")
        assert f"\n## {heading}" in text, path.name
        assert text.count("\n") <= 45, path.name


def test_pelican_is_imported_where_the_map_says():
    told = (PLUGINS / "README.md").read_text(encoding="utf-8").partition("\n|")[0]
    elsewhere = {
        path.relative_to(PLUGINS).as_posix()
        for path in PLUGINS.rglob("*.py")
        if path.stem not in ("__init__", "plugin", "generator")
        and re.search(r"^\s*(from|import) pelican\b", path.read_text("utf-8"), re.MULTILINE)
    }
    of_pelican = ("engine/", "jekyll/plugin/")
    assert {it for it in elsewhere if not it.startswith(of_pelican)} == {*_MODULE.findall(told)}


def test_modules_are_short():
    lines = {path: path.read_text(encoding="utf-8").count("\n") for path in PLUGINS.rglob("*.py")}
    assert [str(path) for path, count in lines.items() if count > 250] == []


def _named(readme: Path) -> dict[str, Path | None]:
    """Return the modules that a README names, each with its file, or None where it has none."""
    names = _MODULE.findall(readme.read_text(encoding="utf-8"))
    places = {name: [root / name for root in (readme.parent, PLUGINS, PROJECT)] for name in names}
    return {name: next(filter(Path.is_file, paths), None) for name, paths in places.items()}


@pytest.mark.parametrize("readme", READMES, ids=lambda path: str(path.relative_to(PROJECT)))
def test_each_module_that_a_readme_names_exists(readme: Path):
    assert [name for name, file in _named(readme).items() if file is None] == []


def test_each_name_that_the_map_follows_a_value_by_exists():
    """`module.name`: one of the modules of that name holds it."""
    text = (
        (PLUGINS / "README.md")
        .read_text(encoding="utf-8")
        .partition("## Three values")[2]
        .partition("## ")[0]
    )
    for module, name in re.findall(r"`([a-z_]+)\.([A-Za-z_]+)`", text):
        files = [*PLUGINS.rglob(f"{module}.py")]
        held = any(re.search(rf"\b{name}\b", it.read_text("utf-8")) for it in files)
        assert held or name == "py" or module == "article", f"{module}.{name}"


def test_each_package_is_on_the_map_and_in_its_group():
    """Those of `checks` and of diagnostics are told in the README of theirs."""
    text = (PLUGINS / "README.md").read_text(encoding="utf-8")
    for path in PLUGINS.glob("*/*/__init__.py"):
        group, name = path.parent.parts[-2:]
        assert f"| `{group}/{name}` |" in text, f"the map does not name {group}/{name}"
        own = (PLUGINS / group / "README.md").read_text(encoding="utf-8")
        assert re.search(rf"[\[`]{name}\b", own), f"{group}/README.md does not name {name}"


def test_each_module_is_named_by_the_readme_of_its_package_or_group():
    named = {readme.parent: set(_named(readme).values()) for readme in READMES}
    for path in PLUGINS.rglob("*.py"):
        if path.name != "__init__.py":
            group = PLUGINS / path.relative_to(PLUGINS).parts[0]
            told = named.get(path.parent, set()) | named[group]
            assert path in told, f"no README names {path.relative_to(PROJECT)}"
