//! Below the table of the years: what stands in no column of theirs.

use egui::{Align, Color32, Label, Layout, Rect, Sense, Ui, pos2, vec2};

use crate::analysis::trade::rows::{PUBLISHED_GROWTH, TOTAL};
use crate::analysis::trade::{self, Figure, Figures, Quantity, Standing, TradeQuery, TradeView};
use crate::briefing::{Briefing, FlowRole, Message, Period, Series, Value};
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{section_head, within};
use crate::words::Words;
use crate::{label, message};

const ROW: f32 = 22.0;

/// Draws the parts of years, which no year of the chart may be compared with.
pub fn part_years_ui(ui: &mut Ui, words: &Words, series: &Series, view: &TradeView) {
    if view.part_years.is_empty() {
        return;
    }
    let t = tokens_of(ui);
    let about = words.say(&label!(trade::parts_of_years_about));
    section_head(ui, &words.say(&label!(trade::parts_of_years)), &about);
    let flows = [FlowRole::Total, FlowRole::Forward, FlowRole::Backward];
    let heads = flows.map(|role| trade::flow_name(series, role).to_owned());
    let [period, change] = [label!(trade::period), label!(trade::change)].map(|head| words.say(&head));
    ui.spacing_mut().item_spacing.y = 0.0;
    line_ui(ui, &period, &heads, &change, t.muted);
    for part in &view.part_years {
        let values = [part.total, part.forward, part.backward].map(|figure| words.value(&written(figure)));
        let growth = part.published.and_then(|index| series.published_growth.get(index));
        let growth: Value =
            growth.map_or_else(|| label!(figures::no_value).into(), |one| Quantity::CHANGE.figure(one.percent).into());
        line_ui(ui, &words.period(part.period), &values, &words.value(&growth), t.ink);
    }
}

fn written(figure: Option<Figure>) -> Value {
    let Some(figure) = figure else { return label!(figures::no_value).into() };
    let value = Quantity::MONEY.figure(figure.value);
    if figure.standing == Standing::Derived { message!(figures::about, value = value).into() } else { value.into() }
}

fn line_ui(ui: &mut Ui, period: &str, values: &[String], growth: &str, ink: Color32) {
    let t = tokens_of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::empty());
    let cells: Vec<&str> = [period].into_iter().chain(values.iter().map(String::as_str)).chain([growth]).collect();
    let width = (rect.width() / cells.len() as f32).min(130.0);
    for (index, text) in cells.into_iter().enumerate() {
        let left = rect.left() + width * index as f32;
        let cell = Rect::from_min_size(pos2(left, rect.top()), vec2(width, ROW));
        let layout =
            if index == 0 { Layout::left_to_right(Align::Center) } else { Layout::right_to_left(Align::Center) };
        within(ui, cell, layout, |ui| ui.add(Label::new(Type::Caption.text(text, ink)).truncate()));
    }
    ui.painter().hline(rect.x_range(), rect.bottom(), (1.0, t.hairline));
}

/// Draws what is known of other series, in words: no unit is mixed with another.
pub fn other_series_ui(ui: &mut Ui, words: &Words, others: &[OtherSeries]) {
    let t = tokens_of(ui);
    for other in others {
        ui.add_space(12.0);
        section_head(ui, &words.say(&other.title), &words.say(&other.about));
        for year in &other.years {
            ui.label(Type::Body.text(words.say(year), t.ink));
        }
    }
}

/// A series that is not plotted, in words.
#[derive(Debug)]
pub struct OtherSeries {
    title: Message,
    about: Message,
    years: Vec<Message>,
}

impl OtherSeries {
    /// The totals of a series.
    pub fn new(briefing: &Briefing, series: &Series) -> Self {
        let view = trade::view(series, &Figures::new(briefing, series), &TradeQuery::default());
        let (total, growth) = (view.line(TOTAL), view.line(PUBLISHED_GROWTH));
        let year = |(column, year): (usize, &i16)| {
            let value = total?.row.quantity.with_unit(total?.point(column)?.value, &series.unit);
            let year = Period::of_year(*year);
            let growth = growth.and_then(|line| Some(line.row.quantity.figure(line.point(column)?.value)));
            Some(match growth {
                Some(growth) => {
                    message!(trade::other_year_and_growth, year = year, value = value, growth = growth)
                }
                None => message!(trade::other_year, year = year, value = value),
            })
        };
        let (sign, scale) = (&series.unit.sign, &series.unit.scale);
        Self {
            title: message!(trade::other_series, sign = sign, scale = scale),
            about: message!(trade::other_series_about, reporter = &series.reporter),
            years: view.columns.iter().enumerate().filter_map(year).collect(),
        }
    }
}
