//! Both windows in turns, and the table of what they take.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::screen::Display;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// How often each window is opened; the middle one counts.
const TURNS: usize = 11;
/// After so long everything that is done once has been.
const SETTLED: Duration = Duration::from_secs(3);
/// How long nothing happens.
const IDLE: Duration = Duration::from_secs(10);

/// What one opening of a window took.
struct Taken {
    /// From its start to text in its window.
    text: Duration,
    /// Its own memory, and of what it shares its part, in kB.
    memory: u64,
}

/// Measures and prints.
pub fn report() -> Result<()> {
    let display = Display::start()?;
    let home = tempfile::TempDir::new()?;
    let program = PathBuf::from(std::env::args_os().nth(1).ok_or("which program? script/bench names it")?);
    let floor = [std::env::current_exe()?, super::WINDOW.into()];
    let ours = [program.clone()];
    let (mut of_ours, mut of_floor) = (Vec::new(), Vec::new());
    for _ in 0..TURNS {
        of_floor.push(opened(&display, home.path(), &floor)?);
        of_ours.push(opened(&display, home.path(), &ours)?);
    }
    let text = |all: &[Taken]| middle(all.iter().map(|taken| taken.text.as_secs_f64() * 1e3).collect());
    let memory = |all: &[Taken]| middle(all.iter().map(|taken| taken.memory as f64 / 1024.0).collect());
    let bytes = std::fs::metadata(&program)?.len() as f64 / 1e6;
    println!("| | Ours | Floor | Ratio | Goal |\n| --- | ---: | ---: | ---: | ---: |");
    row("From start to text", text(&of_ours), text(&of_floor), "ms", "1.10");
    row("Memory", memory(&of_ours), memory(&of_floor), "MB", "1.20");
    println!(
        "| Processor in {} s of nothing | {:.0} ms | {:.0} ms | | 0 |",
        IDLE.as_secs(),
        idle(&display, home.path(), &ours)?,
        idle(&display, home.path(), &floor)?
    );
    println!("| Binary | {bytes:.1} MB | | | 45 MB |");
    Ok(())
}

fn row(what: &str, ours: f64, floor: f64, unit: &str, goal: &str) {
    println!("| {what} | {ours:.0} {unit} | {floor:.0} {unit} | {:.2} | {goal} |", ours / floor);
}

fn middle(mut all: Vec<f64>) -> f64 {
    all.sort_by(f64::total_cmp);
    all.get(all.len() / 2).copied().unwrap_or(f64::NAN)
}

/// Opens a window, waits until there is text in it and everything has settled, and ends it.
fn opened(display: &Display, home: &Path, command: &[PathBuf]) -> Result<Taken> {
    let start = Instant::now();
    let mut child = started(display, home, command)?;
    let text = display.wait_for_text().map(|()| start.elapsed());
    std::thread::sleep(SETTLED);
    let memory = memory(child.id());
    end(&mut child);
    Ok(Taken { text: text?, memory: memory? })
}

/// The time of the processor that an open window takes while nothing happens, in milliseconds.
fn idle(display: &Display, home: &Path, command: &[PathBuf]) -> Result<f64> {
    let mut child = started(display, home, command)?;
    display.wait_for_text()?;
    std::thread::sleep(SETTLED);
    let before = processor(child.id())?;
    std::thread::sleep(IDLE);
    let after = processor(child.id());
    end(&mut child);
    Ok(after? - before)
}

fn started(display: &Display, home: &Path, command: &[PathBuf]) -> Result<Child> {
    let (program, arguments) = command.split_first().ok_or("nothing to start")?;
    let child = Command::new(program)
        .args(arguments)
        .env("DISPLAY", &display.name)
        .env_remove("WAYLAND_DISPLAY")
        .envs(["HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"].map(|name| (name, home)))
        .env("LIBGL_ALWAYS_SOFTWARE", "1")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    Ok(child)
}

fn end(child: &mut Child) {
    child.kill().ok();
    child.wait().ok();
}

/// The memory of a process: its own, and of what it shares with others its part, in kB.
fn memory(process: u32) -> Result<u64> {
    let all = std::fs::read_to_string(format!("/proc/{process}/smaps_rollup"))?;
    let line = all.lines().find_map(|line| line.strip_prefix("Pss:")).ok_or("no Pss")?;
    Ok(line.trim().trim_end_matches("kB").trim().parse()?)
}

/// The time of the processor that a process has taken, in milliseconds.
fn processor(process: u32) -> Result<f64> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/schedstat"))?;
    // Of the first thread alone: it is the one that draws.
    let nanoseconds: f64 = stat.split_whitespace().next().ok_or("no time")?.parse()?;
    Ok(nanoseconds / 1e6)
}
