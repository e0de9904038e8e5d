"""Whose an address is, as a browser reads it."""

import pytest

from jekyll.addresses.hosts import Hosts

HOSTS = Hosts("https://exemple.fr/projet", ["https://permis.org"])
FOREIGN = {
    "https": "https://autre.org/a",
    "http": "http://autre.org/a",
    "no scheme": "//autre.org/a",
    "backslashes": "\\\\autre.org\\a",
    "tab in the scheme": "ht\ttps://autre.org",
    "spaces and capitals": "  HTTPS://AUTRE.ORG/a",
    "another port": "https://exemple.fr:8443/a",
    "a name before the host": "https://exemple.fr@autre.org/",
    "a sub-domain": "https://a.exemple.fr/",
    "allowed": "https://permis.org/a",
}
OWN = {
    "relative": "a.png",
    "from the root": "/a.png",
    "whole": "https://exemple.fr/a.png",
    "other scheme": "http://exemple.fr/a.png",
    "in capitals": "//EXEMPLE.fr/a.png",
    "data": "data:image/png;base64,AA",
    "nothing": "",
}


@pytest.mark.parametrize("url", FOREIGN.values(), ids=FOREIGN)
def test_another_host_s(url):
    assert HOSTS.is_foreign(url)
    assert HOSTS.is_refused(url) != ("permis" in url)


@pytest.mark.parametrize("url", OWN.values(), ids=OWN)
def test_the_site_s_own(url):
    assert not HOSTS.is_foreign(url)


def test_a_site_without_host_knows_no_other_host_as_its_own():
    assert Hosts("/projet").is_foreign("https://exemple.fr")
    assert not Hosts("/projet").is_foreign("/projet/a.png")


ORIGINS = {
    "a port": ("https://a.org:8000/b", "https://a.org:8000"),
    "no scheme": ("//A.org/b", "https://a.org"),
    "accents": ("https://été.fr/", "https://xn--t-9fab.fr"),
    "a directive slipped in": ("https://a.org;script-src */", ""),
    "a space": ("https://a b.org/", ""),
    "no host": ("https:///a", ""),
    "IPv6, which policies cannot name": ("http://[::1]/", ""),
    "a bracket left open": ("http://[a/", ""),
}


@pytest.mark.parametrize(("url", "origin"), ORIGINS.values(), ids=ORIGINS)
def test_the_origin_is_one_that_a_policy_can_name(url, origin):
    assert Hosts.origin(url) == origin
