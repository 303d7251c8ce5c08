//! Who signs beside a place or whoever writes: «مسقط - السارية:», «رؤيا الاقتصادية - لمى الحوراني», «المنامة/ وكالة مرسى:».
//!
//! No mark tells a name there from a section, a person or a body; what it is built of does. One word is whatever is left where
//! place, day and writer are taken away. Of several words the first says what it is («وكالة مرسى»), or is what papers are called
//! by («الأفق السياسي»), or agrees with nothing behind it, as no words of the language do («رؤيا الاقتصادية»). Where nothing of this
//! is so, the page names nobody: a name that is none would stand in every citation.

use super::asked::{
    Asked, CONTENT, FUNCTION, IN_NAME, NAMING, OF_DAY, are, holds, of_length, one_of, stands,
};
use super::called::{
    OF_PAGE, is_name_of_outlet, is_place, is_single_name, is_writer, name_of, place_at,
    says_itself, segments, tailed, words_of,
};
use super::dateline::is_date_word;
use super::labelled::{Fate, Labelled};
use super::signature;
use super::signers::{Signer, signer_at};
use super::words::Word;
use crate::arabic::calendar::printed::printed_days;
use crate::arabic::clitics::Onto;
use crate::arabic::fold::folded;
use crate::arabic::lexicon::{
    self, COMMON, FAMILY, GIVEN, Kinds, NATION, ORG, ORG_HEAD, OUTLET_FIELD, OUTLET_MANNER,
    OUTLET_NAMED, OUTLET_OPENS, PAGE_PART, PLACE_HEAD, RARE_FAMILY, STAFF, TITLE,
};
use crate::document::{Clue, ClueKind};
use crate::weigh::{Pattern, Traits};

/// Where the page names nobody else: a name beside the place or the writer, in the dateline or in the line under the headline.
pub(super) fn signed_beside_place(labelled: &Labelled<'_, '_>, clues: &[Clue]) -> Option<String> {
    let datelines =
        clues.iter().filter(|clue| clue.kind == ClueKind::Dateline).map(|clue| clue.text.as_str());
    let text = labelled.fates.iter().position(|fate| matches!(fate, Fate::Keep))?;
    let title = labelled.fates.iter().position(|fate| matches!(fate, Fate::Title)).unwrap_or(text);
    let cut = (0..text).filter(|&index| labelled.is_around(index));
    // «رويترز - العقبة» may stand over the headline too, where anything else is a part of the page.
    let signed = cut
        .map(|index| (index, labelled.block(index).span.cut(labelled.text).trim()))
        .filter(|&(index, line)| match index < title {
            true if segments(line).any(is_agency) => true,
            true => signature::from_place(line).is_some_and(is_name_of_outlet),
            false => true,
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
    // «الحسيمة - قلم الريف:»: a dateline opens with its place, whatever that is called.
    let place = match stands {
        Stands::AroundHeadline => None,
        Stands::BeforeText => {
            let known = parts[1..].iter().find(|(part, words)| are_places(words, part));
            known.is_none().then_some(0)
        }
    };
    let mut has_neighbour = false;
    let mut found = None;
    for (at, (written, words)) in parts.iter().enumerate() {
        let part = if place == Some(at) { Part::Neighbour } else { part(written, words, stands) };
        match part {
            Part::Neighbour => has_neighbour = true,
            Part::Name if found.replace(*written).is_some() => return None,
            Part::Name | Part::Other => {}
        }
    }
    found.filter(|_| has_neighbour)
}

/// What a part of a line is.
enum Part {
    /// A place, the desk or whoever writes, beside which an outlet signs.
    Neighbour,
    /// Built as outlets are called.
    Name,
    Other,
}

fn part(written: &str, words: &[Word], stands: Stands) -> Part {
    match stands {
        _ if are_places(words, written) => Part::Neighbour,
        _ if is_built_as_name(written, words) => Part::Name,
        Stands::BeforeText if is_definite_name(written, words) => Part::Name,
        // «راصد العراق / متابعة», «خاص - نافذة الجنوب»
        _ if are(words, OF_PAGE) => Part::Neighbour,
        _ if is_writer(written, words) => Part::Neighbour,
        _ => Part::Other,
    }
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

/// «إشراف: نادر خوري»: a word, a colon and a person.
fn is_credit(line: &str) -> bool {
    let Some((label, behind)) = line.split_once(':') else { return false };
    let [_] = words_of(label)[..] else { return false };
    let person = segments(behind).next().unwrap_or_default();
    is_writer(person, &words_of(person))
}

/// How many words the name of an outlet has at most.
const NAME: usize = 4;

/// Whether the words of a name tell by themselves that it is an outlet's.
fn is_built_as_name(name: &str, words: &[Word]) -> bool {
    const HEADS: Kinds = Kinds::of(&[ORG_HEAD, PLACE_HEAD, TITLE]);
    const FAMILIES: Kinds = Kinds::of(&[FAMILY, RARE_FAMILY]);
    let bare = of_length(words, 2..=NAME).filter(|words| are(words, IN_NAME));
    let Some([first, second, rest @ ..]) = bare else { return false };
    let of_first = lexicon::kinds(&folded(written(first, name)));
    let looks = Traits::noted(&[
        (SAYS, says_itself(name, words)),
        (ADJECTIVES, is_of_adjectives(words, name)),
        (CALLED_BY, first.is(OUTLET_NAMED)),
        (HEAD, of_first.any(HEADS)),
        (PERSON, of_first.any(GIVEN)),
        (DEFINITE, is_definite(first, name)),
        (BEFORE_DEFINITE, is_definite(second, name)),
        (BEFORE_FIELD, is_feminine_field(second, name)),
        (BEFORE_FAMILY, lexicon::kinds(&masculine(second, name)).any(FAMILIES)),
        (LONG, !rest.is_empty()),
    ]);
    looks.fits(&BUILT)
}

/// It says what it is: «وكالة مرسى».
const SAYS: Traits = Traits::one(0);
/// «الاقتصادية المستقلة»
const ADJECTIVES: Traits = Traits::one(1);
/// Its first word is what papers are called by: «أفق», «نبض», «قلم».
const CALLED_BY: Traits = Traits::one(2);
/// That of a body, a place or an office: «وزارة».
const HEAD: Traits = Traits::one(3);
/// A first name: «شيخة».
const PERSON: Traits = Traits::one(4);
/// With «ال».
const DEFINITE: Traits = Traits::one(5);
/// Its second word has «ال».
const BEFORE_DEFINITE: Traits = Traits::one(6);
/// That is a field: «الاقتصادية».
const BEFORE_FIELD: Traits = Traits::one(7);
/// A family in the feminine: «المعمرية».
const BEFORE_FAMILY: Traits = Traits::one(8);
/// It has more than two words.
const LONG: Traits = Traits::one(9);

/// How outlets are called.
const BUILT: [Pattern; 4] = [
    Traits::of(&[SAYS, ADJECTIVES]).alone(),
    // «الأفق السياسي», «نبض المغاربية», «قلم الريف»
    CALLED_BY.with(BEFORE_DEFINITE).without(PERSON),
    // «رؤيا الاقتصادية»: no noun without «ال» has an adjective with it.
    BEFORE_FIELD.without(Traits::of(&[DEFINITE, HEAD, LONG, PERSON])),
    // «شيخة المعمرية»: families in the Gulf have, but none is called by a field.
    BEFORE_FIELD.without(Traits::of(&[DEFINITE, HEAD, LONG, BEFORE_FAMILY])),
];

/// «البيدر الزراعي», «السدرة الثقافية» in a dateline: a noun with «ال» that is no body, place, person or word of the news, and the
/// field that it is of.
fn is_definite_name(name: &str, words: &[Word]) -> bool {
    const OTHER: Kinds = Kinds::of(&[ORG_HEAD, ORG, PLACE_HEAD, TITLE, COMMON]);
    const NOUN: Asked = CONTENT.without(Kinds::of(&[PAGE_PART, STAFF]));
    // «موقع ضفة ثالثة»: what says what it is may have any name, where nothing else can stand.
    if stands(words, 0, &[one_of(OUTLET_OPENS)]) {
        return of_length(words, 2..=NAME).is_some_and(|words| are(words, NAMING));
    }
    // «البادية السورية»: what is of a land may be a part of it.
    let [first, second] = words else { return false };
    if !stands(words, 0, &[NOUN, one_of(OUTLET_FIELD)]) {
        return false;
    }
    let head = folded(written(first, name));
    // «الحبيب التونسي» is a person; a girl may be called «سدرة», and a paper «السدرة».
    let kinds = lexicon::kinds(&head) | lexicon::kinds(head.without_article()).only(OTHER);
    let are_definite = [first, second].iter().all(|word| is_definite(word, name));
    are_definite && !kinds.any(OTHER | GIVEN)
}

/// «الاقتصادية المستقلة», «الرياضية العربية»: the field of a paper and how it calls itself, and no noun that they would belong to.
fn is_of_adjectives(words: &[Word], name: &str) -> bool {
    let [first, second] = words else { return false };
    let is_own = first.is(OUTLET_FIELD) && is_feminine_field(first, name);
    is_own && (second.is(OUTLET_MANNER) || is_feminine_field(second, name))
}

/// «الاقتصادية», «المغاربية»
fn is_feminine_field(word: &Word, name: &str) -> bool {
    let written = Some(written(word, name)).filter(|written| written.ends_with(['ة', 'ه']));
    match written.filter(|written| written.has_article()) {
        Some(_) if word.is(OUTLET_FIELD) => true,
        Some(written) => lexicon::is(&folded(written), NATION),
        None => false,
    }
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
        let is_second = has_place && is_agency;
        if !is_second && is_place(segment) {
            has_place = true;
            continue;
        }
        let words = words_of(segment);
        // «بغداد / علي الحياني»: a first name that looks like a preposition is no reason to take the other for an outlet's.
        if stands(&words, 0, &[FUNCTION]) && is_writer(segment, &words) {
            // What stands before whoever writes is his town, listed or not.
            if alone.is_some() {
                return None;
            }
            continue;
        }
        // «الوادي الأخضر - رويترز»: what stands beside an agency is a place, listed or not.
        has_place |= is_agency;
        let is_name = is_agency || tailed(&words) && is_built_as_name(segment, &words);
        let name = if is_name {
            segment
        } else {
            let days = printed_days(segment);
            let mut left = words.iter().filter(|word| {
                let written = word.span().cut(segment);
                match is_place(written) {
                    true => {
                        has_place = true;
                        false
                    }
                    false if is_of_a_day(word, written) => false,
                    false => !days.iter().any(|day| day.span.contains(word.span())),
                }
            });
            let (Some(word), None) = (left.next(), left.next()) else { continue };
            let written = word.span().cut(segment);
            // «ريف حمص», «مدار الساعة»: where no day stands, and no «من», the word belongs to what is beside it.
            if words.len() > 1 && !holds(&words, OF_DAY) {
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
    match (has_place, is_only_part) {
        (true, _) => alone,
        (false, true) => alone.filter(|_| line.trim_end().ends_with(':')),
        (false, false) => None,
    }
}

/// «واس», «رويترز»: whole the name of an agency.
fn is_agency(name: &str) -> bool {
    let inside = words_of(name);
    match signer_at(&inside) {
        Some((Signer::Agency | Signer::AgencyOrWord, len)) => len == inside.len(),
        _ => false,
    }
}

/// «السبت», «هـ», «الموافق», «في»
pub(super) fn is_of_a_day(word: &Word, written: &str) -> bool {
    let letters = written.chars().filter(|&c| c != 'ـ').count();
    letters < 2 || OF_DAY.fits(word) || is_date_word(word)
}
