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
