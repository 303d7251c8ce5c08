//! What is left to review in all articles, most doubtful first.

use std::collections::BTreeMap;

use serde::Serialize;

use super::sheet::sheet;
use crate::site::model::Site;

/// One thing that nobody has decided yet; the same words in one article are one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Left {
    /// The article's slug.
    pub article: String,
    /// Its headline.
    pub title: String,
    /// name, day, speech, cut, date or outlet.
    pub what: &'static str,
    /// The words.
    pub text: String,
    /// The paragraph, from 1; 0 where it is the whole article.
    pub paragraph: usize,
    /// How doubtful it is.
    pub doubt: u8,
    /// In how many places of the article it stands.
    pub count: usize,
}

/// Everything that is left, most doubtful first, then what stands most often, then by article and place.
pub fn left(site: &Site) -> Vec<Left> {
    let mut found = Vec::new();
    for (_, article) in site.shown() {
        let sheet = sheet(site, article);
        let of = |what, text: &str, paragraph, doubt| Left {
            article: sheet.article.clone(),
            title: sheet.title.clone(),
            what,
            text: text.to_owned(),
            paragraph,
            doubt,
            count: 1,
        };
        let fields = [("date", &sheet.date), ("outlet", &sheet.outlet)];
        found.extend(
            fields
                .into_iter()
                .filter(|(_, field)| field.doubt > 0)
                .map(|(what, field)| of(what, &field.value, 0, field.doubt)),
        );
        let mut seen: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        for item in sheet.items.iter().filter(|item| item.doubt > 0) {
            // Each day and each quotation stands for itself; a name is one wherever it stands.
            let known =
                (item.what == "name").then(|| seen.get(&(item.what, &*item.at.text))).flatten();
            match known {
                Some(&at) => {
                    let one: &mut Left = &mut found[at];
                    one.count += 1;
                }
                None => {
                    seen.insert((item.what, &item.at.text), found.len());
                    found.push(of(item.what, &item.at.text, item.at.paragraph, item.doubt));
                }
            }
        }
    }
    // Stable: what is equally doubtful keeps the order of the site.
    found.sort_by_key(|one| (std::cmp::Reverse(one.doubt), std::cmp::Reverse(one.count)));
    found
}
