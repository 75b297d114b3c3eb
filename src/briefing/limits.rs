//! How large a briefing may be. A file may come from anywhere, so whatever it can make grow has a bound.

/// The largest file: twice a roster of a million rows. A larger one is refused before it is read.
pub const MAX_FILE_BYTES: u64 = 512 << 20;

/// How many further rosters and sets of figures a briefing can have, together.
pub const MAX_FURTHER_FILES: usize = 200;

/// The longest single text, in bytes of UTF-8 as written in the file. No cell, sentence or reason comes near it, and
/// a window can still lay it out.
pub const MAX_TEXT_BYTES: usize = 64 << 10;

/// Up to this size a file that is not well formed is searched for every problem, which takes some twenty times its
/// size in memory. Of a larger one the first problem is named.
pub const MAX_BYTES_FOR_EVERY_PROBLEM: usize = 64 << 20;

/// The most flows of one series. A chart and a table have a row for each, and no reader tells a hundred apart.
pub const MAX_FLOWS: usize = 1000;

/// The most cells that the table of a series can have: its flows by its periods, whether they have a figure or not.
pub const MAX_CELLS: usize = 1_000_000;

/// How deep totals can be parts of totals.
pub const MAX_LEVELS: usize = 16;

/// As many problems of one file as anyone mends before looking again. How many more there are is said.
pub const MAX_PROBLEMS: usize = 10_000;

/// How many keys are compared, over a whole briefing, to find the one that a wrong key may have been meant to be.
pub const MAX_COMPARISONS: usize = 1_000_000;

/// How much of a value or a text a message quotes, in characters.
pub const MAX_QUOTED: usize = 300;

/// The largest packed briefing, as a file.
pub const MAX_PACKED_BYTES: u64 = 512 << 20;

/// The most that the files of a packed briefing can be together, unpacked.
pub const MAX_UNPACKED_BYTES: u64 = 1 << 30;

/// How many entries a packed briefing can have: its files, its two folders, and what says that it is one.
pub const MAX_ENTRIES: usize = super::FILES.len() + MAX_FURTHER_FILES + 3;

/// How many times larger than in the archive a file of a packed briefing can be. The files of briefings grow tenfold, a
/// table that says the same in each row a hundredfold; what is made to fill a memory grows a thousandfold.
pub const MAX_RATIO: u64 = 250;
