//! Who published the article, as far as its page says so.
//!
//! A page names its outlet in many places: in its metadata, over the headline («جريدة المرفأ | دوليات»), in the byline
//! («ميناء الخبر – بغداد»), before the lede («واشنطن (شراع) –»), in the line of rights («© مرسى نيوز»). Each place gives points
//! to the name that stands there; a name that two places give has those of both. What the text itself tells of a newspaper
//! or an agency («نقلت وكالة رويترز») says nothing: only lines around the article are asked.

use super::asked::{NAMING, NUMBER, are, holds, of_length, one_of, stands};
use super::beside::{is_of_a_day, signed_beside_place};
use super::called::{
    from_place, is_name_of_outlet, is_place, is_writer, name_of, says_itself, segments,
    several_say, tailed, words_of,
};
use super::clues::stated;
use super::issuer;
use super::labelled::{Fate, Labelled};
use super::letter::{self, Told};
use super::letterhead::Letterhead;
use super::parts::{self, ABOVE, BYLINE, MAIL, OPENS, SIGNED, TAILED, points};
use super::passed_on;
use super::reason::Reason;
use super::repeated;
use super::signature;
use super::signers::{Signer, signer_at};
use super::words::{Class, Word, same_words};
use crate::arabic::clitics::{FOR, Onto};
use crate::arabic::fold::folded;
use crate::arabic::lexicon::{ISSUE_PART, OF_RIGHTS, OUTLET_OPENS, PAGE_PART, PICTURE, STREET};
use crate::document::{Clue, ClueKind, FrontMatter, RemovedKind};
use crate::knowledge::Knowledge;
use crate::span::Span;
use crate::weigh::Traits;

/// So many points make a name the outlet's.
const ENOUGH: u32 = 3;
/// A name and what speaks for it.
struct Candidate {
    name: String,
    folded: String,
    points: u32,
    /// The most that one place gave.
    most: u32,
}

#[derive(Default)]
struct Candidates(Vec<Candidate>);

impl Candidates {
    /// So many names stand around no article: of a list of all newspapers the first are weighed, and the page is nobody's
    /// of the others.
    const MOST: usize = 200;

    fn add(&mut self, name: &str, sum: u32) {
        if let Some(name) = name_of(name, sum >= points::STATED) {
            self.add_name(name, sum);
        }
    }

    /// Adds a name, where none is sure that says more: «وكالة روافد نجد للأنباء» besides «وكالة روافد نجد».
    fn add_unless_longer(&mut self, name: String, sum: u32) {
        let folded = folded(&name);
        let says_more =
            |known: &Candidate| known.points >= ENOUGH && known.folded.len() > folded.len();
        let mut longer = self.0.iter().filter(|known| says_more(known));
        if !longer.any(|known| known.folded.contains(&folded)) {
            self.add_name(name, sum);
        }
    }

    /// Adds what is known to be a name, whatever it looks like: «قنا», «فرانس 24».
    fn add_name(&mut self, name: String, sum: u32) {
        let folded = folded(&name);
        let is_full = self.0.len() >= Self::MOST;
        match self.0.iter_mut().find(|known| known.folded == folded) {
            Some(known) => {
                known.points += sum;
                known.most = known.most.max(sum);
            }
            None if is_full => {}
            None => self.0.push(Candidate { name, folded, points: sum, most: sum }),
        }
    }
}

/// Fills in outlet and address, where no person wrote them and the page says them.
pub(super) fn fill(
    front: &mut FrontMatter,
    labelled: &Labelled<'_, '_>,
    clues: &[Clue],
    knowledge: &Knowledge,
) {
    let mut addresses = stated(clues, ClueKind::Address);
    let address = addresses.find(|clue| clue.text.starts_with("http"));
    if front.source.url.is_none() {
        front.source.url = address.map(|clue| clue.text.clone());
    }
    let known = knowledge.outlet_names();
    let by_address = front.source.url.as_deref().is_some_and(|url| known.at(url).is_some());
    if front.source.outlet.is_some() || by_address {
        return;
    }
    let mut found = Candidates::default();
    let credits = credits(labelled.text, clues);
    let is_credit = |clue: &&Clue| {
        let before = credits.partition_point(|line| line.start <= clue.span.start);
        let line = before.checked_sub(1).map(|line| credits[line]);
        !clue.span.is_empty() && line.is_some_and(|line| clue.span.start < line.end)
    };
    for clue in clues.iter().filter(|clue| !is_credit(clue)) {
        let is_known = || known.named(&clue.text).is_some();
        match clue.kind {
            ClueKind::Outlet if clue.span.is_empty() => {
                found.add(&channel(&clue.text), points::STATED)
            }
            // «المصدر: شراع + سنابل»: two outlets are none.
            // «القاهرة (أ ش أ)»: a line of its own with a place and an agency is a dateline.
            ClueKind::Outlet if clue.text.contains(['(', ')']) => {
                of_dateline(&clue.text, &mut found)
            }
            ClueKind::Outlet if !clue.text.contains(['+', '/', '،', ',']) => {
                // «الباحة - واس»: the agency that is known, else what is no place; «رويترز - أ ف ب» are two.
                let agencies = signature::agencies(&clue.text);
                if let [only] = agencies[..] {
                    found.add_name(only.to_owned(), points::SAID);
                }
                if !agencies.is_empty() {
                    continue;
                }
                let name = segments(&clue.text).find(|part| !is_place(part));
                found.add(name.unwrap_or_default(), points::SAID)
            }
            ClueKind::Sender if is_known() => found.add(&clue.text, points::STATED),
            ClueKind::Dateline => of_dateline(&clue.text, &mut found),
            _ => {}
        }
    }
    of_lines(labelled, &mut found);
    repeated::names(labelled).for_each(|name| found.add_unless_longer(name, points::SAID));
    of_sender(labelled, knowledge, &mut found);
    for candidate in &mut found.0 {
        candidate.points += u32::from(known.named(&candidate.name).is_some()) * points::KNOWN;
    }
    seen_again(labelled, clues, &mut found);
    // «إثيوبيا - وكالات»: a place is an outlet only where the page says so.
    let is_name =
        |candidate: &&Candidate| candidate.most >= points::SAID || !is_place(&candidate.name);
    let best = found.0.iter().filter(|candidate| candidate.points >= ENOUGH).filter(is_name);
    // Of two that are alike sure, the one that the page names first.
    let best = best.rev().max_by_key(|candidate| candidate.points);
    let best = best.map(|best| best.name.clone());
    let best = best.or_else(|| signed_beside_place(labelled, clues));
    front.source.outlet = best.or_else(|| issuer(labelled));
}

/// Where nobody else publishes a paper, the body that issued it: «بيان صادر عن رابطة المودعين», «وزارة الصحة» over «بيان صحفي».
fn issuer(labelled: &Labelled<'_, '_>) -> Option<String> {
    let text = labelled.fates.iter().position(|fate| matches!(fate, Fate::Keep))?;
    let says = |index: usize| {
        let line = labelled.block(index).span.cut(labelled.text);
        issuer::of_line(line, &labelled.words_in_line(index)).map(|(name, _)| name)
    };
    let said = (0..text).find_map(says);
    let body = said.or_else(|| Letterhead::of(labelled.signed, text).body(labelled.signed))?;
    Some(body.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// «[مصدر الصورة، Getty Images]»: a line that says whose a picture is.
fn is_of_picture(words: &[Word]) -> bool {
    /// How many words such a line has at most.
    const WORDS: usize = 12;
    of_length(words, ..=WORDS).is_some_and(|words| holds(words, one_of(PICTURE)))
}

/// The lines that say so, of those in which there is a clue; each is read once, however many clues are in it.
fn credits(text: &str, clues: &[Clue]) -> Vec<Span> {
    let mut places: Vec<usize> =
        clues.iter().filter(|clue| !clue.span.is_empty()).map(|clue| clue.span.start).collect();
    places.sort_unstable();
    let mut credits = Vec::new();
    let (mut start, mut places) = (0, places.into_iter().peekable());
    for line in text.split_inclusive('\n') {
        let end = start + line.len();
        let mut has_clue = false;
        while places.next_if(|&place| place < end).is_some() {
            has_clue = true;
        }
        if has_clue && is_of_picture(&words_of(line)) {
            credits.push(Span::new(start, end));
        }
        start = end;
    }
    credits
}

/// Whether a line names the outlet and says nothing besides: its place, its address, the section and the day stand there too.
pub(super) fn only_names(line: &str, outlet: &str) -> bool {
    /// How many words may stand beside the name.
    const BESIDE: usize = 6;
    let name = words_of(outlet);
    let words = words_of(line);
    let Some(at) = words.windows(name.len().max(1)).position(|part| same_words(part, &name)) else {
        return false;
    };
    let mut beside = words[..at].iter().chain(&words[at + name.len()..]);
    let is_bare = |word: &Word| match word.class {
        // «اقرأ أيضًا في زاوية الخبر» says more.
        Class::Function => false,
        Class::Latin | Class::Number | Class::Common => true,
        _ if word.is(PAGE_PART) => true,
        _ if is_place(word.span().cut(line)) => true,
        _ => is_of_a_day(word, word.span().cut(line)),
    };
    match beside.clone().filter(|word| !NUMBER.fits(word)).count() {
        ..=BESIDE => beside.all(is_bare),
        _ => false,
    }
}

/// «شبكة أخبار الفرات | العاجل»: what a channel is called, without its motto.
fn channel(name: &str) -> String {
    name.split(['|', '•']).next().unwrap_or(name).trim().to_owned()
}

/// «واشنطن (شراع) –», «بيروت: «الأفق الجديد»», «صلالة في 5 أغسطس /شراع/», «أربيل - روزنامة المدينة:»
fn of_dateline(text: &str, found: &mut Candidates) {
    if let [only] = signature::agencies(text)[..] {
        found.add_name(only.to_owned(), points::SAID);
    }
    for mark in ['/', '"'] {
        let parts: Vec<&str> = text.split(mark).collect();
        let between = match parts[..] {
            [_, between, _] if mark == '"' => Some(between),
            // «إسطنبول/ سامي الحداد/ السنديان»: two bare words are whoever writes.
            [_, between, _] => Some(between).filter(|name| is_name_of_outlet(name)),
            _ => None,
        };
        if let Some(between) = between.filter(|name| !is_place(name)) {
            found.add(between, points::SAID);
        }
    }
    for (open, close) in [('(', ')'), ('«', '»'), ('[', ']')] {
        let pieces = text.split(open).skip(1).filter_map(|rest| rest.split_once(close));
        for (piece, _) in pieces.filter(|(piece, _)| !is_of_somebody(piece)) {
            found.add(piece, points::SAID);
        }
    }
    let is_mark = |c: char| match c {
        ')' => false,
        c => !c.is_alphanumeric(),
    };
    if let Some(name) = behind_writer(text.trim_end_matches(is_mark)) {
        found.add(name, points::SAID);
    }
    if let Some(name) = known_alone(text, &words_of(text)).or_else(|| tailed_alone(text)) {
        found.add_name(name.to_owned(), points::SAID);
    }
    for segment in segments(text) {
        found.add(segment, points::PLACE);
    }
}

/// «عدسة سامر خوري», «سامر خوري»: whoever did something, and no outlet.
fn is_of_somebody(piece: &str) -> bool {
    let words = words_of(piece);
    let mut readings = (0..=1).filter_map(|deed| words.get(deed..));
    readings.any(|name| is_writer(piece, name)) && !says_itself(piece, &words)
}

/// «رؤيا نيوز -»: before the lede nothing but a name that ends as outlets do.
fn tailed_alone(text: &str) -> Option<&str> {
    let mut parts = segments(text);
    let (name, None) = (parts.next()?, parts.next()) else { return None };
    let words = words_of(name);
    let words = of_length(&words, 2..=TAILED).filter(|words| are(words, NAMING))?;
    tailed(words).then_some(name)
}

/// «جريدة السارية، العدد 15432», «السارية - العدد 7654 - الصفحة 3»: what stands before the number of its issue.
fn of_issue(line: &str) -> Option<&str> {
    let mut parts = segments(line);
    let (name, behind) = (parts.next()?, words_of(parts.next()?));
    let name = Some(name).filter(|_| stands(&behind, 0, &[one_of(ISSUE_PART), NUMBER]))?;
    let name = Some(name).filter(|name| !holds(&words_of(name), one_of(ISSUE_PART)))?;
    is_name_of_outlet(name).then_some(name)
}

/// Whether a line is of something else than the article: other news, what readers say, what a picture shows.
fn is_foreign(kind: RemovedKind) -> bool {
    use RemovedKind::{Caption, Comments, Related, Repetition, Share, Tags};
    matches!(kind, Related | Comments | Tags | Caption | Share | Repetition)
}

fn of_lines(labelled: &Labelled<'_, '_>, found: &mut Candidates) {
    let first_of = |wanted: fn(&Fate) -> bool| {
        labelled.fates.iter().position(wanted).unwrap_or(labelled.fates.len())
    };
    let title = first_of(|fate| matches!(fate, Fate::Title | Fate::Keep));
    let text = first_of(|fate| matches!(fate, Fate::Keep));
    let mut is_first = true;
    let signed = signed_at_foot(labelled);
    if let Some((_, name)) = signed {
        found.add_name(name.to_owned(), points::SAID);
    }
    for index in 0..labelled.fates.len() {
        let Fate::Cut(kind, reason) = labelled.fates[index] else { continue };
        if labelled.letter.has(index) {
            continue;
        }
        let line = labelled.block(index).span.cut(labelled.text);
        let words = labelled.words_in_line(index);
        if is_of_picture(&words) || signature::agencies_of(line, &words).len() > 1 {
            continue;
        }
        if let Some((name, _)) = from_place(line) {
            found.add_name(name.to_owned(), points::SAID);
        }
        let place = match index {
            _ if index < title => Place::Above,
            _ if index < text => Place::Byline,
            _ => Place::Below,
        };
        // «Skip to content» stands over the name of the page.
        let opens = match kind {
            RemovedKind::Tools => false,
            _ => std::mem::take(&mut is_first),
        };
        let opens = match place {
            Place::Above => OPENS.when(opens),
            Place::Byline | Place::Below => Traits::NONE,
        };
        match (place, kind) {
            _ if let Some(sent_on) = line.trim_start().strip_prefix("Forwarded from ") => {
                found.add(&channel(sent_on), points::SAID)
            }
            _ if let Some(channel) = passed_on::outlet(line, &words) => {
                found.add(channel, points::SAID)
            }
            (_, RemovedKind::Copyright) => of_rights(line, found),
            _ if line.contains('©') => of_rights(line, found),
            (Place::Below, _) if signed.is_some_and(|(at, _)| at == index) => {}
            (Place::Below, _) if let Some(name) = of_issue(line) => found.add(name, points::SAID),
            (Place::Above | Place::Below, kind) if is_foreign(kind) => {}
            (Place::Above | Place::Below, _) if labelled.in_region[index] => {}
            _ => of_line(Around { line, words: &words, kind, reason, place, opens }, found),
        }
    }
}

/// «From: وكالة الساحل للأنباء <news@example.org>»: whoever sent a letter, where the knowledge base knows the name as an
/// outlet's, or the name says that it is one; others publish nothing.
fn of_sender(labelled: &Labelled<'_, '_>, knowledge: &Knowledge, found: &mut Candidates) {
    let Some(index) = labelled.letter.last(Told::From) else { return };
    let name = letter::sender(labelled.block(index).span.cut(labelled.text));
    let words = words_of(name);
    if let Some(name) = quoted_behind_kind(name) {
        return found.add_name(name, points::SAID);
    }
    if several_say(name, &words) || knowledge.outlet_names().named(name).is_some() {
        found.add(name, points::SAID);
    }
}

/// The line right behind the text in which somebody signs, and who.
fn signed_at_foot<'t>(labelled: &Labelled<'_, 't>) -> Option<(usize, &'t str)> {
    /// How many lines stand at most between the text and such a line.
    const NEAR: usize = 3;
    let last = labelled.fates.iter().rposition(|fate| matches!(fate, Fate::Keep))?;
    (last + 1..labelled.fates.len().min(last + 2 + NEAR))
        .take_while(|&index| !labelled.in_region[index])
        .find_map(|index| {
            let name = signature::of_foot(labelled.block(index).span.cut(labelled.text))?;
            Some((index, name))
        })
}

/// Where a line stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Over the headline.
    Above,
    /// Between headline and text, where whoever wrote it signs.
    Byline,
    Below,
}

/// A cut line that may name the outlet.
struct Around<'t> {
    line: &'t str,
    words: &'t [Word],
    kind: RemovedKind,
    reason: Reason,
    place: Place,
    /// [`OPENS`] where it opens the page.
    opens: Traits,
}

fn of_line(around: Around<'_>, found: &mut Candidates) {
    let Around { line, words, kind, reason, place, opens } = around;
    let kinds = [RemovedKind::Byline, RemovedKind::Source, RemovedKind::Newsletter];
    let signed = place == Place::Byline || kinds.contains(&kind);
    let may_quote = match (place, kind) {
        _ if reason == Reason::OutletName => true,
        // A writer's books stand in quotation marks below the text.
        (Place::Below, RemovedKind::Byline) => false,
        _ => signed,
    };
    if may_quote {
        for (before, rest) in
            line.match_indices('«').map(|(at, mark)| line.split_at(at + mark.len()))
        {
            let Some((name, _)) = rest.split_once('»') else { continue };
            match quoted_behind(before, name) {
                Some(name) => found.add_name(name, points::SAID),
                None => found.add(name, points::SAID),
            }
        }
    }
    if let Some(agency) = Some(line).filter(|_| place == Place::Byline).and_then(agency_of_place) {
        found.add(agency, points::SAID);
    }
    if let Some(name) = behind_writer(line) {
        found.add(name, points::SAID);
    }
    if let Some(name) = known_alone(line, words) {
        found.add_name(name.to_owned(), points::SAID);
    }
    let words_of = |part: &str| match part.len() == line.len() {
        true => words.to_vec(),
        false => words_of(part),
    };
    let parts: Vec<(&str, Vec<Word>)> = segments(line).map(|part| (part, words_of(part))).collect();
    let line = opens
        | Traits::noted(&[
            (ABOVE, place == Place::Above),
            (BYLINE, place == Place::Byline),
            (SIGNED, signed),
            (MAIL, line.contains('@')),
        ]);
    for (part, sum) in parts::weighed(line, &parts).filter(|&(_, sum)| sum > 0) {
        found.add(part, sum);
    }
}

/// «موقع «أخبار الوادي»»: what says what it is may have any name.
fn quoted_behind(lead: &str, name: &str) -> Option<String> {
    let lead = words_of(lead);
    lead.last().filter(|last| last.is(OUTLET_OPENS)).and_then(|_| name_of(name, true))
}

/// The same where nothing else is said: «نشرة «الميناء في دقائق»».
fn quoted_behind_kind(text: &str) -> Option<String> {
    let (lead, rest) = text.split_once('«')?;
    let name = rest.trim_end().strip_suffix('»')?;
    quoted_behind(lead, name)
}

/// «جميع الحقوق محفوظة لجريدة المحبرة © 2020», «حقوق النشر محفوظة لـ«روزنامة المدينة»», «© مرسى نيوز»
fn of_rights(line: &str, found: &mut Candidates) {
    for part in segments(line) {
        let inside = words_of(part);
        let behind = inside.iter().rposition(|word| word.is(OF_RIGHTS)).map_or(0, |last| last + 1);
        let Some(first) = inside.get(behind) else { continue };
        // «نشرة الميناء في دقائق © 2022، طرابلس، شارع المصارف»: what says what it is may have any name, and an address is none.
        let owns = line.split_once('©').is_some_and(|(owner, _)| owner.trim_end().ends_with(part));
        let owner = Some(part).filter(|_| owns).filter(|_| first.is(OUTLET_OPENS));
        if let Some(name) = owner.and_then(|owner| name_of(owner, true)) {
            found.add_name(name, points::SAID);
            continue;
        }
        if first.is(STREET) {
            continue;
        }
        // «جميع الحقوق محفوظة ميناء الريف 2017»
        let last = inside[behind..].iter().rfind(|word| word.class != Class::Number);
        // «جميع الحقوق محفوظة © نبض الواحة 2020»
        let signed =
            line.split_once('©').is_some_and(|(_, rest)| rest.trim_start().starts_with(part));
        let is_of_rights = behind > 0 || signed;
        let end = last.filter(|_| is_of_rights).map_or(part.len(), |last| last.end());
        // «إخلاء مسؤولية: …» is a line of law, and names nobody.
        if behind == 0 && !["©", "محفوظ"].iter().any(|sign| line.contains(sign)) {
            continue;
        }
        let name = &part[first.start as usize..end.max(first.end())];
        // «لجريدة المحبرة», «للشركة»: the rights are somebody's.
        let owner = match name.behind(FOR).filter(|_| behind > 0) {
            Some(rest) if rest.opens_with(FOR) => format!("ا{rest}"),
            Some(rest) => rest.to_owned(),
            None => name.to_owned(),
        };
        found.add(&owner, points::SAID);
    }
}
/// «القاهرة (أ ش ق)», «بغداد (المرصد)»: behind the place a name of one word, or of letters; whoever writes has two.
fn agency_of_place(line: &str) -> Option<&str> {
    let (before, rest) = line.split_once('(')?;
    let (inside, behind) = rest.split_once(')')?;
    let "" = behind.trim() else { return None };
    let mut words = inside.split_whitespace();
    let is_short = match words.clone().count() {
        1 => true,
        _ => words.all(|word| word.chars().count() <= 2),
    };
    (is_short && is_place(before)).then_some(inside)
}

/// «ماجد الشهراني (الملاعب اليوم)»: behind whoever writes a name that says by itself what it is.
fn behind_writer(line: &str) -> Option<&str> {
    let (before, rest) = line.split_once('(')?;
    let (inside, behind) = rest.split_once(')')?;
    let writer = segments(before).last()?;
    let [] = words_of(behind)[..] else { return None };
    let is_signed = several_say(inside, &words_of(inside)) && is_writer(writer, &words_of(writer));
    is_signed.then_some(inside)
}

/// «عمون -»: a line, or what stands before the lede, that is a name of the table or ends as outlets do, and nothing besides.
fn known_alone<'l>(line: &'l str, words: &[Word]) -> Option<&'l str> {
    if signer_at(words) != Some((Signer::Paper, words.len())) {
        return None;
    }
    let mut parts = segments(line);
    let (name, None) = (parts.next()?, parts.next()) else { return None };
    Some(name)
}

/// A name that another line around the article has too, in whatever place.
fn seen_again(labelled: &Labelled<'_, '_>, clues: &[Clue], found: &mut Candidates) {
    if found.0.is_empty() {
        return;
    }
    let datelines =
        clues.iter().filter(|clue| clue.kind == ClueKind::Dateline).map(|clue| folded(&clue.text));
    let cut = (0..labelled.fates.len())
        .filter(|&index| labelled.is_cut(index))
        .filter(|&index| labelled.words(index).len() <= 12)
        .map(|index| folded(labelled.block(index).span.cut(labelled.text)));
    let lines: Vec<String> = datelines.chain(cut).collect();
    // A city or a section stands in many lines, too.
    for candidate in found.0.iter_mut().filter(|candidate| candidate.most > points::PLACE) {
        let times = lines.iter().filter(|line| line.contains(&candidate.folded)).count();
        if times > 1 {
            candidate.points += points::AGAIN;
        }
    }
}
