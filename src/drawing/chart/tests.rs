use super::{Chart, ChartLook, Charted, Frame, chart};
use crate::analysis::trade::{ChartKind, Figures, Layer, Line, Measure, SeriesFigures, TradeQuery, view, view_beside};
use crate::briefing::{Briefing, Period};
use crate::drawing::{self, Face, Ink, PartKey, Shape, Shapes};
use crate::words::Words;

/// Letters of one width.
pub(super) struct Even;

impl drawing::Measure for Even {
    fn width(&mut self, text: &str, face: Face) -> f32 {
        text.chars().count() as f32 * face.size * 0.5
    }
}

fn laid_out(briefing: &Briefing, measure: Measure, layer: Layer, look: ChartLook) -> Chart {
    laid_out_in(800.0, briefing, measure, layer, look)
}

fn laid_out_in(width: f32, briefing: &Briefing, measure: Measure, layer: Layer, look: ChartLook) -> Chart {
    let series = briefing.main_series().expect("a series");
    let figures = Figures::new(briefing, series);
    let view = view(series, &figures, &TradeQuery { measure, layer, ..TradeQuery::default() });
    let charted = Charted { briefing, series, figures: &figures, view: &view, look };
    let frame = Frame { width, axis: 100.0, plot: 300.0, years: true, pixels: 1.0 };
    chart(charted, frame, &mut Even, &Words::english())
}

fn bundled() -> Briefing {
    Briefing::bundled().expect("the bundled briefing loads")
}

fn total() -> Measure {
    Measure::of_key("total").expect("a measure")
}

fn texts(shapes: &Shapes) -> Vec<&str> {
    shapes
        .0
        .iter()
        .flat_map(|shape| match shape {
            Shape::Text(text) => vec![text.text.as_str()],
            Shape::Group(_, inner) => texts(inner),
            _ => Vec::new(),
        })
        .collect()
}

#[test]
fn each_year_event_and_claim_is_a_part_with_a_name() {
    let briefing = bundled();
    let chart = laid_out(&briefing, total(), Layer::All, ChartLook::default());
    let parts = &chart.columns.parts;
    let years = parts.iter().filter(|part| matches!(part.key, PartKey::Period(_))).count();
    assert_eq!((years, parts[0].key.clone()), (11, PartKey::Whole));
    let part = chart.columns.part(&PartKey::Period(Period::of_year(2024))).expect("a part");
    assert!(
        part.name.replace('\u{a0}', " ").starts_with("2024: Turnover: US$244.8 bn, from the article, ¶7·1"),
        "{}",
        part.name
    );
    assert_eq!(
        chart.columns.part_at(part.area.center()).map(|part| &part.key),
        Some(&PartKey::Period(Period::of_year(2024)))
    );
    assert_eq!(parts.iter().filter(|part| matches!(part.key, PartKey::Event(_))).count(), chart.notes.len());
    assert!(parts.iter().any(|part| matches!(&part.key, PartKey::Claim(on, _) if *on == Period::of_year(2025))));
    assert!(parts.iter().all(|part| !part.name.is_empty()));
    let bare = laid_out(&briefing, total(), Layer::All, ChartLook { annotated: false, ..ChartLook::default() });
    let annotation = |key: &PartKey| matches!(key, PartKey::Event(_) | PartKey::Claim(..));
    assert!(!bare.columns.parts.iter().any(|part| annotation(&part.key)), "nothing is written onto it");
    assert!(bare.height() < chart.height());
}

#[test]
fn growth_is_read_where_a_chart_wider_than_its_window_opens() {
    let briefing = bundled();
    let chart = laid_out_in(8000.0, &briefing, total(), Layer::All, ChartLook::default());
    let text = chart.columns.shapes.0.iter().find_map(|shape| match shape {
        Shape::Text(text) if text.text.starts_with("+66.7") => {
            Some((text.at[0], drawing::Measure::width(&mut Even, &text.text, text.face)))
        }
        _ => None,
    });
    let (at, width) = text.expect("growth");
    let newer = chart.columns.part(&PartKey::Period(Period::of_year(2024))).expect("a column").area.center()[0];
    assert!((newer - width..newer).contains(&at), "at {at}, {width} wide, beside {newer}");
}

#[test]
fn all_that_is_drawn_lies_within_the_drawing() {
    let briefing = bundled();
    for measure in Measure::all() {
        for (layer, kind) in Layer::ALL.into_iter().flat_map(|layer| ChartKind::ALL.map(|kind| (layer, kind))) {
            let chart = laid_out(&briefing, measure, layer, ChartLook { kind, ..ChartLook::default() });
            for drawing in [&chart.axis, &chart.key, &chart.columns] {
                let whole = drawing.area().expanded([0.6, 8.0]);
                for shape in &drawing.shapes.0 {
                    let points: Vec<[f32; 2]> = match shape {
                        Shape::Rect { area, .. } => vec![[area.left, area.top], [area.right, area.bottom]],
                        Shape::Line { points, .. } | Shape::Polygon { points, .. } => points.clone(),
                        Shape::Circle { center, .. } => vec![*center],
                        Shape::Text(text) => vec![text.at],
                        _ => Vec::new(),
                    };
                    for point in points {
                        assert!(whole.has(point), "{measure:?} {layer:?} {kind:?}: {shape:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn very_many_years_are_a_curve_without_columns() {
    let mut briefing = bundled();
    let series = &mut briefing.trades[0].series[0];
    let first = series.observations[0].clone();
    for year in 1800..2000 {
        let mut observation = first.clone();
        (observation.period, observation.value) = (Period::of_year(year), (year % 37).into());
        series.observations.push(observation);
    }
    let chart = laid_out(&briefing, total(), Layer::All, ChartLook::default());
    assert!(chart.is_curve && chart.notes.is_empty() && chart.claims.is_empty());
    assert_eq!(chart.columns.parts.len(), 1, "the whole");
    assert!(chart.marks.contains("too many"), "{}", chart.marks);
    let drawn = |shape: &Shape| matches!(shape, Shape::Line { pen, .. } if pen.ink == Ink::Total);
    assert!(chart.columns.shapes.0.iter().any(drawn));
}

#[test]
fn two_series_are_named_in_the_key_or_beside_their_lines_never_both() {
    let briefing = bundled();
    let direction = Measure::of_key("direction").expect("a measure");
    for kind in ChartKind::ALL {
        let chart = laid_out(&briefing, direction, Layer::All, ChartLook { kind, ..ChartLook::default() });
        let in_key = texts(&chart.key.shapes).len();
        let names: Vec<&str> = briefing.trades[0].series[0].flows.iter().map(|flow| flow.name.as_str()).collect();
        let beside = texts(&chart.columns.shapes).into_iter().filter(|text| names.contains(text)).count();
        assert!(in_key == 2 && beside == 0 || in_key == 0 && beside == 2, "{kind:?}: {in_key} and {beside}");
    }
}

#[test]
fn two_series_side_by_side_are_told_apart_and_never_stacked() {
    let mut briefing = bundled();
    let mut other = briefing.trades[0].series[0].clone();
    (other.id, other.reporter) = ("second".to_owned().try_into().expect("a key"), "Others".to_owned());
    briefing.trades[0].series.push(other);
    let all = &briefing.trades[0].series;
    let [one, other] = [&all[0], &all[all.len() - 1]];
    let figures = [one, other].map(|series| Figures::new(&briefing, series));
    let [first, second] =
        [(one, &figures[0]), (other, &figures[1])].map(|(series, figures)| SeriesFigures { series, figures });
    for (measure, kind) in Measure::all().flat_map(|measure| ChartKind::ALL.map(|kind| (measure, kind))) {
        let view = view_beside(&briefing, first, Some(second), &TradeQuery { measure, ..TradeQuery::default() });
        let ticks = |line: &&Line| !line.row.is_tick();
        let inks: Vec<Ink> = view.drawn().iter().filter(ticks).map(|line| super::ink_of(line.row)).collect();
        let distinct: std::collections::HashSet<Ink> = inks.iter().copied().collect();
        assert_eq!(distinct.len(), inks.len(), "{measure:?}: {inks:?}");
        assert!(!kind.stacks(&view), "{measure:?} {kind:?}");
        let look = ChartLook { kind, ..ChartLook::default() };
        let charted = Charted { briefing: &briefing, series: one, figures: &figures[0], view: &view, look };
        let frame = Frame { width: 1400.0, axis: 100.0, plot: 300.0, years: true, pixels: 1.0 };
        let chart = chart(charted, frame, &mut Even, &Words::english());
        assert_eq!(super::apart::clash(&chart.clone().whole()), None, "{measure:?} {kind:?}");
        let part = chart.columns.part(&PartKey::Period(Period::of_year(2024))).expect("a part");
        assert!(part.name.contains("(Others): "), "{}", part.name);
        let read = super::read_out(&briefing, one, &view, 8, &Words::english());
        let named = |name: &str| read.values.iter().any(|(row, ..)| row.contains(name));
        assert!(named("(Others)"), "{:?}", read.values);
    }
}

/// A value of a part of a year that stands without its months would be taken for the year's.
#[test]
fn a_part_of_a_year_is_named_in_every_measure() {
    let briefing = bundled();
    for measure in Measure::all() {
        for kind in [ChartKind::Bars, ChartKind::Stacked, ChartKind::Lines] {
            let look = ChartLook { kind, ..ChartLook::default() };
            for width in [800.0, 1100.0] {
                let chart = laid_out_in(width, &briefing, measure, Layer::All, look);
                let said: Vec<&str> = texts(&chart.columns.shapes);
                let is_drawn = !said.iter().any(|text| text.contains("only part"));
                let is_named = said.iter().any(|text| text.contains("Jan–Apr"));
                assert!(is_named || !is_drawn, "{measure:?} as {kind:?} at {width}: {said:?}");
            }
        }
    }
}
