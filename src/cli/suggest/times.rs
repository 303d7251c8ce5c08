//! How often something is found, for people.

use crate::diagnostics::Language;

/// How often something stands, and in how many articles.
pub(super) fn times(count: usize, articles: usize, language: Language) -> String {
    match language {
        Language::English if articles == 1 => format!("{count:>5} × in   1 article  "),
        Language::English => format!("{count:>5} × in {articles:>3} articles "),
        Language::Arabic => format!("{count:>5} × (المواد: {articles})"),
    }
}
