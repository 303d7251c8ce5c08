//! The id of a body or place whose words have a meaning: «لجنة النزاهة النيابية» → `parliamentary-integrity-committee`.
//!
//! What belongs to a head stands behind it in Arabic and before it in English; so the words change
//! their order, and names among them keep theirs: «محكمة جنايات طنطا» → `tanta-criminal-court`.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::spelled::{NameWord, country, spelled, without_proclitic, written};
use crate::arabic::clitics::{AND, Onto};
use crate::arabic::fold::folded;

/// What a word of the list does in a name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// «لجنة»: behind what belongs to it.
    Head,
    /// «وزارة»: before what belongs to it.
    Of,
    /// «وطني»: of the whole.
    Wide,
    /// «زراعي»: of the noun before it.
    Near,
    /// «زراعة»
    Noun,
    /// «سيارات», of which «حركة» is no movement of people
    Moving,
    /// «شخص», behind a number
    Counted,
}

/// The words of the list that are one part, by their folded spelling.
type Meanings = HashMap<String, Vec<(Part, &'static str)>>;

/// The list; made when first asked for.
static MEANINGS: LazyLock<Meanings> = LazyLock::new(|| {
    let mut meanings = Meanings::new();
    let lines = include_str!("../../../arabic/lexicon/names/english.txt").lines();
    for line in lines.filter(|line| !line.starts_with('#')) {
        let mut fields = line.split('\t');
        let (part, word, english) = (fields.next(), fields.next(), fields.next());
        let part = match part {
            Some("head") => Part::Head,
            Some("of") => Part::Of,
            Some("wide") => Part::Wide,
            Some("near") => Part::Near,
            Some("moving") => Part::Moving,
            Some("counted") => Part::Counted,
            _ => Part::Noun,
        };
        if let (Some(word), Some(english)) = (word, english) {
            meanings.entry(folded(word)).or_default().push((part, english));
        }
    }
    meanings
});

/// What a word without its article means as one of these parts.
fn meaning(word: &str, parts: &[Part]) -> Option<(Part, &'static str)> {
    let found = MEANINGS.get(word)?;
    parts.iter().find_map(|part| found.iter().find(|(of, _)| of == part)).copied()
}

/// Whether a folded word without its article is a noun of the list: «مدرسه».
pub(super) fn is_noun(word: &str) -> bool {
    meaning(word, &[Part::Noun, Part::Head, Part::Of]).is_some()
}

/// Whether a folded word without its article is the head of a body or place: «امانه».
pub(super) fn is_head(word: &str) -> bool {
    meaning(word, &[Part::Head, Part::Of]).is_some()
}

/// Whether a folded word without its article moves without being people: «سيارات».
pub(super) fn is_moving(word: &str) -> bool {
    meaning(word, &[Part::Moving]).is_some()
}

/// Whether a folded word without its article is an adjective of the list: «محليه».
pub(super) fn is_adjective(word: &str) -> bool {
    let is_noun = is_noun(word);
    !is_noun && meaning(word, &[Part::Wide, Part::Near]).is_some()
}

/// The word without «ال», «لل» or «و» and whether «و» stood before.
fn bare(word: &str, joins: bool) -> (&str, bool) {
    let (rest, joined) = match word.behind(AND) {
        Some(rest) if joins && (rest.has_article() || !MEANINGS.contains_key(word)) => (rest, true),
        _ => (word, false),
    };
    let without = ["ال", "لل", "بال", "ل"]
        .iter()
        .find_map(|article| rest.strip_prefix(article).filter(|bare| MEANINGS.contains_key(*bare)));
    let bare = without.unwrap_or(rest);
    // «رافد» needs no «و» taken off: only what then has a meaning or an article was joined.
    if joined && without.is_none() && !MEANINGS.contains_key(bare) && !rest.has_article() {
        (word, false)
    } else {
        (bare, joined)
    }
}

/// What is said of a head, in English order.
#[derive(Default)]
struct Complement {
    /// Of the whole, the last first.
    wide: Vec<String>,
    /// The parts that «و» joins, each of nouns in the order of the Arabic.
    segments: Vec<Vec<String>>,
    /// The words of a name that no list has, not yet in a segment.
    name: Vec<NameWord>,
}

impl Complement {
    fn close_name(&mut self) {
        if let Some(written) = self.take_name() {
            self.noun(written);
        }
    }

    /// The name that is not yet in a segment, spelled.
    fn take_name(&mut self) -> Option<String> {
        let name = std::mem::take(&mut self.name);
        (!name.is_empty()).then(|| spelled(&name.iter().collect::<Vec<_>>()))
    }

    fn noun(&mut self, english: String) {
        match self.segments.last_mut() {
            Some(segment) => segment.push(english),
            None => self.segments.push(vec![english]),
        }
    }

    /// What the body is for, between the name before it and the head.
    fn aim(&mut self, english: &str) {
        match self.segments.last_mut() {
            Some(segment) => segment.insert(0, english.to_owned()),
            None => self.noun(english.to_owned()),
        }
    }

    /// An adjective before the last noun, or before the whole.
    fn adjective(&mut self, english: &str, is_wide: bool) {
        match self.segments.last_mut().and_then(|segment| segment.last_mut()) {
            Some(noun) if !is_wide => *noun = format!("{english}-{noun}"),
            _ => self.wide.insert(0, english.to_owned()),
        }
    }

    /// `tourism-and-antiquities`
    fn nouns(&self) -> String {
        let segment = |nouns: &Vec<String>| {
            nouns.iter().rev().map(String::as_str).collect::<Vec<_>>().join("-")
        };
        self.segments.iter().map(segment).collect::<Vec<_>>().join("-and-")
    }
}

/// Foreign words that close the name of an outlet.
const OF_OUTLETS: [&str; 6] = ["news", "press", "media", "post", "times", "online"];

/// The id of a body or place that begins with a head; nothing where no head begins it.
pub(super) fn of_body(words: &[NameWord]) -> Option<String> {
    let (words, nation) = without_nation(words);
    let (first, rest) = words.split_first()?;
    // «المرفأ برس» is no port.
    if let [name] = rest
        && written(&name.folded).is_some_and(|latin| OF_OUTLETS.contains(&latin))
    {
        return None;
    }
    let two = rest.first().map(|second| format!("{} {}", first.folded, second.folded));
    let heads = [Part::Head, Part::Of];
    let (part, head, from) = match two.and_then(|two| meaning(&two, &heads)) {
        Some((part, head)) => (part, head, 2),
        None => {
            let (part, head) = meaning(bare(&first.folded, false).0, &heads)?;
            (part, head, 1)
        }
    };
    let rest = words.get(from..)?;
    // «الساحل للأغذية» is no coast of food.
    let is_named = part == Part::Of && first.folded.has_article();
    if is_named && rest.first().is_some_and(|next| next.folded.has_for_the()) {
        return None;
    }
    let complement = complement(rest, part);
    let nouns = complement.nouns();
    let mut parts: Vec<&str> = complement.wide.iter().map(String::as_str).collect();
    if part == Part::Of {
        if nouns.is_empty() {
            return None;
        }
        parts.insert(0, head);
        parts.push(&nouns);
    } else {
        if parts.is_empty() && nouns.is_empty() {
            return None;
        }
        if !nouns.is_empty() {
            parts.push(&nouns);
        }
        parts.push(head);
    }
    parts.extend(nation);
    Some(parts.join("-"))
}

/// The words of a body without the adjective of its country, which stands at its end or behind its head: «الهيئة السعودية للمياه»,
/// «الهيئة العامة السورية للكتاب».
fn without_nation(words: &[NameWord]) -> (Vec<NameWord>, Option<&'static str>) {
    let nation = |at: usize| country(&words.get(at)?.folded).map(|country| (at, country));
    let last = words.len().saturating_sub(1);
    let found = || nation(last).or_else(|| (1..last).find_map(nation));
    match (last > 1).then(found).flatten() {
        Some((at, country)) => {
            let rest = words.iter().enumerate().filter(|&(other, _)| other != at);
            (rest.map(|(_, word)| word.clone()).collect(), Some(country))
        }
        None => (words.to_vec(), None),
    }
}

/// The id of a name that no head begins, with what it is for: «مسارات للدراسات» → `masarat-studies`.
pub(super) fn of_named(words: &[NameWord]) -> Option<String> {
    let is_aim = |word: &NameWord| {
        word.folded.has_for_the() && meaning(bare(&word.folded, false).0, &[Part::Noun]).is_some()
    };
    let from = words.iter().skip(1).position(is_aim)? + 1;
    let aim = complement(&words[from..], Part::Of).nouns();
    let name = spelled(&words[..from].iter().collect::<Vec<_>>());
    (!name.is_empty() && !aim.is_empty()).then(|| format!("{name}-{aim}"))
}

/// The id of a phrase of which the list has every word: «الحوار الاستراتيجي» → `strategic-dialogue`.
pub(super) fn of_phrase(words: &[NameWord]) -> Option<String> {
    const PARTS: [Part; 3] = [Part::Noun, Part::Near, Part::Wide];
    let is_listed = |word: &NameWord| meaning(bare(&word.folded, false).0, &PARTS).is_some();
    let english = words.iter().all(is_listed).then(|| complement(words, Part::Of).nouns());
    english.filter(|english| !english.is_empty())
}

/// The id of what is counted: «جندي» → `soldiers`.
pub(super) fn of_counted(words: &[NameWord]) -> Option<String> {
    let [noun] = words else { return None };
    let without_ending = noun.folded.strip_suffix('ا').unwrap_or(&noun.folded);
    let counted = |word: &str| meaning(word, &[Part::Counted]);
    counted(&noun.folded).or_else(|| counted(without_ending)).map(|(_, english)| english.to_owned())
}

fn complement(words: &[NameWord], part: Part) -> Complement {
    let mut made = Complement::default();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let (bare_word, joined) = bare(&word.folded, at > 0);
        if joined {
            made.close_name();
            made.segments.push(Vec::new());
        }
        // «شركات الطيران» as «شركات طيران», «كرة القدم» with its article, «الأمم المتحدة» without both.
        let two = words.get(at + 1).and_then(|next| {
            let noun = |next: &str| meaning(&format!("{bare_word} {next}"), &[Part::Noun]);
            noun(next.folded.without_article()).or_else(|| noun(&next.folded))
        });
        let one = || {
            // Behind a noun an adjective is one; at the beginning «الخارجية» is a field.
            let is_open = made.segments.last().is_none_or(Vec::is_empty) && made.name.is_empty();
            let parts: &[Part] = if is_open && part == Part::Of {
                &[Part::Noun, Part::Near, Part::Wide]
            } else {
                &[Part::Wide, Part::Near, Part::Noun]
            };
            meaning(bare_word, parts)
        };
        match two
            .map(|(_, english)| (Part::Noun, english, 2))
            .or_else(|| one().map(|(p, e)| (p, e, 1)))
        {
            // «وكالة ضفاف الرافدين للأنباء»: what a named head is for stands between the two as well.
            Some((Part::Noun, english, length))
                if !made.name.is_empty() && word.folded.has_for_the() =>
            {
                made.close_name();
                made.aim(english);
                at += length;
            }
            Some((Part::Noun, english, length)) => {
                made.close_name();
                made.noun(english.to_owned());
                at += length;
            }
            // «شبكة سنابل الإخبارية»: what is said of a head with a name stands between the two.
            Some((Part::Near, english, length)) if part == Part::Head && !made.name.is_empty() => {
                let name = made.take_name().unwrap_or_default();
                made.noun(format!("{name}-{english}"));
                at += length;
            }
            Some((of, english, length)) => {
                made.close_name();
                made.adjective(english, of == Part::Wide && part == Part::Head);
                at += length;
            }
            None => {
                // «هيئة الطاقة والجزر», «مركز الشراع للتشبيك»: what joins it is said already.
                made.name.push(without_proclitic(word, at > 0, joined));
                at += 1;
            }
        }
    }
    made.close_name();
    made
}
