"""The facts that the stand-ins are held to, compared with what GitHub publishes today."""

import json

import pytest

from git_hosts import HOSTS
from published_api import Exchange, differences, facts_of, operations
from support import PROJECT

DESCRIPTION = PROJECT / ".cache" / "octokit-openapi" / "api.github.com.json"


@pytest.mark.skipif(not DESCRIPTION.is_file(), reason="no GitHub description: .ci/run fetches it")
def test_the_facts_of_github_are_those_of_its_own_description() -> None:
    description = json.loads(DESCRIPTION.read_text())
    found = []
    for name, _, facts in operations("GitHub"):
        published = facts_of(description, name)
        assert facts["query"] == published["query"]
        assert set(facts["answers"]) <= set(published["answers"]), name
        if "body" in facts:
            found += differences(description, facts["body"], published["body"], f"{name} body")
        for status, answer in facts["answers"].items():
            found += differences(description, answer, published["answers"][status], name)
    assert found == []


@pytest.mark.parametrize("host", HOSTS)
def test_a_stand_in_answers_all_that_is_published_here_and_nothing_else(host) -> None:
    assert set(HOSTS[host].ACTS) == {name for name, _, _ in operations(host)}


def test_a_request_that_is_not_published_is_a_fault() -> None:
    assert Exchange("GitHub", "GET", "/nowhere", None).faults == ["GET /nowhere: not published"]
    made = Exchange("Forgejo", "POST", "/repos/a/b/contents?x=1", {"files": [{"path": 3}]})
    assert {fault.partition(": ")[2] for fault in made.faults} == {
        "?x is not published",
        "body: $.files[0]: 'operation' is a required property",
        "body: $.files[0].path: 3 is not of type 'string'",
    }
    made.check_answer(201, {"commit": {"sha": None}})
    assert len(made.faults) == 4
