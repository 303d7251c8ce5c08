//! Unknown names over the whole dossier, grouped, counted, with what an entry needs.
//!
//! 1. [`sound`] brings the spellings of one name together («أنتوني», «أنطوني»);
//! 2. a family name alone joins the only full name that ends with it, a name seen as two kinds the commoner one,
//!    a name with a head or an adjective of a nation the same name without;
//! 3. a group that sounds like a known entity, or has its first and last name, is an alias worth adding to it;
//! 4. [`romanize`] proposes an id.

mod romanize;
mod sound;

use crate::arabic::lexicon::{
    BARE_HEAD, COUNTRY, FAMILY, GIVEN, NATION, ORG, ORG_HEAD, PLACE, is, kinds,
};
use std::collections::{BTreeMap, BTreeSet};

use crate::arabic::tokenize::sentences;
use crate::document::{Findings, Mention, MentionKind, Plain};
use crate::knowledge::{EntityKind, Id, Knowledge};
use crate::span::Span;

pub use romanize::romanize;

/// A name worth an entry, or an alias worth adding to one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// What it names.
    pub kind: EntityKind,
    /// The proposed id; that of the entity where this is an alias.
    pub id: Id,
    /// The commonest full spelling.
    pub name: String,
    /// The other spellings, commonest first.
    pub variants: Vec<String>,
    /// How often it stands in all articles.
    pub count: usize,
    /// In how many articles.
    pub articles: usize,
    /// The sentence that says most about it, and its article's title.
    pub sentence: (String, String),
    /// Offices printed right before it, commonest first.
    pub roles: Vec<String>,
    /// Whether the knowledge base has the entity and only this spelling is new.
    pub is_alias: bool,
}

/// One article as [`suggest`] reads it.
#[derive(Clone, Copy, Debug)]
pub struct Article<'a> {
    /// Its title.
    pub title: &'a str,
    /// What a reader reads.
    pub plain: &'a Plain,
    /// What was found in it.
    pub findings: &'a Findings,
}

/// What was seen of one name.
#[derive(Default)]
struct Group<'a> {
    spellings: BTreeMap<String, usize>,
    articles: BTreeSet<usize>,
    places: Vec<(usize, &'a Mention)>,
}

impl<'a> Group<'a> {
    /// Adds what was seen of another spelling.
    fn take_in(&mut self, other: Group<'a>) {
        self.articles.extend(&other.articles);
        self.places.extend(other.places);
        for (spelling, count) in other.spellings {
            *self.spellings.entry(spelling).or_default() += count;
        }
    }
}

/// The suggestions of a dossier, those that come most often first.
pub fn suggest(articles: &[Article<'_>], knowledge: &Knowledge) -> Vec<Suggestion> {
    let mut groups: BTreeMap<(EntityKind, String), Group<'_>> = BTreeMap::new();
    for (number, article) in articles.iter().enumerate() {
        for mention in article.findings.mentions.iter().filter(|mention| mention.id.is_none()) {
            let MentionKind::Entity(kind) = mention.kind else { continue };
            let spelling = spelling(&article.plain.text, mention.span);
            let group = groups.entry((kind, sound::key(&spelling))).or_default();
            *group.spellings.entry(spelling).or_default() += 1;
            group.articles.insert(number);
            group.places.push((number, mention));
        }
    }
    join_family_names(&mut groups);
    join_kinds(&mut groups);
    join_longer_names(&mut groups);
    let known = Known::of(knowledge);
    let mut taken: BTreeSet<Id> = knowledge.entities.keys().cloned().collect();
    let mut ordered: Vec<((EntityKind, String), Group<'_>)> = groups.into_iter().collect();
    ordered.sort_by(|(a, x), (b, y)| y.places.len().cmp(&x.places.len()).then_with(|| a.cmp(b)));
    ordered
        .into_iter()
        .map(|((kind, key), group)| suggestion(kind, &key, &group, articles, &known, &mut taken))
        .collect()
}

fn suggestion(
    kind: EntityKind,
    key: &str,
    group: &Group<'_>,
    articles: &[Article<'_>],
    known: &Known,
    taken: &mut BTreeSet<Id>,
) -> Suggestion {
    let mut spellings: Vec<(&String, usize)> =
        group.spellings.iter().map(|(spelling, &count)| (spelling, count)).collect();
    // A person's full name heads the entry, however often the family name stands alone.
    let full = |spelling: &str| kind == EntityKind::Person && spelling.contains(' ');
    spellings.sort_by(|(a, x), (b, y)| full(b).cmp(&full(a)).then(y.cmp(x)).then_with(|| a.cmp(b)));
    let mut spellings = spellings.into_iter().map(|(spelling, _)| spelling.clone());
    let name = spellings.next().unwrap_or_default();
    let alias_of = known.bearer(kind, key);
    let id = alias_of.cloned().unwrap_or_else(|| free_id(&romanize(&name), taken));
    Suggestion {
        kind,
        id,
        name,
        variants: spellings.collect(),
        count: group.places.len(),
        articles: group.articles.len(),
        sentence: best_sentence(group, articles),
        roles: if kind == EntityKind::Person { roles(group, articles) } else { Vec::new() },
        is_alias: alias_of.is_some(),
    }
}

/// Joins each one-word person to the only full name that ends with it.
fn join_family_names(groups: &mut BTreeMap<(EntityKind, String), Group<'_>>) {
    let mut by_last: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (kind, key) in groups.keys() {
        if let (EntityKind::Person, Some((_, last))) = (kind, key.rsplit_once(' ')) {
            by_last.entry(last).or_default().push(key);
        }
    }
    let alone: Vec<(String, String)> = groups
        .keys()
        .filter(|(kind, key)| *kind == EntityKind::Person && !key.contains(' '))
        .filter_map(|(_, key)| match by_last.get(key.as_str()).map(Vec::as_slice) {
            Some([full]) => Some((key.clone(), (*full).to_owned())),
            _ => None,
        })
        .collect();
    for (short, full) in alone {
        if let Some(group) = groups.remove(&(EntityKind::Person, short)) {
            groups.entry((EntityKind::Person, full)).or_default().take_in(group);
        }
    }
}

/// Brings a name that was seen as two kinds («فرنسا» that plays and «فرنسا» where one lives) under the commoner one.
fn join_kinds(groups: &mut BTreeMap<(EntityKind, String), Group<'_>>) {
    let mut kinds: BTreeMap<String, Vec<(usize, EntityKind)>> = BTreeMap::new();
    for ((kind, key), group) in groups.iter() {
        kinds.entry(key.clone()).or_default().push((group.places.len(), *kind));
    }
    for (key, mut seen) in kinds.into_iter().filter(|(_, seen)| seen.len() > 1) {
        seen.sort_by(|a, b| b.cmp(a));
        let (most, kind) = seen[0];
        for &(count, other) in &seen[1..] {
            // Two kinds that are about as common are two things («واشنطن», the city and the paper).
            if count * 3 <= most
                && let Some(group) = groups.remove(&(other, key.clone()))
            {
                groups.entry((kind, key.clone())).or_default().take_in(group);
            }
        }
    }
}

/// Joins a name with a head or an adjective of a nation to the same name without («تنظيم داعش», «الولايات المتحدة الأميركية»).
fn join_longer_names(groups: &mut BTreeMap<(EntityKind, String), Group<'_>>) {
    let shorter = |(kind, _): &(EntityKind, String), group: &Group<'_>| {
        let (name, _) = group.spellings.iter().max_by_key(|&(_, count)| *count)?;
        let name = crate::arabic::fold::folded(name);
        let named =
            |rest: &str| Some((*kind, sound::key(rest))).filter(|key| groups.contains_key(key));
        let first = name.split(' ').next().unwrap_or_default();
        let head = name
            .split_once(' ')
            .filter(|(head, _)| *kind == EntityKind::Organization && is(head, BARE_HEAD));
        // «وزارة الدفاع» alone may be that of any nation.
        let nation = name
            .rsplit_once(' ')
            .filter(|(_, nation)| kinds(nation).any(NATION) && !kinds(first).any(ORG_HEAD));
        head.and_then(|(_, rest)| named(rest)).or_else(|| nation.and_then(|(rest, _)| named(rest)))
    };
    let longer: Vec<_> = groups
        .iter()
        .filter(|((kind, _), _)| *kind != EntityKind::Person)
        .filter_map(|(key, group)| {
            shorter(key, group).filter(|short| short != key).map(|short| (key.clone(), short))
        })
        .collect();
    for (long, short) in longer {
        if groups.contains_key(&short)
            && let Some(group) = groups.remove(&long)
        {
            groups.entry(short).or_default().take_in(group);
        }
    }
}

/// The names that the knowledge base has, by their sound.
struct Known {
    whole: BTreeMap<(EntityKind, String), Id>,
    /// First and last name of people; nothing where two people have them.
    ends: BTreeMap<(String, String), Option<Id>>,
    /// Last names of people; nothing where two people have one.
    last: BTreeMap<String, Option<Id>>,
}

impl Known {
    fn of(knowledge: &Knowledge) -> Self {
        let mut made =
            Self { whole: BTreeMap::new(), ends: BTreeMap::new(), last: BTreeMap::new() };
        for entity in knowledge.entities.values() {
            for name in std::iter::once(&entity.name).chain(&entity.aliases) {
                let key = sound::key(name);
                if entity.kind == EntityKind::Person
                    && let Some((first, last)) = ends(&key)
                {
                    let unique = |seen: &mut Option<Id>| {
                        if seen.as_ref() != Some(&entity.id) {
                            *seen = None;
                        }
                    };
                    made.ends
                        .entry((first.to_owned(), last.to_owned()))
                        .and_modify(unique)
                        .or_insert_with(|| Some(entity.id.clone()));
                    made.last
                        .entry(last.to_owned())
                        .and_modify(unique)
                        .or_insert_with(|| Some(entity.id.clone()));
                }
                made.whole.insert((entity.kind, key), entity.id.clone());
            }
        }
        made
    }

    /// The entity that a name seems to be a spelling of.
    fn bearer(&self, kind: EntityKind, key: &str) -> Option<&Id> {
        let whole = self.whole.get(&(kind, key.to_owned()));
        if whole.is_some() || kind != EntityKind::Person {
            return whole;
        }
        match ends(key) {
            Some((first, last)) => self.ends.get(&(first.to_owned(), last.to_owned()))?.as_ref(),
            None => self.last.get(key)?.as_ref(),
        }
    }
}

/// First and last word of a key of several.
fn ends(key: &str) -> Option<(&str, &str)> {
    Some((key.split_once(' ')?.0, key.rsplit_once(' ')?.1))
}

fn free_id(proposed: &str, taken: &mut BTreeSet<Id>) -> Id {
    let mut id = proposed.to_owned();
    let mut number = 2;
    while !taken.insert(id.clone()) {
        id = format!("{proposed}-{number}");
        number += 1;
    }
    id
}

/// The sentence with the longest spelling that is neither short nor long.
fn best_sentence(group: &Group<'_>, articles: &[Article<'_>]) -> (String, String) {
    /// About two lines.
    const WANTED: usize = 160;
    let sentence = |&(number, mention): &(usize, &Mention)| {
        let text = &articles[number].plain.text;
        let from = text[..mention.span.start].rfind('\n').map_or(0, |at| at + 1);
        let to = text[mention.span.end..].find('\n').map_or(text.len(), |at| mention.span.end + at);
        let spans = sentences(&text[from..to]);
        let span = spans
            .into_iter()
            .map(|span| span.shifted(from))
            .find(|span| span.contains(mention.span))
            .unwrap_or(Span::new(from, to));
        (shown(span.cut(text)), mention.span.len(), number)
    };
    // Far more places than a reader would look at need not be weighed.
    let best = group.places.iter().take(50).map(sentence).min_by_key(|(text, length, number)| {
        (std::cmp::Reverse(*length), text.chars().count().abs_diff(WANTED), *number)
    });
    best.map_or_else(Default::default, |(text, _, number)| {
        (text, articles[number].title.to_owned())
    })
}

fn roles(group: &Group<'_>, articles: &[Article<'_>]) -> Vec<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for &(number, mention) in &group.places {
        if let Some(role) = super::roles::printed_before(articles[number].plain, mention.span) {
            *counts.entry(shown(&role)).or_default() += 1;
        }
    }
    let mut roles: Vec<(String, usize)> = counts.into_iter().collect();
    roles.sort_by(|(a, x), (b, y)| y.cmp(x).then_with(|| a.cmp(b)));
    roles.into_iter().map(|(role, _)| role).collect()
}

/// The suggestions as a file of the knowledge base, ready to be moved.
pub fn to_yaml(suggestions: &[Suggestion]) -> String {
    let mut text = String::from(
        "# Names that no entry has yet, found by `sijill suggest`.\n\
         # This file is not read, and is written anew by the next `suggest --write`: move the entries that you want\n\
         # to keep into people.yaml, organizations.yaml or places.yaml beside it. Ids may be changed until then.\n",
    );
    for (list, kind) in [
        ("people", EntityKind::Person),
        ("organizations", EntityKind::Organization),
        ("places", EntityKind::Place),
    ] {
        let mut of_kind = suggestions
            .iter()
            .filter(|suggestion| suggestion.kind == kind && !suggestion.is_alias)
            .peekable();
        if of_kind.peek().is_some() {
            text.push_str(&format!("{list}:\n"));
        }
        for suggestion in of_kind {
            text.push_str(&format!(
                "  # {} ×{}: {}\n",
                suggestion.sentence.1, suggestion.count, suggestion.sentence.0
            ));
            text.push_str(&format!(
                "  - id: {}\n    name: {}\n",
                suggestion.id,
                quoted(&suggestion.name)
            ));
            if !suggestion.variants.is_empty() {
                let variants: Vec<String> =
                    suggestion.variants.iter().map(|variant| quoted(variant)).collect();
                text.push_str(&format!("    aliases: [{}]\n", variants.join(", ")));
            }
            for (number, role) in suggestion.roles.iter().enumerate() {
                text.push_str(&format!(
                    "{}      - {{title: {}}}\n",
                    if number == 0 { "    roles:\n" } else { "" },
                    quoted(role)
                ));
            }
        }
    }
    for suggestion in suggestions.iter().filter(|suggestion| suggestion.is_alias) {
        let names: Vec<String> = std::iter::once(&suggestion.name)
            .chain(&suggestion.variants)
            .map(|name| quoted(name))
            .collect();
        text.push_str(&format!(
            "# worth adding to `{}` ×{}: aliases: [{}]\n",
            suggestion.id,
            suggestion.count,
            names.join(", ")
        ));
    }
    text
}

/// One suggestion as an entry of a list of the knowledge base, without its indent.
pub fn entry(suggestion: &Suggestion) -> String {
    let mut text = format!("id: {}\nname: {}", suggestion.id, quoted(&suggestion.name));
    if !suggestion.variants.is_empty() {
        let variants: Vec<String> =
            suggestion.variants.iter().map(|variant| quoted(variant)).collect();
        text.push_str(&format!("\naliases: [{}]", variants.join(", ")));
    }
    for (number, role) in suggestion.roles.iter().enumerate() {
        let head = if number == 0 { "\nroles:" } else { "" };
        text.push_str(&format!("{head}\n  - {{title: {}}}", quoted(role)));
    }
    text
}

/// A value in double quotes, so that no letter of it is read as YAML.
fn quoted(value: &str) -> String {
    format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""))
}

/// A name as it would head an entry; «للعراق» has lost the alif of its article.
fn spelling(text: &str, span: Span) -> String {
    let name = shown(span.cut(text));
    // «للندن» is لندن; «للعراق» is ل + العراق.
    let first = name.split(' ').next().unwrap_or_default();
    let is_whole =
        kinds(&crate::arabic::fold::folded(first)).any(PLACE | COUNTRY | GIVEN | FAMILY | ORG);
    match name.strip_prefix('ل') {
        Some(rest) if !is_whole && text[..span.start].ends_with('ل') => format!("ال{rest}"),
        _ => name,
    }
}

/// Words on one line.
fn shown(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    #[test]
    fn spellings_of_one_name_are_one_suggestion() {
        let texts = [
            "قال الوزير سامي الغريب إن أنطوني هوبكنز وصل. وأضاف الغريب أنه راض.",
            "التقى الرئيس أنتوني هوبكنز في القاهرة. وأرسلت المساعدات للعراق أمس.",
            "انسحب داعش من البلدة، وقالت الشرطة إن تنظيم داعش أحرق الجسر قبل أن يصل وفد الأمم المتحدة.",
        ];
        let knowledge = Knowledge::default();
        let plains: Vec<Plain> = texts.iter().map(|text| Plain::of_text(text)).collect();
        let findings: Vec<Findings> = plains
            .iter()
            .map(|plain| {
                crate::article::annotate::annotate_plain(
                    plain,
                    None,
                    &knowledge,
                    &Config::default(),
                )
                .value
            })
            .collect();
        let articles: Vec<Article<'_>> = plains
            .iter()
            .zip(&findings)
            .map(|(plain, findings)| Article { title: "خبر", plain, findings })
            .collect();
        let found = suggest(&articles, &knowledge);
        let named = |part: &str| {
            found.iter().find(|suggestion| suggestion.name.contains(part)).expect("it is suggested")
        };
        assert_eq!(named("هوبكنز").variants.len(), 1);
        assert_eq!(named("هوبكنز").articles, 2);
        assert_eq!(named("الغريب").count, 2);
        assert_eq!(named("عراق").name, "العراق");
        assert_eq!((named("داعش").count, named("داعش").id.as_str()), (2, "isis"));

        assert!(named("الغريب").id.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'));
        let yaml = to_yaml(&found);
        assert!(Knowledge::parse([("suggested.yaml", yaml.as_str())]).is_ok(), "{yaml}");
    }
}
