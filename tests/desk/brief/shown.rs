//! What is looked at before a brief is written: the pages of the file, letter by letter.

use briefing_desk::analysis::checks;
use briefing_desk::briefing::Briefing;
use briefing_desk::export::brief::{Extent, Paper};
use briefing_desk::export::format::{self, Format};
use briefing_desk::export::job::Job;
use briefing_desk::export::leaf::{Leaf, Leaves, Trace};
use briefing_desk::export::order::{make, make_shown};
use briefing_desk::export::shown::Shown;
use briefing_desk::words::Words;

use super::{bundled, letters, order, query, read_back, starter_briefing};

fn shown(briefing: &Briefing, extent: Extent, format: &'static Format) -> (Vec<u8>, Leaves) {
    let findings = checks::run(briefing);
    let order = order(query(briefing, extent, Paper::A4), format);
    let job = Job::default();
    let (parcel, shown) = make_shown(briefing, &findings, &order, &Words::english(), (&job, true)).expect("it is made");
    let Shown::Pages(leaves) = shown else { panic!("{} is looked at as pages", format.key) };
    let written = make(briefing, &findings, &order, &Words::english(), &job).expect("it is made").bytes;
    assert!(parcel.bytes == written, "what is looked at is what is written: {}", format.key);
    (written, leaves)
}

/// What is read on a page as letters, without what its pictures show.
fn read(leaf: &Leaf) -> String {
    let words = leaf.traces.iter().filter_map(|trace| match trace {
        Trace::Letters(letters) => Some(letters.text.as_str()),
        Trace::Shapes(..) | Trace::Picture(_) => None,
    });
    letters(&words.collect::<String>())
}

fn has_picture(leaf: &Leaf) -> bool {
    leaf.traces.iter().any(|trace| matches!(trace, Trace::Picture(_)))
}

#[test]
fn the_pages_that_are_looked_at_say_what_the_pages_of_the_file_say() {
    for briefing in [bundled(), starter_briefing()] {
        for extent in Extent::BOTH {
            let (pdf, leaves) = shown(&briefing, extent, &format::PDF);
            for (number, leaf) in (1..).zip(&leaves.leaves) {
                let page = number.to_string();
                let options = ["-enc", "UTF-8", "-raw", "-f", &page, "-l", &page];
                let (file, seen) = (letters(&read_back("pdftotext", &options, &pdf)), read(leaf));
                let mut counted = [0_isize; 2];
                for (count, text) in counted.iter_mut().zip([&file, &seen]) {
                    *count = text.chars().count().cast_signed();
                }
                assert!(counted[1] > 20, "page {page} says something");
                // A picture has texts of its own in the file.
                assert!(
                    if has_picture(leaf) { counted[0] >= counted[1] } else { sorted(&file) == sorted(&seen) },
                    "page {page}\n{file}\n{seen}"
                );
            }
        }
    }
}

/// The letters of a text in an order that does not depend on where they stand.
fn sorted(text: &str) -> Vec<char> {
    let mut letters: Vec<char> = text.chars().collect();
    letters.sort_unstable();
    letters
}

#[test]
fn word_and_the_page_for_a_browser_are_looked_at_with_all_that_they_say() {
    let briefing = bundled();
    for format in [&format::DOCX, &format::HTML] {
        let (_, leaves) = shown(&briefing, Extent::Full, format);
        let seen: String = leaves.leaves.iter().map(read).collect();
        let meeting = briefing.meeting.as_ref().expect("a meeting");
        let claims = briefing.claims.claims.iter().map(|claim| &claim.statement);
        let sources = briefing.sources.sources.iter().map(|source| &source.publisher);
        let wanted = [&meeting.headline.text, &meeting.takeaway.text].into_iter().chain(claims).chain(sources);
        let parted = |text: &str| {
            let all = letters(text);
            let half = all.char_indices().nth(all.chars().count() / 2).map_or(0, |(at, _)| at);
            [all[..half].to_owned(), all[half..].to_owned()]
        };
        let missing: Vec<&String> =
            wanted.filter(|wanted| !parted(wanted).iter().any(|part| seen.contains(part))).collect();
        assert!(missing.is_empty(), "{}: {missing:#?}", format.key);
        assert!(leaves.leaves.iter().any(has_picture), "{}", format.key);
    }
}

#[test]
fn a_page_is_drawn_with_ink_on_paper_and_no_longer_where_nobody_wants_it() {
    let (_, leaves) = shown(&bundled(), Extent::Short, &format::PDF);
    let pixels = leaves.pixels(0, 0.5, &Job::default()).expect("it is wanted").expect("there is a page");
    assert_eq!((pixels.width, pixels.height), (298, 421));
    let dark = pixels.rgba.chunks(4).filter(|pixel| pixel[0] < 128).count();
    let all = pixels.rgba.len() / 4;
    assert!(dark > all / 100 && dark < all / 4, "{dark} of {all} pixels are dark");
    assert!(leaves.pixels(9, 0.5, &Job::default()).expect("it is wanted").is_none(), "there is no such page");
    let job = Job::default();
    job.cancel();
    assert!(leaves.pixels(0, 0.5, &job).is_err());
}
