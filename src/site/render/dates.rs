//! Dates in words, with the parts of them that HTML knows as dates.

use super::context::{DatePart, DateView};
use super::words::Words;
use crate::arabic::calendar::edtf::{Endpoint, Moment, Precision};
use crate::arabic::calendar::hijri::HijriDay;
use crate::arabic::calendar::{Edtf, format_date, format_date_with_weekday};

/// What stands between the two ends of an interval in words.
const BETWEEN: &str = " إلى ";

impl Words {
    /// A date in words: «7 نيسان/أبريل 2021», «من 4 إلى 22 حزيران/يونيو 2020», «نحو كانون الأول/ديسمبر 2021».
    pub(crate) fn date(self, date: &Edtf) -> DateView {
        self.view(date, format_date(date, self.style))
    }

    /// The same with the weekday of each day.
    pub(crate) fn date_with_weekday(self, date: &Edtf) -> DateView {
        self.view(date, format_date_with_weekday(date, self.style))
    }

    /// «بلا تاريخ».
    pub(crate) fn no_date() -> DateView {
        DateView {
            text: "بلا تاريخ".to_owned(), parts: vec![word("بلا تاريخ")], edtf: String::new()
        }
    }

    /// A date, or «بلا تاريخ».
    pub(crate) fn date_or_none(self, date: Option<&Edtf>) -> DateView {
        date.map_or_else(Self::no_date, |date| self.date(date))
    }

    fn view(self, date: &Edtf, phrase: String) -> DateView {
        let mut parts = match (date, phrase.split_once(BETWEEN), phrase.split_once(' ')) {
            (Edtf::Date(moment), ..) => {
                vec![DatePart { text: phrase.clone(), datetime: datetime(moment) }]
            }
            (Edtf::Interval(start, end), Some((from, to)), _) => match from.split_once(' ') {
                Some((preposition, from)) => {
                    vec![
                        word(&format!("{preposition} ")),
                        endpoint(from, start),
                        word(BETWEEN),
                        endpoint(to, end),
                    ]
                }
                None => vec![word(&phrase)],
            },
            (Edtf::Interval(start, end), None, Some((preposition, rest))) => {
                let known = if start.moment().is_some() { start } else { end };
                vec![word(&format!("{preposition} ")), endpoint(rest, known)]
            }
            _ => vec![word(&phrase)],
        };
        if let Some(day) = date.single_day().filter(|_| self.hijri) {
            parts.push(word(&format!(" ({})", HijriDay::of(day).phrase(self.style.digits))));
        }
        DateView {
            text: parts.iter().map(|part| part.text.as_str()).collect(),
            parts,
            edtf: date.to_string(),
        }
    }

    /// The name of a month by the usage of the site.
    pub(crate) fn month(self, month: u32) -> String {
        self.style.names.name(month)
    }

    /// The shorter of two names of a month, for the head of a narrow table.
    pub(crate) fn short_month(self, month: u32) -> String {
        let name = self.month(month);
        name.split('/').next().unwrap_or(&name).to_owned()
    }
}

fn endpoint(text: &str, end: &Endpoint) -> DatePart {
    DatePart { text: text.to_owned(), datetime: end.moment().and_then(datetime) }
}

/// The value of `<time datetime>`, where HTML has one of that precision.
pub(crate) fn datetime(moment: &Moment) -> Option<String> {
    match &moment.value {
        Precision::Day(day) => Some(day.to_string()),
        Precision::Time(day, time) => Some(format!("{day}T{time}")),
        Precision::Month(year, month) => Some(format!("{year:04}-{month:02}")),
        Precision::Year(year) => Some(format!("{year:04}")),
        Precision::Part(..) | Precision::Decade(_) | Precision::Century(_) => None,
    }
}

/// The same for a date that is no interval.
pub(crate) fn datetime_of(date: &Edtf) -> Option<String> {
    match date {
        Edtf::Date(moment) => datetime(moment),
        Edtf::Interval(..) => None,
    }
}

fn word(text: &str) -> DatePart {
    DatePart { text: text.to_owned(), datetime: None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    fn said(edtf: &str) -> String {
        Words::of(&Config::default()).date(&edtf.parse().expect(edtf)).text
    }

    #[test]
    fn the_parts_are_what_html_knows_as_dates() {
        let parts = |edtf: &str| {
            let view = Words::of(&Config::default()).date(&edtf.parse().expect(edtf));
            assert_eq!(view.text, said(edtf));
            view.parts
                .into_iter()
                .map(|part| (part.text, part.datetime.unwrap_or_default()))
                .collect::<Vec<_>>()
        };
        let pair = |text: &str, datetime: &str| (text.to_owned(), datetime.to_owned());
        assert_eq!(parts("2020-06"), [pair("حزيران/يونيو 2020", "2020-06")]);
        let days = [
            pair("من ", ""),
            pair("9", "2023-02-09"),
            pair(" إلى ", ""),
            pair("15 شباط/فبراير 2023", "2023-02-15"),
        ];
        assert_eq!(parts("2023-02-09/2023-02-15"), days);
        assert_eq!(
            parts("../2020-01-03"),
            [pair("حتى ", ""), pair("3 كانون الثاني/يناير 2020", "2020-01-03")]
        );
        assert_eq!(parts("2021-33"), [pair("الربع الأول من 2021", "")]);
    }

    #[test]
    fn the_hijri_day_is_only_an_addition() {
        let words = Words::of(&Config { hijri: true, ..Config::default() });
        assert_eq!(
            words.date(&"2021-04-13".parse().expect("a day")).text,
            "13 نيسان/أبريل 2021 (1 رمضان 1442 هـ)"
        );
    }
}
