//! Cutting and joining of texts that are shown.

/// The beginning of a text, cut at a word; what was cut is an ellipsis.
pub(super) fn shorten(text: &str, max_chars: usize) -> String {
    let text = text.trim();
    let Some((limit, _)) = text.char_indices().nth(max_chars) else { return text.to_owned() };
    let end = text[..limit].rfind(char::is_whitespace).unwrap_or(limit);
    let kept = text[..end].trim_end_matches(|c: char| {
        c.is_whitespace() || matches!(c, '،' | '؛' | ':' | ',' | '-' | '–' | '.' | '…')
    });
    format!("{kept} …")
}

/// A field of plain text whose first strong letter is Arabic, so that it is laid out from the right.
pub(super) fn arabic_first(text: &str, prefix: &str) -> String {
    let strong = text.chars().find(|c| c.is_alphabetic());
    if strong.is_some_and(|c| c.is_ascii_alphabetic() || ('\u{00C0}'..'\u{0590}').contains(&c)) {
        format!("{prefix}: {text}")
    } else {
        text.to_owned()
    }
}

/// A text between guillemets; those that it holds itself become “”: «واشنطن تتعهد بالخفض “قريبًا”».
pub(super) fn quoted(text: &str) -> String {
    format!("«{}»", text.replace('«', "“").replace('»', "”"))
}

/// Items joined by the Arabic comma.
pub(super) fn listed<S: AsRef<str>>(items: impl IntoIterator<Item = S>) -> String {
    items.into_iter().map(|item| item.as_ref().to_owned()).collect::<Vec<_>>().join("، ")
}

/// Cuts a list into pages whose weights stay under a budget; at least one page, none of them empty but the only one.
pub(super) fn paginate<T>(
    items: Vec<T>,
    budget: usize,
    weight: impl Fn(&T) -> usize,
) -> Vec<Vec<T>> {
    let mut pages: Vec<Vec<T>> = vec![Vec::new()];
    let mut filled = 0;
    for item in items {
        let own = weight(&item);
        if filled + own > budget && pages.last().is_some_and(|page| !page.is_empty()) {
            pages.push(Vec::new());
            filled = 0;
        }
        filled += own;
        if let Some(page) = pages.last_mut() {
            page.push(item);
        }
    }
    pages
}

/// The language of a text that is not Arabic, and its direction where that is not right to left.
pub(super) fn language(lang: Option<&str>) -> (String, String) {
    let Some(lang) = lang.map(str::trim).filter(|lang| !lang.is_empty()) else {
        return Default::default();
    };
    let primary = lang.split('-').next().unwrap_or(lang).to_ascii_lowercase();
    match primary.as_str() {
        "ar" => Default::default(),
        "fa" | "ur" | "he" | "ckb" | "ps" | "sd" | "ug" | "yi" => (lang.to_owned(), String::new()),
        _ => (lang.to_owned(), "ltr".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guillemets_hold_no_guillemets() {
        assert_eq!(quoted("الميناء يعود"), "«الميناء يعود»");
        assert_eq!(quoted("الوزير: «لن نعود» إلى الخلف"), "«الوزير: “لن نعود” إلى الخلف»");
    }

    #[test]
    fn cuts_at_words() {
        assert_eq!(shorten("انطلقت الجولة الثالثة، ثم انتهت", 23), "انطلقت الجولة الثالثة …");
        assert_eq!(shorten("انتهت المهام… والجنود باقون هناك", 15), "انتهت المهام …");
        assert_eq!(shorten("قصير", 10), "قصير");
    }

    #[test]
    fn plain_fields_begin_with_an_arabic_letter() {
        assert_eq!(arabic_first("NATO في العراق", "مادة"), "مادة: NATO في العراق");
        assert_eq!(arabic_first("«2021» عام", "مادة"), "«2021» عام");
    }

    #[test]
    fn pages_stay_under_their_budget() {
        assert_eq!(
            paginate(vec![3, 3, 3, 9, 1], 6, |n| *n),
            [vec![3, 3], vec![3], vec![9], vec![1]]
        );
        assert_eq!(paginate(Vec::<usize>::new(), 6, |n| *n), [Vec::<usize>::new()]);
    }
}
