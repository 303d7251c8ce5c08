//! The timeline as data: JSON, CSV, and a calendar.

use chrono::{Datelike, Days, NaiveDate};
use serde_json::{Value, json};

use super::fields::{cell, ical};
use super::link::permalink;
use super::views::Views;
use crate::arabic::calendar::Edtf;
use crate::knowledge::Event;
use crate::site::model::EventPage;

fn events<'v>(views: &'v Views<'_>) -> impl Iterator<Item = (&'v EventPage, &'v Event)> {
    let events = views.site.timeline().events.iter();
    events.filter_map(|page| Some((page, views.site.event(&page.id)?)))
}

/// Whether an entry is an editor's event or a sentence of the articles.
fn kind(page: &EventPage) -> &'static str {
    if page.told { "from-articles" } else { "event" }
}

/// Where an entry can be read: the page of an event, or the paragraph that tells it.
fn address(views: &Views<'_>, page: &EventPage) -> Option<String> {
    let base = &views.site.config().base_url;
    match page.attestations.first().filter(|_| page.told) {
        None => permalink(base, &Views::event_path(&page.id)),
        Some(found) => {
            let article = views.card(found.article);
            let shown = article.shows(found.paragraph);
            let fragment = if shown { format!("#p{}", found.paragraph + 1) } else { String::new() };
            Some(permalink(base, &article.path())? + &fragment)
        }
    }
}

/// `timeline.json`
pub(super) fn json(views: &Views<'_>) -> String {
    let base = &views.site.config().base_url;
    let made: Vec<Value> = events(views)
        .map(|(page, event)| {
            let (from, to) = event.date.days();
            let item = views.event_item(page);
            let attested: Vec<Value> = page
                .attestations
                .iter()
                .map(|found| {
                    let article = views.card(found.article);
                    let fragment = if article.shows(found.paragraph) { format!("#p{}", found.paragraph + 1) } else { String::new() };
                    let address = permalink(base, &article.path()).map(|page| page + &fragment);
                    json!({"article": article.slug(), "paragraph": found.paragraph + 1, "status": found.status.name(), "url": address, "claimed": found.claimed.as_ref().map(Edtf::to_string)})
                })
                .collect();
            let claims: Vec<Value> =
                page.claims.iter().map(|claim| json!({"article": views.card(claim.article).slug(), "paragraph": claim.paragraph + 1, "claimed": claim.claimed.to_string()})).collect();
            let sources: Vec<Value> =
                event.sources.iter().map(|source| json!({"name": source.name, "date": source.date.as_ref().map(Edtf::to_string), "url": source.url})).collect();
            json!({
                "id": event.id, "name": event.name, "date": event.date.to_string(),
                "from": from.map(|day| day.to_string()), "to": to.map(|day| day.to_string()),
                "series": event.series, "ordinal": event.ordinal, "round": item.series, "place": item.place,
                "status": event.status.name(), "status_text": item.status.text, "summary": event.summary, "outcome": event.outcome,
                "editor": page.editor, "kind": kind(page), "sources": sources, "attestations": attested, "conflicts": claims,
                "url": address(views, page),
            })
        })
        .collect();
    let whole = json!({"title": views.site.config().title, "language": views.site.config().lang, "events": made});
    serde_json::to_string_pretty(&whole).unwrap_or_default() + "\n"
}

/// The columns of `timeline.csv`.
const COLUMNS: [&str; 11] = [
    "id",
    "date",
    "name",
    "series",
    "place",
    "status",
    "summary",
    "editor",
    "attestations",
    "url",
    "kind",
];

/// `timeline.csv`, with a byte order mark: without it the usual spreadsheet does not see UTF-8.
pub(super) fn csv(views: &Views<'_>) -> String {
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let mut write = |row: [String; COLUMNS.len()]| {
        // Writing to memory does not fail, and all rows are of one length.
        drop(writer.write_record(row));
    };
    write(COLUMNS.map(str::to_owned));
    for (page, event) in events(views) {
        let item = views.event_item(page);
        let count = page.attestations.len().to_string();
        let url = address(views, page).unwrap_or_default();
        let kind = kind(page).to_owned();
        let date = event.date.to_string();
        let editor = if page.editor { "1" } else { "0" };
        let row = [
            &event.id,
            &date,
            &event.name,
            &item.series,
            &item.place,
            event.status.name(),
            &item.text,
            editor,
            &count,
            &url,
            &kind,
        ];
        write(row.map(cell));
    }
    let rows = writer
        .into_inner()
        .ok()
        .and_then(|bytes| String::from_utf8(bytes).ok())
        .unwrap_or_default();
    format!("\u{FEFF}{rows}")
}

/// `timeline.ics`: only what is known to the day can stand in a calendar.
///
/// Its stamp is the day of the dossier, of an event where the dossier has none: the format asks for one.
pub(super) fn ics(views: &Views<'_>) -> String {
    let mut made = String::new();
    let mut line = |text: &str| fold_line(&mut made, text);
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//Sijill//Timeline//AR");
    line(&format!("X-WR-CALNAME:{}", ical(&views.site.config().title)));
    let stamp = views.plan.days.any();
    for (page, event) in events(views) {
        let Some((from, to)) = whole_days(&event.date) else { continue };
        let item = views.event_item(page);
        line("BEGIN:VEVENT");
        let uid = match super::feeds::host(&views.site.config().base_url) {
            Some(host) => format!("{}@{host}", event.id),
            None => super::feeds::uuid(&views.site.config().title, &Views::event_path(&event.id)),
        };
        line(&format!("UID:{uid}"));
        line(&format!("DTSTAMP:{}", stamp.unwrap_or(from).format("%Y%m%dT000000Z")));
        line(&format!("DTSTART;VALUE=DATE:{}", from.format("%Y%m%d")));
        line(&format!("DTEND;VALUE=DATE:{}", to.format("%Y%m%d")));
        line(&format!("SUMMARY;LANGUAGE=ar:{}", ical(&event.name)));
        if !item.text.is_empty() {
            line(&format!("DESCRIPTION;LANGUAGE=ar:{}", ical(&item.text)));
        }
        if !item.place.is_empty() {
            line(&format!("LOCATION;LANGUAGE=ar:{}", ical(&item.place)));
        }
        if page.told {
            line("CATEGORIES;LANGUAGE=ar:من المواد");
        }
        if let Some(url) = address(views, page) {
            line(&format!("URL:{url}"));
        }
        line("END:VEVENT");
    }
    line("END:VCALENDAR");
    made
}

/// First day and the day after the last, of a date that is known to the day at both ends.
fn whole_days(date: &Edtf) -> Option<(NaiveDate, NaiveDate)> {
    use crate::arabic::calendar::edtf::{Endpoint, Precision};
    let day = |endpoint: &Endpoint| match endpoint {
        Endpoint::Moment(moment) => match moment.value {
            Precision::Day(day) | Precision::Time(day, _) => Some(day),
            _ => None,
        },
        Endpoint::Open | Endpoint::Unknown => None,
    };
    let (first, last) = match date {
        Edtf::Date(_) => (date.single_day()?, date.single_day()?),
        Edtf::Interval(start, end) => (day(start)?, day(end)?),
    };
    (first.year() > 0).then_some(())?;
    Some((first, last.checked_add_days(Days::new(1))?))
}

/// A line of at most 75 bytes; longer ones go on after a space, never inside a character.
pub(super) fn fold_line(out: &mut String, text: &str) {
    let mut width = 0;
    for c in text.chars() {
        if width + c.len_utf8() > 74 {
            out.push_str("\r\n ");
            width = 1;
        }
        out.push(c);
        width += c.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calendar_lines_are_folded_between_characters() {
        let mut out = String::new();
        fold_line(&mut out, &"ط".repeat(80));
        assert!(out.split("\r\n").all(|line| line.len() <= 75), "{out}");
        assert_eq!(out.replace("\r\n ", "").trim_end(), "ط".repeat(80));
    }
}
