//! Patterns of one or more words, found in a text word by word.
//!
//! A pattern's first word may have conjunction, prepositions and article before it in the text, so each word is
//! asked for as it stands and with what can be taken off its front. Most words of a text are the first of no
//! pattern, which one look into a table says; an automaton over letters would walk through all of them.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::arabic::clitics::lengths;
use crate::arabic::clitics::{FOR, Onto};
use crate::arabic::quick_hash::WordMap;
use crate::arabic::sieve::Sieve;

/// The compiled patterns of one table.
#[derive(Default)]
pub(super) struct Patterns {
    /// Lets through the words with which a pattern begins, and few others.
    openings: Sieve,
    /// Each word of the patterns → its number.
    numbers: WordMap<Box<str>, u32>,
    /// The beginnings of patterns: by its number that of each word, then the longer ones.
    nodes: Vec<Node>,
    /// A beginning and the number of the next word → the longer beginning.
    longer: WordMap<(u32, u32), u32>,
}

/// The beginning of some patterns.
#[derive(Clone, Copy, Default)]
struct Node {
    /// The pattern that ends here.
    pattern: Option<u32>,
    /// Whether a longer one goes on.
    goes_on: bool,
}

/// A pattern at its place.
pub(super) struct Place {
    pub(super) pattern: u32,
    /// Its first and last word.
    pub(super) words: (usize, usize),
    /// What stands before it in the first word.
    pub(super) lead: Lead,
}

/// What stands before a pattern in its first word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Lead {
    /// How many bytes.
    pub(super) length: usize,
    /// Whether the article is among them.
    pub(super) article: bool,
}

impl Patterns {
    /// Compiles patterns, whose words are each followed by one space.
    pub(super) fn of(patterns: &BTreeMap<String, usize>) -> Self {
        let openings =
            patterns.keys().filter_map(|pattern| pattern.split(' ').next()).map(str::as_bytes);
        let mut made = Self { openings: Sieve::of(openings), ..Self::default() };
        for word in patterns.keys().flat_map(|pattern| pattern.split_terminator(' ')) {
            let next = made.numbers.len() as u32;
            made.numbers.entry(word.into()).or_insert(next);
        }
        made.nodes = vec![Node::default(); made.numbers.len()];
        for (pattern, &number) in patterns {
            let mut words =
                pattern.split_terminator(' ').filter_map(|word| made.numbers.get(word).copied());
            let Some(mut at) = words.next() else { continue };
            for word in words {
                made.nodes[at as usize].goes_on = true;
                at = *made.longer.entry((at, word)).or_insert_with(|| {
                    made.nodes.push(Node::default());
                    made.nodes.len() as u32 - 1
                });
            }
            made.nodes[at as usize].pattern = Some(number as u32);
        }
        made
    }

    /// Gives each place of a pattern among folded words to `found`, in the order of first words, then of leads.
    pub(super) fn search(
        &self,
        words: &[&str],
        leads: fn(&str) -> Leads,
        mut found: impl FnMut(Place),
    ) {
        if self.numbers.is_empty() {
            return;
        }
        for (first, word) in words.iter().enumerate() {
            for lead in leads(word).into_iter().flatten() {
                let rest = &word[lead.length..];
                if !self.openings.lets_through(rest.as_bytes()) {
                    continue;
                }
                if let Some(&opening) = self.numbers.get(rest) {
                    self.walk(opening, first, &words[first + 1..], |pattern, last| {
                        found(Place { pattern, words: (first, last), lead });
                    });
                }
            }
        }
    }

    /// As [`search`](Self::search), with the words of the text in any form of [`forms`]: «حوارهما الاستراتيجي» for «الحوار الاستراتيجي».
    ///
    /// A place is given once for each pattern, whatever the number of forms that lead to it.
    pub(super) fn search_forms(
        &self,
        words: &[&str],
        leads: fn(&str) -> Leads,
        mut found: impl FnMut(Place),
    ) {
        if self.numbers.is_empty() {
            return;
        }
        let mut given: Vec<(u32, usize, bool)> = Vec::new();
        for (first, word) in words.iter().enumerate() {
            given.clear();
            for lead in leads(word).into_iter().flatten() {
                for form in forms(&word[lead.length..]) {
                    if !self.openings.lets_through(form.letters.as_bytes()) {
                        continue;
                    }
                    let Some(&opening) = self.numbers.get(form.letters.as_ref()) else { continue };
                    // An owned thing is as definite as one with the article.
                    let lead = Lead { article: lead.article || form.is_owned, ..lead };
                    self.walk_forms(opening, (first, first), words, &mut |pattern, last| {
                        let place = (pattern, last, lead.article);
                        if !given.contains(&place) {
                            given.push(place);
                            found(Place { pattern, words: (first, last), lead });
                        }
                    });
                }
            }
        }
    }

    fn walk_forms(
        &self,
        at: u32,
        (first, last): (usize, usize),
        words: &[&str],
        found: &mut impl FnMut(u32, usize),
    ) {
        let node = self.nodes[at as usize];
        if let Some(pattern) = node.pattern {
            found(pattern, last);
        }
        let Some(next) = words.get(last + 1).filter(|_| node.goes_on) else { return };
        for form in forms(next) {
            let number = self.numbers.get(form.letters.as_ref());
            if let Some(&longer) = number.and_then(|&word| self.longer.get(&(at, word))) {
                self.walk_forms(longer, (first, last + 1), words, found);
            }
        }
    }

    /// Gives to `found` the patterns that begin so and go on with these words, each with its last word.
    fn walk(&self, opening: u32, first: usize, behind: &[&str], mut found: impl FnMut(u32, usize)) {
        let (mut at, mut last) = (opening, first);
        loop {
            let node = self.nodes[at as usize];
            if let Some(pattern) = node.pattern {
                found(pattern, last);
            }
            if !node.goes_on {
                return;
            }
            let next = behind.get(last - first).and_then(|word| self.numbers.get(*word));
            let Some(&longer) = next.and_then(|&word| self.longer.get(&(at, word))) else { return };
            (at, last) = (longer, last + 1);
        }
    }
}

/// «ال»
const AL: &[u8; 4] = match "ال".as_bytes().first_chunk() {
    Some(letters) => letters,
    None => panic!("two letters of two bytes"),
};

/// The ways to part something from the front of a word.
pub(super) type Leads = [Option<Lead>; 6];

/// Every way to part proclitics from the front of a folded word, none first.
#[inline]
pub(super) fn proclitics(word: &str) -> Leads {
    let lead = |length| Some(Lead { length, article: false });
    let [none, one, two] = lengths(word);
    [none.and_then(lead), one.and_then(lead), two.and_then(lead), None, None, None]
}

/// Every way to part proclitics with or without the article from the front of a folded word.
#[inline]
pub(super) fn with_article(word: &str) -> Leads {
    let [none, one, two, ..] = proclitics(word);
    let article = |lead: Option<Lead>| {
        let Lead { length, .. } = lead?;
        let rest = &word[length..];
        // Behind «ل» the article is a lam.
        let lam = || rest.opens_with(FOR) && word[..length].ends_with('ل');
        let article = rest.as_bytes().first_chunk() == Some(AL);
        let taken = if article { AL.len() } else { "ل".len() };
        (article || lam()).then_some(Lead { length: length + taken, article: true })
    };
    [none, article(none), one, article(one), two, article(two)]
}

/// A word without an ending that grammar gave it.
pub(super) struct Form<'w> {
    /// Its letters.
    letters: Cow<'w, str>,
    /// Whether a pronoun was its owner: «حوارهما».
    is_owned: bool,
}

/// Fewer letters are no word of a pattern: «بها» is none of «ب».
const SHORTEST: usize = 3;

/// A folded word as it stands, then without each ending that it can have: a pronoun («حوارهما», «جولتها»), the dual
/// («جولتين», «قاعدتي»), the plural of teh marbuta («جولات»), the alif of tanwin («جدولا») or of the dual verb
/// («اتفقا»), the waw of a plural verb («اتفقوا»), the teh of a feminine one («أعلنت»).
///
/// A bare «ه» stays, since folding makes teh marbuta of it: «قائمة» would be somebody's «قائم». So does the «ي» of
/// relation: «العراقي» is not «العراق».
fn forms(word: &str) -> impl Iterator<Item = Form<'_>> {
    let as_it_stands = std::iter::once(Form { letters: Cow::Borrowed(word), is_owned: false });
    // Most words end otherwise, which their last letter says.
    let can_end = word.ends_with(['ا', 'ه', 'م', 'ن', 'ي', 'ت']);
    let endings = if can_end { &ENDINGS[..] } else { &[] };
    as_it_stands
        .chain(endings.iter().flat_map(move |&ending| without(word, ending).into_iter().flatten()))
}

/// An ending, and what it makes of a word.
#[derive(Clone, Copy)]
struct Ending {
    letters: &'static str,
    /// Whether it is a pronoun, which makes the word definite.
    owner: bool,
    /// Whether the rest is a word as it stands; else only with teh marbuta for its teh, or instead of the ending.
    bare: bool,
}

const fn pronoun(letters: &'static str) -> Ending {
    Ending { letters, owner: true, bare: true }
}

const fn ending(letters: &'static str) -> Ending {
    Ending { letters, owner: false, bare: true }
}

const ENDINGS: [Ending; 13] = [
    pronoun("هما"),
    pronoun("ها"),
    pronoun("هم"),
    pronoun("هن"),
    pronoun("نا"),
    Ending { letters: "ه", owner: true, bare: false },
    ending("ان"),
    ending("ين"),
    Ending { letters: "ي", owner: false, bare: false },
    ending("ات"),
    ending("وا"),
    ending("ا"),
    ending("ت"),
];

/// The words to which an ending may have been added.
fn without(word: &str, ending: Ending) -> [Option<Form<'_>>; 2] {
    let Some(rest) =
        word.strip_suffix(ending.letters).filter(|rest| rest.chars().count() >= SHORTEST)
    else {
        return [None, None];
    };
    let form = |letters| Some(Form { letters, is_owned: ending.owner });
    // No teh marbuta stands behind «اء» but in a few words: «لقاءه».
    let is_bare = ending.bare || ending.letters == "ه" && rest.ends_with("اء");
    let bare = if is_bare { form(Cow::Borrowed(rest)) } else { None };
    let marbuta = match rest.strip_suffix('ت') {
        Some(stem) => form(Cow::Owned(format!("{stem}ه"))),
        None if ending.letters == "ات" => form(Cow::Owned(format!("{rest}ه"))),
        None => None,
    };
    [bare, marbuta]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_are_taken_off() {
        let of = |word: &str| forms(word).map(|form| form.letters.into_owned()).collect::<Vec<_>>();
        for (word, form) in [
            ("حوارهما", "حوار"),
            ("جولتها", "جوله"),
            ("مذكرته", "مذكره"),
            ("جولتين", "جوله"),
            ("قاعدتي", "قاعده"),
            ("لقاءه", "لقاء"),
            ("جولات", "جوله"),
            ("زمنيا", "زمني"),
            ("اتفقوا", "اتفق"),
            ("اعلنت", "اعلن"),
        ] {
            assert!(of(word).iter().any(|found| found == form), "{word}: {:?}", of(word));
        }
        for (word, other) in [("قاءمه", "قاءم"), ("العراقي", "العراق"), ("بها", "ب")]
        {
            assert!(of(word).iter().all(|found| found != other), "{word}: {:?}", of(word));
        }
    }

    fn check(
        patterns: &[&str],
        text: &str,
        leads: fn(&str) -> Leads,
        expected: &[(usize, usize, usize)],
    ) {
        let patterns =
            patterns.iter().enumerate().map(|(at, pattern)| (format!("{pattern} "), at)).collect();
        let words: Vec<&str> = text.split(' ').collect();
        let mut found = Vec::new();
        Patterns::of(&patterns).search(&words, leads, |place| {
            found.push((place.words.0, place.words.1, place.lead.length / 2))
        });
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn longer_patterns_and_their_beginnings_are_found() {
        let patterns = ["وزير", "وزير الخارجيه", "وزير الخارجيه العراقي", "الخارجيه"];
        check(
            &patterns,
            "قال وزير الخارجيه العراقي",
            proclitics,
            &[(1, 1, 0), (1, 2, 0), (1, 3, 0), (2, 2, 0)],
        );
        check(&patterns, "ولوزير النقل", proclitics, &[(0, 0, 2)]);
        check(&patterns, "وزير", proclitics, &[(0, 0, 0)]);
        check(&patterns, "والوزير", proclitics, &[]);
    }

    #[test]
    fn the_article_is_parted_where_it_is_asked_for() {
        for (word, lead) in
            [("الوزير", 2), ("والوزير", 3), ("للوزير", 2), ("وللوزير", 3), ("بوزير", 1)]
        {
            check(&["وزير"], word, with_article, &[(0, 0, lead)]);
        }
        check(&["وزير"], "اللوزير", with_article, &[]);
    }
}
