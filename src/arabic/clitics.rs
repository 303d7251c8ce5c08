//! What is written onto a word: و ف ب ل ك س, «ال», «لل» before it.

/// One way to read a word as proclitics, the article and the rest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading<'w> {
    /// The letters of the proclitics, without the article, as written: «و», «ف», «ب», «وب», «ل».
    pub proclitics: &'w str,
    /// Whether the word has the article «ال» (for «لل…» the one that the second lam stands for).
    pub article: bool,
    /// The rest as written, with its «ال» where that is written out; of «للولايات» it is «لولايات».
    pub rest: &'w str,
}

/// Every reading of a word, the whole word first, then with ever more letters taken off.
///
/// ```
/// use sijill::arabic::clitics::readings;
/// assert!(readings("والعراق").iter().any(|r| r.proclitics == "و" && r.rest == "العراق"));
/// assert!(readings("للولايات").iter().any(|r| r.proclitics == "ل" && r.article && r.rest == "لولايات"));
/// ```
pub fn readings(word: &str) -> Vec<Reading<'_>> {
    const PROCLITICS: [&str; 14] = ["و", "ف", "ب", "ل", "ك", "س", "وب", "ول", "وك", "فب", "فل", "وس", "فس", "أ"];
    let mut found = vec![Reading { proclitics: "", article: word.starts_with("ال"), rest: word }];
    for proclitics in PROCLITICS {
        let Some(rest) = word.strip_prefix(proclitics) else { continue };
        if rest.chars().count() < 2 {
            continue;
        }
        let assimilated = proclitics.ends_with('ل') && rest.starts_with('ل');
        found.push(Reading { proclitics, article: assimilated || rest.starts_with("ال"), rest });
    }
    found
}
