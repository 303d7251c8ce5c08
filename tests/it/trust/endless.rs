//! Texts without end (`tests/data/endless.txt`), at whatever size is asked for.

use super::payloads::spelled;

/// Where the table has a running number.
const NUMBER: &str = "\\#";

/// A text without end of the table.
pub(super) struct Endless {
    pub(super) name: String,
    /// What stands there once and what is repeated, by turns.
    pieces: Vec<String>,
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
        lines.map(Self::of).collect()
    }

    /// Files of a dossier other than articles of text, each with its path.
    pub(super) fn files() -> Vec<(&'static str, Self)> {
        let table = include_str!("../../data/endless-files.txt");
        let lines = table.lines().filter(|line| !line.starts_with('#'));
        lines
            .map(|line| {
                let (path, text) = line.split_once(' ').unwrap();
                (path, Self { name: line.to_owned(), ..Self::of(text) })
            })
            .collect()
    }

    fn of(line: &str) -> Self {
        let pieces: Vec<String> = line.split(['⟦', '⟧']).map(spelled).collect();
        assert!(pieces.len() > 2 && pieces.len() % 2 == 1, "nothing is repeated in {line}");
        Self { name: line.to_owned(), pieces }
    }

    /// Whether no two pieces of it are the same.
    pub(super) fn differs_each_time(&self) -> bool {
        self.pieces.iter().any(|piece| piece.contains(NUMBER))
    }

    /// About so many bytes of it, in an article.
    pub(super) fn text(&self, bytes: usize) -> String {
        // What has a beginning of its own stands alone; the others follow an article that is one.
        let head = if self.pieces[0].is_empty() {
            "عنوان المقال\n\nقال الوزير في بغداد إن الحكومة ماضية في الحوار.\n\n"
        } else {
            ""
        };
        head.to_owned() + &self.alone(bytes)
    }

    /// About so many bytes of it, with nothing before.
    pub(super) fn alone(&self, bytes: usize) -> String {
        let each = bytes / (self.pieces.len() / 2);
        let of = |(number, piece): (usize, &String)| match number % 2 {
            0 => piece.clone(),
            _ => repeated(piece, each),
        };
        self.pieces.iter().enumerate().map(of).collect()
    }
}

/// A piece as often as it takes, each time with the next number in it where it has a place for one: what differs each time
/// is told, looked for and kept each time.
fn repeated(piece: &str, bytes: usize) -> String {
    if !piece.contains(NUMBER) {
        return piece.repeat(bytes / piece.len());
    }
    let mut made = String::with_capacity(bytes);
    for number in 0.. {
        if made.len() >= bytes {
            break;
        }
        made += &piece.replace(NUMBER, &usize::to_string(&number));
    }
    made
}
