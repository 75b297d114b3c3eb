//! A page as Chrome and Edge save it in one file: a message whose first part of HTML is the page.

use super::content::Writing;
use super::format::{Format, Given};
use super::metadata::day;
use super::mime::Entity;
use super::{ImportError, html};
use crate::message;

/// A page saved as one file.
pub(super) const FORMAT: Format = Format {
    key: "mhtml",
    name: || message!(document::format_mhtml),
    is: |given| Entity::of(given.bytes).is_some_and(|whole| is_page(&whole)),
    read,
};

/// Whether a message is a saved page: it says where that was found, which none that was sent does.
pub(super) fn is_page(whole: &Entity<'_>) -> bool {
    let is_found = |part: &Entity<'_>| part.kind() == "text/html" && part.field("content-location").is_some();
    whole.kind() == "multipart/related"
        && (whole.field("snapshot-content-location").is_some() || whole.parts().iter().any(is_found))
}

fn read(given: &Given<'_>) -> Result<Writing, ImportError> {
    let broken = || given.fault(message!(document::broken), message!(document::broken_remedy));
    let whole = Entity::of(given.bytes).ok_or_else(broken)?;
    let parts = whole.parts();
    let page = parts.iter().find(|part| part.kind() == "text/html").ok_or_else(broken)?;
    let bytes = page.decoded().ok_or_else(broken)?;
    let known = |label: &&str| encoding_rs::Encoding::for_label(label.as_bytes()).is_some();
    let encoding = given.encoding.or_else(|| page.told("charset").filter(known));
    let mut writing = (html::FORMAT.read)(&Given { bytes: &bytes, encoding, ..*given })?;
    let found = [whole.field("snapshot-content-location"), page.field("content-location")];
    let found = found.into_iter().flatten().find(|address| address.starts_with("http"));
    let metadata = &mut writing.metadata;
    metadata.address = metadata.address.take().or_else(|| found.map(str::to_owned));
    metadata.saved = metadata.saved.or_else(|| whole.field("date").and_then(day));
    Ok(writing)
}

#[cfg(test)]
mod tests {
    use super::super::{Content, ImportError, Reading, of_bytes};
    use crate::briefing::progress::Progress;
    use crate::words::Words;

    fn of(file: &str, text: &str) -> Result<Content, ImportError> {
        of_bytes(file, text.as_bytes(), &Reading::default(), &Progress::default())
    }

    #[test]
    fn a_page_saved_as_one_file_is_read_and_a_message_in_parts_is_refused() {
        let part = "--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: ";
        let head = "From: <Saved by Desk>\r\nSnapshot-Content-Location: https://courier.example/ferry\r\n\
                    Date: Tue, 12 Mar 2024 18:00:00 -0000\r\nMIME-Version: 1.0\r\n\
                    Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"b\"\r\n\r\n";
        let quoted = "<html><p>The night fer=\r\nry costs 40=E2=82=AC, both sides said in Bar.</p></html>";
        let encoded = "PHA+VGhlIG5pZ2h0IGZlcnJ5IGNvc3RzIDQw4oKsLCBib3RoIHNpZGVz\r\nIHNhaWQgaW4gQmFyLjwvcD4=";
        for (encoding, body) in [("quoted-printable", quoted), ("base64", encoded)] {
            let text = format!("{head}{part}{encoding}\r\n\r\n{body}\r\n--b--\r\n");
            let content = of("ferry.mhtml", &text).expect("it is read");
            assert_eq!(content.blocks[0].text, "The night ferry costs 40€, both sides said in Bar.");
            assert_eq!(content.metadata.address.as_deref(), Some("https://courier.example/ferry"));
            assert_eq!((content.format, content.blocks.len()), ("mhtml", 1));
        }
        let mail = format!(
            "Subject: Ferry\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=\"b\"\r\n\r\n{part}base64\r\n\r\n{encoded}\r\n--b--\r\n"
        );
        let archive = "bplist00\u{1}_\u{10}\u{f}WebMainResource\u{2}";
        for (text, part) in [(mail.as_str(), "e-mail"), (archive, "webarchive")] {
            let err = of("file", text).expect_err("it is refused");
            let said: String = err.messages().iter().map(|message| Words::english().say(message)).collect();
            assert!(said.contains(part), "{said}");
        }
        let plain = "Subject: Ferry\nContent-Type: text/plain; charset=utf-8\n\nThe ferry sails.\n";
        assert_eq!(of("mail.txt", plain).expect("it is read").format, "plain");
    }
}
