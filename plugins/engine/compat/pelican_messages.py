"""What some of Pelican's messages are: their words alone say it, as a test sees in its source."""

from __future__ import annotations

import logging

import pelican

PLUGIN_FAILED = ("Cannot load plugin", "Cannot register plugin")
DOCUMENT_FAILED = "Could not process"
EMPTY_ALT = "Empty alt attribute"
NO_THEME = "Could not find the theme"
NO_CONTENT = "You need to specify a path containing the content"
NO_ADDRESS = "Feeds generated without SITEURL"


def print_nothing() -> None:
    """Have Pelican print nothing; Rich's `quiet` still lays out all that it does not show."""
    pelican.console.print = lambda *_, **__: None


def failed_plugin(record: logging.LogRecord) -> str:
    """Return the name of a plugin that Pelican goes on without; "" of another message."""
    return _first_argument(record, *PLUGIN_FAILED)


def failed_document(record: logging.LogRecord) -> str:
    """Return the name of a content file that Pelican goes on without; "" of another message."""
    return _first_argument(record, DOCUMENT_FAILED)


def is_of_empty_alt(record: logging.LogRecord) -> bool:
    """Return whether it is reported that an image says nothing, perhaps by right."""
    return _begins(record, EMPTY_ALT)


def is_of_feeds_without_address(record: logging.LogRecord) -> bool:
    """Return whether it is reported before `_config.yml` is read, which may say the address."""
    return _begins(record, NO_ADDRESS)


def missing_theme(error: BaseException) -> str:
    """Return the name of a theme that is not there; "" of another exception."""
    return " ".join(str(error).partition(NO_THEME)[2].split())


def is_of_missing_content(error: BaseException) -> bool:
    """Return whether an exception says that the content folder is not there."""
    return str(error).startswith(NO_CONTENT)


def _begins(record: logging.LogRecord, *words: str) -> bool:
    return str(record.msg).startswith(words)


def _first_argument(record: logging.LogRecord, *words: str) -> str:
    arguments = record.args if isinstance(record.args, tuple) else ()
    return str(arguments[0]) if arguments and _begins(record, *words) else ""
