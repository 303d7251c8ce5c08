//! What a line of a page can be.

use crate::weigh::Label;

/// The place of a line in its page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Above the text, and not the headline: «الرئيسية | أخبار».
    Before,
    /// The headline.
    Title,
    /// The line under the headline.
    Subtitle,
    /// A paragraph of the article, or a line of it.
    Text,
    /// The heading of a part of the article: «2. النتائج».
    Subheading,
    /// Between paragraphs, and none of the article: «شارك على فيسبوك».
    Within,
    /// Under a heading or headline of something else: «اقرأ أيضًا», and what it lists.
    Under,
    /// Behind the text: «جميع الحقوق محفوظة».
    After,
}

impl Label for Place {
    const ALL: &'static [Self] = &[
        Self::Before,
        Self::Title,
        Self::Subtitle,
        Self::Text,
        Self::Subheading,
        Self::Within,
        Self::Under,
        Self::After,
    ];

    fn index(self) -> usize {
        self as usize
    }

    fn name(self) -> &'static str {
        ["before", "title", "subtitle", "text", "subheading", "within", "under", "after"]
            [self.index()]
    }

    /// A page has its head first: behind the text no headline follows, and a subtitle never opens a page.
    fn may_follow(self, before: Option<Self>) -> bool {
        let begun = matches!(before, Some(Self::Within | Self::Under | Self::After));
        match self {
            Self::Before | Self::Title => !begun,
            Self::Subtitle => before.is_some() && !begun,
            _ => true,
        }
    }
}

impl Place {
    /// Whether a line of it is of the body of the article.
    pub(super) fn is_kept(self) -> bool {
        matches!(self, Self::Text | Self::Subheading)
    }
}
