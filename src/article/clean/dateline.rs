//! The dateline before the lede: «بغداد – الرقيم –», «الرباط في 27 شتنبر 2013 (و.أ.م) -», «(مرقاب بغداد)».

use super::blocks::Block;
use super::day_labels;
use super::lexicon::{FAMILIES, phrases_at};
use super::shape::continues;
use super::signers::{Signer, signer_at};
use super::words::{Class, HashedSet, Word};
use crate::arabic::calendar::printed::printed_days;
use crate::arabic::chars::digit_value;
use crate::arabic::clitics::Onto;
use crate::arabic::fold::folded;
use crate::arabic::lexicon::{
    self, COMMON, INSIDE, LEDE_VERB, NAMED_BY_A_DAY, OPENS_TEXT, ORG, ORG_HEAD, OUTLET_OPENS,
    OUTLET_WORD, SAYS_FIRST, SINCE_OR_UNTIL, TITLE,
};
use crate::document::RemovedKind;
use crate::span::Span;

/// How many words a dateline has at most.
const DATELINE: usize = 9;
/// The dateline that opens the lede («بغداد – الرقيم –»), up to the first word of the sentence.
///
/// `names` are the words of the page around the article, among them the outlet's name,
/// which may stand without a mark behind it («بغداد – الرقيم أعلن …»).
/// A line of the page's head that comes back before the sentence is its dateline too. `only` tells that no other
/// paragraph opens with a day.
pub(super) fn dateline<'a>(
    block: &Block,
    words: &[Word],
    text: &str,
    names: &HashedSet<u64>,
    uses: impl Fn(&Word) -> usize,
    mut head: impl Iterator<Item = &'a [Word]>,
    only: bool,
) -> Option<Span> {
    let repeated = head.find_map(|line| {
        let same = words.len() > line.len()
            && line.iter().zip(words).all(|(one, other)| one.hash == other.hash);
        let gap =
            same.then(|| &text[words[line.len() - 1].end()..words[line.len()].start as usize])?;
        Some(words[line.len() - 1].end() + separator(gap)?)
    });
    let named = || named_before_colon(words, text, &uses);
    let marked = || dated(block, words, text, only).max(dashed(block, words, text));
    let agency = || agency_before_mark(words, text);
    let end = repeated
        .or_else(|| bracketed(block, words, text))
        .or_else(marked)
        .or_else(agency)
        .or_else(named)?;
    // «(الأفق الجديد - New Horizon) قالت …»: half of what brackets hold is no dateline.
    if is_inside_brackets(&text[block.span.start..end]) {
        return None;
    }
    let from = words.partition_point(|word| (word.start as usize) < end);
    let outlet = unmarked_outlet(&words[from..], text, &uses)
        .or_else(|| quoted_outlet(&words[from..], text, end, &uses));
    let (from, end) = outlet.map_or((from, end), |end| {
        (words.partition_point(|word| (word.start as usize) < end), end)
    });
    let rest = words[from.min(words.len())..].iter().find(|word| !names.contains(&word.hash))?;
    (words.len() >= 8)
        .then(|| Span::new(block.span.start, opening_mark(text, end, rest.start as usize)))
}

/// Whether a bracket is open at the end of a text.
fn is_inside_brackets(text: &str) -> bool {
    text.matches(['(', '[']).count() > text.matches([')', ']']).count()
}

/// «واشنطن – شراع اتفق الرئيس …»: behind the mark of a dateline one name more, right before the verb with which the sentence begins.
///
/// The name of a site stands there bare, and nowhere in the sentences; a subject has its article or comes again.
/// «بيروت - «الضفاف» افتتح الوزير …»: or between marks. The byte behind it.
fn unmarked_outlet(rest: &[Word], text: &str, uses: impl Fn(&Word) -> usize) -> Option<usize> {
    let [name, verb, subject, ..] = rest else { return None };
    let gap = text.get(name.end()..verb.start as usize)?;
    let closed = gap.trim_start_matches(['»', '"', '”']);
    let marked = closed.len() < gap.len();
    let bare = marked || !is_definite(name, text);
    let is_name = bare && closed.trim().is_empty() && is_unused_name(name, uses);
    (is_name && opens_report(verb, subject, text)).then_some(name.end() + gap.len() - closed.len())
}

/// «بيروت - «الضفة الأخرى» أعلنت الوزارة …»: several words between marks, which stand nowhere in the sentences and name no
/// body, right before the verb with which the sentence begins. The byte behind the marks.
fn quoted_outlet(
    rest: &[Word],
    text: &str,
    from: usize,
    uses: impl Fn(&Word) -> usize,
) -> Option<usize> {
    /// How many words such a name has at most.
    const NAME: usize = 4;
    let first = rest.first()?;
    let open = text.get(from..first.start as usize)?.trim();
    let close = match open {
        "«" => '»',
        "“" => '”',
        "\"" => '"',
        _ => return None,
    };
    let at = (1..rest.len().min(NAME + 1))
        .find(|&at| text[rest[at - 1].end()..rest[at].start as usize].starts_with(close))?;
    let (name, [verb, subject, ..]) = rest.split_at(at) else { return None };
    let gap = &text[name.last()?.end()..verb.start as usize];
    let is_body = lexicon::kinds(&folded(first.span().cut(text))).any(ORG_HEAD | ORG)
        && !first.is(OUTLET_OPENS);
    let is_told = name.iter().any(|word| word.class == Class::Content && uses(word) > 1);
    let is_name = !is_body && !is_told && first.class != Class::Function;
    let is_closed = gap.strip_prefix(close)?.trim().is_empty();
    (is_name && is_closed && opens_report(verb, subject, text)).then_some(verb.start as usize)
}

/// «شراع: اتفق الرئيس …»، «السارية: افتتح الوزير …»: a name that stands nowhere in the sentences, a colon and the verb; with
/// its article, whoever holds an office may speak so: «الوزيرة: افتتحت المدرسة …».
fn named_before_colon(words: &[Word], text: &str, uses: impl Fn(&Word) -> usize) -> Option<usize> {
    let [name, verb, subject, ..] = words else { return None };
    let gap = text.get(name.end()..verb.start as usize)?;
    let is_anyone = is_definite(name, text)
        && lexicon::kinds(&folded(name.span().cut(text))).any(TITLE | COMMON);
    (gap.trim() == ":"
        && !is_anyone
        && opens_report(verb, subject, text)
        && is_unused_name(name, uses))
    .then_some(verb.start as usize)
}

/// «كونا: …», «رويترز - …»: an agency that the table knows, and its mark, whatever the sentence begins with; «قنا: …» needs the
/// verb, since it is a word too. The byte behind the mark.
fn agency_before_mark(words: &[Word], text: &str) -> Option<usize> {
    let (signer, len) = signer_at(words)?;
    let first = words.get(len)?;
    let end = words[len - 1].end();
    let width = separator(&text[end..first.start as usize])?;
    let signs = match signer {
        Signer::Agency => true,
        Signer::AgencyOrWord => first.is(LEDE_VERB),
        Signer::Paper => false,
    };
    signs.then_some(end + width)
}

/// «اتفق الرئيس», «ترأس معالي الوزير», «أعلنت وزارة الري»: such a verb and its subject with the article, a title or a body.
fn opens_report(verb: &Word, subject: &Word, text: &str) -> bool {
    let is_whoever_acts =
        || lexicon::kinds(&folded(subject.span().cut(text))).any(TITLE | ORG_HEAD);
    verb.is(LEDE_VERB) && (is_definite(subject, text) || is_whoever_acts())
}

fn is_unused_name(name: &Word, uses: impl Fn(&Word) -> usize) -> bool {
    name.class == Class::Content && uses(name) <= 1
}

fn is_definite(word: &Word, text: &str) -> bool {
    word.span().cut(text).has_article()
}

/// The first byte of the sentence: its first word or the quotation mark before it.
pub(super) fn opening_mark(text: &str, from: usize, word: usize) -> usize {
    text[from..word].find(['«', '"', '“', '(', '\'']).map_or(word, |at| from + at)
}

/// «(مرقاب بغداد) …» at the very start.
fn bracketed(block: &Block, words: &[Word], text: &str) -> Option<usize> {
    let line = block.span.cut(text);
    let inside = line.strip_prefix('(')?;
    let close = inside.find(')')? + 1;
    let end = block.span.start + close + 1;
    let within = words.iter().take_while(|word| word.end() < end).count();
    let plain =
        words[..within].iter().all(|word| !matches!(word.class, Class::Function | Class::Number));
    ((1..=4).contains(&within) && plain)
        .then(|| end + separator(&text[end..block.span.end]).unwrap_or(0))
}

/// Words up to the last dash, slash or colon of the first few, when none of them binds others.
fn dashed(block: &Block, words: &[Word], text: &str) -> Option<usize> {
    let mut found = None;
    let mut signs = 0;
    let days = head_days(block, words, text);
    for (index, word) in words.iter().enumerate().take(DATELINE) {
        // «الواحة في 9 كانون الأول / …»
        let on_day =
            word.is(INSIDE) && words.get(index + 1).is_some_and(|next| next.class == Class::Number);
        // «(تصوير علي حسن)»: what brackets hold ends with them.
        let is_bracketed = is_inside_brackets(&text[block.span.start..word.start as usize]);
        let is_of_sentence =
            word.class == Class::Function && !is_date_word(word) && !on_day && !is_bracketed;
        if is_of_sentence || word.is(SAYS_FIRST | SINCE_OR_UNTIL) {
            break;
        }
        let next = words.get(index + 1).map_or(block.span.end, |next| next.start as usize);
        // The slashes of «26 / 5 / 1447هـ» part a day and no dateline from its sentence.
        if days.iter().any(|(day, _)| day.contains(Span::new(word.end(), next))) {
            continue;
        }
        let gap = &text[word.end()..next];
        if gap.contains(['.', '؟', '!', '؛', '"', '«', '“'])
            && !gap.contains(['-', '–', '—', 'ـ', ':', '/'])
        {
            break;
        }
        // «#السد_العالي يمتلئ»: a hashtag is one word.
        if gap == "_" {
            continue;
        }
        signs += gap.matches(['(', '/', '_']).count();
        // «بيروت ـ «المنارة»: …»: the name of an agency may be closed before the mark.
        let mark = gap.trim_start_matches([')', '»', '”', '"', ' ']);
        let Some(width) = separator(mark) else { continue };
        let at = word.end() + (gap.len() - mark.len()) + width;
        let colon = gap.contains(':') && !gap.contains(['-', '–', '—', 'ـ']);
        let dated =
            words[..=index].iter().any(|word| word.class == Class::Number || is_date_word(word));
        let outlet = words[..=index].iter().any(|word| word.is(OUTLET_WORD));
        let few = index < 4;
        if if colon {
            (found.is_some() || signs > 0 || outlet) && index < 8
        } else {
            few || dated || signs > 0 || outlet
        } {
            found = Some((at, index));
        }
    }
    let (at, index) = found?;
    opens_sentence(&words[index + 1..], text).then_some(at)
}

/// «الرباط في 27 شتنبر 2013 (و.أ.م) -», «الجيزة، الثلاثاء السابع من يونيو 2011:», «تمنراست 8 ماي 2018 زودت …»: a place, a
/// day, perhaps an agency, and a mark or the sentence itself.
///
/// Where no place stands before it («25/9/2016 – …»), it must be the only paragraph that opens with a day: others are chronicles.
fn dated(block: &Block, words: &[Word], text: &str, only: bool) -> Option<usize> {
    let (day, full) = head_days(block, words, text).into_iter().next()?;
    let before: Vec<&Word> = words.iter().take_while(|word| word.end() <= day.start).collect();
    let placed = is_place(&before);
    let alone = before.is_empty() && only;
    if !(placed || alone) {
        return None;
    }
    let closed = behind_bracket(text, day.end, block.span.end);
    let from = closed.unwrap_or(day.end);
    let agency = agency(text, from, block.span.end);
    if let Some(width) = separator(&text[agency.unwrap_or(from)..block.span.end]) {
        return Some(agency.unwrap_or(from) + width);
    }
    let end = named_agency(words, text, from).or(agency).or(closed).unwrap_or(day.end);
    let rest = &words[words.partition_point(|word| (word.start as usize) < end)..];
    // «تمنراست 8 ماي 2018 زودت أربعون مدرسة»: a verb, and no name with its article.
    let bare = end == day.end;
    let verb = rest
        .first()
        .is_some_and(|word| word.class != Class::Number && !word.span().cut(text).has_article());
    let follows = opens_sentence(rest, text)
        && (!bare || verb && text[end..].starts_with(char::is_whitespace));
    let space = text[end..block.span.end].len() - text[end..block.span.end].trim_start().len();
    (placed && full && follows).then_some(end + space)
}

/// Whether some words can be the place before a day: «النجف الأشرف», «الرباط في», and no «ثورة» or «مساء» that a day names.
fn is_place(before: &[&Word]) -> bool {
    /// How many words name the place.
    const PLACE: usize = 4;
    let names = |word: &Word| {
        let named = matches!(word.class, Class::Content | Class::Latin);
        word.is(INSIDE) || named && !word.is(NAMED_BY_A_DAY) && !day_labels::names_other_day(word)
    };
    before.len() <= PLACE
        && before.iter().all(|word| names(word))
        && before.iter().any(|word| !word.is(INSIDE))
}

/// The byte behind the bracket that closes right behind a day: «(٣٠ آب ٢٠١٢) :».
fn behind_bracket(text: &str, day: usize, end: usize) -> Option<usize> {
    let rest = text[day..end].trim_start();
    rest.starts_with([')', ']']).then(|| end - rest.len() + 1)
}

/// The byte behind an agency between brackets or strokes: «(و.أ.م)», «/أ ش أ/».
fn agency(text: &str, from: usize, end: usize) -> Option<usize> {
    /// How many bytes it has at most.
    const AGENCY: usize = 60;
    let rest = text[from..end].trim_start();
    let start = end - rest.len();
    let close = match rest.chars().next()? {
        '(' => ')',
        '[' => ']',
        '/' => '/',
        _ => return None,
    };
    let at = rest[1..]
        .find(close)
        .filter(|&at| (1..=AGENCY).contains(&at) && rest[1..=at].contains(char::is_alphabetic))?;
    // «/ الأحد 25 أيلول 2016/ بدأت …» has its second stroke far behind.
    let inside = rest[1..=at].split_whitespace().count();
    (close != '/' || inside <= 3).then_some(start + at + 2)
}

/// The byte behind the name of an agency and its colon: «25 سبتمبر 2016 م وضف: …».
fn named_agency(words: &[Word], text: &str, from: usize) -> Option<usize> {
    /// How many words the name has.
    const NAME: usize = 2;
    let rest = &words[words.partition_point(|word| (word.start as usize) < from)..];
    let bare = |end: usize| {
        rest.first().is_some_and(|first| text[from..first.start as usize].trim().is_empty())
            && end > 0
    };
    (0..NAME.min(rest.len().saturating_sub(1))).find_map(|last| {
        let gap = &text[rest[last].end()..rest[last + 1].start as usize];
        let names = rest[..=last].iter().all(|word| word.class == Class::Content);
        let width = separator(gap).filter(|_| names && bare(last + 1))?;
        Some(rest[last].end() + width)
    })
}

/// Whether a sentence begins with these words.
fn opens_sentence(rest: &[Word], text: &str) -> bool {
    rest.first().is_some_and(|word| {
        word.class != Class::Function || continues(rest, text) || word.is(OPENS_TEXT)
    })
}

/// Where the first words print a day, and whether with its year.
fn head_days(block: &Block, words: &[Word], text: &str) -> Vec<(Span, bool)> {
    /// «الرياض 26 محرم 1439 هـ الموافق 16 أكتوبر 2017 م»
    const HEAD: usize = 14;
    let Some(last) = words.iter().take(HEAD).next_back() else { return Vec::new() };
    if !words.iter().take(DATELINE).any(|word| word.class == Class::Number) {
        return Vec::new();
    }
    let head = Span::new(block.span.start, last.end());
    printed_days(head.cut(text))
        .iter()
        .map(|day| (day.span.shifted(head.start), day.day().is_some()))
        .collect()
}

/// Whether a paragraph opens with a day, as those of a chronicle do.
pub(super) fn opens_with_day(block: &Block, words: &[Word], text: &str) -> bool {
    head_days(block, words, text)
        .first()
        .is_some_and(|(day, _)| words.first().is_some_and(|first| day.contains(first.span())))
}

/// The length of a separator at the start of `gap`, with the white space around it.
fn separator(gap: &str) -> Option<usize> {
    let bare = gap.trim_start();
    let lead = gap.len() - bare.len();
    let marks = bare.trim_start_matches(['-', '–', '—', 'ـ', ':', '/', '|', '_']);
    let length = bare.len() - marks.len();
    if length == 0 {
        return None;
    }
    let mark = &bare[..length];
    // A hyphen inside a name has no space on either side; a slash parts «نيسان/أبريل».
    let spaced = lead > 0
        || marks.starts_with(|c: char| c.is_whitespace())
        || marks.is_empty()
        || mark.contains(['–', '—', ':']);
    let clock = mark == ":" && marks.starts_with(|c| digit_value(c).is_some());
    let space = marks.len() - marks.trim_start().len();
    (spaced && !clock && mark != "/" || mark == "/" && lead + space > 0 || mark.starts_with(':'))
        .then_some(lead + length + space)
}

pub(super) fn is_date_word(word: &Word) -> bool {
    phrases_at(&[*word]).any(|hit| hit.len == 1 && FAMILIES[hit.family].kind == RemovedKind::Date)
}
