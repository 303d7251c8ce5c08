//! `check --cuts`: what cleaning took out of each article, as a diff of the raw file; `=whole` has every line of it.

use std::io;
use std::sync::Arc;

use serde_json::json;

use super::args::Cuts;
use super::terminal::Terminal;
use crate::arabic::numbers::{Case, Digits};
use crate::arabic::plural::counted;
use crate::arabic::plural::nouns::{ARTICLE, PLACE_IN_TEXT, WORD};
use crate::article::clean::Reason;
use crate::diagnostics::Language;
use crate::document::{Document, InputKind, Removed, RemovedKind};
use crate::span::{LineIndex, Span};

/// How much of a piece the short form shows, in characters.
const EXCERPT: usize = 72;

/// The cuts of one article, told for an editor.
pub(super) struct CutsOf {
    path: String,
    words: usize,
    kept: usize,
    pieces: Vec<Piece>,
    raw: Arc<str>,
    /// What became the headline and the line under it, and what is above the text in the front matter.
    apart: Vec<(Span, &'static str)>,
}

struct Piece {
    first: usize,
    last: usize,
    cut: Removed,
    text: String,
}

/// What was cut from each document that was cleaned; blanks and the front matter are no cuts.
pub(super) fn of(documents: &[Arc<Document>]) -> Vec<CutsOf> {
    let cleaned = documents.iter().filter(|document| document.origin.kind != InputKind::Markdown);
    cleaned.map(|document| of_document(document)).collect()
}

/// What was cut from one document.
pub(super) fn of_document(document: &Document) -> CutsOf {
    let raw: &str = &document.origin.raw;
    let lines = LineIndex::new(raw);
    let shown = |cut: &&Removed| {
        !matches!(
            cut.kind,
            RemovedKind::Whitespace | RemovedKind::FrontMatter | RemovedKind::Headline
        )
    };
    let pieces: Vec<Piece> = document
        .front_matter
        .removed
        .iter()
        .filter(shown)
        .filter_map(|cut| piece(cut, raw, &lines))
        .collect();
    let apart = document.front_matter.removed.iter().filter_map(|cut| match cut.kind {
        RemovedKind::Headline => Some((cut.span, "=")),
        RemovedKind::FrontMatter => Some((cut.span, "#")),
        _ => None,
    });
    CutsOf {
        apart: apart.collect(),
        raw: Arc::clone(&document.origin.raw),
        path: document.origin.path.clone(),
        words: pieces.iter().map(|piece| piece.cut.words).sum(),
        kept: document.plain.text.split_whitespace().count(),
        pieces,
    }
}

fn piece(cut: &Removed, raw: &str, lines: &LineIndex) -> Option<Piece> {
    let text = raw.get(cut.span.start..cut.span.end)?;
    let lead = text.len() - text.trim_start().len();
    let text = text.trim();
    let (first, _) = lines.line_column(raw, cut.span.start + lead);
    let (last, _) = lines.line_column(raw, cut.span.start + lead + text.len());
    (!text.is_empty()).then(|| Piece { first, last, cut: cut.clone(), text: text.to_owned() })
}

impl Piece {
    /// «@@ 6-8 @@ share, the reason»
    fn head(&self, language: Language) -> String {
        let place = if self.first == self.last {
            self.first.to_string()
        } else {
            format!("{}-{}", self.first, self.last)
        };
        let (kind, reason) = (self.cut.kind.name(), reason(&self.cut, language));
        format!("@@ {place} @@ {kind}, \u{2068}{reason}\u{2069}\n")
    }
}

impl CutsOf {
    /// The article's cuts as lines for people: one a piece, or every line of the file, those that were cut with a minus
    /// before them. The numbers are those that `clean:` takes.
    pub(super) fn lines(&self, form: Cuts, language: Language) -> String {
        let (cuts, words, kept) = (self.pieces.len(), self.words, self.kept);
        let head = match language {
            Language::English => format!("{cuts} cuts, {words} words; {kept} words kept"),
            Language::Arabic => {
                let count = |number: usize, noun| {
                    counted(number as u64, noun, Case::Nominative, Digits::European)
                };
                let (cuts, words) = (count(cuts, &PLACE_IN_TEXT), count(words, &WORD));
                format!("حُذف: {cuts}، {words}؛ وبقي: {}", count(kept, &WORD))
            }
        };
        let mut made = format!("--- {} ({head})\n", self.path);
        match form {
            Cuts::Short => {
                for piece in &self.pieces {
                    made.push_str(&piece.head(language));
                    made.push_str(&format!("- \u{2068}{}\u{2069}\n", excerpt(&piece.text)));
                }
            }
            Cuts::Whole => self.whole(language, &mut made),
        }
        made
    }

    /// Every line that is not blank, with its number.
    fn whole(&self, language: Language, made: &mut String) {
        let pieces = self.pieces.iter().map(|piece| (piece.cut.span, "-", Some(piece)));
        let mut parts: Vec<(Span, &str, Option<&Piece>)> =
            self.apart.iter().map(|&(span, mark)| (span, mark, None)).chain(pieces).collect();
        parts.sort_by_key(|(span, ..)| *span);
        let index = LineIndex::new(&self.raw);
        let numbered = |span: Span, mark: &str, made: &mut String| {
            let text = self.raw.get(span.start..span.end).unwrap_or_default();
            let (first, _) = index.line_column(&self.raw, span.start);
            let lines = (first..).zip(text.split('\n')).map(|(no, line)| (no, line.trim()));
            for (number, line) in lines.filter(|(_, line)| !line.is_empty()) {
                made.push_str(&format!("{mark} {number} \u{2068}{line}\u{2069}\n"));
            }
        };
        let mut at = 0;
        for (span, mark, piece) in parts {
            numbered(Span::new(at, span.start.max(at)), " ", made);
            made.push_str(&piece.map(|piece| piece.head(language)).unwrap_or_default());
            numbered(span, mark, made);
            at = span.end.max(at);
        }
        numbered(Span::new(at, self.raw.len()), " ", made);
    }

    /// One JSON object a piece.
    fn json_lines(&self) -> String {
        let line = |piece: &Piece| {
            let cut = &piece.cut;
            let record = json!({
                "path": self.path, "line": piece.first, "last_line": piece.last, "start": cut.span.start, "end": cut.span.end,
                "kind": cut.kind.name(), "code": Reason::of_text(&cut.reason).map(Reason::code), "reason": cut.reason, "words": cut.words, "text": piece.text,
            });
            format!("{record}\n")
        };
        self.pieces.iter().map(line).collect()
    }
}

/// Why something was cut: in Arabic as the site says it, in English the words of its code.
fn reason(cut: &Removed, language: Language) -> String {
    match (language, Reason::of_text(&cut.reason)) {
        (Language::English, Some(reason)) => reason.code().replace('-', " "),
        _ => cut.reason.to_string(),
    }
}

/// Prints the cuts: as asked for, or how many there are.
pub(super) fn print(
    cuts: &[CutsOf],
    form: Option<Cuts>,
    terminal: &mut Terminal<'_>,
) -> io::Result<()> {
    let with_cuts = || cuts.iter().filter(|cuts| !cuts.pieces.is_empty());
    match form {
        None if with_cuts().next().is_none() => Ok(()),
        None => {
            let line = summary(cuts, terminal.language);
            terminal.close_with(&line)
        }
        Some(_) if terminal.json => {
            with_cuts().try_for_each(|cuts| write!(terminal.out, "{}", cuts.json_lines()))
        }
        Some(form) => cuts
            .iter()
            .filter(|cuts| form == Cuts::Whole || !cuts.pieces.is_empty())
            .try_for_each(|cuts| write!(terminal.out, "{}", cuts.lines(form, terminal.language))),
    }
}

/// All cuts in one line.
fn summary(cuts: &[CutsOf], language: Language) -> String {
    let words: usize = cuts.iter().map(|cuts| cuts.words).sum();
    let pieces: usize = cuts.iter().map(|cuts| cuts.pieces.len()).sum();
    let articles = cuts.iter().filter(|cuts| !cuts.pieces.is_empty()).count();
    match language {
        Language::English => format!(
            "cut from {articles} of the articles: {pieces} pieces, {words} words; `check --cuts` shows them"
        ),
        Language::Arabic => {
            let pieces = counted(pieces as u64, &PLACE_IN_TEXT, Case::Nominative, Digits::European);
            let words = counted(words as u64, &WORD, Case::Nominative, Digits::European);
            let articles = counted(articles as u64, &ARTICLE, Case::Oblique, Digits::European);
            format!("حُذف من {articles}: {pieces}، {words}؛ يعرضها `check --cuts`")
        }
    }
}

/// The first line of a piece, shortened, and how many lines follow.
fn excerpt(text: &str) -> String {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let first = lines.next().unwrap_or_default();
    let mut shown: String = first.chars().take(EXCERPT).collect();
    if shown.len() < first.len() {
        shown.push('…');
    }
    match lines.count() {
        0 => shown,
        more => format!("{shown} (+{more})"),
    }
}
