//! Outlets by what stands for them in an article: their names and the hosts of their addresses.

use std::collections::BTreeMap;

use super::entries::Outlet;
use crate::arabic::fold::folded;
use crate::entity::Id;

/// Every name and host of the outlets of one knowledge base.
#[derive(Debug, Default)]
pub struct OutletNames {
    names: BTreeMap<String, Id>,
    hosts: BTreeMap<String, Id>,
}

impl OutletNames {
    /// Those of a knowledge base; of two outlets with one name the first by id has it.
    pub(super) fn of(outlets: &BTreeMap<Id, Outlet>) -> Self {
        let mut found = Self::default();
        for outlet in outlets.values() {
            let names =
                [&outlet.id, &outlet.name].into_iter().chain(&outlet.latin).chain(&outlet.aliases);
            for name in names {
                found.names.entry(folded(name.trim())).or_insert_with(|| outlet.id.clone());
            }
            for domain in &outlet.domains {
                found.hosts.insert(
                    domain.trim_start_matches("www.").to_ascii_lowercase(),
                    outlet.id.clone(),
                );
            }
        }
        found
    }

    /// The outlet that a name or an id stands for.
    pub fn named(&self, name: &str) -> Option<&Id> {
        self.names.get(&folded(name.trim()))
    }

    /// The outlet to which an address belongs.
    ///
    /// ```
    /// use sijill::knowledge::Knowledge;
    /// let knowledge = Knowledge::parse([("outlets.yaml", "outlets:\n  - {id: kitabat, name: كتابات, domains: [kitabat.com]}\n")]).unwrap();
    /// assert_eq!(knowledge.outlet_names().at("https://www.kitabat.com/news/1").map(String::as_str), Some("kitabat"));
    /// ```
    pub fn at(&self, address: &str) -> Option<&Id> {
        let (_, rest) = address.split_once("://")?;
        let host = rest.split(['/', ':', '?']).next().unwrap_or(rest);
        self.hosts.get(&host.trim_start_matches("www.").to_ascii_lowercase())
    }
}
