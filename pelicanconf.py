"""How the site is built. What the site says of itself is in content/_config.yml."""

PATH = "content"
OUTPUT_PATH = "output"
CACHE_PATH = ".cache"
THEME = "theme"
THEME_STATIC_PATHS = []  # the plugin theme_assets publishes the theme's files
PLUGIN_PATHS = ["plugins"]
# security_policy comes last: its pass looks at the bodies that the others leave.
PLUGINS = """
    deferred_writer scribouilli compiled_templates theme_assets embeds images french front_page
    events commons news feeds sitemap not_found share_pictures hosting head_metadata
    pelican.plugins.jinja_filters security_policy
""".split()

DEFAULT_LANG = "fr"
TIMEZONE = "Europe/Paris"
LOCALE = ["C.UTF-8", "C"]  # French words come from the plugin `french`: no locale to install

# Sources and addresses are the plugin scribouilli's: nothing is guessed from paths or names.
SITEURL = ""
FILENAME_METADATA = ""
PATH_METADATA = ""
USE_FOLDER_AS_CATEGORY = False
PAGE_TRANSLATION_ID = None
ARTICLE_TRANSLATION_ID = None
CONTENT_COLLECTIONS = {"evenements": "/agenda/{name}/", "communs": "/communs/{name}/"}
IGNORE_FILES = []
STATIC_EXCLUDE_SOURCES = False

# Only what our own templates show.
DIRECT_TEMPLATES = []
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
