//! Month and weekday names by region.

/// The months by the usage of a region; each list begins with January.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MonthFamily {
    /// كانون الثاني، شباط، آذار: Iraq, Syria, Lebanon, Jordan, Palestine.
    Levant,
    /// يناير، فبراير، مارس: Egypt, Sudan, the Gulf.
    Egypt,
    /// جانفي، فيفري، مارس: Tunisia, Algeria.
    Maghreb,
    /// يناير، … غشت، شتنبر: Morocco.
    Morocco,
    /// يناير، … إبريل، أغشت: Mauritania.
    Mauritania,
}

const LEVANT: [&str; 12] =
    ["كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول"];
const EGYPT: [&str; 12] = ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"];
const MAGHREB: [&str; 12] = ["جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان", "جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"];
const MOROCCO: [&str; 12] = ["يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر"];
const MAURITANIA: [&str; 12] = ["يناير", "فبراير", "مارس", "إبريل", "مايو", "يونيو", "يوليو", "أغشت", "شتمبر", "أكتوبر", "نوفمبر", "دجمبر"];

/// Monday first, as ISO 8601 counts.
pub const WEEKDAYS: [&str; 7] = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"];

impl MonthFamily {
    /// The name of a month, 1 to 12.
    ///
    /// ```
    /// use sijill::arabic::calendar::months::MonthFamily;
    /// assert_eq!(MonthFamily::Levant.name(4), "نيسان");
    /// ```
    pub const fn name(self, month: u32) -> &'static str {
        let names = match self {
            Self::Levant => &LEVANT,
            Self::Egypt => &EGYPT,
            Self::Maghreb => &MAGHREB,
            Self::Morocco => &MOROCCO,
            Self::Mauritania => &MAURITANIA,
        };
        names[(month as usize + 11) % 12]
    }
}
