"""Documents that go with a text: known by their bytes; what a stranger's may not hold is found."""

import io
import zipfile
import zlib

import pytest

from editor.files.documents import acts_in_pdf, ending_of

OPEN = "application/vnd.oasis.opendocument."
PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /OpenAction [2 0 R /Fit] >>\nendobj\n"
LINK = b"<< /S /URI /URI (https://exemple.fr) >>"


def packed(**files: str) -> bytes:
    """Return an archive of some files; `__` stands for a slash in their names."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, words in files.items():
            archive.writestr(name.replace("__", "/"), words)
    return file.getvalue()


def stream(data: bytes) -> bytes:
    """Return an object of a PDF that holds others, packed."""
    body = zlib.compress(data)
    return PDF + b"2 0 obj\n<< /Type /ObjStm >>\nstream\r\n" + body + b"\r\nendstream\nendobj\n"


@pytest.mark.parametrize(
    ("data", "ending"),
    [
        (PDF, "pdf"),
        (packed(mimetype=f"{OPEN}text"), "odt"),
        (packed(mimetype=f"{OPEN}spreadsheet"), "ods"),
        (packed(mimetype=f"{OPEN}graphics"), None),
        (packed(**{"word__document.xml": "<a/>"}), "docx"),
        (packed(**{"xl__workbook.xml": "<a/>"}), "xlsx"),
        (packed(**{"index.html": "<script>"}), None),
        (packed(mimetype="é" * 9), None),
        (b"PK\x03\x04" + b"word/document.xml" * 9, None),
        (b"<!doctype html><script>%PDF-</script>", None),
        (b"\n%PDF-1.7", None),
        (b"", None),
    ],
    ids=range(12),
)
def test_a_document_is_what_its_bytes_say(data, ending):
    assert ending_of(data) == ending


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (PDF + LINK, None),
        (stream(LINK + b"/JS /Java Script"), None),
        (PDF + b"<< /S /JavaScript /JS (app.alert(1)) >>", "JavaScript"),
        (PDF + b"<< /S /J#61v#61Script >>", "J?v?Script"),
        (PDF + b"<< /S /Launch /F (a.exe) >>", "Launch"),
        (PDF + b"<< /EmbeddedFiles 3 0 R >>", "EmbeddedFile"),
        (PDF + b"trailer << /Encrypt 3 0 R >>", "Encrypt"),
        (stream(b"3 0 << /S /JavaScript >>"), "JavaScript"),
        (lambda: stream(bytes(60_000_001)), "Encrypt"),  # a bomb hides what it holds
        (PDF + b"stream\nno stream\nendstream" * 999, None),
        (lambda: PDF + b"stream\nx\x9c" * 1_000_000, "Encrypt"),
    ],
    ids=range(11),
)
def test_what_acts_or_hides_in_a_pdf_is_found(data, found):
    assert acts_in_pdf(data() if callable(data) else data) == found
