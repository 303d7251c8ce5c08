//! What `serve` tells at the terminal, and what calls for a build.

use std::fs;
use std::time::Duration;

use super::room::{Room, TEXT};

#[test]
fn serve_tells_what_it_rebuilt_and_follows_folders_that_are_made_later() {
    let room = Room::start();
    let is_line = |line: &str, what: &str| {
        let time = line.split(' ').next().unwrap_or_default();
        let is_time = time.len() == 8 && time.bytes().filter(|&byte| byte == b':').count() == 2;
        is_time
            && line.contains(&format!(" {what}: "))
            && line.contains(" pages, ")
            && line.contains(" s")
    };
    let told = |what: &str| room.said().iter().any(|line| is_line(line, what));
    room.until("the first build is told", |_| told("all"));
    assert!(room.said().iter().any(|line| line.ends_with(" s, 1 warning")), "{:?}", room.said());
    fs::write(room.file("articles/jisr.txt"), TEXT.replace("بعد عامين", "بعد ثلاثة أعوام")).unwrap();
    room.until("the file is named", |_| told("jisr.txt"));

    // Traces of editors call for nothing.
    let count = room.said().len();
    for name in [".jisr.txt.swp", "jisr.txt~", "4913", "#jisr.txt#"] {
        fs::write(room.file("articles").join(name), "x").unwrap();
        fs::remove_file(room.file("articles").join(name)).unwrap();
    }
    std::thread::sleep(Duration::from_millis(600));
    assert_eq!(room.said().len(), count, "{:?}", room.said());

    let root = room.dir.path();
    assert_eq!(room.get("/static/own.css").0, 404);
    fs::create_dir_all(root.join("static")).unwrap();
    fs::write(root.join("static/own.css"), "p { color: red }").unwrap();
    room.until("a style made later is there", |room| room.get("/static/own.css").0 == 200);
    fs::create_dir_all(root.join("templates")).unwrap();
    fs::write(root.join("templates/404.html"), "<!doctype html><p>لا صفحة هنا</p>").unwrap();
    room.until("a template made later is used", |room| room.get("/none").1.contains("لا صفحة هنا"));
    // And followed from then on.
    fs::write(root.join("templates/404.html"), "<!doctype html><p>لا شيء هنا</p>").unwrap();
    room.until("a change of it too", |room| room.get("/none").1.contains("لا شيء هنا"));
}
