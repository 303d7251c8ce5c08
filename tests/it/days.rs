//! The day of publication, found in the heads and feet of many pages; each half of the corpus is counted for itself.
//!
//! `SIJILL_SHOW=tuned cargo test --test it days` prints what is wrong in the half that may be looked at.

#![expect(clippy::print_stderr, reason = "the figures are for whoever runs the tests")]

use sijill::article::{annotate, clean, read};
use sijill::config::Config;
use sijill::document::{ClueKind, DateBasis, FrontMatter, InputKind};
use sijill::knowledge::Knowledge;

use crate::articles::{folder, text};

/// A page and the day that a careful editor gives it.
struct Page {
    name: String,
    date: String,
    basis: String,
    captured: String,
    raw: String,
}

/// Reads `=== NAME | date=… | basis=… | captured=… | note` and the lines below each.
fn pages(half: &str) -> Vec<Page> {
    let source = text(&folder(&format!("corpus/days/{half}.txt")));
    let mut found: Vec<Page> = Vec::new();
    for line in source.lines() {
        if let Some(head) = line.strip_prefix("=== ") {
            let fields: Vec<&str> = head.split(" | ").collect();
            let field = |name: &str| fields.iter().find_map(|field| field.strip_prefix(name)).unwrap_or("-").trim().to_owned();
            let name = fields[0].trim().to_owned();
            found.push(Page { name, date: field("date="), basis: field("basis="), captured: field("captured="), raw: String::new() });
        } else if let Some(page) = found.last_mut() {
            page.raw.push_str(line);
            page.raw.push('\n');
        }
    }
    found
}

fn front_matter(page: &Page) -> FrontMatter {
    let (knowledge, config) = (Knowledge::default(), Config::default());
    let raw = read::from_text(&page.name, &page.raw, InputKind::Text, &config).unwrap_or_else(|error| panic!("{}: {error}", page.name));
    let draft = raw.and_then(|raw| clean::clean(&raw, &knowledge, &config)).value;
    annotate::date(&draft, &knowledge)
}

/// What cleaning hands on of a page's days.
fn clues(page: &Page) -> Vec<(ClueKind, String)> {
    let (knowledge, config) = (Knowledge::default(), Config::default());
    let raw = read::from_text(&page.name, &page.raw, InputKind::Text, &config).unwrap_or_else(|error| panic!("{}: {error}", page.name));
    let draft = raw.and_then(|raw| clean::clean(&raw, &knowledge, &config)).value;
    draft.clues.into_iter().map(|clue| (clue.kind, clue.text)).collect()
}

/// How a half of the corpus comes out.
#[derive(Debug, Default)]
struct Figures {
    pages: usize,
    right: usize,
    /// A day where there is none, or another day.
    wrong: usize,
    basis: usize,
    clocks: usize,
    clocks_right: usize,
}

fn measure(half: &str) -> Figures {
    let show = std::env::var("SIJILL_SHOW").is_ok_and(|shown| shown == half);
    let mut figures = Figures::default();
    for page in pages(half) {
        let found = front_matter(&page);
        let date = found.date.as_ref().map_or("-".to_owned(), ToString::to_string);
        let basis = found.date_basis.map_or("-", DateBasis::name);
        let captured = found.captured.as_ref().map_or("-".to_owned(), ToString::to_string);
        figures.pages += 1;
        figures.right += usize::from(date == page.date);
        figures.wrong += usize::from(date != page.date && date != "-");
        figures.basis += usize::from(date == page.date && basis == page.basis);
        if page.captured != "-" {
            figures.clocks += 1;
            figures.clocks_right += usize::from(captured == page.captured);
        }
        if show && (date != page.date || basis != page.basis || page.captured != captured) {
            eprintln!("{:?}", clues(&page));
            eprintln!("{}: {date} {basis} captured {captured}; wanted {} {} captured {}", page.name, page.date, page.basis, page.captured);
        }
    }
    eprintln!("days, {half}: {figures:?}");
    figures
}

/// Holds the share of right days and of wrong ones, in per cent, against what was reached: 97 and 1 are asked for.
fn check(half: &str, right: usize, wrong: usize) {
    let figures = measure(half);
    assert!(figures.right * 100 >= figures.pages * right, "{figures:?}");
    assert!(figures.wrong * 100 <= figures.pages * wrong, "{figures:?}");
}

#[test]
fn the_tuned_half() {
    check("tuned", 97, 1);
}

#[test]
fn the_tuned_half_of_another_hand() {
    check("tuned-two", 97, 1);
}

#[test]
fn the_tuned_half_of_news_sites() {
    check("tuned-three", 97, 1);
}

/// It was kept aside until its 166 pages had been measured eleven times: 150 right and 4 wrong at first, 156 and 1 when it was opened.
#[test]
fn the_tuned_half_that_was_kept_aside() {
    check("tuned-four", 97, 1);
}

/// Opened with 105 right and 2 wrong of its 115 pages.
#[test]
fn the_tuned_half_that_was_opened_last() {
    check("tuned-five", 97, 1);
}

#[test]
fn the_held_out_half() {
    check("held-out", 95, 0);
}

#[test]
fn the_held_out_half_of_a_third_hand() {
    check("held-out-three", 90, 1);
}

/// Every half of the corpus, and the pages of which a clock is all that they show.
const HALVES: [&str; 8] = ["tuned", "tuned-two", "tuned-three", "tuned-four", "tuned-five", "clocks", "held-out", "held-out-three"];

#[test]
fn a_page_that_shows_no_day_of_its_own_gets_none() {
    /// How many pages of each kind the corpus is to hold.
    const ASKED: usize = 60;
    let (mut clocks, mut bare, mut wrong) = (0, 0, 0);
    for page in HALVES.into_iter().flat_map(pages).filter(|page| page.date == "-") {
        *if page.captured == "-" { &mut bare } else { &mut clocks } += 1;
        wrong += usize::from(front_matter(&page).date.is_some());
    }
    assert!(clocks >= ASKED && bare >= ASKED, "{clocks} with a clock alone, {bare} with nothing");
    /// One page of the half that nobody has read yet.
    const OPEN: usize = 1;
    assert!(wrong <= OPEN, "{wrong} pages got a day from nowhere");
}

#[test]
fn pages_that_show_a_clock_alone() {
    check("clocks", 97, 0);
}
