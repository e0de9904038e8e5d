"""Jekyll's addresses, case by case."""

import posixpath
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jekyll.addresses.slugs import slugify_pretty, subject_slug
from jekyll.addresses.urls import (
    STYLES,
    base_path,
    filled_permalink,
    inside,
    page_path,
    parse_post_name,
    post_path,
    quote_path,
    save_as,
)


@pytest.mark.parametrize(
    ("name", "permalink", "path"),
    [
        ("contact.md", None, "/contact.html"),
        ("vie du lieu.md", None, "/vie du lieu.html"),
        ("index.md", None, "/"),
        ("projets/index.md", None, "/projets/"),
        ("projets/a.b.md", None, "/projets/a.b.html"),
        ("ou est-ce -.md", None, "/ou est-ce -.html"),
        ("blog.md", "/articles/", "/articles/"),
        ("blog.md", "articles/", "/articles/"),
        ("blog.md", "/nos articles.html", "/nos articles.html"),
        ("blog.md", "/nos%20articles", "/nos articles.html"),
        ("blog.md", "/../../etc/", "/etc/"),
        ("blog.md", "/a/.../b/", "/a/b/"),
        ("blog.md", "/a/.", "/a/"),
        ("a..b.md", None, "/a/b.html"),
        ("v1..md", None, "/v1.html"),
        ("q..r/index.md", None, "/q/r/"),
    ],
)
def test_pages(name: str, permalink: str | None, path: str):
    assert page_path(name, permalink) == path


@pytest.mark.parametrize(
    ("name", "permalink", "path"),
    [
        ("projets/contact.md", None, "/projets/contact/"),
        ("index.md", None, "/"),
        ("projets/index.md", None, "/projets/"),
        ("contact.md", "/nous.html", "/nous.html"),
    ],
)
def test_pages_of_a_site_whose_addresses_are_folders(name: str, permalink: str | None, path: str):
    assert page_path(name, permalink, ending="/") == path


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("c'est ou -", "c'est-ou"),
        ("Fête de l'été", "Fête-de-l'été"),
        ("a  —  b", "a-b"),
        ("(50%) & co", "(50-)-&-co"),
        ("Fe\u0301te", "Fe\u0301te"),
        ("un_deux.trois", "un_deux.trois"),
        ("-tiret-", "tiret"),
    ],
)
def test_post_titles(title: str, slug: str):
    assert slugify_pretty(title) == slug


@pytest.mark.parametrize(
    ("form", "path"),
    [
        ("/posts/:title", "/posts/Bal-D"),
        ("/:categories/:year/:i_month/:slug/:y_day:output_ext", "/vie/2024/2/bal-d/032.html"),
        ("/:short_year/:month/:day/:i_day/", "/24/02/01/1/"),
        ("/:slugified_categories/:title/", "/vie/Bal-D/"),
        (STYLES["ordinal"], "/vie/2024/032/Bal-D.html"),
        (STYLES["weekdate"], "/vie/2024/W05/Thu/Bal-D.html"),
        ("/:w_year/:w_day/", "/2024/4/"),
        ("/:collection/:title/", "/posts/Bal-D/"),
    ],
)
def test_permalinks_with_placeholders_as_jekyll_fills_them(form: str, path: str):
    assert filled_permalink(form, date(2024, 2, 1), "Bal D", ["Vie"]) == path


def test_categories_that_differ_by_capitals_are_one_folder():
    assert post_path(date(2024, 2, 1), "a", ["Été", "été"]) == "/été/2024/02/01/a.html"
    path = post_path(date(2024, 2, 1), "a", ["Été", "ÉTÉ", "b"], "/:categories/:title/")
    assert path == "/été/b/a/"


@given(st.text("./ab%\\-é") | st.text())
def test_no_address_climbs_nor_stays(text: str):
    path = inside(text)
    assert path.startswith("/")
    assert not path.startswith("//")
    assert not {".", ".."} & set(path.split("/"))
    assert posixpath.normpath(path) == (path.rstrip("/") or "/")
    assert inside(path) == path


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Énergie", "énergie"),
        ("Vie Asso", "vie-asso"),
        ("..", ""),
        (".", ""),
        ("…", ""),
        ("❤\ufe0f", ""),
        ("../../etc", "etc"),
        ("%2e%2e", "2e-2e"),
        (".NET", "net"),
        ("S.A.R.L.", "s.a.r.l"),
        ("E\u0301te\u0301", "été"),
        ("c#", "c"),
        ("C++", "c++"),
        ("é" * 200, "é" * 100),
    ],
)
def test_subjects(name: str, slug: str):
    assert subject_slug(name) == slug


def test_posts():
    assert post_path(date(2024, 2, 1), "A b", ["Vie Asso"]) == "/vie asso/2024/02/01/A-b.html"
    assert parse_post_name("2024-1-5-x") == (date(2024, 1, 5), "x")
    assert parse_post_name("sans-date") is None
    with pytest.raises(ValueError):
        parse_post_name("2024-02-30-x")


@pytest.mark.parametrize(
    ("path", "file"), [("/", "index.html"), ("/a/", "a/index.html"), ("/a b.html", "a b.html")]
)
def test_files(path: str, file: str):
    assert save_as(path) == file


def test_quoting_keeps_nothing_that_ends_an_attribute_or_a_link():
    assert quote_path("/é (1)/50%'\".png") == "/%C3%A9%20%281%29/50%25%27%22.png"


@pytest.mark.parametrize(
    ("siteurl", "base"),
    [
        ("", ""),
        ("https://exemple.fr", ""),
        ("https://exemple.fr/", ""),
        ("https://exemple.fr/a/b/", "/a/b"),
        ("/projet", "/projet"),
    ],
)
def test_base_paths(siteurl: str, base: str):
    assert base_path(siteurl) == base
