//! The outlet that the lines around an article name, in many layouts; the names are made up.

use sijill::article::{clean, read};
use sijill::document::InputKind;
use sijill::knowledge::Knowledge;

/// Each case: over the headline, under it, before the first word, behind the text; the outlet, empty where none is named.
type Case = (&'static str, &'static str, &'static str, &'static str, &'static str);

fn outlet((above, below, dateline, behind, _): &Case) -> String {
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
    let draft = raw.and_then(|raw| clean::clean(&raw, &Knowledge::default())).value;
    draft.front_matter.source.outlet.unwrap_or_default()
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
fn who_writes_where_and_that_many_wrote_is_no_outlet() {
    check(&[
        ("", "هند الصباغ - جدة", "", "", ""),
        ("", "هند - جدة", "", "", ""),
        ("", "متابعات - جدة", "", "", ""),
        ("", "السبت - جدة", "", "", ""),
        ("", "القاهرة (وكالات)", "", "", ""),
        ("", "", "بيروت / عمّان / ", "", ""),
        ("", "", "الخرطوم - وكالات: ", "", ""),
    ]);
}
