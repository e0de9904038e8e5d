"""The files that servers read: what may stand in them, and that they tell the truth."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jekyll.linking.redirects import Redirect
from output_files.hosting import rules
from output_files.hosting.configuration import htaccess, nginx_example, nginx_redirects
from output_files.hosting.old_addresses import literal_pattern, old_addresses
from support import PROJECT, build_site, page, write_site

LASTING = re.compile(rules.LASTING)


def redirect(save_as: str, href: str) -> Redirect:
    return Redirect(save_as, href, "Titre", "content/a.md")


@pytest.mark.parametrize("places", [""], indirect=True, ids=["at the root"])
def test_the_names_said_to_last_are_those_that_hold_a_hash(places):
    files = {
        f"/{path.relative_to(places.output).as_posix()}" for path in places.output.rglob("*.*")
    }
    images = {f for f in files if f.startswith("/images/") and re.search(r"-\d+\.\w+$", f)}
    expected = images | {f for f in files if f.startswith(("/theme/", "/partage/"))}
    copies = re.compile(rf"\.({rules.COPIES})$")
    expected = {f for f in expected if not copies.search(f)}

    assert {f for f in files if LASTING.fullmatch(f)} == expected
    assert {f.split("/")[1] for f in expected} == {"images", "theme", "partage"}


@pytest.mark.parametrize(
    "path",
    ["/images/photo.jpg", "/theme.html", "/partage/", "/theme/js/temps.js", "/a-1200.jpg", "/"],
)
def test_other_names_may_change(path):
    assert not LASTING.fullmatch(path)


@given(st.text(), st.text())
def test_a_pattern_matches_its_text_alone_and_holds_no_sign_of_syntax(text, other):
    text, other = (name.replace("\ud800", "") for name in (text, other))
    pattern = literal_pattern(text)

    assert re.fullmatch(pattern.encode(), text.encode())
    assert bool(re.fullmatch(pattern.encode(), other.encode())) == (text == other)
    assert re.fullmatch(r"[A-Za-z0-9/_\\.-]*", pattern)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_target_holds_no_sign_of_syntax_and_leads_to_this_site(name):
    found = old_addresses([redirect("ancienne.html", f"/{name}")])

    for old in found:
        assert re.fullmatch(r"/(?!/)[A-Za-z0-9/_.~%-]*", old.target)
        assert re.fullmatch(r"(\\%|[A-Za-z0-9/_.~-])*", old.apache_target)


@pytest.mark.parametrize(
    "href", ["//autre.example/", "https://autre.example/", "autre.example", "/%2fautre.example"]
)
def test_no_old_address_leads_to_another_host(href):
    assert old_addresses([redirect("a.html", href)]) == []


def test_both_servers_are_told_the_same_old_addresses_in_one_order():
    redirects = [redirect("b/index.html", "/s/c.html"), redirect("a b.html", "/s/%C3%A9.html")]
    old = old_addresses(redirects)

    assert nginx_redirects("/s", old).splitlines()[1:] == [
        r"~^/s/a\x20b(?:\.html)?$ /s/%C3%A9.html;",
        r"~^/s/b/(?:index\.html)?$ /s/c.html;",
    ]
    rules_written = re.findall(r"RewriteRule (.*) \[R=301,NE,L\]", htaccess("/s", old, True))
    assert rules_written == [
        r"^a\x20b(?:\.html)?$ /s/\%C3\%A9.html",
        r"^b/(?:index\.html)?$ /s/c.html",
    ]
    assert old == old_addresses(reversed(redirects))


def test_the_old_address_of_what_was_no_page_is_redirected_as_it_is():
    names = ["ancien.ics", "agenda.json", "rss.xml", "logo.PNG"]
    redirects = [redirect(name, "/a.html") for name in names]
    patterns = {old.pattern for old in old_addresses(redirects)}
    assert patterns == {r"ancien\.ics", r"agenda\.json", r"rss\.xml", r"logo\.PNG"}


def test_only_a_site_with_https_says_to_come_back_by_it():
    assert "Strict-Transport-Security" in htaccess("", [], is_https=True)
    assert "Strict-Transport-Security" not in htaccess("", [], is_https=False)


def test_every_directive_of_a_module_is_inside_of_a_guard():
    depth, unguarded = 0, []
    for line in htaccess("", [], is_https=True).splitlines():
        word = line.strip().partition(" ")[0]
        depth += {"<IfModule": 1, "</IfModule>": -1}.get(word, 0)
        if word and not depth and not word.startswith(("#", "</IfModule")):
            unguarded.append(word)

    assert unguarded == ["ErrorDocument", "AddDefaultCharset", "FileETag"]  # core's, always there


def test_the_documented_nginx_configuration_is_the_one_that_is_tested():
    """Else: PYTHONPATH=plugins python -m hosting > docs/hebergement/nginx.conf."""
    written = (PROJECT / "docs/hebergement/nginx.conf").read_text(encoding="utf-8")

    assert written == nginx_example()


def test_a_member_s_own_htaccess_wins(tmp_path):
    own = {"index.md": page("title: A"), ".htaccess": "# à nous\n"}
    content = write_site(tmp_path / "content", own)

    result = build_site(content, tmp_path / "output")

    assert result.is_ok
    assert (tmp_path / "output/.htaccess").read_text(encoding="utf-8") == "# à nous\n"
