//! What is written of the trade where there is little room, and where sentences follow each other.

use rust_decimal::Decimal;

use super::Words;
use crate::analysis::trade::magnitude::Fit;
use crate::analysis::trade::{Line, Point, places};
use crate::briefing::{Figure, Message, Unit};

impl Words {
    /// A value on a chart whose values are written in the scale that fits: with so many decimals, no more than it has, and
    /// never as nought where it is none.
    pub fn mark(&self, line: &Line, point: &Point, unit: &Unit, fit: Fit, decimals: u32) -> String {
        /// What comes to less in the scale of the chart is written in that of the series.
        const LEAST: Decimal = Decimal::from_parts(1, 0, 0, false, 3);
        let quantity = line.row.quantity;
        let value = fit.apply(point.value);
        if fit.shift > 0 && !point.value.is_zero() && value.abs() < LEAST {
            return self.value(&line.with_unit(point, unit));
        }
        let digits = if fit.shift == 0 { value.scale() } else { value.normalize().scale() };
        let asked = decimals.min(quantity.of(point).places.unwrap_or(digits)).min(digits);
        let figure = Figure { value, places: Some(places(value, asked)), signed: quantity.signed };
        let about = if point.is_approximate() { "≈" } else { "" };
        format!("{about}{}", self.figure(figure))
    }

    /// A value at a line across a chart, whose lines are `step` apart.
    pub fn axis(&self, value: f64, step: f64, fit: Fit) -> String {
        /// A step is never less than this, in any scale.
        const MOST: f64 = 12.0;
        let by = 10_f64.powi(fit.shift);
        let (value, step) = (value / by, step / by);
        let decimals = (-step.log10().floor()).clamp(0.0, MOST) as u32;
        // What is left over of nought by adding steps is nought.
        let value = if value.abs() < step / 1e3 { 0.0 } else { value };
        let plain = format!("{value:.0$}", decimals as usize);
        plain.parse().map_or(plain, |value: Decimal| self.rounded(value, decimals))
    }

    /// A figure that is written large.
    pub fn large(&self, figure: Figure) -> String {
        self.figure(figure)
    }

    /// Several sentences, one after the other.
    pub fn sentences(&self, messages: &[Message]) -> String {
        messages.iter().map(|message| self.say(message)).collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::{Fit, Words};
    #[test]
    fn lines_across_a_chart_are_grouped_and_have_no_exponent() {
        let words = Words::english();
        let said = |value: f64, step: f64| words.axis(value, step, Fit::default()).replace('\u{a0}', " ");
        assert_eq!(said(1_500_000.0, 500_000.0), "1 500 000");
        assert_eq!(said(0.002, 0.001), "0.002");
        assert_eq!(said(-0.15, 0.05), "−0.15");
        assert_eq!(said(0.1 + 0.2 - 0.3, 0.1), "0.0");
        assert_eq!(words.axis(4e13, 1e13, Fit::of("", 5e13)), "40");
    }
}
