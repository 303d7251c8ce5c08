//! What a page says that a day is: «تم نشره في», «آخر تحديث», «أضيف بتاريخ»; the table is `day_labels.txt`.

use std::sync::LazyLock;

use super::words::{HashedMap, Word, word_hash};
use crate::document::ClueKind;

/// What a label says of the day beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    /// «نُشر في», «تاريخ الإضافة».
    Published,
    /// «التاريخ:», «بتاريخ», which a mail that was sent on may have too.
    Dated,
    /// «آخر تحديث», «عُدّل في».
    Updated,
    /// «اليوم»: the day on which the page was looked at.
    Seen,
    /// «آخر تحديث للموقع»: the clock of the page where it stands above the headline, and nothing in its foot.
    Site,
    /// «موعد التسليم», «تاريخ الميلاد»: another day.
    Other,
    /// «تاريخ الجلسة»: another day, but in the minutes of the meeting.
    Meeting,
}

impl Label {
    /// What its day is to the article; nothing where it is another's.
    pub(super) fn clue(self) -> Option<ClueKind> {
        match self {
            Self::Published => Some(ClueKind::Published),
            Self::Dated => Some(ClueKind::Dated),
            Self::Updated => Some(ClueKind::Updated),
            Self::Seen | Self::Site => Some(ClueKind::Clock),
            Self::Other | Self::Meeting => None,
        }
    }

    /// What it says in the minutes of a meeting.
    pub(super) fn in_minutes(self) -> Self {
        if self == Self::Meeting { Self::Dated } else { self }
    }

    /// Whether it names another day than that of publication.
    pub(super) fn is_other(self) -> bool {
        matches!(self, Self::Other | Self::Meeting)
    }

    /// What its day is where it can be the article's only.
    pub(super) fn own_clue(self) -> Option<ClueKind> {
        self.clue().filter(|kind| *kind != ClueKind::Clock)
    }
}

/// A label and how many of the words beside the day belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Labelled {
    pub(super) label: Label,
    pub(super) words: usize,
}

/// What one word says; a word may be beside a label and stand for one.
#[derive(Clone, Copy, Default)]
struct Sense {
    label: Option<Label>,
    beside: bool,
    dated: bool,
    site: bool,
    /// Whether a name may stand behind it: on its own, or with a word of [`Named::By`] between.
    named: Option<Named>,
    /// Whether it names what is published: «المقال».
    piece: bool,
}

/// How a name stands behind a word of publishing.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Named {
    /// «أدرجها أحمد الساحلي في».
    Bare,
    /// «كتب بواسطة أحمد الساحلي في», where «كتب أحمد الساحلي» alone is a byline.
    Written,
    /// «بواسطة».
    By,
}

static WORDS: LazyLock<HashedMap<u64, Sense>> = LazyLock::new(|| {
    let mut found: HashedMap<u64, Sense> = HashedMap::default();
    let mut group = "";
    for line in include_str!("day_labels.txt").lines().filter(|line| !line.starts_with('#')) {
        if !line.starts_with(' ') {
            group = line.trim();
            continue;
        }
        for word in line.split_whitespace() {
            let sense = found.entry(word_hash(word)).or_default();
            match group {
                "published" => sense.label = sense.label.or(Some(Label::Published)),
                "updated" => sense.label = sense.label.or(Some(Label::Updated)),
                "seen" => sense.label = sense.label.or(Some(Label::Seen)),
                "other" => sense.label = sense.label.or(Some(Label::Other)),
                "meeting" => sense.label = sense.label.or(Some(Label::Meeting)),
                "dated" => sense.dated = true,
                "site" => sense.site = true,
                "piece" => sense.piece = true,
                "named" => sense.named = Some(Named::Bare),
                "written" => sense.named = Some(Named::Written),
                "by" => sense.named = Some(Named::By),
                _ => sense.beside = true,
            }
        }
    }
    found
});

fn sense(word: &Word) -> Sense {
    WORDS.get(&word.hash).copied().unwrap_or_default()
}

/// The most words that a label has: «تم نشر هذا الخبر لأول مرة في يوم».
const LONGEST: usize = 8;
/// How far before the day its label may stand where the writer's name comes between: «نشر بواسطة أحمد الساحلي في».
const REACH: usize = 7;

/// The label that ends right before a day; `words` are those before it, up to the last bar or day.
///
/// In «تم نشره في» the word nearest to the day that names it decides, and the words around belong to it.
pub(super) fn before(words: &[Word]) -> Option<Labelled> {
    let mut label: Option<Label> = None;
    let (mut dated, mut site) = (false, false);
    let mut count = 0;
    for word in words.iter().rev().take(LONGEST) {
        let sense = sense(word);
        match (label, sense.label) {
            // «تاريخ انعقاد الاجتماع»
            (Some(Label::Meeting), Some(Label::Meeting)) => {}
            // «موعد»، «القرار» before a word that names the day of publication do not undo it.
            (Some(_), Some(Label::Other | Label::Meeting | Label::Seen)) => break,
            (None, Some(found)) => label = Some(found),
            (_, Some(_)) => {}
            (_, None) if sense.beside || sense.site => {}
            _ => break,
        }
        dated |= sense.dated;
        site |= sense.site;
        count += 1;
    }
    let label =
        label.map(|label| if site && label == Label::Updated { Label::Site } else { label });
    let label = label.or(dated.then_some(Label::Dated));
    label
        .map(|label| Labelled { label, words: count })
        .or_else(|| with_name_between(words, count))
        .or_else(|| unknown(words))
}

/// «تاريخ الترسية»: a label that no list has names some other day.
fn unknown(words: &[Word]) -> Option<Labelled> {
    /// How many words such a label has behind «تاريخ».
    const WORDS: usize = 3;
    let tail = &words[words.len().saturating_sub(WORDS + 1)..];
    let at = tail.iter().position(|word| sense(word).dated)?;
    // «تاريخ النشر الأصلي» still says what it is.
    let known = tail[at..].iter().find_map(|word| sense(word).label);
    Some(Labelled { label: known.unwrap_or(Label::Other), words: tail.len() - at })
}

/// Within how many words of its beginning a note names what it speaks of: «تم نشر هذا المقال».
const NAMED_PIECE: usize = 4;

/// «نشر بواسطة أحمد الساحلي في …», «أدرجها أحمد الساحلي في», «Published by …».
fn with_name_between(words: &[Word], beside: usize) -> Option<Labelled> {
    /// «نشر هذا المقال لأول مرة في صحيفة الضفاف الأدبية في»
    const NOTE: usize = 12;
    let is_note =
        words.len() <= NOTE && words.iter().take(NAMED_PIECE).any(|word| sense(word).piece);
    let tail = if is_note { words } else { &words[words.len().saturating_sub(REACH)..] };
    let by = |at: usize| tail.get(at + 1).is_some_and(|next| sense(next).named == Some(Named::By));
    let takes_name = |at: &usize| match sense(&tail[*at]).named {
        Some(Named::Bare) => true,
        Some(Named::Written) => by(*at),
        Some(Named::By) | None => false,
    };
    let at = (0..tail.len()).rev().find(takes_name)?;
    let opens = words.len() - tail.len() + at <= 1;
    (opens && beside <= tail.len())
        .then_some(Labelled { label: Label::Published, words: words.len() })
}

/// The label that stands behind a day and is all that is left of its line: «14 سبتمبر 2021 :تاريخ النشر».
pub(super) fn behind(words: &[Word]) -> Option<Labelled> {
    whole(words).filter(|labelled| labelled.label.own_clue().is_some())
}

/// The label that a line is and nothing else; its day stands on the next line.
pub(super) fn whole(words: &[Word]) -> Option<Labelled> {
    if words.is_empty() || words.len() > LONGEST {
        return None;
    }
    // «نشر موقع الوادي» is a name, and no label whose day stands on the next line.
    let bare = |labelled: &Labelled| labelled.label.is_other() || words.iter().all(is_label_word);
    before(words).filter(|labelled| labelled.words == words.len() && bare(labelled))
}

/// Whether a word tells that the day beside it is another than that of publication.
pub(super) fn names_other_day(word: &Word) -> bool {
    sense(word).label.is_some_and(Label::is_other)
}

/// «التاريخ», «بتاريخ»: whether a word says that a day follows, and not which.
pub(super) fn says_date(word: &Word) -> bool {
    sense(word).dated
}

/// Whether a word belongs to some label or stands beside one.
pub(super) fn is_label_word(word: &Word) -> bool {
    let sense = sense(word);
    sense.beside || sense.dated || sense.label.is_some()
}

#[cfg(test)]
mod tests {
    use super::super::words::words;
    use super::*;

    fn check(text: &str, expected: Option<(Label, usize)>) {
        let mut found = Vec::new();
        words(text, 0, &mut found);
        assert_eq!(before(&found).map(|found| (found.label, found.words)), expected, "{text}");
    }

    #[test]
    fn labels_of_all_genders_and_spellings() {
        for text in [
            "نُشر في",
            "نشرت في:",
            "تم نشره في",
            "تم النشر :",
            "تاريخ النشر",
            "أضيف بتاريخ",
            "كُتب في",
            "حرر في",
            "Published on",
        ] {
            let mut found = Vec::new();
            words(text, 0, &mut found);
            check(text, Some((Label::Published, found.len())));
        }
        check("بتاريخ", Some((Label::Dated, 1)));
        check("التاريخ:", Some((Label::Dated, 1)));
        for text in ["آخر تحديث", "تم التحديث في", "حُدّث", "تاريخ التعديل", "Last updated"]
        {
            let mut found = Vec::new();
            words(text, 0, &mut found);
            check(text, Some((Label::Updated, found.len())));
        }
    }

    #[test]
    fn other_days_are_no_days_of_publication() {
        check("موعد التسليم", Some((Label::Other, 1)));
        check("اليوم", Some((Label::Seen, 1)));
        check("المرفأ الجديد", None);
        check("القاهرة - نشر في", Some((Label::Published, 2)));
        check("تاريخ الجلسة", Some((Label::Meeting, 2)));
        check("تاريخ انعقاد الاجتماع", Some((Label::Meeting, 3)));
        check("تاريخ الترسية النهائية", Some((Label::Other, 3)));
        check("تاريخ النشر الأصلي", Some((Label::Published, 3)));
        check("نشر بواسطة أحمد الساحلي في", Some((Label::Published, 5)));
        check("أدرجها أحمد الساحلي في", Some((Label::Published, 4)));
        check("كتب بواسطة أحمد الساحلي", Some((Label::Published, 4)));
        check("كتب أحمد الساحلي", None);
        check("نُشر هذا المقال لأول مرة في صحيفة الضفاف الأدبية في", Some((Label::Published, 10)));
        check("تاريخ الإتاحة على الموقع", Some((Label::Published, 4)));
        check("آخر تحديث للموقع", Some((Label::Site, 3)));
        check("نشرة الوادي", None);
    }
}
