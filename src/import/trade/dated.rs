//! Which columns of a table with a figure a row say of what period it is.

use super::across::is_number;
use super::called::column;
use super::layout::{Head, Role, Titles};
use crate::briefing::{Message, Period, Value};
use crate::import::ImportError;
use crate::import::counted::{fiscals, frequency_of};
use crate::import::date::{self, Order, Written};
use crate::import::period::{self, Frequency};
use crate::message;

/// The columns of periods, and how their cells are read.
#[derive(Default)]
pub struct Dated {
    pub period: Option<usize>,
    pub year: Option<usize>,
    /// A part of the year, and whether it is a month or a quarter.
    pub part: Option<(usize, Role)>,
    /// That a year stands once for the rows below it.
    pub carried: Option<String>,
    /// How often it counts, where days stand for what they begin or end.
    pub counts: Option<Frequency>,
    pub fiscal: Option<i8>,
    /// Which of two numbers of its dates is the month.
    pub order: Order,
    pub remarks: Vec<Message>,
}

/// The column of periods or years that heads name; a month or a quarter may be one by itself: `2024-Q1` below `Quarter`.
pub fn named(head: &Head<'_>, titles: &Titles, at: usize) -> Option<(usize, Role)> {
    let of = |role: Role| Some((column(head, titles, role)?, role));
    let whole = |role: Role| {
        let (column, _) = of(role)?;
        let mut cells = head.below(at, column).filter(|cell| !cell.is_empty()).take(4).peekable();
        let is_period = |cell: &str| period::read(cell).is_some() || date::either(cell).is_some();
        let are_periods = cells.peek().is_some() && cells.all(is_period);
        are_periods.then_some((column, Role::Period))
    };
    let chosen = head.choices.columns.get(Role::Year.key()).is_some_and(|given| !given.is_empty());
    let year = of(Role::Year).filter(|_| chosen);
    year.or_else(|| of(Role::Period))
        .or_else(|| of(Role::Year))
        .or_else(|| whole(Role::Month))
        .or_else(|| whole(Role::Quarter))
}

/// The columns of periods of a table.
pub fn dated(head: &Head<'_>, titles: &Titles, at: usize) -> Result<Dated, ImportError> {
    let mut dated = Dated::default();
    let Some((own, role)) = named(head, titles, at) else {
        let (fiscal, order) = (fiscal(head, Vec::new())?, order(head, "", [])?);
        return Ok(Dated { fiscal, order, ..dated });
    };
    let cells = || head.below(at, own).filter(|cell| !cell.is_empty());
    // A column of years beside one of their parts, whatever it is called.
    let years = column(head, titles, Role::Year);
    let are_years =
        role == Role::Year || (years.is_none() && cells().take(50).all(|cell| period::year(cell).is_some()));
    dated.part = if are_years { part(head, titles, at, own) } else { None };
    if role == Role::Year || dated.part.is_some() {
        dated.year = Some(own);
    } else {
        dated.period = Some(own);
    }
    if let Some((part, _)) = dated.part {
        let carries =
            head.below(at, own).zip(head.below(at, part)).any(|(year, part)| year.is_empty() && !part.is_empty());
        if carries {
            dated.carried = Some(String::new());
            dated.remarks.push(message!(import::year_carried, head = titles.name(own).to_owned()));
        }
    } else {
        dated.fiscal = fiscal(head, fiscals(cells()))?;
    }
    dated.order = order(head, titles.name(own), cells().filter(|_| dated.period.is_some()))?;
    if dated.period.is_some() && dated.fiscal.is_none() && column(head, titles, Role::Frequency).is_none() {
        let order = dated.order;
        dated.counts = frequency_of(cells().filter_map(|cell| read(cell, order)));
        dated.remarks.extend(dated.counts.map(|counts| days_are(titles.name(own), counts)));
    }
    Ok(dated)
}

/// The month in which fiscal years begin, where there are some; an error where that is not said, or said of none.
pub fn fiscal(head: &Head<'_>, years: Vec<&str>) -> Result<Option<i8>, ImportError> {
    let first = years.into_iter().take(3).map(str::to_owned).collect::<Vec<_>>();
    match (head.choices.fiscal, first.is_empty()) {
        (None, false) => {
            let what = message!(import::fiscal_unsaid, years = Value::list(first));
            Err(head.fault(None, what, message!(import::fiscal_unsaid_remedy)))
        }
        (Some(_), true) => Err(head.fault(None, message!(import::no_fiscal), message!(import::no_fiscal_remedy))),
        (begins, _) => Ok(begins),
    }
}

/// Which of two numbers is the month in the dates of a column; an error where that is not known, or was said otherwise.
pub fn order<'c>(
    head: &Head<'_>,
    column: &str,
    cells: impl IntoIterator<Item = &'c str>,
) -> Result<Order, ImportError> {
    let (dates, chosen) = (cells.into_iter().filter_map(date::either).collect::<Vec<_>>(), head.choices.dates);
    let refuse = |what, remedy| Err(head.fault(Some(column).filter(|name| !name.is_empty()), what, remedy));
    if dates.is_empty() && chosen.is_some() {
        return refuse(message!(import::no_dates), message!(import::no_dates_remedy));
    }
    let order = Order::chosen_or_of(chosen, &dates);
    for date in dates {
        match (order.settled(date.clone()), chosen) {
            (Written::Numbers(.., text), _) => {
                let what = message!(import::dates_unsaid, date = text);
                return refuse(what, message!(import::dates_unsaid_remedy));
            }
            // In neither order it is a date: then it is left as what is none.
            (Written::Unread(text), Some(order)) if Order::default().settled(date).date().is_some() => {
                let what = message!(import::dates_otherwise, date = text, order = order.key());
                return refuse(what, message!(import::dates_otherwise_remedy));
            }
            _ => {}
        }
    }
    Ok(order)
}

/// The period of a cell, with which number of a date is the month.
pub fn read(text: &str, order: Order) -> Option<Period> {
    period::read(text).or_else(|| order.day(text).map(Period::of_day))
}

/// That days stand for what they begin or end.
pub fn days_are(head: &str, counts: Frequency) -> Message {
    let kind = match counts {
        Frequency::Year => "year",
        Frequency::HalfYear => "half-year",
        Frequency::Quarter => "quarter",
        Frequency::Month | Frequency::Week | Frequency::Day => "month",
    };
    message!(import::days_are, head = head.to_owned(), kind = kind)
}

/// The column of months or quarters beside years: by its name, else the one without a name in which such stand.
fn part(head: &Head<'_>, titles: &Titles, at: usize, year: usize) -> Option<(usize, Role)> {
    let named = [Role::Month, Role::Quarter].into_iter().find_map(|role| Some((column(head, titles, role)?, role)));
    let width = head.rows.iter().map(|row| row.fields.iter().count()).max().unwrap_or_default();
    let nameless = || {
        (0..width).filter(|column| *column != year && titles.name(*column).is_empty()).find_map(|column| {
            let cells: Vec<&str> = head.below(at, column).filter(|cell| !cell.is_empty()).take(50).collect();
            let are_parts =
                !cells.is_empty() && cells.iter().all(|cell| !is_number(cell) && period::part(cell).is_some());
            let are_quarters = cells.iter().all(|cell| period::quarter(cell).is_some());
            are_parts.then_some((column, if are_quarters { Role::Quarter } else { Role::Month }))
        })
    };
    named.filter(|(column, _)| *column != year).or_else(nameless)
}

#[cfg(test)]
mod tests {
    use crate::import::tests::{desk, said};
    use crate::import::trade::tests::{applied, planned};
    use crate::import::{Choices, DayOrder};

    /// The periods of the figures that a table makes, or what is wrong.
    fn periods(text: &str, dates: Option<DayOrder>) -> Result<Vec<String>, String> {
        let choices = Choices { dates, unit: Some("USD".to_owned()), ..Choices::default() };
        let plan = planned(&desk(), "t.csv", text, &choices).map_err(|err| said(&err))?;
        let mut own = desk();
        let before = own.briefing().all_series().count();
        let briefing = applied(&mut own, &plan);
        let new = briefing.all_series().skip(before).flat_map(|series| &series.observations);
        Ok(new.map(|value| value.period.to_string()).collect())
    }

    #[test]
    fn which_number_of_a_date_is_the_month_is_told_or_asked() {
        let head = "date,exports\n";
        let either = format!("{head}03/04/2020,5\n05/04/2020,6\n");
        let asked = periods(&either, None).expect_err("it is not known");
        assert!(asked.contains("03/04/2020") && asked.contains("--dates day-first"), "{asked}");
        let as_days = |all: &[&str]| Ok(all.iter().map(|day| (*day).to_owned()).collect::<Vec<_>>());
        assert_eq!(periods(&either, Some(DayOrder::DayFirst)), as_days(&["2020-04-03", "2020-04-05"]));
        assert_eq!(periods(&either, Some(DayOrder::MonthFirst)), as_days(&["2020-03-04", "2020-05-04"]));
        // Another date of the column tells it.
        let told = format!("{head}03/04/2020,5\n17/04/2020,6\n");
        assert_eq!(periods(&told, None), as_days(&["2020-04-03", "2020-04-17"]));
        let against = periods(&told, Some(DayOrder::MonthFirst)).expect_err("there is no month 17");
        assert!(against.contains("17/04/2020"), "{against}");
        let none = periods("date,exports\n2020-04-03,5\n2020-04-04,6\n", Some(DayOrder::DayFirst));
        assert!(none.expect_err("no such dates").contains("Leave --dates out"));
    }

    #[test]
    fn days_that_begin_months_stand_for_them_in_either_order() {
        let below = "Month;exports\n01/02/2020;5\n01/03/2020;6\n01/04/2020;6\n";
        let across = "flow;01/02/2020;01/03/2020;01/04/2020\nexports;5;6;6\n";
        let months: Vec<String> = ["2020-02", "2020-03", "2020-04"].map(str::to_owned).to_vec();
        for text in [below, across] {
            assert!(periods(text, None).expect_err("it is asked").contains("--dates"), "{text}");
            assert_eq!(periods(text, Some(DayOrder::DayFirst)), Ok(months.clone()), "{text}");
        }
    }
}
