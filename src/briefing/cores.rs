//! Other threads, where the system lets the program have them.
//!
//! A container or a limit may give none. Whatever would be done on another thread is then done on the one that there is.

use std::error::Error as _;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use std::thread;

/// Whether there are threads to share work with. Where there are none, rayon must not be asked: it would end the program.
pub fn are_there() -> bool {
    static POOL: LazyLock<bool> = LazyLock::new(|| match rayon::ThreadPoolBuilder::new().build_global() {
        Ok(()) => true,
        // That it had been made before comes from nothing else.
        Err(err) => err.source().is_none(),
    });
    *POOL
}

/// Does one thing here and another beside it, on another thread if there is one.
pub fn beside<T>(other: impl FnOnce() + Send, here: impl FnOnce() -> T) -> T {
    if !are_there() {
        other();
        return here();
    }
    rayon::in_place_scope(|scope| {
        scope.spawn(|_| other());
        here()
    })
}

/// Does something on a thread of its own, or, where none can be had, at once.
pub fn start(work: impl FnOnce() + Send + 'static) {
    let ours = Arc::new(Mutex::new(Some(work)));
    let theirs = Arc::clone(&ours);
    if let Err(err) = thread::Builder::new().spawn(move || run(&theirs)) {
        log::warn!("no thread can be had: {err}");
        run(&ours);
    }
}

/// Does what nobody has done yet.
fn run(work: &Mutex<Option<impl FnOnce()>>) {
    let work = work.lock().unwrap_or_else(PoisonError::into_inner).take();
    if let Some(work) = work {
        work();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::{beside, start};

    #[test]
    fn both_are_done() {
        let mut other = 0;
        assert_eq!((beside(|| other = 1, || 2), other), (2, 1));
        let (sender, answer) = channel();
        start(move || sender.send(3).expect("somebody listens"));
        assert_eq!(answer.recv(), Ok(3));
    }
}
