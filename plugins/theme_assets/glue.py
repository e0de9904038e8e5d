"""The plugin's glue: the theme's files announced, then copied; two functions for templates."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from markupsafe import Markup
from pelican.generators import Generator

from deferred_writer.writer import DeferredWriter
from faults import ContentError, Faults
from scribouilli.extension_points import Generated
from scribouilli.site import Site
from scribouilli.urls import base_path
from theme_assets.assets import Assets
from theme_assets.stylesheet import BadStyle, Stylesheets


def read_assets(
    site: Site, settings: dict[str, Any], faults: Faults, generated: list[Generated]
) -> None:
    """Read the theme's files, and announce them."""
    del site, faults
    assets = Assets(Path(settings["THEME"]) / "static")
    settings["THEME_ASSETS"] = assets
    generated += [Generated(path, "un fichier du thème") for path in assets.published.values()]


def add_functions(generator: Any) -> None:
    """Give a generator's templates `asset` and `stylesheet`."""
    settings = generator.settings
    base = base_path(settings["SITEURL"])

    def asset(name: str) -> str:
        return base + settings["THEME_ASSETS"].path(name)

    theme = Path(settings["THEME"])
    styles = settings.setdefault("THEME_STYLES", Stylesheets(theme / "styles", asset))

    def stylesheet(*kinds: str) -> Markup:
        try:
            return Markup(styles.of(*kinds))  # it ends at `</style`, which no rule of ours holds
        except BadStyle as bad:
            name = f"theme/{bad.path.relative_to(theme).as_posix()}"
            message = f"cette feuille de style ne se lit pas : {bad.reason}"
            settings["FAULTS"].add(name, bad.line, message, "Corrigez cette ligne.")
            raise ContentError(str(bad)) from bad

    generator.env.globals.update(asset=asset, stylesheet=stylesheet)


class AssetGenerator(Generator):
    """Publishes the theme's files."""

    def generate_output(self, writer: DeferredWriter) -> None:
        """Copy them."""
        assets: Assets = self.settings["THEME_ASSETS"]
        for name, path in assets.published.items():
            writer.promise(path, (assets.root / name).read_bytes)
