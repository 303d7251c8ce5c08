//! Why a time has its value: one list for the notes of a page, `annotate --explain` and the documents.

macro_rules! reasons {
    ($($(#[$doc:meta])* $name:ident: $code:literal, $arabic:literal, $example:literal;)*) => {
        /// Why an expression, or an article, is of a day.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Reason {
            $($(#[$doc])* $name,)*
        }

        impl Reason {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// Its name in tables: ASCII, without spaces; no two reasons share one.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }

            /// What the reader of the site is told, in Arabic; «{}» stands for what [`Reason::of`] puts there.
            ///
            /// ```
            /// use sijill::article::annotate::Reason;
            /// assert_eq!(Reason::WrittenOut.text(), "مذكور بتمامه");
            /// ```
            pub const fn text(self) -> &'static str {
                match self { $(Self::$name => $arabic,)* }
            }

            /// A piece of a text whose time has its value for it.
            pub const fn example(self) -> &'static str {
                match self { $(Self::$name => $example,)* }
            }
        }
    };
}

reasons! {
    // Of an expression, from the words themselves.
    /// Day, month and year are written.
    WrittenOut: "written-out", "مذكور بتمامه", "«5 شباط 2020»";
    /// In figures, with the year.
    Figures: "figures", "تاريخ بالأرقام", "«5/2/2020»";
    /// Of the Islamic calendar.
    IslamicCalendar: "islamic-calendar", "تقويم أم القرى", "«10 محرم 1442»";
    // Of an expression, from the day of the text.
    /// The day of the text itself.
    DayOfText: "day-of-text", "يوم النشر", "«اليوم الخميس»";
    /// Counted from the day of the text.
    CountedFromText: "counted-from-text", "محسوب من يوم النشر", "«قبل ثلاثة أيام»";
    /// The day on which it was said or written, where the page is dated on another.
    DayOfSpeech: "day-of-speech", "يوم الكلام، وهو غير يوم النشر", "«اليوم الخميس» في صفحة مؤرخة بالجمعة";
    /// Counted from that day.
    CountedFromSpeech: "counted-from-speech", "محسوب من يوم الكلام، وهو غير يوم النشر", "«غدًا» في صفحة مؤرخة باليوم التالي";
    /// The weekday of that name before the text.
    LastDay: "last-day", "آخر يوم بهذا الاسم قبل النشر", "«الخميس الماضي»";
    /// The one before that.
    DayBeforeLast: "day-before-last", "اليوم بهذا الاسم قبل الأخير قبل النشر", "«الخميس قبل الماضي»";
    /// The weekday of that name behind the text.
    NextDay: "next-day", "أول يوم بهذا الاسم بعد النشر", "«الخميس المقبل»";
    /// The one behind that.
    DayAfterNext: "day-after-next", "ثاني يوم بهذا الاسم بعد النشر", "«الخميس بعد المقبل»";
    /// The weekday of the week of the text.
    DayOfWeek: "day-of-week", "من أسبوع النشر", "«الخميس الجاري»";
    /// A weekday, and the text was written on such a day.
    SameWeekday: "same-weekday", "يوم النشر نفسه", "«التقى الوزير، الخميس، …»";
    /// A weekday, and nothing says where the sentence looks.
    NearestDay: "nearest-day", "أقرب يوم بهذا الاسم من النشر", "«مهرجان الخميس»";
    /// A month or a day of it, the last before the text.
    LastYear: "last-of-years", "بلا سنة: الأخير قبل النشر", "«افتُتح في نيسان»";
    /// The first behind it.
    NextYear: "next-of-years", "بلا سنة: الأول بعد النشر", "«يُفتتح في نيسان»";
    /// Nothing says where the sentence looks.
    NearestYear: "nearest-of-years", "بلا سنة: الأقرب من النشر", "«معرض 15 نيسان»";
    /// A day without its year that is the day of the text.
    SameDay: "same-day", "بلا سنة: يوم النشر نفسه", "«17 شباط» في خبر ذلك اليوم";
    /// «الماضي» behind a month.
    LastMonth: "last-month", "الأخير قبل النشر", "«نيسان الماضي»";
    /// «قبل الماضي» behind it.
    MonthBeforeLast: "month-before-last", "قبل الأخير قبل النشر", "«نيسان قبل الماضي»";
    /// «المقبل» behind it.
    NextMonth: "next-month", "الأول بعد النشر", "«نيسان المقبل»";
    /// «بعد المقبل» behind it.
    MonthAfterNext: "month-after-next", "الثاني بعد النشر", "«نيسان بعد المقبل»";
    /// «الجاري» behind it.
    MonthOfYear: "month-of-year", "من سنة النشر", "«نيسان الجاري»";
    // Of an expression, from what was told before.
    /// Counted from the last time that was told.
    CountedFromTold: "counted-from-told", "محسوب من آخر تاريخ ذُكر", "«اليوم التالي»";
    /// The same time.
    ToldBefore: "told-before", "تاريخ ذُكر قبله", "«في اليوم نفسه»";
    /// The day or month of the text, in another year.
    OnThisDay: "on-this-day", "يوم النشر أو شهره في السنة المذكورة", "«في مثل هذا اليوم من عام 1961»";
    /// Its year was told.
    YearTold: "year-told", "من السنة المذكورة قبله", "«في أيار من العام نفسه»";
    /// Attacks that a day is enough to name.
    RenownedDay: "renowned-day", "يوم معروف بلا سنته", "«هجمات 11 سبتمبر»";
    /// What was still to come on a day that the sentence tells.
    AfterTold: "after-told", "بلا سنة: الأول بعد اليوم المذكور قبله في الجملة", "«أعلن في 17 نوفمبر أنه سينخفض بحلول 15 جانفي»";
    /// The paragraph opened with a day of long ago.
    AfterOpening: "after-opening", "بلا سنة: الأول بعد اليوم الذي افتُتحت به الفقرة", "«في 26 يناير 1952 احترقت المدينة. وفي 23 يوليو أذيع البيان»";
    /// It ends what begins on a day told before it.
    AfterBegin: "after-begin", "أول يوم بهذا الاسم بعد يوم البدء المذكور قبله", "«ستنطلق الأحد المقبل وتستمر حتى الخميس»";
    /// In the period that was told before it.
    DuringTold: "during-told", "بلا سنة: في المدة المذكورة قبله", "«شتاء 2013، حين غطت الثلوج المدينة في 12 كانون الأول»";
    /// Counted from a day that followed it.
    BeforeTold: "before-told", "محسوب من اليوم المذكور قبله في الجملة", "«… ردًا على مقتل القائد قبل خمسة أيام»";
    /// Its neighbours in a chronology give its year.
    InChronology: "in-chronology", "بلا سنة: من ترتيب الأيام في التسلسل الزمني", "«11 يونيو 2025: … / 3 يوليو: …»";
    /// Counted from the day of its entry in a chronology.
    CountedFromEntry: "counted-from-entry", "محسوب من يوم الفقرة في التسلسل الزمني", "«16 أغسطس: انهيار الحاجز مساء السبت»";
    // Of an article, from its page.
    /// A label says when it was published.
    Published: "published", "تاريخ النشر المذكور في الصفحة", "«نشر في 12 مارس 2019»";
    /// The page's own data do.
    PublishedInData: "published-in-data", "تاريخ النشر في بيانات الصفحة", "«article:published_time»";
    /// A label names a day.
    Dated: "dated", "تاريخ مذكور في الصفحة", "«التاريخ: 12 مارس 2019»";
    /// A day stands beside the article.
    BesideArticle: "beside-article", "يوم مطبوع عند المادة", "«الثلاثاء 12 مارس 2019»";
    /// The dateline has it.
    Dateline: "dateline", "سطر المكان والتاريخ في أول النص", "«بغداد – 12 مارس 2019»";
    /// A messenger stamped it.
    Sent: "sent", "يوم إرسال الرسالة كما سجّله برنامجها", "«[12/3/2019، 14:05]»";
    /// A day stands over the headline.
    OverHeadline: "over-headline", "يوم مطبوع فوق العنوان", "«12 مارس 2019» فوق العنوان";
    /// The address of the page has it.
    Address: "address", "يوم في عنوان الصفحة على الشبكة", "«/2019/03/12/»";
    /// Only its last change is told.
    Updated: "updated", "تاريخ آخر تحديث، ولا يُذكر يوم للنشر", "«آخر تحديث: 12 مارس 2019»";
    /// Only its last change is told in the page's data.
    ModifiedInData: "modified-in-data", "تاريخ آخر تعديل في بيانات الصفحة، ولا يُذكر يوم للنشر", "«article:modified_time»";
    /// It says how old it is, beside a clock.
    Age: "age", "عمر المادة كما تذكره الصفحة، محسوبًا من تاريخها «{}»", "«منذ ساعتين»";
    /// A weekday is printed beside it that is another day's.
    OtherWeekday: "other-weekday", "طُبع معه اسم «{}»، وهو يوم {}", "«الأحد 12 مارس 2019»";
    /// Only the month or week of its issue is known.
    Issue: "issue", "شهر العدد أو أسبوعه", "«العدد 12، آذار 2019»";
    /// Figures were read with the month first, as elsewhere at that outlet.
    MonthFirst: "month-first", "قُرئ الشهر قبل اليوم كما في مواد أخرى من المصدر نفسه", "«4/7/2021»";
    /// The head of the page has a day that the text agrees with.
    HeadAgrees: "head-agrees", "تاريخ في رأس الصفحة يوافقه النص", "«الثلاثاء 12 مارس 2019» في رأس الصفحة";
    // Of an article, from its text.
    /// Its first sentence says on which day somebody announced its news.
    AnnouncedInLede: "announced-in-lede", "يوم إعلان الخبر في جملته الأولى، أو اليوم الذي بعده", "«أكدت الوزيرة صباح الاثنين 27 ديسمبر 2021 أن …»";
    /// The dateline, and the year from what is told.
    DatelineAndEvents: "dateline-events", "سطر التاريخ، والسنة من الوقائع", "«بغداد – 12 مارس» وخبر عن جولة معلومة";
    /// The dateline, and the year from the day of the page.
    DatelineAndPage: "dateline-page", "سطر التاريخ، والسنة من تاريخ الصفحة", "«بغداد – 12 مارس» وعام في ذيل الصفحة";
    /// The dateline, and the year from who held which office.
    DatelineAndOffices: "dateline-offices", "سطر التاريخ، والسنة من مناصب من يذكرهم", "«بغداد – 12 مارس» و«قال الوزير …»";
    /// The text names its day; the year is that in which the weekday fits.
    NamesDay: "names-day", "النص يسمّي يومه، والسنة ما وافق اسمَ اليوم", "«اليوم الخميس 17 شباط»";
    /// The text names its day whole.
    NamesDayWhole: "names-day-whole", "النص يسمّي يومه بتمامه", "«اليوم الخميس 17 شباط 2022»";
    /// It agrees with the day of an event.
    OfEvent: "of-event", "يوافق يومَ «{}»", "«انطلقت الأربعاء الجولة الثانية»";
    /// It tells of an event.
    AboutEvent: "about-event", "الخبر عن «{}»", "«اختُتمت الجولة الثانية»";
    /// A day that is written whole lies near that of the page.
    NearPage: "near-page", "يوم مذكور بتمامه قريب من تاريخ الصفحة", "«في 12 مارس 2019»";
    /// A weekday fits the day of the page.
    WeekdayAgrees: "weekday-agrees", "اسم اليوم في النص يوافق تاريخ الصفحة", "«اليوم الثلاثاء»";
    /// The text was written on the day before that of the page, or behind it: «اليوم الخميس» on a page of Friday.
    WrittenBeside: "written-beside", "اسم اليوم في النص يدلّ على أنه كُتب يوم {}، فمنه تُحسب «اليوم» و«أمس»", "«اليوم الخميس» في صفحة مؤرخة بالجمعة";
    /// A day of the moon's calendar is a day early or late, as the weekday shows.
    MoonByWeekday: "moon-by-weekday", "يوم هجري بلا مقابل ميلادي، قد يتقدم يومًا أو يتأخر؛ واسم اليوم في النص يرجّح هذا اليوم", "«23 رجب 1445»، وفي النص «غدًا الثلاثاء»";
    /// A weekday does not fit.
    WeekdayDisagrees: "weekday-disagrees", "اسم اليوم في النص لا يوافق هذا اليوم", "«اليوم الجمعة»";
    /// The events do not fit.
    TextDisagrees: "text-disagrees", "النص لا يوافق هذا اليوم", "«انطلقت أمس الجولة الثانية»";
    /// The text names another day.
    NamesOther: "names-other", "النص يسمّي يومًا آخر", "«اليوم الخميس 17 شباط 2022»";
}

impl Reason {
    /// The text about some things, each at its place.
    ///
    /// ```
    /// use sijill::article::annotate::Reason;
    /// assert_eq!(Reason::AboutEvent.of(&["الجولة الثالثة"]), "الخبر عن «الجولة الثالثة»");
    /// ```
    pub fn of(self, things: &[&str]) -> String {
        let put = |text: String, thing: &&str| text.replacen("{}", thing, 1);
        things.iter().fold(self.text().to_owned(), put)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn each_reason_has_a_code_a_text_and_an_example_of_its_own() {
        let of = |part: fn(Reason) -> &'static str| {
            Reason::ALL.iter().map(|&reason| part(reason)).collect::<BTreeSet<_>>().len()
        };
        assert_eq!((of(Reason::code), of(Reason::text)), (Reason::ALL.len(), Reason::ALL.len()));
        assert!(Reason::ALL.iter().all(|reason| reason.example().contains('«')));
    }
}
