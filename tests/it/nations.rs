//! Names that bodies of many nations have, over sentences of our own.

use sijill::article::annotate::annotate_plain;
use sijill::document::Plain;
use sijill::knowledge::Knowledge;

use super::scores::Score;

const KNOWLEDGE: &str = "
organizations:
  - {id: parliament, name: البرلمان العراقي, aliases: [مجلس النواب العراقي, مجلس النواب, البرلمان], part_of: government}
  - {id: foreign-ministry, name: وزارة الخارجية العراقية, aliases: [وزارة الخارجية], part_of: government}
  - {id: government, name: الحكومة العراقية, aliases: [الحكومة الاتحادية]}
  - {id: army, name: الجيش العراقي, short: [الجيش]}
  - {id: alliance, name: التحالف الدولي, short: [التحالف]}
places:
  - {id: syria, name: سوريا, aliases: [سورية]}
  - {id: mosul, name: الموصل}
";

/// Each text with the names that are linked; of what is kept aside only the number is told.
pub(crate) fn scores() -> Vec<Score> {
    let knowledge = Knowledge::parse([("k.yaml", KNOWLEDGE)]).unwrap();
    let corpus = include_str!("../corpus/nations.txt");
    let (tuned, held_out) = corpus.split_once("\n[held out]\n").unwrap();
    let score = |set: &str, texts: &str, least: usize| {
        let mut score = Score::of(set, least);
        for marked in texts.lines().filter_map(|line| line.strip_prefix("  ")) {
            let plain = Plain::of_text(&marked.replace(['[', ']'], "").replace('⏎', "\n"));
            let found = annotate_plain(&plain, None, &knowledge).value;
            let linked: Vec<&str> = found
                .mentions
                .iter()
                .filter(|mention| mention.id.is_some())
                .map(|mention| mention.span.cut(&plain.text))
                .collect();
            let wanted: Vec<&str> =
                marked.split('[').skip(1).filter_map(|part| part.split(']').next()).collect();
            let missed = if least == 100 {
                format!("{marked}; found {linked:?}")
            } else {
                (score.of + 1).to_string()
            };
            score.case(linked == wanted, missed);
        }
        score
    };
    vec![score("whose body, tuned", tuned, 100), score("whose body, held out", held_out, 90)]
}
