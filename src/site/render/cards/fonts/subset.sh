#!/bin/sh
# Makes the four faces of the social cards out of the Noto fonts; README.md says which.
#   sh subset.sh [folder of the TTF files]
# Needs pyftsubset (fonttools). The same fonts and the same fonttools give the same bytes.
set -eu
noto=${1:-/usr/share/fonts/truetype/noto}
here=$(cd "$(dirname "$0")" && pwd)

# Arabic with the letters of Persian, Kurdish, Urdu and Uyghur, tashkeel, three sets of digits,
# the ligatures that people type as one character, joiners and direction marks.
arabic='U+0020-007E,U+00A0,U+00AB,U+00BB,U+0600-061F,U+0620-066F,U+0670-0671,U+067E,U+0686,U+0688,U+0691,U+0695,U+0698,U+06A4,U+06A9,U+06AD,U+06AF,U+06B5,U+06BA,U+06BE,U+06C0-06CE,U+06D0,U+06D2-06D5,U+06F0-06F9,U+200C-200F,U+FD3E-FD3F,U+FDF2,U+FDFA-FDFC'

# Latin with accents and the letters of transliteration, punctuation, currencies, signs, isolates.
latin='U+0020-007E,U+00A0-017F,U+01E6-01E7,U+0218-021B,U+02BB-02BF,U+1E0C-1E0D,U+1E24-1E25,U+1E2A-1E2B,U+1E62-1E63,U+1E6C-1E6D,U+1E92-1E93,U+200C-200F,U+2010-2014,U+2018-201E,U+2020-2022,U+2026,U+2030,U+2032-2033,U+2039-203A,U+2044,U+2066-2069,U+20AC,U+2122,U+2212'

subset() {
  pyftsubset "$noto/$1" --output-file="$here/$2" --unicodes="$3" --layout-features="$4" \
    --no-hinting --notdef-outline --no-glyph-names --name-IDs='0,1,2,3,4,5,6,13,14' --no-recalc-timestamp
}

# All features of the Arabic faces; of the Latin ones those that are on by themselves (no small capitals).
subset NotoNaskhArabic-Bold.ttf naskh-700.ttf "$arabic" '*'
subset NotoNaskhArabic-Regular.ttf naskh-400.ttf "$arabic" '*'
subset NotoSerif-Bold.ttf serif-700.ttf "$latin" 'ccmp,locl,liga,kern,mark,mkmk'
subset NotoSerif-Regular.ttf serif-400.ttf "$latin" 'ccmp,locl,liga,kern,mark,mkmk'
