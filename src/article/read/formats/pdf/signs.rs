//! A page of a PDF → the letters on it, each with its place.

use std::collections::BTreeMap;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Encoding, Object, ObjectId};

/// The most bytes that the drawing of one page unpacks to.
const MOST: usize = 16 * 1024 * 1024;

/// Codes have two bytes.
const LAST: u32 = 0xFFFF;

/// How deep drawings may stand inside drawings.
const DEEPEST: usize = 8;

/// How much of a file is drawn: one of a few kilobytes can unpack to more than any machine reads, and a drawing can
/// draw itself.
#[derive(Debug)]
pub(super) struct Patience {
    /// Bytes of drawings.
    bytes: usize,
    signs: usize,
}

impl Default for Patience {
    /// Four hundred pages full of letters take a tenth of it.
    fn default() -> Self {
        Self { bytes: 32 * 1024 * 1024, signs: 2_000_000 }
    }
}

/// What a drawing inside a drawing takes beside its bytes.
const INNER: usize = 1024;

impl Patience {
    /// Whether it is at its end.
    pub(super) fn is_spent(&self) -> bool {
        self.bytes == 0 || self.signs == 0
    }

    /// Takes what a drawing needs; whether that was there.
    fn draws(&mut self, content: &[u8]) -> bool {
        self.bytes = self.bytes.saturating_sub(content.len() + INNER);
        !self.is_spent()
    }
}

/// A sign that is drawn: mostly a letter, sometimes two («لا»).
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Sign {
    /// Its letters, in the order in which they are read; none where the file does not say.
    pub(super) text: String,
    /// Its left edge.
    pub(super) x: f32,
    /// The line that it stands on; larger is higher.
    pub(super) y: f32,
    pub(super) width: f32,
    /// The size of its letters.
    pub(super) size: f32,
}

#[derive(Default)]
pub(super) struct Page {
    pub(super) signs: Vec<Sign>,
    /// Signs of which the file does not say what letter they are.
    pub(super) lost: usize,
}

/// A matrix as PDF writes it: a b c d e f.
type Matrix = [f32; 6];
const IDENTITY: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// First `a`, then `b`.
fn then(a: Matrix, b: Matrix) -> Matrix {
    [
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    ]
}

struct Font<'d> {
    /// What its codes mean, as far as the file says so of itself; then what an encoding of that name means.
    to_unicode: Option<Encoding<'d>>,
    encoding: Option<Encoding<'d>>,
    /// Whether a code is two bytes.
    wide: bool,
    widths: BTreeMap<u32, f32>,
    usual: f32,
}

#[derive(Clone, Copy)]
struct State {
    matrix: Matrix,
    size: f32,
    /// Between letters, between words, and how wide letters are drawn.
    spacing: f32,
    words: f32,
    scale: f32,
    leading: f32,
    rise: f32,
}

struct Drawing<'d, 'p> {
    document: &'d Document,
    left: &'p mut Patience,
    page: Page,
    state: State,
    saved: Vec<State>,
    text: Matrix,
    line: Matrix,
    /// Open marked pieces: the text that the file says a piece is, and the first sign of it.
    marked: Vec<Option<(String, usize)>>,
    /// How many of them have a text.
    said: usize,
}

/// The letters of a page; a page that cannot be read has none, and what is behind the end of patience is not drawn.
pub(super) fn of_page(document: &Document, page: ObjectId, left: &mut Patience) -> Page {
    let state = State {
        matrix: IDENTITY,
        size: 1.0,
        spacing: 0.0,
        words: 0.0,
        scale: 1.0,
        leading: 0.0,
        rise: 0.0,
    };
    let mut drawing = Drawing {
        document,
        left,
        page: Page::default(),
        state,
        saved: Vec::new(),
        text: IDENTITY,
        line: IDENTITY,
        marked: Vec::new(),
        said: 0,
    };
    let resources = resources_of(document, page);
    if let Ok(content) = document.get_page_content_with_limit(page, MOST) {
        drawing.run(&content, &resources, 0);
    }
    drawing.page
}

/// The resources of a page: its own, or those of a folder of pages above it.
fn resources_of(document: &Document, page: ObjectId) -> Vec<&Dictionary> {
    let Ok((own, above)) = document.get_page_resources(page) else { return Vec::new() };
    let above = above.into_iter().filter_map(|id| document.get_dictionary(id).ok());
    own.into_iter().chain(above).collect()
}

fn number(object: &Object) -> f32 {
    object.as_float().unwrap_or_default()
}

impl<'d> Drawing<'d, '_> {
    fn run(&mut self, content: &[u8], resources: &[&'d Dictionary], depth: usize) {
        if !self.left.draws(content) {
            return;
        }
        let Ok(content) = Content::decode(content) else { return };
        let mut fonts: BTreeMap<Vec<u8>, Option<Font<'d>>> = BTreeMap::new();
        let mut font: Option<Vec<u8>> = None;
        for operation in &content.operations {
            let operands = operation.operands.as_slice();
            let all: Vec<f32> = operands.iter().map(number).collect();
            let first = all.first().copied().unwrap_or_default();
            match operation.operator.as_str() {
                "q" if self.saved.len() < 256 => self.saved.push(self.state),
                "Q" => self.state = self.saved.pop().unwrap_or(self.state),
                "cm" => {
                    if let Ok(matrix) = Matrix::try_from(all) {
                        self.state.matrix = then(matrix, self.state.matrix);
                    }
                }
                "BT" => (self.text, self.line) = (IDENTITY, IDENTITY),
                "Tf" => {
                    self.state.size = all.get(1).copied().unwrap_or(1.0);
                    font =
                        operands.first().and_then(|name| name.as_name().ok()).map(<[u8]>::to_vec);
                    if let Some(name) = &font {
                        fonts.entry(name.clone()).or_insert_with(|| self.font(name, resources));
                    }
                }
                "Tc" => self.state.spacing = first,
                "Tw" => self.state.words = first,
                "Tz" => self.state.scale = first / 100.0,
                "TL" => self.state.leading = first,
                "Ts" => self.state.rise = first,
                "Tm" => {
                    if let Ok(matrix) = Matrix::try_from(all) {
                        (self.text, self.line) = (matrix, matrix);
                    }
                }
                "Td" | "TD" => {
                    let down = all.get(1).copied().unwrap_or_default();
                    if operation.operator == "TD" {
                        self.state.leading = -down;
                    }
                    self.next_line(first, down);
                }
                "T*" => self.next_line(0.0, -self.state.leading),
                "Tj" | "'" | "\"" => {
                    if operation.operator != "Tj" {
                        self.next_line(0.0, -self.state.leading);
                    }
                    if let Some(Object::String(bytes, _)) = operands.last() {
                        self.show(bytes, found(&fonts, &font));
                    }
                }
                "TJ" => {
                    for piece in
                        operands.first().and_then(|row| row.as_array().ok()).into_iter().flatten()
                    {
                        match piece {
                            Object::String(bytes, _) => self.show(bytes, found(&fonts, &font)),
                            other => {
                                let back =
                                    -number(other) / 1000.0 * self.state.size * self.state.scale;
                                self.text = then([1.0, 0.0, 0.0, 1.0, back, 0.0], self.text);
                            }
                        }
                    }
                }
                "BMC" => self.marked.push(None),
                "BDC" => {
                    let said = self.actual_text(operands.get(1), resources);
                    self.said += usize::from(said.is_some());
                    self.marked.push(said.map(|said| (said, self.page.signs.len())));
                }
                "EMC" => self.end_marked(),
                "Do" if depth < DEEPEST => {
                    if let Some(name) = operands.first().and_then(|name| name.as_name().ok()) {
                        self.inner(name, resources, depth);
                    }
                }
                _ => {}
            }
        }
    }

    fn next_line(&mut self, right: f32, up: f32) {
        self.line = then([1.0, 0.0, 0.0, 1.0, right, up], self.line);
        self.text = self.line;
    }

    /// A drawing inside the drawing.
    fn inner(&mut self, name: &[u8], resources: &[&'d Dictionary], depth: usize) {
        let document = self.document;
        let found = in_resources(document, resources, b"XObject", name);
        let Some(stream) = found.and_then(|found| found.as_stream().ok()) else { return };
        let is_form =
            stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Form");
        if !is_form {
            return;
        }
        let Ok(content) = stream.decompressed_content_with_limit(MOST) else { return };
        let own = stream.dict.get(b"Resources").ok().and_then(|own| document.dereference(own).ok());
        let own = own.and_then(|(_, own)| own.as_dict().ok());
        let matrix = stream.dict.get(b"Matrix").and_then(Object::as_array).ok();
        let matrix: Option<Matrix> = matrix
            .and_then(|row| Matrix::try_from(row.iter().map(number).collect::<Vec<_>>()).ok());
        let before = self.state;
        self.state.matrix = then(matrix.unwrap_or(IDENTITY), self.state.matrix);
        let inner: Vec<&Dictionary> = own.into_iter().chain(resources.iter().copied()).collect();
        self.run(&content, &inner, depth + 1);
        self.state = before;
    }

    /// What the file itself says that a marked piece reads: LibreOffice does for letters that are joined.
    fn actual_text(
        &self,
        properties: Option<&Object>,
        resources: &[&'d Dictionary],
    ) -> Option<String> {
        let said = match properties? {
            Object::Dictionary(own) => own.get(b"ActualText").ok()?,
            Object::Name(name) => {
                let named = in_resources(self.document, resources, b"Properties", name)?;
                named.as_dict().ok()?.get(b"ActualText").ok()?
            }
            _ => return None,
        };
        lopdf::decode_text_string(said).ok()
    }

    fn end_marked(&mut self) {
        let Some(Some((said, first))) = self.marked.pop() else { return };
        self.said -= 1;
        let signs = &mut self.page.signs;
        // A letter may be drawn as its body and its dots, which stand higher or lower: the body is the wider one.
        let drawn = signs.get(first..).unwrap_or_default();
        let Some(body) = drawn.iter().max_by(|a, b| a.width.total_cmp(&b.width)).cloned() else {
            return;
        };
        let on_line = || drawn.iter().filter(|sign| (sign.y - body.y).abs() < 0.01 * body.size);
        let left = on_line().map(|sign| sign.x).fold(f32::MAX, f32::min);
        let right = on_line().map(|sign| sign.x + sign.width).fold(f32::MIN, f32::max);
        signs.truncate(first);
        signs.push(Sign { text: said, x: left, width: right - left, ..body });
    }

    /// Whether the file says what the signs that are being drawn read.
    fn is_said(&self) -> bool {
        self.said > 0
    }

    fn font(&self, name: &[u8], resources: &[&'d Dictionary]) -> Option<Font<'d>> {
        let document = self.document;
        let font = in_resources(document, resources, b"Font", name)?.as_dict().ok()?;
        let to_unicode = to_unicode(document, font);
        let subtype = font.get(b"Subtype").and_then(Object::as_name).ok();
        let wide = subtype == Some(b"Type0");
        // The signs of a font that is drawn have names of their own («g14ED»), which mean no letter.
        let is_drawn = subtype == Some(b"Type3") && to_unicode.is_some();
        let encoding = font.get_font_encoding_with_limit(document, MOST).ok();
        let encoding = encoding.filter(|_| !is_drawn);
        let mut widths = BTreeMap::new();
        let mut usual = if wide { 1000.0 } else { 500.0 };
        let whole =
            |object: &'d Object| document.dereference(object).ok().map(|(_, object)| object);
        if wide {
            let below = whole(font.get(b"DescendantFonts").ok()?)?.as_array().ok()?.first()?;
            let below = whole(below)?.as_dict().ok()?;
            usual = below.get(b"DW").map(number).unwrap_or(usual);
            if let Some(row) =
                below.get(b"W").ok().and_then(whole).and_then(|row| row.as_array().ok())
            {
                widths = wide_widths(document, row);
            }
        } else if let Some(row) =
            font.get(b"Widths").ok().and_then(whole).and_then(|row| row.as_array().ok())
        {
            let first = font.get(b"FirstChar").map(number).unwrap_or_default() as u32;
            widths = (first..=LAST).zip(row.iter().map(number)).collect();
        }
        Some(Font { to_unicode, encoding, wide, widths, usual })
    }

    fn show(&mut self, bytes: &[u8], font: Option<&Font<'d>>) {
        let Some(font) = font else {
            self.page.lost += bytes.len();
            return;
        };
        let codes = bytes.chunks(if font.wide { 2 } else { 1 });
        let drawn = codes.len().min(self.left.signs);
        self.left.signs -= drawn;
        for code in codes.take(drawn) {
            let value = code.iter().fold(0, |sum, &byte| sum << 8 | u32::from(byte));
            let width = font.widths.get(&value).copied().unwrap_or(font.usual) / 1000.0;
            let text = font.letters(code);
            let is_space = value == 32 && !font.wide;
            let spacing = self.state.spacing + if is_space { self.state.words } else { 0.0 };
            let advance = (width * self.state.size + spacing) * self.state.scale;
            let place = then(
                [1.0, 0.0, 0.0, 1.0, 0.0, self.state.rise],
                then(self.text, self.state.matrix),
            );
            let end =
                then([1.0, 0.0, 0.0, 1.0, width * self.state.size * self.state.scale, 0.0], place);
            let size = self.state.size.abs() * (place[2].hypot(place[3]));
            self.text = then([1.0, 0.0, 0.0, 1.0, advance, 0.0], self.text);
            // What is drawn there is no space, whatever it is: the stroke that lengthens a word has no letter.
            self.page.lost += usize::from(text.is_empty() && !self.is_said());
            let (left, right) = (place[4].min(end[4]), place[4].max(end[4]));
            self.page.signs.push(Sign { text, x: left, y: place[5], width: right - left, size });
        }
    }
}

impl Font<'_> {
    /// The letters of a code; none where the file does not say which they are.
    fn letters(&self, code: &[u8]) -> String {
        [&self.to_unicode, &self.encoding]
            .into_iter()
            .flatten()
            .filter_map(|encoding| encoding.bytes_to_string(code).ok())
            .find(|letters| !letters.is_empty() && !letters.contains('\u{FFFD}'))
            .unwrap_or_default()
    }
}

/// The table by which a font says which letters its codes are.
fn to_unicode<'d>(document: &Document, font: &Dictionary) -> Option<Encoding<'d>> {
    let table = font.get(b"ToUnicode").ok()?.clone();
    // The reader of the file asks for the name of an encoding first, and would not look at the table.
    let mut alone = Dictionary::new();
    alone.set("Type", Object::Name(b"Font".to_vec()));
    alone.set("ToUnicode", table);
    match alone.get_font_encoding_with_limit(document, MOST) {
        Ok(Encoding::UnicodeMapEncoding(map)) => Some(Encoding::UnicodeMapEncoding(map)),
        _ => None,
    }
}

fn found<'f, 'd>(
    fonts: &'f BTreeMap<Vec<u8>, Option<Font<'d>>>,
    name: &Option<Vec<u8>>,
) -> Option<&'f Font<'d>> {
    fonts.get(name.as_ref()?)?.as_ref()
}

/// An entry of the resources: a font, a drawing, the properties of a piece.
fn in_resources<'d>(
    document: &'d Document,
    resources: &[&'d Dictionary],
    kind: &[u8],
    name: &[u8],
) -> Option<&'d Object> {
    resources.iter().find_map(|resources| {
        let (_, all) = document.dereference(resources.get(kind).ok()?).ok()?;
        let (_, found) = document.dereference(all.as_dict().ok()?.get(name).ok()?).ok()?;
        Some(found)
    })
}

/// `1 [500 600] 7 9 400`: codes 1 and 2 have their own widths, 7 to 9 one.
fn wide_widths(document: &Document, row: &[Object]) -> BTreeMap<u32, f32> {
    /// How many widths are told one over the other before no more is read of them.
    const MOST_TOLD: usize = 4 * (LAST as usize + 1);
    let (mut widths, mut told) = (BTreeMap::new(), 0);
    let mut at = 0;
    while at + 1 < row.len() && told < MOST_TOLD {
        let first = number(&row[at]) as u32;
        let second = document.dereference(&row[at + 1]).map_or(&row[at + 1], |(_, second)| second);
        if let Ok(own) = second.as_array() {
            told += own.len();
            widths.extend((first..=LAST).zip(own.iter().map(number)));
            at += 2;
        } else {
            let width = row.get(at + 2).map(number).unwrap_or_default();
            let codes = first..=(number(second) as u32).min(LAST);
            told += codes.clone().count();
            widths.extend(codes.map(|code| (code, width)));
            at += 3;
        }
    }
    widths
}
