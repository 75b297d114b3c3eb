//! What is written of the trade where there is little room, and where sentences follow each other.

use rust_decimal::Decimal;

use super::Words;
use crate::analysis::trade::{Line, Point, Standing};
use crate::briefing::{Figure, Message};

impl Words {
    /// A value in ever fewer characters, for a mark on a chart.
    pub fn short_texts(&self, line: &Line, point: &Point) -> [String; 3] {
        let about = if point.is_approximate() { "≈" } else { "" };
        let quantity = line.row.quantity;
        let short = |places| {
            let text = self.brief(point.value, places);
            let plus =
                if quantity.signed && point.value.is_sign_positive() && !point.value.is_zero() { "+" } else { "" };
            format!("{about}{plus}{text}")
        };
        let places = if point.standing == Standing::Document { quantity.places } else { 1 };
        let first = short(places.min(if point.computed { 2 } else { point.value.scale() }));
        [first, short(1.min(places)), short(0)]
    }

    /// A figure that is written large: short where it is absurdly long.
    pub fn large(&self, figure: Figure) -> String {
        if figure.value.abs() < Decimal::from(10_000_000) { self.figure(figure) } else { self.brief(figure.value, 1) }
    }

    /// Several sentences, one after the other.
    pub fn sentences(&self, messages: &[Message]) -> String {
        messages.iter().map(|message| self.say(message)).collect::<Vec<_>>().join(" ")
    }
}
