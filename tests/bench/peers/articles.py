#!/usr/bin/env python3
"""Deterministic generator of synthetic Arabic news articles.

Writes the same N articles as scraped plain text (``raw``) and as clean
Markdown with front matter (``hugo``).

    articles.py -n 200 --seed 1 --out DIR [--forms raw,hugo]

Everything is made from the word lists and sentence patterns in this file; no
text is taken from any news outlet, and the people are made-up name pairs.
Only the standard library is used. Same arguments -> same bytes.
"""
from __future__ import annotations

import argparse
import datetime as dt
import itertools
import json
import os
import random
import re
import sys

# --------------------------------------------------------------------------
# Topics: 12 domains x 5 = 60
# --------------------------------------------------------------------------
DOMAINS: dict[str, dict] = {
    "politics": dict(
        topics=["السياسة الداخلية", "الانتخابات", "العلاقات الدولية", "الدبلوماسية", "البرلمان"],
        nouns="حكومة قرار مبادرة اتفاق جلسة ائتلاف حزب مرشح دستور أزمة حوار وساطة تصويت مقعد معارضة قمة بيان سفير ملف تسوية خلاف ولاية مشاورات تعديل استفتاء صندوق_اقتراع كتلة_نيابية لجنة_عليا مذكرة_تفاهم",
        verbs="أعلن أكد رفض وقّع ناقش انتقد دعا طالب اتهم تعهد حذّر كشف أوضح شدد استبعد رحّب جدد"),
    "economy": dict(
        topics=["الاقتصاد", "التضخم", "أسواق المال", "التجارة الدولية", "البطالة"],
        nouns="نمو سوق ميزانية ضريبة استثمار سهم سند عملة دين عجز فائدة سعر صادرات واردات بورصة شركة مصرف قرض دعم إيراد إنفاق أجر وظيفة تمويل احتياطي ركود سلعة سيولة مناقصة سعر_صرف",
        verbs="ارتفع تراجع سجّل توقع خفّض رفع أقرّ موّل استثمر باع اشترى أعلن قدّر خسر ربح صدّر استورد"),
    "energy": dict(
        topics=["النفط", "الغاز الطبيعي", "الطاقة المتجددة", "الكهرباء", "أسعار الوقود"],
        nouns="برميل حقل خط_أنابيب مصفاة محطة شبكة إنتاج خام وقود بنزين توربين لوح_شمسي عقد_توريد ناقلة حصة بئر تنقيب مولّد سد مفاعل بطارية هيدروجين انقطاع استهلاك حمولة",
        verbs="أنتج ضخّ صدّر خفّض زاد أوقف استأنف اكتشف ربط شغّل عطّل وقّع خزّن نقل"),
    "health": dict(
        topics=["الصحة العامة", "كوفيد-19", "اللقاحات", "المستشفيات", "الأوبئة"],
        nouns="مرض فيروس إصابة وفاة جرعة لقاح مستشفى طبيب ممرضة دواء عدوى حجر_صحي فحص عيّنة سلالة جائحة علاج وقاية سرير عناية_مركزة أكسجين كمامة تطعيم مناعة تشخيص صيدلية عيادة",
        verbs="سجّل أصيب تعافى توفي حذّر أوصى طعّم عالج فحص رصد عزل اعتمد وزّع استقبل"),
    "tech": dict(
        topics=["الذكاء الاصطناعي", "الأمن السيبراني", "وسائل التواصل", "الاتصالات", "الفضاء"],
        nouns="تطبيق منصة خوارزمية شريحة حاسوب شبكة بيانات نموذج هاتف اختراق ثغرة مستخدم حساب قمر_صناعي صاروخ مركبة مختبر برمجية روبوت معالج خصوصية تشفير سحابة مطوّر واجهة مستشعر",
        verbs="طوّر أطلق اختبر حدّث اخترق حذف حظر صمّم برمج عرض كشف درّب شفّر أتاح"),
    "climate": dict(
        topics=["تغير المناخ", "البيئة", "المياه", "الزراعة", "الكوارث الطبيعية"],
        nouns="جفاف فيضان حريق زلزال إعصار حرارة انبعاث كربون غابة نهر سد محصول قمح تربة مزارع تصحر تلوث محمية شاطئ عاصفة رياح مطر ثلج نفايات بذرة ري خسائر إغاثة",
        verbs="ضرب اجتاح دمّر غمر أخلى رصد زرع حصد هدد تسبب خلّف أنقذ حذّر تضرر"),
    "culture": dict(
        topics=["الثقافة", "السينما", "الأدب", "الآثار", "الموسيقى"],
        nouns="فيلم رواية قصيدة معرض متحف مهرجان جائزة مخرج ممثل كاتب شاعر لوحة مسرحية أغنية مخطوطة تمثال نقش مكتبة ناشر ترجمة عرض جمهور ناقد سيناريو ألبوم قلعة مقبرة تراث",
        verbs="عرض كتب أخرج نشر ترجم فاز افتتح رسم غنّى اكتشف رمّم أهدى كرّم اختتم"),
    "sport": dict(
        topics=["كرة القدم", "كأس العالم", "الألعاب الأولمبية", "كرة السلة", "الرياضة النسائية"],
        nouns="مباراة هدف منتخب نادٍ لاعب مدرب حارس بطولة كأس دوري ملعب جمهور حكم ركلة_جزاء نقطة ميدالية سباق رقم_قياسي إصابة عقد موسم تصفيات نهائي قرعة لقب هجوم دفاع تشكيلة",
        verbs="فاز خسر تعادل سجّل تأهل أقصى درّب وقّع تصدّر أحرز غاب عاد استضاف توّج"),
    "education": dict(
        topics=["التعليم", "الجامعات", "البحث العلمي", "المناهج", "الطفولة"],
        nouns="مدرسة طالب معلم جامعة منهج امتحان شهادة منحة بحث دراسة كلية أستاذ فصل كتاب مختبر تلميذ رسوم تسجيل تخصص أطروحة دورية باحث تجربة نتيجة حضانة مكتبة مهارة",
        verbs="درس نشر تخرّج أعلن افتتح قيّم علّم أشرف نال أجرى توصّل أدرج ألغى أجّل"),
    "security": dict(
        topics=["الأمن", "النزاعات المسلحة", "الإرهاب", "حقوق الإنسان", "اللاجئون"],
        nouns="هجوم قصف هدنة جيش شرطة مسلح قتيل جريح أسير مخيم نازح لاجئ معبر حدود غارة دورية اعتقال محاكمة انتهاك تقرير شهادة لغم طائرة_مسيّرة وقف_إطلاق_نار مساعدات قافلة هوية ميليشيا",
        verbs="قتل أصاب هاجم قصف اعتقل أفرج نزح عبر وثّق أدان أوقف انسحب سيطر فرّ"),
    "society": dict(
        topics=["المجتمع", "المرأة", "الهجرة", "الإعلام", "الأسرة"],
        nouns="أسرة امرأة شاب طفل مهاجر جمعية حملة صحفي قناة برنامج عادة زواج طلاق عمل حق مبادرة متطوع قانون ظاهرة استطلاع قرية مدينة جيل لغة هوية فقر عنف مساواة",
        verbs="هاجر شارك أطلق دعم ناقش وثّق ساعد غيّر واجه طالب نظّم تطوّع روى نجح"),
    "law": dict(
        topics=["القضاء", "الفساد", "النقل", "السياحة", "الإسكان"],
        nouns="محكمة قاضٍ حكم تهمة رشوة محامٍ سجن غرامة تحقيق طريق قطار مطار ميناء حافلة جسر رحلة فندق سائح تأشيرة شقة عقار إيجار بناء ترخيص مشروع مقاول بلدية مخطط",
        verbs="حكم برّأ أدان حقق صادر غرّم افتتح دشّن أغلق شيّد رخّص ألغى نقل استقبل"),
}
TOPIC_DOMAIN = {t: d for d, v in DOMAINS.items() for t in v["topics"]}
TOPICS = [t for v in DOMAINS.values() for t in v["topics"]]

# --------------------------------------------------------------------------
# Names (made-up pairs)
# --------------------------------------------------------------------------
FIRST = """محمد أحمد علي حسن حسين إبراهيم يوسف خالد عمر عبد_الله عبد_الرحمن طارق سامي ياسر هشام
مصطفى كريم نبيل فؤاد رامي زياد باسل أنس مروان وليد ماجد سعيد عادل جمال إسماعيل إياد أيمن آدم
فاطمة مريم عائشة سلمى ليلى نور هدى رنا دينا سارة أمينة آمال إيمان هالة منى رانيا ندى جنى هبة لمى""".split()
LAST = """الحسيني المنصوري العبيدي الشامي المصري التميمي القاسمي الحداد النجار الخطيب البغدادي الدمشقي
الجزائري التونسي المغربي الحلبي العراقي اليماني الكردي الزهراني الغامدي الشمري العنزي الرفاعي الأيوبي
الإدريسي الفاسي بن_يوسف بن_عمر أبو_زيد أبو_النصر آل_سالم السيد شاهين عثمان درويش حمدان منصور سليمان زيدان
قنديل عطية الأسمر الأحمدي الإمام مراد صبري عزام كنعان بركات""".split()
ROLES_M = """رئيس_الوزراء وزير_الخارجية وزير_المالية وزير_الصحة المتحدث_الرسمي المدير_العام النائب السفير
المبعوث_الأممي الباحث الخبير_الاقتصادي أستاذ_العلوم_السياسية المدير_التنفيذي المحلل رئيس_الاتحاد
الناطق_باسم_الوزارة عضو_اللجنة محافظ_المدينة رئيس_البلدية القاضي المحامي الطبيب المدرب الكاتب المخرج""".split()
PLACES = """القاهرة بغداد دمشق بيروت عمّان الرياض جدة مكة المدينة_المنورة دبي أبوظبي الدوحة الكويت المنامة مسقط
صنعاء عدن الخرطوم طرابلس بنغازي تونس صفاقس الجزائر وهران الرباط الدار_البيضاء مراكش فاس نواكشوط مقديشو
جيبوتي القدس غزة رام_الله نابلس حيفا حلب حمص اللاذقية إدلب الموصل البصرة أربيل كركوك الإسكندرية أسوان
السويس بورسعيد الأقصر العراق مصر سوريا لبنان الأردن السعودية الإمارات قطر البحرين عُمان اليمن السودان ليبيا
المغرب موريتانيا الصومال فلسطين إيران تركيا أنقرة إسطنبول طهران باريس لندن برلين بروكسل جنيف فيينا روما مدريد
واشنطن نيويورك موسكو كييف بكين طوكيو نيودلهي إسلام_آباد كابل أثينا نيقوسيا أديس_أبابا نيروبي أبوجا جوهانسبرغ
الولايات_المتحدة روسيا الصين فرنسا بريطانيا ألمانيا إيطاليا إسبانيا أوكرانيا الهند اليابان إثيوبيا كينيا نيجيريا""".split()
ORG_HEAD = """وزارة هيئة مؤسسة شركة منظمة جامعة مركز اتحاد نقابة لجنة بنك وكالة مجلس معهد""".split()
ORG_TAIL = """الصحة_والسكان التربية_والتعليم الطاقة_والتعدين النقل_البحري الأمل_للتنمية الشرق_للأبحاث الخليج_للاستثمار
النيل_للاتصالات الإغاثة_الدولية الأرصاد_الجوية حماية_الصحفيين التنمية_الاجتماعية المستقبل_للدراسات السلام_والحوار
الفرات_للإعمار الابتكار_الرقمي الثقافة_والفنون الآثار_والمتاحف حقوق_الطفل الشفافية_والنزاهة الأطلس_للتأمين
البحر_المتوسط المياه_والري القطن_والنسيج""".split()
ORG_FIXED = """الأمم_المتحدة منظمة_الصحة_العالمية الاتحاد_الأوروبي الاتحاد_الأفريقي جامعة_الدول_العربية
صندوق_النقد_الدولي البنك_الدولي منظمة_العفو_الدولية مجلس_الأمن حلف_شمال_الأطلسي منظمة_التجارة_العالمية
محكمة_العدل_الدولية اللجنة_الأولمبية_الدولية الاتحاد_الدولي_لكرة_القدم مجلس_التعاون_الخليجي""".split()
LATIN = ["COVID-19", "NATO", "OPEC+", "FIFA", "Facebook", "TikTok", "iPhone 15", "ChatGPT", "5G",
         "F-16", "Pfizer-BioNTech", "GDP", "Wi-Fi", "A/H5N1", "Brent", "#MeToo", "COP28", "SpaceX",
         "CEO", "BBC", "C++", "e-mail", "U.S.", "Boeing 737 MAX", "mRNA", "UNHCR", "MERS-CoV"]

# --------------------------------------------------------------------------
# A long tail of words: triliteral roots x derivation patterns
# --------------------------------------------------------------------------
ROOTS = """كتب درس علم عمل فتح حكم نظر قدم خرج دخل سمع شرح فهم ضرب جمع رفع خفض نشر حمل صنع زرع قطع ربط نقل
بحث كشف عرض طلب رسم سكن لعب ركض غرق حرق حفر بنى قصد عقد نقد حقق ضبط قبض حبس هدم نهض صعد هبط سقط نزل رجع
ذهب جلس وقف صبر شكر ذكر نسب حسب كسب ربح خسر صرف قرض شرك شغل جهد عزم حزم كرم رحم ظلم عدل صدق كذب وعد خلف
وثق سلم حرب قتل جرح علج طبب مرض شفي عدي وبأ لقح فحص حقن جرب خبر نبأ سبق لحق بدأ ختم كمل نقص زيد كثر قلل
وسع ضيق طول قصر عمق سطح برد حرر سخن جمد ذوب صهر سحب دفع جذب نفر ألف وحد فرق قسم جزأ مثل شبه خلط فصل وصل
بعد قرب شرق غرب صور خطط نظم رتب ركب حلل فسر ترك أخذ وهب ملك أجر شري بيع سوق ثمن وزن كيل عدد رقم حصل فقد
وجد ضيع بلغ أدب فنن غني طرب رقص نحت نقش لون سود بيض حمر خضر صفر زرق مطر غيم رعد برق ثلج ريح عصف زلزل برك
سبح غطس صيد رعي حصد طحن خبز طبخ أكل شرب عطش جوع شبع نوم سهر حلم فكر عقل قلب روح نفس جسد وجه يمن يسر""".split()
ROOTS = [r for r in ROOTS if len(r) == 3 and not set(r) & set("ىيوأء")]


def _pat(p: str, r: str) -> str:
    return p.replace("ف", "\0").replace("ع", "\1").replace("ل", "\2") \
            .replace("\0", r[0]).replace("\1", r[1]).replace("\2", r[2])


PATTERNS = ["فاعل", "مفعول", "تفعيل", "استفعال", "انفعال", "افتعال", "مفاعلة", "فعّال",
            "فعيل", "فعول", "مفعلة", "تفاعل", "مفعّل", "فعالة", "متفعّل", "مستفعل", "أفعال", "فواعل", "مفاعيل"]
TAIL = sorted({_pat(p, r) for p in PATTERNS for r in ROOTS})

ADJ = """جديد كبير مهم واسع خطير دولي محلي عربي إقليمي رسمي عاجل تاريخي غير_مسبوق مشترك مؤقت نهائي واضح صعب
معقد إيجابي سلبي سريع بطيء شامل محدود مستمر مفاجئ متزايد استراتيجي إستراتيجي أمريكي أميركي أوروبي عالمي حديث
اجتماعي اقتصادي سياسي ثقافي علمي تقني إنساني بيئي أمني عسكري قانوني مالي تجاري صناعي زراعي""".split()
ADV = """أمس اليوم الأسبوع_الماضي مؤخراً حالياً سابقاً لاحقاً قريباً بحسب_مصادر_مطلعة وفق_البيان في_وقت_متأخر
خلال_الأشهر_الأخيرة للمرة_الأولى منذ_سنوات على_نطاق_واسع في_ظل_الظروف_الراهنة من_جهة_أخرى في_المقابل
علاوة_على_ذلك رغم_الصعوبات بشكل_ملحوظ""".split()
CONN = """وأضاف_أن وأوضح_أن وأشار_إلى_أن ولفت_إلى_أن وأكد_أن ويرى_مراقبون_أن وتشير_التقديرات_إلى_أن
وتفيد_المصادر_بأن وبحسب_التقرير_فإن ومن_المتوقع_أن وكان_من_المقرر_أن وفي_السياق_ذاته_قال_إن""".split()
CLAUSE_V = "يؤثر يساهم ينعكس يساعد يزيد يقلل يغيّر يدعم يهدد يعزز يفتح يغلق يكشف يطرح يثير يمثل يشكل يتطلب".split()
PREPS = "في على من إلى عن مع بين حول ضد خلال بعد قبل تحت أمام لدى عبر نحو".split()
SUFFIX = ["ه", "ها", "هم", "نا", "ات", "ين", "ون", "ية"]
CLITIC = ["و", "ف", "ب", "ل", "ك", "وال", "بال", "كال", "ال", "ال", "ال", "ال", "ولل", "لل"]

MONTHS_WEST = "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split()
MONTHS_LEV = ["كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول",
              "تشرين الثاني", "كانون الأول"]
MONTHS_MAGH = "جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر".split()
MONTHS_HIJRI = ["محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة", "رجب", "شعبان", "رمضان",
                "شوال", "ذو القعدة", "ذو الحجة"]
WEEKDAYS = "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد".split()
INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def sp(w: str) -> str:
    return w.replace("_", " ")


def hijri(d: dt.date) -> tuple[int, int, int]:
    """Tabular (civil) Islamic calendar."""
    jd = d.toordinal() + 1721424.5
    days = int(jd - 1948439.5)
    cyc, rem = divmod(days, 10631)
    y = min(int((rem - 0.1335) // 354.366) + 1, 30) if rem else 1
    def start(yy):  # first day of year yy in the cycle
        return (yy - 1) * 354 + (3 + 11 * yy) // 30
    while rem < start(y):
        y -= 1
    while y < 30 and rem >= start(y + 1):
        y += 1
    doy = rem - start(y)
    m = min(int(doy // 29.5) + 1, 12)
    day = int(doy - int(29.5 * (m - 1) + 0.5)) + 1
    return cyc * 30 + y, m, day


class Pools:
    """Pools shared by every article; fixed by the seed, not by N."""

    def __init__(self, seed: int, n_people: int, n_orgs: int, n_places: int):
        rng = random.Random(f"pools-{seed}")
        pairs = [f"{sp(a)} {sp(b)}" for a, b in itertools.product(FIRST, LAST)]
        rng.shuffle(pairs)
        self.people = pairs[:n_people]
        orgs = [sp(o) for o in ORG_FIXED] + [f"{h} {sp(t)}" for h, t in itertools.product(ORG_HEAD, ORG_TAIL)]
        head, rest = orgs[:len(ORG_FIXED)], orgs[len(ORG_FIXED):]
        rng.shuffle(rest)
        self.orgs = (head + rest)[:n_orgs]
        pl = sorted({sp(p) for p in PLACES})
        rng.shuffle(pl)
        self.places = pl[:n_places]
        tail = list(TAIL)
        rng.shuffle(tail)
        self.tail = tail
        topics = list(TOPICS)
        rng.shuffle(topics)
        self.topics = topics
        self.w = {id(x): list(itertools.accumulate(1 / (i + 3) ** 0.8 for i in range(len(x))))
                  for x in (self.people, self.orgs, self.places, self.tail, self.topics)}

    def zipf(self, rng: random.Random, pool: list) -> str:
        return rng.choices(pool, cum_weights=self.w[id(pool)], k=1)[0]


def definite(w: str) -> str:
    return w if w.startswith("ال") else "ال" + w


class Writer:
    def __init__(self, rng: random.Random, pools: Pools, topics: list[str], people, orgs, places):
        self.rng, self.pools = rng, pools
        self.people, self.orgs, self.places = people, orgs, places
        self.doms = [DOMAINS[TOPIC_DOMAIN[t]] for t in topics]
        self.nouns = [w for d in self.doms for w in d["nouns"].split()]
        self.verbs = [w for d in self.doms for w in d["verbs"].split()]
        self.used_people, self.used_orgs, self.used_places = set(), set(), set()
        self.variants = rng.random()

    # slots
    def noun(self):
        return sp(self.rng.choice(self.nouns))

    def dnoun(self):
        w = self.rng.choice(self.nouns)
        first, *rest = w.split("_")
        return " ".join([first if rest else definite(first)] + rest)

    def tail(self):
        w = self.pools.zipf(self.rng, self.pools.tail)
        x = self.rng.random()
        if x < 0.40:
            return definite(w)
        if x < 0.60:
            return self.rng.choice(CLITIC) + w
        if x < 0.78:
            return (w[:-1] + "ت" if w.endswith("ة") else w) + self.rng.choice(SUFFIX)
        if x < 0.86:
            w = w[:-1] + "ت" if w.endswith("ة") else w
            return self.rng.choice(["و", "ب", "ل", "ف"]) + w + self.rng.choice(SUFFIX[:4])
        return w

    def adj(self):
        return sp(self.rng.choice(ADJ))

    def person(self):
        p = self.rng.choice(self.people)
        self.used_people.add(p)
        return p

    def role(self):
        return sp(self.rng.choice(ROLES_M))

    def org(self):
        o = self.rng.choice(self.orgs)
        self.used_orgs.add(o)
        return o

    def place(self):
        p = self.rng.choice(self.places)
        self.used_places.add(p)
        return p

    def num(self):
        r = self.rng
        n = r.choice([r.randint(2, 99), r.randint(100, 9999), r.randint(10_000, 2_000_000)])
        s = f"{n:,}" if r.random() < 0.5 else str(n)
        return s.translate(INDIC).replace(",", "٬") if r.random() < 0.25 else s

    def pct(self):
        r = self.rng
        s = f"{r.uniform(0.5, 95):.1f}"
        return r.choice([f"{s}%", f"{s} في المئة", f"{s.translate(INDIC).replace('.', '٫')}٪", f"{s} بالمائة"])

    def clause(self):
        r = self.rng
        parts = ["ال" + self.noun() if " " not in (n := self.noun()) else n, self.adj_def()]
        parts += [r.choice(CLAUSE_V), r.choice(PREPS), self.tail(), self.adj_def()]
        if r.random() < 0.5:
            parts += [r.choice(PREPS), self.dnoun(), "في", self.place()]
        if r.random() < 0.4:
            parts += ["بنسبة", self.pct()]
        if r.random() < 0.5:
            parts += ["و" + self.tail(), self.tail()]
        return " ".join(parts)

    def adj_def(self):
        a = self.adj()
        return a if " " in a else definite(a)

    def sentence(self) -> str:
        r = self.rng
        k = r.randrange(9)
        v = r.choice(self.verbs)
        if k == 0:
            s = f"{v} {self.role()} {self.person()} {sp(r.choice(ADV))} {self.dnoun()} {self.adj_def()} في {self.place()}، {sp(r.choice(CONN))} {self.clause()}"
        elif k == 1:
            s = f"قالت {self.org()} في بيان إن {self.clause()}، {sp(r.choice(ADV))}، بعد {self.tail()} {self.dnoun()}"
        elif k == 2:
            s = f"{sp(r.choice(CONN))} {self.clause()}، وسط {self.tail()} {self.tail()} {r.choice(PREPS)} {self.place()} و{self.place()}"
        elif k == 3:
            s = f"وبلغ عدد {self.tail()} نحو {self.num()} {self.noun()}، أي ما يعادل {self.pct()} من {self.dnoun()} {self.adj_def()}"
        elif k == 4:
            q = r.choice(["«{}»", "\"{}\"", "“{}”"]).format(self.clause())
            s = f"وقال {self.person()}، {self.role()} في {self.org()}: {q}"
        elif k == 5:
            s = f"وفي {self.place()}، {v} {self.tail()} {self.noun()} {self.adj()} {r.choice(PREPS)} {self.tail()} {r.choice(PREPS)} {self.dnoun()}"
        elif k == 6:
            s = f"ويأتي {self.dnoun()} بعد {r.choice(['أيام', 'أسابيع', 'أشهر', 'ثلاث سنوات', 'عامين'])} من {self.tail()} {r.choice(LATIN)} {r.choice(PREPS)} {self.clause()}"
        elif k == 7:
            s = f"{sp(r.choice(ADV))} {v} {self.org()} {self.tail()} {self.adj_def()}، بينما {r.choice(self.verbs)} {self.person()} {r.choice(PREPS)} {self.tail()}"
        else:
            s = f"ولم {r.choice(CLAUSE_V)} {self.tail()} {self.dnoun()} {r.choice(PREPS)} {self.place()} حتى {r.choice(['الآن', 'نهاية العام', 'مساء أمس', 'إشعار آخر'])}، {sp(r.choice(CONN))} {self.clause()}"
        if r.random() < 0.04:  # vocalised word and tatweel, as real text has now and then
            s += r.choice([" مُؤَكِّداً ذٰلِكَ", " وَفْقًا لِلْخُطَّةِ", " بشكل عـــاجل", " كما وَرَدَ سابقًا"])
        return s + "."

    def title(self) -> str:
        r = self.rng
        k = r.randrange(6)
        v = r.choice(self.verbs)
        if k == 0:
            return f"{self.place()}: {self.dnoun()} {self.adj_def()} {r.choice(PREPS)} {self.tail()}"
        if k == 1:
            return f"{self.person()}: {self.dnoun()} {r.choice(CLAUSE_V)} {self.tail()} {self.adj_def()}"
        if k == 2:
            return f"{self.org()} {r.choice(['تعلن', 'ترفض', 'تناقش', 'تكشف', 'تحذّر من'])} {self.noun()} {self.adj()} في {self.place()}"
        if k == 3:
            return f"{v} {self.dnoun()}.. ماذا يعني {self.tail()} {r.choice(PREPS)} {self.place()}؟"
        if k == 4:
            return f"{self.num()} {self.noun()} {r.choice(PREPS)} {self.tail()} {self.adj_def()} في {self.place()}"
        return f"«{self.dnoun()} {self.adj_def()}» {r.choice(PREPS)} {self.tail()} و{r.choice(LATIN)}"

    def heading(self) -> str:
        return self.rng.choice([
            f"{self.dnoun()} و{self.tail()}", f"ما الذي {self.rng.choice(CLAUSE_V)} {self.tail()}؟",
            f"{self.tail()} {self.adj_def()}", f"خلفية {self.dnoun()}"])


def article(i: int, seed: int, pools: Pools) -> dict:
    rng = random.Random(f"article-{seed}-{i}")
    topics: list[str] = []
    n_topics = rng.randint(3, 6)
    while len(topics) < n_topics:
        t = pools.zipf(rng, pools.topics)
        if t not in topics:
            topics.append(t)
    pick = lambda pool, lo, hi: list(dict.fromkeys(pools.zipf(rng, pool) for _ in range(rng.randint(lo, hi))))
    people, orgs, places = pick(pools.people, 2, 6), pick(pools.orgs, 2, 5), pick(pools.places, 2, 6)
    w = Writer(rng, pools, topics, people, orgs, places)
    title = re.sub(r"\s+", " ", w.title()).strip()
    target = rng.randint(400, 700)
    blocks: list[tuple[str, str]] = []
    words = 0
    while words < target:
        if blocks and len(blocks) % 4 == 3:
            h = w.heading()
            blocks.append(("h2", h))
            words += len(h.split())
        para = []
        for _ in range(rng.randint(2, 5)):
            s = w.sentence()
            para.append(s)
            words += len(s.split())
            if words >= target:
                break
        blocks.append(("p", " ".join(para)))
    start = dt.datetime(2020, 1, 1)
    when = start + dt.timedelta(minutes=rng.randrange(0, (dt.datetime(2025, 1, 1) - start).days * 24 * 60))
    return dict(
        id=f"a{i:06d}", title=title, date=when, topics=topics,
        people=sorted(w.used_people) or people[:1], orgs=sorted(w.used_orgs), places=sorted(w.used_places),
        blocks=blocks, words=words, description=blocks[0][1].split(". ")[0].rstrip("."))


# --------------------------------------------------------------------------
# Forms
# --------------------------------------------------------------------------
def ystr(s: str) -> str:
    return json.dumps(s, ensure_ascii=False)  # a JSON string is a YAML string


def ylist(xs) -> str:
    return "[" + ", ".join(ystr(x) for x in xs) + "]"


def md_escape(s: str) -> str:
    return re.sub(r"([*_\[\]<>#`])", r"\\\1", s)


def body_md(a: dict) -> str:
    return "\n\n".join(("## " if k == "h2" else "") + md_escape(t) for k, t in a["blocks"]) + "\n"


def date_lines(d: dt.datetime, rng: random.Random) -> str:
    day, m, y = d.day, d.month - 1, d.year
    hy, hm, hd = hijri(d.date())
    wk = WEEKDAYS[d.weekday()]
    forms = [
        f"{day} {MONTHS_WEST[m]} {y}",
        f"نشر في: {wk} {day} {MONTHS_WEST[m]} {y} - {d:%H:%M}",
        f"{wk} {day} {MONTHS_LEV[m]} {y}",
        f"{day} {MONTHS_LEV[m]}/{MONTHS_WEST[m]} {y}",
        f"تاريخ النشر: {d:%d/%m/%Y}",
        f"{d:%Y-%m-%d %H:%M}",
        f"{day}/{d.month}/{y}".translate(INDIC),
        f"{wk}، {day} {MONTHS_WEST[m]}، {y}".translate(INDIC),
        f"{hd} {MONTHS_HIJRI[hm - 1]} {hy} هـ الموافق {day} {MONTHS_WEST[m]} {y} م",
        f"آخر تحديث: {wk} {day} {MONTHS_MAGH[m]} {y} على الساعة {d:%H}:{d:%M}",
        f"{d:%d %B %Y}",
        f"{d:%b} {day}, {y}, {d:%I:%M %p}",
    ]
    return rng.choice(forms)


NOISE_MID = ["إعلان", "اقرأ أيضاً: {t}", "شاهد بالفيديو: {t}", "صورة: {p} (رويترز)", "تابعوا آخر الأخبار عبر Google News",
             "&nbsp;", "[مصدر الصورة، Getty Images]", "Advertisement"]
NOISE_END = [
    ["شارك المقال", "فيسبوك تويتر واتساب تلغرام", "Facebook Twitter WhatsApp", "نسخ الرابط"],
    ["مواضيع ذات صلة", "* {t}", "* {t}", "* {t}"],
    ["أخبار ذات صلة:", "- {t}", "- {t}"],
    ["اشترك في نشرتنا البريدية ليصلك كل جديد", "أدخل بريدك الإلكتروني", "اشترك"],
    ["التعليقات (0)", "أضف تعليقاً", "لن يتم نشر عنوان بريدك الإلكتروني"],
    ["جميع الحقوق محفوظة © {y}", "سياسة الخصوصية | شروط الاستخدام | اتصل بنا"],
    ["المصدر : وكالات"], ["وسوم: {tags}"], ["طباعة", "إرسال", "حجم الخط + -"],
    ["الأكثر قراءة", "1", "{t}", "2", "{t}", "3", "{t}"],
]


def raw_text(a: dict, titles: list[str], seed: int) -> bytes:
    rng = random.Random(f"raw-{seed}-{a['id']}")
    fill = lambda s: s.format(t=rng.choice(titles), p=a["people"][0], y=a["date"].year, tags="، ".join(a["topics"]))
    out = []
    if rng.random() < 0.25:
        out += [rng.choice(["الرئيسية > أخبار > " + a["topics"][0], "القائمة", "تخطى إلى المحتوى"])]
    date = date_lines(a["date"], rng)
    out += [a["title"]]
    out += [date] if rng.random() < 0.9 else [f"{a['places'][0] if a['places'] else 'القاهرة'} - وكالات", date]
    if rng.random() < 0.4:
        out += [rng.choice(["كتب: ", "إعداد: ", "بقلم "]) + rng.choice(a["people"])]
    out += [""]
    for k, t in a["blocks"]:
        if rng.random() < 0.15:
            t = t.replace(" ", rng.choice(["  ", "\u00a0", " \u200f"]), 3)
        if rng.random() < 0.05:
            t = t.replace("\"", "&quot;")
        out += [t, ""]
        if rng.random() < 0.08:
            out += [fill(rng.choice(NOISE_MID)), ""]
    for blk in rng.sample(NOISE_END, rng.randint(2, 5)):
        out += [fill(x) for x in blk] + [""]
    text = "\n".join(out)
    if rng.random() < 0.06:
        text = text.replace("\n", "\r\n")
    if rng.random() < 0.04:
        text = "\ufeff" + text
    return text.encode("utf-8")


def fm_hugo(a):
    return (f"---\ntitle: {ystr(a['title'])}\ndate: {a['date']:%Y-%m-%dT%H:%M:%SZ}\ndescription: {ystr(a['description'])}\n"
            f"topics: {ylist(a['topics'])}\npeople: {ylist(a['people'])}\n---\n\n")


FORMS = {  # form -> (sub-folder, extension, front matter)
    "hugo": ("content/articles", ".md", fm_hugo),
}


def write(path: str, data) -> None:
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as f:
        f.write(data if isinstance(data, bytes) else data.encode("utf-8"))


def main() -> int:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("-n", type=int, default=200, help="number of articles")
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--out", default="corpus", help="output folder (one sub-folder per form)")
    ap.add_argument("--forms", default="raw," + ",".join(FORMS))
    ap.add_argument("--people", type=int, default=300, help="size of the people pool")
    ap.add_argument("--orgs", type=int, default=150)
    ap.add_argument("--places", type=int, default=115)
    args = ap.parse_args()
    forms = [f for f in args.forms.split(",") if f]
    bad = [f for f in forms if f != "raw" and f not in FORMS]
    if bad:
        ap.error(f"unknown form: {', '.join(bad)}")
    pools = Pools(args.seed, args.people, args.orgs, args.places)
    titles = [article(i, args.seed, pools)["title"] for i in range(1, min(args.n, 200) + 1)]
    for i in range(1, args.n + 1):
        a = article(i, args.seed, pools)
        if "raw" in forms:
            write(os.path.join(args.out, "raw", a["id"] + ".txt"), raw_text(a, titles, args.seed))
        for f in (f for f in forms if f != "raw"):
            sub, ext, fm = FORMS[f]
            write(os.path.join(args.out, f, sub, a["id"] + ext), fm(a) + body_md(a))
    return 0


if __name__ == "__main__":
    sys.exit(main())
