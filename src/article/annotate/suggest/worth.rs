//! Which mentions without an entry are worth one, and how each would be written at the head of it.

use crate::arabic::chars::is_tashkeel;
use crate::arabic::clitics::{AND, FOR, Onto};
use crate::arabic::fold::folded;
use crate::arabic::lexicon::{
    ADDRESS, BODY_HEAD, BROAD_DEFINITE_HEAD, BYSTANDER, CALLED, COMMON, COMPASS, COUNTRY, DAY_PART,
    DEFINITE_HEAD, FAMILY, GIVEN, JOIN, Kinds, NATION, OF_PLACE, OPEN_PLACE, ORG, ORG_HEAD, PLACE,
    PLACE_HEAD, SAYING, SPEECH, STREET, TITLE, kinds,
};
use crate::arabic::numbers::parse::{leading_number, leading_ordinal};
use crate::document::{Findings, Mention, MentionKind, Plain};
use crate::knowledge::EntityKind;
use crate::span::Span;

use super::super::words::Words;
use super::english;

/// A mention as an entry would have it.
pub(super) struct Candidate<'a> {
    pub(super) mention: &'a Mention,
    pub(super) kind: EntityKind,
    pub(super) spelling: String,
    /// Whether a word beside it says that it is a name: a title, a verb of saying, «مدينة», «في».
    pub(super) introduced: bool,
}

/// What may stand between a name and what introduces it.
const INTRODUCES_PERSON: Kinds = Kinds::of(&[TITLE, SAYING, SPEECH, ADDRESS, CALLED]);
/// «في بغداد», «مدينة بغداد», «شمالي بغداد»
const INTRODUCES_PLACE: Kinds = Kinds::of(&[OF_PLACE, PLACE_HEAD, COMPASS]);

/// The mentions of an article that an entry may be made of, in the order of the text.
pub(super) fn candidates<'a>(article: &Article<'a>) -> Vec<Candidate<'a>> {
    let words = Words::of(article.plain);
    let writes_teh_marbuta = article.plain.text.contains('ة');
    let unknown = article.findings.mentions.iter().filter(|mention| mention.id.is_none());
    let (mut found, mut none): (Vec<Candidate<'_>>, Vec<String>) = (Vec::new(), Vec::new());
    for mention in unknown {
        let MentionKind::Entity(kind) = mention.kind else { continue };
        let read = Read::of(&words, mention.span, kind);
        if read.is_plural() {
            // «الصيد» behind «مهنيو الصيد» was taken for their family name.
            none.extend(read.names.last().cloned());
        }
        let is_none = read.only().is_some_and(|only| none.iter().any(|last| last == only));
        let is_word = read.is_declined(writes_teh_marbuta) || read.names_no_one();
        if !is_word && !is_none {
            found.push(Candidate {
                mention,
                kind,
                spelling: read.spelling(),
                introduced: read.is_introduced(),
            });
        }
    }
    found
}

/// A mention with the words of its article.
struct Read<'w, 't> {
    words: &'w Words<'t>,
    kind: EntityKind,
    span: Span,
    /// Its words, folded, without proclitics before the first.
    names: Vec<String>,
    first: usize,
    last: usize,
}

impl<'w, 't> Read<'w, 't> {
    fn of(words: &'w Words<'t>, span: Span, kind: EntityKind) -> Self {
        let names = span.cut(words.text).split_whitespace().map(folded).collect();
        let first = words.index_at(span.start);
        let last = words.index_at(span.end.saturating_sub(1));
        Self { words, kind, span, names, first, last }
    }

    fn only(&self) -> Option<&str> {
        match self.names.as_slice() {
            [only] => Some(only),
            _ => None,
        }
    }

    /// Whether the sentence declines it or counts with it, as it does with its own words.
    fn is_declined(&self, writes_teh_marbuta: bool) -> bool {
        let is_counted = self.is_counted() || self.is_plural();
        is_counted || self.is_nunated() || self.is_possessed(writes_teh_marbuta)
    }

    /// Whether it is of a kind of people, bodies or places, and names none of them.
    fn names_no_one(&self) -> bool {
        self.is_no_person() || self.is_any_body() || self.is_any_place()
    }

    /// «سلفًا», «حنينٌ»: what bears the sign of the indefinite is a word of the sentence.
    fn is_nunated(&self) -> bool {
        self.span.cut(self.words.text).contains(['\u{064B}', '\u{064C}', '\u{064D}'])
    }

    /// «علمه جده» in the text of somebody who writes «جدة» for the city.
    fn is_possessed(&self, writes_teh_marbuta: bool) -> bool {
        let ends = self.span.cut(self.words.text).ends_with('ه');
        self.kind == EntityKind::Place && self.only().is_some() && ends && writes_teh_marbuta
    }

    /// «رجل في السبعين», «الطبقة السابعة»
    fn is_counted(&self) -> bool {
        let Some(only) = self.only() else { return false };
        let next = self.words.after(self.last);
        let numbered = next.has_article() && leading_ordinal(&[next]).is_some();
        let bare = only.without_article();
        self.kind == EntityKind::Place && (numbered || leading_number(&[bare]).is_some())
    }

    /// «مهنيو الصيد», «ظرفين ضاغطين»: plurals and duals that the sentence declines.
    fn is_plural(&self) -> bool {
        let [first, .., last] = self.names.as_slice() else { return false };
        let is_name = |word: &str| kinds(word).any(GIVEN | FAMILY);
        let heads = first.ends_with("يو") && last.has_article();
        let both = self.names.iter().all(|name| name.ends_with("ين") && !name.has_article());
        self.kind == EntityKind::Person && (heads || both) && !is_name(first)
    }

    /// «وزير الداخلية صباح اليوم», «صديق لي», «مصباح لا ينطفئ», «وقال الصياد»
    fn is_no_person(&self) -> bool {
        if self.kind != EntityKind::Person {
            return false;
        }
        let is_particle = self.names.last().is_some_and(|last| last.chars().count() < 3);
        let of_day =
            |only: &str| kinds(only).any(DAY_PART) && self.words.after(self.last).has_article();
        let of_trade = |only: &str| {
            let bare = only.behind_article().map(kinds);
            bare.is_some_and(|bare| bare.any(BYSTANDER | TITLE) && !bare.any(GIVEN | FAMILY))
        };
        is_particle || self.only().is_some_and(|only| of_day(only) || of_trade(only))
    }

    /// «بعثة مصرية», «شركة محلية»: some body, of which nothing is said but what kind it is; «عن الفرنسية»: a language.
    fn is_any_body(&self) -> bool {
        let is_adjective = |word: &String| {
            !word.has_article() && (kinds(word).any(NATION) || english::is_adjective(word))
        };
        let of_kind = match self.names.as_slice() {
            // «تنظيم» alone, «عن الفرنسية»
            [only] => {
                kinds(only).any(NATION)
                    || kinds(only).any(ORG_HEAD | BODY_HEAD) && !only.has_article()
            }
            // «أمانة سر» of a court, «حركة السيارات»
            [head, noun] if english::is_head(head) && !noun.has_article() => {
                english::is_noun(noun) || is_adjective(noun)
            }
            [_, noun] if noun.behind_article().is_some_and(english::is_moving) => true,
            [first, second, ..] => !first.has_article() && is_adjective(second),
            [] => false,
        };
        self.kind == EntityKind::Organization && of_kind
    }

    /// «بين جبال وبحر», «بلدة صيد», «ساحة المدرسة»: words of the language.
    fn is_any_place(&self) -> bool {
        let of_language = match self.names.as_slice() {
            [only] => english::is_noun(only) && !only.has_article(),
            [head, noun] => {
                let is_place = |noun: &str| kinds(noun).any(PLACE_HEAD | ORG_HEAD);
                kinds(head).any(OPEN_PLACE) && noun.behind_article().is_some_and(is_place)
            }
            _ => false,
        };
        self.kind == EntityKind::Place && of_language
    }

    fn is_introduced(&self) -> bool {
        let before = self.words.before(self.first);
        let onto = &self.words.text[..self.span.start];
        // «وحائل» goes on with a place, «لبغداد» goes there.
        let joined = onto.ends_with(['و', 'ل', 'ب']) && !onto.ends_with([' ', '\n']);
        match self.kind {
            EntityKind::Person => {
                kinds(before).any(INTRODUCES_PERSON)
                    || before.behind(AND).is_some_and(|said| kinds(said).any(INTRODUCES_PERSON))
                    || before == "يدعي"
            }
            EntityKind::Place => {
                let heads_line = before.is_empty();
                heads_line || joined || kinds(before).any(INTRODUCES_PLACE)
            }
            EntityKind::Organization => true,
        }
    }

    /// The name as it would head an entry: «للعراق» has lost the alif of its article, «قرب بياويستوك» is no name of a place.
    fn spelling(&self) -> String {
        let written: Vec<&str> = self.span.cut(self.words.text).split_whitespace().collect();
        let mut from = 0;
        let mut to = written.len();
        if self.kind == EntityKind::Place && to > 1 && kinds(&self.names[0]).any(OF_PLACE) {
            from = 1;
        }
        if self.kind == EntityKind::Organization {
            to = self.first_body().unwrap_or(to);
        }
        let mut name = written[from..to].join(" ");
        if let Some(family) = self.family_behind() {
            name = format!("{name} {family}");
        }
        if let Some(before) = self.part_before() {
            name = format!("{before} {name}");
        }
        let first = folded(written.get(from).copied().unwrap_or_default());
        // «للندن» is لندن; «للعراق» is ل + العراق.
        let is_whole = kinds(&first).any(PLACE | COUNTRY | GIVEN | FAMILY | ORG);
        match name.behind(FOR) {
            Some(rest) if !is_whole && self.words.text[..self.span.start].ends_with('ل') => {
                format!("ال{rest}")
            }
            _ => name,
        }
    }

    /// The family name that stands right behind a given name alone: «المدافع سليم بركات».
    fn family_behind(&self) -> Option<&str> {
        let next = self.last + 1;
        let is_given = match self.names.as_slice() {
            [only] => kinds(only).any(GIVEN),
            [join, _] => kinds(join).any(JOIN),
            _ => false,
        };
        let is_family = self.words.is(next, FAMILY | GIVEN)
            && !self.words.is(next, COMMON | SAYING | SPEECH | TITLE | NATION);
        let together = self.words.same_paragraph(self.last, next);
        (self.kind == EntityKind::Person && is_given && is_family && together)
            .then(|| self.words.written(next))
    }

    /// What stands before a name and is part of it: «شارع» of «الجامعة», «سعاد» of «بن عاشور»; «وزارة» where «وزارتا» stands
    /// before «الدفاع العراقية والفرنسية».
    fn part_before(&self) -> Option<&str> {
        let before = self.first.checked_sub(1)?;
        let first = self.names.first()?;
        let apart = self.words.text[..self.span.start].ends_with(' ');
        if !apart || !self.words.same_paragraph(before, self.first) {
            return None;
        }
        let written = self.words.written(before);
        match self.kind {
            EntityKind::Person => {
                let joins = kinds(first).any(JOIN) && first == "بن" && self.words.is(before, GIVEN);
                joins.then_some(written)
            }
            EntityKind::Place => {
                let noun = self.only()?.behind_article()?;
                let named = english::is_noun(noun) && self.words.is(before, STREET);
                named.then_some(written)
            }
            EntityKind::Organization => {
                let ministries = self.words.at(before).strip_prefix("وزارت");
                ministries.is_some_and(|end| matches!(end, "ا" | "ي")).then_some("وزارة")
            }
        }
    }

    /// Where a second body begins that the sentence joins: «هيئة الأركان والقيادة المركزية».
    fn first_body(&self) -> Option<usize> {
        let (_, rest) = self.names.split_first()?;
        let heads = ORG_HEAD | DEFINITE_HEAD | BROAD_DEFINITE_HEAD;
        let is_other = |word: &String| {
            let joined = word.behind(AND).filter(|joined| joined.has_article());
            joined.is_some_and(|joined| {
                let bare = &joined["ال".len()..];
                kinds(joined).any(heads) || kinds(bare).any(heads) && !kinds(bare).any(NATION)
            })
        };
        rest.iter().skip(1).position(is_other).map(|at| at + 2)
    }
}

/// Whether a place of one short word may be a word of the sentence where nothing introduces it: «بعد سيول», «موقف عسير».
pub(super) fn is_doubtful(kind: EntityKind, spelling: &str) -> bool {
    /// Longer words are seldom two things.
    const SHORT: usize = 4;
    let name: String = spelling.chars().filter(|&c| !is_tashkeel(c)).collect();
    let name = folded(&name);
    let is_one = !name.contains(' ');
    match kind {
        EntityKind::Person => is_one,
        EntityKind::Place => {
            let long_end = name.ends_with('ا');
            is_one && !long_end && name.chars().count() <= SHORT && !kinds(&name).any(COUNTRY)
        }
        EntityKind::Organization => false,
    }
}

/// One article as [`suggest`] reads it.
#[derive(Clone, Copy, Debug)]
pub struct Article<'a> {
    /// Its title.
    pub title: &'a str,
    /// What a reader reads.
    pub plain: &'a Plain,
    /// What was found in it.
    pub findings: &'a Findings,
}
