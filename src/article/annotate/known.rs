//! Mentions of what the knowledge base knows.
//!
//! All names are found in one pass over the folded words; then, from the start
//! of the text to its end, each place is judged: what stands before and behind,
//! whether the full name has been there, which of several things is meant.

use std::collections::{BTreeMap, BTreeSet};

use super::lexicon::{COMMON, FAMILY, GIVEN, LEXICON, NATION, TITLE};
use super::words::{Joined, Words, is_proclitic};
use crate::diagnostics::Diagnostic;
use crate::document::{Mention, MentionKind};
use crate::knowledge::{Entity, EntityKind, Guards, Id, Knowledge, Name, Strength, Target};

/// A place where a name stands, not yet judged.
struct Candidate<'k> {
    /// First and last word of the whole pattern.
    pattern: (usize, usize),
    /// First and last marked word.
    marked: (usize, usize),
    /// Bytes of proclitics before the name inside its first word.
    skipped: usize,
    name: &'k Name,
}

/// The mentions of known entities and events, in the order of the text, none inside another;
/// and a warning for each place where several are meant equally.
pub(super) fn mentions(words: &Words<'_>, joined: &Joined, knowledge: &Knowledge) -> (Vec<Mention>, Vec<Diagnostic>) {
    let candidates = candidates(words, joined, knowledge);
    let mut judge = Judge { words, knowledge, named: BTreeSet::new(), last: BTreeMap::new(), found: Vec::new(), open: BTreeSet::new() };
    let mut at = 0;
    let mut free_from = 0;
    while at < candidates.len() {
        let place = candidates[at].marked;
        let group = candidates[at..].iter().take_while(|other| other.marked == place).count();
        if place.0 >= free_from && judge.decide(&candidates[at..at + group]) {
            free_from = place.1 + 1;
        }
        at += group;
    }
    judge.coordinated();
    judge.found.sort_by_key(|mention| mention.span);
    (judge.found, judge.open.into_iter().map(open_warning).collect())
}

/// All places, by first marked word; of those that begin together the longest first.
fn candidates<'k>(words: &Words<'_>, joined: &Joined, knowledge: &'k Knowledge) -> Vec<Candidate<'k>> {
    let mut found = Vec::new();
    for hit in knowledge.gazetteer().hits(&joined.text) {
        let (proclitics, first) = joined.lead(hit.start);
        if !is_proclitic(proclitics) {
            continue;
        }
        let last = joined.place(hit.end - 1);
        let pattern = (joined.word(first), joined.word(last));
        if !words.same_paragraph(pattern.0, pattern.1) {
            continue;
        }
        for name in hit.names.iter().filter(|name| !name.behind_lam || proclitics.ends_with('ل')) {
            let marked = (first + name.marked.0, (first + name.marked.1).min(last));
            let skipped = if name.marked.0 == 0 { proclitics.len() } else { 0 };
            found.push(Candidate { pattern, marked: (joined.word(marked.0), joined.word(marked.1)), skipped, name });
        }
    }
    found.sort_by(|a, b| {
        let key = |c: &Candidate<'_>| (c.marked.0, std::cmp::Reverse(c.marked.1), std::cmp::Reverse(c.pattern.1 - c.pattern.0), c.skipped);
        key(a).cmp(&key(b)).then_with(|| a.name.target.cmp(&b.name.target))
    });
    found
}

/// Judges candidates from the start of the text to its end.
struct Judge<'w, 'k> {
    words: &'w Words<'w>,
    knowledge: &'k Knowledge,
    /// Entities whose full name has stood.
    named: BTreeSet<&'k str>,
    /// Where each entity was last named, by word.
    last: BTreeMap<&'k str, usize>,
    found: Vec<Mention>,
    /// Names left open: the words, and whom they could mean.
    open: BTreeSet<(String, Vec<Id>)>,
}

impl<'k> Judge<'_, 'k> {
    /// Takes the best of several readings of one place; says whether the place is taken.
    fn decide(&mut self, group: &[Candidate<'k>]) -> bool {
        let standing: Vec<&Candidate<'k>> = group.iter().filter(|candidate| self.stands(candidate)).collect();
        // A full name goes before a short form, a name before an event.
        let Some(best) = standing.iter().map(|c| (c.name.strength, matches!(c.name.target, Target::Event(_)))).min() else { return false };
        let standing: Vec<&Candidate<'k>> =
            standing.into_iter().filter(|c| (c.name.strength, matches!(c.name.target, Target::Event(_))) == best).collect();
        let shared = |a: &Candidate<'k>, b: &Candidate<'k>| a.name.target != b.name.target;
        match standing[..] {
            [] => false,
            [first, ..] if !standing.iter().any(|other| shared(first, other)) => {
                self.take(first, first.name.strength.reason());
                true
            }
            _ => {
                let scores: Vec<f64> = standing.iter().map(|candidate| self.context(candidate)).collect();
                let (best, second) = two_best(&scores);
                if scores[best] > second.map_or(0.0, |second| scores[second]) + 0.01 {
                    self.take(standing[best], "اسم مشترك، حسمه السياق");
                } else {
                    let ids = standing.iter().map(|c| id_of(&c.name.target).to_owned()).collect();
                    self.open.insert((standing[0].name.alias.clone(), ids));
                }
                true
            }
        }
    }

    fn take(&mut self, candidate: &Candidate<'k>, why: &str) {
        let span = self.words.span(candidate.marked.0, candidate.skipped, candidate.marked.1);
        let reason = format!("«{}»: {why}", candidate.name.alias);
        let (kind, id) = match &candidate.name.target {
            Target::Event(id) => (MentionKind::Event, id),
            Target::Entity(id) => {
                self.named.insert(id);
                self.last.insert(id, candidate.marked.1);
                let Some(entity) = self.knowledge.entity(id) else { return };
                (MentionKind::Entity(entity.kind), id)
            }
        };
        self.found.push(Mention { span, kind, id: Some(id.clone()), reason });
    }

    /// Whether the neighbors leave the name standing.
    fn stands(&self, candidate: &Candidate<'k>) -> bool {
        let Target::Entity(id) = &candidate.name.target else { return true };
        let Some(entity) = self.knowledge.entity(id) else { return false };
        if candidate.name.strength == Strength::Short && !self.named.contains(id.as_str()) {
            return false;
        }
        let before = self.words.before(candidate.pattern.0);
        let after = self.words.after(candidate.pattern.1);
        let Some(guards) = self.knowledge.gazetteer().guards(id) else { return false };
        let listed = |list: &[String], word: &str| !word.is_empty() && list.iter().any(|guard| is_word(guard, word));
        if listed(&guards.not_after, before) || listed(&guards.not_before, after) {
            return false;
        }
        let single = candidate.pattern.0 == candidate.pattern.1;
        match entity.kind {
            EntityKind::Person => !single || self.person_stands(candidate, guards, before, after),
            EntityKind::Organization => !self.is_of_another_nation(guards, candidate, after),
            EntityKind::Place => true,
        }
    }

    /// One word of a person's name: not where it is part of another name, or an adjective.
    fn person_stands(&self, candidate: &Candidate<'_>, guards: &Guards, before: &str, after: &str) -> bool {
        let name = &self.words.at(candidate.pattern.0)[candidate.skipped..];
        let own = |word: &str| guards.own.iter().any(|part| is_word(part, word));
        let kinds = |word: &str| LEXICON.kinds(word);
        if candidate.skipped == 0 && kinds(before) & GIVEN != 0 && kinds(before) & (TITLE | COMMON) == 0 && !own(before) {
            return false;
        }
        if matches!(after, "بن" | "ابن") || (kinds(after) & FAMILY != 0 && !own(after)) {
            return false;
        }
        // «الجيش السوداني»: an adjective behind a noun with the article. «الرئيس السوداني» is one too, where a name follows.
        let adjective = name.starts_with("ال")
            && name.ends_with('ي')
            && candidate.skipped == 0
            && before.trim_start_matches(['و', 'ب', 'ف']).starts_with("ال");
        if !adjective || kinds(name) & NATION == 0 {
            return true;
        }
        kinds(before) & TITLE != 0 && kinds(after) & (GIVEN | FAMILY) == 0 && candidate.name.strength == Strength::Full
    }

    /// «البرلمان الإيراني» is not the one known as «البرلمان»: an adjective of a nation that none of its names has.
    fn is_of_another_nation(&self, guards: &Guards, candidate: &Candidate<'_>, after: &str) -> bool {
        if !after.starts_with("ال")
            || LEXICON.kinds(after) & NATION == 0
            || (candidate.pattern.0..=candidate.pattern.1).any(|index| LEXICON.kinds(self.words.at(index)) & NATION != 0)
        {
            return false;
        }
        // «مليشيا الحشد الشعبي العراقية»: the adjective agrees with another word than the head of this name.
        let head = &self.words.at(candidate.marked.0)[candidate.skipped..];
        if head.ends_with('ه') != after.ends_with('ه') && !head.ends_with("ات") {
            return false;
        }
        let theirs = stem(after);
        !guards.kin.iter().any(|word| word.contains(theirs) || stem(word).len() > 4 && theirs.contains(stem(word)))
    }

    /// How strongly the text around speaks for a reading.
    fn context(&self, candidate: &Candidate<'k>) -> f64 {
        let Target::Entity(id) = &candidate.name.target else { return 0.0 };
        let Some(entity) = self.knowledge.entity(id) else { return 0.0 };
        self.closeness(entity, candidate.marked.0)
    }

    fn closeness(&self, entity: &Entity, at: usize) -> f64 {
        /// How far words still speak for each other.
        const REACH: usize = 40;
        let mut score = 0.0;
        let family = |id: &str| self.knowledge.entity(id).and_then(|other| other.part_of.clone());
        for (&id, &last) in &self.last {
            let related = id == entity.id
                || Some(id) == entity.part_of.as_deref()
                || family(id).as_deref() == Some(entity.id.as_str())
                || (entity.part_of.is_some() && family(id) == entity.part_of);
            if related && last < at {
                score += 3.0 / (1.0 + (at - last) as f64 / 20.0);
            }
        }
        let from = at.saturating_sub(REACH);
        let until = (at + REACH).min(self.words.list.len());
        for first in self.knowledge.gazetteer().guards(&entity.id).map_or(&[][..], |guards| &guards.cues) {
            for index in from..until {
                if is_word(first, self.words.at(index)) {
                    score += 1.0 / (1.0 + index.abs_diff(at) as f64 / 8.0);
                }
            }
        }
        score
    }

    /// «وزارتي الدفاع والخارجية»: the head in the dual or plural stands for each of the names behind it.
    fn coordinated(&mut self) {
        for index in 0..self.words.list.len() {
            let Some(head) = singular(self.words.at(index)) else { continue };
            let members = self.members(index);
            if members.len() < 2 || self.found.iter().any(|m| m.span.overlaps(self.words.list[members[0].0].span)) {
                continue;
            }
            let (last, _) = members[members.len() - 1];
            let nation = self.words.after(last);
            let nation = LEXICON.kinds(nation) & NATION != 0
                || ["تين", "تان", "يين"].iter().any(|ending| nation.starts_with("ال") && nation.ends_with(ending));
            let suffix = if nation { format!(" {}", feminine_singular(self.words.after(last))) } else { String::new() };
            let readings: Vec<&[Name]> = members
                .iter()
                .map(|&(member, skipped)| {
                    let phrase = format!("{head} {}", &self.words.at(member)[skipped..]);
                    let gazetteer = self.knowledge.gazetteer();
                    match gazetteer.lookup(&format!("{phrase}{suffix}")) {
                        [] => gazetteer.lookup(&phrase),
                        found => found,
                    }
                })
                .collect();
            for (number, (&(member, skipped), names)) in members.iter().zip(&readings).enumerate() {
                let entities = names.iter().filter_map(|name| match &name.target {
                    Target::Entity(id) => self.knowledge.entity(id),
                    Target::Event(_) => None,
                });
                let scored: Vec<(f64, &Entity)> = entities.map(|entity| (self.closeness(entity, index), entity)).collect();
                let scores: Vec<f64> = scored.iter().map(|&(score, _)| score).collect();
                if scores.is_empty() {
                    continue;
                }
                let (best, second) = two_best(&scores);
                if second.is_some_and(|second| scores[best] <= scores[second] + 0.01) {
                    continue;
                }
                let first = if number == 0 { index } else { member };
                let skipped = if number == 0 { 0 } else { skipped };
                self.found.push(Mention {
                    span: self.words.span(first, skipped, member),
                    kind: MentionKind::Entity(scored[best].1.kind),
                    id: Some(scored[best].1.id.clone()),
                    reason: format!("«{}»: معطوف على رأس مثنى أو مجموع", scored[best].1.name),
                });
            }
        }
    }

    /// The words behind a head that are joined by «و», each with the bytes of its waw.
    fn members(&self, head: usize) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        let mut at = head + 1;
        while self.words.same_paragraph(head, at) {
            let word = self.words.at(at);
            match (found.is_empty(), word.strip_prefix('و')) {
                (true, _) if word.starts_with("ال") => found.push((at, 0)),
                (false, Some(rest)) if rest.starts_with("ال") => found.push((at, "و".len())),
                _ => break,
            }
            at += 1;
        }
        found
    }
}

impl Strength {
    /// Why a name of this strength was taken.
    const fn reason(self) -> &'static str {
        match self {
            Self::Full => "اسم في قاعدة المعرفة",
            Self::Short => "صيغة قصيرة بعد الاسم الكامل",
        }
    }
}

fn id_of(target: &Target) -> &str {
    match target {
        Target::Entity(id) | Target::Event(id) => id,
    }
}

/// The places of the highest and of the second highest score.
fn two_best(scores: &[f64]) -> (usize, Option<usize>) {
    let mut order: Vec<usize> = (0..scores.len()).collect();
    order.sort_by(|&a, &b| scores[b].total_cmp(&scores[a]));
    (order[0], order.get(1).copied())
}

/// A word without its article and its endings.
fn stem(word: &str) -> &str {
    word.trim_start_matches("ال").trim_end_matches(['ه', 'ي', 'ن', 'و', 'ت', 'ا'])
}

/// Whether a folded word, with or without a proclitic, is the given one.
fn is_word(given: &str, word: &str) -> bool {
    word.strip_suffix(given).is_some_and(is_proclitic)
        || given.strip_prefix("ال").is_some_and(|rest| word.strip_suffix(rest).is_some_and(|before| before == "لل" || before == "ولل"))
}

/// The singular of a head that governs several names, folded.
fn singular(word: &str) -> Option<&'static str> {
    const HEADS: [(&str, &str); 16] = [
        ("وزارتي", "وزاره"),
        ("وزارتا", "وزاره"),
        ("وزارات", "وزاره"),
        ("حكومتي", "حكومه"),
        ("حكومتا", "حكومه"),
        ("مجلسي", "مجلس"),
        ("مجلسا", "مجلس"),
        ("مدينتي", "مدينه"),
        ("مدينتا", "مدينه"),
        ("محافظتي", "محافظه"),
        ("محافظتا", "محافظه"),
        ("حزبي", "حزب"),
        ("حركتي", "حركه"),
        ("حركتا", "حركه"),
        ("جامعتي", "جامعه"),
        ("صحيفتي", "صحيفه"),
    ];
    // All of them end in one of these.
    if !word.ends_with(['ي', 'ا', 'ت']) {
        return None;
    }
    let bare = |word: &str| HEADS.iter().find(|(head, _)| *head == word).map(|&(_, singular)| singular);
    bare(word).or_else(|| ["و", "ل", "ب", "ف"].iter().find_map(|clitic| word.strip_prefix(clitic).and_then(bare)))
}

/// «الأميركيتين» → «الأميركية», folded.
fn feminine_singular(word: &str) -> String {
    match word.strip_suffix("تين").or_else(|| word.strip_suffix("تان")) {
        Some(stem) => format!("{stem}ه"),
        None => word.to_owned(),
    }
}

fn open_warning((name, ids): (String, Vec<Id>)) -> Diagnostic {
    Diagnostic::warning("shared-alias", format!("«{name}» can mean {}; nothing in the article decides", ids.join(" or ")))
        .help("add `cues:` to the entries, or mark the place by hand: `[…](organization:ID)`")
}
