//! What outlets are called, and how lines that name them are parted.

use std::ops::RangeInclusive;

use super::asked::{Asked, FUNCTION, NAMING, NUMBER, are, holds, of_length, one_of, stands};
use super::day_labels;
use super::words::{Class, Word, words};
use crate::arabic::clitics::{AND, Onto};
use crate::arabic::fold::folded;
use crate::arabic::lexicon::{
    self, COMMON, CORRESPONDENT, COUNTRY, GIVEN, ISSUE_PART, Kinds, LEDE_VERB, NATION, OF_RIGHTS,
    ORG, OUTLET_EDITION, OUTLET_ENDS, OUTLET_OF_NATION, OUTLET_OPENS, PAGE_PART, PLACE, Phrase,
    STAFF, STEM, WRITTEN_BY,
};

/// The longest name of an outlet, in words.
pub(super) const LONGEST: usize = 5;

/// Pieces of a line between the signs that part them.
pub(super) fn segments(line: &str) -> impl Iterator<Item = &str> {
    line.split([
        '|', '/', '–', '—', '•', '☰', '©', '«', '»', ':', '(', ')', '"', '>', '\t', '.', ',', '،',
    ])
    .flat_map(|piece| piece.split(" -"))
    .flat_map(|piece| piece.split("- "))
    .flat_map(|piece| piece.split("ــ"))
    .flat_map(|piece| piece.split("ـ "))
    .flat_map(|piece| piece.split("  "))
    .map(str::trim)
    .filter(|piece| !piece.is_empty())
}

/// «العربية.نت - أربيل: هفال محمد»: who publishes, and who wrote from a place.
pub(super) fn from_place(line: &str) -> Option<(&str, &str)> {
    /// How many words the name of a writer has.
    const WRITER: RangeInclusive<usize> = 2..=4;
    let (outlet, rest) = line.split_once(['-', '–', '—'])?;
    let (place, writer) = rest.split_once(':').filter(|(place, _)| is_place(place))?;
    let words = words_of(writer);
    let is_named = of_length(&words, WRITER).is_some_and(|words| are(words, NAMING));
    let is_short = of_length(&words_of(outlet), 1..=LONGEST).is_some();
    (is_named && is_short && !place.is_empty()).then(|| (outlet.trim(), writer.trim()))
}

/// The words of a line.
pub(super) fn words_of(text: &str) -> Vec<Word> {
    let mut found = Vec::new();
    words(text, 0, &mut found);
    found
}

/// «متابعة», «خاص»
pub(super) const OF_PAGE: Asked = one_of(Kinds::of(&[PAGE_PART, STAFF]));

/// «لمى الحوراني», «عبد القادر بن يوسف», «كتب طارق الشامي»: a first name and what follows it.
pub(super) fn is_writer(part: &str, words: &[Word]) -> bool {
    let before = words.iter().take_while(|word| OF_PAGE.fits(word)).count();
    let names = of_length(&words[before..], 2..=LONGEST).and_then(<[Word]>::first);
    names.is_some_and(|first| lexicon::is(&folded(first.span().cut(part)), GIVEN))
}

/// «جريدة المرفأ»; not «منصة أهلية مستقلة مرخصة», which only describes.
pub(super) fn headed(text: &str, words: &[Word]) -> bool {
    let is_definite = |word: &Word| {
        let word = word.span().cut(text);
        word.is_ascii() || word.has_article() || word.has_for_the()
    };
    let Some((first, rest)) = words.split_first() else { return false };
    let is_name = match rest {
        [second, ..] if second.span().cut(text).opens_with(AND) => false,
        [] | [_] => true,
        rest => rest.iter().any(is_definite),
    };
    is_name && first.is(OUTLET_OPENS)
}

/// Whether a name says by itself that it is an outlet's, by its first word or its last.
pub(super) fn says_itself(text: &str, words: &[Word]) -> bool {
    headed(text, words) || tailed(words)
}

/// The same of several words: one alone is rather a word of the page.
pub(super) fn several_say(text: &str, words: &[Word]) -> bool {
    words.len() > 1 && says_itself(text, words)
}

/// «مرسى نيوز», «الأطلسي اليوم», «Beacon News عربي»
pub(super) fn tailed(words: &[Word]) -> bool {
    let Some((last, before)) = words.split_last() else { return false };
    match before.last() {
        _ if last.is(OUTLET_ENDS) => true,
        Some(_) if !last.is(OUTLET_EDITION) => false,
        Some(inner) if inner.is(OUTLET_ENDS) => true,
        _ => before.iter().any(|word| word.class == Class::Latin),
    }
}

/// «الرأي الأردنية»: no adjective goes with that noun so, the paper's nation does.
pub(super) fn of_nation(text: &str, words: &[Word]) -> bool {
    let [name, nation] = words else { return false };
    let nation = nation.span().cut(text);
    let is_feminine = nation.starts_with("ال") && nation.ends_with(['ة', 'ه']);
    name.is(OUTLET_OF_NATION) && is_feminine && lexicon::is(&folded(nation), NATION)
}

/// Whether all of a name is that of a place.
pub(super) fn is_place(name: &str) -> bool {
    let name = folded(name.trim());
    let words: Vec<&str> = name.split(' ').collect();
    place_at(&words) == words.len()
}

/// Whether all of a name is that of a body that everybody knows, and no word of the language or of a page: «البيت الأبيض»,
/// «البنتاغون», but not «الأخبار».
pub(super) fn is_known_body(name: &str) -> bool {
    const WORD: Kinds = Kinds::of(&[COMMON, STEM, PAGE_PART, OUTLET_ENDS]);
    let name = folded(name.trim());
    let words: Vec<&str> = name.split(' ').collect();
    let is_word =
        |word: &str| (lexicon::kinds(word) | lexicon::kinds(word.without_article())).any(WORD);
    listed_at(&words, ORG) == words.len() && !(words.len() == 1 && is_word(&name))
}

/// How many folded words at the start are the name of a place: «الدار البيضاء».
pub(super) fn place_at<W: AsRef<str>>(words: &[W]) -> usize {
    const PLACES: Kinds = Kinds::of(&[PLACE, COUNTRY]);
    listed_at(words, PLACES)
}

/// How many folded words at the start are a name that the lists have among these.
fn listed_at<W: AsRef<str>>(words: &[W], among: Kinds) -> usize {
    let Some((first, rest)) = words.split_first() else { return 0 };
    let is_here = |(name, _): &&Phrase| {
        let same = |rest: &[W]| name.iter().zip(rest).all(|(word, other)| word == other.as_ref());
        rest.get(..name.len()).is_some_and(same)
    };
    let names = lexicon::phrases(first.as_ref()).iter();
    match names.filter(|(_, kinds)| kinds.any(among)).find(is_here) {
        Some((name, _)) => name.len() + 1,
        None => usize::from(lexicon::is(first.as_ref(), among)),
    }
}

/// Whether one word may be what an outlet is called: neither a part of the page nor a man's first name.
pub(super) fn is_single_name(word: &Word, written: &str) -> bool {
    match word.class {
        _ if word.is(PAGE_PART | STAFF | CORRESPONDENT | LEDE_VERB | WRITTEN_BY) => false,
        // «التاريخ: 9/1/2020»
        _ if day_labels::says_date(word) => false,
        Class::Content | Class::Latin if written.has_article() => true,
        Class::Content | Class::Latin => !lexicon::is(&folded(written), GIVEN),
        _ => false,
    }
}

/// «شراع», «و.أ.م», «الأفق الجديد», «خليج نيوز»; not «سامي الحداد».
pub(super) fn is_name_of_outlet(name: &str) -> bool {
    let words = words_of(name);
    let is_letter = |word: &Word| word.span().cut(name).chars().count() <= 2;
    match words.len() {
        0 | 1 => true,
        _ if name.trim_start().has_article() => true,
        _ => says_itself(name, &words) || words.iter().all(is_letter),
    }
}

/// A name without what is none of it; nothing where it is no name. What the page states to be one may begin as the name
/// of a part does: «أخبار الضاحية».
pub(super) fn name_of(text: &str, is_stated: bool) -> Option<String> {
    let is_edge = |c: char| match c {
        'ـ' => true,
        c => !c.is_alphanumeric(),
    };
    let text = text.split('/').next().unwrap_or_default().trim_matches(is_edge);
    let found = words_of(text);
    const PART: Asked = one_of(Kinds::of(&[PAGE_PART, OF_RIGHTS, STAFF]));
    // «نشرة رقم (3)»
    let counts = |word: &Word| word.is(ISSUE_PART) || folded(word.span().cut(text)) == "رقم";
    if found.last().is_some_and(counts) {
        return None;
    }
    let found = of_length(&found, 1..=LONGEST).filter(|found| !are(found, PART))?;
    // «صحيفة العرب في السويد» says what it is, and is no name; «الضفة الأخرى» is one.
    let (_, inner) = found.split_last()?;
    let describes = || stands(found, 0, &[PART]) || holds(inner, FUNCTION);
    let is_name = is_stated || !(describes() || is_place(text));
    // «Le360»: figures that are written onto the name are of it.
    let is_joined = |at: usize| {
        at.checked_sub(1)
            .is_some_and(|at_before| found[at_before].end() == found[at].start as usize)
    };
    let mut numbers = (0..found.len()).filter(|&at| NUMBER.fits(&found[at]));
    // «@marqab_example», «٢٠٢٠» and the like stand beside names.
    let is_address = ["@", "_", "://"].iter().any(|sign| text.contains(sign));
    if is_address || numbers.any(|at| !is_joined(at)) {
        return None;
    }
    let is_name = is_name && text.chars().count() >= 3;
    is_name.then(|| text.split_whitespace().collect::<Vec<_>>().join(" "))
}
