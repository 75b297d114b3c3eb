//! Pages as they are drawn: every letter, shape and picture with its place, noted by what writes the file while it writes
//! it. What is looked at before a file is written is what is in it, since both are laid out once.

mod pixels;
mod shapes;

use std::fmt;
use std::sync::Arc;

use parley::fontique::Blob;

use crate::drawing::palette::Palette;
use crate::drawing::{Ink, Shapes};

/// Pages of one size.
#[derive(Debug)]
pub struct Leaves {
    /// Width and height in points.
    pub size: [f32; 2],
    /// Their colours.
    pub palette: &'static Palette,
    /// The faces of their letters.
    pub faces: Vec<Face>,
    /// The pages.
    pub leaves: Vec<Leaf>,
}

/// A face: the file that it is in, and which of its faces it is.
#[derive(Clone)]
pub struct Face {
    /// The file.
    pub file: Blob<u8>,
    /// Which face of it.
    pub index: u32,
}

/// A page.
#[derive(Debug, Default)]
pub struct Leaf {
    /// What is drawn on it, each over what is before it.
    pub traces: Vec<Trace>,
}

/// Something drawn on a page.
#[derive(Debug)]
pub enum Trace {
    /// Letters of one face.
    Letters(Letters),
    /// Shapes, measured from a place.
    Shapes([f32; 2], Shapes),
    /// A picture.
    Picture(Pasted),
}

/// Letters of one face, size and ink.
#[derive(Debug)]
pub struct Letters {
    /// The face, by its number among those of the pages.
    pub face: usize,
    /// The size in points.
    pub size: f32,
    /// The ink.
    pub ink: Ink,
    /// Where they begin, on the line that they stand on.
    pub at: [f32; 2],
    /// How wide they are.
    pub width: f32,
    /// The number of each in its face, and how far to the right of and below the beginning it stands.
    pub glyphs: Vec<(u32, [f32; 2])>,
    /// What they are read as.
    pub text: String,
}

/// A picture on a page.
#[derive(Debug)]
pub struct Pasted {
    /// The drawing.
    pub svg: Arc<str>,
    /// What it shows, in words.
    pub alt: String,
    /// Its upper left corner.
    pub at: [f32; 2],
    /// Its width and height.
    pub size: [f32; 2],
}

impl fmt::Debug for Face {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Face").field("bytes", &self.file.len()).field("index", &self.index).finish()
    }
}

impl Leaf {
    /// What is read on it, line by line, and of each picture what it shows.
    pub fn lines(&self) -> Vec<String> {
        /// Less than this lies between the words of a line.
        const GAP: f32 = 1.0;
        let mut lines: Vec<String> = Vec::new();
        let mut last: Option<(f32, f32)> = None;
        for trace in &self.traces {
            match trace {
                Trace::Letters(letters) => {
                    let [left, base] = letters.at;
                    match (last, lines.last_mut()) {
                        (Some((end, line)), Some(text)) if (line - base).abs() < f32::EPSILON => {
                            if (left - end).abs() > GAP && !text.ends_with(' ') {
                                text.push(' ');
                            }
                            text.push_str(&letters.text);
                        }
                        _ => lines.push(letters.text.clone()),
                    }
                    last = Some((left + letters.width, base));
                }
                Trace::Picture(picture) => {
                    lines.push(picture.alt.clone());
                    last = None;
                }
                Trace::Shapes(..) => {}
            }
        }
        lines.retain(|line| !line.trim().is_empty());
        lines
    }
}
