//! One value changed, and nothing beside it: each change is checked against what it means.

use serde_yaml::{Mapping, Value};

use super::{Content, Node, scalar};

/// A text in which the change cannot be made without touching something else; nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused;

/// Gives a key at the top a value, spelled as YAML; a key that is not there comes in at the end.
///
/// ```
/// use sijill::document::yaml::set;
/// let text = "date: 2021-04-08 # من الصفحة\nlang: ar\n";
/// assert_eq!(set(text, "date", "2021-04-07").unwrap(), "date: 2021-04-07 # من الصفحة\nlang: ar\n");
/// assert_eq!(set("lang: ar\n", "status", "draft").unwrap(), "lang: ar\nstatus: draft\n");
/// ```
///
/// # Errors
///
/// The text is no map at its top, or the change would touch something else.
pub fn set(text: &str, key: &str, value: &str) -> Result<String, Refused> {
    let root = root(text)?;
    let made = match find(&root, key) {
        None => with_line(text, &format!("{key}: {value}\n")),
        Some((name, old)) if old.span.is_empty() => {
            let colon =
                text[name.span.end..].find(':').map(|at| name.span.end + at + 1).ok_or(Refused)?;
            insert(text, colon, &format!(" {value}"))
        }
        Some((_, old)) => replace(text, old, value),
    };
    checked(text, made, |before| {
        before.insert(key.into(), serde_yaml::from_str(value).map_err(|_| Refused)?);
        Ok(())
    })
}

/// Gives a key inside the map of a key at the top a value, spelled as YAML in one line.
///
/// ```
/// use sijill::document::yaml::set_in;
/// let text = "source: {url: https://example.org/1} # من المتصفح\n";
/// let made = set_in(text, "source", "outlet", "kitabat").unwrap();
/// assert_eq!(made, "source: {url: https://example.org/1, outlet: kitabat} # من المتصفح\n");
/// ```
///
/// # Errors
///
/// As [`set`].
pub fn set_in(text: &str, key: &str, inner: &str, value: &str) -> Result<String, Refused> {
    let root = root(text)?;
    let Some((_, map)) = find(&root, key).filter(|(_, map)| map.entries().next().is_some()) else {
        return set(text, key, &format!("{{{inner}: {value}}}"));
    };
    let made = match (find(map, inner), map.entries().last()) {
        (Some((name, old)), _) if old.span.is_empty() => {
            let colon = text[name.span.end..].find(':').ok_or(Refused)? + name.span.end + 1;
            insert(text, colon, &format!(" {value}"))
        }
        (Some((_, old)), _) => replace(text, old, value),
        (None, Some((_, last))) if map.is_flow => {
            insert(text, last.span.end, &format!(", {inner}: {value}"))
        }
        (None, Some((_, last))) => {
            let indent = indent_of(text, map.span.start);
            let line = format!("{}{indent}{inner}: {value}", line_break(text));
            insert(text, line_end(text, last.span.end), &line)
        }
        (None, None) => return Err(Refused),
    };
    checked(text, made, |before| {
        let map = before.get_mut(key).and_then(Value::as_mapping_mut).ok_or(Refused)?;
        map.insert(inner.into(), serde_yaml::from_str(value).map_err(|_| Refused)?);
        Ok(())
    })
}

/// Gives a key at the top a list of texts; where it has one, items that stay keep their lines and comments.
///
/// # Errors
///
/// As [`set`].
pub(crate) fn set_list(text: &str, key: &str, items: &[String]) -> Result<String, Refused> {
    let flow =
        format!("[{}]", items.iter().map(|item| scalar(item)).collect::<Vec<_>>().join(", "));
    let root = root(text)?;
    let Some((_, old)) = find(&root, key).filter(|(_, old)| !old.is_flow) else {
        return set(text, key, &flow);
    };
    if old.items().is_empty() || items.is_empty() {
        return set(text, key, &flow);
    }
    let kept = |item: &Node| item.text().is_some_and(|text| items.iter().any(|one| one == text));
    let Some(last) = old.items().iter().rev().find(|item| kept(item)) else {
        return set(text, key, &flow);
    };
    let indent = indent_of(text, old.span.start);
    let known = |item: &String| old.items().iter().any(|one| one.text() == Some(item));
    let added: String = items
        .iter()
        .filter(|item| !known(item))
        .map(|item| format!("{}{indent}- {}", line_break(text), scalar(item)))
        .collect();
    let mut made = text.to_owned();
    for item in old.items().iter().rev() {
        if item == last {
            made.insert_str(line_end(text, item.span.end), &added);
        }
        if !kept(item) {
            made = without_line(&made, item.span.start);
        }
    }
    let list = |made: &str| {
        let root = Node::read(made)?;
        let list = root.get(key)?.items().iter().map(|item| item.text().map(str::to_owned));
        list.collect::<Option<Vec<String>>>()
    };
    let found = list(&made).ok_or(Refused)?;
    let same = found.len() == items.len() && items.iter().all(|item| found.contains(item));
    if !same {
        return Err(Refused);
    }
    checked(text, made, |before| {
        before.insert(key.into(), Value::Sequence(found.into_iter().map(Value::String).collect()));
        Ok(())
    })
}

/// Takes a key of the top out, with its lines.
///
/// # Errors
///
/// As [`set`]; the key is not there.
pub fn remove(text: &str, key: &str) -> Result<String, Refused> {
    let root = root(text)?;
    let (name, old) = find(&root, key).ok_or(Refused)?;
    if root.is_flow {
        return Err(Refused);
    }
    let end = line_end(text, old.span.end.max(name.span.end));
    let end = if text[end..].starts_with("\r\n") { end + 2 } else { (end + 1).min(text.len()) };
    let made = [&text[..line_start(text, name.span.start)], &text[end..]].concat();
    checked(text, made, |before| before.remove(key).map(|_| ()).ok_or(Refused))
}

/// Adds an item, spelled as YAML in one line or as lines of a block without indent, to the list of a key at the top.
///
/// ```
/// use sijill::document::yaml::push;
/// let text = "people:\n  # الرئيس\n  - {id: a, name: سامي}\n";
/// let made = push(text, "people", "id: b\nname: هدى").unwrap();
/// assert_eq!(made, "people:\n  # الرئيس\n  - {id: a, name: سامي}\n  - id: b\n    name: هدى\n");
/// ```
///
/// # Errors
///
/// As [`set`].
pub fn push(text: &str, key: &str, item: &str) -> Result<String, Refused> {
    let root = root(text)?;
    let br = line_break(text);
    let block = |indent: &str| item.replace('\n', &format!("{br}{indent}  "));
    let made = match find(&root, key) {
        None => with_line(text, &format!("{key}:{br}  - {}{br}", block("  "))),
        Some((name, list)) if list.items().is_empty() => {
            let is_nothing = matches!(&list.content, Content::List(_))
                || list.text().is_some_and(|text| matches!(text, "" | "~" | "null"));
            if !is_nothing {
                return Err(Refused);
            }
            let indent = format!("{}  ", indent_of(text, name.span.start));
            let item = format!("{br}{indent}- {}", block(&indent));
            if list.span.is_empty() {
                let colon = text[name.span.end..].find(':').ok_or(Refused)? + name.span.end + 1;
                insert(text, line_end(text, colon), &item)
            } else {
                replace(text, list, &item)
            }
        }
        Some((_, list)) if list.is_flow => into_flow(text, list, item)?,
        Some((_, list)) => {
            let indent = indent_of(text, list.span.start);
            let at = line_end(text, list.span.end);
            insert(text, at, &format!("{br}{indent}- {}", block(&indent)))
        }
    };
    checked(text, made, |before| {
        let item: Value = serde_yaml::from_str(item).map_err(|_| Refused)?;
        add(before.entry(key.into()).or_insert(Value::Null), item)
    })
}

/// Adds a text to a list inside an item of a list at the top: the aliases of the entry whose `id` is this one.
///
/// ```
/// use sijill::document::yaml::push_into;
/// let text = "people:\n  - id: sami # هو\n    name: سامي فلان\n";
/// let made = push_into(text, "people", "sami", "aliases", "أبو هدى").unwrap();
/// assert_eq!(made, "people:\n  - id: sami # هو\n    name: سامي فلان\n    aliases: [أبو هدى]\n");
/// ```
///
/// # Errors
///
/// As [`set`]; no item has that id.
pub fn push_into(
    text: &str,
    key: &str,
    id: &str,
    list: &str,
    item: &str,
) -> Result<String, Refused> {
    let root = root(text)?;
    let (_, entries) = find(&root, key).ok_or(Refused)?;
    let has_id = |entry: &&Node| entry.get("id").and_then(Node::text) == Some(id);
    let number = entries.items().iter().position(|entry| has_id(&entry)).ok_or(Refused)?;
    let entry = &entries.items()[number];
    let br = line_break(text);
    let spelled = scalar(item);
    let made = match find(entry, list) {
        Some((_, old)) if old.is_flow => into_flow(text, old, &spelled)?,
        Some((_, old)) if !old.items().is_empty() => {
            let indent = indent_of(text, old.span.start);
            let at = line_end(text, old.span.end);
            insert(text, at, &format!("{br}{indent}- {spelled}"))
        }
        Some(_) => return Err(Refused),
        None if entry.is_flow => {
            insert(text, entry.span.end - 1, &format!(", {list}: [{spelled}]"))
        }
        None => {
            // Below the name, where a reader of the file looks for other names.
            let (name, value) = find(entry, "name").or_else(|| find(entry, "id")).ok_or(Refused)?;
            let column = name.span.start - line_start(text, name.span.start);
            let indent =
                " ".repeat(text[name.span.start - column..name.span.start].chars().count());
            let at = line_end(text, value.span.end);
            insert(text, at, &format!("{br}{indent}{list}: [{spelled}]"))
        }
    };
    checked(text, made, |before| {
        let entry = before
            .get_mut(key)
            .and_then(Value::as_sequence_mut)
            .and_then(|entries| entries.get_mut(number))
            .and_then(Value::as_mapping_mut)
            .ok_or(Refused)?;
        add(entry.entry(list.into()).or_insert(Value::Null), Value::String(item.to_owned()))
    })
}

/// Puts another item, spelled as YAML in one line, in the place of one of a key's list; takes it out where there is none.
///
/// # Errors
///
/// As [`set`]; there is no such item.
pub(crate) fn replace_item(
    text: &str,
    key: &str,
    number: usize,
    item: Option<&str>,
) -> Result<String, Refused> {
    let root = root(text)?;
    let (_, list) = find(&root, key).ok_or(Refused)?;
    let old = list.items().get(number).ok_or(Refused)?;
    let made = match item {
        Some(item) => replace(text, old, item),
        None if list.items().len() == 1 => return remove(text, key),
        None if list.is_flow => return Err(Refused),
        None => {
            let end = line_end(text, old.span.end);
            let end =
                if text[end..].starts_with("\r\n") { end + 2 } else { (end + 1).min(text.len()) };
            [&text[..line_start(text, old.span.start)], &text[end..]].concat()
        }
    };
    checked(text, made, |before| {
        let list = before.get_mut(key).and_then(Value::as_sequence_mut).ok_or(Refused)?;
        match item {
            Some(item) => list[number] = serde_yaml::from_str(item).map_err(|_| Refused)?,
            None => drop(list.remove(number)),
        }
        Ok(())
    })
}

/// The map at the top; an empty one where nothing but comments is written.
fn root(text: &str) -> Result<Node, Refused> {
    let is_blank = |line: &str| line.trim().is_empty() || line.trim_start().starts_with('#');
    if text.lines().all(is_blank) {
        let span = crate::span::Span::new(text.len(), text.len());
        return Ok(Node { span, content: Content::Map(Vec::new()), is_flow: false });
    }
    Node::read(text).filter(|node| matches!(node.content, Content::Map(_))).ok_or(Refused)
}

fn find<'n>(node: &'n Node, key: &str) -> Option<(&'n Node, &'n Node)> {
    node.entries().find(|(name, _)| name.text() == Some(key))
}

fn insert(text: &str, at: usize, words: &str) -> String {
    [&text[..at], words, &text[at..]].concat()
}

fn replace(text: &str, old: &Node, words: &str) -> String {
    [&text[..old.span.start], words, &text[old.span.end..]].concat()
}

/// Adds an item to a list in brackets.
fn into_flow(text: &str, list: &Node, item: &str) -> Result<String, Refused> {
    if item.contains('\n') {
        return Err(Refused);
    }
    let at = list.items().last().map_or(list.span.start + 1, |last| last.span.end);
    let comma = if list.items().is_empty() { "" } else { ", " };
    Ok(insert(text, at, &format!("{comma}{item}")))
}

/// The text with a line more at its end.
fn with_line(text: &str, line: &str) -> String {
    let br = if text.is_empty() || text.ends_with('\n') { "" } else { line_break(text) };
    [text, br, &line.replace("\r\n", "\n").replace('\n', line_break(text))].concat()
}

/// How this text ends its lines.
fn line_break(text: &str) -> &'static str {
    match text.find('\n') {
        Some(at) if at > 0 && text.as_bytes()[at - 1] == b'\r' => "\r\n",
        _ => "\n",
    }
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |before| before + 1)
}

/// Where the line of a byte ends, before its break.
fn line_end(text: &str, at: usize) -> usize {
    let end = text[at..].find('\n').map_or(text.len(), |after| at + after);
    if text[..end].ends_with('\r') && end > at { end - 1 } else { end }
}

fn without_line(text: &str, at: usize) -> String {
    let end = text[at..].find('\n').map_or(text.len(), |after| at + after + 1);
    [&text[..line_start(text, at)], &text[end..]].concat()
}

/// The white space before the sign at which a value stands.
fn indent_of(text: &str, at: usize) -> String {
    text[line_start(text, at)..at].chars().take_while(|c| matches!(c, ' ' | '\t')).collect()
}

fn add(list: &mut Value, item: Value) -> Result<(), Refused> {
    if list.is_null() {
        *list = Value::Sequence(Vec::new());
    }
    list.as_sequence_mut().ok_or(Refused)?.push(item);
    Ok(())
}

/// The changed text, if it means what the change was to mean and nothing else.
fn checked(
    before: &str,
    after: String,
    change: impl FnOnce(&mut Mapping) -> Result<(), Refused>,
) -> Result<String, Refused> {
    let read = |text: &str| match serde_yaml::from_str(text) {
        Ok(Value::Mapping(mapping)) => Ok(mapping),
        Ok(Value::Null) => Ok(Mapping::new()),
        _ => Err(Refused),
    };
    let mut meant = read(before)?;
    change(&mut meant)?;
    if read(&after)? == meant { Ok(after) } else { Err(Refused) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_value_changes_and_the_rest_stays() {
        let text = "# رأس\ntopics:\n  - war # أولًا\n  - talks\n\n# ذيل\nlang: ar\n";
        let items =
            |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        assert_eq!(
            set_list(text, "topics", &items(&["war", "border"])).unwrap(),
            "# رأس\ntopics:\n  - war # أولًا\n  - border\n\n# ذيل\nlang: ar\n"
        );
        assert_eq!(
            set_list("topics: [a, b] # هكذا\n", "topics", &items(&["b"])).unwrap(),
            "topics: [b] # هكذا\n"
        );
        assert_eq!(set("date:\nlang: ar", "date", "2021").unwrap(), "date: 2021\nlang: ar");
        assert_eq!(set("", "status", "draft").unwrap(), "status: draft\n");
        assert_eq!(set("# لا شيء\n", "status", "draft").unwrap(), "# لا شيء\nstatus: draft\n");
        assert_eq!(set("- قائمة\n", "status", "draft"), Err(Refused));
        assert_eq!(remove(text, "topics").unwrap(), "# رأس\n\n# ذيل\nlang: ar\n");
    }

    #[test]
    fn items_come_in_where_the_list_is() {
        assert_eq!(push("people:\n", "people", "{id: a}").unwrap(), "people:\n  - {id: a}\n");
        assert_eq!(
            push("places: []\npeople: []\n", "places", "{id: a}").unwrap(),
            "places: \n  - {id: a}\npeople: []\n"
        );
        assert_eq!(
            push("", "people", "id: a\nname: ب").unwrap(),
            "people:\n  - id: a\n    name: ب\n"
        );
        assert_eq!(push("a: [x]\n", "a", "y").unwrap(), "a: [x, y]\n");
        let text = "people:\n- id: a\n  name: سامي\n\n- id: b\n  name: هدى # أخرى\n  aliases:\n  - هدهد\nplaces: []\n";
        assert_eq!(
            push_into(text, "people", "b", "aliases", "أم سامي: الكبرى").unwrap(),
            text.replace("  - هدهد\n", "  - هدهد\n  - \"أم سامي: الكبرى\"\n")
        );
        assert_eq!(
            push_into("people:\n  - {id: a, name: سامي}\n", "people", "a", "aliases", "س").unwrap(),
            "people:\n  - {id: a, name: سامي, aliases: [س]}\n"
        );
        assert_eq!(push_into(text, "people", "c", "aliases", "س"), Err(Refused));
        let list = "d:\n  - {a: 1} # أول\n  - {a: 2}\n";
        assert_eq!(
            replace_item(list, "d", 0, Some("{a: 3}")).unwrap(),
            list.replace("{a: 1}", "{a: 3}")
        );
        assert_eq!(replace_item(list, "d", 1, None).unwrap(), "d:\n  - {a: 1} # أول\n");
    }

    #[test]
    fn line_breaks_are_those_of_the_file() {
        assert_eq!(set("a: 1\r\nb: 2\r\n", "c", "3").unwrap(), "a: 1\r\nb: 2\r\nc: 3\r\n");
        assert_eq!(push("a:\r\n  - 1\r\n", "a", "2").unwrap(), "a:\r\n  - 1\r\n  - 2\r\n");
    }
}
