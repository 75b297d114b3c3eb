//! The same chart through the window's painter and through SVG's, for every measure, layer and kind.

use std::sync::Arc;

use egui::{Context, Pos2, RawInput, Rect, Shape, Vec2, pos2};
use resvg::usvg::roxmltree::{Document, Node};

use super::{Painted, WindowMeasure};
use crate::analysis::trade::{ChartKind, Figures, Layer, Measure, TradeQuery, TradeView, view};
use crate::briefing::{Briefing, Series};
use crate::drawing::chart::{ChartLook, Charted, Frame, chart};
use crate::drawing::palette::LIGHT;
use crate::drawing::{self, Drawing, Shapes};
use crate::export::picture::measure;
use crate::export::picture::svg::{Head, Svg};
use crate::ui::theme;
use crate::words::Words;

const FRAME: Frame = Frame { width: 820.0, axis: 140.0, plot: 250.0, years: true, pixels: 1.0 };
const CORNER: Pos2 = pos2(20.0, 30.0);

/// What a chart is laid out of.
struct Case<'a> {
    briefing: &'a Briefing,
    series: &'a Series,
    figures: &'a Figures,
    view: &'a TradeView,
    kind: ChartKind,
}

impl Case<'_> {
    fn drawing(&self, measure: &mut dyn drawing::Measure) -> Drawing {
        let look = ChartLook { kind: self.kind, ..ChartLook::default() };
        let Self { briefing, series, figures, view, .. } = *self;
        chart(Charted { briefing, series, figures, view, look }, FRAME, measure, &Words::english()).whole()
    }
}

/// Lays a chart out with the window's fonts and paints it. Returns the drawing, and the shapes the window was given.
fn in_window(case: &Case<'_>) -> (Drawing, Vec<Shape>) {
    let ctx = Context::default();
    theme::install(&ctx);
    ctx.set_theme(egui::Theme::Light);
    let screen = Some(Rect::from_min_size(Pos2::ZERO, Vec2::new(1200.0, 800.0)));
    let input = || RawInput { screen_rect: screen, ..RawInput::default() };
    // The fonts are there from the first frame on.
    ctx.run_ui(input(), |_| ()).drop_without_applying_deltas();
    let mut drawing = None;
    let output = ctx.run_ui(input(), |ui| {
        let laid_out = Arc::new(case.drawing(&mut WindowMeasure(ui.painter())));
        Painted::default().ui(ui, &laid_out, CORNER);
        drawing = Some((*laid_out).clone());
    });
    let shapes = output.shapes.iter().map(|clipped| clipped.shape.clone()).collect();
    output.drop_without_applying_deltas();
    (drawing.expect("it was laid out"), shapes)
}

fn in_file(drawing: &Drawing) -> String {
    let mut svg = Svg::new(&LIGHT);
    let mut shapes = Shapes::default();
    shapes.0.push(drawing::Shape::Group(
        drawing::Group { at: CORNER.into(), ..Default::default() },
        drawing.shapes.clone(),
    ));
    svg.paint(&shapes);
    svg.finish(Head { id: "t", language: "en", size: [1200.0, 800.0], title: "", alt: "", lines: &[] })
}

/// Every shape with its inks and texts, and its numbers apart.
fn flat(shapes: &Shapes, out: &mut Vec<(String, Vec<f32>)>) {
    for shape in &shapes.0 {
        match shape {
            drawing::Shape::Group(group, inner) => {
                out.push(("group".to_owned(), group.at.to_vec()));
                flat(inner, out);
            }
            drawing::Shape::Text(text) => {
                let what = format!("{} {:?} {:?} {:?}", text.text, text.anchor, text.face, text.ink);
                out.push((what, text.at.to_vec()));
            }
            drawing::Shape::Rect { area, fill, rim, .. } => {
                out.push((format!("{fill:?} {rim:?}"), vec![area.left, area.top, area.right, area.bottom]));
            }
            drawing::Shape::Line { points, pen } => out.push((format!("{pen:?}"), points.concat())),
            other => out.push((format!("{other:?}"), Vec::new())),
        }
    }
}

fn cases(mut test: impl FnMut(&Case<'_>, &str)) {
    let briefing = Briefing::bundled().expect("the bundled briefing loads");
    let series = briefing.main_series().expect("a series");
    let figures = Figures::new(&briefing, series);
    for measure in Measure::all() {
        for layer in Layer::ALL {
            let view = view(series, &figures, &TradeQuery { measure, layer, ..TradeQuery::default() });
            for kind in ChartKind::ALL {
                let case = Case { briefing: &briefing, series, figures: &figures, view: &view, kind };
                test(&case, &format!("{measure:?} {layer:?} {kind:?}"));
            }
        }
    }
}

/// The fonts of both are the same; what differs of their measures moves nothing by more than a point and decides nothing.
#[test]
fn window_and_file_lay_out_the_same_shapes_and_texts() {
    let mut fonts = measure::Measure::new();
    cases(|case, name| {
        let [window, file] = [in_window(case).0, case.drawing(&mut fonts)].map(|drawing| {
            let mut shapes = Vec::new();
            flat(&drawing.shapes, &mut shapes);
            shapes
        });
        for ((one, places), (other, others)) in window.iter().zip(&file) {
            assert_eq!(one, other, "{name}");
            let near = places.iter().zip(others).all(|(a, b)| (a - b).abs() <= 1.0);
            assert!(near && places.len() == others.len(), "{name}: {one} at {places:?} and {others:?}");
        }
        assert_eq!(window.len(), file.len(), "{name}");
    });
}

#[test]
fn window_and_svg_write_the_same_texts_at_the_same_places() {
    cases(|case, name| {
        let (drawing, shapes) = in_window(case);
        let file = in_file(&drawing);
        let document = Document::parse(&file).expect("well-formed XML");
        let number = |node: &Node<'_, '_>, attribute: &str| -> f32 {
            node.attribute(attribute).and_then(|text| text.parse().ok()).expect("a number")
        };
        let texts = document.descendants().filter(|node| node.tag_name().name() == "text");
        let in_svg: Vec<(String, f32, f32, &str)> = texts
            .map(|node| {
                let anchor = node.attribute("text-anchor").unwrap_or("start");
                (node.text().unwrap_or_default().to_owned(), number(&node, "x"), number(&node, "y"), anchor)
            })
            .collect();
        let painted: Vec<_> =
            shapes.iter().filter_map(|shape| if let Shape::Text(text) = shape { Some(text) } else { None }).collect();
        assert_eq!(painted.len(), in_svg.len(), "{name}");
        for (text, (said, x, y, anchor)) in painted.iter().zip(&in_svg) {
            assert_eq!(text.galley.text(), said, "{name}");
            let width = text.galley.size().x;
            let left = match *anchor {
                "middle" => x - width / 2.0,
                "end" => x - width,
                _ => *x,
            };
            let base = text.galley.rows[0].glyphs[0].pos.y;
            let apart = (text.pos.x - left).abs().max((text.pos.y + base - y).abs());
            assert!(apart < 0.1, "{name}: {said} is {apart} points apart");
        }
    });
}

#[test]
fn window_and_svg_draw_the_same_extent() {
    cases(|case, name| {
        let (drawing, shapes) = in_window(case);
        let meshes = shapes.iter().filter(|shape| matches!(shape, Shape::Mesh(_)));
        let seen = meshes.map(Shape::visual_bounding_rect).fold(Rect::NOTHING, Rect::union);
        let file = in_file(&drawing);
        let options = resvg::usvg::Options::default();
        let tree = resvg::usvg::Tree::from_str(&file, &options).expect("it can be drawn");
        // Without fonts no text of it has an extent, as none of the meshes has text.
        let bounds = tree.root().abs_stroke_bounding_box();
        for (one, other) in [
            (seen.left(), bounds.left()),
            (seen.top(), bounds.top()),
            (seen.right(), bounds.right()),
            (seen.bottom(), bounds.bottom()),
        ] {
            // The window feathers its edges.
            assert!((one - other).abs() <= 1.5, "{name}: {seen:?} and {bounds:?}");
        }
    });
}
