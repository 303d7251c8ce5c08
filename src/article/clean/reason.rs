//! Why something is cut: one list for the log of cleaning, `annotate --explain` and `check --cuts`.

use crate::document::RemovedKind;

macro_rules! reasons {
    ($($(#[$doc:meta])* $name:ident: $code:literal, $kind:ident, $arabic:literal, $example:literal;)*) => {
        /// Why a piece of a raw text is none of the article.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Reason {
            $($(#[$doc])* $name,)*
        }

        impl Reason {
            /// All of them, each at its place as a number.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// Its name in tables and reports: ASCII, without spaces; no two reasons share one.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }

            /// What kind of piece it betrays.
            pub const fn kind(self) -> RemovedKind {
                match self { $(Self::$name => RemovedKind::$kind,)* }
            }

            /// What the reader of the site is told, in Arabic.
            ///
            /// ```
            /// use sijill::article::clean::Reason;
            /// assert_eq!(Reason::Rights.text(), "عبارة حفظ الحقوق");
            /// ```
            pub const fn text(self) -> &'static str {
                match self { $(Self::$name => $arabic,)* }
            }

            /// A line or piece that is cut for it.
            pub const fn example(self) -> &'static str {
                match self { $(Self::$name => $example,)* }
            }
        }
    };
}

reasons! {
    /// The line that is the title of the page.
    Headline: "headline", Headline, "العنوان", "«افتتاح جسر النهر»";
    /// The line under the headline.
    Subtitle: "subtitle", Headline, "العنوان الفرعي", "«الوزير: المرحلة الثانية في الربيع»";
    /// What an editor wrote above the text.
    FileHead: "file-head", FrontMatter, "ترويسة الملف", "«title: …»";
    /// An editor decided by line.
    Editor: "editor", Editor, "حذفه المحرّر", "«clean: [{cut: 5}]»";
    /// Place and agency before the first sentence.
    Dateline: "dateline", Byline, "مكان الخبر وجهته قبل النص", "«بغداد – الرقيم –»";
    /// A day that lost the space behind it.
    GluedDay: "glued-day", Date, "تاريخ ملتصق بأول النص", "«12/3/2019أعلنت الوزارة»";
    /// An agency signs with the day behind the last sentence.
    SignedDay: "signed-day", Date, "توقيع الوكالة وتاريخها بعد النص", "«… في المدينة. (الرقيم) 12-3-2019»";
    /// Foreign matter between two passages that are told again.
    BetweenRepeats: "between-repeats", Related, "عنوان خبر آخر بين نصّين مكرّرين", "«فوز المنتخب في الودية»";
    /// A passage that stands further up.
    ToldBefore: "told-before", Repetition, "نص سبق ذكره", "«افتتح الوزير أمس …»";
    /// The headline stands again inside the text.
    TitleAgain: "title-again", Repetition, "العنوان مكرّر", "«افتتاح جسر النهر»";
    /// A quotation set large, told again from a paragraph beside it.
    PullQuote: "pull-quote", Repetition, "اقتباس مبرز من النص", "«\"لن نغلق السوق يومًا واحدًا\"»";
    /// Words of days and hours, and no news.
    DateWords: "date-words", Date, "كلمات تاريخ وساعة بلا خبر", "«نشر يوم الأحد 12 مارس»";
    /// A day, perhaps its hour, and nothing else.
    DayOnly: "day-only", Date, "يوم وساعة بلا خبر", "«2019-03-12 14:05»";
    /// What issue of a paper it is, and its day.
    IssueLine: "issue-line", Date, "سطر العدد", "«العدد 512 – الأحد 12 مارس 2019»";
    /// The figures of a day and an hour.
    DayFigures: "day-figures", Date, "أرقام يوم وساعة", "«12/03/2019 – 14:05»";
    /// What a messenger puts before a message.
    Stamp: "message-stamp", Date, "ختم الرسالة في برنامج المحادثة", "«[12/3/2019، 14:05] سامي:»";
    /// The mark of a mail that was sent on.
    MailMark: "mail-mark", Other, "علامة الاقتباس في البريد", "«> »";
    /// The number of a post in a thread.
    ThreadNumber: "thread-number", Counter, "رقم المنشور في السلسلة", "«2/5»";
    /// Headlines of other articles, or what announces them.
    OtherNews: "other-news", Related, "عناوين أخبار أخرى", "«اقرأ أيضًا»";
    /// A label that sends the reader on, with a headline behind it.
    LinkLine: "link-line", Related, "رابط إلى خبر آخر", "«لقراءة المزيد: فوز المنتخب»";
    /// Such a label run into a paragraph.
    LinkInside: "link-inside", Related, "رابط إلى خبر آخر داخل الفقرة", "«… النهر. اقرأ أيضًا: فوز المنتخب»";
    /// A headline run into a sentence.
    HeadlineInside: "headline-inside", Related, "عنوان خبر آخر داخل الفقرة", "«… اللجنة فوز المنتخب منذ 40 دقيقة …»";
    /// A headline between paragraphs of which no word stands in the article.
    HeadlineBetween: "headline-between", Related, "عنوان خبر آخر بين فقرتين", "«فوز المنتخب في الودية»";
    /// A headline with its clock, as in a ticker.
    HeadlineAndHour: "headline-hour", Related, "عنوان خبر آخر وبجانبه وقته", "«14:05 فوز المنتخب في الودية»";
    /// A headline with its first sentence run together.
    HeadlineAndLede: "headline-lede", Related, "عنوان خبر آخر ومطلعه في سطر", "«فوز المنتخب فاز المنتخب أمس …»";
    /// Words and names break off, and a headline begins another matter.
    OtherStory: "other-story", Related, "خبر آخر: انقطعت المفردات والأسماء", "«فوز المنتخب» ثم «فاز المنتخب أمس …»";
    /// Links of the page by its mark-up.
    MarkUpLinks: "markup-links", Related, "روابط من الصفحة", "«<a>فوز المنتخب</a>»";
    /// A line above the text that has no word of it.
    StrangeBefore: "strange-before", Related, "سطر قبل النص لا صلة له به", "«فوز المنتخب في الودية»";
    /// A line behind the text that has few words of it.
    StrangeBehind: "strange-behind", Related, "سطر بعد نهاية النص لا صلة له به", "«فوز المنتخب في الودية»";
    /// Words of buttons by which readers pass the page on.
    ShareWords: "share", Share, "كلمات مشاركة في الشبكات", "«شارك على فيسبوك»";
    /// How often a page was seen or commented on.
    CounterWords: "counter", Counter, "أعداد مشاهدات أو تعليقات", "«3,412 مشاهدة»";
    /// A figure beside a picture.
    CounterSign: "counter-sign", Counter, "رقم بجانبه رمز", "«👁 120»";
    /// Figures without a word.
    BareFigures: "bare-figures", Counter, "أرقام بلا كلمات", "«1 245»";
    /// Buttons of the page.
    ToolWords: "tools", Tools, "أزرار الطباعة والخط وما يشبهها", "«طباعة»";
    /// A line in square brackets.
    Bracketed: "bracketed", Tools, "سطر بين معقوفين", "«[صورة]»";
    /// A search box.
    SearchWords: "search", Search, "كلمات بحث", "«ابحث هنا»";
    /// Names of sections.
    SectionNames: "section-names", Navigation, "أسماء أقسام الموقع", "«الرئيسية | سياسة | رياضة»";
    /// A table of contents.
    Contents: "contents", Navigation, "فهرس عناوين النص", "«1. مقدمة 2. النتائج»";
    /// A few words above the text.
    MenuBefore: "menu-before", Navigation, "سطر قصير قبل النص", "«محليات»";
    /// A call to follow or subscribe.
    Follow: "follow", Newsletter, "دعوة إلى المتابعة أو الاشتراك", "«تابعونا على تلغرام»";
    /// A line that speaks to the visitor of the page.
    ToReader: "to-reader", Newsletter, "سطر يخاطب زائر الصفحة", "«أخبار تهمك»";
    /// A notice of cookies and privacy.
    CookieNotice: "cookie", Cookie, "إشعار الخصوصية وملفات الارتباط", "«نستخدم ملفات الارتباط»";
    /// Rights reserved.
    Rights: "rights", Copyright, "عبارة حفظ الحقوق", "«جميع الحقوق محفوظة»";
    /// The sign of rights.
    RightsSign: "rights-sign", Copyright, "علامة الحقوق ©", "«© الرقيم 2019»";
    /// A source is named.
    SourceWords: "source", Source, "لفظ المصدر أو اسم وكالة", "«المصدر: وكالات»";
    /// An address.
    Address: "address", Source, "رابط", "«https://raqim.example/12»";
    /// The name of an account.
    Account: "account", Source, "اسم حساب", "«@raqim»";
    /// An outlet of the knowledge base.
    OutletName: "outlet-name", Source, "اسم الجهة الناشرة", "«شبكة الرقيم»";
    /// The name of a paper or a body above the headline.
    Masthead: "masthead", Source, "اسم جهة في رأس الصفحة", "«جريدة المرفأ»";
    /// Keywords of the page.
    TagWords: "tags", Tags, "كلمات مفتاحية للصفحة", "«وسوم: النهر، الجسر»";
    /// Hashtags and nothing else.
    Hashtags: "hashtags", Tags, "علامة # قبل كل كلمة", "«#النهر #الجسر»";
    /// A picture is named.
    CaptionWords: "caption", Caption, "لفظ الصورة أو المصوّر", "«الصورة: مشهد من الجسر»";
    /// A caption ends with its agency.
    CaptionBrackets: "caption-brackets", Caption, "وكالة أو مصوّر بين قوسين", "«مشهد من الجسر (أرشيف)»";
    /// A caption ends with the sign of rights.
    CaptionRights: "caption-rights", Caption, "علامة الحقوق © بعد الوصف", "«مشهد من الجسر عند الغروب ©»";
    /// A writer is named as such.
    BylineWords: "byline", Byline, "لفظ الكاتب أو المراسل", "«بقلم سلمى حداد»";
    /// Names with a day and no particle.
    NamesAndDay: "names-day", Byline, "أسماء ويوم قبل النص", "«حمص – ليال خزام الجمعة 18 تموز 2014»";
    /// Names above the text, without a verb.
    NamesBefore: "names-before", Byline, "أسماء بلا فعل قبل النص", "«بغداد – الرقيم»";
    /// The initials of editors.
    Initials: "initials", Byline, "أحرف أسماء المحررين", "«ع.ن/ر.ح»";
    /// A note on who wrote the article.
    AboutWriter: "about-writer", Byline, "نبذة عن الكاتب", "«كاتبة وباحثة في شؤون المياه»";
    /// Who edited it, behind the text.
    Desk: "desk", Byline, "سطر التحرير", "«تحرير سلمى (الرقيم)»";
    /// An advertisement is named.
    Advert: "advert", Advertisement, "لفظ الإعلان", "«إعلان»";
    /// Somebody else's message in a conversation.
    Answer: "answer", Comments, "رسالة من مرسل آخر", "«الحمد لله على السلامة»";
    /// The readers have the word.
    CommentWords: "comments", Comments, "قسم التعليقات", "«التعليقات (12)»";
    /// Other parts of a page.
    PageParts: "page-parts", Other, "عناصر من الصفحة", "«عودة إلى الأعلى»";
    /// Marks without a word.
    MarksOnly: "marks-only", Other, "علامات بلا كلمات", "«* * *»";
    /// A choice of a poll.
    PollChoice: "poll-choice", Other, "خيار في استطلاع", "«○ نعم»";
    /// The number of a page beside the name of the paper.
    RunningLine: "running-line", Other, "رقم الصفحة بجانب اسم المطبوعة", "«مركز الدراسات        12»";
    /// A line that stands again with other figures.
    RunningHead: "running-head", Other, "رأس صفحة متكرر", "«تقرير المياه 3» ثم «تقرير المياه 4»";
    /// The head of a page in the middle of a sentence.
    PageHead: "page-head", Other, "رأس صفحة داخل الفقرة", "«تقرير المياه 3»";
    /// The head of a letter that the text came with.
    LetterHead: "letter-head", Other, "رأس الرسالة", "«From: Samira»";
    /// The day in the head of a letter.
    LetterDay: "letter-day", Date, "تاريخ الرسالة", "«Sent: 12 April 2023»";
    /// A telephone or an account.
    Telephone: "telephone", Other, "رقم هاتف أو حساب", "«هاتف 123 000 00 00»";
    /// Foreign letters in an Arabic text.
    Latin: "latin", Other, "سطر بحروف لاتينية", "«Download the app»";
    /// One word between paragraphs that the article does not use.
    WordAlone: "word-alone", Other, "كلمة وحدها بين الفقرات", "«المزيد»";
    /// A site speaks of itself.
    OfSite: "of-site", Other, "كلام الموقع عن نفسه", "«التعليقات المنشورة لا تعبر عن رأي الموقع»";
    /// The desk tells that more will come.
    Notice: "notice", Other, "تنبيه من التحرير", "«هذا الخبر قيد التحديث»";
    /// A short line above the text that is nothing else.
    ShortBefore: "short-before", Other, "سطر قصير قبل النص", "«الجسر القديم»";
    /// Who signs a paper at its foot.
    Signatory: "signatory", Other, "توقيع البيان بعد نصه", "«الأمين العام» فوق «رفيق حداد»";
    /// A short line behind the text that is nothing else.
    ShortBehind: "short-behind", Other, "سطر قصير بعد نهاية النص", "«الجسر»";
    /// The mark-up of the page says what it is.
    MarkUp: "markup", Other, "نوعه مذكور في ترميز الصفحة", "«<figcaption>»";
    /// A picture beside the article.
    PictureOutside: "picture-outside", Other, "صورة من خارج المقال", "«<img>»";
    /// Outside of the element that holds the article.
    OutsideText: "outside-text", Other, "خارج نص المقال في الصفحة", "«<aside>»";
}

impl Reason {
    /// The reason that a text says, as it stands in the front matter of an article; nothing for words of an editor's own.
    ///
    /// ```
    /// use sijill::article::clean::Reason;
    /// assert_eq!(Reason::of_text("كلمات بحث"), Some(Reason::SearchWords));
    /// assert_eq!(Reason::of_text("لأنه لا يعجبني"), None);
    /// ```
    pub fn of_text(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|reason| reason.text() == text)
    }
}

impl From<Reason> for String {
    fn from(reason: Reason) -> Self {
        reason.text().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_has_a_code_a_text_and_an_example_of_its_own() {
        for (place, reason) in Reason::ALL.iter().enumerate() {
            assert_eq!(*reason as usize, place);
            assert!(
                reason.code().bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'),
                "{reason:?}"
            );
            assert!(reason.example().starts_with('«') && !reason.text().is_empty(), "{reason:?}");
            assert_eq!(
                Reason::ALL.iter().filter(|other| other.code() == reason.code()).count(),
                1,
                "{reason:?}"
            );
        }
    }
}
