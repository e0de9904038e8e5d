"""The kinds of values that attributes take: numbers, words, dates, languages.

Source: HTML Standard, « Indices », « Attributes », and sections 2.3.4 (numbers), 2.3.5 (dates),
3.2.6.2 (`lang`) and 4.9.11 (cells); WAI-ARIA 1.2, section 6.6; BCP 47, section 2.1.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from core.diagnostics import nearest
from core.french.lists import french_list

_Wrong = tuple[str, str, str]

# WAI-ARIA 1.2, section 5.4, without the abstract ones (5.3.1: authors must not use them); 1.3 adds
# the last line.
ROLES = frozenset(
    """alert alertdialog application article banner blockquote button caption cell checkbox code
    columnheader combobox complementary contentinfo definition deletion dialog directory document
    emphasis feed figure form generic grid gridcell group heading img insertion link list listbox
    listitem log main marquee math menu menubar menuitem menuitemcheckbox menuitemradio meter
    navigation none note option paragraph presentation progressbar radio radiogroup region row
    rowgroup rowheader scrollbar search searchbox separator slider spinbutton status strong
    subscript superscript switch tab table tablist tabpanel term textbox time timer toolbar tooltip
    tree treegrid treeitem
    associationlist associationlistitemkey associationlistitemvalue comment image mark sectionfooter
    sectionheader suggestion""".split()
)
# HTML Standard, sections 4.10.5 (`<input>`) and 4.10.6 (`<button>`).
TYPES = {
    "input": frozenset(
        """hidden text search tel url email password date month week time datetime-local number
        range color checkbox radio file submit image reset button""".split()
    ),
    "button": frozenset("submit reset button".split()),
}
# HTML Standard, section 7.3.1.7: the names of windows that begin with `_`; fenced frames.
WINDOWS = frozenset("_blank _self _parent _top _unfencedtop".split())

_INTEGER = re.compile(r"[ \t\n\f\r]*(-?[0-9]{1,15})[ \t\n\f\r]*")
_NUMBER = re.compile(r"\s*-?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?\s*")
_MOST = 10**15
# The least and the most that an element's attribute may be, and an example.
_INTEGERS: dict[str, tuple[int, int, str]] = {
    place: bounds
    for places, bounds in (
        ("td.colspan th.colspan col.span colgroup.span".split(), (1, 1000, "2")),
        ("td.rowspan th.rowspan".split(), (0, 65534, "2")),
        ("ol.start li.value".split(), (-_MOST, _MOST, "1")),
        ("textarea.rows textarea.cols input.size select.size".split(), (1, _MOST, "10")),
        (
            "input.maxlength input.minlength textarea.maxlength textarea.minlength".split(),
            (0, _MOST, "100"),
        ),
        (
            "aria-level aria-posinset aria-colspan aria-colindex aria-rowindex".split(),
            (1, _MOST, "2"),
        ),
        ("aria-setsize aria-colcount aria-rowcount".split(), (-1, _MOST, "10")),
    )
    for place in places
}
_NUMBERS = frozenset(
    """meter.value meter.min meter.max meter.low meter.high meter.optimum progress.value
    progress.max aria-valuenow aria-valuemin aria-valuemax""".split()
)
# By attribute, or by element and attribute.
_WORDS: dict[str, list[str]] = {
    name: words.split()
    for line in """
    dir: ltr rtl auto;
    contenteditable: true false plaintext-only;
    aria-atomic aria-busy aria-disabled aria-modal aria-multiline aria-multiselectable
        aria-readonly aria-required draggable spellcheck: true false;
    aria-hidden aria-expanded aria-selected aria-grabbed: true false undefined;
    aria-checked aria-pressed: true false mixed undefined;
    aria-current: page step location date time true false;
    aria-haspopup: true false menu listbox tree grid dialog;
    aria-invalid: true false grammar spelling;
    aria-live: off polite assertive;
    aria-orientation: horizontal vertical undefined;
    input.capture: user environment;
    a.referrerpolicy area.referrerpolicy img.referrerpolicy iframe.referrerpolicy
        link.referrerpolicy script.referrerpolicy: no-referrer no-referrer-when-downgrade
        same-origin origin strict-origin origin-when-cross-origin strict-origin-when-cross-origin
        unsafe-url;
    aria-sort: ascending descending none other;
    translate: yes no;
    hidden: hidden until-found;
    autocapitalize: off none on sentences words characters;
    inputmode: none text tel url email numeric decimal search;
    enterkeyhint: enter done go next previous search send;
    popover: auto manual hint;
    form.method: get post dialog;
    form.autocomplete: on off;
    button.formmethod input.formmethod: get post dialog;
    form.enctype button.formenctype input.formenctype: application/x-www-form-urlencoded
        multipart/form-data text/plain;
    img.decoding: sync async auto;
    img.fetchpriority link.fetchpriority script.fetchpriority: high low auto;
    img.crossorigin link.crossorigin script.crossorigin audio.crossorigin video.crossorigin:
        anonymous use-credentials;
    audio.preload video.preload: none metadata auto;
    track.kind: subtitles captions descriptions chapters metadata;
    th.scope: row col rowgroup colgroup;
    textarea.wrap: soft hard;
    area.shape: circle circ default poly polygon rect rectangle;
    ol.type: 1 a A i I;
    button.popovertargetaction: toggle show hide;
    """.split(";")
    for names, _, words in [line.rpartition(":")]
    for name in names.split()
}
_LANGUAGES = ("lang", "xml:lang", "hreflang", "srclang")
_LANGUAGE = re.compile(r"(?i)(?:[a-z]{2,3}|x|i)(?:-[a-z0-9]{1,8})*")
# Those that are there or not: any value says yes.
_SWITCHES = frozenset(
    """allowfullscreen async autofocus autoplay checked controls default defer disabled
    formnovalidate inert ismap loop multiple muted nomodule novalidate open playsinline readonly
    required reversed selected""".split()
)
_NO = frozenset("false faux no non off 0".split())

_DATE = r"(?P<year>\d{4,9})-(?P<month>\d\d)-(?P<day>\d\d)"
_TIME = r"(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d{1,3})?)?"
_ZONE = r"(?:Z|[-+][01]\d:?[0-5]\d|[-+]2[0-3]:?[0-5]\d)"
_MOMENTS = tuple(
    re.compile(form)
    for form in (
        rf"{_DATE}(?:[T ]{_TIME}{_ZONE}?)?",
        rf"{_TIME}",
        _ZONE,
        r"(?P<year>\d{4,9})(?:-(?P<month>\d\d))?",
        r"(?:--)?(?P<month>\d\d)-(?P<day>\d\d)",
        r"\d{4,9}-W(?:0[1-9]|[1-4]\d|5[0-3])",
        r"P(?=\d|T\d)(?:\d{1,9}D)?(?:T(?=\d)(?:\d{1,9}H)?(?:\d{1,9}M)?(?:\d{1,9}(?:\.\d{1,3})?S)?)?",
        r"(?i)(?:\d{1,9}(?:\.\d{1,3})?\s*[wdhms]\s*)+",
    )
)


def wrong_kinds(name: str, attributes: Mapping[str, str | None]) -> Iterator[_Wrong]:
    """Give each value that is not of its attribute's kind: the attribute, it, the hint."""
    for key, written in attributes.items():
        value = written or ""
        read = _READERS.get(key, _no_more)
        if hint := _no_day(name, key, value) or read(key, value) or _wrong_number(name, key, value):
            yield key, value, hint
        elif words := _WORDS.get(key) or _WORDS.get(f"{name}.{key}"):
            is_known = value in words or (key != "type" and value.lower() in words)
            if value.strip() and not is_known:
                near = nearest(value, words, 0.7)
                shown = f"Écrivez {french_list(words, 'ou')}."
                yield key, value, f"Vouliez-vous dire « {near} » ?" if near else shown


def switches_said_off(name: str, attributes: Mapping[str, str | None]) -> Iterator[tuple[str, str]]:
    """Give the attributes that are there and mean yes, and whose value says no (section 2.3.2)."""
    for key, value in attributes.items():
        if key in _SWITCHES and (value or "").strip().lower() in _NO and name != "iframe":
            yield key, value or ""


def _no_more(key: str, value: str) -> str:
    return ""


def _wrong_number(name: str, key: str, value: str) -> str:
    place = key if key.startswith("aria-") else f"{name}.{key}"
    if place in _NUMBERS and not _NUMBER.fullmatch(value):
        return "Écrivez un nombre, avec un point : 0.5."
    if place not in _INTEGERS:
        return ""
    least, most, example = _INTEGERS[place]
    number = _INTEGER.fullmatch(value)
    if number and least <= int(number[1]) <= most:
        return ""
    return f'Écrivez un nombre entier : {key}="{example}".'


def _wrong_language(key: str, value: str) -> str:
    if not value or _LANGUAGE.fullmatch(value):
        return ""
    return f'Écrivez {key}="fr", ou le code d\'une autre langue.'


def _wrong_moment(key: str, value: str) -> str:
    return "" if is_moment(value) else f'Écrivez {key}="2026-03-12", ou {key}="18:30".'


def _no_day(name: str, key: str, value: str) -> str:
    """Return what mends the moment of a change, which is of a day (section 4.7.3)."""
    is_wrong = key == "datetime" and name in ("ins", "del") and not is_moment(value, _MOMENTS[:1])
    return f'Écrivez {key}="2026-03-12".' if is_wrong else ""


def is_moment(value: str, forms: Iterable[re.Pattern[str]] = _MOMENTS) -> bool:
    """Return whether a value of `datetime` is one of the Standard's, on a day that there is.

    >>> [is_moment(m) for m in ("2026-03-12", "2026-03-12T18:30+01:00", "18:30", "PT2H", "2h 5m")]
    [True, True, True, True, True]
    >>> [is_moment(m) for m in ("2026-02-30", "24:00", "12/03/2026", "demain", "2026-3-1", "")]
    [False, False, False, False, False, False]
    """
    for form in forms:
        if found := form.fullmatch(value.strip()):
            return _can_be({key: int(part) for key, part in found.groupdict().items() if part})
    return False


def _can_be(parts: dict[str, int]) -> bool:
    month, day = parts.get("month", 1), parts.get("day", 1)
    if not (1 <= month <= 12 and day >= 1 and parts.get("year", 1)):
        return False
    last = calendar.monthrange(parts.get("year", 2000), month)[1]
    limits = (("hour", 24), ("minute", 60), ("second", 60))
    return day <= last and all(parts.get(key, 0) < limit for key, limit in limits)


_READERS: dict[str, Callable[[str, str], str]] = {
    **dict.fromkeys(_LANGUAGES, _wrong_language),
    "datetime": _wrong_moment,
}
