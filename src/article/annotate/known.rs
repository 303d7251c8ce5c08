//! Mentions of what the knowledge base knows.
//!
//! All names are found in one pass over the folded words; then, from the start
//! of the text to its end, each place is judged: what stands before and behind,
//! whether the full name has been there, which of several things is meant.

use crate::arabic::clitics::{AND, BY, Onto, SO};
use crate::arabic::lexicon::{COMMON, FAMILY, GIVEN, NATION, TITLE, kinds};
use std::collections::{BTreeMap, BTreeSet};

use super::joined_heads::Joined;
use super::nations::{Whose, is_longer_name, is_of_other, is_place};
use super::words::{Unquoted, Words, is_proclitic};
use crate::arabic::fold::folded;
use crate::diagnostics::Diagnostic;
use crate::document::{Mention, MentionKind};
use crate::knowledge::{
    Entity, EntityKind, Gazetteer, Id, Knowledge, Name, Number, Strength, Target, Traits,
};

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
///
/// `home` is the country of the article's outlet.
pub(super) fn mentions(
    words: &Words<'_>,
    unquoted: &Unquoted,
    home: Option<&str>,
    knowledge: &Knowledge,
) -> (Vec<Mention>, Vec<Diagnostic>) {
    let candidates = candidates(words, unquoted, knowledge);
    let gazetteer = knowledge.gazetteer();
    let home = home.map(|country| stem(&folded(country)).to_owned());
    let mut judge = Judge {
        words,
        knowledge,
        gazetteer,
        home,
        whose: Whose::of(words),
        last: BTreeMap::new(),
        found: Vec::new(),
        open: BTreeSet::new(),
    };
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
fn candidates<'k>(
    words: &Words<'_>,
    unquoted: &Unquoted,
    knowledge: &'k Knowledge,
) -> Vec<Candidate<'k>> {
    let mut found = Vec::new();
    for hit in knowledge.gazetteer().hits(&unquoted.letters(words)) {
        let pattern = (unquoted.word(hit.first), unquoted.word(hit.last));
        if !words.same_paragraph(pattern.0, pattern.1) {
            continue;
        }
        for name in hit.names_behind(&words.at(pattern.0)[..hit.lead]) {
            let marked = (hit.first + name.marked.0, (hit.first + name.marked.1).min(hit.last));
            let skipped = if name.marked.0 == 0 { hit.lead } else { 0 };
            found.push(Candidate {
                pattern,
                marked: (unquoted.word(marked.0), unquoted.word(marked.1)),
                skipped,
                name,
            });
        }
    }
    found.sort_by(|a, b| {
        let key = |c: &Candidate<'_>| {
            (
                c.marked.0,
                std::cmp::Reverse(c.marked.1),
                std::cmp::Reverse(c.pattern.1 - c.pattern.0),
                c.skipped,
            )
        };
        key(a).cmp(&key(b)).then_with(|| a.name.number.cmp(&b.name.number))
    });
    found
}

/// Judges candidates from the start of the text to its end.
struct Judge<'w, 'k> {
    words: &'w Words<'w>,
    knowledge: &'k Knowledge,
    gazetteer: &'k Gazetteer,
    /// The stem of the country of the article's outlet, folded.
    home: Option<String>,
    /// Of which nations the article speaks.
    whose: Whose<'w>,
    /// Where each entity that was named was named last, by word.
    last: BTreeMap<Number, usize>,
    found: Vec<Mention>,
    /// Names left open: the words, and whom they could mean.
    open: BTreeSet<(String, Vec<Id>)>,
}

impl<'k> Judge<'_, 'k> {
    /// Takes the best of several readings of one place; says whether the place is taken.
    fn decide(&mut self, group: &[Candidate<'k>]) -> bool {
        if let [alone] = group {
            let stands = self.stands(alone);
            if stands {
                self.take(alone, alone.name.strength.reason());
            }
            return stands;
        }
        let mut standing: Vec<&Candidate<'k>> =
            group.iter().filter(|candidate| self.stands(candidate)).collect();
        // A full name goes before a short form, a name before an event.
        let rank = |c: &Candidate<'k>| (c.name.strength, matches!(c.name.target, Target::Event(_)));
        let Some(best) = standing.iter().map(|candidate| rank(candidate)).min() else {
            return false;
        };
        standing.retain(|candidate| rank(candidate) == best);
        let first = standing[0];
        if standing.iter().all(|other| other.name.number == first.name.number) {
            self.take(first, first.name.strength.reason());
            return true;
        }
        let scores: Vec<f64> = standing
            .iter()
            .map(|candidate| self.closeness(candidate.name.number, candidate.marked.0))
            .collect();
        let (best, second) = two_best(&scores);
        if scores[best] > second.map_or(0.0, |second| scores[second]) + 0.01 {
            self.take(standing[best], "اسم مشترك، حسمه السياق");
        } else {
            let ids = standing.iter().map(|c| id_of(&c.name.target).to_owned()).collect();
            self.open.insert((first.name.alias.clone(), ids));
        }
        true
    }

    fn take(&mut self, candidate: &Candidate<'k>, why: &str) {
        let name = candidate.name;
        let kind = match self.gazetteer.traits(name.number) {
            Some(traits) => {
                self.last.insert(name.number, candidate.marked.1);
                MentionKind::Entity(traits.kind)
            }
            None => MentionKind::Event,
        };
        let span = self.words.span(candidate.marked.0, candidate.skipped, candidate.marked.1);
        let reason = ["«", &name.alias, "»: ", why].concat();
        self.found.push(Mention { span, kind, id: Some(id_of(&name.target).to_owned()), reason });
    }

    /// Whether the neighbors leave the name standing.
    fn stands(&self, candidate: &Candidate<'k>) -> bool {
        let Some(traits) = self.gazetteer.traits(candidate.name.number) else { return true };
        if candidate.name.strength == Strength::Short
            && !self.last.contains_key(&candidate.name.number)
        {
            return false;
        }
        let before = self.words.before(candidate.pattern.0);
        let after = self.words.after(candidate.pattern.1);
        let listed = |list: &[String], word: &str| {
            !word.is_empty() && list.iter().any(|guard| is_word(guard, word))
        };
        if listed(&traits.not_after, before) || listed(&traits.not_before, after) {
            return false;
        }
        let single = candidate.pattern.0 == candidate.pattern.1;
        match traits.kind {
            EntityKind::Person => !single || self.person_stands(candidate, traits, before, after),
            EntityKind::Organization => {
                let head = &self.words.at(candidate.marked.0)[candidate.skipped..];
                let is_longer = single
                    && is_longer_name(head, after)
                    && !traits.kin.iter().any(|word| word == after);
                !is_longer
                    && !self.is_of_another_nation(traits, candidate, after)
                    && (!candidate.name.is_of_any_nation
                        || traits
                            .nation
                            .is_none_or(|nation| self.whose.may_be_of(nation, candidate.pattern)))
            }
            EntityKind::Place => {
                let name = self.words.at(candidate.pattern.0);
                !(single && candidate.skipped == 0) || is_place(before, name, after)
            }
        }
    }

    /// One word of a person's name: not where it is part of another name, or an adjective.
    fn person_stands(
        &self,
        candidate: &Candidate<'_>,
        traits: &Traits,
        before: &str,
        after: &str,
    ) -> bool {
        let name = &self.words.at(candidate.pattern.0)[candidate.skipped..];
        let own = |word: &str| traits.own.iter().any(|part| is_word(part, word));
        let kinds = |word: &str| kinds(word);
        if candidate.skipped == 0
            && kinds(before).any(GIVEN)
            && !kinds(before).any(TITLE | COMMON)
            && !own(before)
        {
            return false;
        }
        if matches!(after, "بن" | "ابن") || (kinds(after).any(FAMILY) && !own(after)) {
            return false;
        }
        // «الجيش السوداني»: an adjective behind a noun with the article. «الرئيس السوداني» is one too, where a name follows.
        let adjective = name.has_article()
            && name.ends_with('ي')
            && candidate.skipped == 0
            && before.without_all(AND | SO | BY).has_article();
        if !adjective || !kinds(name).any(NATION) {
            return true;
        }
        kinds(before).any(TITLE)
            && !kinds(after).any(GIVEN | FAMILY)
            && candidate.name.strength == Strength::Full
    }

    /// «البرلمان الإيراني» is not the one known as «البرلمان»: an adjective of a nation that none of its names has.
    fn is_of_another_nation(
        &self,
        traits: &Traits,
        candidate: &Candidate<'_>,
        after: &str,
    ) -> bool {
        if !after.has_article()
            || !kinds(after).any(NATION)
            || (candidate.pattern.0..=candidate.pattern.1)
                .any(|index| self.words.kinds(index).any(NATION))
        {
            return false;
        }
        // «مليشيا الحشد الشعبي العراقية»: the adjective agrees with another word than the head of this name.
        let head = &self.words.at(candidate.marked.0)[candidate.skipped..];
        if head.ends_with('ه') != after.ends_with('ه') && !head.ends_with("ات") {
            return false;
        }
        if let Some(is_other) = is_of_other(traits.nation, after) {
            return is_other;
        }
        let theirs = stem(after);
        !traits.kin.iter().any(|word| {
            word.contains(theirs) || stem(word).len() > 4 && theirs.contains(stem(word))
        })
    }

    /// How strongly the text around a word speaks for an entity; an event has nothing that could.
    fn closeness(&self, number: Number, at: usize) -> f64 {
        /// How far words still speak for each other.
        const REACH: usize = 40;
        /// What it says that an article's outlet is of the entity's country.
        const HOME: f64 = 0.05;
        let Some(traits) = self.gazetteer.traits(number) else { return 0.0 };
        let mut score = 0.0;
        let whole = |number: Number| self.gazetteer.traits(number).and_then(|other| other.part_of);
        for (&other, &last) in &self.last {
            let related = other == number
                || Some(other) == traits.part_of
                || whole(other) == Some(number)
                || (traits.part_of.is_some() && whole(other) == traits.part_of);
            if related && last < at {
                score += 3.0 / (1.0 + (at - last) as f64 / 20.0);
            }
        }
        let from = at.saturating_sub(REACH);
        let until = (at + REACH).min(self.words.list.len());
        for first in &traits.cues {
            for index in from..until {
                if is_word(first, self.words.at(index)) {
                    score += 1.0 / (1.0 + index.abs_diff(at) as f64 / 8.0);
                }
            }
        }
        // «البرلمان» in a paper of Beirut: the least that can be said, which decides where nothing else does.
        if self.home.as_ref().is_some_and(|home| traits.kin.iter().any(|word| stem(word) == home)) {
            score += HOME;
        }
        score
    }

    /// «وزارتي الدفاع والخارجية»: the head in the dual or plural stands for each of the names behind it.
    fn coordinated(&mut self) {
        for index in 0..self.words.list.len() {
            let Some(joined) = Joined::at(self.words, index) else { continue };
            let (first, _) = joined.members[0];
            let first = self.words.list[first].span();
            if self.found.iter().any(|mention| mention.span.overlaps(first)) {
                continue;
            }
            for (number, &(member, skipped)) in joined.members.iter().enumerate() {
                let names =
                    joined.names(self.words, number).map(|name| self.gazetteer.lookup(&name));
                let [whole, alone] = names;
                let names = if whole.is_empty() { alone } else { whole };
                let entities = names.iter().filter_map(|name| match &name.target {
                    Target::Entity(id) => self
                        .knowledge
                        .entity(id)
                        .map(|entity| (self.closeness(name.number, index), entity)),
                    Target::Event(_) => None,
                });
                let scored: Vec<(f64, &Entity)> = entities.collect();
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
}

/// The people, organizations and places of which annotation may ask: all whose names stand in the text, however they are
/// judged there, and those for which a head in the dual or plural may stand.
pub(super) fn asked<'k>(
    words: &Words<'_>,
    unquoted: &Unquoted,
    knowledge: &'k Knowledge,
) -> BTreeSet<&'k Id> {
    let gazetteer = knowledge.gazetteer();
    let mut found = BTreeSet::new();
    let mut add = |names: &'k [Name]| {
        found.extend(names.iter().filter_map(|name| match &name.target {
            Target::Entity(id) => Some(id),
            Target::Event(_) => None,
        }));
    };
    for hit in gazetteer.hits(&unquoted.letters(words)) {
        add(hit.names);
    }
    for joined in (0..words.list.len()).filter_map(|index| Joined::at(words, index)) {
        for number in 0..joined.members.len() {
            joined.names(words, number).iter().for_each(|name| add(gazetteer.lookup(name)));
        }
    }
    found
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
    word.without_article().trim_end_matches(['ه', 'ي', 'ن', 'و', 'ت', 'ا'])
}

/// Whether a folded word, with or without a proclitic, is the given one.
fn is_word(given: &str, word: &str) -> bool {
    word.strip_suffix(given).is_some_and(is_proclitic)
        || given.behind_article().is_some_and(|rest| {
            word.strip_suffix(rest).is_some_and(|before| before == "لل" || before == "ولل")
        })
}

fn open_warning((name, ids): (String, Vec<Id>)) -> Diagnostic {
    Diagnostic::warning(
        "shared-alias",
        format!("«{name}» can mean {}; nothing in the article decides", ids.join(" or ")),
    )
    .help("add `cues:` to the entries, or mark the place by hand: `[…](organization:ID)`")
}
