//! Who wrote an article, as far as the lines around it say; the names are made up.

use crate::outlets::head_of;
use crate::scores::Score;

fn writer(layout: &str) -> Option<String> {
    let lines: Vec<String> = layout.split('|').map(|part| part.trim().replace('⏎', "\n")).collect();
    let [above, below, dateline, behind] = &lines[..] else { panic!("four parts: {layout}") };
    let opens = if dateline.is_empty() || dateline.ends_with('\n') {
        dateline.clone()
    } else {
        format!("{dateline} ")
    };
    head_of([above, below, &opens, behind]).source.author
}

fn score(set: &str, corpus: &str, least: usize, told: bool) -> Score {
    let mut score = Score::of(set, least);
    for case in corpus.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let (layout, wanted) = case.split_once('→').expect("a writer or -");
        let found = writer(layout);
        let wanted = Some(wanted.trim()).filter(|&wanted| wanted != "-");
        let number = score.of + 1;
        let missed = if told { format!("{case}; found {found:?}") } else { number.to_string() };
        score.case(found.as_deref() == wanted, missed);
    }
    score
}

pub(crate) fn scores() -> Vec<Score> {
    vec![
        score("who wrote it, tuned", include_str!("../corpus/writers.txt"), 90, true),
        score("who wrote it, held out", include_str!("../corpus/writers-held-out.txt"), 85, false),
    ]
}
