//! Texts without end (`tests/data/endless.txt`), at whatever size is asked for.

use super::payloads::spelled;

/// Where the table has a running number.
const NUMBER: &str = "\\#";

/// A text without end of the table: what stands before, what is repeated, what stands behind.
pub(super) struct Endless {
    pub(super) name: String,
    before: String,
    unit: String,
    after: String,
}

impl Endless {
    /// Those for every day, or all of them.
    pub(super) fn table() -> Vec<Self> {
        let table = include_str!("../../data/endless.txt");
        let (daily, full) = table
            .split_once("-- daily --\n")
            .and_then(|(_, rest)| rest.split_once("-- full --\n"))
            .unwrap();
        let lines = daily.lines().chain(full.lines().filter(|_| super::is_full()));
        let of = |line: &str| {
            let (before, rest) = line.split_once('⟦').unwrap();
            let (unit, after) = rest.split_once('⟧').unwrap();
            Self {
                name: line.to_owned(),
                before: spelled(before),
                unit: spelled(unit),
                after: spelled(after),
            }
        };
        lines.map(of).collect()
    }

    /// Whether no two pieces of it are the same.
    pub(super) fn differs_each_time(&self) -> bool {
        self.unit.contains(NUMBER)
    }

    /// About so many bytes of it.
    pub(super) fn text(&self, bytes: usize) -> String {
        // What has a beginning of its own stands alone; the others follow an article that is one.
        let head = if self.before.is_empty() {
            "عنوان المقال\n\nقال الوزير في بغداد إن الحكومة ماضية في الحوار.\n\n"
        } else {
            &self.before
        };
        [head, &self.repeated(bytes), &self.after].concat()
    }

    /// The unit as often as it takes, each time with the next number in it where it has a place for one: what differs
    /// each time is told, looked for and kept each time.
    fn repeated(&self, bytes: usize) -> String {
        if !self.differs_each_time() {
            return self.unit.repeat(bytes / self.unit.len());
        }
        let mut made = String::with_capacity(bytes);
        for number in 0.. {
            if made.len() >= bytes {
                break;
            }
            made += &self.unit.replace(NUMBER, &usize::to_string(&number));
        }
        made
    }
}
