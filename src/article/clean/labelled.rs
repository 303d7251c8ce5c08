//! The signs of a page → the place of every line.
//!
//! Nothing is decided by one sign alone. Where the running text begins and ends is read from the shapes of the blocks; what stands
//! above, between and behind from the words of furniture, from headings under which other things follow, and from whether its
//! words and names are those of the article. All that speaks for or against a line is weighed together, and the lines of a page
//! are placed as one row: a headline never follows the text.

use super::above;
use super::blocks::{Block, Ending};
use super::course::{Course, Doubt, Placed};
use super::end::{end, second_article};
use super::evidence::surety;
use super::head::{Head, head};
use super::label::Place;
use super::letter::{Letter, Told};
use super::opinions::{Line, Opinions};
use super::reason::Reason;
use super::regions::Region;
use super::signed::Signed;
use super::signs;
use super::start::start;
use super::vocabulary::Vocabulary;
use super::words::Word;
use crate::document::{FrontMatter, RemovedKind};
use crate::weigh::Labels;

/// What becomes of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It is of the article.
    Keep,
    /// It is the headline.
    Title,
    /// It is the line under the headline.
    Subtitle,
    /// It is none of the article.
    Cut(RemovedKind, Reason),
}

/// The blocks of a page, each with what becomes of it.
pub(super) struct Labelled<'s, 't> {
    pub(super) text: &'t str,
    pub(super) signed: &'s Signed<'t>,
    pub(super) fates: Vec<Fate>,
    /// Which blocks stand under something that is none of the article.
    pub(super) in_region: Vec<bool>,
    /// Whether there is a headline.
    pub(super) titled: bool,
    /// The words of what is sure to be the article.
    pub(super) core: Vocabulary,
    pub(super) doubts: Vec<Doubt>,
    /// The head of the letter that the text came with.
    pub(super) letter: Letter,
    /// The last block of the article.
    end: Option<usize>,
}

impl<'s, 't> Labelled<'s, 't> {
    /// Places every line of a page.
    pub(super) fn of(signed: &'s Signed<'t>) -> Self {
        match start(signed) {
            Some(start) => Self::with_text(signed, start),
            None => Self::without_text(signed),
        }
    }

    /// A page whose running text begins at block `start`.
    fn with_text(signed: &'s Signed<'t>, start: usize) -> Self {
        let head = head(signed, start);
        let mut core = Vocabulary::default();
        head.title.iter().for_each(|&title| core.add(signed.words(title)));
        let end = end(signed, start, &core);
        let second = second_article(signed, end, &core);
        let above = (0..start).map(|index| place_above(signed, head, index)).collect();
        let mut course = Course::at(signed, end, head.title, core, above);
        course.doubts.extend(second.map(Doubt::SecondArticle));
        go_down(&mut course);
        let row = signs::weights().viterbi(&course.placed, |index| open(&course, head, index));
        let fate = |(placed, &place): (&Placed, &Place)| fate(place, placed.opinions.why(place));
        let fates = course.placed.iter().zip(&row).map(fate).collect();
        let in_region = course.placed.iter().map(|placed| placed.in_region).collect();
        Self {
            text: signed.text(),
            signed,
            fates,
            in_region,
            titled: head.title.is_some(),
            core: course.core,
            doubts: course.doubts,
            letter: Letter::default(),
            end: Some(end),
        }
    }

    /// A text of short lines only: the first one that is no furniture is the headline, the rest is kept.
    fn without_text(signed: &'s Signed<'t>) -> Self {
        const HEADLINE: usize = 3;
        let own: Vec<usize> =
            (0..signed.len()).filter(|&index| !signed.is_furniture(index)).collect();
        let titles = |&&index: &&usize| {
            let sentence = signed.block(index).ending == Ending::Stop && own.len() > 1;
            !sentence && signed.words(index).len() >= HEADLINE
        };
        let title = own.iter().find(titles).copied();
        let above = |index: usize| title.is_none_or(|title| index < title);
        let fate = |index: usize| match signed.evidence_of(index, surety::STRONG) {
            Some(evidence) => Fate::Cut(evidence.kind, evidence.reason),
            None if title == Some(index) => Fate::Title,
            None if above(index) && signed.words(index).len() < HEADLINE => {
                Fate::Cut(RemovedKind::Navigation, Reason::MenuBefore)
            }
            None => Fate::Keep,
        };
        let fates = (0..signed.len()).map(fate).collect();
        let (in_region, core, doubts) =
            (vec![false; signed.len()], Vocabulary::default(), Vec::new());
        Self {
            text: signed.text(),
            signed,
            fates,
            in_region,
            titled: false,
            core,
            doubts,
            letter: Letter::default(),
            end: None,
        }
    }

    /// The same below the head of a letter: its subject is the headline where no line of the text is one, and all else of it
    /// is cut.
    pub(super) fn below(self, letter: Letter) -> Self {
        /// How many words a headline has; «تحية طيبة» and «نشرة الظهيرة» are none.
        const HEADLINE: usize = 3;
        let words = |index: usize| self.words(index).len();
        let mut fates = self.fates.clone();
        for (index, told) in letter.lines() {
            let reason = match told {
                Told::Date => Reason::LetterDay,
                _ => Reason::LetterHead,
            };
            fates[index] = Fate::Cut(reason.kind(), reason);
        }
        let title = fates.iter().position(|fate| *fate == Fate::Title);
        let subject = letter.last(Told::Subject).filter(|&index| {
            // One word of them is the label.
            words(index) > HEADLINE && title.is_none_or(|title| words(title) < HEADLINE)
        });
        if let Some(subject) = subject {
            for fate in fates.iter_mut().filter(|fate| **fate == Fate::Title) {
                *fate = Fate::Cut(RemovedKind::Other, Reason::ShortBefore);
            }
            fates[subject] = Fate::Title;
        }
        let titled = fates.contains(&Fate::Title);
        Self { fates, titled, letter, ..self }
    }

    /// The same, where what a person wrote under `clean:` stands above every rule.
    pub(super) fn obeying(self, front_matter: &FrontMatter) -> Self {
        let ruled = |index: usize, fate: Fate| {
            let block = self.signed.block(index);
            let rule = front_matter
                .clean
                .iter()
                .rev()
                .find(|rule| block.line <= rule.last && rule.first <= block.last_line);
            match rule.map(|rule| rule.keep) {
                Some(true) => Fate::Keep,
                Some(false) => Fate::Cut(RemovedKind::Editor, Reason::Editor),
                None => fate,
            }
        };
        let fates =
            self.fates.iter().enumerate().map(|(index, &fate)| ruled(index, fate)).collect();
        Self { fates, ..self }
    }

    pub(super) fn block(&self, index: usize) -> &'t Block {
        self.signed.block(index)
    }

    pub(super) fn words(&self, index: usize) -> &'t [Word] {
        self.signed.words(index)
    }

    /// The words of a block by their places in the block.
    pub(super) fn words_in_line(&self, index: usize) -> Vec<Word> {
        let start = self.block(index).span.start;
        self.words(index).iter().map(|word| word.behind(start)).collect()
    }

    /// Whether a block was kept.
    pub(super) fn is_kept(&self, index: usize) -> bool {
        self.fates[index] == Fate::Keep
    }

    /// Whether a block was cut.
    pub(super) fn is_cut(&self, index: usize) -> bool {
        matches!(self.fates[index], Fate::Cut(..))
    }

    /// Whether a line was cut by itself: neither of a stretch of other news nor of the head of a letter.
    pub(super) fn is_around(&self, index: usize) -> bool {
        self.is_cut(index) && !self.in_region[index] && !self.letter.has(index)
    }

    /// Whether a block is running text of the article.
    pub(super) fn is_prose(&self, index: usize) -> bool {
        self.end.is_none_or(|end| index <= end) && self.signed.is_prose(index)
    }
}

fn fate(place: Place, why: Option<(RemovedKind, Reason)>) -> Fate {
    match (place, why) {
        (Place::Title, _) => Fate::Title,
        (Place::Subtitle, _) => Fate::Subtitle,
        (Place::Text | Place::Subheading, _) => Fate::Keep,
        (_, Some((kind, reason))) => Fate::Cut(kind, reason),
        (_, None) => Fate::Cut(RemovedKind::Other, Reason::PageParts),
    }
}

/// A line above the text.
fn place_above(signed: &Signed<'_>, head: Head, index: usize) -> Placed {
    let opinions = above::read(signed, head, index);
    let line = opinions.decide(open_above(head, index));
    Placed { line, opinions, in_region: false }
}

/// What a line above the text can be.
fn open_above(head: Head, index: usize) -> Labels<Place> {
    match Some(index) {
        index if index == head.title => Labels::only(Place::Title),
        index if index == head.subtitle => Labels::only(Place::Subtitle),
        _ => Labels::all()
            .without(Place::Title)
            .without(Place::Subtitle)
            .without(Place::Within)
            .without(Place::Under)
            .without(Place::After),
    }
}

/// What a line from the first paragraph on can be.
fn open_below(course: &Course<'_, '_>, index: usize, in_region: bool) -> Labels<Place> {
    if in_region {
        return Labels::only(Place::Under);
    }
    let below = Labels::all()
        .without(Place::Before)
        .without(Place::Title)
        .without(Place::Subtitle)
        .without(Place::Under);
    if index > course.end { below.without(Place::Within) } else { below.without(Place::After) }
}

/// What any line of a page can be, once all are read.
fn open(course: &Course<'_, '_>, head: Head, index: usize) -> Labels<Place> {
    if index < course.first {
        open_above(head, index)
    } else {
        open_below(course, index, course.placed[index].in_region)
    }
}

/// Places everything from the first paragraph on.
fn go_down(course: &mut Course<'_, '_>) {
    let mut region: Option<Region> = None;
    for index in course.placed.len()..course.signed.len() {
        let over = region.take_if(|open| open.is_over(course, index));
        if over.is_some_and(|over| !over.announced) {
            course.doubts.push(Doubt::KeptParagraph(index));
        }
        region = match region.take() {
            Some(open) => {
                let (here, opinions) = open.under(course, index);
                settle(course, index, opinions, true);
                Some(here)
            }
            None => in_text(course, index),
        };
    }
}

/// Places a line that stands under nothing else; gives what it opens.
fn in_text(course: &mut Course<'_, '_>, index: usize) -> Option<Region> {
    let heading = course
        .decisive(index)
        .filter(|evidence| evidence.heads && !course.is_heading_of_text(index));
    let read = course.read(index);
    let line = settle(course, index, read.opinions, false);
    if line.place.is_kept() && read.doubted {
        course.doubts.push(Doubt::KeptLine(index));
    }
    let after_end = index.checked_sub(1).is_some_and(|before| course.is_end_note(before));
    let opened = match heading {
        Some(heading) => Some(Region::announced(heading, index, after_end)),
        None => read.opens.then(|| Region::found(Reason::OtherStory, index, after_end)),
    };
    opened.map(|region| region.with(course, index))
}

fn settle(course: &mut Course<'_, '_>, index: usize, opinions: Opinions, in_region: bool) -> Line {
    let line = opinions.decide(open_below(course, index, in_region));
    course.settle(line, opinions, in_region);
    line
}
