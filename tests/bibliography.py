#!/usr/bin/env python3
"""Reads the bibliography of a built site with other people's parsers; every title must come back letter for letter.

  pip install bibtexparser pybtex rispy citeproc-py
  tests/bibliography.py public

What the pages themselves say in their meta tags is the measure.
"""
import html
import json
import pathlib
import re
import sys
import urllib.parse

import bibtexparser
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware
from citeproc.source.json import CiteProcJSON
from pybtex.database import parse_file
from pybtex.richtext import Text


def main(site):
    pages = sorted((site / "articles").glob("*/index.html"))
    told = (re.search(r'<meta name="citation_title" content="([^"]*)"', page.read_text("utf-8")) for page in pages)
    wanted = {page.parent.name: html.unescape(title.group(1)) for page, title in zip(pages, told) if title}
    records = json.loads((site / "bibliography.json").read_text("utf-8"))
    # A reference is known by its address: keys are ASCII, names of folders need not be.
    name = lambda address: urllib.parse.unquote(address.rstrip("/").rsplit("/", 1)[-1])
    decoded = [LatexDecodingMiddleware()]
    bib = bibtexparser.parse_file(str(site / "bibliography.bib"), encoding="utf-8", append_middleware=decoded)
    ris = rispy.loads((site / "bibliography.ris").read_text("utf-8"))
    csl = CiteProcJSON(records)
    read = {
        "bibtexparser": {name(record["URL"]): entry["title"] for entry, record in zip(bib.entries, records)},
        "pybtex": {name(entry.fields["url"]): Text.from_latex(entry.fields["title"]).render_as("text") for entry in parse_file(str(site / "bibliography.bib"), "bibtex").entries.values()},
        "rispy": {name(entry["urls"][0]): entry.get("title") or entry["primary_title"] for entry in ris},
        "json": {name(record["URL"]): record["title"] for record in records},
        "citeproc": {name(record["URL"]): str(csl[record["id"].lower()].title) for record in records},
    }
    faults = 0
    for parser, titles in read.items():
        wrong = {key: (titles.get(key), title) for key, title in wanted.items() if titles.get(key) != title}
        print(f"{parser}: {len(titles)} read, {len(wanted) - len(wrong)} of {len(wanted)} titles equal")
        for key, pair in wrong.items():
            print("  ", key, *map(repr, pair))
        faults += len(wrong) + len(titles.keys() - wanted.keys())
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])) if len(sys.argv) == 2 else __doc__)
