//! The two exports of Telegram Desktop: `result.json` and `messages.html`.

use dom_query::{Document, NodeRef, Selection};
use serde::Deserialize;

use super::message::{Message, articles};
use super::piece::{Piece, damaged};
use crate::diagnostics::{Diagnostic, Error, Warned};

/// An export: of one conversation, or of all.
#[derive(Deserialize)]
struct Export {
    #[serde(flatten)]
    chat: Chat,
    chats: Option<Chats>,
}

#[derive(Deserialize)]
struct Chats {
    #[serde(default)]
    list: Vec<Chat>,
}

#[derive(Deserialize)]
struct Chat {
    name: Option<String>,
    #[serde(rename = "type")]
    kind: Option<String>,
    #[serde(default)]
    messages: Vec<Post>,
}

#[derive(Deserialize)]
struct Post {
    id: Option<i64>,
    #[serde(rename = "type")]
    kind: Option<String>,
    #[serde(default)]
    date: String,
    from: Option<String>,
    forwarded_from: Option<String>,
    #[serde(default)]
    text: Words,
}

/// A text, or the pieces of one: plain words, links, names.
#[derive(Deserialize)]
#[serde(untagged)]
enum Words {
    Plain(String),
    Pieces(Vec<Run>),
}

impl Default for Words {
    fn default() -> Self {
        Self::Plain(String::new())
    }
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Run {
    Plain(String),
    Styled { text: String },
}

impl Words {
    fn whole(self) -> String {
        match self {
            Self::Plain(text) => text,
            Self::Pieces(runs) => runs
                .into_iter()
                .map(|run| match run {
                    Run::Plain(text) | Run::Styled { text } => text,
                })
                .collect(),
        }
    }
}

/// The posts of `result.json`.
///
/// # Errors
///
/// The file is no JSON, or JSON of something else.
pub(super) fn json(bytes: &[u8]) -> Result<Warned<Vec<Piece>>, Error> {
    let bytes = bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(bytes);
    let export: Export =
        serde_json::from_slice(bytes).map_err(|error| damaged("an export of Telegram", error))?;
    let others = export.chats.map(|chats| chats.list).unwrap_or_default();
    let chats: Vec<Chat> = std::iter::once(export.chat).chain(others).collect();
    if chats.iter().all(|chat| chat.messages.is_empty()) {
        let found = Diagnostic::warning("unread-file", "this JSON holds no messages of Telegram");
        let help =
            "only exports of Telegram are read as JSON; move other files out of the articles";
        return Ok(Warned { value: Vec::new(), diagnostics: vec![found.at(1, 1).help(help)] });
    }
    let messages = chats.into_iter().flat_map(|chat| {
        let is_channel = chat.kind.as_deref().is_some_and(|kind| kind.contains("channel"));
        let name = chat.name.unwrap_or_default();
        chat.messages.into_iter().filter(|post| post.kind.as_deref() != Some("service")).map(
            move |post| Message {
                text: post.text.whole().trim().to_owned(),
                stamp: post.date.get(..16).unwrap_or(&post.date).replace('T', " "),
                sender: if is_channel { name.clone() } else { post.from.unwrap_or_default() },
                forwarded: post.forwarded_from,
                is_channel,
                number: post.id.and_then(|id| u64::try_from(id).ok()),
            },
        )
    });
    Ok(articles(messages))
}

/// The posts of `messages.html`; nothing where the page is no export.
pub(super) fn page(html: &str) -> Option<Warned<Vec<Piece>>> {
    // A page is read to its end only where these stand in it.
    let is_export = ["class=\"message ", "date details", "class=\"from_name\""]
        .iter()
        .all(|mark| html.contains(mark));
    if !is_export {
        return None;
    }
    let document = Document::from(html);
    let name = one(&document.select(".page_header .text"));
    let mut sender = String::new();
    let mut messages = Vec::new();
    for post in document.select("div.message.default").iter() {
        // A post right behind another of its sender repeats no name.
        if let Some(named) = own(&post, "div.body > .from_name").into_iter().next() {
            sender = named;
        }
        let forwarded = own(&post, ".forwarded .from_name").into_iter().next();
        let stamp = post.select(".date.details").iter().find_map(|date| date.attr("title"));
        let text = post.select(".text").iter().next().map(|text| lines(&text)).unwrap_or_default();
        let number = post.attr("id").and_then(|id| id.trim_start_matches("message").parse().ok());
        messages.push(Message {
            text,
            stamp: stamp.map(|stamp| moment(&stamp)).unwrap_or_default(),
            // A group has many senders, a channel one: its name.
            is_channel: Some(&sender) == name.as_ref(),
            sender: sender.clone(),
            forwarded,
            number,
        });
    }
    Some(articles(messages.into_iter()))
}

/// The names that a post gives, each without what stands in elements inside it.
fn own(post: &Selection<'_>, path: &str) -> Vec<String> {
    let texts = |node: &NodeRef<'_>| {
        let own: String = node
            .children_it(false)
            .filter(NodeRef::is_text)
            .map(|text| text.text().to_string())
            .collect();
        let name = own.split_whitespace().collect::<Vec<_>>().join(" ");
        (!name.is_empty()).then_some(name)
    };
    post.select(path).nodes().iter().filter_map(texts).collect()
}

fn one(found: &Selection<'_>) -> Option<String> {
    let text = found.iter().next()?.text().split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then_some(text)
}

/// «26.07.2021 10:00:00 UTC+03:00» → «2021-07-26 10:00»
fn moment(title: &str) -> String {
    let mut words = title.split_whitespace();
    let (day, time) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let mut figures: Vec<&str> = day.split('.').collect();
    figures.reverse();
    format!("{} {}", figures.join("-"), time.get(..5).unwrap_or(time))
}

/// The lines of a post; `<br>` ends one.
fn lines(text: &Selection<'_>) -> String {
    let mut made = String::new();
    let mut steps: Vec<NodeRef<'_>> = text.nodes().to_vec();
    while let Some(node) = steps.pop() {
        if node.is_text() {
            made.push_str(&node.text().replace(['\n', '\r'], " "));
        } else if node.node_name().is_some_and(|name| &*name == "br") {
            made.push('\n');
        } else {
            let first = steps.len();
            steps.extend(node.children_it(false));
            steps[first..].reverse();
        }
    }
    let lines: Vec<&str> = made.lines().map(str::trim).collect();
    lines.join("\n").trim().to_owned()
}
