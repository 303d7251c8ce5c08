//! Names, quotes, topics and events over tables of sentences of our own.

use sijill::article::annotate::annotate_plain;
use sijill::article::{clean, read};
use sijill::document::{Findings, InputKind, Plain, Speaker};
use sijill::knowledge::Knowledge;

use super::scores::{Figure, Score};
use super::spoken;

const KNOWLEDGE: &str = "
people:
  - {id: naji-salem, name: ناجي سالم, short: [سالم]}
  - {id: abu-rami, name: أبو رامي الحلبي}
  - {id: abdullah-hani, name: عبد الله هاني}
organizations:
  - {id: river-ministry, name: وزارة المياه النهرية, aliases: [وزارة المياه]}
  - {id: river-trade, name: وزارة التجارة النهرية}
  - {id: alliance, name: حلف الوادي, aliases: [\"قوات [الحلف]\"]}
places:
  - {id: river-land, name: النهرين}
  - {id: sky-city, name: أمريكانا}
";

fn knowledge() -> Knowledge {
    Knowledge::parse([("knowledge.yaml", KNOWLEDGE)]).unwrap()
}

fn find(text: &str, knowledge: &Knowledge) -> (Plain, Findings) {
    let plain = Plain::of_text(text);
    let found = annotate_plain(&plain, None, knowledge).value;
    (plain, found)
}

/// The sections of a corpus: what is flush left, and the lines below it.
fn sections(corpus: &str) -> Vec<(&str, Vec<&str>)> {
    let mut found: Vec<(&str, Vec<&str>)> = Vec::new();
    for line in corpus.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        match (line.strip_prefix("  "), found.last_mut()) {
            (Some(text), Some((_, texts))) => texts.push(text),
            _ => found.push((line, Vec::new())),
        }
    }
    found
}

/// The lines of a corpus without sections.
fn lines(corpus: &str) -> Vec<&str> {
    corpus.lines().filter_map(|line| line.strip_prefix("  ")).collect()
}

fn unlisted() -> Score {
    let (empty, mut score) = (Knowledge::default(), Score::of("names that nobody has listed", 100));
    for (wanted, texts) in sections(include_str!("../corpus/names.txt")) {
        for text in texts {
            let (plain, found) = find(text, &empty);
            let names: Vec<String> = found
                .mentions
                .iter()
                .map(|m| format!("{} {}", m.kind.name(), m.span.cut(&plain.text)))
                .collect();
            let is_right = if wanted == "none" {
                names.is_empty()
            } else {
                names.iter().any(|name| name == wanted)
            };
            score.case(is_right, format!("{wanted}: {text}; found {names:?}"));
        }
    }
    score
}

fn listed() -> Score {
    let (knowledge, mut score) = (knowledge(), Score::of("names of the knowledge base", 100));
    for (id, texts) in sections(include_str!("../corpus/names-known.txt")) {
        for marked in texts {
            let text = marked.replace(['[', ']'], "");
            let (plain, found) = find(&text, &knowledge);
            let names: Vec<&str> = found
                .mentions
                .iter()
                .filter(|m| if id == "none" { m.id.is_some() } else { m.id.as_deref() == Some(id) })
                .map(|m| m.span.cut(&plain.text))
                .collect();
            let wanted: Vec<&str> =
                marked.split('[').skip(1).filter_map(|part| part.split(']').next()).collect();
            score.case(names == wanted, format!("{id}: {marked}; found {names:?}"));
        }
    }
    score
}

/// Direct speech and its speaker; of cases that are held out only the number is told.
fn speech(set: &str, corpus: &str, least: usize) -> Score {
    let (knowledge, mut score) = (knowledge(), Score::of(set, least));
    for (speaker, texts) in sections(corpus) {
        for marked in texts {
            let text = marked.replace(['⟦', '⟧'], "").replace('⏎', "\n");
            let (plain, found) = find(&text, &knowledge);
            let got: Vec<(String, &str)> = found
                .quotes
                .iter()
                .map(|quote| (spelled(&quote.speaker), quote.span.cut(&plain.text)))
                .collect();
            let wanted: Vec<(String, &str)> = marked
                .split('⟦')
                .skip(1)
                .filter_map(|part| part.split('⟧').next())
                .map(|speech| (speaker.to_owned(), speech))
                .collect();
            let number = score.of + 1;
            let missed = if least == 100 {
                format!("{speaker}: {marked}; found {got:?}")
            } else {
                number.to_string()
            };
            score.case(got == wanted, missed);
        }
    }
    score
}

/// The same by quotation, with what is wrong apart from what is left open: a speaker that the text does not have is worse than none.
fn speakers(set: &str, corpus: &str, is_shown: bool, least: (usize, f64)) -> Score {
    let empty = Knowledge::default();
    let mut score = Score::of(set, least.0);
    let mut wrong = 0;
    for (speaker, texts) in sections(corpus) {
        for marked in texts {
            let text = marked.replace(['⟦', '⟧'], "").replace('⏎', "\n");
            let (plain, found) = find(&text, &empty);
            let mut got: Vec<(String, &str)> = found
                .quotes
                .iter()
                .map(|quote| (spelled(&quote.speaker), quote.span.cut(&plain.text)))
                .collect();
            let wanted: Vec<&str> =
                marked.split('⟦').skip(1).filter_map(|part| part.split('⟧').next()).collect();
            if wanted.is_empty() {
                wrong += usize::from(!got.is_empty());
                let missed = format!("{speaker}: {marked}; found {got:?}");
                score.case(
                    got.is_empty(),
                    if is_shown { missed } else { (score.of + 1).to_string() },
                );
            }
            for speech in wanted {
                let at = got.iter().position(|(_, span)| *span == speech);
                let by = at.map_or_else(|| "no speech".to_owned(), |at| got.swap_remove(at).0);
                let is_wrong = by != speaker && by != "?" && by != "no speech";
                wrong += usize::from(is_wrong);
                let missed = if is_shown {
                    format!(
                        "{}{speaker}: {marked}; found {by}",
                        if is_wrong { "wrong: " } else { "" }
                    )
                } else {
                    (score.of + 1).to_string()
                };
                score.case(by == speaker, missed);
            }
        }
    }
    let share = 1.0 - wrong as f64 / score.of.max(1) as f64;
    score.figures.push(Figure { name: "not wrong", value: share, least: least.1 });
    score
}

/// Offices as they are printed.
fn roles(set: &str, lines: &[&str], least: usize) -> Score {
    let (knowledge, mut score) = (knowledge(), Score::of(set, least));
    for marked in lines {
        let (plain, found) = find(&marked.replace(['⟦', '⟧'], ""), &knowledge);
        let got: Vec<&str> = found.roles.iter().map(|role| role.span.cut(&plain.text)).collect();
        let wanted: Vec<&str> =
            marked.split('⟦').skip(1).filter_map(|part| part.split('⟧').next()).collect();
        let number = score.of + 1;
        let missed = if set.ends_with(", tuned") {
            format!("{marked}; found {got:?}")
        } else {
            number.to_string()
        };
        score.case(got == wanted, missed);
    }
    score
}

pub(crate) fn scores() -> Vec<Score> {
    let parts = sections(include_str!("../corpus/roles.txt"));
    vec![
        unlisted(),
        listed(),
        speech("direct speech and its speaker, tuned", include_str!("../corpus/quotes.txt"), 100),
        speech(
            "direct speech and its speaker, held out",
            include_str!("../corpus/quotes-held-out.txt"),
            80,
        ),
        speech(
            "speakers that nobody has listed, held out",
            include_str!("../corpus/speakers-held-out.txt"),
            41,
        ),
        speakers("who speaks, tuned", include_str!("../corpus/speakers.txt"), true, (88, 0.97)),
        speakers(
            "who speaks, tuned too",
            include_str!("../corpus/speakers-held-out.txt"),
            true,
            (88, 0.97),
        ),
        speakers(
            "who speaks, untouched",
            include_str!("../corpus/speakers-untouched.txt"),
            false,
            (80, 0.9),
        ),
        speakers(
            "who speaks, many voices, tuned",
            include_str!("../corpus/speakers-voices.txt"),
            true,
            (90, 0.95),
        ),
        speakers(
            "who speaks, many voices, held out",
            include_str!("../corpus/speakers-voices-held-out.txt"),
            false,
            (80, 0.92),
        ),
        speakers(
            "who speaks, ten newsrooms, tuned",
            include_str!("../corpus/speakers-newsrooms.txt"),
            true,
            (60, 0.9),
        ),
        speakers(
            "who speaks, ten newsrooms, held out",
            include_str!("../corpus/speakers-newsrooms-held-out.txt"),
            false,
            (60, 0.9),
        ),
        speakers(
            "who goes on speaking, tuned",
            include_str!("../corpus/speakers-implied.txt"),
            true,
            (88, 0.94),
        ),
        speakers(
            "who goes on speaking, held out",
            include_str!("../corpus/speakers-implied-held-out.txt"),
            false,
            (70, 0.9),
        ),
        speakers(
            "who speaks in one affair, tuned",
            include_str!("../corpus/speakers-dossiers.txt"),
            true,
            (85, 0.95),
        ),
        speakers(
            "who speaks in one affair, held out",
            include_str!("../corpus/speakers-dossiers-held-out.txt"),
            false,
            (60, 0.9),
        ),
        speakers(
            "who speaks behind a deed, in two words, by a title, tuned",
            include_str!("../corpus/speakers-alone.txt"),
            true,
            (80, 0.95),
        ),
        speakers(
            "who speaks behind a deed, in two words, by a title, held out",
            include_str!("../corpus/speakers-alone-held-out.txt"),
            false,
            (60, 0.9),
        ),
        speakers(
            "who speaks for kin, for another, behind a clause, tuned",
            include_str!("../corpus/speakers-kin.txt"),
            true,
            (75, 0.9),
        ),
        speakers(
            "who speaks for kin, for another, behind a clause, held out",
            include_str!("../corpus/speakers-kin-held-out.txt"),
            false,
            (60, 0.75),
        ),
        speakers(
            "who speaks by a carrier, in a letter, behind commas and brackets, tuned",
            include_str!("../corpus/speakers-ways.txt"),
            true,
            (85, 0.95),
        ),
        speakers(
            "who speaks by a carrier, in a letter, behind commas and brackets, held out",
            include_str!("../corpus/speakers-ways-held-out.txt"),
            false,
            (75, 0.9),
        ),
        spoken::scores(),
        roles("offices, tuned", &parts[0].1, 100),
        roles("offices, held out", &parts[1].1, 90),
        roles("whose office, tuned", &lines(include_str!("../corpus/offices.txt")), 100),
        roles("whose office, held out", &lines(include_str!("../corpus/offices-held-out.txt")), 80),
        roles("who by trade, tuned", &lines(include_str!("../corpus/offices-trades.txt")), 85),
        roles(
            "who by trade, held out",
            &lines(include_str!("../corpus/offices-trades-held-out.txt")),
            80,
        ),
        roles(
            "offices behind titles, behind names, given, tuned",
            &lines(include_str!("../corpus/offices-held.txt")),
            85,
        ),
        roles(
            "offices behind titles, behind names, given, held out",
            &lines(include_str!("../corpus/offices-held-held-out.txt")),
            80,
        ),
        roles(
            "offices right behind names, acting, of fellows, tuned",
            &lines(include_str!("../corpus/offices-beside.txt")),
            85,
        ),
        roles(
            "offices right behind names, acting, of fellows, held out",
            &lines(include_str!("../corpus/offices-beside-held-out.txt")),
            70,
        ),
    ]
}

/// A row of joins was followed word by word, each inside the one before, until the stack ended.
#[test]
fn joins_without_end_are_read() {
    for row in ["بن ", "سالم بن ", "أبو بن ", "آل بن "] {
        let (_, found) = find(&row.repeat(100_000), &Knowledge::default());
        assert!(found.mentions.iter().all(|mention| mention.span.len() < 200), "{row}");
    }
}

/// «و» came off «وفيات» and left the car maker; a noun with its pronoun was a town of the lists.
#[test]
fn words_of_the_language_are_no_names() {
    for text in [
        "سجلت الوزارة 341 إصابة جديدة و10 وفيات، ليرتفع العدد إلى ألف.",
        "وقال الطبيب إن عدد وفيات الأطفال تراجع هذا العام.",
        "ودعا إلى حضور الندوة عند السابعة مساء في مقره وسط المدينة.",
    ] {
        let (plain, found) = find(text, &Knowledge::default());
        let names: Vec<_> = found.mentions.iter().map(|name| name.span.cut(&plain.text)).collect();
        assert!(names.is_empty(), "{text}: {names:?}");
    }
}

#[test]
fn entries_that_are_the_same_are_joined() {
    let text = "
people:
  - {id: hani, name: هاني الدالي}
  - {id: hani-dali, name: هاني محمود الدالي, aliases: [أبو كنان الدالي], same_as: [hani, 'https://example.org/hani']}
";
    let knowledge = Knowledge::parse([("k.yaml", text)]).unwrap();
    assert_eq!(knowledge.entities.keys().collect::<Vec<_>>(), ["hani"]);
    assert_eq!(knowledge.entities["hani"].same_as, ["https://example.org/hani"]);
    let ids: Vec<_> = find("وصل أبو كنان الدالي، ثم هاني محمود الدالي.", &knowledge)
        .1
        .mentions
        .into_iter()
        .filter_map(|m| m.id)
        .collect();
    assert_eq!(ids, ["hani", "hani"]);
}

#[test]
fn the_longest_of_names_that_begin_alike_wins() {
    let text = "
organizations:
  - {id: council, name: مجلس الري}
  - {id: high-council, name: مجلس الري الأعلى للوادي}
";
    let knowledge = Knowledge::parse([("k.yaml", text)]).unwrap();
    let ids: Vec<_> = find("اجتمع مجلس الري الأعلى للوادي بعد مجلس الري.", &knowledge)
        .1
        .mentions
        .into_iter()
        .filter_map(|m| m.id)
        .collect();
    assert_eq!(ids, ["high-council", "council"]);
}

#[test]
fn a_time_of_several_words_names_nobody_also_without_a_day() {
    for text in ["تُعرض الحلقات طيلة شهر رمضان المبارك كل جمعة.", "تزدحم الأسواق في شعبان المعظم."]
    {
        let (_, found) = find(text, &Knowledge::default());
        assert_eq!(found.mentions, [], "{text}");
    }
}

#[test]
fn what_a_person_called_no_name_is_no_name() {
    let text = "قال المدير سامي الغريب إن العمل بدأ، ورحب سامي الغريبي بذلك.";
    let names = |ignore: &str| -> Vec<String> {
        let knowledge = Knowledge::parse([("ignore.yaml", ignore)]).unwrap();
        let (plain, found) = find(text, &knowledge);
        found.mentions.iter().map(|m| m.span.cut(&plain.text).to_owned()).collect()
    };
    assert_eq!(names("ignore: []"), ["سامي الغريب", "سامي الغريبي"]);
    assert_eq!(names("ignore: [سامي  الغَريب]"), ["سامي الغريبي"]);
}

fn spelled(speaker: &Speaker) -> String {
    match speaker {
        Speaker::Entity(id) => id.clone(),
        Speaker::Text(text) => format!("«{text}»"),
        Speaker::Unknown => "?".to_owned(),
    }
}

#[test]
fn a_shared_alias_is_decided_by_the_context_or_left_open() {
    let text = "
organizations:
  - {id: north, name: وزارة الري الشمالية, aliases: [وزارة الري], cues: [الشمال]}
  - {id: south, name: وزارة الري الجنوبية, aliases: [وزارة الري], cues: [الجنوب]}
";
    let knowledge = Knowledge::parse([("k.yaml", text)]).unwrap();
    let decided = |text: &str| {
        find(text, &knowledge).1.mentions.first().and_then(|mention| mention.id.clone())
    };
    assert_eq!(decided("قررت وزارة الري في الجنوب ذلك.").as_deref(), Some("south"));
    let plain = Plain::of_text("قررت وزارة الري ذلك.");
    let open = annotate_plain(&plain, None, &knowledge);
    assert!(open.value.mentions.iter().all(|mention| mention.id.is_none()));
    assert_eq!(
        open.diagnostics.iter().map(|found| found.code).collect::<Vec<_>>(),
        ["shared-alias"]
    );
}

#[test]
fn the_outlet_decides_where_nothing_else_does() {
    let text = "
organizations:
  - {id: wadi, name: مجلس النواب المصري, aliases: [مجلس النواب]}
  - {id: jabal, name: مجلس النواب اللبناني, aliases: [مجلس النواب]}
outlets:
  - {id: nile, name: صحيفة الوادي, country: مصر, domains: [wadi.example]}
  - {id: cedar, name: صحيفة الجبل, country: لبنان}
";
    let knowledge = Knowledge::parse([("k.yaml", text)]).unwrap();
    let of = |source: &str, body: &str| {
        let raw = format!("---\ntitle: جلسة\nsource: {{{source}}}\n---\n{body}\n");
        let raw = read::from_text("case.txt", &raw, InputKind::Text).unwrap();
        let draft = raw.and_then(|raw| clean::clean(&raw, &knowledge)).value;
        let document = sijill::article::annotate::annotate(draft, &knowledge).value;
        document.findings.mentions.first().and_then(|mention| mention.id.clone())
    };
    let alone = "أقر مجلس النواب القانون في جلسة طويلة حضرها عدد كبير من الأعضاء.";
    assert_eq!(of("outlet: cedar", alone).as_deref(), Some("jabal"));
    assert_eq!(of("url: \"https://www.wadi.example/news/7\"", alone).as_deref(), Some("wadi"));
    assert_eq!(of("outlet: صحيفة أخرى", alone), None);
    // What stands in the text goes before the outlet.
    let named =
        "اجتمع مجلس النواب المصري صباح أمس في القاهرة. ثم أقر مجلس النواب القانون بعد الظهر.";
    assert_eq!(of("outlet: cedar", named).as_deref(), Some("wadi"));
}

#[test]
fn bad_names_are_refused_with_their_place() {
    let refused = |text: &str| Knowledge::parse([("k.yaml", text)]).unwrap_err();
    let letter = refused("people:\n  - {id: x, name: سين صاد, aliases: [و]}\n");
    assert_eq!((letter[0].code, letter[0].place().as_str()), ("bad-alias", "k.yaml:2:38"));
    let common = refused("people:\n  - {id: x, name: الرئيس}\n");
    assert_eq!((common[0].code, common[0].place().as_str()), ("bad-alias", "k.yaml:2:19"));
    let cycle = refused(
        "places:\n  - {id: a, name: ألفا, part_of: b}\n  - {id: b, name: بيتا, part_of: a}\n",
    );
    assert_eq!(cycle[0].code, "cycle");
}

#[test]
fn topics_rounds_status_and_contradictions() {
    let text = "
topics:
  - {id: water, name: المياه, cues: [{السد: 2}, {مياه الري: 1}]}
series:
  - {id: river-talks, name: حوار النهر, unit: جولة}
events:
  - {id: round-1, name: الأولى, series: river-talks, ordinal: 1, date: 2020-02-10, status: held}
  - {id: round-2, name: الثانية, series: river-talks, ordinal: 2, date: 2021-05-20, status: held}
  - {id: flood, name: الفيضان, date: 2019-03-04, status: held, cues: [{all: [فيضان|السيول, الوادي]}]}
";
    let knowledge = Knowledge::parse([("k.yaml", text)]).unwrap();
    let article = "بدأت الجولة الثانية من حوار النهر لبحث السد.\nوكان فيضان الوادي في مارس 2020 قد دمر السد، وتضرر السد مرتين.\nوستعقد جولة ثالثة لاحقا.";
    let plain = Plain::of_text(article);
    let day = chrono::NaiveDate::from_ymd_opt(2021, 5, 20);
    let found = annotate_plain(&plain, day, &knowledge).value;
    let events: Vec<(&str, usize)> =
        found.events.iter().map(|event| (event.event.as_str(), event.paragraph)).collect();
    assert_eq!(events, [("round-2", 0), ("flood", 1)]);
    assert_eq!(found.conflicts.len(), 1);
    assert_eq!(
        (found.conflicts[0].event.as_str(), found.conflicts[0].claimed.to_string().as_str()),
        ("flood", "2020-03")
    );
    assert_eq!(found.topics[0].id, "water");
}

#[test]
fn the_dossiers_own_knowledge_base_stands() {
    let dir = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("content/knowledge");
    let mut files: Vec<(String, String)> = std::fs::read_dir(dir)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| {
            (
                path.file_name().unwrap().to_string_lossy().into_owned(),
                std::fs::read_to_string(&path).unwrap(),
            )
        })
        .collect();
    files.sort();
    let knowledge =
        Knowledge::parse(files.iter().map(|(path, text)| (path.as_str(), text.as_str()))).unwrap();
    assert!(knowledge.events.len() > 40);
    assert!(
        knowledge.events.values().all(|event| !event.sources.is_empty() && event.summary.is_some())
    );
    let text = "قال المتحدث باسم الخارجية الأميركية نيد برايس إن الوزير بلينكن التقى نظيره العراقي فؤاد حسين.";
    let (plain, found) = find(text, &knowledge);
    let roles: Vec<&str> = found.roles.iter().map(|role| role.span.cut(&plain.text)).collect();
    assert_eq!(roles, ["المتحدث باسم الخارجية الأميركية"]);
    assert_eq!(
        found.mentions.iter().filter_map(|mention| mention.id.as_deref()).collect::<Vec<_>>(),
        ["us-department-of-state", "ned-price", "antony-blinken", "fuad-hussein"]
    );
}
