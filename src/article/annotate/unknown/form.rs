//! What the letters of one word say by themselves, worked out once and remembered from article to article:
//! of the words of a text nine in ten have been met before.

use crate::arabic::lexicon::{
    COMMON, COUNTRY, Entry, FAMILY, FOREIGN, GIVEN, IDENTITY, Kinds, Met, NATION, ORG, ORG_HEAD,
    PLACE, RARE_FAMILY, RARE_PLACE, SPEECH, STEM, Sound, TITLE, identity, is, listed, met, phrases,
    sound,
};
use crate::arabic::numbers::parse::leading_number;
use std::borrow::Cow;
use std::cell::RefCell;
use std::hash::Hash;

use super::super::timex::direction::is_verb;
use super::super::words::proclitics;
use super::asked::{Asked, at_most, only};
use super::{heads, pattern};
use crate::arabic::clitics::{AND, Onto};
use crate::arabic::quick_hash::{ShortWord, WordMap};
use crate::weigh::Traits;

/// A word by its letters.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Form {
    /// Bytes of proclitics that come off: a few, so that a form is small where it is remembered.
    skipped: u8,
    /// How its letters sound.
    pub(super) sound: Sound,
    /// What the rest can be.
    pub(super) kinds: Kinds,
    /// What its shape says; a set of the traits below.
    pub(super) shape: Traits,
    /// What a list has of the rest, as it stands.
    pub(super) rest: Entry,
}

/// Its ending or its many vowels are those of a foreign name.
pub(super) const LOOKS_FOREIGN: Traits = Traits::one(0);
/// It has the length, the vowels and the ends of a name so foreign that it needs no cue.
pub(super) const LOOKS_VERY_FOREIGN: Traits = Traits::one(1);
/// It has an affix, a pattern or a stem of common words.
const LOOKS_COMMON: Traits = Traits::one(2);
/// It begins as words with «ال» do.
const HAS_ARTICLE: Traits = Traits::one(3);
/// It is so long that a «ة» at its end is grammar.
const LONG: Traits = Traits::one(4);
/// Nothing in it speaks against a name, as long as its spelling does not.
const MAY_BE_NAME: Traits = Traits::one(5);
/// «بو…», which a «ة» at the end makes no adjective.
const OPENS_WITH_BU: Traits = Traits::one(6);
/// A listed name of several words begins with it.
pub(super) const OPENS_PHRASE: Traits = Traits::one(7);
/// Some rule reads a name from it on.
pub(super) const OPENS_NAME: Traits = Traits::one(8);
/// Some rule reads a name behind it.
pub(super) const INTRODUCES: Traits = Traits::one(9);
/// With the next word and without a proclitic it can be the beginning of a listed name.
const HANGS_ON_NEXT: Traits = Traits::one(10);
/// It is met in many running texts as it stands.
pub(super) const MET_OFTEN: Traits = Traits::one(12);
/// It is met in several.
pub(super) const MET_SOMETIMES: Traits = Traits::one(13);
/// What stays of it behind a proclitic or «ال» is met in many.
pub(super) const REST_MET_OFTEN: Traits = Traits::one(14);
/// What stays of it is met in several.
pub(super) const REST_MET: Traits = Traits::one(15);
/// It is built from a root, as it stands or without what grammar writes onto it.
pub(super) const FITS_PATTERN: Traits = Traits::one(16);
/// What stays of it behind its proclitics is a form of a verb that the language has.
pub(super) const IS_VERB: Traits = Traits::one(17);
/// A name of the lists that stand beside the table can begin with it.
pub(super) const OPENS_LISTED: Traits = Traits::one(18);
/// A row of places stands behind it: «محافظتي», «قرى».
pub(super) const HEADS_SEVERAL: Traits = Traits::one(19);
/// A row of bodies stands behind it: «شركات».
pub(super) const HEADS_BODIES: Traits = Traits::one(21);
/// It is a number in words, or begins one: «سبع», «مئتي».
pub(super) const IS_NUMBER: Traits = Traits::one(20);
/// «ببغداد», «والوزير»: something is written onto it.
pub(super) const GLUED: Traits = Traits::one(22);
/// «الوزير», «ألونسو»: its letters begin with «ال».
pub(super) const DEFINITE: Traits = Traits::one(23);

// What it is at its place, which its spelling decides too.
/// It is a word of letters, and no number or mark.
pub(super) const LETTERS: Traits = Traits::one(24);
/// A known mention has it.
pub(super) const TAKEN: Traits = Traits::one(25);
/// «تشوانتشو»: no list has it, and it does not look like a common word.
pub(super) const STRANGE: Traits = Traits::one(26);
/// «نوفيتسكي»: a strange word with the look of a foreign name.
pub(super) const OUTLANDISH: Traits = Traits::one(27);
/// «المقداد», «سلماوي»: it may stand inside a name where something else says that a name stands here.
pub(super) const NAMELIKE: Traits = Traits::one(28);
/// «الوزير», but not «ألونسو»: it begins with the article.
pub(super) const WITH_ARTICLE: Traits = Traits::one(29);
/// «الهندسة»: the text writes it with «ة» at its end.
pub(super) const FEMININE: Traits = Traits::one(30);

/// What the spelling of a word says, which folding takes away.
#[derive(Clone, Copy)]
pub(super) struct Spelling<'t>(pub(super) &'t str);

impl Spelling<'_> {
    /// «أليكس», «ألونسو»: an alif with its hamza opens no article.
    pub(super) fn begins_with_hamza(self) -> bool {
        self.0.starts_with(['أ', 'إ', 'آ'])
    }

    /// «كتابًا»: a written nunation.
    fn is_nunated(self) -> bool {
        self.0.contains(['\u{064B}', '\u{064C}', '\u{064D}'])
    }
}

/// The forms of the words that were met.
#[derive(Default)]
pub(super) struct Forms {
    /// By their letters, and by what they can be as they are written: the hamza decides it of «وأدى», which is no «وادي».
    short: WordMap<(ShortWord, Entry), Form>,
    /// Those of more letters, which no hamza decides.
    long: WordMap<Box<str>, Form>,
    /// Those of words that are common at their place, whatever else they can be.
    common: WordMap<ShortWord, Form>,
}

thread_local! {
    /// Those that this thread has met.
    static MET: RefCell<Forms> = RefCell::default();
}

/// How many forms of each kind a thread remembers: more than a large dossier has, a few megabytes.
const REMEMBERED: usize = 1 << 16;

impl Forms {
    /// Lends out those that this thread has met.
    pub(super) fn with<R>(read: impl FnOnce(&mut Self) -> R) -> R {
        MET.with_borrow_mut(read)
    }

    /// The form of a folded word before another, by what it can be as it is written.
    #[inline]
    pub(super) fn of(&mut self, word: &str, next: &str, written: Entry) -> Form {
        let short = ShortWord::of(word);
        let whole = || match short {
            Some(_) => written.kinds().only(IDENTITY),
            None => identity(word),
        };
        let known = match short {
            Some(short) => self.short.get(&(short, written)),
            None => self.long.get(word),
        };
        let form = known.copied().unwrap_or_else(|| {
            let form = Form::of(word, "", whole());
            match short {
                Some(short) => remember(&mut self.short, (short, written), form),
                None => remember(&mut self.long, word.into(), form),
            }
        });
        if form.has(HANGS_ON_NEXT) { Form::of(word, next, whole()) } else { form }
    }

    /// The form of a word that is a common one at its place, and opens nothing.
    pub(super) fn common(&mut self, word: &str) -> Form {
        let Some(short) = ShortWord::of(word) else { return Form::common(word) };
        let known = self.common.get(&short).copied();
        known.unwrap_or_else(|| remember(&mut self.common, short, Form::common(word)))
    }
}

/// Keeps a form for the next time, as long as there is room.
fn remember<K: Eq + Hash>(met: &mut WordMap<K, Form>, word: K, form: Form) -> Form {
    if met.len() < REMEMBERED {
        met.insert(word, form);
    }
    form
}

impl Form {
    /// A folded word before another, and what it is as a whole; the other decides only where [`HANGS_ON_NEXT`].
    fn of(word: &str, next: &str, whole: Kinds) -> Self {
        let (skipped, kinds) = reading(word, next, whole);
        let bare = &word[skipped..];
        let behind_lam = bare.strip_prefix('ل').filter(|_| word[..skipped].ends_with('ل'));
        let opens_phrase = || {
            !phrases(bare).is_empty()
                || behind_lam.is_some_and(|rest| {
                    ["ال", "الل"].iter().any(|lost| !phrases(&format!("{lost}{rest}")).is_empty())
                })
        };
        let (opens_phrase, rest_met) = (opens_phrase(), met_behind(word));
        let fits_pattern = pattern::fits(word);
        let says = [
            (LOOKS_FOREIGN, looks_foreign(word)),
            (LOOKS_VERY_FOREIGN, looks_very_foreign(word)),
            (LOOKS_COMMON, looks_common(word, fits_pattern)),
            (
                HAS_ARTICLE,
                ["ال", "وال", "بال", "لل", "كال", "فال"]
                    .iter()
                    .any(|article| word.starts_with(article)),
            ),
            (LONG, word.chars().count() > 4 && !word.contains('غ')),
            (MAY_BE_NAME, may_be_name(word)),
            (OPENS_WITH_BU, word.strip_prefix("ال").unwrap_or(word).starts_with("بو")),
            (OPENS_PHRASE, opens_phrase),
            (
                OPENS_NAME,
                kinds.any(NAMES)
                    || opens_phrase
                    || heads::opens(bare, bare.strip_prefix('ل').filter(|_| skipped > 0)),
            ),
            (INTRODUCES, kinds.any(ORG_HEAD | SPEECH) || heads::introduces(bare)),
            (HANGS_ON_NEXT, hangs_on_next(word, whole)),
            (MET_OFTEN, met(word) == Met::Often),
            (MET_SOMETIMES, met(word) >= Met::Sometimes),
            (REST_MET_OFTEN, rest_met == Met::Often),
            (REST_MET, rest_met >= Met::Sometimes),
            (FITS_PATTERN, fits_pattern),
            (IS_VERB, is_verb(&with_article(word, skipped))),
            (OPENS_LISTED, heads::opens_listed(word)),
            (HEADS_SEVERAL, heads::several(word).is_some()),
            (HEADS_BODIES, heads::heads_bodies(word)),
            (IS_NUMBER, leading_number(&[word]).is_some()),
            (GLUED, skipped > 0),
            (DEFINITE, word.has_article()),
        ];
        let shape = Traits::noted(&says);
        // No combination of proclitics has more than two letters.
        Self { skipped: skipped as u8, sound: sound(word), kinds, shape, rest: listed(bare) }
    }

    /// Bytes of proclitics that come off.
    #[inline]
    pub(super) fn skipped(&self) -> usize {
        usize::from(self.skipped)
    }

    /// A common word, which opens nothing.
    fn common(word: &str) -> Self {
        let shape = Traits::noted(&[
            (FITS_PATTERN, pattern::fits(word)),
            (IS_VERB, is_verb(word)),
            (OPENS_LISTED, heads::opens_listed(word)),
        ]);
        Self { kinds: COMMON, shape, rest: listed(word), ..Self::default() }
    }

    /// Whether its shape has one of these.
    #[inline]
    pub(super) fn has(&self, shape: Traits) -> bool {
        self.shape.any(shape)
    }

    /// The form of a word of letters at its place, as it is written.
    #[inline]
    pub(super) fn written(mut self, spelling: Spelling<'_>) -> Self {
        let is_strange = self.is_strange(spelling);
        let is_outlandish = is_strange && (self.kinds.any(FOREIGN) || self.has(LOOKS_FOREIGN));
        self.shape = self.shape
            | LETTERS
            | STRANGE.when(is_strange)
            | OUTLANDISH.when(is_outlandish)
            | NAMELIKE.when(self.may_be_name(spelling))
            | WITH_ARTICLE.when(self.has(DEFINITE) && !spelling.begins_with_hamza())
            | FEMININE.when(spelling.0.ends_with('ة'));
        self
    }

    /// A word that no list has and that does not look like a common one.
    fn is_strange(&self, spelling: Spelling<'_>) -> bool {
        const UNLISTED: Asked = at_most(Kinds::of(&[RARE_FAMILY, FOREIGN])).without(LOOKS_COMMON);
        // Most words are told by their form alone, so the spelling is asked last.
        if !UNLISTED.fits(self.kinds, self.shape) {
            return false;
        }
        let is_definite = self.has(HAS_ARTICLE) && !spelling.begins_with_hamza();
        // A written nunation or a teh marbuta at the end of a long word is grammar, not a foreign name.
        let is_feminine = || self.has(LONG) && spelling.0.ends_with('ة');
        let is_inflected = || is_feminine() || spelling.is_nunated();
        !is_definite && !is_inflected()
    }

    /// A word that no list has and that may stand inside a name where something else says that a name stands here:
    /// unlike a strange word it may be built from a root («المقداد», «سلماوي»), but it is no form of a common word.
    fn may_be_name(&self, spelling: Spelling<'_>) -> bool {
        const UNLISTED: Asked = at_most(RARE).with(MAY_BE_NAME);
        if !UNLISTED.fits(self.kinds, self.shape) {
            return false;
        }
        let is_feminine = spelling.0.ends_with('ة') && !self.has(OPENS_WITH_BU);
        !is_feminine && !spelling.is_nunated()
    }
}

/// The letters of a word behind its proclitics, with the article that «لـ» took from them («للجزيرة»).
pub(super) fn with_article(word: &str, skipped: usize) -> Cow<'_, str> {
    let bare = &word[skipped..];
    match bare.strip_prefix('ل').filter(|_| word[..skipped].ends_with('ل')) {
        Some(rest) => Cow::Owned(format!("ال{rest}")),
        None => Cow::Borrowed(bare),
    }
}

/// What some rule takes for the beginning of a name.
const NAMES: Kinds = Kinds::of(&[GIVEN, FAMILY, RARE_FAMILY, COUNTRY, PLACE, RARE_PLACE, ORG]);

/// The kinds that say little: names that only a long list has.
const RARE: Kinds = Kinds::of(&[RARE_PLACE, RARE_FAMILY, FOREIGN]);

/// What a common word or the rest of one before an ending can be.
const COMMON_STEM: Kinds = Kinds::of(&[COMMON, SPEECH, NATION, TITLE, STEM]);

/// How a folded word is read before another: the bytes of proclitics that come off, and what the rest can be.
fn reading(word: &str, next: &str, whole: Kinds) -> (usize, Kinds) {
    if !whole.is_empty() {
        return better_known(word, next, whole).unwrap_or((0, whole));
    }
    if let Some(skipped) = glued(word) {
        return (skipped, GIVEN);
    }
    for skipped in proclitics(word) {
        let rest = &word[skipped..];
        if let Some(kinds) = behind_article(word, skipped) {
            return (skipped, kinds);
        }
        let kinds = identity(rest);
        if kinds.is_empty() && phrases(rest).is_empty() {
            continue;
        }
        let is_own = !kinds.is_empty() && is_letter_of_word(word, rest, kinds);
        return if is_own { (0, whole) } else { (skipped, kinds) };
    }
    (0, whole)
}

/// «برام الله»: a rare name as it stands, but a well-known one behind a proclitic.
fn better_known(word: &str, next: &str, whole: Kinds) -> Option<(usize, Kinds)> {
    if !at_most(RARE).has_kinds(whole) {
        return None;
    }
    let opens = |rest: &str| {
        phrases(rest).iter().any(|(more, _)| more.first().is_some_and(|first| first == next))
    };
    let is_known = |rest: &str| identity(rest).any(COUNTRY | PLACE) || opens(rest);
    let skipped = proclitics(word).find(|&skipped| is_known(&word[skipped..]))?;
    Some((skipped, identity(&word[skipped..])))
}

/// «للجزيرة», «للأمم المتحدة»: what the rest of a word can be with the article that «لـ» took from it, where it is nothing without.
fn behind_article(word: &str, skipped: usize) -> Option<Kinds> {
    let (onto, rest) = word.split_at(skipped);
    let has_two = onto.ends_with('ل') && rest.starts_with('ل');
    if !has_two || !identity(rest).is_empty() {
        return None;
    }
    let (one, two) = (format!("ا{rest}"), format!("ال{rest}"));
    let kinds = identity(&one) | identity(&two);
    let opens = || [&one, &two].iter().any(|form| !phrases(form).is_empty());
    (!kinds.is_empty() || opens()).then_some(kinds)
}

/// Whether what could be a proclitic is a letter of the word itself, though a list has the rest.
fn is_letter_of_word(word: &str, rest: &str, kinds: Kinds) -> bool {
    let letters = rest.chars().count();
    if letters < 5 && word.starts_with('ك') && !kinds.any(COUNTRY) {
        return true;
    }
    // «كبيرا» is no «بيرا», «ورقة» no «رقة».
    if !at_most(RARE).has_kinds(kinds) {
        return false;
    }
    if is_of_common_stem(word) {
        return true;
    }
    // «برند» is no «رند».
    let least = if word.starts_with('و') { 4 } else { 5 };
    // «فلاديسلاف» is no «لاديسلاف»: «ف» and «ك» come off a name only where a well-known one stays.
    let is_own = || word.starts_with(['ف', 'ك']) && phrases(rest).is_empty();
    !kinds.any(RARE_PLACE) && (letters < least || is_own())
}

/// How often what stays of a word is met where a proclitic or «ال» comes off, or the article comes to it.
fn met_behind(word: &str) -> Met {
    let article = ["ال", "لل", "وال", "بال", "فال", "كال"];
    let bare = article.iter().filter_map(|article| word.strip_prefix(article));
    let rests = proclitics(word).map(|skipped| &word[skipped..]).chain(bare);
    let long = rests.filter(|rest| rest.chars().count() > 2);
    long.map(met).max().unwrap_or_default().max(met(&format!("ال{word}")))
}

/// Whether the word behind decides how this one is read.
fn hangs_on_next(word: &str, whole: Kinds) -> bool {
    only(RARE).has_kinds(whole)
        && proclitics(word).any(|skipped| !phrases(&word[skipped..]).is_empty())
}

/// A name of two words written as one («عبدالواحد», «نورالدين», «نصرالله»): how many bytes of proclitics come off.
fn glued(word: &str) -> Option<usize> {
    if !word.contains("ال") {
        return None;
    }
    let stands = |rest: &str| {
        let slave = rest.strip_prefix("عبدال").is_some_and(|name| name.chars().count() >= 3);
        let faith = ["الدين", "الله"].iter().any(|end| {
            rest.strip_suffix(end).is_some_and(|name| (2..6).contains(&name.chars().count()))
        });
        slave || faith && !rest.starts_with("ال")
    };
    let lead =
        ["و", "ف", "ب", "ل"].into_iter().find(|lead| word.strip_prefix(lead).is_some_and(stands));
    lead.map(str::len).or_else(|| stands(word).then_some(0))
}

/// «سيلتقي», «سيقولون»; but not «سيليشي»: no verb has both a long «ي» in its middle and one at its end.
fn is_future(word: &str) -> bool {
    word.strip_prefix("سي").is_some_and(|stem| {
        let letters: Vec<char> = stem.chars().collect();
        !matches!(letters[..], [_, 'ي', _, 'ي'])
    })
}

/// Whether the shape of a word says that it is a common one: a known stem, an affix, an ending of grammar, or a pattern that it fits.
fn looks_common(word: &str, fits_pattern: bool) -> bool {
    const OPENINGS: [&str; 18] = [
        "است", "يست", "تست", "مست", "احت", "اجت", "اعت", "اقت", "اشت", "متع", "متف", "مجت", "محت",
        "سيت", "ستت", "ومت", "والا", "لاست",
    ];
    const CLOSINGS: [&str; 14] = [
        "اتها", "اته", "ها", "هما", "هم", "اءات", "يات", "وها", "ءين", "يين", "تين", "ءون", "ونه",
        "اتهم",
    ];
    let letters = word.chars().count();
    if letters < 3 || OPENINGS.iter().any(|opening| word.starts_with(opening)) {
        return true;
    }
    // «يعملون»
    let is_of_many = || {
        word.starts_with(['ي', 'ت'])
            && ["ون", "ين", "ان", "وا"].iter().any(|ending| word.ends_with(ending))
    };
    if letters > 5 && (is_of_many() || is_future(word.without(AND))) {
        return true;
    }
    if word.starts_with("وست") || fits_pattern {
        return true;
    }
    let is_inflected = letters > 4 && CLOSINGS.iter().any(|closing| word.ends_with(closing));
    is_inflected || is_of_common_stem(word)
}

/// Whether a folded word is a common one with what grammar writes onto it.
fn is_of_common_stem(word: &str) -> bool {
    const SUFFIXES: [&str; 17] = [
        "ات", "ون", "ين", "ان", "ه", "ي", "يه", "ا", "وا", "و", "ت", "نا", "ته", "هن", "ءه", "تي",
        "يا",
    ];
    const PREFIXES: [&str; 18] = [
        "ي", "ت", "س", "سي", "ست", "ن", "ا", "م", "و", "ف", "ب", "ل", "ك", "وي", "وت", "وس", "وا",
        "لي",
    ];
    let common = |stem: &str| stem.len() > 4 && is(stem, COMMON_STEM);
    let mut stems = PREFIXES.iter().filter_map(|prefix| word.strip_prefix(prefix)).chain([word]);
    stems.any(|stem| {
        common(stem) || SUFFIXES.iter().filter_map(|suffix| stem.strip_suffix(suffix)).any(common)
    })
}

/// Whether the letters of a folded word have the look of a name of another language.
fn looks_foreign(word: &str) -> bool {
    const ENDINGS: [&str; 36] = [
        "وف", "وفا", "يف", "سكي", "سون", "مان", "برغ", "برج", "بورغ", "بورج", "تش", "يز", "وس",
        "يس", "كو", "تو", "نو", "رو", "لو", "دو", "يو", "غو", "جو", "ني", "تي", "لي", "ري", "كي",
        "يان", "ينغ", "ونغ", "وود", "ستر", "ايت", "يلد", "اس",
    ];
    let letters = word.chars().count();
    if letters < 4 {
        return false;
    }
    let vowels = word.chars().filter(|c| matches!(c, 'ا' | 'و' | 'ي')).count();
    ENDINGS.iter().any(|ending| word.ends_with(ending)) || vowels * 3 >= letters
}

/// Whether the letters of a word leave it a name, of a kind that is built from a root too.
fn may_be_name(word: &str) -> bool {
    let stem = word.without_article();
    let letters = stem.chars().count();
    if letters < 3 || is_verbal(stem, letters) {
        return false;
    }
    let is_inflected =
        ["ها", "هم", "هما", "ات", "ءين", "تين", "نا"].iter().any(|ending| word.ends_with(ending));
    !is_inflected && !is_of_common_stem(stem)
}

/// «يعملون», «تقول», «سيلتقي», «استقبل», «وصلت»: a verb, or what «و» is written onto.
fn is_verbal(stem: &str, letters: usize) -> bool {
    let is_imperfect = stem.starts_with(['ي', 'ت', 'ن']);
    if is_imperfect && (letters < 4 || pattern::fits(stem) || stem.ends_with("ون")) {
        return true;
    }
    if letters < 5 {
        return false;
    }
    let is_opened =
        ["است", "يست", "تست", "مست", "ست", "سن"].iter().any(|open| stem.starts_with(open));
    is_opened || stem.starts_with('و') || is_future(stem)
}

/// Whether a word has the length, the vowels and the ends of a name so foreign that it needs no cue.
fn looks_very_foreign(word: &str) -> bool {
    let vowels = word.chars().filter(|c| matches!(c, 'ا' | 'و' | 'ي')).count();
    if word.chars().count() < 6 || vowels < 3 || word.starts_with(['و', 'ل', 'ي', 'ت', 'س']) {
        return false;
    }
    let is_inflected = word.ends_with(['ه', 'ت', 'ا'])
        || ["ين", "ون", "كم", "هم", "ني"].iter().any(|ending| word.ends_with(ending));
    !is_inflected
}
