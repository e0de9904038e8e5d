"""What is wrong with an address in itself, wherever it is read. Pure."""

from __future__ import annotations

import ipaddress
import re
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from commands.checks.links.data_addresses import why_unread
from commands.checks.links.opened_elsewhere import opened_elsewhere
from core.diagnostics import WARNING, Diagnostic, cut, typo, without_password
from core.diagnostics.catalog import wrong_addresses as rules
from jekyll.addresses.phone_numbers import dialled

_MEANT = ("http", "https", "mailto", "tel")
_KNOWN = frozenset({*_MEANT, "sms", "ftp", "ftps", "sftp", "smtp", "geo", "data", "blob", "about"})
# What people write, and no program reads.
_ALIASES = {
    **dict.fromkeys(("mail", "email", "e-mail", "courriel", "mel"), "mailto"),
    **dict.fromkeys(("telephone", "phone", "portable", "mobile"), "tel"),
}
_OWN_DISK = re.compile(
    r"(?i)(?:file|blob|cid|attachment|content|sandbox|webkit-fake-url):|[a-z]:[\\/]|\\\\"
)
_OWN_MACHINE = re.compile(r"(?i)localhost|127(?:\.\d+){3}|0\.0\.0\.0|::1")
# Names that only a network of one's own knows (RFC 6762; RFC 8375; those that boxes give).
_OWN_NAMES = (".local", ".lan", ".home", ".home.arpa", ".internal", ".localdomain", ".intranet")
_DOTS = ".\u3002\uff0e\uff61%"  # those that are read as one (UTS 46, section 4.5); an escaped one
_OF_A_NETWORK = ("smb", "afp", "nfs")
_ONE_SLASH = re.compile(r"(?i)(https?|ftps?):/(?!/)(.+)")
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
# RFC 5870, section 3.3; what follows a « ? » is Android's.
_PLACE = re.compile(r"(-?\d{1,3}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?)(?:,-?\d+(?:\.\d+)?)?(?:;.*)?")
# « %s » stands for the words of a search, where browsers keep such addresses.
_LONE_PERCENT = re.compile(r"%(?![0-9a-fA-F]{2}|s(?![\w]))")
_MAIL = re.compile(
    r"\s*(?:\"[^\"]+\"|[^\s@<>]+)@[^\s@<>]+\s*|[^<>]*[^\s<>]\s*<[^\s@<>]+@[^\s@<>]+>\s*"
)


_AT = re.compile(r"(?i)[ \u00a0]*(?:[(\[{][ ]*(?:at|a|arobase|chez)[ ]*[)\]}]|[ ]at[ ])[ \u00a0]*")


@lru_cache(maxsize=4096)  # a theme's links are on each page
def wrong_address(url: str) -> Diagnostic | None:
    """Return what is wrong with an address in itself.

    >>> wrong_address("htp://exemple.fr").hint
    'Écrivez http://exemple.fr.'
    """
    if re.match("(?i)https?:", url):
        if _UNSEEN.search(url):
            return rules.UNSEEN_SIGNS_IN_ADDRESS(url=_UNSEEN.sub("", url))
        if _UNSEEN.search(unquote(url)):  # a site may have such an address
            return rules.UNSEEN_SIGNS_IN_ADDRESS(url=url).with_severity(WARNING)
    if _OWN_DISK.match(url):
        return rules.FILE_OF_OWN_DISK(url=url)
    if reported := _begun_twice(url):
        return reported
    if slashed := _ONE_SLASH.fullmatch(url):
        return rules.MISSING_SLASH(url=url, scheme=slashed[1], rest=slashed[2])
    if reported := _wrong_recipient(url):
        return reported
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return rules.NO_ADDRESS(url=url)
    if parts.password:
        return rules.PUBLIC_PASSWORD(url=without_password(url))
    if parts.scheme in ("http", "https"):
        return _wrong_host(url, host)
    if parts.scheme in _OF_A_NETWORK:
        return rules.OWN_NETWORK(url=url)
    if re.fullmatch("//+", url) or (parts.scheme in ("ftp", "ftps", "sftp") and not host):
        return rules.ADDRESS_WITHOUT_HOST(url=url)
    if reported := opened_elsewhere(url):
        return reported
    if parts.scheme == "data" and (why := why_unread(url)):
        return rules.MALFORMED_DATA(url=cut(url), why=why)
    is_known = parts.scheme in _KNOWN
    meant = None if is_known else _ALIASES.get(parts.scheme) or typo(parts.scheme, _MEANT)
    if meant:
        rest = url[len(parts.scheme) :]
        return rules.MISSPELT_SCHEME(url=url, scheme=parts.scheme, meant=meant, rest=rest)
    return None


def _begun_twice(url: str) -> Diagnostic | None:
    for form in _TWICE:
        found = form.match(url)
        if found and (begun := _BEGUN.match(url, found.end())):
            scheme, rest = begun[1].lower(), url[begun.end() :]
            return rules.ADDRESS_BEGUN_TWICE(url=without_password(url), scheme=scheme, rest=rest)
    return None


def _wrong_host(url: str, host: str) -> Diagnostic | None:
    if not host:
        meant = _SLASHES.fullmatch(url.replace("\\", "/"))
        hint = f"Écrivez {meant[1].lower()}://{meant[2]}." if meant else None
        return rules.ADDRESS_WITHOUT_HOST(url=url, hint=hint)
    place = urlsplit(url).netloc.rpartition("@")[2].rpartition("]")[2]
    port = place.partition(":")[2]
    if port and not (port.isdecimal() and 0 < int(port[:6]) < 65536):
        return rules.IMPOSSIBLE_PORT(url=url, port=port[:20])
    if host in ("http", "https") or not _can_be_host(host):
        return rules.IMPOSSIBLE_HOST(url=url, host=host, hint=_mended(url))
    if _OWN_MACHINE.fullmatch(host):
        return rules.OWN_MACHINE(url=url)
    if _is_of_a_network(host):
        return rules.OWN_NETWORK(url=url)
    found = _LONE_PERCENT.search(url)
    return rules.LONE_PERCENT(url=url, mended=_LONE_PERCENT.sub("%25", url)) if found else None


def _mended(url: str) -> str | None:
    """Return what to write for a host with signs around it, with backslashes, commas, spaces."""
    scheme, _, rest = url.replace("\\", "/").partition(":")
    bare = rest.strip("/ \u00a0")
    written = re.split("[/?#]", bare)[0]
    host = re.sub(r"[ \u00a0]*[.,][ \u00a0]*", ".", written)
    bare = host + bare.removeprefix(written)
    is_whole = bare != rest[2:] or "\\" in url
    return f"Écrivez {scheme}://{bare}." if is_whole and _can_be_host(host) else None


def _is_of_a_network(host: str) -> bool:
    """Return whether a host is one of a network of one's own (RFC 1918; RFC 4193; RFC 6762).

    So is a name without a dot: a country's alone leads nowhere (ICANN, « Dotless domains »).
    """
    try:
        return ipaddress.ip_address(host.strip("[]")).is_private
    except ValueError:
        name = host.removesuffix(".")
        return name.endswith(_OWN_NAMES) or not set(name).intersection(_DOTS)


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
    # Names below a registered one may begin or end with a hyphen, and some do.
    is_registered = all(label == label.strip("-") for label in labels[-2:])
    return is_registered and all(_LABEL.fullmatch(label) for label in labels)


def _wrong_recipient(url: str) -> Diagnostic | None:
    """Return what is wrong with an address of mail (RFC 6068), a number (RFC 3966), a place."""
    scheme, _, rest = url.partition(":")
    written, _, fields = rest.partition("?")
    to, scheme = unquote(written).strip(), scheme.lower()
    if scheme == "tel":
        return _wrong_number(url, to)
    if scheme == "sms":
        numbers, sign, _ = to.partition("&")  # before words, for iOS
        wrong = (_wrong_number(url, one) for one in numbers.split(",") if one or not sign + fields)
        return next(filter(None, wrong), None)
    if scheme == "geo":
        place = _PLACE.fullmatch(to)
        is_place = place and abs(float(place[1])) <= 90 and abs(float(place[2])) <= 180
        return None if is_place else rules.NO_PLACE(url=url)
    if scheme != "mailto" or (fields and not to):
        return None  # the words of a message, whose sender says to whom
    if not to or not all(map(_is_mail, filter(str.strip, re.split("[,;]", to)))):
        bare = re.sub(r"(?i)^(?:mailto:|/)+", "", to).strip("<>")
        bare = _AT.sub("@", bare)
        bare = bare.replace(",", ".") if re.fullmatch(r"[^@,]+@[^@,]+,[a-z]{2,20}", bare) else bare
        hint = f"Écrivez mailto:{bare}." if bare != to and _is_mail(bare) else None
        return rules.NO_MAIL_ADDRESS(url=url, hint=hint)
    if "<" in to:  # some programs read the name before it; RFC 6068 has none
        bare = re.sub(r"[^<>,;]*<([^<>]*)>", r"\1", to)
        told = rules.NO_MAIL_ADDRESS(url=url, hint=f"Écrivez mailto:{bare}.")
        return told.with_severity(WARNING)
    if ";" in to:
        return rules.MAIL_ADDRESSES_BY_SEMICOLONS(mended=f"mailto:{re.sub(r'[ ]*;[ ]*', ',', to)}")
    if unquote(written) != unquote(written).lstrip():
        bare = f"{scheme}:{written.removeprefix('%20').lstrip()}"
        return rules.SPACE_IN_ADDRESS(url=url, mended=bare)
    return None


def _wrong_number(url: str, number: str) -> Diagnostic | None:
    """Return what is wrong with a number: letters are in none, but for those of extensions."""
    digits = dialled(number).replace("+", "")
    local = number.partition(";")[0]
    has_letters = re.search(r"[^\W\d_a-fA-FpwxPWX]|[a-fA-F]{3}", re.sub("(?i)ext|poste", "", local))
    scheme = url.partition(":")[0].lower()
    if digits and not has_letters and not number.startswith("/"):
        is_cut = scheme == "tel" and re.search(r"\s", unquote(url.partition(";")[0]).rstrip())
        mended = f"{scheme}:{'+' * local.startswith('+')}{digits}"
        return rules.SPACE_IN_ADDRESS(url=url, mended=mended) if is_cut else None
    shown = "+33467000000" if has_letters or not digits else "+" * ("+" in number) + digits
    return rules.NO_PHONE_NUMBER(url=url, number=f"{scheme}:{shown}")


def _is_mail(to: str) -> bool:
    """Return whether mail can be sent there: after the « @ », a host."""
    if not _MAIL.fullmatch(to) or to.startswith("/") or to.lower().startswith("mailto:"):
        return False
    host = to.rpartition("@")[2].strip().removesuffix(">")
    labels = host.split(".")
    is_literal = host.startswith("[")
    return is_literal or (_can_be_host(host) and all(one == one.strip("-") for one in labels))
