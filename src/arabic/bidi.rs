//! Direction: what has to be isolated so that it stands right inside Arabic text.
//!
//! A browser orders mixed text by the Unicode bidirectional algorithm (UAX 9).
//! Left alone, «OPEC+» loses its plus to the wrong side and a telephone number
//! is turned around. [`isolated_runs`] finds what has to stand in an element of its own
//! (`<bdi dir="ltr">`); [`isolated`] does the same for plain text with U+2066 … U+2069.

use super::chars::{digit_value, is_arabic_letter, is_zero_width};
use crate::span::Span;

/// The direction of a text as a whole.
///
/// ```
/// use sijill::arabic::bidi::{Direction, base_direction};
/// assert_eq!(base_direction("بغداد"), Some(Direction::Rtl));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Right to left.
    Rtl,
    /// Left to right.
    Ltr,
}

/// The base direction of a text: that of its first strong letter; nothing where it has none.
///
/// ```
/// use sijill::arabic::bidi::{Direction, base_direction};
/// assert_eq!(base_direction("«العراق»"), Some(Direction::Rtl));
/// assert_eq!(base_direction("2021: OPEC+"), Some(Direction::Ltr));
/// assert_eq!(base_direction("2021-04-07"), None);
/// ```
pub fn base_direction(text: &str) -> Option<Direction> {
    text.chars().find_map(strong_direction)
}

/// The direction that a letter has by itself; digits and marks have none.
const fn strong_direction(c: char) -> Option<Direction> {
    match c {
        c if is_arabic_letter(c) => Some(Direction::Rtl),
        '\u{0590}'..='\u{05FF}'
        | '\u{0700}'..='\u{08FF}'
        | '\u{FB1D}'..='\u{FB4F}'
        | '\u{200F}'
        | '\u{061C}' => Some(Direction::Rtl),
        'A'..='Z' | 'a'..='z' | '\u{200E}' | '\u{00AA}' | '\u{00B5}' | '\u{00BA}' => {
            Some(Direction::Ltr)
        }
        '\u{00C0}'..='\u{02B8}' if !matches!(c, '×' | '÷') => Some(Direction::Ltr),
        '\u{0370}'..='\u{0373}'
        | '\u{0376}'..='\u{037D}'
        | '\u{0386}'..='\u{0482}'
        | '\u{048A}'..='\u{0589}' => Some(Direction::Ltr),
        '\u{0900}'..='\u{1FFF}' | '\u{3041}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}' => {
            Some(Direction::Ltr)
        }
        _ => None,
    }
}

/// Why a run of text has to be isolated.
///
/// ```
/// use sijill::arabic::bidi::{RunKind, isolated_runs};
/// assert_eq!(isolated_runs("قال Joe Biden")[0].kind, RunKind::Words);
/// assert_eq!(isolated_runs("بلغ 5% أمس")[0].kind, RunKind::Number);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RunKind {
    /// Words of a script that runs from left to right; they also need a `lang`.
    Words,
    /// An address, a telephone number, an ISO date, a number with a sign: read from left to right as a whole.
    Number,
}

/// A run of text that has to be isolated as left-to-right.
///
/// ```
/// use sijill::arabic::bidi::isolated_runs;
/// let text = "لغة C++ قديمة";
/// assert_eq!(isolated_runs(text)[0].span.cut(text), "C++");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// Where it stands.
    pub span: Span,
    /// Why it is isolated.
    pub kind: RunKind,
}

/// The runs of a right-to-left text that have to be isolated as left-to-right, in order.
///
/// Latin words take along the numbers and signs that belong to them. Each end of
/// a range is a run of its own, so that «2020-2024» is read from the right, first
/// year first. A bare number stands right by itself and is no run.
///
/// ```
/// use sijill::arabic::bidi::isolated_runs;
/// let text = "ارتفع إنتاج OPEC+ بنسبة 10-15% بين 2020-2024 وفق +964 770 000 0000";
/// let runs: Vec<&str> = isolated_runs(text).iter().map(|run| run.span.cut(text)).collect();
/// assert_eq!(runs, ["OPEC+", "10", "15%", "2020", "2024", "+964 770 000 0000"]);
/// ```
pub fn isolated_runs(text: &str) -> Vec<Run> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(starts_run).map(|length| at + length) {
        let end = run_end(text, start);
        let start = start - sign_before(text, at, start);
        add_runs(text, Span::new(start, end), &mut found);
        at = end;
    }
    found
}

/// A plain text in which each run is wrapped in U+2066 and U+2069, for fields that have no markup.
///
/// ```
/// use sijill::arabic::bidi::isolated;
/// assert_eq!(isolated("لغة C++ قديمة"), "لغة \u{2066}C++\u{2069} قديمة");
/// assert_eq!(isolated("عام 2021"), "عام 2021");
/// ```
pub fn isolated(text: &str) -> String {
    let mut shown = String::with_capacity(text.len() + 16);
    let mut at = 0;
    for run in isolated_runs(text) {
        shown.push_str(&text[at..run.span.start]);
        shown.push('\u{2066}');
        shown.push_str(run.span.cut(text));
        shown.push('\u{2069}');
        at = run.span.end;
    }
    shown.push_str(&text[at..]);
    shown
}

/// A plain-text field (a page's title, a feed's headline) that every program sets from the right.
///
/// A text that begins with an Arabic letter is one already; any other is
/// wrapped in U+2067 and U+2069. Runs inside are isolated.
///
/// ```
/// use sijill::arabic::bidi::plain_field;
/// assert_eq!(plain_field("ملف الحوار"), "ملف الحوار");
/// assert_eq!(plain_field("2021: عام الحوار"), "\u{2067}2021: عام الحوار\u{2069}");
/// ```
pub fn plain_field(text: &str) -> String {
    let shown = isolated(text);
    if text.chars().next().is_some_and(is_arabic_letter) {
        shown
    } else {
        format!("\u{2067}{shown}\u{2069}")
    }
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

fn is_left_to_right(c: char) -> bool {
    strong_direction(c) == Some(Direction::Ltr) && c != '\u{200E}'
}

fn starts_run(c: char) -> bool {
    is_digit(c) || is_left_to_right(c)
}

/// How many bytes before the run belong to it: a sign, a currency, an at sign.
fn sign_before(text: &str, from: usize, start: usize) -> usize {
    let before = &text[from..start];
    let head = before.trim_end_matches(['+', '-', '−', '$', '€', '£', '@', '#', '~', '/', '&']);
    let signs = &before[head.len()..];
    let mut letters = text[..from + head.len()].chars().rev();
    // A hyphen right behind a word joins or parts; it is a minus behind a lone «و».
    let glued = letters.next().is_some_and(char::is_alphanumeric)
        && letters.next().is_some_and(char::is_alphanumeric);
    if glued && !signs.starts_with(['$', '€', '£', '@', '#']) { 0 } else { signs.len() }
}

/// Where the run ends that begins at `start`: at the last letter or digit before Arabic text or a break, with its signs.
fn run_end(text: &str, start: usize) -> usize {
    let mut end = start;
    let mut open = 0_i32;
    let mut words = false;
    for (length, c) in text[start..].char_indices() {
        let behind = start + length + c.len_utf8();
        match c {
            c if is_left_to_right(c) => {
                words = true;
                end = behind;
            }
            c if is_digit(c) => {
                // «USA 2021»: the year is the Arabic sentence's, «Boeing 737» a name. So is what a colon announces: «USA: 3 جولات».
                let before = &text[..start + length];
                let is_year = before.ends_with([' ', '(']) && is_year(&text[start + length..]);
                if words && (is_year || before.ends_with(": ")) {
                    return end;
                }
                end = behind;
            }
            '+' | '%' | '#' | '°' | '²' | '³' | '™' | '®' | '/' if end == start + length => {
                end = behind
            }
            '(' | '[' => open += 1,
            ')' | ']' if open > 0 => {
                open -= 1;
                if end == start + length {
                    end = behind;
                }
            }
            '.' if is_initialism(&text[start..start + length]) && end == start + length => {
                end = behind
            }
            ' ' if !words && !goes_on_as_phone(text, start, start + length) => return end,
            ' ' | '.' | ',' | ':' | ';' | '-' | '–' | '—' | '/' | '\\' | '_' | '&' | '@' | '\''
            | '’' | '?' | '=' | '~' | '*' | '!' | '"' | '+' | '%' | '#' => {}
            c if is_zero_width(c) => {}
            _ => return end,
        }
    }
    end
}

/// Whether a year stands at the head of the text, and no more digits.
fn is_year(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    digits == 4 && (text.starts_with("19") || text.starts_with("20"))
}

/// Whether a word such as «U.S» ends the text, which takes a last stop.
fn is_initialism(text: &str) -> bool {
    let mut last = text.chars().rev();
    matches!((last.next(), last.next()), (Some(letter), Some('.')) if letter.is_ascii_uppercase())
}

/// Whether digits behind a space go on with a telephone number («+964 770», «0770 123 4567»).
fn goes_on_as_phone(text: &str, start: usize, space: usize) -> bool {
    let is_phone = text[..start].ends_with('+')
        || text[start..].starts_with('0')
        || text[start..space].contains(' ');
    is_phone && text[space..].strip_prefix(' ').is_some_and(|rest| rest.starts_with(is_digit))
}

/// Adds what of the run has to be isolated.
fn add_runs(text: &str, span: Span, found: &mut Vec<Run>) {
    let run = span.cut(text);
    if run.chars().any(is_left_to_right) {
        found.push(Run { span, kind: RunKind::Words });
        return;
    }
    if let Some(parts) = range_parts(run) {
        found.extend(
            parts
                .into_iter()
                .map(|part| Run { span: part.shifted(span.start), kind: RunKind::Number }),
        );
        return;
    }
    // Commas, stops, colons and slashes between digits are ordered with them.
    let stands_right = run.chars().all(|c| is_digit(c) || matches!(c, '.' | ',' | ':' | '/'));
    if !stands_right {
        found.push(Run { span, kind: RunKind::Number });
    }
}

/// The two ends of a range, a score or a span of years; nothing where the run is a date or a telephone number.
fn range_parts(run: &str) -> Option<Vec<Span>> {
    let dash = |c: char| matches!(c, '-' | '–' | '—');
    let (first, second) = run.split_once(dash)?;
    let digits = |part: &str| part.chars().filter(|&c| digit_value(c).is_some()).count();
    let is_end =
        |part: &str| (1..=7).contains(&digits(part)) && !part.contains(dash) && !part.contains(' ');
    let grouped = |part: &str| digits(part) <= 4 || part.contains([',', '.']);
    if !is_end(first)
        || !is_end(second)
        || !grouped(first)
        || !grouped(second)
        || first.starts_with(['+', '0']) && digits(first) > 1
    {
        return None;
    }
    Some(vec![Span::new(0, first.len()), Span::new(run.len() - second.len(), run.len())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let runs: Vec<&str> = isolated_runs(text).iter().map(|run| run.span.cut(text)).collect();
        assert_eq!(runs, expected, "{text}");
    }

    #[test]
    fn signs_belong_to_their_word() {
        check("بلغة C++.", &["C++"]);
        check("قال U.S. وأضاف", &["U.S."]);
        check("شركة AT&T، و(OPEC+)", &["AT&T", "OPEC+"]);
        check("مقاتلات F-16 وطائرة Boeing 737-800 أمس", &["F-16", "Boeing 737-800"]);
        check("تقرير USA Today (2021) اليوم", &["USA Today"]);
        check("في USA 2021 كان", &["USA"]);
        check("موقع https://example.org/a?b=1 هنا", &["https://example.org/a?b=1"]);
        check("البريد a.b@example.org", &["a.b@example.org"]);
        check("حساب @name وسم #tag", &["@name", "#tag"]);
        check("قال Joe Biden: نعم", &["Joe Biden"]);
        check("العراق وUSA: 3 جولات", &["USA"]);
        check("النتيجة A:3 اليوم", &["A:3"]);
        check("(Fuad Hussein)", &["Fuad Hussein"]);
        check("بند B(2) نص", &["B(2)"]);
    }

    #[test]
    fn ranges_are_read_from_the_right() {
        check("10-15%", &["10", "15%"]);
        check("فاز 3-1 أمس", &["3", "1"]);
        check("2020-2024", &["2020", "2024"]);
        check("من 1,200-1,500 دينار", &["1,200", "1,500"]);
    }

    #[test]
    fn numbers_with_signs_are_isolated() {
        check("بلغ 5% و$20 و-7 درجات", &["5%", "$20", "-7"]);
        check("الهاتف 0770-123-4567", &["0770-123-4567"]);
        check("الهاتف +964 770 123 4567 مساء", &["+964 770 123 4567"]);
        check("يوم 2021-04-07 صباحا", &["2021-04-07"]);
        check("عام 2021، و7/4/2021 و3.5 و1,234 و10:30", &[]);
    }

    #[test]
    fn arabic_text_has_no_runs() {
        check("قال «نعم» ٣-١ ثم عاد", &[]);
        check("", &[]);
    }
}
