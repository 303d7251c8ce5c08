//! What people write for a key: `outlet: المرفأ`, `published: 2021-04-07`, `الوسوم: [نفط]`.
//!
//! Other generators and the metadata of pages have other words for what stands in a front matter. The nearest key by its letters
//! says nothing of them; the table `said_for.txt` does.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::arabic::fold::folded;

const TABLE: &str = include_str!("said_for.txt");

/// The words of the table without what tells one spelling from another, and the key as it is to be written.
static SAID: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let rows = TABLE.lines().filter(|line| !line.starts_with('#'));
    let pairs = rows.filter_map(|line| line.split_once(" | "));
    pairs
        .flat_map(|(form, words)| words.split(',').map(move |word| (bare(word), form.trim())))
        .collect()
});

/// `publishDate`, `publish_date`, `Publish-Date`: one word.
fn bare(key: &str) -> String {
    folded(key).chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The key that is meant, as it is to be written: `source: {outlet: …}`.
pub(super) fn meant(key: &str) -> Option<&'static str> {
    SAID.get(&bare(key)).copied()
}

#[cfg(test)]
mod tests {
    use super::super::KEYS;
    use super::*;

    #[test]
    fn every_row_leads_to_a_key_and_no_word_stands_twice() {
        let mut words = 0;
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            let (form, said) = line.split_once(" | ").unwrap_or_else(|| panic!("{line}"));
            let key = form.split(':').next().unwrap_or_default();
            assert!(key == "encoding" || KEYS.contains(&key), "{line}");
            words += said.split(',').count();
        }
        assert_eq!(SAID.len(), words, "a word leads to two keys");
        for key in KEYS {
            let form = meant(key);
            assert!(form.is_none_or(|form| form.starts_with(key)), "{key} is a key: {form:?}");
        }
    }

    #[test]
    fn spellings_are_one_word() {
        for key in ["publishDate", "publish_date", "Publish-Date", "تاريخ النشر", "تاريخ_النشر"]
        {
            assert_eq!(meant(key), Some("date: …"), "{key}");
        }
        assert_eq!(meant("Outlet"), Some("source: {outlet: …}"));
        assert_eq!(meant("الوسوم"), Some("topics: […]"));
        assert_eq!(meant("dete"), None);
    }
}
