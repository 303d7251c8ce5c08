//! The head of a letter that was pasted with its text: «From: …», «الموضوع: …»; the labels are `letter_heads.txt`.
//!
//! Lines of two kinds or more that stand together are one, if a day or a subject is among them: an open letter («من: أهالي
//! الحي», «إلى: رئيس البلدية») has neither. Whoever sent it is no outlet, unless the name says that it is one.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::blocks::Blocks;
use crate::arabic::fold::folded;

/// What a line of the head tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Told {
    /// «From:», «من:»
    From,
    /// «To:», «نسخة:» and what else is of no concern.
    To,
    /// «Sent:», «التاريخ:»
    Date,
    /// «Subject:», «الموضوع:»
    Subject,
    /// «---------- Forwarded message ---------»
    Opens,
}

/// The labels and marks, folded, each with what it tells; a mark before a subject tells nothing.
static WORDS: LazyLock<BTreeMap<String, Option<Told>>> = LazyLock::new(|| {
    let mut now = None;
    let mut found = BTreeMap::new();
    for line in include_str!("letter_heads.txt").lines().filter(|line| !line.starts_with('#')) {
        let Some(words) = line.strip_prefix("  ") else {
            now = section(line);
            continue;
        };
        for word in words.split_whitespace() {
            found.insert(folded(&word.to_lowercase().replace('_', " ")), now);
        }
    }
    found
});

fn section(title: &str) -> Option<Told> {
    match title {
        "from" => Some(Told::From),
        "to" => Some(Told::To),
        "date" => Some(Told::Date),
        "subject" => Some(Told::Subject),
        "opens" => Some(Told::Opens),
        _ => None,
    }
}

/// The lines over a text that are the head of a letter.
#[derive(Debug, Default)]
pub(super) struct Letter {
    lines: BTreeMap<usize, Told>,
}

impl Letter {
    /// The heads above a text; of a letter that was sent on twice there are two.
    pub(super) fn of(blocks: &Blocks, text: &str) -> Self {
        /// How far down the page they are looked for, in lines.
        const HEAD: usize = 32;
        let line = |index: usize| blocks.blocks[index].span.cut(text);
        let count = blocks.blocks.len().min(HEAD);
        let mut lines = BTreeMap::new();
        let mut group = BTreeMap::new();
        for index in 0..=count {
            let told = (index < count).then(|| told(line(index))).flatten();
            // «>» of a letter that was answered stands apart from its line.
            let is_mark = index < count && line(index).chars().all(is_ornament);
            match told {
                Some(told) => drop(group.insert(index, told)),
                None if is_mark => {}
                None => {
                    let group = std::mem::take(&mut group);
                    if is_head(&group) {
                        lines.extend(group);
                    }
                }
            }
        }
        Self { lines }
    }

    /// Whether a line is of it.
    pub(super) fn has(&self, index: usize) -> bool {
        self.lines.contains_key(&index)
    }

    /// The lines, each with what it tells.
    pub(super) fn lines(&self) -> impl Iterator<Item = (usize, Told)> {
        self.lines.iter().map(|(&index, &told)| (index, told))
    }

    /// The last line that tells something: nearest to the text of a letter that was sent on.
    pub(super) fn last(&self, wanted: Told) -> Option<usize> {
        self.lines().filter(|&(_, told)| told == wanted).map(|(index, _)| index).last()
    }
}

/// Whether lines that stand together are the head of a letter.
fn is_head(group: &BTreeMap<usize, Told>) -> bool {
    let kinds: BTreeSet<Told> =
        group.values().copied().filter(|&told| told != Told::Opens).collect();
    kinds.len() > 1 && (kinds.contains(&Told::Date) || kinds.contains(&Told::Subject))
}

/// What a line of a head tells: by the word before its colon, or as the line that opens it.
pub(super) fn told(line: &str) -> Option<Told> {
    /// The longest label and the longest line that opens a letter, in bytes: a paragraph is not folded to be neither.
    const LABEL: usize = 48;
    const OPENS: usize = 128;
    let of = |words: &str| WORDS.get(&folded(&words.trim().to_lowercase())).copied().flatten();
    let bare = without_ornaments(line);
    let whole = Some(bare.trim_matches(is_ornament)).filter(|whole| whole.len() <= OPENS);
    if let Some(Told::Opens) = whole.and_then(of) {
        return Some(Told::Opens);
    }
    let (label, _) = bare.split_once(':').filter(|(label, _)| label.len() <= LABEL)?;
    of(label.trim_matches(is_ornament)).filter(|&told| told != Told::Opens)
}

/// What a line of a head says: behind the colon, without the marks of sending on and answering.
///
/// «Subject: FW: افتتاح المحطة» says «افتتاح المحطة».
pub(super) fn said(line: &str) -> &str {
    let behind = line.split_once(':').map_or(line, |(_, behind)| behind);
    let mut said = behind.trim_matches(is_ornament);
    while let Some((mark, rest)) = said.split_once(':')
        && WORDS.get(&folded(&mark.trim().to_lowercase())) == Some(&None)
    {
        said = rest.trim_matches(is_ornament);
    }
    said
}

/// Whoever sent a letter, without the address: «وكالة الساحل <news@example.org>».
pub(super) fn sender(line: &str) -> &str {
    said(line).split(['<', '[', '(']).next().unwrap_or_default().trim_matches(is_ornament)
}

fn without_ornaments(line: &str) -> &str {
    line.trim_start_matches(is_ornament)
}

/// «> From:», «*من: *», «-----Original Message-----»: what programs of mail put around.
fn is_ornament(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '>' | '*' | '|' | '-' | '_' | '–' | '—' | ':' | '"' | '•')
        || matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_heads_are_told_by_their_labels() {
        for (line, expected) in [
            ("> From: Omar <omar@example.org>", Some(Told::From)),
            ("*الموضوع: **افتتاح المحطة*", Some(Told::Subject)),
            ("Envoyé : mercredi 12 avril 2023", Some(Told::Date)),
            ("-----Original Message-----", Some(Told::Opens)),
            ("بداية الرسالة المعاد توجيهها:", Some(Told::Opens)),
            ("من بغداد: قال الوزير إن العمل بدأ", None),
            ("قال الموضوع: لا يهم", None),
        ] {
            assert_eq!(told(line), expected, "{line}");
        }
        assert_eq!(said("Subject: RE: FW: افتتاح المحطة: تفاصيل"), "افتتاح المحطة: تفاصيل");
        assert_eq!(sender("من: وكالة الساحل <news@sahel.example>"), "وكالة الساحل");
    }
}
