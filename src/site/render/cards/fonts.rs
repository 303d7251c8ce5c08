//! The faces of the cards, part of the program: `fonts/README.md` says where they come from.

use std::sync::Arc;

use parley::fontique::{Blob, Collection, CollectionOptions, SourceCache};
use parley::{FontContext, FontData, FontFamily, FontFamilyName};
use swash::FontRef;

/// The family for Arabic.
const NASKH: &str = "Noto Naskh Arabic";
/// The family for all that the first lacks: Latin letters, brackets, signs.
const SERIF: &str = "Noto Serif";

const FILES: [&[u8]; 4] = [
    include_bytes!("fonts/naskh-400.ttf"),
    include_bytes!("fonts/naskh-700.ttf"),
    include_bytes!("fonts/serif-400.ttf"),
    include_bytes!("fonts/serif-700.ttf"),
];

/// The families in the order in which a letter is looked for.
pub(super) fn families() -> FontFamily<'static> {
    FontFamily::List(vec![FontFamilyName::named(NASKH), FontFamilyName::named(SERIF)].into())
}

/// The faces for layout: these and none of the machine's.
pub(super) fn context() -> FontContext {
    let mut collection = Collection::new(CollectionOptions { shared: false, system_fonts: false });
    for file in FILES {
        collection.register_fonts(Blob::new(Arc::new(file)), None);
    }
    FontContext { collection, source_cache: SourceCache::default() }
}

/// The faces for outlines, found by the bytes that layout used.
pub(super) struct Faces {
    faces: Vec<FontRef<'static>>,
}

impl Faces {
    pub(super) fn new() -> Self {
        Self { faces: FILES.iter().filter_map(|file| FontRef::from_index(file, 0)).collect() }
    }

    /// The face that a run was set in.
    pub(super) fn of(&self, font: &FontData) -> Option<FontRef<'static>> {
        let set_in = font.data.data();
        self.faces.iter().copied().find(|face| std::ptr::eq(face.data, set_in))
    }

    /// The bold face for Latin letters.
    #[cfg(test)]
    pub(super) fn latin_bold(&self) -> FontRef<'static> {
        self.faces[3]
    }

    /// Whether any face has the letter.
    pub(super) fn have(&self, letter: char) -> bool {
        self.faces.iter().any(|face| face.charmap().map(letter) != 0)
    }
}
