//! Whole texts, from what is pasted to their marks: the day of the page, its outlet and writer, each line, the value of each time
//! expression.

use sijill::article::{article_of, read};
use sijill::diagnostics::Warned;
use sijill::document::Document;
use sijill::knowledge::Knowledge;

use super::scores::Score;

/// A text and what a careful editor says of it.
struct Whole<'c> {
    name: &'c str,
    day: &'c str,
    /// Outlet and writer, where the text is asked for them.
    source: Vec<&'c str>,
    /// The label of each line, the line without its marks, and what of it is of the article.
    lines: Vec<(char, String, String)>,
    /// The words of each time expression, and its value.
    times: Vec<(&'c str, &'c str)>,
}

/// The words before each mark, those in it, its value; and what is behind the last.
fn marked<'c>(line: &'c str, times: &mut Vec<(&'c str, &'c str)>) -> String {
    let mut text = String::new();
    let mut rest = line;
    while let Some((before, (inside, behind))) =
        rest.split_once("[[").and_then(|(before, rest)| Some((before, rest.split_once("]]")?)))
    {
        let (words, value) = inside.split_once('|').expect("words and a value");
        text += before;
        text += words;
        times.push((words, value));
        rest = behind;
    }
    text + rest
}

/// A line without what is cut from it: «⟦بغداد – ⟧افتتح الوزير …».
fn without_brackets(line: &str) -> String {
    let pieces = line.split('⟦').map(|piece| piece.split_once('⟧').map_or(piece, |(_, own)| own));
    pieces.collect()
}

fn cases(corpus: &str) -> Vec<Whole<'_>> {
    let mut cases: Vec<Whole> = Vec::new();
    for line in corpus.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        if let Some(head) = line.strip_prefix("=== ") {
            let mut parts = head.split(" | ").map(|part| if part == "-" { "" } else { part });
            let (name, day) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
            let source = parts.collect();
            cases.push(Whole { name, day, source, lines: Vec::new(), times: Vec::new() });
            continue;
        }
        let case = cases.last_mut().expect("a text has a head");
        let label = line.chars().next().expect("a line has a label");
        let line = line.get(2..).unwrap_or_default();
        let text = marked(line, &mut case.times);
        let (raw, own) = (text.replace(['⟦', '⟧'], ""), without_brackets(&text));
        case.lines.push((label, raw, own));
    }
    cases
}

/// What the program makes of a text: of a conversation the longest message.
fn made(case: &Whole) -> Document {
    let raw: String = case.lines.iter().map(|(_, line, _)| format!("{line}\n")).collect();
    let read = read::all_from_bytes("case.txt", raw.as_bytes(), &Default::default());
    let messages = read.expect("a text is read").value;
    let longest = messages.into_iter().max_by_key(|raw| raw.body.len());
    let raw = longest.expect("a text has an article");
    article_of(Warned::clean(raw), &Knowledge::default()).expect("it is annotated").value
}

/// What a reader sees of a line: without the stars of a message and the tabs of a table.
fn shown(line: &str) -> String {
    line.replace('*', "").replace('\t', " ")
}

/// Whether a line went where it belongs.
fn is_placed(label: char, line: &str, made: &Document) -> bool {
    let front = &made.front_matter;
    let line = shown(line);
    let is = |field: &Option<String>| field.as_deref() == Some(line.as_str());
    let stays = made.plain.text.lines().any(|paragraph| shown(paragraph) == line);
    match label {
        'T' => is(&front.title),
        'S' => is(&front.subtitle),
        'K' => stays,
        _ => !stays && !is(&front.title) && !is(&front.subtitle),
    }
}

/// Scores of the days of pages, of their lines, of their time expressions; of those kept aside only numbers are told.
fn halves(half: &str, corpus: &str, least: [usize; 3]) -> [Score; 4] {
    let set = |what: &str, least| Score::of(&format!("{what} of whole texts, {half}"), least);
    let mut sources = set("outlets and writers", 0);
    let mut days = set("days", least[0]);
    let mut lines = set("lines", least[1]);
    let mut times = set("time expressions", least[2]);
    let case = |score: &mut Score, is_right, told: String| {
        let number = (score.of + 1).to_string();
        score.case(is_right, if half == "held out" { number } else { told });
    };
    for whole in cases(corpus) {
        let made = made(&whole);
        let day = made.front_matter.date.as_ref().map(ToString::to_string).unwrap_or_default();
        case(&mut days, day == whole.day, format!("{}: {day}, not {}", whole.name, whole.day));
        let source = &made.front_matter.source;
        for (said, truth) in [&source.outlet, &source.author].into_iter().zip(&whole.source) {
            let said = said.as_deref().unwrap_or_default();
            case(&mut sources, said == *truth, format!("{}: {said}, not {truth}", whole.name));
        }
        for (label, raw, own) in &whole.lines {
            let told = format!("{}: {label} {raw}", whole.name);
            case(&mut lines, is_placed(*label, own, &made), told);
        }
        let mut found: Vec<(&str, String)> = made
            .findings
            .dates
            .iter()
            .map(|date| (&made.plain.text[date.span.start..date.span.end], date.value.to_string()))
            .collect();
        for &(words, value) in &whole.times {
            // Two months of one year are two expressions.
            for value in value.split(' ') {
                let is_of = |found: &str| words.contains(found) || found.contains(words);
                let place = found
                    .iter()
                    .position(|(found, given)| is_of(found) && given == value)
                    .or_else(|| found.iter().position(|(found, _)| is_of(found)));
                let given = place.map(|place| found.remove(place).1).unwrap_or_default();
                let told = format!("{}: «{words}» {given}, not {value}", whole.name);
                case(&mut times, given == value, told);
            }
        }
        for (words, value) in found {
            case(&mut times, false, format!("{}: «{words}» {value}, which is none", whole.name));
        }
    }
    [days, lines, times, sources]
}

/// The same of texts about whose heads and feet alone is asked.
fn heads(half: &str, corpus: &str) -> [Score; 3] {
    let [days, lines, _, sources] = halves(half, corpus, [90, 90, 0]);
    [days, lines, sources]
        .map(|score| Score { set: score.set.replace("whole texts", "heads and feet"), ..score })
}

pub(crate) fn scores() -> Vec<Score> {
    let tuned = include_str!("../corpus/whole/tuned.txt");
    let aside = include_str!("../corpus/whole/held-out.txt");
    let mut scores = Vec::from(halves("tuned", tuned, [0, 0, 0]));
    scores.extend(halves("held out", aside, [0, 0, 0]));
    scores.extend(heads("tuned", include_str!("../corpus/whole/heads-tuned.txt")));
    scores.extend(heads("held out", include_str!("../corpus/whole/heads-held-out.txt")));
    scores
}
