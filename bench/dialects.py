"""The corpus written as each program reads it: places of files and front matter."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench import corpus
from bench.corpus import Forms, Post

TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True)
class Dialect:
    """How a program wants its files.

    Attributes:
        post_file, page_file: where a post and a page (by its number) go.
        post_front, page_front: what is written before their text.
        images: the folder of images.
        forms: how addresses are written.
    """

    post_file: Callable[[Post], str]
    post_front: Callable[[Post], str]
    page_file: Callable[[int], str]
    page_front: Callable[[int], str]
    images: str
    forms: Forms


def _plain(post: Post) -> str:
    return post.address


def _yaml(*lines: str) -> str:
    return "\n".join(["---", *lines, "---", ""])


def _jekyll_front(post: Post) -> str:
    named = (f"categories: [{post.category}]", f"tags: [{', '.join(post.tags)}]")
    return _yaml(f'title: "{post.title}"', *named)


def _jekyll_page(number: int) -> str:
    return _yaml(f'title: "Page {number}"', f"order: {number}")


JEKYLL = Dialect(
    lambda post: f"_posts/{post.day}-{post.slug}.md",
    _jekyll_front,
    lambda number: f"page-{number}.md",
    _jekyll_page,
    "images",
    Forms(_plain, lambda name: f"{{% link images/{name} %}}"),
)


def _pelican_front(post: Post) -> str:
    named = f"Category: {post.category}\nTags: {', '.join(post.tags)}"
    return f"Title: {post.title}\nDate: {post.day}\nSlug: {post.slug}\n{named}\n\n"


PELICAN = Dialect(
    lambda post: f"content/posts/{post.day}-{post.slug}.md",
    _pelican_front,
    lambda number: f"content/pages/page-{number}.md",
    lambda number: f"Title: Page {number}\nSlug: page-{number}\n\n",
    "content/images",
    Forms(
        lambda post: f"{{filename}}/posts/{post.day}-{post.slug}.md",
        lambda name: f"{{static}}/images/{name}",
    ),
)


def _hugo_front(post: Post) -> str:
    dated = (f'title: "{post.title}"', f"date: {post.day}", f"url: {post.address}")
    return _yaml(*dated, f"categories: [{post.category}]", f"tags: [{', '.join(post.tags)}]")


HUGO = Dialect(
    lambda post: f"content/posts/{post.day}-{post.slug}.md",
    _hugo_front,
    lambda number: f"content/page-{number}.md",
    lambda number: _yaml(f'title: "Page {number}"', f"url: /page-{number}.html"),
    "static/images",
    Forms(_plain, lambda name: f"/images/{name}"),
)


def _eleventy_front(post: Post) -> str:
    dated = (f'title: "{post.title}"', f"date: {post.day}", f"permalink: {post.address}")
    return _yaml(*dated, f"category: {post.category}", f"tags: [{', '.join(post.tags)}]")


ELEVENTY = Dialect(
    lambda post: f"posts/{post.day}-{post.slug}.md",
    _eleventy_front,
    lambda number: f"pages/page-{number}.md",
    lambda number: _yaml(f'title: "Page {number}"', f"permalink: /page-{number}.html"),
    "images",
    Forms(_plain, lambda name: f"/images/{name}"),
)


def write(root: Path, count: int, dialect: Dialect, templates: str) -> None:
    """Write a whole site: `count` posts, the pages, the images, and a folder of templates."""
    shutil.copytree(TEMPLATES / templates, root, dirs_exist_ok=True)
    for post in corpus.posts(count):
        text = dialect.post_front(post) + corpus.body(post, dialect.forms)
        _put(root / dialect.post_file(post), text.encode())
    for number in range(1, corpus.PAGES + 1):
        text = dialect.page_front(number) + corpus.page_body(number)
        _put(root / dialect.page_file(number), text.encode())
    for number in range(corpus.IMAGES):
        _put(root / dialect.images / corpus.image_name(number), corpus.image(number))


def write_photos(root: Path, dialect: Dialect, templates: str) -> None:
    """Write a whole site of pages of photos."""
    shutil.copytree(TEMPLATES / templates, root, dirs_exist_ok=True)
    for number in range(1, corpus.PHOTO_PAGES + 1):
        text = dialect.page_front(number) + corpus.photo_page(number, dialect.forms)
        _put(root / dialect.page_file(number), text.encode())
    for number in range(corpus.PHOTOS):
        _put(root / dialect.images / corpus.photo_name(number), corpus.photo(number))


def _put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
