#!/usr/bin/env python3
"""Makes the four faces of the social cards out of the Noto fonts; README.md says which.

    python3 subset.py [folder of the TTF files]

Needs fonttools. The same fonts and the same fonttools give the same bytes.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

# Arabic with the letters of Persian, Kurdish, Urdu and Uyghur, tashkeel, Arabic-Indic digits of both kinds,
# the ligatures that people type as one character, joiners and direction marks. ASCII comes from the Latin
# face, digits too, as on the pages: one line then has one kind of digit.
ARABIC = """
    20 A0 600-61F 620-66F 670-671 679 67E 686 688 691 695 698 6A4 6A9 6AD 6AF 6B5 6BA 6BE 6C0-6CE 6D0 6D2-6D5 6F0-6F9
    200C-200F FD3E-FD3F FDF2 FDFA-FDFC
"""

# Latin with accents and the letters of transliteration, punctuation, currencies, signs, isolates.
LATIN = """
    20-7E A0-17F 1E6-1E7 218-21B 2BB-2BF 1E0C-1E0D 1E24-1E25 1E2A-1E2B 1E62-1E63 1E6C-1E6D 1E92-1E93
    200C-200F 2010-2014 2018-201E 2020-2022 2026 2030 2032-2033 2039-203A 2044 2066-2069 20AC 2122 2212
"""

# Features of the Latin face that are on by themselves: no small capitals.
LATIN_FEATURES = ["ccmp", "locl", "liga", "kern", "mark", "mkmk"]

# Latin capitals beside Naskh look too large at the same size; the pages have `size-adjust: 94%`.
LATIN_SIZE = 0.94

FACES = [
    ("NotoNaskhArabic-Regular.ttf", "naskh-400.ttf", ARABIC, ["*"], 1),
    ("NotoNaskhArabic-Bold.ttf", "naskh-700.ttf", ARABIC, ["*"], 1),
    ("NotoSerif-Regular.ttf", "serif-400.ttf", LATIN, LATIN_FEATURES, LATIN_SIZE),
    ("NotoSerif-Bold.ttf", "serif-700.ttf", LATIN, LATIN_FEATURES, LATIN_SIZE),
]


def make(source: Path, target: Path, unicodes: str, features: list[str], size: float) -> None:
    """Writes one face with the given letters and features, its em widened so that it looks smaller."""
    options = subset.Options(layout_features=features, hinting=False, notdef_outline=True, glyph_names=False)
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    font = TTFont(source, recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=subset.parse_unicodes(unicodes))
    subsetter.subset(font)
    font["head"].unitsPerEm = round(font["head"].unitsPerEm / size)
    font.save(target)


def main() -> None:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/fonts/truetype/noto")
    for source, target, unicodes, features, size in FACES:
        make(folder / source, Path(__file__).with_name(target), unicodes, features, size)


if __name__ == "__main__":
    main()
