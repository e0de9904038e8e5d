"""Each service of the table: what its frame is, and the page that a visitor opens instead."""

import pytest

from page_parts.embeds.services import describe

CASES = {
    "youtube": (
        "https://www.youtube.com/embed/aB-c_1?rel=0",
        "Vidéo",
        "https://www.youtube.com/watch?v=aB-c_1",
    ),
    "youtube without cookies nor scheme": (
        "//www.youtube-nocookie.com/embed/aB",
        "Vidéo",
        "https://www.youtube.com/watch?v=aB",
    ),
    "youtube playlist": (
        "https://www.youtube.com/embed/videoseries?list=PL1",
        "Vidéo",
        "https://www.youtube.com/playlist?list=PL1",
    ),
    "vimeo": ("https://player.vimeo.com/video/12?h=a", "Vidéo", "https://vimeo.com/12"),
    "dailymotion": (
        "https://www.dailymotion.com/embed/video/x1",
        "Vidéo",
        "https://www.dailymotion.com/video/x1",
    ),
    "dailymotion's other player": (
        "https://geo.dailymotion.com/player.html?video=x1",
        "Vidéo",
        "https://www.dailymotion.com/video/x1",
    ),
    "arte": (
        "https://www.arte.tv/embeds/fr/118-000-A",
        "Vidéo",
        "https://www.arte.tv/fr/videos/118-000-A/",
    ),
    "peertube on any host": (
        "https://tube.coop/videos/embed/1a-2b?start=1s",
        "Vidéo",
        "https://tube.coop/w/1a-2b",
    ),
    "openstreetmap": (
        "https://www.openstreetmap.org/export/embed.html?bbox=3.8%2C43.5%2C3.9%2C43.6&layer=mapnik",
        "Carte",
        "https://www.openstreetmap.org/?bbox=3.8,43.5,3.9,43.6",
    ),
    "umap": (
        "https://umap.openstreetmap.fr/fr/map/a_1",
        "Carte",
        "https://umap.openstreetmap.fr/fr/map/a_1",
    ),
    "google maps": (
        "https://www.google.com/maps/embed?pb=1",
        "Carte",
        "https://www.google.com/maps/embed?pb=1",
    ),
    "google's own maps": (
        "https://www.google.com/maps/d/embed?mid=1",
        "Carte",
        "https://www.google.com/maps/d/viewer?mid=1",
    ),
    "google forms": (
        "https://docs.google.com/forms/d/e/1/viewform?embedded=true",
        "Formulaire",
        "https://docs.google.com/forms/d/e/1/viewform",
    ),
    "helloasso": (
        "https://www.helloasso.com/associations/a/evenements/b/widget-bouton",
        "Formulaire",
        "https://www.helloasso.com/associations/a/evenements/b",
    ),
    "framaforms": ("https://framaforms.org/a-1", "Formulaire", "https://framaforms.org/a-1"),
    "soundcloud": (
        "https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/a/b",
        "Son",
        "https://soundcloud.com/a/b",
    ),
    "soundcloud's machine address": (
        "https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/1",
        "Son",
        "https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/1",
    ),
    "a page that is not there": (
        "https://geo.dailymotion.com/player.html",
        "Vidéo",
        "https://geo.dailymotion.com/player.html",
    ),
    "unknown": ("http://exemple.org/a?b", "Contenu", "http://exemple.org/a?b"),
    "a name that ends alike": (
        "https://notyoutube.com/embed/a",
        "Contenu",
        "https://notyoutube.com/embed/a",
    ),
}


@pytest.mark.parametrize(("url", "kind", "link"), CASES.values(), ids=CASES)
def test_a_service_is_known_by_its_address(url, kind, link):
    embed = describe(url)
    assert (embed.kind.name, embed.link) == (kind, link)


def test_youtube_alone_learns_of_the_site_or_it_would_not_play():
    assert describe("https://www.youtube.com/embed/a").referrer == "strict-origin-when-cross-origin"
    assert describe("https://player.vimeo.com/video/1").referrer == "no-referrer"


def test_an_old_address_is_made_secure_or_browsers_would_refuse_its_frame():
    embed = describe("http://youtube.com/embed/a")
    assert (embed.address, embed.leads_to) == (
        "https://youtube.com/embed/a",
        "https://www.youtube.com",
    )
    assert describe("http://exemple.org/a").address == "http://exemple.org/a"
