//! What looks like the name of a place and may be a word of its sentence: it gets no page.

use crate::arabic::clitics::readings;
use crate::arabic::clitics::{BY, FOR, Onto};
use crate::arabic::lexicon::{
    BEFORE_PLACE, COMPASS, COUNTRY, IN_PLACE, OF_PLACE, PLACE_HEAD, kinds,
};
use crate::arabic::numbers::parse::leading_number;
use crate::arabic::reading::Text;
use crate::document::{Mention, Plain};

/// Whether the one word of a place is none: «جده» is a grandfather where the article writes ة, «السبعين» an age.
pub(super) fn is_word(plain: &Plain, mention: &Mention) -> bool {
    let word = mention.span.cut(&plain.text);
    if word.contains(' ') {
        return false;
    }
    let with_pronoun = word.ends_with('ه') && plain.text.contains('ة');
    let bare = word.without_article();
    with_pronoun || leading_number(&[word]).is_some() || leading_number(&[bare]).is_some()
}

/// Whether the words before a place say that it is one: «في سيول», «مدينة وادان», «شمالي تعز», «ببغداد». Floods that nothing
/// places, «غمرت سيول القرية», are no city.
pub(super) fn is_placed(read: &Text, mention: &Mention) -> bool {
    let first = read.index_at(mention.span.start);
    let Some(word) = read.words.get(first) else { return false };
    let word_start = word.span().start;
    let letters = read.letters(first);
    let of_country = kinds(letters).any(COUNTRY)
        || readings(letters).iter().any(|reading| kinds(reading.rest).any(COUNTRY));
    // «ببغداد», «لبغداد»
    let joined = word_start < mention.span.start && letters.opens_with(BY | FOR);
    let before = first.checked_sub(1).map(|at| read.letters(at));
    let cue = before.is_some_and(|before| {
        let cues = IN_PLACE | OF_PLACE | BEFORE_PLACE | PLACE_HEAD | COMPASS;
        readings(before).iter().any(|reading| kinds(reading.rest).any(cues))
    });
    of_country || joined || cue
}
