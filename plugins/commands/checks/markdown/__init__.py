"""Markdown that is none, by a typo or by another program's habits."""
