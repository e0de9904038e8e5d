"""Links that are none by a typo: visitors read their signs."""

from __future__ import annotations

import re
from itertools import islice

from commands.checks.markdown.invisible_signs import UNSEEN, name_of_unseen
from commands.checks.pages import Page, words_of
from commands.checks.site import CheckedSite
from core.diagnostics import Diagnostic
from core.diagnostics.catalog import typos as rules
from core.diagnostics.rule import Rule
from jekyll.front_matter import Source
from jekyll.front_matter.source_positions import without_code
from jekyll.site.model import Document

# No quantifier gives back what it took: however many signs a page holds, it is read once.
_WORDS = r"\[[^\[\]\n]++\]"
_ENDINGS = "md html? pdf docx? odt jpe?g png gif svg webp avif mp[34] ics zip txt".replace(" ", "|")
_ADDRESS = rf"(?>https?://|mailto:|tel:|www\.|/|\.\.?/|\#\w|[\w./-]+\.(?:{_ENDINGS})\b)"
_MOST = 1000  # of each typo, looked for among the words of one page
# What a link that is none looks like, and what is wrong with it.
SLIPS = (
    (
        re.compile(rf"{_WORDS}(?P<cut>[ \t{UNSEEN}]++\n?+|\n)[ \t]*+\({_ADDRESS}[^)\s\[]*+\)"),
        rules.LINK_CUT_BY_A_SPACE,
    ),
    (
        re.compile(rf"^ {{0,3}}{_WORDS}(?P<cut>:)[ \t]*+\({_ADDRESS}[^)\s\[]*+\)", re.MULTILINE),
        rules.LINK_CUT_BY_A_SPACE,
    ),
    (re.compile(rf"\([^()\n]++\)\[{_ADDRESS}[^\[\]\s]*+\]"), rules.LINK_TURNED_ROUND),
    (re.compile(rf"{_WORDS}\{{{_ADDRESS}[^{{}}\s]*+\}}"), rules.LINK_TURNED_ROUND),
    (re.compile(rf"\([^()\n]++\)\({_ADDRESS}[^()\s]*+\)"), rules.LINK_TURNED_ROUND),
    (
        re.compile(
            rf"(?:\[[^\[\](){{}}\n]++[)}}]|\{{[^\[\](){{}}\n]++[\]}})])\({_ADDRESS}[^()\s]*+\)"
        ),
        rules.LINK_TURNED_ROUND,
    ),
    (re.compile(rf"{_WORDS}\]\({_ADDRESS}[^()\s]*+\)"), rules.LINK_TURNED_ROUND),
    (
        re.compile(
            rf"(?<=!){_WORDS}(?=[\w./-])(?:/?[\w.-]++/)*+[\w-]++\.(?:jpe?g|png|gif|svg|webp|avif)\b"
        ),
        rules.LINK_TURNED_ROUND,
    ),
    (re.compile(rf"{_WORDS}<?https?://[^\s<>()\[\]]++>?"), rules.LINK_TURNED_ROUND),
    (re.compile(rf"(?<!\])\({_ADDRESS}[^()\s\[]*+\)\[[^\[\]\n]++\]"), rules.LINK_TURNED_ROUND),
    (
        re.compile(rf"{_WORDS}\({_ADDRESS}[^\[)\s]*+(?:[ \t]++[^\s)\[][^\n)\[]*+)?$", re.MULTILINE),
        rules.UNCLOSED_LINK,
    ),
    (re.compile(rf"{_WORDS}\({_ADDRESS}[^\s()\[]*+\([^\s()\[]*+\)(?!\))"), rules.UNCLOSED_LINK),
    (
        re.compile(rf"""{_WORDS}\({_ADDRESS}[^)\s\[]*+[ \t]++(?:"[^"\n)]*+|'[^'\n)]*+)\)"""),
        rules.UNCLOSED_TITLE_OF_LINK,
    ),
    (
        re.compile(rf"(?<![\]\w)])\[[^\[\]()\n]++\({_ADDRESS}[^)\s\[]*+\)"),
        rules.LINK_WITHOUT_A_BRACKET,
    ),
    (
        re.compile(rf"^[^\[\]\n]++\]\({_ADDRESS}[^)\s\[]*+\)", re.MULTILINE),
        rules.LINK_WITHOUT_A_BRACKET,
    ),
    (
        re.compile(rf"\[[^\[\]\n|]++(?<!\\)\|[^\[\]\n]*+\]\({_ADDRESS}[^)\s\[]*+\)"),
        rules.LINK_CUT_INTO_CELLS,
    ),
    (
        re.compile(rf"(?<=!){_WORDS}\({_ADDRESS}[^)\s\[|]*+\|[ \t]*+\d{{1,5}}[^)\n]{{0,20}}\)"),
        rules.LINK_CUT_INTO_CELLS,
    ),
    (re.compile(rf"{_WORDS}{_WORDS}"), rules.LINK_WITHOUT_REFERENCE),
)
# The address of a reference, a space before its colon: « [statuts] : /statuts.pdf ».
_DEFINITION = re.compile(
    rf"^ {{0,3}}\[(?P<name>[^\[\]\n^]{{1,100}})\][ \t{UNSEEN}]++:[ \t]*+<?{_ADDRESS}\S*+",
    re.MULTILINE,
)


def check_link_typos(site: CheckedSite) -> None:
    """Warn of the links whose signs are read as text; tell the comments that nothing closes."""
    for page in site.pages.values():
        document = site.documents.get(page.name)
        if document and document.is_markdown:
            _check_one(site, document, page)


def _check_one(site: CheckedSite, document: Document, page: Page) -> None:
    source = document.source
    bare = without_code(source.body)
    if any(sign in bare for sign in ("[", "](", ")(", "}(")):
        _check_slips(site, source, bare, page)
    if "<!--" in bare:
        site.add_at(source, bare, bare.index("<!--"), rules.UNCLOSED_HTML_COMMENT())


def _check_slips(site: CheckedSite, source: Source, bare: str, page: Page) -> None:
    shown = _bare(words_of(page.content)) if page.content is not None else ""
    cut = {}
    for found in islice(_DEFINITION.finditer(bare), _MOST):
        if f"][{found['name']}]" in bare and _bare(found[0]) in shown:
            cut[f"[{found['name']}]"] = found.start()
    for name, start in cut.items():
        site.add_at(source, bare, start, rules.REFERENCE_CUT_BY_A_SPACE(written=f"{name} :"))
    for pattern, rule in SLIPS:
        for found in islice(pattern.finditer(bare), _MOST):
            is_lost = found.groupdict().get("cut") == ":"  # kramdown keeps it for other links
            if (is_lost or _bare(found[0]) in shown) and not found[0].endswith(tuple(cut)):
                site.add_at(source, bare, found.start(), _diagnostic(rule, found))


def _diagnostic(rule: Rule, found: re.Match[str]) -> Diagnostic:
    """Return what is wrong with what looks like a link, or like an image."""
    written, cut = " ".join(found[0].split()), found.groupdict().get("cut") or ""
    is_image = found.string[: found.start()].endswith("!")
    what = "cette image n'en est pas une" if is_image else "ce lien n'en est pas un"
    unseen = next((sign for sign in cut if not sign.isspace()), "")
    sign = name_of_unseen(unseen) if unseen else "une espace"
    sign = "« : »" if cut == ":" else sign
    mark = "!" * is_image
    if is_image and (size := re.search(r"\| ?(\d+)[^\])]*([\])])", written)):
        hint = f'Écrivez !{written.replace(size[0], size[2])}{{: width="{size[1]}"}}.'
        return rule(what=what, written=f"!{written}", hint=hint)
    return rule(what=what, sign=sign, written=mark + written, form=f"{mark}[les mots](l'adresse)")


def _bare(text: str) -> str:
    """Return a text without what typography changes, its brackets kept."""
    return re.sub(r"[^\w\[\]()]+", "", text)
