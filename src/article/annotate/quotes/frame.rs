//! The words around direct speech: the verb of saying, and who is its subject.

use super::agreement::bare_verb;
use super::heard::Full;
use super::letters::bare;
use super::letters::is_definite;
use super::noun::{Phrase, SAYS, TELLS};
use super::scene::Scene;
use super::subject::Subject;
use crate::arabic::clitics::{AND, BY, FOR, Onto, SO};
use crate::arabic::lexicon::{
    BODY_HEAD, GOES_SO_FAR, HOLDS_THAT, MEANWHILE, ORG_HEAD, PHRASE_END, RELATIVE, STATED,
    SUMMED_UP_BY, THAT, THING_CALLED, THUS, WORK_TITLE, is,
};
use crate::arabic::reading::Pair;
use crate::document::Speaker;
use crate::span::Span;

/// What the words around a pair say.
pub(super) struct Frame {
    /// Who speaks.
    pub(super) said: Said,
    /// Whether a statement is quoted, so that even one word is speech («في بيان»).
    pub(super) verbatim: bool,
    /// Whether a colon stands right before the mark, behind a verb of saying, or the frame behind it.
    pub(super) colon: bool,
    /// Whether the marks hold a whole clause: «أن «القرار للطبيب».».
    pub(super) clause: bool,
    /// Whether what stands before says that a title or a slogan follows («حملة», «كتاب»).
    pub(super) titled: bool,
}

/// Who speaks.
pub(super) enum Said {
    /// Somebody whom the text names, by these words.
    By(Speaker, Span),
    /// Somebody, but the text does not say for certain who.
    Unsure,
    /// There is no verb of saying.
    Nobody,
}

/// How far behind the closing mark a frame may begin.
const BEHIND: usize = 5;
/// How many words a frame behind the closing mark may have.
const FRAME: usize = 16;

impl Frame {
    /// Reads the words around a pair; the insides of other pairs say nothing about it.
    pub(super) fn read(scene: Scene<'_>, pairs: &[Pair], number: usize) -> Self {
        let words = scene.words;
        let pair = pairs[number];
        let before = words_before(scene, pairs, number);
        let nearest = before.last().map_or("", |&index| words.at(index));
        let names_body = before.last().is_some_and(|&index| {
            // «تابعتين لشركة «سميت»»
            let head = words.at(index).without_all(AND | FOR | BY);
            let is_head = words.is(index, ORG_HEAD | BODY_HEAD) || is(head, ORG_HEAD | BODY_HEAD);
            is_head && !is_definite(words, index)
        });
        // «منظمة «أطباء بلا حدود»»: the marks hold a name.
        // «في تصريح لـ«الأفق»»: so do those that a preposition is written onto.
        let titled = is_work(bare(nearest)) || names_body || nearest == "ل";
        let last = |is_it: &dyn Fn(usize) -> bool| {
            before.iter().rev().copied().find(|&index| is_it(index))
        };
        let states = last(&|index| scene.hearing.at(index).states);
        // «وجاء في البيان الذي تلقت «الشروق» نسخة منه: «…»»: who got it is no word of it.
        let tells_which = last(&|index| words.is(index, RELATIVE));
        let verbatim = states.is_some_and(|states| {
            nearest == ":" || tells_which.is_none_or(|relative| relative < states)
        });
        let verb = verb(scene, &before);
        let going_on = last(&|index| scene.hearing.at(index).goes_on);
        let titled = titled || verb.is_some_and(|verb| is_called(scene, pair, verb));
        let says = verb.is_some() || going_on.is_some();
        let end = pair.open + usize::from(!words.is_quotation_mark(pair.open));
        let spokesman = last(&|index| words.at(index) == "لسان");
        let front = match (verb, going_on) {
            // «على لسان الناطق باسمها، أعلنت الحكومة أن»
            (Some(verb), _) if spokesman.is_some_and(|at| at < verb) => {
                spokesman.and_then(|at| scene.source(at, end))
            }
            // «قبل أن يقاطعه النائب فلان قائلا»
            (_, Some(participle)) if scene.answerer(participle).is_some() => {
                scene.answerer(participle).map(Subject::Named)
            }
            (Some(verb), Some(participle)) if verb < participle => {
                Some(match scene.beside(verb, participle) {
                    Subject::Implied => scene.implied(pairs, participle),
                    subject => subject,
                })
            }
            (Some(verb), _) if is_stated(scene, verb) => Some(scene.stated(verb, end)),
            (Some(verb), _) => Some(scene.subject(pairs, verb, end)),
            (None, Some(participle)) => Some(scene.implied(pairs, participle)),
            (None, None) => None,
        };
        // «وفقا لمصدر تحدث إلى الصحيفة»: the verb is about the source.
        let front = match front {
            Some(Subject::Named(_)) | None => front,
            Some(unsure) => last(&|index| scene.hearing.at(index).accords)
                .filter(|&at| verb.is_some_and(|verb| at < verb))
                .and_then(|at| scene.source(at, end))
                .filter(|subject| matches!(subject, Subject::Named(_)))
                .or(Some(unsure)),
        };
        let opens_clause = before.last().is_some_and(|&index| words.is(index, THAT));
        // «سجلت النائبة أن «…»», «فلان للصحيفة: «…»»: what is told of her behind «أن» or a colon are her words.
        let front = match front {
            None if opens_clause || nearest == ":" => {
                scene.told_of(&before, end).map(Subject::Named)
            }
            _ => front,
        };
        let mut is_behind = false;
        let front = match (front, verb) {
            (Some(subject), Some(verb)) => Some(called_again(scene, pairs, subject, verb)),
            (front, _) => front,
        };
        let subject = match front {
            Some(Subject::Named(phrase)) => Some(Subject::Named(phrase)),
            Some(unsure) => behind(scene, pairs, &pair)
                .filter(|subject| matches!(subject, Subject::Named(_)))
                .or(Some(unsure)),
            None => {
                let behind = behind(scene, pairs, &pair).inspect(|_| is_behind = true);
                match behind {
                    Some(Subject::Named(_)) => behind,
                    // «بالنسبة إلى فلانة، «…»، على حد تعبيرها»
                    _ => last(&|index| scene.hearing.at(index).accords)
                        .and_then(|at| scene.source(at, end))
                        .or(behind),
                }
            }
        };
        let said = match subject {
            Some(Subject::Named(phrase)) => match scene.speaker(&phrase) {
                Some((speaker, span)) => Said::By(speaker, span),
                None => Said::Unsure,
            },
            Some(_) => Said::Unsure,
            None => Said::Nobody,
        };
        // «نعم»، قال فلان
        let is_told = matches!(said, Said::By(..));
        let colon = nearest == ":" && (says || is_told) || is_behind && is_told;
        let closes_clause = matches!(words.after(pair.close), "" | "." | "،" | "؛");
        let opens_clause = opens_clause || is_behind_comma(nearest, verb, is_told);
        let clause = opens_clause && closes_clause;
        Self { said, verbatim, colon, clause, titled }
    }
}

/// «وقالت فلانة، نائبة رئيس المعهد، "الإعفاءات صارت عادة".»: what is told of her ends before her words.
fn is_behind_comma(nearest: &str, verb: Option<usize>, is_told: bool) -> bool {
    nearest == "،" && verb.is_some() && is_told
}

/// «وختم اللاعب حديثه بالقول»: whoever has the floor, where no one was named so.
fn called_again(scene: Scene<'_>, pairs: &[Pair], subject: Subject, verb: usize) -> Subject {
    match subject {
        Subject::Named(phrase)
            if scene.calls_again(&phrase) && matches!(scene.titled(&phrase), Full::None) =>
        {
            match scene.implied(pairs, verb) {
                Subject::Named(holder) => Subject::Named(holder),
                _ => subject,
            }
        }
        _ => subject,
    }
}

/// The words of the sentence before a pair, without the insides of earlier pairs.
fn words_before(scene: Scene<'_>, pairs: &[Pair], number: usize) -> Vec<usize> {
    /// A frame is never longer; this keeps a paragraph of many quotes linear.
    const REACH: usize = 60;
    let words = scene.words;
    let mut found = Vec::new();
    let mut at = pairs[number].open + usize::from(!words.is_quotation_mark(pairs[number].open));
    let mut earlier = pairs[..number].iter().rev().peekable();
    while at > 0 && words.same_paragraph(at - 1, pairs[number].first) && found.len() < REACH {
        at -= 1;
        if let Some(pair) = earlier.next_if(|pair| pair.close == at) {
            // A stop right behind the earlier pair has been seen by now.
            at = pair.open + 1;
            // Short insides are names and words in doubt, which belong to the sentence.
            if pair.last + 1 - pair.first <= 3 {
                found.extend((pair.first..=pair.last).rev());
            }
            continue;
        }
        if matches!(words.at(at), "." | "؟" | "!" | "?") {
            break;
        }
        if !words.is_quotation_mark(at) {
            found.push(at);
        }
    }
    found.reverse();
    found
}

/// The last verb of saying of a frame.
fn verb(scene: Scene<'_>, before: &[usize]) -> Option<usize> {
    let words = scene.words;
    let says = |index: usize| scene.hearing.at(index).says && !scene.is_noun(index);
    // «قال المدرب عقب اللقاء»: behind a verb of saying what can be a preposition is one; «ويقول وهو يشير إلى الرفوف»: what he
    // does while he says it.
    let first = before.iter().copied().find(|&index| says(index) && !words.is(index, PHRASE_END));
    let is_beside = |index: usize| {
        let is_meanwhile = words.is(index.saturating_sub(1), MEANWHILE);
        first.is_some_and(|first| {
            first < index && words.is(index, PHRASE_END) || first + 1 < index && is_meanwhile
        })
    };
    before.iter().rev().copied().find(|&index| {
        let is_said = says(index) && !is_beside(index) || holds_that(scene, before, index);
        is_said || is_stated(scene, index)
    })
}

/// «ذهب فلان إلى أن», «عدّت فلانة، مديرة البرنامج، أن»: what says nothing elsewhere.
fn holds_that(scene: Scene<'_>, before: &[usize], at: usize) -> bool {
    let words = scene.words;
    let verb = words.at(at).without_all(AND | SO);
    if !is(verb, HOLDS_THAT | GOES_SO_FAR) {
        return false;
    }
    let that = before.iter().copied().find(|&index| index > at && words.is(index, THAT));
    that.is_some_and(|that| (words.before(that) == "الي") == is(verb, GOES_SO_FAR))
}

/// «قال إن الناقلة «مريم» جنحت»: what a thing is called, and not «وصف المشروع «خطوة كبيرة»», where the verb judges.
fn is_called(scene: Scene<'_>, pair: Pair, verb: usize) -> bool {
    /// No ship has a longer name.
    const WORDS: usize = 3;
    let words = scene.words;
    let thing = pair.first.checked_sub(2).map_or("", |thing| words.at(thing));
    let is_short = pair.last < pair.first + WORDS;
    let is_thing = is(thing.without_all(AND | FOR | BY).without_article(), THING_CALLED);
    is_short && is_thing && !is(bare_verb(words.at(verb)), TELLS)
}

/// «وجاء في بيان», «وورد في تقرير», «رسالة من فلان جاء فيها»: a text speaks.
fn is_stated(scene: Scene<'_>, at: usize) -> bool {
    let is_in = scene.words.is(at, STATED) && scene.words.after(at) == "في";
    is_in || scene.sender(at).is_some()
}

/// «…»، قال فلان | «…» بحسب فلان | «…» — فلان
fn behind(scene: Scene<'_>, pairs: &[Pair], pair: &Pair) -> Option<Subject> {
    let words = scene.words;
    let from = pair.close + 1;
    let near = (from..from + BEHIND).find(|&index| {
        words.same_paragraph(pair.first, index)
            && (scene.hearing.at(index).says_bare || scene.hearing.at(index).accords)
    });
    let end = near.map_or(from, |near| {
        (near + 1..near + FRAME)
            .find(|&index| {
                !words.same_paragraph(near, index)
                    || matches!(words.at(index), "." | "؛")
                    || words.is_quotation_mark(index)
            })
            .unwrap_or(near + FRAME)
    });
    let is_between = |index: usize| {
        words.is(index, THUS)
            || matches!(words.at(index), "،" | "-" | "–" | "—" | "الكلمات" | "العبارات")
            // «على حد تعبير فلان»
            || words.written(index) == "على" && words.at(index + 1) == "حد"
    };
    match near {
        Some(near) if (from..near).all(is_between) => {
            if is(words.at(near), SAYS)
                && near == from + 1
                && words.at(from) != "،"
                && !words.is_letters(from)
                || is(words.at(near), SAYS)
            {
                return Some(match scene.explicit(near, end) {
                    Subject::Implied => scene.implied(pairs, near),
                    // «…»، يضيف الرجل
                    subject => called_again(scene, pairs, subject, near),
                });
            }
            Some(match scene.source(near, end)? {
                Subject::Implied => scene.implied(pairs, near),
                subject => subject,
            })
        }
        _ => summed_up(scene, from).or_else(|| signed(scene, from)).map(Subject::Named),
    }
}

/// «…»، هكذا اختصرت فلانة حالها: whoever sums up so, by whatever verb.
fn summed_up(scene: Scene<'_>, from: usize) -> Option<Phrase> {
    let words = scene.words;
    let thus = from + usize::from(words.at(from) == "،");
    let is_near = words.is(thus, SUMMED_UP_BY) && words.same_paragraph(from, thus);
    let verb = thus + 1 + usize::from(matches!(words.at(thus + 1), "الكلمات" | "العبارات"));
    let phrase = is_near.then(|| scene.phrase(verb + 1, verb + FRAME, true))??;
    phrase.name.is_some().then_some(phrase)
}

/// «…» — فلان، عامل بناء: the name behind a dash.
fn signed(scene: Scene<'_>, from: usize) -> Option<Phrase> {
    let words = scene.words;
    let is_dash = matches!(words.at(from), "-" | "–" | "—");
    let phrase = is_dash.then(|| scene.phrase(from + 1, from + FRAME, false))??;
    let is_closed = matches!(words.at(phrase.last + 1), "،" | "." | "")
        || !words.same_paragraph(from, phrase.last + 1);
    (phrase.name.is_some() && is_closed).then_some(phrase)
}

/// Whether a folded word is a work or a thing with a title: «كتاب», «ديوانها», «روايته».
fn is_work(word: &str) -> bool {
    let own = word.strip_suffix("ها").or_else(|| word.strip_suffix('ه'));
    let is_own = own.is_some_and(|own| {
        let feminine = own.strip_suffix('ت').map(|stem| format!("{stem}ه"));
        is(own, WORK_TITLE) || feminine.is_some_and(|work| is(&work, WORK_TITLE))
    });
    is(word, WORK_TITLE) || is_own
}
