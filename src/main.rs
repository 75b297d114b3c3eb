//! The front door: reads the command line and calls one function of the library.

mod command_line;
mod ending;

use std::io::Write as _;
use std::process::ExitCode;

use briefing_desk::briefing::visible::in_one_line;
use briefing_desk::words::Words;
use mimalloc::MiMalloc;

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// What is logged unless `RUST_LOG` says otherwise. What the window and the clipboard end with is told as a message.
const LOGGED: &str = "error,eframe=off,arboard=off";

fn main() -> ExitCode {
    env_logger::Builder::from_env(env_logger::Env::default().default_filter_or(LOGGED))
        // What is logged may hold the name of a file, which a terminal would obey.
        .format(|output, record| {
            let said = record.args().to_string();
            writeln!(output, "[{} {}] {}", record.level(), record.target(), in_one_line(&said))
        })
        .init();
    let words = Words::english();
    ending::in_good_order(&words, || {
        command_line::answer(&std::env::args_os().collect::<Vec<_>>(), &words).unwrap_or_else(|said| {
            // Where nobody can be told there is still the exit status.
            command_line::terminal::remark(&said);
            ExitCode::from(ending::FAILED)
        })
    })
}
