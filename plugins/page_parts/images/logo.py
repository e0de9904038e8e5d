"""The logo of the site: one file, or one for each scheme of colours, in the header of each page."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup, escape
from selectolax.lexbor import LexborHTMLParser, LexborNode

from core.diagnostics import WARNING
from core.diagnostics.catalog.settings import DARK_LOGO_ALONE, LOGO_TEXT_ALONE
from jekyll.liquid.link_tags import Linker
from jekyll.liquid.renderer import BadTag
from jekyll.plugin.extension_points import SiteContext
from jekyll.site.config import FILE_NAME
from page_parts.images.site_images import SiteImages

_SIZES = "18rem"
_TALL = 0.8  # the width of a logo that is tall, in times its height
_DARK = "screen and (prefers-color-scheme: dark)"  # paper is no dark screen


@dataclass(frozen=True)
class LogoFiles:
    """The addresses of the logo, and of the one for dark screens; "" for none."""

    href: str = ""
    dark_href: str = ""


@dataclass(frozen=True)
class Logo:
    """The logo, ready for a template."""

    html: Markup  # its element
    is_beside_name: bool  # it only decorates the name of the site, which is written beside it


def find_logo(context: SiteContext) -> LogoFiles:
    """Return the files of a site's logo; what is wrong with them is reported."""
    look, label = context.site.config.settings.look, f"{context.site.label}/{FILE_NAME}"
    linker, found = Linker(context.site, context.base_path), {}
    for key, name in (("logo", look.logo), ("logo_sombre", look.logo_dark)):
        line = context.site.config.line(key)
        try:
            found[key] = linker.link(name) if name else ""
        except BadTag as bad:  # a site of Jekyll's may have no such file: it is no error
            found[key] = ""
            context.diagnostics.add(bad.diagnostic.with_severity(WARNING).at(label, line))
    if not look.logo:
        alone = {"logo_sombre": DARK_LOGO_ALONE, "logo_texte": LOGO_TEXT_ALONE}
        for key, rule in alone.items():
            if line := context.site.config.line(key):
                context.diagnostics.add(rule().at(label, line))
    return LogoFiles(found["logo"], found["logo_sombre"]) if found["logo"] else LogoFiles()


def show_logo(files: LogoFiles, images: SiteImages, words: str) -> Logo | None:
    """Return the logo as pages show it, or None; its `words` are "" where it decorates."""
    if not files.href:
        return None
    light = _tree(files.href, images, words)
    image = light.css_first("img")
    if image is None:
        return None
    if _is_tall(image):
        image.attrs["class"] = "tall"
    sources = [node.html or "" for node in light.css("source")]
    if files.dark_href:
        sources = [*_dark_sources(files.dark_href, images), *sources]
    html = f"<picture>{''.join(sources)}{image.html}</picture>" if sources else image.html
    return Logo(Markup(html), not words)


def _tree(href: str, images: SiteImages, words: str) -> LexborHTMLParser:
    # It is in sight when a page opens, and no more urgent than its words.
    html = f'<img src="{escape(href)}" alt="{escape(words)}" loading="eager">'
    tree = LexborHTMLParser(html, is_fragment=True)
    images.fit(tree, _SIZES)
    return tree


def _is_tall(image: LexborNode) -> bool:
    width, height = (int(image.attributes.get(side) or 0) for side in ("width", "height"))
    return 0 < width < height * _TALL


def _dark_sources(href: str, images: SiteImages) -> list[str]:
    """Return the sources of the logo of dark screens: its formats, then the file that all read."""
    tree = _tree(href, images, "")
    image = tree.css_first("img")
    if image is None:
        return []
    sources = tree.css("source")
    for source in sources:
        source.attrs["media"] = _DARK
    last = tree.create_node("source")
    last.attrs["srcset"] = (image.attributes.get("src") or "").replace(",", "%2C")
    last.attrs["media"] = _DARK
    for node in [*sources, last]:
        for side in ("width", "height"):
            if value := image.attributes.get(side):
                node.attrs[side] = value
    return [node.html or "" for node in [*sources, last]]
