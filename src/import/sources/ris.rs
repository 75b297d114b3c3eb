//! RIS: a tag of two letters or digits, two blanks, a hyphen, and what it says; `ER` ends a publication.

use super::item::{Item, date};
use super::{Fault, Format};
use crate::{label, message};

/// The format.
pub const FORMAT: Format = Format {
    key: "ris",
    name: label!(import::format_ris),
    is: |text| text.lines().take(40).any(|line| tag(line).is_some_and(|(tag, _)| tag == "TY")),
    read,
};

/// The tag of a line and what it says.
fn tag(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_start_matches('\u{feff}');
    let (tag, rest) = (line.get(..2)?, line.get(2..)?);
    let said = rest.trim_start().strip_prefix('-')?;
    let letters = tag.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    (letters && rest.starts_with(' ')).then(|| (tag, said.trim()))
}

fn read(text: &str) -> Result<Vec<Item>, Fault> {
    let mut items = Vec::new();
    let mut open: Option<Item> = None;
    for (number, line) in (1..).zip(text.lines()) {
        let Some((tag, said)) = tag(line) else { continue };
        if tag == "TY" {
            items.extend(open.take());
            open = Some(Item { kind: said.to_owned(), row: number, ..Item::default() });
            continue;
        }
        let Some(item) = &mut open else { continue };
        let first = |field: &mut String| {
            if field.is_empty() {
                said.clone_into(field);
            }
        };
        match tag {
            "ER" => items.extend(open.take()),
            "ID" => first(&mut item.key),
            "TI" | "T1" | "CT" => first(&mut item.title),
            "PB" => said.clone_into(&mut item.publisher),
            "T2" | "JO" | "JF" | "BT" => first(&mut item.publisher),
            "AU" | "A1" | "A2" => item.authors.push(said.to_owned()),
            "DA" => item.published = date(said).or(item.published),
            "PY" | "Y1" => item.published = item.published.or_else(|| date(said)),
            "Y2" => item.read = date(said),
            "UR" | "L2" | "LK" => first(&mut item.address),
            "DO" if item.address.is_empty() => item.address = format!("https://doi.org/{said}"),
            "N1" => first(&mut item.note),
            _ => {}
        }
    }
    items.extend(open);
    if items.is_empty() { Err((None, message!(import::not_ris))) } else { Ok(items) }
}
