//! What is proposed besides names: outlets, topics, figures.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::times::times;
use crate::article::annotate::suggest::{Suggestion, romanize, romanize_subject};
use crate::diagnostics::Language;
use crate::site::load::Content;
use crate::site::model::{self, Lacking, Proposal};

/// A proposal with the id that it would have.
pub(super) struct Other {
    pub(super) id: String,
    pub(super) proposal: Proposal,
    /// The headline of the article whose sentence shows it.
    title: String,
}

/// The score from which an article belongs to a topic is that of one such cue.
const WEIGHT: u8 = 3;

/// The proposals of a dossier; no id is that of an entry or of a name that is suggested.
pub(super) fn others(content: Content, names: &[Suggestion]) -> Vec<Other> {
    let knowledge = &content.knowledge;
    let site = model::assemble(content.documents, knowledge, &content.config).value;
    let mut taken: BTreeSet<String> = names.iter().map(|name| name.id.clone()).collect();
    taken.extend(knowledge.entities.keys().chain(knowledge.outlets.keys()).cloned());
    taken.extend(knowledge.topics.keys().chain(knowledge.figures.keys()).cloned());
    let other = |proposal: Proposal| {
        let wanted = match proposal.lacking {
            Lacking::Outlet => romanize(&proposal.name),
            Lacking::Topic | Lacking::Figure => romanize_subject(&proposal.name),
        };
        let numbered = (2..).map(|number| format!("{wanted}-{number}"));
        let mut ids = std::iter::once(wanted.clone()).chain(numbered);
        let id = ids.find(|id| taken.insert(id.clone())).unwrap_or(wanted);
        let title = proposal.articles.first().map(|&no| site.articles[no].title.clone());
        Other { id, proposal, title: title.unwrap_or_default() }
    };
    model::proposals(&site).into_iter().map(other).collect()
}

/// The proposals as lists of a file of the knowledge base.
pub(super) fn to_yaml(others: &[Other]) -> String {
    let mut text = String::new();
    let mut open = "";
    for other in others {
        if open != other.list() {
            open = other.list();
            text.push_str(&format!("{open}:\n"));
        }
        if !other.proposal.sentence.is_empty() {
            text.push_str(&format!("  # {}: {}\n", other.title, other.proposal.sentence));
        }
        let entry = other.entry().replace('\n', "\n    ");
        text.push_str(&format!("  - {entry}\n"));
    }
    text
}

impl Other {
    /// The list of the knowledge base in which it would stand.
    pub(super) fn list(&self) -> &'static str {
        match self.proposal.lacking {
            Lacking::Outlet => "outlets",
            Lacking::Topic => "topics",
            Lacking::Figure => "figures",
        }
    }

    fn kind(&self) -> &'static str {
        self.list().trim_end_matches('s')
    }

    /// It as an entry, without its indent.
    pub(super) fn entry(&self) -> String {
        let Proposal { name, found_by, beside, .. } = &self.proposal;
        let all = found_by.iter().map(|text| quoted(text)).collect::<Vec<_>>().join(", ");
        let key = match self.proposal.lacking {
            Lacking::Outlet if found_by.is_empty() => String::new(),
            Lacking::Outlet => format!("\ndomains: [{all}]"),
            Lacking::Topic => format!("\ncues: [{{{all}: {WEIGHT}}}]"),
            Lacking::Figure => format!("\ncounted: [{all}]"),
        };
        let beside = beside.as_ref().map(|word| format!("\nall: [{}]", quoted(word)));
        format!("id: {}\nname: {}{key}{}", self.id, quoted(name), beside.unwrap_or_default())
    }

    /// It for people: how often, what, its id, what it is found by or what is claimed, and a sentence.
    pub(super) fn lines(&self, language: Language) -> String {
        let Proposal { name, count, articles, claims, sentence, .. } = &self.proposal;
        let times = times(*count, articles.len(), language);
        let mut text =
            format!("{times} {} {}\n      \u{2068}{name}\u{2069}\n", self.kind(), self.id);
        if !claims.is_empty() {
            text.push_str(&format!("      \u{2068}{}\u{2069}\n", claims.join("؛ ")));
        }
        if !sentence.is_empty() {
            let title = &self.title;
            text.push_str(&format!("      \u{2068}{sentence}\u{2069} — \u{2068}{title}\u{2069}\n"));
        }
        text
    }

    pub(super) fn record(&self) -> Value {
        let Proposal { name, found_by, beside, count, articles, claims, sentence, .. } =
            &self.proposal;
        json!({
            "kind": self.kind(),
            "id": self.id,
            "name": name,
            "found_by": found_by,
            "beside": beside,
            "count": count,
            "articles": articles.len(),
            "claims": claims,
            "sentence": sentence,
            "title": self.title,
        })
    }
}

/// A value in double quotes, so that no letter of it is read as YAML.
fn quoted(value: &str) -> String {
    format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""))
}
