//! The scoreboard: how every set of cases comes out, both halves, and each case that does not.
//!
//! `SIJILL_ACCEPT=1 cargo test --test it scores` writes `tests/SCORES.md`; a case that is lost is a red line in the diff.

use std::fmt::Write as _;
use std::fs;

use super::articles::folder;
use super::{
    clean, days, direction, dossier, editor, furniture, names, names_in_news, nations, timex,
    whole, writers,
};

/// A figure from 0 to 1, and the least that must be reached whatever the scoreboard says.
pub(crate) struct Figure {
    pub(crate) name: &'static str,
    pub(crate) value: f64,
    pub(crate) least: f64,
}

/// How one half of a set comes out.
#[derive(Default)]
pub(crate) struct Score {
    /// What is measured, and the half.
    pub(crate) set: String,
    pub(crate) right: usize,
    pub(crate) of: usize,
    /// What is measured beside the share of right cases.
    pub(crate) figures: Vec<Figure>,
    /// The share of right cases that must be reached, in per cent, whatever the scoreboard says.
    pub(crate) least: usize,
    /// The cases that do not come out right; of a half that is kept aside, only their names.
    pub(crate) missed: Vec<String>,
}

impl Score {
    /// A set of which nothing has been measured yet.
    pub(crate) fn of(set: &str, least: usize) -> Self {
        Self { set: set.to_owned(), least, ..Self::default() }
    }

    /// Counts a case, and keeps what is told of it where it does not come out.
    pub(crate) fn case(&mut self, is_right: bool, told: String) {
        self.of += 1;
        self.right += usize::from(is_right);
        self.missed.extend((!is_right).then_some(told));
    }

    fn row(&self) -> String {
        let share = 100.0 * self.right as f64 / self.of.max(1) as f64;
        let figures: Vec<String> = self
            .figures
            .iter()
            .map(|figure| format!("{} {:.4}", figure.name, figure.value))
            .collect();
        format!(
            "| {} | {} of {} | {share:.1} % | {} |\n",
            self.set,
            self.right,
            self.of,
            figures.join(", ")
        )
    }

    fn is_enough(&self) -> bool {
        let share = self.of > 0 && self.right * 100 >= self.of * self.least;
        share && self.figures.iter().all(|figure| figure.value >= figure.least)
    }
}

/// A room, and what measures its sets.
type Room = (&'static str, fn() -> Vec<Score>);

/// Each room's scores.
const ROOMS: [Room; 12] = [
    ("The day of an article", days::scores),
    ("Time expressions", timex::scores),
    ("Which way a time expression looks", direction::scores),
    ("Whole texts", whole::scores),
    ("What articles attest", dossier::scores),
    ("Cleaning", clean::scores),
    ("Articles in the furniture of other pages", furniture::scores),
    ("Names", names::scores),
    ("Writers", writers::scores),
    ("Whose body a name is", nations::scores),
    ("Names that nobody has listed", names_in_news::scores),
    ("What an editor would sign", editor::scores),
];

fn board(rooms: &[(&str, Vec<Score>)]) -> String {
    let mut board =
        "# Scores\n\nWritten by `SIJILL_ACCEPT=1 cargo test --test it scores`, compared by the same test; never edited by hand.\n\
         Sets that are called held out are looked at by nobody: rules and weights are made from the others.\n"
            .to_owned();
    for (room, scores) in rooms {
        let _ = write!(board, "\n## {room}\n\n| set | right | share | |\n|---|---|---|---|\n");
        board.extend(scores.iter().map(Score::row));
        for score in scores.iter().filter(|score| !score.missed.is_empty()) {
            let _ = writeln!(board, "\n{}:\n", score.set);
            // Cases that are kept aside have only numbers; those go on one line.
            let is_number = |case: &String| case.bytes().all(|byte| byte.is_ascii_digit());
            let (numbers, told): (Vec<&String>, Vec<&String>) =
                score.missed.iter().partition(|case| is_number(case));
            board.extend(told.iter().map(|case| format!("- {}\n", case.replace('\n', " ⏎ "))));
            if !numbers.is_empty() {
                let _ = writeln!(
                    board,
                    "- cases {}",
                    numbers.iter().map(|case| case.as_str()).collect::<Vec<_>>().join(", ")
                );
            }
        }
    }
    board
}

#[test]
fn the_scoreboard_says_what_is_so() {
    let rooms: Vec<(&str, Vec<Score>)> = std::thread::scope(|scope| {
        let measured: Vec<_> =
            ROOMS.iter().map(|(room, scores)| (*room, scope.spawn(scores))).collect();
        measured
            .into_iter()
            .map(|(room, scores)| (room, scores.join().expect("the scores of a room")))
            .collect()
    });
    let too_low: Vec<String> = rooms
        .iter()
        .flat_map(|(_, scores)| scores)
        .filter(|score| !score.is_enough())
        .map(Score::row)
        .collect();
    let path = folder("SCORES.md");
    let (before, now) = (fs::read_to_string(&path).unwrap_or_default(), board(&rooms));
    if std::env::var_os("SIJILL_ACCEPT").is_some() {
        fs::write(&path, &now).unwrap();
    }
    assert!(too_low.is_empty(), "below what must be reached:\n{}", too_low.concat());
    let gone = before
        .lines()
        .filter(|line| !now.lines().any(|other| other == *line))
        .map(|line| format!("-{line}\n"));
    let new = now
        .lines()
        .filter(|line| !before.lines().any(|other| other == *line))
        .map(|line| format!("+{line}\n"));
    let difference: String = gone.chain(new).collect();
    let accepted = std::env::var_os("SIJILL_ACCEPT").is_some();
    assert!(
        accepted || before == now,
        "tests/SCORES.md is not what is so (SIJILL_ACCEPT=1 writes it):\n{difference}"
    );
}
