//! Reading and cleaning, measured on whole articles with exact labels, and their laws.

mod findings;
mod laws;
mod lines;

use std::collections::BTreeMap;
use std::path::Path;

use sijill::article::clean::Reason;
use sijill::article::{clean, read};
use sijill::diagnostics::Warned;
use sijill::document::{Draft, InputKind, Plain};
use sijill::knowledge::Knowledge;

use super::articles::{Case, articles, files, folder, text};
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
