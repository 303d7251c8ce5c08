//! Walks over the characters that a pass leaves alone, by bytes.
//!
//! Almost all of an Arabic text is in the first 2,048 characters of Unicode, one
//! or two bytes each, so one look into a table of that size says whether a pass
//! has anything to do there.

/// How many characters a table knows: all that take one or two bytes.
pub(super) const LOW: usize = 0x800;

/// Where, from `at` on, the first character stands that the table does not call quiet.
///
/// `at` and the answer stand on character borders; whatever takes three bytes
/// or more is never quiet.
pub(super) fn quiet_until(quiet: &[bool; LOW], bytes: &[u8], mut at: usize) -> usize {
    while let Some(&byte) = bytes.get(at) {
        if byte < 0x80 {
            if !quiet[byte as usize] {
                break;
            }
            at += 1;
        } else {
            let Some(&second) = bytes.get(at + 1) else { break };
            if byte >= 0xE0 || !quiet[((byte & 0x1F) as usize) << 6 | (second & 0x3F) as usize] {
                break;
            }
            at += 2;
        }
    }
    at
}
