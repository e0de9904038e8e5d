"""The site's own settings, `_config.yml`: those known are read, those of others tolerated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from zoneinfo import ZoneInfo

from core.diagnostics import ContentError, Diagnostics
from core.diagnostics.silence import Silence
from core.names import plain
from jekyll.front_matter import Value, parse_mapping
from jekyll.front_matter.source import decode, read_bytes
from jekyll.front_matter.yaml_values import unaccented
from jekyll.site.config_schema import CONFIG, FRENCH_QUOTES
from jekyll.site.entry_filter import EntryFilter
from jekyll.site.settings import Settings
from jekyll.site.settings_schema import SETTINGS, make_settings
from jekyll.site.silenced_rules import report_lost_silences

# Settings that Jekyll, its plugins and Scribouilli follow, and nothing here (jekyllrb.com,
# « Configuration options »); and `permalink`, which keeps the addresses that Jekyll gave.
_JEKYLL_KEYS = frozenset(
    """theme remote_theme plugins gems scribouilli permalink markdown kramdown highlighter sass
    defaults paginate paginate_path whitelist incremental""".split()
)
FILE_NAME = "_config.yml"


@dataclass(frozen=True)
class SiteConfig:
    """What the site says of itself.

    Attributes:
        title: the site's name, or None (the home page's title is used then).
        description: one sentence, or "".
        siteurl: address without its last slash, "" or `/projet` where no host is given.
        collections: the folders, without their `_`, whose files are pages out of the menu.
        entries: which entries of the folder are published.
        names_jekyll: it has settings of Jekyll's: the site is to stay as Jekyll built it, and no
            page is added to it unasked.
        allowed_origins: other sites whose contents pages load without asking.
        permalink: the form of the addresses of posts, "" for the one of a site that says nothing.
        timezone: the one of its dates, where it is given.
        silence: the rules that the whole site does not want to be told of.
        settings: what members choose: colours, logo, menu, footer.
        values: the file as it is written, each key with its line.
        french_quotes: straight quotation marks become « », as the file says (`guillemets`), or else
            unless it has settings of Jekyll's: kramdown makes “ ” of them.
    """

    title: str | None = None
    description: str = ""
    siteurl: str = ""
    collections: tuple[str, ...] = ()
    entries: EntryFilter = field(default_factory=EntryFilter)
    names_jekyll: bool = False
    allowed_origins: tuple[str, ...] = ()
    permalink: str = ""
    timezone: ZoneInfo | None = None
    silence: Silence | None = None
    settings: Settings = field(default_factory=Settings)
    values: Mapping[str, Value] = field(default_factory=dict, repr=False)
    french_quotes: bool = True

    @property
    def zone(self) -> ZoneInfo:
        """Return the time zone in which dates are read: UTC, as on Jekyll's hosts, without one."""
        return self.timezone or ZoneInfo("UTC")

    def line(self, key: str) -> int:
        """Return the line on which one of our own keys is written, 0 where it is not."""
        found = (value.line for name, value in self.values.items() if plain(name) == key)
        return next(found, 0)

    @property
    def page_ending(self) -> str:
        """Return what ends the address of a page (`Jekyll::Utils.add_permalink_suffix`)."""
        return "/" if self.permalink.endswith("/") else ".html"


def read_config(content: Path, label: str, diagnostics: Diagnostics) -> SiteConfig:
    """Read `_config.yml` of a content folder; without one, everything has its default."""
    path, name = content / FILE_NAME, f"{label}/{FILE_NAME}"
    if not path.exists() and not path.is_symlink():
        return SiteConfig()
    try:
        text = decode(read_bytes(content, FILE_NAME, name, diagnostics), name, diagnostics)
        written = parse_mapping(text, name, diagnostics)
        values = CONFIG.read(unaccented(written, SETTINGS, name, diagnostics), name, diagnostics)
        report_lost_silences(written, name, diagnostics)
    except ContentError:
        return SiteConfig()
    names_jekyll, quotes = not _JEKYLL_KEYS.isdisjoint(written), values["guillemets"]
    return SiteConfig(
        values["title"],
        values["description"],
        values["url"] + values["baseurl"],
        values["collections"],
        EntryFilter(values["exclude"], values["include"]),
        names_jekyll,
        values["origines_autorisees"],
        values["permalink"],
        values["timezone"],
        values["verification"],
        make_settings(values),
        written,
        french_quotes=quotes == FRENCH_QUOTES if quotes else not names_jekyll,
    )
