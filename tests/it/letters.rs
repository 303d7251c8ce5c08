//! A letter that was pasted with its head: the subject is the title, the day is read, whoever sent it is no outlet.

use sijill::article::article_of;
use sijill::article::read::from_text;
use sijill::document::InputKind;

const BODY: &str = "افتتحت وزارة الموارد المائية أمس منشأة جديدة في الوادي الأخضر، وقالت إنها تكفي أربعين ألف نسمة من أهالي القرى المجاورة.\n\n\
وأوضح مدير المشروع أن العمل استغرق سنتين، وأن المرحلة الثانية تبدأ في الخريف المقبل بكلفة ستة ملايين دينار.";

/// What comes out otherwise than it should, each with its case.
#[derive(Debug, Default)]
struct Wrong {
    titles: Vec<String>,
    days: Vec<String>,
    outlets: Vec<String>,
    texts: Vec<String>,
    cases: usize,
}

fn read(half: &str) -> Wrong {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/inputs/letters");
    let cases = std::fs::read_to_string(path.join(half)).unwrap();
    let mut wrong = Wrong::default();
    for case in cases.split("== ").skip(1) {
        let (expected, head) = case.split_once('\n').unwrap();
        let [title, day, outlet] = expected.split(" | ").collect::<Vec<_>>()[..] else {
            panic!("{expected}")
        };
        let raw =
            from_text("case.txt", &format!("{}\n\n{BODY}\n", head.trim_end()), InputKind::Text);
        let made = article_of(raw.unwrap(), &Default::default()).unwrap().value;
        let front = &made.front_matter;
        let date = front.date.as_ref().map_or("-".to_owned(), ToString::to_string);
        let told = |found: &str| format!("«{found}»: {case}");
        let check = |found: &str, expected: &str, list: &mut Vec<String>| {
            if found != expected {
                list.push(told(found));
            }
        };
        wrong.cases += 1;
        check(front.title.as_deref().unwrap_or("-"), title, &mut wrong.titles);
        check(&date, day, &mut wrong.days);
        check(front.source.outlet.as_deref().unwrap_or("-"), outlet, &mut wrong.outlets);
        // An open letter has its head in the text.
        let expected: &str = &BODY.replace("\n\n", "\n");
        if day != "-" {
            check(&made.plain.text, expected, &mut wrong.texts);
        } else if !made.plain.text.ends_with(expected) {
            wrong.texts.push(told(&made.plain.text));
        }
    }
    wrong
}

#[test]
fn the_head_of_a_letter_gives_title_and_day_and_is_cut() {
    let Wrong { titles, days, outlets, texts, cases } = read("tuned.txt");
    assert_eq!(cases, 12);
    for wrong in [titles, days, outlets, texts] {
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}

/// Of what is kept aside only numbers are told.
#[test]
fn of_letters_that_nobody_has_looked_at_all_are_right() {
    let Wrong { titles, days, outlets, texts, cases } = read("kept.txt");
    let wrong = [titles, days, outlets, texts].map(|wrong| wrong.len());
    assert_eq!((wrong, cases), ([0, 0, 0, 0], 12), "titles, days, outlets, texts");
}
