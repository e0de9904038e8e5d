"""The plugin: the theme's files announced, then copied; two functions for templates."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from markupsafe import Markup
from pelican.generators import Generator

from core.diagnostics import ContentError
from core.diagnostics.catalog.build import REFUSED_SETTING
from core.diagnostics.catalog.theme import BROKEN_THEME_STYLE
from engine.deferred_writer.writer import DeferredWriter
from jekyll.plugin.extension_points import SiteContext, site_context
from page_parts.theme_assets.assets import FOLDER, Assets
from page_parts.theme_assets.other_theme import is_own
from page_parts.theme_assets.stylesheet import BadStyle, Stylesheets

_PUBLISHED = f"les fichiers de notre thème sont publiés dans {FOLDER}/"
# Settings of Pelican's: what they can be here, and why. We empty the second one ourselves.
_NOT_FOLLOWED: dict[str, tuple[tuple[object, ...], str]] = {
    "THEME_STATIC_DIR": ((FOLDER,), _PUBLISHED),
    "THEME_STATIC_PATHS": ((["static"], []), _PUBLISHED),
    "DEFAULT_LANG": (("fr",), "notre thème est en français"),
}


def read_assets(context: SiteContext) -> None:
    """Read the theme's files, and announce them; another theme's are copied by Pelican."""
    if not is_own(context.settings["THEME"]):
        return
    for name, (fitting, why) in _NOT_FOLLOWED.items():
        if context.settings[name] not in fitting:
            context.diagnostics.add(REFUSED_SETTING(name=name, why=why))
    assets = Assets(Path(context.settings["THEME"]) / "static")
    context.put(assets)
    for path in assets.published.values():
        context.announce(path, "un fichier du thème")


def add_functions(generator: Any) -> None:
    """Give a generator's templates `asset` and `stylesheet`."""
    context = site_context(generator.settings)

    def asset(name: str) -> str:
        return context.base_path + context.get(Assets).path(name)

    theme = Path(generator.settings["THEME"])
    styles = Stylesheets(theme / "styles", asset)

    def stylesheet(*kinds: str) -> Markup:
        try:
            return Markup(styles.of(*kinds))  # it ends at `</style`, which no rule of ours holds
        except BadStyle as bad:
            name = f"theme/{bad.path.relative_to(theme).as_posix()}"
            context.diagnostics.add(BROKEN_THEME_STYLE(why=bad.reason).at(name, bad.line))
            raise ContentError(str(bad)) from bad

    generator.env.globals.update(asset=asset, stylesheet=stylesheet)


class AssetGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Publishes the theme's files."""

    def generate_output(self, writer: DeferredWriter) -> None:
        """Copy them."""
        assets = site_context(self.settings).get(Assets)
        for name, path in assets.published.items():
            writer.promise(path, (assets.root / name).read_bytes)
