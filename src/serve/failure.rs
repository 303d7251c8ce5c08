//! A build's failure as a page, in the look of the site: the first error large, the others below it.

use std::fmt::Write as _;

use crate::diagnostics::Diagnostic;

/// Where its style is.
pub(super) const STYLE: &str = "/.sijill/failure.css";
/// The style; the site that failed has none to give.
pub(super) const STYLE_SOURCE: &str = include_str!("../../static/review/failure.css");

/// How many findings are shown; the terminal has all.
const SHOWN: usize = 40;

/// The page. It reloads itself when the next build is good.
pub(super) fn page(findings: &[Diagnostic]) -> Vec<u8> {
    // What stops the build stands before what does not.
    let mut sorted: Vec<&Diagnostic> = findings.iter().collect();
    sorted.sort_by_key(|found| std::cmp::Reverse(found.severity));
    let mut body = String::new();
    let (first, others) = match sorted.split_first() {
        Some((first, others)) => (Some(first), others),
        None => (None, [].as_slice()),
    };
    // Writing to a string cannot fail.
    if let Some(first) = first {
        let _ = write!(
            body,
            "<section class=\"first\">{}<p class=\"message\" dir=\"auto\">{}</p>{}</section>",
            place(first),
            escaped(&first.message),
            help(first)
        );
    }
    if !others.is_empty() {
        let _ = write!(body, "<h2>وسوى ذلك ({})</h2><ul>", others.len());
        for found in others.iter().take(SHOWN) {
            let _ = write!(
                body,
                "<li class=\"{}\">{}<p dir=\"auto\">{}</p>{}</li>",
                found.severity.name(),
                place(found),
                escaped(&found.message),
                help(found)
            );
        }
        body.push_str("</ul>");
        if others.len() > SHOWN {
            body.push_str("<p>والبقية في الطرفية.</p>");
        }
    }
    format!(
        "<!doctype html>\n<html lang=\"ar\" dir=\"rtl\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>تعذّر البناء</title>\n\
         <link rel=\"stylesheet\" href=\"{STYLE}\">\n</head>\n<body>\n<main id=\"main\">\n<h1>تعذّر البناء</h1>\n{body}\n\
         <p class=\"after\">تُحمَّل هذه الصفحة من جديد حين يُحفظ الملف.</p>\n</main>\n</body>\n</html>\n"
    )
    .into_bytes()
}

fn place(found: &Diagnostic) -> String {
    format!("<p class=\"place\" dir=\"ltr\">{}</p>", escaped(&found.place()))
}

fn help(found: &Diagnostic) -> String {
    let help = found.help.as_deref();
    help.map_or(String::new(), |help| {
        format!("<p class=\"help\" dir=\"auto\">{}</p>", escaped(help))
    })
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
