//! «الجولة الثالثة», «ثالث جولة», «الجولتين الأولى والثانية».

use std::sync::LazyLock;

use super::super::words::Words;
use super::clause;
use crate::arabic::clitics::{AND, BY, FOR, LIKE, Onto, SO};
use crate::arabic::fold::folded;
use crate::arabic::lexicon::{
    BARE_COUNT, COUNTS_FROM, OF_TALKS, ORDINAL_GOES_ON, OTHER_MEETING, TALKS, begins_with, is,
};
use crate::arabic::numbers::ordinal::ordinal;
use crate::arabic::numbers::{Case, Gender};

/// «الأول», «الأولى» and so on to the eleventh, whose first word is enough; folded, without «ال»: masculine, feminine.
static ORDINALS: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let first_word = |number, gender| {
        let whole = folded(&ordinal(number, gender, Case::Nominative).unwrap_or_default());
        let first = whole.split(' ').next().unwrap_or_default();
        first.without_article().to_owned()
    };
    let both =
        |number| [Gender::Masculine, Gender::Feminine].map(|gender| first_word(number, gender));
    (1..=11).map(both).map(|[masculine, feminine]| (masculine, feminine)).collect()
});

/// What a series counts.
pub(in super::super) struct Unit {
    /// What all its forms begin with, folded: «جول» of «جولة».
    stem: String,
    is_feminine: bool,
}

/// The unit of a series by its name.
pub(in super::super) fn unit(name: &str) -> Unit {
    let folded = folded(name);
    Unit { stem: folded.trim_end_matches('ه').to_owned(), is_feminine: folded.ends_with('ه') }
}

/// Every ordinal that counts the unit in these words, with its first and last word.
///
/// «الجولة الأولى التي يقودها الوزيران» and «أول جولة في عهد الرئيس» count from somewhere else, and are left out.
pub(in super::super) fn ordinals(
    words: &Words<'_>,
    (from, to): (usize, usize),
    unit: &Unit,
) -> Vec<(u32, (usize, usize))> {
    let mut found = Vec::new();
    let mut counted = false;
    for index in from..to {
        if !is_unit(words.at(index), &unit.stem) {
            if let Some(ordinal) = counted.then(|| alone(words, index, unit)).flatten() {
                found.push((ordinal, (index, index)));
            }
            continue;
        }
        counted = true;
        let before = index
            .checked_sub(1)
            .filter(|&before| before >= from)
            .and_then(|before| before_unit(words.at(before)));
        if let Some(ordinal) = before.filter(|&ordinal| ordinal > 1 || words.at(index + 1) == "من")
        {
            found.push((ordinal, (index - 1, index)));
        }
        let mut next = index + 1;
        while let Some(ordinal) = (next < to).then(|| behind_unit(words.at(next))).flatten() {
            if !counts_otherwise(words, ordinal, next + 1) {
                found.push((ordinal, (index, next)));
            }
            next += 1;
        }
    }
    found
}

/// Whether what follows an ordinal says from where it counts: «الجولة الأولى التي يقودها», «الأولى في عهد», «الأولى منذ».
fn counts_otherwise(words: &Words<'_>, ordinal: u32, next: usize) -> bool {
    if clause::is_relative(words.at(next)) {
        return !clause::tells_occurrence(words, next);
    }
    let of_a_time =
        is(words.at(next), COUNTS_FROM) || words.at(next) == "في" && words.at(next + 1) == "عهد";
    ordinal == 1 && (of_a_time || words.at(next) == "من" && words.at(next + 1).starts_with("نوع"))
}

/// «الأولى في يونيو والثانية في أغسطس» behind «جولتين»: an ordinal without its unit.
fn alone(words: &Words<'_>, index: usize, unit: &Unit) -> Option<u32> {
    let word = words.at(index);
    let joined = word.behind(AND | SO).filter(|rest| rest.has_article());
    let bare = joined.unwrap_or(word).behind_article()?;
    let ordinal = ORDINALS.iter().position(|(masculine, feminine)| {
        bare == if unit.is_feminine { feminine } else { masculine }
    })?;
    let before = words.before(index);
    let is_led = matches!(before.without(AND), "ثم" | "ان");
    let opens = joined.is_some() || is_led || matches!(before, "،" | ":" | "؛");
    let next = words.at(index + 1);
    let goes_on = is(next, ORDINAL_GOES_ON) || clause::has_happened(next);
    (opens && goes_on && !counts_otherwise(words, 1, index + 1)).then_some(ordinal as u32 + 1)
}

/// Whether a word is the unit, or stands for it: «ثلاث» behind «الجولة الرابعة».
pub(super) fn is_of_unit(words: &Words<'_>, index: usize, unit: &Unit) -> bool {
    let word = words.at(index);
    let bare = word.without(AND | SO);
    is_unit(word, &unit.stem) || is(bare, BARE_COUNT) || alone(words, index, unit).is_some()
}

/// Whether the unit stands among these words, in whatever number: «جولتين».
pub(super) fn has_unit(words: &Words<'_>, (from, to): (usize, usize), unit: &Unit) -> bool {
    (from..to).any(|index| is_unit(words.at(index), &unit.stem))
}

/// Whether the words go on about talks that were named before.
pub(super) fn speaks_of_talks(words: &Words<'_>, (from, to): (usize, usize)) -> bool {
    (from..to).any(|index| is(bare(words.at(index)), OF_TALKS))
}

/// A folded word without conjunction, preposition and article.
pub(super) fn bare(word: &str) -> &str {
    let stripped = word.without(AND | SO | BY | LIKE);
    stripped
        .behind_article()
        .or_else(|| stripped.behind_for_the())
        .unwrap_or(word.without_article())
}

fn is_unit(word: &str, stem: &str) -> bool {
    let rest = |word: &str| {
        word.strip_prefix(stem).map(|rest| {
            matches!(
                rest,
                "" | "ه" | "ات" | "تين" | "تان" | "ين" | "ان" | "ته" | "تها" | "اته" | "اتها"
            )
        })
    };
    // «بجولتين»
    let behind_clitic = || rest(word.behind(AND | SO | BY | FOR | LIKE)?);
    rest(bare(word)).or_else(|| rest(word)).or_else(behind_clitic).unwrap_or(false)
}

/// «ثالث» before «جولة».
fn before_unit(word: &str) -> Option<u32> {
    let word = word.without(AND | SO | BY | FOR | LIKE);
    ORDINALS.iter().position(|(masculine, _)| masculine == word).map(|at| at as u32 + 1)
}

/// «الثالثة» behind «الجولة», or «والرابعة» behind that.
fn behind_unit(word: &str) -> Option<u32> {
    let word = word.behind(AND).filter(|rest| rest.has_article()).unwrap_or(word);
    let bare = word.without_article();
    ORDINALS
        .iter()
        .position(|(masculine, feminine)| {
            feminine == bare || (masculine == bare && word.has_article())
        })
        .map(|at| at as u32 + 1)
}

/// As [`ordinals`], of a unit with further words, which say what is counted: «أول اجتماع على مستوى القادة».
pub(super) fn labelled(
    words: &Words<'_>,
    (from, to): (usize, usize),
    unit: &Unit,
) -> Vec<(u32, (usize, usize))> {
    let mut found = ordinals(words, (from, to), unit);
    let first = |index: &usize| {
        is_unit(words.at(*index), &unit.stem) && before_unit(words.before(*index)) == Some(1)
    };
    found.extend((from + 1..to).filter(first).map(|index| (1, (index - 1, index))));
    // «الجلسة الفنية الأولى»: the ordinal stands behind a further word.
    found.extend((from..to).filter(|&index| is_unit(words.at(index), &unit.stem)).filter_map(
        |index| {
            let ordinal = behind_unit(words.at(index + 2)).filter(|_| index + 2 < to)?;
            Some((ordinal, (index, index + 2)))
        },
    ));
    found
}

/// Whether a word means talks of whatever series: «المحادثات», «حوارهما».
pub(super) fn means_talks(word: &str) -> bool {
    begins_with(bare(word), TALKS)
}

/// Whether a word means a meeting or a text that is no round: «جلسة لاحقة», «بيان».
pub(super) fn is_other_meeting(word: &str) -> bool {
    begins_with(bare(word), OTHER_MEETING)
}
