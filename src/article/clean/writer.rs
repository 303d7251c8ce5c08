//! Who wrote the article, as far as the lines around it say.
//!
//! A person is named as its writer behind what says so («بقلم: فلان», «كتبت - فلانة:»), beside the place that he reports from
//! («بغداد / فلان»), or alone in a line between headline and text, where the article itself does not speak of him. Whoever edits,
//! translates or takes pictures wrote nothing, a desk is nobody, and of two who share an article the page names no one: a name
//! that is none would stand in every citation.

use std::collections::HashSet;
use std::ops::RangeInclusive;

use super::asked::{Asked, FUNCTION, NAMING, are, of, of_length, one_of, stands};
use super::called::{from_place, is_place, is_writer, segments, words_of};
use super::clues::stated;
use super::credits::{self, Deed};
use super::days;
use super::labelled::{Fate, Labelled};
use super::words::{Class, Word};
use crate::arabic::clitics::{AND, Onto};
use crate::arabic::fold::folded;
use crate::arabic::lexicon::{
    self, ADDRESS, BORNE, COMMON, CORRESPONDENT, COUNTRY, FAMILY, GIVEN, Kinds, LINEAGE, OF_WRITER,
    ORG, ORG_HEAD, OTHER_HAND, OUTLET_OPENS, PAGE_PART, PICTURE, PLACE, PLACE_HEAD, PUBLISHER,
    RARE_FAMILY, STAFF, TITLE, WRITTEN_BY,
};
use crate::document::{Clue, ClueKind, FrontMatter};
use crate::span::Span;

/// How many words the name of a writer has at most.
const NAME: usize = 5;
/// How many words a line that names a writer has at most.
const LINE: usize = 14;
/// How many lines over the headline are asked for him, and how many behind the text.
const OVER: usize = 4;
const FOOT: usize = 3;

/// How a line says who wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Says {
    /// It holds nothing else.
    Alone,
    /// It has the place that he writes from, or the word that the article is the page's own.
    Beside,
    /// It says that he wrote.
    Outright,
}

/// A writer and how he is named as one.
struct Writer<'t> {
    name: &'t str,
    says: Says,
}

/// Fills in the writer, where no person wrote one and the page names one.
pub(super) fn fill(front: &mut FrontMatter, labelled: &Labelled<'_, '_>, clues: &[Clue]) {
    if front.source.author.is_some() {
        return;
    }
    let stated = stated(clues, ClueKind::Byline)
        .filter_map(|clue| person(&clue.text))
        .map(|name| Writer { name, says: Says::Outright });
    let datelines = clues
        .iter()
        .filter(|clue| clue.kind == ClueKind::Dateline)
        .filter_map(|clue| of_line(&clue.text))
        .filter(|writer| writer.says > Says::Alone);
    let mut found: Vec<Writer<'_>> = stated.chain(datelines).collect();
    found.extend(of_lines(labelled));
    if found.is_empty() {
        found.extend(beside_place(front, labelled));
    }
    let Some(best) = found.iter().map(|writer| writer.says).max() else { return };
    let mut best = found.iter().filter(|writer| writer.says == best);
    let Some(first) = best.next() else { return };
    let is_same = |other: &Writer<'_>| folded(other.name) == folded(first.name);
    if best.all(is_same) {
        front.source.author = Some(first.name.split_whitespace().collect::<Vec<_>>().join(" "));
    }
}

/// «الرقة – روشين حسكو», where another line names the outlet: a name that no list has, and that is no word of the news.
fn beside_place<'t>(front: &FrontMatter, labelled: &Labelled<'_, 't>) -> Option<Writer<'t>> {
    let outlet = folded(front.source.outlet.as_deref()?);
    let text = labelled.fates.iter().position(|fate| matches!(fate, Fate::Keep))?;
    let title = labelled.fates.iter().position(|fate| matches!(fate, Fate::Title))?;
    let named = |index: usize| {
        let line = labelled.block(index).span.cut(labelled.text);
        let mut parts = segments(line);
        let (place, name, None) = (parts.next()?, parts.next()?, parts.next()) else { return None };
        let words = words_of(name);
        let is_other = outlet.contains(&folded(name)) || is_place(name);
        let is_writer =
            [words.len() > 1, !is_other, is_place(place), has_no_other_sense(name, &words)];
        let is_writer = is_writer.iter().all(|&is_so| is_so);
        is_writer.then_some(Writer { name, says: Says::Beside })
    };
    (title..text).filter(|&index| labelled.is_around(index)).find_map(named)
}

/// Those whom the lines between headline and text name, and the line that signs behind it.
fn of_lines<'t>(labelled: &Labelled<'_, 't>) -> Vec<Writer<'t>> {
    let is_of = |wanted: fn(&Fate) -> bool| labelled.fates.iter().position(wanted);
    let Some(text) = is_of(|fate| matches!(fate, Fate::Keep)) else { return Vec::new() };
    let title = is_of(|fate| matches!(fate, Fate::Title)).unwrap_or(text);
    let line = |index: usize| labelled.block(index).span.cut(labelled.text).trim();
    let is_own = |index: &usize| labelled.is_around(*index);
    let above = (title..text).filter(is_own);
    let mut found: Vec<Writer<'t>> = above.filter_map(|index| of_line(line(index))).collect();
    // «كتبت ريتا صوما» over the headline.
    let over = (title.saturating_sub(OVER)..title).filter(is_own);
    let says_so = |writer: &Writer<'_>| writer.says == Says::Outright;
    found.extend(over.filter_map(|index| of_line(line(index))).filter(says_so));
    let end = labelled.fates.iter().rposition(|fate| matches!(fate, Fate::Keep)).unwrap_or(text);
    let behind = (end + 1..labelled.fates.len()).find(is_own);
    // «محمد الزين», «كاتب وباحث»: whoever signs is called so in the next line.
    let is_called = |index: usize| {
        let words = (index + 1 < labelled.fates.len()).then(|| words_of(line(index + 1)));
        words.is_some_and(|words| stands(&words, 0, &[one_of(TITLE)]))
    };
    // «د. آسو كريم» over «أستاذ الهندسة المدنية», whatever his name is.
    let addressed = |index: usize| addressed(line(index)).filter(|_| is_called(index));
    found.extend((title..text).filter(is_own).filter_map(addressed));
    // «(تغطية صحفية: فلانة - تحرير: فلان)», «عن الكاتب» over his name: they say so wherever they stand behind the text.
    let foot = || (end + 1..labelled.fates.len()).filter(|&index| labelled.is_cut(index));
    found.extend(foot().filter(is_own).take(FOOT).filter_map(|index| credited(line(index))));
    let is_box = |index: &usize| is_over_writer(&words_of(line(*index)));
    let boxed = foot().find(is_box).filter(|&index| index + 1 < labelled.fates.len());
    found.extend(boxed.and_then(|index| boxed_name(line(index + 1))));
    let signed = behind.and_then(|index| match of_line(line(index))? {
        writer if writer.says == Says::Outright => Some(writer),
        writer => is_called(index).then_some(writer),
    });
    found.extend(signed);
    let of_article = (0..labelled.fates.len()).filter(|&index| !labelled.is_cut(index));
    // Read once: a page can be a list of names.
    let spoken =
        || of_article.flat_map(|index| labelled.words(index)).map(|word| word.hash).collect();
    let spoken: HashSet<u64> = if found.is_empty() { HashSet::new() } else { spoken() };
    found.retain(|writer| match writer.says {
        Says::Alone if is_phrase(writer.name) => false,
        Says::Alone => !is_spoken_of(&spoken, writer.name),
        Says::Beside | Says::Outright => true,
    });
    found
}

/// «جهاد كبير»: an everyday word behind what may be a first name.
fn is_phrase(name: &str) -> bool {
    const NAMES: Kinds = Kinds::of(&[GIVEN, FAMILY, RARE_FAMILY]);
    let mut words = name.split_whitespace().rev();
    let last = words.next().unwrap_or_default();
    // «فتيحة بن عودة»
    if words.next().is_some_and(|before| lexicon::is(&folded(before), LINEAGE)) {
        return false;
    }
    let of_last =
        Some(last).filter(|last| !last.has_article()).map(|last| lexicon::kinds(&folded(last)));
    of_last.filter(|kinds| kinds.any(COMMON)).is_some_and(|kinds| !kinds.any(NAMES))
}

/// Whether headline or text, by the words that they have, speak of somebody: his page shows him alone in a line, too.
fn is_spoken_of(spoken: &HashSet<u64>, name: &str) -> bool {
    words_of(name).last().is_some_and(|family| spoken.contains(&family.hash))
}

/// Whom the credits of a line name as the writer: «حاوره في أبوظبي: فلان», «(تغطية صحفية: فلانة - تحرير: فلان)».
fn credited(line: &str) -> Option<Writer<'_>> {
    let mut found = None;
    for (part, credit) in credits::parts(line) {
        let named = credit.and_then(|credit| match credit.deed {
            Deed::Wrote => said(credit.name, true),
            Deed::MayHaveWritten => said(credit.name, false).or_else(|| of_lineage(credit.name)),
            Deed::Another => None,
        });
        match (credit, named) {
            // «إعداد: فلان - فلانة»: two.
            (None, _) if person(part).is_some() => return None,
            (_, Some(name)) if found.replace(name).is_some() => return None,
            _ => {}
        }
    }
    found.map(|name| Writer { name, says: Says::Outright })
}

/// «السالمة بنت اعلي»: a first name that no list has, and whose daughter she is.
fn of_lineage(name: &str) -> Option<&str> {
    let words = words_of(name);
    let inner = of_length(&words, 3..=NAME).and_then(|words| words.get(1..words.len() - 1))?;
    let is_lineage = |word: &Word| lexicon::is(&folded(word.span().cut(name)), LINEAGE);
    inner.iter().any(is_lineage).then_some(name)
}

/// «عن الكاتب», «نبذة عن الكاتبة»: over the name of whoever wrote.
fn is_over_writer(words: &[Word]) -> bool {
    /// How many words such a line has.
    const WORDS: RangeInclusive<usize> = 2..=3;
    const LABEL: [Asked; 2] = [FUNCTION, one_of(OF_WRITER)];
    of_length(words, WORDS).is_some_and(|words| stands(words, words.len() - LABEL.len(), &LABEL))
}

/// The name in the line under such a label: «رامي فليفل».
fn boxed_name(line: &str) -> Option<Writer<'_>> {
    let words = words_of(line);
    let bare = of_length(&words, 2..=4).filter(|words| are(words, NAMING));
    let name = person(line).or_else(|| bare.map(|_| line.trim()))?;
    Some(Writer { name, says: Says::Outright })
}

/// Whom one line names as the writer.
fn of_line(line: &str) -> Option<Writer<'_>> {
    if let Some(writer) = credited(line) {
        return Some(writer);
    }
    let words = words_of(line);
    if words.len() > LINE || words.iter().any(|word| word.is(OTHER_HAND | PICTURE)) {
        return None;
    }
    if let Some((_, name)) = from_place(line) {
        return Some(Writer { name, says: Says::Beside });
    }
    let is_outright = words.first().is_some_and(|first| first.is(WRITTEN_BY));
    // «كتبت: هبة السيد الخميس 12/ديسمبر/2019 - 01:40 م»
    let day =
        days::of_line(Span::new(0, line.len()), line, &words).first().map(|day| day.whole.start);
    let line = match day.filter(|_| is_outright) {
        Some(day) => {
            let is_said = |word: &&Word| word.end() <= day && word.class != Class::Function;
            line[..words.iter().rfind(is_said).map_or(0, |last| last.end())].trim_end()
        }
        None => line,
    };
    let (mut found, mut is_beside) = (None, false);
    for part in segments(line) {
        match person(part) {
            // «فلان - فلانة»: two.
            Some(name) if found.replace(name).is_some() => return None,
            Some(_) => {}
            None => {
                const OWN: Asked = one_of(Kinds::of(&[PAGE_PART, STAFF, CORRESPONDENT]));
                is_beside |= is_place(part) || are(&words_of(part), OWN);
            }
        }
    }
    let says = match (is_outright, is_beside) {
        (true, _) => Says::Outright,
        (_, true) => Says::Beside,
        // «(فلان)» took the picture above it; «صباح الخير،» greets.
        _ if line.starts_with('(') || line.ends_with(['،', ',', '!', '؟']) => return None,
        _ => Says::Alone,
    };
    found.map(|name| Writer { name, says })
}

/// «د. آسو كريم»: who is addressed so in a line that has nothing else.
fn addressed(line: &str) -> Option<Writer<'_>> {
    const ADDRESSED: RangeInclusive<usize> = 2..=4;
    let words = words_of(line);
    // «أ.د.» is two letters.
    let is_letter = |word: &&Word| word.span().cut(line).chars().count() == 1;
    let addresses = |word: &&Word| word.is(ADDRESS) || is_letter(word) && line.contains('.');
    let first = words.iter().take_while(addresses).count();
    let name = of_length(&words[first..], ADDRESSED).filter(|name| are(name, NAMING))?;
    let name = &line[name.first()?.start as usize..name.last()?.end()];
    (first > 0).then_some(Writer { name, says: Says::Beside })
}

/// «كتبت سليمة بوزيد»: words that are nothing else, where the line says that somebody wrote.
fn has_no_other_sense(part: &str, name: &[Word]) -> bool {
    /// How many words such a name has at most.
    const WORDS: usize = 3;
    const OTHER: Kinds =
        Kinds::of(&[ORG_HEAD, ORG, PUBLISHER, OUTLET_OPENS, PLACE_HEAD, PLACE, COUNTRY]);
    let is_name = |word: &Word| {
        word.class == Class::Content && !lexicon::kinds(&folded(word.span().cut(part))).any(OTHER)
    };
    let first = name.first().map_or("", |word| word.span().cut(part));
    name.len() <= WORDS && name.iter().all(is_name) && !first.has_article()
}

/// The name of a person that a part of a line is, behind what says that he writes and by what he is addressed: «بقلم د. فلان».
fn person(part: &str) -> Option<&str> {
    said(part, false)
}

/// The same, where `wrote` tells that what stands before the part says that he wrote.
fn said(part: &str, wrote: bool) -> Option<&str> {
    let words = words_of(part);
    let is_given_name = |word: &Word| lexicon::is(&folded(word.span().cut(part)), GIVEN);
    let is_before = |word: &&Word| {
        const SAYS: Kinds = Kinds::of(&[WRITTEN_BY, ADDRESS, TITLE, STAFF, CORRESPONDENT]);
        let written = word.span().cut(part);
        match written.chars().count() {
            1 => true,
            // «سيد أحمد ولد اطفيل», «شيخ محمد ولد بكار»
            _ if word.is(BORNE) && !written.has_article() => false,
            _ if word.is(SAYS) => !lexicon::is(&folded(written), GIVEN),
            _ => false,
        }
    };
    let first = words.iter().take_while(is_before).count();
    let name = &words[first..];
    let start = name.first()?.start as usize;
    let behind = name.last()?.end();
    const NAMED: Asked = of(&[Class::Content, Class::Common, Class::Function])
        .without(Kinds::of(&[PAGE_PART, STAFF, CORRESPONDENT]));
    let is_given = |written: &str| lexicon::is(&folded(written), GIVEN);
    // «عادل منصور ورنا شاكر»: two.
    let is_joined = |word: &Word| match word.span().cut(part) {
        written if is_given(written) => false,
        written => written.behind(AND).is_some_and(is_given),
    };
    let name = of_length(name, 2..=NAME).filter(|name| are(name, NAMED))?;
    let name = Some(name).filter(|name| !name.iter().any(is_joined))?;
    let says = wrote || first.checked_sub(1).is_some_and(|before| words[before].is(WRITTEN_BY));
    let is_named = says && has_no_other_sense(part, name);
    let is_borne =
        || matches!(name, [first, second, ..] if first.is(BORNE) && is_given_name(second));
    (is_named || is_borne() || is_writer(part, name)).then(|| &part[start..behind])
}
