"""The marks of reStructuredText, Textile, MediaWiki and AsciiDoc that a text may keep.

Each as in `foreign_table`: how it is written, those of its signs that are shown, what to write.
"""

from __future__ import annotations

from jekyll.front_matter.data_types import IMAGE_ENDINGS

_IMAGES = "|".join(sorted(ending.lstrip(".") for ending in IMAGE_ENDINGS))
MARKUPS = (
    # reStructuredText.
    (
        r"^\.\. _(?P<a>[^:\n`]{1,100}): (?P<b>https?://\S{1,500})",
        ".:/",
        r"Écrivez [\g<a>]: \g<b>, et [\g<a>] là où vous la citez.",
    ),
    # Textile.
    (r"^bq\. (?P<a>[^\n]{1,200})", ".", r"Écrivez « > \g<a> »."),
    (
        rf"(?<![\w!])!(?P<a>[\w:/.%-]{{1,300}}\.(?:{_IMAGES}))!",
        "!./",
        r"Écrivez ![Ce que montre l'image](\g<a>).",
    ),
    # MediaWiki.
    (r"(?<![\w'])''(?P<a>[^\W\d_][^'\n]{0,200})(?<=\w)''(?![\w'])", "", r"Écrivez *\g<a>*."),
    (r"^\{\|[^\n|]{0,200}$", "{|", "Un tableau s'écrit ici | a | b |, une rangée à la ligne."),
    # Forums.
    (r"^\[\*\][ \t]*(?P<a>[^\n]{1,200})", "[]*", r"Écrivez « - \g<a> »."),
    # AsciiDoc.
    (r"^={2,6} (?P<a>[^\W\d_][^=\n]{0,200})$", "=", r"Écrivez « ## \g<a> »."),
    (
        r"(?<![\w/])(?:link|xref):(?P<b>[^\s\[\]]{1,500})\[(?P<a>[^\[\]\n]{1,200})\]",
        "[]:",
        r"Écrivez [\g<a>](\g<b>).",
    ),
    (
        r"(?<![(\[<\"'=\w])(?P<b>https?://[^\s\[\]()<>\"']{1,500})\[(?P<a>[^\[\]\n^]{1,200})\]"
        r"(?![(\[:])",
        "[]",
        r"Écrivez [\g<a>](\g<b>).",
    ),
    (
        r"(?<![\w/])image::?(?P<b>[^\s\[\]:]{1,300})\[(?P<a>[^\[\]\n]{0,200})\]",
        "[]:",
        r"Écrivez ![\g<a>](\g<b>).",
    ),
)
