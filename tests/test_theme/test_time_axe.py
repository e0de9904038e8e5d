"""Pages with events, built once and read later: axe finds nothing in any of their states."""

import pytest

from browser_support import faults_on_screens
from time_support import AFTER, BEFORE, STATES, WINTER

pytestmark = pytest.mark.browser

HOME, AGENDA = "full/", "full/agenda/"
GALAXY, SUPPER = "full/agenda/2025-09-06-galaxie/", "full/agenda/2025-09-11-soupe/"
AUTUMN = "2025-09-20T10:00:00Z"


@pytest.mark.parametrize(
    ("place", "moment"),
    [
        pytest.param(AGENDA, BEFORE, id="to come and past"),
        pytest.param(AGENDA, AUTUMN, id="moved"),
        pytest.param(AGENDA, WINTER, id="all over"),
        pytest.param("states/agenda/", BEFORE, id="every state to come"),
        pytest.param("states/agenda/", AFTER, id="every state over"),
        pytest.param("quiet/agenda/", BEFORE, id="nothing to come"),
        pytest.param(GALAXY, BEFORE, id="open"),
        pytest.param(GALAXY, AFTER, id="over since"),
        pytest.param(SUPPER, AUTUMN, id="one date of two over"),
        *(
            pytest.param(f"states/agenda/2025-09-06-{s}/", BEFORE, id=s)
            for s in STATES
            if s != "open"
        ),
        pytest.param(HOME, BEFORE, id="home with a next event"),
        pytest.param(HOME, AFTER, id="home with the one after"),
        pytest.param(HOME, WINTER, id="home without event"),
        pytest.param("full/actualites/", BEFORE, id="news"),
        pytest.param("full/2025/08/20/galaxie.html", BEFORE, id="article"),
        pytest.param("quiet/", BEFORE, id="quiet home"),
    ],
)
def test_axe_finds_nothing(see, place, moment):
    assert faults_on_screens(see(place, moment)) == []
