//! The pictures within a page that was saved as one file, or within a letter.

use mail_parser::{MimeHeaders as _, PartType};

use super::mail;

/// How many first bytes tell a page saved as one file.
const HEAD: usize = 2048;

/// A picture within a page saved as one file.
pub(in super::super) struct Part {
    /// Its place among the parts of the file.
    pub(in super::super) at: usize,
    /// Its bytes.
    pub(in super::super) bytes: Vec<u8>,
    /// The address that it had.
    location: String,
    /// What the page may call it instead: `cid:…`.
    id: String,
}

impl Part {
    /// Whether the page calls it so.
    pub(in super::super) fn is_called(&self, address: &str) -> bool {
        let address = address.trim();
        let inside = address.strip_prefix("cid:").is_some_and(|id| id == self.id);
        let is_whole = !self.location.is_empty() && self.location == address;
        // «/img/sadd.jpg» of a page that an old browser left as it was.
        let path = address.trim_start_matches(['.', '/']);
        let is_end = !path.is_empty()
            && !address.contains("://")
            && self.location.strip_suffix(path).is_some_and(|before| before.ends_with('/'));
        inside || is_whole || is_end
    }

    /// What its file was called.
    pub(in super::super) fn name(&self) -> String {
        let path = self.location.split(['?', '#']).next().unwrap_or_default();
        let name = path.rsplit('/').next().unwrap_or_default();
        let decoded = percent_encoding::percent_decode_str(name).decode_utf8_lossy().into_owned();
        let is_name = !decoded.is_empty() && !self.location.starts_with("cid:");
        if is_name { decoded } else { "picture".to_owned() }
    }
}

/// The pictures within a file; none where it is of another kind.
pub(in super::super) fn parts(bytes: &[u8]) -> Vec<Part> {
    if !mail::is_mhtml(&bytes[..bytes.len().min(HEAD)]) {
        return Vec::new();
    }
    let Ok(message) = mail::parsed(bytes, "a page saved as one file") else { return Vec::new() };
    let pictures = message.parts.iter().enumerate().filter(|(_, part)| {
        part.content_type().is_some_and(|kind| kind.c_type.eq_ignore_ascii_case("image"))
    });
    pictures
        .filter_map(|(at, part)| match &part.body {
            PartType::Binary(bytes) | PartType::InlineBinary(bytes) => Some(Part {
                at,
                bytes: bytes.to_vec(),
                location: part.content_location().unwrap_or_default().to_owned(),
                id: part.content_id().unwrap_or_default().to_owned(),
            }),
            _ => None,
        })
        .collect()
}
