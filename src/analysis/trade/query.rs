//! What a reader wants to see of the trade, in the words that the window and the command line share.

use super::figures::Figures;
use super::layer::Layer;
use super::measure::Measure;
use super::row::Row;
use crate::briefing::{Period, PeriodKind};

/// The order of the columns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Order {
    /// The row whose values order them; without one, time does.
    pub by: Option<Row>,
    /// The largest, or the latest, first.
    pub descending: bool,
}

/// What a reader wants to see.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TradeQuery {
    /// What is plotted.
    pub measure: Measure,
    /// How much is shown.
    pub layer: Layer,
    /// What the columns are; without one, and where the series has none of that kind, what is shown first.
    pub kind: Option<PeriodKind>,
    /// Where the columns begin; without it, with the first there is.
    pub from: Option<Period>,
    /// Where they end; without it, with the last there is.
    pub to: Option<Period>,
    /// The order of the columns.
    pub order: Order,
}

impl Default for TradeQuery {
    fn default() -> Self {
        Self {
            measure: Measure::default(),
            layer: Layer::All,
            kind: None,
            from: None,
            to: None,
            order: Order::default(),
        }
    }
}

impl TradeQuery {
    /// What is plotted of these figures: a balance is not looked for where there is none, and what there is stands in its
    /// place.
    pub fn measure_of(&self, figures: &Figures) -> Measure {
        let there = |measure: &Measure| measure.is_of(figures);
        Some(self.measure).filter(there).or_else(|| Measure::all().find(there)).unwrap_or(self.measure)
    }

    /// What the columns of these figures are; nothing where there is no figure.
    pub fn kind_of(&self, figures: &Figures) -> Option<PeriodKind> {
        self.kind.filter(|kind| figures.kinds().contains(kind)).or_else(|| figures.first_kind())
    }

    /// Orders by a row; once more, the other way round; a third time, by time again.
    pub fn sort_by(&mut self, row: Option<Row>) {
        let Order { by, descending } = self.order;
        self.order = match (by == row, descending) {
            (false, _) => Order { by: row, descending: row.is_some() },
            (true, true) if row.is_some() => Order { by: row, descending: false },
            (true, false) if row.is_none() => Order { by: None, descending: true },
            (true, _) => Order::default(),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::{Order, TradeQuery};
    use crate::analysis::trade::rows::TOTAL;

    #[test]
    fn a_row_sorts_downwards_then_upwards_then_not_at_all() {
        let mut query = TradeQuery::default();
        let row = Some(TOTAL);
        let orders: Vec<Order> = std::iter::repeat_with(|| {
            query.sort_by(row);
            query.order
        })
        .take(3)
        .collect();
        let by = |descending| Order { by: row, descending };
        assert_eq!(orders, [by(true), by(false), Order::default()]);
        query.sort_by(None);
        assert_eq!(query.order, Order { by: None, descending: true }, "the latest year first");
    }
}
