"""The picture of a universe: in its frame, without overlap, steady."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content_types.commons.galaxy import (
    BODY,
    FONT_SIZE,
    LINE_HEIGHT,
    MERIDIANS,
    SUN,
    WIDTH,
    Layout,
    Star,
    cut_in_lines,
    draw_system,
    text_width,
)

OPEN = Star("ouvert", "Et vous ?")
NAMES = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=90
)
STARS = st.lists(
    st.builds(Star, st.text("abcdefgh-", min_size=1, max_size=8), NAMES),
    max_size=24,
    unique_by=lambda star: star.key,
)


def numbered(count: int) -> list[Star]:
    return [Star(f"acteur-{n}", f"Coopérative numéro {n} du pourtour") for n in range(count)]


def heights_from_middle(system: Layout) -> dict[str, float]:
    return {place.star.key: place.y - system.height / 2 for place in system.places}


@given(STARS)
def test_everything_is_in_the_frame(stars):
    system = draw_system(stars, OPEN)
    for place in system.places:
        top, bottom = place.box
        assert 0 <= top <= bottom <= system.height
        assert BODY <= place.x - 2 <= WIDTH
        assert place.y > BODY
        for line, baseline in place.lines:
            assert place.text_x + text_width(line.rstrip()) * FONT_SIZE <= WIDTH
            assert 0 < baseline <= system.height


@given(STARS)
def test_no_two_names_and_no_two_bodies_overlap(stars):
    places = draw_system(stars, OPEN).places
    for north, south in itertools.pairwise(places):
        assert north.box[1] <= south.box[0]
        assert south.y - north.y >= 2 * BODY + 8  # a finger's 24 px (WCAG 2.2, target size)


@given(STARS)
def test_no_body_touches_the_sun(stars):
    system = draw_system(stars, OPEN)
    for place in system.places:
        away = (place.x**2 + (place.y - system.height / 2) ** 2) ** 0.5
        assert away > SUN + BODY


@given(STARS, st.randoms())
def test_the_same_actors_in_any_order_give_the_same_picture(stars, chance):
    mixed = list(stars)
    chance.shuffle(mixed)
    assert draw_system(mixed, OPEN) == draw_system(stars, OPEN)


@given(STARS.filter(bool))
def test_one_actor_more_moves_the_others_little(stars):
    *others, new = stars
    before, after = draw_system(others, OPEN), draw_system(stars, OPEN)
    added = next(len(place.lines) for place in after.places if place.star is new)
    old, now = heights_from_middle(before), heights_from_middle(after)
    for key, height in old.items():
        assert abs(now[key] - height) <= 1.6 * (LINE_HEIGHT * added + 13) + 2


def test_with_fifteen_actors_one_more_moves_the_others_less_than_a_row():
    moves = []
    for new in range(100, 130):
        before = heights_from_middle(draw_system(numbered(15), OPEN))
        after = heights_from_middle(draw_system([*numbered(15), *numbered(new)[-1:]], OPEN))
        moves += [abs(after[key] - height) for key, height in before.items()]
    assert sum(moves) / len(moves) < 27
    assert max(moves) < 60


def test_a_renamed_actor_keeps_its_meridian_and_its_row():
    before = draw_system(numbered(9), OPEN)
    renamed = [*numbered(9)[:4], Star("acteur-4", "Un autre nom"), *numbered(9)[5:]]
    order = [place.star.key for place in before.places]
    assert [place.star.key for place in draw_system(renamed, OPEN).places] == order


def test_the_open_place_is_the_last_to_the_south():
    assert draw_system(numbered(7), OPEN).places[-1].star == OPEN
    assert [place.star for place in draw_system([], OPEN).places] == [OPEN]
    assert draw_system([]).places == ()


def test_meridians_are_about_the_sun():
    assert all(half_width > SUN + BODY for half_width in MERIDIANS)


@given(NAMES, st.integers(6, 20))
def test_a_name_is_cut_without_a_loss(name, width):
    lines = cut_in_lines(name, width)
    assert "".join(lines) == name
    assert all(text_width(line.rstrip()) <= width for line in lines)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        pytest.param("Scopyleft", ["Scopyleft"], id="one word"),
        pytest.param(
            "Les Ami-e-s de la Cagette", ["Les Ami-e-s de ", "la Cagette"], id="at a space"
        ),
        pytest.param(
            "Enercoop Languedoc-Roussillon",
            ["Enercoop ", "Languedoc-", "Roussillon"],
            id="at a hyphen",
        ),
        pytest.param(
            "Anticonstitutionnellement", ["Anticonstitution", "nellement"], id="a long word"
        ),
    ],
)
def test_where_names_are_cut(name, lines):
    assert cut_in_lines(name, 8.5) == lines
