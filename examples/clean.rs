//! throwaway
#![allow(clippy::print_stdout, missing_docs)]
use sijill::{
    article::{clean, read},
    config::Config,
    document::*,
    knowledge::Knowledge,
};
fn main() {
    let mut args: Vec<String> = std::env::args().skip(1).collect();
    let jsonl = args.first().is_some_and(|a| a == "--jsonl");
    if jsonl {
        args.remove(0);
    }
    if args.first().is_some_and(|a| a == "--bench") {
        let raws: Vec<_> =
            args[1..].iter().filter_map(|p| read::read(std::path::Path::new(p), &Config::default()).ok()).map(|r| r.value).collect();
        let bytes: usize = raws.iter().map(|r| r.text.len()).sum();
        let cpu = || {
            let s = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap();
            s.split(' ').next().unwrap().parse::<f64>().unwrap() / 1e9
        };
        let k = Knowledge::default();
        let c = Config::default();
        for round in 0..4 {
            let t = cpu();
            let n = 40;
            for _ in 0..n {
                for r in &raws {
                    std::hint::black_box(clean::clean(r, &k, &c));
                }
            }
            let d = cpu() - t;
            println!("round {round}: {} files {} bytes: {:.1} MB/s", raws.len(), bytes, bytes as f64 * n as f64 / d / 1e6);
        }
        return;
    }
    for path in args {
        let t = std::time::Instant::now();
        let raw = match read::read(std::path::Path::new(&path), &Config::default()) {
            Ok(r) => r,
            Err(e) => {
                println!("{e}");
                continue;
            }
        };
        let t1 = t.elapsed();
        let len = raw.value.text.len();
        let draft = raw.and_then(|raw| clean::clean(&raw, &Knowledge::default(), &Config::default()));
        let t2 = t.elapsed();
        let d = &draft.value;
        let plain = Plain::of(&d.text).text;
        if jsonl {
            println!(
                "{}",
                serde_json::json!({"path": path, "title": d.front_matter.title, "subtitle": d.front_matter.subtitle, "date": null, "text": plain, "mentions": [], "dates": [],
                  "removed": d.front_matter.removed.iter().map(|r| serde_json::json!([format!("{:?}", r.kind), r.reason, r.span.cut(&d.origin.raw)])).collect::<Vec<_>>(),
                  "clues": d.clues.iter().map(|c| serde_json::json!([format!("{:?}", c.kind), c.text])).collect::<Vec<_>>(),
                  "diagnostics": draft.diagnostics.iter().map(|d| format!("{} {} {}", d.place(), d.code, d.message)).collect::<Vec<_>>(),
                  "markdown": d.text.markdown,
                })
            );
            continue;
        }
        println!("=== {path} {len} bytes, read {t1:?}, all {t2:?}\nTITLE {:?}\nSUB {:?}", d.front_matter.title, d.front_matter.subtitle);
        if len > 200_000 {
            continue;
        }
        println!("{plain}\n--");
        for r in &d.front_matter.removed {
            println!("{:?} [{}] {}w: {:?}", r.kind, r.reason, r.words, r.span.cut(&d.origin.raw).chars().take(150).collect::<String>());
        }
        for c in &d.clues {
            println!("CLUE {:?} {:?}", c.kind, c.text);
        }
        for d in &draft.diagnostics {
            println!("DIAG {} {} {}", d.place(), d.code, d.message);
        }
    }
}
