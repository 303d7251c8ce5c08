//! What pages were made of, so that a page need not even be begun where nothing of it has changed.
//!
//! Whoever makes a page notes each thing that it looks at by a name: «card flood-in-the-north». For each name a
//! [`Mark`] can be had of what a look finds now. A page all of whose looks find what they found is the page that was made.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use super::made::{Key, Seen};

/// A digest of what a look finds.
pub type Mark = [u8; 16];

/// Says what a look finds now; nothing where the name is none of its own.
type Marker = Arc<dyn Fn(&str) -> Option<Mark> + Send + Sync>;

/// The looks of all pages of a site.
#[derive(Clone, Default)]
pub struct Looks {
    /// A digest of what every page is made of.
    base: Key,
    marker: Option<Marker>,
    names: Arc<Mutex<Names>>,
}

#[derive(Default)]
struct Names {
    all: Vec<Arc<str>>,
    numbers: HashMap<Arc<str>, u32>,
    /// What each was found to be, where somebody has looked.
    marks: HashMap<u32, Option<Mark>>,
}

impl Looks {
    /// Looks whose marks `marker` knows; `base` is a digest of all that every page sees besides.
    pub fn new(base: Key, marker: impl Fn(&str) -> Option<Mark> + Send + Sync + 'static) -> Self {
        Self { base, marker: Some(Arc::new(marker)), names: Arc::default() }
    }

    /// A digest of what every page is made of, whatever it looks at.
    pub fn base(&self) -> &Key {
        &self.base
    }

    /// The numbers of some looks.
    ///
    /// ```
    /// use sijill::site::output::Looks;
    /// let looks = Looks::new([1; 32], |name| (name == "card سدّ").then_some([7; 16]));
    /// let seen = looks.numbers(["card سدّ", "card جسر"]);
    /// assert_eq!(looks.numbers(["card جسر"]), seen[1..].into());
    /// assert_eq!((looks.mark("card سدّ"), looks.mark("card جسر")), (Some([7; 16]), None));
    /// ```
    pub fn numbers<N: AsRef<str>>(&self, looks: impl IntoIterator<Item = N>) -> Seen {
        let mut names = self.names.lock().unwrap_or_else(PoisonError::into_inner);
        let mut seen: Vec<u32> =
            looks.into_iter().map(|name| names.number(name.as_ref())).collect();
        seen.sort_unstable();
        seen.into()
    }

    /// The names of all looks so far, each at its number.
    pub fn names(&self) -> Vec<Arc<str>> {
        self.names.lock().unwrap_or_else(PoisonError::into_inner).all.clone()
    }

    /// What a look finds now.
    pub fn mark(&self, name: &str) -> Option<Mark> {
        self.marker.as_ref()?(name)
    }

    /// What the look of a number finds now, looked for once: a build asks it of what the last one saw, and again of what
    /// it leaves for the next.
    pub fn mark_of(&self, number: u32) -> Option<Mark> {
        let names = self.names.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = names.marks.get(&number) {
            return *known;
        }
        let name = Arc::clone(names.all.get(number as usize)?);
        drop(names);
        let mark = self.mark(&name);
        self.names.lock().unwrap_or_else(PoisonError::into_inner).marks.insert(number, mark);
        mark
    }
}

impl Names {
    fn number(&mut self, name: &str) -> u32 {
        if let Some(&number) = self.numbers.get(name) {
            return number;
        }
        // In range: a site has not as many things to look at.
        let number = self.all.len() as u32;
        let name: Arc<str> = name.into();
        self.all.push(Arc::clone(&name));
        self.numbers.insert(name, number);
        number
    }
}

impl fmt::Debug for Looks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Looks").field("base", &self.base).finish_non_exhaustive()
    }
}
