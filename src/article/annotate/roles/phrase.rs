//! The words of an office: which can open one, stand in it, and part it from the name.

use crate::arabic::clitics::{AND, BY, FOR, Onto, SO};
use crate::arabic::lexicon::{
    ADDRESS, BROAD_DEFINITE_HEAD, BY_TRADE, CALLED, CHIEF, COMMON, DOES_FOR, ENVOY, FELLOW, Kinds,
    LOOSE_END, MANY_BY_TRADE, NATION, OFFICE_BREAK, OFFICE_OVER, ORG_HEAD, RANK_PART, RELATIVE,
    SPEECH, STANDS_FOR, THAT, THEN, TITLE, TITLE_ADJECTIVE, TITLE_AS_ADJECTIVE, identity, kinds,
};
use crate::article::annotate::timex::direction::is_verb;
use crate::article::annotate::words::Words;

/// With what an office opens: «وزير», «عامل».
pub(super) const WHO: Kinds = Kinds::of(&[TITLE, BY_TRADE]);

/// An office as it stands before a name.
pub(super) struct Office {
    pub(super) first: usize,
    pub(super) last: usize,
    /// Whether a second title parts it from the name: «رئيس المحكمة القاضي فلان».
    pub(super) is_behind_title: bool,
    /// The first word of the name.
    pub(super) name: usize,
}

/// Whether a word may stand between an office and a name: a comma, a mark, «الأستاذ/», «آنذاك», a form of address or a rank.
pub(super) fn is_between(words: &Words<'_>, at: usize) -> bool {
    let is_rank_part = words.is(at, RANK_PART)
        && (at.saturating_sub(2)..at).any(|before| words.is(before, ADDRESS));
    let is_mark = matches!(words.at(at), "،" | "/") || words.is_quotation_mark(at);
    is_mark || words.is(at, ADDRESS | THEN | FELLOW) || is_rank_part
}

/// No name in marks inside an office has more words.
const IN_MARKS: usize = 4;

/// The mark that closes a name in an office, where one opens: «صاحب شركة «نور»», «الباحث في مركز «آفاق» للدراسات»; a bracket closes
/// what else a body is called: «المتحدث باسم وزارة الدفاع (البنتاغون)».
pub(super) fn closing_mark(words: &Words<'_>, open: usize) -> Option<usize> {
    let is_bracket = words.at(open) == "(";
    if !words.is_quotation_mark(open) && !is_bracket {
        return None;
    }
    let is_inside = |&at: &usize| words.is_letters(at) && words.same_paragraph(open, at);
    let inside = (open + 1..open + 1 + IN_MARKS).take_while(is_inside).count();
    let close = open + 1 + inside;
    let closes = if is_bracket { words.at(close) == ")" } else { words.is_quotation_mark(close) };
    (inside > 0 && closes).then_some(close)
}

/// The same for the mark that opens it, where one closes.
pub(super) fn opening_mark(words: &Words<'_>, close: usize) -> Option<usize> {
    let open = (close.saturating_sub(IN_MARKS + 1)..close)
        .rev()
        .find(|&at| words.is_quotation_mark(at) || words.at(at) == "(")?;
    (closing_mark(words, open) == Some(close)).then_some(open)
}

/// «الناطق باسم المحكمة القاضي فلان», «رئيسة القسم، الطبيبة فلانة», «المتحدث باسم الشركة، الإيطالي فلان»: a title with «ال» behind an
/// office that is closed.
pub(super) fn is_second_title(words: &Words<'_>, at: usize) -> bool {
    // «عضو كتلة «الإصلاح» النائب»: a name in marks closes an office.
    if at > 0 && opening_mark(words, at - 1).is_some() {
        return words.at(at).has_article() && words.is(at, TITLE);
    }
    let before = words.before(at);
    if !words.at(at).has_article() {
        return false;
    }
    if before == "،" {
        return words.is(at, WHO | NATION);
    }
    let is_closed = before.has_article() && !kinds(before).any(TITLE);
    is_closed && words.is(at, TITLE) && !words.is(at, TITLE_ADJECTIVE | TITLE_AS_ADJECTIVE | NATION)
}

/// Whether a word opens an office, and the bytes of what is written onto it: «وزير», «لرئيس», but not «المكتب الإعلامي», where a
/// title with «ال» is the adjective of the noun before it.
pub(super) fn title(words: &Words<'_>, at: usize) -> Option<usize> {
    let word = words.at(at);
    if kinds(word).any(WHO) {
        return Some(0).filter(|_| !is_adjective(words, at));
    }
    if is_one_of_many(words, at) || is_chief(words, at) {
        return Some(0);
    }
    let rest = word.behind(AND | FOR | BY)?;
    let is_title = rest.chars().count() > 3 && kinds(rest).any(WHO);
    is_title.then(|| word.len() - rest.len())
}

/// «أحد سكان الحي», «إحدى منظمات المسيرة», «أحد منظمي المسيرة»
fn is_one_of_many(words: &Words<'_>, at: usize) -> bool {
    let many = words.after(at);
    let of_all = || many.strip_suffix('ي').is_some_and(|one| kinds(one).any(WHO));
    matches!(words.at(at), "احد" | "احدي") && (words.is(at + 1, MANY_BY_TRADE) || of_all())
}

/// «كبير المهندسين بالشركة»: the first of many who have one office.
fn is_chief(words: &Words<'_>, at: usize) -> bool {
    let many = words.after(at);
    words.is(at, CHIEF) && many.has_article() && many.ends_with("ين")
}

fn is_adjective(words: &Words<'_>, at: usize) -> bool {
    const NOUN: Kinds = Kinds::of(&[ORG_HEAD, COMMON, BROAD_DEFINITE_HEAD, TITLE, BY_TRADE]);
    let before = words.before(at);
    let of_before = kinds(before);
    // «صياد السمك المتقاعد»: who is told of by what he does is no title before a name.
    let is_annexed = at > 1 && words.is(at - 2, WHO) && !words.at(at - 2).has_article();
    let is_told = is_annexed && !words.is(at, TITLE);
    // «المكتب الإعلامي», «الناطق الإعلامي», «الوكيل المساعد»
    // «الأخ المدير»: an address, and an office.
    let is_noun = of_before.any(NOUN) && !of_before.any(NATION | TITLE_ADJECTIVE | FELLOW);
    [words.at(at), before].iter().all(|word| word.has_article()) && (is_told || is_noun)
}

/// «مكتب», «هيئة»: a noun to which what stands behind it belongs.
pub(super) fn is_annexing(words: &Words<'_>, at: usize) -> bool {
    let word = words.at(at);
    let is_noun = words.is_letters(at) && word.chars().count() > 2 && !word.has_article();
    is_noun && !words.is(at, OFFICE_BREAK | SPEECH) && !is_verb(word)
}

/// «الخاص», «الإعلامي», «الأميركي»: an adjective of a title with «ال».
pub(super) fn is_definite_adjective(words: &Words<'_>, at: usize) -> bool {
    let word = words.at(at);
    let is_relation = word.ends_with(['ي', 'ه']);
    word.has_article() && (is_relation || words.is(at, TITLE_ADJECTIVE | NATION))
}

/// «المسؤولة عن البرنامج», «مشرف على الحفريات», «الناجي الوحيد من الحادث»: what somebody does keeps the preposition of its verb.
fn is_of_deed(words: &Words<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let does = |at: usize| words.is(at, BY_TRADE);
    let is_told = || {
        let has_article = |at: usize| words.at(at).has_article();
        before > 0 && has_article(before) && has_article(before - 1) && does(before - 1)
    };
    let is_preposition = words.is(at, LOOSE_END) && words.at(at) != "قد";
    is_preposition && (does(before) || is_told())
}

/// «محامي الدفاع عن», «النائبة عن»: the preposition of whoever stands for somebody, but not «دافع المحامي عن», where it is the verb's.
fn is_for(words: &Words<'_>, at: usize) -> bool {
    let Some(noun) = at.checked_sub(1).filter(|&noun| words.is(noun, STANDS_FOR)) else {
        return false;
    };
    let is_verbal = noun.checked_sub(1).is_some_and(|verb| words.is(verb, DOES_FOR));
    words.at(at) == "عن" && !is_verbal
}

/// Whether a word cannot stand inside an office; who is sent is sent somewhere («مبعوث الأمم المتحدة إلى ليبيا»).
pub(super) fn is_break(words: &Words<'_>, at: usize) -> bool {
    let word = words.at(at);
    let is_sent = || (at.saturating_sub(4)..at).any(|sender| words.is(sender, ENVOY));
    if word == "الي" && is_sent() || is_of_deed(words, at) || is_for(words, at) {
        return false;
    }
    let of_word = kinds(word);
    let is_deed = of_word.any(SPEECH) && !of_word.any(TITLE | NATION);
    let and_deed = || {
        let rest = word.behind(AND);
        rest.is_some_and(|rest| kinds(rest).any(SPEECH) && identity(word).is_empty())
    };
    // «المديرة المالية فستكون فلانة»
    let then_deed =
        || word.behind(SO).is_some_and(|rest| is_verb(rest) && identity(word).is_empty());
    // «رد المتحدث على اتهامات فلان»
    let is_on = words.written(at) == "على";
    is_on
        || of_word.any(OFFICE_BREAK | OFFICE_OVER | THAT | RELATIVE | CALLED | FELLOW)
        || is_deed
        || and_deed()
        || then_deed()
}
