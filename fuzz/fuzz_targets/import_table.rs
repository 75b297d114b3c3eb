//! Whatever a file holds, it is planned or refused, and what is planned leaves a briefing.

#![no_main]

use std::sync::OnceLock;

use briefing_desk::briefing::progress::Progress;
use briefing_desk::import::{Choices, Desk, claims, roster, sources, trade};
use libfuzzer_sys::fuzz_target;

fn desk() -> &'static Desk {
    static DESK: OnceLock<Desk> = OnceLock::new();
    DESK.get_or_init(|| {
        let folder = tempfile::TempDir::new().expect("a temporary folder");
        for (name, text) in briefing_desk::briefing::starter::STARTER {
            std::fs::write(folder.path().join(name), text).expect("it is written");
        }
        Desk::open(folder.path()).expect("the starter")
    })
}

fuzz_target!(|data: &[u8]| {
    let file = tempfile::NamedTempFile::new().expect("a temporary file");
    std::fs::write(file.path(), data).expect("it is written");
    let (choices, progress) = (Choices::default(), Progress::default());
    let say = |message: &briefing_desk::briefing::Message| message.id().to_owned();
    let plans = [
        trade::plan(desk(), file.path(), &choices, &say, &progress),
        roster::plan(desk(), file.path(), &choices, &say, &progress),
        sources::plan(desk(), file.path(), &choices, &say),
        claims::plan(desk(), file.path(), &choices, &say, &progress),
    ];
    for plan in plans.into_iter().flatten() {
        desk().clone().apply(&plan).expect("what is planned leaves a briefing");
    }
});
