"""`bin/invoke programme`: the programme of a month as a PDF of one sheet. See README.md."""

from __future__ import annotations

from commands.programme_pdf.printing import CannotPrint, find_browser, print_programme

__all__ = ["CannotPrint", "find_browser", "print_programme"]
