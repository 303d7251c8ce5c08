//! The documented way over many machines gives the records that one process gives, article by article.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::trust::say;

/// How many articles are annotated.
const ARTICLES: usize = 12;

#[test]
fn a_spark_job_gives_the_records_of_one_process() {
    let python = std::env::var_os("SIJILL_PYTHON").unwrap_or_else(|| "python3".into());
    let has_spark =
        Command::new(&python).args(["-c", "import pyspark"]).stderr(Stdio::null()).status();
    if !has_spark.is_ok_and(|status| status.success()) {
        say("skipped: no PySpark (SIJILL_PYTHON names a Python that has it)");
        return;
    }
    let room = tempfile::tempdir().unwrap();
    let root = room.path().join("dossier");
    fs::create_dir_all(root.join("content/knowledge")).unwrap();
    fs::write(root.join("content/knowledge/a.yaml"), "places:\n  - {id: tyre, name: صور}\n")
        .unwrap();
    let line = |number: usize| {
        let text = format!(
            "ميناء صور يستقبل السفينة {number}\n\nقال مدير الميناء في صور إن السفينة {number} وصلت الخميس.\n"
        );
        serde_json::json!({"id": number, "text": text}).to_string() + "\n"
    };
    // A line that is no JSON is a record with an error, and the others go on.
    let lines: String = (0..ARTICLES).map(line).chain(["{\"id\": \n".to_owned()]).collect();
    let (input, output) = (room.path().join("in.jsonl"), room.path().join("out"));
    fs::write(&input, &lines).unwrap();
    let program = env!("CARGO_BIN_EXE_sijill");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/clusters/annotate.py");
    let job = Command::new(&python)
        .env("PYSPARK_PYTHON", &python)
        .arg(script)
        .args(["--parts", "3", "--program", program, "--root"])
        .args([&root, &input, &output])
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&job.stderr);
    assert!(job.status.code() == Some(1) && told.contains("1 records have errors"), "{told}");

    let mut alone = Command::new(program)
        .args(["annotate", "--jsonl", "--root"])
        .arg(&root)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    alone.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
    let alone = alone.wait_with_output().unwrap();
    let records = |text: &str| text.lines().map(str::to_owned).collect::<BTreeSet<String>>();
    let parts = fs::read_dir(&output).unwrap().map(|entry| entry.unwrap().path());
    let parts = parts.filter(|path| {
        path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("part-"))
    });
    let joined: String = parts.map(|path| fs::read_to_string(path).unwrap()).collect();
    let alone = records(&String::from_utf8(alone.stdout).unwrap());
    assert_eq!(alone.len(), ARTICLES + 1);
    assert_eq!(records(&joined), alone);
}
