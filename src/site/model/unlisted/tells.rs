//! The names that one article tells, whatever others tell.

use super::gather::{is_part, kind_of};
use super::openings::Pattern;
use crate::arabic::lexicon::{GIVEN, LINEAGE, LOOSE_END};
use crate::arabic::reading::Text;
use crate::arabic::spelling::respelled;
use crate::document::{Document, Mention};
use crate::knowledge::EntityKind;
use crate::span::Span;

/// The names of a document, made whole where they were found in part.
pub(super) fn own_names(document: &Document) -> Vec<Mention> {
    let mut names = names_of(document);
    make_whole(document.plain.reading(), &mut names);
    names
}

/// The names that a document tells others.
pub(in super::super) fn own_patterns(document: &Document) -> Vec<Pattern> {
    let read = document.plain.reading();
    let names = own_names(document);
    let whole = names.iter().filter(|name| name.id.is_none() && !is_part(read, name));
    whole.filter_map(|name| Some((words_in(read, name.span).collect(), kind_of(name)?))).collect()
}

/// The mentions of an article, without the reasons that only `annotate --explain` shows.
fn names_of(document: &Document) -> Vec<Mention> {
    let mentions = document.findings.mentions.iter();
    let name = |mention: &Mention| Mention {
        span: mention.span,
        kind: mention.kind,
        id: mention.id.clone(),
        reason: String::new(),
    };
    mentions.map(name).collect()
}

/// «علي بن حمد الجنيبي», of which only «بن حمد الجنيبي» was taken for a name.
fn make_whole(read: &Text, names: &mut [Mention]) {
    for at in 0..names.len() {
        let name = &names[at];
        let is_person = name.id.is_none() && kind_of(name) == Some(EntityKind::Person);
        let first = read.index_at(name.span.start);
        let Some(before) = first.checked_sub(1).filter(|_| is_person) else { continue };
        let whole = Span::new(read.words[before].span().start, name.span.end);
        let free = at == 0 || !names[at - 1].span.overlaps(whole);
        let is_given = read.kinds(before).any(GIVEN) && !read.kinds(before).any(LOOSE_END);
        let opens = read.kinds(first).any(LINEAGE) && is_given;
        if free && opens && read.same_paragraph(before, first) {
            names[at].span = whole;
        }
    }
}

/// The words of a span in one spelling; of the first only what stands inside.
pub(super) fn words_in(read: &Text, span: Span) -> impl Iterator<Item = String> {
    let first = read.index_at(span.start);
    let inside =
        move |at: &usize| read.words.get(*at).is_some_and(|word| word.span().start < span.end);
    (first..).take_while(inside).map(move |at| {
        let letters = read.letters(at);
        let cut = span.start.saturating_sub(read.words[at].span().start);
        // A proclitic has as many bytes folded as written.
        let rest = letters.get(cut..).filter(|_| at == first).unwrap_or(letters);
        respelled(rest).into_owned()
    })
}
