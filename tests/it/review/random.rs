//! Many actions in any order, undone, leave every file as it was.

use std::path::Path;

use sijill::diagnostics::{Error, Warned};
use sijill::review::{Action, At, Desk, Undone, plan, sheet};
use sijill::site::load::{self, Content};
use sijill::site::model::Site;

use super::room::{dossier, snapshot};
use crate::site::Wing;

pub(super) fn try_load(root: &Path) -> Result<Warned<Content>, Error> {
    load::load(root, &Wing)
}

pub(super) fn load(root: &Path) -> Warned<Content> {
    try_load(root).unwrap_or_else(|error| panic!("{error}"))
}

fn site(root: &Path) -> Site {
    sijill::site::site_of(load(root).value).value
}

/// Numbers by chance, the same at every run.
pub(super) struct Chance(pub(super) u64);

impl Chance {
    pub(super) fn below(&mut self, limit: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % limit.max(1)
    }

    pub(super) fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}

pub(super) fn action(site: &Site, chance: &mut Chance) -> Option<Action> {
    let shown = chance.of(&site.articles);
    let article = shown.slug.clone();
    let sheet = sheet(site, shown);
    let item = (!sheet.items.is_empty()).then(|| chance.of(&sheet.items).clone())?;
    let at: At = item.at.clone();
    let kind = (*chance.of(&["person", "organization", "place", "event"])).to_owned();
    let ids: Vec<String> = site.knowledge.entities.keys().cloned().collect();
    let everywhere = chance.below(3) == 0;
    Some(match chance.below(17) {
        0 => Action::Name { article, at, kind, id: None, everywhere },
        1 => {
            let id = chance.of(&ids).clone();
            let kind = site.knowledge.entities[&id].kind.name().to_owned();
            Action::Name { article, at, kind, id: Some(id), everywhere }
        }
        2 | 3 => Action::NotName { article, at, everywhere },
        4 => {
            let id = format!("new-{}", chance.below(400));
            let name =
                (*chance.of(&["سلمى الناصري", "هشام: القاضي", "«نقابة» #1", "a\"b"])).to_owned();
            Action::Entry { article, at, kind, id, name }
        }
        5 => Action::Day { article, at, value: Some(format!("2021-0{}", 1 + chance.below(9))) },
        6 => Action::Day { article, at, value: None },
        7 => Action::Speaker { article, at, id: Some(chance.of(&ids).clone()), words: None },
        8 => {
            Action::Speaker {
                article, at, id: None, words: everywhere.then(|| "شاهد".to_owned())
            }
        }
        9 => Action::Withdraw { article, at },
        10 => {
            let (first, last) = item.lines.unwrap_or((1 + chance.below(12), 12));
            Action::Keep { article, first, last }
        }
        11 => Action::Cut { article, paragraph: 1 + chance.below(4) },
        12 => {
            let id = format!("new-{}", chance.below(400));
            let aliases = vec![at.text.clone(), "اسم: آخر".to_owned()];
            Action::List {
                kind, id, name: at.text, aliases, roles: vec!["مدير # عام".to_owned()]
            }
        }
        13 => Action::Ignore { texts: vec![at.text, "ليس \"اسمًا\"".to_owned()] },
        14 => Action::Join {
            texts: vec![at.text, "اسم آخر".to_owned()],
            id: chance.of(&ids).clone(),
        },
        15 => {
            let value = ["budget", "bridges"].iter().filter(|_| chance.below(2) == 0);
            Action::Topics { article, value: value.map(|id| (*id).to_owned()).collect() }
        }
        _ => match chance.below(3) {
            0 => Action::Published { article, value: format!("2021-05-{}", 10 + chance.below(20)) },
            1 => Action::Outlet {
                article,
                value: (*chance.of(&["صحيفة", "موقع: آخر"])).to_owned(),
            },
            _ => Action::Status {
                article,
                value: (*chance.of(&["published", "withdrawn"])).to_owned(),
            },
        },
    })
}

#[test]
fn two_thousand_actions_undone_leave_the_folder_as_it_was() {
    const ACTIONS: usize = 2000;
    /// How many actions are done between two builds.
    const ROUND: usize = 20;
    let dir = dossier();
    let before = snapshot(dir.path());
    let (mut desk, mut chance, mut done) = (Desk::default(), Chance(7), 0);
    let mut refused = 0;
    for _ in 0..ACTIONS / ROUND {
        let site = site(dir.path());
        if site.articles.is_empty() {
            break;
        }
        for _ in 0..ROUND {
            let Some(action) = action(&site, &mut chance) else { continue };
            // What no longer fits the site of this round is refused, as a page would be told.
            match plan(dir.path(), &site, &action) {
                Ok(plan) => {
                    desk.apply(plan).unwrap();
                    done += 1;
                }
                Err(_) => refused += 1,
            }
        }
        // Half of the time some are taken back in between, and the site is still one that can be read.
        for _ in 0..chance.below(ROUND) {
            assert!(matches!(desk.undo(), Ok(Undone::Done(_) | Undone::Nothing)));
        }
    }
    assert!(done > ACTIONS / 2, "{done} done, {refused} refused");
    while desk.count() > 0 {
        assert!(matches!(desk.undo(), Ok(Undone::Done(_))));
    }
    assert_eq!(snapshot(dir.path()), before);
}
