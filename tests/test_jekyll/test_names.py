"""When two names that people write are one."""

import pytest

from core.names import each_once, name_key, subject_key


@pytest.mark.parametrize(
    ("one", "other", "are_one"),
    [
        ("Énergie", "énergie", True),
        ("Énergie", "Energie", False),
        ("C", "c#", False),
        ("C", "C++", False),
        ("Vie asso", "vie-asso", True),
        ("e\u0301te\u0301", "été", True),
        ("R&D", "R et D", False),
        ("Straße", "STRASSE", True),
    ],
)
def test_subjects(one: str, other: str, are_one: bool):
    assert (subject_key(one) == subject_key(other)) == are_one


def test_each_name_once_as_it_is_first_written():
    names = ["Soleil", "", "soleil", "Lune", "SOLEIL !", "lune"]
    assert each_once(names, name_key) == ["Soleil", "Lune"]
