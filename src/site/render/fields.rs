//! How a value is spelled in each format that machines read: one function a format, and whatever goes there goes through it.
//!
//! Values come from people: a title may hold a brace, a line break, a formula or a character that an escape in YAML made.
//! None of them may begin a record, a line or a cell of its own. What no format can hold, a control character, is left
//! out; all else is read back as it was, which the tests ask of other people's readers.
//!
//! JSON needs nothing: its writer escapes all that it must.

use crate::diagnostics::is_control;

/// A text on one line, without control characters: for RIS, BibLaTeX, feeds, and `robots.txt`.
pub(super) fn line(text: &str) -> String {
    let pieces = text
        .split(|c: char| c.is_whitespace() || is_break(c))
        .map(|piece| piece.replace(is_control, ""));
    pieces.filter(|piece| !piece.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Whether some reader ends a line here: U+0085, U+2028 and U+2029 among them.
fn is_break(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{1C}'..='\u{1E}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// A value of BibLaTeX, inside its braces. What TeX takes for a command is spelled out, single braces too: a brace
/// behind a stroke still counts for the readers that count them.
pub(super) fn bibtex(text: &str) -> String {
    let mut made = String::new();
    let mut last = ' ';
    for c in line(text).chars() {
        // TeX makes a dash of two hyphens, and a quotation mark of two strokes.
        if c == last && matches!(c, '-' | '\'' | '`') {
            made.push_str("{}");
        }
        last = c;
        match c {
            '%' | '&' | '#' | '$' | '_' => made.extend(['\\', c]),
            '{' => made.push_str("\\textbraceleft{}"),
            '}' => made.push_str("\\textbraceright{}"),
            '\\' => made.push_str("\\textbackslash{}"),
            '^' => made.push_str("\\textasciicircum{}"),
            '~' => made.push_str("\\textasciitilde{}"),
            c => made.push(c),
        }
    }
    made
}

/// A text of iCalendar (RFC 5545, 3.3.11): line breaks of whatever kind become `\n`.
pub(super) fn ical(text: &str) -> String {
    let mut made = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' | ';' | ',' => made.extend(['\\', c]),
            '\r' if chars.peek() == Some(&'\n') => {}
            c if is_break(c) => made.push_str("\\n"),
            '\t' => made.push(' '),
            c if is_control(c) => {}
            c => made.push(c),
        }
    }
    made
}

/// A cell of CSV that no spreadsheet takes for a formula, before the writer puts it in quotes where it has to. Some
/// trim a cell before they look at it, and some know the wide forms of the signs.
pub(super) fn cell(text: &str) -> String {
    // A mark of order at the head would be taken for that of the file.
    let text = text.replace(is_control, "").trim_start_matches('\u{FEFF}').to_owned();
    let starts_formula =
        text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    if starts_formula || text.starts_with(['\t', '\r']) { format!("'{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Texts with all that formats take for something of their own.
    fn hostile() -> impl Strategy<Value = String> {
        let pieces = prop_oneof![
            Just("\r\n".to_owned()),
            Just("\nER  - \nTY  - BOOK".to_owned()),
            Just("BEGIN:VEVENT".to_owned()),
            Just("},\n@online{x,".to_owned()),
            Just("\\textbf{".to_owned()),
            Just("\"=1+1".to_owned()),
            Just("]]><!--&amp;".to_owned()),
            proptest::char::any().prop_map(String::from),
            proptest::sample::select(
                "{}\\%&#$_^~\";,=+-@'\t\r\n\u{85}\u{2028}\u{7}\u{FFFE}".chars().collect::<Vec<_>>()
            )
            .prop_map(String::from),
            Just("الجولة الثالثة".to_owned()),
        ];
        proptest::collection::vec(pieces, 0..12).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn biblatex_is_read_back(text in hostile(), key in "[a-z]{1,8}") {
            use biblatex::ChunksExt as _;
            let written = format!("@online{{{key},\n  title = {{{}}},\n  urldate = {{2021-04-07}},\n}}\n\n@online{{next,\n}}\n", bibtex(&text));
            let read = biblatex::Bibliography::parse(&written).map_err(|error| TestCaseError::fail(format!("{error:?} in {written}")))?;
            prop_assert_eq!(read.len(), 2);
            let entry = read.get(&key).ok_or_else(|| TestCaseError::fail("the entry is gone"))?;
            let title = entry.fields.get("title").map(|chunks| chunks.format_verbatim()).unwrap_or_default();
            prop_assert_eq!(title, line(&text));
        }

        #[test]
        fn a_cell_is_read_back_and_is_no_formula(text in hostile()) {
            let mut writer = csv::Writer::from_writer(Vec::new());
            writer.write_record([&cell(&text), "بعده"]).expect("memory does not fail");
            let written = writer.into_inner().expect("memory does not fail");
            let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(&written[..]);
            let records: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().map_err(|error| TestCaseError::fail(error.to_string()))?;
            prop_assert_eq!(records.len(), 1);
            prop_assert_eq!(&records[0][1], "بعده");
            let bare = text.replace(is_control, "").trim_start_matches('\u{FEFF}').to_owned();
            prop_assert!(records[0][0] == bare || records[0][0].strip_prefix('\'') == Some(&bare));
            prop_assert!(!records[0][0].trim_start().starts_with(['=', '+', '-', '@']));
        }

        #[test]
        fn a_calendar_is_read_back(text in hostile()) {
            let mut written = String::new();
            for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "UID:a@b", &format!("SUMMARY:{}", ical(&text)), "END:VEVENT", "END:VCALENDAR"] {
                super::super::data::fold_line(&mut written, line);
            }
            let unfolded = icalendar::parser::unfold(&written);
            let read = icalendar::parser::read_calendar(&unfolded).map_err(TestCaseError::fail)?;
            prop_assert_eq!(read.components.len(), 1);
            let summary = read.components[0].find_prop("SUMMARY").map(|found| found.val.to_string()).unwrap_or_default();
            let wanted: String = text.replace("\r\n", "\n").chars().filter_map(|c| match c {
                c if is_break(c) => Some('\n'),
                '\t' => Some(' '),
                c => (!is_control(c)).then_some(c),
            }).collect();
            prop_assert_eq!(summary, wanted);
        }

        #[test]
        fn a_line_is_one_and_well_formed_in_xml(text in hostile()) {
            let made = line(&text);
            prop_assert_eq!(made.lines().count(), usize::from(!made.is_empty()));
            let mut escaped = String::new();
            super::super::escape::escape_text(&mut escaped, &made);
            let written = format!("<title>{escaped}</title>");
            let mut reader = quick_xml::Reader::from_str(&written);
            let mut read = String::new();
            loop {
                match reader.read_event().map_err(|error| TestCaseError::fail(error.to_string()))? {
                    quick_xml::events::Event::Text(text) => read.push_str(&text.xml10_content()),
                    quick_xml::events::Event::GeneralRef(name) => {
                        read.push_str(quick_xml::escape::resolve_predefined_entity(&name.into_inner()).unwrap_or("?"));
                    }
                    quick_xml::events::Event::Eof => break,
                    _ => {}
                }
            }
            prop_assert_eq!(read, made.clone());
            let is_xml = |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..='\u{10FFFF}');
            prop_assert!(made.chars().all(is_xml));
        }
    }

    #[test]
    fn signs_that_spreadsheets_trim_for_or_widen() {
        for text in ["=1+1", "\r=cmd|x", "  =1+1", "\t@a", "＝1", "-2"] {
            assert!(cell(text).starts_with('\''), "{text:?}");
        }
        assert_eq!(cell("2021-04-07"), "2021-04-07");
    }

    #[test]
    fn braces_out_of_order_do_not_open_an_entry() {
        assert_eq!(bibtex("a } b { c"), "a \\textbraceright{} b \\textbraceleft{} c");
    }
}
