//! Delimited text, row by row as it comes.

use std::cell::Cell;
use std::fs::File;
use std::io::{self, Read};
use std::rc::Rc;

use csv::{Reader, ReaderBuilder, StringRecord};
use encoding_rs::UTF_8;

use super::super::ImportError;
use super::super::limits::MAX_ROW_BYTES;
use super::encoding::{Decoded, Survey};
use super::{Row, unreadable};
use crate::briefing::Value;
use crate::message;

/// A delimited text that is being read.
pub(super) struct Delimited {
    file: String,
    reader: Reader<Metered<Box<dyn Read>>>,
    since: Rc<Cell<usize>>,
    /// Rows before it that are no rows.
    before: u64,
    /// The number of the last row.
    last: u32,
}

/// What may stand between two fields; the first where none does.
const DELIMITERS: [char; 4] = [',', ';', '\t', '|'];
/// So much of a text tells what stands between its fields.
const TELLING: usize = 64 << 10;

impl Delimited {
    /// A text that begins here, and what stands between its fields.
    pub fn of(text: File, survey: &Survey, chosen: Option<char>, file: &str) -> Result<(Self, char), ImportError> {
        let refuse = |err: &io::Error| unreadable(file, Value::from(err));
        let mut text: Box<dyn Read> =
            if survey.encoding == UTF_8 { Box::new(text) } else { Box::new(Decoded::new(text, survey.encoding)) };
        let mut start = Vec::new();
        text.by_ref().take(TELLING as u64).read_to_end(&mut start).map_err(|err| refuse(&err))?;
        let mut skipped = start.strip_prefix("\u{feff}".as_bytes()).map_or(0, |_| 3);
        let told = String::from_utf8_lossy(start.get(skipped..).unwrap_or_default()).into_owned();
        // A first line by which spreadsheets say what stands between the fields.
        let said = told.lines().next().and_then(|line| line.strip_prefix("sep=")).filter(|sign| sign.len() == 1);
        let mut before = 0;
        if said.is_some() {
            skipped += told.find('\n').map_or(told.len(), |end| end + 1);
            before = 1;
        }
        let delimiter = chosen.or_else(|| said.and_then(|sign| sign.chars().next())).unwrap_or_else(|| between(&told));
        let Ok(byte) = u8::try_from(delimiter) else {
            let what = message!(import::no_delimiter, given = delimiter.to_string());
            return Err(ImportError::of_file(file, what, message!(import::no_delimiter_remedy)));
        };
        let since = Rc::new(Cell::new(0));
        let rest = io::Cursor::new(start.split_off(skipped.min(start.len()))).chain(text);
        // With an end to the last line as well, a row begins as many lines before the reader as it has.
        let rest = rest.chain(io::Cursor::new(b"\n"));
        let metered = Metered { inner: Box::new(rest) as Box<dyn Read>, since: Rc::clone(&since) };
        let reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(byte)
            .buffer_capacity(1 << 16)
            .from_reader(metered);
        Ok((Self { file: file.to_owned(), reader, since, before, last: 0 }, delimiter))
    }

    /// The next row; false at the end.
    pub fn next(&mut self, row: &mut Row) -> Result<bool, ImportError> {
        self.since.set(0);
        match self.reader.read_record(&mut row.fields) {
            Ok(there) => {
                // Where it began the reader does not say: empty lines before it are gone over with it.
                let within = memchr::memchr_iter(b'\n', row.fields.as_byte_record().as_slice()).count() as u64;
                let line = (self.reader.position().line() + self.before).saturating_sub(1 + within);
                let line = u32::try_from(line).unwrap_or(u32::MAX);
                // Lines that end with a return alone are not counted by the reader.
                self.last = if line > self.last { line } else { self.last.saturating_add(1) };
                row.number = self.last;
                Ok(there)
            }
            Err(err) => {
                let line = self.reader.position().line() + self.before;
                let line = u32::try_from(line).unwrap_or(u32::MAX);
                Err(match err.kind() {
                    csv::ErrorKind::Io(err) if err.kind() == io::ErrorKind::InvalidData => {
                        let what = message!(import::row_too_long, most = (MAX_ROW_BYTES >> 10).to_string());
                        ImportError::of_row(&self.file, line, what, message!(import::row_too_long_remedy))
                    }
                    csv::ErrorKind::Io(err) => unreadable(&self.file, Value::from(err)),
                    // The file is another than the one that was surveyed.
                    _ => ImportError::of_row(
                        &self.file,
                        line,
                        message!(import::no_text),
                        message!(import::foreign_remedy),
                    ),
                })
            }
        }
    }
}

/// Counts what is read for one row, and stops where that has no end.
struct Metered<R> {
    inner: R,
    since: Rc<Cell<usize>>,
}

impl<R: Read> Read for Metered<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.since.get() > MAX_ROW_BYTES {
            return Err(io::ErrorKind::InvalidData.into());
        }
        let count = self.inner.read(buffer)?;
        self.since.set(self.since.get() + count);
        Ok(count)
    }
}

/// What stands between the fields of a text: what cuts its rows into as many fields as possible, and into as many each.
fn between(text: &str) -> char {
    // SDMX says so itself: it stands behind the first term.
    if let Some(rest) = text.strip_prefix("STRUCTURE").or_else(|| text.strip_prefix("DATAFLOW")) {
        let rest = rest.strip_prefix("[;]").unwrap_or(rest);
        if let Some(sign) = rest.chars().next().filter(|sign| sign.is_ascii_punctuation() || *sign == '\t') {
            return sign;
        }
    }
    // The last line may be cut.
    let whole = text.rfind('\n').and_then(|end| text.get(..end)).unwrap_or(text);
    let mut best = (0.0, ',');
    // A tab within quotes parts nothing: it holds the digits of a code as a text.
    let unquoted = whole.split('"').step_by(2).any(|part| part.contains('\t'));
    for delimiter in DELIMITERS.into_iter().filter(|sign| *sign != '\t' || unquoted) {
        let mut reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter as u8)
            .from_reader(whole.as_bytes());
        let mut counts: Vec<usize> = Vec::new();
        let mut record = StringRecord::new();
        while counts.len() < 100 && reader.read_record(&mut record).unwrap_or(false) {
            counts.push(record.len());
        }
        counts.retain(|count| *count > 1);
        let rows = counts.len();
        // No text has tabs in it, and as many in each row, but to part fields.
        if delimiter == '\t' && rows > 0 && counts.iter().all(|count| *count == counts[0]) {
            return delimiter;
        }
        counts.sort_unstable();
        let usual = counts.chunk_by(|one, other| one == other).max_by_key(|alike| alike.len() * alike[0]);
        let Some(alike) = usual else { continue };
        let alike = (alike.len() as f64).powi(2) / rows as f64 * (alike[0] as f64).ln();
        if alike > best.0 {
            best = (alike, delimiter);
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::between;

    #[test]
    fn what_stands_between_fields_is_found() {
        for (text, delimiter) in [
            ("a,b,c\n1,2,3\n", ','),
            ("a;b;c\n1,5;2,5;3,5\n1,0;2;3\n", ';'),
            ("a\tb\n1, 2\t3\n", '\t'),
            ("a|b|c\nx, y|2|3\n", '|'),
            ("\"a, b\";c\n\"d, e\";f\n", ';'),
            ("STRUCTURE;STRUCTURE_ID;OBS_VALUE\ndataflow;X,Y;1,5\n", ';'),
            ("STRUCTURE[;],STRUCTURE_ID,OBS_VALUE\n", ','),
            ("one\ntwo\n", ','),
            ("\"code\t\",\"value\"\n\"27\t\",\"1,5\"\n\"28\t\",\"2,5\"\n", ','),
            ("a\tb\n\"x\ty\"\t2\n", '\t'),
            ("freq,unit,geo\\TIME_PERIOD\t2019 \t2020 \nA,USD,CN\t1.5 p\t: \n", '\t'),
        ] {
            assert_eq!(between(text), delimiter, "{text}");
        }
    }
}
