"""The plugin: a pass over each body, and a function for templates."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser, LexborNode

from jekyll.addresses.hosts import Hosts, scheme_of
from jekyll.plugin.extension_points import SiteContext, as_it_is, site_context
from jekyll.site.model import Document
from page_parts.security_policy.policy import Needs, needs_of, policy_text


def add_pass(context: SiteContext) -> None:
    """Have each body scanned, once the other plugins have changed it."""
    hosts = Hosts(context.siteurl, context.site.config.allowed_origins)

    def scan(tree: LexborHTMLParser, document: Document) -> None:
        scan_body(tree, hosts, needs_of(document))

    context.add_body_pass(scan, as_it_is)


def add_policy(generator: Any) -> None:
    """Give a generator's templates the function `policy`."""
    context = site_context(generator.settings)

    def policy(shown: Any = None, data: str = "") -> Markup:
        """Return the policy of the page that shows a content, or of a page of the theme's own.

        `data` is the page's JSON-LD: no browser runs it, yet checkers of HTML ask for its hash.
        """
        site = context.site
        document = site.documents.get(getattr(shown, "relative_source_path", ""))
        if document:
            context.renderer.body(document)  # the needs are those of its body
        needs = needs_of(document) if document else Needs()
        if data:
            needs = replace(needs, scripts={*needs.scripts, source_hash(data)})
        allowed = site.config.allowed_origins
        return Markup(policy_text(needs, allowed))  # sources hold no sign of HTML's

    generator.env.globals["policy"] = policy


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
