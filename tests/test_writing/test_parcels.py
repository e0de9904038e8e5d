"""Parcels by people unknown: opened without writing anything, or refused in words."""

import base64
import gzip
import io
import json
import zipfile

import pytest
from PIL import Image

from photos import MAKER, photo, png_head, saved, scene
from strangers import FRONTS, SCRIPTS, TITLE
from support import page

pytestmark = pytest.mark.server
NAME = "_evenements/2026-12-12-fete.md"
TEXT = page(f"{TITLE}\nimage: images/bal.webp", "Venez **tous**.\n\n![Le bal](/images/bal.webp)\n")
BALL = base64.b64encode(photo(6, (90, 60))).decode()
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'


def parcel(**told):
    whole = {"colis": 1, "name": NAME, "text": TEXT, "original": None, "photos": []}
    return json.dumps(whole | told).encode()


def of_text(body, front=TITLE):
    return parcel(text=page(front, body))


def with_photo(data, name="images/bal.webp"):
    return parcel(photos=[{"name": name, "data": base64.b64encode(data).decode()}])


def named(name):
    return parcel(photos=[{"name": name, "data": BALL}])


def sent(writer, data):
    return writer.ask("POST", "/ecrire/api/parcel", data, Content_Type="application/octet-stream")


def zipped(**files):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return file.getvalue()


def test_a_parcel_is_opened_and_nothing_is_written(writer):
    before = writer.states()
    told = sent(writer, with_photo(photo(6, (2500, 1500)))).json
    assert (told["kind"], told["name"], told["current"]) == ("evenement", NAME, None)
    (only,) = told["photos"]
    assert only["name"] == "images/bal.jpg"
    assert told["text"] == TEXT.replace("bal.webp", "bal.jpg")
    data = base64.b64decode(only["data"])
    assert MAKER.encode() not in data
    with Image.open(io.BytesIO(data)) as image:
        assert (max(image.size), dict(image.getexif())) == (2000, {})
    assert writer.states() == before


def test_a_correction_comes_with_the_text_of_the_site(writer):
    name = "contact.md"
    now = writer.file(name).json
    told = sent(writer, parcel(name=name, text=now["text"] + "Ou venez.\n", original="ancien")).json
    assert told["current"] == {"text": now["text"], "version": now["version"]}
    assert told["original"] == "ancien"
    gone = sent(writer, parcel(name="parti.md", text=page("title: Là"), original="ancien")).json
    assert gone["current"] is None


OTHER, BROKEN = "n'est pas un colis", "abîmé"
FORM = "pas un texte des formulaires"
HOSTILE = [
    (b"", OTHER),
    (zipped(a=bytes(9_000_000)), OTHER),  # a bomb
    (gzip.compress(parcel()), OTHER),
    (b'{"colis": ' + b"[" * 900_000, OTHER),
    (b'{"colis": ' + b"[" * 400_000, BROKEN),
    (b'{"colis": ' + b"1" * 9_000 + b"}", BROKEN),
    (parcel()[:-9], BROKEN),
    (parcel().replace(b"1,", b"2,", 1), "autre version"),
    (parcel().replace(b"1,", b"true,", 1), "autre version"),
    (parcel()[:-1] + b', "text": "deux"}', BROKEN),
    (parcel(plus=1), BROKEN),
    (parcel(text=None), BROKEN),
    (parcel(text=TEXT + "a" * 200_000), "200 ko"),
    (parcel(original=["a"]), BROKEN),
    (parcel(photos=[{"name": "images/a.jpg", "data": ""}] * 10_000), "20 photos"),
    (parcel(photos={"images/a.jpg": BALL}), BROKEN),
    (parcel(photos=[{"name": "images/a.jpg", "data": BALL}] * 2), "un nom qui ne convient pas"),
    (parcel(photos=[{"name": "images/a.jpg", "data": BALL[:-3] + "\n!!"}]), BROKEN),
    (with_photo(photo()[:9000]), "ne se lit pas"),
    (with_photo(b"<!doctype html><script>alert(1)</script>"), "c'est une page web"),
    (with_photo(SVG), "SVG"),
    (with_photo(b"\xff\xfe" + SVG.decode().encode("utf-16-le")), "SVG"),
    (with_photo(parcel()), "c'est un texte"),
    (with_photo(png_head(90_000, 90_000)), "pixels"),
    (named("../../_config.yml"), "un nom qui ne convient pas"),
    (named("images/../../a.jpg"), "un nom qui ne convient pas"),
    (named("images/a\u202egpj.jpg"), "un nom qui ne convient pas"),
    (named("images/a\0.jpg"), "un nom qui ne convient pas"),
    (named("images/a\r\nb.jpg"), "un nom qui ne convient pas"),
    (named("images/index.html"), "un nom qui ne convient pas"),
    *(
        (parcel(name=name), FORM)
        for name in (
            "_config.yml",
            "../a.md",
            "/etc/a.md",
            "_layouts/default.html",
            "_data/a.md",
            "ailleurs/a.md",
            "ailleurs/_posts/2026-01-02-a.md",
            "_communs/eau/plus/a.md",
            "_evenements/a\u202e.md",
            "_evenements/2026-1-\0.md",
            "_evenements/2026-1-\r\n.md",
            "_evenements/.2026-1.md",
            "\ud800.md",
        )
    ),
    (parcel(name="images", original="a"), FORM),
]


def test_what_is_no_parcel_is_refused_and_nothing_is_written(writer):
    before = writer.states()
    for number, (data, words) in enumerate(HOSTILE):
        said = sent(writer, data)
        assert (said.status, words in said.json["erreur"]) == (422, True), (number, said.json)
    assert writer.states() == before
    assert "images" not in {path.name for path in writer.content.parent.iterdir()}
    assert sent(writer, parcel()).status == 200


def test_what_a_stranger_may_not_write_is_told_at_its_line(writer):
    before = writer.states()
    hostile = [of_text(body) for body in SCRIPTS] + [of_text("Venez.\n", it) for it in FRONTS]
    for number, data in enumerate(hostile):
        said = sent(writer, data)
        assert (said.status, "ne peut pas apporter" in said.json["erreur"]) == (422, True), number
        assert said.json["fautes"]
        assert all(one.startswith("Ligne ") for one in said.json["fautes"])
        assert said.json["text"]
    assert writer.states() == before
    assert sent(writer, parcel()).status == 200


def test_a_parcel_that_mail_programs_have_cut_into_lines_is_whole(writer):
    told = json.loads(parcel(text=TEXT + "Oui. " * 500))
    data = json.dumps(told, separators=(",", ":")).replace(" ", "\\u0020").encode()
    lines = [data[at : at + 998] for at in range(0, len(data), 998)]
    told = sent(writer, b"\xef\xbb\xbf" + b"\r\n ".join(lines) + b"\r\n").json
    assert told["text"] == TEXT + "Oui. " * 500


def test_a_file_too_heavy_is_refused_before_it_is_read(writer):
    said = sent(writer, parcel(text="a" * 20_000_000))
    assert said.status == 413
    assert said.json["erreur"] == "Ce fichier pèse plus de 20 Mo : c'est trop."


def test_whatever_follows_an_image_is_gone(writer):
    data = saved(scene((90, 60), "P"), "GIF") + b"<script>alert(1)</script>"
    told = sent(writer, with_photo(data)).json
    assert b"script" not in base64.b64decode(told["photos"][0]["data"])


def test_a_text_of_the_site_with_html_is_not_corrected_by_a_parcel(writer):
    (writer.content / "html.md").write_text(page("title: Du HTML", '<p class="a">Bonjour</p>\n'))
    now = (writer.content / "html.md").read_text()
    said = sent(writer, parcel(name="html.md", original=now, text=now + "Plus.\n"))
    assert "contient lui-même" in said.json["erreur"]
