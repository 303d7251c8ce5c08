//! Why a rule proposes a name, as `annotate --explain` says it.

/// A rule that proposes names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// «سلمى الحديدي»
    Row,
    /// «مدرب إشبيلية»
    Office,
    /// «الفرنسي كلود بيرنار»
    Nation,
    /// «وقال العبيدي»
    Said,
    /// «الوزير عون الجبوري»
    Titled,
    /// «كانافارو وإيمرسون»
    Joined,
    /// «العبيدي» behind «رائد العبيدي»
    Again,
    /// «بغداد»
    Place,
    /// «في ورقلة»
    City,
    /// «مطار دمشق الدولي»
    PlaceHead,
    /// «بلدة تل تمر»
    BehindPlaceHead,
    /// «وزارة النفط العراقية»
    BodyHead,
    /// «الخارجية المصرية»
    Field,
    /// «الاتحاد الأوروبي»
    Definite,
    /// «الأونروا»
    Body,
    /// «صحيفة لوموند»
    BehindBodyHead,
    /// «خسرت كينيا»
    CountryPlays,
    /// «صفوف مانشستر»
    Plays,
    /// No rule: all signs together.
    Weighed,
}

impl Why {
    /// How many there are.
    pub(super) const COUNT: usize = Self::Weighed as usize + 1;

    /// Their names in the table of weights, in order.
    pub(super) const NAMES: [&str; Self::COUNT] = [
        "row",
        "office",
        "nation",
        "said",
        "titled",
        "joined",
        "again",
        "place",
        "city",
        "place-head",
        "behind-place-head",
        "body-head",
        "field",
        "definite",
        "body",
        "behind-body-head",
        "country-plays",
        "plays",
        "weighed",
    ];

    /// To a reader.
    pub(super) const fn text(self) -> &'static str {
        match self {
            Self::Row => "أسماء أعلام متتالية",
            Self::Office => "أسماء أعلام بعد منصب",
            Self::Nation => "اسم بعد نسبة إلى بلد",
            Self::Said => "اسم مع فعل قول",
            Self::Titled => "اسم بعد منصب أو لقب",
            Self::Joined => "معطوف على اسم",
            Self::Again => "لقب ورد قبله الاسم كاملًا",
            Self::Place => "مكان معروف",
            Self::City => "مدينة في القوائم العامة، بقرينة",
            Self::PlaceHead => "رأس اسم مكان وما أضيف إليه",
            Self::BehindPlaceHead => "اسم بعد رأس مكان",
            Self::BodyHead => "رأس اسم جهة وما أضيف إليه",
            Self::Field => "وزارة باسم اختصاصها",
            Self::Definite => "جهة معرّفة بصفتها",
            Self::Body => "جهة معروفة",
            Self::BehindBodyHead => "اسم بعد رأس جهة",
            Self::CountryPlays => "بلد في سياق مباراة",
            Self::Plays => "اسم فريق في سياق مباراة",
            Self::Weighed => "رجّحته قرائن الجملة",
        }
    }
}
