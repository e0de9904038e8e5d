"""Any content gives a built site or one message a diagnostic: looked for by Hypothesis."""

import json
import shutil
import tempfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from support import build_site, page, write_site

# Each example is a whole build: a tenth of what quicker tests try.
builds = settings(
    max_examples=settings.default.max_examples // 10,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],  # shrinking would take minutes
)
pytestmark = pytest.mark.server

SECRET = "LU-HORS-DU-CONTENU"
HOME = {"index.md": page("title: Accueil"), "_posts/2024-01-01-sage.md": page("title: Sage")}
EVENT = 'title: Fête\ndébut: "2025-06-21 18:30"\n'


def check(files: dict[str, str | bytes]) -> None:
    """Build a site and check all that must hold, whatever its files are."""
    root = Path(tempfile.mkdtemp(prefix="hostile-"))
    try:
        (root / "secret.txt").write_text(SECRET)
        (root / "secret.md").write_text(page(f"title: {SECRET}", SECRET))
        content = write_site(root / "content", {**HOME, **files})
        result = build_site(content, root / "output", "https://exemple.fr")
        told = [
            str(diagnostic)
            for diagnostic in (*result.diagnostics.errors, *result.diagnostics.warnings)
        ]
        for message in told:
            message.encode()
            assert "\n" not in message
            assert "erreur imprévue" not in message and "Pelican signale" not in message
            assert "gabarit" not in message and ".output.part" not in message
            assert len(message) < 2_000
        assert sorted(path.name for path in root.iterdir() if path.name != "output") == [
            "content",
            "secret.md",
            "secret.txt",
        ]
        assert result.is_ok == (root / "output/index.html").is_file()
        if result.is_ok:
            check_site(root / "output", files)
    finally:
        shutil.rmtree(root)


def check_site(output: Path, files: dict[str, str | bytes]) -> None:
    for path in output.rglob("*"):
        if not path.is_file() or path.relative_to(output).as_posix() in files:
            continue
        data = path.read_bytes()
        assert SECRET.encode() not in data, path
        if path.suffix == ".html":
            check_page(data.decode(), path)
        elif path.suffix == ".xml":
            ElementTree.fromstring(data)
        elif path.suffix == ".ics":
            check_calendar(data.decode())


def check_page(html: str, path: Path) -> None:
    """Check that the template's own elements are where it put them."""
    tree = LexborHTMLParser(html)
    if not tree.css("a.skip-links"):
        return  # a redirect
    frame = [node.tag for node in tree.body.iter()]
    assert frame == ["a", "header", "main", "footer"], (path, frame)
    assert len(tree.css("head > title")) == 1
    for script in tree.css('head script[type="application/ld+json"]'):
        json.loads(script.text())


def check_calendar(text: str) -> None:
    lines = text.split("\r\n")
    assert (lines[0], lines[-2], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR", "")
    assert "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in lines)
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT")
    assert not [line for line in lines if line.startswith("X-PIEGE")]


ENDINGS = st.sampled_from(["md", "html", "css", "svg", "xml", "yml", "markdown", "txt"])
FOLDERS = st.sampled_from(
    ["", "_posts/2024-02-03-", "_evenements/", "_communs/energie/", "images/"]
)
FENCED = st.binary(max_size=200).map(lambda data: b"---\n" + data + b"\n---\nTexte\n")


@builds
@given(FOLDERS, ENDINGS, st.one_of(st.binary(max_size=300), FENCED))
def test_any_bytes(folder: str, ending: str, data: bytes):
    check({f"{folder}a.{ending}": data})


@builds
@given(st.one_of(st.binary(max_size=200), st.text(max_size=200).map(str.encode)))
def test_any_settings(data: bytes):
    check({"_config.yml": data})


KEYS = st.sampled_from(
    """title layout permalink published description redirect_from order in_menu blog_index date
    categories category slug tags début fin lieu adresse lien prix inscription annulé nom role
    univers logo site depuis type couleur résumé image""".split()
)
NASTY = st.sampled_from(
    [
        "../../../etc/passwd",
        "/",
        "..",
        "%2e%2e/%2e%2e/secret",
        "</title><script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "</script><!--",
        "a\\r\\nX-PIEGE:1",
        "{{ 1/0 }}",
        "{% include 'secret.txt' %}",
        "javascript:alert(1)",
        "https://[",
        "2024-02-30",
        "9" * 400,
        "1e999",
        "\\uD800",
        "\\x07",
        "\\u2028",
        "a" * 300,
        "]]>",
        "\u202e",
        "{",
        "2025-06-21 18:30",
    ]
)
SCALARS = st.one_of(
    NASTY.map(lambda text: f'"{text}"'), NASTY, st.text(max_size=20), st.just("true"), st.just("")
)
VALUES = st.one_of(
    SCALARS,
    st.lists(SCALARS, max_size=3).map(lambda items: "[" + ", ".join(items) + "]"),
    SCALARS.map(lambda text: "{a: " + text + "}"),
    SCALARS.map(lambda text: "|\n  " + text),
)
FRONTS = st.dictionaries(KEYS, VALUES, max_size=4).map(
    lambda pairs: "\n".join(f"{key}: {value}" for key, value in pairs.items())
)


CHOICES = st.sampled_from(
    """couleur logo logo_sombre logo_texte actualites agenda communs menu rejoindre contact
    reseaux title url""".split()
)
INSIDE = st.sampled_from("libelle adresse order courriel telephone libellé".split())
GROUPS = st.dictionaries(INSIDE, SCALARS, max_size=3).map(
    lambda pairs: "{" + ", ".join(f"{key}: {value}" for key, value in pairs.items()) + "}"
)
CHOSEN = st.one_of(VALUES, GROUPS, st.lists(GROUPS, max_size=3).map(", ".join).map("[{}]".format))
SETTINGS = st.dictionaries(CHOICES, CHOSEN, max_size=4).map(
    lambda pairs: "\n".join(f"{key}: {value}" for key, value in pairs.items())
)


@builds
@given(SETTINGS)
def test_any_choice(settings: str):
    check({"_config.yml": settings})


@builds
@given(st.sampled_from(["a.md", "_posts/2024-02-03-a.md", "_communs/energie/a.md"]), FRONTS)
def test_any_front_matter(name: str, front: str):
    check({name: page(front), "_communs/energie/index.md": page("title: Énergie")})


@builds
@given(FRONTS)
def test_any_event(front: str):
    keys = {line.split(":")[0] for line in front.splitlines()}
    rest = "\n".join(line for line in EVENT.splitlines() if line.split(":")[0] not in keys)
    check({"_evenements/a.md": page(f"{front}\n{rest}")})


FRAGMENTS = st.sampled_from(
    """</main> </div></div></div> </body></html> <script> </script> <!-- --> <textarea> <title>
    <plaintext> ]]> <svg> <style> </style> <template> <noscript> <xmp> <h1> <table> <tr> <select>
    <frameset> <base href=//x> <form> <math> <annotation-xml> <iframe> <noembed> <a> <b> <p> <li>
    <button> {{site}} {%link ../secret.txt%} {%link\u00a0secret.md%} {%raw%} {%endraw%} {%comment%}
    &#0; &lt;/main&gt; &lt;/style&gt; <?php ?> <![CDATA[ <footer> <header> <main> <caption> <image>
    <option> <dialog> <details> <object> <head> <body> <html> > - | ``` ~~~ # === [a]: [^1] ![ ](
    ../secret.txt ) ` ** __ \\ {: .a} *[a]: <p title="</noscript></main>"> <mi> <desc> <style><!--
    """.split()
)
BODIES = st.lists(st.one_of(FRAGMENTS, st.text(max_size=5), st.just("\n\n")), max_size=14).map(
    " ".join
)


@builds
@given(
    st.sampled_from(["index", "a", "_posts/2024-02-03-a"]), st.sampled_from(["md", "html"]), BODIES
)
def test_any_body_builds_or_is_refused_in_words(name: str, ending: str, body: str):
    check({f"{name}.{ending}": page("title: A\nlayout: page", body)})


@builds
@given(BODIES)
def test_any_event_s_body(body: str):
    check(
        {"_evenements/a.md": page(EVENT, body), "_communs/energie/index.md": page("title: É", body)}
    )


NAMES = st.text(
    st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1, max_size=20
).filter(lambda name: name not in (".", ".."))


@builds
@given(FOLDERS, NAMES, ENDINGS)
def test_any_name(folder: str, name: str, ending: str):
    if len(f"{name}.{ending}".encode()) < 200:
        check({f"{folder}{name}.{ending}": page("title: A")})
