//! What a person decided.

use serde::{Deserialize, Serialize};

use crate::document::review::Place;

/// Words of an article, as the page of the panel knows them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct At {
    /// The words.
    pub text: String,
    /// Their paragraph, from 1.
    pub paragraph: usize,
    /// Which of the places where they stand in it, from 1.
    pub occurrence: usize,
    /// The first words of the paragraph.
    pub begins: String,
}

impl From<At> for Place {
    fn from(at: At) -> Self {
        Self {
            text: at.text,
            paragraph: at.paragraph,
            occurrence: at.occurrence.max(1),
            begins: at.begins,
        }
    }
}

impl From<Place> for At {
    fn from(place: Place) -> Self {
        Self {
            text: place.text,
            paragraph: place.paragraph,
            occurrence: place.occurrence,
            begins: place.begins,
        }
    }
}

/// One decision; `article` is the slug of the article that it is about, where it is about one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case")]
pub enum Action {
    /// These words name this: as it was found («صحيح»), of another kind, or joined with an entry.
    Name {
        /// The article.
        article: String,
        /// The words.
        at: At,
        /// person, organization, place or event.
        kind: String,
        /// The entry; absent where there is none.
        #[serde(default)]
        id: Option<String>,
        /// Whether the words stand for the entry everywhere, as another name of it.
        #[serde(default)]
        everywhere: bool,
    },
    /// «ليس اسمًا»: nothing is named here; everywhere: by these words never.
    NotName {
        /// The article.
        article: String,
        /// The words.
        at: At,
        /// Whether these words are no name in any article.
        #[serde(default)]
        everywhere: bool,
    },
    /// A new entry of the knowledge base for what these words name.
    Entry {
        /// The article.
        article: String,
        /// The words.
        at: At,
        /// person, organization or place.
        kind: String,
        /// The new id.
        id: String,
        /// The full name.
        name: String,
    },
    /// The day of these words; without a value they are none.
    Day {
        /// The article.
        article: String,
        /// The words.
        at: At,
        /// The day, month or year (EDTF).
        #[serde(default)]
        value: Option<String>,
    },
    /// Who speaks; with neither it is no speech.
    Speaker {
        /// The article.
        article: String,
        /// The first words of the quotation.
        at: At,
        /// The entry.
        #[serde(default)]
        id: Option<String>,
        /// The speaker in the words of the text.
        #[serde(default)]
        words: Option<String>,
    },
    /// A name of all articles gets an entry.
    List {
        /// person, organization or place.
        kind: String,
        /// The new id.
        id: String,
        /// The full name.
        name: String,
        /// Its other spellings.
        #[serde(default)]
        aliases: Vec<String>,
        /// Offices of a person.
        #[serde(default)]
        roles: Vec<String>,
    },
    /// Spellings that are no names, in no article.
    Ignore {
        /// The spellings.
        texts: Vec<String>,
    },
    /// Spellings that are names of an entry, in all articles.
    Join {
        /// The spellings.
        texts: Vec<String>,
        /// The entry.
        id: String,
    },
    /// Takes a decision about these words back, so that they are found anew.
    Withdraw {
        /// The article.
        article: String,
        /// The words.
        at: At,
    },
    /// Lines of the raw file that were cut stay.
    Keep {
        /// The article.
        article: String,
        /// First line, from 1.
        first: usize,
        /// Last line.
        last: usize,
    },
    /// A paragraph is no part of the article.
    Cut {
        /// The article.
        article: String,
        /// The paragraph, from 1.
        paragraph: usize,
    },
    /// When the article was published.
    Published {
        /// The article.
        article: String,
        /// The date (EDTF), or `none` where it cannot be known.
        value: String,
    },
    /// Who published it.
    Outlet {
        /// The article.
        article: String,
        /// Id or name.
        value: String,
    },
    /// What it is about.
    Topics {
        /// The article.
        article: String,
        /// Ids.
        value: Vec<String>,
    },
    /// Whether it is shown.
    Status {
        /// The article.
        article: String,
        /// draft, published or withdrawn.
        value: String,
    },
}

impl Action {
    /// The slug of the article it is about; nothing where it is about a name of all of them.
    pub fn article(&self) -> Option<&str> {
        match self {
            Self::List { .. } | Self::Ignore { .. } | Self::Join { .. } => None,
            Self::Name { article, .. }
            | Self::NotName { article, .. }
            | Self::Entry { article, .. }
            | Self::Day { article, .. }
            | Self::Speaker { article, .. }
            | Self::Withdraw { article, .. }
            | Self::Keep { article, .. }
            | Self::Cut { article, .. }
            | Self::Published { article, .. }
            | Self::Outlet { article, .. }
            | Self::Topics { article, .. }
            | Self::Status { article, .. } => Some(article),
        }
    }
}
