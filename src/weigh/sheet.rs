//! The signs that a room can find, by families.

/// One value of a family: «قبله فعل ماضٍ» of the family of verbs before.
#[derive(Clone, Copy, Debug)]
pub struct Value {
    name: &'static str,
    reason: &'static str,
}

impl Value {
    /// A value, by its name in the table (ASCII, without spaces) and by what it says to a reader of the site (Arabic; empty where
    /// it says nothing that a reader would ask for).
    pub const fn new(name: &'static str, reason: &'static str) -> Self {
        Self { name, reason }
    }
}

/// Signs that answer one question: «which verb stands before it?»
#[derive(Clone, Copy, Debug)]
pub struct Family {
    name: &'static str,
    values: &'static [Value],
    beside: &'static [Value],
    example: &'static str,
}

/// The second value of a sign that has but one.
const ALONE: [Value; 1] = [Value::new("", "")];

impl Family {
    /// A family, by its name in the table (ASCII, without spaces, `:`, `=` and `*`), its values, and an Arabic example of one of them.
    pub const fn new(name: &'static str, values: &'static [Value], example: &'static str) -> Self {
        Self { name, values, beside: &ALONE, example }
    }

    /// A family whose signs are two values met together, where the two say another thing than each alone:
    /// «قرر … فتح» with «السبت» behind looks ahead, though «قرر» looks back.
    pub const fn pairs(
        name: &'static str,
        values: &'static [Value],
        beside: &'static [Value],
        example: &'static str,
    ) -> Self {
        Self { name, values, beside, example }
    }

    /// What the family is called in the table.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Words in which one of its signs is met.
    pub const fn example(&self) -> &'static str {
        self.example
    }

    const fn len(&self) -> usize {
        self.values.len() * self.beside.len()
    }
}

/// A sign that was found; an integer, so that weighing looks up no word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sign(u16);

impl Sign {
    /// Its place among the signs of its sheet.
    #[inline]
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// All signs of one decision. Two signs of one sheet never share a name.
///
/// ```
/// use sijill::weigh::{Family, Sheet, Value};
///
/// static VERBS: [Value; 2] = [Value::new("perfect", "فعل ماضٍ"), Value::new("future", "فعل بعد السين")];
/// static QUOTED: [Value; 2] = [Value::new("no", ""), Value::new("yes", "في كلام منقول")];
/// static SHEET: Sheet = Sheet::new(&[
///     Family::new("verb-before", &VERBS, "«التقى الوفدان الخميس»"),
///     Family::pairs("verb-quoted", &VERBS, &QUOTED, "«قال: «سنعود الخميس»»"),
/// ]);
///
/// assert_eq!(SHEET.name(SHEET.sign(0, 1)), "verb-before=future");
/// let pair = SHEET.pair(1, 1, 1);
/// assert_eq!(SHEET.name(pair), "verb-quoted=future*yes");
/// assert_eq!(SHEET.reason(pair), "فعل بعد السين، في كلام منقول");
/// assert_eq!(SHEET.len(), 6);
/// ```
#[derive(Debug)]
pub struct Sheet {
    families: &'static [Family],
    /// The number of the first sign of each family.
    first: [u16; Self::MOST],
    len: u16,
}

impl Sheet {
    /// How many families a sheet may have.
    pub const MOST: usize = 64;

    /// A sheet of these families, which a room keeps in a `static`. A sheet with more than [`MOST`](Self::MOST) families or 65,535 signs does not compile.
    pub const fn new(families: &'static [Family]) -> Self {
        let (mut first, mut len, mut at) = ([0; Self::MOST], 0, 0);
        while at < families.len() {
            first[at] = len as u16;
            len += families[at].len();
            assert!(len <= u16::MAX as usize, "signs are counted in 16 bits");
            at += 1;
        }
        Self { families, first, len: len as u16 }
    }

    /// How many signs there are.
    pub fn len(&self) -> usize {
        usize::from(self.len)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The families in their order.
    pub fn families(&self) -> &'static [Family] {
        self.families
    }

    /// A sign by the places of its family and its value; a value past the last one is the last one, which so stands for «or more».
    #[inline]
    pub fn sign(&self, family: usize, value: usize) -> Sign {
        self.pair(family, value, 0)
    }

    /// A sign of a family of pairs.
    #[inline]
    pub fn pair(&self, family: usize, value: usize, beside: usize) -> Sign {
        let of = &self.families[family];
        let (value, beside) = (value.min(of.values.len() - 1), beside.min(of.beside.len() - 1));
        Sign(self.first[family] + (value * of.beside.len() + beside) as u16)
    }

    /// What a sign is called in the table: `verb-before=future`.
    pub fn name(&self, sign: Sign) -> String {
        let (family, value, beside) = self.parts(sign);
        let second =
            if beside.name.is_empty() { String::new() } else { format!("*{}", beside.name) };
        format!("{}={}{second}", family.name, value.name)
    }

    /// What a sign says to a reader of the site, in Arabic; empty where it says nothing.
    pub fn reason(&self, sign: Sign) -> String {
        let (_, value, beside) = self.parts(sign);
        let said = [value.reason, beside.reason].into_iter().filter(|reason| !reason.is_empty());
        said.collect::<Vec<_>>().join("، ")
    }

    /// The place of a sign's family.
    pub fn family(&self, sign: Sign) -> usize {
        self.first[..self.families.len()]
            .partition_point(|&first| first <= sign.0)
            .saturating_sub(1)
    }

    /// All signs in their order.
    pub fn signs(&self) -> impl Iterator<Item = Sign> + use<> {
        (0..self.len).map(Sign)
    }

    fn parts(&self, sign: Sign) -> (&Family, Value, Value) {
        let at = self.family(sign);
        let family = &self.families[at];
        let inside = sign.index() - usize::from(self.first[at]);
        (
            family,
            family.values[inside / family.beside.len()],
            family.beside[inside % family.beside.len()],
        )
    }
}
