//! What holds for every text: a law for each function that takes one.
//!
//! The targets of `cargo fuzz` (`targets/`) and the tests (`tests/it/trust/fuzz.rs`) call the same laws.

use std::hint::black_box;

use sijill::arabic::bidi::{base_direction, isolated, isolated_runs, plain_field};
use sijill::arabic::calendar::{Edtf, date_of_phrase, months, printed};
use sijill::arabic::clitics::{analyses, known_reading, readings};
use sijill::arabic::collate::{Heads, compare, letter_heading, sort_key};
use sijill::arabic::fold::folded;
use sijill::arabic::numbers::{digits, parse as numbers_of};
use sijill::arabic::slug::slug_within;
use sijill::arabic::spelling::one_spelling;
use sijill::arabic::stem;
use sijill::arabic::tokenize::{sentences, tokens};
use sijill::article::{annotate, clean as cleaning, read};
use sijill::config::Config;
use sijill::document::{self, FrontMatter, InputKind, Plain};
use sijill::knowledge::Knowledge;
use sijill::site::search::{Side, terms};

/// A law: it panics where it does not hold.
pub(crate) type Law = fn(&str);

/// Every law by its name, which is that of its target.
pub(crate) const LAWS: [(&str, Law); 19] = [
    ("annotate", annotate_text),
    ("bidi", bidi),
    ("calendar", calendar),
    ("clean", clean),
    ("clitics", clitics),
    ("collate", collate),
    ("config", config),
    ("document", document),
    ("fold", fold),
    ("front_matter", front_matter),
    ("knowledge", knowledge),
    ("markdown", markdown),
    ("normalize", normalize),
    ("numbers", numbers),
    ("page", page),
    ("query", query),
    ("slug", slug),
    ("stem", stem_word),
    ("tokenize", tokenize),
];

/// Every mention cuts out words.
pub(crate) fn annotate_text(text: &str) {
    let plain = Plain::of_text(text);
    let found = annotate::annotate_plain(&plain, None, &Knowledge::default()).value;
    for mention in &found.mentions {
        assert!(!mention.span.cut(&plain.text).is_empty());
    }
}

/// Runs begin and end between characters.
pub(crate) fn bidi(text: &str) {
    black_box((base_direction(text), isolated(text), plain_field(text)));
    for run in isolated_runs(text) {
        assert!(text.is_char_boundary(run.span.start) && text.is_char_boundary(run.span.end));
    }
}

/// A date that is written is read back.
pub(crate) fn calendar(text: &str) {
    black_box(date_of_phrase(text));
    for day in printed::printed_days(text) {
        assert!(!day.span.cut(text).is_empty());
    }
    black_box((months::month_from_name(text), months::weekday_from_name(text)));
    if let Ok(value) = text.parse::<Edtf>() {
        assert_eq!(value.to_string().parse::<Edtf>().ok(), Some(value));
    }
}

/// Every cut cuts something out of the text, and none divides a character.
pub(crate) fn clean(text: &str) {
    cleaned(text, InputKind::Text);
}

/// The same of a saved page.
pub(crate) fn page(text: &str) {
    cleaned(text, InputKind::Html);
}

fn cleaned(text: &str, kind: InputKind) {
    let knowledge = Knowledge::default();
    let Ok(raw) = read::from_text("fuzz", text, kind) else { return };
    let draft = raw.and_then(|raw| cleaning::clean(&raw, &knowledge)).value;
    for removed in &draft.front_matter.removed {
        assert!(!removed.span.cut(&draft.origin.raw).is_empty());
    }
}

/// Nothing falls over on the clitics of a word.
pub(crate) fn clitics(text: &str) {
    black_box((readings(text), analyses(text), known_reading(text, |word| word.len() > 4)));
}

/// A text is as great as itself.
pub(crate) fn collate(text: &str) {
    let heads = Heads::default();
    assert!(compare(text, text, heads).is_eq());
    black_box((sort_key(text, heads), letter_heading(text, heads)));
}

/// Settings are read or refused.
pub(crate) fn config(text: &str) {
    let _ = black_box(Config::parse(text));
}

/// A knowledge base is read or refused.
pub(crate) fn knowledge(text: &str) {
    let _ = black_box(Knowledge::parse([("k.yaml", text)]));
}

/// Annotated Markdown is read or refused.
pub(crate) fn document(text: &str) {
    let _ = black_box(document::parse(text));
}

/// A front matter is read or refused.
pub(crate) fn front_matter(text: &str) {
    let _ = black_box(FrontMatter::parse(text));
}

/// What is written of an annotated article is read again, and says the same.
pub(crate) fn markdown(text: &str) {
    let Ok(draft) = document::parse(text) else { return };
    let knowledge = Knowledge::default();
    let made = draft.and_then(|draft| annotate::annotate(draft, &knowledge)).value;
    let written = document::write(&made);
    let Ok(again) = document::parse(&written) else {
        panic!("what was written is refused:\n{written}")
    };
    let plain = Plain::of(&again.value.text);
    assert_eq!(plain.text, made.plain.text, "in:\n{written}");
}

/// What is folded is folded.
pub(crate) fn fold(text: &str) {
    let made = sijill::arabic::fold::fold(text);
    assert_eq!(made.text, folded(text));
    assert_eq!(folded(&made.text), made.text);
    for (at, _) in made.text.char_indices() {
        assert!(text.is_char_boundary(made.map.to_source(at)));
    }
}

/// What is normalized is normalized.
pub(crate) fn normalize(text: &str) {
    let made = sijill::arabic::normalize::normalize(text);
    assert_eq!(sijill::arabic::normalize::normalize(&made.text).text, made.text);
    for (at, _) in made.text.char_indices() {
        assert!(text.is_char_boundary(made.map.to_source(at)));
    }
}

/// A number takes no more words than there are.
pub(crate) fn numbers(text: &str) {
    black_box((
        digits::whole_number(text),
        digits::number(text),
        numbers_of::number_in_words(text),
    ));
    let words: Vec<&str> = text.split_whitespace().collect();
    if let Some((_, length)) = numbers_of::leading_number(&words) {
        assert!(length <= words.len());
    }
    if let Some((_, length)) = numbers_of::leading_ordinal(&words) {
        assert!(length <= words.len());
    }
}

/// A query has terms, and so has a text; none is empty.
pub(crate) fn query(text: &str) {
    for side in [Side::Query, Side::Index] {
        assert!(terms(text, side).iter().all(|term| !term.text.is_empty()));
    }
}

/// A slug is something, and short.
pub(crate) fn slug(text: &str) {
    assert!(!sijill::arabic::slug::slug(text).is_empty());
    assert!(slug_within(text, 40).len() <= 40);
}

/// A word that is spelled in one way is spelled so.
pub(crate) fn stem_word(text: &str) {
    let word = folded(text);
    black_box((stem::key(&stem::stem(&word)), stem::analyze(&word), stem::same_name(&word, &word)));
    let one = one_spelling(text);
    assert_eq!(one_spelling(&one), one);
}

/// Words and sentences cut out what they are.
pub(crate) fn tokenize(text: &str) {
    for token in tokens(text) {
        assert!(!token.span.cut(text).is_empty());
    }
    for sentence in sentences(text) {
        assert!(!sentence.cut(text).is_empty());
    }
}
