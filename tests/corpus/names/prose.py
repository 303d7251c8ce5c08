#!/usr/bin/env python3
"""Lists the everyday words of our own running text: `./prose.py > ../../../src/arabic/lexicon/prose.txt`.

Counted are the files in which a word stands outside marked names; sets of sentences from which names are learnt or by which
they are judged are not read, so that a word says no more in training than it will elsewhere.
"""
import collections
import os
import re

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.normpath(os.path.join(HERE, "../../.."))
FOLDERS = ["content", "docs", "tests"]
NOT_READ = re.compile(r"SCORES|stories/.*/(annotated|findings|page)|corpus/names|corpus/train/names|held-out|untouched|from-nothing|\.py$|\.rs$|\.snap$")
FOLD = (("[إأآٱ]", "ا"), ("ى", "ي"), ("ة", "ه"), ("ؤ", "و"), ("ئ", "ي"), ("[\u064b-\u0652\u0640]", ""))
MARKED = re.compile(r"\[([^\]]*)\]\(([^)]*)\)|\[([^\]]*)\]\{[^}]*\}")
NAMES = os.path.join(ROOT, "src/arabic/lexicon/names")
# A word of a single file is a name too often; of many it is a word of everyday.
OFTEN, SOME = 6, 2


def folded(text):
    for letters, letter in FOLD:
        text = re.sub(letters, letter, text)
    return text


def words(text):
    return re.findall("[\u0621-\u064a]+", folded(text))


def read(path):
    with open(path, encoding="utf-8", errors="ignore") as file:
        return file.read()


def below(folder):
    for base, folders, files in os.walk(folder):
        folders.sort()
        yield from (os.path.join(base, file) for file in sorted(files))


named = set()
for path in below(NAMES):
    if path.endswith(".txt"):
        named.update(word for line in read(path).splitlines() if line[:1] not in ("#", "[") for word in words(line))
count = collections.Counter()
for folder in FOLDERS:
    for path in below(os.path.join(ROOT, folder)):
        if NOT_READ.search(os.path.relpath(path, ROOT)):
            continue
        text = read(path)
        named.update(word for mark in MARKED.findall(text) for word in words(mark[0] + " " + mark[2]) if word.startswith("ال"))
        count.update(set(words(MARKED.sub(" ", text))))
for path in sorted(os.listdir(HERE)):
    if path.startswith("tuned"):
        named.update(word for mark in MARKED.findall(read(os.path.join(HERE, path))) if " " not in mark[0] for word in words(mark[0]))
print("# كلمات نصوصنا الدارجة بتكرارها؛ يكتبها prose.py ولا تحرر باليد")
for heading, least, most in (("often", OFTEN, 1 << 30), ("prose", SOME, OFTEN - 1)):
    listed = sorted(word for word, n in count.items() if least <= n <= most and len(word) > 2 and word not in named)
    print(f"\n[{heading}]")
    line = ""
    for word in listed:
        if len(line) + len(word) > 120:
            print(line)
            line = ""
        line += ("، " if line else "") + word
    print(line)
