//! A wrong call, said in Arabic: what the reader of the command line found, which itself speaks English alone.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::diagnostics::Language;

/// What is wrong with a call, in Arabic; nothing where it is no fault, or one that nobody has words for.
pub(super) fn in_arabic(error: &clap::Error) -> Option<String> {
    let one = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        Some(ContextValue::Strings(texts)) if !texts.is_empty() => Some(texts.join("، ")),
        _ => None,
    };
    let arg = one(ContextKind::InvalidArg).unwrap_or_default();
    let value = one(ContextKind::InvalidValue).unwrap_or_default();
    let what = match error.kind() {
        ErrorKind::UnknownArgument if arg.starts_with('-') => {
            format!("لا خيار اسمه `{arg}` لهذا الأمر")
        }
        ErrorKind::UnknownArgument => format!("`{arg}` كلمة زائدة على ما يأخذه هذا الأمر"),
        ErrorKind::InvalidSubcommand => {
            format!("لا أمر اسمه `{}`", one(ContextKind::InvalidSubcommand)?)
        }
        ErrorKind::InvalidValue if value.is_empty() => format!("يحتاج `{arg}` إلى قيمة"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("القيمة `{value}` لا تصلح لـ`{arg}`")
        }
        ErrorKind::MissingRequiredArgument => format!("ينقص: {arg}"),
        ErrorKind::MissingSubcommand => "اذكر أمرًا".to_owned(),
        ErrorKind::ArgumentConflict => {
            format!("لا يجتمع `{arg}` و`{}`", one(ContextKind::PriorArg)?)
        }
        _ => return None,
    };
    let mut lines = format!("خطأ: {what}\n");
    let asked =
        [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    if let Some(near) = asked.into_iter().find_map(one) {
        lines += &format!("    أقصدت `{near}`؟\n");
    }
    if let Some(values) = one(ContextKind::ValidValue) {
        lines += &format!("    القيم الممكنة: {values}\n");
    }
    if let Some(commands) = one(ContextKind::ValidSubcommand) {
        lines += &format!("    الأوامر: {commands}\n");
    }
    if let Some(ContextValue::StyledStr(usage)) = error.get(ContextKind::Usage) {
        let usage = usage.to_string();
        lines += &format!("    الاستعمال: {}\n", usage.trim().trim_start_matches("Usage: "));
    }
    Some(lines + "    يشرح `--help` الأوامر والخيارات\n")
}

/// The language that the words of a call ask for, which may be wrong otherwise; else that of the environment.
pub(super) fn language(words: &[OsString], environment: Language) -> Language {
    let asked = words.windows(2).rev().find_map(|pair| (pair[0] == "--lang").then_some(&pair[1]));
    let joined = words.iter().rev().find_map(|word| word.to_str()?.strip_prefix("--lang="));
    match asked.and_then(|word| word.to_str()).or(joined) {
        Some("ar") => Language::Arabic,
        Some("en") => Language::English,
        _ => environment,
    }
}
