//! [`Draft`] → [`Document`]: dates, names, quotes, topics and events are found and marked.
//!
//! 1. [`text`] reads the article as folded [`words`] and sentences, once;
//! 2. [`known`] finds what the knowledge base knows, [`joined_heads`] where one head stands for several, [`unknown`] names that nobody has listed;
//! 3. [`timex`] finds time expressions, [`dating`] says when the article was published; [`overlap`] decides who wins where two claim one span;
//! 4. [`quotes`] finds direct speech and its speakers, [`roles`] offices beside names;
//! 5. [`topics`], [`events`] and [`about`] say what the article speaks of, and of which day;
//! 6. [`marks`] turns findings into marks; [`suggest`] gathers unknown names over all articles.

mod about;
mod edges;
mod events;
mod joined_heads;
mod known;
mod marks;
mod nations;
mod overlap;
mod quotes;
mod reason;
mod roles;
mod spotted;
mod spread;
pub mod suggest;
mod text;
mod topics;
pub mod unknown;
mod words;

pub mod dating;
pub mod timex;

use chrono::NaiveDate;
use sha2::{Digest as _, Sha256};

use crate::arabic::calendar::Edtf;
use crate::diagnostics::{Diagnostic, Warned};
use crate::document::{
    Document, Draft, Findings, FrontMatter, Identity, Mention, Order, Plain, Source,
};
use crate::knowledge::Knowledge;
use crate::span::Span;

use dating::Dating;
use marks::Decided;
use text::Text;
use timex::{Anchor, Candidate};
use words::{Unquoted, Words};

pub use reason::Reason;
pub use topics::THRESHOLD as TOPIC_THRESHOLD;

/// Finds and marks everything that the knowledge base and the rules of the language know.
pub fn annotate(draft: Draft, knowledge: &Knowledge) -> Warned<Document> {
    annotate_in(draft, Order::DayFirst, knowledge)
}

/// The same for an article of which others of its source have shown the order of day and month.
///
/// ```
/// use sijill::article::{annotate, clean, read};
/// use sijill::document::{InputKind, Order};
/// let text = "افتتاح جسر جديد\nنُشر في: 5/6/2021\n\nافتتحت بلدية الوادي جسرًا جديدًا على النهر، وقالت إنه يخفف الزحام عن وسط المدينة.\n";
/// let draft = || {
///     let raw = read::from_text("-", text, InputKind::Text).unwrap().value;
///     clean::clean(&raw, &Default::default()).value
/// };
/// let day = |order| annotate::annotate_in(draft(), order, &Default::default()).value.front_matter.date.unwrap().to_string();
/// assert_eq!(day(Order::DayFirst), "2021-06-05");
/// assert_eq!(day(Order::MonthFirst), "2021-05-06");
/// ```
pub fn annotate_in(draft: Draft, order: Order, knowledge: &Knowledge) -> Warned<Document> {
    let plain = Plain::of(&draft.text);
    let (text, candidates, dating) = dated_text(&draft, &plain, order, knowledge);
    let mut front_matter = draft.front_matter;
    dated(&mut front_matter, &dating);
    let decided = marks::decided(&plain, &draft.text);
    let anchor = Anchor {
        reference: dating.reference,
        published: front_matter.date.as_ref().and_then(Edtf::single_day),
        month_first: dating.month_first,
        no_day: front_matter.date.as_ref().is_some_and(spans_weeks),
    };
    let given = Given {
        title: front_matter.title.as_deref(),
        published: front_matter.date.as_ref(),
        anchor,
        decided,
        home: home(&front_matter.source, knowledge),
    };
    let Warned { value: findings, diagnostics: found } =
        find(&plain, &text, &candidates, given, knowledge, &mut |_| {});
    let mut diagnostics = dating.diagnostics;
    diagnostics.extend(found);
    if front_matter.topics.is_none() {
        front_matter.topics = Some(findings.topics.iter().map(|topic| topic.id.clone()).collect());
    }
    let (marked, refused) = draft.text.clone().settle(marks::marks(&plain, &draft.text, &findings));
    diagnostics.extend(refused.iter().map(|mark| unmarked(&draft.text.markdown, mark.span)));
    Warned {
        value: Document {
            front_matter,
            text: marked,
            plain,
            findings,
            order: dating.order,
            origin: draft.origin,
            identity: Identity::default(),
        },
        diagnostics,
    }
}

/// The front matter of a draft with its dates, which is all that some callers ask of annotation.
///
/// The dates are those that [`annotate`] finds.
pub fn date(draft: &Draft, knowledge: &Knowledge) -> FrontMatter {
    let plain = Plain::of(&draft.text);
    let (_, _, dating) = dated_text(draft, &plain, Order::DayFirst, knowledge);
    let mut front_matter = draft.front_matter.clone();
    dated(&mut front_matter, &dating);
    front_matter
}

/// A digest of what a document asks of the people, organizations and places of a knowledge base, and of the texts that are
/// no names: while it is the same, and
/// all else that the document is made from, so is the document.
///
/// ```
/// use sijill::article::annotate::asked;
/// use sijill::document::{Document, Plain};
/// use sijill::knowledge::Knowledge;
/// let document = Document { plain: Plain::of_text("وصل الوفد إلى العراق."), ..Document::default() };
/// let of = |yaml| asked(&document, &Knowledge::parse([("places.yaml", yaml)]).unwrap());
/// let before = of("places:\n  - {id: iraq, name: العراق}\n");
/// assert_eq!(of("places:\n  - {id: iraq, name: العراق}\n  - {id: iran, name: إيران}\n"), before);
/// assert_ne!(of("places:\n  - {id: iraq, name: العراق}\n  - {id: delegation, name: الوفد}\n"), before);
/// ```
pub fn asked(document: &Document, knowledge: &Knowledge) -> [u8; 32] {
    let words = Words::of(&document.plain);
    let names = known::asked(&words, &Unquoted::of(&words), knowledge).into_iter();
    let letters = (0..words.list.len()).map(|index| words.at(index));
    let mut all = Sha256::new();
    all.update(knowledge.digest_of(names));
    all.update(knowledge.ignored_digest(words.text, letters));
    all.finalize().into()
}

/// Whether a date is a month or the time of an issue: «العدد 31 – آذار 2011».
fn spans_weeks(date: &Edtf) -> bool {
    /// An article that tells of a day of its week may have been written on any of them.
    const WEEK: i64 = 7;
    matches!(date.days(), (Some(from), Some(to)) if (to - from).num_days() > WEEK)
}

/// Where the outlet of an article is based, if it and its outlet are known.
fn home<'k>(source: &Source, knowledge: &'k Knowledge) -> Option<&'k str> {
    let outlets = knowledge.outlet_names();
    let named = source.outlet.as_deref().and_then(|name| outlets.named(name));
    let id = named.or_else(|| source.url.as_deref().and_then(|address| outlets.at(address)))?;
    knowledge.outlets.get(id)?.country.as_deref()
}

/// An article read, its time expressions, and its dates.
fn dated_text<'t>(
    draft: &Draft,
    plain: &'t Plain,
    order: Order,
    knowledge: &Knowledge,
) -> (Text<'t>, Vec<Candidate>, Dating) {
    let candidates = timex::recognize(plain);
    let text = Text::of(plain, knowledge);
    let dating = dating::date_article(draft, &text, &candidates, knowledge, order);
    (text, candidates, dating)
}

/// Puts what was found of an article's dates into its front matter; what a person wrote there stays.
fn dated(front_matter: &mut FrontMatter, dating: &Dating) {
    // Markdown has lost the head and foot of its page: where its own words find the day
    // that was found with them, the evidence that was written down then is the fuller one.
    let found_again = dating
        .published
        .as_ref()
        .is_some_and(|(value, ..)| front_matter.date.as_ref() == Some(value));
    if let Some((value, basis, evidence)) =
        dating.published.as_ref().filter(|_| !found_again || front_matter.date_evidence.is_empty())
    {
        front_matter.date = Some(value.clone());
        front_matter.date_basis = Some(*basis);
        front_matter.date_evidence.clone_from(evidence);
    }
    if front_matter.captured.is_none() {
        front_matter.captured.clone_from(&dating.captured);
    }
}

/// Finds everything in a text that is already clean; `reference` is the day from which it speaks.
pub fn annotate_plain(
    plain: &Plain,
    reference: Option<NaiveDate>,
    knowledge: &Knowledge,
) -> Warned<Findings> {
    annotate_watched(plain, reference, knowledge, &mut |_| {})
}

/// Does what [`annotate_plain`] does, and names each step when it is done, for whoever takes the time.
#[doc(hidden)]
pub fn annotate_watched(
    plain: &Plain,
    reference: Option<NaiveDate>,
    knowledge: &Knowledge,
    done: &mut dyn FnMut(&'static str),
) -> Warned<Findings> {
    let published = reference.map(Edtf::day);
    let anchor = Anchor { reference, ..Anchor::default() };
    let candidates = timex::recognize(plain);
    done("timex: recognize");
    let text = Text::of(plain, knowledge);
    done("words, sentences, cues");
    find(
        plain,
        &text,
        &candidates,
        Given { published: published.as_ref(), anchor, ..Given::default() },
        knowledge,
        done,
    )
}

/// What is known of an article before anything is found in it.
#[derive(Default)]
struct Given<'a> {
    title: Option<&'a str>,
    published: Option<&'a Edtf>,
    /// The day from which its relative expressions count.
    anchor: Anchor,
    /// What a person marked.
    decided: Decided,
    /// The country of its outlet.
    home: Option<&'a str>,
}

/// All steps in order.
fn find(
    plain: &Plain,
    text: &Text<'_>,
    candidates: &[Candidate],
    given: Given<'_>,
    knowledge: &Knowledge,
    done: &mut dyn FnMut(&'static str),
) -> Warned<Findings> {
    let words = &text.words;
    let (known, diagnostics) = known::mentions(words, &text.unquoted, given.home, knowledge);
    let Decided { mentions: decided, dates: decided_dates, closed, .. } = &given.decided;
    let known: Vec<Mention> = known.into_iter().chain(decided.iter().cloned()).collect();
    done("known names");
    let mut unknown = unknown::names(words, &known);
    unknown.retain(|mention| {
        !knowledge.ignored(mention.span.cut(words.text))
            && !overlap::is_of_time(mention, candidates, words.text)
    });
    done("unknown names");
    let found =
        known.into_iter().chain(unknown).filter(|mention| marks::is_free(closed, mention.span));
    let mentions = decided.iter().cloned().chain(found).collect();
    let resolved = timex::resolve(plain, candidates, &given.anchor);
    let decided_dates = marks::as_written(decided_dates, &resolved);
    let dates = resolved.into_iter().filter(|date| marks::is_free(closed, date.span)).collect();
    done("timex: resolve");
    let (mentions, mut dates) =
        overlap::mentions_and_dates(&plain.text, overlap::mentions(mentions), dates);
    dates.extend(decided_dates);
    dates.sort_by_key(|date| date.span);
    done("overlap");
    let quotes = marks::spoken(
        quotes::quotes(words, &mentions, given.title.unwrap_or_default()),
        &plain.text,
        &given.decided,
    );
    done("quotes");
    let roles = roles::roles(words, &mentions, given.anchor.reference);
    done("roles");
    let topics = topics::topics(words, &text.spotted, given.title, &mentions, knowledge);
    done("topics");
    let told = about::told(text, &dates);
    let day = about::day(text, &told, given.published);
    let known = events::Known { title: given.title, published: given.published, day: day.as_ref() };
    let (events, conflicts) = events::events(text, &mentions, &told, &known, knowledge);
    let about = about::about(text, day, &events, given.published, knowledge);
    done("events");
    Warned {
        value: Findings { mentions, dates, quotes, topics, events, roles, conflicts, about },
        diagnostics,
    }
}

/// A mark that Markdown would not take.
fn unmarked(markdown: &str, span: Span) -> Diagnostic {
    Diagnostic::note(
        "unmarked",
        format!(
            "«{}» is left unmarked: its block would read otherwise with a mark",
            span.cut(markdown)
        ),
    )
    .help("look for brackets or asterisks beside it")
}
