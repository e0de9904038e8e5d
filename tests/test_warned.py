"""The orange path: each site of `warned/` is built, and its warnings are exactly these."""

from pathlib import Path

import pytest

from support import PROJECT, build_site

WARNED = PROJECT / "tests" / "warned"


@pytest.mark.parametrize("case", sorted(folder.name for folder in WARNED.iterdir()))
def test_a_doubtful_site_is_built_and_its_doubt_told(case: str, tmp_path: Path):
    result = build_site(WARNED / case / "content", tmp_path / "output")
    told = "".join(
        f"{diagnostic.with_code()}\n".replace(f"tests/warned/{case}/", "")
        for diagnostic in result.diagnostics.warnings
    )
    assert result.is_ok
    assert told == (WARNED / case / "message.txt").read_text(encoding="utf-8")
