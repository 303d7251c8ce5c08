//! Folders of raw articles without any YAML: what their sites say, against what a person judged.
//!
//! `tests/data/from-nothing/NAME/judged.txt` says of each page and entry whether it is right; what is made and not
//! judged there fails, so that nothing new is published unread. A name that is right once is right ever after.

use std::collections::BTreeMap;
use std::path::Path;

use sijill::knowledge::EntityKind;
use sijill::site::model::{EventPage, Site};

use crate::site::model;

/// Of a hundred pages, or entries, as many must be right.
const RIGHT: usize = 90;

/// What a person said of the pages and entries of a folder: the line without its mark → whether it is right.
struct Judged {
    lines: BTreeMap<String, bool>,
}

impl Judged {
    fn read(text: &str) -> Self {
        let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        let line = |line: &str| {
            let (mark, rest) = line.split_once(' ').expect("a mark stands before each line");
            assert!(matches!(mark, "+" | "-"), "`{line}` begins with neither + nor -");
            (rest.to_owned(), mark == "+")
        };
        Self { lines: lines.map(line).collect() }
    }

    /// Fails where something is not judged, or too much is wrong.
    fn hold(&self, what: &str, made: &[String]) {
        let new: Vec<&String> =
            made.iter().filter(|line| !self.lines.contains_key(*line)).collect();
        assert!(
            new.is_empty(),
            "{what}: not judged yet; read them on the site and write each with + or - into judged.txt:\n{}",
            new.iter().map(|line| format!("? {line}\n")).collect::<String>()
        );
        let right = made.iter().filter(|line| self.lines[*line]).count();
        assert!(
            right * 100 >= RIGHT * made.len(),
            "{what}: only {right} of {} are right",
            made.len()
        );
    }
}

/// The pages for names that no one has listed: «person سعيد المعولي».
fn pages(site: &Site) -> Vec<String> {
    let unlisted = site.entities.values().filter(|page| page.unlisted);
    let entities = unlisted.map(|page| &site.knowledge.entities[&page.id]);
    entities.map(|entity| format!("{} {}", entity.kind.name(), entity.name)).collect()
}

/// The entries of the timeline that nobody has listed: «told 2023-02-13 افتتح وزير …».
fn entries(site: &Site) -> Vec<String> {
    let told = site.timeline.events.iter().filter(|page| page.told);
    let events = told.map(|page| &site.knowledge.events[&page.id]);
    events.map(|event| format!("told {} {}", event.date, event.name)).collect()
}

/// Checks the pages and entries of a folder: that none is unjudged, few are wrong, and as many are there.
fn check(name: &str, least: &[(EntityKind, usize)], least_entries: usize) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/from-nothing").join(name);
    let site = model(&root);
    let judged = Judged::read(&std::fs::read_to_string(root.join("judged.txt")).unwrap());
    judged.hold(&format!("{name}, pages"), &pages(&site));
    let entries = entries(&site);
    judged.hold(&format!("{name}, entries"), &entries);
    assert!(entries.len() >= least_entries, "{name}: only {} entries", entries.len());
    for &(kind, least) in least {
        let of_kind = |id: &&String| site.knowledge.entities[*id].kind == kind;
        let count = site.entities.keys().filter(of_kind).count();
        assert!(count >= least, "{name}: only {count} pages of {kind:?}");
    }
}

#[test]
fn fishing_has_its_people_bodies_and_places() {
    use EntityKind::{Organization, Person, Place};
    check("fishing", &[(Person, 4), (Organization, 3), (Place, 3)], 5);
}

#[test]
fn vaccines_has_its_people_bodies_and_places() {
    use EntityKind::{Organization, Person, Place};
    check("vaccines", &[(Person, 2), (Organization, 1), (Place, 2)], 4);
}

/// A site with an article of Thursday 8 April 2021 for each sentence, called by its number.
fn site_of(sentences: &[&str]) -> Site {
    let room = tempfile::tempdir().unwrap();
    let articles = room.path().join("content/articles");
    std::fs::create_dir_all(&articles).unwrap();
    std::fs::write(room.path().join("content/site.yaml"), "title: سدود\n").unwrap();
    for (number, sentence) in sentences.iter().enumerate() {
        let text = format!("---\ntitle: خبر {number}\ndate: 2021-04-08\n---\n\n{sentence}\n");
        std::fs::write(articles.join(format!("{number}.md")), text).unwrap();
    }
    model(room.path())
}

/// The entries of a corpus of pairs, how each should be printed and the sentence, that are printed otherwise, and how many there are.
fn worded(corpus: &str) -> (Vec<String>, usize) {
    let lines: Vec<&str> = corpus.lines().filter(|line| !line.starts_with('#')).collect();
    let pairs: Vec<(&str, &str)> = lines.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect();
    let sentences: Vec<&str> = pairs.iter().map(|&(_, sentence)| sentence).collect();
    let site = site_of(&sentences);
    let printed: Vec<&str> = site
        .timeline
        .events
        .iter()
        .map(|page| site.knowledge.events[&page.id].name.as_str())
        .collect();
    let told = |number: usize| {
        let mut articles = site.timeline.events.iter().flat_map(EventPage::articles);
        articles.any(|no| site.articles[no].slug == number.to_string())
    };
    let wrong = pairs.iter().enumerate().filter(|&(number, &(wanted, _))| match wanted {
        "-" => told(number),
        _ => !printed.contains(&wanted),
    });
    let wrong = wrong.map(|(_, pair)| pair);
    (wrong.map(|(wanted, _)| (*wanted).to_owned()).collect(), pairs.len())
}

/// The lines of a corpus of sentences that do not come out as they should, and how many there are.
fn told(corpus: &str) -> (Vec<String>, usize) {
    let lines: Vec<(&str, &str)> = corpus
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split_once(' ').unwrap())
        .collect();
    let sentences: Vec<&str> = lines.iter().map(|&(_, sentence)| sentence).collect();
    let site = site_of(&sentences);
    let mut told: BTreeMap<&str, String> = BTreeMap::new();
    for page in &site.timeline.events {
        let date = site.knowledge.events[&page.id].date.to_string();
        let slugs = page.articles().into_iter().map(|no| site.articles[no].slug.as_str());
        told.extend(slugs.map(|slug| (slug, date.clone())));
    }
    let found = |number: usize| told.get(number.to_string().as_str()).map_or("-", String::as_str);
    let lines_by_number = lines.iter().enumerate();
    let wrong = lines_by_number.filter(|(number, (wanted, _))| found(*number) != *wanted);
    let said = wrong
        .map(|(number, (wanted, sentence))| format!("{wanted} is {}: {sentence}", found(number)));
    (said.collect(), lines.len())
}

/// What was annotated says the same of its days as before: the marks of a text are dates of it.
#[test]
fn annotated_articles_have_the_timeline_that_raw_ones_have() {
    let raw = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/from-nothing/fishing");
    let room = tempfile::tempdir().unwrap();
    let articles = room.path().join("content/articles");
    std::fs::create_dir_all(&articles).unwrap();
    let site = std::fs::read_to_string(raw.join("content/site.yaml")).unwrap_or_default();
    std::fs::write(room.path().join("content/site.yaml"), site).unwrap();
    for entry in std::fs::read_dir(raw.join("content/articles")).unwrap() {
        let path = entry.unwrap().path();
        let mut command = assert_cmd::Command::cargo_bin("sijill").unwrap();
        let made = command.args(["annotate", "--format", "markdown", "--root"]).arg(room.path());
        let made = made.arg(&path).assert().success().get_output().stdout.clone();
        let name = path.with_extension("md");
        std::fs::write(articles.join(name.file_name().unwrap()), made).unwrap();
    }
    let told = entries(&model(room.path()));
    assert!(!told.is_empty());
    assert_eq!(told, entries(&model(&raw)));
}

/// Each entry of a chronology is one of the timeline, without its day and in the year of its neighbours.
#[test]
fn a_chronology_is_told_entry_by_entry() {
    let room = tempfile::tempdir().unwrap();
    let articles = room.path().join("content/articles");
    std::fs::create_dir_all(&articles).unwrap();
    std::fs::write(room.path().join("content/site.yaml"), "title: السد\n").unwrap();
    let text = "---\ntitle: محطات\ndate: 2023-11-20\n---\n\n14 تشرين الأول 2022: النقابة تعلن الإضراب في المصفاة.\n\n\
                3 كانون الأول: الوساطة الأولى تنتهي بلا اتفاق.\n\n9 كانون الثاني: عودة العمال مساء الاثنين.\n\n\
                30 كانون الأول 2023: انتخاب نقيب جديد.\n";
    std::fs::write(articles.join("mahattat.md"), text).unwrap();
    let told = entries(&model(room.path()));
    // What is still to come on the day of the page has not happened.
    assert_eq!(
        told,
        [
            "told 2022-10-14 النقابة تعلن الإضراب في المصفاة.",
            "told 2022-12-03 الوساطة الأولى تنتهي بلا اتفاق.",
            "told 2023-01-09 عودة العمال مساء الاثنين.",
        ]
    );
}

/// «منتصف 2011» is some day of that year, and the words that say so stay.
#[test]
fn an_entry_that_says_about_when_stands_under_the_whole_time() {
    let text = "---\ntitle: محطات المطبعة\ndate: 2024-01-12\n---\n\nمطلع 1998: افتتاح المطبعة في حي الميدان.\n\n\
                أواخر أيار 2003: وصول أول آلة ملونة إلى المطبعة.\n\nعام 2007: انتقال المطبعة إلى ضاحية المدينة.\n\n\
                2016-2018: ترميم المبنى القديم بتمويل من الصندوق.\n\nبعد أعوام: عودة العمال القدامى.\n\n\
                5 كانون الثاني 2024: معرض للكتب النادرة في القاعة.\n";
    let room = tempfile::tempdir().unwrap();
    let articles = room.path().join("content/articles");
    std::fs::create_dir_all(&articles).unwrap();
    std::fs::write(room.path().join("content/site.yaml"), "title: المطبعة\n").unwrap();
    std::fs::write(articles.join("matbaa.md"), text).unwrap();
    let site = model(room.path());
    assert!(site.timeline.events.iter().all(|page| !page.id.contains(['/', '~'])));
    assert_eq!(
        entries(&site),
        [
            "told 1998 مطلع 1998: افتتاح المطبعة في حي الميدان.",
            "told 2003-05 أواخر أيار 2003: وصول أول آلة ملونة إلى المطبعة.",
            "told 2007 انتقال المطبعة إلى ضاحية المدينة.",
            "told 2016/2018 ترميم المبنى القديم بتمويل من الصندوق.",
            "told 2024-01-05 معرض للكتب النادرة في القاعة.",
        ]
    );
}

/// Which sentences of an article the timeline takes, and with which day.
#[test]
fn the_timeline_takes_what_happened_and_nothing_else() {
    let corpora = [
        include_str!("../corpus/told.txt"),
        include_str!("../corpus/told-tuned.txt"),
        include_str!("../corpus/told-clauses-tuned.txt"),
    ];
    for corpus in corpora {
        let (wrong, _) = told(corpus);
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

/// The same of sentences that nobody has tuned on: few are lost, and none is taken that should not be.
#[test]
fn the_timeline_takes_what_happened_of_sentences_that_were_kept_aside() {
    /// How many of each come out as they should.
    const HALVES: [(usize, &str); 2] = [
        (73, include_str!("../corpus/told-held-out.txt")),
        (49, include_str!("../corpus/told-clauses-held-out.txt")),
    ];
    for (least, corpus) in HALVES {
        let (wrong, count) = told(corpus);
        let all = wrong.join("\n");
        assert!(count - wrong.len() >= least, "{} of {count} are wrong:\n{all}", wrong.len());
        let is_taken = |line: &String| line.starts_with("- is ");
        assert!(!wrong.iter().any(is_taken), "{all}");
    }
}

/// Under a day «أمس» has no sense, nor has the number of a point.
#[test]
fn an_entry_is_printed_without_what_counts_from_the_day_of_its_article() {
    /// How many of fifteen that were kept aside come out as they should.
    const RIGHT: usize = 12;
    let (wrong, _) = worded(include_str!("../corpus/told-words-tuned.txt"));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let (wrong, count) = worded(include_str!("../corpus/told-words-held-out.txt"));
    assert!(count - wrong.len() >= RIGHT, "{} of {count} are wrong", wrong.len());
}

/// Much happens in one city on one day; what two articles tell of one thing is one entry.
#[test]
fn one_day_in_one_city_is_not_one_thing() {
    let sentences = [
        "دشن وزير الطاقة، مساء الأربعاء، محطة كهرباء جديدة في عمان.",
        "أعلنت إدارة المطار، مساء الأربعاء، إلغاء أربع رحلات من عمان.",
        "شب حريق مساء الأربعاء في مستودع للأخشاب شرقي عمان.",
        "افتتح وزير الطاقة، الأربعاء، المحطة الجديدة لتوليد الكهرباء في عمان.",
    ];
    let room = tempfile::tempdir().unwrap();
    let articles = room.path().join("content/articles");
    std::fs::create_dir_all(&articles).unwrap();
    std::fs::create_dir_all(room.path().join("content/knowledge")).unwrap();
    std::fs::write(room.path().join("content/site.yaml"), "title: أخبار\n").unwrap();
    let city = "places: [{id: amman, name: عمان}]\n";
    std::fs::write(room.path().join("content/knowledge/places.yaml"), city).unwrap();
    for (number, sentence) in sentences.iter().enumerate() {
        let text = format!("---\ntitle: خبر {number}\ndate: 2021-04-08\n---\n\n{sentence}\n");
        std::fs::write(articles.join(format!("{number}.md")), text).unwrap();
    }
    let site = model(room.path());
    let told = site.timeline.events.iter().map(|page| page.attestations.len());
    assert_eq!(told.collect::<Vec<_>>(), [2, 1, 1]);
}

/// The bodies that have a page, and how many mentions each page has.
fn bodies(texts: &[&str]) -> Vec<(String, usize)> {
    let room = tempfile::tempdir().unwrap();
    let articles = room.path().join("content/articles");
    std::fs::create_dir_all(&articles).unwrap();
    std::fs::write(room.path().join("content/site.yaml"), "title: مواسم\n").unwrap();
    for (number, text) in texts.iter().enumerate() {
        std::fs::write(articles.join(format!("{number}.md")), text).unwrap();
    }
    let site = model(room.path());
    let of_kind = |entity: &sijill::knowledge::Entity| entity.kind == EntityKind::Organization;
    let pages = site.entities.values().map(|page| (page, &site.knowledge.entities[&page.id]));
    let bodies = pages.filter(|(_, entity)| of_kind(entity));
    bodies.map(|(page, entity)| (entity.name.clone(), page.sentences.len())).collect()
}

/// A ministry with its nation and without is one where the articles speak of that nation, and of no other's.
#[test]
fn a_ministry_has_one_page_where_its_nation_is_the_one_spoken_of() {
    let tunis = "قالت وزارة الفلاحة التونسية إن الحصاد بدأ. وأوضحت وزارة الفلاحة أن المخازن جاهزة.";
    let silent = "أعلنت وزارة الفلاحة موعد الحصاد. وأضافت وزارة الفلاحة أن المخازن جاهزة.";
    let algiers = "في الجزائر أعلنت وزارة الفلاحة موعد البذر. وأكد وزير الفلاحة الجزائري أن وزارة الفلاحة ستوزع البذور.";
    let one = bodies(&[tunis, silent]);
    assert_eq!(one, [("وزارة الفلاحة".to_owned(), 4)], "the nation is the only one");
    let two = bodies(&[tunis, silent, algiers, algiers]);
    let counts: Vec<usize> = two.iter().map(|(_, count)| *count).collect();
    assert_eq!(counts, [4, 4], "another nation's is a page of its own: {two:?}");
    let rabat = "في المغرب أعلنت وزارة الفلاحة موعد البذر. وأكد وزير الفلاحة المغربي أن وزارة الفلاحة ستوزع البذور.";
    let mixed = bodies(&[algiers, algiers, rabat]);
    assert_eq!(
        mixed,
        [("وزارة الفلاحة".to_owned(), 4)],
        "one page does not speak of two ministries"
    );
    let cairo = "وافق مجلس الوزراء على التمويل. ويجتمع مجلس الوزراء في أسوان.";
    let beirut = "تأجلت جلسة مجلس الوزراء. وقال رئيس الحكومة إن مجلس الوزراء سينعقد بعد العيد.";
    assert_eq!(bodies(&[cairo, beirut]), [], "nothing says that they mean one cabinet");
}
