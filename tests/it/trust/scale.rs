//! Many articles, any number of cores: the same bytes.

use sha2::{Digest as _, Sha256};

use super::mutations::Numbers;
use super::{Dossier, measured, printed, program, size, snapshot};

const TOWNS: [&str; 6] = ["البصرة", "الموصل", "أربيل", "عمان", "بيروت", "تونس"];
const WORKS: [&str; 6] = ["الجسر", "السد", "المدرسة", "المستشفى", "الميناء", "الطريق"];
const PEOPLE: [&str; 5] =
    ["سليم الوادي", "هناء الكرخي", "مازن العطار", "ليلى النجار", "نبيل الحداد"];
const MONTHS: [&str; 4] = ["نيسان", "أيار", "حزيران", "تموز"];

/// An article that is like no other, and like many.
fn article(number: usize) -> String {
    let mut numbers = Numbers(number as u64);
    let mut one = |words: &[&'static str]| words[numbers.below(words.len())];
    let (town, work, person, month) = (one(&TOWNS), one(&WORKS), one(&PEOPLE), one(&MONTHS));
    let mut text =
        format!("افتتاح {work} رقم {number} في {town}\n\n{} {month} 2021\n\n", number % 28 + 1);
    for _ in 0..4 {
        let (town, work, person) = (one(&TOWNS), one(&WORKS), one(&PEOPLE));
        text.push_str(&format!(
            "قال {person} في {town} يوم {} {month} إن العمل في {work} يبدأ في الشهر المقبل. ",
            number % 27 + 1
        ));
        text.push_str(&format!(
            "وأضاف أن «{work} سيخدم سكان {town}»، وأن كلفته تبلغ {} مليون دينار.\n\n",
            number * 7 % 900
        ));
    }
    text.push_str(&format!("وحضر الافتتاح {person}.\n\nاقرأ أيضًا: افتتاح {work} في {town}\n"));
    text
}

#[test]
fn cores_and_runs_change_no_byte() {
    let count = size(24, 10_000);
    let mut files: Vec<(String, String)> =
        (0..count).map(|n| (format!("content/articles/a{n}.txt"), article(n))).collect();
    let people =
        PEOPLE.iter().enumerate().map(|(n, name)| format!("  - {{id: p{n}, name: {name}}}\n"));
    let places =
        TOWNS.iter().enumerate().map(|(n, name)| format!("  - {{id: t{n}, name: {name}}}\n"));
    files.push((
        "content/knowledge/k.yaml".into(),
        format!("people:\n{}places:\n{}", people.collect::<String>(), places.collect::<String>()),
    ));
    let dossier = Dossier::of(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let mut hashes = Vec::new();
    for cores in ["1", "2"] {
        for _ in 0..size(1, 3) {
            let out = dossier.beside("site");
            drop(std::fs::remove_dir_all(&out));
            drop(std::fs::remove_dir_all(dossier.root().join(".sijill")));
            let begun = std::time::Instant::now();
            let done = program()
                .args(["build", "--root"])
                .arg(dossier.root())
                .arg("--out")
                .arg(&out)
                .env("RAYON_NUM_THREADS", cores)
                .output();
            let done = done.unwrap();
            assert!(done.status.success(), "{}", printed(&done));
            let taken = begun.elapsed();
            let mut all = Sha256::new();
            let site = snapshot(&out);
            for (path, bytes) in &site {
                all.update(path.to_string_lossy().as_bytes());
                all.update([0]);
                all.update(Sha256::digest(bytes));
            }
            let hash: String = all.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
            measured(&format!(
                "{count} articles on {cores} cores: {} files in {taken:?}, {hash}",
                site.len()
            ));
            hashes.push(hash);
        }
    }
    hashes.dedup();
    assert_eq!(hashes.len(), 1, "{hashes:?}");
}
