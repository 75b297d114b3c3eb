//! Small series for tests: flows and figures, and nothing of the bundled one.

use crate::briefing::{Briefing, Flow, FlowRole, Observation};

/// A flow of a sample: key, role, and the total it is a part of.
pub type SampleFlow = (&'static str, FlowRole, Option<&'static str>);

/// A total and its two directions.
pub const THREE: [SampleFlow; 3] =
    [("all", FlowRole::Total, None), ("out", FlowRole::Forward, None), ("in", FlowRole::Backward, None)];

/// A briefing whose only series has these flows and figures, in crowns; a `*` before the value marks one of the document, a
/// `~` one that was derived.
#[expect(clippy::missing_panics_doc, reason = "for tests")]
pub fn sample(flows: &[SampleFlow], figures: &[(&str, &str, &str)]) -> Briefing {
    let mut briefing = Briefing::bundled().expect("the bundled briefing loads");
    let document = briefing.document_citation("1.1".parse().expect("a place")).expect("a document");
    briefing.trades[0].series.truncate(1);
    briefing.trades[0].milestones.clear();
    let series = &mut briefing.trades[0].series[0];
    let other = series.observations[0].citations.clone();
    let text = |text: &str| text.to_owned();
    (series.reporter, series.valuation, series.balance) = (text("Harbour office"), text("at the quay"), text("Net"));
    let unit = &mut series.unit;
    (unit.currency, unit.sign, unit.scale) = (text("SEK"), text("kr"), text("m"));
    (series.published_growth, series.stated_figures, series.stated_basis) = (Vec::new(), Vec::new(), None);
    series.flows = flows
        .iter()
        .map(|(id, role, of)| Flow {
            id: text(id).try_into().expect(id),
            name: format!("Flow {id}"),
            role: *role,
            of: of.map(|of| text(of).try_into().expect(of)),
            valuation: None,
        })
        .collect();
    series.observations = figures
        .iter()
        .map(|(flow, period, value)| Observation {
            flow: text(flow).try_into().expect(flow),
            period: text(period).try_into().expect(period),
            value: value.trim_start_matches(['*', '~']).parse().expect(value),
            unit: None,
            formula: value.starts_with('~').then(|| text("by hand")),
            note: None,
            citations: if value.starts_with('*') { vec![document.clone()] } else { other.clone() },
        })
        .collect();
    briefing
}
