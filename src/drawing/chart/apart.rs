//! Whatever a series holds, no two texts of its chart run together and none leaves it.

use proptest::prelude::*;

use super::tests::Even;
use super::{Chart, ChartLook, Charted, Frame, chart};
use crate::analysis::trade::sample::{SampleFlow, THREE, sample};
use crate::analysis::trade::{ChartKind, Figures, Layer, Measure, TradeQuery, view};
use crate::briefing::{Briefing, FlowRole, Milestone, Period};
use crate::drawing::{self, Anchor, Area, Drawing, Measure as _, Shape, Shapes, Text};
use crate::words::Words;

/// Goods and services, each with directions of its own.
const MANY: [SampleFlow; 7] = [
    ("goods", FlowRole::Total, None),
    ("services", FlowRole::Total, None),
    ("ore-out", FlowRole::Forward, Some("goods")),
    ("corn-out", FlowRole::Forward, Some("goods")),
    ("goods-in", FlowRole::Backward, Some("goods")),
    ("travel-out", FlowRole::Forward, Some("services")),
    ("travel-in", FlowRole::Backward, Some("services")),
];

/// Where the letters of a text stand.
fn letters(text: &Text, at: [f32; 2]) -> Area {
    let width = Even.width(&text.text, text.face);
    let [x, base] = [text.at[0] + at[0], text.at[1] + at[1]];
    let left = match text.anchor {
        Anchor::Start => x,
        Anchor::Middle => x - width / 2.0,
        Anchor::End => x - width,
    };
    Area { left, top: base - text.face.size * 0.72, right: left + width, bottom: base + text.face.size * 0.2 }
}

fn texts(shapes: &Shapes, at: [f32; 2], found: &mut Vec<(String, Area)>) {
    for shape in &shapes.0 {
        match shape {
            Shape::Text(text) => found.push((text.text.clone(), letters(text, at))),
            Shape::Group(group, inner) => texts(inner, [at[0] + group.at[0], at[1] + group.at[1]], found),
            _ => {}
        }
    }
}

/// The first two texts that run together, or one that leaves the drawing.
pub(super) fn clash(drawing: &Drawing) -> Option<String> {
    /// Two texts on one line have at least so much between them.
    const APART: f32 = 2.0;
    let mut found = Vec::new();
    texts(&drawing.shapes, [0.0, 0.0], &mut found);
    let whole = drawing.area().expanded([0.6, 8.0]);
    for (index, (text, area)) in found.iter().enumerate() {
        if !whole.contains(area) {
            return Some(format!("{text} leaves the drawing: {area:?}"));
        }
        let around = area.expanded([APART, 0.0]);
        if let Some((other, _)) = found[..index].iter().find(|(_, other)| other.meets(&around)) {
            return Some(format!("{text} meets {other}"));
        }
    }
    None
}

/// Periods of a kind, one after the other, of which every so many are left out.
fn periods(first: &str, count: usize, gap: usize) -> Vec<String> {
    let first = Period::try_from(first.to_owned()).expect(first);
    let all = std::iter::successors(Some(first), |period| period.next()).take(count).enumerate();
    all.filter(|(number, _)| gap == 0 || number % gap != gap - 1).map(|(_, period)| period.to_string()).collect()
}

fn laid_out(briefing: &Briefing, measure: Measure, layer: Layer, kind: ChartKind, width: f32) -> Chart {
    let series = &briefing.trades[0].series[0];
    let figures = Figures::new(briefing, series);
    let view = view(series, &figures, &TradeQuery { measure, layer, ..TradeQuery::default() });
    let look = ChartLook { kind, ..ChartLook::default() };
    let charted = Charted { briefing, series, figures: &figures, view: &view, look };
    chart(charted, Frame { width, axis: 92.0, plot: 280.0, years: true, pixels: 1.0 }, &mut Even, &Words::english())
}

/// A digit string of a sign and a magnitude: ten to `power` times a number from one to ten.
fn value(seed: u32, power: i32, negative: bool) -> String {
    let digits = 1_000 + seed % 9_000;
    let text = if power >= 3 {
        format!("{digits}{}", "0".repeat(power as usize - 3))
    } else {
        let padded = format!("{digits:0>width$}", width = (4 - power) as usize);
        let point = padded.len() - (3 - power) as usize;
        format!("{}.{}", &padded[..point], &padded[point..])
    };
    if negative { format!("-{text}") } else { text }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn no_two_texts_run_together_and_none_leaves_the_chart(
        first in proptest::sample::select(vec![
            "1998", "1998-04/1999-03", "1998-H2", "1998-Q4", "1998-11", "1998-W51", "1998-12-20", "1998-01/1998-05",
        ]),
        (count, gap) in (prop_oneof![1usize..16, 16usize..70, 121usize..140], 0usize..6),
        power in -6i32..=15,
        (swings, negative) in (0i32..4, 0u32..4),
        scale in proptest::sample::select(vec!["", "m", "bn", "trillion", "crore"]),
        seed in 0u32..10_000,
        many in any::<bool>(),
        article in any::<bool>(),
        parts in any::<bool>(),
        measure in proptest::sample::select(Measure::all().collect::<Vec<_>>()),
        kind in proptest::sample::select(ChartKind::ALL.to_vec()),
        width in proptest::sample::select(vec![240.0f32, 420.0, 708.0, 1200.0]),
    ) {
        let flows: &[SampleFlow] = if many { &MANY } else { &THREE };
        let mut all = periods(first, count, gap);
        if parts && first == "1998" {
            all.extend([(1997 + count), (1998 + count)].map(|year| format!("{year}-01/{year}-09")));
            all.push(format!("{}-01/{}-04", 1998 + count, 1998 + count));
        }
        prop_assume!(!all.is_empty());
        let mut figures = Vec::new();
        for (number, period) in all.iter().enumerate() {
            for (place, (flow, ..)) in flows.iter().enumerate() {
                let own = seed.wrapping_mul(31).wrapping_add((number * 7 + place * 13) as u32 * 977);
                let power = (power - own.cast_signed().rem_euclid(swings + 1)).max(-6);
                let mark = ["", "*", "~"][(own / 7) as usize % 3];
                figures.push((*flow, period.clone(), format!("{mark}{}", value(own, power, negative > 0 && own % 4 < negative))));
            }
        }
        let figures: Vec<_> = figures.iter().map(|(flow, period, value)| (*flow, period.as_str(), value.as_str())).collect();
        let mut briefing = sample(flows, &figures);
        briefing.trades[0].series[0].unit.scale = scale.to_owned();
        let citations = briefing.trades[0].series[0].observations[0].citations.clone();
        briefing.trades[0].milestones = ["1998", "1998-12-21", "1998-12-22", "1999-01-03", "1999-06"]
            .map(|on| Milestone { on: on.parse().expect(on), label: on.to_owned(), citations: citations.clone() })
            .to_vec();
        let layer = if article { Layer::Document } else { Layer::All };
        let chart = laid_out(&briefing, measure, layer, kind, width);
        let found = clash(&chart.whole());
        prop_assert!(found.is_none(), "{:?}", found);
    }
}

#[test]
fn values_of_neighbouring_bars_are_rounded_alike_or_left_out() {
    let years = ["2019", "2020", "2021"];
    let direction = Measure::of_key("direction").expect("a measure");
    let written = |width, [out, back]: [&str; 2]| {
        let figures: Vec<_> = years.iter().flat_map(|year| [("out", *year, out), ("in", *year, back)]).collect();
        let briefing = sample(&THREE, &figures);
        let mut found = Vec::new();
        texts(
            &laid_out(&briefing, direction, Layer::All, ChartKind::Bars, width).columns.shapes,
            [0.0, 0.0],
            &mut found,
        );
        let values =
            found.into_iter().map(|(text, _)| text.replace('\u{a0}', " ")).filter(|text| text.starts_with("48"));
        values.collect::<std::collections::BTreeSet<_>>().into_iter().collect::<Vec<_>>()
    };
    assert_eq!(written(900.0, ["481.25", "480.5"]), ["480.5", "481.25"], "there is room for all that is known");
    assert_eq!(written(240.0, ["48123.75", "48120.5"]), ["48 121", "48 124"], "both without decimals");
    assert_eq!(written(200.0, ["48123.75", "48120.5"]), [""; 0], "neither");
}

#[test]
fn why_a_column_is_empty_never_stands_on_the_key() {
    let falling = [("all", "2017", "90"), ("all", "2018", "81"), ("all", "2019", "64"), ("all", "2020", "60")];
    let briefing = sample(&THREE, &falling);
    let growth = Measure::of_key("growth").expect("a measure");
    for kind in ChartKind::ALL {
        let chart = laid_out(&briefing, growth, Layer::All, kind, 700.0);
        let mut found = Vec::new();
        texts(&chart.columns.shapes, [0.0, 0.0], &mut found);
        let (_, area) = found.iter().find(|(text, _)| text == "computed").expect("it says why");
        assert!(chart.plot.contains(area) && clash(&chart.clone().whole()).is_none(), "{kind:?} {area:?}");
    }
}

#[test]
fn parts_of_different_lengths_are_never_drawn_alike() {
    let briefing = sample(
        &THREE,
        &[
            ("all", "2018", "50"),
            ("all", "2019-01/2019-09", "30"),
            ("all", "2020-01/2020-06", "30"),
            ("all", "2021-Q1", "30"),
        ],
    );
    let total = Measure::of_key("total").expect("a measure");
    let chart = laid_out(&briefing, total, Layer::All, ChartKind::Bars, 700.0);
    let levels = chart.columns.shapes.0.iter().filter_map(|shape| match shape {
        Shape::Rect { area, fill: Some(drawing::Fill::Levels(_)), .. } => Some(area.width().round() as i32),
        _ => None,
    });
    assert_eq!(levels.collect::<Vec<_>>(), [34, 23, 11], "nine, six and three months of a bar of 46");
    let mut found = Vec::new();
    texts(&chart.columns.shapes, [0.0, 0.0], &mut found);
    for months in ["Jan–Sept", "Jan–Jun", "Jan–Mar"] {
        assert!(found.iter().any(|(text, _)| text == months), "{months} is not written");
    }
}
