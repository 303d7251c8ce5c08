//! The canvas as a PNG file with a palette.

use png::{BitDepth, ColorType, Compression, Encoder, EncodingError, Filter};

use super::canvas::Canvas;
use super::ink::{self, Accent};
use super::{HEIGHT, WIDTH};

/// The bytes of the file.
pub(super) fn png(canvas: &Canvas, accent: Accent) -> Vec<u8> {
    packed(canvas, accent).expect("a picture of the size that its header names, written to memory")
}

/// Indexes are packed without a filter: a difference of two indexes means nothing.
fn packed(canvas: &Canvas, accent: Accent) -> Result<Vec<u8>, EncodingError> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, WIDTH, HEIGHT);
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Four);
    encoder.set_palette(ink::palette(accent));
    encoder.set_compression(Compression::Balanced);
    encoder.set_filter(Filter::NoFilter);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(canvas.pairs())?;
    writer.finish()?;
    Ok(bytes)
}
