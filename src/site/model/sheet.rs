//! What the text of one article says to whoever needs all articles together. It follows from the document alone and is
//! kept beside it, so that the next build walks the words of no article that has not changed.

use serde::{Deserialize, Serialize};

use super::phrase::Phrases;
use super::print::Print;
use super::unlisted::{Firsts, Pattern, own_patterns};
use crate::arabic::reading::Nations;
use crate::document::Document;
use crate::span::Span;

/// What the text of one article says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Sheet {
    /// How many words its body has.
    pub(super) words: usize,
    /// Its sentences in order.
    pub(super) sentences: Vec<Span>,
    /// The runs of its words.
    pub(super) print: Print,
    /// What may be a phrase that others have too.
    pub(super) phrases: Phrases,
    /// Of which nations it speaks.
    pub(super) nations: Nations,
    /// The names that it tells others.
    pub(super) patterns: Vec<Pattern>,
    /// With which words the names may begin that stand in it.
    pub(super) firsts: Vec<u32>,
}

impl Sheet {
    /// The sheet of a document: as it is kept beside it, else made and left there.
    pub(super) fn of(document: &Document, firsts: &mut Firsts) -> Self {
        let kept = document.identity.beside().and_then(|bytes| postcard::from_bytes(bytes).ok());
        kept.unwrap_or_else(|| {
            let made = Self::read(document, firsts);
            if let Ok(bytes) = postcard::to_stdvec(&made) {
                document.identity.keep_beside(bytes);
            }
            made
        })
    }

    /// Leaves nothing of it but what is asked for when all articles have been joined.
    pub(super) fn close(&mut self) {
        *self = Self { sentences: std::mem::take(&mut self.sentences), ..Self::default() };
    }

    fn read(document: &Document, firsts: &mut Firsts) -> Self {
        let plain = &document.plain;
        let read = plain.reading();
        Self {
            words: plain.text.split_whitespace().count(),
            sentences: read.sentences.iter().map(|sentence| sentence.span).collect(),
            print: Print::of(read),
            phrases: Phrases::of(plain),
            nations: Nations::of(read),
            patterns: own_patterns(document),
            firsts: firsts.of(read),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{MarkedText, Plain};

    #[test]
    fn a_sheet_is_kept_as_it_was_made() {
        let text = MarkedText::read(
            "قالت وزيرة الري التونسية إن مصانع الإسمنت الكبيرة ستعمل في تونس.\n\nوبدأت صيانة السدود القديمة في بنزرت أمس.",
        );
        let document = Document { plain: Plain::of(&text), text, ..Document::default() };
        let firsts = &mut Firsts::default();
        let made = Sheet::of(&document, firsts);
        assert!(document.identity.beside().is_some());
        assert_eq!(Sheet::of(&document, firsts), made);
        assert_eq!(made, Sheet::read(&document, firsts));
        assert_eq!((made.words, made.sentences.len()), (18, 2));
    }
}
