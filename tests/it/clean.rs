//! Reading and cleaning, measured on whole articles with exact labels, and their laws.

use std::collections::BTreeMap;
use std::path::Path;

use proptest::prelude::*;
use sijill::article::clean::Reason;
use sijill::article::{clean, read};
use sijill::diagnostics::Warned;
use sijill::document::{Draft, InputKind, Plain};
use sijill::knowledge::Knowledge;

use super::articles::{Case, articles, case, files, folder, text};
use super::scores::{Figure, Score};

fn cleaned(raw: &str, kind: InputKind) -> Warned<Draft> {
    let raw = read::from_text("case", raw, kind).unwrap_or_else(|error| panic!("{error}"));
    raw.and_then(|raw| clean::clean(&raw, &Knowledge::default()))
}

/// Runs of four words and how often each stands in a text.
fn shingles(text: &str) -> BTreeMap<Vec<String>, usize> {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    let mut found = BTreeMap::new();
    for run in words.windows(4) {
        *found.entry(run.to_vec()).or_default() += 1;
    }
    found
}

/// Precision and recall of a text against the body it should be.
fn compared(body: &str, text: &str) -> (f64, f64) {
    let (wanted, given) = (shingles(body), shingles(text));
    let hit: usize =
        wanted.iter().map(|(run, count)| count.min(given.get(run).unwrap_or(&0))).sum();
    let part = |of: usize| if of == 0 { 0.0 } else { hit as f64 / of as f64 };
    (part(given.values().sum()), part(wanted.values().sum()))
}

/// The least that must be reached: F1, recall, and of headlines.
pub(crate) struct Least {
    pub(crate) f1: f64,
    pub(crate) recall: f64,
    pub(crate) headlines: f64,
}

/// Measures cases: one is right where its text and its headline are, to the letter. Of those kept aside only the number is told.
pub(crate) fn measure(
    set: &str,
    cases: impl Iterator<Item = (Case, InputKind)>,
    least: &Least,
) -> Score {
    let (mut titles, mut precision, mut recall) = (0, 0.0, 0.0);
    let mut score = Score::of(set, 0);
    for (case, kind) in cases {
        let draft = cleaned(&case.raw, kind).value;
        let plain = Plain::of(&draft.text).text;
        let (p, r) = compared(&case.body.join("\n"), &plain);
        let title = draft.front_matter.title.as_deref() == Some(case.title.trim_matches('*'));
        let number = score.of + 1;
        let told = || {
            format!(
                "{}: precision {p:.3}, recall {r:.3}, title {:?}",
                case.name,
                draft.front_matter.title.as_deref().unwrap_or_default()
            )
        };
        let missed = if set.ends_with("held out") { number.to_string() } else { told() };
        score.case(p == 1.0 && r == 1.0 && title, missed);
        (titles, precision, recall) = (titles + usize::from(title), precision + p, recall + r);
    }
    let of = score.of.max(1) as f64;
    let (precision, recall) = (precision / of, recall / of);
    let figure = |name, value, least| Figure { name, value, least };
    score.figures = vec![
        figure("F1", 2.0 * precision * recall / (precision + recall), least.f1),
        figure("precision", precision, 0.0),
        figure("recall", recall, least.recall),
        figure("headlines", titles as f64 / of, least.headlines),
    ];
    score
}

/// Whether each labelled line of a half is cut for the kind of thing that it is.
fn kinds(set: &str, half: &str, least: usize) -> Score {
    let mut score = Score::of(set, least);
    for case in articles(half).iter().filter(|case| !case.kinds.is_empty()) {
        let draft = cleaned(&case.raw, InputKind::Text).value;
        for (number, kind) in &case.kinds {
            let line = case.raw.lines().nth(number - 1).unwrap_or_default();
            let start: usize = case.raw.split_inclusive('\n').take(number - 1).map(str::len).sum();
            let cut = draft
                .front_matter
                .removed
                .iter()
                .find(|cut| cut.span.start <= start && start + line.len() <= cut.span.end);
            let given = cut.map_or("kept", |cut| cut.kind.name());
            let count = score.of + 1;
            let told = || format!("{}:{number} is {kind}, cut as {given}: {line}", case.name);
            score.case(
                given == kind,
                if set.ends_with("held out") { count.to_string() } else { told() },
            );
        }
    }
    score
}

pub(crate) fn scores() -> Vec<Score> {
    let half = |set: &str, half: &str, least: &Least| {
        measure(set, articles(half).into_iter().map(|case| (case, InputKind::Text)), least)
    };
    let pages = files(&folder("pages")).into_iter().map(|path| (page(&path), InputKind::Html));
    vec![
        half("articles, tuned", "tuned", &Least { f1: 0.99, recall: 0.995, headlines: 0.95 }),
        half("articles, held out", "held-out", &Least { f1: 0.97, recall: 0.995, headlines: 0.95 }),
        half(
            "further layouts, tuned",
            "tuned-two",
            &Least { f1: 0.97, recall: 0.99, headlines: 0.95 },
        ),
        half(
            "further layouts, held out",
            "held-out-two",
            &Least { f1: 0.965, recall: 0.99, headlines: 0.85 },
        ),
        measure("saved pages, tuned", pages, &Least { f1: 0.98, recall: 0.995, headlines: 0.95 }),
        kinds("kinds of cuts, tuned", "tuned-two", 56),
        kinds("kinds of cuts, held out", "held-out-two", 45),
    ]
}

/// What is said of a cut: a reason of the one list, and of the kind that this reason betrays, but where a heading or an element says the kind.
#[test]
fn every_cut_gives_a_reason_of_the_list() {
    for half in ["tuned", "held-out", "tuned-two", "held-out-two"] {
        for case in articles(half) {
            for cut in cleaned(&case.raw, InputKind::Text).value.front_matter.removed {
                let reason = Reason::of_text(&cut.reason)
                    .unwrap_or_else(|| panic!("{}: «{}»", case.name, cut.reason));
                let same_text = Reason::ALL
                    .iter()
                    .any(|other| other.text() == reason.text() && other.kind() == cut.kind);
                assert!(same_text, "{}: {} is cut as {}", case.name, cut.reason, cut.kind.name());
            }
        }
    }
}

/// One page, and by its lines why each is cut.
#[test]
fn cut_lines_give_their_reason() {
    let page = [
        ("section-names", "الرئيسية | سياسة | رياضة | ثقافة"),
        ("search", "ابحث في الموقع"),
        ("headline", "افتتاح رصيف جديد للعبّارات في ميناء الجزيرة"),
        ("tools", "طباعة"),
        ("title-again", "افتتاح رصيف جديد للعبّارات في ميناء الجزيرة"),
        ("day-only", "12 مارس 2019 - 14:05"),
        ("counter", "3,412 مشاهدة"),
        ("share", "شارك على فيسبوك"),
        ("byline", "كتب: سامي النجار"),
        (
            "",
            "افتتح في ميناء الجزيرة اليوم رصيف جديد للعبّارات يتسع لأربع سفن في وقت واحد، بعد أعمال استمرت ثلاثين شهرًا.",
        ),
        ("caption-brackets", "عبّارة ترسو عند الرصيف الجديد (أرشيف)"),
        (
            "",
            "وقال مدير الميناء عاصم اللبان إن زمن الانتظار سينخفض من ساعتين إلى نصف ساعة في موسم الصيف.",
        ),
        ("headline-hour", "14:20 فوز منتخب الشباب في مباراته الأولى بهدفين"),
        (
            "",
            "ويضم الرصيف قاعة للركاب ومكاتب للجمارك وموقفًا للشاحنات المبردة التي تنقل السمك إلى البر.",
        ),
        ("source", "المصدر: وكالات"),
        ("hashtags", "#الجزيرة #العبّارات #الميناء"),
        ("other-news", "اقرأ أيضًا"),
        ("other-news", "أسعار الخضار ترتفع في الأسواق قبل موسم الأعياد"),
        ("follow", "تابعونا على تلغرام"),
        ("rights", "جميع الحقوق محفوظة"),
    ];
    let raw: String = page.iter().map(|(_, line)| format!("{line}\n")).collect();
    let removed = cleaned(&raw, InputKind::Text).value.front_matter.removed;
    let mut start = 0;
    for (code, line) in page {
        let cut = removed.iter().find(|cut| cut.span.start <= start && start < cut.span.end);
        let given = cut.and_then(|cut| Reason::of_text(&cut.reason)).map_or("", Reason::code);
        assert_eq!(given, code, "{line}");
        start += line.len() + 1;
    }
}

/// A saved page beside the Markdown that is to come of it; the first line is the headline.
fn page(folder: &Path) -> Case {
    let label = text(&folder.join("page.txt"));
    let mut lines = label.lines().filter(|line| !line.is_empty());
    let title = lines.next().unwrap_or_default().to_owned();
    let bare = |line: &str| line.trim_start_matches(['#', '>', '-']).trim_start().to_owned();
    let unnumbered = |line: String| {
        line.split_once(". ")
            .filter(|(number, _)| number.parse::<u32>().is_ok())
            .map_or(line.clone(), |(_, rest)| rest.to_owned())
    };
    let name =
        folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Case {
        name,
        raw: text(&folder.join("page.html")),
        title,
        body: lines.map(bare).map(unnumbered).collect(),
        ..Case::default()
    }
}

#[test]
fn headings_lists_quotes_and_links_of_a_page_survive_as_markdown() {
    let html = text(&folder("pages/ghost-feature/page.html"));
    let markdown = cleaned(&html, InputKind::Html).value.text.markdown;
    assert!(markdown.contains("\n## خشب الجوز\n"), "{markdown}");
    assert!(markdown.contains("\n1. تُنقع الأضلاع ثلاثة أيام.\n2. "), "{markdown}");
    let html = text(&folder("pages/wordpress-newspaper/page.html"));
    let markdown = cleaned(&html, InputKind::Html).value.text.markdown;
    assert!(
        markdown.contains("[خطة منشورة](https://plan.example/doc)")
            && markdown.contains("**رائد القضاة**"),
        "{markdown}"
    );
    let html = text(&folder("pages/drupal-agency/page.html"));
    let markdown = cleaned(&html, InputKind::Html).value.text.markdown;
    assert!(markdown.contains("\n> كان يتنفس بصعوبة"), "{markdown}");
}

/// Kept and removed pieces are all of the raw text, and the text of the draft is the kept words.
fn check_laws(raw: &str, kind: InputKind) -> Result<(), TestCaseError> {
    let draft = cleaned(raw, kind).value;
    let raw: &str = &draft.origin.raw;
    let mut kept = String::new();
    let mut at = 0;
    for removed in &draft.front_matter.removed {
        prop_assert!(
            removed.span.start >= at && removed.span.end <= raw.len() && !removed.span.is_empty()
        );
        prop_assert!(
            raw.is_char_boundary(removed.span.start) && raw.is_char_boundary(removed.span.end)
        );
        kept.push_str(&raw[at..removed.span.start]);
        kept.push('\n');
        at = removed.span.end;
    }
    kept.push_str(&raw[at..]);
    let letters = |text: &str| -> String {
        sijill::arabic::fold::folded(text).chars().filter(|c| c.is_alphanumeric()).collect()
    };
    if kind == InputKind::Text {
        let normal = sijill::arabic::normalize::normalize(&kept).text;
        prop_assert_eq!(letters(&normal), letters(&Plain::of(&draft.text).text));
    }
    Ok(())
}

#[test]
fn the_laws_hold_on_every_case() {
    for half in
        ["articles/tuned", "articles/held-out", "articles/tuned-two", "articles/held-out-two"]
    {
        for path in files(&folder(half)) {
            check_laws(&case(&path).raw, InputKind::Text)
                .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        }
    }
    for path in files(&folder("pages")) {
        check_laws(&page(&path).raw, InputKind::Html)
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }
}

#[test]
fn cleaning_what_is_clean_changes_nothing() {
    for path in files(&folder("articles/tuned")) {
        let case = case(&path);
        let once = cleaned(&case.raw, InputKind::Text).value;
        let plain = Plain::of(&once.text).text;
        let titled = format!("{}\n\n{plain}\n", once.front_matter.title.unwrap_or_default());
        let twice = cleaned(&titled, InputKind::Text).value;
        assert_eq!(Plain::of(&twice.text).text, plain, "{}", case.name);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// Lines of all articles put together at random, also cut in the middle.
    #[test]
    fn the_laws_hold_on_any_mix_of_lines(picks in prop::collection::vec((0usize..4000, 0usize..200, prop::sample::select(vec!["\n", "\r\n", "\n\n", " ", "\u{200F}\n", "\t"])), 0..40)) {
        let lines = all_lines();
        let mut raw = String::from("نص ");
        for (line, from, joint) in picks {
            raw.extend(lines[line % lines.len()].chars().skip(from % 60));
            raw.push_str(joint);
        }
        check_laws(&raw, InputKind::Text)?;
        check_laws(&format!("<div><p>{}</p><a href=x>{raw}</a>", raw.replace('\n', "</p><p class=share>")), InputKind::Html)?;
    }
}

/// Letters, marks, controls and furniture in any order: what stands beside what is never certain.
const PIECES: [&str; 48] = [
    "ا",
    "ل",
    "ب",
    "ة",
    "ی",
    "ـ",
    "\u{064B}",
    "\u{0651}",
    "\u{200F}",
    "\u{200D}",
    "\u{2067}",
    " ",
    "\n",
    "\r",
    "\t",
    "\u{00A0}",
    "ﻻ",
    "\u{FC60}",
    "1",
    "٢",
    "/",
    ".",
    ":",
    "-",
    "[",
    "]",
    "(",
    ")",
    "«",
    "»",
    ">",
    "#",
    "*",
    "|",
    "http://a",
    "منذ",
    "ساعة",
    "اقرأ أيضا",
    "الأحد",
    "2021",
    "é",
    "👍",
    "<p>",
    "&amp;",
    "---\n",
    "1/2 ",
    "المصدر: ",
    "[1/2/2021, 3:04] ",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn the_laws_hold_on_any_mix_of_pieces(picks in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..60)) {
        let raw = format!("نص {}", picks.concat());
        check_laws(&raw, InputKind::Text)?;
        check_laws(&raw, InputKind::Html)?;
    }
}

fn all_lines() -> Vec<String> {
    ["articles/tuned", "articles/held-out"]
        .iter()
        .flat_map(|half| files(&folder(half)))
        .flat_map(|path| case(&path).raw.lines().map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

#[test]
fn bad_input_is_named() {
    let body = "قررت اللجنة في اجتماعها أمس إحالة الملف إلى الجهات المختصة، وقالت إن النتائج ستعلن خلال أسبوعين من تاريخ القرار.";
    let table: [(&str, InputKind, &str); 8] = [
        (
            "الرئيسية | سياسة | رياضة\nشارك على فيسبوك\nجميع الحقوق محفوظة\n",
            InputKind::Text,
            "only-furniture",
        ),
        ("وزير الزراعة يزور حقول القمح في الشمال\n", InputKind::Text, "only-headline"),
        (
            "404\nالصفحة غير موجودة\nعذرًا، الصفحة التي تبحث عنها نُقلت أو حُذفت.\n",
            InputKind::Text,
            "error-page",
        ),
        (
            "خبر طويل عن الحصاد\nسجل الدخول لمتابعة القراءة\nهذا المحتوى للمشتركين فقط.\n",
            InputKind::Text,
            "login-wall",
        ),
        (
            "The harvest begins\n\nThe ministry said on Monday that the harvest of wheat began in the north, and that the season is expected to be a good one.\n",
            InputKind::Text,
            "foreign-language",
        ),
        (
            "<html><head><script>var a = 1;</script></head><body><img src=a.png></body></html>",
            InputKind::Html,
            "no-text",
        ),
        (body, InputKind::Text, "no-headline"),
        (
            "<html><body><h1>404 Not Found</h1><hr><center>nginx</center></body></html>",
            InputKind::Html,
            "error-page",
        ),
    ];
    for (raw, kind, code) in table {
        let found = cleaned(raw, kind).diagnostics;
        assert!(
            found.iter().any(|finding| finding.code == code),
            "{raw:?} is to give {code}, gave {found:?}"
        );
    }
}

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
    ];
    for (lede, kept) in table {
        let raw = format!("اتفاق على بناء السد المشترك على النهر\n{lede}\n{behind}\n");
        let plain = Plain::of(&cleaned(&raw, InputKind::Text).value.text).text;
        assert_eq!(plain, format!("{kept}\n{behind}"));
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

#[test]
fn nothing_is_lost_in_silence() {
    let codes = |raw: &str, kind: InputKind| {
        cleaned(raw, kind).diagnostics.iter().map(|finding| finding.code).collect::<Vec<_>>()
    };
    let teasers: String = (1..=12)
        .map(|number| format!("عنوان خبر طويل عن مدينة بعيدة رقم {number} في القائمة\n"))
        .collect();
    assert!(
        codes(&format!("أخبار المدن\n{teasers}جميع الحقوق محفوظة\n"), InputKind::Text)
            .contains(&"index-page")
    );
    let story = |subject: &str, place: &str| {
        format!(
            "أعلنت {place} أن {subject} سيبدأ في الربيع بعد عامين من الإعداد، وأن كلفته تبلغ ثلاثة ملايين تدفعها البلديات والمصارف معًا.\n"
        )
    };
    let messages = format!(
        "قناة الخبر, [26/07/2021 10:00]\nترميم السوق يبدأ في الربيع\n{}قناة الخبر, [26/07/2021 11:30]\nسباق الزوارق يعود إلى البحيرة\n{}",
        story("ترميم السوق المسقوف وسقفه الخشبي", "مديرية الآثار"),
        "عاد سباق الزوارق الشراعية إلى بحيرة القصب بعد غياب تسعة مواسم، وفاز فيه بحار شاب من قرية الصيادين على متن قارب صنعه جده.\n"
    );
    assert!(codes(&messages, InputKind::Text).contains(&"several-messages"));
    let menu: String = (1..=60).map(|number| format!("قسم {number}\nأخبار\nرياضة\n")).collect();
    let little =
        format!("{menu}ترميم السوق المسقوف يبدأ\n{}", story("ترميم السوق المسقوف", "مديرية الآثار"));
    assert!(codes(&little, InputKind::Text).contains(&"little-kept"));
    // A whole page as it should be says nothing.
    let whole = format!(
        "ترميم السوق المسقوف يبدأ\n{}شارك\nطباعة\n",
        story("ترميم السوق المسقوف", "مديرية الآثار")
    );
    assert_eq!(codes(&whole, InputKind::Text), Vec::<&str>::new());
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
