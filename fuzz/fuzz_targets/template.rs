//! Whatever a template of Word holds, it is taken or refused with what to do, and a document in it opens again.

#![no_main]

use std::sync::LazyLock;

use briefing_desk::briefing::Briefing;
use briefing_desk::briefing::progress::Progress;
use briefing_desk::export::brief::Extent;
use briefing_desk::export::error::ExportError;
use briefing_desk::export::job::Job;
use briefing_desk::export::order::{Order, make};
use briefing_desk::export::picture::Look;
use briefing_desk::export::query::Query;
use briefing_desk::export::settings::{Notes, Settings};
use briefing_desk::export::stamp::Stamp;
use briefing_desk::export::{format, subject};
use briefing_desk::import::document::{Reading, of_bytes};
use briefing_desk::words::Words;
use libfuzzer_sys::fuzz_target;

static BRIEFING: LazyLock<Briefing> = LazyLock::new(|| {
    let mut briefing = Briefing::bundled().expect("the bundled briefing loads");
    // Pictures would take longer to draw than a template to read.
    briefing.rosters.clear();
    briefing.trades.clear();
    briefing
});

fuzz_target!(|data: &[u8]| {
    let folder = tempfile::TempDir::new().expect("a temporary folder");
    let template = folder.path().join("template.docx");
    std::fs::write(&template, data).expect("it is written");
    let query = Query { extent: Extent::Short, template: Some(template), ..Query::of(&BRIEFING) };
    let made = Stamp::at(Some("0")).expect("a second");
    let settings = Settings { query, look: Look::default(), made, notes: Notes::default(), byte_order_mark: false };
    let order = Order { subject: &subject::BRIEF, format: &format::DOCX, settings };
    match make(&BRIEFING, &[], &order, &Words::english(), &Job::default()) {
        Ok(parcel) => {
            of_bytes("brief.docx", &parcel.bytes, &Reading::default(), &Progress::default()).expect("it opens again");
        }
        Err(err) => assert!(matches!(err, ExportError::Template { .. }), "{err}"),
    }
});
