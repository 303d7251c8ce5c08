//! The known word that was probably meant, for the remedy of a finding.

/// The known id that is fewest letters away, if it is near enough to be meant.
pub(crate) fn nearest<'i, S: AsRef<str> + ?Sized + 'i>(
    id: &str,
    known: impl Iterator<Item = &'i S>,
) -> Option<&'i str> {
    known
        .map(|other| (edit_distance(id, other.as_ref()), other.as_ref()))
        .filter(|&(distance, _)| distance <= 2.max(id.chars().count() / 4))
        .min()
        .map(|(_, other)| other)
}

/// Levenshtein's distance in characters.
fn edit_distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, left) in a.chars().enumerate() {
        let mut diagonal = i;
        row[0] = i + 1;
        for (j, &right) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(left != right);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}
