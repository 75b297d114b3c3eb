//! From values to heights: a scale that always shows zero.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use super::line::Line;
use super::measure::Axis;
use super::view::TradeView;

/// Room beyond the highest and the lowest value for their labels.
const HEADROOM: f64 = 1.12;

/// The values at the bottom and at the top, and the step between grid lines.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// The value at the bottom.
    pub bottom: f64,
    /// The value at the top.
    pub top: f64,
    /// Between two grid lines.
    pub step: f64,
}

impl Scale {
    /// A scale for what the chart draws.
    pub fn of(view: &TradeView, stacked: bool) -> Self {
        if view.query.measure.axis == Axis::Hundred {
            return Self { bottom: 0.0, top: 100.0, step: 25.0 };
        }
        let mut values: Vec<f64> = Vec::new();
        for line in view.drawn() {
            values.extend(line.points.iter().flatten().map(|point| float(point.value)));
            values.extend(line.parts.iter().map(|part| float(part.point.value)));
        }
        if let Some(whole) = view.whole() {
            // Where a part of it is not known, the whole stands for both.
            let bare = |column: &usize| view.drawn().iter().any(|line| line.point(*column).is_none());
            let columns = (0..view.columns.len()).filter(|column| stacked || bare(column));
            values.extend(columns.filter_map(|column| whole.point(column)).map(|point| float(point.value)));
        }
        if stacked {
            // What is above nought stands on what is above nought, and what is below hangs from what is below.
            let sum = |column: usize, above: bool| -> f64 {
                let of_line = |line: &Line| line.point(column).map(|point| float(point.value));
                view.drawn().iter().filter_map(of_line).filter(|value| (*value > 0.0) == above).sum()
            };
            values.extend((0..view.columns.len()).flat_map(|column| [sum(column, true), sum(column, false)]));
        }
        Self::over(values)
    }

    /// A scale for values, with zero among them.
    pub fn over(values: impl IntoIterator<Item = f64>) -> Self {
        let (mut low, mut high) = (0.0_f64, 0.0_f64);
        for value in values {
            (low, high) = (low.min(value), high.max(value));
        }
        // Nothing but zeros still needs a scale.
        if low >= high {
            high = 1.0;
        }
        let step = grid_step(high - low);
        Self { bottom: (low * HEADROOM / step).floor() * step, top: (high * HEADROOM / step).ceil() * step, step }
    }

    /// How far up a plot a value stands, from 0 to 1. What lies beyond is drawn as far as the plot goes.
    pub fn part(&self, value: f64) -> f32 {
        let part = (value - self.bottom) / (self.top - self.bottom);
        part.clamp(0.0, 1.0) as f32
    }

    /// The values of the grid lines, from the bottom.
    pub fn lines(&self) -> impl Iterator<Item = f64> + use<> {
        let Self { bottom, top, step } = *self;
        let count = ((top - bottom) / step).round().clamp(0.0, 50.0) as u32;
        (0..=count).map(move |line| bottom + f64::from(line) * step)
    }

    /// The value furthest from nought.
    pub const fn furthest(&self) -> f64 {
        self.top.max(-self.bottom)
    }
}

/// A decimal where a pixel is computed; a value too large for the screen is drawn as zero.
pub fn float(value: Decimal) -> f64 {
    value.to_f64().unwrap_or_default()
}

/// A step of 1, 2 or 5 times a power of ten that gives about five lines.
fn grid_step(highest: f64) -> f64 {
    let rough = highest / 5.0;
    let power = 10_f64.powf(rough.log10().floor());
    [1.0, 2.0, 5.0, 10.0].into_iter().map(|factor| factor * power).find(|step| *step >= rough).unwrap_or(10.0 * power)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Scale, grid_step};

    #[test]
    fn grid_lines_stand_on_round_numbers() {
        for (highest, step) in [(244.8, 50.0), (1.74, 0.5), (9.0, 2.0), (1000.0, 200.0)] {
            assert!((grid_step(highest) - step).abs() < 1e-9, "{highest}: {}", grid_step(highest));
        }
        let scale = Scale::over([244.8]);
        assert_eq!(scale.lines().collect::<Vec<_>>(), [0.0, 50.0, 100.0, 150.0, 200.0, 250.0, 300.0]);
    }

    proptest! {
        #[test]
        fn zero_is_always_on_the_scale(values in proptest::collection::vec(-1e12f64..1e12, 0..20)) {
            let scale = Scale::over(values.clone());
            prop_assert!(scale.bottom <= 0.0 && scale.top >= 0.0 && scale.bottom < scale.top);
            for value in values {
                prop_assert!(scale.bottom <= value && value <= scale.top);
                prop_assert!((0.0..=1.0).contains(&scale.part(value)));
                prop_assert!(value < 0.0 || scale.part(value) >= scale.part(0.0));
                prop_assert!(value > 0.0 || scale.part(value) <= scale.part(0.0));
            }
        }
    }
}
