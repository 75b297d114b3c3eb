//! Broken bytes: whatever stands in the files of a briefing, it is read or refused with what is wrong, and nothing panics.

#![expect(clippy::expect_used, clippy::panic, reason = "a test stops at what it did not expect")]

mod changes;
mod documents;
mod events;
mod files;
mod folder;
mod packed;
mod settings;
mod tables;
