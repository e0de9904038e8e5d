"""Addresses that lead nowhere wherever they are read: slips of typing, files of one's own disk."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborNode

from commands.checks.pages import Page, words_of
from commands.checks.site import CheckedSite
from core.diagnostics import Diagnostic, slip, without_password
from core.diagnostics.catalog.wrong_addresses import (
    ADDRESS_BEGUN_TWICE,
    ADDRESS_WITHOUT_HOST,
    FILE_OF_OWN_DISK,
    IMAGE_WITHOUT_ADDRESS,
    IMPOSSIBLE_HOST,
    IMPOSSIBLE_PORT,
    LINK_WITHOUT_ADDRESS,
    MISSING_SLASH,
    MISSPELT_SCHEME,
    NO_ADDRESS,
    NO_MAIL_ADDRESS,
    NO_PHONE_NUMBER,
    OWN_MACHINE,
    PUBLIC_PASSWORD,
    UNSEEN_SIGNS_IN_ADDRESS,
)
from jekyll.front_matter.source_positions import without_code

_MEANT = ("http", "https", "mailto", "tel")
_KNOWN = frozenset({*_MEANT, "sms", "ftp", "ftps", "sftp", "smtp", "geo", "data", "blob", "about"})
_OWN_DISK = re.compile(r"(?i)file:|[a-z]:[\\/]|\\\\")
_OWN_MACHINE = re.compile(r"(?i)localhost|127(?:\.\d+){3}|0\.0\.0\.0|::1")
_ONE_SLASH = re.compile(r"(?i)(https?):/(?!/)(.+)")
# Copied with a text: no address is written with these (RFC 3986, section 2).
_UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
# A beginning before another: alone, with a whole site's name, or the same address again.
_BEGINNING = r"https?(?::/*|/+)"
_TWICE = (
    re.compile(rf"(?i)https?:/*(?={_BEGINNING})(?:{_BEGINNING}(?={_BEGINNING}))*"),
    re.compile(r"(?i)https?://[^/?#]+?(?=https?:/)"),
    re.compile(r"(?i)https?://([^/?#]+)/+(?=https?://\1(?:[/?#]|\Z))"),
)
_BEGUN = re.compile(r"(?i)(https?)(?::/*|/+)(?=[^\s/])")
_SLASHES = re.compile(r"(?i)(https?):/*([\w-]+(?:\.[\w-]+)+(?:[:/?#].*)?)")
# Letters of any language, which the DNS has in ASCII; at most 63 there.
_LABEL = re.compile(r"(?:[\w-]|[^\x00-\x7f]){1,63}")
_MAIL = re.compile(r"\s*(?:\"[^\"]+\"|[^\s@]+)@[^\s@]+\s*|[^<>]*<[^\s@<>]+@[^\s@<>]+>\s*")


@lru_cache(maxsize=4096)  # a theme's links are on each page
def wrong_address(url: str) -> Diagnostic | None:
    """Return what is wrong with an address in itself.

    >>> wrong_address("htp://exemple.fr").hint
    'Écrivez http://exemple.fr.'
    """
    if _UNSEEN.search(url) and re.match("(?i)https?:", url):
        return UNSEEN_SIGNS_IN_ADDRESS(url=_UNSEEN.sub("", url))
    if _OWN_DISK.match(url):
        return FILE_OF_OWN_DISK(url=url)
    if reported := _begun_twice(url):
        return reported
    if slashed := _ONE_SLASH.fullmatch(url):
        return MISSING_SLASH(url=url, scheme=slashed[1], rest=slashed[2])
    if reported := _wrong_recipient(url):
        return reported
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return NO_ADDRESS(url=url)
    if parts.password:
        return PUBLIC_PASSWORD(url=without_password(url))
    if parts.scheme in ("http", "https"):
        return _wrong_host(url, host)
    meant = None if parts.scheme in _KNOWN else slip(parts.scheme, _MEANT)
    if meant:
        rest = url[len(parts.scheme) :]
        return MISSPELT_SCHEME(url=url, scheme=parts.scheme, meant=meant, rest=rest)
    return None


def _begun_twice(url: str) -> Diagnostic | None:
    for form in _TWICE:
        found = form.match(url)
        if found and (begun := _BEGUN.match(url, found.end())):
            scheme, rest = begun[1].lower(), url[begun.end() :]
            return ADDRESS_BEGUN_TWICE(url=without_password(url), scheme=scheme, rest=rest)
    return None


def _wrong_host(url: str, host: str) -> Diagnostic | None:
    if not host:
        meant = _SLASHES.fullmatch(url)
        hint = f"Écrivez {meant[1].lower()}://{meant[2]}." if meant else None
        return ADDRESS_WITHOUT_HOST(url=url, hint=hint)
    place = urlsplit(url).netloc.rpartition("@")[2].rpartition("]")[2]
    port = place.partition(":")[2]
    if port and not (port.isdecimal() and 0 < int(port[:6]) < 65536):
        return IMPOSSIBLE_PORT(url=url, port=port[:20])
    if host in ("http", "https") or not _can_be_host(host):
        return IMPOSSIBLE_HOST(url=url, host=host)
    return OWN_MACHINE(url=url) if _OWN_MACHINE.fullmatch(host) else None


def _can_be_host(host: str) -> bool:
    """Return whether a name may be a host's (URL Standard, sections 3.3 and 3.5; RFC 1035, 2.3.4).

    >>> [_can_be_host(h) for h in ("été.fr", "a_b.fr.", "a..fr", "a b.fr", "1.2.3.256", "[::1]")]
    [True, True, False, False, False, True]
    """
    if ":" in host or host.startswith("["):
        return True  # IPv6: who reads the address has refused wrong ones
    *_, last = labels = unquote(host).removesuffix(".").split(".")
    if last.isdecimal():
        if len(labels) > 4 or not all(map(str.isdecimal, labels)):
            return False
        *first, rest = (int(label[:11]) for label in labels)
        return max(first, default=0) < 256 and rest < 256 ** (4 - len(first))
    return all(_LABEL.fullmatch(label) for label in labels)


def _wrong_recipient(url: str) -> Diagnostic | None:
    """Return what is wrong with an address of mail (RFC 6068) or a number (RFC 3966)."""
    scheme, _, rest = url.partition(":")
    written, _, fields = rest.partition("?")
    to = unquote(written).strip()
    if scheme.lower() == "tel" and not any(map(str.isdecimal, to)):
        return NO_PHONE_NUMBER(url=url)
    if scheme.lower() != "mailto" or (fields and not to):
        return None  # the words of a message, whose sender says to whom
    if not to or not all(map(_MAIL.fullmatch, filter(str.strip, re.split("[,;]", to)))):
        return NO_MAIL_ADDRESS(url=url)
    return None


def check_malformed_addresses(site: CheckedSite) -> None:
    """Tell the addresses that are wrong in themselves, the links and the images without any."""
    for page in site.pages.values():
        for reference in site.until_enough(page, page.references):
            if reported := wrong_address(reference.url):
                at = [reference.url, reference.url.replace("&", "&amp;")]
                nth = page.nth(reference.node, reference.attribute)
                site.report(page, reported, at, nth, is_address=True)
        for link in site.until_enough(page, page.in_content("a[href='']")):
            words = words_of(link)
            at = [f"[{words}]", 'href=""', words]
            site.report(page, LINK_WITHOUT_ADDRESS(words=words), at, page.nth(link))
        _check_images(site, page)


_WRITTEN_WITHOUT = re.compile(
    r"""(?i)!\[[^\]]{0,500}+\]\(\s*+(?:<>)?\s*+\)|"""
    r"""<img\b(?![^>]{0,1000}\ssrc(?:set)?\s*=\s*(?:"\s*[^\s"]|'\s*[^\s']|[^\s"'>]))[^>]{0,1000}>"""
)


def _check_images(site: CheckedSite, page: Page) -> None:
    """Tell the images without an address (HTML Standard, section 4.8.3, « src » must be there)."""
    images = [image for image in page.in_content("img") if _has_no_address(page, image)]
    may_be_given = bool(page.in_content("script:not([type='application/ld+json'])"))
    written = _WRITTEN_WITHOUT.findall(without_code(site.source(page))) if images else []
    is_paired = len(written) == len(images)
    for number, image in enumerate(site.until_enough(page, images)):
        if may_be_given and not (is_paired and written[number].startswith("!")):
            continue  # by a script, which finds no image of Markdown
        words = image.attributes.get("alt") or ""
        at, nth = [f"![{words}]()", f'alt="{words}"', f"![{words}]"], page.nth(image, "alt")
        if is_paired:
            at, nth = [written[number]], written[:number].count(written[number])
        site.report(page, IMAGE_WITHOUT_ADDRESS(words=words or "sans texte"), at, nth)


def _has_no_address(page: Page, image: LexborNode) -> bool:
    """Return whether an image has no address, nor what a script or a `<picture>` gives one by."""
    attributes = image.attributes
    if any((attributes.get(key) or "").strip() for key in ("src", "srcset")) or page.is_hidden(
        image
    ):
        return False
    in_picture = image.parent is not None and image.parent.tag == "picture"
    return not in_picture and not any(key == "id" or key.startswith("data-") for key in attributes)
