//! What the script of the page works with, as one JSON: the rows of the export's own tables, what each is found, divided
//! and sorted by, what can be pointed at, and every word that it says.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use super::super::compose::{Figures, Further, States};
use super::super::material::{Listed, Material};
use crate::analysis::facets::Facet;
use crate::analysis::roster::{Edition, Entry, changes};
use crate::analysis::search_text::{SearchText, unusual};
use crate::briefing::{Message, visible};
use crate::drawing::palette::alpha;
use crate::drawing::{Part, PartKey};
use crate::export::{format, roster};
use crate::{label, message};

/// Writes it, so that it can stand in an element and in a page that is read as XML.
pub fn write(material: &Material<'_>, further: &Further<'_>, named: &[(String, Vec<Part>)]) -> String {
    let rosters = material.rosters.iter().zip(&further.states).enumerate();
    let rosters = rosters.filter_map(|(number, (listed, states))| {
        Some((number.to_string(), of_states(material, listed, states.as_ref()?)))
    });
    let series = further.figures.iter().enumerate();
    let series = series.filter(|(_, figures)| !figures.is_empty()).map(|(number, figures)| {
        let asked = material.trades.get(number).map(|shown| shown.view.query);
        let asked = asked.map(|query| json!({ "measure": query.measure.key, "layer": query.layer.key() }));
        (number.to_string(), json!({ "asked": asked, "views": of_figures(material, figures) }))
    });
    let data = json!({
        "words": words(material),
        "fold": unusual().into_iter().map(|(sign, folded)| (sign.to_string(), folded)).collect::<BTreeMap<_, _>>(),
        "rosters": rosters.collect::<Map<String, Value>>(),
        "series": series.collect::<Map<String, Value>>(),
        "charts": of_charts(named),
    });
    plain(&data.to_string())
}

/// JSON without a sign that means something to HTML or XML, or that acts on what is around it.
pub fn plain(json: &str) -> String {
    let mut plain = String::with_capacity(json.len());
    for sign in json.chars() {
        let is_markup = matches!(sign, '<' | '>' | '&' | '\u{fffe}' | '\u{ffff}');
        if is_markup || visible::acts(sign) {
            for unit in sign.encode_utf16(&mut [0; 2]) {
                // Writing to a string does not fail.
                let _ = write!(plain, "\\u{unit:04x}");
            }
        } else {
            plain.push(sign);
        }
    }
    plain
}

/// What the script says. What stands in braces it fills in.
fn words(material: &Material<'_>) -> Value {
    let say = |message: Message| material.words.say(&message);
    let edition = material.words.sentence_case(&say(label!(roster_table::fact_edition)));
    json!({
        "search": say(label!(members::search)),
        "hint": say(label!(members::search_hint)),
        "filters": say(label!(members::filters)),
        "filtersOn": say(message!(page::filters_on, count = "{count}")),
        "region": say(label!(members::filters_name)),
        "value": say(message!(page::value, name = "{name}", matching = "{matching}", all = "{all}")),
        "asOf": say(label!(members::as_of)),
        "edition": edition,
        "corrected": say(label!(members::corrected)),
        "printed": say(label!(members::as_printed)),
        "clear": say(label!(members::clear_all)),
        "shown": say(message!(page::shown, shown = "{shown}", total = "{total}")),
        "nothing": say(label!(members::nothing)),
        "more": say(message!(page::more, count = "{count}")),
        "panel": say(label!(page::panel)),
        "close": say(label!(page::close)),
        "inPlace": say(label!(page::in_place)),
        "cites": say(label!(page::cites)),
        "measure": say(label!(trade::heard_measure)),
        "layer": say(label!(trade::heard_layer)),
        "read": say(label!(page::read)),
    })
}

/// A roster: its rows as in a file, and beside each what it is asked by.
fn of_states(material: &Material<'_>, Listed { members, query, .. }: &Listed<'_>, states: &States) -> Value {
    let register = &states.register;
    let rows = register.entries.iter().map(|entry| entry.row);
    // What is no longer wanted is made no further.
    let Ok((columns, rows)) = roster::records(*members, rows, material.words, material.job) else { return Value::Null };
    let facets = Facet::ALL.into_iter().zip(&register.values).map(|(facet, values)| {
        let values = values
            .iter()
            .map(|value| json!({ "value": &*value.value, "name": material.words.value(&value.name.said()) }));
        let title = material.words.say(&facet.title());
        json!({ "key": facet.key(), "title": title, "values": values.collect::<Vec<_>>() })
    });
    let days =
        |entry: &Entry| entry.days.map(|(from, until)| json!([from.to_string(), until.map(|until| until.to_string())]));
    let orders = register.orders.iter().map(|(column, ranks)| (column.key.to_owned(), json!(ranks)));
    // What is printed of a state is looked for as well, in the rows of the printed list.
    let text = |entry: &Entry| {
        let mut text: Vec<&str> = register.texts.texts(entry.row.state).collect();
        let printed = SearchText::new([entry.row.printed_in(members.roster)]);
        text.extend(printed.texts(0));
        text.join("\n")
    };
    let chosen = Facet::ALL.into_iter().filter_map(|facet| Some((facet.key(), query.choice.of(facet)?)));
    let sort = query.sort.iter().map(|sort| json!([sort.column.key, sort.descending]));
    json!({
        "table": format::data(&columns, &rows),
        "texts": register.entries.iter().map(text).collect::<Vec<_>>(),
        "states": register.entries.iter().map(|entry| entry.row.state).collect::<Vec<_>>(),
        "dimmed": alpha::MAP_FILTERED_OUT,
        "days": register.entries.iter().map(days).collect::<Vec<_>>(),
        "facets": facets.collect::<Vec<_>>(),
        "values": register.entries.iter().map(|entry| &entry.facets).collect::<Vec<_>>(),
        "years": register.entries.iter().map(|entry| entry.year).collect::<Vec<_>>(),
        "orders": orders.collect::<Map<_, _>>(),
        "changes": changes(members.roster).iter().map(ToString::to_string).collect::<Vec<_>>(),
        "hasPrinted": members.roster.has_printed_list(),
        "asked": {
            "asOf": query.as_of.to_string(),
            "edition": query.edition.key(),
            "search": query.search,
            "chosen": chosen.collect::<BTreeMap<_, _>>(),
            "since": [query.since.from, query.since.until],
            "sort": sort.collect::<Vec<_>>(),
        },
        "corrected": Edition::Corrected.key(),
    })
}

/// Every view of a series: what it is called.
fn of_figures(material: &Material<'_>, figures: &[Figures<'_>]) -> Vec<Value> {
    let words = material.words;
    let of_view = |Figures { measure, layer, .. }: &Figures<'_>| {
        let name = words.sentence_case(&words.say(&layer.name(&material.briefing.called())));
        json!({
            "measure": measure.key,
            "measureName": words.say(measure.label),
            "layer": layer.key(),
            "layerName": name,
        })
    };
    figures.iter().map(of_view).collect()
}

/// What can be pointed at on each chart: where, and what is said of it.
fn of_charts(charts: &[(String, Vec<Part>)]) -> Value {
    let mut names: Vec<&str> = Vec::new();
    let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
    let mut areas = Map::new();
    for (id, parts) in charts {
        let parts = parts.iter().filter(|part| !matches!(part.key, PartKey::Whole) && !part.name.is_empty());
        let parts = parts.map(|part| {
            let number = *numbers.entry(&part.name).or_insert_with(|| {
                names.push(&part.name);
                names.len() - 1
            });
            let area = [part.area.left, part.area.top, part.area.right, part.area.bottom];
            let area = area.map(|edge| edge.round() as i32);
            let is_period = matches!(part.key, PartKey::Period(_));
            json!([area[0], area[1], area[2], area[3], number, is_period])
        });
        areas.insert(id.clone(), Value::Array(parts.collect()));
    }
    let names: Vec<String> = names.into_iter().map(str::to_owned).collect();
    json!({ "names": names, "parts": areas })
}
