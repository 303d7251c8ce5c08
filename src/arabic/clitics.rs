//! What is written onto a word: أ و ف ب ل ك س and «ال» before it, pronouns behind it.
//!
//! Nothing here knows words. «وليد» can be read as و + «ليد»: whoever knows that
//! «وليد» is a name asks with [`known_reading`], which tries the whole word first.

use std::ops::{BitOr, Deref};

use super::chars::{TATWEEL, is_tashkeel};

/// Letters that are written onto a word before it, as a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Letters(u8);

/// و, «and»
pub const AND: Letters = Letters(1);
/// ف, «so»
pub const SO: Letters = Letters(1 << 1);
/// ب, «by»
pub const BY: Letters = Letters(1 << 2);
/// ل, «for»
pub const FOR: Letters = Letters(1 << 3);
/// ك, «like»
pub const LIKE: Letters = Letters(1 << 4);

impl Letters {
    #[inline]
    fn has(self, letter: char) -> bool {
        let letter = match letter {
            'و' => AND,
            'ف' => SO,
            'ب' => BY,
            'ل' => FOR,
            'ك' => LIKE,
            _ => return false,
        };
        self.0 & letter.0 != 0
    }
}

impl BitOr for Letters {
    type Output = Self;

    #[inline]
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// Takes off a word what its place in the sentence wrote onto it; nothing here knows whether it is not a letter of the word itself.
///
/// ```
/// use sijill::arabic::clitics::{AND, BY, FOR, Onto, SO};
/// assert_eq!("وقال".behind(AND | SO), Some("قال"));
/// assert_eq!(("بيان".without(AND), "بيان".without(BY | FOR)), ("بيان", "يان"));
/// assert_eq!(("البيان".without_article(), "للبيان".behind_for_the()), ("بيان", Some("بيان")));
/// ```
pub trait Onto {
    /// What stands behind one of these letters; nothing where none of them opens the word.
    fn behind(&self, letters: Letters) -> Option<&str>;
    /// The word without one of these letters, whole where none of them opens it.
    fn without(&self, letters: Letters) -> &str;
    /// The word without all of these letters that open it: «ووعد» is «عد».
    fn without_all(&self, letters: Letters) -> &str;
    /// What stands behind «ال»; nothing where that does not open the word.
    fn behind_article(&self) -> Option<&str>;
    /// The word without «ال», whole where that does not open it.
    fn without_article(&self) -> &str;
    /// Whether «ال» opens the word.
    fn has_article(&self) -> bool;
    /// Whether one of these letters opens the word.
    fn opens_with(&self, letters: Letters) -> bool;
    /// Whether «لل» opens the word.
    fn has_for_the(&self) -> bool;
    /// What stands behind «لل», in which «ال» is hidden.
    fn behind_for_the(&self) -> Option<&str>;
}

impl Onto for str {
    #[inline]
    fn behind(&self, letters: Letters) -> Option<&str> {
        self.strip_prefix(|letter| letters.has(letter))
    }

    #[inline]
    fn without(&self, letters: Letters) -> &str {
        self.behind(letters).unwrap_or(self)
    }

    #[inline]
    fn without_all(&self, letters: Letters) -> &str {
        self.trim_start_matches(|letter| letters.has(letter))
    }

    #[inline]
    fn behind_article(&self) -> Option<&str> {
        self.strip_prefix("ال")
    }

    #[inline]
    fn without_article(&self) -> &str {
        self.behind_article().unwrap_or(self)
    }

    #[inline]
    fn has_article(&self) -> bool {
        self.starts_with("ال")
    }

    #[inline]
    fn opens_with(&self, letters: Letters) -> bool {
        self.starts_with(|letter| letters.has(letter))
    }

    #[inline]
    fn has_for_the(&self) -> bool {
        self.starts_with("لل")
    }

    #[inline]
    fn behind_for_the(&self) -> Option<&str> {
        self.strip_prefix("لل")
    }
}

/// One way to read a word as proclitics, the article and the rest.
///
/// ```
/// use sijill::arabic::clitics::readings;
/// let reading = readings("والعراق")[1];
/// assert_eq!((reading.proclitics, reading.rest, reading.stem), ("و", "العراق", "عراق"));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reading<'w> {
    /// The letters of the proclitics, without the article, as written: «و», «ف», «ب», «وب», «ل».
    pub proclitics: &'w str,
    /// Whether the word has the article «ال» (for «لل…» the one that the second lam stands for).
    pub article: bool,
    /// The rest as written, with its «ال» where that is written out; of «للولايات» it is «لولايات».
    pub rest: &'w str,
    /// The rest without the article: «ولايات» of «للولايات», «عراق» of «والعراق».
    ///
    /// Where three lams would meet, two are written: «للجنة» is also ل + «اللجنة»,
    /// whose stem is «لجنة».
    pub stem: &'w str,
}

impl Reading<'_> {
    /// Whether this reading spells the word `known`, which is given with its «ال» if it has one.
    ///
    /// ```
    /// use sijill::arabic::clitics::readings;
    /// assert!(readings("للولايات").iter().any(|reading| reading.spells("الولايات")));
    /// assert!(readings("للجنة").iter().any(|reading| reading.spells("اللجنة")));
    /// assert!(!readings("وليد").iter().any(|reading| reading.spells("الليد")));
    /// ```
    pub fn spells(&self, known: &str) -> bool {
        if self.rest == known {
            // «ل» and «لبنان», not ل + ال + «بنان».
            return !self.article || self.rest.starts_with("ال");
        }
        self.article && known.strip_prefix("ال") == Some(self.stem)
    }
}

/// The readings of one word, at most eight, in a list that needs no memory of its own.
///
/// ```
/// use sijill::arabic::clitics::readings;
/// assert_eq!(readings("ببغداد").len(), 2);
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct Readings<'w> {
    found: [Reading<'w>; 8],
    count: usize,
}

impl<'w> Readings<'w> {
    fn push(&mut self, reading: Reading<'w>) {
        if let Some(place) = self.found.get_mut(self.count) {
            *place = reading;
            self.count += 1;
        }
    }
}

impl<'w> Deref for Readings<'w> {
    type Target = [Reading<'w>];

    fn deref(&self) -> &[Reading<'w>] {
        &self.found[..self.count]
    }
}

impl<'w> IntoIterator for Readings<'w> {
    type Item = Reading<'w>;
    type IntoIter = std::iter::Take<std::array::IntoIter<Reading<'w>, 8>>;

    fn into_iter(self) -> Self::IntoIter {
        self.found.into_iter().take(self.count)
    }
}

impl<'r, 'w> IntoIterator for &'r Readings<'w> {
    type Item = &'r Reading<'w>;
    type IntoIter = std::slice::Iter<'r, Reading<'w>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// Every reading of a word, the whole word first, then with ever more letters taken off.
///
/// The word may carry marks and strokes; they go with the letter before them.
///
/// ```
/// use sijill::arabic::clitics::readings;
/// assert!(readings("والعراق").iter().any(|r| r.proclitics == "و" && r.rest == "العراق"));
/// assert!(readings("للولايات").iter().any(|r| r.proclitics == "ل" && r.article && r.rest == "لولايات"));
/// assert!(readings("فبالعراق").iter().any(|r| r.proclitics == "فب" && r.rest == "العراق"));
/// assert_eq!(readings("بغداد")[0].rest, "بغداد");
/// ```
pub fn readings(word: &str) -> Readings<'_> {
    let mut found = Readings::default();
    add_readings(&mut found, word, 0, ' ');
    let (mut at, mut rank, mut doubled_lam) = (0, 0, false);
    while let Some((letter, end)) = letter_at(word, at) {
        let Some(next_rank) = rank_of(letter).filter(|&next| next > rank) else { break };
        let rest = &word[end..];
        if doubled_lam || !has_two_letters(rest) {
            break;
        }
        if letter != 'س' || rest.starts_with(['ي', 'ت', 'ن', 'أ', 'ا']) {
            add_readings(&mut found, word, end, letter);
        }
        (at, rank, doubled_lam) = (end, next_rank, letter == 'ل' && rest.starts_with('ل'));
    }
    found
}

/// Adds the readings with the letters before `end` taken off, of which `last` is the last.
fn add_readings<'w>(found: &mut Readings<'w>, word: &'w str, end: usize, last: char) {
    let (proclitics, rest) = word.split_at(end);
    match article_end(rest) {
        Some(stem) => found.push(Reading { proclitics, article: true, rest, stem: &rest[stem..] }),
        None => found.push(Reading { proclitics, article: false, rest, stem: rest }),
    }
    if last != 'ل' || !rest.starts_with('ل') {
        return;
    }
    found.push(Reading { proclitics, article: true, rest, stem: rest });
    if let Some((_, lam)) = letter_at(rest, 0).filter(|&(_, lam)| has_two_letters(&rest[lam..])) {
        found.push(Reading { proclitics, article: true, rest, stem: &rest[lam..] });
    }
}

/// The first reading whose word is known; the whole word is asked for first.
///
/// `is_known` is asked for the word without proclitics, with its «ال» if it has one.
///
/// ```
/// use sijill::arabic::clitics::known_reading;
/// let known = ["لبنان", "العراق", "الولايات", "وليد", "بغداد"];
/// let proclitics = |word| known_reading(word, |word| known.contains(&word)).map(|reading| reading.proclitics);
/// assert_eq!(proclitics("وليد"), Some(""));
/// assert_eq!(proclitics("للبنان"), Some("ل"));
/// assert_eq!(proclitics("للولايات"), Some("ل"));
/// assert_eq!(proclitics("ولبغداد"), Some("ول"));
/// assert_eq!(proclitics("وليمة"), None);
/// ```
pub fn known_reading<'w>(word: &'w str, is_known: impl Fn(&str) -> bool) -> Option<Reading<'w>> {
    readings(word).into_iter().find(|reading| {
        let written = !reading.article || reading.rest.starts_with("ال");
        if written { is_known(reading.rest) } else { is_known(&["ال", reading.stem].concat()) }
    })
}

/// A word taken apart as far as it goes.
///
/// ```
/// use sijill::arabic::clitics::analyses;
/// assert!(analyses("كتابها").iter().any(|analysis| analysis.enclitic == "ها"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Analysis<'w> {
    /// The letters of the proclitics, without the article.
    pub proclitics: &'w str,
    /// Whether the word has the article.
    pub article: bool,
    /// What is left, as written: «وزارت» of «وزارتها».
    pub stem: &'w str,
    /// The pronoun behind it: «ها», «هم», «نا»; empty where there is none.
    pub enclitic: &'w str,
}

impl Analysis<'_> {
    /// The stem as it may stand in a dictionary: before a pronoun ة is written ت, and ى is written ا.
    ///
    /// ```
    /// use sijill::arabic::clitics::analyses;
    /// let bases: Vec<String> = analyses("ووزارتها").into_iter().flat_map(|analysis| analysis.bases()).collect();
    /// assert!(bases.contains(&"وزارة".to_owned()));
    /// ```
    pub fn bases(&self) -> Vec<String> {
        let mut bases = vec![self.stem.to_owned()];
        if self.enclitic.is_empty() {
            return bases;
        }
        for (written, base) in [("ت", "ة"), ("ا", "ى"), ("ؤ", "ء"), ("ئ", "ء")] {
            bases.extend(self.stem.strip_suffix(written).map(|stem| [stem, base].concat()));
        }
        bases
    }
}

/// Every reading of a word with every pronoun that it may end with; without one first.
///
/// A word with the article has no pronoun.
///
/// ```
/// use sijill::arabic::clitics::analyses;
/// let found = analyses("وبقواتهم");
/// assert!(found.iter().any(|a| (a.proclitics, a.stem, a.enclitic) == ("وب", "قوات", "هم")));
/// ```
pub fn analyses(word: &str) -> Vec<Analysis<'_>> {
    let mut found = Vec::with_capacity(8);
    for Reading { proclitics, article, stem, .. } in readings(word) {
        found.push(Analysis { proclitics, article, stem, enclitic: "" });
        if article {
            continue;
        }
        for enclitic in ENCLITICS {
            if let Some(shorter) =
                stem.strip_suffix(enclitic).filter(|shorter| has_two_letters(shorter))
            {
                found.push(Analysis {
                    proclitics,
                    article,
                    stem: shorter,
                    enclitic: &stem[shorter.len()..],
                });
            }
        }
    }
    found
}

/// The pronouns that are written onto a word.
const ENCLITICS: [&str; 12] =
    ["هما", "كما", "ها", "هم", "هن", "كم", "كن", "نا", "ني", "ه", "ك", "ي"];

/// How many bytes of proclitics a folded word can begin with: none, one letter, a conjunction and a preposition.
///
/// ```
/// use sijill::arabic::clitics::lengths;
/// assert_eq!(lengths("وبلده"), [Some(0), Some(2), Some(4)]);
/// assert_eq!(lengths("مدينه"), [Some(0), None, None]);
/// ```
#[inline]
pub fn lengths(word: &str) -> [Option<usize>; 3] {
    let mut letters = word.chars();
    let second = match letters.next() {
        Some('و') => letters.next().is_some_and(|letter| matches!(letter, 'ب' | 'ل' | 'ك')),
        Some('ف') => letters.next().is_some_and(|letter| matches!(letter, 'ب' | 'ل')),
        Some('ب' | 'ل' | 'ك') => false,
        _ => return [Some(0), None, None],
    };
    [Some(0), Some("و".len()), second.then_some("وب".len())]
}

/// In which order proclitics stand: the question, the conjunction, the preposition.
const fn rank_of(letter: char) -> Option<u8> {
    match letter {
        'أ' => Some(1),
        'و' | 'ف' => Some(2),
        'ب' | 'ل' | 'ك' | 'س' => Some(3),
        _ => None,
    }
}

/// The letter at a byte, and where it ends together with its marks and strokes.
fn letter_at(word: &str, at: usize) -> Option<(char, usize)> {
    let rest = word.get(at..)?;
    let letter = rest.chars().next()?;
    let marks = rest[letter.len_utf8()..].find(|c| !(is_tashkeel(c) || c == TATWEEL));
    Some((letter, marks.map_or(word.len(), |marks| at + letter.len_utf8() + marks)))
}

/// Where the article ends that the word begins with; two letters have to follow.
fn article_end(word: &str) -> Option<usize> {
    let (_, alef) = letter_at(word, 0).filter(|&(letter, _)| letter == 'ا' || letter == 'ٱ')?;
    let (_, lam) = letter_at(word, alef).filter(|&(letter, _)| letter == 'ل')?;
    has_two_letters(&word[lam..]).then_some(lam)
}

fn has_two_letters(word: &str) -> bool {
    word.chars().filter(|&c| !(is_tashkeel(c) || c == TATWEEL)).nth(1).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `word: proclitics + stem`, «ال+» before the stem where it has the article.
    #[test]
    fn the_corpus_is_read_as_it_says() {
        let corpus = include_str!("../../tests/corpus/clitics.txt");
        for line in corpus.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let (word, parts) = line.split_once(": ").expect("a word and its parts");
            let parts: Vec<&str> = parts.split(" + ").collect();
            let is_read = analyses(word).iter().any(|analysis| {
                let mut found = vec![analysis.proclitics];
                found.extend(analysis.article.then_some("ال"));
                found.extend([analysis.stem, analysis.enclitic]);
                found.retain(|part| !part.is_empty());
                found == parts
            });
            assert!(is_read, "{line}\n{:?}", analyses(word));
        }
    }

    #[test]
    fn known_words_stay_whole() {
        for word in [
            "وليد",
            "بغداد",
            "فلسطين",
            "كربلاء",
            "لبنان",
            "ألمانيا",
            "واشنطن",
            "وزارة",
            "كيربي",
            "بايدن",
            "سليماني",
            "فؤاد",
        ] {
            let reading = known_reading(word, |known| known == word);
            assert_eq!(
                reading.map(|reading| (reading.proclitics, reading.article, reading.rest)),
                Some(("", false, word))
            );
        }
    }

    #[test]
    fn readings_come_with_ever_more_letters_taken_off() {
        let taken: Vec<&str> =
            readings("وبالعراق").iter().map(|reading| reading.proclitics).collect();
        assert_eq!(taken, ["", "و", "وب"]);
    }

    #[test]
    fn marks_go_with_their_letter() {
        let found = readings("وَالعِراق");
        assert!(
            found.iter().any(|reading| reading.proclitics == "وَ"
                && reading.article
                && reading.stem == "عِراق")
        );
    }

    #[test]
    fn short_words_are_not_emptied() {
        for word in ["", "و", "ول", "لل", "لك", "ال", "وال", "بال"] {
            assert!(
                readings(word)
                    .iter()
                    .all(|reading| reading.proclitics.is_empty() || has_two_letters(reading.rest)),
                "{word}"
            );
        }
    }
}
