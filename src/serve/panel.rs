//! The review panel: its script and style, what it asks, and what it sends.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use percent_encoding::percent_decode_str;
use serde::Deserialize;
use serde_json::{Value, json};

use super::reply::{Answer, JSON, SCRIPT, STYLE};
use super::request::{PANEL, Request, Sent};
use crate::review::{
    Action, Desk, Plan, Proposed, Refusal, Undone, choices, entity_sheet, event_sheet, left, names,
    plan, sheet, version,
};
use crate::site::load::shown;
use crate::site::model::{Article, Site};

/// The parts of the script, in the order in which they are joined.
const PARTS: [&str; 5] = [
    include_str!("../../static/review/talk.js"),
    include_str!("../../static/review/page.js"),
    include_str!("../../static/review/text.js"),
    include_str!("../../static/review/names.js"),
    include_str!("../../static/review/keys.js"),
];
const STYLE_SOURCE: &str = include_str!("../../static/review/panel.css");

/// How long after a decision its files may still be heard of.
const JUST_NOW: Duration = Duration::from_secs(1);

/// The panel of one preview.
pub(super) struct Panel {
    root: PathBuf,
    /// Known to the pages of this preview alone.
    token: String,
    proposals: Proposals,
    desk: Mutex<Desk>,
    /// When files were written last.
    wrote: Mutex<Option<Instant>>,
}

/// What is sent with a decision.
#[derive(Deserialize)]
struct Decision {
    action: Action,
    /// The article's files as the page knows them.
    #[serde(default)]
    version: String,
    /// The changes as they were shown.
    #[serde(default)]
    stamp: String,
}

impl Panel {
    pub(super) fn new(root: &Path, proposals: Proposals) -> Self {
        Self {
            root: root.to_owned(),
            token: token(),
            proposals,
            desk: Mutex::default(),
            wrote: Mutex::default(),
        }
    }

    /// Waits until nothing is being written; whether something was, just now.
    pub(super) fn was_writing(&self) -> bool {
        drop(self.desk.lock().unwrap_or_else(PoisonError::into_inner));
        let wrote = *self.wrote.lock().unwrap_or_else(PoisonError::into_inner);
        wrote.is_some_and(|moment| moment.elapsed() < JUST_NOW)
    }

    /// Puts the panel into a page: its script and style, and the token in the head.
    pub(super) fn beside(&self, page: Vec<u8>) -> Vec<u8> {
        let Ok(text) = String::from_utf8(page) else { return Vec::new() };
        let tags = format!(
            "<meta name=\"sijill-token\" content=\"{}\"><link rel=\"stylesheet\" href=\"{PANEL}panel.css\">\
             <script src=\"{PANEL}panel.js\" defer></script>",
            self.token
        );
        match text.find("</head>") {
            Some(at) => [&text[..at], &tags, &text[at..]].concat().into_bytes(),
            None => text.into_bytes(),
        }
    }

    /// The answer to what the panel asks or sends; nothing where the request is for a page.
    pub(super) fn answer(&self, request: &Request, site: Option<&Site>) -> Option<Answer> {
        let asked = request.path.strip_prefix(PANEL)?;
        Some(match (&request.sent, asked) {
            (None, "panel.js") => (200, SCRIPT, script().into_bytes()),
            (None, "panel.css") => (200, STYLE, STYLE_SOURCE.as_bytes().to_vec()),
            (None, asked) => match self.told(asked, site) {
                Some(value) => answered(200, &value),
                None => answered(404, &json!({})),
            },
            (Some(sent), _) if sent.token != self.token => {
                let message = "هذه صفحة من معاينة سابقة. أعد تحميلها.";
                answered(403, &json!({"code": "token", "message": message}))
            }
            (Some(sent), asked) => self.taken(asked, sent, site),
        })
    }

    /// What the panel asks.
    fn told(&self, asked: &str, site: Option<&Site>) -> Option<Value> {
        let desk = self.desk.lock().unwrap_or_else(PoisonError::into_inner);
        let undo = json!({"count": desk.count(), "next": desk.next()});
        drop(desk);
        let Some(site) = site else { return Some(json!({"undo": undo, "failed": true})) };
        match asked.split_once('/').unwrap_or((asked, "")) {
            ("left", _) => Some(json!({"left": left(site), "undo": undo})),
            ("choices", _) => serde_json::to_value(choices(site)).ok(),
            ("names", _) => {
                Some(json!({"names": names(site, (self.proposals.names)(site)), "undo": undo}))
            }
            ("propose", name) => Some(
                json!({"id": self.free_id(&percent_decode_str(name).decode_utf8_lossy(), site)}),
            ),
            ("sheet", page) => {
                let page = percent_decode_str(page).decode_utf8_lossy();
                let mut parts = page.split('/').filter(|part| !part.is_empty());
                let (folder, name) = (parts.next().unwrap_or(""), parts.next().unwrap_or(""));
                let mut told = json!({"undo": undo});
                if let Some(article) = of_page(site, folder, name) {
                    told["sheet"] = serde_json::to_value(sheet(site, article)).ok()?;
                    told["version"] = version(&self.root, article).into();
                }
                let version = |article: &Article| version(&self.root, article);
                if let Some(entity) = entity_sheet(site, folder, name, version) {
                    told["entity"] = serde_json::to_value(entity).ok()?;
                }
                if folder == "events" {
                    told["event"] = serde_json::to_value(event_sheet(site, name)).ok()?;
                }
                Some(told)
            }
            _ => None,
        }
    }

    /// An id for a name that no entry has yet.
    fn free_id(&self, name: &str, site: &Site) -> String {
        let proposed = (self.proposals.id)(name);
        let is_free = |id: &String| !site.knowledge.entities.contains_key(id);
        let numbered = (2..).map(|number| format!("{proposed}-{number}"));
        std::iter::once(proposed.clone()).chain(numbered).find(is_free).unwrap_or_default()
    }

    fn note_writing(&self) {
        *self.wrote.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
    }

    /// What the panel sends: `plan` shows what a decision would change, `apply` does it, `undo` takes the last one back.
    fn taken(&self, asked: &str, sent: &Sent, site: Option<&Site>) -> Answer {
        let mut desk = self.desk.lock().unwrap_or_else(PoisonError::into_inner);
        if asked == "undo" {
            return match desk.undo() {
                Ok(Undone::Done(title)) => {
                    self.note_writing();
                    answered(200, &json!({"undone": title}))
                }
                Ok(Undone::Nothing) => answered(200, &json!({"undone": null})),
                Ok(Undone::Changed(lines)) => {
                    let message = "تغيّر الملف بعد هذا القرار، فلم يُمسّ. ما تغيّر فيه:";
                    answered(409, &json!({"code": "changed", "message": message, "diff": lines}))
                }
                Err(refusal) => refused(&refusal),
            };
        }
        let Ok(decision) = serde_json::from_slice::<Decision>(&sent.body) else {
            return answered(400, &json!({"code": "bad-request", "message": "طلب لا يُفهم."}));
        };
        let Some(site) = site else {
            let message = "الموقع لا يُبنى الآن؛ أصلح الخطأ أولًا.";
            return answered(409, &json!({"code": "failed", "message": message}));
        };
        // What is about all articles is held by the stamp of its files alone.
        let is_old = decision.action.article().is_some_and(|slug| {
            let article = site.articles.iter().find(|article| article.slug == slug);
            article.is_none_or(|article| version(&self.root, article) != decision.version)
        });
        if is_old {
            return refused(&Refusal::stale());
        }
        match (asked, plan(&self.root, site, &decision.action)) {
            (_, Err(refusal)) => refused(&refusal),
            ("plan", Ok(plan)) => answered(200, &shown_plan(&plan)),
            ("apply", Ok(plan)) if plan.stamp() != decision.stamp => refused(&Refusal::stale()),
            ("apply", Ok(plan)) => {
                let title = plan.title.clone();
                match desk.apply(plan) {
                    Ok(()) => {
                        self.note_writing();
                        answered(200, &json!({"done": title, "undo": desk.count()}))
                    }
                    Err(refusal) => refused(&refusal),
                }
            }
            _ => answered(404, &json!({})),
        }
    }
}

/// The script, in a scope of its own.
fn script() -> String {
    format!("(function () {{\n\"use strict\";\n{}}})();\n", PARTS.concat())
}

/// The article that a page shows: its own, or the one of its cuts.
fn of_page<'s>(site: &'s Site, folder: &str, name: &str) -> Option<&'s Article> {
    let is_shown = matches!(folder, "articles" | "cleaning");
    site.articles.iter().find(|article| is_shown && article.slug == name)
}

fn shown_plan(plan: &Plan) -> Value {
    let files: Vec<Value> = plan
        .changes
        .iter()
        .map(|change| json!({"path": shown(&change.path), "is_new": change.before.is_none(), "diff": change.diff()}))
        .collect();
    json!({"title": plan.title, "stamp": plan.stamp(), "files": files})
}

fn refused(refusal: &Refusal) -> Answer {
    answered(409, &json!({"code": refusal.code, "message": refusal.message}))
}

fn answered(status: u16, value: &Value) -> Answer {
    (status, JSON, value.to_string().into_bytes())
}

/// A word that nobody else can know: the keys of hash maps come from the system's own source of chance.
fn token() -> String {
    use std::hash::{BuildHasher as _, RandomState};
    (0..2).map(|part| format!("{:016x}", RandomState::new().hash_one(part))).collect()
}

/// What the panel proposes, and another wing knows.
#[derive(Clone, Copy, Debug)]
pub struct Proposals {
    /// Makes an id of a name.
    pub id: fn(&str) -> String,
    /// The names of all articles that no entry has.
    pub names: fn(&Site) -> Vec<Proposed>,
}
