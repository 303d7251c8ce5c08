//! Words that a full stop shortens, so that it ends no sentence.

/// Arabic abbreviations of more than one letter, without their last stop; a single letter always is one.
const ARABIC: [&str; 10] =
    ["أد", "دكتور", "مهند", "تلف", "هاتف", "ص.ب", "ق.م", "أ.د", "أ.م", "أ.م.د"];

/// Latin abbreviations that a name or number follows.
const LATIN: [&str; 22] = [
    "Mr", "Mrs", "Ms", "Dr", "Prof", "Gen", "Lt", "Col", "Sgt", "Capt", "Rep", "Sen", "Gov", "St",
    "Mt", "No", "vs", "Inc", "Ltd", "Corp", "Jr", "Sr",
];

/// Whether a stop behind this word (letters and inner stops) shortens it.
pub(super) fn is_abbreviation(word: &str) -> bool {
    let last = word.rsplit('.').next().unwrap_or(word);
    let single = last.chars().filter(|&c| c.is_alphabetic()).count() == 1;
    single || ARABIC.contains(&word) || LATIN.contains(&last)
}

/// Whether the letter stands for a calendar behind a year («2021 م.», «1442 هـ.»).
pub(super) fn is_calendar(word: &str) -> bool {
    matches!(word, "م" | "هـ" | "ه" | "ق.م" | "ميلادي" | "هجري")
}
