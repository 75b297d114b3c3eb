//! Whatever bytes a packed briefing has, it is read or refused, and what was read packs to what reads the same.

#![no_main]

use briefing_desk::briefing::progress::Progress;
use briefing_desk::briefing::{Briefing, packed};
use briefing_desk::words::Words;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let folder = match packed::of_bytes(data, &Progress::default()) {
        Ok(folder) => folder,
        Err(fault) => {
            let words = Words::english();
            assert!(!words.say(&fault.what()).is_empty() && !words.say(&fault.remedy()).is_empty());
            return;
        }
    };
    drop(Briefing::of_folder(&folder));
    let bytes = packed::archive(&folder).expect("what was unpacked is no more than can be packed");
    let again = packed::of_bytes(&bytes, &Progress::default()).expect("what is packed here is unpacked here");
    assert!(folder.files_as_written().eq(again.files_as_written()));
});
