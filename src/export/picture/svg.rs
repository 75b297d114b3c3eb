//! A drawing as SVG 1.1: shapes and text, written so that no text of a briefing is ever taken for markup.

use std::collections::BTreeMap;
use std::fmt::{self, Display, Write as _};

use super::compact;
use super::measure::{Measure, Stretch};
use crate::briefing::visible::{is_isolate, shown};
use crate::drawing::palette::{Palette, Rgb, alpha};
use crate::drawing::{Anchor, Area, Fill, Group, Ink, Pen, Shape, Shapes, Text};
use crate::export::fonts::system;
use crate::words::direction::{signs_set_apart, turns};

/// The families of text: those that the program's own pixels are made with, then what a reader's machine may have.
const FAMILIES: &str = "IBM Plex Sans, Helvetica Neue, Arial, Noto Sans, Noto Sans CJK SC, Noto Sans SC, PingFang SC, \
                        Microsoft YaHei, sans-serif";
const MONO_FAMILIES: &str = "IBM Plex Mono, Menlo, Consolas, DejaVu Sans Mono, monospace";

/// A file that is being written.
#[derive(Debug)]
pub struct Svg<'a, C = Rgb> {
    palette: &'a Palette<C>,
    /// What identifiers begin with, where several drawings stand in one document.
    scope: &'a str,
    body: String,
    /// What shapes refer to, by its identifier: hatching, and what cuts a group.
    definitions: BTreeMap<String, String>,
    /// Where the upper left corner of what is drawn lies.
    at: [f32; 2],
    /// What is drawn is clipped by: left, top, right and bottom, from the corner of the whole.
    clip: Option<[f32; 4]>,
    /// How wide text is, once it is asked for.
    measure: Option<Measure>,
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

/// A text as XML carries it: markup escaped, line breaks as spaces, and what acts or is not allowed shown as what it is.
pub fn escaped(text: &str) -> String {
    markup(&shown(text))
}

/// The same of a text that is shown as what it is already.
fn markup(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
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
impl<'a, C: Copy + Display> Svg<'a, C> {
    /// An empty one in the colours of a palette.
    pub const fn new(palette: &'a Palette<C>) -> Self {
        Self::within("", palette)
    }

    /// The same as one of several in a document, each of which has a scope of its own.
    pub const fn within(scope: &'a str, palette: &'a Palette<C>) -> Self {
        Self {
            palette,
            scope,
            body: String::new(),
            definitions: BTreeMap::new(),
            at: [0.0, 0.0],
            clip: None,
            measure: None,
        }
    }

    /// Draws shapes, each over those before it.
    pub fn paint(&mut self, shapes: &Shapes) {
        for shape in &shapes.0 {
            self.shape(shape);
        }
    }

    fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Rect { area, corner, fill, rim } => self.rect(area, *corner, *fill, *rim),
            Shape::Line { points, pen } => {
                let pen = self.pen(Some(*pen));
                if let [from, to] = points.as_slice() {
                    let ([x1, y1], [x2, y2]) = (self.point(*from), self.point(*to));
                    self.write(format_args!("<line x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\"{pen}/>"));
                } else {
                    let points = self.points(points);
                    self.write(format_args!(
                        "<polyline points=\"{points}\" fill=\"none\" stroke-linejoin=\"round\"{pen}/>"
                    ));
                }
            }
            Shape::Lines { lines, pen } => self.path(lines.iter().map(Vec::as_slice), None, Some(*pen)),
            Shape::Polygon { points, fill, rim } => {
                let (points, fill, rim) = (self.points(points), self.ink(*fill), self.pen(*rim));
                self.write(format_args!("<polygon points=\"{points}\" fill=\"{fill}\"{rim}/>"));
            }
            Shape::Circle { center, radius, fill, rim } => {
                let ([x, y], radius, fill, rim) =
                    (self.point(*center), Number(*radius), self.ink(*fill), self.pen(*rim));
                self.write(format_args!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" fill=\"{fill}\"{rim}/>"));
            }
            Shape::Mesh(mesh, ink) => {
                let corner = |index: &u32| mesh.vertices.get(*index as usize).copied();
                let triangle = |corners: &[u32; 3]| corners.iter().filter_map(corner).collect::<Vec<[f32; 2]>>();
                // One path, so that no seam shows between two triangles.
                self.path(mesh.triangles.iter().map(triangle), Some(*ink), None);
            }
            Shape::Text(text) => self.text(text),
            Shape::Group(group, shapes) => self.group(group, shapes),
        }
    }

    fn rect(&mut self, area: &Area, corner: f32, fill: Option<Fill>, rim: Option<Pen>) {
        let inset = rim.map_or(0.0, |pen| pen.width / 2.0);
        let inner = area.expanded([-inset, -inset]);
        let [x, y] = self.point([inner.left, inner.top]);
        let [width, height] = [inner.width(), inner.height()].map(|side| Number(side.max(0.0)));
        let corner = if corner > 0.0 { format!(" rx=\"{}\"", Number(corner)) } else { String::new() };
        let (fill, rim) = (self.fill(fill), self.pen(rim));
        self.write(format_args!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"{corner} fill=\"{fill}\"{rim}/>"
        ));
    }

    /// Many triangles or lines as one path.
    fn path<P: AsRef<[[f32; 2]]>>(&mut self, lines: impl Iterator<Item = P>, fill: Option<Ink>, pen: Option<Pen>) {
        self.body.push_str("<path d=\"");
        if !self.scope.is_empty() {
            let placed = |[x, y]: &[f32; 2]| [self.at[0] + x, self.at[1] + y];
            let lines = lines.map(|line| line.as_ref().iter().map(placed).collect());
            let data = compact::data(lines, self.clip);
            let (fill, pen) = (self.ink(fill), self.pen(pen));
            self.write(format_args!("{data}\" fill=\"{fill}\" stroke-linejoin=\"round\"{pen}/>"));
            return;
        }
        for line in lines {
            for (index, point) in line.as_ref().iter().enumerate() {
                let [x, y] = self.point(*point);
                let _ = write!(self.body, "{}{x} {y}", if index == 0 { 'M' } else { 'L' });
            }
        }
        let (fill, pen) = (self.ink(fill), self.pen(pen));
        self.write(format_args!("\" fill=\"{fill}\" stroke-linejoin=\"round\"{pen}/>"));
    }

    fn text(&mut self, text: &Text) {
        let anchor = match text.anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let weight = if text.face.strong { " font-weight=\"600\"" } else { "" };
        let family = if text.face.mono { format!(" font-family=\"{MONO_FAMILIES}\"") } else { String::new() };
        let halo = text.halo.map_or_else(String::new, |halo| {
            let halo = self.palette.of(halo);
            format!(" paint-order=\"stroke\" stroke=\"{halo}\" stroke-width=\"3\" stroke-linejoin=\"round\"")
        });
        let ([x, y], size, ink) = (self.point(text.at), Number(text.face.size), self.palette.of(text.ink));
        let (x, anchor, written) = match self.stretches(text) {
            None => (format!(" x=\"{x}\""), anchor, escaped(&text.text)),
            Some(stretches) => (String::new(), "", stretches),
        };
        self.write(format_args!(
            "<text{x} y=\"{y}\" font-size=\"{size}\"{weight}{family}{anchor}{halo} fill=\"{ink}\">{written}</text>"
        ));
    }

    /// A text that one face does not have, or that turns, stretch by stretch at its place, so that who draws it needs
    /// neither to choose faces nor to order what is read; none where it is plain.
    fn stretches(&mut self, text: &Text) -> Option<String> {
        if !turns(&text.text) && system::faces(&text.text).is_empty() {
            return None;
        }
        let whole = signs_set_apart(&text.text);
        let (width, stretches) = self.measure.get_or_insert_with(Measure::new).stretches(&whole, text.face);
        let start = match text.anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => width / 2.0,
            Anchor::End => width,
        };
        let mut written = String::new();
        for Stretch { bytes, left, family, turned } in stretches {
            let [x, y] = self.point([text.at[0] - start + left, text.at[1]]);
            let family = family.map_or_else(String::new, |family| {
                format!(" font-family=\"{}\"", escaped(&format!("'{family}', sans-serif")))
            });
            let part = whole.get(bytes)?;
            // A bracket is drawn the other way round only where it is known to turn.
            let (before, after) = if turned && !turns(part) { ("\u{2067}", "\u{2069}") } else { ("", "") };
            let part = markup(&part.replace(is_isolate, ""));
            if !part.is_empty() {
                let _ = write!(written, "<tspan x=\"{x}\" y=\"{y}\"{family}>{before}{part}{after}</tspan>");
            }
        }
        Some(written)
    }

    fn group(&mut self, group: &Group, shapes: &Shapes) {
        let (outer, around) = (self.at, self.clip);
        self.at = [outer[0] + group.at[0], outer[1] + group.at[1]];
        let mut open = 0;
        if let Some(clip) = &group.clip {
            let ([left, top], [right, bottom]) = ([clip.left, clip.top], [clip.right, clip.bottom]);
            self.clip = Some([self.at[0] + left, self.at[1] + top, self.at[0] + right, self.at[1] + bottom]);
            let id = format!("{}clip-{}", self.scope, self.definitions.len());
            let ([x, y], width, height) =
                (self.point([clip.left, clip.top]), Number(clip.width()), Number(clip.height()));
            let clip = format!(
                "<clipPath id=\"{id}\"><rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/></clipPath>"
            );
            self.write(format_args!("<g clip-path=\"url(#{id})\">"));
            self.definitions.insert(id, clip);
            open += 1;
        }
        // A file of its own has nobody to find anything in it.
        let of = group.of.filter(|_| !self.scope.is_empty());
        let of = of.map(|of| format!(" data-of=\"{of}\"")).unwrap_or_default();
        let opacity = (group.opacity < 1.0).then(|| format!(" opacity=\"{}\"", Number(group.opacity)));
        let opacity = opacity.unwrap_or_default();
        if !of.is_empty() || !opacity.is_empty() {
            self.write(format_args!("<g{of}{opacity}>"));
            open += 1;
        }
        self.paint(shapes);
        for _ in 0..open {
            self.body.push_str("</g>\n");
        }
        (self.at, self.clip) = (outer, around);
    }

    fn write(&mut self, element: fmt::Arguments<'_>) {
        let _ = writeln!(self.body, "{element}");
    }

    fn point(&self, [x, y]: [f32; 2]) -> [Number; 2] {
        [Number(self.at[0] + x), Number(self.at[1] + y)]
    }

    fn points(&self, points: &[[f32; 2]]) -> String {
        let mut text = String::new();
        for (index, point) in points.iter().enumerate() {
            let ([x, y], space) = (self.point(*point), if index > 0 { " " } else { "" });
            let _ = write!(text, "{space}{x},{y}");
        }
        text
    }

    fn ink(&self, ink: Option<Ink>) -> String {
        ink.map_or_else(|| "none".to_owned(), |ink| self.palette.of(ink).to_string())
    }

    fn pen(&self, pen: Option<Pen>) -> String {
        let Some(Pen { ink, width, dash }) = pen else { return String::new() };
        let stroke = format!(" stroke=\"{}\" stroke-width=\"{}\"", self.palette.of(ink), Number(width));
        match dash {
            Some([drawn, left_out]) => format!("{stroke} stroke-dasharray=\"{} {}\"", Number(drawn), Number(left_out)),
            None => stroke,
        }
    }

    fn fill(&mut self, fill: Option<Fill>) -> String {
        let Some(fill) = fill else { return "none".to_owned() };
        let (hatched, levels) = ((Fill::HATCH_PITCH, Fill::HATCH_WIDTH), (Fill::LEVEL_PITCH, Fill::LEVEL_WIDTH));
        let (name, turn, (side, width)) = match fill {
            Fill::Flat(ink) => return self.palette.of(ink).to_string(),
            Fill::Hatched(ink) if self.palette.falls(ink) => ("hatched-back", -45, hatched),
            Fill::Hatched(_) => ("hatched", 45, hatched),
            Fill::Levels(_) => ("levels", 90, levels),
        };
        let color = self.palette.of(fill.ink());
        let key: String = color.to_string().chars().filter(char::is_ascii_alphanumeric).collect();
        let (id, middle) = (format!("{}{name}-{key}", self.scope), side / 2.0);
        let pattern = format!(
            "<pattern id=\"{id}\" width=\"{side}\" height=\"{side}\" patternUnits=\"userSpaceOnUse\" \
             patternTransform=\"rotate({turn})\"><line x1=\"{middle}\" y1=\"0\" x2=\"{middle}\" y2=\"{side}\" \
             stroke=\"{color}\" stroke-width=\"{width}\" stroke-opacity=\"{}\"/></pattern>",
            alpha::HATCH
        );
        let url = format!("url(#{id})");
        self.definitions.insert(id, pattern);
        url
    }

    /// What was drawn, as an element of a page, with what it shows in words. It is as wide as there is room.
    pub fn inline(self, id: &str, class: &str, [width, height]: [f32; 2], alt: &str) -> String {
        let [width, height] = [width, height].map(Number);
        let mut element = format!(
            "<svg class=\"{class}\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"{id}\">\n<title \
             id=\"{id}\">{}</title>\n",
            escaped(alt)
        );
        if !self.definitions.is_empty() {
            let definitions: Vec<String> = self.definitions.into_values().collect();
            let _ = writeln!(element, "<defs>\n{}\n</defs>", definitions.join("\n"));
        }
        element + &self.body + "</svg>"
    }

    /// What was drawn, to be put into a drawing of one's own.
    pub fn shapes(self) -> String {
        self.body
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
        if !self.definitions.is_empty() {
            let definitions: Vec<String> = self.definitions.into_values().collect();
            let _ = writeln!(file, "<defs>\n{}\n</defs>", definitions.join("\n"));
        }
        file + &self.body + "</svg>\n"
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use resvg::usvg::roxmltree::Document;

    use super::{Head, Number, Svg};
    use crate::drawing::palette::LIGHT;
    use crate::drawing::{Anchor, Face, Ink, Shapes, Text};

    fn file(text: &str) -> String {
        let mut shapes = Shapes::default();
        let face = Face { size: 12.0, strong: true, mono: true };
        shapes.text(Text::new([1.0, 2.0], Anchor::Middle, face, Ink::Text, text));
        let mut svg = Svg::new(&LIGHT);
        svg.paint(&shapes);
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

    #[test]
    fn what_turns_is_drawn_stretch_by_stretch_and_read_as_it_was_written() {
        let written = |text: &str| {
            let file = file(text);
            let document = Document::parse(&file).expect("well-formed XML");
            let text = document.descendants().find(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "text")));
            let parts = text
                .expect("a text")
                .descendants()
                .filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "tspan")));
            parts
                .map(|part| {
                    let left: f32 = part.attribute("x").and_then(|x| x.parse().ok()).expect("a place");
                    (part.text().unwrap_or_default().to_owned(), left)
                })
                .collect::<Vec<_>>()
        };
        let parts = written("سلطنة عُمان (مسقط)");
        let read: String = parts.iter().map(|(text, _)| text.replace(['\u{2067}', '\u{2069}'], "")).collect();
        assert_eq!(read, "سلطنة عُمان (مسقط)");
        assert!(parts.windows(2).all(|pair| pair[0].1 > pair[1].1), "from right to left: {parts:?}");
        let mixed = written("Oman, عُمان, Nepal");
        assert!(mixed.len() == 4 && mixed.is_sorted_by(|a, b| a.1 < b.1), "{mixed:?}");
        assert!(written("Oman, 中国").is_empty(), "what is plain stays one text");
    }

    proptest! {
        #[test]
        fn any_text_makes_well_formed_xml(text in any::<String>()) {
            let file = file(&text);
            prop_assert!(Document::parse(&file).is_ok(), "{file}");
        }
    }
}
