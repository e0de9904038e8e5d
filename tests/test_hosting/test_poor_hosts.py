"""Hosts that lack something: the site is served all the same, with what there is."""

import gzip
import re
import shutil
from dataclasses import replace

import brotli
import pytest

from output_files.precompression import SUFFIXES
from server_support import BARE, SHARED_HOST, apache, nginx, public_folder
from support import write_site

pytestmark = [
    pytest.mark.server,
    pytest.mark.parametrize("places", [""], indirect=True, ids=["at the root"]),
]

PAGES = ["/", "/contact.html", "/dossier/", "/dossier", "/nous-ecrire/", "/agenda.ics", "/feed.xml"]
LACKS = {
    "nothing but what Apache needs": BARE,
    **{f"no mod_{name}": [m for m in SHARED_HOST if m != name] for name in SHARED_HOST[3:]},
    "mod_rewrite alone": (*BARE, "rewrite"),
    "mod_headers alone": (*BARE, "headers"),
    "mod_mime alone": (*BARE, "mime"),
}


@pytest.mark.parametrize("modules", LACKS.values(), ids=LACKS)
def test_an_absent_module_of_apache_only_takes_away_what_it_gives(places, modules):
    with public_folder() as work, apache(work, places.root, modules) as server:
        for path in PAGES:
            answer = server.ask(path, Accept_Encoding="br")
            expected = (200, 301) if path in ("/dossier", "/nous-ecrire/") else (200,)
            assert answer.status in expected, path
            if answer.headers.get("content-encoding") == "br":
                brotli.decompress(answer.body)
            elif answer.status == 200:
                name = path.lstrip("/") + ("index.html" if path.endswith("/") else "")
                assert answer.body == (places.output / name).read_bytes()
        absent = server.ask("/absente")
        assert (absent.status, absent.body) == (404, (places.output / "404.html").read_bytes())


def test_a_host_that_reads_no_htaccess_serves_the_pages(places):
    with public_folder() as work, apache(work, places.root, allowed="None") as server:
        assert {server.ask(path).status for path in PAGES} == {200, 301}


def test_the_htaccess_asks_for_no_right_but_fileinfo(places):
    """A directive that is not allowed is an error 500 for every page of the site."""
    with public_folder() as work:
        with apache(work, places.root, allowed="FileInfo") as server:
            assert server.ask("/").status == 200
        with apache(work, places.root, allowed="Limit") as server:
            assert server.ask("/").status == 500  # so the test above can fail


def test_a_site_reached_through_an_alias_is_served_whole(places):
    with public_folder() as work:
        empty = work / "empty"
        empty.mkdir()
        more = f'Alias "/~collectif" "{places.output}"\n<Directory "{places.output}">\n'
        more += "AllowOverride FileInfo\nRequire all granted\n</Directory>"
        with apache(work, empty, more=more) as server:
            answer = server.ask("/~collectif/contact", Accept_Encoding="br")

    assert (answer.status, answer.headers["content-encoding"]) == (200, "br")
    assert brotli.decompress(answer.body) == (places.output / "contact.html").read_bytes()


def test_a_host_behind_a_proxy_says_that_the_site_is_reached_by_https(places):
    with public_folder() as work, apache(work, places.root) as server:
        for path in ("/", "/contact", "/absente", "/nous-ecrire/"):
            told = server.ask(path, X_Forwarded_Proto="https", Accept_Encoding="br").headers
            assert told["strict-transport-security"] == "max-age=15768000"


def without_copies(work, places):
    """Return a copy of the site as an ordinary build leaves it."""
    copies = shutil.ignore_patterns(*(f"*.html{suffix}" for suffix in SUFFIXES))
    return shutil.copytree(places.output, work / "plain", ignore=copies)


@pytest.mark.parametrize("name", ["nginx", "apache"])
def test_a_site_without_copies_is_compressed_by_the_server(places, nginx_text, name):
    with public_folder() as work:
        root = without_copies(work, places)
        text = nginx_text(replace(places, root=root))
        running = nginx(work, root, text) if name == "nginx" else apache(work, root)
        with running as server:
            answer = server.ask("/contact.html", Accept_Encoding="gzip, br")

    assert answer.headers["content-encoding"] == "gzip"
    assert gzip.decompress(answer.body) == (places.output / "contact.html").read_bytes()
    assert answer.headers["vary"] == "Accept-Encoding"


def test_an_nginx_without_brotli_sends_gzip(places, nginx_text):
    with public_folder() as work, nginx(work, places.root, nginx_text(places, False)) as server:
        answer = server.ask("/", Accept_Encoding="gzip, br")

    assert answer.headers["content-encoding"] == "gzip"


def test_nginx_shows_the_next_version_as_soon_as_its_link_is_switched(nginx_text, places):
    with public_folder() as work:
        for release in ("1", "2"):
            write_site(work, {f"{release}/index.html": release, f"{release}/404.html": "404"})
            write_site(work, {f"{release}/.redirections.map": ""})
        current = work / "current"
        current.symlink_to("1")
        text = re.sub(r"^( *root ).*;", rf"\1{current};", nginx_text(places), flags=re.MULTILINE)
        with nginx(work, current, text) as server:
            first = server.ask("/").body
            (work / "next").symlink_to("2")
            (work / "next").replace(current)
            second = server.ask("/").body

    assert (first, second) == (b"1", b"2")


def test_nginx_starts_without_the_list_of_redirects(places, nginx_text):
    absent = replace(places, output=places.output / "absent")
    with public_folder() as work, nginx(work, places.root, nginx_text(absent)) as server:
        assert server.ask("/").status == 200
        assert server.ask("/nous-ecrire/").status == 200  # the page that redirects
