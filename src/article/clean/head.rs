//! The head of a page: which line is the headline, which one stands under it, what the others are.

use super::blocks::Ending;
use super::furniture::{certain, opens_with_clock};
use super::shape::is_headline;
use super::sorting::{Fate, Sorting};
use super::vocabulary::Vocabulary;
use super::word_set::WordSet;
use super::words::{Class, Word, holds_run, same_words};
use crate::document::RemovedKind;

/// How many lines before the text a headline may stand.
const FURTHEST: usize = 300;

/// How much better the line below a headline may fit the text.
const ABOVE: f32 = 1.5;

/// Decides on the blocks before the running text, which begins at block `start`.
pub(super) fn sort_head(sorting: &mut Sorting<'_>, start: usize) {
    let about = opening_vocabulary(sorting, start);
    mark_contents(sorting, start);
    let title = headline(sorting, start, &about).or_else(|| only_candidate(sorting, start));
    sorting.title = title;
    if let Some(title) = title {
        sorting.fates[title] = Some(Fate::Title);
        let words = sorting.words(title).to_vec();
        sorting.core.add(&words);
    }
    let subtitle = title.and_then(|title| subtitle(sorting, title, start, &about));
    if let Some(subtitle) = subtitle {
        sorting.fates[subtitle] = Some(Fate::Subtitle);
    }
    for index in 0..start {
        if sorting.fates[index].is_none() {
            sorting.fates[index] = Some(head_line(sorting, index, title));
        }
    }
}

/// Marks a table of contents: lines of the head that come again, in their order, as the sub-headings of the text.
fn mark_contents(sorting: &mut Sorting<'_>, start: usize) {
    const ENTRIES: usize = 3;
    let same = |one: usize, other: usize| !sorting.words(one).is_empty() && same_words(sorting.words(one), sorting.words(other));
    let mut below = start + 1;
    let mut entries = Vec::new();
    for index in start.saturating_sub(FURTHEST)..start {
        let heads_prose = |&at: &usize| sorting.prose.get(at + 1).is_some_and(|&next| next) && !sorting.prose[at] && same(index, at);
        if let Some(at) = (below..sorting.prose.len().min(start + FURTHEST)).find(heads_prose) {
            below = at + 1;
            entries.push(index);
        }
    }
    if entries.len() >= ENTRIES {
        for index in entries {
            sorting.evidence[index] = Some(certain(RemovedKind::Navigation, "فهرس عناوين النص"));
        }
    }
}

/// The headline among the blocks before `start`: the one whose words the text takes up.
fn headline(sorting: &Sorting<'_>, start: usize, about: &Vocabulary) -> Option<usize> {
    let mut best: Option<(usize, f32)> = None;
    let mut scores: Vec<(usize, f32)> = Vec::new();
    // Lines of furniture between a line and the text say little; other lines say that it belongs to something else.
    let mut between = 0;
    for index in (start.saturating_sub(FURTHEST)..start).rev() {
        let score = headline_score(sorting, index, between, about);
        between += usize::from(sorting.evidence[index].is_none_or(|evidence| evidence.weight < 0.6));
        let Some(score) = score else { continue };
        scores.push((index, score));
        if best.is_none_or(|(_, highest)| score >= highest) {
            best = Some((index, score));
        }
    }
    let (index, score) = best.filter(|&(_, score)| score > 0.0)?;
    // A name with a date under it is who posted; the headline follows.
    if sorting.words(index).len() <= 3 && sorting.evidence.get(index + 1).is_some_and(|next| next.is_some_and(|next| next.dated)) {
        let below = scores.iter().find(|&&(below, other)| below > index + 1 && other > 1.2 && sorting.words(below).len() >= 5);
        if let Some(&(below, _)) = below {
            return Some(below);
        }
    }
    // Of two lines that stand together, but for furniture, and both fit, the first is the headline and the second the one under it.
    let together = |above: usize| {
        (above + 1..index).all(|between| sorting.evidence[between].is_some_and(|evidence| evidence.weight >= 0.75 && !evidence.heads))
    };
    let above = scores.iter().find(|&&(above, other)| {
        above < index
            && index - above <= 5
            && together(above)
            && other > 1.6
            && other + ABOVE >= score
            && sorting.block(above).partings < 2
            && sorting.words(above).len() >= 4
    });
    let index = above.map_or(index, |&(above, _)| above);
    // «الرئيسية / أخبار / العنوان», «الموقع: العنوان | القسم» over the headline itself: such a line holds it.
    let path = sorting.words(index);
    let in_path = |line: &[Word]| line.len() >= 4 && line.len() < path.len() && holds_run(path, line);
    Some((index + 1..start.min(index + 10)).find(|&below| in_path(sorting.words(below))).unwrap_or(index))
}

/// The one line of the head that can be nothing else: «قرار دمج الهيئتين», however few of its words the text takes up.
fn only_candidate(sorting: &Sorting<'_>, start: usize) -> Option<usize> {
    /// How many words a headline has that nothing else speaks for.
    const WORDS: std::ops::RangeInclusive<usize> = 3..=20;
    let accounted = |index: &usize| sorting.evidence[*index].is_some_and(|evidence| evidence.weight >= 0.75);
    let mut open = (0..start).filter(|index| !accounted(index));
    let (only, None) = (open.next()?, open.next()) else { return None };
    let block = sorting.block(only);
    let line = block.span.cut(sorting.text);
    let plain = sorting.evidence[only].is_none_or(|evidence| evidence.weight < 0.45) && !block.bullet && block.partings == 0;
    let shaped = WORDS.contains(&block.len()) && matches!(block.ending, Ending::Open | Ending::Loud);
    let named = sorting.is_outlet(only) || is_byline(sorting, only) || looks_like_caption(line) || opens_with_clock(line);
    (plain && shaped && !named).then_some(only)
}

/// The words of the first paragraphs, in which a headline's words come back.
fn opening_vocabulary(sorting: &Sorting<'_>, start: usize) -> Vocabulary {
    let mut about = Vocabulary::default();
    let prose = std::iter::successors(sorting.next_prose(start), |&index| sorting.next_prose(index + 1));
    for index in prose.take(8) {
        about.add(sorting.words(index));
    }
    about
}

fn headline_score(sorting: &Sorting<'_>, index: usize, between: usize, about: &Vocabulary) -> Option<f32> {
    let block = sorting.block(index);
    let words = sorting.words(index);
    let line = block.span.cut(sorting.text);
    if words.len() < 2 || words.len() > 30 {
        return None;
    }
    if sorting.given_title.is_some_and(|title| title.trim() == line.trim()) {
        return Some(10.0);
    }
    let stands_first = |next: usize| sorting.prose[index + 1] && sorting.is_standfirst(index + 1, next);
    if sorting.next_prose(index + 2).is_some_and(stands_first) {
        return Some(9.0);
    }
    let furniture = sorting.evidence[index].map_or(0.0, |evidence| evidence.weight);
    if furniture >= 0.75 || sorting.is_outlet(index) || matches!(block.ending, Ending::Colon) {
        return None;
    }
    let share = about.share(words);
    let length = match words.len() {
        2 => -1.6,
        3 => -1.0,
        4 => 0.1,
        5..=20 => 0.8,
        _ => 0.0,
    };
    let close = 0.3 / (1.0 + between as f32);
    let known = if share.of == 0 { 0.0 } else { share.ratio() * 3.0 + 0.25 * share.known.min(4) as f32 };
    let mut score = known + length + close - furniture * 2.0;
    if looks_like_caption(line) {
        score -= 1.5;
    }
    if opens_with_clock(line) || sorting.has_relative_time(index) {
        score -= 2.0;
    }
    if block.ending == Ending::Stop {
        score -= 0.5;
    }
    if block.partings >= 2 {
        score -= 1.5;
    }
    if is_byline(sorting, index) {
        score -= 1.5;
    }
    if heads_entry(sorting, index) {
        score -= 2.5;
    }
    score -= 0.05 * between.min(8) as f32;
    Some(if share.known == 0 && sorting.words_of_prose > 60 { score - 1.2 } else { score })
}

/// Whether a line stands under a bare hour, in a text of such entries.
fn heads_entry(sorting: &Sorting<'_>, index: usize) -> bool {
    let hour = |at: usize| {
        let words = sorting.words(at);
        words.len() == 2 && words.iter().all(|word| word.class == Class::Number) && sorting.block(at).span.cut(sorting.text).contains(':')
    };
    index > 0 && hour(index - 1) && (index..sorting.prose.len()).filter(|&at| hour(at)).take(2).count() == 2
}

/// The line under the headline: words enough for a sentence, and of the text.
fn subtitle(sorting: &Sorting<'_>, title: usize, start: usize, about: &Vocabulary) -> Option<usize> {
    (title + 1..start).find(|&index| {
        let words = sorting.words(index);
        let line = sorting.block(index).span.cut(sorting.text);
        sorting.fates[index].is_none()
            && sorting.evidence[index].is_none_or(|evidence| evidence.weight < 0.5)
            && words.len() >= 5
            && !looks_like_caption(line)
            && !is_byline(sorting, index)
            && (is_headline(sorting.block(index), words, sorting.text) || index == title + 1 && sorting.prose[index])
            && about.share(words).ratio() >= 0.4
    })
}

/// What a line of the head is that is no headline.
fn head_line(sorting: &Sorting<'_>, index: usize, title: Option<usize>) -> Fate {
    let block = sorting.block(index);
    let words = sorting.words(index);
    let line = block.span.cut(sorting.text);
    if sorting.numbered[index] && title.is_some_and(|title| index > title) {
        return Fate::Keep;
    }
    if let Some(evidence) = sorting.evidence[index].filter(|evidence| evidence.weight >= 0.5) {
        return Fate::Cut(evidence.kind, evidence.reason);
    }
    if sorting.is_outlet(index) {
        return Fate::Cut(RemovedKind::Source, "اسم الجهة الناشرة");
    }
    if is_byline(sorting, index) {
        return Fate::Cut(RemovedKind::Byline, "أسماء بلا فعل قبل النص");
    }
    if looks_like_caption(line) {
        return Fate::Cut(RemovedKind::Caption, "وكالة أو مصوّر بين قوسين");
    }
    // A first sentence may be short («أربع طاولات.»).
    let opens_text = |title: usize| {
        (title + 1..index).all(|between| sorting.fates[between] != Some(Fate::Title))
            && index + 1 < sorting.prose.len()
            && sorting.prose[index + 1]
    };
    let sentence = block.ending == Ending::Stop && words.len() >= 2 && block.partings == 0;
    if title.is_some_and(opens_text) && (sentence || sorting.is_section(index) || heads_entry(sorting, index)) {
        return Fate::Keep;
    }
    // What a menu lists («صور», «فيديو») are words of other kinds too; a name with «بقلم» before it is no menu.
    if let Some(fate @ Fate::Cut(RemovedKind::Byline | RemovedKind::Newsletter | RemovedKind::Advertisement, _)) =
        sorting.by_weak_evidence(index)
    {
        return fate;
    }
    if is_masthead(sorting, index, title) {
        return Fate::Cut(RemovedKind::Source, "اسم جهة في رأس الصفحة");
    }
    if block.partings >= 2 || words.len() <= 3 {
        return Fate::Cut(RemovedKind::Navigation, "سطر قصير قبل النص");
    }
    let share = sorting.core_and_prose.share(words);
    if title.is_some_and(|title| index > title)
        && words.len() >= 8
        && share.ratio() >= 0.6
        && share.known >= 4
        && block.ending != Ending::Open
    {
        return Fate::Keep;
    }
    if share.ratio() < 0.34 {
        Fate::Cut(RemovedKind::Related, "سطر قبل النص لا صلة له به")
    } else {
        Fate::Cut(RemovedKind::Other, "سطر قصير قبل النص")
    }
}

/// «جريدة المرفأ», «وزارة الأوقاف»: a name of a paper or a body among the first lines of a page, above the headline.
fn is_masthead(sorting: &Sorting<'_>, index: usize, title: Option<usize>) -> bool {
    /// How many lines a masthead has, and how many words such a line.
    const LINES: usize = 2;
    const WORDS: std::ops::RangeInclusive<usize> = 2..=5;
    let words = sorting.words(index);
    let above = index < LINES && title.is_some_and(|title| index < title);
    let bare = words.iter().all(|word| word.class != Class::Function) && sorting.block(index).partings == 0;
    above && bare && WORDS.contains(&words.len()) && PUBLISHERS.has(&words[0])
}

/// What names of papers and of bodies that publish begin with.
static PUBLISHERS: WordSet = WordSet::of(
    "جريدة صحيفة مجلة وكالة موقع قناة إذاعة راديو شبكة بوابة تلفزيون تطبيق وزارة مديرية بلدية محافظة أمانة اتحاد نقابة هيئة جامعة مركز معهد مؤسسة مجلس جمعية",
);

/// «بغداد – الرقيم», «كتبت سلمى حداد:»: few words, no verb, a dash, slash or colon.
fn is_byline(sorting: &Sorting<'_>, index: usize) -> bool {
    let block = sorting.block(index);
    let words = sorting.words(index);
    let line = block.span.cut(sorting.text);
    let dashed = line.contains([':', '/', '|', '_']) || [" - ", " – ", " — ", " ـ ", "- "].iter().any(|dash| line.contains(dash));
    let bare = words.iter().all(|word| !matches!(word.class, Class::Function | Class::Common));
    words.len() <= 7 && dashed && (bare || block.ending == Ending::Colon)
}

/// A picture's caption often ends with the agency in brackets.
pub(super) fn looks_like_caption(line: &str) -> bool {
    let bare = line.trim_end();
    let inside = bare.strip_suffix(')').and_then(|rest| rest.rsplit_once('(')).map(|(_, inside)| inside.trim());
    let unit =
        |inside: &str| ["مليون", "مليار", "ألف", "درجة", "نقطة", "كم", "كلم", "متر", "طن"].iter().any(|unit| inside.starts_with(unit));
    inside.is_some_and(|inside| {
        !inside.is_empty() && !unit(inside) && inside.split_whitespace().count() <= 4 && !inside.contains(char::is_numeric)
    }) || line.contains("(أرشيف")
        || ["- أرشيفية", "– أرشيفية", "- أرشيف", "– أرشيف"].iter().any(|archive| bare.ends_with(archive))
        || line.contains("تصوير:")
        || line.contains("عدسة:")
}
