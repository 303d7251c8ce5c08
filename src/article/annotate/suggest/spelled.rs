//! A name in Latin letters, word by word: what the list has, else the sounds of its letters.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::arabic::clitics::{AND, Onto};
use crate::arabic::fold::folded;
use crate::arabic::lexicon::{FAMILY, GIVEN, LINEAGE, OWN_WAW, is};

/// How the news and public data write names in Latin letters, by the folded name; made when first asked for.
static WRITTEN: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    // What stands later goes before: the list written by hand knows the names of the news better.
    let lists = [
        include_str!("../../../arabic/lexicon/names/generated/latin.txt"),
        include_str!("../../../arabic/lexicon/names/latin.txt"),
    ];
    let lines = lists.into_iter().flat_map(str::lines).filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| line.split_once('\t'))
        .map(|(name, latin)| (folded(name), latin))
        .collect()
});

/// One word of a name.
#[derive(Clone)]
pub(super) struct NameWord {
    /// Without vowel signs, with its hamzas.
    pub(super) written: String,
    /// As it is compared.
    pub(super) folded: String,
}

/// The country of an adjective: a row «دولة العراقية» gives it.
pub(super) fn country(adjective: &str) -> Option<&'static str> {
    WRITTEN.get(&format!("دوله {adjective}")).copied()
}

/// How the world writes a folded name, where a list has it.
pub(super) fn written(folded: &str) -> Option<&'static str> {
    WRITTEN.get(folded).copied()
}

/// Words on one line, folded.
pub(super) fn joined<'w>(words: impl IntoIterator<Item = &'w NameWord>) -> String {
    words.into_iter().map(|word| word.folded.as_str()).collect::<Vec<_>>().join(" ")
}

/// The words of a name one by one, where the list has not the whole.
pub(super) fn spelled(words: &[&NameWord]) -> String {
    if let Some(written) = written(&joined(words.iter().copied())) {
        return written.to_owned();
    }
    let parts = words.iter().enumerate().map(|(at, word)| {
        let before = at.checked_sub(1).and_then(|before| words.get(before));
        let bare = without_proclitic(word, at > 0, false);
        let written = of_word(&bare, before.is_some_and(|before| before.folded == "عبد"));
        // «العقيل وهندرسون»
        if at > 0 && joins(word).is_some() {
            return format!("and-{written}");
        }
        // «زاوية الخبر»: the «ة» of a noun is heard before what it belongs to; «حمد بن جويدة القحطاني» are names beside one another.
        let is_noun = word.written.ends_with('ة') && !word.written.has_article();
        let is_person = words[..at].iter().any(|word| is(&word.folded, GIVEN | LINEAGE));
        let is_bound = is_noun && !is_person && !is(&word.folded, GIVEN | FAMILY);
        let is_before = words.get(at + 1).is_some_and(|next| next.written.has_article());
        if is_bound && is_before && written.ends_with('a') {
            format!("{written}t")
        } else {
            written
        }
    });
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

/// What «و» joins to the word before, where the word is none of its own: «والسلع», «وهندرسون».
fn joins(word: &NameWord) -> Option<&str> {
    let rest = word.folded.behind(AND)?;
    let is_own = is(&word.folded, GIVEN | FAMILY | OWN_WAW) || written(&word.folded).is_some();
    let is_name = rest.has_article() || is(rest, GIVEN | FAMILY) || written(rest).is_some();
    (!is_own && is_name).then_some(rest)
}

/// A word of a name without «و» and «لل» that its place wrote onto it; behind a first word only. `is_joined` says that it opens with «و».
pub(super) fn without_proclitic(word: &NameWord, is_behind: bool, is_joined: bool) -> NameWord {
    let with = |written: &str| NameWord { written: written.to_owned(), folded: folded(written) };
    if !is_behind {
        return word.clone();
    }
    if is_joined || joins(word).is_some() {
        return with(word.written.without(AND));
    }
    // «للتشبيك» is written without its article, as the world writes what a body is for.
    let aim = word.written.behind_for_the().filter(|aim| aim.chars().count() > 2);
    match aim.filter(|_| written(&word.folded).is_none()) {
        Some(aim) => with(aim),
        None => word.clone(),
    }
}

/// One word; behind «عبد» its article is always written.
fn of_word(word: &NameWord, is_served: bool) -> String {
    if word.folded.is_ascii() {
        return word.folded.to_ascii_lowercase();
    }
    let whole = written(&word.folded);
    // «ألكسيس» has no article.
    let definite = word.written.has_article();
    match word.folded.behind_article().filter(|rest| definite && rest.chars().count() > 2) {
        // The generated list writes the article in many ways («El Guerrouj», «Essid»); here it is always `al-`.
        Some(rest) => match whole.filter(|latin| latin.starts_with("al-") && !is_served) {
            Some(latin) => latin.to_owned(),
            None => {
                let bare = || letters(word.written.without_article());
                let known = written(rest).filter(|latin| !latin.contains('-'));
                let known = known.map_or_else(bare, str::to_owned);
                // «السقطري» is of «سقطرى», which folds to the same.
                let of_place = known.strip_suffix('a').filter(|_| word.written.ends_with('ي'));
                of_place.map_or_else(|| format!("al-{known}"), |stem| format!("al-{stem}i"))
            }
        },
        None => whole.map_or_else(|| letters(&word.written), str::to_owned),
    }
}

/// A word by its letters: what is written, and short vowels where they must stand.
fn letters(word: &str) -> String {
    let letters: Vec<char> = word.chars().collect();
    // The sounds of a word, and whether each is a vowel.
    let mut sounds: Vec<(&str, bool)> = Vec::with_capacity(letters.len());
    for (at, &letter) in letters.iter().enumerate() {
        let after_consonant = sounds.last().is_some_and(|&(_, vowel)| !vowel);
        let next = letters.get(at + 1).copied();
        let ends = next.is_none();
        let sound = match letter {
            // «إيزابيل», «أوبلا», «استقلال»
            'إ' if at == 0 => ("i", true),
            'أ' if at == 0 && next == Some('و') => ("o", true),
            'ا' if at == 0 && letters.get(2).is_some_and(|third| !is_long(*third)) => ("i", true),
            'و' if at == 1 && sounds == [("o", true)] => continue,
            'ي' if at == 1 && sounds == [("i", true)] => continue,
            'ا' | 'أ' | 'إ' | 'آ' | 'ى' | 'ٱ' => ("a", true),
            'ه' | 'ة' if ends => ("a", true),
            'و' | 'ي' if let Some(glide) = glide(&letters, at) => (glide, true),
            // «العربية»
            'ي' if after_consonant && next == Some('ة') => ("iy", true),
            'و' if after_consonant => ("u", true),
            'ي' if after_consonant => ("i", true),
            'ع' => ("a", true),
            other => (consonant(other), false),
        };
        let drawn_out = sound.1 && sounds.last() == Some(&sound);
        if !sound.0.is_empty() && !drawn_out {
            sounds.push(sound);
        }
    }
    with_short_vowels(&sounds)
}

/// The vowel of «و» and «ي» where the letters beside them tell: «جويدة», «سويلم», «الصعيد», «سعود»; nothing in «جوي», «جوية», «عودة».
fn glide(letters: &[char], at: usize) -> Option<&'static str> {
    let is_small = letters.get(1..3) == Some(&['و', 'ي'][..]) && closes(letters.get(3).copied());
    match (is_small && !is_long(letters[0]), at) {
        // «عويضة»
        (true, 1) => return Some(if letters[0] == 'ع' { "wa" } else { "uwa" }),
        (true, 2) => return Some("i"),
        _ => {}
    }
    let is_heard = at > 1 && letters[at - 1] == 'ع' && closes(letters.get(at + 1).copied());
    is_heard.then_some(if letters[at] == 'و' { "u" } else { "i" })
}

/// Whether a letter is a consonant behind a vowel.
fn closes(letter: Option<char>) -> bool {
    letter.is_some_and(|letter| !is_long(letter) && letter != 'ة')
}

/// Whether a letter is a long vowel.
const fn is_long(letter: char) -> bool {
    matches!(letter, 'ا' | 'و' | 'ي' | 'ى' | 'أ' | 'إ' | 'آ')
}

/// Puts a vowel where consonants meet: behind the first of those that open a word, between
/// the last two that close it, and elsewhere behind the second of three.
fn with_short_vowels(sounds: &[(&str, bool)]) -> String {
    let mut made = String::new();
    let mut at = 0;
    for run in sounds.chunk_by(|(_, one), (_, other)| one == other) {
        let (opens, closes) = (at == 0, at + run.len() == sounds.len());
        let behind = at.checked_sub(1).map_or("", |before| sounds[before].0);
        // «قاسم» has an `i`; «بيرغ», which is no Arabic word, nothing.
        let closing = match behind {
            "a" if run.len() == 2 => "i",
            "i" => "",
            _ => "a",
        };
        for (place, (sound, vowel)) in run.iter().enumerate() {
            let before_last = closes && place + 1 == run.len();
            let behind_two = if opens {
                place == 1 || place > 1 && place % 2 == 1
            } else {
                place > 0 && place % 2 == 0
            };
            if !vowel && place > 0 && (before_last || behind_two) {
                made.push_str(if before_last { closing } else { "a" });
            }
            made.push_str(sound);
        }
        at += run.len();
    }
    made
}

const fn consonant(letter: char) -> &'static str {
    match letter {
        'ب' => "b",
        'ت' | 'ط' => "t",
        'ث' => "th",
        'ج' => "j",
        'ح' | 'ه' => "h",
        'خ' => "kh",
        'د' | 'ض' => "d",
        'ذ' => "dh",
        'ر' => "r",
        'ز' | 'ظ' => "z",
        'س' | 'ص' => "s",
        'ش' => "sh",
        'غ' => "gh",
        'ف' => "f",
        'گ' | 'ڭ' | 'ݣ' => "g",
        'پ' => "p",
        'چ' => "ch",
        'ڤ' => "v",
        'ژ' => "zh",
        'ق' => "q",
        'ك' => "k",
        'ل' => "l",
        'م' => "m",
        'ن' => "n",
        'و' => "w",
        'ي' => "y",
        '0' => "0",
        '1' => "1",
        '2' => "2",
        '3' => "3",
        '4' => "4",
        '5' => "5",
        '6' => "6",
        '7' => "7",
        '8' => "8",
        '9' => "9",
        _ => "",
    }
}
