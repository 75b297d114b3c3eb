//! Each direction's part of all directions of its total.

use crate::analysis::trade::figures::Figure;
use crate::analysis::trade::flows::total_name;
use crate::analysis::trade::formula::share;
use crate::analysis::trade::ledger::Ledger;
use crate::analysis::trade::measure::{Axis, MeasureSpec, Stacking};
use crate::analysis::trade::point::Point;
use crate::analysis::trade::quantity::Quantity;
use crate::analysis::trade::row::{Each, Row, RowMark, RowSpec};
use crate::analysis::trade::rows::{self, direction, direction_name};
use crate::briefing::{FlowRole, Period, Value};
use crate::{label, message};

pub(super) static SHARE: MeasureSpec = MeasureSpec {
    key: "share",
    label: &label!(figures::measure_share),
    within: &label!(figures::measure_share_within),
    lead: |series, _, _, _| message!(figures::lead_share, total = total_name(series)),
    chart: |_, _, lines| message!(figures::chart_share, lines = lines).into(),
    // Shares of several totals do not stand on each other.
    drawn: &[FORWARD, BACKWARD],
    beside: &[OTHER_FORWARD, OTHER_BACKWARD, rows::FORWARD, rows::BACKWARD],
    stacking: Stacking::Always,
    axis: Axis::Hundred,
    ..MeasureSpec::NOTHING
};

const FORWARD: Row = Row::new(&of_main("forward-share", FlowRole::Forward));
const BACKWARD: Row = Row::new(&of_main("backward-share", FlowRole::Backward));
const OTHER_FORWARD: Row = Row::new(&of_others("other-forward-share", FlowRole::Forward));
const OTHER_BACKWARD: Row = Row::new(&of_others("other-backward-share", FlowRole::Backward));

const fn of_main(key: &'static str, role: FlowRole) -> RowSpec {
    RowSpec { each: Each::DirectionOfMain(role), ..spec(key, role) }
}

const fn of_others(key: &'static str, role: FlowRole) -> RowSpec {
    RowSpec { each: Each::DirectionOfOthers(role), ..spec(key, role) }
}

const fn spec(key: &'static str, role: FlowRole) -> RowSpec {
    let forward = matches!(role, FlowRole::Forward);
    RowSpec {
        key,
        each: Each::Direction(role),
        name: if forward {
            |ledger, number| name(ledger, FlowRole::Forward, number)
        } else {
            |ledger, number| name(ledger, FlowRole::Backward, number)
        },
        within: if forward {
            |ledger, number| direction_name(ledger, FlowRole::Forward, number)
        } else {
            |ledger, number| direction_name(ledger, FlowRole::Backward, number)
        },
        quantity: Quantity::SHARE,
        value: if forward {
            |ledger, number, period| value(ledger, FlowRole::Forward, number, period)
        } else {
            |ledger, number, period| value(ledger, FlowRole::Backward, number, period)
        },
        flow: role,
        mark: RowMark::Value,
    }
}

fn name(ledger: &Ledger<'_>, role: FlowRole, number: usize) -> Value {
    message!(figures::row_share, flow = direction_name(ledger, role, number)).into()
}

/// None where one of the directions is not known, or where there is but one.
fn value(ledger: &Ledger<'_>, role: FlowRole, number: usize, period: Period) -> Option<Point> {
    let flow = direction(ledger, role, number)?;
    let part = ledger.figure(flow, period)?;
    let others = ledger.flows().total_of(flow)?.directions.iter().filter(|other| **other != flow);
    let rest: Vec<Figure> = others.map(|other| ledger.figure(*other, period)).collect::<Option<_>>()?;
    if rest.is_empty() {
        return None;
    }
    let values: Vec<_> = rest.iter().map(|figure| figure.value).collect();
    let all: Vec<&Figure> = std::iter::once(&part).chain(&rest).collect();
    Some(ledger.computed(share(part.value, &values)?, &all))
}
