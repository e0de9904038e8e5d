"""Jekyll's rules for addresses: where a file of the dialect is published.

Sources: the dialect, section 5; `Jekyll::URL`; `Jekyll::Utils.slugify` (mode `pretty`, case kept).
Paths here are unescaped text beginning with `/`; `quote_path` makes them ready for an attribute.
"""

from __future__ import annotations

import functools
import posixpath
import re
from collections.abc import Sequence
from datetime import date
from urllib.parse import quote, unquote, urlsplit

from core.clock import Day
from jekyll.addresses.slugs import slugify, slugify_pretty

FEED_NAME = "feed.xml"  # jekyll-feed's
_POST_NAME = re.compile(r"(?P<year>\d{2,4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})-(?P<title>.+)")
# RFC 3986 section 3.3: characters that a path keeps. The apostrophe and the parentheses are
# escaped all the same: they would end a quoted attribute or a Markdown destination.
_KEPT = "/!$&*+,;=:@~-._"
_NOT_IN_ADDRESS = re.compile(r"[\s<>\"\\^`{|}?#\x00-\x1f\x7f]")


@functools.lru_cache(65536)  # those of a document, each time it is named
def quote_path(path: str) -> str:
    """Return a path percent-encoded (RFC 3986, section 2.1)."""
    return quote(path, safe=_KEPT)


def page_path(name: str, permalink: str | None = None, ending: str = ".html") -> str:
    """Return the address of a page from its file name, relative to the content folder.

    Args:
        permalink: what its front matter says.
        ending: what ends the address of a page that says nothing: `.html` or `/`, or a text's own.

    >>> page_path("vie du lieu.md"), page_path("index.md"), page_path("blog.md", "/articles/")
    ('/vie du lieu.html', '/', '/articles/')
    """
    if permalink:
        return _permalink_path(permalink, ".html" if ending == "/" else ending)
    stem = posixpath.splitext(name)[0].rstrip(".")  # `Jekyll::Page.process`
    folder, base = posixpath.split(stem)
    if base == "index" and ending in (".html", "/"):
        return inside(f"{folder}/")
    return inside(f"{stem}{ending}")


def _permalink_path(permalink: str, ending: str) -> str:
    path = inside(unquote(permalink).strip())
    if path.endswith("/") or posixpath.splitext(path)[1]:
        return path
    return f"{path}{ending}"


def inside(path: str) -> str:
    """Return the address that a path stands for: it never climbs out of its folder, nor stays.

    Every name that becomes an address goes through here: `Jekyll::URL.sanitize_url`, then no dot
    segment is left (RFC 3986, section 5.2.4).

    >>> inside("a/../b"), inside("v1..html"), inside("mots-cles/."), inside("//exemple.fr")
    ('/a/b', '/v1/html', '/mots-cles/', '/exemple.fr')
    """
    path = re.sub(r"/{2,}", "/", f"/{path}".replace("..", "/").replace("./", ""))
    return path.removesuffix(".") if path.endswith("/.") else path


def parse_post_name(stem: str) -> tuple[Day, str] | None:
    """Return the date and the title in a post's name without its ending, or None.

    Raises ValueError: the name has a date's form, and that date does not exist.

    >>> parse_post_name("2024-1-5-fête")
    (datetime.date(2024, 1, 5), 'fête')
    """
    found = _POST_NAME.fullmatch(stem)
    if not found:
        return None
    year = int(found["year"])
    year += 2000 if year < 100 else 0
    return Day(date(year, int(found["month"]), int(found["day"]))), found["title"].rstrip(".")


def post_path(day: Day, title: str, categories: Sequence[str] = (), form: str = "") -> str:
    """Return the address of a post: `/categories/year/month/day/title.html`, or of another form.

    >>> post_path(date(2024, 2, 1), "c'est ou -")
    "/2024/02/01/c'est-ou.html"
    """
    if form:
        return page_path("", filled_permalink(form, day, title, categories))
    folders = _categories_path(categories)
    date_folders = f"{day.year:04}/{day.month:02}/{day.day:02}"  # strftime's %Y has no zeros
    return inside(f"{folders}/{date_folders}/{slugify_pretty(title)}.html")


def _categories_path(categories: Sequence[str]) -> str:
    """Return the folders of categories, each once whatever its capitals (`UrlDrop`)."""
    return "/".join(dict.fromkeys(category.lower() for category in categories))


_PLACEHOLDER = re.compile(r":(\w+)")
PLACEHOLDERS = frozenset(
    "title slug categories slugified_categories year month day i_month i_day short_year y_day"
    " collection output_ext week w_year w_day short_day long_day short_month long_month".split()
)
# The names that `permalink` of `_config.yml` may give to a form (`Jekyll::Configuration`).
STYLES = {
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext",
    "none": "/:categories/:title:output_ext",
}
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTHS = (
    "January February March April May June July August September October November December".split()
)


def filled_permalink(form: str, day: Day, title: str, categories: Sequence[str] = ()) -> str:
    """Return a post's permalink, its placeholders filled (`Jekyll::Drops::UrlDrop`).

    >>> filled_permalink("/vie/:year/:title/", date(2024, 2, 1), "bal")
    '/vie/2024/bal/'
    """
    week_year, week, weekday = day.isocalendar()
    words = {
        "title": slugify_pretty(title),
        "slug": slugify(title),
        "categories": _categories_path(categories),
        "slugified_categories": "/".join(dict.fromkeys(map(slugify, categories))),
        "year": f"{day.year:04}",
        "month": f"{day.month:02}",
        "day": f"{day.day:02}",
        "i_month": str(day.month),
        "i_day": str(day.day),
        "short_year": f"{day.year % 100:02}",
        "y_day": f"{day:%j}",
        "week": f"{week:02}",
        "w_year": str(week_year),
        "w_day": str(weekday),
        "short_day": _DAYS[weekday - 1][:3],
        "long_day": _DAYS[weekday - 1],
        "short_month": _MONTHS[day.month - 1][:3],
        "long_month": _MONTHS[day.month - 1],
        "collection": "posts",
        "output_ext": ".html",
    }
    return _PLACEHOLDER.sub(lambda found: words.get(found[1], found[0]), form)


def titleize(stem: str) -> str:
    """Return the title that Jekyll makes of a file's name (`Utils.titleize_slug`).

    >>> titleize("fête-de-l'été")
    "Fête De L'été"
    """
    return " ".join(word.capitalize() for word in stem.split("-"))


def title_in(stem: str) -> str:
    """Return the words of an item's file name, without its day."""
    try:
        parsed = parse_post_name(stem)
    except ValueError:
        parsed = None
    return titleize(parsed[1] if parsed else stem)


def save_as(path: str) -> str:
    """Return the file, relative to the output folder, that answers at an address."""
    return path.lstrip("/") + ("index.html" if path.endswith("/") else "")


def files_at(path: str) -> list[str]:
    """Return the files of the output that may answer at an address, the first that exists first.

    Hosts (GitHub Pages, GitLab Pages, nginx with `try_files`) answer `/contact` with
    `contact.html`, and lead `/dossier` to `/dossier/`.

    >>> files_at("/contact"), files_at("/agenda/")
    (['contact', 'contact.html', 'contact/index.html'], ['agenda/index.html'])
    """
    name = path.lstrip("/")
    if not name or name.endswith("/"):
        return [f"{name}index.html"]
    return [name, f"{name}.html", f"{name}/index.html"]


def base_path(siteurl: str) -> str:
    """Return the folder part of a site's address, without its last slash.

    >>> base_path("https://exemple.fr/sous-dossier/")
    '/sous-dossier'
    """
    without_scheme = siteurl.partition("://")[2] or siteurl
    start = without_scheme.find("/")
    return "" if start < 0 else without_scheme[start:].rstrip("/")


def path_of(file: str) -> str:
    """Return the address that a published file answers to: the inverse of `save_as`.

    >>> path_of("agenda/index.html"), path_of("index.html"), path_of("a.html")
    ('/agenda/', '/', '/a.html')
    """
    path = f"/{file}"
    return path.removesuffix("index.html") if path.endswith("/index.html") else path


def is_site_address(address: str) -> bool:
    """Return whether a site can be at an address: a host, with or without folder, or a folder.

    >>> [is_site_address(a) for a in ("https://exemple.fr/projet", "/projet", "exemple.fr")]
    [True, True, False]
    """
    if _NOT_IN_ADDRESS.search(address):
        return False
    try:
        parts = urlsplit(address)
        is_host = bool(parts.hostname) and parts.port != 0  # reading a bad port raises
    except ValueError:
        return False
    if {".", ".."} & set(unquote(parts.path).split("/")) or "@" in parts.netloc:
        return False  # browsers take dot segments out, and nobody signs in to read a public site
    if parts.scheme in ("http", "https"):
        return is_host
    return not parts.scheme and not parts.netloc and address.startswith("/")
