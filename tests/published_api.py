"""What the hosts publish of their APIs: each request and answer of the stand-ins is held to it.

`published_apis/` holds facts (paths, names, types, what is required) of GitHub's OpenAPI
description (`@octokit/openapi` 23.0.2), Forgejo's (`templates/swagger/v1_json.tmpl`, 2024-10)
and GitLab's documentation of its REST API v4. `test_published_api.py` looks at GitHub's own again.
"""

import functools
import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from jsonschema import Draft202012Validator

PUBLISHED = Path(__file__).with_name("published_apis")
Json = dict[str, Any]


@functools.cache
def operations(host: str) -> list[tuple[str, re.Pattern[str], Json]]:
    """Return the operations of a host: the method and the path as published, a pattern, facts."""
    told = json.loads((PUBLISHED / f"{host.lower()}.json").read_text())
    return [(name, _pattern(name), facts) for name, facts in told.items()]


def _pattern(name: str) -> re.Pattern[str]:
    method, path = name.split(" ")
    # A path and a branch of GitHub's and Forgejo's may hold slashes (`{path}`, `{ref}`).
    many = re.sub(r"\\{(path|filepath|ref)\\}", "(.+)", re.escape(path))
    return re.compile(re.escape(method) + r"\ " + re.sub(r"\\{\w+\\}", "([^/]+)", many))


class Exchange:
    """A request, and what is wrong with it and its answer."""

    def __init__(self, host: str, method: str, target: str, body: Json | None) -> None:
        """Find the operation; `target` is the path below the API's, undecoded, and the query."""
        parts = urlsplit(target)
        asked = f"{method} {parts.path}"
        found = [it for it in operations(host) if it[1].fullmatch(asked)]
        self.faults: list[str] = []
        self.name, self.facts, self.given = "", {}, ()
        self.query = {key: values[-1] for key, values in parse_qs(parts.query).items()}
        if not found:
            self.faults.append(f"{asked}: not published")
            return
        self.name, pattern, self.facts = found[0]
        self.given = pattern.fullmatch(asked).groups()
        strange = set(self.query) - set(self.facts["query"])
        self.faults += [f"{asked}: ?{key} is not published" for key in sorted(strange)]
        if body is not None and "body" not in self.facts:
            self.faults.append(f"{asked}: takes no body")
        elif "body" in self.facts:
            self._check(f"{asked}: body", self.facts["body"], body or {})

    def check_answer(self, status: int, answer: Any) -> None:
        """Check an answer of the stand-in's own; any host may say 401, 429 or 5xx."""
        published = self.facts.get("answers", {})
        if str(status) in published:
            self._check(f"{self.name}: {status}", published[str(status)], answer)
        elif status not in (401, 429) and status < 500:
            self.faults.append(f"{self.name}: {status} is not published")

    def _check(self, what: str, schema: Json, value: Any) -> None:
        errors = Draft202012Validator(schema).iter_errors(value)
        self.faults += [f"{what}: {error.json_path}: {error.message}" for error in errors]


# --- Facts out of an OpenAPI 3 description ---------------------------------------------------


def facts_of(description: Json, name: str) -> Json:
    """Return the facts of an operation: for what a request holds, all; of an answer, its fields."""
    method, path = name.split(" ")
    told = description["paths"][path][method.lower()]
    parameters = [_found(description, it) for it in told.get("parameters", [])]
    facts: Json = {"query": sorted(it["name"] for it in parameters if it["in"] == "query")}
    if "requestBody" in told:
        facts["body"] = _schema(description, told["requestBody"])
    return facts | {
        "answers": {it: _schema(description, of) for it, of in told["responses"].items()}
    }


def _schema(description: Json, part: Json) -> Json:
    content = _found(description, part).get("content", {})
    schema = content.get("application/json", {}).get("schema", {})
    found: Json = _found(description, schema)
    return found


def _found(description: Json, part: Json) -> Json:
    while "$ref" in part:
        steps = part["$ref"].split("/")[1:]
        part = functools.reduce(lambda it, step: it[step.replace("~1", "/")], steps, description)
    return part


def differences(description: Json, facts: Any, published: Any, where: str = "") -> list[str]:
    """Return which facts a description does not hold any more."""
    published = _found(description, published) if isinstance(published, dict) else published
    told: list[str] = []
    for key, value in facts.get("properties", {}).items():
        choices = [published, *published.get("anyOf", ()), *published.get("oneOf", ())]
        within = [_found(description, it).get("properties", {}) for it in choices]
        held = [it[key] for it in within if key in it]
        if not held:
            told.append(f"{where}.{key}")
        elif len(held) == 1:
            told += differences(description, value, held[0], f"{where}.{key}")
    if "items" in facts and "items" in published:
        told += differences(description, facts["items"], published["items"], f"{where}[]")
    if set(published.get("required", ())) - set(facts.get("required", ())) and "required" in facts:
        told.append(f"{where}: required")
    return told
