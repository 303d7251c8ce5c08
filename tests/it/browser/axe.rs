//! What axe-core finds on a page: names, roles, contrast, landmarks, the sizes of targets.
//!
//! axe-core (MPL-2.0) is no part of the repository: `npm` fetches the version that `tests/browser/axe` pins, once for
//! each target folder. Where there is no `npm` or no registry, the tests say so and pass.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::LazyLock;

use serde_json::Value;

use super::driver::Tab;

/// The script of axe-core; nothing where it cannot be had.
static SCRIPT: LazyLock<Option<String>> = LazyLock::new(|| {
    let room = Path::new(env!("CARGO_TARGET_TMPDIR")).join("axe");
    let script = room.join("node_modules/axe-core/axe.min.js");
    if !script.is_file() {
        fetch(&room)?;
    }
    fs::read_to_string(script).ok()
});

/// Asks `npm` for what the lock file pins.
fn fetch(room: &Path) -> Option<()> {
    fs::create_dir_all(room).ok()?;
    for name in ["package.json", "package-lock.json"] {
        let pinned = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/axe").join(name);
        fs::copy(pinned, room.join(name)).ok()?;
    }
    let done = Command::new("npm")
        .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"])
        .current_dir(room)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    done.ok()?.success().then_some(())
}

/// Whether there is an axe-core; where there is none, says what is not looked at.
#[expect(
    clippy::print_stderr,
    reason = "whoever reads the report of the tests must see what was not looked at"
)]
pub(crate) fn is_there_or_skip(what: &str) -> bool {
    if SCRIPT.is_none() {
        eprintln!("skipped: no axe-core to look at {what} (npm could not fetch it)");
    }
    SCRIPT.is_some()
}

/// What axe-core finds on the page that is shown: the rule, the element, and why.
pub(crate) fn findings(tab: &mut Tab<'_>) -> Vec<Value> {
    ask(tab, "{resultTypes: ['violations']}")
}

/// The same of its colors alone, which is what the dark changes.
pub(crate) fn color_findings(tab: &mut Tab<'_>) -> Vec<Value> {
    ask(tab, "{resultTypes: ['violations'], runOnly: ['color-contrast', 'link-in-text-block']}")
}

fn ask(tab: &mut Tab<'_>, options: &str) -> Vec<Value> {
    let script = SCRIPT.as_deref().unwrap_or_default();
    let load = format!("(() => {{ if (!window.axe) {{ {script} }} return 0; }})()");
    tab.value(&load);
    let found = tab.value(&format!(
        "axe.run(document, {options}).then((found) => found.violations.flatMap((rule) => \
         rule.nodes.map((node) => `${{rule.id}}: ${{node.target.join(' ')}}: ${{node.failureSummary}}`)))",
    ));
    found.as_array().cloned().unwrap_or_else(|| vec![found])
}
