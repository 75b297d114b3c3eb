//! A picture as SVG 1.1: shapes and text, written so that no text of a briefing is ever taken for markup.

use std::collections::BTreeMap;
use std::fmt::{self, Display, Write as _};

use crate::briefing::visible::visible;
use crate::drawing::palette::{Rgb, alpha};
use crate::drawing::{self, Anchor, Area, Face};

/// The families of text: those that the program's own pixels are made with, then what a reader's machine may have.
const FAMILIES: &str = "IBM Plex Sans, Helvetica Neue, Arial, Noto Sans, Noto Sans CJK SC, Noto Sans SC, PingFang SC, \
                        Microsoft YaHei, sans-serif";
const MONO_FAMILIES: &str = "IBM Plex Mono, Menlo, Consolas, DejaVu Sans Mono, monospace";

/// What an area is filled with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// One colour.
    Flat(Rgb),
    /// Parallel lines, rising to the right.
    Hatched(Rgb),
    /// Parallel lines, falling to the right.
    HatchedBack(Rgb),
    /// Level lines, as of something that is filling up.
    Levels(Rgb),
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pen {
    /// Its colour.
    pub ink: Rgb,
    /// Its width in points.
    pub width: f32,
    /// Drawn and left out, in points.
    pub dash: Option<[f32; 2]>,
}

/// A picture that is being drawn.
#[derive(Debug, Default)]
pub struct Svg {
    body: String,
    patterns: BTreeMap<String, String>,
}

/// What stands at the head of a picture.
#[derive(Clone, Copy, Debug)]
pub struct Head<'a> {
    /// Begins the identifiers of its title and description.
    pub id: &'a str,
    /// BCP 47.
    pub language: &'a str,
    /// Width and height in points.
    pub size: [f32; 2],
    /// Its title.
    pub title: &'a str,
    /// What it shows, for those who do not see it.
    pub alt: &'a str,
    /// What it is and where it comes from, line by line.
    pub lines: &'a [String],
}

impl Pen {
    /// An unbroken line.
    pub const fn solid(ink: Rgb, width: f32) -> Self {
        Self { ink, width, dash: None }
    }
}

impl Display for Pen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, " stroke=\"{}\" stroke-width=\"{}\"", self.ink, Number(self.width))?;
        let Some([drawn, left_out]) = self.dash else { return Ok(()) };
        write!(f, " stroke-dasharray=\"{} {}\"", Number(drawn), Number(left_out))
    }
}

/// A length with at most two decimals; nought where there is none.
struct Number(f32);

impl Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hundredths = if self.0.is_finite() { (self.0 * 100.0).round() as i64 } else { 0 };
        let (sign, hundredths) = (if hundredths < 0 { "-" } else { "" }, hundredths.unsigned_abs());
        let (whole, rest) = (hundredths / 100, hundredths % 100);
        match rest {
            0 => write!(f, "{sign}{whole}"),
            _ if rest.is_multiple_of(10) => write!(f, "{sign}{whole}.{}", rest / 10),
            _ => write!(f, "{sign}{whole}.{rest:02}"),
        }
    }
}

struct Points<'a>(&'a [[f32; 2]]);

impl Display for Points<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, [x, y]) in self.0.iter().enumerate() {
            let space = if index > 0 { " " } else { "" };
            write!(f, "{space}{},{}", Number(*x), Number(*y))?;
        }
        Ok(())
    }
}

/// A text as XML carries it: markup escaped, line breaks as spaces, and what acts or is not allowed shown as what it is.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in visible(text).chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\r' | '\t' => out.push(' '),
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            other => out.push(other),
        }
    }
    out
}

// Writing to a string does not fail.
impl Svg {
    /// Draws another picture over this one.
    pub fn append(&mut self, other: Self) {
        self.body.push_str(&other.body);
        self.patterns.extend(other.patterns);
    }

    /// An upright rectangle, with a rim inside it where it has one.
    pub fn rect(&mut self, area: Area, fill: Option<Fill>, rim: Option<Pen>) {
        self.rounded(area, 0.0, fill, rim);
    }

    /// The same with round corners.
    pub fn rounded(&mut self, area: Area, corner: f32, fill: Option<Fill>, rim: Option<Pen>) {
        let inset = rim.map_or(0.0, |pen| pen.width / 2.0);
        let (width, height) = (area.right - area.left - 2.0 * inset, area.bottom - area.top - 2.0 * inset);
        let fill = self.fill(fill);
        let rim = rim.map_or_else(String::new, |pen| pen.to_string());
        let [x, y, width, height] = [area.left + inset, area.top + inset, width.max(0.0), height.max(0.0)].map(Number);
        let corner = if corner > 0.0 { format!(" rx=\"{}\"", Number(corner)) } else { String::new() };
        let _ = writeln!(
            self.body,
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"{corner} fill=\"{fill}\"{rim}/>"
        );
    }

    /// A straight line.
    pub fn line(&mut self, [from, to]: [[f32; 2]; 2], pen: Pen) {
        let [x1, y1, x2, y2] = [from[0], from[1], to[0], to[1]].map(Number);
        let _ = writeln!(self.body, "<line x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\"{pen}/>");
    }

    /// A line through points.
    pub fn polyline(&mut self, points: &[[f32; 2]], pen: Pen) {
        let points = Points(points);
        let _ = writeln!(self.body, "<polyline points=\"{points}\" fill=\"none\" stroke-linejoin=\"round\"{pen}/>");
    }

    /// A polygon.
    pub fn polygon(&mut self, points: &[[f32; 2]], fill: Option<Rgb>, rim: Option<Pen>) {
        let (points, fill) = (Points(points), self.fill(fill.map(Fill::Flat)));
        let rim = rim.map_or_else(String::new, |pen| pen.to_string());
        let _ = writeln!(self.body, "<polygon points=\"{points}\" fill=\"{fill}\"{rim}/>");
    }

    /// A circle.
    pub fn circle(&mut self, [x, y]: [f32; 2], radius: f32, fill: Option<Rgb>, rim: Option<Pen>) {
        let ([x, y, radius], fill) = ([x, y, radius].map(Number), self.fill(fill.map(Fill::Flat)));
        let rim = rim.map_or_else(String::new, |pen| pen.to_string());
        let _ = writeln!(self.body, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" fill=\"{fill}\"{rim}/>");
    }

    /// Many triangles or lines as one path, from the moves and lines of `draw`.
    pub fn path(&mut self, lines: impl Iterator<Item = Vec<[f32; 2]>>, fill: Option<Rgb>, pen: Option<Pen>) {
        let fill = self.fill(fill.map(Fill::Flat));
        self.body.push_str("<path d=\"");
        for line in lines {
            for (index, [x, y]) in line.iter().enumerate() {
                let _ = write!(self.body, "{}{} {}", if index == 0 { 'M' } else { 'L' }, Number(*x), Number(*y));
            }
        }
        let pen = pen.map_or_else(String::new, |pen| pen.to_string());
        let _ = writeln!(self.body, "\" fill=\"{fill}\" stroke-linejoin=\"round\"{pen}/>");
    }

    /// One line of text on its base line.
    pub fn text(&mut self, at: [f32; 2], anchor: Anchor, face: Face, ink: Rgb, text: &str) {
        self.haloed(at, anchor, face, (ink, None), text);
    }

    /// One line of text on its base line, with a rim of another colour that keeps lines away from its letters.
    pub fn haloed(
        &mut self,
        [x, y]: [f32; 2],
        anchor: Anchor,
        face: Face,
        (ink, halo): (Rgb, Option<Rgb>),
        text: &str,
    ) {
        if text.is_empty() {
            return;
        }
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let weight = if face.strong { " font-weight=\"600\"" } else { "" };
        let family = if face.mono { format!(" font-family=\"{MONO_FAMILIES}\"") } else { String::new() };
        let halo = halo.map_or_else(String::new, |halo| {
            format!(" paint-order=\"stroke\" stroke=\"{halo}\" stroke-width=\"3\" stroke-linejoin=\"round\"")
        });
        let ([x, y, size], text) = ([x, y, face.size].map(Number), escaped(text));
        let _ = writeln!(
            self.body,
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{weight}{family}{anchor}{halo} fill=\"{ink}\">{text}</text>"
        );
    }

    /// Draws within a rectangle, or dimmed, and nothing of it beyond.
    pub fn group(&mut self, attributes: Group, draw: impl FnOnce(&mut Self)) {
        match attributes {
            Group::Clipped(area) => {
                let id = format!("clip-{}", self.patterns.len());
                let [x, y, width, height] =
                    [area.left, area.top, area.right - area.left, area.bottom - area.top].map(Number);
                let clip = format!(
                    "<clipPath id=\"{id}\"><rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/></clipPath>"
                );
                let _ = writeln!(self.body, "<g clip-path=\"url(#{id})\">");
                self.patterns.insert(id, clip);
            }
            Group::Dimmed(opacity) => {
                let _ = writeln!(self.body, "<g opacity=\"{}\">", Number(opacity));
            }
        }
        draw(self);
        self.body.push_str("</g>\n");
    }

    fn fill(&mut self, fill: Option<Fill>) -> String {
        let (name, color, tile) = match fill {
            None => return "none".to_owned(),
            Some(Fill::Flat(color)) => return color.to_string(),
            Some(Fill::Hatched(color)) => {
                ("hatched", color, [drawing::Fill::HATCH_PITCH, 45.0, drawing::Fill::HATCH_WIDTH])
            }
            Some(Fill::HatchedBack(color)) => {
                ("hatched-back", color, [drawing::Fill::HATCH_PITCH, -45.0, drawing::Fill::HATCH_WIDTH])
            }
            Some(Fill::Levels(color)) => {
                ("levels", color, [drawing::Fill::LEVEL_PITCH, 90.0, drawing::Fill::LEVEL_WIDTH])
            }
        };
        let id = format!("{name}-{:06x}", color.0);
        let [side, turn, width] = tile;
        let middle = side / 2.0;
        let pattern = format!(
            "<pattern id=\"{id}\" width=\"{side}\" height=\"{side}\" patternUnits=\"userSpaceOnUse\" \
             patternTransform=\"rotate({turn})\"><line x1=\"{middle}\" y1=\"0\" x2=\"{middle}\" y2=\"{side}\" \
             stroke=\"{color}\" stroke-width=\"{width}\" stroke-opacity=\"{}\"/></pattern>",
            alpha::HATCH
        );
        let url = format!("url(#{id})");
        self.patterns.insert(id, pattern);
        url
    }

    /// The whole file.
    pub fn finish(self, head: Head<'_>) -> String {
        let Head { id, language, size: [width, height], title, alt, lines } = head;
        let [width, height] = [width, height].map(Number);
        let mut file = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} \
             {height}\" role=\"img\" aria-labelledby=\"{id}-title {id}-description\" xml:lang=\"{}\" \
             font-family=\"{FAMILIES}\">\n",
            escaped(language)
        );
        let _ = writeln!(file, "<title id=\"{id}-title\">{}</title>", escaped(title));
        let _ = writeln!(file, "<desc id=\"{id}-description\">{}</desc>", escaped(alt));
        let lines: Vec<String> = lines.iter().map(|line| escaped(line)).collect();
        let _ = writeln!(file, "<metadata>{}</metadata>", lines.join("\n"));
        if !self.patterns.is_empty() {
            let patterns: Vec<String> = self.patterns.into_values().collect();
            let _ = writeln!(file, "<defs>\n{}\n</defs>", patterns.join("\n"));
        }
        file + &self.body + "</svg>\n"
    }
}

/// What holds for a group of shapes.
#[derive(Clone, Copy, Debug)]
pub enum Group {
    /// Nothing is drawn beyond an area.
    Clipped(Area),
    /// What is left of its colours, from 0 to 1.
    Dimmed(f32),
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use resvg::usvg::roxmltree::Document;

    use super::{Anchor, Face, Head, Number, Rgb, Svg};

    fn file(text: &str) -> String {
        let mut svg = Svg::default();
        let face = Face { size: 12.0, strong: true, mono: true };
        svg.text([1.0, 2.0], Anchor::Middle, face, Rgb(0), text);
        let lines = [text.to_owned()];
        svg.finish(Head { id: "t", language: text, size: [10.0, 10.0], title: text, alt: text, lines: &lines })
    }

    #[test]
    fn lengths_are_short_and_always_numbers() {
        let said = |length| Number(length).to_string();
        assert_eq!(
            [said(1.0), said(-0.254), said(12.999), said(0.1), said(-0.001), said(3.05)],
            ["1", "-0.25", "13", "0.1", "0", "3.05"]
        );
        assert_eq!([said(f32::NAN), said(f32::INFINITY)], ["0", "0"]);
    }

    #[test]
    fn markup_stays_text() {
        let hostile = "</text><script>alert('x')</script>&amp; \"q\" \u{1}\u{ffff}";
        let file = file(hostile);
        let document = Document::parse(&file).expect("well-formed XML");
        assert!(document.descendants().all(|node| node.tag_name().name() != "script"));
        let text = document.descendants().find(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "text")));
        assert_eq!(
            text.and_then(|node| node.text()),
            Some("</text><script>alert('x')</script>&amp; \"q\" [U+0001]\u{fffd}")
        );
    }

    proptest! {
        #[test]
        fn any_text_makes_well_formed_xml(text in any::<String>()) {
            let file = file(&text);
            prop_assert!(Document::parse(&file).is_ok(), "{file}");
        }
    }
}
