"""The text of policies, and what a body asks of its own."""

import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from jekyll.addresses.hosts import Hosts
from page_parts.security_policy.plugin import scan_body, source_hash
from page_parts.security_policy.policy import Needs, policy_text
from support import built_site, page, read_page

RUN, HANDLER = source_hash("a();\n"), source_hash("b()")


def needs(html: str) -> Needs:
    found = Needs()
    scan_body(LexborHTMLParser(html, is_fragment=True), Hosts("https://exemple.fr"), found)
    return found


BODIES = {
    "nothing": ("<p>A</p>", Needs()),
    "a script": ("<script>a();\n</script>", Needs(scripts={RUN})),
    "a module": ('<script type="module">a();\n</script>', Needs(scripts={RUN})),
    "its old name": ('<script type="text/JavaScript">a();\n</script>', Needs(scripts={RUN})),
    "data": ('<script type="application/ld+json">{}</script>', Needs()),
    "a file": ('<script src="/a.js"></script>', Needs()),
    "a handler": ('<p onclick="b()">A</p>', Needs(handlers={HANDLER})),
    "a handler with a sign": (
        '<p onclick="b(&quot;&amp;&quot;)">A</p>',
        Needs(handlers={source_hash('b("&")')}),
    ),
    "a form elsewhere": (
        '<form action="https://x.org/a"><button formaction="//y.org"></button></form>',
        Needs(forms={"https://x.org", "https://y.org"}),
    ),
    "a form here": ('<form action="https://exemple.fr/a"></form>', Needs()),
    "a form by mail": ('<form action="mailto:a@x.org"></form>', Needs(forms={"mailto:"})),
    "a form with a directive": ('<form action="https://x.org;script-src *"></form>', Needs()),
    "an object": ('<object data="/a.pdf"></object>', Needs(has_objects=True)),
}


@pytest.mark.parametrize(("html", "found"), BODIES.values(), ids=BODIES)
def test_what_a_body_asks_for(html, found):
    assert needs(html) == found


def directives(text: str) -> dict[str, str]:
    return dict(part.split(" ", 1) for part in text.split("; "))


def test_a_page_that_needs_nothing_asks_no_other_host():
    policy = policy_text(Needs())
    assert "://" not in policy and "*" not in policy
    assert directives(policy)["default-src"] == "'none'"
    assert "unsafe" not in directives(policy)["script-src"]


def test_handlers_alone_open_unsafe_hashes():
    policy = directives(policy_text(Needs(scripts={RUN}, handlers={HANDLER})))
    assert policy["script-src"] == f"'self' {RUN} 'unsafe-hashes' {HANDLER}"


def test_an_allowed_origin_is_for_all_but_forms():
    policy = directives(policy_text(Needs(), ["https://permis.org"]))
    opened = {name for name, sources in policy.items() if "https://permis.org" in sources}
    kinds = "script style img font media connect frame"
    assert opened == {f"{kind}-src" for kind in kinds.split()}


SITE = {
    "_config.yml": "title: A\norigines_autorisees: [https://permis.org/]\n",
    "index.md": page("title: Accueil", "<script>a();\n</script>\n"),
    "contact.md": page("title: Contact\nredirect_from: /ecrire/"),
    "seul.html": page("title: Seul", "<title>Seul</title><style>a{}</style><p>é</p>"),
    "_posts/2024-02-01-a.md": page("title: Article", '<iframe src="https://x.org/a"></iframe>\n'),
    "_evenements/2026-03-12-bal.md": page("title: Bal\ndebut: 2026-03-12"),
}


def test_every_page_has_its_policy_before_all_that_loads(tmp_path):
    output = built_site(tmp_path, SITE)
    pages = [path.relative_to(output) for path in tmp_path.glob("output/**/*.html")]
    assert len(pages) >= 7
    for name in pages:
        text = (output / name).read_text(encoding="utf-8")
        before, _, after = text.partition('<meta http-equiv="Content-Security-Policy" content="')
        assert after and not re.search("<(script|style|link|img)", before), name
        policy = directives(after.partition('"')[0])
        if name.name == "semaine.html" or name.parent.name == "integrer":  # read elsewhere
            assert (policy["default-src"], policy["script-src"]) == ("'none'", "'none'")
            continue
        assert "https://permis.org" in policy["script-src"]
        assert (RUN in policy["script-src"]) == (str(name) == "index.html")
        assert ("https://x.org" in policy["frame-src"]) == (name.name == "a.html")
        tree = read_page(tmp_path / "output", str(name))
        assert tree.css_first("head > meta[http-equiv=Content-Security-Policy]"), name
