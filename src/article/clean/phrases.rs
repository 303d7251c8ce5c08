//! What the phrases of the lexicon say of a line.

use super::asked::{FUNCTION, holds, one_of};
use super::blocks::{Block, Ending};
use super::evidence::{Evidence, surety};
use super::lexicon::{FAMILIES, Family, Hit, Role, phrases_at};
use super::signs::{Phrase, of_phrase};
use super::words::{Class, Word};
use crate::arabic::lexicon::REPORTS;
use crate::document::RemovedKind;

/// Lines with more words than this are looked at only for how they open.
pub(super) const LONGEST: usize = 45;

/// What the phrases of the lexicon say of a line.
pub(super) fn by_phrases(block: &Block, words: &[Word], line: &str) -> Option<Evidence> {
    let opening = opening(block, words, line);
    if words.len() > LONGEST {
        return opening;
    }
    let reading = PhrasesRead::of(words, block.ending);
    let all = [
        reading.heading(words.len()),
        opening,
        reading.anywhere(words.len(), block.ending),
        reading.made_of(words),
    ];
    // A heading stays one where another sign speaks louder.
    let heads =
        all.iter().flatten().find(|found| found.heads && found.weight >= surety::STRONG).copied();
    let best = all
        .into_iter()
        .flatten()
        .reduce(|best, next| if next.weight > best.weight + 1 { next } else { best });
    heads.or(best).map(|best| Evidence { dated: reading.dated, ..best })
}

/// A phrase that opens a line, and what follows it.
struct Opening<'w> {
    family: &'static Family,
    hit: Hit,
    /// The words behind the phrase.
    rest: &'w [Word],
    /// Whether a mark parts the phrase from them.
    labelled: bool,
    /// Whether they make a sentence.
    sentence: bool,
}

/// A phrase that opens a line and makes it furniture whatever follows, as long as what follows is no sentence.
fn opening(block: &Block, words: &[Word], line: &str) -> Option<Evidence> {
    /// How many words a sentence has behind its first phrase.
    const SENTENCE: usize = 8;
    let skip = words.iter().take_while(|word| word.class == Class::Number).count().min(1);
    let words = &words[skip..];
    let hit = phrases_at(words).find(|hit| hit.role == Role::Opens)?;
    let family = &FAMILIES[hit.family];
    let rest = &words[hit.len.min(words.len())..];
    let behind = words[hit.len - 1]
        .end()
        .checked_sub(block.span.start)
        .and_then(|at| line.get(at..))
        .unwrap_or("")
        .trim_start();
    let labelled = !rest.is_empty() && is_parted(behind, family.kind, &words[0]);
    // «تحقيق: من يبيع ماء المخيم؟» asks, as no line does that names a writer.
    let asks = family.kind == RemovedKind::Byline && behind.contains('؟');
    let sentence = asks || matches!((block.ending, rest.len()), (Ending::Stop, SENTENCE..));
    let opening = Opening { family, hit, rest, labelled, sentence };
    (words.len() <= opening.longest()).then(|| opening.evidence(words.len()))
}

/// Whether a mark parts a label from the words behind it: «المصدر: وكالات», «الصورة، مشهد من الجسر».
fn is_parted(behind: &str, kind: RemovedKind, first: &Word) -> bool {
    let by_comma = kind == RemovedKind::Caption || first.class == Class::Latin;
    match behind.chars().next() {
        Some('.') => !behind.starts_with(". "),
        Some(',' | '،') => by_comma,
        Some(mark) => [':', '/', '|', '-', '–', '…', '؛', '»', '"'].contains(&mark),
        None => false,
    }
}

impl Opening<'_> {
    /// How many words such a line has at most.
    fn longest(&self) -> usize {
        use RemovedKind::{
            Byline, Comments, Cookie, Copyright, Newsletter, Other, Related, Tags, Tools,
        };
        match self.family.kind {
            Byline => 10,
            Comments | Newsletter | Cookie | Copyright | Tools => 60,
            Tags | Related | Other if self.labelled => 60,
            _ if self.labelled => 24,
            _ => 16,
        }
    }

    fn evidence(&self, words: usize) -> Evidence {
        use RemovedKind::{Comments, Date, Related, Tags};
        /// How many words the headline has that stands behind «اقرأ أيضا» without a mark.
        const HEADLINE: usize = 4;
        let Family { kind, reason, .. } = *self.family;
        let heads = match (kind, self.rest.len()) {
            (Related | Tags | Comments, 0) => true,
            (Related, ..=HEADLINE) => !self.labelled,
            _ => false,
        };
        let weight = of_phrase(self.phrase(words));
        Evidence {
            weight,
            heads,
            inline: self.labelled,
            dated: kind == Date,
            ..Evidence::certain(reason)
        }
    }

    fn phrase(&self, words: usize) -> Phrase {
        use RemovedKind::{Comments, Cookie, Copyright, Newsletter};
        // One common word alone opens many a sentence: it takes a label's mark, or nothing of its own behind it.
        let word = matches!((self.hit.len, self.rest), (1, [_, ..]));
        match (self.sentence, self.family.kind) {
            (true, Newsletter) if self.is_call(words) => Phrase::Call,
            _ if self.labelled && !self.tells_of_source() => Phrase::Label,
            (true, Comments | Cookie | Copyright) => Phrase::PageSentence,
            (true, _) => Phrase::Sentence,
            (false, _) if word && !self.labelled => Phrase::Word,
            (false, _) => Phrase::Opens,
        }
    }

    /// The calls to follow and subscribe begin with imperatives, which no news sentence does.
    fn is_call(&self, words: usize) -> bool {
        /// How many words a call has at most.
        const CALL: usize = 25;
        match words {
            ..=CALL => !holds(self.rest, one_of(REPORTS)),
            _ => false,
        }
    }

    /// «المصدر: هكذا يسمي الأهالي …» is a sentence about a source, and a list of names has no particles; names of writers are no
    /// sentence at all.
    fn tells_of_source(&self) -> bool {
        /// How many particles only a sentence has.
        const PARTICLES: usize = 3;
        let particles = || self.rest.iter().filter(|word| FUNCTION.fits(word)).count();
        match (self.sentence, self.family.kind) {
            (true, RemovedKind::Source) => particles() >= PARTICLES,
            (true, RemovedKind::Byline) => true,
            _ => false,
        }
    }
}

/// A line read word by word: by which family each word is covered.
struct PhrasesRead {
    /// Whether the line ends as a sentence does.
    is_sentence: bool,
    covered: Vec<Option<usize>>,
    anywhere: Option<usize>,
    heading: Option<(usize, usize)>,
    dated: bool,
}

impl PhrasesRead {
    fn of(words: &[Word], ending: Ending) -> Self {
        let mut reading = Self {
            is_sentence: ending == Ending::Stop,
            covered: Vec::with_capacity(words.len()),
            anywhere: None,
            heading: None,
            dated: false,
        };
        while reading.covered.len() < words.len() {
            let step = reading.at(&words[reading.covered.len()..]);
            let (family, len) = step.map_or((None, 1), |(family, len)| (Some(family), len));
            reading.covered.extend(std::iter::repeat_n(family, len));
        }
        reading.dated = reading
            .covered
            .iter()
            .flatten()
            .any(|&family| FAMILIES[family].kind == RemovedKind::Date);
        reading
    }

    /// The family that covers the first of some words, and how many of them.
    ///
    /// The phrase that says most holds; the family that the line already speaks holds over others.
    fn at(&mut self, words: &[Word]) -> Option<(usize, usize)> {
        let first = self.covered.is_empty();
        let spoken = self.covered.last().copied().flatten();
        // «وكان الدواء قد سُجّل في المملكة»: in the middle of a sentence no call begins.
        let may_open = !self.is_sentence || first || spoken.is_some();
        let mut best: Option<(usize, usize)> = None;
        for hit in phrases_at(words) {
            match hit.role {
                Role::Anywhere => {
                    self.anywhere.get_or_insert(hit.family);
                }
                Role::Heads if first && self.heading.is_none() => {
                    self.heading = Some((hit.family, hit.len))
                }
                Role::Opens if !may_open => {}
                Role::MadeOf | Role::Heads | Role::Opens => {
                    let same = spoken == Some(hit.family);
                    let better = best.is_none_or(|(_, len)| (hit.len, same) > (len, false));
                    best = if better { Some((hit.family, hit.len)) } else { best };
                }
            }
        }
        best
    }

    /// A heading under which more follows stands alone on its line, or nearly so.
    fn heading(&self, len: usize) -> Option<Evidence> {
        /// How many words more it may have.
        const MORE: usize = 2;
        let (family, words) = self.heading.filter(|&(_, words)| len <= words + MORE)?;
        let phrase = if len == words { Phrase::Heading } else { Phrase::HeadingAndMore };
        Some(Evidence { weight: of_phrase(phrase), ..Evidence::heading(FAMILIES[family].reason) })
    }

    fn anywhere(&self, len: usize, ending: Ending) -> Option<Evidence> {
        /// How many words a sentence has that only quotes such a phrase.
        const LONG: usize = 16;
        let phrase = match (len, ending) {
            (..=LONG, _) => Phrase::Anywhere,
            (_, Ending::Stop) => Phrase::AnywhereLong,
            _ => Phrase::Anywhere,
        };
        Some(Evidence {
            weight: of_phrase(phrase),
            ..Evidence::certain(FAMILIES[self.anywhere?].reason)
        })
    }

    /// A line made up of furniture words, numbers and little else.
    fn made_of(&self, words: &[Word]) -> Option<Evidence> {
        /// How long an article or a preposition in foreign letters is.
        const PARTICLE: u32 = 2;
        let mut votes = [0usize; FAMILIES.len()];
        let (mut covered, mut own, mut particles) = (0usize, 0usize, 0usize);
        let figures = words.iter().any(|word| word.class == Class::Number);
        for (word, family) in words.iter().zip(&self.covered) {
            match (family, word.class) {
                (Some(family), _) => {
                    votes[*family] += 1;
                    covered += 1;
                }
                (None, Class::Function) => particles += 1,
                (None, Class::Number) => {}
                (None, Class::Latin) if word.len <= PARTICLE => {}
                (None, _) => own += 1,
            }
        }
        // «ثلاثة أخبار مع القهوة»: what binds words of its own together is more than a list of names; a figure makes
        // it a stamp.
        own += if figures { 0 } else { particles.min(own) };
        let (best, _) = votes
            .iter()
            .enumerate()
            .max_by_key(|&(index, votes)| (votes, FAMILIES.len() - index))?;
        let percent = (covered * usize::from(surety::CERTAIN)).checked_div(covered + own)?;
        let weight = u8::try_from(percent).unwrap_or(surety::CERTAIN);
        (covered > 0).then(|| Evidence { weight, ..Evidence::certain(FAMILIES[best].reason) })
    }
}
