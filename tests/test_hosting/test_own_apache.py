"""The site on a machine of one's own, behind Apache as Debian sets it up and our page tells."""

import pytest

from output_files.hosting import rules
from server_support import SHARED_HOST, apache, public_folder
from support import PROJECT

pytestmark = pytest.mark.server

# Debian's apache2.conf: nothing is shown, and no .htaccess read, unless somebody says so.
_DEBIAN = (
    "<Directory />\nOptions FollowSymLinks\nAllowOverride None\nRequire all denied\n</Directory>"
)


@pytest.fixture
def own_apache(places):
    """Apache with the file of the documentation, its place and port changed."""
    offered = (PROJECT / "docs" / "hebergement" / "apache.conf").read_text(encoding="utf-8")
    with public_folder() as work:
        (work / "empty").mkdir()
        changed = offered.replace("/srv/site/current", str(places.root)).replace("*:80", "*")
        with apache(work, work / "empty", SHARED_HOST, f"{_DEBIAN}\n{changed}") as server:
            yield server


def test_the_site_is_shown_with_its_own_rules(own_apache, places):
    site_page = own_apache.ask(f"{places.base}/", Accept_Encoding="br")
    absent = own_apache.ask(f"{places.base}/adresse-inventee")

    assert (site_page.status, site_page.headers.get("content-encoding")) == (200, "br")
    assert site_page.headers["cache-control"] == rules.CACHE_OTHER
    assert (absent.status, "introuvable" in absent.body.decode()) == (404, True)
    assert own_apache.ask(f"{places.base}/contact").status == 200
