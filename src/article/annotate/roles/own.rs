//! Whether an office is one man's, and that of whoever is named behind it.

use crate::arabic::clitics::{AND, BY, FOR, Onto};
use crate::arabic::fold::folded;
use crate::arabic::lexicon::{
    ACCORDING, DEFECTIVE, FAMILY, FOREIGN, GIVEN, HOUSE_OFFICE, HOUSE_TITLE, JOIN, KIN, Kinds,
    LOOSE_END, NAME_END, NAME_TOO, NO_OFFICE, OF_PRONOUN, PEER, PHRASE_END, RARE_FAMILY, SAYING,
    THAT, TITLE, is, kinds,
};
use crate::article::annotate::words::Words;

use super::phrase::{Office, WHO};

/// Whether what is told before a name is an office, and that of whoever is named.
pub(super) fn is_own(words: &Words<'_>, office: &Office) -> bool {
    !is_one_word(office) && !words.is(office.first, NO_OFFICE) && is_his(words, office)
}

/// Whether what is told before a name is told of whoever is named.
pub(super) fn is_his(words: &Words<'_>, office: &Office) -> bool {
    let is_none = is_cut(words, office) || is_subject(words, office.first);
    let is_anothers = is_none || is_of_peer(words, office) || is_governed(words, office);
    !is_anothers && is_of_one(words, (office.first, office.last))
}

/// «الوزير فلان», «كابتن فلان», «سلفه فلان»: a form of address, and no office; «طالب فلان»: a verb; «محامي فلان»: somebody else, who is his.
fn is_one_word(office: &Office) -> bool {
    office.first == office.last
}

/// «الممثل باسم ياخور»: what is read as an office has a word of the name.
fn is_cut(words: &Words<'_>, office: &Office) -> bool {
    words.at(office.last) == "باسم"
}

/// «الوزير ونظيره الأميركي فلان»: the office is the other's.
fn is_of_peer(words: &Words<'_>, office: &Office) -> bool {
    (office.first..=office.last).any(|at| {
        let word = words.at(at);
        is(word, PEER) || word.behind(AND).is_some_and(|rest| is(rest, PEER))
    })
}

/// «ربط الوزير الدعوة بكذا»: what follows a title with «ال» and does not agree with it is no part of the office.
fn is_subject(words: &Words<'_>, first: usize) -> bool {
    let (title, next) = (words.written(first), words.written(first + 1));
    title.has_article() && next.has_article() && next.ends_with('ة') && !title.ends_with('ة')
}

/// «شقيقة رئيس البنك فلان», «وكيل الدفاع عن رئيس الشركة المحامي فلان», «كرّم رئيس البلدية الشاعر فلان»: the office of whom
/// somebody is kin to, speaks for, or does something to whoever is named.
fn is_governed(words: &Words<'_>, office: &Office) -> bool {
    let before = words.before(office.first);
    let is_kin = [office.first, office.first.saturating_sub(1)];
    if is_kin.iter().any(|&at| words.is(at, KIN)) {
        return true;
    }
    // «فلانة بوزير العدل القاضي فلان»: behind «بـ» it is no verb's.
    let first = words.at(office.first);
    let is_onto = first.opens_with(BY | FOR) && !kinds(first).any(WHO);
    office.is_behind_title && !is_onto && is_deed(before) && !is_of_house(words, office)
}

/// «أمر المدعي العام القاضي فلان بتوقيفه», «أصدر قاضي التحقيق القاضي فلان مذكرة»: the title of a court or a house of deputies behind
/// an office there is that of whoever holds it, where what the verb does to somebody or something else stands behind the name.
fn is_of_house(words: &Words<'_>, office: &Office) -> bool {
    let name = office.name;
    let is_title = words.is(name - 1, HOUSE_TITLE);
    let is_house = (office.first..=office.last).any(|at| words.is(at, HOUSE_OFFICE));
    is_title && is_house && has_object(words, name)
}

/// Whether what a verb is about stands behind the name of its subject: «مذكرة», «بتوقيفه».
fn has_object(words: &Words<'_>, name: usize) -> bool {
    /// No name is longer.
    const REACH: usize = 5;
    const NAMED: Kinds =
        Kinds::of(&[GIVEN, FAMILY, RARE_FAMILY, FOREIGN, JOIN, NAME_END, NAME_TOO]);
    let of_name = |at: &usize| words.is(*at, NAMED);
    let behind = name + (name..name + REACH).take_while(of_name).count();
    let word = words.at(behind);
    // «استقبل رئيس اللجنة النائب فلان وبحث معه»: what goes on is another deed.
    let is_adverb =
        word.ends_with('ا') || word.opens_with(AND) || words.is(behind, PHRASE_END | LOOSE_END);
    words.is_letters(behind) && words.same_paragraph(name, behind) && !is_adverb
}

/// «كرّم», «استقبل»: what may be a verb that is none of saying, so that whoever it tells of may do something to another.
fn is_deed(before: &str) -> bool {
    const NO_VERB: Kinds = Kinds::of(&[SAYING, LOOSE_END, PHRASE_END, THAT, ACCORDING]);
    let forms = [before, before.without(AND)];
    // «وساطة يقودها رئيس اللجنة النائب فلان»: the verb has its object.
    let has_object = ["ها", "هم", "هما"].iter().any(|object| before.ends_with(object));
    let is_other = has_object || before.is_empty() || before.has_article();
    before == "عن" || !is_other && !forms.iter().any(|form| is(form, NO_VERB))
}

/// Whether an office is one man's and says whose: not «المتحدث باسمه», «وزير خارجيته», «وزيرا الخارجية».
pub(super) fn is_of_one(words: &Words<'_>, (first, last): (usize, usize)) -> bool {
    let word = words.at(first);
    let single = word.strip_suffix(['ا', 'ي']);
    let is_two = !is(word.without_article(), DEFECTIVE)
        && single.is_some_and(|single| kinds(single).any(TITLE));
    let is_dual = is_two && words.after(first).has_article();
    !is_dual && !(first..=last).any(|index| has_pronoun(words, index))
}

fn has_pronoun(words: &Words<'_>, at: usize) -> bool {
    let written = words.written(at);
    // «وزير الإعلام في الحكومة المعترف بها», «مديرة البرنامج فيه»: what is told of the body.
    if words.at(at).has_article() || words.is(at, OF_PRONOUN) {
        return false;
    }
    let bare = ["ه", "ها", "هم"].iter().find_map(|pronoun| written.strip_suffix(pronoun));
    bare.is_some_and(|bare| {
        let noun = folded(bare);
        let noun = noun.without(AND);
        let feminine = noun.strip_suffix('ت').map(|stem| format!("{stem}ه"));
        let is_noun =
            !kinds(noun).is_empty() || feminine.is_some_and(|noun| !kinds(&noun).is_empty());
        is_noun && !words.is(at, NAME_END)
    })
}
