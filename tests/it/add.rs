//! `add`: what somebody has becomes articles of the dossier.

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use sijill::article::articles_in;
use sijill::document::{Document, Order};

const NEWS: &str = "أعلنت بلدية الميناء مساء الأربعاء بدء العمل في الرصيف الجديد، وقالت إن المرحلة الأولى منه تنتهي قبل حلول الشتاء بكلفة أربعة ملايين دينار.\n\
وأوضح رئيس البلدية أن الرصيف يتسع لعشرين مركب صيد، وأن سوقًا للأسماك ستقام إلى جانبه بعد ردم الحوض القديم.\n";

fn dossier() -> (tempfile::TempDir, PathBuf) {
    let room = tempfile::tempdir().unwrap();
    let root = room.path().join("root");
    fs::create_dir_all(root.join("content/articles")).unwrap();
    fs::write(root.join("content/site.yaml"), "title: ملف الميناء\n").unwrap();
    (room, root)
}

/// Exit code, what is said, and what is wrong.
fn add(root: &Path, words: &[&str], input: &[u8]) -> (i32, String, String) {
    let mut command = Command::cargo_bin("sijill").unwrap();
    command.args(["add", "--root"]).arg(root).args(words).args(["--lang", "en"]);
    let done = command.write_stdin(input).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (done.status.code().unwrap(), text(done.stdout), text(done.stderr))
}

/// The names of the articles that are there.
fn articles(root: &Path) -> Vec<String> {
    let entries = fs::read_dir(root.join("content/articles")).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn article(root: &Path, name: &str) -> String {
    fs::read_to_string(root.join("content/articles").join(name)).unwrap()
}

/// What the program makes of an article that was added.
fn made(root: &Path, name: &str) -> Document {
    let path = root.join("content/articles").join(name);
    let found = articles_in(&path, Order::DayFirst, &Default::default(), &Default::default());
    let mut documents = found.unwrap().value;
    assert_eq!(documents.len(), 1, "{name}");
    documents.remove(0)
}

fn day(document: &Document) -> String {
    document.front_matter.date.as_ref().map(ToString::to_string).unwrap_or_default()
}

fn outlet(document: &Document) -> &str {
    document.front_matter.source.outlet.as_deref().unwrap_or_default()
}

#[test]
fn a_paste_is_told_and_written_as_it_is() {
    let (_room, root) = dossier();
    let paste = format!(
        "الرئيسية | أخبار | رياضة\nبدء العمل في رصيف الميناء\n{NEWS}شارك على فيسبوك\nتويتر\n"
    );
    let (code, said, wrong) = add(&root, &["-"], paste.as_bytes());
    assert_eq!(code, 0, "{wrong}");
    assert_eq!(articles(&root), ["بدء-العمل-في-رصيف-الميناء.txt"]);
    assert_eq!(article(&root, "بدء-العمل-في-رصيف-الميناء.txt"), paste);
    assert!(said.contains(".txt: «بدء العمل في رصيف الميناء»\n"), "{said}");
    assert!(said.contains("  without a day: "), "{said}");
    assert!(said.contains("  cut: 2 pieces, 7 words\n"), "{said}");
    assert!(
        said.ends_with("1 article added to content/articles; `sijill build` shows them\n"),
        "{said}"
    );
}

#[test]
fn what_a_person_gives_stands_at_the_head() {
    let (_room, root) = dossier();
    let given =
        ["-", "--title", "رصيف «جديد»: أوله", "--date", "2021-04-07", "--outlet", "صحيفة المرفأ"];
    let (code, said, wrong) = add(&root, &given, NEWS.as_bytes());
    assert_eq!(code, 0, "{wrong}");
    let name = articles(&root).remove(0);
    let text = article(&root, &name);
    assert!(text.starts_with("---\ntitle: ") && text.ends_with(NEWS), "{text}");
    let made = made(&root, &name);
    assert_eq!(made.front_matter.title.as_deref(), Some("رصيف «جديد»: أوله"));
    assert_eq!((day(&made).as_str(), outlet(&made)), ("2021-04-07", "صحيفة المرفأ"));
    assert!(said.contains("  published 2021-04-07, from the editor\n"), "{said}");
    assert!(said.contains("  outlet: صحيفة المرفأ\n"), "{said}");
}

#[test]
fn files_are_copied_byte_for_byte_and_keep_their_own_head() {
    let (room, root) = dossier();
    let page = format!(
        "<html><head><title>بدء العمل في رصيف الميناء</title></head><body><h1>بدء العمل في رصيف الميناء</h1>{}</body></html>",
        NEWS.lines().map(|line| format!("<p>{line}</p>")).collect::<String>()
    );
    let note = "---\n# من الأرشيف\nlang: ar\ndate: 2020-01-02\n---\nافتتاح مكتبة في السلط\n\nتضم المكتبة العامة قاعتين للقراءة وركنًا للأطفال، وتفتح أبوابها كل صباح أمام أهل المدينة.\n";
    let (page_at, note_at) = (room.path().join("p.HTML"), room.path().join("note.txt"));
    fs::write(&page_at, &page).unwrap();
    fs::write(&note_at, note).unwrap();
    let both = [page_at.to_str().unwrap(), note_at.to_str().unwrap()];
    let (code, said, wrong) = add(&root, &both, b"");
    assert_eq!(code, 0, "{wrong}");
    assert_eq!(articles(&root), ["افتتاح-مكتبة-في-السلط.txt", "بدء-العمل-في-رصيف-الميناء.html"]);
    assert_eq!(article(&root, "بدء-العمل-في-رصيف-الميناء.html"), page);
    assert_eq!(article(&root, "افتتاح-مكتبة-في-السلط.txt"), note);
    assert!(said.contains("2 articles added"), "{said}");

    // What is given joins the head that is there; a page keeps its mark-up below it.
    let (_room, root) = dossier();
    add(&root, &[both[1], "--date", "2020-01-03"], b"");
    let text = article(&root, "افتتاح-مكتبة-في-السلط.txt");
    assert!(
        text.starts_with("---\n# من الأرشيف\nlang: ar\ndate: 2020-01-03\n---\nافتتاح"),
        "{text}"
    );
    add(&root, &[both[0], "--outlet", "صحيفة المرفأ"], b"");
    let text = article(&root, "بدء-العمل-في-رصيف-الميناء.html");
    assert!(text.starts_with("---\nsource: ") && text.ends_with(&page), "{text}");
    assert_eq!(outlet(&made(&root, "بدء-العمل-في-رصيف-الميناء.html")), "صحيفة المرفأ");
}

#[test]
fn several_messages_become_several_files_with_their_days() {
    let (room, root) = dossier();
    let other = "زار وفد من غرفة التجارة مصنع الزجاج في المنطقة الصناعية، واطلع على خط الإنتاج الذي أعيد تشغيله بعد توقف دام ثلاثة أعوام.";
    let export = format!(
        "قناة المرسى, [26/07/2021 10:00]\n{NEWS}\nقناة المرسى, [27/07/2021 09:30]\n{other}\n"
    );
    let file = room.path().join("marsa.txt");
    fs::write(&file, export).unwrap();
    let (code, said, wrong) = add(&root, &[file.to_str().unwrap()], b"");
    assert_eq!(code, 0, "{wrong}");
    let names = articles(&root);
    assert_eq!(names.len(), 2, "{said}");
    let mut found: Vec<(String, String)> = names
        .iter()
        .map(|name| made(&root, name))
        .map(|document| (day(&document), outlet(&document).to_owned()))
        .collect();
    found.sort();
    let marsa = "قناة المرسى";
    assert_eq!(
        found,
        [("2021-07-26", marsa), ("2021-07-27", marsa)]
            .map(|(day, of)| (day.to_owned(), of.to_owned()))
    );
    assert!(said.contains("2 articles added"), "{said}");

    let (code, _, wrong) = add(&root, &[file.to_str().unwrap(), "--title", "خبر"], b"");
    assert_eq!(code, 2);
    assert!(wrong.contains("`--title` is of one article"), "{wrong}");
    assert_eq!(articles(&root).len(), 2);
}

#[test]
fn a_near_copy_is_named_and_stays_out_unless_it_is_wanted() {
    let (_room, root) = dossier();
    let first = format!("بدء العمل في رصيف الميناء\n{NEWS}");
    add(&root, &["-"], first.as_bytes());
    let copy = format!(
        "البلدية تبني رصيفًا للصيادين\n{NEWS}ويقصد الصيادون الميناء القديم منذ أكثر من مئة عام.\n"
    );
    let (code, said, wrong) = add(&root, &["-"], copy.as_bytes());
    assert_eq!((code, said.as_str()), (1, "nothing was added\n"));
    assert!(
        wrong.contains("error[near-duplicate]")
            && wrong.contains("بدء-العمل-في-رصيف-الميناء.txt already"),
        "{wrong}"
    );
    assert_eq!(articles(&root).len(), 1);
    let (code, _, wrong) = add(&root, &["-", "--yes"], copy.as_bytes());
    assert_eq!(code, 0);
    assert!(wrong.contains("warning[near-duplicate]"), "{wrong}");
    assert_eq!(articles(&root).len(), 2);

    // A text that is too short for the measure is a copy where it is the same.
    let short = "إغلاق الميناء\nأغلق الميناء أمس بسبب الرياح.\n";
    assert_eq!(add(&root, &["-"], short.as_bytes()).0, 0);
    assert_eq!(add(&root, &["-"], short.as_bytes()).0, 1);
    assert_eq!(
        add(&root, &["-"], "فتح الميناء\nفتح الميناء اليوم بعد هدوء الرياح.\n".as_bytes()).0,
        0
    );
}

#[test]
fn a_name_that_is_taken_is_numbered() {
    let (_room, root) = dossier();
    let title = "بدء العمل في رصيف الميناء";
    fs::write(root.join("content/articles/بدء-العمل-في-رصيف-الميناء.md"), "نص آخر.\n").unwrap();
    fs::create_dir_all(root.join("content/review")).unwrap();
    fs::write(root.join("content/review/بدء-العمل-في-رصيف-الميناء-2.yaml"), "date: 2020\n")
        .unwrap();
    add(&root, &["-"], format!("{title}\n{NEWS}").as_bytes());
    assert_eq!(
        articles(&root),
        ["بدء-العمل-في-رصيف-الميناء-3.txt", "بدء-العمل-في-رصيف-الميناء.md"]
    );
    assert_eq!(article(&root, "بدء-العمل-في-رصيف-الميناء.md"), "نص آخر.\n");
}

#[test]
fn what_can_be_no_article_is_an_error_and_the_others_go_on() {
    let (room, root) = dossier();
    let path = |name: &str| room.path().join(name).to_str().unwrap().to_owned();
    fs::write(path("binary.txt"), [0_u8, 1, 2, 255, 254, 0, 9, 0]).unwrap();
    fs::write(path("good.txt"), format!("بدء العمل في رصيف الميناء\n{NEWS}")).unwrap();
    let paths = [path("binary.txt"), path("missing.txt"), path("good.txt")];
    let (code, said, wrong) = add(&root, &paths.each_ref().map(String::as_str), b"");
    assert_eq!(code, 1);
    assert!(wrong.contains("binary.txt") && wrong.contains("missing.txt"), "{wrong}");
    assert!(said.contains("1 article added"), "{said}");

    let (code, said, wrong) = add(&root, &["-"], b" \n");
    assert_eq!((code, said.as_str()), (1, "nothing was added\n"), "{wrong}");
    assert!(wrong.contains("standard-input.txt"), "{wrong}");
    let (code, _, wrong) =
        add(&root, &["-"], "الرئيسية | أخبار | رياضة\nشارك على فيسبوك\n".as_bytes());
    assert_eq!(code, 1, "{wrong}");
    assert!(wrong.contains("error[no-article]"), "{wrong}");
    assert_eq!(articles(&root).len(), 1);

    assert_eq!(add(&root, &["-", &path("good.txt")], b"").0, 2);
    assert_eq!(add(&root, &["-", "--date", "7 أشهر"], NEWS.as_bytes()).0, 2);
    let (code, _, wrong) = add(&room.path().join("nowhere"), &["-"], NEWS.as_bytes());
    assert_eq!(code, 1);
    assert!(wrong.contains("missing-folder"), "{wrong}");
    assert!(!room.path().join("nowhere").exists());
}

#[test]
fn a_folder_stands_for_its_articles_and_formats_stay_what_they_are() {
    let (_room, root) = dossier();
    let docx = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/inputs/tuned/plain.docx");
    let (code, said, wrong) = add(&root, &[docx.to_str().unwrap()], b"");
    assert_eq!(code, 0, "{wrong}");
    let name = articles(&root).remove(0);
    assert!(name.ends_with(".docx"), "{said}");
    assert_eq!(
        fs::read(root.join("content/articles").join(&name)).unwrap(),
        fs::read(&docx).unwrap()
    );
    // A document can have no front matter: its text can.
    let (_room, other) = dossier();
    add(&other, &[docx.to_str().unwrap(), "--date", "2019-05"], b"");
    let text = articles(&other).remove(0);
    assert!(text.ends_with(".txt"), "{text}");
    assert_eq!(day(&made(&other, &text)), "2019-05");
    assert_eq!(made(&other, &text).plain.text, made(&root, &name).plain.text);

    let (_room, third) = dossier();
    let (_, said, _) = add(&third, &[root.join("content/articles").to_str().unwrap()], b"");
    assert!(said.contains("1 article added"), "{said}");
    assert_eq!(articles(&third), [name]);
}

#[test]
fn an_address_is_no_file() {
    let (_room, root) = dossier();
    let (code, _, wrong) = add(&root, &["--yes", "https://example.org/news/1"], b"");
    assert!(code == 1 && wrong.contains("save the page in a browser"), "{code} {wrong}");
}
