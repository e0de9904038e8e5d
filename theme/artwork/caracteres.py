"""Makes the theme's three font files from the variable fonts that their authors publish.

By hand, when a face or its signs change; it needs fontTools and brotli, which nothing else here
uses. The sources are the « latin » and « latin-ext » WOFF2 files of Bricolage Grotesque and of
Atkinson Hyperlegible Next (axis `wght`), put in one folder:

    python theme/artwork/caracteres.py FOLDER theme/static/fonts
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from fontTools import merge, subset
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

ASCII = "".join(map(chr, range(0x20, 0x7F)))
# French, then what Occitan, Catalan, Spanish and Italian add.
LETTERS = "ÀÂÆÇÉÈÊËÎÏÔŒÙÛÜàâæçéèêëîïôœùûüÿÁÍÓÒÚÑáíóòúñìÌ"
TITLES = set(ASCII + LETTERS + "\xa0«»°·×–—‘’“”…€−\u2009") - set("\\^`{}~|<>")
TEXTS = set(ASCII + LETTERS + "ÃÄÅÕÖØãäåõöøß¡¿§©®ªº²³·½\xa0«»°×÷–—‘’‚“”„•…‹›€™−\u2009")
NARROW_NO_BREAK, THIN = 0x202F, 0x2009
# Pairs closer or farther by less than these thousandths are not seen, and weigh as much as others.
KERNING_SEEN = {"bricolage-grotesque": 20, "atkinson-hyperlegible-next": 10}


def reduced(source: Path, weight: int, signs: set[str], features: list[str]) -> TTFont:
    """Return one weight of a variable font, with some signs."""
    font = instantiateVariableFont(TTFont(source), {"wght": weight})
    options = subset.Options(
        layout_features=features, hinting=False, notdef_outline=True, glyph_names=False
    )
    options.name_IDs = [0, 1, 2, 4, 13, 14]
    subsetter = subset.Subsetter(options)
    subsetter.populate(text="".join(sorted(signs)))
    subsetter.subset(font)
    font.flavor = None
    return font


def forget_small_kerning(font: TTFont, seen: int) -> None:
    """Drop the pairs that nobody sees."""
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            pairs = getattr(table, "ExtSubTable", table)
            if pairs.Format == 1:
                for first in pairs.PairSet:
                    records = first.PairValueRecord
                    first.PairValueRecord = [r for r in records if abs(r.Value1.XAdvance) >= seen]
                    first.PairValueCount = len(first.PairValueRecord)
            else:
                for first in pairs.Class1Record:
                    for second in first.Class2Record:
                        if second.Value1 and abs(second.Value1.XAdvance) < seen:
                            second.Value1.XAdvance = 0


def make(folder: Path, face: str, weight: int, signs: set[str], target: Path) -> None:
    """Write one file: « Ÿ », which French has, is in the second source."""
    with tempfile.TemporaryDirectory() as work:
        parts = []
        for part, wanted in (("latin", signs), ("latin-ext", {"Ÿ"})):
            source = folder / f"{face}-{part}-wght-normal.woff2"
            font = reduced(source, weight, wanted, ["kern"] if part == "latin" else [])
            parts.append(f"{work}/{part}.ttf")
            font.save(parts[-1])
        font = merge.Merger().merge(parts)
    for table in font["cmap"].tables:
        table.cmap[NARROW_NO_BREAK] = table.cmap[THIN]
    forget_small_kerning(font, KERNING_SEEN[face])
    font.flavor = "woff2"
    font.save(target / f"{face}-{weight}.woff2")


def main() -> None:
    """Write the three files."""
    folder, target = Path(sys.argv[1]), Path(sys.argv[2])
    make(folder, "bricolage-grotesque", 800, TITLES, target)
    for weight in (400, 700):
        make(folder, "atkinson-hyperlegible-next", weight, TEXTS, target)


if __name__ == "__main__":
    main()
