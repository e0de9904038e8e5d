"""How the site is built. What the site says of itself is in content/_config.yml."""

import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent
if str(PROJECT / "plugins") not in sys.path:  # they import one another
    sys.path.insert(0, str(PROJECT / "plugins"))
from core.project_paths import CACHE  # noqa: E402 (once they are found)
from engine.compat.plain_start import say_plainly  # noqa: E402 (the same)

say_plainly()
PATH = "content"
OUTPUT_PATH = "output"
CACHE_PATH = str(CACHE)
THEME = "theme"
PLUGIN_PATHS = ["plugins"]
# engine.deferred_writer comes first: once it has written, the others see files.
# page_parts.security_policy comes last: its pass looks at the bodies that the others leave.
PLUGINS = """
    engine.deferred_writer jekyll.plugin engine.compiled_templates page_parts.theme_assets
    page_parts.embeds page_parts.images page_parts.lead_image page_parts.galleries
    page_parts.highlights page_parts.french content_types.front_page content_types.events
    content_types.commons content_types.calendars content_types.agenda_views content_types.news
    output_files.feeds output_files.sitemap_and_robots content_types.not_found
    page_parts.share_pictures output_files.hosting page_parts.head_metadata editor.online
    pelican.plugins.jinja_filters page_parts.security_policy
""".split()

DEFAULT_LANG = "fr"
TIMEZONE = "Europe/Paris"
LOCALE = ["C.UTF-8", "C"]  # French words come from Babel: no locale to install

# Sources and addresses are those of jekyll.plugin: nothing is guessed from paths or names.
SITEURL = ""
FILENAME_METADATA = ""
PATH_METADATA = ""
USE_FOLDER_AS_CATEGORY = False
PAGE_TRANSLATION_ID = None
ARTICLE_TRANSLATION_ID = None
CONTENT_COLLECTIONS = {"evenements": "/agenda/{name}/", "communs": "/communs/{name}/"}
IGNORE_FILES: list[str] = []
STATIC_EXCLUDE_SOURCES = False

# Only what our own templates show.
DEFAULT_CATEGORY = "Actualités"  # what other themes say of an article without one
DEFAULT_DATE_FORMAT = "%d/%m/%Y"  # what they show of its date: without a locale's words
DISPLAY_PAGES_ON_MENU = False  # they show the site's own menu, added to MENUITEMS
DISPLAY_CATEGORIES_ON_MENU = False
DIRECT_TEMPLATES: list[str] = []
AUTHOR_SAVE_AS = ""
CATEGORY_SAVE_AS = ""
TAG_SAVE_AS = ""
FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None

# Escaping is on: a title is text, whatever it holds.
JINJA_ENVIRONMENT = {
    "autoescape": True,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "auto_reload": False,  # a template does not change during a build
}
