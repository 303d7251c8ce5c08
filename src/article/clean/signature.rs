//! Who signs in a line of its own: «واج», «بترا / س ح», «صحيفة الواحة - الأحد 27 أغسطس 2023م», «Le360 عربي من مراكش».

use super::asked::{CONTENT, FUNCTION, NUMBER, holds, of_length, one_of, stands};
use super::called::{
    headed, is_place, is_single_name, place_at, says_itself, segments, tailed, words_of,
};
use super::dateline::is_date_word;
use super::lexicon::{FAMILIES, phrases_at};
use super::signers::{Signer, signer_at, signer_behind_and};
use super::words::{Class, Word};
use crate::arabic::calendar::printed::printed_days;
use crate::arabic::fold::folded;
use crate::arabic::lexicon::{self, ENDED, GIVEN, IN_OR_OF, NATION, SEASON, TITLE};
use crate::document::RemovedKind;

/// How many words a line has that signs, at most.
const LONGEST: usize = 14;
/// How many words the name of an outlet or of a writer has, at most.
const NAME: usize = 4;

/// What a line says beside its place, its day and the initials of editors.
struct Beside<'l> {
    /// Names of the table of those who sign.
    signers: Vec<(Signer, &'l str)>,
    /// All else, as the marks of the line part it.
    others: Vec<&'l str>,
    has_day: bool,
    has_place: bool,
}

impl<'l> Beside<'l> {
    fn of(line: &'l str, words: &[Word]) -> Self {
        let days = printed_days(line);
        let in_day = |word: &Word| days.iter().any(|day| day.span.contains(word.span()));
        let mut found = Self {
            signers: Vec::new(),
            others: Vec::new(),
            has_day: days.iter().any(|day| day.day().is_some() || day.wider.is_some()),
            has_place: false,
        };
        let mut open: Option<(usize, usize)> = None;
        let mut at = 0;
        while let Some(word) = words.get(at) {
            let end = |len: usize| words[at + len - 1].end();
            let start = word.start as usize;
            let joined = || signer_behind_and(&words[at..], line);
            if let Some((signer, len)) = signer_at(&words[at..]).or_else(joined) {
                found.signers.push((signer, &line[start..end(len)]));
                found.close(line, open.take());
                at += len;
                continue;
            }
            let place = places_at(&words[at..], line);
            let is_season = stands(words, at, &[one_of(SEASON), NUMBER]);
            found.has_day |= is_season;
            let is_beside = match place {
                0 if in_day(word) => true,
                0 => is_season || is_beside_name(word, line),
                _ => true,
            };
            if is_beside {
                found.has_place |= place > 0;
                found.close(line, open.take());
                at += place.max(1);
                continue;
            }
            open = Some((open.map_or(start, |(first, _)| first), word.end()));
            at += 1;
        }
        found.close(line, open);
        found
    }

    fn close(&mut self, line: &'l str, open: Option<(usize, usize)>) {
        self.others.extend(open.into_iter().flat_map(|(start, end)| segments(&line[start..end])));
    }
}

/// How many words at the start are the name of a place.
fn places_at(words: &[Word], line: &str) -> usize {
    /// How many words such a name has at most.
    const LONGEST: usize = 4;
    let word = |word: &Word| folded(word.span().cut(line));
    place_at(&words.iter().take(LONGEST).map(word).collect::<Vec<_>>())
}

/// «الأحد», «م», «ع», «انتهى», «14:05»: what stands beside a name in such a line.
fn is_beside_name(word: &Word, line: &str) -> bool {
    let letters = word.span().cut(line).chars().filter(|&c| c != 'ـ').count();
    match (word.class, letters) {
        (Class::Number, _) => true,
        _ if word.is(ENDED) => true,
        (Class::Content | Class::Common | Class::Function, ..3) => true,
        _ => is_date_word(word),
    }
}

/// Who signs in a line behind the text.
///
/// «واج», «- كونا -», «واس // 18:05 ت م»: an agency, and nothing but its place, its day and the initials of its editors.
/// «صحيفة الواحة - الأحد 27 أغسطس 2023م», «تسلل - 8 سبتمبر 2024»: beside a day, a name that says what it is, or one word.
/// «الفنار نيوز»: alone, only a name that is no word of the news.
pub(super) fn of_foot(line: &str) -> Option<&str> {
    let words = words_of(line);
    let beside = Beside::of(line, of_length(&words, 1..=LONGEST)?);
    match (&beside.signers[..], &beside.others[..]) {
        // «قنا - 3 مارس 2022» is a town.
        ([(Signer::AgencyOrWord, name)], []) if beside.has_day => (!is_place(name)).then_some(name),
        ([(_, name)], []) => Some(name),
        ([], [name]) => signs(name, beside.has_day).then_some(name),
        _ => None,
    }
}

/// Whether an agency signs in a line: «بترا / س ح».
pub(super) fn is_agency(line: &str, words: &[Word]) -> bool {
    let Some(words) = of_length(words, ..=LONGEST) else { return false };
    if !(0..words.len()).any(|at| signer_at(&words[at..]).is_some()) {
        return false;
    }
    let beside = Beside::of(line, &words_of(line));
    matches!((&beside.signers[..], &beside.others[..]), ([(Signer::Agency, _)], []))
}

/// The agencies that a short line names, and that are no words besides: «رام الله 9-5-2022 وفا», «رويترز - أ ف ب».
pub(super) fn agencies(line: &str) -> Vec<&str> {
    agencies_of(line, &words_of(line))
}

/// The same of a line whose words are known.
pub(super) fn agencies_of<'l>(line: &'l str, words: &[Word]) -> Vec<&'l str> {
    // Most lines have no name of the table at all, and need no more to be read.
    let may_sign = || {
        let signs = |words| signer_at(words).or_else(|| signer_behind_and(words, line));
        (0..words.len()).any(|at| signs(&words[at..]).is_some())
    };
    let Some(words) = of_length(words, ..=LONGEST).filter(|_| may_sign()) else {
        return Vec::new();
    };
    let is_agency = |(signer, name)| (signer == Signer::Agency).then_some(name);
    Beside::of(line, words).signers.into_iter().filter_map(is_agency).collect()
}

/// Whether a name that stands alone in its line, or beside a day, is that of an outlet.
fn signs(name: &str, is_dated: bool) -> bool {
    let words = words_of(name);
    let bare = of_length(&words, ..=NAME).filter(|words| !holds(words, FUNCTION));
    let Some(words) = bare else { return false };
    let says_so = || headed(name, words) || tailed(words) && !is_of_page(words);
    match (words, is_dated) {
        // «حالة الطقس اليوم» ends as some papers do.
        ([.., Word { class: Class::Common, .. }], false) => false,
        ([_, _, ..], _) => says_so(),
        (_, true) => one_word(name, words),
        (_, false) => false,
    }
}

/// Whether words of buttons and menus are among some words: «أخبار اليوم».
fn is_of_page(words: &[Word]) -> bool {
    (0..words.len()).any(|at| {
        phrases_at(&words[at..]).any(|hit| FAMILIES[hit.family].kind != RemovedKind::Source)
    })
}

/// «تسلل», which is no place, office or nation.
fn one_word(name: &str, words: &[Word]) -> bool {
    let [only] = words else { return false };
    let is_other = is_of_page(words) || lexicon::kinds(&folded(name)).any(TITLE | NATION);
    !is_other && is_single_name(only, name)
}

/// Who signs in a line that says from where: «Le360 عربي من مراكش», «سعاد المريني من طنجة».
pub(super) fn from_place(line: &str) -> Option<&str> {
    let words = words_of(line);
    let mut prepositions = (0..words.len()).rev().filter(|&at| words[at].is(IN_OR_OF));
    let at = prepositions.find(|&at| folded(words[at].span().cut(line)) == "من")?;
    let (before, place) = (&words[..at], &words[at + 1..]);
    let is_place = places_at(place, line) == place.len().max(1);
    let (first, last) = (before.first()?, before.last()?);
    let name = &line[first.start as usize..last.end()];
    of_length(before, ..=NAME).filter(|before| !holds(before, FUNCTION))?;
    let name = Some(name).filter(|name| segments(name).count() == 1)?;
    let is_listed = || signer_at(before).is_some_and(|(_, len)| len == before.len());
    let is_outlet = says_itself(name, before) || is_listed();
    let signs = match place {
        _ if is_place => is_outlet || is_full_name(before, line),
        // «تازة بريس من تازة»: an outlet may be in a town that no list has.
        [town] if CONTENT.fits(town) => is_outlet,
        _ => false,
    };
    signs.then_some(name)
}

/// «سعاد المريني»: a first name and another behind it.
fn is_full_name(words: &[Word], line: &str) -> bool {
    let [first, _, ..] = words else { return false };
    lexicon::is(&folded(first.span().cut(line)), GIVEN)
}
