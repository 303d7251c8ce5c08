//! Bytes → text: which encoding they have, and how sure that is.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{
    Encoding, ISO_8859_6, ISO_8859_15, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1254,
    WINDOWS_1256,
};

use super::mojibake;

use crate::arabic::clitics::Onto;
use crate::diagnostics::{Diagnostic, Error, Warned};

/// How many bytes are looked at where the whole file need not be.
const SAMPLE: usize = 64 * 1024;

/// First bytes of files that people drop among articles by mistake, and what they are.
const MAGIC: [(&[u8], &str); 9] = [
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xFF\xD8\xFF", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1F\x8B", "a gzip archive"),
    (b"\xD0\xCF\x11\xE0", "an old office document"),
    (b"RIFF", "a sound, a video or a WebP picture"),
    (b"{\\rtf", "a rich text document"),
];

/// A decoded text and the encoding that its bytes had.
pub(super) struct Decoded {
    pub(super) text: String,
    pub(super) encoding: &'static str,
}

/// Decodes a file; `label` is the setting that overrides detection.
///
/// # Errors
///
/// The file is empty or no text, or the setting names no encoding.
pub(super) fn decode(
    bytes: &[u8],
    label: Option<&str>,
    html: bool,
) -> Result<Warned<Decoded>, Error> {
    refuse_what_is_no_text(bytes)?;
    let own = in_front_matter(bytes);
    let chosen = match own.as_deref().or(label) {
        Some(label) => Some(
            Encoding::for_label(label.trim().as_bytes()).ok_or_else(|| unknown_encoding(label))?,
        ),
        None => None,
    };
    let (encoding, bom) = match Encoding::for_bom(bytes) {
        Some((encoding, length)) => (encoding, length),
        None => (chosen.unwrap_or_else(|| detect(bytes, html)), 0),
    };
    let (text, broken) = encoding.decode_without_bom_handling(&bytes[bom..]);
    if text.trim().is_empty() {
        return Err(empty().into());
    }
    let mut diagnostics = Vec::new();
    if encoding != UTF_8 && chosen.is_none() {
        diagnostics.push(
            Diagnostic::note("encoding", format!("read as {}", encoding.name())).at(1, 1).help(
                "if the letters are wrong, name the right encoding as `encoding:` in the file's front matter",
            ),
        );
    }
    let mut text = text.into_owned();
    if let Some((repaired, from)) = mojibake::repaired(&text).filter(|_| chosen.is_none()) {
        text = repaired;
        let message = format!("UTF-8 that was read as {from} and saved again was repaired");
        diagnostics.push(
            Diagnostic::note("mojibake", message)
                .at(1, 1)
                .help("look through the text: what was lost on the way cannot be repaired"),
        );
    }
    let lost = text.chars().filter(|&c| c == '\u{FFFD}').count();
    let line =
        || text.split('\n').position(|line| line.contains('\u{FFFD}')).map_or(1, |line| line + 1);
    let letters = || text.chars().filter(|c| c.is_alphabetic()).count();
    // Of most texts nothing is lost, and their letters need not be counted.
    if lost > 0 && lost * LOST_OF > letters() + lost {
        let message = format!("{lost} letters of the text are lost («\u{FFFD}»)");
        return Err(Diagnostic::error("lost-letters", message)
            .at(line(), 1)
            .help("save the page anew, or name its encoding as `encoding:` in the file's front matter")
            .into());
    }
    if broken {
        diagnostics.push(
            Diagnostic::warning(
                "broken-characters",
                format!("bytes that are no {} were replaced by «\u{FFFD}»", encoding.name()),
            )
            .at(line(), 1)
            .help(
                "save the file as UTF-8, or name its encoding as `encoding:` in its front matter",
            ),
        );
    }
    Ok(Warned { value: Decoded { text, encoding: encoding.name() }, diagnostics })
}

/// One lost letter in so many makes the text unreadable.
const LOST_OF: usize = 5;

/// `encoding:` in the front matter, which is ASCII in every encoding but UTF-16.
fn in_front_matter(bytes: &[u8]) -> Option<String> {
    /// No front matter is longer.
    const HEAD: usize = 8 * 1024;
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]);
    let mut lines = head.trim_start_matches('\u{FEFF}').lines();
    if lines.next()?.trim_end() != "---" {
        return None;
    }
    let label = lines
        .take_while(|line| line.trim_end() != "---")
        .find_map(|line| line.strip_prefix("encoding:"))?;
    Some(label.trim().trim_matches(['"', '\'']).to_owned()).filter(|label| !label.is_empty())
}

/// What an empty file is told.
pub(super) fn empty() -> Diagnostic {
    Diagnostic::error("empty-file", "the file holds no text")
        .at(1, 1)
        .help("paste the article into it, or delete the file")
}

fn unknown_encoding(label: &str) -> Error {
    Diagnostic::error("settings", format!("no encoding is called `{label}`"))
        .at(1, 1)
        .help("`encoding:` takes a name such as utf-8, utf-16le, windows-1256 or iso-8859-6")
        .into()
}

fn refuse_what_is_no_text(bytes: &[u8]) -> Result<(), Error> {
    if bytes.is_empty() {
        return Err(empty().into());
    }
    let binary = |what: &str| -> Error {
        Diagnostic::error("binary-file", format!("the file is {what}, no text"))
            .at(1, 1)
            .help("save the article as .txt, .html or .md, or move the file out of the articles")
            .into()
    };
    if let Some((_, what)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(binary(what));
    }
    if Encoding::for_bom(bytes).is_some() || utf_16_without_mark(bytes).is_some() {
        return Ok(());
    }
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let odd = sample
        .iter()
        .filter(|&&byte| {
            byte == 0
                || (byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0C | 0x1A..=0x1F))
        })
        .count();
    if odd * 100 > sample.len() || sample.contains(&0) {
        return Err(binary("binary"));
    }
    Ok(())
}

fn detect(bytes: &[u8], html: bool) -> &'static Encoding {
    if let Some(encoding) = utf_16_without_mark(bytes) {
        return encoding;
    }
    match std::str::from_utf8(bytes) {
        Ok(_) => return UTF_8,
        // A scratch in an otherwise sound UTF-8 file makes it no other encoding.
        Err(_) if mostly_utf_8(bytes) => return UTF_8,
        Err(_) => {}
    }
    // The bytes are no UTF-8, whatever the page says of itself.
    let declared = html.then(|| declared(bytes)).flatten().filter(|&declared| declared != UTF_8);
    let arabic = arabic_code_page(bytes);
    if let Some(encoding) = declared {
        // Servers give pages of Arabic as Latin; what opens its words with «ال» is none.
        let is_latin = [WINDOWS_1252, ISO_8859_15, WINDOWS_1254].contains(&encoding);
        return arabic.filter(|_| is_latin).unwrap_or(encoding);
    }
    arabic.unwrap_or_else(|| {
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        detector.feed(bytes, true);
        detector.guess(None, Utf8Detection::Deny)
    })
}

/// UTF-16 without a byte order mark: every second byte is one of the few high
/// bytes of Arabic, ASCII and general punctuation.
fn utf_16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE) & !1];
    if sample.len() < 8 {
        return None;
    }
    let pairs = sample.len() / 2;
    let high = |offset: usize| {
        sample
            .iter()
            .skip(offset)
            .step_by(2)
            .filter(|&&byte| matches!(byte, 0x00 | 0x06 | 0x20 | 0xFE))
            .count()
    };
    let zeros =
        |offset: usize| sample.iter().skip(offset).step_by(2).filter(|&&byte| byte == 0).count();
    if zeros(0) + zeros(1) == 0 {
        return None;
    }
    match (high(0) * 100 > pairs * 95, high(1) * 100 > pairs * 95) {
        (false, true) => Some(UTF_16LE),
        (true, false) => Some(UTF_16BE),
        _ => None,
    }
}

/// Whether all but a few stray bytes are UTF-8 with letters beyond ASCII.
fn mostly_utf_8(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let (mut wide, mut broken) = (0usize, 0usize);
    for chunk in sample.utf8_chunks() {
        wide += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    wide > 20 && broken * 20 < wide
}

/// The encoding that a page declares in its head.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]).to_ascii_lowercase();
    // A page says `charset=`, XML `encoding=`.
    let after = ["charset=", "encoding="]
        .iter()
        .find_map(|name| Some(&head[head.find(name)? + name.len()..]))?;
    let label: String = after
        .trim_start_matches(['"', '\'', ' '])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || "-_:".contains(*c))
        .collect();
    Encoding::for_label(label.as_bytes())
}

/// Windows-1256 or ISO-8859-6: in the right one the article «ال» opens many words, in the wrong one hardly any.
fn arabic_code_page(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let articles = |encoding: &'static Encoding| {
        let (text, _) = encoding.decode_without_bom_handling(sample);
        let words = text.split_whitespace().count().max(1);
        let found = text
            .split_whitespace()
            .filter(|word| word.has_article() || word.starts_with("وال"))
            .count();
        (found * 1000 / words, text.matches('\u{FFFD}').count())
    };
    let (windows, _) = articles(WINDOWS_1256);
    let (iso, strays) = articles(ISO_8859_6);
    match (windows, iso) {
        (w, i) if w.max(i) < 20 => None,
        (w, i) if i > w || (i == w && strays == 0) => Some(ISO_8859_6),
        _ => Some(WINDOWS_1256),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "أعلن المتحدث الرسمي أن المعرض الدولي للكتاب يفتح أبوابه اليوم، وأن الدخول إليه بلا رسوم.";

    fn check(bytes: &[u8], encoding: &str, text: &str) {
        let decoded =
            decode(bytes, None, false).map_err(|error| error.to_string()).expect("it is text");
        assert_eq!((decoded.value.encoding, decoded.value.text.as_str()), (encoding, text));
    }

    fn utf_16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(order).collect()
    }

    #[test]
    fn every_encoding_is_told_by_its_bytes() {
        check(TEXT.as_bytes(), "UTF-8", TEXT);
        check(format!("\u{FEFF}{TEXT}").as_bytes(), "UTF-8", TEXT);
        check(&utf_16(TEXT, u16::to_le_bytes), "UTF-16LE", TEXT);
        check(&utf_16(TEXT, u16::to_be_bytes), "UTF-16BE", TEXT);
        check(&utf_16(&format!("\u{FEFF}{TEXT}"), u16::to_le_bytes), "UTF-16LE", TEXT);
        check(&utf_16(&format!("\u{FEFF}{TEXT}"), u16::to_be_bytes), "UTF-16BE", TEXT);
        check(&WINDOWS_1256.encode(TEXT).0, "windows-1256", TEXT);
        check(&ISO_8859_6.encode(TEXT).0, "ISO-8859-6", TEXT);
    }

    #[test]
    fn a_setting_overrides_what_is_detected() {
        let bytes = WINDOWS_1256.encode(TEXT).0;
        let decoded = decode(&bytes, Some("iso-8859-6"), false)
            .map_err(|error| error.to_string())
            .expect("it is text");
        assert_eq!(decoded.value.encoding, "ISO-8859-6");
    }

    #[test]
    fn what_is_no_text_is_refused_with_a_remedy() {
        for (bytes, code) in [
            (&b""[..], "empty-file"),
            (b" \r\n \r\n", "empty-file"),
            (b"%PDF-1.7 ...", "binary-file"),
            (b"\x00\x01\x02\x03\x00\x7F\x00\x00\x01\x02", "binary-file"),
        ] {
            let found = decode(bytes, None, false).map(|_| ()).expect_err("no text").diagnostics();
            assert_eq!((found[0].code, found[0].position), (code, Some((1, 1))));
            assert!(found[0].help.is_some());
        }
    }

    #[test]
    fn a_scratch_in_a_file_makes_it_no_other_encoding() {
        let mut bytes = TEXT.as_bytes().to_vec();
        bytes.insert(12, 0xFF);
        let decoded =
            decode(&bytes, None, false).map_err(|error| error.to_string()).expect("it is text");
        assert_eq!(
            (decoded.value.encoding, decoded.diagnostics[0].code),
            ("UTF-8", "broken-characters")
        );
    }
}
