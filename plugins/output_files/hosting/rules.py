"""What a server should say of the site's files, whichever server it is."""

import re

from content_types.agenda_views.views import EMBEDDABLE
from jekyll.addresses.urls import FEED_NAME
from output_files.precompression import ENDINGS, SUFFIXES
from page_parts.images.variants import LASTING as IMAGES
from page_parts.share_pictures.names import LASTING as SHARE_PICTURES
from page_parts.theme_assets.assets import LASTING as THEME_FILES

# The paths, anchored at their end, of files whose name holds the hash of what they are.
LASTING = rf"/(?:{THEME_FILES}|(?:.+/)?{IMAGES}|{SHARE_PICTURES})"
# RFC 9111, section 5.2.2; `immutable` is RFC 8246: not asked again even on a reload.
CACHE_LASTING = "public, max-age=31536000, immutable"
# The rest is kept too, but never shown without asking whether it changed (a 304 has no body).
CACHE_OTHER = "no-cache"

# By header; a page's own `<meta>` policy cannot carry `frame-ancestors` (CSP 3, section 3.3).
SECURITY = {
    "X-Content-Type-Options": "nosniff",
    # Not stricter: the players that a visitor opens in a card refuse to play without an origin.
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "Content-Security-Policy": "frame-ancestors 'self'",
}
# The one header that differs, on the pages that are made for the frames of other sites.
FRAMED, FRAMED_HEADER, FRAMED_VALUE = EMBEDDABLE, "Content-Security-Policy", "frame-ancestors *"
# RFC 6797: the browser comes back through HTTPS, for half a year. Other hosts of the domain are
# not concerned: they may be somebody else's.
HSTS = "max-age=15768000"

# By ending: the types that servers of some years ago do not know.
TYPES = {
    ".ics": "text/calendar",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".woff2": "font/woff2",
}
FEED = re.escape(FEED_NAME)
FEED_TYPE = "application/atom+xml"  # RFC 4287, section 7

# What a server compresses by itself when there is no copy; nginx always does HTML.
TEXT_TYPES = """text/css text/plain text/xml text/javascript text/calendar text/markdown text/csv
    application/javascript application/json application/xml application/atom+xml
    image/svg+xml""".split()
TEXT = "|".join(ending.removeprefix(".") for ending in ENDINGS)
COPIES = "|".join(suffix.removeprefix(".") for suffix in SUFFIXES)
# A name that begins with a dot, at any depth; RFC 8615's folder is for the public.
HIDDEN = r"/\.(?!well-known(?:/|$))"
