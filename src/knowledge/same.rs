//! Entries that are the same thing: `same_as: [other-id]` gives the names of one entry to another.
//!
//! Two editors may list one person under two ids; joining them keeps both ids' names and addresses under the one that
//! stays. A value with `://` is an address elsewhere and is left as it is.

use std::collections::{BTreeMap, HashMap};

use super::ways::{End, ends};
use super::{Entity, Id, Knowledge};

/// What is wrong with a reference of `same_as`.
pub(super) enum Wrong {
    /// No file gives the id.
    Unknown,
    /// The other is of another kind.
    Kind,
    /// The way over `same_as` comes back to where it began.
    Cycle,
}

/// The ids that an entity says it is the same as.
pub(super) fn ids(entity: &Entity) -> impl Iterator<Item = &Id> {
    entity.same_as.iter().filter(|value| !value.contains("://"))
}

/// Each reference that cannot stand: the entity, the id it gives, and why.
pub(super) fn wrong(knowledge: &Knowledge) -> Vec<(Id, Id, Wrong)> {
    let mut found = Vec::new();
    let stays = stays(knowledge);
    let goes_round = |id: &str| !matches!(stays.get(id), Some(End::At(_)));
    for entity in knowledge.entities.values() {
        for id in ids(entity) {
            let why = match knowledge.entities.get(id) {
                None => Wrong::Unknown,
                Some(other) if other.kind != entity.kind => Wrong::Kind,
                Some(_) if goes_round(&entity.id) => Wrong::Cycle,
                Some(_) => continue,
            };
            found.push((entity.id.clone(), id.clone(), why));
        }
    }
    found
}

/// The entity that stays where one is the same as another; [`End::Round`] and [`End::ToRound`] where the way goes round.
fn stays(knowledge: &Knowledge) -> HashMap<&str, End<'_>> {
    let next = |id: &str| {
        let (next, _) =
            knowledge.entities.get_key_value(ids(knowledge.entities.get(id)?).next()?)?;
        Some(next.as_str())
    };
    ends(knowledge.entities.keys().map(String::as_str), next)
}

/// Gives the names and the address of each joined entry to the one that stays, and lets references follow.
pub(super) fn join(knowledge: &mut Knowledge) {
    let stays = stays(knowledge);
    let joined: BTreeMap<Id, Id> = knowledge
        .entities
        .keys()
        .filter_map(|id| match stays.get(&**id) {
            Some(&End::At(to)) if to != id => Some((id.clone(), to.to_owned())),
            _ => None,
        })
        .collect();
    for (from, to) in &joined {
        let Some(gone) = knowledge.entities.remove(from) else { continue };
        let Some(stays) = knowledge.entities.get_mut(to) else { continue };
        let names = std::iter::once(gone.name).chain(gone.aliases);
        stays.aliases.extend(names.filter(|name| *name != stays.name));
        stays.short.extend(gone.short);
        stays.cues.extend(gone.cues);
        // «وزير المياه» of both is one office, unless each has its years.
        let offices: Vec<_> = gone
            .roles
            .into_iter()
            .filter(|role| {
                let is_it = |known: &super::Role| {
                    known.title == role.title && (role.held.is_none() || known.held == role.held)
                };
                !stays.roles.iter().any(is_it)
            })
            .collect();
        stays.roles.extend(offices);
        stays.formerly.push(gone.id);
        stays.formerly.extend(gone.formerly);
        stays.same_as.extend(gone.same_as.into_iter().filter(|value| value.contains("://")));
    }
    let follow = |id: &mut Id| {
        if let Some(to) = joined.get(id) {
            id.clone_from(to);
        }
    };
    for entity in knowledge.entities.values_mut() {
        entity.part_of.iter_mut().for_each(follow);
    }
    for event in knowledge.events.values_mut() {
        event.parties.iter_mut().chain(&mut event.places).for_each(follow);
    }
}
