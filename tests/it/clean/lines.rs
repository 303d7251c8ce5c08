//! What single lines are, and what is cut inside them.

use sijill::document::{InputKind, Plain};

use super::super::articles::{case, folder, text};
use super::cleaned;

#[test]
fn broken_mark_up_loses_no_word() {
    let draft = cleaned("<p>غير مغلق <b>وسم <div>آخر", InputKind::Html).value;
    let title = draft.front_matter.title.unwrap_or_default();
    assert_eq!(format!("{title} {}", Plain::of(&draft.text).text), "غير مغلق وسم آخر");
}

#[test]
fn a_second_article_is_told_with_its_line() {
    let case = case(&folder("articles/tuned/aggregator-two-articles.txt"));
    let found = cleaned(&case.raw, InputKind::Text).diagnostics;
    let second = found.iter().find(|finding| finding.code == "two-articles").expect("two articles");
    assert_eq!(second.position, Some((7, 1)));
}

#[test]
fn a_person_decides_by_line() {
    let raw = "---\nclean: [{keep: 6}, {cut: 5}]\n---\nافتتاح حديقة جديدة في الحي القديم\nافتتحت البلدية أمس حديقة جديدة في الحي القديم، وقالت إن الدخول إليها مجاني طوال أيام الأسبوع.\nشارك على فيسبوك\nوتضم الحديقة ملعبًا للأطفال ومقهى صغيرًا وممرات للمشي بين الأشجار.\n";
    let plain = Plain::of(&cleaned(raw, InputKind::Text).value.text).text;
    assert_eq!(
        plain,
        "شارك على فيسبوك\nوتضم الحديقة ملعبًا للأطفال ومقهى صغيرًا وممرات للمشي بين الأشجار."
    );
}

#[test]
fn what_was_cut_says_when_and_where() {
    use sijill::document::ClueKind;
    let raw = "أخبار\nترميم سور المدينة القديمة يبدأ الشهر المقبل\nتاريخ النشر: 12 آذار 2019 | آخر تحديث: 13 آذار 2019\nصيدا – أعلنت مديرية الآثار أن ترميم سور المدينة القديمة سيبدأ الشهر المقبل، بتمويل من مؤسسة محلية.\nوقالت إن العمل يستغرق عامين.\nالمصدر: صحيفة المرسى\n";
    let clues = cleaned(raw, InputKind::Text).value.clues;
    let found: Vec<(ClueKind, &str)> =
        clues.iter().map(|clue| (clue.kind, clue.text.as_str())).collect();
    assert_eq!(
        found,
        [
            (ClueKind::Published, "12 آذار 2019"),
            (ClueKind::Updated, "13 آذار 2019"),
            (ClueKind::Dateline, "صيدا –"),
            (ClueKind::Outlet, "صحيفة المرسى"),
        ]
    );
    let html = text(&folder("pages/ghost-feature/page.html"));
    let clues = cleaned(&html, InputKind::Html).value.clues;
    assert!(
        clues.iter().any(|clue| clue.kind == ClueKind::MetadataPublished
            && clue.text == "2023-09-18T08:00:00.000Z")
    );
}

/// Inside a line: what opens it and is not the sentence, and what must stay of the sentence.
#[test]
fn datelines_are_cut_whole_and_sentences_are_not_cut() {
    let behind = "وبحث الجانبان في مشروع السد المشترك على النهر وفي مواعيد اجتماعات اللجنة الفنية للمياه في الربيع المقبل.";
    let table = [
        // The name of the site stands bare behind the place, or before a colon: both go, or neither.
        (
            "المنارة – سراج اتفق الوزيران أمس على بناء السد المشترك على النهر.",
            "اتفق الوزيران أمس على بناء السد المشترك على النهر.",
        ),
        (
            "سراج: اتفق الوزيران أمس على بناء السد المشترك على النهر.",
            "اتفق الوزيران أمس على بناء السد المشترك على النهر.",
        ),
        (
            "المنارة – الوزيران اتفقا أمس على بناء السد المشترك على النهر.",
            "الوزيران اتفقا أمس على بناء السد المشترك على النهر.",
        ),
        (
            "المنارة – وفد فني وصل أمس إلى موقع السد المشترك على النهر.",
            "وفد فني وصل أمس إلى موقع السد المشترك على النهر.",
        ),
        // Brackets are cut whole or not at all.
        (
            "(المنارة الجديدة للأخبار - New Lighthouse) قالت أمس إن الوزيرين اتفقا على بناء السد المشترك على النهر.",
            "(المنارة الجديدة للأخبار - New Lighthouse) قالت أمس إن الوزيرين اتفقا على بناء السد المشترك على النهر.",
        ),
        (
            "صحيفة (مرسى الأخبار / Marsa) كتبت أمس أن الوزيرين اتفقا على بناء السد المشترك على النهر.",
            "صحيفة (مرسى الأخبار / Marsa) كتبت أمس أن الوزيرين اتفقا على بناء السد المشترك على النهر.",
        ),
        // A hashtag is one word.
        (
            "#السد_المشترك يبدأ العمل في السد المشترك على النهر في الربيع.",
            "#السد_المشترك يبدأ العمل في السد المشترك على النهر في الربيع.",
        ),
        // A day that is spaced is no dateline.
        (
            "وصل الوزير اليوم الاثنين 26 / 5 / 1447هـ إلى موقع السد المشترك على النهر.",
            "وصل الوزير اليوم الاثنين 26 / 5 / 1447هـ إلى موقع السد المشترك على النهر.",
        ),
        // The verb is the sentence's own, the headline behind it is not.
        (
            "وقال الوزير إن اللجنة الفنية ستمهد إلغاء حفل الموسيقى في الملعب منذ 25 دقيقة لبناء السد المشترك على النهر.",
            "وقال الوزير إن اللجنة الفنية ستمهد لبناء السد المشترك على النهر.",
        ),
        // «منذ يوم الثلاثاء» is no age of another headline, and what stands behind a particle is its own.
        (
            "عثر الغواصون ظهر الجمعة على جثة البحار الثاني المفقود منذ يوم الثلاثاء قرب السد المشترك على النهر.",
            "عثر الغواصون ظهر الجمعة على جثة البحار الثاني المفقود منذ يوم الثلاثاء قرب السد المشترك على النهر.",
        ),
        (
            "ينتظر سائقو الشاحنات العالقون منذ ساعات الفجر فتح جسر السد المشترك على النهر.",
            "ينتظر سائقو الشاحنات العالقون منذ ساعات الفجر فتح جسر السد المشترك على النهر.",
        ),
        (
            "تبحث الفرق عن مزارع شاب فقد أثره منذ ثلاثة أيام في مجرى السد المشترك على النهر.",
            "تبحث الفرق عن مزارع شاب فقد أثره منذ ثلاثة أيام في مجرى السد المشترك على النهر.",
        ),
        (
            "نقلت سيارة إسعاف صبيا محموما منذ يومين إلى مستشفى السد المشترك على النهر.",
            "نقلت سيارة إسعاف صبيا محموما منذ يومين إلى مستشفى السد المشترك على النهر.",
        ),
    ];
    for (lede, kept) in table {
        let raw = format!("اتفاق على بناء السد المشترك على النهر\n{lede}\n{behind}\n");
        let plain = Plain::of(&cleaned(&raw, InputKind::Text).value.text).text;
        assert_eq!(plain, format!("{kept}\n{behind}"));
    }
}

#[test]
fn a_name_with_its_day_is_no_subtitle_and_the_first_question_begins_an_interview() {
    let text = "انتشلت وحدات الحرس البحري صباح الأربعاء جثة بحار كان ضمن المفقودين، حسب ما أفاد به مصدر بالحماية المدنية في الميناء.";
    for below in ["موزاييك الشاطئ  13 مارس 2024  10:22", "رصيف الأخبار 13/03/2024"]
    {
        let raw = format!("انتشال جثة أحد البحارين المفقودين\n{below}\n{text}\n");
        let front = cleaned(&raw, InputKind::Text).value.front_matter;
        assert_eq!(front.subtitle, None, "{below}");
        assert!(front.title.is_some_and(|title| title.starts_with("انتشال")));
    }
    for bullet in ["- ", ""] {
        let asked = ["متى يبدأ ملء الخزان؟", "وهل تتأثر المزارع هذا العام؟"];
        let raw = format!(
            "مدير السد: الملء قادم لا محالة\nحاوره: ناجي عبد الغفار\n17 يونيو 2022\n\n{bullet}{}\n{bullet}بدأت الأمطار مطلع الشهر، وسيبدأ التخزين عمليًا في منتصف الشهر المقبل وينتهي في الخريف.\n\n\
             {bullet}{}\n{bullet}السد القديم يحمينا، ومخزون البحيرة مطمئن، لكن الضرر الاقتصادي قائم منذ عامين.\n",
            asked[0], asked[1]
        );
        let body = Plain::of(&cleaned(&raw, InputKind::Text).value.text).text;
        assert!(asked.iter().all(|asked| body.contains(asked)), "{body}");
    }
}

#[test]
fn short_headlines_numbered_parts_and_points_are_kept() {
    let title =
        |raw: &str| cleaned(raw, InputKind::Text).value.front_matter.title.unwrap_or_default();
    let body = |raw: &str| Plain::of(&cleaned(raw, InputKind::Text).value.text).text;
    let text = "صدر مرسوم بضم مصلحة المنائر إلى وزارة النقل، وقال الوزير إن الضم لا يمس رواتب الموظفين ولا حقوقهم في الترقية.";
    assert_eq!(
        title(&format!("ضم المصلحة نهائيًا\n\nنشر في 3 مارس 2020\n\n{text}\n")),
        "ضم المصلحة نهائيًا"
    );
    let parts = "ورقة عن مصلحة المنائر\n1. مقدمة\nأنشئت المصلحة قبل قرن لرعاية المنائر على الساحل، وكان فيها يومئذ أربعون حارسًا يسكنون الأبراج.\n\
                 2. الوضع الراهن\nتدير المصلحة اليوم تسع منائر تعمل كلها بالكهرباء، ولم يبق فيها من الحراس سوى ثلاثة يزورونها كل شهر.\n";
    assert!(
        body(parts).starts_with("1. مقدمة\nأنشئت") && body(parts).contains("\n2. الوضع الراهن\n"),
        "{}",
        body(parts)
    );
    let points = format!(
        "{text} وقرر المجلس ما يأتي:\n(1) نقل الموظفين خلال شهر واحد من تاريخ نشر المرسوم.\n(2) تسليم المنائر إلى الوزارة قبل نهاية العام الجاري.\n"
    );
    let kept = body(&format!("ضم مصلحة المنائر إلى وزارة النقل\n{points}شارك\nطباعة\n"));
    assert!(
        kept.contains("(1) نقل الموظفين") && kept.ends_with("قبل نهاية العام الجاري."),
        "{kept}"
    );
}

/// «س:» and «ج:» say what a line is, however short; a place of several words and a day are no headline.
#[test]
fn an_interview_keeps_its_questions_and_its_headline() {
    let raw = "مقابلة | مديرة المتحف: «القطع لا تتكلم وحدها»\nحاورتها: هند السالمي\nالدار البيضاء - 22 يناير 2024\n\
        س: كيف وصلت القطع إلى المتحف؟\n\
        ج: وصلت في صناديق من مدينة فاس، بعضها بلا ورقة واحدة تقول ما في داخله ومن أين جاء.\n\
        س: ومن فتحها؟\n\
        ج: فتحها فريق من ستة مرممين، واستغرق العمل شهرين لأن الخزف كان مكسورًا في قاع كل صندوق.\n";
    let draft = cleaned(raw, InputKind::Text).value;
    assert_eq!(
        draft.front_matter.title.as_deref(),
        Some("مقابلة | مديرة المتحف: «القطع لا تتكلم وحدها»")
    );
    for turn in ["س: كيف وصلت القطع", "ج: وصلت في صناديق", "س: ومن فتحها", "ج: فتحها فريق"]
    {
        assert!(draft.text.markdown.contains(turn), "{turn}\n{}", draft.text.markdown);
    }
}
