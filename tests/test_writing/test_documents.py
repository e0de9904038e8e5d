"""Documents that are sent: kept as they are, under a clean name; what is none is refused."""

import base64
import json

import pytest

from support import page

pytestmark = pytest.mark.server
PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n"
SCRIPT = PDF + b"<< /S /JavaScript /JS (app.alert(1)) >>\n"
FILE = "application/octet-stream"


def document(writer, name, data):
    return writer.ask("POST", f"/ecrire/api/photo?name={name}", data, Content_Type=FILE)


def parcel(writer, name, data):
    photos = [{"name": name, "data": base64.b64encode(data).decode()}]
    text = page("title: Statuts", f"[Les statuts (PDF, 1 ko)](/{name})\n")
    told = {"colis": 1, "name": "statuts.md", "text": text, "original": None, "photos": photos}
    return writer.ask("POST", "/ecrire/api/parcel", json.dumps(told).encode(), Content_Type=FILE)


def test_a_document_is_saved_with_its_text_as_it_is(writer):
    told = document(writer, "Le%20programme%20%C3%A9t%C3%A9.PDF", SCRIPT).json
    assert told == {"name": "documents/le-programme-ete.pdf"}
    assert document(writer, "le-programme-ete", SCRIPT).json == told  # sent again
    assert document(writer, "le-programme-ete", PDF).json["name"].endswith("-ete-2.pdf")
    text = page("title: Le programme", f"[Lisez-le (PDF, 1 ko)](/{told['name']})\n")
    drawn = writer.draft("programme.md", text, photos=[told["name"]])
    assert drawn["messages"] == []
    files = [{"name": "programme.md", "text": text, "base": None}]
    assert writer.post("save", files=files, photos=[told["name"]]).status == 200
    assert (writer.content / told["name"]).read_bytes() == SCRIPT
    assert told["name"] in writer.site()["documents"]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.pdf", b"<!doctype html><script>alert(1)</script>", "c'est une page web"),
        ("a.docx", b"PK\x03\x04" + bytes(99), "ni un document"),
        ("a.pdf", PDF + bytes(10_000_000), "plus de 10 Mo"),
    ],
    ids=range(3),
)
def test_what_is_no_document_is_refused_in_words(writer, name, data, words):
    said = document(writer, name, data)
    assert (said.status, words in said.json["erreur"]) == (422, True), said.json


@pytest.mark.parametrize(
    "name", ["documents/../a.pdf", "documents/a.html", "autres/a.pdf", "documents/.a.pdf"]
)
def test_no_other_file_goes_with_a_text(writer, name):
    assert writer.post("save", files=[], photos=[name]).status == 400


def test_a_parcel_has_few_documents(writer):
    data = base64.b64encode(PDF).decode()
    photos = [{"name": f"documents/{it}.pdf", "data": data} for it in range(6)]
    told = {"colis": 1, "name": "a.md", "text": page("title: A"), "original": None}
    sent = json.dumps({**told, "photos": photos}).encode()
    said = writer.ask("POST", "/ecrire/api/parcel", sent, Content_Type=FILE)
    assert (said.status, "plus de 5 documents" in said.json["erreur"]) == (422, True)


def test_a_pdf_comes_in_a_parcel(writer):
    told = parcel(writer, "documents/Les%20Statuts.pdf", PDF).json
    assert [it["name"] for it in told["photos"]] == ["documents/les-20statuts.pdf"]
    assert base64.b64decode(told["photos"][0]["data"]) == PDF
    assert "(/documents/les-20statuts.pdf)" in told["text"]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("documents/a.pdf", SCRIPT, "un programme, un fichier joint ou un chiffrement"),
        ("documents/a.pdf", b"<svg onload=alert(1)>", "n'est pas un PDF"),
        ("documents/a.odt", b"PK\x03\x04", "n'est pas un PDF"),
        ("documents/a.html", PDF, "un nom qui ne convient pas"),
        ("images/a.jpg", PDF, "c'est un PDF"),
    ],
    ids=range(5),
)
def test_what_a_stranger_may_not_send_is_refused(writer, name, data, words):
    said = parcel(writer, name, data)
    assert (said.status, words in said.json["erreur"]) == (422, True), said.json
