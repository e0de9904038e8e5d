"""Each service of the table: what its frame is, and the page that a visitor opens instead."""

import pytest

from page_parts.embeds.services import describe

# What it is, its frame, and the page.
TABLE = """
youtube | Vidéo | https://www.youtube.com/embed/aB-c_1?rel=0 | https://www.youtube.com/watch?v=aB-c_1
youtube without cookies nor scheme | Vidéo | //www.youtube-nocookie.com/embed/aB | https://www.youtube.com/watch?v=aB
youtube playlist | Vidéo | https://www.youtube.com/embed/videoseries?list=PL1 | https://www.youtube.com/playlist?list=PL1
vimeo | Vidéo | https://player.vimeo.com/video/12?h=a | https://vimeo.com/12
dailymotion | Vidéo | https://www.dailymotion.com/embed/video/x1 | https://www.dailymotion.com/video/x1
dailymotion's other player | Vidéo | https://geo.dailymotion.com/player.html?video=x1 | https://www.dailymotion.com/video/x1
arte | Vidéo | https://www.arte.tv/embeds/fr/118-000-A | https://www.arte.tv/fr/videos/118-000-A/
peertube on any host | Vidéo | https://tube.coop/videos/embed/1a-2b?start=1s | https://tube.coop/w/1a-2b
openstreetmap | Carte | https://www.openstreetmap.org/export/embed.html?bbox=3.8%2C43.5%2C3.9%2C43.6&layer=mapnik | https://www.openstreetmap.org/?bbox=3.8,43.5,3.9,43.6
umap | Carte | https://umap.openstreetmap.fr/fr/map/a_1 | the same
google maps | Carte | https://www.google.com/maps/embed?pb=1 | the same
google's own maps | Carte | https://www.google.com/maps/d/embed?mid=1 | https://www.google.com/maps/d/viewer?mid=1
google forms | Formulaire | https://docs.google.com/forms/d/e/1/viewform?embedded=true | https://docs.google.com/forms/d/e/1/viewform
helloasso | Formulaire | https://www.helloasso.com/associations/a/evenements/b/widget-bouton | https://www.helloasso.com/associations/a/evenements/b
framaforms | Formulaire | https://framaforms.org/a-1 | the same
soundcloud | Son | https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/a/b | https://soundcloud.com/a/b
soundcloud's machine address | Son | https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/1 | the same
a page that is not there | Vidéo | https://geo.dailymotion.com/player.html | the same
unknown | Contenu | http://exemple.org/a?b | the same
a name that ends alike | Contenu | https://notyoutube.com/embed/a | the same
"""  # noqa: E501


@pytest.mark.parametrize("row", TABLE.strip().splitlines())
def test_a_service_is_known_by_its_address(row: str):
    _, kind, url, link = row.split(" | ")
    embed = describe(url)
    assert (embed.kind.name, embed.link) == (kind, url if link == "the same" else link)


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
