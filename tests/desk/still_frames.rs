//! What a frame costs in which nothing happens, counted and not timed: no view is worked out again, and long lists ask for
//! no more memory than short ones.

use std::sync::Arc;

use briefing_desk::analysis::memo;

use crate::harness::bundled;
use crate::visible::{grown, walked};

/// So many times as much may be asked for where lists are twice as long: numbers are wider, a scroll bar wraps a line.
const MORE: f64 = 1.1;

#[test]
fn a_still_frame_works_out_nothing() {
    for (name, briefing) in [("the bundled briefing", Arc::new(bundled())), ("long lists", grown(150))] {
        let still = walked(briefing, |harness| {
            let (answered, passes) = (memo::answered(), harness.ctx.cumulative_pass_nr());
            harness.step();
            (memo::answered() - answered, harness.ctx.cumulative_pass_nr() - passes)
        });
        for (what, (answered, passes)) in still {
            assert_eq!(answered, 0, "{name}, {what}: views are worked out again");
            assert_eq!(passes, 1, "{name}, {what}: it is drawn again");
        }
    }
}

#[test]
fn a_still_frame_over_long_lists_asks_for_no_more_memory_than_over_shorter_ones() {
    let asked = |size| walked(grown(size), |harness| allocation_counter::measure(|| harness.step()));
    for ((what, some), (_, more)) in asked(300).into_iter().zip(asked(600)) {
        for (of, some, more) in
            [("allocations", some.count_total, more.count_total), ("bytes", some.bytes_total, more.bytes_total)]
        {
            assert!(more as f64 <= MORE * some as f64, "{what}: {some} {of}, and {more} over lists twice as long");
        }
    }
}
