"""The red path: each site of `refused/` is named by its fault and gets exactly its message."""

from pathlib import Path

import pytest

from site_build.staging import BUILT_SIGN
from support import REFUSED, build_site

CASES = sorted(folder.name for folder in REFUSED.iterdir())


@pytest.mark.parametrize("case", CASES)
def test_a_broken_site_gets_its_message_and_nothing_else(case: str, tmp_path: Path):
    output = tmp_path / "output"
    output.mkdir()
    (output / BUILT_SIGN).touch()
    (output / "index.html").write_text("le site d'hier", encoding="utf-8")

    result = build_site(REFUSED / case / "content", output)

    told = "".join(
        f"{diagnostic.with_code()}\n".replace(f"tests/refused/{case}/", "")
        for diagnostic in result.diagnostics.errors
    )
    assert told == (REFUSED / case / "message.txt").read_text(encoding="utf-8")
    assert not result.is_ok
    assert (output / "index.html").read_text(encoding="utf-8") == "le site d'hier"
    assert [path.name for path in tmp_path.iterdir()] == ["output"]
