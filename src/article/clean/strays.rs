//! Single lines and paragraphs that stray into the text and are betrayed by what they are, not by where they stand.

use std::sync::LazyLock;

use super::blocks::Ending;
use super::furniture::{Evidence, certain};
use super::sorting::{FOREIGN, Fate, Sorting};
use super::word_set::WordSet;
use super::words::{Class, HashedMap, HashedSet, Word, holds_run, key_of, same_words, words};
use crate::arabic::numbers::digits::whole_number;
use crate::document::RemovedKind;

impl Sorting<'_> {
    /// A button's one word, or a line that speaks to the reader of the page, where the article does neither.
    pub(super) fn stray(&self, index: usize) -> Option<Fate> {
        let (block, words) = (self.block(index), self.words(index));
        let strange = |word: &Word| self.core_and_prose.share(std::slice::from_ref(word)).known == 0;
        if block.bullet || !matches!(block.ending, Ending::Open | Ending::Loud) || block.span.cut(self.text).contains(['«', '"', '“']) {
            return None;
        }
        if self.is_section(index) {
            return None;
        }
        if words.len() == 1 && words[0].class == Class::Content && strange(&words[0]) {
            return Some(Fate::Cut(RemovedKind::Other, "كلمة وحدها بين الفقرات"));
        }
        let to_reader = words.len() <= 12 && words.iter().any(|word| READER.has(word) && strange(word));
        to_reader.then_some(Fate::Cut(RemovedKind::Newsletter, "سطر يخاطب زائر الصفحة"))
    }

    /// A quotation set large between paragraphs, told again from one of them.
    pub(super) fn is_pull_quote(&self, index: usize) -> bool {
        /// How far from its place a quotation is set.
        const NEAR: usize = 4;
        let words = self.words(index);
        let holds = |at: usize| at != index && self.prose[at] && holds_run(self.words(at), words);
        (4..=24).contains(&words.len())
            && self.block(index).span.cut(self.text).starts_with(['«', '"', '“', '”'])
            && (index.saturating_sub(NEAR)..self.prose.len().min(index + NEAR + 1)).any(holds)
    }

    /// Whether a line is one of the words that head the parts of a paper, a report or a check of facts.
    pub(super) fn is_section(&self, index: usize) -> bool {
        let words = self.words(index);
        (1..=2).contains(&words.len()) && words.iter().all(|word| SECTIONS.has(word))
    }

    /// A paragraph at the foot by which a site speaks of itself: of comments, subscribers, rights, opinions of writers.
    pub(super) fn speaks_of_site(&self, index: usize) -> bool {
        if self.next_prose(index + 1).is_some_and(|next| self.next_prose(next + 1).is_some()) || self.core.len() < 20 {
            return false;
        }
        if self.block(index).span.cut(self.text).contains(['«', '"', '“']) {
            return false;
        }
        let words = self.words(index);
        let spoken = words.iter().filter(|word| SITE_WORDS.contains(&word.stem)).count();
        let content = words.iter().filter(|word| word.class == Class::Content).count();
        spoken >= 3 && spoken * 4 >= content && self.core.share(words).ratio() < FOREIGN
    }

    /// A running head with the number of the page, in the middle of a sentence.
    pub(super) fn is_page_head(&self, index: usize) -> bool {
        let words = self.words(index);
        let unfinished =
            self.last.0.is_some_and(|last| self.prose[last] && matches!(self.block(last).ending, Ending::Open | Ending::Comma));
        self.blocks.wrapped
            && unfinished
            && self.block(index).apart
            && words.len() <= 8
            && words.iter().any(|word| word.class == Class::Number)
    }

    /// What a line that may be a running head is but for its figures.
    fn running_head(&self, index: usize) -> Option<(usize, u64)> {
        let (block, words) = (self.block(index), self.words(index));
        let fits = (3..=14).contains(&words.len()) && block.ending == Ending::Open && block.stamp.is_none();
        let figures = words.iter().filter(|word| word.class == Class::Number).count();
        (fits && figures > 0 && figures + 2 <= words.len()).then(|| {
            let bare = words.iter().filter(|word| word.class != Class::Number);
            (words.len(), key_of(bare))
        })
    }
}

/// Words by which a page speaks to its visitor.
static READER: WordSet = WordSet::of(
    "بريدك بريدكم هاتفك هاتفكم جهازك متصفحك حسابك تصلك يصلك لتصلك ليصلك تصلكم يصلكم يهمك تهمك يعجبك فاتك فاتتك تفوتك رأيك اشتراكك تفضيلاتك موقعك لك لكم إليك اشتركوا توصلوا",
);

/// Words that head the parts of a paper.
static SECTIONS: WordSet = WordSet::of(
    "مقدمة المقدمة تمهيد خاتمة الخاتمة خلاصة الخلاصة خلاصات نتائج النتائج توصيات التوصيات والتوصيات استنتاجات الاستنتاجات خلفية الخلفية المنهجية منهجية \
     الادعاء الادعاءات الحقيقة التحقق الحكم السؤال الجواب سؤال جواب أولا ثانيا ثالثا رابعا خامسا الهوامش الاستنتاج الخلاصة",
);

/// Words of a site that speaks of itself, by their stems.
static SITE_WORDS: LazyLock<HashedSet<u32>> = LazyLock::new(|| {
    let mut found = Vec::new();
    words(
        "الموقع موقعنا الصفحة تعليق تعليقات تعليقاتكم القراء القارئ المشتركين اشتراك الرابط المنشورة المنشور النشر حقوق آراء رأي كتابها أصحابها كاتبها \
         الخصوصية الإدارة التحرير بالضرورة المحتوى النسخ الاقتباس الحوار إساءة تحريض التطبيق النشرة البريد الإلكتروني حساب التسجيل الإعلانات الإعلانية زوار حذف",
        0,
        &mut found,
    );
    found.iter().map(|word| word.stem).collect()
});

/// Who wrote the article, told in a paragraph before it or behind it.
pub(super) fn mark_bios(sorting: &mut Sorting<'_>) {
    let Some(first) = sorting.prose.iter().position(|&prose| prose) else { return };
    let last = sorting.prose.iter().rposition(|&prose| prose).unwrap_or(first);
    let names: Vec<(u64, u64)> = (first.saturating_sub(HEAD)..first)
        .map(|index| sorting.words(index))
        .filter(|words| (2..=5).contains(&words.len()))
        .flat_map(|words| words.windows(2).map(|pair| (pair[0].hash, pair[1].hash)))
        .collect();
    let before: usize = (first..last).filter(|&index| sorting.prose[index]).map(|index| sorting.words(index).len()).sum();
    let behind = (first + 1..sorting.prose.len()).filter(|&index| before > 40 && (index >= last || !sorting.prose[index]) || index > last);
    for index in (first..=first).chain(behind).collect::<Vec<_>>() {
        if is_bio(sorting.words(index), &names) {
            let evidence = Evidence { weight: 0.9, ..certain(RemovedKind::Byline, "نبذة عن الكاتب") };
            sorting.evidence[index] = Some(evidence);
            sorting.prose[index] = false;
        }
    }
}

/// How many lines before the text may name its writer.
const HEAD: usize = 12;

/// «كاتب وباحث في …», or the name of the byline with such a word behind it.
fn is_bio(words: &[Word], names: &[(u64, u64)]) -> bool {
    if !(4..=60).contains(&words.len()) {
        return false;
    }
    let profession = |word: &Word| PROFESSIONS.has(word);
    let named = names.iter().any(|&(one, other)| words[0].hash == one && words[1].hash == other);
    profession(&words[0]) && words[1..].iter().take(6).any(|word| profession(word) || PURSUITS.has(word))
        || named && words[2..].iter().take(3).any(profession)
}

/// What writers are, without the article; with it the word stands beside a name of the news.
static PROFESSIONS: WordSet = WordSet::of(
    "كاتب كاتبة وكاتب وكاتبة باحث باحثة وباحث وباحثة صحافي صحافية وصحافي وصحافية صحفي صحفية وصحفي وصحفية أكاديمي أكاديمية وأكاديمي وأكاديمية محلل محللة مدون مدونة شاعر شاعرة وشاعر روائي روائية وروائي \
     أستاذ أستاذة وأستاذ دبلوماسي ناشط ناشطة مراسل مراسلة إعلامي إعلامية",
);

/// What else a note on a writer tells, folded.
static PURSUITS: WordSet = WordSet::of("مهتم مهتمة متخصص متخصصة مختص مختصة مقيم مقيمة حاصل حاصلة يكتب تكتب متدرب متدربة يعمل تعمل");

/// Numbers that stand alone and count the parts of a text from one on, each before a paragraph, are of the text.
pub(super) fn keep_part_numbers(sorting: &mut Sorting<'_>) {
    let number = |index: usize| {
        let [word] = sorting.words(index) else { return None };
        let letters = word.span().cut(sorting.text);
        (word.class == Class::Number && letters.len() <= 4).then(|| whole_number(letters)).flatten()
    };
    let mut parts = Vec::new();
    for index in 0..sorting.prose.len() {
        let heads_text = index + 1 < sorting.prose.len() && (sorting.prose[index + 1] || sorting.block(index + 1).ending == Ending::Stop);
        if heads_text && number(index) == Some(parts.len() as u64 + 1) {
            parts.push(index);
        }
    }
    if parts.len() >= 3 {
        for index in parts {
            sorting.evidence[index] = None;
        }
    }
}

/// The lines that number the parts of the text from one on: «1. مقدمة», «2. النتائج», each with a paragraph under it.
pub(super) fn numbered_headings(sorting: &Sorting<'_>) -> Vec<bool> {
    /// How many words such a heading has, its number included.
    const WORDS: std::ops::RangeInclusive<usize> = 2..=8;
    let number = |index: usize| {
        let first = sorting.words(index).first()?;
        let shaped = WORDS.contains(&sorting.words(index).len()) && !matches!(sorting.block(index).ending, Ending::Stop | Ending::Comma);
        let numbered = sorting.block(index).bullet && first.class == Class::Number;
        (shaped && numbered).then(|| whole_number(first.span().cut(sorting.text))).flatten()
    };
    let heads_text = |index: usize| sorting.prose.get(index + 1).is_some_and(|&prose| prose);
    let mut found = vec![false; sorting.prose.len()];
    let mut parts = Vec::new();
    for index in 0..sorting.prose.len() {
        if heads_text(index) && number(index) == Some(parts.len() as u64 + 1) {
            parts.push(index);
        }
    }
    if parts.len() >= 2 {
        parts.into_iter().for_each(|index| found[index] = true);
    }
    found
}

/// How many words a page has at least.
const PAGE: usize = 40;

/// A short line that stands again with other figures is the running head of pages.
pub(super) fn mark_running_heads(sorting: &mut Sorting<'_>) {
    let mut seen: HashedMap<(usize, u64), usize> = HashedMap::default();
    for index in 0..sorting.prose.len() {
        let Some(key) = sorting.running_head(index) else { continue };
        let Some(first) = seen.insert(key, index) else { continue };
        // A headline told twice has the same figures; the number of a page goes on.
        if same_words(sorting.words(first), sorting.words(index)) {
            continue;
        }
        // Pages are filled with text; what stands together is a list.
        if sorting.block(index).words.start - sorting.block(first).words.end < PAGE {
            continue;
        }
        for again in [first, index] {
            let evidence = Evidence { dated: true, ..certain(RemovedKind::Other, "رأس صفحة متكرر") };
            sorting.evidence[again].get_or_insert(evidence).weight = 1.0;
            sorting.prose[again] = false;
        }
    }
}
