"""Addresses as text: of pages, of hosts, in HTML and in CSS. Pure."""
