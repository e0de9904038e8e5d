"""A content file as text: decoded, its front matter apart from its body.

The fences are Jekyll's (`Jekyll::Document::YAML_FRONT_MATTER_REGEXP`): a first line `---`, trailing
spaces allowed, closed by a line `---` or `...`.
"""

from __future__ import annotations

import codecs
import hashlib
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from core.diagnostics import ContentError, Diagnostic, Diagnostics, system_reason
from core.diagnostics.catalog import front_matter as rules
from core.diagnostics.catalog.files import FILE_REFUSED, NOT_IN_UTF8, NUL_BYTE
from core.diagnostics.catalog.limits import TOO_LONG
from core.plain_files import NotPlain, read_inside
from jekyll.front_matter.other_kinds import refusal
from jekyll.front_matter.source_positions import line_at, starts_of_address

MAXIMUM_SIZE = 1_000_000  # bytes: a book holds less
_OPENING = re.compile(r"---[ \t]*\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
# Nearly a fence: after a space, an empty line, an invisible sign or a comment; with more dashes, or
# as telephones correct them; as Hugo has it, in TOML or JSON; left out.
_BEFORE = r"(?:[\s\ufeff\u200b\u2060]|<!--(?:(?!-->).){0,2000}-->)*+"
_DASHES = r"(?:-{2,}|-*[–—][-–—]*|\+{3,}|_{3,}|\*{3,}|={3,})[ \t]*"
_NEARLY = re.compile(
    rf"(?P<before>(?s:{_BEFORE}))(?P<fence>{_DASHES})\n\s*[^\W\d][\w-]*[ \t]*[:=].*"
    rf"(?:\n.*){{0,200}}?\n[ \t]*{_DASHES}(?:\n|\Z)"
)
_KEYS = "title|layout|permalink|order|in_menu|published|date|debut|nom"
_SECOND = re.compile(
    r"(?P<before>\s*+)(?:---[ \t]*\n(?:[A-Za-z_]+[ \t]*:.*\n){1,50}"
    rf"|(?:(?:{_KEYS})[ \t]*:.*\n){{1,20}})---[ \t]*(?:\n|\Z)"
)
# What is meant to close it; what is glued to a key; the fence of an example, copied with it.
_NEARLY_CLOSING = re.compile(
    r"^(?:[ \t]+---|-{2}|-{4,}|-*[–—][-–—]*|_{3,}|\*{3,}|={3,})[ \t]*$", re.MULTILINE
)
_ON_ONE_LINE = re.compile(r"---[ \t]*[A-Za-z_]+[ \t]*:[^\n]*")
_FENCED = re.compile(
    r"\s*(?P<fence>(?:`{3,}|~{3,})[a-z]*)[ \t]*\n---[ \t]*\n[ \t]*[A-Za-z_]+[ \t]*:"
)
_APART = "Mettez « --- » seul sur sa ligne, chaque clé sur la sienne, puis « --- » seul."
_FENCE_COPIED = "Effacez cette ligne, et celle qui la referme."
_ONE_FRONT_MATTER = "Un fichier n'a qu'un en-tête : mettez ces clés dans le premier."
_UNOPENED = re.compile(rf"\s*(?:(?:{_KEYS})[ \t]*:.*\n){{1,20}}---[ \t]*(?:\n|\Z)")
_BELOW_WORDS = re.compile(
    rf"(?:(?!```|~~~|    ).*\n){{1,20}}?(?P<fence>---)[ \t]*\n(?:{_KEYS})[ \t]*:.*\n"
    r"(?:[a-z_]+[ \t]*:.*\n){0,30}---[ \t]*(?:\n|\Z)"
)
_WITHOUT_FENCES = re.compile(
    r"\s*(?:(?:title|titre|layout|permalink|in_menu):[ \t].*(?:\n|\Z)){1,20}"
)
_TWO_FENCES = "Mettez ses clés entre deux lignes « --- »."
_JSON = re.compile(r'\s*\{\s*"\w+"\s*:')
_OF_OTHERS = "date|category|tags|slug|authors?|summary|status|modified|lang|description|link|type"
# docs.getpelican.com, « File metadata »; getnikola.com, « Metadata fields ».
_FOREIGN = {
    "Pelican": re.compile(
        rf"\s*+(?:(?:{_OF_OTHERS})[ \t]*:.*\n){{0,9}}Title[ \t]*:[ \t].*\n"
        rf"|\s*+(?:\S.*\n[=#]{{3,}}[ \t]*\n\s*)?(?::(?:title|{_OF_OTHERS}):[ \t].*(?:\n|\Z)){{2}}",
        re.IGNORECASE,
    ),
    "Org": re.compile(rf"\s*+#\+(?:title|{_OF_OTHERS}):[ \t]", re.IGNORECASE),
    "Nikola": re.compile(rf"\s*+(?:<!--\s*)?\.\. (?:title|{_OF_OTHERS}):[ \t]", re.IGNORECASE),
}
_KEY_LINE = re.compile(r"\s*[A-Za-z_]+[ \t]*:")
_UTF16_BOMS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, init=False)
class Source:
    """The text of a content file.

    Attributes:
        label: the file as messages name it (`content/contact.md`).
        front: the YAML between the fences, or None when the file has no front matter.
        body: what follows, with Unix line ends.
        body_line: 1-based line of the file on which `body` begins.
    """

    label: str
    front: str | None
    _packed: bytes  # the body: one « œ » makes Python's texts twice as large
    body_line: int

    def __init__(self, label: str, front: str | None, body: str, body_line: int):
        for name, value in (
            *(("label", label), ("front", front)),
            *(("_packed", pack(body)), ("body_line", body_line)),
        ):
            object.__setattr__(self, name, value)

    @property
    def body(self) -> str:
        """Return the body."""
        return unpack(self._packed)

    def holds(self, words: str) -> bool:
        """Return whether words stand in the body."""
        return pack(words) in self._packed

    @cached_property
    def digest(self) -> bytes:
        """Return what another text would have otherwise."""
        written = pack(f"{self.front}\n---\n") + self._packed
        return hashlib.blake2b(written, digest_size=16).digest()

    @cached_property
    def is_plain(self) -> bool:
        """Return whether the body holds nothing of Liquid's, nor a sign named by its number."""
        return not any(map(self.holds, ("{%", "{{", "&#")))

    def line_of(self, url: str, nth: int = 0) -> int:
        """Return the 1-based line of an address in the body, after `nth` others, or 0 for none."""
        starts = starts_of_address(url, self.body)
        return self.body_line + line_at(self.body, starts[: nth + 1][-1]) if starts else 0

    def line_of_key(self, key: str) -> int:
        """Return the 1-based line of the file that begins with a key of the front matter, or 0."""
        front = self.front or ""
        found = re.search(rf"^[\"']?{re.escape(key)}[\"']?[ \t]*:", front, re.MULTILINE)
        return front.count("\n", 0, found.start()) + 2 if found else 0


def pack(text: str) -> bytes:
    """Return a text as it is kept for long."""
    return text.encode("utf-8", "surrogatepass")


def unpack(packed: bytes) -> str:
    """Return a text that was kept."""
    return packed.decode("utf-8", "surrogatepass")


def read_source(root: Path, name: str, label: str, diagnostics: Diagnostics) -> Source:
    """Read a file of a content folder.

    Raises:
        ContentError: unreadable, not UTF-8, or front matter that is never closed; it is reported.
    """
    data = read_bytes(root, name, label, diagnostics)
    if name.endswith((".md", ".markdown")) and (refused := refusal(data)):
        diagnostics.add(refused.at(label))
        raise ContentError(label)
    return split_source(decode(data, label, diagnostics), label, diagnostics)


def read_bytes(root: Path, name: str, label: str, diagnostics: Diagnostics) -> bytes:
    """Return the bytes of a file; unreadable or too big is reported and raises `ContentError`."""
    try:
        data = read_inside(root, name, MAXIMUM_SIZE + 1)
    except NotPlain as error:
        diagnostics.add(error.diagnostic.at(label))
        raise ContentError(label) from error
    except OSError as error:
        diagnostics.add(FILE_REFUSED(reason=system_reason(error)).at(label))
        raise ContentError(label) from error
    if len(data) > MAXIMUM_SIZE:
        diagnostics.add(TOO_LONG(most=MAXIMUM_SIZE // 1000).at(label))
        raise ContentError(label)
    return data


def decode(data: bytes, label: str, diagnostics: Diagnostics) -> str:
    """Return the text of UTF-8 bytes, with Unix line ends; others raise `ContentError`."""
    try:
        if data.startswith(_UTF16_BOMS):
            raise UnicodeDecodeError("utf-8", data, 0, 1, "UTF-16")
        text = data.removeprefix(codecs.BOM_UTF8).decode()  # as "utf-8-sig", in C
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        diagnostics.add(NOT_IN_UTF8(byte=data[error.start]).at(label, line))
        raise ContentError(label) from error
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        diagnostics.add(NUL_BYTE().at(label, line))
        raise ContentError(label)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def split_source(text: str, label: str, diagnostics: Diagnostics) -> Source:
    """Part the front matter from the body; one that is opened and never closed is a fault."""
    opening = _OPENING.match(text)
    if not opening:
        _report_nearly(text, label, diagnostics)
        return Source(label, None, text, 1)
    closing = _CLOSING.search(text, opening.end())
    if closing:
        line = text.count("\n", 0, closing.end()) + 1
        if second := _SECOND.match(text, closing.end()):
            told = rules.FRONT_MATTER_BELOW_THE_TOP(hint=_ONE_FRONT_MATTER)
            diagnostics.add(told.at(label, line + second["before"].count("\n")))
        return Source(label, text[opening.end() : closing.start()], text[closing.end() :], line)
    if not _KEY_LINE.match(text, opening.end()):
        return Source(label, None, text, 1)  # a page that begins with a Markdown rule
    diagnostics.add(_unclosed(text, opening.end()).at(label, 1))
    raise ContentError(label)


def _unclosed(text: str, start: int) -> Diagnostic:
    near = _NEARLY_CLOSING.search(text, start)
    if not near:
        return rules.UNCLOSED_FRONT_MATTER()
    line, written = text.count("\n", 0, near.start()) + 1, near[0].rstrip()
    hint = f"À la ligne {line}, écrivez « --- » à la place de « {written[:40]} »."
    return rules.UNCLOSED_FRONT_MATTER(hint=hint)


def _report_nearly(text: str, label: str, diagnostics: Diagnostics) -> None:
    """Warn of a front matter that is none, as Jekyll has it: it would be read by visitors."""
    found = _NEARLY.match(text) or _BELOW_WORDS.match(text)
    wrong = _wrong_fence(found["fence"].rstrip(), found[0]) if found else _wrong_form(text)
    if wrong:
        line = text.count("\n", 0, found.start("fence")) + 1 if found else 1
        diagnostics.add(wrong.at(label, line))


def _wrong_fence(fence: str, front: str) -> Diagnostic:
    if fence == "---":
        return rules.FRONT_MATTER_BELOW_THE_TOP()
    if "+" in fence:
        is_draft = re.search(r"(?m)^\s*draft\s*=\s*true\b", front)
        return rules.FRONT_MATTER_IN_TOML(hint=rules.DRAFT_IN_TOML if is_draft else None)
    return rules.WRONG_DASHES(fence=fence[:40])


def _wrong_form(text: str) -> Diagnostic | None:
    if _JSON.match(text):
        return rules.FRONT_MATTER_IN_JSON()
    if _ON_ONE_LINE.match(text):
        return rules.WRONG_DASHES(fence=text.partition("\n")[0][:40], hint=_APART)
    if fenced := _FENCED.match(text):
        return rules.WRONG_DASHES(fence=fenced["fence"], hint=_FENCE_COPIED)
    if _UNOPENED.match(text):
        return rules.UNOPENED_FRONT_MATTER()
    if _WITHOUT_FENCES.match(text):
        return rules.UNOPENED_FRONT_MATTER(hint=_TWO_FENCES)
    programs = (program for program, form in _FOREIGN.items() if form.match(text))
    return next((rules.FRONT_MATTER_OF_ANOTHER_PROGRAM(program=one) for one in programs), None)
