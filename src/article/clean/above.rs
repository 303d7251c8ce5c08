//! What speaks for and against a line above the text that is not the headline.

use std::ops::RangeInclusive;

use super::asked::{FUNCTION, holds, one_of, stands};
use super::between::weak_evidence;
use super::evidence::surety;
use super::head::{Head, heads_entry, is_byline};
use super::looks::{self, ANY, BULLET, COLON, FURNITURE, FURTHER, NUMBERED, OPEN, PARTED, STOP};
use super::opinions::Opinions;
use super::reason::Reason;
use super::signed::{NEAR, Signed, looks_like_caption};
use super::signs::{Ground, Keep};
use super::words::same_words;
use crate::arabic::lexicon::{PUBLISHER, REPORTS};
use crate::document::RemovedKind::{Advertisement, Byline, Newsletter};

/// Reads the line at `index`, above the text of a page with such a head.
pub(super) fn read(signed: &Signed<'_>, head: Head, index: usize) -> Opinions {
    let below = head.title.is_some_and(|title| index > title);
    let mut opinions = Opinions::default();
    let is_point = signed.is(index, NUMBERED.with(BULLET));
    let is_part = match below {
        true => signed.is_numbered(index),
        false => is_point,
    };
    if is_part {
        opinions.keep(Keep::Numbered);
        return opinions;
    }
    if signed.is(index, FURTHER.without(FURNITURE)) {
        opinions.keep(Keep::Sentence);
        return opinions;
    }
    if let Some(evidence) = signed.evidence_of(index, surety::EVEN) {
        return Opinions::of(evidence, Ground::Edge);
    }
    let again =
        head.title.is_some_and(|title| same_words(signed.words(title), signed.words(index)));
    opinions.cut_if(again, Reason::TitleAgain);
    opinions.cut_if(signed.is_outlet(index), Reason::OutletName);
    opinions.cut_if(is_byline(signed, index), Reason::NamesBefore);
    opinions.cut_if(looks_like_caption(signed.line(index)), Reason::CaptionBrackets);
    // Where no line is the headline, a message may open with what it tells: «هذا ما جرى نقلا عن شهود عيان:».
    let opens = if head.title.is_none() { signed.is(index, COLON) } else { below };
    if opens && is_over_text(signed, index) {
        opens_text(signed, index, &mut opinions);
    }
    // What a menu lists («صور», «فيديو») are words of other kinds too; a name with «بقلم» before it is no menu.
    let named = weak_evidence(signed.evidence(index))
        .filter(|weak| matches!(weak.kind, Byline | Newsletter | Advertisement));
    if let Some(weak) = named {
        opinions.cut_as(weak.kind, weak.reason);
    }
    opinions.cut_if(is_masthead(signed, index, head.title), Reason::Masthead);
    by_words(signed, index, below, &mut opinions);
    opinions
}

/// Whether nothing but short sentences stands between a line and the first paragraph: «وقالت زوجته: «هو بريء».», «ثم سكتت.»
fn is_over_text(signed: &Signed<'_>, index: usize) -> bool {
    let is_sentence = |at: usize| signed.has(at, STOP.without(PARTED | FURNITURE), 2..);
    let next = signed.next_prose(index + 1);
    next.is_some_and(|next| (index + 1..next).all(is_sentence))
}

/// A line right above the first paragraph: a first sentence may be short («أربع طاولات.»), and a part may have a name.
fn opens_text(signed: &Signed<'_>, index: usize, opinions: &mut Opinions) {
    /// How many words open a text with a colon; fewer are a label.
    const OPENS: usize = 8;
    if signed.has(index, STOP.without(PARTED), 2..) {
        opinions.keep(Keep::Sentence);
        // «وقالت زوجة الموقوف: «هو بريء».»: no button and no headline of other news is such a sentence, whatever its words are.
        // Nor is what another sentence goes on from: «لم تعلق المصارف.» over «وفي المقابل رأت …».
        let says = || holds(signed.words(index), one_of(REPORTS));
        if [index, index + 1].into_iter().any(|at| signed.continues(at)) || says() {
            opinions.keep(Keep::OwnSentence);
        }
    } else if signed.has(index, COLON.without(PARTED), OPENS..) && !is_byline(signed, index) {
        // «هذا ما جرى نقلا عن شهود عيان في الوادي:»
        opinions.keep(Keep::Sentence);
    } else if signed.is_section(index) {
        opinions.keep(Keep::Section);
    } else if heads_entry(signed, index) {
        opinions.keep(Keep::Entry);
    }
}

/// What the words of a line say where nothing else does.
fn by_words(signed: &Signed<'_>, index: usize, below: bool, opinions: &mut Opinions) {
    /// How many words a sentence of the text has, how many are the text's own, and what part of a hundred.
    const SENTENCE: usize = 8;
    const KNOWN: usize = 4;
    const OWN: usize = 60;
    /// How many words an entry of a menu has at most.
    const MENU: usize = 3;
    let share = signed.vocabulary.share(signed.words(index));
    let own = share.known >= KNOWN && share.reaches(OWN);
    if below && own && signed.has(index, ANY.without(OPEN), SENTENCE..) {
        opinions.keep(Keep::TakenUp);
    }
    let menu = signed.is(index, looks::MENU) || signed.has(index, ANY, ..=MENU);
    opinions.cut_if(menu, Reason::MenuBefore);
    opinions.cut_if(share.is_below(NEAR), Reason::StrangeBefore);
    opinions.cut(Reason::ShortBefore);
}

/// «جريدة المرفأ», «وزارة الأوقاف»: a name of a paper or a body among the first lines of a page, above the headline.
fn is_masthead(signed: &Signed<'_>, index: usize, title: Option<usize>) -> bool {
    /// How many lines a masthead has, and how many words such a line.
    const LINES: usize = 2;
    const WORDS: RangeInclusive<usize> = 2..=5;
    let words = signed.words(index);
    let above = title.is_some_and(|title| index < title.min(LINES));
    let names = stands(words, 0, &[one_of(PUBLISHER)]) && !holds(words, FUNCTION);
    above && names && signed.has(index, ANY.without(PARTED), WORDS)
}
