//! Whatever a file holds, it is taken apart or refused, and what is taken apart makes a briefing that opens, takes the
//! same document again without a change, and suggests what can be taken.

#![no_main]

use briefing_desk::analysis::suggestions::suggestions;
use briefing_desk::briefing::progress::Progress;
use briefing_desk::briefing::{Message, Sha256};
use briefing_desk::import::document::{Draft, Edition, Making, Older, Reading, files, of_bytes};
use briefing_desk::import::{Desk, Taking};
use libfuzzer_sys::fuzz_target;

// The first byte says how the file is called, and with it how it is read where its bytes do not tell.
fuzz_target!(|data: &[u8]| {
    let Some((first, bytes)) = data.split_first() else { return };
    let name = ["note.txt", "note.md", "page.html", "note.docx", "note.pdf"][usize::from(*first) % 5];
    let Ok(content) = of_bytes(name, bytes, &Reading::default(), &Progress::default()) else { return };
    let draft = Draft::of(content);
    let text: Vec<char> = draft.text().chars().collect();
    for sentence in draft.sentences() {
        let [from, to] = sentence.range.map(|place| place as usize);
        assert_eq!(text[from..to].iter().collect::<String>(), sentence.text);
    }
    let say = |message: &Message| message.id().to_owned();
    let making = Making { today: "2024-03-13".parse().expect("a day"), beside: true };
    let folder = tempfile::TempDir::new().expect("a temporary folder");
    for (name, text) in files(&draft, &making, &say) {
        std::fs::write(folder.path().join(name), text).expect("it is written");
    }
    let desk = Desk::open(folder.path()).expect("what is made opens");
    let document = desk.briefing().document.as_ref().expect("a document");
    assert_eq!(document.sha256, Sha256::of(draft.text().as_bytes()));
    for suggestion in suggestions(desk.briefing(), None).iter().take(20) {
        Taking::of(&desk, suggestion, &say).take(&mut desk.clone()).expect("what is suggested can be taken");
    }
    let older = Older { copy: None, beside: true };
    let edition = Edition::of(&desk, draft, older, &making, &say).expect("there is a document");
    assert!(edition.is_idle(), "the same document changes nothing");
});
