//! A noun phrase that may speak: «وزير النقل هشام الوافي», «شركة الساحل للطيران», «مسؤول في البنتاغون».
//!
//! What it holds is told by grammar, not by lists of names: an office is a chain of nouns that its first definite
//! word closes («رئيس لجنة الأمن»), adjectives with «ال» go on with it, and a bare word behind it is the name.

use super::super::overlap::touching;
use super::super::words::Words;
use super::agreement::has_pronoun;
use super::extent::Extent;
use super::letters::{clitic, is_chief, is_definite, is_saying, listed_nowhere};
use super::noun::{BODY, Kind, NAME, Phrase, SAYS_ON};
use super::scene::Scene;
use crate::arabic::clitics::{BY, FOR, Onto};
use crate::arabic::lexicon::{
    ADDRESS, ANONYMITY, BODY_IN_DOUBT, BYSTANDER, COMMON, COUNTRY, DIRECT_TITLE, DOCUMENT, FAMILY,
    GIVEN, HONORIFIC, JOIN, KIN, Kinds, LINEAGE, LOOSE_END, NAME_END, NAME_TOO, NATION, ORG,
    ORG_HEAD, PHRASE_END, PLACE, RANK_PART, RARE_FAMILY, RELATIVE, SPEAKER, STEM, THAT, TITLE,
    TITLE_OR_NAME, TRADE_NAME, kinds,
};
use crate::article::annotate::timex::direction::is_verb;
use crate::document::{Mention, MentionKind};
use crate::knowledge::EntityKind;
use crate::span::Span;

impl<'a> Scene<'a> {
    /// The noun phrase that begins at a word, before the word `end`.
    ///
    /// `is_telling` says that the verb before it may have an object, so that less is taken for one phrase.
    pub(super) fn phrase(&self, at: usize, end: usize, is_telling: bool) -> Option<Phrase> {
        self.phrase_behind(at, 0, end, is_telling)
    }

    /// The same for a word of which a proclitic is no part: «لـ» of «وفقا للوزارة».
    pub(super) fn phrase_behind(
        &self,
        at: usize,
        skipped: usize,
        end: usize,
        is_telling: bool,
    ) -> Option<Phrase> {
        let words = self.words;
        let opens_mark = words.is_quotation_mark(at);
        let has_clitic = skipped == 0 && clitic(words, at).is_some();
        // «ورد على فلان زميله»: the preposition folds as the name «علي» does.
        let has_clitic = has_clitic || words.written(at) == "على" && self.mention_at(at).is_none();
        if at >= end || opens_mark || !words.is_letters(at) || has_clitic {
            return None;
        }
        let head = self.head(at, skipped)?;
        let mut extent =
            Extent { scene: *self, at, end, head, is_telling, last: at, is_joined: false };
        extent.read();
        let (mut last, is_joined) = (extent.last, extent.is_joined);
        if let Some(whose) = self.held_by(head, last, end) {
            last = whose;
        }
        let name = match head {
            // An unlisted trade has «ال» («العداء فلان»); any other noun is nobody's title.
            Kind::Noun if !is_definite(words, at) && !is_definite(words, at + 1) => None,
            Kind::Person | Kind::Noun | Kind::Source => {
                let found = self.name(at, last, is_telling);
                if let Some(until) = found.until {
                    last = until;
                }
                let name = found.name.map(|name| self.marked_whole(self.without_verb(name), end));
                last = name.map_or(last, |(_, end)| last.max(end));
                name
            }
            _ => None,
        };
        while last > at && words.is(last, LOOSE_END) {
            last -= 1;
        }
        // «دبلوماسي غربي مطلع على المحادثات»: what he knows is no part of who he is.
        if head == Kind::Source && last > at + 1 && words.written(last + 1) == "على" {
            last -= 1;
        }
        let is_one_word = at == last && name.is_none();
        let name = if is_one_word && self.is_told_name(at, head) { Some((at, at)) } else { name };
        let kind = if name.is_some() { Kind::Person } else { head };
        Some(Phrase { first: at, skipped, last, name, kind, head, is_joined })
    }

    /// «مكتب النائب فلان»: the end of the marked name of him whose body it is.
    fn held_by(&self, head: Kind, last: usize, end: usize) -> Option<usize> {
        let words = self.words;
        let is_titled = head == Kind::Body && is_definite(words, last) && words.is(last, TITLE);
        let name = Some(last + 1).filter(|_| is_titled).and_then(|at| self.mention_at(at))?;
        let until = words.index_at(name.span.end.saturating_sub(1));
        (name.is_person() && until < end).then_some(until)
    }

    /// «مسرور بارزاني يأمر»: no verb behind a marked name is of it.
    fn without_verb(&self, (first, last): (usize, usize)) -> (usize, usize) {
        let words = self.words;
        let marked = self.mention_at(first).filter(|mention| {
            mention.is_person() && mention.span.start == words.list[first].span().start
        });
        let ends = marked.map(|mention| words.index_at(mention.span.end.saturating_sub(1)));
        match ends.filter(|&end| end < last) {
            Some(end) if is_verb(words.at(end + 1)) => (first, end),
            _ => (first, last),
        }
    }

    /// «قال خليفة»: no office stands alone without «ال», so that it is a family name where one was told.
    fn is_told_name(&self, at: usize, head: Kind) -> bool {
        let may_be = match head {
            Kind::Person => true,
            Kind::Noun => is_definite(self.words, at),
            _ => false,
        };
        may_be && self.recurs(at)
    }

    /// What the head of a phrase says that it is; nothing where the word can head none.
    fn head(&self, at: usize, skipped: usize) -> Option<Kind> {
        let words = self.words;
        let letters = &words.at(at)[skipped.min(words.at(at).len())..];
        // «للوزارة» has lost the alif of its article.
        let with_article;
        let letters = if skipped > 0 && letters.opens_with(FOR) {
            with_article = format!("ا{letters}");
            with_article.as_str()
        } else {
            letters
        };
        let mut of_word = if skipped == 0 { words.kinds(at) } else { kinds(letters) };
        let without = letters.without_article();
        if of_word.any(THAT | RELATIVE) || (of_word.any(PHRASE_END) && !of_word.any(NAME)) {
            return None;
        }
        if letters.ends_with('ه') && of_word.without(STEM | COMMON).is_empty() {
            // «عميدة الكلية»: the feminine of a title is one.
            of_word |= kinds(letters.trim_end_matches('ه')).only(TITLE);
        }
        of_word |= kinds(without).only(Kinds::of(&[SPEAKER, DOCUMENT, BYSTANDER, BODY]));
        // «غير أن مسؤولا في البرنامج»
        if let Some(bare) = self.in_accusative(at) {
            of_word |= kinds(bare).only(Kinds::of(&[SPEAKER, BYSTANDER]));
        }
        if let Some(mention) = self.mention_at(at) {
            match mention.kind {
                MentionKind::Entity(EntityKind::Organization) if !of_word.any(TITLE) => {
                    return Some(Kind::Body);
                }
                MentionKind::Entity(EntityKind::Place) if !of_word.any(TITLE | SPEAKER | BODY) => {
                    return Some(Kind::Place);
                }
                MentionKind::Entity(EntityKind::Person) => return Some(Kind::Person),
                _ => {}
            }
        }
        let is_saying = skipped == 0 && is_saying(letters) && !of_word.any(TITLE | SPEAKER | BODY);
        if is_saying || of_word.any(SAYS_ON) {
            return None;
        }
        if of_word.any(SPEAKER) && !of_word.any(BODY | DOCUMENT | TITLE) {
            return Some(Kind::Source);
        }
        if of_word.any(DOCUMENT) {
            return Some(Kind::Document);
        }
        if of_word.any(TITLE | HONORIFIC) {
            return Some(Kind::Person);
        }
        // «ويوافقه الرأي زميله»: what may be an everyday word is a body only where it was marked.
        let is_sure = if of_word.any(BODY_IN_DOUBT) { of_word.without(ORG) } else { of_word };
        if is_sure.any(BODY) {
            return Some(Kind::Body);
        }
        if of_word.any(BYSTANDER) {
            return Some(Kind::Source);
        }
        if self.opens_name(at) || of_word.any(JOIN) && words.kinds(at + 1).any(NAME) {
            return Some(Kind::Person);
        }
        if of_word.any(COUNTRY | PLACE) {
            return Some(Kind::Place);
        }
        if skipped == 0 && is_chief(words, at) {
            return Some(Kind::Person);
        }
        // «وقال نجمة», where «فادي نجمة» was told of: whatever else the word may be.
        if skipped == 0 && self.ends_marked_name(at) {
            return Some(Kind::Person);
        }
        self.may_be_noun(at, letters, of_word).then_some(Kind::Noun)
    }

    /// A word without the ending that «أن» before it asks for: «مسؤول» of «أن مسؤولا».
    pub(super) fn in_accusative(&self, at: usize) -> Option<&'a str> {
        let words = self.words;
        let that = at.checked_sub(1).filter(|&that| words.same_paragraph(that, at))?;
        let bare = words.at(at).strip_suffix('ا')?;
        (words.is(that, THAT) && listed_nowhere(words.kinds(at))).then_some(bare)
    }

    /// Whether a word of which nothing else is known may be somebody: «العداء», «مستثمر خليجي».
    fn may_be_noun(&self, at: usize, letters: &str, of_word: Kinds) -> bool {
        // «وقال لاحقا», «قال ضاحكا»: how, not who.
        let is_adverb = letters.ends_with('ا')
            || of_word.any(COMMON) && !letters.has_article() && !self.is_somebody(at);
        let is_behind_preposition = listed_nowhere(of_word) && letters.opens_with(BY | FOR);
        !is_adverb && !is_behind_preposition && letters.chars().count() > 2
    }

    /// Whether an everyday noun is somebody without a name: «مستثمر خليجي», «وسيط طلب عدم نشر اسمه».
    fn is_somebody(&self, at: usize) -> bool {
        let (words, next) = (self.words, self.words.at(at + 1));
        let is_relation = (next.ends_with('ي') || next.ends_with("يه"))
            && next.chars().count() > 4
            && !is_definite(words, at + 1)
            && !words.is(at + 1, PHRASE_END | COMMON);
        words.same_paragraph(at, at + 1) && (is_relation || words.is(at + 1, ANONYMITY))
    }

    /// Whether a person's name begins at a bare word that no office stands before.
    fn opens_name(&self, at: usize) -> bool {
        let of_word = self.words.kinds(at);
        if of_word.any(TITLE | BYSTANDER | SPEAKER) {
            return false;
        }
        let is_name = of_word.any(GIVEN | FAMILY | RARE_FAMILY) && !of_word.any(COMMON);
        is_name || of_word.any(GIVEN) && self.surname_follows(at)
    }

    /// Whether a word that can only be part of a name stands behind a word.
    fn surname_follows(&self, at: usize) -> bool {
        let (words, next) = (self.words, self.words.kinds(at + 1));
        let bare = words.at(at + 1).behind_article().map_or(Kinds::NONE, kinds);
        let is_rare = is_definite(words, at + 1) && (bare.any(NAME) || listed_nowhere(next));
        (next.any(NAME) || is_rare) && !next.any(COMMON | TITLE)
    }

    /// A name as it was marked: «مريم الصادق المهدي», of which grammar reads two words, «منصف بن عمار» of «الناجي منصف بن عمار».
    fn marked_whole(&self, (first, last): (usize, usize), end: usize) -> (usize, usize) {
        let is_marked = |at: usize| self.mention_at(at).is_some() && self.mention_is_person(at);
        let first = (first..=last)
            .take_while(|&at| at == first || is_definite(self.words, at - 1))
            .find(|&at| is_marked(at))
            .unwrap_or(first);
        let marked = self.mention_at(first).filter(|_| self.mention_is_person(first));
        let until = marked.map(|name| self.words.index_at(name.span.end.saturating_sub(1)));
        let until = until.filter(|&until| until < end);
        // «ألقى حمية كلمة قال فيها»: an everyday word behind the mark is no part of the name.
        let is_everyday = |index: usize| {
            let of_word = self.words.kinds(index);
            !listed_nowhere(of_word) && !of_word.any(NAME | NAME_TOO | TITLE)
        };
        let last = until.map_or(last, |until| match until + 1 {
            next if next <= last && is_everyday(next) => until,
            // «جوزفين زغيب بمرارة»
            next if next <= last && until > first && self.words.at(next).opens_with(BY | FOR) => {
                until
            }
            _ => last.max(until),
        });
        // «دينا مفتي قوله إن»: a title that nothing follows is the family name of whom one name is given.
        let (words, next) = (self.words, last + 1);
        let opens = words.is(next + 1, THAT) || words.at(next + 1).starts_with("قول");
        let is_family = words.is(next, TITLE) && !is_definite(words, next) && opens;
        let is_given = first == last && words.is(first, GIVEN);
        (first, if is_given && is_family && next < end { next } else { last })
    }

    /// The mention that begins at a word.
    pub(super) fn mention_at(&self, at: usize) -> Option<&'a Mention> {
        let span = self.words.list.get(at)?.span();
        touching(self.mentions, span).iter().find(|mention| mention.span.start == span.start)
    }

    /// Whether the same word was the last of a person's name of several words before.
    fn ends_marked_name(&self, at: usize) -> bool {
        let is_last = |index: usize| {
            let own = self.words.list[index].span().start;
            self.person_ending(index).is_some_and(|mention| mention.span.start < own)
        };
        self.places_before(at).any(is_last)
    }

    /// The mention of a person that ends at a word.
    pub(super) fn person_ending(&self, at: usize) -> Option<&'a Mention> {
        let span = self.words.list.get(at)?.span();
        touching(self.mentions, span)
            .iter()
            .find(|mention| mention.span.end == span.end && mention.is_person())
    }

    /// Where the name of a person stands in the words of a phrase.
    fn name(&self, at: usize, last: usize, is_telling: bool) -> NameFound {
        let words = self.words;
        let head = words.kinds(at);
        let mut state =
            Chain { start: None, is_definite: false, is_soft: false, has_surname: false };
        let mut end = last;
        for index in at..=last {
            if words.is_quotation_mark(index) {
                continue;
            }
            let (word, of_word) = (words.at(index), words.kinds(index));
            let has_article = is_definite(words, index);
            if index == at {
                state.is_definite = has_article || of_word.any(ADDRESS);
                if self.opens_with_name(at, last) {
                    state.start = Some(at);
                    state.has_surname = has_article;
                }
                continue;
            }
            let joins = words.is(index - 1, JOIN);
            if let Some(start) = state.start {
                match in_name(words, (start, index), &state, joins, is_telling) {
                    InName::Goes => {
                        state.has_surname |= has_article && !joins && !of_word.any(NAME_END);
                    }
                    InName::Starts => (state.start, state.has_surname) = (Some(index), false),
                    InName::Ends => {
                        end = index - 1;
                        break;
                    }
                }
                continue;
            }
            if word.starts_with("باسم") {
                state.is_definite = word != "باسم";
                continue;
            }
            let is_addressed = (at + 1, last) == (index, index) && self.is_addressed(index);
            if is_addressed || state.is_definite && self.opens_with_article(index, last) {
                state.start = Some(index);
                continue;
            }
            if self.is_of_title(index, state.is_definite) {
                state.is_definite = true;
                continue;
            }
            if of_word.any(COUNTRY | PLACE | ORG) && !of_word.any(GIVEN) {
                (state.is_definite, state.is_soft) = (true, false);
                continue;
            }
            if words.is(index, LOOSE_END) {
                state.is_definite = false;
                continue;
            }
            if state.is_definite {
                if self.may_open_name(index, last) {
                    state.start = Some(index);
                    continue;
                }
                if of_word.any(TITLE) {
                    // «اللواء قائد الشرطة فلان»: an office in apposition.
                    state.is_definite = false;
                    continue;
                }
                return NameFound { name: None, until: Some(index - 1) };
            }
            if of_word.any(GIVEN) && (head.any(DIRECT_TITLE) || state.is_soft) {
                state.start = Some(index);
            } else if listed_nowhere(of_word) {
                state.is_soft = true;
            }
        }
        // «العربي ولد أحمد»: what is joined needs a name before it.
        let joined = |start: usize| start > at && words.is(start, LINEAGE);
        let name = state.start.map(|start| (start - usize::from(joined(start)), end));
        let name = name.filter(|&(start, _)| {
            // «الناطق باسم فلان»: the name is of him who is spoken for.
            start == at || !self.is_anothers(at, start)
        });
        NameFound { name, until: name.map(|_| end) }
    }

    /// Whether a word goes on with an office before a name: with «ال», a form of address, a part of a rank («الفريق أول الركن فلان»).
    fn is_of_title(&self, at: usize, is_closed: bool) -> bool {
        let words = self.words;
        let is_rank = words.is(at, RANK_PART) && words.is(at - 1, ADDRESS | RANK_PART);
        is_definite(words, at) || words.is(at, ADDRESS) || is_closed && is_rank
    }

    /// Whether a name, and no office, begins a phrase: «مريم», «عبد القادر», «الطاهر بلقايد».
    fn opens_with_name(&self, at: usize, last: usize) -> bool {
        let words = self.words;
        let is_joined = || words.is(at, JOIN) && words.kinds(at + 1).any(NAME);
        let is_bare = || !is_definite(words, at) && (self.opens_name(at) || is_joined());
        is_bare() || self.mention_is_person(at) || self.opens_with_article(at, last)
    }

    /// «السيد الصخابي»: behind a form of address a word with «ال» is a family name.
    fn is_addressed(&self, at: usize) -> bool {
        let words = self.words;
        let is_surname = is_definite(words, at) && !words.is(at, COMMON | TITLE | NATION);
        is_surname && words.is(at - 1, ADDRESS)
    }

    /// Whether a name at a word behind an office is that of whom somebody speaks for, or is somebody's.
    fn is_anothers(&self, office: usize, name: usize) -> bool {
        let is_alone = name == office + 1;
        self.words.at(name - 1) == "باسم" || is_alone && self.governs(office)
    }

    /// «محامي فلان», «شقيق فلان»: a title without «ال» right before a name says whose he is, but for a form of address.
    pub(super) fn governs(&self, at: usize) -> bool {
        let words = self.words;
        let is_bare = !is_definite(words, at) && !has_pronoun(words.written(at));
        let is_address = words.is(at, DIRECT_TITLE | ADDRESS | GIVEN) && !words.is(at, KIN);
        // «حيدر طالب عبد الأمير»: a word of a name.
        let is_inside = at.checked_sub(1).is_some_and(|before| words.is(before, GIVEN | FAMILY));
        is_bare && words.is(at, TITLE | KIN) && !is_address && !is_inside
    }

    /// «الطاهر بلقايد»: a given name with «ال», and a bare name behind it.
    fn opens_with_article(&self, at: usize, last: usize) -> bool {
        let words = self.words;
        let Some(given) = words.at(at).behind_article() else { return false };
        let is_given = kinds(given).any(GIVEN) && !words.is(at, TITLE | COMMON | NATION);
        is_given && at < last && !is_definite(words, at + 1) && {
            let next = words.kinds(at + 1);
            !next.any(COMMON | TITLE) && (next.any(NAME) || listed_nowhere(next))
        }
    }

    fn mention_is_person(&self, at: usize) -> bool {
        self.mention_at(at).is_some_and(|mention| mention.is_person())
    }

    /// Whether a bare word behind an office can open a name.
    fn may_open_name(&self, at: usize, last: usize) -> bool {
        let (words, of_word) = (self.words, self.words.kinds(at));
        // «لاهثا», «نهاية المباراة»: how or when, and no name.
        let ends_as_adverb = words.at(at).ends_with('ا') && !of_word.any(GIVEN | FAMILY);
        if ends_as_adverb && at == last {
            return false;
        }
        if self.mention_is_person(at) {
            return true;
        }
        // «لتعاونية»: a strange word with «لـ», unless a vowel behind it makes it «لافروف».
        let is_for =
            words.at(at).behind(FOR).is_some_and(|rest| !rest.starts_with(['ا', 'و', 'ي']));
        if is_chief(words, at) || is_for && listed_nowhere(of_word) {
            return false;
        }
        if of_word.any(NAME) {
            return !of_word.any(TITLE | COMMON) || of_word.any(GIVEN | TITLE_OR_NAME) && at < last;
        }
        // «المهندس سهيل بركات»: an everyday word, and a name that stands behind it.
        let is_everyday = of_word.any(COMMON) && !of_word.any(TITLE | PHRASE_END);
        if is_everyday && at < last && self.surname_follows(at) {
            return true;
        }
        listed_nowhere(of_word) && !ends_as_adverb && at < last && !is_saying(words.at(at))
    }

    /// The words of a span on one line.
    pub(super) fn shown(&self, span: Span) -> String {
        span.cut(self.words.text).split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// Where a name stands in a phrase, and where that ends if not where it seemed to.
struct NameFound {
    name: Option<(usize, usize)>,
    until: Option<usize>,
}

/// How far the reading of an office and a name has come.
struct Chain {
    start: Option<usize>,
    /// Whether the office is closed by a definite word, so that a bare word opens the name.
    is_definite: bool,
    /// Whether a word that no list has stands in it, which may be a place.
    is_soft: bool,
    /// Whether the name has a word with «ال».
    has_surname: bool,
}

/// What a word does to the name before it.
enum InName {
    Goes,
    Starts,
    Ends,
}

fn in_name(
    words: &Words<'_>,
    (start, index): (usize, usize),
    state: &Chain,
    joins: bool,
    is_telling: bool,
) -> InName {
    let (word, of_word) = (words.at(index), words.kinds(index));
    let count = index - start;
    if joins {
        return InName::Goes;
    }
    let is_name = of_word.any(NAME | TRADE_NAME);
    if is_definite(words, index) {
        let is_second = state.has_surname || is_telling && count > 1;
        return match is_name {
            false if is_second => InName::Ends,
            false if count > 1 && of_word.any(COMMON) => InName::Ends,
            _ => InName::Goes,
        };
    }
    if state.has_surname {
        // «حافظ الأختام رشيد»: behind «ال» a bare word opens a name anew.
        return if of_word.any(GIVEN) && !of_word.any(TITLE) {
            InName::Starts
        } else {
            InName::Ends
        };
    }
    let written = words.written(index);
    let has_pronoun = ["ه", "ها", "هم"].iter().any(|pronoun| written.ends_with(pronoun));
    let is_state = words.written(index).ends_with('ة') && is_telling;
    if count > 1 && (!is_name && (is_telling || has_pronoun) || is_state) {
        return InName::Ends;
    }
    if is_deed(words, index) {
        return InName::Ends;
    }
    let is_office = of_word.any(TITLE | ORG_HEAD) && !of_word.any(GIVEN | FAMILY | TITLE_OR_NAME);
    if is_office || count >= 5 {
        return InName::Ends;
    }
    match (is_name, count) {
        // «… لاحقا»
        (false, 2..) if word.ends_with('ا') || of_word.any(COMMON) => InName::Ends,
        _ => InName::Goes,
    }
}

/// «فقدت» of «زوجته عائشة فقدت أختها»: a verb of hers that no list has.
fn is_deed(words: &Words<'_>, index: usize) -> bool {
    let is_hers = words.written(index).ends_with('ت') && is_verb(words.at(index));
    is_hers && listed_nowhere(words.kinds(index))
}
