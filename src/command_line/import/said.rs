//! A plan as text for people and as JSON for programs.

use std::fmt::Write as _;

use briefing_desk::briefing::Message;
use briefing_desk::briefing::visible::in_one_line;
use briefing_desk::import::{Change, Desk, Entry, Plan};
use briefing_desk::message;
use briefing_desk::words::Words;
use serde_json::{Value, json};

/// As many entries of one kind as anyone reads in a terminal; a program is told all.
const TOLD: usize = 40;

/// What was done, or would be, for people.
pub fn text(plans: &[Plan], desk: &Desk, dry: bool, words: &Words) -> String {
    let mut text = String::new();
    for plan in plans {
        one(&mut text, plan, words);
    }
    let count = desk.changed().len();
    let files = desk.changed_files();
    let last = match (count, dry) {
        (0, _) => message!(import::nothing_to_do),
        (_, true) => message!(import::would_write, files = briefing_desk::briefing::Value::list(files)),
        (_, false) => message!(import::written, files = briefing_desk::briefing::Value::list(files)),
    };
    let _ = writeln!(text, "{}", words.say(&last));
    text.replace('\u{a0}', " ")
}

fn one(text: &mut String, plan: &Plan, words: &Words) {
    let mut line = |message: &Message| {
        let _ = writeln!(text, "{}", in_one_line(&words.say(message)));
    };
    line(&plan.table.message());
    for column in &plan.columns {
        let (head, sample) = (column.head.clone(), column.sample.clone());
        match column.role {
            Some(role) => line(&message!(import::column_taken, head = head, role = role, sample = sample)),
            None => line(&message!(import::column_left, head = head)),
        }
    }
    line(&plan.counts());
    let (added, changed) = (plan.added().count(), plan.changed().count());
    let mut listed = |changes: &mut dyn Iterator<Item = &Change>, all: usize, sign: &str| {
        for change in changes.take(TOLD) {
            let row = change.row.map(|row| format!(" ({})", words.say(&message!(import::row, row = row.to_string()))));
            let said = in_one_line(&words.say(&change.message())).into_owned();
            let _ = writeln!(text, "  {sign} {said}{}", row.unwrap_or_default());
        }
        if all > TOLD {
            let _ = writeln!(text, "  {sign} {}", words.say(&message!(import::and_more, count = all - TOLD)));
        }
    };
    listed(&mut plan.changed(), changed, "~");
    listed(&mut plan.added(), added, "+");
    for left in &plan.left {
        let _ = writeln!(text, "  - {}", in_one_line(&words.say(&left.message())));
    }
    for remark in &plan.remarks {
        let _ = writeln!(text, "  ! {}", in_one_line(&words.say(remark)));
    }
    text.push('\n');
}

/// What was done, or would be, for programs.
pub fn json(plans: &[Plan], desk: &Desk, dry: bool, words: &Words) -> Value {
    let files = desk.changed_files();
    let tables: Vec<Value> = plans.iter().map(|plan| table(plan, words)).collect();
    json!({ "tables": tables, "files": files, "written": !dry && !files.is_empty() })
}

fn table(plan: &Plan, words: &Words) -> Value {
    let columns: Vec<Value> = plan
        .columns
        .iter()
        .map(|column| json!({ "head": column.head, "taken_as": column.role, "sample": column.sample }))
        .collect();
    let change = |change: &Change| {
        let mut told = match &change.entry {
            Entry::Figure { series, flow, period, old, new } => json!({
                "series": &**series,
                "flow": &**flow,
                "period": period.to_string(),
                "old": old.map(|old| old.to_string()),
                "new": new.to_string(),
            }),
            Entry::Sentence(fate) => json!({
                "fate": fate.kind().key(),
                "from": fate.from.map(|at| at.to_string()),
                "to": fate.to.map(|at| at.to_string()),
                "label": fate.label,
            }),
            Entry::Part { key, old, new, .. } => json!({ "key": key, "old": old, "new": new }),
        };
        told["kind"] = json!(change.kind());
        told["file"] = json!(&*change.file);
        told["row"] = json!(change.row);
        told
    };
    let left: Vec<Value> = plan
        .left
        .iter()
        .map(|left| json!({ "why": words.say(&left.why), "count": left.count, "rows": left.rows }))
        .collect();
    json!({
        "file": plan.table.file,
        "sha256": plan.table.sha256.as_str(),
        "layout": plan.table.layout,
        "rows": plan.table.rows,
        "source": plan.table.source.as_ref().map(ToString::to_string),
        "columns": columns,
        "added": plan.added().map(change).collect::<Vec<_>>(),
        "changed": plan.changed().map(change).collect::<Vec<_>>(),
        "same": plan.same,
        "left": left,
        "remarks": plan.remarks.iter().map(|remark| words.say(remark)).collect::<Vec<_>>(),
    })
}
