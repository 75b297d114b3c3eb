//! Map, marks, chronology, history and locator through the window's painter and through SVG's: every shape of them has
//! the same extent and the same colours in both, every text stands in the same place.

#![expect(clippy::panic, reason = "a test stops at what it did not expect")]

use std::collections::BTreeSet;

use egui::epaint::ColorMode;
use egui::{Color32, Context, Pos2, RawInput, Rect, Shape, Vec2, pos2};
use jiff::civil::date;
use resvg::usvg::{self, Node, Options, Paint, Tree, roxmltree::Document};

use crate::analysis::checks::Outcome;
use crate::analysis::facets::Facet;
use crate::analysis::region::Region;
use crate::analysis::roster::{Edition, RosterIndex, RosterQuery};
use crate::briefing::{Briefing, StatusShape, Verdict, main_members};
use crate::drawing::chronology::chronology;
use crate::drawing::locator::locator;
use crate::drawing::map::{self, Sheet, Style};
use crate::drawing::marks::Mark;
use crate::drawing::palette::LIGHT;
use crate::drawing::{self, Drawing, Group, Measure, Shapes, history};
use crate::export::picture::measure;
use crate::export::picture::svg::{Head, Svg};
use crate::ui::paint::{WindowMeasure, paint_shapes};
use crate::ui::theme;
use crate::words::Words;

const CORNER: Pos2 = pos2(20.0, 30.0);
/// The window feathers its edges, and gives a line round ends where its extent is asked for.
const FEATHER: f32 = 1.5;

/// What a painter made of some shapes.
struct Made {
    /// Red, green, blue and what is left of them, as the window mixes them.
    colors: BTreeSet<[u8; 4]>,
    bounds: Rect,
    /// Each text with the left end of its base line.
    texts: Vec<(String, Pos2)>,
    clip: Option<Rect>,
}

/// A window that is open.
struct Window(Context);

impl Window {
    fn new() -> Self {
        let ctx = Context::default();
        theme::install(&ctx);
        ctx.set_theme(egui::Theme::Light);
        let window = Self(ctx);
        // The fonts are there from the first frame on.
        window.frame(|_| ());
        window
    }

    fn frame<T>(&self, draw: impl FnOnce(&mut egui::Ui) -> T) -> (T, Vec<egui::epaint::ClippedShape>) {
        let screen = Some(Rect::from_min_size(Pos2::ZERO, Vec2::new(1200.0, 800.0)));
        let (mut draw, mut drawn) = (Some(draw), None);
        let output = self.0.run_ui(RawInput { screen_rect: screen, ..RawInput::default() }, |ui| {
            if let Some(draw) = draw.take() {
                drawn = Some(draw(ui));
            }
        });
        let shapes = output.shapes.clone();
        output.drop_without_applying_deltas();
        (drawn.expect("it was drawn"), shapes)
    }

    fn paint(&self, shapes: &Shapes) -> Made {
        let ((), painted) = self.frame(|ui| paint_shapes(ui, shapes, CORNER));
        let mut made = Made { colors: BTreeSet::new(), bounds: Rect::NOTHING, texts: Vec::new(), clip: None };
        for clipped in painted {
            let shape = clipped.shape;
            made.colors.extend(colors(&shape).into_iter().map(|color| color.to_array()).filter(|color| color[3] > 0));
            if let Shape::Text(text) = &shape {
                let base = text.galley.rows[0].glyphs[0].pos.y;
                // The rim around its letters comes first, and the text itself last.
                made.texts = vec![(text.galley.text().to_owned(), text.pos + Vec2::new(0.0, base))];
            } else {
                made.bounds |= shape.visual_bounding_rect();
                made.clip = Some(clipped.clip_rect);
            }
        }
        made
    }

    fn lay_out(&self, lay_out: impl FnOnce(&mut dyn Measure) -> Drawing) -> Drawing {
        self.frame(|ui| lay_out(&mut WindowMeasure(ui.painter()))).0
    }
}

/// The colours of a shape of the window.
fn colors(shape: &Shape) -> Vec<Color32> {
    let of = |fill: Color32, stroke: Color32, width: f32| if width > 0.0 { vec![fill, stroke] } else { vec![fill] };
    match shape {
        Shape::Vec(shapes) => shapes.iter().flat_map(colors).collect(),
        Shape::Circle(circle) => of(circle.fill, circle.stroke.color, circle.stroke.width),
        Shape::Rect(rect) => of(rect.fill, rect.stroke.color, rect.stroke.width),
        Shape::LineSegment { stroke, .. } => vec![stroke.color],
        Shape::Path(path) => {
            let ColorMode::Solid(stroke) = path.stroke.color else { panic!("a plain colour") };
            of(path.fill, stroke, path.stroke.width)
        }
        Shape::Mesh(mesh) => mesh.vertices.iter().map(|vertex| vertex.color).collect(),
        Shape::Noop | Shape::Text(_) => Vec::new(),
        other => panic!("no drawing has a {other:?}"),
    }
}

fn written(shapes: &Shapes, measure: &mut measure::Measure) -> Made {
    let mut moved = Shapes::default();
    moved.group(Group { at: CORNER.into(), ..Group::default() }, |inner| *inner = shapes.clone());
    let mut svg = Svg::new(&LIGHT);
    svg.paint(&moved);
    let file = svg.finish(Head { id: "t", language: "en", size: [1200.0, 800.0], title: "", alt: "", lines: &[] });
    let document = Document::parse(&file).expect("well-formed XML");
    let number = |node: &usvg::roxmltree::Node<'_, '_>, attribute: &str| -> f32 {
        node.attribute(attribute).and_then(|text| text.parse().ok()).expect("a number")
    };
    let texts = document.descendants().filter(|node| node.tag_name().name() == "text").map(|node| {
        let text = node.text().unwrap_or_default().to_owned();
        let face =
            drawing::Face { size: number(&node, "font-size"), strong: node.has_attribute("font-weight"), mono: false };
        let share: f32 = match node.attribute("text-anchor") {
            Some("middle") => 0.5,
            Some(_) => 1.0,
            None => 0.0,
        };
        let left = share.mul_add(-measure.width(&text, face), number(&node, "x"));
        (text, pos2(left, number(&node, "y")))
    });
    let clips = document.descendants().find(|node| node.tag_name().name() == "clipPath");
    let clip = clips.and_then(|node| node.first_element_child()).map(|rect| {
        let [x, y, width, height] = ["x", "y", "width", "height"].map(|name| number(&rect, name));
        Rect::from_min_size(pos2(x, y), Vec2::new(width, height))
    });
    let mut made = Made { colors: BTreeSet::new(), bounds: Rect::NOTHING, texts: texts.collect(), clip };
    // Without fonts it has no text, whose places are compared by themselves.
    let tree = Tree::from_str(&file, &Options::default()).expect("it can be drawn");
    gather(tree.root(), 1.0, &mut made);
    made
}

fn gather(group: &usvg::Group, opacity: f32, made: &mut Made) {
    let opacity = opacity * group.opacity().get();
    for node in group.children() {
        match node {
            Node::Group(group) => gather(group, opacity, made),
            Node::Path(path) => {
                let bounds = path.abs_stroke_bounding_box();
                made.bounds |=
                    Rect::from_min_max(pos2(bounds.left(), bounds.top()), pos2(bounds.right(), bounds.bottom()));
                // A straight line has nothing to fill.
                let fill = path.fill().filter(|_| path.data().points().len() > 2);
                let paints = [fill.map(usvg::Fill::paint), path.stroke().map(usvg::Stroke::paint)];
                for paint in paints.into_iter().flatten() {
                    let Paint::Color(color) = paint else { panic!("a plain colour") };
                    let mixed = |part: u8| f32::from(part).mul_add(opacity, 0.5) as u8;
                    made.colors.insert([color.red, color.green, color.blue, 255].map(mixed));
                }
            }
            Node::Image(_) | Node::Text(_) => {}
        }
    }
}

/// Each shape by itself, with what holds for it.
fn leaves(shapes: &Shapes, outer: Group, out: &mut Vec<Shapes>) {
    for shape in &shapes.0 {
        if let drawing::Shape::Group(group, inner) = shape {
            let at = [outer.at[0] + group.at[0], outer.at[1] + group.at[1]];
            let clip = group.clip.or(outer.clip);
            leaves(inner, Group { at, clip, opacity: outer.opacity * group.opacity, ..*group }, out);
        } else {
            let mut alone = Shapes::default();
            alone.group(outer, |shapes| shapes.0.push(shape.clone()));
            out.push(alone);
        }
    }
}

/// What a dashed line leaves out at its end, which SVG counts to its extent.
fn gap(shapes: &Shapes) -> f32 {
    let of = |shape: &drawing::Shape| match shape {
        drawing::Shape::Group(_, inner) => gap(inner),
        drawing::Shape::Line { pen, .. } => pen.dash.map_or(0.0, |[_, left_out]| left_out),
        _ => 0.0,
    };
    shapes.0.iter().map(of).fold(0.0, f32::max)
}

#[track_caller]
fn alike(window: &Window, fonts: &mut measure::Measure, name: &str, drawing: &Drawing) {
    let mut shapes = Vec::new();
    leaves(&drawing.shapes, Group::default(), &mut shapes);
    assert!(!shapes.is_empty(), "{name} draws something");
    for shape in &shapes {
        let (painted, written) = (window.paint(shape), written(shape, fonts));
        let near = |one: f32, other: f32, by: f32| (one - other).abs() <= by;
        assert_eq!(painted.texts.len(), written.texts.len(), "{name}");
        for ((one, at), (other, place)) in painted.texts.iter().zip(&written.texts) {
            assert_eq!(one, other, "{name}");
            assert!(near(at.x, place.x, 1.0) && near(at.y, place.y, 0.1), "{name}: {one} at {at} and {place}");
        }
        if !painted.texts.is_empty() {
            continue;
        }
        assert_eq!(painted.colors, written.colors, "{name}: {shape:?}");
        let (a, b) = (painted.bounds, written.bounds);
        let edges = [(a.left(), b.left()), (a.top(), b.top()), (a.right(), b.right()), (a.bottom(), b.bottom())];
        assert!(
            edges.into_iter().all(|(a, b)| near(a, b, FEATHER + gap(shape))),
            "{name}: {a:?} and {b:?} of {shape:?}"
        );
        if let Some(clip) = written.clip {
            assert_eq!(painted.clip, Some(clip), "{name}");
        }
    }
}

fn bundled() -> Briefing {
    Briefing::bundled().expect("the bundled briefing loads")
}

/// A map laid out for the window, and for a page with the fonts of both.
fn maps(
    window: &Window,
    fonts: &mut measure::Measure,
    mut test: impl FnMut(&Window, &mut measure::Measure, &str, [&Drawing; 2]),
) {
    let mut briefing = bundled();
    let on = RosterQuery::on(date(2025, 7, 14));
    let mut observers = on.clone();
    observers.choice.toggle(Facet::Status, "observer");
    let queries = [
        ("all", on.clone()),
        ("observers", observers),
        ("searched", RosterQuery { search: "an".to_owned(), ..on.clone() }),
        ("printed", RosterQuery { edition: Edition::Printed, ..on }),
        ("merged", RosterQuery::on(date(2025, 9, 1))),
        ("none", RosterQuery::on(date(1999, 1, 1))),
    ];
    let region = Region::of(briefing.rosters[0].states.iter().map(|state| state.position));
    let mut all = |briefing: &Briefing, name: &str, query: &RosterQuery| {
        let members = main_members(briefing);
        let mut index = RosterIndex::new(members);
        let view = index.view(members, query);
        let marks = index.marks(&view);
        for (style, size) in [(Style::WINDOW, [384.0, 164.0]), (Style::PAGE, [896.0, 383.0])] {
            let sheet = Sheet::new(&region, size, style);
            let words = Words::english();
            let one = window.lay_out(|measure| map::map(&sheet, members, &marks, measure, &words));
            let other = map::map(&sheet, members, &marks, fonts, &words);
            test(window, fonts, &format!("{name}, {style:?}"), [&one, &other]);
        }
    };
    for (name, query) in &queries {
        all(&briefing, name, query);
    }
    let (states, spells) = (briefing.rosters[0].states.clone(), briefing.rosters[0].spells.clone());
    for copy in 0..10 {
        let renamed = |key: &str| format!("{key}-{copy}").try_into().expect("a key");
        briefing.rosters[0].states.extend(states.iter().cloned().map(|mut state| {
            state.id = renamed(state.id.as_str());
            state
        }));
        briefing.rosters[0].spells.extend(spells.iter().cloned().map(|mut spell| {
            spell.state = renamed(spell.state.as_str());
            spell
        }));
    }
    all(&briefing, "gathered", &queries[0].1);
}

#[test]
fn the_map_is_the_same_in_the_window_and_in_a_file() {
    let (window, mut fonts) = (Window::new(), measure::Measure::new());
    let mut seen = 0;
    maps(&window, &mut fonts, |window, fonts, name, [one, other]| {
        alike(window, fonts, name, one);
        // Which names find room is decided alike with the fonts of both.
        let texts = |drawing: &Drawing| {
            let mut shapes = Vec::new();
            leaves(&drawing.shapes, Group::default(), &mut shapes);
            shapes.iter().flat_map(|shape| window.paint(shape).texts).map(|(text, _)| text).collect::<Vec<_>>()
        };
        assert_eq!(texts(one), texts(other), "{name}");
        assert_eq!(one.parts, other.parts, "{name}");
        seen += 1;
    });
    assert_eq!(seen, 14);
}

#[test]
fn every_mark_is_the_same_in_the_window_and_in_a_file() {
    let (window, mut fonts) = (Window::new(), measure::Measure::new());
    let verdicts = Verdict::ALL.map(Mark::from);
    let outcomes = [Outcome::Pass, Outcome::Fail, Outcome::Warn, Outcome::Info].map(Mark::from);
    let statuses = StatusShape::ALL.map(Mark::from);
    for mark in verdicts.into_iter().chain(outcomes).chain(statuses) {
        for side in [12.0, 14.0, 16.0] {
            let shapes = mark.shapes([side / 2.0; 2], side);
            let drawing = Drawing { shapes, ..Drawing::new([side; 2]) };
            alike(&window, &mut fonts, &format!("{mark:?}"), &drawing);
            let bounds = window.paint(&drawing.shapes).bounds;
            let square = Rect::from_min_size(CORNER, Vec2::splat(side)).expand(0.5);
            assert!(square.contains_rect(bounds), "{mark:?} keeps to its square: {bounds:?}");
        }
    }
}

#[test]
fn chronology_history_and_locator_are_the_same_in_the_window_and_in_a_file() {
    let (window, mut fonts) = (Window::new(), measure::Measure::new());
    let (briefing, words) = (bundled(), Words::english());
    for width in [300.0, 620.0, 1000.0] {
        let drawn = chronology(&briefing, width, &mut fonts, &words).expect("something happened");
        alike(&window, &mut fonts, "chronology", &drawn.drawing);
    }
    for leads_on in [false, true] {
        alike(&window, &mut fonts, "history", &history::stop(StatusShape::Diamond, 60.0, leads_on));
    }
    let document = briefing.document.as_ref().expect("a document");
    for sentence in briefing.sentences() {
        let drawn = window.lay_out(|measure| locator(document, sentence.at, 272.0, measure, &words));
        assert_eq!(drawn, locator(document, sentence.at, 272.0, &mut fonts, &words), "with the fonts of both");
        alike(&window, &mut fonts, "locator", &drawn);
    }
}
