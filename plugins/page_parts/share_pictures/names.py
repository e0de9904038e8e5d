"""What the pictures are called: a name holds the hash of all that its picture is drawn from."""

from __future__ import annotations

FOLDER = "partage"
_HASH_LENGTH = 16
# The paths of pictures, as a regular expression: what is at one of them never changes.
LASTING = rf"{FOLDER}/[0-9a-f]{{{_HASH_LENGTH}}}\.png"


def picture_name(digest: str) -> str:
    """Return the file's name of a picture, from the hash (hexadecimal) of what it shows."""
    return f"{digest[:_HASH_LENGTH]}.png"
