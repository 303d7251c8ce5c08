//! The command line, as words.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::arabic::calendar::Edtf;

/// Sijill (سجلّ): raw Arabic news articles in, annotated Markdown and a right-to-left dossier site out.
#[derive(Debug, Parser)]
#[command(name = "sijill", version = env!("SIJILL_VERSION"), about, max_term_width = 100)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
    #[command(flatten)]
    pub(super) common: Common,
}

/// What every command understands.
#[derive(Clone, Debug, Args)]
pub(super) struct Common {
    /// The folder that holds content/, templates/ and static/ [default: the nearest one upwards]
    #[arg(long, global = true, value_name = "DIR")]
    pub(super) root: Option<PathBuf>,
    /// Say only what is wrong: no notes, no closing line
    #[arg(short, long, global = true)]
    pub(super) quiet: bool,
    /// Tell every finding by itself, also where many files have the same
    #[arg(short, long, global = true, conflicts_with = "quiet")]
    pub(super) verbose: bool,
    /// The language of messages [default: that of the environment]
    #[arg(long, global = true, value_name = "LANGUAGE")]
    pub(super) lang: Option<Lang>,
}

/// A language of messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Lang {
    /// العربية
    Ar,
    /// English
    En,
}

/// How findings are told, and when they fail.
#[derive(Clone, Debug, Default, Args)]
pub(super) struct Findings {
    /// Fail on warnings too
    #[arg(long)]
    pub(super) strict: bool,
    /// How what is found is printed [default: text]
    #[arg(long, value_name = "FORMAT")]
    pub(super) format: Option<Format>,
}

/// How findings and results are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// Lines for people
    Text,
    /// One JSON object a line
    Json,
}

/// How articles are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Articles {
    /// Annotated Markdown
    Markdown,
    /// One JSON object an article
    Jsonl,
    /// The same, and findings as JSON objects among them
    Json,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Build the site into a folder that any static host can serve
    Build(Build),
    /// Put the parts together that `build --shard` made
    Join(Join),
    /// Preview the site on this machine, and reload it when a file changes
    #[cfg(feature = "serve")]
    Serve(Serve),
    /// Read, clean and annotate everything and report what was found, without building
    Check(Check),
    /// Prove that the built site is what content/ gives: no word lost, no file foreign, no link broken
    Verify(Verify),
    /// Clean and annotate articles; print annotated Markdown or JSON lines
    Annotate(Annotate),
    /// List names that the knowledge base does not know, each with what an entry needs
    Suggest(Suggest),
    /// Give an article another slug or an entry another id; old addresses lead on
    Rename(Rename),
    /// Join an entity into another of its kind: its names, its references and its address
    Merge(Merge),
    /// Search the dossier, with the results that its search page gives
    Search(Search),
    /// Index a folder of HTML that any generator has made, and add a search page to it
    Index(Index),
    /// Add articles to content/articles/: a paste, files, exports of messengers
    Add(Add),
    /// Add an empty Markdown article to content/articles/
    New(New),
    /// Start a new dossier in a folder
    Init(Init),
    /// Print a template of the default theme, to be changed in templates/; without a name, list them
    Template(Template),
    /// Print completions for a shell
    Completions(Completions),
    /// Print the manual page
    Man,
}

impl Command {
    /// Whether a machine reads what is printed.
    pub(super) fn is_for_machines(&self) -> bool {
        match self {
            // Records go to the output, findings to the error stream, as lines.
            Self::Annotate(words) => words.format == Some(Articles::Json),
            Self::Build(words) => words.findings.format == Some(Format::Json),
            Self::Check(words) => words.findings.format == Some(Format::Json),
            Self::Verify(words) => words.findings.format == Some(Format::Json),
            Self::Suggest(words) => words.format == Some(Format::Json),
            Self::Search(words) => words.format == Some(Format::Json),
            _ => false,
        }
    }

    /// Whether a warning is enough to fail.
    pub(super) fn is_strict(&self) -> bool {
        match self {
            Self::Annotate(words) => words.strict,
            Self::Build(words) => words.findings.strict,
            Self::Check(words) => words.findings.strict,
            Self::Verify(words) => words.findings.strict,
            _ => false,
        }
    }
}

#[derive(Debug, Args)]
pub(super) struct Build {
    /// Where the site goes [default: public under the root]
    #[arg(long, value_name = "DIR")]
    pub(super) out: Option<PathBuf>,
    /// Show drafts too, for a look; never for publishing
    #[arg(long)]
    pub(super) drafts: bool,
    /// Take articles also from the records in a folder, which `annotate --jsonl --stage document` printed
    #[arg(long, value_name = "DIR")]
    pub(super) from: Option<PathBuf>,
    /// Make only one of several parts of the site, such as 3/8; `join` puts them together
    #[arg(long, value_name = "I/N", value_parser = shard)]
    pub(super) shard: Option<(usize, usize)>,
    #[command(flatten)]
    pub(super) findings: Findings,
}

/// «3/8»: which part, and of how many.
fn shard(words: &str) -> Result<(usize, usize), String> {
    let parts = words.split_once('/').map(|(number, of)| (number.parse(), of.parse()));
    match parts {
        Some((Ok(number), Ok(of))) if (1..=of).contains(&number) => Ok((number, of)),
        _ => Err("a part is named as 3/8: the third of eight".to_owned()),
    }
}

#[derive(Debug, Args)]
pub(super) struct Join {
    /// Where the site goes [default: public under the root]
    #[arg(long, value_name = "DIR")]
    pub(super) out: Option<PathBuf>,
    /// The folders of all parts
    #[arg(required = true, value_name = "PART")]
    pub(super) parts: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct Verify {
    /// Where the site is [default: public under the root]
    #[arg(long, value_name = "DIR")]
    pub(super) out: Option<PathBuf>,
    #[command(flatten)]
    pub(super) findings: Findings,
}

#[derive(Debug, Args)]
pub(super) struct Check {
    /// Show what cleaning cut from each article: one line a piece, or with `=whole` every line of the
    /// file with the number that `clean:` takes
    #[arg(long, value_name = "FORM", num_args = 0..=1, require_equals = true, default_missing_value = "short")]
    pub(super) cuts: Option<Cuts>,
    #[command(flatten)]
    pub(super) findings: Findings,
}

/// How much of each cut is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Cuts {
    /// Where it stood, its kind, the reason, and how it begins
    Short,
    /// Every line of the file with its number, `-` before what was cut, `=` before headlines
    Whole,
}

/// `serve`
#[cfg(feature = "serve")]
#[derive(Debug, Args)]
pub(super) struct Serve {
    /// First port to try; the next free one is taken
    #[arg(long, default_value_t = 3000)]
    pub(super) port: u16,
    /// Open the preview in the browser
    #[arg(long)]
    pub(super) open: bool,
    /// Let other machines in by this address of this one; what is not published yet can be read by them
    #[arg(long, value_name = "ADDRESS")]
    pub(super) bind: Option<std::net::IpAddr>,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  sijill annotate article.txt                         annotated Markdown on standard output
  sijill annotate --format jsonl articles/*.txt       one JSON object an article
  sijill annotate --jsonl < lines.jsonl               a filter: {\"id\",\"text\",\"date\"?} a line in, a record a line out
  sijill annotate --write content/articles/x.txt      writes content/articles/x.md, to be edited by hand")]
pub(super) struct Annotate {
    /// Articles (.txt, .html, .md, .docx, .odt, .pdf, .eml, .mhtml, exports of messengers, feeds), folders of them,
    /// or - for standard input
    #[arg(value_name = "PATH", required_unless_present = "jsonl")]
    pub(super) paths: Vec<PathBuf>,
    /// Read one JSON object a line from standard input, print one a line
    #[arg(long, conflicts_with_all = ["paths", "write"])]
    pub(super) jsonl: bool,
    /// Stop after a stage, print the terms of the search index, or every line of the files with its number
    #[arg(long, value_name = "STAGE")]
    pub(super) stage: Option<Stage>,
    /// Write NAME.md beside each article: clean text and front matter
    #[arg(long)]
    pub(super) write: bool,
    /// With --write: the program's marks too, which are a person's from then on
    #[arg(long, requires = "write")]
    pub(super) marks: bool,
    /// With --write: replace a file that is already there
    #[arg(long, requires = "write")]
    pub(super) force: bool,
    /// Say for each mark which rule found it
    #[arg(long, conflicts_with = "jsonl")]
    pub(super) explain: bool,
    /// Fail on warnings too
    #[arg(long)]
    pub(super) strict: bool,
    /// How articles are printed [default: markdown]
    #[arg(long, value_name = "FORMAT")]
    pub(super) format: Option<Articles>,
}

impl Annotate {
    /// Whether records are printed, not Markdown.
    pub(super) fn is_records(&self) -> bool {
        matches!(self.format, Some(Articles::Json | Articles::Jsonl))
    }
}

/// A part of the way from text to record, or the text before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Stage {
    /// The article without its furniture
    Clean,
    /// The terms of the search index
    Terms,
    /// The whole article, cleaned and annotated, as `build --from` takes it; its `id` stands for the name of a file
    Document,
    /// Of files: every line with the number that `clean:` takes, `-` before what was cut, `=` before headlines
    Lines,
}

#[derive(Debug, Args)]
pub(super) struct Suggest {
    /// Write content/knowledge/suggested.yaml instead of printing
    #[arg(long)]
    pub(super) write: bool,
    /// Leave out names that stand less often
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(super) at_least: usize,
    /// Write the suggestions with these ids into the knowledge base; `all` for all names and outlets
    #[arg(long, value_name = "ID", num_args = 1.., conflicts_with_all = ["write", "format"])]
    pub(super) accept: Vec<String>,
    /// Write texts that are no names into content/knowledge/ignore.yaml, for good
    #[arg(long, value_name = "TEXT", num_args = 1.., conflicts_with_all = ["write", "format"])]
    pub(super) not_a_name: Vec<String>,
    /// How suggestions are printed [default: text]
    #[arg(long, value_name = "FORMAT")]
    pub(super) format: Option<Format>,
}

#[derive(Debug, Args)]
pub(super) struct Rename {
    /// The slug of an article, or the id of a person, organization, place, outlet, topic, series or event; with its kind before it
    /// (`topic:water`) where several have it
    pub(super) old: String,
    /// The new one
    pub(super) new: String,
    /// Write the changes instead of showing them
    #[arg(long)]
    pub(super) write: bool,
}

#[derive(Debug, Args)]
pub(super) struct Merge {
    /// The id of the entry that is another
    pub(super) id: String,
    /// The id of the entry that it is
    pub(super) into: String,
    /// Write the changes instead of showing them
    #[arg(long)]
    pub(super) write: bool,
}

#[derive(Debug, Args)]
#[command(after_help = "\
A phrase stands in «» or \"\"; -word excludes; topic:, person:, outlet:, year: (موضوع: شخص: وسيلة: سنة:) narrow the results.")]
pub(super) struct Search {
    /// How results are printed [default: text]; before the query
    #[arg(long, value_name = "FORMAT")]
    pub(super) format: Option<Format>,
    /// The words of the query
    #[arg(
        value_name = "QUERY",
        required = true,
        allow_hyphen_values = true,
        trailing_var_arg = true
    )]
    pub(super) query: Vec<String>,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  hugo && sijill index public               adds public/search/ to what Hugo has made
  sijill index site --into find             the search page is site/find/index.html

The text of a page is what stands in an element with data-search-body, else in <main>, <article> or <body>, without what
data-search-ignore marks. A page with <meta name=\"robots\" content=\"noindex\"> is left out.")]
pub(super) struct Index {
    /// The folder of HTML pages
    #[arg(value_name = "DIR")]
    pub(super) dir: PathBuf,
    /// The folder in it that the search page and its index go to
    #[arg(long, value_name = "NAME", default_value = "search")]
    pub(super) into: String,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  sijill add -                                        a paste: its text, then Ctrl+D
  sijill add page.html story.docx                     a file an article, under the slug of its title
  sijill add channel.txt --outlet \"قناة المرسى\"        an export of a messenger: a file for each message that is news

What a person gives stands in a few lines of front matter; without any, a file is copied as it is. A file that can have
no front matter (.docx, .pdf, .eml) becomes text then.")]
pub(super) struct Add {
    /// Articles in any format that is read, folders of them, or - for a paste on standard input
    #[arg(value_name = "FILE", required = true)]
    pub(super) paths: Vec<PathBuf>,
    /// The headline, of a single article
    #[arg(long, value_name = "TITLE")]
    pub(super) title: Option<String>,
    /// When it was published: 2021-04-07, 2021-04
    #[arg(long, value_name = "DATE")]
    pub(super) date: Option<Edtf>,
    /// Who published it, as id or name
    #[arg(long, value_name = "OUTLET")]
    pub(super) outlet: Option<String>,
    /// Ask nothing, and add what is nearly a copy of another article too
    #[arg(long)]
    pub(super) yes: bool,
}

#[derive(Debug, Args)]
pub(super) struct New {
    /// The file's stem, which becomes the page's address (third-round), or the headline, of which it is made
    #[arg(value_name = "SLUG|TITLE")]
    pub(super) slug: String,
    /// The headline, where the first word is the stem
    #[arg(long)]
    pub(super) title: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Init {
    /// The folder, which must be empty or not there yet
    #[arg(value_name = "DIR")]
    pub(super) dir: PathBuf,
    /// The dossier's name
    #[arg(long, default_value = "ملف جديد")]
    pub(super) title: String,
}

#[derive(Debug, Args)]
pub(super) struct Template {
    /// Its name: article.html, parts.html
    #[arg(value_name = "NAME")]
    pub(super) name: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Completions {
    /// The shell
    #[arg(value_name = "SHELL")]
    pub(super) shell: clap_complete::Shell,
}
