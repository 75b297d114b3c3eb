//! A picture as text: a line for each of its shapes and texts with where it stands, whatever its colours. A change that
//! moves anything or says anything else is seen, and costs a line.

use std::fmt::Write as _;

use resvg::usvg::roxmltree::{Document, Node};

/// What says where a shape is, in the order it is written.
const PLACE: [&str; 14] = [
    "transform",
    "x",
    "y",
    "width",
    "height",
    "x1",
    "y1",
    "x2",
    "y2",
    "cx",
    "cy",
    "r",
    "text-anchor",
    "stroke-dasharray",
];

/// So many numbers of a path or a line are written; of a longer one, how many there are and between which they lie.
const WRITTEN: usize = 24;

/// The shapes and texts of a picture in SVG, in the order they are drawn.
pub fn outline(svg: &str) -> String {
    let document = Document::parse(svg).expect("well-formed XML");
    let mut lines = String::new();
    for node in document.root_element().children() {
        describe(&node, 0, &mut lines);
    }
    lines
}

fn describe(node: &Node<'_, '_>, depth: usize, lines: &mut String) {
    let tag = node.tag_name().name();
    if !node.is_element() || ["title", "desc", "metadata", "defs"].contains(&tag) {
        return;
    }
    let _ = write!(lines, "{:indent$}{tag}", "", indent = depth * 2);
    for name in PLACE {
        if let Some(value) = node.attribute(name) {
            let _ = write!(lines, " {name}={value}");
        }
    }
    if node.attribute("fill").is_some_and(|fill| fill.starts_with("url(")) {
        lines.push_str(" hatched");
    }
    if let Some(points) = node.attribute("points").or_else(|| node.attribute("d")) {
        let _ = write!(lines, " {}", numbers(points));
    }
    if matches!(tag, "text" | "tspan") {
        let _ = write!(lines, " {:?}", node.text().unwrap_or_default());
    }
    lines.push('\n');
    for child in node.children() {
        describe(&child, depth + 1, lines);
    }
}

fn numbers(points: &str) -> String {
    let parts = points.split(|c: char| !(c.is_ascii_digit() || c == '.' || c == '-'));
    let all: Vec<f32> = parts.filter_map(|part| part.parse().ok()).collect();
    if all.len() <= WRITTEN {
        return points.to_owned();
    }
    let (least, most) = all.iter().fold((f32::MAX, f32::MIN), |(least, most), x| (least.min(*x), most.max(*x)));
    format!("{} numbers from {least} to {most}, {:.0} together", all.len(), all.iter().sum::<f32>())
}
