//! What speaks for a line being page furniture, whatever outlet it comes from.

use super::asked::{FUNCTION, NUMBER, of_length, one_of, stands};
use super::blocks::{Block, Ending};
use super::called::is_place;
use super::credits;
use super::days::{self, LineDay};
use super::evidence::{Evidence, surety};
use super::imprint;
use super::issuer;
use super::lexicon::{FAMILIES, phrases_at};
use super::passed_on;
use super::phrases::{LONGEST, by_phrases};
use super::reason::Reason;
use super::shapes::{by_shape, heading_marks};
use super::signature;
use super::words::{Class, Word};
use crate::arabic::fold::folded;
use crate::arabic::lexicon::{HAVING, ISSUE_PART, RELATION, REPORTS, SENDS, SENDS_FIRST};
use crate::document::RemovedKind;

/// Weighs a block; nothing where nothing speaks for furniture.
pub(super) fn evidence(
    block: &Block,
    words: &[Word],
    text: &str,
    foreign: bool,
) -> Option<Evidence> {
    if let Some((_, reason)) = block.stamp {
        return Some(Evidence {
            dated: reason.kind() == RemovedKind::Date,
            ..Evidence::certain(reason)
        });
    }
    if words.is_empty() {
        return Some(Evidence::certain(Reason::MarksOnly));
    }
    if is_beside_matter(words) {
        return Some(Evidence::heading(Reason::OtherNews));
    }
    let line = block.span.cut(text);
    let days =
        if words.len() <= LONGEST { days::of_line(block.span, text, words) } else { Vec::new() };
    if days::is_all_day(&days, words) {
        return Some(Evidence::dated(Reason::DayOnly));
    }
    if let Some(named) = named_by(block, words, line) {
        return Some(named);
    }
    let by_phrases = by_phrases(block, words, line)
        .map(|found| Evidence { dated: found.dated || !days.is_empty(), ..found });
    let by_phrases = match signed_line(block, words, &days, text) {
        // «الدار البيضاء - 22 يناير 2024»: whatever its words are elsewhere.
        Some(signed) if signed.weight >= surety::STRONG => Some(signed),
        signed => by_phrases.or(signed),
    };
    let by_phrases = match by_phrases {
        // «بترا / س ح», «واس // 18:05 ت م»
        _ if signature::is_agency(line, words) => Some(Evidence::certain(Reason::SourceWords)),
        found => found,
    };
    let by_phrases = match by_phrases {
        _ if is_issue_line(block, words, &days, text) => Some(Evidence::dated(Reason::IssueLine)),
        // «السارية - العدد 7654 - الصفحة 3»: whatever buttons its words are on, it is the paper's own line.
        Some(found) if names_issue(block, words, &days, text) => {
            Some(Evidence { weight: found.weight, ..Evidence::certain(Reason::IssueLine) })
        }
        found => found,
    };
    if by_phrases.is_some_and(|evidence| evidence.weight >= surety::STRONG) {
        return by_phrases;
    }
    // Foreign letters are furniture in an Arabic text only.
    let by_shape = || {
        by_shape(block, words, line).filter(|found| match found.reason {
            Reason::Latin => !foreign,
            Reason::Hashtags => !is_hashed_heading(line, &text[..block.span.start]),
            _ => true,
        })
    };
    run_together(words, text)
        .or_else(|| labelled_link(block, words, text))
        .or_else(|| share_letters(words, text))
        .or_else(by_shape)
        .or(by_phrases)
}

/// A line of the head that says whose the article is: «صادر عن وزارة السياحة», «تم توجيهها من قناة «صوت الوادي»».
fn named_by(block: &Block, words: &[Word], line: &str) -> Option<Evidence> {
    /// How many words such a line has at most.
    const WORDS: usize = 20;
    let open = of_length(words, ..=WORDS).filter(|_| block.ending != Ending::Stop)?;
    let words: Vec<Word> = open.iter().map(|word| word.behind(block.span.start)).collect();
    let is_issuer = || issuer::of_line(line, &words).is_some_and(|(_, alone)| alone);
    match () {
        () if passed_on::is_label(line, &words) => Some(Evidence::certain(Reason::SourceWords)),
        () if is_issuer() => Some(Evidence::certain(Reason::Masthead)),
        () if credits::is_of_credits(line, &words) => Some(Evidence::certain(Reason::BylineWords)),
        () if imprint::is_imprint(line, &words) => Some(Evidence::dated(Reason::NamesAndDay)),
        () => None,
    }
}

/// «## خلفية», and «# افتتاح السد» as the first line of all: headings as Markdown has them, no hashtags.
fn is_hashed_heading(line: &str, above: &str) -> bool {
    match heading_marks(line) {
        Some(1) => above.trim().is_empty(),
        marks => marks.is_some(),
    }
}

/// «حمص – ليال خزام الجمعة 18 تموز 2014»: a few names with a day before or behind them, and no particle as a headline has.
fn signed_line(block: &Block, words: &[Word], days: &[LineDay], text: &str) -> Option<Evidence> {
    /// How many names stand beside the day.
    const NAMES: std::ops::RangeInclusive<usize> = 1..=7;
    /// Enough to be no line under the headline, too little to be cut among paragraphs.
    const WEIGHT: u8 = 55;
    let ([only], Ending::Open | Ending::Comma) = (days, block.ending) else { return None };
    only.day.day()?;
    let is_day = |word: &&Word| only.whole.contains(word.span());
    let beside: Vec<&Word> = words.iter().filter(|word| !is_day(word)).collect();
    // «الدار البيضاء - 22 يناير 2024»: the place and the day of what follows, and nothing else.
    let written: Vec<&str> = beside.iter().map(|word| word.span().cut(text)).collect();
    if beside.len() > 1 && is_place(&written.join(" ")) {
        return Some(Evidence::dated(Reason::NamesAndDay));
    }
    [words.first(), words.last()].iter().flatten().find(|word| is_day(word))?;
    let binds = |word: &&&Word| FUNCTION.fits(word) || word.is(REPORTS);
    let common = beside.iter().filter(|word| word.class == Class::Common).count();
    match (beside.iter().find(binds), common) {
        // «وكالة الشام»: a common word may be one of the names.
        (None, 0 | 1) if NAMES.contains(&beside.len()) => {
            Some(Evidence { weight: WEIGHT, ..Evidence::dated(Reason::NamesAndDay) })
        }
        _ => None,
    }
}

/// «الوقائع الرسمية - العدد 68 تابع - في 28 مارس سنة 2016»: what issue it is, behind a mark or a day, and its day.
fn is_issue_line(block: &Block, words: &[Word], days: &[LineDay], text: &str) -> bool {
    let dated = days.iter().any(|day| day.day.day().is_some());
    dated && names_issue(block, words, days, text)
}

/// «السارية - العدد 7654»: what issue it is, behind a mark or a day.
fn names_issue(block: &Block, words: &[Word], days: &[LineDay], text: &str) -> bool {
    /// How many words such a line has at most.
    const WORDS: usize = 16;
    let short = words.len() <= WORDS && block.ending != Ending::Stop;
    let stands_apart = |at: usize| {
        let Some(before) = at.checked_sub(1).map(|before| &words[before]) else { return true };
        let gap = &text[before.end()..words[at].start as usize];
        let marked = gap.contains(['-', '–', '—', '|', '/', '،', ',', '(', '•', ':']);
        marked || days.iter().any(|day| day.whole.contains(before.span()))
    };
    let mut issues =
        (0..words.len()).filter(|&at| stands(words, at, &[one_of(ISSUE_PART), NUMBER]));
    short && issues.any(stands_apart)
}

/// «فيديو ذو صلة», «أخبار ذات علاقة»: whatever it is, it is beside the matter.
fn is_beside_matter(words: &[Word]) -> bool {
    /// How many words such a heading has at most.
    const LONGEST: usize = 5;
    let last = of_length(words, 2..=LONGEST).map(|words| words.len() - 2);
    last.is_some_and(|last| stands(words, last, &[one_of(HAVING), one_of(RELATION)]))
}

/// How many words a label and the headline behind it have at most.
const LINK: usize = 30;

/// «اقرأ أيضاكيف …»: a label that lost the space behind it.
fn run_together(words: &[Word], text: &str) -> Option<Evidence> {
    let words = of_length(words, 3..=LINK)?;
    let second = words.get(1).filter(|_| stands(words, 0, &[one_of(SENDS_FIRST)]))?;
    let second = folded(second.span().cut(text));
    let glued = second.strip_prefix("ايضا").is_some_and(|rest| rest.chars().count() >= 2);
    glued.then(|| Evidence::label(Reason::OtherNews))
}

/// «شارك: ت ف و»: a label of sharing, and the letters that stand for networks.
fn share_letters(words: &[Word], text: &str) -> Option<Evidence> {
    let [label, letters @ ..] = words else { return None };
    let first = letters.first()?;
    let mut families = phrases_at(&words[..1]).map(|hit| FAMILIES[hit.family].kind);
    families.find(|&kind| kind == RemovedKind::Share)?;
    let gap = &text[label.end()..first.start as usize];
    let is_letter = |word: &Word| word.span().cut(text).chars().count() == 1;
    let are_letters = letters.iter().all(is_letter);
    (are_letters && gap.contains([':', '|'])).then(|| Evidence::certain(Reason::ShareWords))
}

/// «يمكنكم قراءة المزيد عن الموضوع: …»: a label that sends the reader on, and a headline behind it.
fn labelled_link(block: &Block, words: &[Word], text: &str) -> Option<Evidence> {
    /// How many words a label has.
    const LABEL: usize = 8;
    if words.len() > LINK || block.ending == Ending::Stop {
        return None;
    }
    let gap = |index: usize| &text[words[index - 1].end()..words[index].start as usize];
    let label = (1..words.len().min(LABEL)).find(|&index| gap(index).contains([':', '|']))?;
    let sends = words[..label].iter().any(|word| word.is(SENDS));
    sends.then(|| Evidence::label(Reason::LinkLine))
}
