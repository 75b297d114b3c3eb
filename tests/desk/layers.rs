//! Without context nothing is said that the document does not say: not in the window, and in no export.

use std::sync::Arc;

use briefing_desk::analysis::trade::{ChartKind, Layer, Measure, TradeQuery};
use briefing_desk::briefing::{Briefing, Citation};
use briefing_desk::export::job::Job;
use briefing_desk::export::order::{Order, make};
use briefing_desk::export::picture::Look;
use briefing_desk::export::query::Query;
use briefing_desk::export::settings::{Notes, Settings};
use briefing_desk::export::{format, subject};
use briefing_desk::ui::TabKey;
use briefing_desk::words::Words;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::harness::{bundled, made, open_with, press};

/// Stands in every text of the trade that is context.
const MARKER: &str = "Zzyzx";
/// Every figure that is context.
const FIGURE: &str = "31337.25";
/// The same as it is written for people.
const GROUPED: &str = "31 337";

/// The bundled briefing with a marker in whatever of its trade the document does not say.
fn marked() -> Briefing {
    let mut briefing = bundled();
    let document = briefing.document_source().expect("a document").clone();
    let is_document = |citations: &[Citation]| citations.iter().any(|citation| citation.source == document);
    let trade = &mut briefing.trades[0];
    let mark = |text: &mut String| *text = format!("{MARKER} {text}");
    mark(&mut trade.headline);
    for milestone in trade.milestones.iter_mut().filter(|milestone| !is_document(&milestone.citations)) {
        mark(&mut milestone.label);
    }
    for (number, series) in trade.series.iter_mut().enumerate() {
        mark(&mut series.reporter);
        mark(&mut series.valuation);
        mark(&mut series.unit.prices);
        series.flows.iter_mut().filter_map(|flow| flow.valuation.as_mut()).for_each(mark);
        if number > 0 {
            mark(&mut series.unit.scale);
            mark(&mut series.balance);
            series.flows.iter_mut().for_each(|flow| mark(&mut flow.name));
        }
        for observation in series.observations.iter_mut().filter(|o| !is_document(&o.citations)) {
            observation.value = FIGURE.parse().expect("a number");
            [&mut observation.formula, &mut observation.note].into_iter().flatten().for_each(mark);
        }
        for growth in &mut series.published_growth {
            growth.percent = FIGURE.parse().expect("a number");
        }
    }
    briefing
}

fn says_context(text: &str) -> bool {
    let plain = text.replace(['\u{a0}', '\u{202f}'], " ");
    [MARKER, FIGURE, GROUPED].iter().any(|context| plain.contains(context))
}

#[track_caller]
fn holds_no_context(what: &str, text: &str) {
    let line = text.lines().find(|line| says_context(line));
    assert!(line.is_none(), "{what} says what the document does not: {}", line.unwrap_or_default());
}

#[test]
fn no_export_of_the_document_alone_says_what_is_context() {
    let briefing = marked();
    let words = Words::english();
    let mut seen = false;
    for layer in Layer::ALL {
        for (measure, kind) in Measure::all().flat_map(|measure| ChartKind::ALL.map(|kind| (measure, kind))) {
            let mut settings = Settings {
                query: Query { trade: TradeQuery { measure, layer, ..TradeQuery::default() }, ..Query::of(&briefing) },
                look: Look::default(),
                made: made(),
                notes: Notes::Lines,
                byte_order_mark: false,
            };
            settings.look.chart.kind = kind;
            for format in [&format::CSV, &format::JSON, &format::MARKDOWN, &format::SVG] {
                let order = Order { subject: &subject::TRADE, format, settings: settings.clone() };
                let parcel = make(&briefing, &[], &order, &words, &Job::default()).expect("it is made");
                let text = String::from_utf8(parcel.bytes).expect("a text");
                if layer == Layer::Document {
                    holds_no_context(&format!("{} of {} as {}", format.key, measure.key, kind.key()), &text);
                } else {
                    seen |= says_context(&text);
                }
            }
        }
    }
    assert!(seen, "with context it is there");
}

#[test]
fn no_brief_of_the_document_alone_says_what_is_context_of_the_trade() {
    let briefing = marked();
    let brief = |layer| {
        let trade = TradeQuery { layer, ..TradeQuery::default() };
        let settings = Settings {
            query: Query { trade, ..Query::of(&briefing) },
            look: Look::default(),
            made: made(),
            notes: Notes::default(),
            byte_order_mark: false,
        };
        let order = Order { subject: &subject::BRIEF, format: &format::MARKDOWN, settings };
        let parcel = make(&briefing, &[], &order, &Words::english(), &Job::default()).expect("it is made");
        String::from_utf8(parcel.bytes).expect("a text")
    };
    holds_no_context("the brief", &brief(Layer::Document));
    assert!(says_context(&brief(Layer::All)), "with context it is there");
}

#[test]
fn the_window_says_nothing_of_context_where_the_document_alone_is_shown() {
    let mut harness = open_with(Arc::new(marked()), TabKey::TRADE);
    let heard = |harness: &egui_kittest::Harness<'_, _>| {
        let nodes = harness.query_all_by(|_| true).map(|node| {
            let node = node.accesskit_node();
            format!("{}\n{}", node.label().unwrap_or_default(), node.value().unwrap_or_default())
        });
        nodes.collect::<Vec<_>>().join("\n")
    };
    assert!(says_context(&heard(&harness)), "with context it is there");
    press(&mut harness, Role::RadioButton, "Article only");
    for measure in ["Total", "By direction", "Balance", "Growth", "Share", "Index"] {
        press(&mut harness, Role::RadioButton, measure);
        for kind in ["Lines", "Bars", "Stacked", "Side by side"] {
            if harness.query_by_role_and_label(Role::RadioButton, kind).is_some() {
                press(&mut harness, Role::RadioButton, kind);
                holds_no_context(&format!("the window, {measure} as {kind}"), &heard(&harness));
            }
        }
    }
}
