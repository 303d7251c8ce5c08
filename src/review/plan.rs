//! An action → the changes of files that it means.

use std::path::Path;

use super::article::{Desked, Field, is_persons};
use super::change::{Change, Plan};
use super::{Action, At, Refusal, entries, names};
use crate::arabic::calendar::Edtf;
use crate::document::review::{Place, Verdict};
use crate::document::{Document, MentionKind, NO_DATE, Speaker};
use crate::entity::EntityKind;
use crate::site::model::Site;

/// The changes that an action means; nothing is written.
///
/// # Errors
///
/// The words are not there any more, an id is known or unknown, or a file cannot be changed without touching something
/// else.
pub fn plan(root: &Path, site: &Site, action: &Action) -> Result<Plan, Refusal> {
    let (title, changes) = match of_all(root, site, action) {
        Some(made) => made?,
        None => of_article(root, site, action)?,
    };
    let changes = changes
        .into_iter()
        .filter(|change| change.before.as_deref() != Some(&change.after))
        .collect();
    Ok(Plan { title, changes })
}

/// The changes of an action about a name of all articles; nothing where it is about one article.
fn of_all(root: &Path, site: &Site, action: &Action) -> Option<Result<Changes, Refusal>> {
    Some(match action {
        Action::List { kind, id, name, aliases, roles } => entity_kind(kind).and_then(|kind| {
            names::entry(root, site, kind, &entries::New { id, name, aliases, roles })
        }),
        Action::Ignore { texts } => names::ignore(root, texts),
        Action::Join { texts, id } => names::join(root, site, texts, id),
        _ => return None,
    })
}

fn of_article(root: &Path, site: &Site, action: &Action) -> Result<Changes, Refusal> {
    let found = site.articles.iter().find(|article| Some(&*article.slug) == action.article());
    let document = &found.ok_or_else(Refusal::stale)?.document;
    Planner { root, site, desked: Desked::new(root, document) }.changes(action)
}

struct Planner<'a> {
    root: &'a Path,
    site: &'a Site,
    desked: Desked<'a>,
}

type Changes = (String, Vec<Change>);

impl Planner<'_> {
    fn changes(&self, action: &Action) -> Result<Changes, Refusal> {
        match action {
            Action::Name { at, kind, id, everywhere, .. } => {
                self.name(at, kind, id.as_deref(), *everywhere)
            }
            Action::NotName { at, everywhere, .. } => {
                let title = format!("«{}»: ليس اسمًا", at.text);
                if *everywhere {
                    return Ok((
                        title,
                        vec![entries::ignore(self.root, std::slice::from_ref(&at.text))?],
                    ));
                }
                Ok((title, vec![self.desked.decide(&self.alike(at, &Verdict::Plain))?]))
            }
            Action::Entry { at, kind, id, name, .. } => {
                let kind = entity_kind(kind)?;
                let title = format!("«{}»: مدخل جديد {id}", at.text);
                let aliases = std::slice::from_ref(&at.text);
                let new = entries::New { id, name, aliases, roles: &[] };
                let entry = entries::entry(self.root, &self.site.knowledge, kind, &new)?;
                let verdict = Verdict::Mention(MentionKind::Entity(kind), Some(id.clone()));
                Ok((title, vec![entry, self.desked.decide(&self.alike(at, &verdict))?]))
            }
            Action::Day { at, value, .. } => {
                let (title, verdict) = match value {
                    Some(value) => (format!("«{}»: {value}", at.text), Verdict::Date(date(value)?)),
                    None => (format!("«{}»: ليس تاريخًا", at.text), Verdict::Plain),
                };
                Ok((title, vec![self.desked.decide(&[(at.clone().into(), verdict)])?]))
            }
            Action::Speaker { at, id, words, .. } => {
                self.speaker(at, id.as_deref(), words.as_deref())
            }
            Action::Withdraw { at, .. } => {
                let title = format!("«{}»: سُحب القرار", at.text);
                Ok((title, vec![self.desked.withdraw(&at.clone().into())?]))
            }
            Action::Keep { first, last, .. } => {
                if self.desked.is_markdown() {
                    return Err(Refusal::new(
                        "no-line",
                        "هذه المادة نص Markdown: أعد المحذوف إليه بيدك من الملف الأصلي.",
                    ));
                }
                let title = "أُعيد المحذوف".to_owned();
                Ok((title, vec![self.desked.lines(true, *first, *last)?]))
            }
            Action::Cut { paragraph, .. } => {
                Ok((format!("حُذفت الفقرة {paragraph}"), vec![self.desked.cut(*paragraph)?]))
            }
            Action::Published { value, .. } => {
                let (value, title) = if value == NO_DATE {
                    (NO_DATE.to_owned(), "تاريخ النشر لا يُعرف".to_owned())
                } else {
                    let value = date(value)?.to_string();
                    (value.clone(), format!("تاريخ النشر: {value}"))
                };
                Ok((title, vec![self.desked.field(Field::Published(&value))?]))
            }
            Action::Outlet { value, .. } => {
                let value = value.trim();
                if value.is_empty() {
                    return Err(Refusal::new("no-name", "اسم الناشر فارغ."));
                }
                Ok((format!("الناشر: {value}"), vec![self.desked.field(Field::Outlet(value))?]))
            }
            Action::Topics { value, .. } => {
                if let Some(id) =
                    value.iter().find(|id| !self.site.knowledge.topics.contains_key(*id))
                {
                    return Err(Refusal::unknown_id(id));
                }
                Ok(("الموضوعات".to_owned(), vec![self.desked.field(Field::Topics(value))?]))
            }
            Action::List { .. } | Action::Ignore { .. } | Action::Join { .. } => {
                Err(Refusal::stale())
            }
            Action::Status { value, .. } => {
                if !["draft", "published", "withdrawn"].contains(&value.as_str()) {
                    return Err(Refusal::new(
                        "bad-status",
                        "الحالة إحدى ثلاث: draft وpublished وwithdrawn.",
                    ));
                }
                Ok((format!("الحالة: {value}"), vec![self.desked.field(Field::Status(value))?]))
            }
        }
    }

    fn name(
        &self,
        at: &At,
        kind: &str,
        id: Option<&str>,
        everywhere: bool,
    ) -> Result<Changes, Refusal> {
        let kind = match kind {
            "event" => MentionKind::Event,
            other => MentionKind::Entity(entity_kind(other)?),
        };
        let mut changes = Vec::new();
        let title = match (kind, id) {
            (_, None) => format!("«{}»: {}", at.text, kind_word(kind)),
            (MentionKind::Event, Some(id)) => {
                let event = self.site.listed_event(id).ok_or_else(|| Refusal::unknown_id(id))?;
                format!("«{}»: {}", at.text, event.name)
            }
            (MentionKind::Entity(kind), Some(id)) => {
                let known = self.site.listed(id).filter(|entity| entity.kind == kind);
                let entity = known.ok_or_else(|| Refusal::unknown_id(id))?;
                let is_name = entity.name == at.text || entity.aliases.contains(&at.text);
                if everywhere && !is_name {
                    let texts = std::slice::from_ref(&at.text);
                    changes.push(entries::aliases(self.root, kind, id, texts)?);
                }
                format!("«{}»: {}", at.text, entity.name)
            }
        };
        let verdict = Verdict::Mention(kind, id.map(str::to_owned));
        changes.push(self.desked.decide(&self.alike(at, &verdict))?);
        Ok((title, changes))
    }

    fn speaker(&self, at: &At, id: Option<&str>, words: Option<&str>) -> Result<Changes, Refusal> {
        let (who, verdict) = match (id, words.map(str::trim).filter(|words| !words.is_empty())) {
            (Some(id), _) => {
                let entity = self.site.listed(id).ok_or_else(|| Refusal::unknown_id(id))?;
                (entity.name.clone(), Verdict::Speech(Speaker::Entity(id.to_owned())))
            }
            (None, Some(words)) => {
                (words.to_owned(), Verdict::Speech(Speaker::Text(words.to_owned())))
            }
            (None, None) => ("ليس كلامًا لأحد".to_owned(), Verdict::NoSpeech),
        };
        let decided = [(Place::from(at.clone()), verdict)];
        Ok((format!("قائل «{}…»: {who}", at.text), vec![self.desked.decide(&decided)?]))
    }

    /// The same words wherever else the program found them in this article, so that one decision is made once.
    fn alike(&self, at: &At, verdict: &Verdict) -> Vec<(Place, Verdict)> {
        let document: &Document = self.desked.document;
        let plain = &document.plain;
        let here: Place = at.clone().into();
        let own = here.find(plain);
        let mut places = vec![(here, verdict.clone())];
        let others = document.findings.mentions.iter().map(|mention| mention.span).filter(|span| {
            Some(*span) != own && span.cut(&plain.text) == at.text && !is_persons(document, *span)
        });
        places.extend(others.map(|span| (Place::of(plain, span), verdict.clone())));
        places
    }
}

fn entity_kind(kind: &str) -> Result<EntityKind, Refusal> {
    [EntityKind::Person, EntityKind::Organization, EntityKind::Place]
        .into_iter()
        .find(|known| known.name() == kind)
        .ok_or_else(|| Refusal::new("bad-kind", format!("لا نوع اسمه {kind}.")))
}

/// What a kind is called.
pub(super) fn kind_word(kind: MentionKind) -> &'static str {
    match kind {
        MentionKind::Entity(EntityKind::Person) => "شخص",
        MentionKind::Entity(EntityKind::Organization) => "جهة",
        MentionKind::Entity(EntityKind::Place) => "مكان",
        MentionKind::Event => "واقعة",
    }
}

fn date(value: &str) -> Result<Edtf, Refusal> {
    value.trim().parse().map_err(|_| {
        Refusal::new(
            "bad-date",
            format!(
                "«{value}» ليس تاريخًا من التقويم. اكتب يومًا هكذا 2021-04-07، أو شهرًا هكذا 2021-04."
            ),
        )
    })
}
