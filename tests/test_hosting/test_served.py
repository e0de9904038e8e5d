"""What visitors get of a site behind the real nginx and the real Apache."""

import gzip
from urllib.parse import quote

import brotli
import pytest

from output_files.hosting import rules

pytestmark = pytest.mark.server

KINDS = {
    "a page": ("/contact.html", "text/html; charset=utf-8"),
    "a page of a folder": ("/dossier/", "text/html; charset=utf-8"),
    "a page whose name has an accent and spaces": (
        "/" + quote("vie du lieu été.html"),
        "text/html; charset=utf-8",
    ),
    "a page whose name has a percent": ("/100%25.html", "text/html; charset=utf-8"),
    "a calendar": ("/agenda.ics", "text/calendar; charset=utf-8"),
    "the articles' feed": ("/feed.xml", "application/atom+xml; charset=utf-8"),
    "the agenda's feed": ("/agenda/feed.xml", "application/atom+xml; charset=utf-8"),
    "a text": ("/documents/notes.txt", "text/plain; charset=utf-8"),
    "a text for security": ("/.well-known/security.txt", "text/plain; charset=utf-8"),
}


@pytest.mark.parametrize("path, expected", KINDS.values(), ids=KINDS)
def test_each_file_has_its_type(server, places, path, expected):
    for encoding in ("", "gzip", "br"):
        answer = server.ask(places.base + path, Accept_Encoding=encoding)

        assert (answer.status, answer.headers["content-type"]) == (200, expected)


@pytest.mark.parametrize("ending", ["avif", "jpg", "woff2", "js", "svg"])
def test_files_under_lasting_names_are_kept_for_a_year(server, places, ending):
    files = sorted(places.output.rglob(f"*.{ending}"))
    lasting = [f"/{file.relative_to(places.output)}" for file in files]

    answers = [server.ask(places.base + path) for path in lasting]
    types = {answer.headers["content-type"].partition(";")[0] for answer in answers}

    assert {answer.headers["cache-control"] for answer in answers} == {rules.CACHE_LASTING}
    known = {"avif": "image/avif", "jpg": "image/jpeg"}
    known |= {"woff2": "font/woff2", "svg": "image/svg+xml"}
    assert types <= {known.get(ending), "text/javascript", "application/javascript"}


@pytest.mark.parametrize("path", ["/", "/contact.html", "/feed.xml", "/agenda.ics", "/sitemap.xml"])
def test_what_may_change_is_asked_again(server, places, path):
    for encoding in ("", "br"):
        answer = server.ask(places.base + path, Accept_Encoding=encoding)

        assert (answer.status, answer.headers["cache-control"]) == (200, "no-cache")


@pytest.mark.parametrize("path", ["/", "/contact", "/nous-ecrire/", "/absente", "/vide/"])
def test_every_answer_carries_the_headers_of_security(server, places, path):
    answer = server.ask(places.base + path, X_Forwarded_Proto="http")

    assert {name: answer.headers.get(name.lower()) for name in rules.SECURITY} == rules.SECURITY
    assert "strict-transport-security" not in answer.headers  # this is not HTTPS


@pytest.mark.parametrize(
    "path, ancestors",
    [
        ("/agenda/integrer/", "*"),
        ("/agenda/integrer/index.html", "*"),
        ("/agenda/la-source/integrer/", "*"),
        ("/agenda/", "'self'"),
        ("/agenda/la-source/", "'self'"),
        ("/agenda/integrer/absente", "'self'"),
    ],
)
@pytest.mark.parametrize("encoding", ["", "br"])
def test_the_pages_made_for_other_sites_alone_may_be_framed(
    server, places, path, ancestors, encoding
):
    answer = server.ask(places.base + path, Accept_Encoding=encoding)

    assert answer.headers["content-security-policy"] == f"frame-ancestors {ancestors}"
    assert (answer.status == 200) == ("absente" not in path)


@pytest.mark.parametrize(
    "asked, decode",
    {
        "br": brotli.decompress,
        "gzip, deflate, br, zstd": brotli.decompress,
        "gzip;q=1.0, br;q=0.5": brotli.decompress,
        "gzip": gzip.decompress,
        "deflate, gzip;q=0.8": gzip.decompress,
        "identity": bytes,
        "": bytes,
    }.items(),
)
@pytest.mark.parametrize("path", ["/", "/contact.html", "/dossier/", "/feed.xml"])
def test_a_copy_is_sent_to_those_who_read_it_and_holds_the_same_bytes(
    server, places, path, asked, decode
):
    name = path.lstrip("/") + ("index.html" if path.endswith("/") else "")
    expected = {brotli.decompress: "br", gzip.decompress: "gzip"}.get(decode)

    answer = server.ask(places.base + path, Accept_Encoding=asked)

    assert answer.headers.get("content-encoding") == expected
    assert decode(answer.body) == (places.output / name).read_bytes()
    assert answer.headers["vary"] == "Accept-Encoding"
    assert int(answer.headers["content-length"]) == len(answer.body)


def test_each_form_of_a_page_has_its_own_tag_and_answers_that_it_did_not_change(server, places):
    tags = set()
    for encoding in ("", "gzip", "br"):
        full = server.ask(f"{places.base}/", Accept_Encoding=encoding)
        tags.add(full.headers["etag"])
        again = server.ask(
            f"{places.base}/", Accept_Encoding=encoding, If_None_Match=full.headers["etag"]
        )
        since = server.ask(
            f"{places.base}/",
            Accept_Encoding=encoding,
            If_Modified_Since=full.headers["last-modified"],
        )
        assert (again.status, again.body, since.status) == (304, b"", 304)
        assert again.headers["cache-control"] == "no-cache"
    assert len(tags) == 3


def test_head_tells_what_get_tells_without_the_body(server, places):
    for path in ("/contact.html", "/agenda.ics", "/images/photo.jpg", "/absente"):
        full = server.ask(places.base + path, Accept_Encoding="br")
        head = server.ask(places.base + path, "HEAD", Accept_Encoding="br")

        without_date = [
            {k: v for k, v in answer.headers.items() if k not in ("date", "content-length")}
            for answer in (full, head)
        ]
        assert (head.status, head.body) == (full.status, b"")
        assert without_date[0] == without_date[1]


def test_a_part_of_an_image_can_be_asked(server, places):
    image = next(places.output.glob("images/*.jpg"))
    path = f"{places.base}/images/{image.name}"

    answer = server.ask(path, Range="bytes=10-19")

    size = image.stat().st_size
    assert (answer.status, answer.body) == (206, image.read_bytes()[10:20])
    assert answer.headers["content-range"] == f"bytes 10-19/{size}"


@pytest.mark.parametrize(
    "path, told",
    {
        "/dossier": (301, "/dossier/"),
        "/nous-ecrire": (301, "/nous-ecrire/"),
        "/contact": (200, ""),
        "/vie%20du%20lieu%20%C3%A9t%C3%A9": (200, ""),
        "/contact/": (404, ""),
        "/contact/absente": (404, ""),
        "/contact.html/absente": (404, ""),
    }.items(),
)
def test_addresses_without_ending_lead_to_their_page(server, places, path, told):
    answer = server.ask(places.base + path)
    status, location = told

    assert answer.status == status
    assert answer.headers.get("location", "").removeprefix(server.origin) == (
        places.base + location if location else ""
    )


@pytest.mark.parametrize(
    "path",
    [
        "/nous-ecrire/",
        "/nous-ecrire/index.html",
        "/ancien%20contact.html",
        "/ancien%20contact",
        f"/{quote('fête d')}'{quote('été')}/",
        quote('/a;b"c$uri{2}%{HTTP_HOST}.html'),
        "/cent%25.html",
    ],
)
def test_old_addresses_lead_to_the_page_for_good(server, places, path):
    answer = server.ask(f"{places.base}{path}?a=1%202")

    location = answer.headers["location"].removeprefix(server.origin)
    assert (answer.status, location) == (301, f"{places.base}/contact.html?a=1%202")


@pytest.mark.parametrize(
    "path",
    [
        "//autre.example/nous-ecrire/",
        "//autre.example/%2e%2e/nous-ecrire/",
        "/Nous-Ecrire/",
        "/nous-ecrire/%0d%0aSet-Cookie:%20a=b",
        "/xnous-ecrire/",
        "/ancienXcontact.html",
        "/%2f%2fautre.example/nous-ecrire/",
    ],
)
def test_what_resembles_an_old_address_leads_nowhere_else(server, places, path):
    answer = server.ask(places.base + path)

    location = answer.headers.get("location", "").removeprefix(server.origin)
    assert location in ("", f"{places.base}/contact.html")
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize(
    "path",
    [
        "/absente",
        "/absente.html",
        "/vide/",
        "/images/",
        "/.git/config",
        "/.git/",
        "/.htaccess",
        "/.redirections.map",
        "/.site-construit-ici",
        "/dossier/.cache",
        "/contact.html.br",
        "/contact.html.gz",
        "/index.html.br",
        "/theme/js/absent.0123abcd.js",
    ],
)
def test_what_is_not_for_visitors_is_the_page_of_absent_addresses(server, places, path):
    answer = server.ask(places.base + path)

    assert (answer.status, answer.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert answer.body == (places.output / "404.html").read_bytes()
    assert "immutable" not in answer.headers.get("cache-control", "")


def test_a_member_s_own_archive_is_sent_as_it_is(server, places):
    answer = server.ask(f"{places.base}/documents/archive.gz", Accept_Encoding="gzip, br")

    assert answer.body == (places.output / "documents/archive.gz").read_bytes()
    assert "content-encoding" not in answer.headers
