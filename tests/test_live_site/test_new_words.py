"""A new title or summary is taken in at once; what is served is what a fresh build writes."""

from pathlib import Path

import pytest

from test_live_site.test_incremental_site import PAGES, differences, held, write_pages

LISTED = "- {{ post.title }}, {{ post.description }}"
LIST = f"# Blog\n\n{{% for post in site.posts %}}{LISTED}\n{{% endfor %}}\n"


@pytest.mark.parametrize(
    ("more", "keys", "is_quick"),
    [
        ({"blog.md": LIST}, "", True),
        ({"_posts/2025-03-09-x.md": LIST}, "", True),
        ({}, "redirect_from: /vieux\n", False),
        ({}, "acteurs: [Le Four]\n", True),
        ({"_config.yml": "title: Sans adresse\n"}, "", True),
    ],
)
def test_a_new_title_is_where_it_was_shown(
    tmp_path: Path, more: dict[str, str], keys: str, is_quick: bool
) -> None:
    content = write_pages(tmp_path / "content")
    more["_communs/pain/index.md"] = "---\ntitle: Le pain\n---\n\nLe pain.\n"
    more["_communs/pain/four.md"] = "---\nnom: Le Four\nrole: partenaire\n---\n\nDu pain.\n"
    path = content / "_posts/2025-03-01-un.md"
    text = PAGES["_posts/2025-03-01-un.md"].replace("tags", f"{keys}tags")
    for name, written in {**more, "_posts/2025-03-01-un.md": text}.items():
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_text(written, encoding="utf-8")
    site = held(content)
    for title in ("Premier", "Deux"):
        words = f"{title}\ndescription: Le mot {title}."
        path.write_text(text.replace("Un", words), encoding="utf-8")
        assert site.save([path]) is is_quick
        assert not is_quick or differences(site, content, tmp_path / "output") == []
