"""The site shown while it is written."""
