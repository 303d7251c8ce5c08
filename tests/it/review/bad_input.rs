//! What goes wrong is said, and nothing is lost by it.

use std::fs;

use serde_json::{Value, json};

use super::room::{MARKDOWN, Room, TEXT, snapshot};

fn accept(slug: &str, text: &str, paragraph: usize) -> Value {
    json!({"do": "name", "article": slug, "kind": "person", "at": {"text": text, "paragraph": paragraph, "occurrence": 1}})
}

#[test]
fn two_browsers_at_once_are_told() {
    let room = Room::start();
    let action = accept("majlis", "سلمى الناصري", 2);
    let version = room.sheet("majlis")["version"].clone();
    let sent = json!({"action": action, "version": version});
    let (_, plan) = room.post("plan", &sent);
    // Another page decides in between.
    room.decide(&json!({"do": "status", "article": "majlis", "value": "draft"}));
    let mut late = sent.clone();
    late["stamp"] = plan["stamp"].clone();
    let (status, answer) = room.post("apply", &late);
    assert_eq!((status, &answer["code"]), (409, &json!("stale")), "{answer}");
    assert_eq!(room.post("plan", &sent).1["code"], "stale");
    assert!(!room.read("articles/majlis.md").contains("person:"));
    // An undo that would take somebody's own work away is refused, and shows it.
    let own = room.read("articles/majlis.md") + "\nسطر كتبه المحرّر بيده.\n";
    fs::write(room.file("articles/majlis.md"), &own).unwrap();
    let (status, answer) = room.undo();
    assert_eq!((status, &answer["code"]), (409, &json!("changed")));
    assert!(answer["diff"].to_string().contains("سطر كتبه المحرّر بيده"), "{answer}");
    assert_eq!(room.read("articles/majlis.md"), own);
}

#[test]
fn files_that_cannot_be_written_are_named() {
    let room = Room::start();
    let path = room.file("articles/majlis.md");
    let lock = |is_locked| {
        let mut permissions = fs::metadata(&path).unwrap().permissions();
        permissions.set_readonly(is_locked);
        fs::set_permissions(&path, permissions).unwrap();
    };
    lock(true);
    let before = snapshot(room.dir.path());
    // Two files change: the knowledge base is put back when the article cannot be written.
    let action = json!({"do": "name", "article": "majlis", "kind": "person", "id": "nada", "everywhere": true,
        "at": {"text": "سلمى الناصري", "paragraph": 2, "occurrence": 1}});
    let version = room.sheet("majlis")["version"].clone();
    let mut sent = json!({"action": action, "version": version});
    sent["stamp"] = room.post("plan", &sent).1["stamp"].clone();
    let (status, answer) = room.post("apply", &sent);
    assert_eq!((status, &answer["code"]), (409, &json!("unwritten")), "{answer}");
    assert!(answer["message"].as_str().unwrap().contains("majlis.md"), "{answer}");
    assert_eq!(snapshot(room.dir.path()), before);
    lock(false);
    fs::remove_file(&path).unwrap();
    let (status, answer) = room.post("plan", &sent);
    assert_eq!(status, 409, "{answer}");
    assert!(!path.exists());
}

#[test]
fn a_front_matter_that_cannot_be_read_is_shown_and_an_undo_still_works() {
    let room = Room::start();
    room.decide(&json!({"do": "status", "article": "majlis", "value": "draft"}));
    let good = room.read("articles/majlis.md");
    fs::write(room.file("articles/majlis.md"), "---\ntitle: \"مفتوح\ntopics: [\n---\n\nنص\n")
        .unwrap();
    room.until("the error is shown", |room| room.get("/").0 == 500);
    let page = room.get("/articles/jisr/").1;
    assert!(page.contains("<section class=\"first\">") && page.contains("majlis.md"), "{page}");
    assert!(page.contains("/.sijill/failure.css") && !page.contains("<pre"));
    assert_eq!(room.get("/.sijill/failure.css").0, 200);
    let sent = json!({"action": accept("jisr", "سلمى الناصري", 2), "version": ""});
    assert_eq!(room.post("plan", &sent).1["code"], "failed");
    fs::write(room.file("articles/majlis.md"), good).unwrap();
    assert_eq!(room.undo().0, 200);
    assert_eq!(room.read("articles/majlis.md"), MARKDOWN);
    room.until("the site is back", |room| room.get("/").0 == 200);
}

#[test]
fn what_makes_no_sense_is_refused() {
    let room = Room::start();
    let before = snapshot(room.dir.path());
    let at = json!({"text": "سلمى الناصري", "paragraph": 2, "occurrence": 1});
    let entry = |id: &str, name: &str| json!({"do": "entry", "article": "jisr", "at": at, "kind": "person", "id": id, "name": name});
    for (action, code) in [
        (entry("nada", "سلمى"), "known-id"),
        (entry("Salma Ñ", "سلمى"), "bad-id"),
        (entry("../x", "سلمى"), "bad-id"),
        (entry("salma", "  "), "no-name"),
        (
            json!({"do": "name", "article": "jisr", "at": at, "kind": "person", "id": "nobody"}),
            "unknown-id",
        ),
        (json!({"do": "name", "article": "jisr", "at": at, "kind": "planet"}), "bad-kind"),
        (json!({"do": "day", "article": "jisr", "at": at, "value": "2021-99-99"}), "bad-date"),
        (json!({"do": "topics", "article": "jisr", "value": ["no-topic"]}), "unknown-id"),
        (json!({"do": "status", "article": "jisr", "value": "gone"}), "bad-status"),
        (
            json!({"do": "name", "article": "jisr", "at": {"text": "لا وجود له", "paragraph": 1}, "kind": "person"}),
            "stale",
        ),
        (json!({"do": "cut", "article": "jisr", "paragraph": 0}), "stale"),
        (json!({"do": "keep", "article": "jisr", "first": 900, "last": 901}), "stale"),
    ] {
        let (status, answer) = room.plan(&action);
        assert_eq!((status, answer["code"].as_str()), (409, Some(code)), "{action}: {answer}");
        assert!(answer["message"].as_str().is_some_and(|message| !message.is_empty()));
    }
    assert_eq!(room.post("plan", &json!({"do": "nothing"})).0, 400);
    // A name with quotation marks and tags is written as the words that it is.
    let odd = "سلمى \"الناصري\": <b>&amp; #1";
    let plan = room.decide(&entry("salma", odd));
    assert!(plan.to_string().contains("سلمى"), "{plan}");
    room.until("the entry is there", |room| room.told("choices").to_string().contains("#1"));
    assert!(!room.get("/articles/jisr/").1.contains("<b>&amp; #1"));
    assert_eq!(room.undo().0, 200);
    assert_eq!(snapshot(room.dir.path()), before);
}

#[test]
fn only_a_page_of_this_preview_is_heard() {
    let room = Room::start();
    let body = json!({}).to_string();
    let ask = |lines: &str| {
        room.ask(&format!(
            "POST /.sijill/review/undo HTTP/1.1\r\nHost: {}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n{lines}\r\n\r\n{body}",
            room.address,
            body.len()
        ))
        .0
    };
    let own = format!("Origin: http://{}", room.address);
    assert_eq!(ask(&own), 403, "without the token");
    assert_eq!(ask(&format!("{own}\r\nX-Sijill-Token: 00000000000000000000000000000000")), 403);
    assert_eq!(ask("Origin: http://attacker.example"), 403);
    assert_eq!(ask("X-Sijill-Token: x"), 403, "without an origin");
    assert_eq!(room.get("/static/review/panel.js").0, 404, "the panel is no part of a site");
    assert_eq!(room.get("/.sijill/review/panel.js").0, 200);
}

#[test]
fn open_to_the_network_there_is_no_panel() {
    let room = Room::of(super::room::dossier(), &["--bind", "0.0.0.0"]);
    let page = room.get("/articles/jisr/").1;
    assert!(page.contains("reload.js") && !page.contains("sijill-token"), "{page}");
    assert_eq!(room.get("/.sijill/review/left").0, 404);
    assert_eq!(room.undo().0, 405);
    assert_eq!(fs::read_to_string(room.file("articles/jisr.txt")).unwrap(), TEXT);
}
