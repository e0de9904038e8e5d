"""What is wrong, told in the browser, whatever characters it holds."""

import pytest

from core.diagnostics import WARNING, Diagnostic
from dev_server.live_reload.error_page import error_page
from dev_server.live_reload.excerpt import WIDEST, excerpt
from dev_server.live_reload.pages import missing_page
from dev_server.live_reload.report import BuildReport, read_report, unexpected

NASTY = "<script>alert('é')</script> & \"guillemets\""


@pytest.fixture
def root(tmp_path):
    (tmp_path / "content").mkdir()
    lines = [f"ligne {n}" for n in range(1, 21)]
    lines[13] = NASTY
    (tmp_path / "content" / "contact.md").write_text("\n".join(lines), encoding="utf-8")
    return tmp_path


def shown(root, *diagnostics: Diagnostic, trace: str = "", summary: str = "Échec.") -> str:
    return error_page(BuildReport(False, summary, "", diagnostics, trace), [root]).decode()


def test_a_diagnostic_shows_its_place_cause_hint_and_lines(root):
    page = shown(root, Diagnostic("content/contact.md", 14, "la date est fausse", "Écrivez-la."))

    assert "<h2>content/contact.md, ligne 14</h2>" in page
    assert "La date est fausse." in page
    assert "<strong>Remède :</strong> Écrivez-la." in page
    assert "<span>11  ligne 11</span>" in page
    assert "<mark>14  &lt;script&gt;" in page
    assert "<span>17  ligne 17</span>" in page
    assert "ligne 10<" not in page
    assert "ligne 18<" not in page


def test_nothing_written_by_someone_becomes_markup(root):
    diagnostic = Diagnostic(NASTY, 0, NASTY, NASTY)
    warning = Diagnostic(NASTY, 0, NASTY, NASTY, WARNING)
    page = shown(root, diagnostic, warning, trace=NASTY, summary=NASTY)

    assert "<script" not in page + missing_page(f"/{NASTY}", f"/{NASTY}").decode()
    assert page.count("&lt;script&gt;") == 9


def test_a_crash_shows_its_last_words(root):
    page = error_page(unexpected("Traceback\nValueError: <x>"), [root]).decode()

    assert "La construction s&#x27;est arrêtée de façon inattendue." in page
    assert "ValueError: &lt;x&gt;" in page


def test_the_excerpt_of_an_absolute_path_inside_the_content(root):
    content = root / "content"
    path = str(content / "contact.md")

    assert excerpt(path, 2, [root / "elsewhere", content])[1] == (2, "ligne 2")


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("content/contact.md", 0),
        ("content/contact.md", 300),
        ("content/absent.md", 3),
        ("content", 3),
        ("", 3),
        ("../outside.md", 1),
        ("/etc/hosts", 1),
    ],
)
def test_what_cannot_be_shown_is_left_out(root, path, line):
    (root.parent / "outside.md").write_text("secret")

    assert excerpt(path, line, [root]) == []


def test_bytes_that_are_no_text_and_endless_lines_are_shown_anyway(root):
    (root / "a.md").write_bytes(b"\xe9t\xe9 " + b"x" * 1000)

    (_, text), *rest = excerpt("a.md", 1, [root])
    assert text.startswith("\ufffdt\ufffd xx")
    assert len(text) == WIDEST + 1
    assert rest == []


def test_a_report_is_read():
    report = read_report(
        {
            "ok": False,
            "summary": "Non.",
            "base_path": "projet/",
            "version": "1",
            "diagnostics": [
                Diagnostic("a.md", 3, "m", "c", code="faute").as_dict(),
                {"path": "a.md", "line": 1, "message": "w", "severity": "warning"},
            ],
        }
    )

    assert report.errors == (Diagnostic("a.md", 3, "m", "c", code="faute"),)
    assert report.warnings == (Diagnostic("a.md", 1, "w", "", WARNING),)
    assert report.base_path == "/projet"


@pytest.mark.parametrize("told", ["", "Bonjour", [], {}, {"ok": True}, None])
def test_what_is_no_report_is_refused(told):
    with pytest.raises(ValueError):
        read_report(told)
