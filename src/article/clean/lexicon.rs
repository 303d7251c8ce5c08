//! The words of page furniture, by kind. A new outlet's furniture is a line here and a case in `tests/articles/`.
//!
//! A phrase is compared folded, so one spelling stands for all of hamza, tashkeel, ى/ي and ة/ه.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::words::{Word, word_hash};
use crate::document::RemovedKind;

/// Furniture of one kind.
pub(super) struct Family {
    pub(super) kind: RemovedKind,
    /// Why a line of it is cut, for the reader.
    pub(super) reason: &'static str,
    /// Words and phrases of which such lines are made up.
    made_of: &'static str,
    /// Phrases that open such a line, whatever follows.
    opens: &'static str,
    /// Phrases that stand in no article, wherever they are in the line.
    anywhere: &'static str,
    /// Headings under which more of the kind follows.
    heads: &'static str,
}

/// How a phrase speaks for its family.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    MadeOf,
    Opens,
    Anywhere,
    Heads,
}

/// A phrase found in a line.
#[derive(Clone, Copy)]
pub(super) struct Hit {
    pub(super) family: usize,
    pub(super) role: Role,
    /// How many words it has.
    pub(super) len: usize,
}

const fn family(kind: RemovedKind, reason: &'static str, [made_of, opens, anywhere, heads]: [&'static str; 4]) -> Family {
    Family { kind, reason, made_of, opens, anywhere, heads }
}

/// All families. Dates come first: their words are the commonest.
pub(super) static FAMILIES: [Family; 17] = [
    family(RemovedKind::Date, "سطر التاريخ", [DATE_WORDS, DATE_OPENS, "", ""]),
    family(RemovedKind::Related, "عناوين أخبار أخرى", [RELATED_WORDS, RELATED_OPENS, "", RELATED_HEADS]),
    family(RemovedKind::Share, "سطر مشاركة", [SHARE_WORDS, SHARE_OPENS, SHARE_ANYWHERE, ""]),
    family(RemovedKind::Counter, "عدّاد", [COUNTER_WORDS, COUNTER_OPENS, "", ""]),
    family(RemovedKind::Tools, "أدوات الصفحة", [TOOLS_WORDS, TOOLS_OPENS, TOOLS_ANYWHERE, ""]),
    family(RemovedKind::Search, "مربع بحث", [SEARCH_WORDS, SEARCH_OPENS, "", ""]),
    family(RemovedKind::Navigation, "قائمة تصفّح", [NAVIGATION_WORDS, "", "", ""]),
    family(
        RemovedKind::Newsletter,
        "دعوة إلى المتابعة أو الاشتراك",
        [NEWSLETTER_WORDS, NEWSLETTER_OPENS, NEWSLETTER_ANYWHERE, NEWSLETTER_HEADS],
    ),
    family(RemovedKind::Cookie, "إشعار الخصوصية وملفات الارتباط", [COOKIE_WORDS, COOKIE_OPENS, COOKIE_ANYWHERE, ""]),
    family(RemovedKind::Copyright, "حقوق النشر", [COPYRIGHT_WORDS, COPYRIGHT_OPENS, COPYRIGHT_ANYWHERE, ""]),
    family(RemovedKind::Source, "سطر المصدر", [SOURCE_WORDS, SOURCE_OPENS, "", ""]),
    family(RemovedKind::Tags, "وسوم", [TAGS_WORDS, TAGS_OPENS, "", TAGS_HEADS]),
    family(RemovedKind::Caption, "تعليق صورة", [CAPTION_WORDS, CAPTION_OPENS, "", ""]),
    family(RemovedKind::Byline, "سطر الكاتب", [BYLINE_WORDS, BYLINE_OPENS, "", ""]),
    family(RemovedKind::Advertisement, "إعلان", [ADVERTISEMENT_WORDS, ADVERTISEMENT_OPENS, ADVERTISEMENT_ANYWHERE, ""]),
    family(RemovedKind::Comments, "تعليقات القراء", [COMMENTS_WORDS, COMMENTS_OPENS, COMMENTS_ANYWHERE, COMMENTS_HEADS]),
    family(RemovedKind::Other, "عناصر من الصفحة", [OTHER_WORDS, OTHER_OPENS, OTHER_ANYWHERE, ""]),
];

const DATE_WORDS: &str = "
الاثنين
الثلاثاء
الأربعاء
الخميس
الجمعة
السبت
الأحد
الإثنين
يوم
يناير
فبراير
مارس
أبريل
إبريل
نيسان
مايو
ماي
يونيو
يوليو
أغسطس
سبتمبر
أكتوبر
نوفمبر
ديسمبر
كانون الثاني
كانون الأول
شباط
آذار
أيار
حزيران
تموز
آب
أيلول
تشرين الأول
تشرين الثاني
جانفي
فيفري
أفريل
جوان
جويلية
أوت
يوليوز
غشت
شتنبر
نونبر
دجنبر
أغشت
شتمبر
دجمبر
محرم
صفر
ربيع الأول
ربيع الآخر
ربيع الثاني
جمادى الأولى
جمادى الآخرة
جمادى الثانية
رجب
شعبان
رمضان
شوال
ذو القعدة
ذي القعدة
ذو الحجة
ذي الحجة
صباحا
مساء
ظهرا
ليلا
فجرا
الموافق
الساعة
بتوقيت
غرينتش
جرينتش
توقيت
التوقيت المحلي
gmt
utc
am
pm
th
st
nd
rd
january
february
march
april
may
june
july
august
september
october
november
december
jan
feb
mar
apr
jun
jul
aug
sep
oct
nov
dec
monday
tuesday
wednesday
thursday
friday
saturday
sunday
منذ
قبل
دقيقة
دقائق
دقيقتين
ساعة
ساعات
ساعتين
أيام
يومين
أسبوع
أسبوعين
أسابيع
شهر
شهرين
أشهر
سنة
سنتين
سنوات
عام
عامين
أعوام
آخر تحديث
اخر تحديث
التحديث الأخير
حدث في
تم التحديث
تحديث
تاريخ النشر
تاريخ الإضافة
تاريخ
نشر في
نشر يوم
نشر بتاريخ
نشر
النشر
أضيف بتاريخ
أضيف في
بتاريخ
published
published on
updated
last updated
posted
هـ
ه
م
ص
ميلادي
هجري
";
const DATE_OPENS: &str = "
تاريخ النشر
تاريخ الإضافة
تاريخ التحديث
آخر تحديث
اخر تحديث
نشر في
نشر بتاريخ
أضيف بتاريخ
تم النشر
تم التحديث
published on
last updated
";

const RELATED_WORDS: &str = "
اقرأ أيضا
المزيد
للمزيد
من أخبار
المزيد من
";
const RELATED_OPENS: &str = "
اقرأ أيضا
إقرأ أيضا
اقرا ايضا
أقرأ أيضا
اقرأ كذلك
واقرأ أيضا
اقرأ المزيد
إقرأ المزيد
قراءة المزيد
اقرأ هنا
شاهد أيضا
شاهد المزيد
شاهدوا أيضا
طالع أيضا
طالع المزيد
تابع أيضا
انظر أيضا
تصفح أيضا
لا تفوتك
لا يفوتك
لا تفوت
موضوعات متعلقة
موضوعات ذات صلة
موضوع متعلق
موضوعات قد تهمك
مواضيع متعلقة
مواضيع ذات صلة
مواضيع أخرى
مواضيع قد تهمك
مواضيع قد تعجبك
مواضيع مشابهة
أخبار ذات صلة
أخبار متعلقة
أخبار أخرى
أخبار مشابهة
أخبار قد تهمك
خبر ذو صلة
مقالات ذات صلة
مقالات متعلقة
مقالات أخرى
مقالات مشابهة
مقالات قد تعجبك
مقالات قد تهمك
قد يعجبك
قد يعجبك أيضا
قد يهمك
قد يهمك أيضا
ربما يعجبك
ربما يهمك
ذات صلة
تقارير ذات صلة
التالي
السابق
الخبر التالي
الخبر السابق
المقال التالي
المقال السابق
المقالة التالية
المقالة السابقة
الموضوع التالي
الموضوع السابق
المزيد من
للمزيد من
المزيد حول
المزيد عن
الأكثر من
الاكثر من
الأكثر قراءة
الأكثر مشاهدة
الأكثر تداولا
الأكثر تعليقا
الأكثر زيارة
الأكثر شيوعا
الأكثر رواجا
الأكثر تفاعلا
الأكثر بحثا
من نفس القسم
في نفس القسم
المزيد في
read also
read more
related
";
const RELATED_HEADS: &str = "
اقرأ أيضا
إقرأ أيضا
اقرا ايضا
أقرأ أيضا
اقرأ كذلك
اقرأ المزيد
شاهد أيضا
شاهد المزيد
شاهدوا أيضا
طالع أيضا
انظر أيضا
تصفح أيضا
لا تفوتك
موضوعات متعلقة
موضوعات ذات صلة
موضوعات أخرى
موضوعات قد تهمك
موضوعات مشابهة
مواضيع متعلقة
مواضيع ذات صلة
مواضيع أخرى
مواضيع قد تهمك
مواضيع مشابهة
مواضيع قد تعجبك
أخبار ذات صلة
أخبار متعلقة
اخبار متعلقة
أخبار مرتبطة
أخبار أخرى
أخبار مشابهة
أخبار قد تهمك
خبر ذو صلة
مقالات ذات صلة
مقالات متعلقة
مقالات أخرى
مقالات أخرى للكاتب
مقالات أخرى للكاتبة
مقالات الكاتب
مقالات سابقة
مقالات مشابهة
مقالات مختارة
مقالات قد تعجبك
مقالات قد تهمك
تقارير ذات صلة
قد يعجبك
قد يعجبك أيضا
قد يهمك
قد يهمك أيضا
ربما يعجبك
ربما يعجبك أيضا
ربما يهمك
ذات صلة
له صلة
حول هذه القصة
حول هذا الموضوع
في هذا الملف
الأكثر قراءة
الأكثر مشاهدة
الأكثر تداولا
الأكثر تعليقا
الأكثر زيارة
الأكثر شيوعا
الأكثر رواجا
الأكثر تفاعلا
الأكثر بحثا
الأكثر اهتماما
أكثر الأخبار قراءة
الأعلى قراءة
آخر الأخبار
اخر الاخبار
أحدث الأخبار
أهم الأخبار
أبرز الأخبار
آخر المستجدات
أحدث المقالات
أحدث المواضيع
آخر المقالات
أحدث التقارير
من نفس القسم
في نفس القسم
أخبار القسم
اخترنا لك
اخترنا لكم
مختارات
نرشح لك
ننصح بقراءة
ننصحك بقراءة
اختيارات المحرر
الأخبار العاجلة
شريط الأخبار
محتوى ذو صلة
المزيد من الأخبار
المزيد من المقالات
تابع القراءة
related articles
related news
related posts
related
read more
read also
most read
most popular
latest news
trending
you may also like
recommended
";

const SHARE_WORDS: &str = "
شارك
شاركها
شاركه
شاركنا
شاركوا
مشاركة
المشاركة
للمشاركة
للنشر
مشاركة عبر
مشاركة على
انشر
أنشر
فيسبوك
فيس بوك
الفيسبوك
تويتر
إكس
منصة إكس
واتساب
واتس اب
واتس
تيليجرام
تيليغرام
تلغرام
تلجرام
تلكرام
تليجرام
تليغرام
تلقرام
تيلقرام
تيلغرام
تيليقرام
لينكدإن
لينكد إن
لينكدن
لينكدان
بينتريست
بنترست
بنتيريست
ماسنجر
مسنجر
فايبر
انستغرام
إنستغرام
إنستقرام
انستجرام
انستقرام
سناب شات
سنابشات
تيك توك
يوتيوب
ريديت
تمبلر
ثريدز
بريد
البريد
ايميل
إيميل
البريد الإلكتروني
بريد إلكتروني
عبر البريد
عبر البريد الإلكتروني
إرسال
ارسال
أرسل
نسخ الرابط
انسخ الرابط
نسخ رابط
الرابط المختصر
رابط مختصر
رابط المقال
رابط الخبر
رابط
نسخ
تغريد
تغريدة
غرد
المقال
الخبر
الموضوع
هذا
هذه
الصفحة
عبر
على
facebook
twitter
x
linkedin
whatsapp
telegram
pinterest
reddit
tumblr
viber
messenger
email
e mail
mail
share
tweet
copy
copy link
link
instagram
youtube
snapchat
tiktok
threads
google
skype
vkontakte
odnoklassniki
pocket
line
via
rss
";
const SHARE_OPENS: &str = "
شارك المقال
شارك الخبر
شارك هذا
شارك هذه
شارك الموضوع
شارك القصة
شارك على
شارك عبر
شارك مع
شاركها
شاركنا على
شاركه على
مشاركة المقال
مشاركة الخبر
مشاركة عبر
مشاركة على
للمشاركة
اضغط للمشاركة
انقر للمشاركة
اضغط لتشارك
انقر لإرسال
share this
share on
انشر تؤجر
";
const SHARE_ANYWHERE: &str = "
فتح في نافذة جديدة
اضغط للمشاركة
انقر للمشاركة
";

const COUNTER_WORDS: &str = "
مشاهدة
مشاهدات
المشاهدات
عدد المشاهدات
شوهد
قراءة
قراءات
القراءات
عدد القراءات
القراء
عدد القراء
قارئ
زيارة
زيارات
الزيارات
عدد الزيارات
زائر
عدد الزوار
تعليق
تعليقات
تعليقا
تعليقان
التعليقات
عدد التعليقات
لا تعليقات
لا يوجد تعليقات
لا توجد تعليقات
إعجاب
إعجابات
إعجابا
أعجبني
لم يعجبني
أعجبك
أحببته
أحزنني
أضحكني
أغضبني
أدهشني
معجب بهذه
إبلاغ
تحميل
مشاركة
مشاركات
متابع
متابعين
تقييم
تقييمات
تقييما
صوت
أصوات
نقاط
نجوم
وقت القراءة
مدة القراءة
زمن القراءة
القراءة
أقل من دقيقة
دقيقة قراءة
دقائق قراءة
دقيقة واحدة
دقيقة للقراءة
دقائق للقراءة
قراءة دقيقتين
دقيقة
دقائق
كلمة
كلمات
views
view
viewed
reads
read
min
min read
minutes
comments
comment
likes
like
shares
no comments
";
const COUNTER_OPENS: &str = "
عدد المشاهدات
عدد القراءات
عدد القراء
عدد الزوار
عدد الزيارات
المشاهدات
القراءات
مشاهدات
وقت القراءة
مدة القراءة
زمن القراءة
أقل من دقيقة
هل أعجبك
ما تقييمك
قيم هذا
قيم المقال
";

const TOOLS_WORDS: &str = "
طباعة
اطبع
طباعه
نسخة للطباعة
نسخة الطباعة
صفحة للطباعة
حجم الخط
الخط
تكبير الخط
تصغير الخط
تكبير
تصغير
كبر الخط
صغر الخط
خط
صغير
متوسط
كبير
ع
ا
حفظ
احفظ
حفظ المقال
استمع
استمع إلى المقال
استمع للخبر
استمع للمقال
استماع
إستمع
إيقاف
تشغيل
صوت
ترجمة
أرسل خبرا
أرسل إلى صديق
ارسال الى صديق
إرسال إلى صديق
أخبر صديق
نسخة ورقية
النسخة الورقية
إبلاغ عن خطأ
إظهار
إخفاء
عرض
عرض المزيد
عرض الكل
عرض الصور
أظهر
إغلاق
أغلق
موافق
print
pdf
a
aa
font
font size
listen
play
save
close
menu
download
zoom
skip to content
skip to main content
show more
load more
تخطي إلى المحتوى
تجاوز إلى المحتوى
الانتقال إلى المحتوى
انتقل إلى المحتوى
الوضع الليلي
الوضع الداكن
تسجيل الدخول
تسجيل الخروج
دخول
تسجيل
حساب جديد
إنشاء حساب
إلى الأعلى
الى الاعلى
أعلى الصفحة
";
const TOOLS_OPENS: &str = "
حجم الخط
نسخة للطباعة
ارسال الى صديق
إرسال إلى صديق
تصفحوا النسخة
تصفح النسخة
حمل التطبيق
حملوا التطبيق
لمتابعة باقي الأخبار
لمتابعة آخر الأخبار
استمع إلى
استمع الى
هذا المقال متاح
";
const TOOLS_ANYWHERE: &str = "
تخطي إلى المحتوى
تجاوز إلى المحتوى
skip to main content
skip to content
";

const SEARCH_WORDS: &str = "
بحث
ابحث
البحث
بحث عن
البحث عن
ابحث عن
ابحث هنا
ابحث في الموقع
بحث في الموقع
بحث متقدم
بحث في
مربع البحث
نتائج البحث
كلمة البحث
أغلق
إغلاق
هذا
search
search for
search here
close
close this search box
";
const SEARCH_OPENS: &str = "
أغلق مربع
إغلاق مربع
إغلاق البحث
ابحث في
";

const NAVIGATION_WORDS: &str = "
الرئيسية
الصفحة الرئيسية
رئيسية
الرئيسيه
البداية
القائمة
القائمة الرئيسية
قائمة
الأقسام
أقسام الموقع
أخبار
الأخبار
الاخبار
خبر
محليات
محلي
محلية
المحلية
الدولية
دولية
دولي
دوليات
عالمية
العالم
عالمي
أخبار العالم
أخبار عالمية
أخبار محلية
أخبار عربية
عربي ودولي
عربي
عربية
عربي وعالمي
العربية
العالم العربي
العرب
شؤون عربية
شؤون دولية
شؤون محلية
الصفحة الأولى
سياسة
السياسة
سياسية
سياسي
اقتصاد
الاقتصاد
اقتصادية
مال وأعمال
مال
أعمال
رياضة
الرياضة
رياضية
ثقافة
الثقافة
ثقافية
ثقافة وفن
ثقافة وفنون
فن
فنون
منوعات
متفرقات
مجتمع
المجتمع
تكنولوجيا
علوم
علوم وتكنولوجيا
صحة
الصحة
صحة وطب
طب وصحة
بيئة
تعليم
سياحة
سفر
أسرة
المرأة
لايف ستايل
حوادث
قضايا
قضاء
قضاء وقدر
جرائم
رأي
الرأي
آراء
مقالات
مقال
كتاب
كتاب الرأي
كتاب وآراء
مقالات الرأي
أعمدة
تحليلات
تحقيقات
تقارير
ملفات
حوارات
تحليل
مدونات
فيديو
فيديوهات
صور
صوت وصورة
ألبومات
بودكاست
إنفوغرافيك
كاريكاتير
برامج
البرامج
بث مباشر
البث المباشر
البث الحي
مباشر
استمع مباشرة
الطقس
طقس
حالة الطقس
مواقيت الصلاة
أسعار العملات
أسعار الذهب
الوظائف
وظائف
إعلانات مبوبة
الأبراج
عاجل
خبر عاجل
تحديث
جديد
هام
حصري
خاص
متابعات
من نحن
من نكون
عن الموقع
عن الصحيفة
هيئة التحرير
أسرة التحرير
اتصل بنا
تواصل معنا
إتصل بنا
اتصلوا بنا
راسلنا
أعلن معنا
للإعلان لدينا
للإعلان معنا
للإعلان
اعلن معنا
خريطة الموقع
الأرشيف
أرشيف
العودة
عودة
رجوع
العودة للرئيسية
المزيد
شروط الاستخدام
شروط النشر
english
français
francais
french
turkish
home
news
politics
economy
sports
sport
world
opinion
live
about us
contact us
login
sign in
register
fm
tv
";

const NEWSLETTER_WORDS: &str = "
النشرة البريدية
النشرة الإخبارية
القائمة البريدية
نشرة بريدية
اشترك
اشتركوا
الاشتراك
اشترك الآن
تابعنا
تابعونا
تابعنا على
تابعونا على
انضم إلينا
انضموا إلينا
متابعة
لا شكرا
ليس الآن
subscribe
newsletter
follow us
follow
sign up
";
const NEWSLETTER_OPENS: &str = "
اشترك في
اشترك الآن
اشترك معنا
اشترك مجانا
اشتركوا في
للاشتراك
سجل في
سجل بريدك
أدخل بريدك
ادخل بريدك
أدخل عنوان بريدك
تابعنا على
تابعونا على
تابعونا عبر
تابعنا عبر
تابعوا آخر
تابع آخر
تابعوا أخبار
تابع أخبار
تابعوا صفحتنا
تابعوا قناتنا
تابعنا في
تابعوا
يمكنكم متابعة
يمكنكم متابعتنا
انضم إلى
انضم إلينا
انضم الى
انضموا إلى
انضموا الى
للانضمام
للمتابعة
لمتابعة أخبار
لمتابعة الأخبار
لمتابعتنا
كن أول
احصل على آخر
احصلوا على آخر
احصل على
قناتنا على
صفحتنا على
قناة الواتساب
لتصلك آخر
ليصلك
follow us
subscribe to
join our
";
const NEWSLETTER_ANYWHERE: &str = "
النشرة البريدية
النشرة الإخبارية
القائمة البريدية
على غوغل نيوز
على جوجل نيوز
عبر غوغل نيوز
عبر جوجل نيوز
عبر google news
على google news
على تلغرام
على تيليجرام
على تيليغرام
على التلكرام
على الواتساب لمتابعة
لتصلك آخر الأخبار
ليصلك كل جديد
ليصلك أهم
قناتنا على
صفحتنا على
بريدك الإلكتروني
";
const NEWSLETTER_HEADS: &str = "";

const COOKIE_WORDS: &str = "
سياسة الخصوصية
الخصوصية
شروط الاستخدام
الشروط والأحكام
أحكام وشروط
سياسة الاستخدام
إخلاء مسؤولية
ملفات تعريف الارتباط
ملفات الارتباط
أوافق
موافق
قبول
رفض
قبول الكل
أقبل
الإعدادات
privacy policy
privacy
cookies
cookie
accept
terms
terms of use
disclaimer
";
const COOKIE_OPENS: &str = "
نستخدم ملفات
يستخدم هذا الموقع
يستخدم موقعنا
هذا الموقع يستخدم
باستخدامك
باستخدامكم
we use
";
const COOKIE_ANYWHERE: &str = "
ملفات تعريف الارتباط
ملفات الارتباط
ملفات الكوكيز
سياسة الخصوصية
privacy policy
use cookies
";

const COPYRIGHT_WORDS: &str = "
جميع الحقوق محفوظة
كافة الحقوق محفوظة
كل الحقوق محفوظة
الحقوق محفوظة
حقوق النشر
حقوق النشر محفوظة
حقوق الطبع
محفوظة
all rights reserved
copyright
تصميم
تطوير
برمجة
تصميم وتطوير
تصميم وبرمجة
powered by
designed by
developed by
";
const COPYRIGHT_OPENS: &str = "
جميع الحقوق
كافة الحقوق
كل الحقوق
الحقوق محفوظة
حقوق النشر
حقوق الطبع
copyright
يمنع النسخ
يمنع نسخ
يمنع الاقتباس
يمنع إعادة
لا يجوز نسخ
powered by
designed by
";
const COPYRIGHT_ANYWHERE: &str = "
جميع الحقوق محفوظة
كافة الحقوق محفوظة
كل الحقوق محفوظة
الحقوق محفوظة
all rights reserved
يمنع النسخ من
";

const SOURCE_WORDS: &str = "
المصدر
مصدر
مصدر الخبر
المصادر
نقلا عن
نقلا
وكالات
الوكالات
وكالة
مواقع إلكترونية
مواقع التواصل
مواقع التواصل الاجتماعي
رويترز
رويترز
فرانس برس
أ ف ب
أ ب
د ب أ
أسوشيتد برس
الأناضول
شينخوا
سبوتنيك
واس
كونا
وام
بترا
وفا
سانا
واع
أ ش أ
صحف
إنترنت
source
sources
reuters
afp
ap
agencies
";
const SOURCE_OPENS: &str = "
المصدر
مصدر الخبر
مصدر الصورة
المصادر
نقلا عن
اقرأ الخبر من
إقرأ الخبر من
إقرأ الخبر
رابط المصدر
رابط الخبر
الرابط الأصلي
النص الأصلي
لقراءة الخبر
لقراءة المزيد
source
forwarded from
";

const TAGS_WORDS: &str = "
الوسوم
وسوم
الكلمات المفتاحية
كلمات مفتاحية
الكلمات الدلالية
كلمات دلالية
كلمات دالة
الكلمات المفاتيح
علامات
العلامات
تاغ
تاغات
تاجات
سمات
مفاتيح
tags
tag
keywords
";
const TAGS_OPENS: &str = "
الوسوم
وسوم
الكلمات المفتاحية
كلمات مفتاحية
الكلمات الدلالية
كلمات دلالية
كلمات دالة
الكلمات المفاتيح
الكلمات الدالة
العلامات
علامات
تاغات
تاغ
سمات
tags
tag
keywords
";
const TAGS_HEADS: &str = "
الوسوم
وسوم
الكلمات المفتاحية
كلمات مفتاحية
الكلمات الدلالية
كلمات دلالية
كلمات دالة
الكلمات الدالة
الكلمات المفاتيح
العلامات
علامات
تاغات
سمات
في هذا المقال
مواضيع المقال
tags
keywords
";

const CAPTION_WORDS: &str = "
صورة
الصورة
صورة أرشيفية
صورة من الأرشيف
أرشيفية
صورة الكاتب
صورة تعبيرية
صورة توضيحية
تعبيرية
توضيحية
أرشيف
غيتي
جيتي
تصوير
عدسة
getty
getty images
image
photo
news picture
picture
صورة متداولة
";
const CAPTION_OPENS: &str = "
صورة أرشيفية
صورة تعبيرية
صورة توضيحية
صورة من الأرشيف
صورة متداولة
تصوير
عدسة
الصورة
تعليق الصورة
photo
image
";

const BYLINE_WORDS: &str = "
كتب
كتبت
كتبه
كتبها
بقلم
بواسطة
الكاتب
الكاتبة
المؤلف
إعداد
تحرير
تقرير
تحقيق
حوار
مراسل
مراسلنا
مراسلتنا
المراسل
المحرر
محرر
محررة
مندوب
مندوبنا
قسم الأخبار
قسم
القسم
فريق التحرير
هيئة التحرير
كاتب
كاتبة
وأكاديمي
وأكاديمية
باحث
باحثة
صحفي
صحافي
صحفية
صحافية
by
author
written by
admin
editor
staff
";
const BYLINE_OPENS: &str = "
كتب
كتبت
كتبه
كتبها
بقلم
بواسطة
الكاتب
الكاتبة
إعداد
اعداد
تحرير
تحقيق
مراسل
مراسلنا
مراسلتنا
المحرر
by
written by
author
";

const ADVERTISEMENT_WORDS: &str = "
إعلان
إعلانات
اعلان
الإعلان
إعلان ممول
ممول
مساحة إعلانية
مساحة اعلانية
محتوى مدفوع
محتوى إعلاني
محتوى ممول
محتوي مدفوع
برعاية
advertisement
advertisements
ads
ad
sponsored
promoted
";
const ADVERTISEMENT_OPENS: &str = "
هذا المحتوى مطبوع
محتوى مدفوع
مساحة إعلانية
للإعلان في
للإعلان على
advertisement
";
const ADVERTISEMENT_ANYWHERE: &str = "
يستمر المحتوى بعد الإعلان
القصة تستمر بعد الإعلان
";

const COMMENTS_WORDS: &str = "
التعليقات
تعليقات
تعليقات القراء
التعليقات مغلقة
اكتب تعليقا
اكتب تعليقك
أضف تعليق
أضف تعليقا
أضف تعليقك
أضف تعليقا جديدا
اترك تعليقا
اترك ردا
اترك رد
إلغاء الرد
رد
الرد
شارك رأيك
شارك برأيك
الاسم
الأسم
الاسم المطلوب
المطلوب
البريد الإلكتروني
الموقع
الموقع الإلكتروني
التعليق
شروط التعليق
إرسال التعليق
leave a comment
leave a reply
reply
name
comment
";
const COMMENTS_OPENS: &str = "
اكتب تعليقا
اكتب تعليقك
أضف تعليق
أضف تعليقا
أضف تعليقك
اترك تعليقا
اترك ردا
اترك رد
شارك رأيك
شارك برأيك
شاركنا رأيك
شروط التعليق
لن يتم نشر
عدم الإساءة للكاتب
التعليقات
ملاحظة التعليقات
";
const COMMENTS_ANYWHERE: &str = "
لن يتم نشر عنوان بريدك
الحقول الإلزامية مشار إليها
عدم الإساءة للكاتب
التعليقات المنشورة
التعليقات لا تعبر
تعبر عن رأي أصحابها
تعبر عن آراء أصحابها
تعبر عن رأي كاتبها
عن رأي كاتبه
لا تعبر بالضرورة
لا يعبر بالضرورة
";
const COMMENTS_HEADS: &str = "
التعليقات
تعليقات القراء
تعليقات
اكتب تعليقا
اكتب تعليقك
أضف تعليق
أضف تعليقا
أضف تعليقا جديدا
أضف تعليقك
اترك تعليقا
اترك ردا
اترك رد
شارك رأيك
شارك برأيك
شروط التعليق
تعليق واحد
تعليقان
comments
leave a comment
leave a reply
";

const OTHER_WORDS: &str = "
النهاية
انتهى
صفحة
الصفحة
ص
العدد
عدد
رقم الخبر
رقم
تتمة
التتمة
البقية
تنويه
نعم
لا
استطلاع
استطلاع الرأي
تصويت
صوت الآن
منقول
منقول للفائدة
السلام عليكم
وعليكم السلام
page
";
const OTHER_OPENS: &str = "
رقم الخبر
البقية ص
التتمة ص
تتمة ص
البقية على
تمت إعادة
استطلاع الرأي
لا تنسونا
منقول للفائدة
السلام عليكم
للتواصل
هاتف
فاكس
";
const OTHER_ANYWHERE: &str = "
تمت إعادة توجيهها
لا تنسونا من صالح
";

type Entry = (Hit, Box<[u64]>);

/// Phrases by the folded form of their first word, the longest first.
static PHRASES: LazyLock<HashMap<u64, Vec<Entry>>> = LazyLock::new(|| {
    let mut phrases: HashMap<u64, Vec<Entry>> = HashMap::new();
    for (index, family) in FAMILIES.iter().enumerate() {
        let roles =
            [(Role::MadeOf, family.made_of), (Role::Opens, family.opens), (Role::Anywhere, family.anywhere), (Role::Heads, family.heads)];
        for (role, table) in roles {
            for phrase in table.lines().filter(|line| !line.is_empty()) {
                let hashes: Box<[u64]> = phrase.split_whitespace().map(word_hash).collect();
                let hit = Hit { family: index, role, len: hashes.len() };
                phrases.entry(hashes[0]).or_default().push((hit, hashes));
            }
        }
    }
    for entries in phrases.values_mut() {
        entries.sort_by_key(|(hit, _)| std::cmp::Reverse(hit.len));
    }
    phrases
});

/// The phrases that stand at the start of `words`, the longest first.
pub(super) fn phrases_at(words: &[Word]) -> impl Iterator<Item = Hit> + '_ {
    let entries = words.first().and_then(|word| PHRASES.get(&word.hash)).map_or(&[][..], Vec::as_slice);
    entries
        .iter()
        .filter(move |(hit, hashes)| words.len() >= hit.len && hashes.iter().zip(words).all(|(hash, word)| *hash == word.hash))
        .map(|(hit, _)| *hit)
}
