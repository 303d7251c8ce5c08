//! Suggestions as they stand in a file of the knowledge base.

use super::Suggestion;
use crate::knowledge::EntityKind;

/// The suggestions as a file of the knowledge base, ready to be moved.
pub fn to_yaml(suggestions: &[Suggestion]) -> String {
    let mut text = String::from(
        "# Names that no entry has yet, found by `sijill suggest`.\n\
         # This file is not read, and is written anew by the next `suggest --write`: move the entries that you want\n\
         # to keep into people.yaml, organizations.yaml or places.yaml beside it. Ids may be changed until then.\n",
    );
    for (list, kind) in [
        ("people", EntityKind::Person),
        ("organizations", EntityKind::Organization),
        ("places", EntityKind::Place),
    ] {
        let mut of_kind = suggestions
            .iter()
            .filter(|suggestion| suggestion.kind == kind && !suggestion.is_alias)
            .peekable();
        if of_kind.peek().is_some() {
            text.push_str(&format!("{list}:\n"));
        }
        for suggestion in of_kind {
            text.push_str(&format!(
                "  # {} ×{}: {}\n",
                suggestion.sentence.1, suggestion.count, suggestion.sentence.0
            ));
            text.push_str(&format!(
                "  - id: {}\n    name: {}\n",
                suggestion.id,
                quoted(&suggestion.name)
            ));
            if !suggestion.variants.is_empty() {
                let variants: Vec<String> =
                    suggestion.variants.iter().map(|variant| quoted(variant)).collect();
                text.push_str(&format!("    aliases: [{}]\n", variants.join(", ")));
            }
            for (number, role) in suggestion.roles.iter().enumerate() {
                text.push_str(&format!(
                    "{}      - {{title: {}}}\n",
                    if number == 0 { "    roles:\n" } else { "" },
                    quoted(role)
                ));
            }
        }
    }
    for suggestion in suggestions.iter().filter(|suggestion| suggestion.is_alias) {
        let names: Vec<String> = std::iter::once(&suggestion.name)
            .chain(&suggestion.variants)
            .map(|name| quoted(name))
            .collect();
        text.push_str(&format!(
            "# worth adding to `{}` ×{}: aliases: [{}]\n",
            suggestion.id,
            suggestion.count,
            names.join(", ")
        ));
    }
    text
}

/// One suggestion as an entry of a list of the knowledge base, without its indent.
pub fn entry(suggestion: &Suggestion) -> String {
    let mut text = format!("id: {}\nname: {}", suggestion.id, quoted(&suggestion.name));
    if !suggestion.variants.is_empty() {
        let variants: Vec<String> =
            suggestion.variants.iter().map(|variant| quoted(variant)).collect();
        text.push_str(&format!("\naliases: [{}]", variants.join(", ")));
    }
    for (number, role) in suggestion.roles.iter().enumerate() {
        let head = if number == 0 { "\nroles:" } else { "" };
        text.push_str(&format!("{head}\n  - {{title: {}}}", quoted(role)));
    }
    text
}

/// A value in double quotes, so that no letter of it is read as YAML.
fn quoted(value: &str) -> String {
    format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""))
}
