"""Files that say where they were made, built by hand: what Pillow does not write."""

import base64
import io
import re
import struct
import zipfile
import zlib

from photos import exif, photo, saved, scene

SIZE = (60, 40)
PLACE = b"+43.6108+003.8767/"
FIGURES = struct.pack(">II", 43, 1), struct.pack("<II", 43, 1)  # 43 degrees, as Exif writes them
XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/">'
    b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    b'<rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="43,36.65N">'
    b"<exif:GPSLongitude>3,52.6E</exif:GPSLongitude></rdf:Description></rdf:RDF></x:xmpmeta>"
)


def says(data: bytes) -> bool:
    """Return whether the position can be read in a file's bytes."""
    if held := re.search(rb";base64,([^\"]+)", data):
        return says(base64.b64decode(held[1]))
    figures = [mark for mark in (*FIGURES, PLACE, b"43,36.65", b"3,52.6E") if mark in data]
    return bool(figures) or PLACE.decode().encode("utf-16-le") in data or b"\x2b\x9c\x5d" in data


def box(name: bytes, *content: bytes) -> bytes:
    """Return a box of MP4 (ISO/IEC 14496-12, section 4.2)."""
    held = b"".join(content)
    return struct.pack(">I4s", 8 + len(held), name) + held


def film(*told: bytes, brand: bytes = b"isom") -> bytes:
    """Return a film whose `moov` holds some boxes, after its pictures."""
    head = box(b"ftyp", brand, bytes(4), brand)
    return head + box(b"mdat", b"images" * 20) + box(b"moov", box(b"mvhd", bytes(100)), *told)


def track(kind: bytes, samples: bytes = b"") -> bytes:
    """Return a track of a film that begins with an `ftyp` of 20 bytes, then a `mdat`."""
    described = box(b"stsd", struct.pack(">II", 0, 1), box(kind, bytes(8), samples))
    offsets = box(b"stco", struct.pack(">III", 0, 1, 28))
    return box(b"trak", box(b"mdia", box(b"minf", box(b"stbl", described, offsets))))


def followed_film(samples: bytes, kind: bytes) -> bytes:
    """Return a film with a track of samples, perhaps of positions."""
    head = box(b"ftyp", b"isom", bytes(4), b"isom")
    return head + box(b"mdat", samples) + box(b"moov", track(kind))


def apple_keys() -> bytes:
    """Return what an iPhone tells of a film: keys, then a value for each."""
    key = box(b"mdta", b"com.apple.quicktime.location.ISO6709")
    value = box(b"data", struct.pack(">II", 1, 0), PLACE)
    handler = box(b"hdlr", bytes(8), b"mdta", bytes(13))
    keys = box(b"keys", struct.pack(">II", 0, 1), key)
    return box(b"meta", handler, keys, box(b"ilst", box(struct.pack(">I", 1), value)))


def element(name: int, *content: bytes) -> bytes:
    """Return an element of Matroska (RFC 8794), its size on four bytes."""
    held = b"".join(content)
    width = (name.bit_length() + 7) // 8
    return name.to_bytes(width) + struct.pack(">I", 0x10000000 | len(held)) + held


def matroska() -> bytes:
    """Return a WebM with a tag; the element of tags has a checksum."""
    simple = element(0x67C8, element(0x45A3, b"LOCATION"), element(0x4487, PLACE))
    tag = element(0x7373, simple)
    checksum = b"\xbf\x84" + struct.pack("<I", zlib.crc32(tag))
    cluster = element(0x1F43B675, b"images" * 20)
    tags = element(0x1254C367, checksum, tag)
    return element(0x1A45DFA3, b"webm") + element(0x18538067, cluster, tags)


def id3(words: bytes) -> bytes:
    """Return the tag of a sound (ID3v2.4), then the sound."""
    frame = b"TXXX" + struct.pack(">I", len(words)) + bytes(2) + words
    return b"ID3\4\0\0" + struct.pack(">I", len(frame)) + frame + b"\xff\xfb" + bytes(90)


def pdf(*objects: bytes, end: bytes = b"") -> bytes:
    """Return a PDF of some objects, without its table."""
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (n, held) for n, held in enumerate(objects, 1))
    return b"%PDF-1.7\n" + body + end + b"%%EOF\n"


def stream(dictionary: bytes, data: bytes) -> bytes:
    """Return the stream of an object."""
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (dictionary, len(data), data)


def archive(**files: bytes) -> bytes:
    """Return a ZIP; `_` stands for the dot of each name."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as written:
        for name, held in files.items():
            info = zipfile.ZipInfo(name.replace("_", "."), (2024, 1, 1, 0, 0, 0))
            written.writestr(info, held)
    return data.getvalue()


def tiff(order: str = "<", is_big: bool = False) -> bytes:
    """Return a TIFF of one grey pixel, with a position (TIFF 6.0, section 2)."""
    pack = struct.pack
    number, count = ("Q", "Q") if is_big else ("I", "H")
    mark = {"<": b"II", ">": b"MM"}[order]
    head = mark + (pack(order + "HHHQ", 43, 8, 0, 16) if is_big else pack(order + "HI", 42, 8))

    def entry(tag: int, kind: int, many: int, value: int) -> bytes:
        width = 8 if is_big else 4
        written = pack(order + {3: "H", 4: "I", 5: number, 2: number}[kind], value)
        return pack(order + "HH" + number, tag, kind, many) + written.ljust(width, b"\0")

    def directory(*entries: bytes) -> bytes:
        return pack(order + count, len(entries)) + b"".join(entries) + pack(order + number, 0)

    usual = {256: 1, 257: 1, 258: 8, 259: 1, 262: 1, 273: 0, 277: 1, 278: 1, 279: 1}
    length = len(directory(*(entry(tag, 4, 1, 0) for tag in (*usual, 34853))))
    gps = len(head) + length
    pixel = gps + len(directory(*(entry(2, 5, 3, 0),) * 2))
    usual[273] = pixel
    first = directory(*(entry(tag, 4, 1, value) for tag, value in usual.items()),
                      entry(34853, 4, 1, gps))  # fmt: skip
    degrees = pack(order + "6I", 43, 1, 36, 1, 39, 1)
    places = directory(entry(2, 5, 3, pixel + 1), entry(4, 5, 3, pixel + 1))
    return head + first + places + b"\x80" + degrees


def heic(told: bytes) -> bytes:
    """Return a HEIC that holds Exif data as iPhones write them, and no pixel."""
    return box(b"ftyp", b"heic", bytes(4), b"mif1heic") + box(b"mdat", b"\0\0\0\6Exif\0\0", told)


def png_words(name: bytes, content: bytes) -> bytes:
    """Return a PNG with a piece of words before its end."""
    made = saved(scene(SIZE), "PNG")
    piece = name + content
    check = struct.pack(">I", zlib.crc32(piece))
    return made[:-12] + struct.pack(">I", len(content)) + piece + check + made[-12:]


def image_magick_s(profile: bytes) -> bytes:
    """Return Exif data as ImageMagick keeps them in a PNG: packed figures."""
    figures = b"\nexif\n%8d\n%s\n" % (len(profile), profile.hex().encode())
    return png_words(b"zTXt", b"Raw profile type exif\0\0" + zlib.compress(figures))


PHOTO = photo(6, SIZE)
EXIF = exif(6).tobytes()
_DRAWING = (
    b'<svg xmlns="http://www.w3.org/2000/svg"><image href="data:image/jpeg;base64,%s"/></svg>'
)
SIGNED = b"<< /Type /Sig /ByteRange [0 10 20 30] >>\n"
"""Files whose position is taken out."""
TAKEN_OUT = {
    "JPEG": PHOTO,
    "a phone's JPEG, a second one behind": PHOTO + PHOTO,
    "a JPEG with XMP": saved(scene(SIZE), exif=exif(6), xmp=XMP),
    "PNG": saved(scene(SIZE), "PNG", exif=exif(6)),
    "WebP": saved(scene(SIZE), "WEBP", exif=exif(6), xmp=XMP),
    "AVIF": saved(scene(SIZE), "AVIF", exif=exif(6), xmp=XMP),
    "HEIC": heic(EXIF[6:]),
    "TIFF": tiff(),
    "TIFF, the other order": tiff(">"),
    "BigTIFF": tiff(is_big=True),
    "MP4, 3GPP's box": film(box(b"udta", box(b"loci", bytes(8) + b"\0\x2b\x9c\x5d" * 3))),
    "MP4, a phone's": film(box(b"udta", box(b"\xa9xyz", struct.pack(">HH", 18, 0x15C7), PLACE))),
    "MOV, Apple's keys": film(apple_keys(), brand=b"qt  "),
    "MP4, Adobe's XMP": film() + box(b"uuid", bytes(16), XMP),
    "M4A": film(box(b"udta", box(b"\xa9xyz", bytes(4), PLACE)), brand=b"M4A "),
    "CR3": film(box(b"uuid", bytes(16), box(b"CMT4", tiff())), brand=b"crx "),
    "WebM": matroska(),
    "MP3": id3(b"location\0" + PLACE),
    "MP3, UTF-16": id3(b"location\0" + PLACE.decode().encode("utf-16")),
    "MP3 with a photo": id3(b"APIC" + PHOTO),
    "PDF with a photo": pdf(stream(b"/Subtype /Image /Filter /DCTDecode", PHOTO)),
    "PDF with XMP": pdf(stream(b"/Type /Metadata /Subtype /XML", XMP)),
    "SVG with a photo": _DRAWING % base64.b64encode(PHOTO),
    "SVG with a photo, in lines": _DRAWING % base64.encodebytes(PHOTO),
    "PSD": b"8BPS\0\1" + bytes(40) + b"8BIM\x04\x22\0\0" + EXIF[6:],
}
# Those whose position stays, and the words that say where.
STUCK = {
    "archive": (archive(lisez_txt=b"Bonjour", fete_jpg=PHOTO), "dans « fete.jpg »"),
    "archive with a film": (archive(bal_mp4=TAKEN_OUT["MP4, a phone's"]), "dans « bal.mp4 »"),
    "signed PDF": (pdf(stream(b"/Filter /DCTDecode", PHOTO), end=SIGNED), "sa signature"),
    "PDF, packed XMP": (
        pdf(stream(b"/Type /Metadata /Filter /FlateDecode", zlib.compress(XMP))),
        "comprimées",
    ),
    "PNG, packed figures": (image_magick_s(EXIF), "dans un texte comprimé"),
    "PNG, packed XMP": (
        png_words(b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + zlib.compress(XMP)),
        "dans un texte comprimé",
    ),
    "Ogg": (b"OggS" + bytes(60) + b"LOCATION=" + PLACE, "étiquettes"),
    "a camera that one wears": (followed_film(b"DEVC" + b"GPS5" * 4, b"gpmd"), "tout au long"),
    "subtitles of a drone": (
        followed_film(b"\0\x20GPS (3.87, 43.61, 20)", b"text"),
        "tout au long",
    ),
    "Android's track": (followed_film(bytes(40), b"camm"), "tout au long"),
}
# Those that say none.
SILENT = {
    "JPEG": saved(scene(SIZE)),
    "PNG, packed words": png_words(b"zTXt", b"Comment\0\0" + zlib.compress(b"Le bal")),
    "PNG, packed words, damaged": png_words(b"zTXt", b"Comment\0\0x\1Le bal"),
    "PNG, figures that are none": png_words(
        b"zTXt", b"Raw profile type exif\0\0" + zlib.compress(b"\nexif\n 1\nzz\n")
    ),
    "a camera that has no GPS": saved(scene(SIZE), exif=b"Exif\0\0II*\0\x08\0\0\0\0\0"),
    "MP4": film(box(b"udta", box(b"\xa9nam", b"\0\x06\x15\xc7Le bal"))),
    "a worn camera that was indoors": followed_film(b"DEVC" + b"ACCL" * 4, b"gpmd"),
    "subtitles": followed_film(b"\0\x20Le bal commence.", b"tx3g"),
    "archive": archive(fete_jpg=saved(scene(SIZE)), chemin_gpx=b"<trkpt lat='43.6' lon='3.8'/>"),
    "a false archive": b"PK\3\4" + bytes(40),
    "PDF": pdf(stream(b"/Filter /DCTDecode", saved(scene(SIZE)))),
    "a map": b'{"type": "Point", "coordinates": [3.87, 43.61]}',
    "a page about XMP": b'<!doctype html><p>exif:GPSLatitude="43,36.65N"',
    "empty": b"",
}
