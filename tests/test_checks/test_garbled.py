"""Texts read in another encoding than theirs, lost signs, and names that are not what they seem."""

from pathlib import Path

import pytest

from checks_support import reported
from commands.checks.files.mojibake import find_mojibake
from commands.checks.files.names import check_file_names
from core.diagnostics import Diagnostic
from support import page, write_site

TEXT = "L’été, à l'école : « ça va », où ? Œuvre naïve… 10 € — ÉCOLE, CAFÉ"
SOUND = [
    TEXT,
    "CAFÉ\xa0» LE CAFÉ» É°",
    "SÃO JOÃO, MAÇÃ\xa0», MAÇÃ», MAÇÃ °, IRMÃ. Ângela, PÂ»",
    "√2 ¬a Å, Ô, â, ã, Ç, 5 â 6 €, Tiếng Việt, Dvořák, Ásgeirsdóttir",
    "日本語 Ελλάδα Україна العربية 👨\u200d👩\u200d👧",
]


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "mac_roman", "cp850"])
@pytest.mark.parametrize("word", TEXT.split())
def test_what_was_read_in_another_encoding_is_found(word: str, encoding: str):
    garbled = word.encode().decode(encoding, "replace")
    foreign = [sign for sign in word if ord(sign) > 127]
    assert bool(find_mojibake(garbled)) == bool(foreign) or "\ufffd" in garbled
    if foreign and "\ufffd" not in garbled:
        assert find_mojibake(garbled)[1] == foreign[0]


@pytest.mark.parametrize("times", [2, 3])
@pytest.mark.parametrize("sign", "éèàçô’«…€")
def test_what_was_misread_and_saved_over_and_over_is_found(sign: str, times: int):
    garbled = sign
    for _ in range(times):
        garbled = "".join(
            byte.decode("cp1252", "ignore") or chr(byte[0])
            for byte in (bytes([one]) for one in garbled.encode())
        )
    found = find_mojibake(f"l{garbled}a")
    assert found and (found[0][0], found[1]) == (garbled, sign)


@pytest.mark.parametrize("text", SOUND)
def test_what_is_written_so_is_not(text: str):
    assert find_mojibake(text) is None


def test_each_file_is_told_once_on_the_line_of_the_first(tmp_path: Path):
    files = {
        "_config.yml": "title: Nous\ndescription: Ã\xa0 la mer\n",
        "index.md": page("title: L'Ã©tÃ©", "Un.\n\nLe cafÃ©, le thÃ©.\n\nUn caf\ufffd, x.\n"),
        "code.md": page("title: Code", "`Ã©` et `\ufffd`\n\n    Ã©\n\n<!-- Ã© -->\n"),
        "ads.txt": "un\ncafÃ©\n",
        "_data/menu.yml": "- nom: A\n- nom: cafÃ©\n",
        "espace.md": page("title: Espace", "Ã la mer\n"),
    }
    wrong = (
        "« {} » vient d'un texte lu dans un autre encodage que le sien. "
        "Écrivez {} à sa place, et enregistrez le fichier en UTF-8 "
    )
    hint = "({} fois dans ce fichier)."
    a_grave = wrong.format("Ã\xa0", "« à »")
    e_acute = wrong.format("Ã©", "« é »")
    assert reported(write_site(tmp_path / "c", files)) == [
        f"?_config.yml:2 : {a_grave}{hint.format(1)}",
        f"?_data/menu.yml:2 : {e_acute}{hint.format(1)}",
        f"?ads.txt:2 : {e_acute}{hint.format(1)}",
        f"?espace.md:4 : {wrong.format('Ã', '« à »')}{hint.format(1)}",
        f"?index.md:2 : {e_acute}{hint.format(2)}",
        f"?index.md:6 : {e_acute}{hint.format(2)}",
        "?index.md:8 : un signe a été perdu : « caf\ufffd, ». "
        "Écrivez de nouveau ce mot (1 fois dans ce fichier).",
    ]


@pytest.mark.parametrize("sign", "\u061c\u200e\u200f\u202a\u202d\u202e\u2066\u2069")
def test_a_sign_that_turns_a_name_is_told(sign: str):
    (diagnostic,) = check_file_names([f"photo{sign}gpj.exe"], "content")
    assert f"U+{ord(sign):04X} en change le sens" in diagnostic.message
    assert diagnostic.severity == "error"


@pytest.mark.parametrize("sign", "\xad\u200b\u2060\u2064\ufeff")
def test_a_sign_of_a_name_that_is_not_seen_is_a_warning(sign: str):
    (diagnostic,) = check_file_names([f"photo{sign}.png"], "content")
    assert f"ne voit pas, U+{ord(sign):04X}" in diagnostic.message
    assert diagnostic.severity == "warning"


def test_a_terminal_is_not_turned_by_what_a_message_quotes():
    reported = str(Diagnostic("content/a\u202egpj.md", 1, "« \u2066b »", "Effacez « \u200f »."))
    assert reported == "content/a\\u202egpj.md:1 : « \\u2066b ». Effacez « \\u200f »."


@pytest.mark.parametrize(
    "name", ["été.md", "👨\u200d👩\u200d👧.png", "نص\u200cها.md", "a☎\ufe0f.png"]
)
def test_a_name_of_any_language_is_not(name: str):
    assert check_file_names([name], "content") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Un\x0bbal", ["U+000B, est dans le texte : « Un\\x0bbal ». Effacez-le"]),
        ("Un\ufeff bal", ["U+FEFF, est dans le texte : « Un\\ufeff bal »."]),
        ("Un\x85", ["U+0085, est dans le texte : « Un\\x85 ». Écrivez « … » à sa place."]),
        ("Un\u2028bal", ["U+2028, est dans le texte"]),
        ("Un\u200bbal\u00ad\u2060, `\x0b`", []),
    ],
)
def test_a_sign_that_no_text_may_hold_is_told(text: str, told: list[str], tmp_path: Path):
    files = {"_config.yml": "title: Nous\n", "index.md": page("title: Bal", f"{text}\n")}
    found = reported(write_site(tmp_path / "c", files))
    assert len(found) == len(told)
    assert all(words in line and ":4 : " in line for words, line in zip(told, found, strict=True))


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("cafÃ©.png", "« Ã© », dans ce nom, est sans doute « é », lu de travers"),
        ("caf├®.png", "« ├® », dans ce nom, est sans doute « é », lu de travers"),
        ("caf\ufffd.png", "un signe de ce nom a été perdu"),
    ],
)
def test_a_name_that_an_archive_has_garbled_is_a_warning(name: str, message: str):
    assert [(f.severity, f.message) for f in check_file_names([name], "content")] == [
        ("warning", message)
    ]
