//! Words too common to name anything by themselves.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::arabic::fold::folded;
use crate::arabic::tokenize::tokens;

/// Particles, pronouns and the commonest nouns and verbs of news.
const COMMON: &str = "
من في على علي الى الي عن مع او ام ان انه انها لم لن لا ما هو هي هم هما نحن انا انت هذا هذه ذلك تلك هولاء التي الذي الذين
كان كانت كانوا يكون تكون قد كل بعض غير بين حتى حتي ثم بعد قبل منذ حيث اذا كما لكن بل عند عندما ضد نحو حول خلال دون سوي
قال قالت اضاف اكد اعلن ذكر اليوم امس غدا يوم عام سنه شهر الان هناك هنا اي كيف متي اين لماذا نعم كلا ليس ليست اكثر اقل اول
اخر اخري جديد كبير صغير واحد اثنان ثلاثه رئيس وزير الرئيس الوزير الحكومه الدوله البلاد العالم الناس الشعب الحرب السلام
الامن الجيش القوات المدينه الشركه الوزاره الصحيفه البيان الاجتماع المصدر الخبر
";

static FOLDED: LazyLock<BTreeSet<String>> = LazyLock::new(|| COMMON.split_whitespace().map(folded).collect());

/// Why an alias cannot stand, if it cannot; `short` forms may be common words, since they wait for the full name.
pub(super) fn refused(alias: &str, short: bool) -> Option<&'static str> {
    let folded = folded(alias);
    let words: Vec<&str> = tokens(&folded).map(|token| token.span.cut(&folded)).filter(|word| !"[]«»\"“”".contains(*word)).collect();
    match words[..] {
        [] => Some("holds no word"),
        [word] if word.chars().count() < 2 => Some("has only one letter, which stands everywhere"),
        [word] if !short && FOLDED.contains(word) => Some("is a common word, so it would be found where nobody is meant"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::refused;

    #[test]
    fn letters_and_common_words_are_refused() {
        assert!(refused("و", false).is_some());
        assert!(refused("الرئيس", false).is_some());
        assert!(refused("الوزارة", true).is_none());
        assert!(refused("", false).is_some());
        assert!(refused("العراق", false).is_none());
    }
}
