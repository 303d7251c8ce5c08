//! The head of a page: which line is the headline, and which one stands under it.

use std::ops::RangeInclusive;

use super::asked::{BINDING, NAMING, NUMBER, are, holds, of_length, one_of, stands};
use super::called::{from_place, is_place};
use super::days;
use super::evidence::surety;
use super::letterhead::{Letterhead, release};
use super::looks::{
    ANY, BULLET, COLON, CONTINUES, EVEN, FURNITURE, FURTHER, HEADLINE, HEADS, HINTED, KNOWN, MENU,
    NUMBERED, PARTED, PROSE, Pattern, STOP, Traits, UNENDED,
};
use super::shapes::opens_with_clock;
use super::signature;
use super::signed::{Signed, looks_like_caption};
use super::signs::{self, Look};
use super::spoken_to::is_spoken_to;
use super::vocabulary::Vocabulary;
use super::words::{Class, Word, holds_run, same_words};
use crate::arabic::chars::digit_value;
use crate::arabic::lexicon::{DESK, REPORTS, WRITES};
use crate::weigh::Sign;

/// How many lines before the text a headline may stand.
const FURTHEST: usize = 300;

/// What a line of a certain headline weighs: the one that the page gives itself, and the one over a standfirst.
const GIVEN: i32 = 1000;
const OVER_STANDFIRST: i32 = 900;
/// What the upper of two headlines weighs at least, and how much more the lower one may.
const UPPER: i32 = 160;
const ABOVE: i32 = 150;
/// What a headline weighs at least under the name of who posted it.
const POSTED: i32 = 120;

/// «وأكد محاميه أنه سيستأنف القرار.»: it goes on from another sentence, as no headline does.
const GOES_ON: Pattern = STOP.with(CONTINUES);

/// The headline and the line under it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) title: Option<usize>,
    pub(super) subtitle: Option<usize>,
}

/// Reads the head of a text whose first paragraph is block `start`.
pub(super) fn head(signed: &Signed<'_>, start: usize) -> Head {
    let about = opening_vocabulary(signed, start);
    let letterhead = Letterhead::of(signed, start);
    let title = headline(signed, letterhead.names, start, &about)
        .filter(|&title| !signed.is(title, FURTHER))
        .or(letterhead.release)
        .or_else(|| alert(signed, start))
        .or_else(|| only_candidate(signed, start).filter(|&only| only >= letterhead.names))
        .or_else(|| release(signed, 0..start));
    let subtitle = title.and_then(|title| subtitle(signed, title, start, &about));
    Head { title, subtitle }
}

/// «عاجل: توقف العبّارة», in a message before the article: the first that whoever sent it sent.
fn alert(signed: &Signed<'_>, start: usize) -> Option<usize> {
    const ALERT: Pattern = UNENDED.with(FURTHER).without(Traits::of(&[FURNITURE, PROSE]));
    (0..start).find(|&index| signed.is(index, ALERT))
}

/// The headline among the blocks before `start`, but for so many names over it: the one whose words the text takes up.
fn headline(signed: &Signed<'_>, names: usize, start: usize, about: &Vocabulary) -> Option<usize> {
    let mut scores = scores(signed, start, about);
    scores.retain(|&(index, _)| index >= names);
    scores.retain(|&(index, score)| score <= 0 || !is_name_of_page(signed, index, start));
    // Of equals the uppermost.
    let &(index, score) =
        scores.iter().max_by_key(|(_, score)| *score).filter(|(_, score)| *score > 0)?;
    let below =
        under_name(signed, index, &scores).or_else(|| under_section(signed, index, &scores));
    if below.is_some() {
        return below;
    }
    let index = upper(signed, index, score, &scores).unwrap_or(index);
    // «الرئيسية / أخبار / العنوان», «الموقع: العنوان | القسم» over the headline itself: such a line holds it.
    let path = signed.words(index);
    let in_path =
        |line: &[Word]| of_length(line, MANY..path.len()).is_some_and(|line| holds_run(path, line));
    Some(
        (index + 1..start.min(index + NEAR))
            .find(|&below| in_path(signed.words(below)))
            .unwrap_or(index),
    )
}

/// «كاتبة في الشؤون المصرفية» under her name.
fn is_about_writer(signed: &Signed<'_>, index: usize) -> bool {
    /// How many words a name has, and what is told of her.
    const NAME: RangeInclusive<usize> = 2..=4;
    const TOLD: usize = 8;
    let told =
        of_length(signed.words(index), ..=TOLD).filter(|words| stands(words, 0, &[one_of(WRITES)]));
    let above = index.checked_sub(1).filter(|_| told.is_some());
    let name = above.and_then(|above| of_length(signed.words(above), NAME));
    name.is_some_and(|name| are(name, NAMING))
}

/// «ميزان المال» at the top of a page whose text says what somebody told «ميزان المال»: its name, and no headline.
fn is_name_of_page(signed: &Signed<'_>, index: usize, start: usize) -> bool {
    /// How many words such a name has.
    const NAME: RangeInclusive<usize> = 2..=3;
    let words = of_length(signed.words(index), NAME).filter(|_| index == 0);
    if !words.is_some_and(|words| are(words, NAMING)) {
        return false;
    }
    let prose = (start..signed.len()).filter(|&at| signed.is_prose(at));
    is_spoken_to(signed.line(index).trim(), prose.map(|at| signed.line(at)))
}

/// How many words are more than a name or a section.
const MANY: usize = 4;
/// How many lines below a path its headline stands.
const NEAR: usize = 10;

/// What each line above the text weighs as its headline, the lowest line first.
fn scores(signed: &Signed<'_>, start: usize, about: &Vocabulary) -> Vec<(usize, i32)> {
    let mut scores = Vec::new();
    // Lines of furniture between a line and the text say little; other lines say that it belongs to something else.
    let mut between = 0;
    for index in (start.saturating_sub(FURTHEST)..start).rev() {
        scores.extend(score(signed, index, between, about).map(|score| (index, score)));
        between += usize::from(signed.furniture(index) < surety::LIKELY);
    }
    scores
}

/// A name with a date under it is who posted; the headline follows.
fn under_name(signed: &Signed<'_>, name: usize, scores: &[(usize, i32)]) -> Option<usize> {
    /// How many words a name has, and how many the headline at least.
    const NAME: usize = 3;
    const HEADLINE: usize = 5;
    if signed.words(name).len() > NAME || !signed.is_dated(name + 1) {
        return None;
    }
    let fitting = scores.iter().filter(|(_, score)| *score > POSTED).map(|&(line, _)| line);
    let mut below = fitting.filter(|&line| line > name + 1);
    below.find(|&line| signed.has(line, ANY, HEADLINE..))
}

/// «دوري المحترفين» over «الاتحاد يقلب تأخره ويستعيد الصدارة»: a few words that the text has too name the section or the
/// row of an article; a whole headline that fits right below them is its own.
fn under_section(signed: &Signed<'_>, section: usize, scores: &[(usize, i32)]) -> Option<usize> {
    /// How many words a section has at most, how many the headline at least, and how many lines it stands below.
    const SECTION: usize = 3;
    const HEADLINE: usize = 5;
    const NEAR: usize = 2;
    of_length(signed.words(section), ..=SECTION)?;
    let near = section + 1..=section + NEAR;
    let fitting = scores.iter().rev().filter(|(_, score)| *score > UPPER).map(|&(line, _)| line);
    let mut below = fitting.filter(|line| near.contains(line));
    below.find(|&line| signed.has(line, UNENDED, HEADLINE..))
}

/// Of two lines that stand together, but for furniture, and both fit, the first is the headline and the second the one under it.
fn upper(signed: &Signed<'_>, index: usize, score: i32, scores: &[(usize, i32)]) -> Option<usize> {
    /// How many lines stand between them.
    const NEAR: usize = 5;
    let parts = |between: usize| signed.is(between, FURNITURE.without(HEADS));
    let fits = |other: i32| other >= (UPPER + 1).max(score - ABOVE);
    let shaped = |above: usize| signed.has(above, ANY.without(MENU), MANY..);
    let fitting = scores.iter().filter(|(_, other)| fits(*other)).map(|&(above, _)| above);
    let near = fitting.filter(|above| (index.saturating_sub(NEAR)..index).contains(above));
    near.filter(|&above| shaped(above)).find(|&above| (above + 1..index).all(parts))
}

/// The one line of the head that can be nothing else: «قرار دمج الهيئتين», however few of its words the text takes up.
fn only_candidate(signed: &Signed<'_>, start: usize) -> Option<usize> {
    /// How many words a headline has that nothing else speaks for.
    const WORDS: RangeInclusive<usize> = 3..=20;
    // A name under it («هيفاء السمان») is no other one.
    let is_point = |index: usize| signed.is(index, NUMBERED.with(BULLET));
    let goes_on = |index: usize| {
        let found = [signed.is(index, GOES_ON), is_point(index), is_about_writer(signed, index)];
        found.contains(&true)
    };
    let is_open = |&index: &usize| signed.has(index, ANY.without(FURNITURE), *WORDS.start()..);
    let open: Vec<usize> = (0..start).filter(is_open).filter(|&index| !goes_on(index)).collect();
    // «باريس - هيام الطويل» above it is no headline of three words.
    let is_whole = |index: &&usize| signed.words(**index).len() > MANY;
    let mut whole = open.iter().filter(is_whole);
    let only = match (&open[..], whole.next(), whole.next()) {
        ([only], ..) | (_, Some(only), None) => *only,
        _ => return None,
    };
    const PLAIN: Pattern = UNENDED.without(Traits::of(&[BULLET, PARTED, HINTED]));
    let is_named = is_caption_or_byline(signed, only) || signed.is_outlet(only);
    let is_stamp = || opens_with_clock(signed.line(only)) || is_of_day(signed, only);
    let is_other = is_named || is_stamp();
    (signed.has(only, PLAIN, WORDS) && !is_other).then_some(only)
}

/// «مسقط في 30 سبتمبر 2021»: a whole day and hardly a word beside it.
fn is_of_day(signed: &Signed<'_>, index: usize) -> bool {
    /// How many words stand beside the day.
    const BESIDE: usize = 3;
    let (words, span) = (signed.words(index), signed.block(index).span);
    let days = days::of_line(span, signed.text(), words);
    let is_beside = |word: &&Word| !days.iter().any(|day| day.whole.contains(word.span()));
    days.iter().any(|day| day.day.day().is_some())
        && words.iter().filter(is_beside).count() <= BESIDE
}

/// «غروب الشمس على الميناء (رويترز)», «كتبت سلمى حداد:»: a line that stands beside a headline and is none.
fn is_caption_or_byline(signed: &Signed<'_>, index: usize) -> bool {
    let line = signed.line(index);
    looks_like_caption(line) || is_byline(signed, index) || from_place(line).is_some()
}

/// The words of the first paragraphs, in which a headline's words come back.
fn opening_vocabulary(signed: &Signed<'_>, start: usize) -> Vocabulary {
    /// How many paragraphs take up the headline.
    const PARAGRAPHS: usize = 8;
    let mut about = Vocabulary::default();
    let prose =
        std::iter::successors(signed.next_prose(start), |&index| signed.next_prose(index + 1));
    prose.take(PARAGRAPHS).for_each(|index| about.add(signed.words(index)));
    about
}

/// What a line weighs as the headline; nothing where it cannot be one.
fn score(signed: &Signed<'_>, index: usize, between: usize, about: &Vocabulary) -> Option<i32> {
    const WORDS: RangeInclusive<usize> = 2..=30;
    let line = signed.line(index);
    if !WORDS.contains(&signed.words(index).len()) {
        return None;
    }
    if signed.given_title.is_some_and(|title| title.trim() == line.trim()) {
        return Some(GIVEN);
    }
    if is_over_standfirst(signed, index) {
        return Some(OVER_STANDFIRST);
    }
    // «1. عودة القطار»: the first of several news.
    let is_point = signed.is(index, NUMBERED.with(BULLET));
    let goes_on = [signed.is(index, GOES_ON), is_point, is_about_writer(signed, index)];
    let goes_on = goes_on.contains(&true);
    let looks_other = signed.is(index, FURNITURE | COLON) || goes_on;
    let barred = looks_other || signed.is_outlet(index);
    if is_place_with_day(signed, index) {
        return None;
    }
    (!barred).then(|| signs::as_title(&title_signs(signed, index, between, about)))
}

fn is_over_standfirst(signed: &Signed<'_>, index: usize) -> bool {
    signed.is_prose(index + 1)
        && signed.next_prose(index + 2).is_some_and(|next| is_standfirst(signed, index + 1, next))
}

/// The signs of a line that may be the headline.
fn title_signs(signed: &Signed<'_>, index: usize, between: usize, about: &Vocabulary) -> Vec<Sign> {
    /// In a text of more words a headline has a word of it.
    const TEXT: usize = 60;
    let (block, line) = (signed.block(index), signed.line(index));
    let share = about.share(signed.words(index));
    let mut found = vec![
        signs::length(block.len()),
        signs::between(between),
        signs::doubt(signed.furniture(index)),
    ];
    if share.of > 0 {
        found.extend(signs::known(share.percent(), share.known.min(MANY)));
    }
    let looks = [
        (Look::Caption, looks_like_caption(line)),
        (Look::Timed, signed.is_timed(index)),
        (Look::Sentence, signed.is(index, STOP)),
        (Look::Menu, signed.is(index, MENU)),
        (Look::Byline, is_byline(signed, index)),
        (Look::Round, is_round(signed, index)),
        (Look::Entry, heads_entry(signed, index)),
        (Look::Unknown, share.known == 0 && signed.words_of_prose > TEXT),
    ];
    found.extend(looks.iter().filter(|(_, shows)| *shows).map(|(look, _)| signs::look(*look)));
    found
}

/// Whether a line stands under a bare hour, in a text of such entries.
pub(super) fn heads_entry(signed: &Signed<'_>, index: usize) -> bool {
    let hour = |at: usize| match signed.words(at) {
        [hours, minutes] if [hours.class, minutes.class] == [Class::Number; 2] => {
            signed.line(at).contains(':')
        }
        _ => false,
    };
    let others = || (index..signed.len()).filter(|&at| hour(at)).take(2).count();
    index.checked_sub(1).is_some_and(hour) && others() == 2
}

/// The line under the headline: words enough for a sentence, and of the text.
fn subtitle(signed: &Signed<'_>, title: usize, start: usize, about: &Vocabulary) -> Option<usize> {
    /// How many words it has at least, and what part of a hundred the text takes up.
    const WORDS: usize = 5;
    const TAKEN_UP: usize = 40;
    let is_free = |index: usize| signed.has(index, ANY.without(EVEN), WORDS..);
    let is_other =
        |index: usize| is_caption_or_byline(signed, index) || is_name_with_day(signed, index);
    let shape = |index: usize| HEADLINE | PROSE.when(index == title + 1);
    let is_shaped = |index: usize| signed.is(index, shape(index));
    // A headline that stands twice has no line under it for that.
    let is_again = |index: usize| same_words(signed.words(title), signed.words(index));
    let is_of_text = |index: usize| about.share(signed.words(index)).reaches(TAKEN_UP);
    let below = (title + 1..start).filter(|&index| is_free(index)).filter(|&at| !is_other(at));
    let mut below = below.filter(|&index| is_shaped(index)).filter(|&index| !is_again(index));
    below.find(|&index| is_of_text(index))
}

/// «بغداد – الرقيم», «كتبت سلمى حداد:»: few words, no verb, a dash, slash or colon; «سعاد المريني من طنجة».
pub(super) fn is_byline(signed: &Signed<'_>, index: usize) -> bool {
    /// How many words it has at most.
    const WORDS: usize = 7;
    let line = signed.line(index);
    let Some(words) = of_length(signed.words(index), ..=WORDS) else { return false };
    // «وقالت زوجة الموقوف: «هو بريء».» is a sentence.
    if signed.is(index, CONTINUES) || holds(words, one_of(REPORTS)) {
        return false;
    }
    let dashes = [":", "/", "|", "_", " - ", " – ", " — ", " ـ ", "- "];
    let is_of_desk = |words: &[Word]| words.last().is_some_and(|last| last.is(DESK));
    let names = match dashes.iter().find(|dash| line.contains(*dash)) {
        None => false,
        Some(_) if signed.is(index, COLON) => true,
        Some(_) if !holds(words, BINDING) => true,
        Some(_) => of_length(words, ..=MANY).is_some_and(is_of_desk),
    };
    names || signature::from_place(line).is_some()
}

/// «موزاييك الشاطئ 13 مارس 2024 10:22»: a few names without a particle, and a day that ends the line.
fn is_name_with_day(signed: &Signed<'_>, index: usize) -> bool {
    /// How many words a name has.
    const NAME: usize = 3;
    let (words, span) = (signed.words(index), signed.block(index).span);
    let days = days::of_line(span, signed.text(), words);
    let Some(last) = days.last() else { return false };
    let rest = signed.text()[last.whole.end..span.end].trim();
    let before = words.partition_point(|word| (word.start as usize) < last.whole.start);
    let is_of_hour = |c: char| match c {
        ':' | '.' | ' ' => true,
        c => digit_value(c).is_some(),
    };
    let name = of_length(&words[..before], 1..=NAME).filter(|name| are(name, NAMING));
    name.is_some_and(|_| rest.chars().all(is_of_hour))
}

/// «تونس، 9 سبتمبر 2021», «رام الله: 3-5-2012»: where and when a release was given out.
fn is_place_with_day(signed: &Signed<'_>, index: usize) -> bool {
    let (words, span) = (signed.words(index), signed.block(index).span);
    let days = days::of_line(span, signed.text(), words);
    let [day] = days.as_slice() else { return false };
    let before = signed.text()[span.start..day.whole.start].trim_end();
    let place = before.trim_end_matches(['،', ',', '-', '–', ':', '(', ' ']);
    // «مسقط في 30 سبتمبر 2021»
    if place.strip_suffix(" في").is_some_and(is_place) {
        return day.day.day().is_some();
    }
    match place.split_whitespace().count() {
        1..=MANY if !is_name_with_day(signed, index) => false,
        1..=MANY if day.day.day().is_none() => false,
        1..=MANY => place.len() < before.len() || is_place(place),
        _ => false,
    }
}

/// «الدوري الممتاز - الجولة 9», «حكايات المدينة - الحلقة 12»: a row and a number of it, over the headline of that number.
fn is_round(signed: &Signed<'_>, index: usize) -> bool {
    let is_numbered = signed.words(index).last().is_some_and(|last| NUMBER.fits(last));
    is_numbered && is_byline(signed, index)
}

/// One sentence right under the headline, parted from the text by the writer, the day or the buttons of the page.
pub(super) fn is_standfirst(signed: &Signed<'_>, index: usize, next: usize) -> bool {
    use crate::document::RemovedKind::{Byline, Counter, Date, Share, Tools};
    /// How many words it has at most, and how many lines part it from the text at least.
    const WORDS: usize = 35;
    const PARTING: usize = 2;
    const HEADLINE: Pattern = UNENDED.without(Traits::of(&[KNOWN, PROSE]));
    let Some(above) = index.checked_sub(1).filter(|_| !signed.live) else { return false };
    let one_sentence = || signed.line(index).matches(['.', '؟', '!']).count() <= 1;
    let short = signed.has(index, ANY, ..=WORDS) && one_sentence();
    let kinds = [Byline, Date, Share, Tools, Counter];
    let parts = |between: &usize| {
        let found = signed.evidence_of(*between, surety::STRONG);
        found.is_some_and(|found| kinds.contains(&found.kind))
    };
    let parted = || (index + 1..next).filter(parts).count() >= PARTING;
    short && signed.has(above, HEADLINE, MANY..) && parted()
}
