//! How templates of one's own fit together with those of the default theme.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostics::{Diagnostic, Error, nearest};

/// The template of the shared pieces.
pub(super) const PARTS: &str = "parts.html";

/// Lays templates of one's own over the default ones.
///
/// A template that is covered stays there as `default/NAME`, so that the one over it can extend it and change a single
/// block. Components have one name each, so of a covered `parts.html` only those stay that its cover lacks: an old copy
/// goes on working when the theme gets a new piece.
///
/// # Errors
///
/// A template of one's own names one that is not there.
pub(super) fn laid_over(
    default: BTreeMap<String, String>,
    own: BTreeMap<String, String>,
) -> Result<BTreeMap<String, String>, Error> {
    let own_names: Vec<String> = own.keys().cloned().collect();
    let mut sources = default;
    for (name, text) in own {
        let covered = sources.insert(name.clone(), text);
        let Some(covered) = covered else { continue };
        let covered = match name.as_str() {
            PARTS => missing_components(&covered, &sources[PARTS]),
            _ => covered,
        };
        sources.insert(format!("default/{name}"), covered);
    }
    let wrong: Vec<Diagnostic> =
        own_names.iter().flat_map(|name| missing(name, &sources)).collect();
    if wrong.is_empty() { Ok(sources) } else { Err(Error::Content(wrong)) }
}

/// Templates of one's own that nothing uses: their name is misspelt, most likely.
pub(super) fn unused(own: &BTreeMap<String, String>, default: &[String]) -> Vec<Diagnostic> {
    let named: BTreeSet<&str> =
        own.values().flat_map(|text| references(text)).map(|found| found.2).collect();
    let idle = own.keys().filter(|name| !default.contains(name) && !named.contains(name.as_str()));
    idle.map(|name| {
        let near = nearest(name, default.iter().map(String::as_str));
        let help = near.map_or_else(
            || {
                "`sijill template` lists the names; a piece of your own is used by `include`"
                    .to_owned()
            },
            |near| format!("`{near}` was meant?"),
        );
        Diagnostic::warning("unused-template", "this replaces no template, and none uses it")
            .help(help)
            .in_file(format!("templates/{name}"))
    })
    .collect()
}

/// The templates that one of one's own names and that are not there.
fn missing(name: &str, sources: &BTreeMap<String, String>) -> Vec<Diagnostic> {
    let text = sources.get(name).map(String::as_str).unwrap_or_default();
    let absent = references(text).into_iter().filter(|(_, _, named)| !sources.contains_key(*named));
    absent
        .map(|(line, column, named)| {
            let near = nearest(named, sources.keys().map(String::as_str));
            let help = near.map_or_else(
                || "`sijill template` lists the names".to_owned(),
                |near| format!("`{near}` was meant?"),
            );
            Diagnostic::error("template", format!("there is no template `{named}`"))
                .help(help)
                .at(line, column)
                .in_file(format!("templates/{name}"))
        })
        .collect()
}

/// What a template extends or includes, each with its line and column.
fn references(text: &str) -> Vec<(usize, usize, &str)> {
    let mut found = Vec::new();
    for (number, line) in text.lines().enumerate() {
        for (at, _) in line.match_indices("{%") {
            let tag = line[at + 2..].trim_start_matches('-').trim_start();
            let rest = ["extends", "include"].iter().find_map(|word| tag.strip_prefix(word));
            let Some(rest) = rest.map(str::trim_start) else { continue };
            let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\'' | '`'));
            let Some(name) = quote.and_then(|quote| rest[1..].split_once(quote)) else { continue };
            let column = line[..line.len() - rest.len()].chars().count() + 1;
            // Before the end of a long line the rest is counted from its own end.
            found.push((number + 1, column, name.0));
        }
    }
    found
}

/// The components of the default pieces that a copy of them lacks.
fn missing_components(default: &str, own: &str) -> String {
    let known: BTreeSet<&str> = components(own).into_iter().map(|(name, _)| name).collect();
    let lacking = components(default).into_iter().filter(|(name, _)| !known.contains(name));
    lacking.map(|(_, text)| format!("{text}\n")).collect()
}

/// The components of a template, each with its name and its text.
fn components(text: &str) -> Vec<(&str, &str)> {
    const OPENS: &str = "{% component ";
    let starts = text.match_indices(OPENS).map(|(at, _)| at);
    let component = |at: usize| {
        let rest = &text[at..];
        let name = rest[OPENS.len()..].split(['(', ' ']).next()?;
        let end = rest.find("endcomponent")?;
        let close = end + rest[end..].find("%}")? + 2;
        Some((name, &rest[..close]))
    };
    starts.filter_map(component).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(templates: &[(&str, &str)]) -> BTreeMap<String, String> {
        templates.iter().map(|&(name, text)| (name.to_owned(), text.to_owned())).collect()
    }

    #[test]
    fn a_covered_template_stays_and_of_the_pieces_those_that_lack() {
        let icon = "{% component icon(name) -%}x{%- endcomponent icon %}";
        let when = "{% component when(date) -%}y{%- endcomponent when %}";
        let default = of(&[(PARTS, &format!("{icon}\n\n{when}\n")), ("article.html", "أصل")]);
        let own = of(&[(PARTS, icon), ("article.html", "{% extends \"default/article.html\" %}")]);
        let laid = laid_over(default, own).expect("both are there");
        assert_eq!(laid["default/article.html"], "أصل");
        assert_eq!(laid["default/parts.html"].trim(), when);
    }

    #[test]
    fn a_template_that_is_not_there_is_named_with_its_place_and_the_nearest_name() {
        let default = of(&[("article.html", "أصل")]);
        let own = of(&[("article.html", "نص\n {% extends \"default/artikel.html\" %}")]);
        let Err(Error::Content(found)) = laid_over(default, own) else {
            unreachable!("it is not there")
        };
        assert_eq!(found[0].place(), "templates/article.html:2:13");
        assert_eq!(found[0].help.as_deref(), Some("`default/article.html` was meant?"));
    }

    #[test]
    fn a_misspelt_name_is_told_and_a_piece_that_is_used_is_not() {
        let own = of(&[
            ("artcle.html", "خبر"),
            ("mine.html", "قطعة"),
            ("base.html", "{% include 'mine.html' %}"),
        ]);
        let found = unused(&own, &["article.html".to_owned(), "base.html".to_owned()]);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].path.as_deref(), Some("templates/artcle.html"));
        assert_eq!(found[0].help.as_deref(), Some("`article.html` was meant?"));
    }
}
