//! Where the vocabulary is cut into shards.

use super::vocabulary::Form;

/// How many bytes of postings a shard of words holds before the next key begins another.
const SHARD_BYTES: usize = 6_000;

/// Where each shard of words begins, as places in the vocabulary.
pub(super) fn cuts(forms: &[Form]) -> Vec<usize> {
    let mut cuts = Vec::new();
    let mut bytes = usize::MAX;
    for (at, form) in forms.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| forms.get(before));
        let new_key = before.is_none_or(|before| before.reading.key != form.reading.key);
        let new_class = before.is_none_or(|before| before.function != form.function);
        if new_class || (bytes >= SHARD_BYTES && new_key) {
            cuts.push(at);
            bytes = 0;
        }
        // A posting takes a little over two bytes.
        bytes += 16 + form.postings.len() * 9 / 4;
    }
    cuts
}
