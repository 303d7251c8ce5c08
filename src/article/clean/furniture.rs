//! What speaks for a line being page furniture, whatever outlet it comes from.

use super::blocks::{Block, Ending};
use super::days::{self, LineDay};
use super::lexicon::{FAMILIES, Role, phrases_at};
use super::word_set::WordSet;
use super::words::{Class, Word};
use crate::arabic::chars::{digit_value, is_arabic_letter};
use crate::arabic::fold::folded;
use crate::document::RemovedKind;

/// Lines with more words than this are looked at only for how they open.
const LONGEST: usize = 45;

/// Why a line of foreign letters is cut, which holds in an Arabic text only.
const LATIN: &str = "سطر بحروف لاتينية";

/// What a line looks like.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Evidence {
    pub(super) kind: RemovedKind,
    pub(super) reason: &'static str,
    /// From 0, none, to 1, certain.
    pub(super) weight: f32,
    /// Whether more of the kind follows below it.
    pub(super) heads: bool,
    /// Whether words of its own follow the label («اقرأ أيضا: …»).
    pub(super) inline: bool,
    /// Whether it has words that tell a date.
    pub(super) dated: bool,
}

/// Weighs a block; nothing where nothing speaks for furniture.
pub(super) fn evidence(block: &Block, words: &[Word], text: &str, foreign: bool) -> Option<Evidence> {
    let line = block.span.cut(text);
    if let Some((kind, reason)) = block.stamp {
        return Some(Evidence { dated: kind == RemovedKind::Date, ..certain(kind, reason) });
    }
    if words.is_empty() {
        return Some(mark_only());
    }
    if let Some(told) = relation(words) {
        return Some(told);
    }
    let days = if words.len() <= LONGEST { days::of_line(block.span, text, words) } else { Vec::new() };
    if days::is_all_day(&days, words) {
        return Some(Evidence { dated: true, ..certain(RemovedKind::Date, "يوم وساعة بلا خبر") });
    }
    let by_phrases = by_phrases(block, words, line).map(|found| Evidence { dated: found.dated || !days.is_empty(), ..found });
    let by_phrases = by_phrases.or_else(|| signed_line(block, words, &days));
    if by_phrases.is_some_and(|evidence| evidence.weight >= 0.75) {
        return by_phrases;
    }
    if let Some(told) = run_together(words, text).or_else(|| labelled_link(block, words, text)) {
        return Some(told);
    }
    by_shape(block, words, line).filter(|found| !foreign || found.reason != LATIN).or(by_phrases)
}

/// «حمص – ليال خزام الجمعة 18 تموز 2014»: a few names with a day before or behind them, and no particle as a headline has.
fn signed_line(block: &Block, words: &[Word], days: &[LineDay]) -> Option<Evidence> {
    /// How many names stand beside the day.
    const NAMES: usize = 7;
    /// Enough to be no line under the headline, too little to be cut among paragraphs.
    const WEIGHT: f32 = 0.55;
    let [only] = days else { return None };
    only.day.day()?;
    let day = only.whole;
    let beside: Vec<&Word> = words.iter().filter(|word| !day.contains(word.span())).collect();
    let at_edge = words.first().is_some_and(|word| day.contains(word.span())) || words.last().is_some_and(|word| day.contains(word.span()));
    // «وكالة الشام»: a common word may be one of the names.
    let common = beside.iter().filter(|word| word.class == Class::Common).count();
    let particles = beside.iter().any(|word| word.class == Class::Function || SAID.has(word));
    let names = !particles && common <= 1 && (1..=NAMES).contains(&beside.len());
    let open = matches!(block.ending, Ending::Open | Ending::Comma);
    (at_edge && names && open)
        .then(|| Evidence { weight: WEIGHT, dated: true, ..certain(RemovedKind::Byline, "أسماء ويوم قبل النص") })
}

/// Evidence that leaves no doubt.
pub(super) fn certain(kind: RemovedKind, reason: &'static str) -> Evidence {
    Evidence { kind, reason, weight: 1.0, heads: false, inline: false, dated: false }
}

fn mark_only() -> Evidence {
    certain(RemovedKind::Other, "علامات بلا كلمات")
}

/// What the phrases of the lexicon say.
fn by_phrases(block: &Block, words: &[Word], line: &str) -> Option<Evidence> {
    let opening = opening(block, words, line);
    if words.len() > LONGEST {
        return opening;
    }
    let reading = Reading::of(words);
    let whole = reading.heading(words.len());
    let anywhere = reading.anywhere(words.len(), block.ending);
    let made_of = reading.made_of(words);
    let all = [whole, opening, anywhere, made_of];
    // A heading stays one where another sign speaks louder.
    let heads = all.iter().flatten().find(|evidence| evidence.heads && evidence.weight >= 0.75).copied();
    let best = all.into_iter().flatten().reduce(|best, next| if next.weight > best.weight + 0.01 { next } else { best });
    heads.or(best).map(|best| Evidence { dated: reading.dated, ..best })
}

/// A phrase that opens a line and makes it furniture whatever follows, as long as what follows is no sentence.
fn opening(block: &Block, words: &[Word], line: &str) -> Option<Evidence> {
    let skip = words.iter().take_while(|word| word.class == Class::Number).count().min(1);
    let words = &words[skip..];
    let hit = phrases_at(words).find(|hit| hit.role == Role::Opens)?;
    let family = &FAMILIES[hit.family];
    let rest = &words[hit.len.min(words.len())..];
    let behind = words[hit.len - 1].end().checked_sub(block.span.start).and_then(|at| line.get(at..)).unwrap_or("").trim_start();
    let labelled = behind.starts_with([':', '/', '|', '-', '–', '…', '.', '؛', '»', '"']) && !rest.is_empty() && !behind.starts_with(". ");
    let labelled = labelled
        || behind.starts_with([',', '،']) && !rest.is_empty() && (family.kind == RemovedKind::Caption || words[0].class == Class::Latin);
    let limit = match family.kind {
        RemovedKind::Byline => 10,
        RemovedKind::Tags | RemovedKind::Related | RemovedKind::Other if labelled => 60,
        RemovedKind::Comments | RemovedKind::Newsletter | RemovedKind::Cookie | RemovedKind::Copyright | RemovedKind::Tools => 60,
        _ if labelled => 24,
        _ => 16,
    };
    if words.len() > limit {
        return None;
    }
    let sentence = block.ending == Ending::Stop && rest.len() >= 8;
    // One common word alone opens many a sentence: it takes a label's mark, or nothing of its own behind it.
    let weak = hit.len == 1 && !labelled && !rest.is_empty();
    // «المصدر: هكذا يسمي الأهالي …» is a sentence about a source, and a list of names has no verbs.
    let told = sentence && family.kind == RemovedKind::Source && rest.iter().filter(|word| word.class == Class::Function).count() >= 3;
    let weight = match (labelled && !told, sentence, weak) {
        (true, _, _) => 0.95,
        (_, true, _) if matches!(family.kind, RemovedKind::Comments | RemovedKind::Cookie | RemovedKind::Copyright) => 0.8,
        (_, true, _) => 0.4,
        (_, _, true) => 0.45,
        _ => 0.9,
    };
    // The calls to follow and subscribe begin with imperatives, which no news sentence does.
    let reported = rest.iter().any(|word| SAID.has(word));
    let weight = if family.kind == RemovedKind::Newsletter && sentence && words.len() <= 25 && !reported { 0.85 } else { weight };
    let heads = rest.is_empty() && matches!(family.kind, RemovedKind::Related | RemovedKind::Tags | RemovedKind::Comments);
    let open = rest.len() <= 4 && family.kind == RemovedKind::Related && !labelled;
    Some(Evidence {
        kind: family.kind,
        reason: family.reason,
        weight,
        heads: heads || open,
        inline: labelled,
        dated: family.kind == RemovedKind::Date,
    })
}

/// A line read word by word: by which family each word is covered.
struct Reading {
    covered: Vec<Option<usize>>,
    anywhere: Option<usize>,
    heading: Option<(usize, usize)>,
    dated: bool,
}

impl Reading {
    fn of(words: &[Word]) -> Self {
        let mut reading = Self { covered: vec![None; words.len()], anywhere: None, heading: None, dated: false };
        let mut at = 0;
        while at < words.len() {
            let mut step = 1;
            let mut made_of: Option<(usize, usize)> = None;
            for hit in phrases_at(&words[at..]) {
                match hit.role {
                    Role::Anywhere => reading.anywhere = reading.anywhere.or(Some(hit.family)),
                    Role::Heads if at == 0 && reading.heading.is_none() => reading.heading = Some((hit.family, hit.len)),
                    Role::MadeOf | Role::Heads | Role::Opens => {
                        // The phrase that says most holds; the family that the line already speaks holds over others.
                        let same = at > 0 && reading.covered[at - 1] == Some(hit.family);
                        if made_of.is_none_or(|(_, len)| hit.len > len || (hit.len == len && same)) {
                            made_of = Some((hit.family, hit.len));
                        }
                    }
                }
            }
            if let Some((family, len)) = made_of {
                reading.covered[at..at + len].fill(Some(family));
                step = len;
            }
            at += step;
        }
        reading.dated = reading.covered.iter().flatten().any(|&family| FAMILIES[family].kind == RemovedKind::Date);
        reading
    }

    /// A heading under which more follows stands alone on its line, or nearly so.
    fn heading(&self, len: usize) -> Option<Evidence> {
        let (family, words) = self.heading?;
        (len <= words + 2).then(|| {
            let family = &FAMILIES[family];
            let weight = if len == words { 1.0 } else { 0.8 };
            Evidence { heads: true, weight, ..certain(family.kind, family.reason) }
        })
    }

    fn anywhere(&self, len: usize, ending: Ending) -> Option<Evidence> {
        let family = &FAMILIES[self.anywhere?];
        let weight = if len <= 16 || ending != Ending::Stop { 0.9 } else { 0.7 };
        Some(Evidence { weight, ..certain(family.kind, family.reason) })
    }

    /// A line made up of furniture words, numbers and little else.
    fn made_of(&self, words: &[Word]) -> Option<Evidence> {
        let mut votes = [0usize; FAMILIES.len()];
        let (mut said, mut own) = (0usize, 0usize);
        for (word, covered) in words.iter().zip(&self.covered) {
            match (covered, word.class) {
                (Some(family), _) => {
                    votes[*family] += 1;
                    said += 1;
                }
                (None, Class::Number | Class::Function) => {}
                (None, Class::Latin) if word.len <= 2 => {}
                (None, _) => own += 1,
            }
        }
        let (best, _) = votes.iter().enumerate().max_by_key(|&(index, votes)| (votes, FAMILIES.len() - index))?;
        if said == 0 {
            return None;
        }
        let family = &FAMILIES[best];
        let weight = said as f32 / (said + own) as f32;
        Some(Evidence { weight, ..certain(family.kind, family.reason) })
    }
}

static BESIDE: WordSet = WordSet::of("ذو ذي ذات له لها");
static MATTER: WordSet = WordSet::of("صلة علاقة الصلة العلاقة");

/// «فيديو ذو صلة», «أخبار ذات علاقة»: whatever it is, it is beside the matter.
fn relation(words: &[Word]) -> Option<Evidence> {
    if words.len() > 5 {
        return None;
    }
    let (before, last) = (words.get(words.len().checked_sub(2)?)?, words.last()?);
    (BESIDE.has(before) && MATTER.has(last))
        .then(|| Evidence { heads: true, ..certain(RemovedKind::Related, "عناوين أخبار أخرى") })
}

static LABELS: WordSet = WordSet::of("اقرأ شاهد طالع");

/// «اقرأ أيضاكيف …»: a label that lost the space behind it.
fn run_together(words: &[Word], text: &str) -> Option<Evidence> {
    let [first, second, _, ..] = words else { return None };
    if words.len() > 30 || !LABELS.has(first) {
        return None;
    }
    let second = folded(second.span().cut(text));
    let glued = second.strip_prefix("ايضا").is_some_and(|rest| rest.chars().count() >= 2);
    glued.then(|| Evidence { inline: true, ..certain(RemovedKind::Related, "عناوين أخبار أخرى") })
}

/// «يمكنكم قراءة المزيد عن الموضوع: …»: a label that sends the reader on, and a headline behind it.
fn labelled_link(block: &Block, words: &[Word], text: &str) -> Option<Evidence> {
    if words.len() > 30 || block.ending == Ending::Stop {
        return None;
    }
    let label = (1..words.len().min(8)).find(|&index| text[words[index - 1].end()..words[index].start as usize].contains([':', '|']))?;
    let sends = words[..label].iter().any(|word| SENDING.has(word));
    sends.then(|| Evidence { inline: true, ..certain(RemovedKind::Related, "رابط إلى خبر آخر") })
}

/// Verbs by which a sentence reports what somebody says.
static SAID: WordSet = WordSet::of("قال قالت يقول تقول أضاف أضافت أوضح أوضحت");

/// Words of labels that send the reader to another page.
static SENDING: WordSet = WordSet::of("اقرأ اقرأوا لقراءة قراءة شاهد شاهدوا لمشاهدة طالع طالعوا المزيد للمزيد تصفح");

/// What the characters of a line say: addresses, hashtags, bare numbers, clocks, foreign letters.
fn by_shape(block: &Block, words: &[Word], line: &str) -> Option<Evidence> {
    if words.len() > 30 {
        return None;
    }
    let address = words.len() <= 14 && ["http://", "https://", "www.", "t.me/"].iter().any(|start| line.contains(start));
    if address {
        return Some(certain(RemovedKind::Source, "رابط"));
    }
    if line.starts_with('@') && words.len() <= 3 {
        return Some(certain(RemovedKind::Source, "اسم حساب"));
    }
    let hashtags = line.matches('#').count();
    if hashtags > 0 && (hashtags + 1 >= line.split_whitespace().count() || line.starts_with("# ") && words.len() <= 4) {
        return Some(certain(RemovedKind::Tags, "علامة # قبل كل كلمة"));
    }
    if line.starts_with('[') && line.ends_with(']') && words.len() <= 8 {
        return Some(certain(RemovedKind::Tools, "سطر بين معقوفين"));
    }
    if line.starts_with(['○', '◯', '☐', '□', '◻', '⚪']) {
        return Some(certain(RemovedKind::Other, "خيار في استطلاع"));
    }
    if line.contains('©') && block.ending != Ending::Stop {
        let captioned = line.find('©').is_some_and(|at| at > 20);
        return Some(if captioned {
            certain(RemovedKind::Caption, "علامة الحقوق © بعد الوصف")
        } else {
            certain(RemovedKind::Copyright, "علامة الحقوق ©")
        });
    }
    let numbers = words.iter().filter(|word| word.class == Class::Number).count();
    if numbers > 0 && is_running_line(words, line) {
        return Some(certain(RemovedKind::Other, "رقم الصفحة بجانب اسم المطبوعة"));
    }
    if numbers >= 3 && words.len() <= 16 && block.ending == Ending::Open && has_telephone(line) {
        return Some(certain(RemovedKind::Other, "رقم هاتف أو حساب"));
    }
    if numbers == words.len() {
        return Some(bare_numbers(words, line));
    }
    if words.len() <= 12 && !line.chars().any(is_arabic_letter) && block.ending != Ending::Stop {
        if numbers >= 5 && line.contains(':') && line.contains(['-', '/', '.']) {
            return Some(Evidence { dated: true, ..certain(RemovedKind::Date, "أرقام يوم وساعة") });
        }
        let counts = numbers > 0 && line.chars().any(|c| !c.is_alphanumeric() && !c.is_ascii_punctuation() && !c.is_whitespace());
        return Some(if counts { certain(RemovedKind::Counter, "رقم بجانبه رمز") } else { certain(RemovedKind::Other, LATIN) });
    }
    initials(words, line).then(|| certain(RemovedKind::Byline, "أحرف أسماء المحررين"))
}

/// «123 000 00 00», «+962 6 400 0000»: digits in groups, more than a date has.
fn has_telephone(line: &str) -> bool {
    let group = |piece: &str| {
        piece.chars().all(|c| digit_value(c).is_some() || matches!(c, '+' | '(' | ')')) && piece.chars().any(|c| digit_value(c).is_some())
    };
    let pieces: Vec<&str> = line.split(' ').collect();
    let groups = pieces.split(|piece| !group(piece));
    groups.into_iter().any(|run| run.len() >= 3 && run.iter().map(|piece| piece.chars().count()).sum::<usize>() >= 9)
}

/// «مركز الدراسات        12»: a name, a wide gap and the number of the page.
fn is_running_line(words: &[Word], line: &str) -> bool {
    let edge = |word: Option<&Word>| word.is_some_and(|word| word.class == Class::Number);
    if !(3..=12).contains(&words.len()) || !edge(words.first()) && !edge(words.last()) {
        return false;
    }
    let page = |piece: &str| (1..=4).contains(&piece.chars().count()) && piece.chars().all(|c| digit_value(c).is_some());
    let gap = "    ";
    let edges = [line.split_once(gap), line.rsplit_once(gap).map(|(name, page)| (page, name))];
    edges.into_iter().flatten().any(|(number, rest)| page(number.trim()) && rest.chars().any(is_arabic_letter))
}

fn bare_numbers(words: &[Word], line: &str) -> Evidence {
    let clock_or_date = words.len() >= 2 && line.contains([':', '/', '-', '.']) && !line.contains('+');
    if clock_or_date {
        Evidence { dated: true, ..certain(RemovedKind::Date, "أرقام يوم وساعة") }
    } else {
        certain(RemovedKind::Counter, "أرقام بلا كلمات")
    }
}

/// «ع.ن/ر.ح»: letters with marks between them, at the end of agency copy.
fn initials(words: &[Word], line: &str) -> bool {
    /// How many letters of two bytes such a line has at most, and marks.
    const LONGEST: usize = 24;
    if words.len() > 8 || words.iter().any(|word| word.len > 4) || line.chars().take(LONGEST + 1).count() > LONGEST {
        return false;
    }
    let marks = line.chars().filter(|c| !c.is_alphanumeric() && !c.is_whitespace()).count();
    marks + 1 >= words.len() && words.iter().all(|word| word.len <= 2) || marks > 8
}

/// Whether a clock stands at the head of the line, as before the headlines of a ticker.
pub(super) fn opens_with_clock(line: &str) -> bool {
    let digits = |text: &str| text.chars().take_while(|&c| digit_value(c).is_some()).map(char::len_utf8).sum::<usize>();
    let first = digits(line);
    let rest = &line[first..];
    first > 0 && rest.starts_with(':') && digits(&rest[1..]) >= 2 && rest[1..].contains(' ')
}
