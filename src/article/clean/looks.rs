//! What a line is at first sight, as a set of traits: how it ends, what opens it, how its words are known.

use super::blocks::{Block, Ending};
use super::evidence::{Evidence, surety};
pub(super) use crate::weigh::{Pattern, Traits};

/// It ends with a full stop.
pub(super) const STOP: Traits = Traits::one(0);
/// With a question or exclamation mark, or dots.
pub(super) const LOUD: Traits = Traits::one(1);
/// With a colon.
pub(super) const COLON: Traits = Traits::one(2);
/// With a comma or semicolon.
pub(super) const COMMA: Traits = Traits::one(3);
/// With none of these.
pub(super) const OPEN: Traits = Traits::one(4);
/// A bullet, a dash or a number opens it.
pub(super) const BULLET: Traits = Traits::one(5);
/// A blank line stands before it.
pub(super) const APART: Traits = Traits::one(6);
/// It is a stamp put before the text: the head of a message.
pub(super) const STAMP: Traits = Traits::one(7);
/// It has a mark that parts the items of a list in one line.
pub(super) const PARTED: Traits = Traits::one(8);
/// It has several.
pub(super) const MENU: Traits = Traits::one(9);
/// It is running text.
pub(super) const PROSE: Traits = Traits::one(10);
/// Something speaks for its being furniture.
pub(super) const KNOWN: Traits = Traits::one(11);
/// So much that it has to live with it.
pub(super) const HINTED: Traits = Traits::one(12);
/// As likely as not.
pub(super) const EVEN: Traits = Traits::one(13);
/// It is furniture wherever it stands.
pub(super) const FURNITURE: Traits = Traits::one(14);
/// It announces more of the kind.
pub(super) const HEADS: Traits = Traits::one(15);
/// Its words tell a day.
pub(super) const DATED: Traits = Traits::one(16);
/// It looks like the headline of something.
pub(super) const HEADLINE: Traits = Traits::one(17);
/// Its sentence goes on from one before it: «وأضاف …».
pub(super) const CONTINUES: Traits = Traits::one(18);
/// A quotation mark opens it.
pub(super) const QUOTED: Traits = Traits::one(19);
/// It asks.
pub(super) const QUESTION: Traits = Traits::one(20);
/// It is one of the words that head the parts of a paper.
pub(super) const SECTION: Traits = Traits::one(21);
/// It numbers a part of the text.
pub(super) const NUMBERED: Traits = Traits::one(22);

/// It is a further message of whoever sent the article.
pub(super) const FURTHER: Traits = Traits::one(23);

/// It is a day, a month or a year over the entries or the pages of a diary that belong to it.
pub(super) const OF_DAYS: Traits = Traits::one(24);

/// How headlines and buttons end.
pub(super) const UNENDED: Traits = Traits::of(&[OPEN, LOUD]);
/// How a short sentence ends, or one that opens a list.
pub(super) const SENTENCE: Traits = Traits::of(&[STOP, COLON]);
/// However it ends.
pub(super) const ANY: Traits = Traits::of(&[STOP, LOUD, COLON, COMMA, OPEN]);

/// What the shape of a block shows.
pub(super) fn of_block(block: &Block) -> Traits {
    let ending = match block.ending {
        Ending::Stop => STOP,
        Ending::Loud => LOUD,
        Ending::Colon => COLON,
        Ending::Comma => COMMA,
        Ending::Open => OPEN,
    };
    let parted = PARTED.when(block.partings > 0) | MENU.when(block.partings > 1);
    let opening = BULLET.when(block.bullet) | APART.when(block.apart);
    ending | parted | opening | STAMP.when(block.stamp.is_some())
}

/// What speaks for a block being furniture.
pub(super) fn of_evidence(evidence: Option<Evidence>) -> Traits {
    let Some(found) = evidence else { return Traits::NONE };
    let surely = [(surety::HINT, HINTED), (surety::EVEN, EVEN), (surety::STRONG, FURNITURE)];
    let surely = surely.map(|(least, sure)| (sure, found.weight >= least));
    KNOWN | HEADS.when(found.heads) | DATED.when(found.dated) | Traits::noted(&surely)
}
