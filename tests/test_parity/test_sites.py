"""Every site of `sites/`, built by the real Jekyll and by us: all that a visitor meets is equal.

What differs on purpose stands in `DELIBERATE`, with its reason; everything else is a failure, and
so is a line of the table that nothing needs any more.
"""

import re

import pytest

from comparison import differences
from jekyll_reference import JekyllRefused, build_reference
from support import SITES, build_site

pytestmark = pytest.mark.server

# Sites that Jekyll refuses and that build here.
REFUSED_BY_JEKYLL = {
    "names_in_two_forms": "Jekyll compares bytes: a name in NFC does not find its file in NFD"
}

# (sites, what differs as `differences` tells it, the reason).
DELIBERATE = [
    (
        "image_names links_to_sources post_names leading_slash_under_a_base_path",
        r"index\.html: words: \[\] / \['(noms|accueil)'\]",
        "a front page whose text has no title gets its own: every page has one <h1>",
    ),
    (
        "collection menu_of_twelve odd_front_matter permalink_of_the_site permalink_pretty"
        " permalink_weekdate post_names names_with_points",
        r"[^:]+: words: \[\] / \[.*\] after \[\]",
        "a page whose layout adds no title, and whose text has none, gets its own all the same",
    ),
    (
        "blog_saved_again odd_front_matter sub_folders",
        r"(articles|c|a/sans|souligne)\.html: words: \['.*\] / \[\] after \[\]",
        "a page whose text begins with its own title shows it once",
    ),
    (
        "odd_front_matter sub_folders",
        r"[^:]+: menu: .*\('', '/(e|zero)\.html'",
        "a page that has no title at all is named after its file: a link needs words",
    ),
    ("sub_folders", r"zero\.html: words: \[\] / \['zero'\]", "the same page's title"),
    (
        "odd_front_matter sub_folders",
        r"[^:]+\.md: address: missing",
        "the source of a page without front matter is not published beside it",
    ),
    (
        "leading_slash_under_a_base_path",
        r"index\.html: images: ",
        "an address that forgets the base path is repaired; Jekyll leaves it broken",
    ),
    (
        "redirects",
        r"(nous-ecrire/index|ancien contact|wiki/Page:Nous_écrire)\.html: words: \['redirecting'",
        "redirect pages speak French",
    ),
    ("redirects", r"[^:]+: menu: .*'/nous-ecrire/'", "a redirect is no page of the menu"),
    (
        "permalink_weekdate",
        r"[^:]+: menu: .*'/contact', .*'/contact\.html', ",
        "an address is written with the ending of its file, which every host serves",
    ),
]

SITE_NAMES = sorted(folder.name for folder in SITES.iterdir())


@pytest.mark.parametrize("name", [n for n in SITE_NAMES if n not in REFUSED_BY_JEKYLL])
def test_same_addresses_menu_words_and_images(name: str, tmp_path):
    reference = build_reference(SITES / name, tmp_path)
    result = build_site(SITES / name, tmp_path / "ours")
    assert result.is_ok, [str(diagnostic) for diagnostic in result.diagnostics.errors]
    found = differences(reference, tmp_path / "ours", result.base_path)
    expected = [re.compile(pattern) for sites, pattern, _ in DELIBERATE if name in sites.split()]
    assert [line for line in found if not any(e.match(line) for e in expected)] == []
    assert [e.pattern for e in expected if not any(e.match(line) for line in found)] == []


@pytest.mark.parametrize("name", REFUSED_BY_JEKYLL)
def test_what_only_builds_here(name: str, tmp_path):
    with pytest.raises(JekyllRefused):
        build_reference(SITES / name, tmp_path)
    result = build_site(SITES / name, tmp_path / "ours")
    assert (result.is_ok, result.diagnostics.warnings) == (True, [])
