"""An ICC profile made of three colours and one curve (ICC.1:2001-04, section 6.3.1.2)."""

from __future__ import annotations

import struct
from collections.abc import Callable, Sequence

Curve = Callable[[float], float]
Vector = Sequence[float]

_D50 = (0.9642, 1.0, 0.8249)
_BRADFORD = ((0.8951, 0.2664, -0.1614), (-0.7502, 1.7135, 0.0367), (0.0389, -0.0685, 1.0296))
_STEPS = 1024


def rgb_profile(primaries: Sequence[Vector], curve: Curve) -> bytes:
    """Return a profile.

    Args:
        primaries: x and y of red, green, blue and white (CIE 1931).
        curve: the light of a level, both from 0 to 1.
    """
    table = [round(65_535 * curve(step / (_STEPS - 1))) for step in range(_STEPS)]
    text = b"colours"
    contents = {
        b"desc": b"desc" + struct.pack(">4xI", len(text) + 1) + text + bytes(79),
        b"cprt": b"text" + bytes(4) + b"no copyright\0",
        b"wtpt": _xyz(_D50),
        **dict(zip((b"rXYZ", b"gXYZ", b"bXYZ"), map(_xyz, _colorants(primaries)), strict=True)),
        b"rTRC": b"curv" + struct.pack(f">4xI{_STEPS}H", _STEPS, *table),
    }
    tags, body, start = [], b"", 128 + 4 + 12 * (len(contents) + 2)
    for name, content in contents.items():
        names = (name, b"gTRC", b"bTRC") if name == b"rTRC" else (name,)
        tags += [struct.pack(">4sII", one, start + len(body), len(content)) for one in names]
        body += content + bytes(-len(content) % 4)
    head = struct.pack(">I4xI4s4s4s", start + len(body), 0x02400000, b"mntr", b"RGB ", b"XYZ ")
    head += struct.pack(">6H4s24xI3I", 2024, 1, 1, 0, 0, 0, b"acsp", 0, *map(_fixed, _D50))
    return head.ljust(128, b"\0") + struct.pack(">I", len(tags)) + b"".join(tags) + body


def _fixed(number: float) -> int:
    return round(number * 65_536) & 0xFFFFFFFF


def _xyz(colour: Vector) -> bytes:
    return b"XYZ " + struct.pack(">4x3I", *map(_fixed, colour))


def _colorants(primaries: Sequence[Vector]) -> list[Vector]:
    """Return the three colours in XYZ, seen under D50 (Bradford's adaptation)."""
    *colours, white = [(x / y, 1.0, (1 - x - y) / y) for x, y in primaries]
    shares = _solve(colours, white)
    cones, target = _apply(_BRADFORD, white), _apply(_BRADFORD, _D50)
    adapted: list[Vector] = []
    for colour, share in zip(colours, shares, strict=True):
        seen = _apply(_BRADFORD, [share * part for part in colour])
        scaled = [part * to / own for part, to, own in zip(seen, target, cones, strict=True)]
        adapted.append(_solve(list(zip(*_BRADFORD, strict=True)), scaled))
    return adapted


def _apply(matrix: Sequence[Vector], vector: Vector) -> list[float]:
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]


def _solve(columns: Sequence[Vector], target: Vector) -> list[float]:
    """Return how much of each of three columns makes a vector (Cramer's rule)."""
    whole = _determinant(*columns)
    return [
        _determinant(*(target if n == place else column for n, column in enumerate(columns)))
        / whole
        for place in range(3)
    ]


def _determinant(a: Vector, b: Vector, c: Vector) -> float:
    return sum(
        a[i] * (b[(i + 1) % 3] * c[(i + 2) % 3] - b[(i + 2) % 3] * c[(i + 1) % 3]) for i in range(3)
    )
