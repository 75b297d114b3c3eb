//! Delimited text, row by row as it comes.

use std::fs::File;
use std::io::{self, BufRead as _, BufReader, Read};
use std::str;

use csv::{ReaderBuilder, StringRecord};
// The same that `csv` reads with, for rows in which something is quoted: most have nothing, and are cut without it.
use csv_core::{ReadRecordResult, Reader};
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
    text: BufReader<Box<dyn Read>>,
    delimiter: u8,
    /// The line that was read last, with what ends it.
    line: Vec<u8>,
    /// Its number, from one.
    number: u64,
    /// What reads the rows in which something is quoted, and what it makes of one.
    quoted: Reader,
    output: Vec<u8>,
    ends: Vec<usize>,
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
        let rest = io::Cursor::new(start.split_off(skipped.min(start.len()))).chain(text);
        let begun = Self {
            file: file.to_owned(),
            text: BufReader::with_capacity(1 << 16, Box::new(rest)),
            delimiter: byte,
            line: Vec::new(),
            number: before,
            quoted: csv_core::ReaderBuilder::new().delimiter(byte).build(),
            output: vec![0; 1 << 10],
            ends: vec![0; 1 << 6],
        };
        Ok((begun, delimiter))
    }

    /// The next row; false at the end.
    pub fn next(&mut self, row: &mut Row) -> Result<bool, ImportError> {
        let length = loop {
            match self.read_line(0)? {
                None => return Ok(false),
                // An empty line is no row.
                Some(0) => {}
                Some(length) => break length,
            }
        };
        row.number = self.line_number();
        let line = self.line.get(..length).unwrap_or_default();
        if memchr::memchr(b'"', line).is_none() {
            let line = str::from_utf8(line).map_err(|_| self.no_text())?;
            row.fields.take_line(line, self.delimiter);
        } else {
            let (length, count) = self.read_quoted()?;
            let text = self.output.get(..length).and_then(|output| str::from_utf8(output).ok());
            let ends = self.ends.get(..count).unwrap_or_default();
            row.fields.take_parts(text.ok_or_else(|| self.no_text())?, ends);
        }
        Ok(true)
    }

    /// Reads a row from its first line on, and more of them as long as a quote is open. Returns how many bytes it has, and
    /// how many fields.
    fn read_quoted(&mut self) -> Result<(usize, usize), ImportError> {
        let (mut read, mut length, mut count, mut before) = (0, 0, 0, 0);
        loop {
            let input = self.line.get(read..).unwrap_or_default();
            let output = self.output.get_mut(length..).unwrap_or_default();
            let ends = self.ends.get_mut(count..).unwrap_or_default();
            let (result, taken, written, ended) = self.quoted.read_record(input, output, ends);
            (read, length, count) = (read + taken, length + written, count + ended);
            match result {
                ReadRecordResult::Record | ReadRecordResult::End => return Ok((length, count)),
                ReadRecordResult::OutputFull => self.output.resize(self.output.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::InputEmpty => {
                    before += self.line.len();
                    // At the end of the text it is asked once more with nothing, and ends the row.
                    self.read_line(before)?;
                    read = 0;
                }
            }
        }
    }

    /// Reads a line of a row that has so many bytes already. It ends at a line feed, a return, or both. Returns how long it
    /// is without that, nothing at the end of the text.
    fn read_line(&mut self, before: usize) -> Result<Option<usize>, ImportError> {
        self.line.clear();
        loop {
            let buffer = self.text.fill_buf().map_err(|err| unreadable(&self.file, Value::from(&err)))?;
            let end = memchr::memchr2(b'\n', b'\r', buffer);
            let taken = end.map_or(buffer.len(), |end| end + 1);
            self.line.extend_from_slice(buffer.get(..taken).unwrap_or_default());
            self.text.consume(taken);
            if before + self.line.len() > MAX_ROW_BYTES {
                self.number += 1;
                let what = message!(import::row_too_long, most = (MAX_ROW_BYTES >> 10).to_string());
                let remedy = message!(import::row_too_long_remedy);
                return Err(ImportError::of_row(&self.file, self.line_number(), what, remedy));
            }
            if end.is_none() && taken > 0 {
                continue;
            }
            if self.line.is_empty() {
                return Ok(None);
            }
            self.number += 1;
            let length = self.line.len() - usize::from(end.is_some());
            if self.line.get(length..) == Some(&b"\r"[..]) {
                let next = self.text.fill_buf().map_err(|err| unreadable(&self.file, Value::from(&err)))?;
                if next.starts_with(b"\n") {
                    self.line.push(b'\n');
                    self.text.consume(1);
                }
            }
            return Ok(Some(length));
        }
    }

    fn line_number(&self) -> u32 {
        u32::try_from(self.number).unwrap_or(u32::MAX)
    }

    /// That the file is another than the one that was surveyed.
    fn no_text(&self) -> ImportError {
        let (what, remedy) = (message!(import::no_text), message!(import::foreign_remedy));
        ImportError::of_row(&self.file, self.line_number(), what, remedy)
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
    use proptest::prelude::*;
    use tempfile::NamedTempFile;

    use super::{Delimited, between};
    use crate::briefing::progress::Progress;
    use crate::import::table::{Row, Survey};

    /// The rows of a text, as they are cut here and as `csv` cuts them.
    fn both(text: &str) -> [Vec<Vec<String>>; 2] {
        let file = NamedTempFile::new().expect("a file");
        std::fs::write(file.path(), text).expect("it is written");
        let survey = Survey::of(&mut text.as_bytes(), Some("UTF-8"), "t.csv", &Progress::default()).expect("a text");
        let opened = file.reopen().expect("it is there");
        let (mut own, _) = Delimited::of(opened, &survey, Some(','), "t.csv").expect("it begins");
        let (mut row, mut rows) = (Row::default(), Vec::new());
        while own.next(&mut row).expect("a row") {
            rows.push(row.fields.iter().map(str::to_owned).collect());
        }
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
        let records = reader.records().map(|record| record.expect("a row").iter().map(str::to_owned).collect());
        [rows, records.collect()]
    }

    proptest! {
        #[test]
        fn rows_are_cut_as_the_reader_of_quotes_cuts_them(text in "[a, \"\r\né]{0,60}") {
            let [own, meant] = both(&text);
            prop_assert_eq!(own, meant);
        }
    }

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
