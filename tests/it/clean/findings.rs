//! What cleaning tells an editor: that a page is none, that something may be lost.

use sijill::document::InputKind;

use super::cleaned;

#[test]
fn bad_input_is_named() {
    let body = "قررت اللجنة في اجتماعها أمس إحالة الملف إلى الجهات المختصة، وقالت إن النتائج ستعلن خلال أسبوعين من تاريخ القرار.";
    let table: [(&str, InputKind, &str); 8] = [
        (
            "الرئيسية | سياسة | رياضة\nشارك على فيسبوك\nجميع الحقوق محفوظة\n",
            InputKind::Text,
            "only-furniture",
        ),
        ("وزير الزراعة يزور حقول القمح في الشمال\n", InputKind::Text, "only-headline"),
        (
            "404\nالصفحة غير موجودة\nعذرًا، الصفحة التي تبحث عنها نُقلت أو حُذفت.\n",
            InputKind::Text,
            "error-page",
        ),
        (
            "خبر طويل عن الحصاد\nسجل الدخول لمتابعة القراءة\nهذا المحتوى للمشتركين فقط.\n",
            InputKind::Text,
            "login-wall",
        ),
        (
            "The harvest begins\n\nThe ministry said on Monday that the harvest of wheat began in the north, and that the season is expected to be a good one.\n",
            InputKind::Text,
            "foreign-language",
        ),
        (
            "<html><head><script>var a = 1;</script></head><body><img src=a.png></body></html>",
            InputKind::Html,
            "no-text",
        ),
        (body, InputKind::Text, "no-headline"),
        (
            "<html><body><h1>404 Not Found</h1><hr><center>nginx</center></body></html>",
            InputKind::Html,
            "error-page",
        ),
    ];
    for (raw, kind, code) in table {
        let found = cleaned(raw, kind).diagnostics;
        assert!(
            found.iter().any(|finding| finding.code == code),
            "{raw:?} is to give {code}, gave {found:?}"
        );
    }
}

#[test]
fn nothing_is_lost_in_silence() {
    let codes = |raw: &str, kind: InputKind| {
        cleaned(raw, kind).diagnostics.iter().map(|finding| finding.code).collect::<Vec<_>>()
    };
    let teasers: String = (1..=12)
        .map(|number| format!("عنوان خبر طويل عن مدينة بعيدة رقم {number} في القائمة\n"))
        .collect();
    assert!(
        codes(&format!("أخبار المدن\n{teasers}جميع الحقوق محفوظة\n"), InputKind::Text)
            .contains(&"index-page")
    );
    let story = |subject: &str, place: &str| {
        format!(
            "أعلنت {place} أن {subject} سيبدأ في الربيع بعد عامين من الإعداد، وأن كلفته تبلغ ثلاثة ملايين تدفعها البلديات والمصارف معًا.\n"
        )
    };
    let messages = format!(
        "قناة الخبر, [26/07/2021 10:00]\nترميم السوق يبدأ في الربيع\n{}قناة الخبر, [26/07/2021 11:30]\nسباق الزوارق يعود إلى البحيرة\n{}",
        story("ترميم السوق المسقوف وسقفه الخشبي", "مديرية الآثار"),
        "عاد سباق الزوارق الشراعية إلى بحيرة القصب بعد غياب تسعة مواسم، وفاز فيه بحار شاب من قرية الصيادين على متن قارب صنعه جده.\n"
    );
    assert!(codes(&messages, InputKind::Text).contains(&"several-messages"));
    let menu: String = (1..=60).map(|number| format!("قسم {number}\nأخبار\nرياضة\n")).collect();
    let little =
        format!("{menu}ترميم السوق المسقوف يبدأ\n{}", story("ترميم السوق المسقوف", "مديرية الآثار"));
    assert!(codes(&little, InputKind::Text).contains(&"little-kept"));
    // A whole page as it should be says nothing.
    let whole = format!(
        "ترميم السوق المسقوف يبدأ\n{}شارك\nطباعة\n",
        story("ترميم السوق المسقوف", "مديرية الآثار")
    );
    assert_eq!(codes(&whole, InputKind::Text), Vec::<&str>::new());
}
