//! Unknown names over the whole dossier, grouped, counted, with what an entry needs.
//!
//! 1. [`worth`] leaves out what is a word of its sentence, and writes the others as an entry would;
//! 2. [`sound`] brings the spellings of one name together («أنتوني», «أنطوني»);
//! 3. [`groups`] joins a family name alone to the full name of its article, or to the only one that ends with it, a name
//!    seen as two kinds to the commoner one, a name with a head or an adjective of a nation to the same name without;
//! 4. a group that sounds like a known entity, or has its first and last name, is an alias worth adding to it ([`known`]);
//! 5. [`romanize`] proposes an id, with the [`english`] of bodies and places that have one;
//! 6. [`yaml`] writes them as entries.

mod english;
mod groups;
mod known;
mod romanize;
mod sound;
mod spelled;
mod worth;
mod yaml;

use std::collections::{BTreeMap, BTreeSet};

use crate::arabic::tokenize::sentences;
use crate::document::Mention;
use crate::knowledge::{EntityKind, Id, Knowledge};
use crate::span::Span;

use groups::{Group, Groups};
use known::Known;
pub use worth::Article;

pub use romanize::{romanize, romanize_subject};
pub use yaml::{entry, to_yaml};

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
    /// The number of each article that has it, and where.
    pub places: Vec<(usize, Span)>,
    /// Whether the knowledge base has the entity and only this spelling is new.
    pub is_alias: bool,
}

/// The suggestions of a dossier, those that come most often first.
pub fn suggest(articles: &[Article<'_>], knowledge: &Knowledge) -> Vec<Suggestion> {
    let groups: Groups<'_> = groups::groups(articles);
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
        places: group.places.iter().map(|&(no, mention)| (no, mention.span)).collect(),
        is_alias: alias_of.is_some(),
    }
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
    /// No sentence that is shown reaches further to either side; a line of a megabyte is not read for each of its names.
    const REACH: usize = 4000;
    let sentence = |&(number, mention): &(usize, &Mention)| {
        let text = &articles[number].plain.text;
        let (start, end) = (mention.span.start, mention.span.end);
        let first = text.ceil_char_boundary(start.saturating_sub(REACH)).min(start);
        let last = text.floor_char_boundary(end + REACH).max(end);
        let from = text[first..start].rfind('\n').map_or(first, |at| first + at + 1);
        let to = text[end..last].find('\n').map_or(last, |at| end + at);
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
        let article = articles[number];
        let printed = &article.findings.roles;
        // They stand in the order of the text.
        let place = printed.partition_point(|role| role.name.start < mention.span.start);
        if let Some(role) = printed.get(place).filter(|role| role.name == mention.span) {
            *counts.entry(role.title(&article.plain.text)).or_default() += 1;
        }
    }
    let mut roles: Vec<(String, usize)> = counts.into_iter().collect();
    roles.sort_by(|(a, x), (b, y)| y.cmp(x).then_with(|| a.cmp(b)));
    roles.into_iter().map(|(role, _)| role).collect()
}

/// Words on one line.
fn shown(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Findings, Plain};

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
            .map(|plain| crate::article::annotate::annotate_plain(plain, None, &knowledge).value)
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
