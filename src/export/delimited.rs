//! Rows as text with a separator, for the clipboard and for files, with nothing in them that a spreadsheet would run.

use rust_decimal::Decimal;

/// What a cell begins with that a spreadsheet would run, after OWASP's list for CSV injection.
const RUN: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A table with tabs, for the clipboard and a spreadsheet's cells.
pub fn tsv(rows: Vec<Vec<String>>) -> String {
    written(&guard(rows), csv::WriterBuilder::new().delimiter(b'\t'))
}

/// One cell for the clipboard.
pub fn cell(text: String) -> String {
    made_harmless(text, &mut 0)
}

/// Makes a cell harmless that a spreadsheet would run, and counts it. A negative number is a number. A cell that looks as
/// if it had been made harmless is given an apostrophe more, so that taking one away gives back what was there.
pub(super) fn made_harmless(mut cell: String, guarded: &mut usize) -> String {
    if cell.trim_start_matches('\'').starts_with(RUN) && cell.parse::<Decimal>().is_err() {
        cell.insert(0, '\'');
        *guarded += 1;
    }
    cell
}

fn guard(rows: Vec<Vec<String>>) -> Vec<Vec<String>> {
    let harmless = |cell| made_harmless(cell, &mut 0);
    rows.into_iter().map(|row| row.into_iter().map(harmless).collect()).collect()
}

/// Rows of equal length as text.
fn written(rows: &[Vec<String>], writer: &csv::WriterBuilder) -> String {
    let mut writer = writer.from_writer(Vec::new());
    for row in rows {
        // Writing to memory does not fail, and every row has the length of the head.
        if let Err(err) = writer.write_record(row) {
            log::error!("a row could not be written: {err}");
        }
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::made_harmless;

    #[test]
    fn what_a_spreadsheet_would_run_is_made_harmless_and_a_number_stays_one() {
        let cells = ["=1+1", "-5", "-5+2", "plain", "+3.5", "'=1", "'quoted'"].map(str::to_owned).to_vec();
        let mut count = 0;
        let cells: Vec<String> = cells.into_iter().map(|cell| made_harmless(cell, &mut count)).collect();
        assert_eq!((cells.join("|"), count), ("'=1+1|-5|'-5+2|plain|+3.5|''=1|'quoted'".to_owned(), 3));
    }
}
