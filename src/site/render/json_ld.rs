//! JSON-LD: what a page is about, for machines. Nothing is said that is not known.

use serde_json::{Map, Value, json};

use super::link::permalink;
use super::views::Views;
use crate::arabic::calendar::Edtf;
use crate::arabic::calendar::edtf::{Endpoint, Moment, Precision};
use crate::config::Config;
use crate::knowledge::{Entity, EntityKind, Event, Status};
use crate::site::model::{Article, EventPage};

/// The dossier itself.
pub(super) fn web_site(config: &Config, description: &str, address: Option<String>) -> Value {
    let mut object = node("WebSite");
    object.insert("name".to_owned(), json!(config.title));
    insert_url(&mut object, address);
    object.insert("inLanguage".to_owned(), json!(config.lang));
    object.insert("description".to_owned(), json!(description));
    Value::Object(object)
}

/// The article of the source, as part of the dossier.
pub(super) fn article(views: &Views<'_>, article: &Article) -> Value {
    let config = &views.site.config();
    let front = &article.document.front_matter;
    let mut object = node("NewsArticle");
    object.insert("headline".to_owned(), json!(article.title));
    object.insert("inLanguage".to_owned(), json!(front.lang.as_deref().unwrap_or("ar")));
    insert_url(&mut object, permalink(&config.base_url, &article.path()));
    let mut dossier = Map::from_iter([
        ("@type".to_owned(), json!("CreativeWork")),
        ("name".to_owned(), json!(config.title)),
    ]);
    insert_url(&mut dossier, permalink(&config.base_url, "index.html"));
    object.insert("isPartOf".to_owned(), Value::Object(dossier));
    if let Some(date) = article.date().and_then(iso) {
        object.insert("datePublished".to_owned(), json!(date));
    }
    if article.outlet != crate::site::model::OutletOf::Unknown {
        object.insert(
            "publisher".to_owned(),
            json!({"@type": "Organization", "name": views.outlet_name(&article.outlet)}),
        );
    }
    if let Some(author) = front.source.author.as_deref().filter(|author| !author.trim().is_empty())
    {
        object.insert("author".to_owned(), json!({"@type": "Person", "name": author}));
    }
    if let Some(url) = front.source.url.as_deref().and_then(super::link::safe_address) {
        object.insert("isBasedOn".to_owned(), json!(url));
    }
    if let Some(url) = front.source.archived.as_deref().and_then(super::link::safe_address) {
        object.insert("archivedAt".to_owned(), json!(url));
    }
    Value::Object(object)
}

/// An event, with the articles that attest it on its own page.
pub(super) fn event(views: &Views<'_>, page: &EventPage, whole: bool) -> Value {
    let Some(event) = views.site.event(&page.id) else { return Value::Null };
    let base = &views.site.config().base_url;
    let mut object =
        if whole { node("Event") } else { Map::from_iter([("@type".to_owned(), json!("Event"))]) };
    object.insert("name".to_owned(), json!(event.name));
    object.insert("startDate".to_owned(), json!(start(&event.date)));
    if let Some(end) = end(&event.date) {
        object.insert("endDate".to_owned(), json!(end));
    }
    insert_url(&mut object, permalink(base, &Views::event_path(&event.id)));
    if let Some(status) = schema_status(event.status) {
        object.insert("eventStatus".to_owned(), json!(format!("https://schema.org/{status}")));
    }
    if let Some(place) = location(views, event) {
        object.insert("location".to_owned(), json!({"@type": "Place", "name": place}));
    }
    if whole {
        if let Some(summary) = &event.summary {
            object.insert("description".to_owned(), json!(summary));
        }
        let mut articles: Vec<usize> =
            page.attestations.iter().map(|found| found.article).collect();
        articles.dedup();
        let subject: Vec<Value> = articles
            .iter()
            .take(30)
            .map(|&no| {
                let article = views.article(no);
                let language = article.document.front_matter.lang.as_deref().unwrap_or("ar");
                let mut made = Map::from_iter([
                    ("@type".to_owned(), json!("Article")),
                    ("headline".to_owned(), json!(article.title)),
                    ("inLanguage".to_owned(), json!(language)),
                ]);
                insert_url(&mut made, permalink(base, &article.path()));
                Value::Object(made)
            })
            .collect();
        if !subject.is_empty() {
            object.insert("subjectOf".to_owned(), json!(subject));
        }
    }
    Value::Object(object)
}

/// The events of a page of the timeline.
pub(super) fn timeline(views: &Views<'_>, events: &[usize]) -> Value {
    let items: Vec<Value> = events
        .iter()
        .filter(|&&no| !views.site.whole().timeline.events[no].told)
        .enumerate()
        .map(|(at, &no)| json!({"@type": "ListItem", "position": at + 1, "item": event(views, &views.site.whole().timeline.events[no], false)}))
        .collect();
    let mut object = node("ItemList");
    object.insert("name".to_owned(), json!("التسلسل الزمني"));
    object.insert("itemListElement".to_owned(), json!(items));
    Value::Object(object)
}

/// A person, an organization or a place.
pub(super) fn entity(views: &Views<'_>, entity: &Entity) -> Value {
    let mut object = node(match entity.kind {
        EntityKind::Person => "Person",
        EntityKind::Organization => "Organization",
        EntityKind::Place => "Place",
    });
    object.insert("name".to_owned(), json!(entity.name));
    let names: Vec<&String> = entity.latin.iter().chain(&entity.aliases).collect();
    if !names.is_empty() {
        object.insert("alternateName".to_owned(), json!(names));
    }
    let same: Vec<&str> =
        entity.same_as.iter().filter_map(|address| super::link::safe_address(address)).collect();
    if !same.is_empty() {
        object.insert("sameAs".to_owned(), json!(same));
    }
    if let Some(description) = &entity.description {
        object.insert("description".to_owned(), json!(description));
    }
    insert_url(&mut object, permalink(&views.site.config().base_url, views.here.path()));
    Value::Object(object)
}

fn node(kind: &str) -> Map<String, Value> {
    Map::from_iter([
        ("@context".to_owned(), json!("https://schema.org")),
        ("@type".to_owned(), json!(kind)),
    ])
}

/// The address of a page of the site; a site without one says nothing.
fn insert_url(object: &mut Map<String, Value>, address: Option<String>) {
    if let Some(address) = address {
        object.insert("url".to_owned(), json!(address));
    }
}

fn location(views: &Views<'_>, event: &Event) -> Option<String> {
    event.place.clone().or_else(|| {
        event.places.first().and_then(|id| views.site.entity(id)).map(|place| place.name.clone())
    })
}

fn schema_status(status: Status) -> Option<&'static str> {
    match status {
        Status::Announced => Some("EventScheduled"),
        Status::Postponed => Some("EventPostponed"),
        Status::Cancelled => Some("EventCancelled"),
        Status::Held | Status::Reported | Status::Disputed => None,
    }
}

fn iso_moment(moment: &Moment) -> Option<String> {
    match &moment.value {
        Precision::Day(day) | Precision::Time(day, _) => Some(day.to_string()),
        Precision::Month(year, month) => Some(format!("{year:04}-{month:02}")),
        Precision::Year(year) | Precision::Part(year, _) => Some(format!("{year:04}")),
        Precision::Decade(_) | Precision::Century(_) => None,
    }
}

/// A single date in ISO 8601; an interval has none, since a publication has one day.
pub(super) fn iso(date: &Edtf) -> Option<String> {
    match date {
        Edtf::Date(moment) => iso_moment(moment).filter(|text| text.len() > 4),
        Edtf::Interval(..) => None,
    }
}

fn start(date: &Edtf) -> String {
    let found = match date {
        Edtf::Date(moment)
        | Edtf::Interval(Endpoint::Moment(moment), _)
        | Edtf::Interval(_, Endpoint::Moment(moment)) => iso_moment(moment),
        Edtf::Interval(..) => None,
    };
    found
        .unwrap_or_else(|| date.first_day().map_or_else(|| date.to_string(), |day| day.to_string()))
}

fn end(date: &Edtf) -> Option<String> {
    match date {
        Edtf::Interval(Endpoint::Moment(_), Endpoint::Moment(moment)) => iso_moment(moment),
        _ => None,
    }
}
