"""The plugin: the theme's files announced, then copied; what templates ask of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup
from pelican.settings import DEFAULT_CONFIG
from selectolax.lexbor import LexborHTMLParser

from core.diagnostics import ContentError
from core.diagnostics.catalog.build import PLUGIN_MISSING, REFUSED_SETTING
from core.diagnostics.catalog.theme import BROKEN_THEME_STYLE, MISSING_CSS_FILE
from engine.compat.given_settings import GIVEN
from engine.deferred_writer.file_generator import FileGenerator
from engine.deferred_writer.writer import DeferredWriter
from jekyll.plugin.extension_points import SiteContext, as_it_is, site_context
from jekyll.plugin.refused_settings import FEED, report_unled_addresses
from jekyll.plugin.site_view import SiteView
from jekyll.site.model import Document
from page_parts.theme_assets.assets import FOLDER, Assets
from page_parts.theme_assets.choices import (
    ICON,
    browser_bars,
    recoloured_icon,
    report_colours,
    roles_css,
    site_palette,
    site_styles,
)
from page_parts.theme_assets.other_theme import is_own
from page_parts.theme_assets.stylesheet import BadStyle, Stylesheets

_PUBLISHED = f"les fichiers de notre thème sont publiés dans {FOLDER}/"
_LISTS = "notre thème a ses propres listes, et pas celle-là"
_IN_CONFIG = "cela se dit dans content/_config.yml, par la clé « {} »"
_OUR_DATE_FORMAT = "%d/%m/%Y"  # of pelicanconf.py, for other themes
_DATES = "notre thème écrit les dates en toutes lettres, en français"
_PAGES = "le menu suit « order » et « in_menu » de chaque page"
_NO_TRACE = "notre thème ne charge rien d'un autre site"
_NO_LINK = "notre thème mène à ses propres listes"
_NO_SUMMARY = "notre thème montre le resume de chaque fichier"
_NO_FEED = "seuls les flux de Pelican le suivent, et aucun n'est demandé (FEED_ALL_ATOM…)"
_OUR_CATEGORY = "Actualités"  # of pelicanconf.py, for other themes
_NOTHING: tuple[object, ...] = ((), [], "", None, False)
# Settings of Pelican's: what they can be here, and why. We empty the second one ourselves.
_NOT_FOLLOWED: dict[str, tuple[tuple[object, ...], str]] = {
    "THEME_STATIC_DIR": ((FOLDER,), _PUBLISHED),
    "THEME_STATIC_PATHS": ((["static"], []), _PUBLISHED),
    "DEFAULT_LANG": (("fr",), "notre thème est en français"),
    "DIRECT_TEMPLATES": (([], ()), _LISTS),
    **dict.fromkeys(
        """TAG_SAVE_AS CATEGORY_SAVE_AS AUTHOR_SAVE_AS YEAR_ARCHIVE_SAVE_AS MONTH_ARCHIVE_SAVE_AS
        DAY_ARCHIVE_SAVE_AS YEAR_ARCHIVE_URL MONTH_ARCHIVE_URL DAY_ARCHIVE_URL ARCHIVES_SAVE_AS
        AUTHORS_SAVE_AS CATEGORIES_SAVE_AS TAGS_SAVE_AS""".split(),
        (("", None, False), _LISTS),
    ),
    **{
        name: ((DEFAULT_CONFIG[name], "actualites/", ""), _NO_LINK)  # the news give the others
        for name in ("TAG_URL", "CATEGORY_URL", "AUTHOR_URL")
    },
    **{
        name: ((DEFAULT_CONFIG[name],), _LISTS)
        for name in """NEWEST_FIRST_ARCHIVES REVERSE_CATEGORY_ORDER PAGINATED_TEMPLATES
        DEFAULT_ORPHANS INDEX_SAVE_AS""".split()
    },
    "PAGINATION_PATTERNS": ((list(map(tuple, DEFAULT_CONFIG["PAGINATION_PATTERNS"])),), _LISTS),
    "CSS_FILE": ((DEFAULT_CONFIG["CSS_FILE"], ""), _PUBLISHED),
    "ARTICLE_ORDER_BY": ((DEFAULT_CONFIG["ARTICLE_ORDER_BY"],), _LISTS),
    "DEFAULT_PAGINATION": ((False, None, 0), _LISTS),
    "DEFAULT_DATE_FORMAT": ((_OUR_DATE_FORMAT, DEFAULT_CONFIG["DEFAULT_DATE_FORMAT"]), _DATES),
    "DATE_FORMATS": (({},), _DATES),
    "PAGE_ORDER_BY": ((DEFAULT_CONFIG["PAGE_ORDER_BY"],), _PAGES),
    "DISPLAY_PAGES_ON_MENU": ((False,), _PAGES),
    "DISPLAY_CATEGORIES_ON_MENU": ((False,), _PAGES),
    # What its documentation says that themes show.
    "MENUITEMS": (_NOTHING, _IN_CONFIG.format("menu")),
    **dict.fromkeys("LINKS LINKS_WIDGET_NAME".split(), (_NOTHING, _IN_CONFIG.format("menu"))),
    "SITESUBTITLE": (_NOTHING, _IN_CONFIG.format("description")),
    **dict.fromkeys(
        "SOCIAL SOCIAL_WIDGET_NAME GITHUB_URL GITHUB_POSITION TWITTER_USERNAME".split(),
        (_NOTHING, _IN_CONFIG.format("reseaux")),
    ),
    **dict.fromkeys(
        "DISQUS_SITENAME GOOGLE_ANALYTICS ANALYTICS STYLESHEET_URL".split(), (_NOTHING, _NO_TRACE)
    ),
}
# Those that Pelican's own feeds follow too.
_IN_FEEDS: dict[str, tuple[tuple[object, ...], str]] = {
    "DEFAULT_CATEGORY": ((_OUR_CATEGORY, DEFAULT_CONFIG["DEFAULT_CATEGORY"]), _LISTS),
    "SUMMARY_MAX_LENGTH": ((DEFAULT_CONFIG["SUMMARY_MAX_LENGTH"],), _NO_SUMMARY),
    "SUMMARY_END_SUFFIX": ((DEFAULT_CONFIG["SUMMARY_END_SUFFIX"],), _NO_SUMMARY),
    "SUMMARY_MAX_PARAGRAPHS": ((None,), _NO_SUMMARY),
    **{
        name: ((DEFAULT_CONFIG.get(name),), _NO_FEED)
        for name in """RSS_FEED_SUMMARY_ONLY FEED_APPEND_REF SLUGIFY_USE_UNICODE
        SLUGIFY_PRESERVE_CASE SLUG_REGEX_SUBSTITUTIONS TAG_REGEX_SUBSTITUTIONS
        CATEGORY_REGEX_SUBSTITUTIONS AUTHOR_REGEX_SUBSTITUTIONS""".split()
    },
}
# What our templates ask of other plugins; other themes ask it of none.
_NEEDED = {
    f"page_parts.{name}" for name in ("embeds", "head_metadata", "images", "security_policy")
}


def read_assets(context: SiteContext) -> None:
    """Read the theme's files, and announce them; another theme's are copied by Pelican."""
    settings = context.settings
    if not is_own(settings["THEME"]):
        if settings.get(GIVEN):
            context.diagnostics.add(MISSING_CSS_FILE(name=settings[GIVEN]))
        report_unled_addresses(settings, context.diagnostics)
        return
    for needed in _NEEDED.difference(settings["PLUGINS"]):
        context.diagnostics.add(PLUGIN_MISSING(needed=needed, what="notre thème"))
    has_feeds = any(settings[name] for name in settings if FEED.fullmatch(name))
    for name, (fitting, why) in (_NOT_FOLLOWED | ({} if has_feeds else _IN_FEEDS)).items():
        if settings.get(name) not in fitting:
            context.diagnostics.add(REFUSED_SETTING(name=name, why=why))
    if settings.get(GIVEN):
        context.diagnostics.add(REFUSED_SETTING(name="CSS_FILE", why=_PUBLISHED))
    if not has_feeds and settings["FEED_DOMAIN"] != settings["SITEURL"]:
        context.diagnostics.add(REFUSED_SETTING(name="FEED_DOMAIN", why=_NO_FEED))
    root, palette = Path(settings["THEME"]) / "static", site_palette(context)
    changed = {}
    if palette:
        report_colours(context, palette)
        if (root / ICON).is_file():
            changed[ICON] = recoloured_icon((root / ICON).read_bytes(), palette)
    assets = Assets(root, changed)
    context.put(assets)
    for path in assets.published.values():
        context.announce(path, "un fichier du thème")
    context.add_body_pass(_ask_styles, as_it_is)


def _ask_styles(tree: LexborHTMLParser, document: Document) -> None:
    if tree.css_first("table"):
        document.ask_style("tableaux")


def add_functions(generator: Any) -> None:
    """Give a generator's templates `asset`, `stylesheet`, `styles_of`, `browser_bars`, `alike`."""
    context = site_context(generator.settings)
    palette, look = site_palette(context), context.site.config.settings.look

    def asset(name: str) -> str:
        return context.base_path + context.get(Assets).path(name)

    theme = Path(generator.settings["THEME"])
    styles = Stylesheets(theme / "styles", asset, roles_css(palette) if palette else "")
    always = site_styles(context.site.config.settings)

    def stylesheet(*kinds: str) -> Markup:
        try:
            return Markup(
                styles.of(*kinds, *always)
            )  # it ends at `</style`, which no rule of ours holds
        except BadStyle as bad:
            name = f"theme/{bad.path.relative_to(theme).as_posix()}"
            context.diagnostics.add(BROKEN_THEME_STYLE(why=bad.reason).at(name, bad.line))
            raise ContentError(str(bad)) from bad

    def styles_of(shown: Any) -> list[str]:
        """Return the kinds of styles that what a body holds asks for."""
        document = context.site.documents.get(getattr(shown, "relative_source_path", ""))
        return document.styles if document else []

    bars = browser_bars(palette, look) if palette else []
    generator.env.globals.update(
        asset=asset,
        stylesheet=stylesheet,
        styles_of=styles_of,
        browser_bars=bars,
        alike=_alike(generator.env.globals["site"]),
    )


def _alike(site: SiteView) -> Callable[..., Markup]:
    """Return what makes a part of a template once for all the pages that show it alike."""
    made: dict[tuple[str, ...], Markup] = {}

    @pass_context
    def alike(context: Context, name: str) -> Markup:
        """Return a part, whose menus show the page as current; `ours` tells another language."""
        file = context["output_file"]
        key = (name, context["ours"], file if file in site.current_files else "")
        if key not in made:
            template = context.environment.get_template(name)
            made[key] = Markup(template.render(context.get_all()))
        return made[key]

    return alike


class AssetGenerator(FileGenerator):
    """Publishes the theme's files."""

    def generate_output(self, writer: DeferredWriter) -> None:
        """Copy them."""
        assets = site_context(self.settings).get(Assets)
        for name, path in assets.published.items():
            writer.promise(path, partial(assets.data, name))
