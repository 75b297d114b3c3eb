//! The program from outside, in one binary so that it links once: its source, its data, its command line, its tabs as a
//! screen reader hears them, and pictures of them.

mod command_line;
mod data;
mod floors;
mod glyphs;
mod harness;
mod loading;
mod pictures;
mod tabs;
