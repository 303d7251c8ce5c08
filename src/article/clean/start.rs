//! Where the running text begins.

use super::head::is_standfirst;
use super::looks::{ANY, CONTINUES, EVEN, HEADLINE, KNOWN, OPEN, Pattern, QUESTION, STOP};
use super::signed::{FOREIGN, Signed};
use super::vocabulary::Vocabulary;

/// How many words a line has that is more than a name or a section.
const MANY: usize = 4;

/// Where the running text begins: at the first prose, unless that is about something else than all the rest.
pub(super) fn start(signed: &Signed<'_>) -> Option<usize> {
    let prose: Vec<usize> = (0..signed.len()).filter(|&index| signed.is_prose(index)).collect();
    let is_other = |place: &usize| !signed.live && is_other_matter(signed, &prose[*place..]);
    let first = (0..prose.len()).find(|place| !is_other(place))?;
    let start = without_headline(signed, prose[first], prose.get(first + 1).copied());
    Some(with_question(signed, start))
}

/// «- متى يبدأ الملء؟» above «- بدأت الأمطار مطلع يونيو»: the first question of an interview begins it, where a headline stands
/// above and more questions below.
fn with_question(signed: &Signed<'_>, start: usize) -> usize {
    /// How many words ask something.
    const ASKS: usize = 3;
    let asks = |index: &usize| signed.has(*index, QUESTION, ASKS..);
    let Some(above) = start.checked_sub(1).filter(asks) else { return start };
    let is_titled = (0..above).any(|index| signed.has(index, ANY, ASKS..));
    let mut below = (start + 1..signed.len().saturating_sub(1)).filter(asks);
    let is_answer = |index: usize| signed.is_prose(index) && !asks(&index);
    let goes_on = below.any(|question| is_answer(question + 1));
    if is_titled && goes_on { above } else { start }
}

/// Whether the first of some paragraphs is about something else than the others, and the headline of the article stands below it.
fn is_other_matter(signed: &Signed<'_>, prose: &[usize]) -> bool {
    /// How many paragraphs below it tell what the article is about, and how many there are at least.
    const RANGE: usize = 12;
    const REST: usize = 3;
    /// How many content words a paragraph is judged by.
    const ENOUGH: usize = 8;
    let [this, next, ..] = *prose else { return false };
    if prose.len() <= REST || signed.continues(next) {
        return false;
    }
    let mut rest = Vocabulary::default();
    prose[1..].iter().take(RANGE).for_each(|&index| rest.add(signed.words(index)));
    let share = rest.share(signed.words(this));
    if share.telling(ENOUGH).is_none_or(|share| share.reaches(FOREIGN)) {
        return false;
    }
    // The headline of the article stands behind what is none of it, and the text below takes it up.
    const PLAIN: Pattern = HEADLINE.without(KNOWN);
    let mut headlines = (this + 1..next).filter(|&index| signed.has(index, PLAIN, MANY..));
    headlines.any(|headline| signed.takes_up(headline, next))
}

/// A long headline ends like a sentence; the text then begins with the next prose.
fn without_headline(signed: &Signed<'_>, start: usize, next: Option<usize>) -> usize {
    /// How many words a headline has at most; one that the text takes up.
    const LONGEST: usize = 18;
    const TAKEN_UP: usize = 28;
    let Some(next) = next else { return start };
    if is_standfirst(signed, start, next) {
        return next;
    }
    if signed.is(start, STOP | CONTINUES) {
        return start;
    }
    let titled = (0..start).find(|&index| signed.has(index, ANY.without(EVEN), MANY..));
    let is_lede = signed.words(next).len() >= signed.words(start).len() * 3 / 2;
    let is_headline = match (titled, signed.words(start).len()) {
        (None, ..=LONGEST) if is_lede => true,
        (_, ..=TAKEN_UP) if signed.is(start, OPEN) => signed.takes_up(start, next),
        _ => false,
    };
    if is_headline { next } else { start }
}
