//! Each kind of word, declared once: the constant, what it is with an example, and the heading of its words in the lists.

use super::kinds::Kinds;

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
    (
        of_names { $($(#[$doc:meta])* $name:ident = $heading:literal,)* }
        beside { $($(#[$beside_doc:meta])* $beside:ident = $beside_heading:literal,)* }
    ) => {
        /// Their numbers, in the order in which they are declared.
        #[expect(non_camel_case_types, clippy::upper_case_acronyms, reason = "named as the constants")]
        enum Number { $($name,)* $($beside),* }
        $($(#[$doc])* pub const $name: Kinds = Kinds::one(Number::$name as usize);)*
        $($(#[$beside_doc])* pub const $beside: Kinds = Kinds::one(Number::$beside as usize);)*
        /// Each kind and its heading.
        pub(super) const NAMED: &[(&str, Kinds)] =
            &[$(($heading, $name),)* $(($beside_heading, $beside)),*];
        /// The headings of the kinds that may say whether a word is part of a name, by their numbers.
        pub const HEADINGS: &[&str] = &[$($heading),*];
        /// The kinds that only one room asks for: to whoever looks for names a word that has no others is in no list.
        pub const ASKED_BESIDE: Kinds = Kinds::of(&[$($beside),*]);
    };
}

kinds! {
    of_names {
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
        /// Such a verb of two or many, which stands behind those who did it: «التقيا», «وقّعوا».
        SEVERAL_DID = "several-did",
        /// Such a verb that is a noun where its vowels do not say otherwise: «وُضع», «فُتح».
        HAPPENED_OR_NOUN = "happened-or-noun",
        /// What befell people, told of some and of others in one breath: «لقي ستة مصرعهم وأصيب عشرة أمس».
        BEFELL = "befell",
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
        /// Before the house of a man of the Atlas: «حميد أيت أوبلا».
        HOUSE = "house",
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
    beside {
        /// Who belongs to somebody else by kin or company: «شقيق», «أرملة», «مرافق».
        KIN = "kin",
        /// Whoever does the work of an office holds another: «القائم بأعمال السفير».
        ACTING = "acting",
        /// What a body is for as long as it stands: «لمكافحة الفساد»; not «لبحث الأزمة», for which it meets.
        LASTING_AIM = "lasting-aim",
        /// What a body is about, without «ال»: «تعليم», «آثار», «مستهلك».
        BODY_SUBJECT = "subject-of-a-body",
        /// Whom a body brings together: «نقابة المهندسين»; behind «لـ» they are given something.
        BODY_PEOPLE = "people-of-a-body",
        /// An adjective of a body or of what it is about that is no relation: «العالي», «المبكر».
        BODY_QUALITY = "quality-of-a-body",
        /// A district or town whose name means nothing else: «سكيكدة», «خان شيخون»; no sign, so that what is learnt of strange names stays.
        DISTRICT = "district",
        /// A body whose name means nothing else: «النيابة العامة», «هانيويل».
        KNOWN_BODY = "known-body",
        /// Somebody by what he does just now or for a living, right before his name and in no office: «الراكب», «المقاول».
        TRADE = "trade",
        /// The second word of a name that never stands alone: «نصر الله», «فضل المولى».
        HANGS_ON = "hangs-on",
        /// A title that behind a noun with «ال» may be its adjective: «حزب الأمل المعارض».
        TITLE_AS_ADJECTIVE = "title-as-adjective",
        /// What is told by its city where it is of another nation: «الجامعة الأميركية في بيروت».
        SCHOOL = "school",
        /// Other heads without «ال» behind which stands what the body is about: «ديوان», «مصلحة».
        ANNEXED_HEAD = "annexed-head",
        /// Heads of bodies that a city has one of: «محكمة جنايات بنها», «غرفة صناعة حلب».
        OF_A_CITY = "of-a-city",
        /// What keeps something away: «الوقاية من الإشعاع».
        GUARDS_FROM = "guards-from",
        /// What a body is made for, before what it is done to: «لإدارة الأزمات».
        BODY_WORK = "work-of-a-body",
        /// A name that is an everyday word too, so that it tells of a person only behind a given name: «هدى بركات».
        NAME_TOO = "name-too",
        /// A head of a body that says behind an adjective what it is for: «المديرية العامة للدفاع المدني».
        AIMED_HEAD = "aimed-head",
        /// A kind of country before its name: «حوض النيل», «هضبة الأحقاف».
        GEOGRAPHIC = "geographic",
        /// A family name of Korea, China or Vietnam, which stands before the given ones: «كيم».
        EAST_FAMILY = "east-family",
        /// A syllable of given names there: «جونغ».
        EAST_SYLLABLE = "east-syllable",
        /// «خلية», which is a body by what it is for.
        CELL_HEAD = "cell-head",
        /// What a cell is for that is a body: «خلية الأزمة»; not «خلية الدم».
        CELL_FOR = "cell-for",
        /// A head of a body that is often called after somebody: «مؤسسة», «مستشفى».
        CALLED_AFTER = "called-after",
        /// A head of several bodies: «شركات».
        SEVERAL_BODIES = "several-bodies",
        /// How a match ends, right before who played it: «فاز».
        MATCH_ENDS = "match-ends",
        /// Who plays, by no name: «الفريق», «الضيوف».
        ANY_TEAM = "any-team",
        /// A head of several places: «قرى», «محافظات».
        SEVERAL_PLACES = "several-places",
        /// What every state has, so that its name alone is of none: «البرلمان», «وزارة».
        STATE_BODY = "state-body",
        /// A noun by which whoever has the floor is called again: «اللاعب» of a goalkeeper, «المسؤول».
        CALLED_AGAIN = "called-again",
        /// Other verbs of saying, which tell nothing of names.
        SAYING_BESIDE = "saying-beside",
        /// Others between a text and whoever made it: «رسالة بعث بها المدير».
        ISSUED_BESIDE = "issued-beside",
        /// Other participles by which a speaker goes on.
        GOING_ON_BESIDE = "going-on-beside",
        /// Other verbs of saying whose object may be a person or the thing spoken of.
        TELLING_BESIDE = "telling-beside",
        /// A verb of saying that has somebody for its object, and what is said behind «أن»: «أبلغ فلانا أن».
        TELLING_SOMEBODY = "telling-somebody",
        /// A subject of whom nothing else is said: «آخر», «أحدهم».
        SOME_OTHER = "some-other",
        /// Behind these stands the name of a thing and not of a person: «العاصفة دانيال», «دوري روشن».
        NAMED_THING = "named-thing",
        // How events, numbers and sources are told: `told.txt`.
        /// A word whose «و» is its own letter and joins nothing: «وزير», «وصل».
        OWN_WAW = "own-waw",
        /// Before an event from which something else is counted: «منذ الجولة», «غداة اللقاء».
        COUNTED_FROM = "counted-from",
        /// Before a length of time that is counted from an event: «بعد يومين من النهائي».
        LENGTH_FROM = "length-from",
        /// Before an event of which something else is told: «نتائج الجولة», «للمشاركة في الجولة».
        MATTER = "matter",
        /// Beside an office that its holder has left or not yet taken: «الوزير السابق».
        FORMER = "former",
        /// Inside a date that leans on another: «قبل خمسة أيام», «اليوم التالي».
        LEANING = "leaning",
        /// By these a month is of a certain year: «في يناير الماضي».
        OF_A_YEAR = "of-a-year",
        /// A word with which a clause begins: «أن», «بينما», «عقب».
        CLAUSE_OPENER = "clause-opener",
        /// A verb by which an event was: «عُقد», «انطلقت».
        TOOK_PLACE = "took-place",
        /// A verb by which an event is, in the third person: «يُعقد», «يلتقي».
        TAKES_PLACE = "takes-place",
        /// A verb of telling, to which a date beside it belongs: «أعلن الخميس موعد الاستئناف».
        TELLS_WHEN = "tells-when",
        /// Behind «الأولى», which then counts from somewhere else: «الأولى منذ عام».
        COUNTS_FROM = "counts-from",
        /// Behind an ordinal that stands for what was counted before: «الأولى في يونيو والثانية في أغسطس».
        ORDINAL_GOES_ON = "ordinal-goes-on",
        /// A number that stands for what was counted before: «ثلاث» behind «الجولة الرابعة».
        BARE_COUNT = "bare-count",
        /// By these a sentence goes on about talks that were named: «المحادثات».
        OF_TALKS = "of-talks",
        /// With these letters a word begins that means talks: «محادثات», «حوارهما».
        TALKS = "talks",
        /// With these letters a word begins that means a meeting or a text that is no round: «جلسة», «بيانهم».
        OTHER_MEETING = "other-meeting",
        /// Before an imperfect that then is none of what is to come: «لم يلتق», «كان يلتقي».
        PAST_BEFORE = "past-before",
        /// Behind these no perfect stands: «لم», «لن», «أن».
        NO_PERFECT_BEHIND = "no-perfect-behind",
        /// With these letters a word begins that looks like a future and is none: «سيطر», «سياسة».
        NO_FUTURE = "no-future",
        /// What is still to come: «المقرر», «المقبلة», «يُنتظر».
        AHEAD = "ahead",
        /// A verb or noun of wanting what is not yet: «دعا», «اقتراح».
        WANTED = "wanted",
        /// What is put off: «تأجيل», «أُرجئت».
        POSTPONING = "postponing",
        /// What is called off: «إلغاء», «ملغاة».
        CANCELLING = "cancelling",
        /// What is only told of others: «تقارير», «مصادر».
        REPORTING = "reporting",
        /// What somebody denies: «نفى», «أنكر».
        DENYING = "denying",
        /// Before what something is compared with: «مقارنة بمارس 2021».
        COMPARED = "compared",
        /// Before whoever said it: «وفقًا لمسؤولين الثلاثاء».
        SOURCE_LEAD = "source-lead",
        /// Whoever stands for somebody, before «عن»: «المحامي», «النائبة», and «الدفاع» of «محامي الدفاع».
        STANDS_FOR = "stands-for",
        /// How a member of a court or a parliament is addressed, behind his office there: «المدعي العام القاضي فلان».
        HOUSE_TITLE = "house-title",
        /// A word of such an office: «محكمة», «لجنة».
        HOUSE_OFFICE = "house-office",
        /// The tenth year of an age: «رجل في السبعين».
        TENTH_YEAR = "tenth-year",
        /// What somebody has of a company, before its name in marks: «أسهم «نخيل»».
        SHARE = "share",
        /// Somebody by an office that one has with a body: «محلل الأسهم في «مدار»».
        EMPLOYED = "employed",
        /// A hill, an inn or a village with which the name of a settlement begins: «تل رفعت», «كفر زيتا».
        MOUND = "mound",
        /// The same by words that are oftener something else: «عين عيسى».
        SPRING = "spring",
        /// What lies around a settlement: «ريف», «محيط».
        AROUND_PLACE = "around-place",
        /// Before a place to which somebody or something goes: «إلى».
        INTO_PLACE = "into-place",
        /// The head of a firm: «شركة».
        FIRM_HEAD = "firm-head",
        /// Behind the name of a company: «القابضة».
        COMPANY_END = "company-end",
        /// Kin that nobody is by office: «عم الضحايا».
        BLOOD = "blood",
        /// Naming somebody for an office, before his name: «تعيين», «انتخاب».
        NAMING_OFFICE = "naming-office",
        /// A verb whose subject names somebody for an office: «كلف المجلس فلانا».
        GIVEN_OFFICE = "given-office",
        /// A verb of whoever holds an office himself: «عمل فلان مستشارا».
        WORKS_AS = "works-as",
        /// That an office was somebody's then: «عمدة المدينة آنذاك».
        THEN = "then",
        /// Whoever defends somebody who is accused: «محامي المتهم».
        DEFENDER = "defender",
        /// A verb whose own the «عن» behind its subject is: «دافع المحامي عن».
        DOES_FOR = "does-for",
        /// One of many, of whom the name follows: «إحدى المشاركات».
        ONE_OF = "one-of",
        /// Right behind the day of a saying, before what was said: «قال مسؤول، الثلاثاء، إن».
        SAID_BEHIND = "said-behind",
        /// Before what the sentence answers: «ردًا على مقتل القائد».
        ANSWERS = "answers",
        /// What happens again and again: «عادة», «كل عام».
        HABITUAL = "habitual",
        /// A head of a body or place that may govern several names: «وزارتا الدفاع والداخلية».
        PAIRED_HEAD = "paired-head",
        /// The first word of the name of an event that «انعقد»: «جولة», «قمة».
        MEETING = "meeting",
        /// The first word of the name of an event that «صدر»: «بيان», «حكم».
        ISSUED_TEXT = "issued-text",
        /// Before a number that is not meant exactly: «نحو», «قرابة».
        ABOUT = "about",
        /// The same in two words: «أكثر من», «يزيد على».
        ABOUT_TWO = "about-two",
        /// Before a bare number that says how many of what was counted before: «خُفّض عددهم إلى 2500».
        REACHES = "reaches",
        /// Behind a number that counts what was counted before: «إلى 650 بحلول الربيع».
        BEHIND_BARE_NUMBER = "behind-bare-number",
        /// Behind a figure, which it makes a thousand times as much.
        THOUSANDS = "thousands",
        /// Behind a figure, which it makes a million times as much.
        MILLIONS = "millions",
        /// An age of less than an hour or two: «منذ دقائق», «قبل لحظات».
        MINUTES_AGO = "minutes-ago",
        /// Behind what is counted, in the name of a series: «اجتماع على مستوى القادة».
        LABEL_PREPOSITION = "label-preposition",
        /// By this a sentence leans on one before it: «نفسها», «المذكور», «مماثل».
        REFERS_BACK = "refers-back",
        /// Points at what was spoken of: «هذا», «تلك».
        POINTING = "pointing",
        /// A noun whose last letter is ه by its root, and no pronoun: «مياه», «انتباه».
        OWN_HA = "own-ha",
        /// The dead of whom the text has spoken: «الراحل», «الفقيد».
        LATE = "late",
        /// Somebody whom the text has named before, where nothing behind it says whom: «الوفد», «الرجل», «الطرفان».
        NAMED_BEFORE = "named-before",
        /// A preposition with a pronoun: «إليها», «فيه».
        OF_PRONOUN = "of-pronoun",
        /// The head of an office, behind which stands whose it is: «رئيس وزرائها».
        OFFICE_OF = "office-of",
        /// The first word of a body that each nation has: «وزارة», «نقابة».
        OF_EACH_NATION = "of-each-nation",
        /// Behind «بحسب»: who tells what he has not done himself: «وثيقة», «مواقع», «ما».
        HEARSAY = "hearsay",
        // What is asked in the search: `asked.txt`.
        /// Opens a question and no other sentence: «متى», «كيف».
        QUESTION = "question",
        /// The stem of a word by which a question asks and which its answer seldom has: «ما اسم السفينة؟» is about a ship.
        LIGHT = "light",
        /// The stem of a month, in the order of the year; its other names are spellings of these.
        MONTH_STEM = "month-stem",
        // The page round an article: `page.txt`.
        /// The first word of the name of a paper or of a body that publishes: «جريدة», «بلدية».
        PUBLISHER = "publisher",
        /// By this word a page speaks to its visitor: «بريدك».
        TO_READER = "to-reader",
        /// A verb that no sub-heading has: «قال».
        NO_SUBHEADING = "no-subheading",
        /// Opens a sentence behind a sub-heading: «وأعلنت».
        BEHIND_SUBHEADING = "behind-subheading",
        /// Of an outlet, in a dateline: «وكالات», «خاص».
        OUTLET_WORD = "outlet-word",
        /// «في» before a day or a place.
        INSIDE = "inside",
        /// Between two days, and in no dateline: «منذ», «حتى».
        SINCE_OR_UNTIL = "since-or-until",
        /// A verb with which the sentence behind a dateline begins: «قال».
        SAYS_FIRST = "says-first",
        /// A verb with which a report begins and whose subject stands behind it: «اتفق الرئيس …».
        LEDE_VERB = "lede-verb",
        /// What a day names, so that no place stands there: «ثورة 25 يناير».
        NAMED_BY_A_DAY = "named-by-a-day",
        /// A particle with which a text may begin: «بعد», «قد».
        OPENS_TEXT = "opens-text",
        /// Between two days of a range: «إلى», «لغاية».
        UP_TO = "up-to",
        /// «انتهى» alone on a line.
        ENDED = "ended",
        /// What has ended: «انتهى الخبر».
        ENDED_PIECE = "ended-piece",
        /// The number of an issue stands behind it: «العدد 12».
        ISSUE_PART = "issue-part",
        /// Before what other news have to do with this: «ذات صلة».
        HAVING = "having",
        /// What other news have to do with this: «ذات صلة».
        RELATION = "relation",
        /// The first word of a link: «اقرأ: …».
        SENDS_FIRST = "sends-first",
        /// A word of a label that sends the reader to another page: «للمزيد».
        SENDS = "sends",
        /// A length of time by which a page tells the age of other news: «ساعتين».
        AGE_UNIT = "age-unit",
        /// Such a unit of a day or more: «منذ يومين».
        AGE_OF_DAYS = "age-of-days",
        /// «منذ» before an age.
        SINCE_ONLY = "since-only",
        /// What writers are, without «ال»; with it the word stands beside a name of the news: «كاتب».
        WRITES = "writes",
        /// What else a note on a writer tells: «مقيم», «حاصل».
        WRITER_DOES = "writer-does",
        /// «تغطية» of a report that is kept up.
        COVERAGE = "coverage",
        /// A coverage that goes on: «تغطية مباشرة».
        KEPT_UP = "kept-up",
        /// The first of «لحظة بلحظة».
        MOMENT = "moment",
        /// The second of «لحظة بلحظة».
        BY_MOMENT = "by-moment",
        /// The first word of the name of an outlet: «صوت», «منصة».
        OUTLET_OPENS = "outlet-opens",
        /// The last word of the name of an outlet: «نيوز», «اليوم».
        OUTLET_ENDS = "outlet-ends",
        /// What papers are called by, with something definite behind it: «الأفق السياسي», «نبض الجنوب».
        OUTLET_NAMED = "outlet-named",
        /// A masculine noun that has a feminine nation behind it only as the name of a paper: «الرأي الأردنية».
        OUTLET_OF_NATION = "outlet-of-nation",
        /// The field of an outlet or where it is at home, as its last word: «رؤيا الاقتصادية», «النهار الشمالي».
        OUTLET_FIELD = "outlet-field",
        /// The part of an outlet that writes in Arabic: «مرسى نيوز عربية».
        OUTLET_EDITION = "outlet-edition",
        /// A word of a line of rights, or of one that speaks of a page without naming it: «محفوظة».
        OF_RIGHTS = "of-rights",
        /// The name of a part of a page, which is nobody's: «الرئيسية».
        PAGE_PART = "page-part",
        /// Signs for an outlet, whose name stands beside it: «هيئة التحرير».
        STAFF = "staff",
        /// A verb by which a sentence reports what somebody says: «أضاف».
        REPORTS = "reports",
        /// A word beside the number of an issue: «السنة», «المجلد».
        OF_ISSUE = "of-issue",
        /// Before news that just came in: «عاجل: …».
        ALERT = "alert",
        /// What is written down of a meeting: «محضر الجلسة».
        MINUTES = "minutes-of",
        /// By which an issue is called that has neither day nor month: «ربيع 2021».
        SEASON = "season",
        /// A particle that a stamp may have: «في», «من».
        IN_OR_OF = "in-or-of",
        /// Before an age: «منذ», «قبل».
        AGO = "ago",
        /// A day that a page names by its distance: «أمس».
        DAY_AGO = "day-ago",
        /// A word over what readers wrote: «تعليقات».
        COMMENT_WORD = "comment-word",
        /// By this word a box of other news says that it ends: «نهاية».
        BOX_ENDS = "box-ends",
        /// A word with which a sentence goes on from the one before: «بدوره», «كما».
        CONTINUING = "continuing",
        /// Heads a part of a paper: «مقدمة», «خلاصة».
        SECTION = "section",
        /// A particle, preposition or pronoun, or a verb that only carries tense: what binds a sentence together.
        PARTICLE = "particle",
        /// A word that any news text has, whatever it is about: «أعلن», «أمس».
        NEWS_WORD = "news-word",
        /// A word of a site that speaks of itself: «موقعنا».
        SITE_WORD = "site-word",
        /// A call of a page, which speaks to a man, to a woman («شاركي») or to all («شاركوا»).
        CALL = "call",
        /// «اقرأ» in all its forms.
        READ_CALL = "read-call",
        /// What a number in brackets counts, which names no agency: «(مليون)».
        MEASURE = "measure",
        /// The letter of an item: «(أ)».
        ITEM_LETTER = "item-letter",
        /// A weekday that stamps print without «ال»: «خميس».
        BARE_WEEKDAY = "bare-weekday",
        /// How a paper calls itself behind its field: «الاقتصادية المستقلة».
        OUTLET_MANNER = "outlet-manner",
        /// Says of which calendar a year is: «هـ», «ميلادي».
        ERA = "era",
        /// Between one day told in two calendars: «الموافق».
        SAME_DAY = "same-day",
        /// Between a day and its clock: «14 سبتمبر في 13:45».
        AT_CLOCK = "at-clock",
        /// Before a clock: «الساعة».
        CLOCK_LEAD = "clock-lead",
        /// The half of the day behind a clock: «مساءً».
        DAY_HALF = "day-half",
        /// Before the place of a time zone: «بتوقيت».
        ZONE_LEAD = "zone-lead",
        /// The second word of such a place: «مكة المكرمة».
        ZONE_PLACE = "zone-place",
        /// Before a number that counts issues: «العدد».
        COUNTS_ISSUES = "counts-issues",
        /// Who worked on an article, behind the name of the outlet: «بغداد الآن - متابعة».
        DESK = "desk",
        /// Says of a year that it is none of the calendar: «العام الدراسي».
        OTHER_YEAR = "other-year",
        /// Beside it «الربع الرابع» is a quarter of a year: «أرباح».
        EARNINGS = "earnings",
        /// The first word of a month whose second is an ordinal: «تشرين».
        MONTH_OF_TWO = "month-of-two",
        /// Between a month and its year: «من عام».
        OF_YEAR = "of-year",
        /// Opens a line that is a question of an interview or its answer: «س: كيف وصلت؟».
        TURN = "turn",
        /// Before «أن» and a deed of the time that is told of: «غادر من دون أن يصرح».
        TOLD_WITH = "told-with",
        /// A time that ends the noun phrase before it: «قال شرطي الأسبوع الماضي».
        TIME_BEHIND = "time-behind",
        /// What a place is for, which no place is called by alone: «ميناء الصيد», «محطة الوقود».
        PURPOSE = "purpose",
        /// Says that who is named behind it wrote the article: «بقلم», «كتبت».
        WRITTEN_BY = "written-by",
        /// What others did for an article whom nobody calls its writer: «ترجمة», «تصوير».
        OTHER_HAND = "other-hand",
        /// Before whoever wrote, and before nothing else: «كتبت», «حاوره».
        WROTE = "wrote",
        /// With «عن», alone in a line over the name of a writer: «عن الكاتب».
        OF_WRITER = "of-writer",
        /// An address that is a first name where it has no «ال»: «سيد أحمد», «شيخ محمد».
        BORNE = "borne",
        /// What a paper says that it is, beside its name: «صحافة مستقلة».
        OUTLET_IS = "outlet-is",
        /// Whoever reports for the page without a name: «مراسلنا», which is no outlet.
        CORRESPONDENT = "correspondent",
        /// Before the trade of several, whose first he is: «كبير المفاوضين».
        CHIEF = "chief",
        /// Behind what was said, before a verb by which somebody sums up so: «…»، هكذا اختصر حاله.
        SUMMED_UP_BY = "summed-up-by",
        /// To whom something is said, between the verb and who says it: «قال لي شرطي».
        SAID_TO = "said-to",
        /// A birth, from which the next thing told of somebody may be decades away: «ولد في آذار 1942».
        BIRTH = "birth",
        /// Opens a clause of the very time that was told: «شتاء 2013، حين غطت الثلوج المدينة».
        WHEN = "when",
        /// Behind it stands a verb, also one that no table has: «بعدما أبقى المصرف».
        VERB_LED = "verb-led",
        /// The same where «أن» stands between: «بعد أن أبقى المصرف».
        VERB_LED_BY_THAT = "verb-led-by-that",
        /// A head that is part of the name of the place behind it: «مرفأ صور».
        TAKEN_IN = "taken-in",
        /// What is done, as a noun that looks like no pattern of its own: «قبول الاستقالة».
        DEED_NOUN = "deed-noun",
        /// What is written behind the name of a man or woman of rank: «عصمت بك».
        STYLE_BEHIND = "style-behind",
        /// A given name that has «ال», as they are given in the Maghreb, Sudan and Libya: «الهادي الجزيري».
        GIVEN_WITH_ARTICLE = "given-with-article",
        /// Before whom a sentence is about, unlike the one before: «أما الوزير فقال».
        CONTRASTED = "contrasted",
        /// Before «أن», where the clause is nobody's words: «غير أن الوزير قال».
        BUT_THAT = "but-that",
        /// What is somebody's own, so that «حسب رأيه» names nobody.
        OF_HIS_OWN = "of-his-own",
        /// Before what somebody does while he says something: «ويقول وهو يشير إلى الرفوف».
        MEANWHILE = "meanwhile",
        /// A father's name in Mauritania, which no other country writes so: «ولد اعل».
        MOORISH = "moorish",
        /// What is laid on somebody, who is named before it: «حمّل الجماعة المسؤولية».
        LAID_ON = "laid-on",
        /// Of whom nothing but the name can follow: «إلى روح الطيب العلوي».
        WHOSE_SOUL = "whose-soul",
        /// Who lives in a place and has a body there: «لجنة أهالي حي الزهور».
        RESIDENTS = "residents",
        /// How fellows of a party, a union or a faith are addressed, before an office or a name: «الأخ المدير العام».
        FELLOW = "fellow",
        /// What somebody tells the press or a council: «في إفادة صحفية».
        BRIEFING = "briefing",
        /// One who stands in for somebody, in a part of what that one does: «وكيل», «مساعد».
        DEPUTY = "deputy",
        /// What a deputy is, and no ministry: «الأقدم», «المساعد», «المكلف».
        OF_DEPUTY = "of-deputy",
        /// Behind an office that is over, or before whom it only compares: «سفيرا فنيا ابتداء من», «نائب مثل فلان».
        OFFICE_OVER = "office-over",
        /// Opens a sentence, and the name of nothing: «هي المكان الصحيح», «لن نقبل».
        OPENS_SENTENCE = "opens-sentence",
        /// A verb by which somebody says what «أن» opens, and nothing elsewhere: «عدّت أن اللجنة», «يعد».
        HOLDS_THAT = "holds-that",
        /// The same where it is «إلى أن»: «ذهب الباحث إلى أن».
        GOES_SO_FAR = "goes-so-far",
        /// What one does with another, so that either may have done the next thing: «التقى السفير الوزير، وقال».
        MEETS = "meets",
        /// Opens a clause of which somebody else may be the subject: «فيما نفى الجيش».
        OTHER_CLAUSE = "other-clause",
        /// Somebody by what he does, owns or went through, whatever is told of him behind it: «عامل المزلقان», «الناجي الوحيد».
        BY_TRADE = "by-trade",
        /// A ship, a storm, a satellite: what is called by a name and is neither a person nor a body: «السفينة «مريم»».
        THING_CALLED = "thing-called",
        /// A thing whose adjective may be a family name too: «الحاجز الترابي», «الخبز البلدي».
        THING = "thing",
        /// A team that is called by its country or city alone: «منتخب».
        TEAM = "team",
        /// A competition that is called after what would be a club elsewhere: «كأس الخليج».
        CUP = "cup",
        /// With what the name of somebody may begin after whom a house is called: «ابن خلدون», «مولاي رشيد».
        FATHER_LEAD = "father-lead",
        /// A verb whose subject is the paper that got what is told: «علمت «الأفق» أن», «اطلع راديو الضفة على».
        ISSUED_TO = "issued-to",
        /// What a state declares and what is a family name too: «الحداد».
        DECLARED = "declared",
        /// An hour of prayer: «الفجر».
        HOUR_OF_PRAYER = "hour-of-prayer",
        /// An hour of prayer that is a country too: «المغرب».
        HOUR_TOO = "hour-too",
        /// Where a body has its seat: «ومقرها بيريوس».
        SEAT = "seat",
        /// The kin of whoever tells: «أمي مريم».
        MY_KIN = "my-kin",
        /// A verb that needs nobody who did it where its preposition follows: «عثر على», «أفرج عن».
        IMPERSONAL = "impersonal",
        /// Many of them, of whom one is named: «أحد سكان الحي», «أحد منظمي المسيرة».
        MANY_BY_TRADE = "many-by-trade",
        /// Somebody by what he is accused of or went through, which is no office: «المتهم بالرشوة», «الجريح».
        NO_OFFICE = "no-office",
        /// A noun of one whose last letter is its own and not that of two: «محامي الدفاع» beside «وزيري الخارجية».
        DEFECTIVE = "defective",
        /// A verb of what lasts by itself, so that it was over at the day until which it did: «ظل مغلقا حتى آذار».
        LASTED = "lasted",
        /// Between an office and the body or place that it is held in: «سفير فرنسا لدى بيروت».
        INSIDE_OFFICE = "inside-office",
        /// What has happened and is called by its day: «زلزال 6 شباط», «اتفاق 17 أيار».
        HAPPENED_ONCE = "happened-once",
        /// What is owed or counted for a month that is over: «متأخرات نوفمبر», «رواتب آذار».
        OWED_FOR = "owed-for",
        /// What makes of «مجلس», «بنك», «هيئة» one that each nation has: «مجلس الوزراء», «البنك المركزي».
        COUNCIL_OF_EACH_NATION = "council-of-each-nation",
        /// Who is told by a number from others of the name, right before it: «البابا», «القيصر».
        CROWNED = "crowned",
        /// Such a number: «الثامن».
        REGNAL = "regnal",
        /// What somebody makes and gives a title, which stands in marks: «رواية "رادوبيس"».
        MADE_WORK = "made-work",
        /// What tells somebody from others of the name, behind it: «بطرس الأكبر», «بوش الابن».
        BYNAME = "byname",
        /// Of which house a ruler was, behind his name: «المعتضد العباسي».
        DYNASTY = "dynasty",
        /// A city or country whose name is oftener an everyday word: «صور», «مالي».
        OFTENER_A_WORD = "oftener-a-word",
        /// What has a nation, as an adjective behind it: «مواطنا ليبيا», «قرارا سوريا».
        OF_A_NATION = "of-a-nation",
        /// In the line that says whose a picture is: «مصدر الصورة، …».
        PICTURE = "picture",
        /// A verb by which somebody answers for what he says, no paper that repeats it: «أكد», «أفادت».
        AVERS = "avers",
        /// A verb in the past by which something is told that happened, though it tells nothing of names: «نجحت», «تمكن».
        DID = "did",
        /// A verb by which something is put about, also with a pronoun: «تداولته», «نشرت».
        SPREAD = "spread",
        /// What is put about: «المتداول», «المنشورة».
        SPREADING = "spreading",
        /// Before a number that is a name and counts nothing: «القضية رقم 1873», «القرار 611».
        NUMBERED = "numbered",
        /// A verb by which a report or body gives a number: «أحصى», «قدرت».
        COUNTING = "counting",
        /// A meeting of those who did something: «في اجتماعه الاثنين», «خلال جلستها».
        OWN_MEETING = "own-meeting",
        /// With this a newsroom recalls what it knows itself: «يذكر أن», «تجدر الإشارة إلى أن».
        RECALLS = "recalls",
        /// Between such a word and «أن»: «الإشارة إلى».
        RECALLED_BY = "recalled-by",
        /// A verb of a day that is still to come, which may be its object: «وحددت الأول من أيار موعدا».
        SETS_DAY = "sets-day",
        /// A verb that is a deed with what is lodged: «تقدم باستقالته», but not «تقدم الجيش».
        LODGES = "lodges",
        /// What somebody lodges: «شكوى», «استقالة».
        LODGED = "lodged",
        /// A verb that is a deed with a stage of a contest: «بلغ المنتخب النهائي», but not «بلغ عدد المسجلين».
        REACHES_STAGE = "reaches-stage",
        /// Such a stage: «نهائي».
        STAGE = "stage",
        /// A word that counts from the day on which it is written: «أمس», «الماضي».
        DEICTIC = "deictic",
        /// Such a word of a time that is still to come: «المقبل».
        COMING = "coming",
        /// A stretch that such a word tells from others, so that it cannot stand without: «الشهر الماضي».
        DEICTIC_UNIT = "deictic-unit",
        /// The number of a point in words: «ثالثا: تنفي الوزارة».
        POINT = "point",
        /// What reaches a number and no stage: «عدد», «نسبة».
        MEASURED = "measured",
        /// Before «عن» and whoever issued a paper: «بيان صادر عن الوزارة».
        ISSUED_BY = "issued-by",
        /// What a body issues, as the paper calls itself: «بيان صحفي», «بلاغ».
        RELEASE = "release",
        /// Of what manner such a paper is: «صحفي», «توضيحي».
        RELEASE_MANNER = "release-manner",
        /// By this a messenger says that a message was passed on: «توجيهها من …».
        PASSED_ON = "passed-on",
        /// Before such a word: «تم», «رسالة».
        PASSED_BY = "passed-by",
        /// Where messages are sent, before its name: «قناة», «مجموعة».
        CHANNEL = "channel",
        /// That it is told of one time among those that come again: «هذه المرة», «لكنه».
        THIS_TIME = "this-time",
        /// A verb of the present that deplores, mourns or praises what has happened: «تستنكر».
        REACTS_TO = "reacts-to",
        /// Before where an issuer sits, or of what a paper speaks: «في», «حول».
        OF_PAPER = "of-paper",
        /// What stands in the time with which an entry of a chronology opens: «عام 1998», «30 منه».
        OF_ENTRY = "of-entry",
    }
}
