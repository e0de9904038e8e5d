"""Two builds of one site compared: addresses, menu, words, images and links."""

import difflib
import re
import unicodedata
from pathlib import Path
from urllib.parse import quote, unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from page_parts.images.pipeline import digest
from page_parts.images.variants import Names

# What another host shows is a card here, or a link in an image's place (see tests/test_embeds).
_FOREIGN = ".carte-exterieure, .image-exterieure"

# Jekyll's own by-products, and our theme's files.
_NOT_CONTENT = re.compile(r"\.site-construit-ici$|redirects\.json$|theme/|assets/css/.*\.map$")
# What we add, unless the content has its own.
_ADDED = re.compile(
    r"partage/|(?:404\.html|sitemap\.xml|robots\.txt|\.htaccess|\.redirections\.map)$"
)
_SIGNS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "…": "...", "–": "-", "—": "-"})


def published(output: Path) -> set[str]:
    """Return the files that a build published, names in NFC."""
    names = (path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_file())
    return {unicodedata.normalize("NFC", name) for name in names if not _NOT_CONTENT.match(name)}


def variants(reference: Path, ours: Path) -> dict[str, str]:
    """Return the files that we publish in the place of the reference's images: each with its image.

    A variant is known by its name, in which the hash of the very bytes of its original stands.
    """
    mine, found = published(ours), {}
    for path in reference.rglob("*"):
        if path.suffix.lower() in (".jpg", ".jpeg", ".png", ".webp"):
            name = unicodedata.normalize("NFC", path.relative_to(reference).as_posix())
            start = Names(name, digest(path.read_bytes())).path(0, "").removesuffix("0.")
            found |= {made: name for made in mine if made.startswith(start)}
    return found


def parse(output: Path, name: str) -> LexborHTMLParser:
    """Return the tree of a page; marks of order and encoding left out."""
    return LexborHTMLParser((output / name).read_text(encoding="utf-8-sig"))


def words(tree: LexborHTMLParser, ignored: frozenset[str] = frozenset()) -> list[str]:
    """Return the words of a page's main part; typography folded.

    The date of an article, the links to its neighbours and the cards of what other hosts show are
    our theme's, not the content's.
    """
    main = tree.css_first("main") or tree.body
    for own in main.css(f"p.date, nav.beside, {_FOREIGN}"):
        own.decompose()
    text = unicodedata.normalize("NFC", main.text(separator=" ")).translate(_SIGNS)
    found = re.findall(r"[\w@]+", text.lower())
    return [word for word in found if word not in ignored]


def menu(tree: LexborHTMLParser) -> list[tuple[str, str, bool]]:
    """Return the entries of the header's menu: title, address, whether current."""
    return [
        (
            " ".join(link.text().split()),
            unquote(link.attributes["href"]),
            "aria-current" in link.attributes,
        )
        for link in tree.css("header nav li a")
    ]


def site_title(tree: LexborHTMLParser) -> str:
    """Return the name of the site in the header."""
    node = tree.css_first("header .site-title")
    return " ".join(node.text().split()) if node else ""


def broken(output: Path, name: str, base_path: str) -> list[str]:
    """Return the inside images and links of a page that lead to no file."""
    tree = parse(output, name)
    main = tree.css_first("main") or tree.body
    urls = [node.attributes.get("src") for node in main.css("img")]
    urls += [node.attributes.get("href") for node in main.css("a")]
    page = f"{base_path}/{name}"
    return [
        url
        for url in urls
        if url and _is_inside(url) and not _answers(output, page, url, base_path)
    ]


def _is_inside(url: str) -> bool:
    parts = urlsplit(url)
    return not parts.scheme and not parts.netloc and bool(parts.path)


def _answers(output: Path, page: str, url: str, base_path: str) -> bool:
    path = unquote(urlsplit(urljoin(page.replace(" ", "%20"), url)).path)
    if not (path + "/").startswith(base_path + "/"):
        return False
    inside = path.removeprefix(base_path).lstrip("/")
    return any((output / (inside + end)).is_file() for end in ("", "index.html", "/index.html"))


def images(tree: LexborHTMLParser) -> list[str]:
    """Return the addresses of the site's own images in a page's main part."""
    main = tree.css_first("main") or tree.body
    sources = (unquote(node.attributes.get("src") or "") for node in main.css("img"))
    return [unicodedata.normalize("NFC", source) for source in sources if "//" not in source]


def differences(
    reference: Path, ours: Path, base_path: str = "", ignored: frozenset[str] = frozenset()
) -> list[str]:
    """Return what differs, one line each: `page: what: theirs / ours`; some words left out."""
    theirs, mine = published(reference), published(ours)
    shown = variants(reference, ours)
    mine = mine - shown.keys() | {shown[name] for name in mine & shown.keys()}
    found = [f"{name}: address: missing" for name in sorted(theirs - mine)]
    found += [
        f"{name}: address: only here" for name in sorted(mine - theirs) if not _ADDED.match(name)
    ]
    for name in sorted(name for name in theirs & mine if name.endswith(".html")):
        if not ((reference / name).is_file() and (ours / name).is_file()):
            continue  # the name is stored in another form of Unicode
        page = parse(ours, name)
        for node in page.css("img[src]"):
            node.attrs["src"] = _original(node.attributes["src"] or "", shown)
        told = _page_differences(parse(reference, name), page, ignored)
        if lost := broken(ours, name, base_path):
            told.append(f"broken: {lost}")
        found += [f"{name}: {line}" for line in told]
    return found


def _original(src: str, shown: dict[str, str]) -> str:
    """Return the address of the image that a variant stands for; any other address as it is."""
    path = unicodedata.normalize("NFC", unquote(src))
    names = (made for made in shown if path.endswith(f"/{made}"))
    return next((path.removesuffix(made) + quote(shown[made]) for made in names), src)


def _page_differences(
    theirs: LexborHTMLParser, mine: LexborHTMLParser, ignored: frozenset[str]
) -> list[str]:
    found = []
    for aspect in (site_title, menu, images):
        if theirs.css_first("header") and aspect(theirs) != aspect(mine):
            found.append(f"{aspect.__name__}: {aspect(theirs)} / {aspect(mine)}")
    if words(theirs, ignored) != words(mine, ignored):
        found.append(f"words: {_first_difference(words(theirs, ignored), words(mine, ignored))}")
    return found


def _first_difference(theirs: list[str], mine: list[str]) -> str:
    matcher = difflib.SequenceMatcher(None, theirs, mine, autojunk=False)
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind != "equal":
            return f"{theirs[i1:i2]} / {mine[j1:j2]} after {theirs[max(0, i1 - 3) : i1]}"
    return ""
