"""A document's text made a body: Liquid, then Markdown, then the pass over the HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from selectolax.lexbor import LexborHTMLParser

from core.diagnostics import WARNING, ContentError, Diagnostics
from core.diagnostics.catalog.limits import ENDLESS_REFERENCE
from jekyll import limits
from jekyll.addresses.css_addresses import replace_css_addresses
from jekyll.front_matter import pack, unpack
from jekyll.front_matter.numbers import without_endless_references
from jekyll.kramdown.extension import make_converter
from jekyll.linking.broken_addresses import BrokenAddresses
from jekyll.linking.resolver import Addresses
from jekyll.liquid.renderer import render_liquid
from jekyll.liquid.scope import SiteScope
from jekyll.loads import SiteLoad, check_tables
from jekyll.rendering.body import Body, finish_body
from jekyll.rendering.plain_body import ConvertedTexts, finish_plain_body
from jekyll.site.model import Document, Kind, Site, is_style_sheet

# Layouts that add no title of their own: the body's first `<h1>` is the page's.
_UNTITLED_LAYOUTS = frozenset({"default", "home"})

# A page asks for its body several times: for its head, for its title.
_KEPT = 8
_MOST_TOLD = 300  # broken links of one text

# Changes the tree of a document's body, once its headings have ids and its addresses are those to
# publish. They run in the order of PLUGINS, in one pass: no plugin reads HTML that another wrote.
BodyPass = Callable[[LexborHTMLParser, Document], None]
# What the same pass makes of the HTML of a plain text (`plain_body.py`); None if it needs the tree.
PlainPass = Callable[[str, Document], str | None]


class Renderer:
    """Renders the bodies of one site; those made last are kept.

    `broken_addresses` says what was meant by addresses that lead nowhere.
    """

    def __init__(
        self,
        site: Site,
        siteurl: str,
        addresses: Addresses,
        diagnostics: Diagnostics,
        passes: Sequence[tuple[BodyPass, PlainPass | None]] = (),
    ):
        self._passes = [change for change, _ in passes]
        plain = [change for _, change in passes if change]
        self._plain_passes = plain if len(plain) == len(passes) else None
        self._site, self._siteurl = site, siteurl
        self._scope = SiteScope(site, siteurl, addresses.base_path, addresses.made)
        self._addresses = addresses
        self.broken_addresses = BrokenAddresses(addresses)
        self._diagnostics = diagnostics
        self._markdown = {french: make_converter(french_quotes=french) for french in (True, False)}
        self._french_quotes = site.config.french_quotes
        self._texts: dict[str, bytes | None] = {}  # None for what has no Liquid
        self._last_made: dict[str, Body] = {}
        self._gave_up = False
        self.loads = SiteLoad()
        self.converted = ConvertedTexts()

    def resolve_all(self, documents: Iterable[Document]) -> None:
        """Carry out the Liquid of every document: all its diagnostics are reported together."""
        for document in documents:
            source = document.source
            self._texts[document.name] = None
            self._last_made.pop(document.name, None)
            body = source.body
            if source.is_plain:
                self._take_load(document, body)
                continue
            scope, at = self._scope.of(document), (source.label, source.body_line)
            text = render_liquid(body, scope, *at, self._diagnostics)
            text = self._without_endless_references(document, text)
            self._take_load(document, text)
            if text != body:
                self._texts[document.name] = pack(text)

    def _take_load(self, document: Document, text: str) -> None:
        if document.kind is not Kind.TEXT:
            self.loads.take(document.name, text, document.is_markdown)

    def move(self, document: Document, before: str, file: str) -> None:
        """Have links to a document that was at another path lead to its path of now."""
        self._addresses.move(document, before, file)

    def forget(self, document: Document) -> None:
        """Have links to a document that is not published be reported as broken."""
        self._addresses.forget(document)

    def begin_again(self) -> None:
        """Carry out the Liquid of every document anew, at the addresses of now."""
        self._scope = SiteScope(
            self._site, self._siteurl, self._addresses.base_path, self._addresses.made
        )
        self.resolve_all(self._site.rendered)

    def reword(self, document: Document) -> None:
        """Have the texts that list the articles show the title and the summary that one has now."""
        self._scope.reword(document)
        self.resolve_all([it for it in self._site.rendered if it.lists_articles])

    def try_again(self) -> None:
        """Forget that a text took too much time: it may have been mended."""
        self._gave_up = False

    def text(self, document: Document) -> str:
        """Return the text of a document that `resolve_all` has seen."""
        packed = self._texts[document.name]
        return document.source.body if packed is None else unpack(packed)

    def convert(self, document: Document) -> None:
        """Convert ahead the text of a document that `resolve_all` has seen."""
        if document.is_markdown:
            is_french = self._french_quotes and document.is_french
            self.converted.convert(self.text(document), is_french)

    def published_text(self, document: Document) -> str:
        """Return the text of one that is no page, as it is published."""
        text = self.text(document)
        return self.style_sheet(text) if is_style_sheet(document.name) else text

    def style_sheet(self, css: str) -> str:
        """Return a style sheet whose addresses from the root are those of the site."""
        return replace_css_addresses(css, self._addresses.rooted)

    def body(self, document: Document) -> Body:
        """Return the body of a page or a post that `resolve_all` has seen.

        Raises ContentError: it asks too much of the machine, or leaves its place; reported.
        """
        if document.name in self._last_made:
            return self._last_made[document.name]
        if self._gave_up:
            raise ContentError(document.name)
        text = self.text(document)
        try:
            limits.check_length(text)
            self.loads.check(document.name)
            body = self._body(document, text)
        except limits.LimitExceeded as unbounded:
            self._gave_up = isinstance(unbounded, limits.TooSlow)
            found = limits.explained(unbounded, text)
            line = _line_of(found.place, text, document)
            self._diagnostics.add(found.diagnostic.at(document.source.label, line))
            raise ContentError(document.name) from unbounded
        if len(self._last_made) >= _KEPT:
            del self._last_made[next(iter(self._last_made))]
        self._last_made[document.name] = body
        return body

    def _body(self, document: Document, text: str) -> Body:
        html, is_plain = self._html(document, text)
        document.findings.clear()
        # Jekyll publishes both; nobody means to read a title twice.
        is_heading = document.titled_by_text and document.kind is not Kind.PAGE
        resolve = partial(self._resolve, document, iter(range(_MOST_TOLD)))
        if is_plain and self._plain_passes is not None and not is_heading:
            plain = [partial(_on_plain, change, document) for change in self._plain_passes]
            if body := finish_plain_body(html, resolve, plain):
                return body
        layout = document.metadata["layout"]
        may_bring_title = document.is_home or layout in _UNTITLED_LAYOUTS
        if document.kind is Kind.PAGE and not document.is_markdown:
            may_bring_title = True
        passes = [partial(_on_document, change, document) for change in self._passes]
        resolve = partial(self._resolve, document, iter(range(_MOST_TOLD)))  # some are used up
        title = document.title
        body = finish_body(html, may_bring_title, resolve, passes, title, is_heading)
        limits.check_place(body.html)
        return body

    def _html(self, document: Document, text: str) -> tuple[str, bool]:
        """Return the HTML of a text, and whether it is plain; it is checked where it is not."""
        if document.is_markdown:
            is_french = self._french_quotes and document.is_french
            if (plain := self.converted.html(text, is_french)) is not None:
                return plain, True
            limits.check_lists(text)
            check_tables(text)
            # The conversion alone: what follows it grows with the text, and may prepare images.
            with limits.limited(len(text)):
                text = self._markdown[is_french].reset().convert(text)
        limits.check_tags(text)
        return text, False

    def _without_endless_references(self, document: Document, text: str) -> str:
        mended = without_endless_references(text)
        if mended != text:
            source = document.source
            line = next((n for n, one in enumerate(source.body.split("\n")) if "&#" in one), 0)
            self._diagnostics.add(ENDLESS_REFERENCE().at(source.label, source.body_line + line))
        return mended

    def _resolve(self, document: Document, left: Iterator[int], url: str) -> str:
        """Return an address to publish; each item of `left` lets one be reported that is broken."""
        found = self._addresses.resolve(url, document)
        if found is not None:
            return found
        if next(left, None) is not None:
            source = document.source
            # The site can be built: the check, which looks further, makes an error of it.
            broken = self.broken_addresses.told(url, document.path).with_severity(WARNING)
            self._diagnostics.add(broken.at(source.label, source.line_of(url)))
        return self._addresses.repair(url)


def _line_of(place: int | None, text: str, document: Document) -> int:
    """Return the line of a place of a text, unless Liquid has moved its lines; 0 for none."""
    source = document.source
    if place is None or text.count("\n") != source.body.count("\n"):
        return 0
    return source.body_line + text.count("\n", 0, place)


def _on_document(change: BodyPass, document: Document, tree: LexborHTMLParser) -> None:
    change(tree, document)


def _on_plain(change: PlainPass, document: Document, html: str) -> str | None:
    return change(html, document)
