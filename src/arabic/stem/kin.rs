//! What else a word may be found by: the words of its root, or its own name spelled otherwise.
//!
//! «كاتب», «مكتوب» and «كتابة» all have كتب and are kin. A name has none: «السوداني» is no «سيادة», «الخميس» no
//! «خامس», whatever letters they share; a place has its adjective alone. A word that no table knows and no pattern of
//! Arabic explains is most likely a foreign name, and those are spelled in several ways: «بلينكن», «بلنكن».

use crate::arabic::clitics::{AND, Onto};
use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::affixes::{is_arabic, length};
use super::lexicon::{Lexicon, lexicon};
use super::names::{Name, name, names, place};

/// What a stem begins with that is not its root's, longest first.
pub(super) const BEFORE: [&str; 10] = ["است", "مست", "مت", "ان", "ات", "م", "ت", "ا", "ي", "ن"];

/// What a stem ends with that is not its root's, longest first.
///
/// No «ين» and no «ون»: a stem has no ending of the plural left, and «تأمين» and «صابون» have them as their own.
pub(super) const AFTER: [&str; 10] = ["انيه", "اني", "يات", "يه", "ات", "ان", "وي", "ه", "ي", "ا"];

/// What stands in a root that has one strong letter for a و and a ي beside it: «دواء», «دية».
pub(super) const ONLY_WEAK: [(char, char); 2] = [('و', '='), ('ي', '+')];

/// What stands in a root of two strong letters where a weak one is.
const WEAK_PLACE: char = '-';

/// Patterns by which Arabic forms words with letters beside those of the root; ف, ع and ل stand for the root's. A word that
/// is in no table and on none of these has no root: what has no letter more, or only a long vowel («فعيل», «فعال»), may be any name.
pub(super) const PATTERNS: [&str; 34] = [
    "فاعل",
    "فاعله",
    "مفعول",
    "مفعوله",
    "مفعل",
    "مفعله",
    "مفاعل",
    "مفاعله",
    "مفعال",
    "تفعيل",
    "تفعيله",
    "تفعل",
    "تفاعل",
    "افعال",
    "افعل",
    "افتعال",
    "افتعل",
    "انفعال",
    "انفعل",
    "استفعال",
    "استفعل",
    "متفعل",
    "متفاعل",
    "منفعل",
    "مفتعل",
    "مستفعل",
    "فواعل",
    "فعاءل",
    "مفاعيل",
    "تفاعيل",
    // Of four letters: «عصفور», «عصافير».
    "فعلول",
    "فعليل",
    "فعلال",
    "فعاليل",
];

/// Letters that come and go in a root, and by which foreign names are spelled now so, now so.
const WEAK: [char; 4] = ['ا', 'و', 'ي', 'ء'];

/// Letters of foreign names that stand for each other: «أنطوني», «أنتوني».
pub(super) const ALIKE: [(char, char); 8] = [
    ('ط', 'ت'),
    ('ث', 'ت'),
    ('ض', 'د'),
    ('ص', 'س'),
    ('ذ', 'ز'),
    ('ظ', 'ز'),
    ('غ', 'ك'),
    ('ق', 'ك'),
];

/// Letters by which names are written here so, there so, after [`ALIKE`]: «غورباتشوف», «جورباتشوف»; «شولتس», «شولتز». Two
/// names may differ in nothing else, so that they are only offered.
pub(super) const HEARD: [(char, char); 3] = [('ج', 'ك'), ('ش', 'س'), ('ز', 'س')];

/// Letters that are written before others, or not: «تشافيز», «شافيز»; «دجوكوفيتش».
pub(super) const SILENT: [(char, char); 2] = [('ت', 'ش'), ('د', 'ج')];

/// How many letters an unknown word must have for other spellings of it to be looked for.
pub(super) const SPELLED: usize = 4;

/// What else a word may be found by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kinship {
    /// Nothing: a name, a day, a number.
    Alone,
    /// The words of its root.
    Root,
    /// Other spellings of it.
    Spelling,
}

/// What a stem may be found by.
///
/// ```
/// use sijill::arabic::stem::{Kinship, kinship};
/// assert_eq!(kinship("كتابه"), Kinship::Root);
/// assert_eq!(kinship("خميس"), Kinship::Alone);
/// assert_eq!(kinship("سترونبرغ"), Kinship::Spelling);
/// assert_eq!(kinship("ماتيس"), Kinship::Spelling);
/// ```
pub fn kinship(stem: &str) -> Kinship {
    kin(stem).0
}

/// The same, with the root of a word that has one; that of a place ends as none does: «تركيا» is no «ترك».
fn kin(stem: &str) -> (Kinship, String) {
    let lexicon = lexicon();
    if !is_arabic(stem) || lexicon.whole(stem).is_some() {
        return (Kinship::Alone, String::new());
    }
    match name(stem) {
        Some(Name::Place) => return (Kinship::Root, format!("{}~", place(stem))),
        Some(Name::Other) => return (Kinship::Alone, String::new()),
        Some(Name::Foreign) | None => {}
    }
    let rooted = || known(lexicon, stem) || PATTERNS.iter().any(|pattern| fits(stem, pattern));
    if name(stem).is_none() && rooted() {
        let root = root(stem);
        (if is_trusted(&root) { Kinship::Root } else { Kinship::Alone }, root)
    } else if length(stem) >= SPELLED {
        (Kinship::Spelling, String::new())
    } else {
        (Kinship::Alone, String::new())
    }
}

/// Whether the tables have a stem, or the noun that it is the adjective of: «سياسي» is of «سياسة».
fn known(lexicon: &Lexicon, stem: &str) -> bool {
    let adjective = || {
        let noun = stem.strip_suffix('ي')?;
        ["", "ه", "ا"].iter().find(|after| lexicon.noun(&format!("{noun}{after}")).is_some())
    };
    lexicon.noun(stem).is_some() || lexicon.past(stem).is_some() || adjective().is_some()
}

/// Whether a word is made on a pattern, with letters of a root where the pattern has ف, ع and ل.
fn fits(word: &str, pattern: &str) -> bool {
    let root = |c: char| !matches!(c, 'ا' | 'ه' | 'ء');
    word.len() == pattern.len()
        && word
            .chars()
            .zip(pattern.chars())
            .all(|(c, p)| if matches!(p, 'ف' | 'ع' | 'ل') { root(c) } else { c == p })
}

/// What a stem shares with all that it may be found by: a root after `*`, the bones of a name after `+`; the stem
/// itself where it stands alone.
///
/// ```
/// use sijill::arabic::stem::key;
/// assert_eq!(key("كتابه"), key("مكتوب"));
/// assert_eq!(key("عراقي"), key("عراق"));
/// assert_ne!(key("سوداني"), key("سياده"));
/// assert_eq!(key("شتاينماير"), key("شتينماير"));
/// ```
pub fn key(stem: &str) -> String {
    match kin(stem) {
        (Kinship::Alone, _) => stem.to_owned(),
        (Kinship::Root, root) => format!("*{root}"),
        (Kinship::Spelling, _) => format!("+{}", bones(stem)),
    }
}

/// The letters of a stem without the weak ones and what forms add; where only two are left, the place of the weak one
/// is kept: «زيارة» and «زائر» have ز–ر, «رد» has not.
fn root(stem: &str) -> String {
    if let Some(root) = with_waw(stem) {
        return root;
    }
    let stem = AFTER
        .into_iter()
        .find_map(|after| stem.strip_suffix(after).filter(|rest| length(rest) >= 3))
        .unwrap_or(stem);
    // «انتخب» is from نخب, «انسحب» from سحب.
    let stem = stem.strip_prefix('ا').filter(|rest| rest.starts_with("نت")).unwrap_or(stem);
    let stem = BEFORE
        .into_iter()
        .filter(|_| !stem.starts_with("نت") && !has_own_ta(stem))
        .find_map(|before| stem.strip_prefix(before).filter(|rest| length(rest) >= 3))
        .unwrap_or(stem);
    if let Some(root) = of_one_letter(stem) {
        return root;
    }
    let last = length(stem) - 1;
    // The weak letters come and go; a hamza only at the ends.
    let weak = |at: usize, letter: char| {
        at > 0 && (matches!(letter, 'ا' | 'و' | 'ي') || (letter == 'ء' && at == last))
    };
    let mut root: Vec<char> = stem
        .chars()
        .enumerate()
        .filter(|&(at, letter)| !weak(at, letter))
        .map(|(_, letter)| letter)
        .collect();
    if root.len() >= 4 && root[1] == 'ت' {
        // The ت that «اقترح» has and «قرار» has not.
        root.remove(1);
    }
    if root.len() >= 3 {
        return root.into_iter().collect();
    }
    // Only two are left: which place the weak letter has tells roots apart.
    let mut root = String::new();
    for (at, letter) in stem.chars().enumerate() {
        match weak(at, letter) {
            false => root.push(letter),
            true if !root.ends_with(WEAK_PLACE) => root.push(WEAK_PLACE),
            true => {}
        }
    }
    root
}

/// Whether words of a root are kin: it has three strong letters, or the lexicon has a verb of it. «كأس» and «كيس» share
/// what is left of them and nothing else; «زيارة» and «زائر» are of «زار».
fn is_trusted(root: &str) -> bool {
    let is_strong = |c: char| c != WEAK_PLACE && ONLY_WEAK.iter().all(|(_, mark)| *mark != c);
    root.chars().take_while(|&c| is_strong(c)).count() >= 3 || weak_verbs().contains(root)
}

/// The roots with weak letters of the verbs that the lexicon has, sorted.
pub(super) fn weak_verbs() -> &'static BTreeSet<String> {
    static ROOTS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
        let [_, _, past, _] = lexicon().tables();
        let roots = past.into_values().map(root);
        roots.filter(|root| length(root) < 3 || root.contains(WEAK_PLACE)).collect()
    });
    &ROOTS
}

/// What follows و in the words of three letters that the lexicon has, with ه or without: «وصل», «وحدة»; sorted.
pub(super) fn after_waw() -> &'static BTreeSet<String> {
    static ENDS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
        let [_, nouns, past, _] = lexicon().tables();
        let ends = nouns.into_keys().chain(past.into_keys()).filter_map(|word| {
            let end = word.behind(AND)?;
            Some(end.strip_suffix('ه').filter(|end| length(end) == 2).unwrap_or(end).to_owned())
        });
        ends.filter(|end| length(end) == 2 && !end.contains(WEAK)).collect()
    });
    &ENDS
}

/// The root of «اتصال», «اتجاه» and «اتفاقية», whose و has become ت: وصل, وجه, وفق. «اتباع» and «إتقان» have a ت of their own.
fn with_waw(stem: &str) -> Option<String> {
    let stem = stem.strip_suffix("يه").or_else(|| stem.strip_suffix('ي')).unwrap_or(stem);
    let mut letters = stem.strip_prefix("ات")?.chars();
    let (middle, long, last) = (letters.next()?, letters.next()?, letters.next()?);
    let root: String = [middle, last].into_iter().collect();
    let fits = long == 'ا' && letters.next().is_none() && after_waw().contains(&root);
    fits.then(|| format!("و{root}"))
}

/// Whether ت is of the root: «تجار», «تراث»; what it is put before has three letters more, and no ا as the second of them.
fn has_own_ta(stem: &str) -> bool {
    let letters: Vec<char> = stem.chars().collect();
    matches!(letters[..], ['ت', _, 'ا', _])
}

/// The root of a word with one strong letter, which has the weak one that is heard: «دواء» is no «دية».
fn of_one_letter(stem: &str) -> Option<String> {
    let mut letters = stem.chars();
    let first = letters.next().filter(|c| !WEAK.contains(c))?;
    let weak = letters.as_str();
    let heard = weak.strip_prefix('ا').unwrap_or(weak).chars().next()?;
    let (_, mark) = ONLY_WEAK.into_iter().find(|(letter, _)| *letter == heard)?;
    weak.chars().all(|c| WEAK.contains(&c)).then(|| [first, mark].into_iter().collect())
}

/// The letters of a name without those that its spellings differ in.
fn bones(stem: &str) -> String {
    let plain = plain(stem);
    let nexts = plain.chars().skip(1).map(Some).chain([None]);
    let is_silent =
        |(c, next): &(char, Option<char>)| next.is_some_and(|next| SILENT.contains(&(*c, next)));
    let mut bones = String::new();
    for (letter, _) in plain.chars().zip(nexts).filter(|pair| !is_silent(pair)) {
        let letter = one_for(letter, &HEARD);
        let weak = !bones.is_empty() && is_weak(letter);
        if !weak && !bones.ends_with(letter) {
            bones.push(letter);
        }
    }
    bones
}

/// A name with one letter for those that stand for each other.
fn plain(name: &str) -> String {
    name.chars().map(|c| one_for(c, &ALIKE)).collect()
}

/// The letter that stands for one in a table, else the letter.
fn one_for(letter: char, table: &[(char, char)]) -> char {
    table.iter().find(|(from, _)| *from == letter).map_or(letter, |&(_, to)| to)
}

/// Whether foreign names are spelled now with a letter, now without.
fn is_weak(letter: char) -> bool {
    WEAK.contains(&letter) || letter == 'ه'
}

/// Whether two words of one key are spellings of one name: one has a weak letter more, or letters that stand for each
/// other differ; «بلينكن» and «بلنكن» are, «حسن» and «حسين», whose letters are settled, never come here.
///
/// ```
/// use sijill::arabic::stem::same_name;
/// assert!(same_name("بلينكن", "بلنكن"));
/// assert!(!same_name("كوريلا", "كارالي"));
/// ```
pub fn same_name(a: &str, b: &str) -> bool {
    let vowels =
        |word: &str| -> Vec<char> { word.chars().skip(1).filter(|c| is_weak(*c)).collect() };
    let (a, b) = (vowels(a), vowels(b));
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let mut rest = long.iter();
    short.iter().all(|vowel| rest.any(|other| other == vowel))
}

/// Whether two words have the same strong letters, but for those that stand for each other: «أنطوني», «أنتوني».
///
/// ```
/// use sijill::arabic::stem::same_letters;
/// assert!(same_letters("أنطوني", "أنتوني"));
/// assert!(!same_letters("شولتس", "شولتز"));
/// ```
pub fn same_letters(a: &str, b: &str) -> bool {
    let strong = |word: &str| {
        let plain = plain(word);
        let strong = plain.char_indices().filter(|&(at, c)| at == 0 || !is_weak(c));
        let mut letters: Vec<char> = strong.map(|(_, c)| c).collect();
        letters.dedup();
        letters
    };
    strong(a) == strong(b)
}

/// From how many strong letters on two names may have other weak ones («كيسلوفسكي», «كسلافسكي»), and from how many letters
/// a word may be a name with few strong ones («شيكاغو»).
pub(super) const LONG: usize = 6;

/// Whether two words may be one name, heard by two people: their strong letters sound the same, and of shorter ones also
/// the weak ones; «ميلر» and «مولر» are two.
///
/// ```
/// use sijill::arabic::stem::sound_alike;
/// assert!(sound_alike("بلينكن", "بلنكين") && sound_alike("غورباتشوف", "جورباتشوف"));
/// assert!(sound_alike("كيسلوفسكي", "كسلافسكي"));
/// assert!(!sound_alike("ميلر", "مولر"));
/// ```
pub fn sound_alike(a: &str, b: &str) -> bool {
    let heard = bones(a);
    heard == bones(b) && (length(&heard) >= LONG || same_name(a, b))
}

/// How many strong letters a word of fewer letters than [`LONG`] must have to be looked for as a name, one more where it
/// is one: «سوسة» has one.
pub(super) const STRONG: usize = 3;

/// What a name may end with that is taken for an ending: «بولتون» is read as «بولت».
pub(super) const LIKE_ENDINGS: [char; 2] = ['ن', 'ت'];

/// The keys of a word as a name where nothing answers it otherwise. Those of a word that no table knows are that of its
/// stem, of all of it and of what might be left of it, since «لفروف» has the letters of «مفعول» and «بلنكين» an ending of
/// the plural; and those of places that sound so. A place is looked for among unknown words: «شيكاجو» for «شيكاغو».
///
/// ```
/// use sijill::arabic::stem::name_keys;
/// assert_eq!(name_keys("بلنك", "بلنكين"), ["+بلنك", "+بلنكن"]);
/// assert_eq!(name_keys("شيكاجو", "شيكاجو"), ["+سك", "*شيكاغو~"]);
/// assert_eq!(name_keys("كتاب", "كتاب"), [""; 0]);
/// ```
pub fn name_keys(stem: &str, bare: &str) -> Vec<String> {
    let is_settled = match name(stem) {
        Some(kind) => kind == Name::Other,
        None => known(lexicon(), stem),
    };
    // «العقبة» is a word too, «شيكاغو» is none.
    let strong = if name(stem).is_some() { STRONG + 1 } else { STRONG };
    let is_long = length(bare) >= LONG || length(&bones(bare)) >= strong;
    if !is_arabic(stem) || is_settled || length(bare) < SPELLED || !is_long {
        return Vec::new();
    }
    let left = bare.strip_suffix(LIKE_ENDINGS).unwrap_or(bare);
    // «شيكاجو» is no «تشيك».
    let near = |place: &str| length(place).abs_diff(length(bare)) <= 1 && sound_alike(place, bare);
    let others = names().iter().filter(|_| name(stem).is_none());
    let places = others.filter(|(place, kind)| **kind == Name::Place && near(place));
    let bones = [stem, bare, left].map(|word| format!("+{}", bones(word)));
    let mut keys: Vec<String> = Vec::new();
    for key in bones.into_iter().chain(places.map(|(place, _)| key(place))) {
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys
}
