//! Whose a body is of which every state has one: «البرلمان», «وزارة الخارجية».
//!
//! A dossier of Iraq has «البرلمان» for the Iraqi one; in an article about Lebanon it is not that. The nation must be the article's
//! own or the sentence's, and no word beside the name may say another.

use std::cell::OnceCell;

use super::words::Words;
use crate::arabic::clitics::{AND, BY, FOR, Onto, SO};
use crate::arabic::lexicon::{
    BODY_HEAD, COUNTRY, DOCUMENT, FAMILY, GIVEN, Kinds, NATION, Nation, OF_A_NATION, ORG_HEAD,
    OWN_ARTICLE, SPEAKER, TITLE, TITLE_ADJECTIVE, kinds, state,
};
use crate::arabic::reading::{Nations, nation_at};

/// The nations of an article, as far as names need them.
pub(super) struct Whose<'w> {
    words: &'w Words<'w>,
    /// Of which nations the article speaks, counted when first asked for.
    nations: OnceCell<Nations>,
}

impl<'w> Whose<'w> {
    /// Of an article.
    pub(super) fn of(words: &'w Words<'w>) -> Self {
        Self { words, nations: OnceCell::new() }
    }

    /// Whether what every state has may be of this nation at a place: by the article, by the sentence.
    pub(super) fn may_be_of(&self, nation: Nation, (first, last): (usize, usize)) -> bool {
        let nations = self.nations.get_or_init(|| Nations::of(self.words.reading));
        let (own, most) = (nations.count(nation), nations.most());
        if self.is_elsewhere(nation, last) {
            return false;
        }
        if own == most {
            return true;
        }
        let beside = self.in_sentence(first, last);
        let is_named = beside.contains(&nation);
        let is_alone = beside.iter().all(|&other| other == nation);
        // As much of the article as a half is about it («العراق والولايات المتحدة»), or the sentence is about nothing else.
        is_named && is_alone || own * 2 >= most && (is_named || beside.is_empty())
    }

    /// «البرلمان في بيروت», «الحكومة بصنعاء».
    fn is_elsewhere(&self, nation: Nation, last: usize) -> bool {
        let words = self.words;
        let place = match words.after(last) {
            "في" => last + 2,
            word if word.opens_with(BY) => last + 1,
            _ => return false,
        };
        let is_other = |found: Nation| found != nation && !words.is(place, NATION);
        words.same_paragraph(last, place) && nation_at(words.reading, place).is_some_and(is_other)
    }

    /// The nations of which the sentence of a name speaks besides it.
    fn in_sentence(&self, first: usize, last: usize) -> Vec<Nation> {
        let sentences = &self.words.reading.sentences;
        let number = sentences.partition_point(|sentence| sentence.words.1 <= first);
        let Some(sentence) = sentences.get(number) else { return Vec::new() };
        (sentence.words.0..sentence.words.1)
            .filter(|index| !(first..=last).contains(index))
            .filter_map(|index| nation_at(self.words.reading, index))
            .collect()
    }
}

/// Whether an adjective behind a name of one word makes it the name of something else: «التحالف الوطني» beside «التحالف».
pub(super) fn is_longer_name(head: &str, after: &str) -> bool {
    let is_relation = after.ends_with('ي') || after.ends_with("يه");
    after.has_article()
        && is_relation
        && head.ends_with('ه') == after.ends_with('ه')
        && !kinds(after).any(TITLE_ADJECTIVE | NATION | OWN_ARTICLE)
}

/// Whether a word behind a name is the adjective of another nation than this one; nothing where it is of none.
pub(super) fn is_of_other(nation: Option<Nation>, after: &str) -> Option<bool> {
    Some(state(after, "")? != nation?)
}

/// Whether the name of a place is that, and no adjective or participle of the noun before it.
pub(super) fn is_place(before: &str, name: &str, after: &str) -> bool {
    let is_other = is_adjective(before, name) || is_accusative(before, name, after);
    !is_other && !is_participle(before, name, after)
}

/// Whether the name of a country is the adjective of the noun before it: «قوات سورية», «مصادر سورية», not «زيارة سورية».
fn is_adjective(before: &str, name: &str) -> bool {
    const THINGS: Kinds = Kinds::of(&[ORG_HEAD, BODY_HEAD, SPEAKER, TITLE, DOCUMENT]);
    let bare = before.without(AND | BY | FOR);
    let is_thing = kinds(before).any(THINGS) || kinds(bare).any(THINGS) || bare.ends_with("ات");
    kinds(name).any(NATION) && name.ends_with('ه') && is_thing && !before.has_article()
}

/// The same of an accusative: «مواطنا سوريا», not «خصوصا سوريا», «رئيسا سوريا ولبنان».
pub(super) fn is_accusative(before: &str, name: &str, after: &str) -> bool {
    let relation = name.strip_suffix('ا').filter(|relation| relation.ends_with('ي'));
    let noun = before.strip_suffix('ا').unwrap_or_default();
    let of_noun = kinds(noun) | kinds(noun.without(AND | SO));
    let are_two = || after.behind(AND).is_some_and(|other| kinds(other).any(COUNTRY));
    let is_relation = relation.is_some_and(|relation| kinds(relation).any(NATION));
    is_relation && of_noun.any(OF_A_NATION) && !are_two()
}

/// «الطريق الموصل إلى المطار»: behind a thing with «ال», and before where it leads, it tells what the thing does.
fn is_participle(before: &str, name: &str, after: &str) -> bool {
    const DOERS: Kinds = Kinds::of(&[TITLE, ORG_HEAD, BODY_HEAD, SPEAKER, NATION, GIVEN, FAMILY]);
    let leads = after == "الي" || after == "بين" || after.has_for_the();
    let bare = before.behind_article().unwrap_or_default();
    let is_thing = !bare.is_empty() && !kinds(before).any(DOERS) && !kinds(bare).any(DOERS);
    leads && is_thing && name.starts_with("الم") && before.ends_with('ه') == name.ends_with('ه')
}
