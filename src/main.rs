//! The front door: reads the command line and calls one function of the library.

mod command_line;

use std::io::Write as _;
use std::process::ExitCode;

use briefing_desk::words::Words;
use mimalloc::MiMalloc;

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    env_logger::Builder::from_env(env_logger::Env::default().default_filter_or("error")).init();
    let words = Words::english();
    match command_line::answer(&std::env::args_os().collect::<Vec<_>>(), &words) {
        Ok(status) => status,
        Err(said) => {
            // Where nobody can be told there is still the exit status.
            writeln!(std::io::stderr(), "{said}").ok();
            ExitCode::from(2)
        }
    }
}
