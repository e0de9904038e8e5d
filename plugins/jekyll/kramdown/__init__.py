"""Reads Markdown as kramdown (GFM) does, as an extension of Python-Markdown."""
