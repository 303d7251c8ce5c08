//! Texts that no newsroom sends and every archive has one of: no panic, and time that grows as the text does.

use std::sync::LazyLock;
use std::time::{Duration, Instant};

use rayon::prelude::*;
use sijill::article::read::from_bytes;
use sijill::article::{annotate, clean};
use sijill::config::Config;
use sijill::diagnostics::guarded;
use sijill::document::{InputKind, parse};
use sijill::knowledge::Knowledge;

use super::endless::Endless;
use super::{Dossier, measured, run, size};

/// Reads, cleans and annotates as the program does.
fn whole(bytes: &[u8], kind: InputKind) {
    let (knowledge, config) = (Knowledge::default(), Config::default());
    let Ok(raw) = from_bytes("a", bytes, kind, &config) else { return };
    let draft = match kind {
        InputKind::Markdown => match parse(&raw.value.text) {
            Ok(draft) => draft,
            Err(_) => return,
        },
        _ => raw.and_then(|raw| clean::clean(&raw, &knowledge)),
    };
    drop(draft.and_then(|draft| annotate::annotate(draft, &knowledge)));
}

/// How long this thread has computed: other tests and other people's builds run beside it.
fn computed() -> Duration {
    static BEGUN: LazyLock<Instant> = LazyLock::new(Instant::now);
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|told| told.split_whitespace().next()?.parse().ok());
    nanoseconds.map_or_else(|| BEGUN.elapsed(), Duration::from_nanos)
}

/// How long some work computes.
fn time_of(work: impl FnOnce()) -> Duration {
    let before = computed();
    work();
    computed().saturating_sub(before)
}

/// A second a megabyte, and another half where the program is not built for speed; without any optimization three for
/// 20 KB, which is enough to tell time that grows by the square.
const LIMIT: Duration = Duration::from_millis(if cfg!(debug_assertions) { 3000 } else { 1000 });

/// Below this a time says nothing about growth: what is made once for a text of any length weighs too much in it.
const FLOOR: Duration = Duration::from_millis(150);

/// How often a time that seems to have grown too much is taken again; the least of them counts.
const AGAIN: usize = 3;

/// How long reading these bytes computes.
fn time_of_reading(endless: &Endless, kind: InputKind, bytes: usize) -> Duration {
    let text = endless.text(bytes);
    time_of(|| {
        guarded(|| whole(text.as_bytes(), kind))
            .unwrap_or_else(|found| panic!("{kind:?} of {}: {}", endless.name, found.message));
    })
}

/// Whether twice the text takes more than thrice the time: by the square it would be four times, or more.
fn grows_too_much(endless: &Endless, kind: InputKind, bytes: usize, taken: Duration) -> bool {
    let (mut half, mut taken) = (Duration::MAX, taken);
    taken > FLOOR
        && (0..AGAIN).all(|_| {
            half = half.min(time_of_reading(endless, kind, bytes / 2));
            if taken > half * 3 {
                taken = taken.min(time_of_reading(endless, kind, bytes));
            }
            taken > half * 3
        })
}

#[test]
fn no_text_without_end_ends_a_run_or_takes_long() {
    let bytes = size(20_000, 1_000_000);
    let kinds = [InputKind::Text, InputKind::Html, InputKind::Markdown];
    let table = Endless::table();
    let cases: Vec<(&Endless, InputKind)> =
        table.iter().flat_map(|endless| kinds.map(|kind| (endless, kind))).collect();
    let mut taken: Vec<(Duration, String, bool)> = cases
        .into_par_iter()
        .map(|(endless, kind)| {
            let taken = time_of_reading(endless, kind, bytes);
            let grows = grows_too_much(endless, kind, bytes, taken);
            (taken, format!("{kind:?} of {}", endless.name), grows)
        })
        .collect();
    taken.sort_by_key(|(taken, ..)| std::cmp::Reverse(*taken));
    measured(&format!(
        "endless: {} texts of {bytes} bytes, 0 panics; the slowest: {:?}",
        taken.len(),
        &taken[..10.min(taken.len())]
    ));
    let slow: Vec<String> = taken
        .into_iter()
        .filter(|(taken, _, grows)| *taken > LIMIT || *grows)
        .map(|(taken, name, grows)| {
            format!(
                "{name}: {taken:?}{}",
                if grows { ", over thrice that of half of it" } else { "" }
            )
        })
        .collect();
    assert!(slow.is_empty(), "{}", slow.join("\n"));
}

#[test]
fn runs_without_white_space_are_kept_whole() {
    for (pattern, count) in
        [("و", 32_768), ("ا", 32_768), ("بَ", 16_384), ("ال", 20_000), ("\u{1EE00}", 17_000)]
    {
        let run_of = pattern.repeat(count);
        let text = format!(
            "عنوان المقال\n\nقال رئيس المجلس في بغداد إن الحكومة ماضية في الحوار.\n\n{run_of}\n"
        );
        let raw = from_bytes("a", text.as_bytes(), InputKind::Text, &Config::default())
            .map_err(|error| error.to_string())
            .unwrap();
        let draft = raw.and_then(|raw| clean::clean(&raw, &Knowledge::default())).value;
        let cut: usize = draft
            .front_matter
            .removed
            .iter()
            .map(|cut| cut.span.cut(&draft.origin.raw).len())
            .sum();
        assert!(draft.text.markdown.len() + cut >= run_of.len(), "{pattern} × {count}");
    }
}

/// The search index shows each word as it is written, and looks for the end of it that has no clitics.
#[test]
fn a_word_without_end_is_built_into_a_site() {
    /// By the square this took over a minute.
    const LONG: Duration = Duration::from_secs(20);
    let article = format!("{}\n\n{}\n", super::ARTICLE, "بَ".repeat(25_000));
    let dossier = Dossier::of([("content/articles/a.md", &*article)]);
    let begun = Instant::now();
    let (code, printed) = run(&dossier.root(), &["build"]);
    assert_eq!(code, 0, "{printed}");
    assert!(begun.elapsed() < LONG, "{:?}", begun.elapsed());
}

#[test]
fn endless_keys_and_aliases_are_told_of_together() {
    let keys: String = (0..5000).map(|n| format!("k{n}: أ\n")).collect();
    let draft = parse(&format!("---\ntitle: خبر\n{keys}---\nنص")).expect("it is YAML");
    assert_eq!(draft.diagnostics.len(), 101, "a hundred, and one for the others");
    let last = draft.diagnostics.last().unwrap();
    assert!(last.message.contains("4900 more keys"), "{}", last.message);
    let aliases: String = (0..1001).map(|n| format!("  - old/{n}/\n")).collect();
    let article = format!("---\ntitle: خبر\naliases:\n{aliases}---\nقال الوزير إن العمل يبدأ.\n");
    let dossier = Dossier::of([("content/articles/a.md", &*article)]);
    for command in ["check", "build"] {
        let (code, printed) = run(&dossier.root(), &[command]);
        assert!(code == 1 && printed.contains("a.md:3:1: error[too-many-aliases]"), "{printed}");
    }
}

#[test]
fn one_tag_with_endless_attributes_is_told_of() {
    let html = format!(
        "<html><body><p>قال الوزير في بغداد إن الحكومة ماضية.</p><div {}>نص آخر</div>",
        (0..20_000).map(|n| format!("a{n} ")).collect::<String>()
    );
    let before = computed();
    let read = from_bytes("a.html", html.as_bytes(), InputKind::Html, &Config::default())
        .map_err(|error| error.to_string())
        .unwrap();
    assert!(computed().saturating_sub(before) < LIMIT);
    assert!(
        read.diagnostics.iter().any(|found| found.code == "odd-page"),
        "{:?}",
        read.diagnostics
    );
    assert!(read.value.text.contains("قال الوزير") && read.value.text.contains("نص آخر"));
}

#[test]
fn yaml_without_end_is_refused_with_its_place() {
    let deep = "[".repeat(64_000);
    let front = format!("---\ntitle: خبر\nextra: {deep}\n---\nنص");
    let before = computed();
    let found = parse(&front).expect_err("too deep");
    assert_eq!((found.code, found.position.map(|place| place.0)), ("front-matter", Some(3)));
    let braces = format!("---\nextra: {}\n---\nنص", "{a: ".repeat(16_000));
    assert!(parse(&braces).is_err());
    let found = Knowledge::parse([("k.yaml", &*format!("people: {deep}"))]).expect_err("too deep");
    assert_eq!(found[0].place(), "k.yaml:1:73");
    assert!(Config::parse(&format!("title: {deep}")).is_err());
    assert!(computed().saturating_sub(before) < LIMIT);
}

#[test]
fn endless_faults_of_a_knowledge_base_are_told_of_together() {
    let twice: String =
        (0..3000).map(|n| format!("  - {{id: a{}, name: محمد كذا{n}}}\n", n / 2)).collect();
    let found = Knowledge::parse([("k.yaml", &*format!("people:\n{twice}"))]).expect_err("twice");
    let errors = found.iter().filter(|found| found.code == "duplicate-id").count();
    let last = found.last().unwrap();
    assert_eq!((errors, last.place().as_str()), (100, "k.yaml"));
    assert!(last.message.contains("1400 more faults"), "{}", last.message);
    // What is in doubt hides no error, however much of it there is.
    let doubtful: String =
        (0..500).map(|n| format!("  - {{id: a{n}, name: محمد كذا}}\n")).collect();
    let text = format!("people:\n{doubtful}  - {{id: b, name: و}}\n");
    let found = Knowledge::parse([("k.yaml", &*text)]).expect_err("a name of one letter");
    assert!(found.iter().any(|found| found.code == "bad-alias"), "{found:?}");
}

#[test]
fn front_matter_of_a_thousand_cuts_is_read() {
    let cuts: String = (0..3000)
        .map(|n| {
            format!(
                "  - {{bytes: {}-{}, kind: share, reason: أزرار المشاركة في الصفحة, words: 2}}\n",
                n * 10,
                n * 10 + 5
            )
        })
        .collect();
    let draft =
        parse(&format!("---\ntitle: خبر\nremoved:\n{cuts}---\nنص")).expect("it is YAML").value;
    assert_eq!(draft.front_matter.removed.len(), 3000);
}

#[test]
fn an_article_without_end_is_refused() {
    let bytes = vec![b'a'; sijill::article::read::MAX_BYTES + 1];
    let found = from_bytes("a.txt", &bytes, InputKind::Text, &Config::default())
        .map(|_| ())
        .expect_err("too large")
        .diagnostics();
    assert_eq!((found[0].code, found[0].place().as_str()), ("too-large", "a.txt"));
}

#[test]
fn an_article_of_endless_lines_is_refused_by_name() {
    let article = format!("قال الوزير إن العمل يبدأ.\n\n{}", "---\n".repeat(100_000));
    let dossier = Dossier::of([("content/articles/a.md", &*article)]);
    for command in ["check", "build"] {
        let (code, printed) = run(&dossier.root(), &[command]);
        assert!(code == 1 && printed.contains("a.md:1:1: error[too-many-lines]"), "{printed}");
    }
    assert!(!dossier.root().join("public").exists());
}

/// Numbers that a person wrote, wherever one is read: none is too large to be counted with.
#[test]
fn numbers_without_end_end_nothing() {
    for number in ["18446744073709551615", "9223372036854775807", "4294967295", "-1", "1e400"] {
        let cuts =
            format!("  - {{bytes: 0-1, kind: share, reason: سبب, words: {number}}}\n").repeat(3);
        let article = format!(
            "---\ntitle: خبر\ndate: 2021-04-07\nremoved:\n{cuts}---\n\nقال الوزير إن العمل يبدأ.\n"
        );
        let lines = format!(
            "lines:\n  - {{keep: {number}}}\n  - {{cut: {number}-{number}}}\ndecisions:\n  - {{text: بغداد, paragraph: {number}, occurrence: {number}, is: place}}\n"
        );
        let events = format!(
            "series:\n  - {{id: s, name: حوار}}\nevents:\n  - {{id: a, name: الجولة الأولى, series: s, ordinal: {number}, date: 2021-01-01, status: held}}\n  - {{id: b, name: الجولة الثانية, series: s, ordinal: {number}, date: 2021-02-01, status: held}}\n"
        );
        for (path, text) in [
            ("content/articles/a.md", article.clone()),
            (
                "content/articles/b.txt",
                format!(
                    "---\nclean: [{{keep: {number}}}, {{cut: {number}-{number}}}]\n---\n{}",
                    super::ARTICLE
                ),
            ),
            ("content/review/jalsa.yaml", lines.clone()),
            ("content/knowledge/k.yaml", events.clone()),
        ] {
            let dossier =
                Dossier::of([("content/articles/jalsa.txt", super::ARTICLE), (path, &*text)]);
            for command in ["check", "build"] {
                let (code, printed) = run(&dossier.root(), &[command]);
                assert!(code < 2 && !printed.contains("internal"), "{path}, {number}: {printed}");
            }
        }
    }
}

/// Spans that a person wrote into a front matter cut whatever they like, on every page that shows them.
#[test]
fn spans_that_lie_in_the_middle_of_a_letter_end_nothing() {
    let spans =
        ["0-1", "1-2", "3-3", "5-99999999", "7-4", "18446744073709551615-18446744073709551615"];
    let cuts: String = spans
        .iter()
        .map(|span| format!("  - {{bytes: {span}, kind: share, reason: سبب, words: 2}}\n"))
        .collect();
    let article = format!(
        "---\ntitle: خبر\ndate: 2021-04-07\nremoved:\n{cuts}---\n\nقال الوزير إن العمل يبدأ.\n"
    );
    let dossier = Dossier::of([
        ("content/articles/a.md", &*article),
        ("content/articles/a.txt", super::ARTICLE),
    ]);
    for words in [&["build"][..], &["check", "--cuts=whole"], &["annotate", "--format", "jsonl"]] {
        let path = dossier.root().join("content/articles/a.md");
        let more: Vec<&str> =
            if words[0] == "annotate" { vec![path.to_str().unwrap()] } else { Vec::new() };
        let (_, printed) = run(&dossier.root(), &[words, &more].concat());
        assert!(!printed.contains("internal"), "{printed}");
    }
}

/// A PDF of one page: what is drawn on it, and what a drawing in it draws.
fn pdf(drawing: &str, form: &str) -> Vec<u8> {
    let stream = |head: &str, text: &str| {
        format!("<<{head}/Length {}>>stream\n{text}\nendstream", text.len()).into_bytes()
    };
    let objects = [
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec(),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources 7 0 R>>"
            .to_vec(),
        stream("", drawing),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar 4294967295/Widths[1 2 3]>>"
            .to_vec(),
        stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]", form),
        b"<</Font<</F1 5 0 R>>/XObject<</X 6 0 R>>>>".to_vec(),
    ];
    let mut made = b"%PDF-1.4\n".to_vec();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (number, object) in objects.iter().enumerate() {
        table += &format!("{:010} 00000 n \n", made.len());
        made.extend([format!("{} 0 obj\n", number + 1).as_bytes(), object, b"\nendobj\n"].concat());
    }
    let begins = made.len();
    let end = format!(
        "{table}trailer<</Size {}/Root 1 0 R>>\nstartxref\n{begins}\n%%EOF",
        objects.len() + 1
    );
    made.extend(end.as_bytes());
    made
}

#[test]
fn a_pdf_that_draws_without_end_ends_soon() {
    /// Some of these took longer than anybody waited.
    const LONG: Duration = Duration::from_secs(if cfg!(debug_assertions) { 60 } else { 5 });
    let rows = size(4000, 100_000);
    for (drawing, form) in [
        ("10 10 Td (abc) Tj ".repeat(rows), ""),
        ("0 -10 Td (abc) Tj ".repeat(rows), ""),
        ("9 0 Td (abc) Tj 90 0 Td (abc) Tj -99 -9 Td ".repeat(rows), ""),
        ("1 0 0 1 1 1 cm (a) Tj ".repeat(rows), ""),
        ("/Span BMC (a) Tj ".repeat(rows), ""),
        ("0 0 Td (a) Tj /X Do ".to_owned(), "/X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do "),
        (format!("({}) Tj ", "a".repeat(3_000_000)), ""),
    ] {
        let bytes = pdf(&format!("BT /F1 12 Tf {drawing} ET"), form);
        let taken = time_of(|| {
            let read =
                || sijill::article::read::all_from_bytes("a.pdf", &bytes, &Config::default());
            let read = guarded(read).unwrap_or_else(|found| panic!("{}", found.message));
            if let Err(error) = read {
                assert!(error.to_string().contains("draws more than any article"), "{error}");
            }
        });
        assert!(taken < LONG, "{taken:?} for {}", &drawing[..drawing.len().min(40)]);
    }
}

#[test]
fn a_bad_line_of_the_filter_is_an_error_and_the_rest_goes_on() {
    use std::io::Write as _;
    let mut child = super::program()
        .args(["annotate", "--jsonl"])
        .current_dir(Dossier::small().root())
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let long = "و".repeat(40_000);
    let lines = format!(
        "{{\"id\":1,\"raw\":true,\"text\":\"عنوان المقال\\n\\nقال الوزير في بغداد إن الحكومة ماضية.\\n\\n{long}\"}}\nno json\n{{\"id\":3,\"text\":\"{}\"}}\n{{\"id\":4,\"text\":\"قال الوزير.\"}}\n",
        "«".repeat(5000)
    );
    let mut input = child.stdin.take().unwrap();
    let writer = std::thread::spawn(move || input.write_all(lines.as_bytes()).unwrap());
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    let records: Vec<serde_json::Value> = String::from_utf8(output.stdout)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let told: Vec<(bool, &serde_json::Value)> =
        records.iter().map(|record| (record.get("error").is_some(), &record["id"])).collect();
    assert_eq!(
        told,
        [
            (false, &1.into()),
            (true, &serde_json::Value::Null),
            (false, &3.into()),
            (false, &4.into())
        ]
    );
    assert_eq!(output.status.code(), Some(1));
}
