"""What a finished body asks of its page's policy."""

from __future__ import annotations

import base64
import hashlib
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser, LexborNode

from jekyll.addresses.hosts import Hosts, scheme_of
from page_parts.security_policy.needs import Needs

# Other types are data, which no policy concerns (HTML Standard, section 4.12.1).
_RUN_TYPES = ("javascript", "ecmascript", "module", "importmap", "jscript", "livescript")


def scan_body(tree: LexborHTMLParser, hosts: Hosts, needs: Needs) -> None:
    """Add the needs of a body: its inline scripts, its handlers, its forms, its objects."""
    for script in tree.css("script:not([src])"):
        if _runs(script):
            needs.scripts.add(source_hash(script.text()))
    for node in tree.css("*"):
        for name, value in node.attributes.items():
            if name.startswith("on") and value:
                needs.handlers.add(source_hash(value))
            elif name == "href" and value and ":" in value and scheme_of(value) == "javascript":
                needs.handlers.add(source_hash(unquote(value.strip())))
    for form, attribute in [("form[action]", "action"), ("[formaction]", "formaction")]:
        for node in tree.css(form):
            _add_form(node.attributes[attribute] or "", hosts, needs)
    needs.has_objects = tree.css_first("object[data], embed[src]") is not None


def source_hash(text: str) -> str:
    """Return the CSP source that allows one inline script (CSP 3, section 2.3.1)."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _runs(script: LexborNode) -> bool:
    written = (script.attributes.get("type") or "").lower()
    return not written.strip() or any(name in written for name in _RUN_TYPES)


def _add_form(action: str, hosts: Hosts, needs: Needs) -> None:
    scheme = scheme_of(action)
    if scheme == "mailto":
        needs.forms.add("mailto:")
    elif hosts.is_foreign(action) and (origin := hosts.origin(action)):
        needs.forms.add(origin)
