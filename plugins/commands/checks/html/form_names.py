"""Forms: each field and each button has a name that all can hear (WCAG 2.2, 1.3.1 and 4.1.2)."""

from __future__ import annotations

from selectolax.lexbor import LexborNode

from commands.checks.html.table import LABELABLE
from commands.checks.links.link_names import link_name
from commands.checks.pages import Page
from commands.checks.site import CheckedSite
from core.diagnostics import WARNING
from core.diagnostics.catalog.html import LABEL_OF_NO_FIELD, UNNAMED_BUTTON, UNNAMED_FIELD

_NAMED_ALONE = frozenset("hidden submit reset button image".split())
_NAMING = ("aria-label", "aria-labelledby", "title", "placeholder")
_SHOWN = ("type", "name", "id")


def check_forms(site: CheckedSite) -> None:
    """Tell the buttons without words, the fields without a name, the labels of what is no field."""
    for page in site.pages.values():
        fields = page.in_content("button, input, select, textarea, label[for]")
        if not fields or page.has_scripts:  # one may give names
            continue
        labelled = {label.attributes.get("for") for label in page.in_content("label[for]")}
        named = _named(page) if labelled else {}
        for field in site.until_enough(page, fields):
            if page.is_hidden(field):
                continue
            if field.tag == "label":
                _check_label(site, page, field, named)
            elif field.tag == "button":
                _check_button(site, page, field)
            elif field.attributes.get("id") not in labelled:
                _check_field(site, page, field)


def _named(page: Page) -> dict[str, LexborNode]:
    """Return the elements of a page by their ids, the first of each."""
    return {one.attributes.get("id") or "": one for one in reversed(page.tree.css("[id]"))}


def _check_label(
    site: CheckedSite, page: Page, label: LexborNode, named: dict[str, LexborNode]
) -> None:
    name = label.attributes.get("for") or ""
    held = named.get(name)
    if name and held is not None and held.tag not in LABELABLE and "-" not in (held.tag or ""):
        at = [f'for="{name}"', f"for='{name}'", f"for={name}"]
        diagnostic = LABEL_OF_NO_FIELD(name=name, tag=held.tag)
        site.report(page, diagnostic, at, page.nth(label, "for"))


def _check_button(site: CheckedSite, page: Page, button: LexborNode) -> None:
    if not link_name(button) and not (button.attributes.get("value") or "").strip():
        site.report(page, UNNAMED_BUTTON(), ["<button"], page.nth(button))


def _check_field(site: CheckedSite, page: Page, field: LexborNode) -> None:
    given = field.attributes
    kind = (given.get("type") or "text").lower()
    is_named = any((given.get(key) or "").strip() for key in _NAMING)
    if is_named or kind in _NAMED_ALONE or page.is_among(field, "label *"):
        return
    shown = " ".join(f'{key}="{given[key]}"' for key in _SHOWN if given.get(key))
    tag = f"<{field.tag} {shown}>" if shown else f"<{field.tag}>"
    at = [*(f'{key}="{given[key]}"' for key in ("id", "name") if given.get(key)), f"<{field.tag}"]
    site.report(page, UNNAMED_FIELD(tag=tag).with_severity(WARNING), at, page.nth(field, "name"))
