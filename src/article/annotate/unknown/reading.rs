//! What each word of an article can be.

use super::super::lexicon::*;
use super::super::words::{Words, proclitics};
use crate::arabic::tokenize::TokenKind;
use crate::document::Mention;

/// One way to read a word.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Reading {
    /// Bytes of proclitics that come off.
    pub(super) skipped: usize,
    /// What the rest can be.
    pub(super) kinds: Kinds,
}

/// The words of an article, each with its reading.
pub(super) struct Readings<'w> {
    pub(super) words: &'w Words<'w>,
    list: Vec<Reading>,
    strange: Vec<bool>,
    taken: Vec<bool>,
    /// The listed name of several words that begins at each, with its last word.
    phrases: Vec<Option<(usize, Kinds)>>,
}

impl<'w> Readings<'w> {
    /// Reads all words; those of known mentions are taken.
    pub(super) fn of(words: &'w Words<'w>, known: &[Mention]) -> Self {
        let list: Vec<Reading> = (0..words.list.len()).map(|index| read(words, index)).collect();
        let is_strange = |(index, reading): (usize, &Reading)| {
            reading.kinds & !(RARE_FAMILY | FOREIGN) == 0 && words.is_letters(index) && !looks_common(words, index)
        };
        let strange = list.iter().enumerate().map(is_strange).collect();
        let mut taken = vec![false; words.list.len()];
        for mention in known {
            let first = words.index_at(mention.span.start);
            let last = words.index_at(mention.span.end.saturating_sub(1)).min(words.list.len().saturating_sub(1));
            if let Some(range) = taken.get_mut(first..=last) {
                range.fill(true);
            }
        }
        let mut made = Self { words, list, strange, taken, phrases: Vec::new() };
        made.phrases = (0..made.list.len()).map(|at| made.read_phrase(at)).collect();
        made
    }

    /// Whether a known mention has the word.
    pub(super) fn taken(&self, at: usize) -> bool {
        self.taken.get(at).copied().unwrap_or(false)
    }

    /// What the word can be, proclitics off.
    pub(super) fn kinds(&self, at: usize) -> Kinds {
        self.list.get(at).map_or(0, |reading| reading.kinds)
    }

    /// Whether the word can be one of these.
    pub(super) fn is(&self, at: usize, kinds: Kinds) -> bool {
        self.kinds(at) & kinds != 0
    }

    /// Bytes of proclitics.
    pub(super) fn skipped(&self, at: usize) -> usize {
        self.list.get(at).map_or(0, |reading| reading.skipped)
    }

    /// The folded letters behind the proclitics.
    pub(super) fn bare(&self, at: usize) -> &str {
        &self.words.at(at)[self.skipped(at)..]
    }

    /// The folded letters behind the proclitics, with the article that «لـ» took from them («للجزيرة»).
    pub(super) fn bare_with_article(&self, at: usize) -> String {
        let bare = self.bare(at);
        match bare.strip_prefix('ل').filter(|_| self.words.at(at)[..self.skipped(at)].ends_with('ل')) {
            Some(rest) => format!("ال{rest}"),
            None => bare.to_owned(),
        }
    }

    /// Whether the word goes on from the one before: same paragraph, letters, no proclitic, not taken.
    pub(super) fn goes_on(&self, from: usize, at: usize) -> bool {
        let dash = self.words.at(at) == "ـ";
        self.words.is_letters(at) && !dash && self.words.same_paragraph(from, at) && self.skipped(at) == 0 && !self.taken(at)
    }

    /// The longest listed name of several words that begins here: its last word, and what it is.
    pub(super) fn phrase(&self, at: usize) -> Option<(usize, Kinds)> {
        self.phrases.get(at).copied().flatten()
    }

    fn read_phrase(&self, at: usize) -> Option<(usize, Kinds)> {
        let first = self.bare(at);
        let matches = |rest: &[String]| {
            rest.iter().enumerate().all(|(number, word)| {
                let next = at + 1 + number;
                self.words.same_paragraph(at, next) && self.words.at(next) == word
            })
        };
        let found =
            |first: &str| LEXICON.phrases(first).iter().find(|(rest, _)| matches(rest)).map(|(rest, kinds)| (at + rest.len(), *kinds));
        // «للأمم المتحدة»: the second lam stands for the article.
        found(first).or_else(|| {
            let rest = first.strip_prefix('ل').filter(|_| self.words.at(at)[..self.skipped(at)].ends_with('ل'))?;
            found(&format!("ال{rest}")).or_else(|| found(&format!("الل{rest}")))
        })
    }

    /// A word that no list has and that does not look like a common one.
    pub(super) fn is_strange(&self, at: usize) -> bool {
        self.strange.get(at).copied().unwrap_or(false)
    }

    /// A word that no list has and that may stand inside a name where something else says that a name stands here:
    /// unlike a strange word it may be built from a root («المقداد», «سلماوي»), but it is no form of a common word.
    pub(super) fn may_be_name(&self, at: usize) -> bool {
        if self.kinds(at) & !(RARE_PLACE | RARE_FAMILY | FOREIGN) != 0 || !self.words.is_letters(at) {
            return false;
        }
        let word = self.words.at(at);
        let stem = word.strip_prefix("ال").unwrap_or(word);
        let letters = stem.chars().count();
        let verbal = stem.starts_with(['ي', 'ت', 'ن']) && (letters < 4 || super::pattern::fits(stem) || stem.ends_with("ون"))
            || ["است", "يست", "تست", "مست", "سي", "ست", "سن"].iter().any(|opening| stem.starts_with(opening)) && letters > 4;
        let feminine = self.is_written_with(at, 'ة') && !stem.starts_with("بو");
        let joined = stem.starts_with('و') && letters > 4;
        let inflected = ["ها", "هم", "هما", "ات", "ءين", "تين", "نا"].iter().any(|ending| word.ends_with(ending));
        let nunated = self.words.list[at].span.cut(self.words.text).contains(['\u{064B}', '\u{064C}', '\u{064D}']);
        let common = verbal || feminine || joined || inflected || nunated || is_of_common_stem(stem);
        letters >= 3 && !common
    }

    /// Whether the word begins with «ال», and not with a foreign «أل».
    pub(super) fn has_article(&self, at: usize) -> bool {
        self.words.at(at).starts_with("ال") && !begins_with_hamza(self.words, at)
    }

    /// Whether the text itself writes the last letter of a word so.
    pub(super) fn is_written_with(&self, at: usize, last: char) -> bool {
        self.words.list.get(at).is_some_and(|word| word.span.cut(self.words.text).ends_with(last))
    }

    /// A strange word so foreign that it needs no cue.
    pub(super) fn is_very_foreign(&self, at: usize) -> bool {
        let word = self.words.at(at);
        let vowels = word.chars().filter(|c| matches!(c, 'ا' | 'و' | 'ي')).count();
        // A foreign name that a list has («أينشتاين») needs less of the look of one.
        if self.is(at, FOREIGN) && self.is_strange(at) && word.chars().count() >= 5 {
            return true;
        }
        self.is_foreign(at)
            && word.chars().count() >= 6
            && vowels >= 3
            && !word.ends_with(['ه', 'ت', 'ا'])
            && !["ين", "ون", "كم", "هم", "ني"].iter().any(|ending| word.ends_with(ending))
            && !word.starts_with(['و', 'ل', 'ي', 'ت', 'س'])
    }

    /// A strange word with the look of a foreign name.
    pub(super) fn is_foreign(&self, at: usize) -> bool {
        self.is_strange(at) && (self.is(at, FOREIGN) || looks_foreign(self.words.at(at)))
    }
}

fn read(words: &Words<'_>, index: usize) -> Reading {
    if words.list[index].kind != TokenKind::Word {
        return Reading::default();
    }
    let word = words.at(index);
    // «على» is no «علي» where the text tells them apart.
    if word.ends_with("علي") && words.list[index].span.cut(words.text).ends_with('ى') && matches!(word, "علي" | "وعلي" | "فعلي")
    {
        return Reading { skipped: 0, kinds: COMMON };
    }
    let whole = Reading { skipped: 0, kinds: LEXICON.kinds(word) };
    if whole.kinds != 0 {
        // «برام الله»: a rare name as it stands, but a well-known one behind a proclitic.
        let rare = whole.kinds & !(RARE_PLACE | RARE_FAMILY | FOREIGN) == 0;
        let better = |skipped: &usize| {
            let rest = &word[*skipped..];
            LEXICON.kinds(rest) & (COUNTRY | PLACE) != 0
                || LEXICON.phrases(rest).iter().any(|(more, _)| more.first().is_some_and(|next| next == words.at(index + 1)))
        };
        return match proclitics(word).find(|skipped| rare && better(skipped)) {
            Some(skipped) => Reading { skipped, kinds: LEXICON.kinds(&word[skipped..]) },
            None => whole,
        };
    }
    if let Some(skipped) = glued(word) {
        return Reading { skipped, kinds: GIVEN };
    }
    for skipped in proclitics(word) {
        let rest = &word[skipped..];
        let mut kinds = LEXICON.kinds(rest);
        if kinds == 0 && word[..skipped].ends_with('ل') && rest.starts_with('ل') {
            let (one, two) = (format!("ا{rest}"), format!("ال{rest}"));
            kinds = LEXICON.kinds(&one) | LEXICON.kinds(&two);
            if kinds != 0 || !LEXICON.phrases(&one).is_empty() || !LEXICON.phrases(&two).is_empty() {
                return Reading { skipped, kinds };
            }
        }
        // «كبيرا» is no «بيرا», «ورقة» no «رقة».
        let rare = kinds & !(RARE_PLACE | RARE_FAMILY | FOREIGN) == 0;
        // «برند» is no «رند».
        let short = kinds & RARE_PLACE == 0 && rest.chars().count() < if word.starts_with('و') { 4 } else { 5 };
        if kinds != 0
            && (rare && (short || is_of_common_stem(word)) || word.starts_with('ك') && rest.chars().count() < 5 && kinds & COUNTRY == 0)
        {
            return whole;
        }
        if kinds != 0 || !LEXICON.phrases(rest).is_empty() {
            return Reading { skipped, kinds };
        }
    }
    whole
}

/// A name of two words written as one («عبدالواحد», «نورالدين», «نصرالله»): how many bytes of proclitics come off.
fn glued(word: &str) -> Option<usize> {
    if !word.contains("ال") {
        return None;
    }
    let stands = |rest: &str| {
        let slave = rest.strip_prefix("عبدال").is_some_and(|name| name.chars().count() >= 3);
        let faith = ["الدين", "الله"].iter().any(|end| rest.strip_suffix(end).is_some_and(|name| (2..6).contains(&name.chars().count())));
        slave || faith && !rest.starts_with("ال")
    };
    let lead = ["و", "ف", "ب", "ل"].into_iter().find(|lead| word.strip_prefix(lead).is_some_and(stands));
    lead.map(str::len).or_else(|| stands(word).then_some(0))
}

/// «أليكس», «ألونسو»: an alif with its hamza opens no article.
fn begins_with_hamza(words: &Words<'_>, index: usize) -> bool {
    words.list[index].span.cut(words.text).starts_with(['أ', 'إ', 'آ'])
}

/// Whether the shape of a word says that it is a common one: an article, a known stem, an ending of grammar.
fn looks_common(words: &Words<'_>, index: usize) -> bool {
    const ARTICLES: [&str; 6] = ["ال", "وال", "بال", "لل", "كال", "فال"];
    const OPENINGS: [&str; 18] =
        ["است", "يست", "تست", "مست", "احت", "اجت", "اعت", "اقت", "اشت", "متع", "متف", "مجت", "محت", "سيت", "ستت", "ومت", "والا", "لاست"];
    const CLOSINGS: [&str; 14] = ["اتها", "اته", "ها", "هما", "هم", "اءات", "يات", "وها", "ءين", "يين", "تين", "ءون", "ونه", "اتهم"];
    let word = words.at(index);
    if word.chars().count() < 3
        || ARTICLES.iter().any(|article| word.starts_with(article)) && !begins_with_hamza(words, index)
        || OPENINGS.iter().any(|opening| word.starts_with(opening))
    {
        return true;
    }
    let span = words.list[index].span.cut(words.text);
    // A written nunation, an alif maksura or a teh marbuta at the end of a long word is grammar, not a foreign name.
    if span.contains(['\u{064B}', '\u{064C}', '\u{064D}']) || (word.chars().count() > 4 && span.ends_with('ة') && !word.contains("غ")) {
        return true;
    }
    let imperfect =
        word.starts_with(['ي', 'ت']) && ["ون", "ين", "ان", "وا"].iter().any(|ending| word.ends_with(ending)) && word.chars().count() > 5;
    if imperfect
        || word.strip_prefix('و').unwrap_or(word).starts_with("سي") && word.chars().count() > 5
        || word.starts_with("وست")
        || super::pattern::fits(word)
    {
        return true;
    }
    if word.chars().count() > 4 && CLOSINGS.iter().any(|closing| word.ends_with(closing)) {
        return true;
    }
    is_of_common_stem(word)
}

/// Whether a folded word is a common one with what grammar writes onto it.
fn is_of_common_stem(word: &str) -> bool {
    const SUFFIXES: [&str; 17] = ["ات", "ون", "ين", "ان", "ه", "ي", "يه", "ا", "وا", "و", "ت", "نا", "ته", "هن", "ءه", "تي", "يا"];
    const PREFIXES: [&str; 18] = ["ي", "ت", "س", "سي", "ست", "ن", "ا", "م", "و", "ف", "ب", "ل", "ك", "وي", "وت", "وس", "وا", "لي"];
    let common = |stem: &str| stem.len() > 4 && LEXICON.is_common_stem(stem);
    let mut stems = PREFIXES.iter().filter_map(|prefix| word.strip_prefix(prefix)).chain([word]);
    stems.any(|stem| common(stem) || SUFFIXES.iter().filter_map(|suffix| stem.strip_suffix(suffix)).any(common))
}

/// Whether the letters of a folded word have the look of a name of another language.
fn looks_foreign(word: &str) -> bool {
    const ENDINGS: [&str; 36] = [
        "وف", "وفا", "يف", "سكي", "سون", "مان", "برغ", "برج", "بورغ", "بورج", "تش", "يز", "وس", "يس", "كو", "تو", "نو", "رو", "لو", "دو",
        "يو", "غو", "جو", "ني", "تي", "لي", "ري", "كي", "يان", "ينغ", "ونغ", "وود", "ستر", "ايت", "يلد", "اس",
    ];
    let letters = word.chars().count();
    if letters < 4 {
        return false;
    }
    let vowels = word.chars().filter(|c| matches!(c, 'ا' | 'و' | 'ي')).count();
    ENDINGS.iter().any(|ending| word.ends_with(ending)) || vowels * 3 >= letters
}
