//! Whatever a reader attaches agrees sentence by sentence or not at all.

#![no_main]

use std::sync::OnceLock;

use briefing_desk::analysis::attachment::Attachment;
use briefing_desk::briefing::starter::STARTER;
use briefing_desk::briefing::{Document, Sha256};
use libfuzzer_sys::fuzz_target;

fn document() -> &'static Document {
    static DOCUMENT: OnceLock<Document> = OnceLock::new();
    DOCUMENT.get_or_init(|| {
        let text = STARTER.iter().find(|(name, _)| *name == "document.json").map(|(_, text)| *text);
        serde_json::from_str(text.unwrap_or_default()).expect("the starter's document")
    })
}

fuzz_target!(|data: &[u8]| {
    let document = document();
    if let Ok(attachment) = Attachment::of(document, data.to_vec()) {
        assert_eq!(attachment.agreeing() + attachment.differing().len(), document.sentences.len());
        for sentence in &document.sentences {
            if let Some(original) = attachment.original(sentence.at) {
                assert_eq!(Sha256::of(original.as_bytes()), sentence.sha256);
            }
        }
    }
});
