"""What members choose in `_config.yml`, put in the theme's own files: its styles and its icon."""

from __future__ import annotations

from collections.abc import Mapping

from core.colours import Palette, palette_of
from core.diagnostics.catalog.settings import COLOUR_CHOSEN_TWICE, COLOUR_MOVED
from core.plain_files import read_inside
from jekyll.plugin.extension_points import SiteContext
from jekyll.plugin.site_view import CUSTOM_CSS
from jekyll.site.config import FILE_NAME
from jekyll.site.settings import Appearance, Settings

ICON = "images/favicon.svg"
# The colours of the identity's icon, on light and on dark tabs, and their roles.
_ICON_COLOURS = {b"#191D4A": "accent", b"#FFC233": "sun"}
_OWN_COLOUR = b"--couleur-primaire"


def site_palette(context: SiteContext) -> Palette | None:
    """Return the colours of a site, or None for the identity's own."""
    colour = context.site.config.settings.look.colour
    return palette_of(colour) if colour else None


def report_colours(context: SiteContext, palette: Palette) -> None:
    """Report a colour that is not the one that was asked for, or that is chosen elsewhere too."""
    site = context.site
    if palette.other:
        moved = COLOUR_MOVED(asked=palette.asked, area=palette.area, other=palette.other)
        label = f"{site.label}/{FILE_NAME}"
        context.diagnostics.add(moved.at(label, site.config.line("couleur")))
    if CUSTOM_CSS in site.copied:
        before, found, _ = read_inside(site.files.root, CUSTOM_CSS).partition(_OWN_COLOUR)
        if found:
            twice = COLOUR_CHOSEN_TWICE()
            context.diagnostics.add(twice.at(f"{site.label}/{CUSTOM_CSS}", before.count(b"\n") + 1))


def site_styles(settings: Settings) -> list[str]:
    """Return the styles that each page has for what its members chose, last in its own."""
    wanted = {
        "logo": settings.look.logo,
        "contact": settings.contact.is_told or settings.networks,
        "couleur": settings.look.colour,
    }
    return [kind for kind, is_wanted in wanted.items() if is_wanted]


def roles_css(palette: Palette) -> str:
    """Return the rules that give the theme's roles their colours, in its layer `tokens`."""
    light, dark = _declarations(palette.light), _declarations(palette.dark)
    return (
        f"@layer tokens {{ :root {{ {light} }} "
        f"@media (prefers-color-scheme: dark) {{ :root {{ {dark} }} }} }}"
    )


def _declarations(roles: Mapping[str, str]) -> str:
    return " ".join(f"--{role}: {colour};" for role, colour in roles.items())


def browser_bars(palette: Palette, look: Appearance) -> list[tuple[str, str]]:
    """Return the colours of browsers' bars, above the header, each with its scheme or ""."""
    if not look.logo:
        return [(palette.area, "")]
    paper, night = palette.light["paper"], palette.light["night"]
    return [(paper, "light"), (night, "dark")] if look.logo_dark else [(paper, "")]


def recoloured_icon(icon: bytes, palette: Palette) -> bytes:
    """Return the theme's icon in a site's colours; another icon is left as it is."""
    for own, role in _ICON_COLOURS.items():
        icon = icon.replace(own, palette.light[role].encode())
    return icon
