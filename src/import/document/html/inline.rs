//! Small things within a line of a page.

/// The quotation marks of a language; those of English where others are not known. Within a quotation stand the inner ones.
pub(super) fn quotation_marks(language: &str, inner: bool) -> (&'static str, &'static str) {
    let (outer, within) = match language {
        "de" | "cs" | "sk" | "bg" | "sl" | "lt" | "is" | "ka" => (("„", "“"), ("‚", "‘")),
        "pl" | "hu" | "ro" | "hr" | "sr" | "nl" => (("„", "”"), ("‚", "’")),
        "fr" => (("«\u{a0}", "\u{a0}»"), ("“", "”")),
        "ru" | "uk" | "be" => (("«", "»"), ("„", "“")),
        "es" | "it" | "pt" | "el" | "fa" | "ca" | "no" | "nb" => (("«", "»"), ("“", "”")),
        "ja" => (("「", "」"), ("『", "』")),
        "sv" | "fi" => (("”", "”"), ("’", "’")),
        _ => (("“", "”"), ("‘", "’")),
    };
    if inner { within } else { outer }
}

/// Whether a text stands in quotation marks already.
pub(super) fn is_quoted(text: &str) -> bool {
    text.trim_start().starts_with(['"', '“', '”', '„', '«', '»', '‘', '‚', '「', '『', '‹'])
}
