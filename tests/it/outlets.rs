//! The outlet that the lines around an article name, in many layouts; the names are made up.

use sijill::article::{clean, read};
use sijill::document::{FrontMatter, InputKind};
use sijill::knowledge::Knowledge;

/// Each case: over the headline, under it, before the first word, behind the text; the outlet, empty where none is named.
type Case = (&'static str, &'static str, &'static str, &'static str, &'static str);

/// The head that cleaning makes of an article between such lines; the dateline as it stands before the first word.
pub(crate) fn head_of([above, below, dateline, behind]: [&str; 4]) -> FrontMatter {
    let line = |line: &str| if line.is_empty() { String::new() } else { format!("{line}\n") };
    let raw = format!(
        "{}بدء ملء خزان سد الهضبة الغربية\n{}{dateline}أعلنت وزارة الري بدء ملء خزان السد الجديد في الهضبة الغربية بعد اكتمال بوابات التصريف.\n\
         وقال مدير السد عمران الهاشمي إن الملء يستغرق موسمين، وإن القرى الواقعة أسفل المجرى أبلغت بمواعيد التصريف.\n{}",
        line(above),
        line(below),
        line(behind)
    );
    let raw =
        read::from_text("case", &raw, InputKind::Text).unwrap_or_else(|error| panic!("{error}"));
    raw.and_then(|raw| clean::clean(&raw, &Knowledge::default())).value.front_matter
}

fn outlet((above, below, dateline, behind, _): &Case) -> String {
    head_of([above, below, dateline, behind]).source.outlet.unwrap_or_default()
}

fn check(cases: &[Case]) {
    let wrong: Vec<_> = cases
        .iter()
        .map(|case| (case, outlet(case)))
        .filter(|(case, found)| found != case.4)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_place_beside_it_or_a_tail_tells_an_outlet() {
    check(&[
        ("المرساة\nمحليات", "المرساة - جدة", "", "", "المرساة"),
        ("", "دلتا بريس – الرباط", "", "", "دلتا بريس"),
        ("", "مسقط / خليج ميديا", "", "", "خليج ميديا"),
        ("Skip to content\nBeacon News عربي\nالقائمة", "", "", "", "Beacon News عربي"),
        ("مرسى نيوز عربية", "", "", "", "مرسى نيوز عربية"),
    ]);
}

#[test]
fn a_dateline_names_its_agency() {
    check(&[
        ("", "القاهرة (أ ش ق)", "", "", "أ ش ق"),
        ("", "", "القاهرة (أ ش ق) - ", "", "أ ش ق"),
        ("", "", "مسقط في 5 أغسطس /الشراع/ ", "/الشراع/\nس.ن/ع.م", "الشراع"),
        ("", "", "بيروت ـ «وكالة الضفاف»: ", "", "وكالة الضفاف"),
        ("", "", "بيروت - \"الضفاف\": ", "", "الضفاف"),
    ]);
}

#[test]
fn one_word_beside_a_place_is_an_outlet() {
    check(&[
        ("", "", "مسقط - السارية: ", "", "السارية"),
        ("", "", "الخرطوم: سارية\n", "", "سارية"),
        ("", "السارية / إسطنبول", "", "", "السارية"),
        ("", "سارية من الرباط", "", "", "سارية"),
        ("", "", "صنعاء - سارية: ", "", "سارية"),
        ("", "", "عمّان - السارية - ", "", "السارية"),
        ("", "", "الرياض 24 جمادى الأولى 1446 هـ الموافق 26 نوفمبر 2024 م سارية\n", "", "سارية"),
        ("", "", "تونس- السارية أونلاين: ", "", "السارية أونلاين"),
        ("", "", "", "جريدة السارية، العدد 15432", "جريدة السارية"),
        ("", "", "", "السارية - العدد 7654 - الصفحة 3", "السارية"),
        ("", "", "إسطنبول/ سامي الحداد/ السارية\n", "", "السارية"),
        ("", "", "السارية: ", "", "السارية"),
        ("", "", "الوادي الأخضر - رويترز\n", "", "رويترز"),
        ("رويترز - الوادي الأخضر", "", "", "", "رويترز"),
        ("المدينة - الوادي الأخضر", "", "", "", ""),
        ("", "", "بيروت - «السارية» ", "", "السارية"),
    ]);
}

#[test]
fn who_writes_where_and_that_many_wrote_is_no_outlet() {
    check(&[
        ("", "هند الصباغ - جدة", "", "", ""),
        ("", "هند - جدة", "", "", ""),
        ("", "متابعات - جدة", "", "", ""),
        ("", "السبت - جدة", "", "", ""),
        ("", "القاهرة (وكالات)", "", "", ""),
        ("", "", "بيروت / عمّان / ", "", ""),
        ("", "", "الخرطوم - وكالات: ", "", ""),
        ("", "", "عمّان - سامي الحداد - ", "", ""),
        ("", "سامي من الرباط", "", "", ""),
        ("", "الرباط / طنجة", "", "", ""),
        // A country beside «وكالات» is where it happened, and a credit says whose a picture is.
        ("", "إثيوبيا - وكالات", "", "", ""),
        ("", "كوريا الجنوبية - وكالات", "", "", ""),
        ("", "[مصدر الصورة، Getty Images]", "", "", ""),
        ("", "الصورة: رويترز", "", "", ""),
    ]);
}

/// What comes out of the stories of a file of `tests/inputs/signatures/`.
#[derive(Debug, Default)]
struct Signatures {
    /// How many name an outlet, and of how many it is found.
    named: usize,
    found: usize,
    /// Another outlet than the one that signs, or text and headline that are not whole.
    wrong: Vec<String>,
    /// Nobody, where somebody signs.
    missed: Vec<String>,
}

fn signatures(part: &str) -> Signatures {
    const HEADLINE: &str = "بدء ملء خزان سد الهضبة الغربية";
    const LAST: &str = "وإن القرى الواقعة أسفل المجرى أبلغت بمواعيد التصريف.";
    let path =
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/inputs/signatures").join(part);
    let cases = std::fs::read_to_string(path).unwrap();
    let mut made = Signatures::default();
    for case in cases.split("\n\n").filter(|case| !case.starts_with('#')) {
        let lines = |place: &str| -> String {
            case.lines()
                .filter_map(|line| line.strip_prefix(place))
                .map(|line| format!("{}\n", line.trim()))
                .collect()
        };
        let first = case.lines().next().unwrap();
        let (is_open, expected) =
            (first.starts_with('?'), first.trim_start_matches(['=', '?']).trim());
        let dateline =
            case.lines().find_map(|line| line.strip_prefix("dateline: ")).unwrap_or_default();
        let raw = format!(
            "{}{HEADLINE}\n{}{dateline}أعلنت وزارة الري بدء ملء خزان السد الجديد في الهضبة الغربية بعد اكتمال بوابات التصريف.\n\
             وقال مدير السد عمران الهاشمي إن الملء يستغرق موسمين، {LAST}\n{}",
            lines("above:"),
            lines("below:"),
            lines("foot:"),
        );
        let raw = read::from_text("case", &raw, InputKind::Text).unwrap();
        let draft = raw.and_then(|raw| clean::clean(&raw, &Knowledge::default())).value;
        let front = &draft.front_matter;
        let outlet = front.source.outlet.as_deref().unwrap_or_default();
        let text = &draft.text.markdown;
        let is_whole = front.title.as_deref() == Some(HEADLINE)
            && text.starts_with("أعلنت")
            && text.trim_end().ends_with(LAST);
        made.named += usize::from(!expected.is_empty() && !is_open);
        made.found += usize::from(!expected.is_empty() && !is_open && outlet == expected);
        if !outlet.is_empty() && outlet != expected || !is_whole {
            made.wrong.push(format!("«{outlet}», {:?}, {text}: {case}", front.title));
        } else if outlet != expected && !is_open {
            made.missed.push(case.to_owned());
        }
    }
    made
}

#[test]
fn signatures_name_the_outlet() {
    const TUNED: [&str; 7] = [
        "tuned.txt",
        "kept.txt",
        "third.txt",
        "two-words.txt",
        "two-words-second.txt",
        "two-words-fourth.txt",
        "brackets.txt",
    ];
    for part in TUNED {
        let made = signatures(part);
        assert!(made.wrong.is_empty() && made.missed.is_empty(), "{part}: {made:#?}");
    }
}

/// Of what is kept aside only numbers are told.
#[test]
fn of_signatures_that_nobody_has_looked_at_none_is_wrong() {
    const FOUND: [(&str, usize); 2] = [("two-words-kept.txt", 16), ("brackets-kept.txt", 17)];
    for (part, least) in FOUND {
        let made = signatures(part);
        let is_enough = made.found >= least;
        let figures = format!("{part}: {} of {}", made.found, made.named);
        assert_eq!((made.wrong.len(), is_enough), (0, true), "{figures}");
    }
}
