//! A dossier with faults in it, and a preview of it that is spoken to as its own pages do.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;

/// Far more than an answer takes, since other tests run beside this one.
const PATIENCE: Duration = Duration::from_secs(30);

/// A page as copied: its names are of people and of places.
pub(crate) const TEXT: &str = "الرئيسية | محليات | رياضة
افتتاح جسر الوادي بعد عامين من العمل
نُشر في: 13 أيار 2021

افتتح رئيس البلدية هشام القاضي جسر الوادي أمس الأربعاء، وقال للصحافيين: «هذا الجسر يختصر الطريق على آلاف السكان كل يوم».

وأضاف هشام القاضي أن العمل استغرق عامين، وشكر المهندسة سلمى الناصري التي أشرفت على المشروع في الموصل.

وتجمّع السكان على ضفتي النهر يلتقطون الصور، فيما أغلقت الشرطة الطرق المؤدية إلى المكان حتى المساء.

شارك الخبر على فيسبوك
اقرأ أيضًا: أسعار الخضار ترتفع في الأسواق
";

/// An article by hand, with comments in its front matter.
pub(crate) const MARKDOWN: &str = "---
title: مجلس المدينة يناقش الموازنة # كما في الصحيفة
topics: [budget]
---

ناقش مجلس المدينة الموازنة يوم 3 آذار 2021، وقال العضو سامر البحري: «لن نوافق على زيادة الرسوم هذا العام».

وحضرت الجلسة سلمى الناصري مع وفد من **نقابة المهندسين**.

ورُفعت الجلسة إلى الأسبوع المقبل.
";

pub(crate) const PEOPLE: &str = "# أشخاص المدينة
people:
  - id: samer-al-bahri
    name: سامر البحري # عضو المجلس
  # آخرون
  - {id: nada, name: ندى الشامي}
";

const TOPICS: &str = "topics:
  - {id: budget, name: الموازنة}
  - {id: bridges, name: الجسور, cues: [{جسر: 3}]}
";

const EVENTS: &str = "events:
  - id: bridge-opening
    name: افتتاح جسر الوادي
    aliases: [افتتاح جسر الوادي]
    date: 2021-05-12
    status: held
    cues:
      - {all: [افتتح, جسر]}
";

/// Writes the dossier.
pub(crate) fn dossier() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (name, text) in [
        ("articles/jisr.txt", TEXT),
        ("articles/majlis.md", MARKDOWN),
        ("knowledge/people.yaml", PEOPLE),
        ("knowledge/topics.yaml", TOPICS),
        ("knowledge/events.yaml", EVENTS),
    ] {
        let path = dir.path().join("content").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    dir
}

/// All files and folders below a root, with the bytes of the files; what builds keep for the next one is nobody's.
pub(crate) fn snapshot(root: &Path) -> BTreeMap<PathBuf, Option<Vec<u8>>> {
    let entries = walkdir::WalkDir::new(root).into_iter();
    let entries = entries.filter_entry(|entry| entry.file_name() != ".sijill").map(Result::unwrap);
    entries
        .map(|entry| {
            let bytes = entry.file_type().is_file().then(|| fs::read(entry.path()).unwrap());
            (entry.path().to_owned(), bytes)
        })
        .collect()
}

/// A preview of the dossier.
pub(crate) struct Room {
    child: Child,
    /// Host and port.
    pub(crate) address: String,
    token: String,
    said: Arc<Mutex<Vec<String>>>,
    pub(crate) dir: TempDir,
}

impl Drop for Room {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

impl Room {
    pub(crate) fn start() -> Self {
        Self::of(dossier(), &[])
    }

    pub(crate) fn of(dir: TempDir, words: &[&str]) -> Self {
        let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_sijill"))
            .args(["serve", "--port", "4600", "--root"])
            .arg(dir.path())
            .args(words)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        out.read_line(&mut line).unwrap();
        let said = Arc::new(Mutex::new(Vec::new()));
        let heard = Arc::clone(&said);
        std::thread::spawn(move || {
            for line in out.lines().map_while(Result::ok) {
                heard.lock().unwrap().push(line);
            }
        });
        let address =
            line.split_once("http://").and_then(|(_, rest)| rest.split_once('/')).unwrap().0;
        let mut room = Self { child, address: address.to_owned(), token: String::new(), said, dir };
        let page = room.get("/").1;
        let token = page.split_once("name=\"sijill-token\" content=\"");
        room.token = token.map_or("", |(_, rest)| rest.split('"').next().unwrap()).to_owned();
        room
    }

    /// What it has told so far, after its first line.
    pub(crate) fn said(&self) -> Vec<String> {
        self.said.lock().unwrap().clone()
    }

    /// The path of a file of the dossier.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.dir.path().join("content").join(name)
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.file(name)).unwrap()
    }

    /// Status and body.
    pub(crate) fn ask(&self, request: &str) -> (u16, String) {
        let until = Instant::now() + PATIENCE;
        let mut stream = loop {
            match TcpStream::connect(&self.address) {
                Ok(stream) => break stream,
                Err(error) => assert!(Instant::now() < until, "{error}"),
            }
        };
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap_or((&answer, ""));
        (head.split(' ').nth(1).unwrap_or("0").parse().unwrap_or(0), body.to_owned())
    }

    pub(crate) fn get(&self, path: &str) -> (u16, String) {
        self.ask(&format!("GET {path} HTTP/1.1\r\nHost: {}\r\n\r\n", self.address))
    }

    /// What the panel of a page is told.
    pub(crate) fn told(&self, of: &str) -> Value {
        serde_json::from_str(&self.get(&format!("/.sijill/review/{of}")).1).unwrap()
    }

    pub(crate) fn sheet(&self, slug: &str) -> Value {
        self.told(&format!("sheet/articles/{slug}/"))
    }

    /// Sends as a page of this preview does.
    pub(crate) fn post(&self, to: &str, value: &Value) -> (u16, Value) {
        let body = value.to_string();
        let (status, answer) = self.ask(&format!(
            "POST /.sijill/review/{to} HTTP/1.1\r\nHost: {0}\r\nOrigin: http://{0}\r\nContent-Type: application/json\r\n\
             X-Sijill-Token: {1}\r\nContent-Length: {2}\r\n\r\n{body}",
            self.address,
            self.token,
            body.len()
        ));
        (status, serde_json::from_str(&answer).unwrap_or(Value::Null))
    }

    /// A decision as it is sent: with what the files of its article are, where it is about one.
    fn sent(&self, action: &Value) -> Value {
        let version = action["article"].as_str().map(|slug| self.sheet(slug)["version"].clone());
        json!({"action": action, "version": version.unwrap_or_else(|| json!(""))})
    }

    /// Shows what a decision would change.
    pub(crate) fn plan(&self, action: &Value) -> (u16, Value) {
        self.post("plan", &self.sent(action))
    }

    /// Decides, after the difference was shown; the plan.
    pub(crate) fn decide(&self, action: &Value) -> Value {
        let mut sent = self.sent(action);
        let (status, plan) = self.post("plan", &sent);
        assert_eq!(status, 200, "{action}: {plan}");
        sent["stamp"] = plan["stamp"].clone();
        let (status, done) = self.post("apply", &sent);
        assert_eq!(status, 200, "{action}: {done}");
        plan
    }

    pub(crate) fn undo(&self) -> (u16, Value) {
        self.post("undo", &json!({}))
    }

    /// Waits until the site shows what it should.
    pub(crate) fn until(&self, what: &str, holds: impl Fn(&Self) -> bool) {
        let until = Instant::now() + PATIENCE;
        while !holds(self) {
            assert!(Instant::now() < until, "{what}");
            std::thread::sleep(Duration::from_millis(30));
        }
    }

    /// The item of an article's sheet that has these words.
    pub(crate) fn item(&self, slug: &str, text: &str) -> Option<Value> {
        let sheet = self.sheet(slug);
        let items = sheet["sheet"]["items"].as_array()?.clone();
        items.into_iter().find(|item| item["at"]["text"] == text)
    }
}
