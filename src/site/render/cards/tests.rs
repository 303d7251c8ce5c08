//! What can be told of a picture without eyes: where its ink is, and that it is always the same.

use parley::PositionedLayoutItem;
use rayon::prelude::*;

use super::canvas::Canvas;
use super::ink::{BARE, Ink};
use super::setting::{Block, Setter, Style, Weight};
use super::sheet::{EDGE, RIGHT};
use super::{Accent, Card, Cards, HEIGHT, WIDTH, png};

const PLAIN: Card<'_> = Card {
    kicker: "ملف المياه · مادة",
    title: "الوفدان يتفقان على تقاسم مياه النهر",
    lines: &["الخميس 2 أيلول/سبتمبر 2021", "صحيفة الضفة · 9 فقرات"],
    accent: Accent::River,
};

fn with_title(title: &str) -> Card<'_> {
    Card { title, ..PLAIN }
}

fn alone(title: &str) -> Card<'_> {
    Card { kicker: "", title, lines: &[], accent: Accent::River }
}

/// For each column, whether the title has ink in it.
fn title_columns(card: &Card<'_>) -> Vec<bool> {
    let canvas = Cards::new().draw(card);
    (0..WIDTH as usize).map(|x| column(&canvas, x).any(is_title)).collect()
}

fn column(canvas: &Canvas, x: usize) -> impl Iterator<Item = u8> {
    let pairs = canvas.pairs().iter().skip(x / 2).step_by(WIDTH as usize / 2);
    pairs.map(move |pair| if x.is_multiple_of(2) { pair >> 4 } else { pair & 0x0F })
}

fn is_title(index: u8) -> bool {
    index > Ink::Text.base() && index <= Ink::Text.full()
}

/// The first and the last column with ink of the title.
fn title_extent(title: &str) -> (usize, usize) {
    let columns = title_columns(&alone(title));
    let find = |found: Option<usize>| found.unwrap_or_else(|| panic!("no ink: {title}"));
    (find(columns.iter().position(|&ink| ink)), find(columns.iter().rposition(|&ink| ink)))
}

/// A title in lines of 900 pixels.
fn set(title: &str, most_lines: usize) -> Block {
    let style = Style { size: 64.0, line_height: 96.0, width: 900.0, most_lines };
    Setter::new().set(title, Weight::Bold, &[style]).expect("a title with letters")
}

/// The glyphs of the last line of a block from left to right, those of the face for Latin letters alone.
fn latin_glyphs(block: &Block) -> Vec<u32> {
    let faces = Setter::new().faces;
    let mut glyphs = Vec::new();
    for item in block.layout().lines().last().into_iter().flat_map(|line| line.items()) {
        if let PositionedLayoutItem::GlyphRun(run) = item
            && faces
                .of(run.run().font())
                .is_some_and(|face| std::ptr::eq(face.data, faces.latin_bold().data))
        {
            glyphs.extend(run.glyphs().map(|glyph| glyph.id));
        }
    }
    glyphs
}

fn latin(letter: char) -> u32 {
    u32::from(Setter::new().faces.latin_bold().charmap().map(letter))
}

/// Checks that signs of Latin type stand in this order from left to right.
#[track_caller]
fn check_order(title: &str, from_left: &[char]) {
    let wanted: Vec<u32> = from_left.iter().map(|&sign| latin(sign)).collect();
    let found: Vec<u32> =
        latin_glyphs(&set(title, 1)).into_iter().filter(|glyph| wanted.contains(glyph)).collect();
    assert_eq!(found, wanted, "{title}");
}

#[test]
fn letters_are_joined() {
    let joined = title_extent("ببب");
    let apart = title_extent("ب\u{200C}ب\u{200C}ب");
    assert!(joined.1 - joined.0 < (apart.1 - apart.0) * 3 / 4, "{joined:?} {apart:?}");
    let columns = title_columns(&alone("ببب"));
    assert!(columns[joined.0..=joined.1].iter().all(|&ink| ink), "a gap between joined letters");
}

#[test]
fn lam_and_alef_make_one_shape() {
    let (joined, apart) = (title_extent("لا"), title_extent("ل\u{200C}ا"));
    assert!(joined.1 - joined.0 < apart.1 - apart.0);
}

#[test]
fn text_stands_at_the_right() {
    for title in
        ["نهر", "الوفدان يتفقان على تقاسم مياه النهر", "Joint Statement", "2021", "USA في بغداد"]
    {
        let (first, last) = title_extent(title);
        assert!(last <= RIGHT + 2 && last > RIGHT - 16, "{title}: ink ends at {last}");
        assert!(first >= EDGE - 2, "{title}: ink begins at {first}");
    }
    assert!(title_extent("نهر").0 > WIDTH as usize / 2);
}

#[test]
fn signs_stand_in_reading_order() {
    check_order("بين العراق وUSA: 3 جولات", &['3', ':', 'U', 'S', 'A']);
    check_order("من 2020-2024", &['2', '0', '2', '4', '-', '2', '0', '2', '0']);
    check_order("بلغت 5% أمس", &['5', '%']);
    check_order("OPEC+ تعلن", &['O', 'P', 'E', 'C', '+']);
    check_order("Round 3.", &['R', 'o', 'u', 'n', 'd', '3', '.']);
}

#[test]
fn brackets_and_quotes_are_mirrored() {
    check_order("قال «نعم» (أمس)", &['(', ')', '«', '»']);
    check_order("He said «yes» (today)", &['«', '»', '(', ')']);
}

#[test]
fn a_long_title_is_cut_at_a_word() {
    let long = format!(
        "{} وكل ما سواها",
        "لجان للمياه والطاقة والنقل والصحة والتعليم والثقافة والزراعة ".repeat(5)
    );
    let cut = png(&with_title(&long));
    assert!(cut == png(&with_title(&format!("{long} ثم عادوا"))), "both are cut at one word");
    assert!(cut != png(&with_title("لجان للمياه")));
    let block =
        set("اتفق الوفدان على لجان مشتركة للمياه والطاقة والنقل والصحة والتعليم والثقافة", 2);
    assert_eq!(block.layout().len(), 2);
    assert_eq!(latin_glyphs(&block), [latin('…')], "at the end of the last line");
    assert!(latin_glyphs(&set("اتفق الوفدان", 2)).is_empty(), "a title that fits is whole");
}

#[test]
fn an_endless_word_stays_on_the_card() {
    let columns = title_columns(&with_title(&"ب".repeat(1000)));
    assert!(columns[..EDGE - 2].iter().all(|&ink| !ink));
    let _ = png(&with_title(&"\u{64B}".repeat(1000)));
}

#[test]
fn an_empty_card_is_paper_and_spine() {
    let canvas = Cards::new().draw(&alone(""));
    let full = Ink::Accent.full();
    let inked = |x| column(&canvas, x).filter(|&index| index == full).count();
    assert!(
        (0..WIDTH as usize).all(|x| column(&canvas, x).all(|index| index == BARE || index == full))
    );
    assert_eq!((inked(RIGHT), inked(WIDTH as usize - 1)), (0, HEIGHT as usize));
}

#[test]
fn controls_leave_no_trace() {
    let clean = png(&with_title("نهر دجلة"));
    for odd in [
        "\u{202E}نهر\n دجلة",
        "\u{FEFF}نهر\tدجلة\u{0}",
        "  نهر \u{7}\u{1F642} دجلة ",
        "\u{2067}نهر\u{2069} د\u{AD}جلة",
    ] {
        assert!(png(&with_title(odd)) == clean, "{odd:?}");
    }
}

#[test]
fn the_same_card_in_any_thread() {
    let first = Cards::new().png(&PLAIN);
    assert!((0..16).into_par_iter().all(|_| png(&PLAIN) == first));
    let mut used = Cards::new();
    used.png(&with_title("قبلها بطاقة أخرى"));
    assert!(used.png(&PLAIN) == first, "what was drawn before leaves no trace");
}

#[test]
fn the_file_is_a_small_png_with_the_colors_of_the_theme() {
    let file = png(&PLAIN);
    assert!(file.len() < 25_000, "{} bytes", file.len());
    let mut decoder = ::png::Decoder::new(std::io::Cursor::new(&file));
    decoder.set_transformations(::png::Transformations::EXPAND);
    let mut reader = decoder.read_info().expect("a header");
    let mut pixels = vec![0; reader.output_buffer_size().expect("a size")];
    let info = reader.next_frame(&mut pixels).expect("pixels");
    assert_eq!((info.width, info.height, info.color_type), (WIDTH, HEIGHT, ::png::ColorType::Rgb));
    assert_eq!(pixels[..3], [0xFB, 0xFA, 0xF6], "paper at the top left");
    assert_eq!(
        pixels[3 * (WIDTH as usize - 1)..][..3],
        [0x0B, 0x5A, 0x60],
        "the spine at the top right"
    );
    assert!(pixels.chunks_exact(3).any(|pixel| pixel == [0x1B, 0x1A, 0x17]), "ink");
}
