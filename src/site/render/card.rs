//! Which social card a page shows elsewhere: one picture for each kind of page.
//!
//! A picture for every page would be most of the work of a build (5 ms each, more than the page itself), and what a
//! reader must see at once is the same on all of a kind: which dossier this is, and what kind of page is behind the link.

use super::cards::{Accent, Card, HEIGHT, WIDTH, png};
use super::context::CardView;
use super::link::permalink;
use super::plan::Index;
use super::text::listed;
use super::views::Views;
use super::words;
use crate::knowledge::EntityKind;

/// A kind of page: the name of its picture, and what stands above the title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Kind {
    name: &'static str,
    kicker: &'static str,
}

const fn kind(name: &'static str, kicker: &'static str) -> Kind {
    Kind { name, kicker }
}

/// Every kind; the last is that of all other pages.
pub(super) const KINDS: [Kind; 12] = [
    kind("home", "الملف كاملًا"),
    kind("article", "مادة من الملف"),
    kind("event", "حدث: من قال ماذا"),
    kind("timeline", "التسلسل الزمني"),
    kind("topic", "موضوع في الملف"),
    kind("person", "شخص ورد في الملف"),
    kind("organization", "جهة وردت في الملف"),
    kind("place", "مكان ورد في الملف"),
    kind("outlet", "من أين جاءت المواد"),
    kind("list", "فهرس الملف"),
    kind("cleaning", "سجل الحذف"),
    kind("page", "صفحة من الملف"),
];

impl Kind {
    /// The kind of the page of that path.
    fn of(path: &str) -> Self {
        let mut parts = path.split('/');
        let (folder, next) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        let index = matches!(next, "index.html" | "page" | "year");
        let name = match (folder, index) {
            ("index.html", _) => "home",
            ("timeline", _) => "timeline",
            ("cleaning", _) => "cleaning",
            ("articles" | "topics" | "people" | "organizations" | "places" | "outlets", true) => {
                "list"
            }
            ("articles", _) => "article",
            ("events", _) => "event",
            ("topics", _) => "topic",
            ("people", _) => "person",
            ("organizations", _) => "organization",
            ("places", _) => "place",
            ("outlets", _) => "outlet",
            _ => "page",
        };
        KINDS.into_iter().find(|kind| kind.name == name).unwrap_or(KINDS[KINDS.len() - 1])
    }

    /// The path of its picture.
    pub(super) fn path(self) -> String {
        format!("cards/{}.png", self.name)
    }
}

impl Views<'_> {
    /// The card of this page; none where the site has no address, since others ask for the picture by its address.
    pub(super) fn card_view(&self) -> Option<CardView> {
        let kind = Kind::of(self.here.path());
        let config = &self.site.config();
        let address = permalink(&config.base_url, &kind.path())?;
        let alt = format!("{}: {}، {}", kind.kicker, config.title, self.card_line(kind));
        Some(CardView { address, width: WIDTH, height: HEIGHT, alt })
    }

    /// The bytes of the picture of a kind.
    pub(super) fn picture(&self, kind: Kind) -> Vec<u8> {
        let accent = if kind.name == "cleaning" { Accent::Cut } else { Accent::River };
        png(&Card {
            kicker: kind.kicker,
            title: &self.site.config().title,
            lines: &[&self.card_line(kind)],
            accent,
        })
    }

    /// The counts that say most about a kind of page.
    fn card_line(&self, kind: Kind) -> String {
        let articles = || self.words.counted(self.site.article_count(), words::ARTICLE);
        let events = || self.words.counted(self.site.event_count(), words::EVENT);
        let entities = |kind: EntityKind| {
            self.words.counted(self.site.name_count(Index::Entities(kind)), words::kind(kind).1)
        };
        let counts = match kind.name {
            "event" | "timeline" => vec![events(), articles()],
            "topic" => vec![self.words.counted(self.site.topics().len(), words::TOPIC), articles()],
            "person" => vec![entities(EntityKind::Person), articles()],
            "organization" => vec![entities(EntityKind::Organization), articles()],
            "place" => vec![entities(EntityKind::Place), articles()],
            _ => vec![articles(), events()],
        };
        let span = self.site.years().map(|(first, last)| match first == last {
            true => self.words.year(first),
            false => format!("من {} إلى {}", self.words.year(first), self.words.year(last)),
        });
        listed(counts.into_iter().chain(span))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_has_the_card_of_its_kind() {
        let kinds =
            |paths: &[&str]| paths.iter().map(|path| Kind::of(path).name).collect::<Vec<_>>();
        let one = [
            "index.html",
            "articles/first/index.html",
            "events/x/index.html",
            "people/x/index.html",
            "people/x/page/2/index.html",
        ];
        assert_eq!(kinds(&one), ["home", "article", "event", "person", "person"]);
        let lists = [
            "articles/index.html",
            "articles/year/2021/index.html",
            "topics/index.html",
            "people/page/2/index.html",
        ];
        assert_eq!(kinds(&lists), ["list"; 4]);
        assert_eq!(
            kinds(&["timeline/newest/index.html", "cleaning/a/index.html", "search/index.html"]),
            ["timeline", "cleaning", "page"]
        );
    }
}
