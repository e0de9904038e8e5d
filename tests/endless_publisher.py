"""A program that publishes without end, to be killed: each line that it reads starts a child.

It forks rather than starts anew: what takes time is then the publication, not Python.
"""

import json
import os
import sys
import tempfile
from pathlib import Path

from commands.publishing.server import Server
from commands.publishing.settings import PublishSettings
from ssh_support import write_release


def publish_for_ever(settings: PublishSettings, first: int) -> None:
    """Publish version after version."""
    site = Path(tempfile.mkdtemp(dir=settings.path.parent))
    for version in range(first, first + 1000):
        Server(settings).send(write_release(site, str(version)))
        print(version, flush=True)  # noqa: T201 (the test reads it)


def main() -> None:
    """Read `{"first": N}`, say `pid N`, publish until killed."""
    given = json.loads(sys.argv[1])
    settings = PublishSettings(Path(given.pop("path")), **given)
    for line in sys.stdin:
        child = os.fork()
        if not child:
            publish_for_ever(settings, int(line))
        print(f"pid {child}", flush=True)  # noqa: T201
        os.waitpid(child, 0)
        print("dead", flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
