"""Writing in a browser, on this machine: see `README.md`."""

from dev_server.writing.editor import Editor

__all__ = ["Editor"]
