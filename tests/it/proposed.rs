//! What `suggest` proposes besides names: outlets, topics and figures, accepted by their ids.

use std::fs;
use std::path::Path;

use assert_cmd::Command;

/// Articles on a tide of salt, of two outlets; each tells numbers of its own.
const ARTICLES: [(&str, &str); 4] = [
    (
        "one",
        "---\nsource: {url: \"https://www.marfa.example/1\"}\n---\nصحيفة المرفأ\nاتساع رقعة الملوحة في الدلتا\n\
         قال مدير الري في الناحية جمال حسن إن 45 ألف دونم تضررت من المد الملحي هذا الصيف. وأضاف أن المد الملحي بلغ أطراف المدينة.\n",
    ),
    (
        "two",
        "صحيفة المرفأ\nلجنة نيابية تزور القرى\n\
         ذكرت النائبة سعاد المالكي أن 60 ألف دونم خرجت من الزراعة، وأن المد الملحي يهدد بساتين النخيل.\n",
    ),
    (
        "three",
        "مرسى نيوز\nمزارعون يحتجون على المد الملحي\n\
         قال ممثل المزارعين كريم الساعدي إن بساتين النخيل فقدت ثلث أشجارها، وإن خزان البدعة لا يكفي سوى مليوني متر مكعب من الماء.\n",
    ),
    (
        "four",
        "مرسى نيوز\nالوزارة ترفع إطلاقات خزان البدعة\n\
         أعلنت وزارة الموارد المائية رفع خزان البدعة إلى 3 مليارات متر مكعب لدفع المد الملحي عن بساتين النخيل.\n",
    ),
];

fn sijill(root: &Path, words: &[&str]) -> String {
    let run = Command::cargo_bin("sijill").unwrap().args(words).arg("--root").arg(root).unwrap();
    String::from_utf8(run.stdout).unwrap()
}

/// The records of a kind: id, name, and what is claimed.
fn proposed(root: &Path, kind: &str) -> Vec<(String, String, String)> {
    let said = sijill(root, &["suggest", "--format", "json"]);
    let records = said.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    let text = |record: &serde_json::Value, key: &str| {
        record[key].as_str().map_or_else(|| record[key].to_string(), str::to_owned)
    };
    records
        .filter(|record| record["kind"] == kind)
        .map(|record| (text(&record, "id"), text(&record, "name"), text(&record, "claims")))
        .collect()
}

#[test]
fn outlets_topics_and_figures_are_proposed_and_accepted() {
    let room = tempfile::tempdir().unwrap();
    let root = room.path();
    fs::create_dir_all(root.join("content/articles")).unwrap();
    for (name, text) in ARTICLES {
        fs::write(root.join("content/articles").join(name).with_extension("txt"), text).unwrap();
    }
    let outlets = proposed(root, "outlet");
    let names: Vec<&str> = outlets.iter().map(|(_, name, _)| name.as_str()).collect();
    assert_eq!(names, ["صحيفة المرفأ", "مرسى نيوز"]);
    let topics = proposed(root, "topic");
    assert!(topics.iter().any(|(_, name, _)| name == "المد الملحي"), "{topics:?}");
    let figures = proposed(root, "figure");
    let dunams = figures.iter().find(|(_, name, _)| name.starts_with("دونم")).unwrap();
    assert_eq!(dunams.1, "دونم: المد الملحي");
    assert!(dunams.2.contains("45 ألف دونم (جمال حسن)"), "{dunams:?}");
    let water = figures.iter().find(|(_, name, _)| name.starts_with("متر مكعب")).unwrap();
    assert_eq!(water.1, "متر مكعب: خزان البدعة");
    assert!(water.2.contains("3 مليارات متر مكعب (وزارة الموارد المائية)"), "{water:?}");

    let ids: Vec<&str> =
        outlets.iter().chain(&topics).chain(&figures).map(|(id, ..)| &**id).collect();
    let accept = ["suggest"].into_iter().chain(ids.iter().flat_map(|id| ["--accept", id]));
    sijill(root, &accept.collect::<Vec<_>>());
    let read = |list: &str| {
        fs::read_to_string(root.join(format!("content/knowledge/{list}.yaml"))).unwrap()
    };
    assert!(read("outlets").contains("domains: [\"marfa.example\"]"), "{}", read("outlets"));
    assert!(read("topics").contains("cues: [{\"المد الملحي\": 3}]"), "{}", read("topics"));
    assert!(read("figures").contains("all: [\"خزان البدعة\"]"), "{}", read("figures"));
    for kind in ["outlet", "topic", "figure"] {
        assert_eq!(proposed(root, kind), [], "an accepted {kind} is proposed again");
    }
    sijill(root, &["build", "-q"]);
    let page = |path: &str| fs::read_to_string(root.join("public").join(path)).unwrap();
    assert!(page("figures/index.html").contains("45 ألف دونم"));
    assert!(page(&format!("outlets/{}/index.html", outlets[0].0)).contains("اتساع رقعة الملوحة"));
}

#[test]
fn what_counts_time_or_stands_once_is_no_figure() {
    let room = tempfile::tempdir().unwrap();
    let root = room.path();
    fs::create_dir_all(root.join("content/articles")).unwrap();
    let texts = [
        "افتتاح المتحف بعد ترميمه\nقالت مديرة المتحف ليلى ناصر إن الترميم استغرق 14 شهرًا، وإن المبنى أقيم قبل 120 عامًا وكلف ترميمه 5 ملايين دولار.\n",
        "سباق القوارب يعود إلى البحيرة\nقال منظم السباق حاتم رزق إن السباق توقف 16 شهرًا، وإن 40 قاربًا تشارك فيه، وجائزته 20 ألف دولار.\n",
    ];
    for (number, text) in texts.iter().enumerate() {
        fs::write(root.join(format!("content/articles/{number}.txt")), text).unwrap();
    }
    assert_eq!(proposed(root, "figure"), []);
    assert_eq!(proposed(root, "outlet"), []);
}

/// What `suggest` says of the number of boxes in a sentence, beside another article that counts some.
fn boxes(sentence: &str) -> String {
    let room = tempfile::tempdir().unwrap();
    let root = room.path();
    fs::create_dir_all(root.join("content/articles")).unwrap();
    let texts = [
        format!("جرد المخزن القديم\n{sentence}\n"),
        "المخزن القديم يفرغ\nبقي في المخزن القديم 97 صندوقًا بعد النقل إلى الميناء.\n".to_owned(),
    ];
    for (number, text) in texts.iter().enumerate() {
        fs::write(root.join(format!("content/articles/{number}.txt")), text).unwrap();
    }
    let found = proposed(root, "figure").into_iter().find(|(_, name, _)| name.starts_with("صندوق"));
    found.map_or_else(|| "-".to_owned(), |(.., claims)| claims)
}

/// Whoever says a number stands behind it; who only is spoken of, and whom a report speaks of, does not.
#[test]
fn a_number_is_of_whoever_says_it() {
    for (wanted, sentence) in [
        (
            "410 صندوقًا (سليم الحداد)",
            "قال مدير الجمارك سليم الحداد إن في المخزن القديم 410 صندوقًا من الشاي.",
        ),
        (
            "410 صندوقًا (سليم الحداد)",
            "وأكد مدير الجمارك، سليم الحداد، أن في المخزن القديم 410 صندوقًا من الشاي.",
        ),
        ("410 صندوقًا (وزارة المالية)", "وبحسب وزارة المالية في المخزن القديم 410 صندوقًا من الشاي."),
        ("410 صندوقًا", "زار سليم الحداد المخزن القديم وفيه 410 صندوقًا من الشاي."),
        ("410 صندوقًا", "اتهم تقرير صدر أمس سليم الحداد بأن في المخزن القديم 410 صندوقًا من الشاي."),
        (
            "410 صندوقًا",
            "رأى سليم الحداد أن الخلل قديم، فقد أحصى تقرير للديوان في المخزن القديم 410 صندوقًا من الشاي.",
        ),
    ] {
        let found = boxes(sentence);
        assert!(found.contains(&format!("\"{wanted}\"")), "{sentence}: {found}");
    }
}

/// «القضية رقم 1873 لسنة 2025» counts no years, «القرار 611» nothing.
#[test]
fn the_number_of_a_case_or_decree_counts_nothing() {
    let room = tempfile::tempdir().unwrap();
    let root = room.path();
    fs::create_dir_all(root.join("content/articles")).unwrap();
    let texts = [
        "حبس أمين المخزن القديم\nأمرت النيابة بحبس أمين المخزن القديم في القضية رقم 1873 لسنة 2025 وفي المحضر 4410 جنح قنا.\n",
        "لجنة لمراجعة المخزن القديم\nأصدر الوزير القرار رقم 611 لسنة 2009 بمراجعة المخزن القديم، وأحال المحضر 5120 جنح قوص إلى اللجنة.\n",
        "المادة والغرامة\nتنص المادة 88 عقوبات على الغرامة في المخزن القديم، وتنص المادة 96 عقوبات على الحبس.\n",
        "مادة أخرى\nعدل المجلس المادة 120 عقوبات وبقي المخزن القديم على حاله.\n",
    ];
    for (number, text) in texts.iter().enumerate() {
        fs::write(root.join(format!("content/articles/{number}.txt")), text).unwrap();
    }
    assert_eq!(proposed(root, "figure"), []);
}
