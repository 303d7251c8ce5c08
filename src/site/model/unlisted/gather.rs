//! The mentions without an entry, grouped by name.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::doubtful;
use crate::arabic::clitics::{FOR, Onto};
use crate::arabic::lexicon::{
    BARE_HEAD, BODY_ADJECTIVE, FAMILY, FIRST_JOIN, FOREIGN, GIVEN, JOIN, LINEAGE, LOOSE_END,
    NATION, RARE_FAMILY, kinds,
};
use crate::arabic::quick_hash::WordMap;
use crate::arabic::reading::{Text, Word};
use crate::arabic::spelling::one_spelling;
use crate::document::{Mention, MentionKind, Plain};
use crate::knowledge::EntityKind;
use crate::site::model::ArticleNo;
use crate::span::Span;

use crate::arabic::chars::is_tashkeel;
use crate::arabic::tokenize::TokenKind;

/// How many times as often as all others a kind must be to be that of every mention of a name.
const CLEAR: usize = 2;

/// The names of each article, in the order of its text.
pub(super) type Names = Vec<Vec<Mention>>;

/// By what a name is told from others: its kind and its words, folded, in one spelling, without «ال».
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    pub(super) kind: EntityKind,
    pub(super) words: Vec<String>,
}

impl Key {
    pub(super) fn of(kind: EntityKind, name: &str) -> Self {
        Self { kind, words: words_of(name) }
    }

    /// The same kind with other words.
    pub(super) fn with(&self, words: &[String]) -> Self {
        Self { kind: self.kind, words: words.to_vec() }
    }

    /// How many parts a name has: «عبد الله» and «ولد الزين» are one each.
    pub(super) fn units(&self) -> usize {
        starts(&self.words).count()
    }

    /// The first part of a name.
    pub(super) fn first_unit(&self) -> &[String] {
        let end = starts(&self.words).nth(1).unwrap_or(self.words.len());
        &self.words[..end]
    }

    /// The last part of a name: its family name, if it has several.
    pub(super) fn last_unit(&self) -> &[String] {
        &self.words[starts(&self.words).last().unwrap_or(0)..]
    }
}

/// Where the parts of a name begin.
fn starts(words: &[String]) -> impl Iterator<Item = usize> {
    (0..words.len()).filter(|&at| at == 0 || !kinds(&words[at - 1]).any(JOIN))
}

/// The words of a name as they are compared: «الأميركية» and «أمريكية» are one.
pub(super) fn words_of(name: &str) -> Vec<String> {
    let words = name.split(|c: char| !c.is_alphanumeric() && !is_tashkeel(c));
    let bare = |word: &str| {
        let one = one_spelling(word);
        // «آبي أحمد» is no son or father of anybody: «أبي» only folds alike.
        if word.starts_with('آ') && kinds(&one).any(JOIN) {
            return one.replacen('ا', "آ", 1);
        }
        let rest = one.behind_article().filter(|rest| rest.chars().count() > 2);
        rest.map_or_else(|| one.clone(), str::to_owned)
    };
    words.map(bare).filter(|word| !word.is_empty()).collect()
}

/// What was seen of one name.
#[derive(Clone, Debug, Default)]
pub(super) struct Group {
    /// Each spelling and how often it stands.
    pub(super) spellings: BTreeMap<String, usize>,
    /// Article and number of the mention.
    pub(super) places: Vec<(ArticleNo, usize)>,
    /// Whether a word before one of them says that it is a place.
    pub(super) is_placed: bool,
}

impl Group {
    /// Adds what was seen of another part of the same name.
    pub(super) fn take_in(&mut self, other: Self) {
        self.is_placed |= other.is_placed;
        self.places.extend(other.places);
        for (spelling, count) in other.spellings {
            *self.spellings.entry(spelling).or_default() += count;
        }
    }

    /// The articles that name it.
    pub(super) fn articles(&self) -> BTreeSet<ArticleNo> {
        self.places.iter().map(|(no, _)| *no).collect()
    }

    /// Whether a person's name begins as names do, or stands whole more than once.
    pub(super) fn is_sure(&self, key: &Key) -> bool {
        let whole = |(name, _): &(&String, &usize)| Key::of(key.kind, name).units() > 1;
        let count: usize = self.spellings.iter().filter(whole).map(|(_, count)| count).sum();
        key.kind != EntityKind::Person || has_given(&key.words) || count > 1
    }

    /// Whether its vowels make two names of it: «عُمان» and «عمّان».
    pub(super) fn is_two(&self) -> bool {
        let signs = |name: &String| name.chars().filter(|c| is_tashkeel(*c)).collect::<String>();
        let signs: BTreeSet<String> = self.spellings.keys().map(signs).collect();
        signs.iter().filter(|signs| !signs.is_empty()).count() > 1
    }

    /// The spelling that heads a page, and the others, commonest first: a person's full name
    /// goes before the family name alone, however often that stands.
    pub(super) fn names(&self, kind: EntityKind) -> (String, Vec<String>) {
        let full = |name: &str| kind != EntityKind::Person || Key::of(kind, name).units() > 1;
        let mut names: Vec<(&String, usize)> =
            self.spellings.iter().map(|(name, count)| (name, *count)).collect();
        names.sort_by(|(a, x), (b, y)| full(b).cmp(&full(a)).then(y.cmp(x)).then_with(|| a.cmp(b)));
        let mut names = names.into_iter().map(|(name, _)| name.clone());
        (names.next().unwrap_or_default(), names.collect())
    }
}

/// The kind of a mention, where it is no event.
pub(super) fn kind_of(mention: &Mention) -> Option<EntityKind> {
    match mention.kind {
        MentionKind::Entity(kind) => Some(kind),
        MentionKind::Event => None,
    }
}

/// Whether a name goes on before or behind what was found of it: «عادل [عبد المهدي]», «[مجلس الأمن] القومي».
pub(super) fn is_part(read: &Text, name: &Mention) -> bool {
    let first = read.index_at(name.span.start);
    // A name has few words.
    let ends_before = |word: &&Word| word.span().end < name.span.end;
    let last = first + read.words.iter().skip(first).take_while(ends_before).count();
    let whole_word = read.words.get(first).is_some_and(|word| word.span().start == name.span.start);
    let before = first.checked_sub(1).filter(|&at| whole_word && is_word(read, at));
    let before = before.map(|at| read.kinds(at)).unwrap_or_default();
    let behind = if is_word(read, last + 1) { read.kinds(last + 1) } else { Default::default() };
    // «على» folds as «علي» does.
    let is_given = before.any(GIVEN) && !before.any(LOOSE_END);
    match kind_of(name) {
        Some(EntityKind::Person) => {
            let opens = read.kinds(first);
            let orphan = opens.any(LINEAGE) && opens.any(FIRST_JOIN);
            orphan || is_given || behind.any(FAMILY)
        }
        Some(EntityKind::Organization) => behind.any(BODY_ADJECTIVE),
        Some(EntityKind::Place) => is_given,
        None => true,
    }
}

/// A name of an article without an entry, as it would head a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Headed {
    kind: EntityKind,
    name: String,
    /// The number of the mention.
    at: usize,
    /// Whether the words before it say that it is a place.
    is_placed: bool,
}

/// The names of one article without an entry.
pub(super) fn headed(plain: &Plain, names: &[Mention]) -> Vec<Headed> {
    let read = plain.reading();
    let headed = |(at, mention): (usize, &Mention)| {
        let kind = kind_of(mention).filter(|_| !is_part(read, mention))?;
        let is_place = kind == EntityKind::Place;
        if is_place && doubtful::is_word(plain, mention) {
            return None;
        }
        let name = as_headed(&plain.text, mention.span);
        Some(Headed { kind, name, at, is_placed: is_place && doubtful::is_placed(read, mention) })
    };
    names.iter().enumerate().filter(|(_, name)| name.id.is_none()).filter_map(headed).collect()
}

/// All names without an entry; `found` are those of each article.
pub(super) fn gather<'f>(found: impl Iterator<Item = &'f [Headed]>) -> BTreeMap<Key, Group> {
    let mut seen: WordMap<(EntityKind, &str), Group> = WordMap::default();
    for (no, found) in found.enumerate() {
        for Headed { kind, name, at, is_placed } in found {
            let group = seen.entry((*kind, name)).or_default();
            group.places.push((no, *at));
            group.is_placed |= is_placed;
        }
    }
    // Each spelling is taken apart once, however often it stands. Their order is not seen: places are sorted below.
    let mut groups: BTreeMap<Key, Group> = BTreeMap::new();
    seen.into_iter().for_each(|((kind, name), mut group)| {
        let key = Key::of(kind, name);
        group.spellings.insert(name.to_owned(), group.places.len());
        groups.entry(key).or_default().take_in(group);
    });
    groups.values_mut().for_each(|group| group.places.sort_unstable());
    one_kind(&mut groups);
    groups
}

/// A name as it would head a page: on one line; «للعراق» has lost the alif of its article.
fn as_headed(text: &str, span: Span) -> String {
    let name = span.cut(text).split_whitespace().collect::<Vec<_>>().join(" ");
    match name.behind(FOR) {
        Some(rest) if text[..span.start].ends_with('ل') => format!("ال{rest}"),
        _ => name,
    }
}

/// Brings a name of several kinds under one where that is clearly the commonest; else they stay apart,
/// as «واشنطن», the city and the paper.
fn one_kind(groups: &mut BTreeMap<Key, Group>) {
    let mut kinds: BTreeMap<Vec<String>, Vec<(usize, EntityKind)>> = BTreeMap::new();
    for (key, group) in groups.iter() {
        kinds.entry(key.words.clone()).or_default().push((group.places.len(), key.kind));
    }
    for (words, mut seen) in kinds.into_iter().filter(|(_, seen)| seen.len() > 1) {
        seen.sort_by(|a, b| b.cmp(a));
        let (most, kind) = seen[0];
        let others: usize = seen[1..].iter().map(|(count, _)| count).sum();
        if most < CLEAR * others {
            continue;
        }
        for &(_, other) in &seen[1..] {
            if let Some(group) = groups.remove(&Key { kind: other, words: words.clone() }) {
                groups.entry(Key { kind, words: words.clone() }).or_default().take_in(group);
            }
        }
    }
}

/// Whether a person's name begins as names do, or has a father in it: «مئتي ميغاواط» has neither.
pub(super) fn has_given(words: &[String]) -> bool {
    let known = GIVEN | FAMILY | RARE_FAMILY | FOREIGN;
    let first = words.first().is_some_and(|word| kinds(word).any(known | JOIN));
    first || words.iter().any(|word| kinds(word).any(LINEAGE))
}

/// Whether words stand right behind one another, with no mark between them.
pub(super) fn is_word(read: &Text, index: usize) -> bool {
    read.words.get(index).is_some_and(|word| word.kind == TokenKind::Word)
}

/// First and last part of a person's name of several.
pub(super) fn ends(words: &[String]) -> Option<(String, String)> {
    let key = Key { kind: EntityKind::Person, words: words.to_vec() };
    (key.units() > 1).then(|| (key.first_unit().join(" "), key.last_unit().join(" ")))
}

/// The same name without what may be left out: a head («تنظيم داعش»), a nation («الولايات المتحدة الأميركية»).
pub(super) fn shorter(kind: EntityKind, words: &[String]) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    if let (EntityKind::Organization, [head, rest @ ..]) = (kind, words)
        && !rest.is_empty()
        && kinds(head).any(BARE_HEAD)
    {
        found.push(rest.to_vec());
    }
    if let [rest @ .., last] = words
        && rest.len() > 1
        && kind != EntityKind::Person
        && (kinds(last).any(NATION) || kinds(&format!("ال{last}")).any(NATION))
    {
        found.push(rest.to_vec());
    }
    found
}
