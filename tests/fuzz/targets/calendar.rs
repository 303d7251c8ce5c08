#![no_main]

use libfuzzer_sys::fuzz_target;
use sijill::arabic::calendar::{Edtf, date_of_phrase, months, printed};

fuzz_target!(|text: &str| {
    let _ = date_of_phrase(text);
    for day in printed::printed_days(text) {
        assert!(!day.span.cut(text).is_empty());
    }
    let _ = (months::month_from_name(text), months::weekday_from_name(text));
    if let Ok(value) = text.parse::<Edtf>() {
        assert_eq!(value.to_string().parse::<Edtf>().ok(), Some(value));
    }
});
