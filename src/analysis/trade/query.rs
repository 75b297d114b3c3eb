//! What a reader wants to see, in the words that the window and the command line share.

use crate::analysis::format::sentence_case;
use crate::briefing::FlowRole;

/// What is plotted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Measure {
    /// Both directions together.
    #[default]
    Total,
    /// Each direction by itself.
    Direction,
    /// Forward less backward.
    Balance,
    /// Growth of the total on the year before.
    Growth,
    /// Each direction's part of both.
    Share,
    /// The total, where the first year shown is 100.
    Index,
}

impl Measure {
    /// All measures, in the order they are offered.
    pub const ALL: [Self; 6] = [Self::Total, Self::Direction, Self::Balance, Self::Growth, Self::Share, Self::Index];

    /// The name shown.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Total => "Total",
            Self::Direction => "By direction",
            Self::Balance => "Balance",
            Self::Growth => "Growth",
            Self::Share => "Share",
            Self::Index => "Index",
        }
    }

    /// Its key, on the command line and in files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Total => "total",
            Self::Direction => "direction",
            Self::Balance => "balance",
            Self::Growth => "growth",
            Self::Share => "share",
            Self::Index => "index",
        }
    }

    /// What the chart draws.
    pub const fn drawn(self) -> &'static [Row] {
        match self {
            Self::Total => &[Row::Flow(FlowRole::Total)],
            Self::Direction => &[Row::Flow(FlowRole::Forward), Row::Flow(FlowRole::Backward)],
            Self::Balance => &[Row::Balance],
            Self::Growth => &[Row::Growth, Row::PublishedGrowth],
            Self::Share => &[Row::Share(FlowRole::Forward), Row::Share(FlowRole::Backward)],
            Self::Index => &[Row::Index],
        }
    }

    /// What the table lists besides: the figures that those drawn are computed from, or that follow from them.
    pub const fn beside(self) -> &'static [Row] {
        const DIRECTIONS: [Row; 2] = [Row::Flow(FlowRole::Forward), Row::Flow(FlowRole::Backward)];
        match self {
            Self::Total => &[Row::Growth, Row::PublishedGrowth, DIRECTIONS[0], DIRECTIONS[1], Row::Balance],
            Self::Direction | Self::Growth | Self::Index => &[Row::Flow(FlowRole::Total)],
            Self::Balance | Self::Share => &DIRECTIONS,
        }
    }
}

/// How much is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Layer {
    /// What the document prints and nothing else.
    Document,
    /// The context from other sources as well.
    All,
}

impl Layer {
    /// Both layers, in the order they are offered.
    pub const ALL: [Self; 2] = [Self::Document, Self::All];

    /// The name shown, where the document is what `called` says.
    pub fn label(self, called: &str) -> String {
        match self {
            Self::Document => format!("{} only", sentence_case(called)),
            Self::All => "With context".to_owned(),
        }
    }

    /// Its key, on the command line and in files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Document => "article",
            Self::All => "all",
        }
    }
}

/// A row of the table, and a line of the chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Row {
    /// The values of a flow.
    Flow(FlowRole),
    /// Forward less backward.
    Balance,
    /// Growth of the total, computed.
    Growth,
    /// Growth of the total, as published.
    PublishedGrowth,
    /// A direction's part of both.
    Share(FlowRole),
    /// The total against the first year's.
    Index,
}

/// The order of the years.
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
    /// The first year; without one, the first there is.
    pub from: Option<i16>,
    /// The last year; without one, the last there is.
    pub to: Option<i16>,
    /// The order of the years.
    pub order: Order,
}

impl Default for TradeQuery {
    fn default() -> Self {
        Self { measure: Measure::Total, layer: Layer::All, from: None, to: None, order: Order::default() }
    }
}

impl TradeQuery {
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
    use super::{Measure, Order, Row, TradeQuery};
    use crate::briefing::FlowRole;

    #[test]
    fn a_row_sorts_downwards_then_upwards_then_not_at_all() {
        let mut query = TradeQuery::default();
        let row = Some(Row::Flow(FlowRole::Total));
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

    #[test]
    fn every_measure_draws_something_and_no_row_twice() {
        for measure in Measure::ALL {
            let rows: Vec<_> = measure.drawn().iter().chain(measure.beside()).collect();
            assert!(!measure.drawn().is_empty());
            assert!(rows.iter().all(|row| rows.iter().filter(|other| other == &row).count() == 1), "{measure:?}");
        }
    }
}
