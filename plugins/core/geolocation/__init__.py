"""Where a file says that it was made: found, and taken out in place. See README.md."""

from core.geolocation.find import find_position, without_position
from core.geolocation.patches import write_patches

__all__ = ["find_position", "without_position", "write_patches"]
