"""What everything stands on; nothing here knows Pelican, nor what a site is."""
