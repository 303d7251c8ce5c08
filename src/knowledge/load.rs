//! YAML files → [`Knowledge`], with a diagnostic for each entry that cannot stand.

use std::collections::{BTreeMap, HashMap};

use serde::Deserialize;

use super::findings::{Findings, place_in_entry, place_of_value};
use super::same::Wrong;
use super::ways::{End, ends};
use super::{Entity, EntityKind, Event, FigureCue, Id, Knowledge, Outlet, Role, Series, Topic};
use crate::arabic::fold::folded;
use crate::diagnostics::yaml::{control_character, readable};
use crate::diagnostics::{Diagnostic, nearest};

/// The most bytes of a file: a knowledge base of 100,000 names has about 20 MB.
const MAX_BYTES: usize = 64 * 1024 * 1024;

/// One file of `content/knowledge/`.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct File {
    people: Vec<EntityEntry>,
    organizations: Vec<EntityEntry>,
    places: Vec<EntityEntry>,
    outlets: Vec<Outlet>,
    topics: Vec<Topic>,
    series: Vec<Series>,
    events: Vec<Event>,
    figures: Vec<FigureCue>,
    ignore: Vec<String>,
}

impl File {
    fn read(text: &str) -> Result<Self, Diagnostic> {
        readable(text, "knowledge", MAX_BYTES)?;
        if let Some((line, column)) = control_character(text) {
            let found = Diagnostic::error(
                "control-character",
                "an escape makes a character that is no text",
            );
            return Err(found.help("remove the escape").at(line, column));
        }
        let file = serde_yaml::from_str::<Option<Self>>(text).map_err(|error| {
            let found = Diagnostic::error("knowledge", crate::diagnostics::without_place(&error.to_string()))
                .help("a file holds the lists people, organizations, places, outlets, topics, series, events, figures, ignore; quote a value that has a colon");
            match error.location() {
                Some(place) => found.at(place.line(), place.column()),
                None => found,
            }
        })?;
        Ok(file.unwrap_or_default())
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct EntityEntry {
    id: Id,
    name: String,
    #[serde(default)]
    latin: Option<String>,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(default)]
    short: Vec<String>,
    #[serde(default)]
    cues: Vec<String>,
    #[serde(default)]
    not_after: Vec<String>,
    #[serde(default)]
    not_before: Vec<String>,
    #[serde(default)]
    roles: Vec<Role>,
    #[serde(default)]
    description: Option<String>,
    #[serde(default)]
    same_as: Vec<String>,
    #[serde(default)]
    part_of: Option<Id>,
    #[serde(default)]
    formerly: Vec<String>,
}

impl EntityEntry {
    fn of_kind(self, kind: EntityKind) -> Entity {
        Entity {
            id: self.id,
            kind,
            name: self.name,
            latin: self.latin,
            aliases: self.aliases,
            short: self.short,
            cues: self.cues,
            not_after: self.not_after,
            not_before: self.not_before,
            roles: self.roles,
            description: self.description,
            same_as: self.same_as,
            part_of: self.part_of,
            formerly: self.formerly,
        }
    }
}

impl Knowledge {
    /// Reads the knowledge base from the paths and texts of its files.
    ///
    /// # Errors
    ///
    /// Every finding that keeps an entry from standing: text that is no YAML, an
    /// unknown key, an id that is no ASCII slug, an id used twice, a reference to
    /// an id that does not exist, a name that would be found everywhere, entries that are a part
    /// of themselves or the same as each other in a circle; each with file and line.
    /// What only makes names doubtful is no error: it stands in [`Knowledge::doubts`].
    pub fn parse<'t>(
        files: impl IntoIterator<Item = (&'t str, &'t str)>,
    ) -> Result<Self, Vec<Diagnostic>> {
        let mut loader = Loader::default();
        for (path, text) in files {
            loader.add(path, text);
        }
        // What a file that cannot be read gives is not missing: one fault is told, and nothing that only follows from it.
        if !loader.is_part_unread {
            loader.check_references();
            loader.check_same();
        }
        loader.check_names();
        loader.check_former();
        let (findings, has_errors) = loader.findings.end(loader.last);
        if has_errors {
            return Err(findings);
        }
        super::same::join(&mut loader.knowledge);
        loader.knowledge.doubts = findings;
        Ok(loader.knowledge)
    }

    /// The entity of that id.
    pub fn entity(&self, id: &str) -> Option<&Entity> {
        self.entities.get(id)
    }
}

#[derive(Default)]
struct Loader<'t> {
    knowledge: Knowledge,
    /// Where each id was given: `(space, id)` → path and text of its file.
    given: BTreeMap<(&'static str, Id), (&'t str, &'t str)>,
    findings: Findings,
    /// Whether the entries of some file are not known.
    is_part_unread: bool,
    /// The last file that was read.
    last: &'t str,
}

impl<'t> Loader<'t> {
    fn add(&mut self, path: &'t str, text: &'t str) {
        self.last = path;
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let file = match File::read(text) {
            Ok(file) => file,
            Err(found) => {
                self.is_part_unread = true;
                self.findings.error(|| found.in_file(path));
                return;
            }
        };
        let kinds = [
            (file.people, EntityKind::Person),
            (file.organizations, EntityKind::Organization),
            (file.places, EntityKind::Place),
        ];
        for (entries, kind) in kinds {
            for entry in entries {
                if self.claim("entity", &entry.id, path, text) {
                    self.knowledge.entities.insert(entry.id.clone(), entry.of_kind(kind));
                }
            }
        }
        for outlet in file.outlets {
            if self.claim("outlet", &outlet.id, path, text) {
                self.knowledge.outlets.insert(outlet.id.clone(), outlet);
            }
        }
        for topic in file.topics {
            if self.claim("topic", &topic.id, path, text) {
                self.knowledge.topics.insert(topic.id.clone(), topic);
            }
        }
        for series in file.series {
            if self.claim("series", &series.id, path, text) {
                self.knowledge.series.insert(series.id.clone(), series);
            }
        }
        for event in file.events {
            if self.claim("event", &event.id, path, text) {
                self.knowledge.events.insert(event.id.clone(), event);
            }
        }
        let ignored = file.ignore.iter().map(|text| super::compared(text));
        self.knowledge.ignored.extend(ignored.filter(|text| !text.is_empty()));
        for figure in file.figures {
            if self.claim("figure", &figure.id, path, text) {
                self.knowledge.figures.insert(figure.id.clone(), figure);
            }
        }
    }

    /// Whether an id may be used: it is an ASCII slug and not yet taken.
    fn claim(&mut self, space: &'static str, id: &str, path: &'t str, text: &'t str) -> bool {
        let at = |found: Diagnostic| {
            let (line, column) = place_of_value(text, id);
            found.at(line, column).in_file(path)
        };
        if id.is_empty()
            || !id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        {
            self.findings.error(|| {
                at(Diagnostic::error("bad-id", format!("`{id}` cannot be an id"))
                    .help("an id has the letters a-z, digits and hyphens: `fuad-hussein`"))
            });
            return false;
        }
        if let Some((first, _)) = self.given.insert((space, id.to_owned()), (path, text)) {
            self.findings.error(|| {
                let found =
                    Diagnostic::error("duplicate-id", format!("the {space} `{id}` is given twice"));
                at(found.help(format!(
                    "it is first given in {first}; merge the two entries or rename one"
                )))
            });
            return false;
        }
        true
    }

    /// Refuses aliases that would be found everywhere, and entities that are part of themselves.
    fn check_names(&mut self) {
        let Self { knowledge, given, findings, .. } = self;
        let mut bearers: HashMap<String, &Entity> = HashMap::new();
        let whole = |id: &str| knowledge.entities.get(id)?.part_of.as_deref();
        let ends = ends(knowledge.entities.keys().map(String::as_str), whole);
        for entity in knowledge.entities.values() {
            let Some(&(path, text)) = given.get(&("entity", entity.id.clone())) else { continue };
            let full =
                std::iter::once(&entity.name).chain(&entity.aliases).map(|alias| (alias, false));
            for (alias, short) in full.chain(entity.short.iter().map(|alias| (alias, true))) {
                if let Some(reason) = super::common::refused(alias, short) {
                    findings.error(|| {
                        let (line, column) = place_in_entry(text, &entity.id, alias);
                        Diagnostic::error("bad-alias", format!("the name «{alias}» of `{}` {reason}", entity.id))
                            .help("give a longer name, or put it under `short:` so that it waits for the full name")
                            .at(line, column)
                            .in_file(path)
                    });
                }
            }
            for alias in std::iter::once(&entity.name).chain(&entity.aliases) {
                let other = *bearers.entry(folded(alias)).or_insert(entity);
                if other.id != entity.id
                    && other.kind == entity.kind
                    && !is_told_apart(other)
                    && !is_told_apart(entity)
                {
                    findings.warning(|| {
                        let (line, column) = place_in_entry(text, &entity.id, alias);
                        Diagnostic::warning(
                            "shared-alias",
                            format!("«{alias}» names both `{}` and `{}`, and nothing tells them apart", other.id, entity.id),
                        )
                        .help(format!("give one of them `cues:`, words that stand beside it, or join them with `same_as: [{}]`", other.id))
                        .at(line, column)
                        .in_file(path)
                    });
                }
            }
            if ends.get(&*entity.id) == Some(&End::Round) {
                findings.error(|| {
                    let whole = entity.part_of.as_deref().unwrap_or_default();
                    let (line, column) = place_in_entry(text, &entity.id, whole);
                    Diagnostic::error(
                        "cycle",
                        format!("`{}` is, over `part_of`, a part of itself", entity.id),
                    )
                    .help("take `part_of` from one of the entries")
                    .at(line, column)
                    .in_file(path)
                });
            }
        }
    }

    /// Refuses a former id that is the id of an entry: its page would be there, and no redirect.
    fn check_former(&mut self) {
        let Self { knowledge, given, findings, .. } = self;
        let entities =
            knowledge.entities.values().map(|entry| ("entity", &entry.id, &entry.formerly));
        let outlets =
            knowledge.outlets.values().map(|entry| ("outlet", &entry.id, &entry.formerly));
        let topics = knowledge.topics.values().map(|entry| ("topic", &entry.id, &entry.formerly));
        let events = knowledge.events.values().map(|entry| ("event", &entry.id, &entry.formerly));
        for (space, owner, formerly) in entities.chain(outlets).chain(topics).chain(events) {
            for id in formerly.iter().filter(|id| given.contains_key(&(space, (*id).clone()))) {
                let Some(&(path, text)) = given.get(&(space, owner.clone())) else { continue };
                findings.error(|| {
                    let (line, column) = place_in_entry(text, owner, id);
                    let found = Diagnostic::error(
                        "formerly-taken",
                        format!("`{owner}` was formerly `{id}`, which is the id of an entry"),
                    );
                    let help = "take it from `formerly`; two entries that are one thing are joined with `same_as`";
                    found.help(help).at(line, column).in_file(path)
                });
            }
        }
    }

    /// Refuses `same_as` that leads nowhere, to another kind of thing, or round in a circle.
    fn check_same(&mut self) {
        for (owner, id, why) in super::same::wrong(&self.knowledge) {
            let Some(&(path, text)) = self.given.get(&("entity", owner.clone())) else { continue };
            let found = match why {
                Wrong::Unknown => Diagnostic::error(
                    "unknown-id",
                    format!("`{owner}` is the same as `{id}`, which no file gives"),
                )
                .help("give the id of an entry, or an address with `https://`"),
                Wrong::Kind => Diagnostic::error(
                    "bad-same-as",
                    format!("`{owner}` is the same as `{id}`, which is another kind of thing"),
                )
                .help("only people are the same as people, places as places"),
                Wrong::Cycle => Diagnostic::error(
                    "cycle",
                    format!("`{owner}` is, over `same_as`, the same as itself"),
                )
                .help("take `same_as` from the entry that is to stay"),
            };
            self.findings.error(|| {
                let (line, column) = place_in_entry(text, &owner, &id);
                found.at(line, column).in_file(path)
            });
        }
    }

    fn check_references(&mut self) {
        let Self { knowledge, given, findings, .. } = self;
        let mut check = |space: &'static str,
                         owner: &str,
                         kind: &'static str,
                         id: &Id,
                         known: bool,
                         ids: &mut dyn Iterator<Item = &Id>| {
            if known {
                return;
            }
            let Some(&(path, text)) = given.get(&(space, owner.to_owned())) else { return };
            findings.error(|| {
                let (line, column) = place_in_entry(text, owner, id);
                let found = Diagnostic::error(
                    "unknown-id",
                    format!("{space} `{owner}` refers to the {kind} `{id}`, which no file gives"),
                );
                let found = match nearest(id, ids) {
                    Some(near) => found.help(format!("the nearest known id is `{near}`")),
                    None => {
                        found.help(format!("add an entry with `id: {id}`, or remove the reference"))
                    }
                };
                found.at(line, column).in_file(path)
            });
        };
        for topic in knowledge.topics.values() {
            for id in topic.entities.keys().chain(&topic.requires) {
                check(
                    "topic",
                    &topic.id,
                    "entity",
                    id,
                    knowledge.entities.contains_key(id),
                    &mut knowledge.entities.keys(),
                );
            }
        }
        for event in knowledge.events.values() {
            if let Some(series) = &event.series {
                check(
                    "event",
                    &event.id,
                    "series",
                    series,
                    knowledge.series.contains_key(series),
                    &mut knowledge.series.keys(),
                );
            }
            for id in event.parties.iter().chain(&event.places) {
                check(
                    "event",
                    &event.id,
                    "entity",
                    id,
                    knowledge.entities.contains_key(id),
                    &mut knowledge.entities.keys(),
                );
            }
        }
        for figure in knowledge.figures.values() {
            if let Some(id) = &figure.place {
                check(
                    "figure",
                    &figure.id,
                    "entity",
                    id,
                    knowledge.entities.contains_key(id),
                    &mut knowledge.entities.keys(),
                );
            }
        }
        for entity in knowledge.entities.values() {
            if let Some(whole) = &entity.part_of {
                check(
                    "entity",
                    &entity.id,
                    "entity",
                    whole,
                    knowledge.entities.contains_key(whole),
                    &mut knowledge.entities.keys(),
                );
            }
        }
    }
}

/// Whether something beside a shared name can speak for this entity.
fn is_told_apart(entity: &Entity) -> bool {
    !entity.cues.is_empty() || !entity.roles.is_empty() || super::same::ids(entity).next().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::Severity;

    #[test]
    fn reads_entities_and_events() {
        let text = "people:\n  - {id: fuad-hussein, name: فؤاد حسين, short: [حسين]}\nplaces:\n  - {id: baghdad, name: بغداد}\nevents:\n  - {id: launch, name: انطلاق, date: 2024-01-27, places: [baghdad], status: held}\n";
        let knowledge = Knowledge::parse([("people.yaml", text)]).expect("all ids are known");
        assert_eq!(knowledge.entities["fuad-hussein"].short, ["حسين"]);
        assert_eq!(knowledge.events["launch"].date.to_string(), "2024-01-27");
    }

    #[test]
    fn an_unknown_id_is_named_with_its_place_and_the_nearest_one() {
        let text = "places:\n  - {id: baghdad, name: بغداد}\nevents:\n  - {id: launch, name: انطلاق, date: 2024-01-27, places: [bagdad], status: held}\n";
        let found = Knowledge::parse([("events.yaml", text)]).expect_err("`bagdad` is not known");
        assert_eq!(found[0].place(), "events.yaml:4:59");
        assert_eq!(found[0].help.as_deref(), Some("the nearest known id is `baghdad`"));
    }

    #[test]
    fn a_shared_name_is_a_doubt() {
        let text = "places:\n  - {id: oman, name: عُمان}\n  - {id: amman, name: عمّان}\n";
        let knowledge =
            Knowledge::parse([("places.yaml", text)]).expect("the country and the city can stand");
        let doubts: Vec<_> = knowledge
            .doubts
            .iter()
            .map(|found| (found.code, found.severity, found.place()))
            .collect();
        assert_eq!(doubts, [("shared-alias", Severity::Warning, "places.yaml:2:22".to_owned())]);
        let told =
            "places:\n  - {id: oman, name: عُمان, cues: [مسقط]}\n  - {id: amman, name: عمّان}\n";
        assert!(
            Knowledge::parse([("places.yaml", told)]).expect("they can stand").doubts.is_empty()
        );
    }

    #[test]
    fn ids_are_slugs_and_used_once() {
        let text =
            "people:\n  - {id: a b, name: فلان}\n  - {id: x, name: سين}\n  - {id: x, name: صاد}\n";
        let found = Knowledge::parse([("p.yaml", text)]).expect_err("two bad ids");
        assert_eq!(found.iter().map(|f| f.code).collect::<Vec<_>>(), ["bad-id", "duplicate-id"]);
        assert_eq!(found[1].position, Some((4, 10)));
    }
}
