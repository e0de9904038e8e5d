"""The events of a YAML text (YAML 1.2, section 3.1.1), to the depth that people write.

libyaml's time grows with the square of the depth: whoever reads events reads them here.
"""

from __future__ import annotations

from collections.abc import Iterator

import yaml

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MAXIMUM_DEPTH = 50


class TooDeep(Exception):
    """A list or a mapping has too many levels around it; it begins on `line`, from 0."""

    def __init__(self, line: int):
        super().__init__(line)
        self.line = line


def parse_events(text: str) -> Iterator[yaml.Event]:
    """Give the events of a text.

    Raises TooDeep: more than `MAXIMUM_DEPTH` levels. yaml.YAMLError: the text does not parse.
    """
    depth = 0
    for event in yaml.parse(text, Loader=LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > MAXIMUM_DEPTH:
            raise TooDeep(event.start_mark.line if event.start_mark else 0)
        yield event


def keys_twice(text: str) -> Iterator[tuple[int, str]]:
    """Give the keys that a mapping of a text has already, each with its line, from 1.

    The text is one that `parse_events` reads to its end.
    """
    keys: list[set[str] | None] = []  # of each level, None for a list
    is_key = [False]
    for event in parse_events(text):
        if isinstance(event, yaml.ScalarEvent) and keys and keys[-1] is not None and is_key[-1]:
            if event.value in keys[-1] and event.value != "<<" and event.start_mark:
                yield event.start_mark.line + 1, event.value
            keys[-1].add(event.value)
        if isinstance(event, yaml.CollectionEndEvent):
            keys.pop()
            is_key.pop()
        if isinstance(event, yaml.NodeEvent):  # a key, or the value of one
            is_key[-1] = not is_key[-1]
        if isinstance(event, yaml.CollectionStartEvent):
            keys.append(set() if isinstance(event, yaml.MappingStartEvent) else None)
            is_key.append(True)
