"""Which entries Jekyll takes: patterns case by case, then as Ruby and Jekyll themselves decide."""

import json
import random
import subprocess

import pytest

from comparison import differences
from jekyll.site.entry_filter import EntryFilter
from jekyll_reference import build_reference
from support import build_site, page, require, write_site


@pytest.mark.parametrize(
    ("pattern", "path", "is_excluded"),
    [
        ("compta-*.md", "compta-2026.md", True),
        ("compta-*.md", "bureau/compta-2026.md", False),
        ("*.ods", "bureau/comptes/2026.ods", True),
        ("docs/*.md", "docs/a/b.md", True),
        ("docs/*.md", "docs/a.pdf", False),
        ("prive/**", "prive/a.md", True),
        ("prive/", "prive", True),
        ("prive", "prive-2026/a.md", True),
        ("/prive", "prive/a.md", True),
        ("./prive", "prive/a.md", False),
        ("prive/**/*.md", "prive/a.md", False),
        ("prive/**/*.md", "prive/b/a.md", True),
        ("README.*", "README.md", True),
        ("README.*", "docs/README.md", False),
        ("images/*.psd", "images/affiche.psd", True),
        ("note?.md", "note1.md", True),
        ("note[0-9].md", "note1.md", True),
        ("note[!0-9].md", "note1.md", False),
        ("note[^0-9].md", "noteé.md", True),
        ("note[", "note[1].md", True),
        (r"note\*.md", "note*.md", True),
        (r"note\*.md", "note1.md", False),
        ("{a,b}.md", "a.md", False),
        ("e\u0301t\u00e9.md", "\u00e9te\u0301.md", True),
        ("Prive", "prive/a.md", False),
    ],
)
def test_patterns(pattern: str, path: str, is_excluded: bool):
    assert EntryFilter((pattern,)).excludes(path) == is_excluded


@pytest.mark.parametrize(
    ("include", "path", "is_kept"),
    [
        ((), "_pages", False),
        (("_pages",), "_pages", True),
        (("_pages",), "sub/_pages", True),
        (("_page?",), "_pages", True),
        (("sub/_pages",), "sub/_pages", False),
        (("_redirects",), "_redirects", True),
        ((), ".htaccess", True),
        ((), ".htaccess~", False),
        ((), "note.", False),
        (("note.",), "note.", False),
        ((), "Gemfile-notes.md", False),
        (("Gemfile",), "Gemfile", True),
        ((), "sub/Gemfile", True),
        ((), "vendor/bundle", False),
        ((), "vendor/bundles", True),
    ],
)
def test_includes(include: tuple[str, ...], path: str, is_kept: bool):
    assert EntryFilter((), include).keeps(path) == is_kept


def test_a_pattern_that_includes_wins():
    both = EntryFilter(("*.md", "prive"), ("prive", "a.md"))
    assert [name for name in ("a.md", "b.md", "prive") if both.keeps(name)] == ["a.md", "prive"]


_RUBY = """require "json"
puts JSON.generate(JSON.parse(STDIN.read).map { |pattern, path|
  one, other = File.join("/s", pattern), File.join("/s", path)
  File.fnmatch?(one, other) || other.start_with?(one) || one == "#{other}/" })"""


def test_generated_patterns_as_ruby_reads_them():
    ruby, chance = require("ruby", package="ruby"), random.Random(20260312)
    pairs = [
        (
            "".join(chance.choices("ab/.*?[]!^-\\é{},_", k=chance.randint(1, 7))),
            "".join(chance.choices("ab.é]-_[\\*", k=chance.randint(1, 3)))
            + chance.choice(["", "/a"]),
        )
        for _ in range(5_000)
    ]
    told = subprocess.run(
        [ruby, "-e", _RUBY], input=json.dumps(pairs), capture_output=True, text=True
    )
    wrong = [
        (pattern, path, expected)
        for (pattern, path), expected in zip(pairs, json.loads(told.stdout), strict=True)
        if EntryFilter((pattern,)).excludes(path) != (expected and path != ".htaccess")
    ]
    assert wrong == []


def test_what_is_private_is_nowhere_in_the_site(tmp_path):
    private = """compta-2026.md bureau/2026.ods docs/a.md docs/sub/b.md prive/a.md prive/sub/b.pdf
        README.md images/a.psd""".split()
    public = ["_pages/c.md", "_pages/d.txt", "_redirects", "docs/e.pdf"]
    config = """{exclude: ["compta-*.md", "*.ods", "docs/*.md", "prive/**", "README.*",
        "images/*.psd"], include: [_pages, _redirects]}"""
    texts = {name: page("title: Secret", "Secret.") for name in ("index.md", *private, *public)}
    content = write_site(tmp_path / "content", {**texts, "_config.yml": config})
    output = tmp_path / "output"
    assert build_site(content, output, "https://exemple.fr").is_ok
    stems = {name.rpartition(".")[0] or name for name in private}
    names = {path.relative_to(output).as_posix() for path in output.rglob("*")}
    assert {name for name in names if name.rpartition(".")[0] in stems} == set()
    told = (output / "sitemap.xml").read_text(encoding="utf-8")
    assert [stem for stem in stems if stem in told] == []
    assert {"_pages/c.html", "_pages/d.txt", "_redirects", "docs/e.pdf"} <= names


_NAMES = """index.md README.md compta-2026.md bureau/compta-2026.md bureau/2026.ods docs/a.md
    docs/sub/b.md prive/a.md prive/sub/b.pdf images/a.psd images/a.txt _pages/c.md _pages/d.txt
    _redirects _posts/2026-01-02-a.md _posts/prive/2026-01-03-b.md sub/_posts/2026-01-04-c.md
    _projects/p.md _projects/prive/q.md sub/_pages/e.md note1.txt""".split()
_PATTERNS = """compta-*.md *.ods docs/*.md prive/** prive prive/ README.* images/*.psd */compta*
    _posts _posts/prive /docs *.txt note[0-9].txt _projects/p* sub sub/_posts ./docs **/a.*
    ?rive/a.md index""".split()
_INCLUDES = ["_pages", "_redirects", "_pa*", "compta-*", "sub/_pages/e.md", "a.md"]


@pytest.mark.server
@pytest.mark.parametrize("seed", range(4))
def test_sites_with_patterns_as_jekyll_takes_them(seed: int, tmp_path):
    chance = random.Random(seed)
    exclude = chance.sample(_PATTERNS, chance.randint(1, 4))
    include = chance.sample(_INCLUDES, chance.randint(0, 2))
    config = {
        "scribouilli": True,
        "exclude": exclude,
        "include": include,
        "collections": {"projects": {"output": True}},
    }
    files = {name: page('title: "T"') if name.endswith(".md") else "x" for name in _NAMES}
    write_site(tmp_path / "content", {**files, "_config.yml": json.dumps(config)})
    reference = build_reference(tmp_path / "content", tmp_path)
    result = build_site(tmp_path / "content", tmp_path / "ours")
    assert result.is_ok, [str(diagnostic) for diagnostic in result.diagnostics.errors]
    told = differences(reference, tmp_path / "ours")
    assert [line for line in told if ": address: " in line] == [], config
