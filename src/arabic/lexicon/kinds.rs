//! What a word can be: a set of named kinds.

use std::ops::{BitOr, BitOrAssign};

/// How many eights of bytes a set has.
const PARTS: usize = 3;

/// What a word can be; a set of the constants of this room, each of which is a heading in the lists.
///
/// ```
/// use sijill::arabic::lexicon::{COMPASS, Kinds, TITLE, kinds};
/// assert!(kinds("وزير").any(TITLE) && !kinds("وزير").any(COMPASS));
/// assert!(kinds("شمال").any(TITLE | COMPASS));
/// assert!(kinds("قرنبيط").without(Kinds::NONE).is_empty());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Kinds([u64; PARTS]);

impl Kinds {
    /// Nothing: a word that no list has.
    pub const NONE: Self = Self([0; PARTS]);

    /// The set of one kind.
    const fn one(number: usize) -> Self {
        let mut parts = [0; PARTS];
        parts[number / 64] = 1 << (number % 64);
        Self(parts)
    }

    /// All of some sets together, where `|` cannot stand: in a constant.
    pub const fn of(sets: &[Self]) -> Self {
        let mut all = Self::NONE;
        let mut at = 0;
        while at < sets.len() {
            let mut part = 0;
            while part < PARTS {
                all.0[part] |= sets[at].0[part];
                part += 1;
            }
            at += 1;
        }
        all
    }

    /// Whether it has one of these.
    #[inline]
    pub const fn any(self, kinds: Self) -> bool {
        let mut part = 0;
        let mut common = 0;
        while part < PARTS {
            common |= self.0[part] & kinds.0[part];
            part += 1;
        }
        common != 0
    }

    /// Whether it has nothing.
    #[inline]
    pub const fn is_empty(self) -> bool {
        !self.any(self)
    }

    /// What it has of these.
    #[inline]
    #[must_use]
    pub fn only(self, kinds: Self) -> Self {
        Self(std::array::from_fn(|part| self.0[part] & kinds.0[part]))
    }

    /// What it has but for these.
    #[inline]
    #[must_use]
    pub fn without(self, kinds: Self) -> Self {
        Self(std::array::from_fn(|part| self.0[part] & !kinds.0[part]))
    }

    /// The number of each kind that it has, in order: its place in [`HEADINGS`].
    ///
    /// ```
    /// use sijill::arabic::lexicon::{HEADINGS, kinds};
    /// assert!(kinds("شمال").numbers().any(|number| HEADINGS[number] == "compass"));
    /// ```
    pub fn numbers(self) -> impl Iterator<Item = usize> {
        self.0.into_iter().enumerate().flat_map(|(part, mut bits)| {
            std::iter::from_fn(move || {
                let lowest = (bits != 0).then(|| bits.trailing_zeros() as usize)?;
                bits &= bits - 1;
                Some(part * 64 + lowest)
            })
        })
    }

    /// The kind of a heading; nothing where there is none of this name.
    pub(super) fn named(heading: &str) -> Option<Self> {
        NAMED.iter().find(|(name, _)| *name == heading).map(|&(_, kinds)| kinds)
    }
}

impl BitOr for Kinds {
    type Output = Self;

    #[inline]
    fn bitor(self, other: Self) -> Self {
        Self(std::array::from_fn(|part| self.0[part] | other.0[part]))
    }
}

impl BitOrAssign for Kinds {
    #[inline]
    fn bitor_assign(&mut self, other: Self) {
        *self = *self | other;
    }
}

/// What a word is or names, without what it does beside other words.
pub const IDENTITY: Kinds = Kinds::of(&[
    GIVEN,
    FAMILY,
    TITLE,
    SPEECH,
    COUNTRY,
    PLACE,
    RARE_PLACE,
    NATION,
    ORG_HEAD,
    PLACE_HEAD,
    ORG,
    COMMON,
    RARE_FAMILY,
    FOREIGN,
]);

/// Declares the kinds: a constant, and the heading of its words in the lists.
macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $heading:literal,)*) => {
        /// Their numbers, in the order in which they are declared.
        #[expect(non_camel_case_types, clippy::upper_case_acronyms, reason = "named as the constants")]
        enum Number { $($name),* }
        $($(#[$doc])* pub const $name: Kinds = Kinds::one(Number::$name as usize);)*
        /// Each kind and its heading.
        pub(super) const NAMED: &[(&str, Kinds)] = &[$(($heading, $name)),*];
        /// The headings of all kinds, by their numbers.
        pub const HEADINGS: &[&str] = &[$($heading),*];
    };
}

kinds! {
    // What a word is or names.
    /// A given name.
    GIVEN = "given",
    /// A family name that is well known by itself.
    FAMILY = "family",
    /// A title, office or profession that stands before a person's name.
    TITLE = "title",
    /// A verb of saying or doing whose subject is often a person.
    SPEECH = "speech",
    /// The name of a country, or of a part of the world.
    COUNTRY = "country",
    /// The name of a city or region.
    PLACE = "place",
    /// A city known only from the long list, which may be something else too.
    RARE_PLACE = "rare-place",
    /// An adjective of nationality, in any gender and number, with or without «ال».
    NATION = "nation",
    /// A word that opens the name of an organization.
    ORG_HEAD = "organization-head",
    /// A word that opens the name of a place, or stands before it.
    PLACE_HEAD = "place-head",
    /// An organization known by itself.
    ORG = "organization",
    /// A common word, which is no name.
    COMMON = "common",
    /// A name out of the long lists, which may be a common word too.
    RARE_FAMILY = "rare-family",
    /// Such a name that came to Arabic from another language.
    FOREIGN = "foreign",
    // Grammar: `function.txt`.
    /// «أن» and its kin, behind which speech begins.
    THAT = "that",
    /// A relative pronoun: «الذي».
    RELATIVE = "relative",
    /// A word whose «ال» is no article: «إلى».
    OWN_ARTICLE = "own-article",
    /// What stands before a noun and is no part of a name: «بعض», «تلك».
    DETERMINER = "determiner",
    /// A word of grammar that cannot stand inside an office («وزير الخارجية»).
    OFFICE_BREAK = "office-break",
    /// A preposition that at the end of a noun phrase belongs to what follows: «مسؤول في».
    LOOSE_END = "loose-end",
    /// A preposition that opens a complement of a noun: «مسؤول في البنتاغون».
    COMPLEMENT = "complement",
    /// What a clause begins with before its subject or verb: «أما», «لكن».
    CLAUSE_OPENING = "clause-opening",
    /// What ends the noun phrase before it, besides prepositions: «أمس», «بعد», «بينما».
    PHRASE_END = "phrase-end",
    /// Between a subject and its verb: «كان فلان قد قال».
    AUXILIARY = "auxiliary",
    /// Between a quotation and its verb of saying: «هكذا قال».
    THUS = "thus",
    /// Behind these «الخارجية الروسية» is a ministry: «باسم الخارجية».
    BEFORE_FIELD = "before-field",
    /// Behind these a name is that of a place: «في», «قرب».
    BEFORE_PLACE = "before-place",
    /// Behind these even a word in doubt is a place: «في صور», «نهر الجليل».
    IN_PLACE = "in-place",
    /// Behind these a strange word is rather a place or a company than a person.
    OF_PLACE = "of-place",
    /// Behind these the name of a city is that of the city and not of its club.
    OF_CITY = "of-city",
    /// Between a match and an opponent: «تغلب على», «مباراته أمام».
    AGAINST = "against",
    /// What names nothing by itself, so that no entry may have it for an alias: «الرئيس».
    NO_ALIAS = "no-alias",
    /// A unit of measure or money, which behind a number is no name: «ميغاواط», «ريال».
    UNIT = "unit",
    // Time: `time.txt`.
    /// A day of the week with «ال».
    WEEKDAY_NAME = "weekday",
    /// An Islamic month that is a given name too.
    ISLAMIC_MONTH_NAME = "islamic-month",
    /// Between «منذ» or «حتى» and a date: «مطلع شباط», «يوم الخميس».
    PART_OF_TIME = "part-of-time",
    /// Up to a time on which it still is told: «حتى أمس».
    UNTIL = "until",
    /// The beginning or the end of a time in which something was: «منذ شباط», «بحلول نهاية العام».
    SINCE = "since",
    /// «قبل» and «بعد», which count behind a time and end before it.
    BEFORE_OR_AFTER = "before-or-after",
    // What happened: `events.txt`.
    /// A verb in the past by which something is told that happened: «افتتح», «وصلت».
    HAPPENED = "happened",
    /// A part of the day before its name: «صباح الأربعاء».
    DAY_PART = "day-part",
    /// What makes a sentence a plan, a condition, a denial or a rumour: «لو», «لن», «المقرر».
    UNREAL = "unreal",
    // Saying: `saying.txt`.
    /// A verb of saying, in the persons that the news use.
    SAYING = "saying",
    /// A participle by which a speaker goes on: «مضيفًا».
    GOING_ON = "saying-on",
    /// A word that names a source: «بحسب».
    ACCORDING = "according",
    /// A verb whose subject is a text: «جاء في بيان».
    STATED = "stated",
    /// What is quoted word for word: «بيان», «تغريدة».
    STATEMENT = "statement",
    /// What is given to an outlet: «تصريح للجزيرة».
    INTERVIEW = "interview",
    /// A noun for a speaker without a name: «مصدر», «مسؤول».
    SPEAKER = "speaker",
    /// Behind these marks hold a title or a slogan: «كتاب», «حملة».
    WORK_TITLE = "work-title",
    /// What says that a name follows: «اسمه», «المدعو».
    CALLED = "called",
    /// A verb of saying whose object may be a person or the thing spoken of: «حذر السكان», «وصف القرار».
    TELLING = "telling",
    /// A verb of asking: whoever is asked answers.
    ASKING = "asking",
    /// A verb whose subject only carries what another said: «نقلت الوكالة عن فلان».
    CARRYING = "carrying",
    /// An outlet, which may only carry what another said: «بحسب وكالة الأنباء».
    CARRIER = "carrier",
    /// A text that can be said to say something: «البيان», «الدراسة».
    DOCUMENT = "document",
    /// Between a text and whoever made it: «بيان صادر عن الوزارة».
    ISSUED = "issued",
    /// What a source without a name does: «طلب عدم ذكر اسمه».
    ANONYMITY = "anonymity",
    /// Where something was said, which is no part of who said it: «في تصريح», «في مؤتمر».
    OCCASION = "occasion",
    /// A person of the crowd by trade or lot: «مزارع», «سكان».
    BYSTANDER = "bystander",
    // Around the names of people: `people.txt`.
    /// A form of address or a rank, which is no office by itself: «الدكتور».
    ADDRESS = "address",
    /// An honorific before a title or a name: «معالي الوزير», «سعادة السفير».
    HONORIFIC = "honorific",
    /// A word behind a rank that belongs to it: «الفريق أول ركن».
    RANK_PART = "rank-part",
    /// One who stands beside another: «نظيره».
    PEER = "peer",
    /// One who is sent somewhere: «مبعوث الأمم المتحدة إلى ليبيا».
    ENVOY = "envoy",
    /// An adjective between a title and a name that says nothing else: «السابق».
    TITLE_ADJECTIVE = "title-adjective",
    /// A title or kin that stands right before a name without «ال»: «دكتور», «نجل».
    DIRECT_TITLE = "direct-title",
    /// A title that may open the name of a body: «جامعة الملك سعود».
    RULER = "ruler",
    /// A title that is a name too: «يحيى رسول».
    TITLE_OR_NAME = "title-or-name",
    /// Whoever stands at the head of a body or in it: «رئيس مجلس النواب».
    OVER_A_BODY = "over-a-body",
    /// What is called after its leader: «حكومة السنيورة».
    OF_A_LEADER = "of-a-leader",
    /// A trade, a title or the number of a king that is a family name too: «الحداد», «الثاني».
    TRADE_NAME = "trade-name",
    /// A word inside a name that needs another behind it: «بن», «أبو», «دي».
    JOIN = "join",
    /// A join with which a name ends where nothing joins it: «بن», «أم».
    OPEN_JOIN = "open-join",
    /// A join behind which another may stand: «بن أبي خالد», «آل بن علي».
    LINEAGE = "lineage",
    /// «أبو» in its three cases.
    FATHER_OF = "father-of",
    /// A join that opens a name together with the word behind it: «أبو علاء», «عبد المعين».
    FIRST_JOIN = "first-join",
    /// Such a join of another language: «فان نيستلروي».
    FOREIGN_JOIN = "foreign-join",
    /// A join that is a particle too, so that no common word can stand behind it: «لا», «أو».
    SHORT_JOIN = "short-join",
    /// The second half of a given name of two words: «عز الدين».
    NAME_END = "name-end",
    /// A given name on an Arabic pattern that is nothing else.
    PLAIN_GIVEN = "plain-given",
    /// With «ال» and no family name: the sentence goes on with it.
    NO_SURNAME = "no-surname",
    // Around the names of bodies: `bodies.txt`.
    /// A head that belongs to the name of a body whatever follows: «وزارة», «حزب».
    BODY_HEAD = "body-head",
    /// A head of a body that is an everyday word too: «لجنة», «مركز».
    BROAD_HEAD = "broad-head",
    /// A head with «ال» that an adjective makes into a name: «البنك الدولي».
    DEFINITE_HEAD = "definite-head",
    /// A head with «ال» that only two complements make into a name: «القوات».
    BROAD_DEFINITE_HEAD = "broad-definite-head",
    /// A head that one everyday word does not make into a name: «جماعة».
    WEAK_HEAD = "weak-head",
    /// A head whose complement has «ال»: «حزب العمال».
    CLOSED_HEAD = "closed-head",
    /// A head whose complements «و» may join: «وزارة التربية والتعليم».
    JOINING_HEAD = "joining-head",
    /// A head behind which only the name itself is marked: «صحيفة لوموند».
    OUTSIDE_HEAD = "outside-head",
    /// A head without which the name is that of the same thing: «تنظيم داعش», «شركة أرامكو».
    BARE_HEAD = "bare-head",
    /// Others behind which a body may stand: «الصحيفة», «تنظيم».
    NEAR_BODY = "near-body",
    /// The head of an outlet, whose name may have «ال»: «صحيفة الراية».
    OUTLET_HEAD = "outlet-head",
    /// A head of a body that has a name of its own behind it: «وكالة فرانس برس».
    NAMED_APART = "named-apart",
    /// A field by which a ministry is called: «الخارجية».
    FIELD = "field",
    /// A noun whose complement such a field is: «شؤون الدفاع», «وزراء الخارجية».
    NOT_OF_FIELD = "not-of-field",
    /// An adjective that makes a body of a head with «ال»: «المركزي».
    BODY_ADJECTIVE = "body-adjective",
    /// A body that the sentence joins to a name: «حزب العمال والحكومة».
    OTHER_BODY = "other-body",
    /// What moves, so that its «حركة» is no movement of people.
    MOVING = "moving",
    /// «لـ» with something for which no body is: «للصحفيين», «للمرة».
    FOR_WHOM = "for-whom",
    /// The end of the name of a parliament or court, which its nation tells apart: «مجلس النواب اللبناني».
    GENERIC_BODY = "generic-body",
    /// A listed body that is an everyday word too: «الحياة».
    BODY_IN_DOUBT = "body-in-doubt",
    /// A word with «ال» with which the sentence goes on behind the name of a body: «الماضي», «التابع».
    SENTENCE_GOES_ON = "sentence-goes-on",
    // Around the names of places: `places.txt`.
    /// A head that is part of the name of a place: «مطار دمشق».
    PLACE_INSIDE = "place-inside",
    /// A head behind which only the name of the place is marked: «مدينة».
    PLACE_OUTSIDE = "place-outside",
    /// A point of the compass.
    COMPASS = "compass",
    /// A head behind which any word with «ال» is the name: «ميدان التحرير».
    OPEN_PLACE = "open-place",
    /// A head that is an everyday word too: «جسر», «قاعدة».
    BUILT_PLACE = "built-place",
    /// A head that makes a place only with the name of another: «محطة الزبير», but not «محطة الوقود».
    BEFORE_KNOWN = "before-known",
    /// A head behind which a word with «ال» is the name where it is no common word: «سد النهضة», but not «سد الفجوة».
    BEFORE_NAME = "before-name",
    /// A head of a small place: «حي», «بلدة».
    QUARTER = "quarter",
    /// A head that makes a name of an everyday word: «شارع النصر».
    STREET = "street",
    /// A head that makes a point of the compass part of a name: «ولاية شمال كردفان».
    PROVINCE = "province",
    /// An adjective at the end of the name of a place: «مطار دمشق الدولي».
    PLACE_ADJECTIVE = "place-adjective",
    /// A listed place that is an everyday word too: «صور».
    PLACE_IN_DOUBT = "place-in-doubt",
    /// A head of an event, whose name holds a place without speaking of it: «قمة تونس».
    EVENT_HEAD = "event-head",
    // Sport: `sport.txt`.
    /// A word of sport, near which a city is its club.
    SPORT = "sport",
    /// A word of sport, near which even an everyday word is a club: «هدفا العربي».
    SPORT_SURE = "sport-sure",
    /// A club whose name is an everyday word: «الهلال».
    CLUB = "club",
    /// Behind these a country is its team: «منتخبي فرنسا وإيطاليا».
    OF_A_TEAM = "of-a-team",
    /// Behind these a city is its club: «صفوف مانشستر».
    TEAM_PART = "team-part",
    /// Behind these a strange word is a club: «مدرب فينورد».
    IN_A_TEAM = "in-a-team",
    /// Between these and an opponent only a preposition stands: «فوزه على».
    MATCH = "match",
    /// A verb whose subject is a team, as a woman: «فازت».
    TEAM_PLAYED = "team-played",
    /// What is left of a common word when its «ة» falls away before an ending; no word of its own.
    STEM = "stem",
    /// Its hamza tells words apart that fold alike: «فإن» and «فان».
    SPELLED = "spelled",
}
