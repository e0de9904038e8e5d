"""Generated sites, built by the real Jekyll and by us: a whole site a batch."""

import datetime
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from comparison import differences
from jekyll_reference import build_reference
from support import build_site, write_site

pytestmark = pytest.mark.server

BATCHES = 4  # each starts Jekyll once
SETTINGS = settings(
    max_examples=BATCHES,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],  # to shrink a batch would start Jekyll hundreds of times
    suppress_health_check=list(HealthCheck),
)

# What the editor leaves in names: letters of any language, spaces, apostrophes, dashes, signs.
_LETTERS = "abcéèçàœïÉabcdeghilmnopqrstuvz0123456789"
_NAME_SIGNS = " '’-_,;!&=+@~$()%«»—é"
names = st.text(_LETTERS + _NAME_SIGNS, min_size=1, max_size=14).filter(
    lambda name: name == name.strip() and name[0] in _LETTERS and name[-1] in _LETTERS
)
# Without < and &: Jekyll's layouts write a title as HTML, we as the text it is.
titles = st.text(_LETTERS + " '\"’:#?!*_`[]{}|@%\\-…", min_size=1, max_size=20).filter(
    lambda title: title.strip() == title and any(c in _LETTERS for c in title)
)
days = st.dates(datetime.date(2020, 1, 1), datetime.date(2025, 12, 31))
orders = st.one_of(st.none(), st.integers(-2, 4), st.sampled_from(["1.5", '"2"', "null"]))
switches = st.sampled_from([None, "true", "false", "no", '"true"', ""])

_WORDS = st.sampled_from('le la fête d\'été **gras** *doux* `code` où ! ? « a » "b" c’est'.split())
_SENTENCE = st.lists(_WORDS, min_size=1, max_size=6).map(" ".join)
_LINES = st.one_of(
    _SENTENCE,
    _SENTENCE.map(lambda s: f"- {s}"),
    _SENTENCE.map(lambda s: f"* {s}"),
    _SENTENCE.map(lambda s: f"  - {s}"),
    _SENTENCE.map(lambda s: f"1. {s}"),
    _SENTENCE.map(lambda s: f"## {s}"),
    _SENTENCE.map(lambda s: f"> {s}"),
    _SENTENCE.map(lambda s: f"{s}  "),
    _SENTENCE.map(lambda s: f'<p class="encart">{s}</p>\n'),
    _SENTENCE.map(lambda s: f"[{s.replace('`', '')}](https://exemple.org/a)"),
    _SENTENCE.map(lambda s: f"## {s} n°#"),
    _SENTENCE.map(lambda s: f"> ```\n> {s.replace('`', '')}\n> ```"),
    _SENTENCE.map(lambda s: f"- [ ] {s}\n- [x] {s}"),
    _SENTENCE.map(lambda s: f"\n{s}\n: {s}\n\n  {s}\n: {s}\n"),
    _SENTENCE.map(lambda s: f"\n| {s} | {s} |\n| {s} |\n"),
    _SENTENCE.map(lambda s: f"\n|---|---|\n| {s} | {s} |\n"),
    _SENTENCE.map(lambda s: f"{s}[^n]\n\n[^n]: {s}\n"),
    _SENTENCE.map(lambda s: f"{{::nomarkdown}}{s}{{:/}}"),
    _SENTENCE.map(lambda s: f'\n<b>{s} | {s}</b>, <a href="https://exemple.org/a|b">{s}</a>\n'),
    _SENTENCE.map(lambda s: f"d'1 l'\"{s}\" \\< \\~ \\$ \\="),
    st.sampled_from(["{: .x}", "{: #i .y}", "* x\n{:toc}\n", "{::comment}\nx\n{:/}", "a\\\\"]),
    st.sampled_from(["", "", "", "![x](https://exemple.org/i.png)", "<br>", "* * *\n"]),
)
bodies = st.lists(_LINES, max_size=8).map("\n".join)


def quoted(title: str) -> str:
    """Return a title as the editor writes it."""
    escaped = title.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def front(title: str, **keys: object) -> str:
    """Return front matter; keys without value are left out."""
    lines = [f"{key}: {value}" for key, value in keys.items() if value is not None]
    return "\n".join(["---", f"title: {quoted(title)}", *lines, "---", ""])


pages = st.dictionaries(
    names, st.tuples(titles, orders, switches, bodies), min_size=12, max_size=25
)
posts = st.dictionaries(st.tuples(days, names), st.tuples(titles, bodies), min_size=8, max_size=20)

LOOP = """{% for post in site.posts %}
<p><a href="{{ post.url | relative_url }}">{{ post.title | escape }}</a></p>
{% endfor %}
"""
# In some lists within lists, kramdown leaves the number of a lazy « 1. » in the text; it numbers
# the second link back from a note, which ours names.
LIST_NUMBERS = frozenset("123456789")


def compare(files: dict[str, str]) -> list[str]:
    """Build a generated site twice and return what differs."""
    work = Path(tempfile.mkdtemp())
    try:
        content = write_site(work / "content", files)
        result = build_site(content, work / "ours")
        assert result.is_ok, [str(diagnostic) for diagnostic in result.diagnostics.errors]
        reference = build_reference(content, work)
        return differences(reference, work / "ours", ignored=LIST_NUMBERS)
    finally:
        shutil.rmtree(work)


def once_folded(written: dict) -> dict:
    """Leave out names that a file system may hold for one (case) or that make one address."""
    kept: dict = {}
    for key, value in written.items():
        kept.setdefault(str(key).casefold(), (key, value))
    return dict(kept.values())


@SETTINGS
@given(pages)
def test_pages_have_the_same_addresses_and_menu(written):
    files = {"index.md": front("Accueil", order=1) + "# Accueil\n"}
    for name, (title, order, switch, _) in once_folded(written).items():
        files[f"{name}.md"] = front(title, order=order, in_menu=switch) + "Texte.\n"
    assert compare(files) == []


@SETTINGS
@given(posts)
def test_posts_have_the_same_addresses_and_order(written):
    files = {"index.md": front("Accueil") + f"# Accueil\n\n{LOOP}"}
    for (day, name), (title, _) in once_folded(written).items():
        files[f"_posts/{day}-{name}.md"] = front(title) + "Texte.\n"
    assert compare(files) == []


@SETTINGS
@given(st.lists(bodies, min_size=40, max_size=80))
def test_bodies_have_the_same_words(written):
    files = {"index.md": front("Accueil") + "# Accueil\n"}
    files |= {f"p{n}.md": front("Page") + f"{body}\n" for n, body in enumerate(written)}
    assert compare(files) == []
