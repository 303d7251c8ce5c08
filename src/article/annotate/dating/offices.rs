//! In which years an article can have been written, by the offices that its first sentences give to people.
//!
//! «قال وزير الخارجية أنتوني بلينكن» was written while he held that office. Background sentences speak of
//! those who held it before, so only the lede counts, and what it says decides between years and never makes a day.

use chrono::NaiveDate;

use super::super::text::Text;
use super::claims::LEDE;
use crate::arabic::clitics::{AND, BY, FOR, Onto};
use crate::arabic::fold::folded;
use crate::arabic::lexicon::{FORMER, is};
use crate::knowledge::{Knowledge, Role, Target};

/// The times in which somebody held the office that the lede gives, person by person.
pub(super) struct Offices(Vec<Vec<(NaiveDate, NaiveDate)>>);

impl Offices {
    /// Reads the lede.
    pub(super) fn of(text: &Text<'_>, knowledge: &Knowledge) -> Self {
        let Some(last) =
            text.sentences.iter().take(LEDE).next_back().map(|sentence| sentence.words.1)
        else {
            return Self(Vec::new());
        };
        let mut found = Vec::new();
        for hit in knowledge.gazetteer().hits(&text.unquoted.letters(&text.words)) {
            let word = text.unquoted.word(hit.first);
            if word >= last {
                break;
            }
            for name in hit.names {
                let Target::Entity(id) = &name.target else { continue };
                let roles = knowledge.entity(id).map_or(&[][..], |entity| &entity.roles);
                let held: Vec<_> = roles
                    .iter()
                    .filter(|role| is_printed_before(text, word, &role.title))
                    .filter_map(held)
                    .collect();
                if !held.is_empty() {
                    found.push(held);
                }
            }
        }
        Self(found)
    }

    /// Whether everybody held his office on a day; nothing where the lede names none.
    pub(super) fn allow(&self, day: NaiveDate) -> Option<bool> {
        let held = |times: &Vec<(NaiveDate, NaiveDate)>| {
            times.iter().any(|&(from, to)| from <= day && day <= to)
        };
        (!self.0.is_empty()).then(|| self.0.iter().all(held))
    }
}

/// When an office was held; an open end is far away.
fn held(role: &Role) -> Option<(NaiveDate, NaiveDate)> {
    let (from, to) = role.held.as_ref()?.days();
    Some((from.unwrap_or(NaiveDate::MIN), to.unwrap_or(NaiveDate::MAX)))
}

/// Whether the first word of an office stands a few words before a name, and is not that of a former one.
fn is_printed_before(text: &Text<'_>, name: usize, title: &str) -> bool {
    /// «وزير الخارجية في الحكومة العراقية فؤاد حسين»
    const REACH: usize = 6;
    let title = folded(title);
    let head = title.split(' ').next().unwrap_or_default();
    let head = head.without_article();
    let words = &text.words;
    for index in (name.saturating_sub(REACH)..name)
        .rev()
        .take_while(|&index| words.same_paragraph(index, name))
    {
        let word = words.at(index);
        let bare = word.without(AND | BY | FOR);
        if is(bare, FORMER) || matches!(bare, "." | "،") {
            return false;
        }
        if [word, bare].into_iter().any(|word| word.without_article() == head) {
            return true;
        }
    }
    false
}
