//! How the program ends where somebody or something else ends it: what was chosen in the window is kept, what is
//! half-written is removed, and there is a status.

use std::cell::RefCell;
use std::io::{Write as _, stderr};
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};

use briefing_desk::briefing::attempt::{attempt, heard};
use briefing_desk::export::file::remove_parts;
use briefing_desk::message;
use briefing_desk::ui::settings;
use briefing_desk::words::Words;

use crate::command_line::terminal::{named, remark};

/// What could not be done.
pub const FAILED: u8 = 2;

/// Whether the program has ended by itself.
static ENDED: AtomicBool = AtomicBool::new(false);

thread_local! {
    /// Lives as long as the main thread.
    static LAST_WORDS: RefCell<Option<LastWords>> = const { RefCell::new(None) };
}

/// What is said where a library ends the program, as that of X11 does when the display is gone: it leaves with status 1,
/// which would say that a check fails.
struct LastWords(String);

impl Drop for LastWords {
    fn drop(&mut self) {
        if !ENDED.load(Ordering::SeqCst) {
            tidy();
            writeln!(stderr(), "{}", self.0).ok();
            #[cfg(unix)]
            signal_hook::low_level::exit(FAILED.into());
        }
    }
}

/// Does the whole work of the program, and ends in good order however that ends.
pub fn in_good_order(words: &Words, work: impl FnOnce() -> ExitCode) -> ExitCode {
    let lost = named(&words.say(&message!(command_line::display_lost)));
    LAST_WORDS.set(Some(LastWords(lost)));
    heed_signals();
    let tell = |words: &Words, reason| remark(&named(&words.say(&message!(command_line::fault, reason = reason))));
    let theirs = words.clone();
    std::panic::set_hook(Box::new(move |info| {
        if let Some(reason) = heard(info) {
            tell(&theirs, reason);
        }
    }));
    let status = attempt(work).unwrap_or_else(|reason| {
        tell(words, reason);
        ExitCode::from(FAILED)
    });
    tidy();
    ENDED.store(true, Ordering::SeqCst);
    status
}

fn tidy() {
    settings::flush();
    remove_parts();
}

/// Waits on a thread of its own for a signal that ends the program. Where no thread can be had, signals do what they
/// always do.
#[cfg(unix)]
fn heed_signals() {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;
    let wait = || {
        // What is ignored, as by nohup, stays ignored.
        let heeded = [SIGHUP, SIGINT, SIGTERM].into_iter().filter(|signal| !is_ignored(*signal));
        let Ok(mut signals) = Signals::new(heeded) else { return };
        if let Some(signal) = signals.forever().next() {
            tidy();
            signal_hook::low_level::emulate_default_handler(signal).ok();
        }
    };
    if let Err(err) = std::thread::Builder::new().name("signals".to_owned()).spawn(wait) {
        log::warn!("no thread can be had: {err}");
    }
}

#[cfg(not(unix))]
const fn heed_signals() {}

/// Whether whoever started the program wants it to ignore a signal. Systems other than Linux do not tell.
#[cfg(unix)]
fn is_ignored(signal: i32) -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let mask = mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or_default();
    mask >> (signal - 1) & 1 == 1
}
