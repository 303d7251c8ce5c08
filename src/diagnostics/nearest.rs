//! The known word that was probably meant, for the remedy of a finding.

/// The known id that is fewest letters away, if it is near enough to be meant.
pub(crate) fn nearest<'i, S: AsRef<str> + ?Sized + 'i>(
    id: &str,
    known: impl Iterator<Item = &'i S>,
) -> Option<&'i str> {
    let length = id.chars().count();
    let enough = 2.max(length / 4);
    known
        .map(S::as_ref)
        // As many letters as one word is longer have to be added: an id of a megabyte is compared with nothing.
        .filter(|other| length.abs_diff(other.chars().count()) <= enough)
        .map(|other| (edit_distance(id, other), other))
        .filter(|&(distance, _)| distance <= enough)
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
