"""The plugin: a pass over each body, and a function for templates."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser

from jekyll.addresses.hosts import Hosts
from jekyll.plugin.extension_points import SiteContext, as_it_is, site_context
from jekyll.site.model import Document
from page_parts.security_policy.needs import Needs, needs_of
from page_parts.security_policy.policy import policy_text
from page_parts.security_policy.scan import scan_body, source_hash


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
