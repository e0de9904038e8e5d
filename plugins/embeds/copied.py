"""Pages without front matter are published as they are: what they load is told."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from faults import Faults
from scribouilli.hosts import Hosts, host_name

_LOADING = {
    "[src]": "src",
    "object[data]": "data",
    "[poster]": "poster",
    "link[rel~=stylesheet][href]": "href",
}


def warn_copied_page(html: str, label: str, hosts: Hosts, faults: Faults) -> None:
    """Tell which hosts a page asks for before any click, each once.

    Args:
        html: the page.
        label: its file, as messages name it.
        hosts: which hosts are the site's own.
        faults: where to tell it.
    """
    tree = LexborHTMLParser(html)
    urls = [
        node.attributes[attribute] or ""
        for selector, attribute in _LOADING.items()
        for node in tree.css(selector)
    ]
    asked: dict[str, str] = {}
    for url in urls:
        if hosts.is_refused(url):
            asked.setdefault(host_name(url), url)
    for host, url in asked.items():
        before, found, _ = html.partition(url)
        faults.warn(
            label,
            before.count("\n") + 1 if found else 0,
            f"cette page, publiée telle quelle, fait connaître ses lecteurs à « {host} »",
            "Ajoutez deux lignes « --- » à son début : elle sera protégée comme les autres.",
        )
