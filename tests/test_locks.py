"""The two locks: what runs the site, and what the tests add."""

import re
import tomllib

from support import PROJECT

SITE, MORE = ((PROJECT / f"requirements{part}.lock").read_text("utf-8") for part in ("", "-test"))


def locked(text: str) -> set[str]:
    return set(re.findall(r"^([\w-]+)==", text, re.MULTILINE))


def declared(requirements: list[str]) -> set[str]:
    return {re.match(r"[\w-]+", requirement)[0].lower() for requirement in requirements}


def test_each_declared_package_is_in_its_lock():
    read = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))
    assert declared(read["project"]["dependencies"]) <= locked(SITE)
    assert declared(read["dependency-groups"]["test"]) <= locked(MORE)


def test_the_tests_change_nothing_of_what_runs_the_site():
    assert not locked(SITE) & locked(MORE)


def test_locks_name_hashes_and_no_place():
    for text in (SITE, MORE):
        assert "://" not in text and "--index" not in text
        for entry in re.split(r"\n(?=[a-z])", text)[1:]:
            assert "--hash=sha256:" in entry, entry
