"""Stock Pelican: its `simple` theme and its own defaults, at the same addresses as the others."""

SITENAME = "Le banc d'essai"
SITEURL = ""
PATH = "content"
OUTPUT_PATH = "output"
THEME = "simple"
TIMEZONE = "Europe/Paris"
DEFAULT_LANG = "fr"
STATIC_PATHS = ["images"]
ARTICLE_URL = "{category}/{date:%Y}/{date:%m}/{date:%d}/{slug}.html"
ARTICLE_SAVE_AS = ARTICLE_URL
PAGE_URL = "{slug}.html"
PAGE_SAVE_AS = PAGE_URL
DEFAULT_PAGINATION = 10
FEED_DOMAIN = "http://localhost"
FEED_ALL_ATOM = "feed.xml"
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
FEED_MAX_ITEMS = 10
