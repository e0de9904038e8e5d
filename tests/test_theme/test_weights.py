"""What a first view weighs, read from the built site; the file that is too heavy is named."""

import gzip
import re
from pathlib import Path

import pytest

from captures import SITEURL, example_site
from support import build_site, read_page

ONE_EXCHANGE = 14_000  # ten TCP segments (RFC 6928)
HOME = 51_000  # with the next event in front


@pytest.fixture(scope="module")
def output(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("weights")
    assert build_site(example_site(folder), folder / "output", SITEURL).is_ok
    return folder / "output"


def packed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), mtime=0))


def test_each_page_and_its_styles_come_in_one_exchange(output):
    pages = {path.relative_to(output).as_posix(): packed(path) for path in output.rglob("*.html")}
    assert len(pages) > 20
    assert {name: size for name, size in pages.items() if size > ONE_EXCHANGE} == {}
    assert not any(read_page(output, name).css("link[rel=stylesheet]") for name in pages)


def test_the_home_page_with_its_faces_and_its_images_on_a_phone(output):
    tree = read_page(output)
    html = (output / "index.html").read_text(encoding="utf-8")
    sizes = {"index.html": packed(output / "index.html")}
    names = [node.attributes["href"] for node in tree.css('[rel="preload"], [rel="icon"]')]
    names += [node.attributes["src"] for node in tree.css("script[src]")]
    names += re.findall(r"url\(([^)]+symbole[^)]+)\)", html)[:1]
    for source in tree.css('source[type="image/avif"]'):
        names.append(source.attributes["srcset"].split()[0])
    for name in names:
        path = output / name.strip("\"'/")
        is_text = path.suffix in (".svg", ".js")
        sizes[name] = packed(path) if is_text else path.stat().st_size
    assert len(sizes) >= 7
    assert sum(sizes.values()) <= HOME, sizes
