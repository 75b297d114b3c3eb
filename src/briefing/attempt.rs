//! What is not ours and may give up: the system's fonts, its windows, its graphics.
//!
//! Libraries that stand between the program and the system panic where they find it otherwise than they expect, a machine
//! without fonts or a window that somebody else closed. Such a panic goes no further than [`attempt`].

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind};

thread_local! {
    /// Whether this thread is within an attempt.
    static ATTEMPTING: Cell<bool> = const { Cell::new(false) };
    /// What was said of the last panic within one.
    static HEARD: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Does something that may panic.
///
/// # Errors
/// What the panic said, in one line.
pub fn attempt<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    let outer = ATTEMPTING.replace(true);
    // What is half done is dropped and not looked at again.
    let done = catch_unwind(AssertUnwindSafe(work));
    ATTEMPTING.set(outer);
    done.map_err(|payload| HEARD.take().unwrap_or_else(|| text(&*payload).to_owned()))
}

/// Hears of a panic, for a hook. Within an attempt it is told to whoever attempts; otherwise returns what is to be said:
/// one line, with the place in the source and no folder of the machine that the program was built on.
pub fn heard(info: &PanicHookInfo<'_>) -> Option<String> {
    let place = info.location().map(|at| format!(" ({}:{})", within_crate(at.file()), at.line())).unwrap_or_default();
    let said = format!("{}{place}", super::visible::in_one_line(text(info.payload())));
    if ATTEMPTING.get() {
        HEARD.set(Some(said));
        return None;
    }
    Some(said)
}

/// What a panic was given to say.
fn text(payload: &dyn Any) -> &str {
    let text = payload.downcast_ref::<&str>().copied().or_else(|| payload.downcast_ref::<String>().map(String::as_str));
    text.unwrap_or_default()
}

/// What a library says, with each place in a source file from the folder of its crate on.
pub fn without_folders(said: &str) -> String {
    let words = said.split(' ').map(|word| match word.find(".rs:") {
        Some(end) => within_crate(&word[..end]) + &word[end..],
        None => word.to_owned(),
    });
    words.collect::<Vec<_>>().join(" ")
}

/// The path of a source file from the folder of its crate on.
fn within_crate(file: &str) -> String {
    let parts: Vec<&str> = file.split(['/', '\\']).collect();
    let root = parts.iter().rposition(|part| *part == "src").map_or(parts.len() - 1, |src| src.saturating_sub(1));
    parts.get(root..).unwrap_or_default().join("/")
}

#[cfg(test)]
mod tests {
    use super::{attempt, within_crate, without_folders};

    #[test]
    fn what_gives_up_says_why_and_goes_no_further() {
        let none: [(); 0] = [];
        let given_up = attempt(|| none.first().expect("there is one"));
        assert!(given_up.expect_err("it panics").contains("there is one"));
        assert_eq!(attempt(|| 3), Ok(3));
    }

    #[test]
    fn no_folder_of_the_machine_is_named() {
        let said = "os error at /home/me/.cargo/registry/src/x/winit-0.30.13/src/linux/mod.rs:788: no — at all";
        assert_eq!(without_folders(said), "os error at winit-0.30.13/src/linux/mod.rs:788: no — at all");
        for (file, named) in [
            (
                "/home/somebody/.cargo/registry/src/index-1/winit-0.30.13/src/x11/window.rs",
                "winit-0.30.13/src/x11/window.rs",
            ),
            ("/rustc/5980/library/std/src/thread/mod.rs", "std/src/thread/mod.rs"),
            ("src/ui/paint.rs", "src/ui/paint.rs"),
            (r"C:\Users\me\desk\src\main.rs", "desk/src/main.rs"),
            ("/home/somebody/build.rs", "build.rs"),
            ("", ""),
        ] {
            assert_eq!(within_crate(file), named);
        }
    }
}
