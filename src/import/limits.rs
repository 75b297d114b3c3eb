//! How large a table may be. It may come from anywhere, so whatever it can make grow has a bound.

/// The largest delimited text, in bytes. It is read as it comes and never held as a whole.
pub const MAX_TEXT_BYTES: u64 = 4 << 30;

/// The largest file that is held as a whole, in bytes: a workbook, a list in JSON, a bibliography.
pub const MAX_WHOLE_BYTES: u64 = 256 << 20;

/// How much a workbook may be when it is unpacked, in bytes.
pub const MAX_UNPACKED_BYTES: u64 = 512 << 20;

/// The most parts that a workbook is packed of.
pub const MAX_PARTS: usize = 10_000;

/// The most cells of a sheet that are held, empty ones before a filled one counted.
pub const MAX_SHEET_CELLS: usize = 20_000_000;

/// The longest row, in bytes. A quote that is never closed makes a row of all that follows.
pub const MAX_ROW_BYTES: usize = 1 << 20;

/// So many rows at the beginning tell what a table is.
pub const HEAD_ROWS: usize = 400;

/// The most figures that one import can bring.
pub const MAX_FIGURES: usize = 1_000_000;

/// The most series that one import can bring: a reader chooses among them.
pub const MAX_SERIES: usize = 300;

/// So many rows of one kind are told one by one; of the others how many there are.
pub const MAX_TOLD: usize = 20;
