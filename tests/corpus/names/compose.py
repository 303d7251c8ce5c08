#!/usr/bin/env python3
"""Composes sentences from frames.txt with names of the lexicon: `./compose.py > ../train/names/composed.txt`, the same every time."""
import os
import re

HERE = os.path.dirname(os.path.abspath(__file__))
NAMES = os.path.join(HERE, "../../../src/arabic/lexicon/names")
EACH = 8
state = 1


def number(below):
    """The next of a row of numbers that only looks random."""
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) % (1 << 64)
    return (state >> 33) % below


def listed(file, heading=None):
    found, now = [], None
    for line in open(os.path.join(NAMES, file), encoding="utf-8"):
        line = line.strip()
        if line.startswith("["):
            now = line
        if not line or line[0] in "#[" or heading and now != heading:
            continue
        found += [word.strip() for word in line.split("=")[0].split("،") if word.strip()]
    return found


given = [n for n in listed("given.txt") if n not in listed("doubtful.txt")]
family = [n for n in listed("generated/family.txt")]
alone = listed("family.txt")
people = listed("generated/foreign.txt")
countries = [line.split("=") for line in open(os.path.join(NAMES, "countries.txt"), encoding="utf-8") if "=" in line]
countries = [(c.split("،")[0].strip(), r.split("،")[0].strip()) for c, r in countries if c.strip() and r.split("،")[0].strip()]
plain = [(c, r) for c, r in countries if " " not in c]
places = listed("places.txt", "[place]")[:260]
cities = listed("generated/large-cities.txt")
bodies = [b for b in listed("organizations.txt")[:160]]
clubs = "الأهلي الزمالك الهلال النصر الاتحاد الشباب الترجي الصفاقسي الوداد الرجاء العين الجزيرة السد الريان الفيصلي الوحدات القادسية كاظمة " \
    "برشلونة ليفربول تشيلسي أرسنال يوفنتوس ميلان روما لاتسيو فالنسيا إشبيلية فياريال بنفيكا بورتو أياكس ليون مرسيليا شالكه".split()
clubs += ["ريال مدريد", "بايرن ميونيخ", "إنتر ميلان", "مانشستر يونايتد", "أتلتيكو مدريد", "شباب بلوزداد", "مولودية الجزائر"]
world = "جون جورج مايكل ديفيد روبرت ريتشارد توماس جيمس بيتر بول مارك ستيفن ألبرت فرانك هنري إدوارد آلان جاك بيير فرانسوا جان كلود لويس كارلوس " \
    "خوسيه ماريو باولو روبرتو فرانشيسكو هانز كارل فولفغانغ يوهان فلاديمير سيرغي إيفان ميخائيل نيكولاي ماري آنا إليزابيث سارة كاثرين مارغريت".split()


titles = "رئيس وزير مستشار جنرال سفير قاضي مدرب كاتب مخرج مبعوث مفوض نائب لواء عقيد دكتور محامي باحث عالم شيخ أمير ملك فنان مهندس".split()


def pick(items):
    return items[number(len(items))]


def foreign():
    """A name of elsewhere that nobody bears, so that no list has it."""
    first = "غري مار شتاي بيل كور دوب هال زيل رود لام تور نيك سالف ويل براد كراو مول فاسك رين بوغد هيرت لوند كاش تسور ميلو ديل غوم أرت إيل أوب".split()
    last = "شنكو نسكي ينغر سون مان فيتش اتي يلي وف ييف ستروم برغ ايت دوس يدس ينو ارد يتز اند وتو وشي ايو انزا ويس اكيس".split()
    return pick(first) + pick(last)


def house():
    """A family name on an Arabic pattern that no list need have."""
    one, two, three = (pick("ب ج ح د ر ز س ش ص ط ع غ ف ق ك ل م ن ه".split()) for _ in range(3))
    return pick(["ال{}{}ا{}ي", "ال{}{}{}ي", "ال{}{}و{}ي", "ال{}{}ي{}ي", "ال{}ا{}{}", "ال{}{}ا{}", "بو{}{}ا{}", "{}{}ا{}نة", "آل {}{}ي{}", "ال{}{}ي{}"]) \
        .format(one, two, three)


def filled(slot):
    def mark(text, kind):
        return f"[{text}]({kind})"
    if slot == "P":
        name = pick(given)
        if number(4) == 0:
            name += " " + pick(["بن ", ""]) + pick(given)
        if number(4) == 0:
            return mark(f"{name} {house()}", "person")
        last = pick(family) if number(3) else pick([n for n in alone if n.startswith("ال")])
        return mark(f"{name} {last}", "person")
    if slot == "F":
        last = foreign() if number(3) == 0 else pick(people) if number(2) else pick([n for n in alone if not n.startswith("ال")])
        return mark(f"{pick(world)} {last}", "person")
    if slot == "S":
        if number(3) == 0:
            return mark(foreign(), "person")
        return mark(pick([n for n in alone if not n.startswith("ال") and " " not in n]) if number(2) else pick(people), "person")
    if slot == "Z":
        return "ال" + pick(titles)
    if slot == "G":
        return mark(pick(given), "person")
    if slot == "A":
        if number(3) == 0:
            return mark(house(), "person")
        return mark(pick([n for n in alone if n.startswith("ال")]), "person")
    if slot == "C":
        return mark(pick(countries)[0], "place")
    if slot == "T":
        return mark(pick(places) if number(3) else pick(cities), "place")
    if slot == "O":
        return mark(pick(bodies), "organization")
    if slot == "K":
        return mark(pick(clubs), "organization")
    if slot == "Q":
        return mark(pick(plain)[0], "organization")
    root = pick(plain)[1]
    return {"M": f"ال{root}ي", "W": f"ال{root}ية", "m": f"{root}ي", "w": f"{root}ية"}[slot]


print("# Composed by compose.py from frames.txt; never edited by hand.")
for line in open(os.path.join(HERE, "frames.txt"), encoding="utf-8"):
    line = line.strip()
    if line.startswith("# kind:"):
        print("\n" + line)
    if not line or line.startswith("#"):
        continue
    seen = set()
    for _ in range(EACH if "{" in line else 1):
        text = re.sub(r"\{(\w)\}", lambda slot: filled(slot.group(1)), line)
        if text not in seen:
            seen.add(text)
            print(text)
