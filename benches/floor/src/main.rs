//! The program beside the emptiest window that the same libraries make: how long until there is something to read, and
//! how much memory it then has, in turns in one run. `script/bench` builds and runs it.
//!
//! The promise: at most 1.10 times the time and 1.2 times the memory, no frame while nothing happens, and a binary of at
//! most 45 MB.
#![cfg_attr(not(target_os = "linux"), allow(dead_code, unused))]

#[path = "../../allocator/mod.rs"]
mod allocator;
#[cfg(target_os = "linux")]
mod display;
#[cfg(target_os = "linux")]
mod measured;
#[cfg(target_os = "linux")]
#[path = "../../../tests/window/screen.rs"]
mod screen;
mod window;

/// With this argument the benchmark is the empty window itself.
const WINDOW: &str = "window";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    if std::env::args().nth(1).as_deref() == Some(WINDOW) {
        return Ok(window::open()?);
    }
    #[cfg(target_os = "linux")]
    return measured::report();
    #[cfg(not(target_os = "linux"))]
    Ok(println!("measured on a virtual display of X11 alone"))
}
