//! How much a part of a line around the article says of being the outlet's name: «المنارة - جدة», «السفينة – يومية سياسية»,
//! «راصد العراق / متابعة».

use super::asked::{holds, of_length, one_of, stands};
use super::called::{LONGEST, headed, is_place, is_writer, of_nation, tailed};
use super::words::Word;
use crate::arabic::lexicon::{OUTLET_IS, STAFF};
use crate::weigh::{Pattern, Traits};

/// The longest name that only its last word tells, in words: «الأطلسي اليوم»; more are a sentence.
pub(super) const TAILED: usize = 3;

/// How much a place says.
pub(super) mod points {
    /// The page says in its metadata whose it is.
    pub(in super::super) const STATED: u32 = 8;
    /// The knowledge base knows the name as an outlet's.
    pub(in super::super) const KNOWN: u32 = 4;
    /// «© مرسى نيوز», «واشنطن (شراع) –», «إعداد: قسم الأخبار في «دفتر الأخبار»», «المصدر: بوابة النخيل».
    pub(in super::super) const SAID: u32 = 3;
    /// «جريدة المرفأ»: its first word says what it is.
    pub(in super::super) const HEADED: u32 = 3;
    /// «مرسى نيوز»: so does its last. «السفينة – يومية سياسية»: so does what stands beside it.
    pub(in super::super) const DESCRIBED: u32 = 2;
    /// Another line around the article has the name too.
    pub(in super::super) const AGAIN: u32 = 2;
    /// It opens the page; it stands beside an address of mail.
    pub(in super::super) const PLACE: u32 = 1;
}

/// The part stands in a line over the headline.
pub(super) const ABOVE: Traits = Traits::one(0);
/// In one between headline and text.
pub(super) const BYLINE: Traits = Traits::one(1);
/// In one in which somebody signs.
pub(super) const SIGNED: Traits = Traits::one(2);
/// In the line that opens the page.
pub(super) const OPENS: Traits = Traits::one(3);
/// In one with an address of mail.
pub(super) const MAIL: Traits = Traits::one(4);
/// In one that names the desk: «متابعة».
const STAFFED: Traits = Traits::one(5);
/// In one of two parts, of several, of more than two.
const OF_TWO: Traits = Traits::one(6);
const OF_SEVERAL: Traits = Traits::one(7);
const OF_MANY: Traits = Traits::one(8);
/// It is the first part, the second.
const FIRST: Traits = Traits::one(9);
const SECOND: Traits = Traits::one(10);
/// It has one word, several.
const ONE_WORD: Traits = Traits::one(11);
const WORDS: Traits = Traits::one(12);
/// It is a place.
const PLACE: Traits = Traits::one(13);
/// It is the desk, or whoever writes.
const STAFF_OR_WRITER: Traits = Traits::one(14);
/// Its last word says what it is: «خليج نيوز».
const TAILED_NAME: Traits = Traits::one(15);
/// Its first word does: «يومية سياسية».
const DESCRIPTION: Traits = Traits::one(16);
/// The part before it is a place, the part behind it is a place, a description.
const BEHIND_PLACE: Traits = Traits::one(17);
const BEFORE_PLACE: Traits = Traits::one(18);
const BEFORE_DESCRIPTION: Traits = Traits::one(19);
/// It says what a paper is: «صحافة مستقلة»; the part before such a one.
const MOTTO: Traits = Traits::one(20);
const BEFORE_MOTTO: Traits = Traits::one(21);

/// What a part of a line has to be, and how much that says of its being the outlet's name.
const SAYING: [(&[Pattern], u32); 5] = [
    // «المنارة - جدة»: a single name before a place; whoever writes has two.
    (
        &[BYLINE.with(Traits::of(&[ONE_WORD, FIRST, OF_TWO, BEFORE_PLACE])).without(PLACE)],
        points::PLACE,
    ),
    // «مرايا الجنوب | صحافة مستقلة», at the top of the page
    (&[OPENS.with(Traits::of(&[WORDS, FIRST, OF_TWO, BEFORE_MOTTO]))], points::DESCRIBED),
    // «السفينة – يومية سياسية»
    (&[ABOVE.with(Traits::of(&[ONE_WORD, BEFORE_DESCRIPTION]))], points::DESCRIBED),
    // «راصد العراق / متابعة»; in «كبكابية - خاص» one word alone beside the desk is as likely a town.
    (
        &[
            SIGNED.with(Traits::of(&[STAFFED, WORDS, OF_SEVERAL])).without(STAFF_OR_WRITER),
            SIGNED.with(Traits::of(&[STAFFED, OF_MANY])).without(STAFF_OR_WRITER),
        ],
        points::DESCRIBED,
    ),
    // «مرسى نيوز - news@example.org», «مسقط / خليج نيوز»: behind the place, too.
    (
        &[
            OF_HIS_LINE.with(FIRST),
            OF_HIS_LINE.with(Traits::of(&[SECOND, BEHIND_PLACE, TAILED_NAME])),
        ],
        points::PLACE,
    ),
];
/// A line that may be the outlet's own.
const OF_HIS_LINE: Traits = Traits::of(&[OPENS, MAIL, SIGNED]);

/// The parts of a line that looks so, each with the points that it has.
pub(super) fn weighed<'p>(
    line: Traits,
    parts: &'p [(&'p str, Vec<Word>)],
) -> impl Iterator<Item = (&'p str, u32)> {
    let staff = parts.iter().any(|(_, inside)| holds(inside, one_of(STAFF)));
    let line = line
        | Traits::noted(&[
            (STAFFED, staff),
            (OF_TWO, parts.len() == 2),
            (OF_SEVERAL, parts.len() > 1),
            (OF_MANY, parts.len() > 2),
        ]);
    let own: Vec<Traits> = parts.iter().map(|(part, inside)| of_part(part, inside)).collect();
    parts.iter().enumerate().map(move |(at, (part, inside))| {
        let own_words = if line.any(ABOVE | SIGNED) { says_of_itself(part, inside) } else { 0 };
        let looks = line | own[at] | beside(&own, at);
        let said = SAYING.iter().filter(|(patterns, _)| looks.fits(patterns));
        (*part, said.fold(own_words, |sum, (_, points)| sum + points))
    })
}

/// Where a part stands among the others, given what these are.
fn beside(own: &[Traits], at: usize) -> Traits {
    let before = at.checked_sub(1).map_or(Traits::NONE, |before| own[before]);
    let behind = own.get(at + 1).copied().unwrap_or(Traits::NONE);
    Traits::noted(&[
        (FIRST, at == 0),
        (SECOND, at == 1),
        (BEHIND_PLACE, before.any(PLACE)),
        (BEFORE_PLACE, behind.any(PLACE)),
        (BEFORE_DESCRIPTION, behind.any(DESCRIPTION)),
        (BEFORE_MOTTO, behind.any(MOTTO)),
    ])
}

/// What a part of a line is by its own words.
fn of_part(part: &str, inside: &[Word]) -> Traits {
    let is_staff = holds(inside, one_of(STAFF)) || is_writer(part, inside);
    let is_headed = of_length(inside, ..=LONGEST).is_some_and(|inside| headed(part, inside));
    Traits::noted(&[
        (ONE_WORD, inside.len() == 1),
        (WORDS, inside.len() > 1),
        (PLACE, is_place(part)),
        (STAFF_OR_WRITER, is_staff),
        (TAILED_NAME, tailed(inside)),
        (DESCRIPTION, is_headed),
        (MOTTO, stands(inside, 0, &[one_of(OUTLET_IS)])),
    ])
}

/// What a part says by its own words: «جريدة المرفأ», «الرأي الأردنية», «مرسى نيوز».
fn says_of_itself(part: &str, inside: &[Word]) -> u32 {
    let several = |says: bool| u32::from(says) * u32::from(inside.len() > 1);
    let is_short = inside.len() <= TAILED;
    several(headed(part, inside)) * points::HEADED
        + u32::from(of_nation(part, inside)) * points::SAID
        + several(is_short && tailed(inside)) * points::DESCRIBED
}
