//! What is searched: articles and the things that have a page of their own.

/// An article as search sees it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Its page, from the site's root: `articles/first-round/index.html`.
    pub path: String,
    /// Its headline.
    pub title: String,
    /// Its opening, where that does not stand in the paragraphs.
    pub lede: String,
    /// Its text.
    pub paragraphs: Vec<String>,
    /// Its day, month or year of publication as EDTF; empty where none is known.
    pub date: String,
    /// The year by which it is filed.
    pub year: Option<i32>,
    /// Whom, what and where it names, its topics, its outlet: [`Subject::kind`] and [`Subject::id`].
    pub subjects: Vec<(SubjectKind, String)>,
}

/// Something with a name by which articles are found and filtered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Subject {
    /// What it is.
    pub kind: SubjectKind,
    /// Its id in the knowledge base.
    pub id: String,
    /// The name that is shown.
    pub name: String,
    /// Other names that it is found by.
    pub aliases: Vec<String>,
    /// Offices that it is found by and that are no names of it: «وزير الخارجية العراقي».
    pub roles: Vec<String>,
    /// Its page from the site's root; empty where it has none.
    pub path: String,
    /// When it was, as EDTF; empty for whatever is no event.
    pub date: String,
}

impl Subject {
    /// What it is found by: its name, its other names, its offices.
    pub(super) fn found_by(&self) -> impl Iterator<Item = &String> {
        std::iter::once(&self.name).chain(&self.aliases).chain(&self.roles)
    }
}

/// What a subject is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SubjectKind {
    /// إنسان
    #[default]
    Person,
    /// جهة
    Organization,
    /// مكان
    Place,
    /// حدث
    Event,
    /// موضوع
    Topic,
    /// وسيلة
    Outlet,
    /// كاتب
    Author,
    /// سنة
    Year,
    /// صفحة
    Page,
}

impl SubjectKind {
    /// All kinds, in the order in which the browser numbers them.
    pub const ALL: [Self; 9] = [
        Self::Person,
        Self::Organization,
        Self::Place,
        Self::Event,
        Self::Topic,
        Self::Outlet,
        Self::Author,
        Self::Year,
        Self::Page,
    ];

    /// Its name in the query language and in addresses.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organization => "organization",
            Self::Place => "place",
            Self::Event => "event",
            Self::Topic => "topic",
            Self::Outlet => "outlet",
            Self::Author => "author",
            Self::Year => "year",
            Self::Page => "page",
        }
    }

    /// The folder of its pages.
    pub(super) const fn folder(self) -> &'static str {
        match self {
            Self::Person => "people",
            Self::Organization => "organizations",
            Self::Place => "places",
            Self::Event => "events",
            Self::Topic => "topics",
            Self::Outlet => "outlets",
            Self::Author => "search",
            Self::Year => "articles/year",
            Self::Page => "pages",
        }
    }

    /// Whether its names are nothing but names: those of people, places and outlets, whose words have no kin.
    pub(super) const fn has_own_names(self) -> bool {
        matches!(self, Self::Person | Self::Place | Self::Outlet)
    }

    /// Whether a question may be about it without its whole name: what happened, what it is about, a page of figures.
    pub(super) const fn answers_questions(self) -> bool {
        matches!(self, Self::Event | Self::Topic | Self::Page)
    }

    /// The page that one of this kind has, if it has one.
    pub(super) fn path(self, id: &str) -> String {
        format!("{}/{id}/index.html", self.folder())
    }

    /// The kind of a field of the query language, in either language, folded.
    pub fn of_field(field: &str) -> Option<Self> {
        FIELDS.iter().find(|(name, _)| *name == field).map(|&(_, kind)| kind)
    }
}

/// Names of the fields of the query language, folded.
pub(super) const FIELDS: [(&str, SubjectKind); 20] = [
    ("person", SubjectKind::Person),
    ("organization", SubjectKind::Organization),
    ("place", SubjectKind::Place),
    ("event", SubjectKind::Event),
    ("topic", SubjectKind::Topic),
    ("outlet", SubjectKind::Outlet),
    ("author", SubjectKind::Author),
    ("year", SubjectKind::Year),
    ("شخص", SubjectKind::Person),
    ("جهه", SubjectKind::Organization),
    ("منظمه", SubjectKind::Organization),
    ("مكان", SubjectKind::Place),
    ("حدث", SubjectKind::Event),
    ("موضوع", SubjectKind::Topic),
    ("وسيله", SubjectKind::Outlet),
    ("مصدر", SubjectKind::Outlet),
    ("كاتب", SubjectKind::Author),
    ("سنه", SubjectKind::Year),
    ("عام", SubjectKind::Year),
    ("source", SubjectKind::Outlet),
];
