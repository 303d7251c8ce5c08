//! What an editor should know about a cleaned file.

use super::course::Doubt;
use super::labelled::{Fate, Labelled};
use super::losses::losses;
use crate::arabic::chars::is_arabic_letter;
use crate::arabic::fold::folded;
use crate::article::read::RawArticle;
use crate::diagnostics::Diagnostic;
use crate::document::{CleanRule, InputKind};

/// A text with fewer words than this may be a notice instead of an article.
const NOTICE: usize = 90;
/// How many doubts about one file are told.
const TOLD: usize = 8;

/// Words of pages that stand where an article was to be.
const ERROR_PAGES: [&str; 12] = [
    "الصفحه غير موجوده",
    "الصفحه المطلوبه غير",
    "الصفحه التي تبحث عنها",
    "الصفحه التي طلبتها",
    "لم يتم العثور على الصفحه",
    "خطا في الخادم",
    "page not found",
    "404 not found",
    "403 forbidden",
    "access denied",
    "internal server error",
    "checking your browser",
];
const LOGIN_WALLS: [&str; 11] = [
    "سجل الدخول لمتابعه",
    "سجل الدخول للمتابعه",
    "سجل دخولك لمتابعه",
    "يجب تسجيل الدخول",
    "هذا المحتوي للمشتركين",
    "هذا المقال للمشتركين",
    "حصري للمشتركين",
    "اشترك لقراءه",
    "لمتابعه القراءه اشترك",
    "subscribe to continue",
    "log in to continue",
];

/// All findings, in the order of the text.
pub(super) fn findings(
    raw: &RawArticle,
    labelled: &Labelled<'_, '_>,
    body: &[&str],
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let words = body.iter().flat_map(|paragraph| paragraph.split_whitespace()).take(NOTICE).count();
    let has_title = labelled.titled
        || raw.front_matter.title.is_some()
        || labelled.fates.contains(&Fate::Title);
    let first = labelled.signed.blocks().blocks.first().map_or(1, |block| block.line);
    if words < NOTICE
        && let Some(notice) = notice(raw)
    {
        found.push(notice.at(first, 1));
    } else if words == 0 && has_title {
        let help = "paste the whole article, or delete the file";
        found.push(
            Diagnostic::warning("only-headline", "the file has a headline and no text under it")
                .help(help)
                .at(first, 1),
        );
    } else if words == 0 {
        let (code, what) = match raw.kind {
            InputKind::Html => ("no-text", "no running text was found in the saved page"),
            _ => ("only-furniture", "nothing but page furniture was found"),
        };
        let help = "if an article is there, keep its lines: `clean: [{keep: FIRST-LAST}]` in the front matter";
        found.push(Diagnostic::warning(code, what).help(help).at(first, 1));
    } else if !has_title && raw.title.is_none() {
        found.push(
            Diagnostic::note("no-headline", "no headline was found")
                .help("write one as `title:` in the front matter")
                .at(first, 1),
        );
    }
    if words > 0 && language(body).is_some() {
        let help = "if it is meant to be here, write `lang:` in the front matter";
        if raw.front_matter.lang.is_none() {
            found.push(
                Diagnostic::warning("foreign-language", "the text is not in Arabic")
                    .help(help)
                    .at(first, 1),
            );
        }
    }
    let silent = found.iter().all(|finding| {
        !matches!(finding.code, "error-page" | "login-wall" | "only-headline" | "only-furniture")
    });
    if silent {
        let kept = body.iter().flat_map(|paragraph| paragraph.split_whitespace()).count();
        found.extend(losses(labelled, kept));
    }
    found.extend(outside(raw));
    let open = labelled.doubts.iter().filter(|doubt| !is_decided(**doubt, labelled, raw));
    found.extend(open.take(TOLD).map(|doubt| told(*doubt, labelled, raw)));
    found.into_iter().map(|finding| finding.in_file(raw.path.clone())).collect()
}

/// A warning for each `cut:` and `keep:` that names lines which the file does not have, all of them or the last.
fn outside(raw: &RawArticle) -> Vec<Diagnostic> {
    let rules = &raw.front_matter.clean;
    if rules.is_empty() {
        return Vec::new();
    }
    let lines = raw.text.lines().count();
    let mut written = raw.front_matter.lines_of("clean");
    let of_rule = |rule: &CleanRule| {
        let (verb, first, last) = (if rule.keep { "keep" } else { "cut" }, rule.first, rule.last);
        let range = if first == last { first.to_string() } else { format!("{first}-{last}") };
        let message = if first > lines {
            format!("`{verb}: {range}` names no line: the text has {lines} lines")
        } else {
            format!("`{verb}: {range}` goes beyond the end: the text has {lines} lines")
        };
        let line = written.as_mut().map_or(1, |written| written.line(&range));
        Diagnostic::warning("clean-outside", message)
            .help("`sijill annotate --stage lines FILE` prints every line with its number")
            .at(line, 1)
    };
    rules.iter().filter(|rule| rule.last > lines).map(of_rule).collect()
}

fn notice(raw: &RawArticle) -> Option<Diagnostic> {
    let start: String = folded(&raw.text.chars().take(6000).collect::<String>());
    let says = |phrases: &[&str]| phrases.iter().any(|phrase| start.contains(phrase));
    if says(&ERROR_PAGES) {
        return Some(
            Diagnostic::warning("error-page", "the page says that the article could not be shown")
                .help("save the article again, or delete the file"),
        );
    }
    says(&LOGIN_WALLS).then(|| {
        Diagnostic::warning(
            "login-wall",
            "the page asks to log in or subscribe where the article should be",
        )
        .help("save the article again after logging in, or delete the file")
    })
}

/// The language of a text that is not in Arabic letters; nothing where it is.
pub(super) fn language(body: &[&str]) -> Option<&'static str> {
    let (mut arabic, mut latin) = (0usize, 0usize);
    for c in body.iter().flat_map(|paragraph| paragraph.chars()).take(400) {
        arabic += usize::from(is_arabic_letter(c));
        latin += usize::from(c.is_ascii_alphabetic());
    }
    if arabic + latin == 0 || arabic * 3 >= latin {
        return None;
    }
    let count = |words: [&str; 6]| {
        body.iter()
            .flat_map(|paragraph| paragraph.split_whitespace())
            .take(1000)
            .filter(|word| words.contains(word))
            .count()
    };
    let english = count(["the", "of", "and", "to", "in", "that"]);
    let french = count(["le", "la", "les", "et", "des", "du"]);
    Some(if english == 0 && french == 0 {
        "und"
    } else if english >= french {
        "en"
    } else {
        "fr"
    })
}

/// Whether the editor has said what becomes of a doubtful line.
fn is_decided(doubt: Doubt, labelled: &Labelled<'_, '_>, raw: &RawArticle) -> bool {
    let (Doubt::KeptLine(index) | Doubt::KeptParagraph(index) | Doubt::SecondArticle(index)) =
        doubt;
    let line = labelled.block(index).line;
    raw.front_matter.clean.iter().any(|rule| (rule.first..=rule.last).contains(&line))
}

/// How an editor says what becomes of lines of a file.
enum Decided {
    /// As `clean:`, by their numbers; so many lines come in above them with it.
    InTheFile { above: usize, has_head: bool },
    /// By their words in `content/review/`, as the file can have no front matter.
    BesideIt,
}

impl Decided {
    fn of(raw: &RawArticle) -> Self {
        /// The rule between two lines `---`.
        const HEAD: usize = 3;
        let has_head = raw.body.start > 0;
        let above = match (has_head, raw.front_matter.clean.is_empty()) {
            (false, _) => HEAD,
            (true, is_first) => usize::from(is_first),
        };
        match ending(raw).as_str() {
            "" | "txt" | "text" | "md" | "markdown" | "html" | "htm" | "xhtml" => {
                Self::InTheFile { above, has_head }
            }
            _ => Self::BesideIt,
        }
    }

    /// The words that cut or keep what begins with `start`.
    fn help(&self, rule: &str, lines: (usize, &str), start: &str) -> String {
        match self {
            Self::InTheFile { above, has_head } => {
                let rule = format!("`clean: [{{{rule}: {}{}}}]`", lines.0 + above, lines.1);
                if *has_head {
                    format!("{rule} in the front matter")
                } else {
                    format!("{rule} between two lines `---` at the head of the file")
                }
            }
            Self::BesideIt => {
                format!("`lines: [{{{rule}: {start}}}]` in its file under content/review/")
            }
        }
    }
}

/// The ending of the file's name, in small letters; empty where it has none, as what comes through a pipe.
fn ending(raw: &RawArticle) -> String {
    raw.path.rsplit_once('.').map_or_else(String::new, |(_, ending)| ending.to_ascii_lowercase())
}

/// A finding about a line of the text; where no editor shows that line, the finding says what does.
fn of_line(raw: &RawArticle, found: Diagnostic, help: String, line: usize) -> Diagnostic {
    if matches!(ending(raw).as_str(), "" | "txt" | "text" | "md" | "markdown") {
        return found.help(help).at(line, 1);
    }
    found.help(format!(
        "{help}; `sijill annotate --stage lines FILE` prints every line with its number"
    ))
}

fn told(doubt: Doubt, labelled: &Labelled<'_, '_>, raw: &RawArticle) -> Diagnostic {
    let (Doubt::KeptLine(index) | Doubt::KeptParagraph(index) | Doubt::SecondArticle(index)) =
        doubt;
    let block = labelled.block(index);
    let start: String = block.span.cut(labelled.text).chars().take(60).collect();
    let (line, last) = (block.line, block.last_line);
    let decided = Decided::of(raw);
    let cut = || {
        let above = if let Decided::InTheFile { above, .. } = decided { above } else { 0 };
        let to = if last == line { String::new() } else { format!("-{}", last + above) };
        format!("to cut it: {}", decided.help("cut", (line, &to), &start))
    };
    let (found, help) = match doubt {
        Doubt::KeptLine(_) => (
            Diagnostic::warning(
                "kept-in-doubt",
                format!("«{start}» may be page furniture; it was kept"),
            ),
            cut(),
        ),
        Doubt::KeptParagraph(_) => (
            Diagnostic::warning(
                "kept-in-doubt",
                format!("«{start}» shares few words with the article before it; it was kept"),
            ),
            cut(),
        ),
        Doubt::SecondArticle(_) => (
            Diagnostic::warning(
                "two-articles",
                format!("a second article seems to begin at «{start}»; it was cut"),
            ),
            format!(
                "give it a file of its own, or keep it: {}",
                decided.help("keep", (line, "-LAST"), &start)
            ),
        ),
    };
    of_line(raw, found, help, line)
}
