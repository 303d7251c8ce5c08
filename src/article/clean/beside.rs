//! Who signs beside a place or whoever writes: «مسقط - السارية:», «رؤيا الاقتصادية - لمى الحوراني», «المنامة/ وكالة مرسى:».
//!
//! No mark tells a name there from a section, a person or a body; what it is built of does. One word is whatever is left where
//! place, day and writer are taken away. Of several words the first says what it is («وكالة مرسى»), or is what papers are called
//! by («الأفق السياسي»), or agrees with nothing behind it, as no words of the language do («رؤيا الاقتصادية»). Where nothing of this
//! is so, the page names nobody: a name that is none would stand in every citation.

use super::called::{
    is_name_of_outlet, is_place, is_single_name, name_of, place_at, says_itself, segments, tailed,
    words_of,
};
use super::dateline::is_date_word;
use super::labelled::{Fate, Labelled};
use super::signature;
use super::signers::{Signer, signer_at};
use super::words::{Class, Word};
use crate::arabic::calendar::printed::printed_days;
use crate::arabic::clitics::Onto;
use crate::arabic::fold::folded;
use crate::arabic::lexicon::{
    self, COMMON, FAMILY, GIVEN, Kinds, NATION, ORG, ORG_HEAD, OUTLET_FIELD, OUTLET_MANNER,
    OUTLET_NAMED, OUTLET_OPENS, PAGE_PART, PLACE_HEAD, RARE_FAMILY, STAFF, TITLE,
};
use crate::document::{Clue, ClueKind};

/// Where the page names nobody else: a name beside the place or the writer, in the dateline or in the line under the headline.
pub(super) fn signed_beside_place(labelled: &Labelled<'_, '_>, clues: &[Clue]) -> Option<String> {
    let datelines =
        clues.iter().filter(|clue| clue.kind == ClueKind::Dateline).map(|clue| clue.text.as_str());
    let text = labelled.fates.iter().position(|fate| matches!(fate, Fate::Keep))?;
    let title = labelled.fates.iter().position(|fate| matches!(fate, Fate::Title)).unwrap_or(text);
    let cut = (0..text).filter(|&index| {
        labelled.is_cut(index) && !labelled.in_region[index] && !labelled.letter.has(index)
    });
    // «رويترز - العقبة» may stand over the headline too, where anything else is a part of the page.
    let signed = cut
        .map(|index| (index, labelled.block(index).span.cut(labelled.text).trim()))
        .filter(|&(index, line)| {
            index >= title
                || segments(line).any(is_agency)
                || signature::from_place(line).is_some_and(is_name_of_outlet)
        })
        .map(|(_, line)| line);
    let datelines = datelines.map(|line| (line, Stands::BeforeText));
    let mut lines = datelines.chain(signed.map(|line| (line, Stands::AroundHeadline)));
    lines.find_map(|(line, stands)| {
        // «إشراف: نادر خوري - لندن» is what somebody has done; «رويترز وفرانس برس» together are nobody alone.
        if is_credit(line) || signature::agencies(line).len() > 1 {
            return None;
        }
        let from_place = signature::from_place(line).filter(|name| is_name_of_outlet(name));
        let name = from_place.or_else(|| alone_beside_place(line));
        name_of(name.or_else(|| built_as_name(line, stands))?, false)
    })
}

/// Where a line stands in which somebody may sign.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stands {
    /// In the dateline, where place, day, outlet and writer stand and nothing else.
    BeforeText,
    /// Over the headline or under it, where sections of the page stand too.
    AroundHeadline,
}

/// The only part of a line that is built as outlets are called, beside a place or whoever writes.
fn built_as_name(line: &str, stands: Stands) -> Option<&str> {
    /// How many parts such a line has at most: outlet, place, day, writer.
    const PARTS: usize = 4;
    let parts: Vec<(&str, Vec<Word>)> = segments(line).map(|part| (part, words_of(part))).collect();
    if !(2..=PARTS).contains(&parts.len()) {
        return None;
    }
    let is_known_place = |part: &str| are_places(&words_of(part), part);
    // «الحسيمة - قلم الريف:»: a dateline opens with its place, whatever that is called.
    let opens_with_place =
        stands == Stands::BeforeText && !parts[1..].iter().any(|(part, _)| is_known_place(part));
    let mut has_neighbour = false;
    let mut found = None;
    for (at, (written, words)) in parts.iter().enumerate() {
        let is_place = at == 0 && opens_with_place || is_known_place(written);
        let is_name = !is_place
            && (is_built_as_name(written, words)
                || stands == Stands::BeforeText && is_definite_name(written, words));
        // «راصد العراق / متابعة», «خاص - نافذة الجنوب»
        let is_of_desk = words.iter().all(|word| word.is(PAGE_PART | STAFF));
        let is_beside = is_of_desk || is_writer(written, words);
        has_neighbour |= is_place || !is_name && is_beside;
        if is_name && found.replace(*written).is_some() {
            return None;
        }
    }
    found.filter(|_| has_neighbour)
}

/// «طرابلس», «طرابلس لبنان», «الدار البيضاء - المغرب»: nothing but places, one behind the other.
fn are_places(words: &[Word], line: &str) -> bool {
    let folded: Vec<String> = words.iter().map(|word| folded(word.span().cut(line))).collect();
    let mut at = 0;
    while at < folded.len() {
        match place_at(&folded[at..]) {
            0 => return false,
            len => at += len,
        }
    }
    at > 0
}

/// «لمى الحوراني», «عبد القادر بن يوسف», «كتب طارق الشامي»: a first name and what follows it.
pub(super) fn is_writer(part: &str, words: &[Word]) -> bool {
    let names = words.iter().skip_while(|word| word.is(PAGE_PART | STAFF));
    let names: Vec<&Word> = names.collect();
    let fits = (2..=NAME + 1).contains(&names.len());
    fits && lexicon::is(&folded(names[0].span().cut(part)), GIVEN)
}

/// «إشراف: نادر خوري»: a word, a colon and a person.
fn is_credit(line: &str) -> bool {
    line.split_once(':').is_some_and(|(label, behind)| {
        let person = segments(behind).next().unwrap_or_default();
        words_of(label).len() == 1 && is_writer(person, &words_of(person))
    })
}

/// How many words the name of an outlet has at most.
const NAME: usize = 4;

/// Whether the words of a name tell by themselves that it is an outlet's.
fn is_built_as_name(name: &str, words: &[Word]) -> bool {
    let [first, second, ..] = words else { return false };
    let is_bare = words
        .iter()
        .all(|word| matches!(word.class, Class::Content | Class::Latin | Class::Common));
    const HEADS: Kinds = Kinds::of(&[ORG_HEAD, PLACE_HEAD, TITLE]);
    const FAMILIES: Kinds = Kinds::of(&[FAMILY, RARE_FAMILY]);
    if !is_bare || words.len() > NAME {
        return false;
    }
    let opened = written(first, name);
    let says_what_it_is = says_itself(name, words);
    let is_person = lexicon::is(&folded(opened), GIVEN);
    // «الأفق السياسي», «نبض المغاربية», «قلم الريف»: what papers are called by, and something definite behind it.
    let is_called_so = first.is(OUTLET_NAMED) && is_definite(second, name);
    // «رؤيا الاقتصادية»: no noun without «ال» has an adjective with it.
    let agrees_with_nothing = words.len() == 2
        && !is_definite(first, name)
        && !lexicon::kinds(&folded(opened)).any(HEADS)
        && is_feminine_field(second, name);
    // «شيخة المعمرية»: so do families in the Gulf, but none is called by a field.
    let is_family = lexicon::kinds(&masculine(second, name)).any(FAMILIES);
    says_what_it_is
        || is_of_adjectives(words, name)
        || !is_person && is_called_so
        || agrees_with_nothing && !(is_person && is_family)
}

/// «البيدر الزراعي», «السدرة الثقافية» in a dateline: a noun with «ال» that is no body, place, person or word of the news, and the
/// field that it is of.
fn is_definite_name(name: &str, words: &[Word]) -> bool {
    const OTHER: Kinds = Kinds::of(&[ORG_HEAD, ORG, PLACE_HEAD, TITLE, COMMON]);
    // «موقع ضفة ثالثة»: what says what it is may have any name, where nothing else can stand.
    if words.first().is_some_and(|first| first.is(OUTLET_OPENS)) {
        return (2..=NAME).contains(&words.len())
            && words.iter().all(|word| matches!(word.class, Class::Content | Class::Latin));
    }
    let [first, second] = words else { return false };
    let head = folded(written(first, name));
    let bare = head.without_article();
    // «الحبيب التونسي» is a person; a girl may be called «سدرة», and a paper «السدرة».
    let is_other = first.is(PAGE_PART | STAFF)
        || lexicon::kinds(&head).any(OTHER | GIVEN)
        || lexicon::kinds(bare).any(OTHER);
    let are_definite = [first, second].iter().all(|word| is_definite(word, name));
    // «البادية السورية»: what is of a land may be a part of it.
    first.class == Class::Content && are_definite && second.is(OUTLET_FIELD) && !is_other
}

/// «الاقتصادية المستقلة», «الرياضية العربية»: the field of a paper and how it calls itself, and no noun that they would belong to.
fn is_of_adjectives(words: &[Word], name: &str) -> bool {
    let [first, second] = words else { return false };
    let is_own = first.is(OUTLET_FIELD) && is_feminine_field(first, name);
    is_own && (second.is(OUTLET_MANNER) || is_feminine_field(second, name))
}

/// «الاقتصادية», «المغاربية»
fn is_feminine_field(word: &Word, name: &str) -> bool {
    let written = written(word, name);
    let is_known = word.is(OUTLET_FIELD) || lexicon::is(&folded(written), NATION);
    is_definite(word, name) && written.ends_with(['ة', 'ه']) && is_known
}

/// «الاقتصادي» of «الاقتصادية», folded.
fn masculine(word: &Word, name: &str) -> String {
    folded(written(word, name)).trim_end_matches('ه').to_owned()
}

fn is_definite(word: &Word, name: &str) -> bool {
    written(word, name).has_article()
}

fn written<'n>(word: &Word, name: &'n str) -> &'n str {
    word.span().cut(name)
}

/// «مسقط - السارية:», «الخرطوم: سارية», «السارية / إسطنبول», «السارية من الرباط», «الدوحة 26 نوفمبر 2024 م سارية»: the
/// one word that is left where place, day and whoever writes are taken away. Whoever writes has two names. «السارية:» needs
/// no place: no other word stands so before a lede.
fn alone_beside_place(line: &str) -> Option<&str> {
    let mut has_place = false;
    let mut alone: Option<&str> = None;
    let is_only_part = segments(line).nth(1).is_none();
    for segment in segments(line) {
        let is_agency = is_agency(segment);
        // «الدوحة - قنا»: of two places the second may be an agency.
        if is_place(segment) && !(has_place && is_agency) {
            has_place = true;
            continue;
        }
        let words = words_of(segment);
        // «بغداد / علي الحياني»: a first name that looks like a preposition is no reason to take the other for an outlet's.
        let is_function = words.first().is_some_and(|first| first.class == Class::Function);
        if is_function && is_writer(segment, &words) {
            // What stands before whoever writes is his town, listed or not.
            if alone.is_some() {
                return None;
            }
            continue;
        }
        // «الوادي الأخضر - رويترز»: what stands beside an agency is a place, listed or not.
        has_place |= is_agency;
        let name = if is_agency || tailed(&words) && is_built_as_name(segment, &words) {
            segment
        } else {
            let days = printed_days(segment);
            let mut left = words.iter().filter(|word| {
                let written = word.span().cut(segment);
                let is_place = is_place(written);
                has_place |= is_place;
                !is_place
                    && !is_of_a_day(word, written)
                    && !days.iter().any(|day| day.span.contains(word.span()))
            });
            let (Some(word), None) = (left.next(), left.next()) else { continue };
            let written = word.span().cut(segment);
            // «ريف حمص», «مدار الساعة»: where no day stands, and no «من», the word belongs to what is beside it.
            let parts = |word: &Word| matches!(word.class, Class::Number | Class::Function);
            let is_apart = words.len() == 1 || words.iter().any(parts);
            if !is_apart {
                continue;
            }
            if !is_single_name(word, written) {
                return None;
            }
            written
        };
        if alone.replace(name).is_some() {
            return None;
        }
    }
    alone.filter(|_| has_place || is_only_part && line.trim_end().ends_with(':'))
}

/// «واس», «رويترز»: whole the name of an agency.
fn is_agency(name: &str) -> bool {
    let inside = words_of(name);
    signer_at(&inside).is_some_and(|(signer, len)| len == inside.len() && signer != Signer::Paper)
}

/// «السبت», «هـ», «الموافق», «في»
pub(super) fn is_of_a_day(word: &Word, written: &str) -> bool {
    matches!(word.class, Class::Number | Class::Function)
        || is_date_word(word)
        || written.chars().filter(|&c| c != 'ـ').count() < 2
}
