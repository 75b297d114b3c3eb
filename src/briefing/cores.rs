//! Other threads, where the system lets the program have them.
//!
//! A container or a limit may give none. Whatever would be done on another thread is then done on the one that there is.

use std::cmp::Ordering;
use std::error::Error as _;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use std::thread;

use rayon::prelude::*;

/// Whether there are threads to share work with. Where there are none, rayon must not be asked: it would end the program.
fn are_there() -> bool {
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

/// Sorts on all threads; what is equal stays in its order.
pub fn sort<T: Send>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering + Sync) {
    if are_there() { items.par_sort_by(compare) } else { items.sort_by(compare) }
}

/// Those of some items that a question is true of, in their order, asked on all threads.
pub fn filter<T: Copy + Send + Sync>(items: &[T], question: impl Fn(&T) -> bool + Send + Sync) -> Vec<T> {
    if are_there() {
        items.par_iter().copied().filter(question).collect()
    } else {
        items.iter().copied().filter(question).collect()
    }
}

/// What comes of each of some items, in their order, made on all threads.
pub fn map<T: Send, U: Send>(items: Vec<T>, make: impl Fn(T) -> U + Send + Sync) -> Vec<U> {
    if are_there() { items.into_par_iter().map(make).collect() } else { items.into_iter().map(make).collect() }
}

/// All that comes of some items, in their order, made on all threads. What `make` waits for must not be made on several
/// threads itself.
pub fn flat_map<T: Sync, F: IntoIterator<Item: Send>>(
    items: &[T],
    make: impl Fn(&T) -> F + Send + Sync,
) -> Vec<F::Item> {
    if are_there() { items.par_iter().flat_map_iter(make).collect() } else { items.iter().flat_map(make).collect() }
}

/// Goes through some items in chunks, numbered, on all threads, and puts together what comes of each; of none comes what
/// `none` makes.
pub fn in_chunks<T: Send, A: Send>(
    items: &mut [T],
    size: usize,
    work: impl Fn((usize, &mut [T])) -> A + Send + Sync,
    none: impl Fn() -> A + Send + Sync,
    together: impl Fn(A, A) -> A + Send + Sync,
) -> A {
    if are_there() {
        items.par_chunks_mut(size).enumerate().map(work).reduce(none, together)
    } else {
        items.chunks_mut(size).enumerate().map(work).fold(none(), together)
    }
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

    use super::{beside, filter, flat_map, in_chunks, map, sort, start};

    #[test]
    fn both_are_done() {
        let mut other = 0;
        assert_eq!((beside(|| other = 1, || 2), other), (2, 1));
        let (sender, answer) = channel();
        start(move || sender.send(3).expect("somebody listens"));
        assert_eq!(answer.recv(), Ok(3));
    }

    #[test]
    fn what_is_done_on_several_comes_together_in_order() {
        let mut items: Vec<u32> = (0..10_000).rev().collect();
        sort(&mut items, |a, b| (a / 2).cmp(&(b / 2)));
        assert_eq!(items[..4], [1, 0, 3, 2], "what is equal stays in its order");
        assert_eq!(filter(&items, |item| item % 5000 == 0), [0, 5000]);
        assert_eq!(map(vec![1, 2, 3], |item| item * 2), [2, 4, 6]);
        assert_eq!(flat_map(&[1, 0, 3], |item| vec![*item; *item]), [1, 3, 3, 3]);
        let double = |(number, chunk): (usize, &mut [u32])| {
            for item in chunk {
                *item *= 2;
            }
            number
        };
        assert_eq!(in_chunks(&mut items, 1000, double, || 0, |a, b| a + b), 45);
        assert_eq!(items[..4], [2, 0, 6, 4]);
    }
}
