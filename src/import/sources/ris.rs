//! RIS: a tag of two letters or digits, two blanks, a hyphen, and what it says, which may go on in lines without one; `ER`
//! ends a publication.

use super::addresses;
use super::item::{Item, dated};
use super::{Fault, Format, Listed};
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

fn read(text: &str) -> Result<Listed, Fault> {
    let mut items = Vec::new();
    let mut open: Option<Open> = None;
    for (number, line) in (1..).zip(text.lines()) {
        match (tag(line), &mut open) {
            (Some(("TY", kind)), _) => {
                items.extend(open.take().map(Open::item));
                open = Some(Open { row: number, kind: kind.to_owned(), fields: Vec::new() });
            }
            (Some(("ER", _)), _) => items.extend(open.take().map(Open::item)),
            (Some((tag, said)), Some(open)) => open.fields.push((tag.to_owned(), said.to_owned())),
            (None, Some(open)) if !line.trim().is_empty() => {
                if let Some((_, said)) = open.fields.last_mut() {
                    said.push(' ');
                    said.push_str(line.trim());
                }
            }
            _ => {}
        }
    }
    items.extend(open.map(Open::item));
    if items.is_empty() { Err((None, message!(import::not_ris))) } else { Ok(items.into()) }
}

/// A publication that is being read.
struct Open {
    row: u32,
    kind: String,
    fields: Vec<(String, String)>,
}

impl Open {
    fn item(self) -> Item {
        let mut item = Item { kind: self.kind, row: self.row, ..Item::default() };
        let mut doi = None;
        for (tag, said) in self.fields {
            let first = |field: &mut String| {
                if field.is_empty() {
                    said.clone_into(field);
                }
            };
            match tag.as_str() {
                "ID" => first(&mut item.key),
                "TI" | "T1" | "CT" => first(&mut item.title),
                "PB" => item.publisher = said,
                "T2" | "JO" | "JF" | "BT" => first(&mut item.publisher),
                "AU" | "A1" | "A2" => item.authors.push(said),
                // `DA` is the whole date where there is one, `PY` the year.
                "DA" | "PY" | "Y1" => {
                    let (date, beyond) = dated(&said);
                    item.published = if tag == "DA" { date.or(item.published) } else { item.published.or(date) };
                    if !beyond.is_empty() {
                        item.dated = beyond;
                    }
                }
                "Y2" => item.read = dated(&said).0,
                "UR" | "L2" | "LK" => add_addresses(&said, &mut item),
                "DO" => doi = Some(format!("https://doi.org/{said}")),
                "N1" => first(&mut item.note),
                _ => {}
            }
        }
        if item.address.is_empty() {
            item.address = doi.unwrap_or_default();
        }
        item
    }
}

/// The addresses that a field has; the first is that of the publication.
fn add_addresses(said: &str, item: &mut Item) {
    let mut all: Vec<String> = addresses::lines(said).into_iter().map(|found| found.address).collect();
    if all.is_empty() && !said.is_empty() {
        all.push(said.to_owned());
    }
    for address in all {
        if item.address.is_empty() {
            item.address = address;
        } else if item.address != address && !item.elsewhere.contains(&address) {
            item.elsewhere.push(address);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn what_goes_on_in_the_next_line_and_stands_there_twice_is_not_lost() {
        let text = "TY  - JOUR\nTI  - Ferries and\n  freight\nPY  - 2021///Spring\nUR  - https://a.example/2;https://a.example/3\n\
            UR  - https://b.example/1\nER  - \n";
        let listed = read(text).expect("it is RIS");
        let [item]: &[_; 1] = listed.items[..].try_into().expect("one");
        assert_eq!((item.title.as_str(), item.dated.as_str()), ("Ferries and freight", "2021///Spring"));
        assert_eq!(item.published.map(|date| date.to_string()).as_deref(), Some("2021"));
        assert_eq!(item.address, "https://a.example/2");
        assert_eq!(item.elsewhere, ["https://a.example/3", "https://b.example/1"]);
    }
}
