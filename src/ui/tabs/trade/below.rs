//! Below the table: what stands in no column of its own.

use egui::accesskit::Role;
use egui::{Align, Color32, Label, Layout, Rect, Sense, Ui, UiBuilder, pos2, vec2};

use crate::analysis::trade::rows::{PUBLISHED_GROWTH, TOTAL};
use crate::analysis::trade::{self, Figure, Figures, Quantity, TradeQuery, TradeView, magnitude};
use crate::briefing::{Briefing, FlowRole, Message, Period, Series, Value};
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::heard::{cell as heard_cell, table, unheard};
use crate::ui::widgets::{Needed, TallList, section_head, within};
use crate::words::Words;
use crate::{label, message};

const ROW: f32 = 22.0;

/// Draws the parts of years, which no year of the chart may be compared with.
pub fn part_years_ui(ui: &mut Ui, words: &Words, series: &Series, figures: &Figures, view: &TradeView) {
    if view.parts.is_empty() {
        return;
    }
    let t = tokens_of(ui);
    let about = words.say(&label!(trade::parts_of_years_about));
    section_head(ui, &words.say(&label!(trade::parts_of_years)), &about);
    let layer = view.query.layer;
    let totals = 0..figures.flows.totals().len();
    let sides = [FlowRole::Forward, FlowRole::Backward].into_iter();
    let directions: Vec<usize> = sides.flat_map(|role| figures.flows.directions(role)).copied().collect();
    let names = directions.iter().filter_map(|flow| series.flows.get(*flow)).map(|flow| flow.name.clone());
    let heads = totals.clone().map(|number| words.value(&figures.flows.total_name(series, number))).chain(names);
    let heads: Vec<String> = heads.collect();
    let [period, change] = [label!(trade::period), label!(trade::change)].map(|head| words.say(&head));
    ui.spacing_mut().item_spacing.y = 0.0;
    let columns: Vec<&str> =
        [period.as_str()].into_iter().chain(heads.iter().map(String::as_str)).chain([change.as_str()]).collect();
    let name = words.say(&label!(trade::parts_of_years));
    table(ui, &name, view.parts.len(), |ui| {
        line_ui(ui, words, &period, &heads, &change, (t.muted, None), &columns);
        let main = figures.flows.totals().first().and_then(|total| total.flow);
        TallList::new(ui, "parts", view.parts.len()).ui(ui, Needed::Nothing, |ui, row| {
            let part = &view.parts[row];
            let of_totals = totals.clone().map(|number| figures.total(number, *part, layer));
            let of_directions = directions.iter().map(|flow| figures.get(*flow, *part, layer));
            let values: Vec<String> =
                of_totals.chain(of_directions).map(|figure| words.value(&written(figure))).collect();
            let published = main.and_then(|flow| figures.published(flow, *part, layer));
            let growth = published.and_then(|index| series.published_growth.get(index));
            let growth: Value = growth
                .map_or_else(|| label!(figures::no_value).into(), |one| Quantity::CHANGE.given(one.percent).into());
            line_ui(ui, words, &words.period(*part), &values, &words.value(&growth), (t.ink, Some(row)), &columns);
        });
    });
}

fn written(figure: Option<Figure>) -> Value {
    let Some(figure) = figure else { return label!(figures::no_value).into() };
    let value = Quantity::MONEY.given(figure.value);
    if figure.is_approximate() { message!(figures::about, value = value).into() } else { value.into() }
}

/// Draws a line: the head, or a row by its place.
fn line_ui(
    ui: &mut Ui,
    words: &Words,
    period: &str,
    values: &[String],
    growth: &str,
    (ink, row): (Color32, Option<usize>),
    columns: &[&str],
) {
    let t = tokens_of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::empty());
    let cells: Vec<&str> = [period].into_iter().chain(values.iter().map(String::as_str)).chain([growth]).collect();
    let spoken = |index: usize| match (row, cells.get(index), columns.get(index)) {
        (Some(_), Some(text), Some(column)) if index > 0 => {
            words.say(&message!(grid::cell, column = (*column).to_owned(), text = (*text).to_owned()))
        }
        (_, text, _) => text.map_or_else(String::new, |text| (*text).to_owned()),
    };
    let line: Vec<String> = (0..cells.len()).map(spoken).collect();
    let builder = UiBuilder::new().max_rect(rect).accessibility_role(Role::Row).accessibility_label(line.join("; "));
    let ui = &mut ui.new_child(builder);
    if let Some(row) = row {
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_row_index(row);
            node.set_position_in_set(row);
        });
    }
    let width = (rect.width() / cells.len() as f32).min(130.0);
    for (index, text) in cells.into_iter().enumerate() {
        let left = rect.left() + width * index as f32;
        let cell = Rect::from_min_size(pos2(left, rect.top()), vec2(width, ROW));
        let layout =
            if index == 0 { Layout::left_to_right(Align::Center) } else { Layout::right_to_left(Align::Center) };
        let role = match (row, index) {
            (None, _) => Role::ColumnHeader,
            (Some(_), 0) => Role::RowHeader,
            _ => Role::Cell,
        };
        heard_cell(ui, cell, (row.unwrap_or_default(), index), role, &line[index]);
        within(ui, cell, layout, |ui| unheard(ui, |ui| ui.add(Label::new(Type::Caption.text(text, ink)).truncate())));
    }
    ui.painter().hline(rect.x_range(), rect.bottom(), (1.0, t.hairline));
}

/// Draws what is known of other series, in words: no unit is mixed with another.
pub fn other_series_ui(ui: &mut Ui, words: &Words, others: &[OtherSeries]) {
    let t = tokens_of(ui);
    TallList::new(ui, "series", others.len()).ui(ui, Needed::Nothing, |ui, row| {
        let other = &others[row];
        ui.add_space(12.0);
        section_head(ui, &words.say(&other.title), &words.say(&other.about));
        TallList::new(ui, "years", other.years.len()).ui(ui, Needed::Nothing, |ui, row| {
            ui.label(Type::Body.text(words.say(&other.years[row]), t.ink));
        });
    });
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
        let year = |(column, period): (usize, &Period)| {
            let (value, year) = (total?.with_unit(total?.point(column)?, &series.unit), *period);
            let growth = growth.and_then(|line| Some(line.figure(line.point(column)?)));
            Some(match growth {
                Some(growth) => {
                    message!(trade::other_year_and_growth, year = year, value = value, growth = growth)
                }
                None => message!(trade::other_year, year = year, value = value),
            })
        };
        Self {
            title: message!(trade::other_series, unit = magnitude::unit(&series.unit)),
            about: message!(trade::other_series_about, reporter = &series.reporter),
            years: view.columns.iter().enumerate().filter_map(year).collect(),
        }
    }
}
