//! The dateline before the lede: «بغداد – الرقيم –», «الرباط في 27 شتنبر 2013 (و.أ.م) -», «(مرقاب بغداد)».

use super::asked::{
    Asked, CONTENT, FUNCTION, IN_NAME, NAMING, NUMBER, are, holds, of_length, one_of, stands,
};
use super::blocks::Block;
use super::day_labels;
use super::lexicon::{FAMILIES, phrases_at};
use super::shape::continues;
use super::signers::{Signer, signer_at};
use super::words::{HashedSet, Word, opens_with};
use crate::arabic::calendar::printed::printed_days;
use crate::arabic::clitics::Onto;
use crate::arabic::fold::folded;
use crate::arabic::lexicon::{
    self, COMMON, INSIDE, LEDE_VERB, NAMED_BY_A_DAY, OPENS_TEXT, ORG, ORG_HEAD, OUTLET_OPENS,
    OUTLET_WORD, SAYS_FIRST, SINCE_OR_UNTIL, TITLE,
};
use crate::document::RemovedKind;
use crate::span::Span;
use crate::weigh::Traits;

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
        let next = words.get(line.len()).filter(|_| opens_with(words, line))?;
        let end = words[line.len() - 1].end();
        Some(end + separator(&text[end..next.start as usize])?)
    });
    let named = || named_before_colon(words, text, &uses);
    // «12 مارس 2019 - عودة الأفران» above «9 مارس - …» is an entry, and no dateline.
    let is_entry = || !only && opens_with_day(block, words, text);
    let dash = || dashed(block, words, text).filter(|_| !is_entry());
    let marked = || dated(block, words, text, only).max(dash());
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
    let (name, behind) = rest.split_first()?;
    let gap = text.get(name.end()..report(behind, text)?)?;
    let closed = gap.trim_start_matches(['»', '"', '”']);
    let is_marked = closed.len() < gap.len();
    if !is_marked && is_definite(name, text) {
        return None;
    }
    let name = unused_name(name, uses)?;
    closed.trim().is_empty().then(|| name.end() + gap.len() - closed.len())
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
    let (name, behind) = rest.split_at(at);
    let verb = report(behind, text)?;
    let gap = text[name.last()?.end()..verb].strip_prefix(close)?;
    let is_told = |word: &Word| uses(word) > 1;
    let mut content = name.iter().filter(|word| CONTENT.fits(word));
    let is_name = match first {
        _ if content.any(is_told) => false,
        first if FUNCTION.fits(first) => false,
        first if first.is(OUTLET_OPENS) => true,
        first => !lexicon::kinds(&folded(first.span().cut(text))).any(ORG_HEAD | ORG),
    };
    (is_name && gap.trim().is_empty()).then_some(verb)
}

/// «شراع: اتفق الرئيس …»، «السارية: افتتح الوزير …»: a name that stands nowhere in the sentences, a colon and the verb; with
/// its article, whoever holds an office may speak so: «الوزيرة: افتتحت المدرسة …».
fn named_before_colon(words: &[Word], text: &str, uses: impl Fn(&Word) -> usize) -> Option<usize> {
    let (name, behind) = words.split_first()?;
    let verb = report(behind, text)?;
    let name = unused_name(name, uses)?;
    let ":" = text.get(name.end()..verb)?.trim() else { return None };
    match lexicon::kinds(&folded(name.span().cut(text))).any(TITLE | COMMON) {
        true if is_definite(name, text) => None,
        _ => Some(verb),
    }
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
/// The first byte of the verb.
fn report(words: &[Word], text: &str) -> Option<usize> {
    let [verb, subject, ..] = words else { return None };
    let verb = Some(verb).filter(|verb| verb.is(LEDE_VERB))?;
    let heads = || lexicon::kinds(&folded(subject.span().cut(text))).any(TITLE | ORG_HEAD);
    (is_definite(subject, text) || heads()).then_some(verb.start as usize)
}

/// A name that the sentences do not speak of.
fn unused_name(name: &Word, uses: impl Fn(&Word) -> usize) -> Option<&Word> {
    Some(name).filter(|name| CONTENT.fits(name)).filter(|name| uses(name) <= 1)
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
    let within = of_length(&words[..within], 1..=4)?;
    are(within, IN_NAME).then(|| end + separator(&text[end..block.span.end]).unwrap_or(0))
}

/// Words up to the last dash, slash or colon of the first few, when none of them binds others.
fn dashed(block: &Block, words: &[Word], text: &str) -> Option<usize> {
    let mut found = None;
    let mut signs = 0;
    let days = head_days(block, words, text);
    for (index, word) in words.iter().enumerate().take(DATELINE) {
        if is_of_sentence(words, index, &text[block.span.start..word.start as usize]) {
            break;
        }
        let next = words.get(index + 1).map_or(block.span.end, |next| next.start as usize);
        // The slashes of «26 / 5 / 1447هـ» part a day and no dateline from its sentence.
        if days.iter().any(|(day, _)| day.contains(Span::new(word.end(), next))) {
            continue;
        }
        let gap = &text[word.end()..next];
        let marks = marks(gap);
        if SENTENCE.without(PARTING).fits(marks) {
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
        let colon = COLON.without(DASH).fits(marks);
        let outlets = words[..=index].iter().filter(|word| word.is(OUTLET_WORD)).count();
        let is_end = match index {
            8.. if colon => false,
            _ if signs + outlets > 0 => true,
            // «بيروت: …» is how whoever speaks is named, too.
            _ if colon => found.is_some(),
            ..4 => true,
            _ => words[..=index].iter().any(is_of_date),
        };
        found = if is_end { Some((at, index)) } else { found };
    }
    let (at, index) = found?;
    opens_sentence(&words[index + 1..], text).then_some(at)
}

/// A mark that ends a sentence or opens somebody's words.
const SENTENCE: Traits = Traits::one(0);
/// A dash: «بغداد –».
const DASH: Traits = Traits::one(1);
/// «بغداد:»
const COLON: Traits = Traits::one(2);
/// «بغداد / الرقيم»
const SLASH: Traits = Traits::one(3);
/// What parts a dateline from its sentence.
const PARTING: Traits = Traits::of(&[DASH, COLON, SLASH]);

/// The marks between two words.
fn marks(gap: &str) -> Traits {
    Traits::noted(&[
        (SENTENCE, gap.contains(['.', '؟', '!', '؛', '"', '«', '“'])),
        (DASH, gap.contains(['-', '–', '—', 'ـ'])),
        (COLON, gap.contains(':')),
        (SLASH, gap.contains('/')),
    ])
}

/// Whether a word belongs to the sentence, and not to the dateline `before` it.
fn is_of_sentence(words: &[Word], at: usize, before: &str) -> bool {
    match &words[at] {
        word if word.is(SAYS_FIRST | SINCE_OR_UNTIL) => true,
        word if !FUNCTION.fits(word) || is_date_word(word) => false,
        // «الواحة في 9 كانون الأول / …»
        _ if stands(words, at, &[one_of(INSIDE), NUMBER]) => false,
        // «(تصوير علي حسن)»: what brackets hold ends with them.
        _ => !is_inside_brackets(before),
    }
}

/// «الرباط في 27 شتنبر 2013 (و.أ.م) -», «الجيزة، الثلاثاء السابع من يونيو 2011:», «تمنراست 8 ماي 2018 زودت …»: a place, a
/// day, perhaps an agency, and a mark or the sentence itself.
///
/// Where no place stands before it («25/9/2016 – …»), it must be the only paragraph that opens with a day: others are chronicles.
fn dated(block: &Block, words: &[Word], text: &str, only: bool) -> Option<usize> {
    let (day, full) = head_days(block, words, text).into_iter().next()?;
    let before: Vec<&Word> = words.iter().take_while(|word| word.end() <= day.start).collect();
    let placed = match &before[..] {
        [] if only => false,
        before => is_place(before).then_some(true)?,
    };
    let closed = behind_bracket(text, day.end, block.span.end);
    let from = closed.unwrap_or(day.end);
    let agency = agency(text, from, block.span.end);
    if let Some(width) = separator(&text[agency.unwrap_or(from)..block.span.end]) {
        return Some(agency.unwrap_or(from) + width);
    }
    let end = named_agency(words, text, from).or(agency).or(closed).unwrap_or(day.end);
    let rest = &words[words.partition_point(|word| (word.start as usize) < end)..];
    let sentence = text[end..block.span.end].trim_start();
    let start = block.span.end - sentence.len();
    if end == day.end {
        // «تمنراست 8 ماي 2018 زودت أربعون مدرسة»: a verb, and no name with its article.
        let verb = rest.first().filter(|word| !NUMBER.fits(word))?;
        if is_definite(verb, text) || start == end {
            return None;
        }
    }
    let is_dateline = placed && full && opens_sentence(rest, text);
    is_dateline.then_some(start)
}

/// Whether some words can be the place before a day: «النجف الأشرف», «الرباط في», and no «ثورة» or «مساء» that a day names.
fn is_place(before: &[&Word]) -> bool {
    /// How many words name the place.
    const PLACE: usize = 4;
    const NAME: Asked = NAMING.without(NAMED_BY_A_DAY);
    let mut names = before.iter().filter(|word| !word.is(INSIDE)).peekable();
    match (before.len(), names.peek()) {
        (..=PLACE, Some(_)) => {
            names.all(|word| NAME.fits(word) && !day_labels::names_other_day(word))
        }
        _ => false,
    }
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
    let at = rest[1..].find(close).filter(|at| (1..=AGENCY).contains(at))?;
    let inside = Some(&rest[1..=at]).filter(|inside| inside.contains(char::is_alphabetic))?;
    match inside.split_whitespace().count() {
        // «/ الأحد 25 أيلول 2016/ بدأت …» has its second stroke far behind.
        4.. if close == '/' => None,
        _ => Some(start + at + 2),
    }
}

/// The byte behind the name of an agency and its colon: «25 سبتمبر 2016 م وضف: …».
fn named_agency(words: &[Word], text: &str, from: usize) -> Option<usize> {
    /// How many words the name has.
    const NAME: usize = 2;
    let rest = &words[words.partition_point(|word| (word.start as usize) < from)..];
    let "" = text[from..rest.first()?.start as usize].trim() else { return None };
    (0..NAME.min(rest.len().saturating_sub(1))).find_map(|last| {
        let gap = &text[rest[last].end()..rest[last + 1].start as usize];
        let width = separator(gap).filter(|_| are(&rest[..=last], CONTENT))?;
        Some(rest[last].end() + width)
    })
}

/// Whether a sentence begins with these words.
fn opens_sentence(rest: &[Word], text: &str) -> bool {
    const INSIDE_SENTENCE: Asked = FUNCTION.without(OPENS_TEXT);
    match rest.first() {
        Some(first) if INSIDE_SENTENCE.fits(first) => continues(rest, text),
        first => first.is_some(),
    }
}

/// Where the first words print a day, and whether with its year.
fn head_days(block: &Block, words: &[Word], text: &str) -> Vec<(Span, bool)> {
    /// «الرياض 26 محرم 1439 هـ الموافق 16 أكتوبر 2017 م»
    const HEAD: usize = 14;
    let Some(last) = words.iter().take(HEAD).next_back() else { return Vec::new() };
    if !holds(&words[..words.len().min(DATELINE)], NUMBER) {
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
    let space = marks.len() - marks.trim_start().len();
    let parts = match mark {
        "/" => lead + space > 0,
        mark if mark.contains(['–', '—', ':']) => true,
        _ => lead + space > 0 || marks.is_empty(),
    };
    parts.then_some(lead + length + space)
}

/// «الأربعاء», «نيسان», «مساء»
pub(super) fn is_date_word(word: &Word) -> bool {
    phrases_at(&[*word]).any(|hit| FAMILIES[hit.family].kind == RemovedKind::Date)
}

/// «الأربعاء», «12»
fn is_of_date(word: &Word) -> bool {
    NUMBER.fits(word) || is_date_word(word)
}
