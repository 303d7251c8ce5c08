//! What a person decided about an article that is no Markdown: the file `content/review/SLUG.yaml`.
//!
//! Words are quoted with their place, so that a decision survives a change of the text around it; [`place`] finds them
//! again, and says where they no longer stand. What is decided here is a person's word like a mark in Markdown.

mod decisions;
mod parse;
mod place;

use crate::diagnostics::{Diagnostic, Warned};

use super::front_matter::{CleanRule, FrontMatter, PublicationStatus};
use super::{Annotation, Draft};

pub use decisions::{Decision, LineRule, Review, Reviews, Verdict};
pub use place::{BEGINS_WORDS, Place};

/// How many letters of a line are quoted.
pub const LINE_CHARS: usize = 80;

impl Review {
    /// Reads the text of a review file. Values that make no sense are left out, with a warning.
    ///
    /// ```
    /// use sijill::document::review::Review;
    /// let text = "decisions:\n  - {text: سامي فلان, paragraph: 1, is: person, id: sami}\n";
    /// let review = Review::parse(text).unwrap().value;
    /// assert_eq!(review.decisions[0].place.text, "سامي فلان");
    /// ```
    ///
    /// # Errors
    ///
    /// A diagnostic where the text is no YAML map.
    pub fn parse(text: &str) -> Result<Warned<Self>, Diagnostic> {
        parse::parse(text)
    }

    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        let says_of_article = [
            self.date.is_some(),
            self.outlet.is_some(),
            self.topics.is_some(),
            self.status.is_some(),
        ];
        self.decisions.is_empty() && self.lines.is_empty() && !says_of_article.contains(&true)
    }

    /// Puts what is said of the whole article into its front matter, and the rules about lines of `raw`.
    ///
    /// What stands in the article's own front matter wins; a decision that it overrules is told.
    pub(crate) fn settle_front_matter(
        &self,
        raw: &str,
        front_matter: &mut FrontMatter,
    ) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        let mut overruled = |key: &str, line: usize| {
            let message = format!("`{key}` stands in the article's own front matter, which wins");
            let help = "remove one of the two";
            found.push(self.told("review-overruled", message, line).help(help));
        };
        match (&self.date, &front_matter.date) {
            (Some((_, line)), None) if front_matter.is_undated() => overruled("date", *line),
            (Some((Some(date), _)), None) => front_matter.date = Some(date.clone()),
            (Some((None, _)), None) => front_matter.set_undated(),
            (Some((date, line)), Some(own)) if Some(own) != date.as_ref() => {
                overruled("date", *line);
            }
            _ => {}
        }
        match (&self.outlet, &front_matter.source.outlet) {
            (Some((outlet, _)), None) => front_matter.source.outlet = Some(outlet.clone()),
            (Some((outlet, line)), Some(own)) if own != outlet => overruled("outlet", *line),
            _ => {}
        }
        match (&self.topics, &front_matter.topics) {
            (Some((topics, _)), None) => front_matter.topics = Some(topics.clone()),
            (Some((topics, line)), Some(own)) if own != topics => overruled("topics", *line),
            _ => {}
        }
        if let Some((status, line)) = &self.status {
            if front_matter.status == PublicationStatus::default() {
                front_matter.status = *status;
            } else if front_matter.status != *status {
                overruled("status", *line);
            }
        }
        for rule in &self.lines {
            match rule.lines_of(raw) {
                Some((first, last)) => {
                    front_matter.clean.push(CleanRule { keep: rule.keep, first, last });
                }
                None => {
                    let message = format!("no line of the file begins with «{}»", rule.from);
                    found.push(self.told("review-lost", message, rule.line).help(LOST));
                }
            }
        }
        found
    }

    /// Puts the decisions into a text as marks of a person; tells those whose words no longer stand there.
    pub fn settle(&self, draft: &mut Draft) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        if self.decisions.is_empty() {
            return found;
        }
        let plain = super::Plain::of(&draft.text);
        for decision in &self.decisions {
            let Some(span) = decision.place.find(&plain) else {
                let message = format!("«{}» no longer stands in the article", decision.place.text);
                found.push(self.told("review-lost", message, decision.line).help(LOST));
                continue;
            };
            let mark = decision.verdict.mark(&plain, span);
            let span = mark.and_then(|(span, annotation)| {
                Some((plain.to_markdown(span, &draft.text.markdown)?, annotation))
            });
            let stands = span.is_some_and(|(span, annotation)| draft.text.decide(span, annotation));
            if !stands {
                let message = format!("«{}» cannot be marked where it stands", decision.place.text);
                let help = "another decision covers these words, or its block would read otherwise with a mark";
                found.push(self.told("review-lost", message, decision.line).help(help));
            }
        }
        found
    }

    fn told(&self, code: &'static str, message: String, line: usize) -> Diagnostic {
        Diagnostic::warning(code, message).at(line, 1).in_file(self.path.clone())
    }
}

const LOST: &str = "the decision has no effect: correct its words, or remove the line";

impl Verdict {
    /// The mark that says so, and where it stands in the plain text: that of speech on its opening quotation mark.
    pub fn mark(
        &self,
        plain: &super::Plain,
        words: crate::span::Span,
    ) -> Option<(crate::span::Span, Annotation)> {
        Some(match self {
            Self::Mention(kind, id) => (words, Annotation::Mention(*kind, id.clone())),
            Self::Date(value) => (words, Annotation::Date(value.clone())),
            Self::Plain => (words, Annotation::Plain),
            Self::Speech(speaker) => {
                (opening_mark(&plain.text, words.start)?, Annotation::Quote(speaker.clone()))
            }
            Self::NoSpeech => (opening_mark(&plain.text, words.start)?, Annotation::Plain),
        })
    }
}

/// The quotation mark before the words of a quote, over white space.
pub(crate) fn opening_mark(text: &str, start: usize) -> Option<crate::span::Span> {
    let before = text[..start].trim_end();
    let mark =
        before.chars().next_back().filter(|c| matches!(c, '«' | '“' | '”' | '"' | '„' | '‟'))?;
    Some(crate::span::Span::new(before.len() - mark.len_utf8(), before.len()))
}

impl LineRule {
    /// The lines of a raw text, from 1, that it speaks of; nothing where they are not there.
    pub(crate) fn lines_of(&self, raw: &str) -> Option<(usize, usize)> {
        let begins = |line: &str, words: &str| line.trim().starts_with(words);
        let first = raw
            .lines()
            .enumerate()
            .filter(|(_, line)| begins(line, &self.from))
            .nth(self.occurrence.saturating_sub(1))?
            .0;
        let last = match &self.to {
            Some(to) => raw.lines().enumerate().skip(first).find(|(_, line)| begins(line, to))?.0,
            None => first,
        };
        Some((first + 1, last + 1))
    }

    /// The rule that quotes these lines of a raw text, from 1; nothing where one of them is empty.
    pub fn of(raw: &str, keep: bool, first: usize, last: usize) -> Option<Self> {
        let lines: Vec<&str> = raw.lines().map(str::trim).collect();
        let quoted = |number: usize| -> Option<String> {
            let line: String =
                lines.get(number.checked_sub(1)?)?.chars().take(LINE_CHARS).collect();
            Some(line.trim_end().to_owned()).filter(|line| !line.is_empty())
        };
        let from = quoted(first)?;
        let occurrence =
            lines[..first].iter().filter(|line| line.starts_with(from.as_str())).count();
        let to = if last > first { Some(quoted(last)?) } else { None };
        let rule = Self { keep, from, to, occurrence, line: 0 };
        (rule.lines_of(raw) == Some((first, last))).then_some(rule)
    }
}
