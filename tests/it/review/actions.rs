//! Each action: what the difference shows, the bytes of the files, what the site makes of it, and back.

use serde_json::{Value, json};

use super::room::{MARKDOWN, PEOPLE, Room, dossier, snapshot};

/// A case: its name, the action, the lines that go (`-`) and come (`+`) file by file, and what the sheet then says of
/// which words.
struct Case {
    name: &'static str,
    action: Value,
    lines: &'static [&'static str],
    words: &'static str,
    says: fn(Option<&Value>) -> bool,
}

fn at(text: &str, paragraph: usize) -> Value {
    json!({"text": text, "paragraph": paragraph, "occurrence": 1})
}

fn is_gone(item: Option<&Value>) -> bool {
    item.is_none_or(|item| item["what"] == "plain")
}

fn cases() -> Vec<Case> {
    let txt = "jisr";
    let md = "majlis";
    vec![
        Case {
            name: "accept",
            action: json!({"do": "name", "article": txt, "at": at("سلمى الناصري", 2), "kind": "person"}),
            lines: &[
                "+# قرارات المحرّر في هذه المادة، بكلماتها ومواضعها. كتبتها لوحة المراجعة، وتُغيَّر باليد أيضًا.",
                "+decisions:",
                "+  - {text: سلمى الناصري, paragraph: 2, begins: وأضاف هشام القاضي أن العمل, is: person}",
            ],
            words: "سلمى الناصري",
            says: |item| item.is_some_and(|item| item["is_decided"] == true && item["doubt"] == 0),
        },
        Case {
            name: "no name, in Markdown",
            action: json!({"do": "not-name", "article": md, "at": at("مجلس المدينة الموازنة", 1)}),
            lines: &[
                "-ناقش مجلس المدينة الموازنة يوم 3 آذار 2021، وقال العضو سامر البحري: «لن نوافق على زيادة الرسوم هذا العام».",
                "+ناقش [مجلس المدينة الموازنة](plain:) يوم 3 آذار 2021، وقال العضو سامر البحري: «لن نوافق على زيادة الرسوم هذا العام».",
            ],
            words: "مجلس المدينة الموازنة",
            says: is_gone,
        },
        Case {
            name: "no name anywhere",
            action: json!({"do": "not-name", "article": txt, "at": at("سلمى الناصري", 2), "everywhere": true}),
            lines: &["+# من لوحة المراجعة", "+ignore:", "+  - سلمى الناصري"],
            words: "سلمى الناصري",
            says: |item| item.is_none(),
        },
        Case {
            name: "another kind",
            action: json!({"do": "name", "article": txt, "at": at("جسر الوادي", 1), "kind": "organization"}),
            lines: &[
                "+# قرارات المحرّر في هذه المادة، بكلماتها ومواضعها. كتبتها لوحة المراجعة، وتُغيَّر باليد أيضًا.",
                "+decisions:",
                "+  - {text: جسر الوادي, paragraph: 1, begins: افتتح رئيس البلدية هشام القاضي, is: organization}",
            ],
            words: "جسر الوادي",
            says: |item| item.is_some_and(|item| item["kind"] == "organization"),
        },
        Case {
            name: "join with an entry, everywhere",
            action: json!({"do": "name", "article": md, "at": at("سلمى الناصري", 2), "kind": "person", "id": "samer-al-bahri", "everywhere": true}),
            lines: &[
                "+    aliases: [سلمى الناصري]",
                "-وحضرت الجلسة سلمى الناصري مع وفد من **نقابة المهندسين**.",
                "+وحضرت الجلسة [سلمى الناصري](person:samer-al-bahri) مع وفد من **نقابة المهندسين**.",
            ],
            words: "سلمى الناصري",
            says: |item| item.is_some_and(|item| item["value"] == "سامر البحري"),
        },
        Case {
            name: "a new entry, wherever the name stands",
            action: json!({"do": "entry", "article": txt, "at": at("هشام القاضي", 1), "kind": "person", "id": "hisham-al-qadi", "name": "هشام كامل القاضي"}),
            lines: &[
                "+  - id: hisham-al-qadi",
                "+    name: هشام كامل القاضي",
                "+    aliases: [هشام القاضي]",
                "+# قرارات المحرّر في هذه المادة، بكلماتها ومواضعها. كتبتها لوحة المراجعة، وتُغيَّر باليد أيضًا.",
                "+decisions:",
                "+  - {text: هشام القاضي, paragraph: 1, begins: افتتح رئيس البلدية هشام القاضي, is: person, id: hisham-al-qadi}",
                "+  - {text: هشام القاضي, paragraph: 2, begins: وأضاف هشام القاضي أن العمل, is: person, id: hisham-al-qadi}",
            ],
            words: "هشام القاضي",
            says: |item| item.is_some_and(|item| item["value"] == "هشام كامل القاضي"),
        },
        Case {
            name: "another day",
            action: json!({"do": "day", "article": txt, "at": at("أمس الأربعاء", 1), "value": "2021-05-11"}),
            lines: &[
                "+# قرارات المحرّر في هذه المادة، بكلماتها ومواضعها. كتبتها لوحة المراجعة، وتُغيَّر باليد أيضًا.",
                "+decisions:",
                "+  - {text: أمس الأربعاء, paragraph: 1, begins: افتتح رئيس البلدية هشام القاضي, is: date, value: 2021-05-11}",
            ],
            words: "أمس الأربعاء",
            says: |item| item.is_some_and(|item| item["value"] == "2021-05-11"),
        },
        Case {
            name: "no day",
            action: json!({"do": "day", "article": md, "at": at("يوم 3 آذار 2021", 1)}),
            lines: &[
                "-ناقش مجلس المدينة الموازنة يوم 3 آذار 2021، وقال العضو سامر البحري: «لن نوافق على زيادة الرسوم هذا العام».",
                "+ناقش مجلس المدينة الموازنة [يوم 3 آذار 2021](plain:)، وقال العضو سامر البحري: «لن نوافق على زيادة الرسوم هذا العام».",
            ],
            words: "يوم 3 آذار 2021",
            says: is_gone,
        },
        Case {
            name: "another speaker",
            action: json!({"do": "speaker", "article": txt, "at": at("هذا الجسر يختصر الطريق على آلاف", 1), "id": "nada"}),
            lines: &[
                "+# قرارات المحرّر في هذه المادة، بكلماتها ومواضعها. كتبتها لوحة المراجعة، وتُغيَّر باليد أيضًا.",
                "+decisions:",
                "+  - {text: هذا الجسر يختصر الطريق على آلاف, paragraph: 1, begins: افتتح رئيس البلدية هشام القاضي, is: speech, speaker: nada}",
            ],
            words: "هذا الجسر يختصر الطريق على آلاف",
            says: |item| {
                item.is_some_and(|item| item["value"] == "ندى الشامي" && item["is_decided"] == true)
            },
        },
        Case {
            name: "a speaker in words, in Markdown",
            action: json!({"do": "speaker", "article": md, "at": at("لن نوافق على زيادة الرسوم هذا", 1), "words": "عضو معارض"}),
            lines: &[
                "-ناقش مجلس المدينة الموازنة يوم 3 آذار 2021، وقال العضو سامر البحري: «لن نوافق على زيادة الرسوم هذا العام».",
                "+ناقش مجلس المدينة الموازنة يوم 3 آذار 2021، وقال العضو سامر البحري: [«](quote: \"عضو معارض\")لن نوافق على زيادة الرسوم هذا العام».",
            ],
            words: "لن نوافق على زيادة الرسوم هذا",
            says: |item| item.is_some_and(|item| item["value"] == "عضو معارض"),
        },
        Case {
            name: "no speech",
            action: json!({"do": "speaker", "article": txt, "at": at("هذا الجسر يختصر الطريق على آلاف", 1)}),
            lines: &[
                "+# قرارات المحرّر في هذه المادة، بكلماتها ومواضعها. كتبتها لوحة المراجعة، وتُغيَّر باليد أيضًا.",
                "+decisions:",
                "+  - {text: هذا الجسر يختصر الطريق على آلاف, paragraph: 1, begins: افتتح رئيس البلدية هشام القاضي, is: no-speech}",
            ],
            words: "هذا الجسر يختصر الطريق على آلاف",
            says: is_gone,
        },
        Case {
            name: "restore a cut",
            action: json!({"do": "keep", "article": txt, "first": 12, "last": 12}),
            lines: &[
                "+# قرارات المحرّر في هذه المادة، بكلماتها ومواضعها. كتبتها لوحة المراجعة، وتُغيَّر باليد أيضًا.",
                "+lines:",
                "+  - {keep: \"اقرأ أيضًا: أسعار الخضار ترتفع في الأسواق\"}",
            ],
            words: "اقرأ أيضًا: أسعار الخضار ترتفع في الأسواق",
            says: |item| item.is_none(),
        },
        Case {
            name: "cut a paragraph",
            action: json!({"do": "cut", "article": txt, "paragraph": 3}),
            lines: &[
                "+# قرارات المحرّر في هذه المادة، بكلماتها ومواضعها. كتبتها لوحة المراجعة، وتُغيَّر باليد أيضًا.",
                "+lines:",
                "+  - {cut: وتجمّع السكان على ضفتي النهر يلتقطون الصور، فيما أغلقت الشرطة الطرق المؤدية إلى}",
            ],
            words: "وتجمّع السكان على ضفتي النهر يلتقطون الصور، فيما أغلقت الشرطة الطرق المؤدية إلى المكان حتى المساء.",
            says: |item| item.is_some_and(|item| item["what"] == "cut" && item["kind"] == "editor"),
        },
        Case {
            name: "cut a paragraph of Markdown",
            action: json!({"do": "cut", "article": md, "paragraph": 2}),
            lines: &["-وحضرت الجلسة سلمى الناصري مع وفد من **نقابة المهندسين**.", "-"],
            words: "نقابة المهندسين",
            says: |item| item.is_none(),
        },
    ]
}

/// The signs and lines of a plan that go or come, file by file.
fn changed(plan: &Value) -> Vec<String> {
    let files = plan["files"].as_array().unwrap();
    let lines = files.iter().flat_map(|file| file["diff"].as_array().unwrap());
    lines
        .filter(|line| line["sign"] != " ")
        .map(|line| format!("{}{}", line["sign"].as_str().unwrap(), line["text"].as_str().unwrap()))
        .collect()
}

#[test]
fn each_action_changes_its_lines_and_is_undone_byte_for_byte() {
    let room = Room::start();
    let before = snapshot(room.dir.path());
    for case in cases() {
        let slug = case.action["article"].as_str().unwrap().to_owned();
        let was = room.item(&slug, case.words);
        let plan = room.decide(&case.action);
        assert_eq!(changed(&plan), case.lines, "{}", case.name);
        let says = |room: &Room| (case.says)(room.item(&slug, case.words).as_ref());
        room.until(case.name, says);
        assert_eq!(room.undo().0, 200, "{}", case.name);
        assert_eq!(snapshot(room.dir.path()), before, "{}", case.name);
        room.until(case.name, |room| room.item(&slug, case.words) == was);
    }
}

/// The name of all articles that has this spelling, as the panel lists it.
fn name(room: &Room, text: &str) -> Option<Value> {
    let told = room.told("names");
    let names = told["names"].as_array().unwrap().clone();
    names.into_iter().find(|one| one["name"] == text)
}

#[test]
fn names_of_all_articles_are_decided_in_one_go_and_undone() {
    let room = Room::start();
    let before = snapshot(room.dir.path());
    let salma = name(&room, "سلمى الناصري").unwrap();
    assert_eq!(
        (&salma["kind"], &salma["count"], &salma["articles"]),
        (&json!("person"), &json!(2), &json!(2))
    );
    let sentences = salma["sentences"].as_array().unwrap();
    let of: Vec<&str> = sentences.iter().map(|said| said["article"].as_str().unwrap()).collect();
    assert_eq!(of.len(), 2, "one of each article: {salma}");
    assert!(of.contains(&"jisr") && of.contains(&"majlis"));
    assert!(sentences.iter().all(|said| said["text"].as_str().unwrap().contains("سلمى الناصري")));
    let id = salma["id"].clone();
    let texts = json!(["سلمى الناصري", "س. الناصري"]);
    let cases = [
        (
            json!({"do": "list", "kind": "person", "id": id, "name": "سلمى الناصري", "aliases": ["س. الناصري"], "roles": ["المهندسة"]}),
            vec![
                format!("+  - id: {}", id.as_str().unwrap()),
                "+    name: سلمى الناصري".to_owned(),
                "+    aliases: [س. الناصري]".to_owned(),
                "+    roles:".to_owned(),
                "+      - {title: المهندسة}".to_owned(),
            ],
            "سلمى الناصري",
        ),
        (
            json!({"do": "list", "kind": "organization", "id": "salma", "name": "دار سلمى"}),
            ["+# من لوحة المراجعة", "+organizations:", "+  - id: salma", "+    name: دار سلمى"]
                .map(str::to_owned)
                .to_vec(),
            "",
        ),
        (
            json!({"do": "ignore", "texts": texts}),
            ["+# من لوحة المراجعة", "+ignore:", "+  - سلمى الناصري", "+  - س. الناصري"]
                .map(str::to_owned)
                .to_vec(),
            "",
        ),
        (
            json!({"do": "join", "texts": texts, "id": "nada"}),
            vec![
                "-  - {id: nada, name: ندى الشامي}".to_owned(),
                "+  - {id: nada, name: ندى الشامي, aliases: [سلمى الناصري, س. الناصري]}".to_owned(),
            ],
            "ندى الشامي",
        ),
    ];
    for (action, lines, value) in cases {
        assert_eq!(changed(&room.decide(&action)), lines, "{action}");
        if !value.is_empty() {
            room.until("its places in both articles are the entry's", |room| {
                ["jisr", "majlis"].iter().all(|slug| {
                    room.item(slug, "سلمى الناصري")
                        .is_some_and(|item| item["value"] == value && item["doubt"] == 0)
                })
            });
            assert_eq!(name(&room, "سلمى الناصري"), None);
        }
        assert_eq!(room.undo().0, 200, "{action}");
        assert_eq!(snapshot(room.dir.path()), before, "{action}");
        room.until("it is listed again", |room| name(room, "سلمى الناصري").is_some());
    }
    for (action, code) in [
        (json!({"do": "list", "kind": "person", "id": "nada", "name": "سلمى"}), "known-id"),
        (json!({"do": "list", "kind": "event", "id": "salma", "name": "سلمى"}), "bad-kind"),
        (json!({"do": "list", "kind": "person", "id": "سلمى", "name": "سلمى"}), "bad-id"),
        (json!({"do": "join", "texts": ["سلمى"], "id": "nobody"}), "unknown-id"),
        (json!({"do": "join", "texts": [], "id": "nada"}), "no-name"),
        (json!({"do": "ignore", "texts": [" "]}), "no-name"),
    ] {
        let (status, answer) = room.plan(&action);
        assert_eq!((status, answer["code"].as_str()), (409, Some(code)), "{action}: {answer}");
    }
}

#[test]
fn the_page_of_a_name_shows_its_places_and_takes_decisions_about_them() {
    let room = Room::start();
    let before = snapshot(room.dir.path());
    let page = "sheet/people/سلمى-الناصري/".replace('س', "%D8%B3");
    let told = room.told(&page);
    let entity = &told["entity"];
    assert_eq!(
        (&entity["name"], &entity["is_listed"]),
        (&json!("سلمى الناصري"), &json!(false)),
        "{told}"
    );
    let articles = entity["articles"].as_array().unwrap();
    assert_eq!(articles.len(), 2, "{entity}");
    for one in articles {
        assert_eq!(one["version"], room.sheet(one["article"].as_str().unwrap())["version"]);
        let item = &one["items"][0];
        assert_eq!((&item["at"]["text"], &item["id"]), (&json!("سلمى الناصري"), &Value::Null));
        room.decide(&json!({"do": "not-name", "article": one["article"], "at": item["at"]}));
    }
    room.until("the name is nowhere", |room| room.told(&page)["entity"].is_null());
    // What the site lists of itself is nothing that another name can be joined with.
    assert!(!room.told("choices").to_string().contains("القاضي"));
    for _ in articles {
        assert_eq!(room.undo().0, 200);
    }
    assert_eq!(snapshot(room.dir.path()), before);
    let listed = room.told("sheet/people/samer-al-bahri/");
    assert_eq!(listed["entity"]["is_listed"], true);
    assert_eq!(listed["entity"]["articles"][0]["items"][0]["id"], "samer-al-bahri");
}

#[test]
fn what_holds_of_the_whole_article_goes_into_its_front_matter_or_its_review() {
    let room = Room::start();
    let before = snapshot(room.dir.path());
    let field = |slug: &str, key: &str| room.sheet(slug)["sheet"][key].clone();
    let steps = [
        (
            json!({"do": "published", "article": "majlis", "value": "2021-03-04"}),
            vec!["+date: 2021-03-04"],
        ),
        (
            json!({"do": "outlet", "article": "majlis", "value": "صحيفة الوادي"}),
            vec!["+source: {outlet: صحيفة الوادي}"],
        ),
        (
            json!({"do": "topics", "article": "majlis", "value": ["bridges", "budget"]}),
            vec!["-topics: [budget]", "+topics: [bridges, budget]"],
        ),
        (
            json!({"do": "status", "article": "majlis", "value": "withdrawn"}),
            vec!["+status: withdrawn"],
        ),
        (
            json!({"do": "published", "article": "jisr", "value": "2021-05"}),
            vec![
                "+# قرارات المحرّر في هذه المادة، بكلماتها ومواضعها. كتبتها لوحة المراجعة، وتُغيَّر باليد أيضًا.",
                "+date: 2021-05",
            ],
        ),
        (
            json!({"do": "outlet", "article": "jisr", "value": "موقع: الجسر"}),
            vec!["+outlet: \"موقع: الجسر\""],
        ),
        (json!({"do": "topics", "article": "jisr", "value": []}), vec!["+topics: []"]),
    ];
    for (action, lines) in &steps {
        assert_eq!(changed(&room.decide(action)), *lines, "{action}");
    }
    assert!(room.read("articles/majlis.md").starts_with(
        "---\ntitle: مجلس المدينة يناقش الموازنة # كما في الصحيفة\ntopics: [bridges, budget]\ndate: 2021-03-04\n"
    ));
    room.until("the pages say so", |_| {
        field("majlis", "status") == "withdrawn"
            && field("jisr", "date")["value"] == "2021-05"
            && field("jisr", "date")["basis"] == "من المحرّر"
            && field("jisr", "outlet")["value"] == "موقع: الجسر"
            && field("jisr", "topics") == json!([])
    });
    assert!(room.get("/articles/jisr/").1.contains("موقع: الجسر"));
    for _ in &steps {
        assert_eq!(room.undo().0, 200);
    }
    assert_eq!(snapshot(room.dir.path()), before);
    assert_eq!(room.undo().1["undone"], Value::Null);
}

/// The right date of an article may be that nobody can know it.
#[test]
fn a_date_that_nobody_can_know_is_none() {
    let room = Room::start();
    let before = snapshot(room.dir.path());
    let date = |slug: &str| room.sheet(slug)["sheet"]["date"].clone();
    assert_eq!(date("jisr")["value"], "2021-05-13");
    for (slug, lines) in [("jisr", 2), ("majlis", 1)] {
        let plan = room.decide(&json!({"do": "published", "article": slug, "value": "none"}));
        assert_eq!(changed(&plan).len(), lines, "{plan}");
        assert!(changed(&plan).contains(&"+date: none".to_owned()), "{plan}");
        room.until("it has none", |_| date(slug)["value"] == "" && date(slug)["doubt"] == 0);
    }
    let left = room.told("left").to_string();
    assert!(!left.contains("\"what\":\"date\""), "{left}");
    // And it is dated again by a day.
    room.decide(&json!({"do": "published", "article": "jisr", "value": "2021-05-12"}));
    room.until("it is dated", |_| date("jisr")["value"] == "2021-05-12");
    for _ in 0..3 {
        assert_eq!(room.undo().0, 200);
    }
    assert_eq!(snapshot(room.dir.path()), before);
}

/// Each of several articles of one file has its own decisions, which outlive others that join them.
#[test]
fn messages_of_one_file_have_decisions_each() {
    let dir = dossier();
    let message = |clock: &str, first: &str| {
        format!(
            "قناة المرسى, [{clock}]\n{first} افتتح الوزير سامر البحري مركز الإيواء في الموصل، وقال للصحافيين إن العمل استغرق عامين كاملين وإن المدينة كلها تنتظره.\n\n"
        )
    };
    let path = dir.path().join("content/articles/marsa.txt");
    let two =
        message("26/07/2021 10:00", "أمس الأحد") + &message("27/07/2021 09:30", "اليوم الثلاثاء");
    std::fs::write(&path, &two).unwrap();
    let room = Room::of(dir, &[]);
    let before = snapshot(room.dir.path());
    let slugs = ["marsa-2021-07-26-1000", "marsa-2021-07-27-0930"];
    let is_decided = |room: &Room, slug: &str, words: &str| {
        room.item(slug, words).is_some_and(|item| item["is_decided"] == true)
    };
    let action = |slug: &str| json!({"do": "name", "article": slug, "at": at("الموصل", 1), "kind": "organization"});
    let plan = room.decide(&action(slugs[1]));
    assert_eq!(
        plan["files"][0]["path"].as_str().unwrap().rsplit('/').next(),
        Some("marsa-2021-07-27-0930.yaml")
    );
    room.until("the second is decided", |room| is_decided(room, slugs[1], "الموصل"));
    assert!(!is_decided(&room, slugs[0], "الموصل"));
    room.decide(&json!({"do": "published", "article": slugs[0], "value": "none"}));
    room.until("the first has no date", |room| {
        room.sheet(slugs[0])["sheet"]["date"]["value"] == ""
    });
    assert_eq!(room.sheet(slugs[1])["sheet"]["date"]["value"], "2021-07-27");
    // Another message before them takes nothing away.
    let three = message("25/07/2021 08:00", "السبت") + &two;
    std::fs::write(&path, three).unwrap();
    room.until("there are three", |room| !room.sheet("marsa-2021-07-25-0800")["sheet"].is_null());
    assert!(is_decided(&room, slugs[1], "الموصل"));
    assert!(!is_decided(&room, "marsa-2021-07-25-0800", "الموصل"));
    let warned = room.said().join("\n");
    assert!(!warned.contains("review-lost"), "{warned}");
    std::fs::write(&path, &two).unwrap();
    for _ in 0..2 {
        assert_eq!(room.undo().0, 200);
    }
    assert_eq!(snapshot(room.dir.path()), before);
}

#[test]
fn a_decision_replaces_the_one_before_it_and_can_be_withdrawn() {
    let room = Room::start();
    let name = |kind: &str| json!({"do": "name", "article": "jisr", "at": at("جسر الوادي", 1), "kind": kind});
    room.decide(&name("organization"));
    room.until("decided", |room| {
        room.item("jisr", "جسر الوادي").is_some_and(|item| item["kind"] == "organization")
    });
    let plan = room.decide(&name("place"));
    assert_eq!(changed(&plan).len(), 2, "one line goes, one comes: {plan}");
    room.until("decided again", |room| {
        room.item("jisr", "جسر الوادي").is_some_and(|item| item["kind"] == "place")
    });
    room.decide(&json!({"do": "withdraw", "article": "jisr", "at": at("جسر الوادي", 1)}));
    room.until("withdrawn", |room| {
        room.item("jisr", "جسر الوادي").is_some_and(|item| item["is_decided"] == false)
    });
    // In Markdown a mark goes as it came.
    let mark = json!({"do": "not-name", "article": "majlis", "at": at("نقابة المهندسين", 2)});
    room.decide(&mark);
    assert!(room.read("articles/majlis.md").contains("من [**نقابة المهندسين**](plain:)."));
    room.until("marked", |room| {
        room.item("majlis", "نقابة المهندسين").is_some_and(|item| item["what"] == "plain")
    });
    room.decide(&json!({"do": "withdraw", "article": "majlis", "at": at("نقابة المهندسين", 2)}));
    assert_eq!(room.read("articles/majlis.md"), MARKDOWN);
    assert_eq!(room.read("knowledge/people.yaml"), PEOPLE);
}

#[test]
fn what_is_left_grows_less_and_an_event_says_what_attests_it() {
    let room = Room::start();
    let left = || room.told("left")["left"].as_array().unwrap().clone();
    let first = left();
    let doubts: Vec<u64> = first.iter().map(|one| one["doubt"].as_u64().unwrap()).collect();
    assert!(doubts.is_sorted_by(|a, b| a >= b) && doubts.len() > 6, "{first:?}");
    assert_eq!(
        first[0]["what"], "date",
        "an article without a date is the most doubtful: {first:?}"
    );
    let twice = first.iter().find(|one| one["text"] == "هشام القاضي").unwrap();
    assert_eq!(twice["count"], 2, "a name of two places is one thing to decide");
    room.decide(
        &json!({"do": "name", "article": "jisr", "at": at("هشام القاضي", 1), "kind": "person"}),
    );
    room.until("one less", |_| left().len() == first.len() - 1);
    let event = room.told("sheet/events/bridge-opening/");
    assert_eq!(event["event"]["attested"][0]["article"][0], "jisr", "{event}");
    assert!(event["event"]["attested"][0]["why"].as_str().is_some_and(|why| !why.is_empty()));
    let proposed = sijill::article::annotate::suggest::romanize("سلمى الناصري");
    assert_eq!(room.told("propose/سلمى%20الناصري")["id"], json!(proposed));
    assert_eq!(room.told("propose/nada")["id"], "nada-2", "an id that no entry has");
    assert_eq!(room.told("choices")["topics"][0][0], "bridges");
}
