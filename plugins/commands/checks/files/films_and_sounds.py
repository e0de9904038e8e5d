"""Films, sounds and their captions that a page plays, and that no browser does."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from commands.checks.links.links import spellings
from commands.checks.pages import Page
from commands.checks.site import CheckedSite
from core.diagnostics import Diagnostic
from core.diagnostics.catalog import data as rules
from core.file_kind import HEAD, FileKind, kind_of
from core.plain_files import read_inside
from jekyll.addresses.html_addresses import MEDIA, HeldAddress

_PLAYED = frozenset(
    {FileKind.VIDEO, FileKind.MATROSKA, FileKind.AUDIO, FileKind.OGG, FileKind.UNKNOWN}
)
_LISTS = (".m3u8", ".m3u", ".mpd", ".pls")  # of parts of a film, which scripts play
_CAPTIONS = ".vtt"
_TO_CAPTIONS = "Enregistrez les sous-titres au format WebVTT (.vtt)."
# WebVTT, section 4.3, « timestamp » and « cue timings ».
_TIME = r"(?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3}"
_TIMES = re.compile(rf"\s*({_TIME})[ \t]+-->[ \t]+({_TIME})(?:[ \t]+\S.*)?")
_BEGINS = re.compile(r"\ufeff?WEBVTT(?:[ \t][^\n]*)?(?:\r?\n|\Z)")
_MOST = 20  # faults of one file


def check_films_and_sounds(site: CheckedSite) -> None:
    """Report what the pages play in vain; captions that are none are reported in their own file."""
    for page in site.pages.values():
        held = [one for one in page.references if one.kind == MEDIA]
        for one in site.until_enough(page, held):
            _check_one(site, page, one)
        if page.has_scripts:
            continue  # which may play it
        for player in page.in_content("audio:not([controls]), video:not([controls], [autoplay])"):
            name, nth = player.tag or "", page.nth(player, "src")
            site.report(page, rules.PLAYER_WITHOUT_CONTROLS(name=name), [f"<{name}"], nth)


def _check_one(site: CheckedSite, page: Page, one: HeldAddress) -> None:
    path = site.inner_path(one.url, page)
    target = site.target(path) if path else None
    if not target or target not in site.own_files | site.documents.keys():
        return
    ending = posixpath.splitext(target)[1].lower()
    with (site.output / target).open("rb") as file:
        kind = kind_of(file.read(HEAD))
    is_track = one.node.tag == "track"
    is_played = ending == _CAPTIONS if is_track else kind in _PLAYED or ending in _LISTS
    if is_played:
        return
    what = "des sous-titres d'un autre format" if ending == ".srt" else kind.value
    hint = _TO_CAPTIONS if is_track else None
    diagnostic = rules.UNPLAYED_MEDIA(name=posixpath.basename(target), what=what, hint=hint)
    site.unseen.add(target)
    nth = page.nth(one.node, one.attribute)
    site.report(page, diagnostic, list(spellings(one.url, site.siteurl)), nth, is_address=True)


def check_captions(site: CheckedSite) -> None:
    """Report the captions that browsers do not read (WebVTT, section 4)."""
    for name in site.with_ending(_CAPTIONS):
        if name in site.own_files:
            text = read_inside(site.output, name).decode("utf-8", "replace")
            for diagnostic in caption_diagnostics(text):
                site.add(diagnostic.at(site.label(name), diagnostic.line))


def caption_diagnostics(text: str) -> Iterator[Diagnostic]:
    r"""Give what is wrong with captions, each with its line alone.

    >>> [told.line for told in caption_diagnostics("WEBVTT\n\n00:01,000 --> 00:02.000\nUn\n")]
    [3]
    """
    if not _BEGINS.match(text):
        yield rules.UNREADABLE_CAPTIONS().at("", 1)
        return
    found = 0
    for number, line in enumerate(text.splitlines(), 1):
        if "-->" not in line or found == _MOST:
            continue
        times = _TIMES.fullmatch(line)
        if not times or _padded(times[1]) > _padded(times[2]):
            found += 1
            yield rules.WRONG_CAPTION_TIME(times=line.strip()[:60]).at("", number)


def _padded(time: str) -> str:
    """Return a time that sorts as it comes."""
    return time.rjust(20, "0") if time.count(":") == 2 else f"00:{time}".rjust(20, "0")
