"""Where other plugins join in: a signal of our own, beside Pelican's."""

from __future__ import annotations

from blinker import signal

# Sent with the site just read, before its faults stop the build: `settings` and `faults` come
# along. What a receiver finds wrong is told with the rest.
site_loaded = signal("scribouilli_site_loaded")
