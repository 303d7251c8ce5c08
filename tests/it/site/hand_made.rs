//! A small dossier whose annotations are written by hand, so that its pages depend on no rule of the other wing.

use std::sync::Arc;

use sijill::config::Config;
use sijill::document::{
    Annotation, Attestation, Conflict, Document, Findings, Mention, MentionKind, Plain, Quote,
    TimeExpression, TopicScore, parse,
};
use sijill::knowledge::{Knowledge, Status};
use sijill::site::model::{FreePage, assemble};
use sijill::site::output::Output;
use sijill::site::render::{Statics, Templates, pages};
use sijill::site::search;

use super::page;

pub(super) const KNOWLEDGE: &str = "
people:
  - {id: samir-adel, name: سمير عادل, latin: Samir Adel, aliases: [سمير عادل الحسن], short: [عادل], description: موفد الوفد الأول, roles: [{title: وزير النقل, held: 2019/2021}, {title: رئيس الوفد, held: 2021/..}]}
  - {id: nada-karim, name: ندى كريم}
organizations:
  - {id: joint-committee, name: اللجنة المشتركة}
places:
  - {id: basra, name: البصرة}
  - {id: mosul, name: الموصل}
outlets:
  - {id: minaa, name: جريدة الميناء, domains: [minaa.example]}
topics:
  - {id: ports, name: الموانئ, description: ما قيل عن الموانئ., cues: [ميناء, أرصفة]}
  - {id: empty-topic, name: موضوع بلا مواد}
series:
  - {id: port-talks, name: محادثات الموانئ, unit: جولة}
  - {id: background, name: خلفية}
events:
  - {id: port-talks-1, name: الجولة الأولى من محادثات الموانئ, series: port-talks, ordinal: 1, date: 2021-04-07, places: [basra], status: held, parties: [joint-committee], summary: اجتمع الوفدان في البصرة., figures: [{subject: أرصفة الميناء, value: 2500, source: اللجنة المشتركة}]}
  - {id: port-talks-2, name: الجولة الثانية من محادثات الموانئ, series: port-talks, ordinal: 2, date: 2021-09, status: announced, summary: أُعلن عن موعدها.}
  - {id: old-treaty, name: توقيع الاتفاق القديم, series: background, date: 1999-05-02, status: held, sources: [{name: الجريدة الرسمية, date: 1999-05}]}
";

const FIRST: &str = "---
title: الوفدان يجتمعان في البصرة
date: 2021-04-08
date_basis: inferred
date_evidence:
  - {text: اجتمعا أمس, value: 2021-04-07, reason: من موعد الجولة}
source: {outlet: minaa, url: \"https://minaa.example/1\"}
topics: [ports]
aliases: [old/first/]
added: 2024-01-02
---

اجتمع [سمير عادل](person:samir-adel) و[ندى كريم](person:nada-karim) في [البصرة](place:basra) [أمس](date:2021-04-07) في [الجولة](event:port-talks-1) الأولى.

## بعد الجولة

قال عادل: [«](quote:samir-adel)لن نغلق **الميناء** في البصرة». وحضر [سامي فلان](person:) أيضًا.
";

const SECOND: &str = "---
title: موعد جديد للمحادثات
date: 2021-08-20
date_basis: stated
source: {outlet: جريدة بعيدة}
topics: [ports]
---

تُعقد [الجولة](event:port-talks-2) الثانية في [أيلول](date:2021-09) في [الموصل](place:mosul)، وكانت [الأولى](event:port-talks-1) في [أيار](date:2021-05) كما قالت الجريدة.
";

/// A document whose findings are what a person marked in its text.
pub(super) fn document(path: &str, text: &str) -> Document {
    let draft = parse(text).unwrap().value;
    let plain = Plain::of(&draft.text);
    let mut findings = Findings::default();
    for mark in &draft.text.marks {
        let Some(span) = plain.from_markdown(mark.span) else { continue };
        let paragraph = plain.paragraph_at(span.start);
        match &mark.annotation {
            Annotation::Mention(MentionKind::Event, Some(event)) => {
                let claimed = draft.text.marks.iter().find_map(|other| match &other.annotation {
                    Annotation::Date(value) if other.span.start > mark.span.start => {
                        Some(value.clone())
                    }
                    _ => None,
                });
                let status = if event.ends_with('2') { Status::Announced } else { Status::Held };
                let whole = plain.paragraphs[paragraph].span;
                findings.mentions.push(Mention {
                    span,
                    kind: MentionKind::Event,
                    id: Some(event.clone()),
                    reason: String::new(),
                });
                findings.events.push(Attestation {
                    event: event.clone(),
                    status,
                    paragraph,
                    span: whole,
                    claimed,
                    reason: String::new(),
                });
            }
            Annotation::Mention(kind, id) => findings.mentions.push(Mention {
                span,
                kind: *kind,
                id: id.clone(),
                reason: String::new(),
            }),
            Annotation::Date(value) => {
                let relative = span.cut(&plain.text) == "أمس";
                findings.dates.push(TimeExpression {
                    span,
                    value: value.clone(),
                    reason: "من تاريخ النشر".to_owned(),
                    relative,
                });
            }
            Annotation::Quote(speaker) => {
                let end =
                    plain.text[span.end..].find('»').map_or(plain.text.len(), |at| span.end + at);
                let words = sijill::span::Span::new(span.end, end);
                findings.quotes.push(Quote {
                    span: words,
                    speaker: speaker.clone(),
                    speaker_span: None,
                    paragraph,
                });
            }
            Annotation::EndQuote | Annotation::Plain => {}
        }
    }
    if path.contains("second") {
        let known = "2021-04-07".parse().unwrap();
        let span = sijill::span::Span::of(&plain.text, "أيار").unwrap();
        findings.conflicts.push(Conflict {
            event: "port-talks-1".to_owned(),
            claimed: "2021-05".parse().unwrap(),
            known,
            paragraph: 0,
            span,
        });
        findings.topics.push(TopicScore { id: "ports".to_owned(), score: 4.0 });
    }
    let mut made = Document {
        front_matter: draft.front_matter,
        text: draft.text,
        plain,
        findings,
        origin: draft.origin,
        ..Document::default()
    };
    made.origin.path = path.to_owned();
    made
}

pub(super) fn output(documents: Vec<Document>, knowledge: &str, config: &Config) -> Output {
    let knowledge = Knowledge::parse([("knowledge.yaml", knowledge)]).unwrap();
    let site = assemble(documents, &knowledge, config).value;
    let about = FreePage {
        slug: "about".to_owned(),
        title: "عن الملف".to_owned(),
        markdown: "ملف **صغير**. <b>لا</b>".to_owned(),
        ..FreePage::default()
    };
    let theme = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let templates =
        Arc::new(Templates::load(Some(theme)).unwrap_or_else(|error| panic!("{error}")));
    let site = Arc::new(site.with_pages(vec![about]));
    let mut output = pages(&site, &templates).unwrap();
    let files = search::Index::of_site(&site).files();
    output.add_together("search", "the search index", move || files.clone()).unwrap();
    Statics::load(Some(theme)).unwrap().add_to(&mut output).unwrap();
    output
}

pub(super) fn config() -> Config {
    Config {
        title: "ملف الموانئ".to_owned(),
        base_url: "https://example.org/ports".to_owned(),
        years: Some((2020, 2022)),
        ..Config::default()
    }
}

pub(super) fn dossier() -> Output {
    output(
        vec![
            document("content/articles/first.md", FIRST),
            document("content/articles/second.md", SECOND),
        ],
        KNOWLEDGE,
        &config(),
    )
}

#[test]
fn an_article_shows_what_is_known_beside_its_words() {
    let html = page(&dossier(), "articles/first/index.html");
    let has = |part: &str| assert!(html.contains(part), "{part}\n{html}");
    has(
        "<a class=\"mention mention--person\" href=\"../../people/samir-adel/index.html\">سمير عادل</a>",
    );
    has(
        "<a class=\"mention mention--person\" href=\"../../people/nada-karim/index.html\">وندى كريم</a>",
    );
    has(
        "<time class=\"date date--inferred\" datetime=\"2021-04-07\" data-resolved=\"2021-04-07\">أمس</time>",
    );
    has("<span class=\"mention mention--person mention--unknown\">سامي فلان</span>");
    has(
        "<q class=\"quote\" data-speaker=\"samir-adel\">«لن نغلق <strong>الميناء</strong> في البصرة»</q>",
    );
    has("«اجتمعا أمس»");
    has("مستنتَج");
    has("<h2 class=\"body__heading\" id=\"p2\" data-source-text>بعد الجولة</h2>");
    has("رئيس الوفد");
    has("index.md");
    has("\"@type\":\"NewsArticle\"");
    has("<meta name=\"citation_publication_date\" content=\"2021/04/08\">");
}

#[test]
fn every_link_of_a_text_has_a_preview_on_the_page() {
    let html = page(&dossier(), "articles/first/index.html");
    let (_, previews) =
        html.split_once("<template id=\"previews\">").expect("the page has previews");
    let links = html
        .match_indices("<a class=\"mention")
        .map(|(at, _)| html[at..].split('"').nth(3).unwrap_or_default());
    let links: std::collections::BTreeSet<&str> = links.collect();
    assert_eq!(links.len(), 4);
    for link in links {
        assert_eq!(
            previews.matches(&format!("data-for=\"{link}\"")).count(),
            1,
            "{link}\n{previews}"
        );
    }
    assert!(
        previews.contains("رئيس الوفد")
            && previews.contains("مرات الذكر: 1")
            && previews.contains("انعقد"),
        "{previews}"
    );
    assert!(html.contains("data-copy=\"cite-text\" data-says=\"cite-says\" hidden"));
}

#[test]
#[cfg(feature = "cards")]
fn every_page_that_may_be_found_names_its_card() {
    let output = dossier();
    for path in output.paths().filter(|path| path.ends_with(".html")) {
        let html = page(&output, path);
        if html.contains("content=\"noindex\"") {
            continue;
        }
        let (_, after) = html
            .split_once("<meta property=\"og:image\" content=\"https://example.org/ports/")
            .expect(path);
        let card = after.split('"').next().unwrap_or_default();
        let bytes = output.get(card).unwrap_or_else(|| panic!("{path}: no {card}")).unwrap();
        assert!(bytes.starts_with(b"\x89PNG"), "{card}");
    }
}

#[test]
fn the_timeline_merges_by_event_and_shows_the_conflict() {
    let html = page(&dossier(), "timeline/index.html");
    let has = |part: &str| assert!(html.contains(part), "{part}\n{html}");
    has("id=\"port-talks-1\"");
    assert_eq!(html.matches("id=\"port-talks-1\"").count(), 1);
    has("محادثات الموانئ: الجولة الأولى");
    has("ورد في موضعين");
    has("تضارب المصادر");
    has("<time datetime=\"2021-09\">أيلول/سبتمبر 2021</time>");
    has("ما سبق");
    has("معلومة من المحرّر");
    has("لا أحداث في 2022");
    has("href=\"../articles/first/index.html#p1\"");
}

#[test]
fn robots_are_asked_what_the_settings_say() {
    let robots = |settings: Config| page(&output(Vec::new(), KNOWLEDGE, &settings), "robots.txt");
    assert_eq!(
        robots(config()),
        "User-agent: *\nAllow: /\n\nSitemap: https://example.org/ports/sitemap.xml\n"
    );
    let refused = robots(Config { no_ai: true, ..config() });
    assert!(
        refused.contains("User-agent: GPTBot\n")
            && refused.contains("Disallow: /\n\nUser-agent: *\nAllow: /\n"),
        "{refused}"
    );
    assert_eq!(robots(Config { noindex: true, ..config() }), "User-agent: *\nDisallow: /\n");
}

#[test]
fn every_kind_of_page_is_there() {
    let output = dossier();
    for path in [
        "index.html",
        "articles/index.html",
        "articles/year/2021/index.html",
        "articles/first/index.md",
        "topics/index.html",
        "topics/ports/index.html",
        "topics/empty-topic/index.html",
        "events/port-talks-1/index.html",
        "people/index.html",
        "people/samir-adel/index.html",
        "organizations/joint-committee/index.html",
        "places/basra/index.html",
        "outlets/minaa/index.html",
        "timeline/newest/index.html",
        "timeline/series/port-talks/index.html",
        "timeline.json",
        "timeline.csv",
        "timeline.ics",
        "cleaning/index.html",
        "search/index.html",
        "figures/index.html",
        "dossier/index.html",
        "pages/about/index.html",
        "old/first/index.html",
        "404.html",
        "feed.xml",
        "feed.json",
        "sitemap.xml",
        "robots.txt",
        "_headers",
        "bibliography.bib",
        "bibliography.ris",
        "bibliography.json",
        "static/site.css",
    ] {
        assert!(output.contains(path), "{path}");
    }
    assert!(page(&output, "figures/index.html").contains("2,500"));
    assert!(page(&output, "feed.xml").contains("<updated>2024-01-02T00:00:00Z</updated>"));
    assert!(
        page(&output, "old/first/index.html").contains("0; url=../../articles/first/index.html")
    );
    assert!(page(&output, "pages/about/index.html").contains("&lt;b&gt;لا&lt;/b&gt;"));
}
