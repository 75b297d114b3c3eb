//! A small briefing to begin one's own with: an invented league of real countries, with made-up figures that agree.

/// Each file of the starter as its name in the folder and its text: the seven of a briefing, the document they were
/// made from, and what each is for.
pub const STARTER: [(&str, &str); 9] = [
    ("README.md", include_str!("../../assets/starter/README.md")),
    ("communique.txt", include_str!("../../assets/starter/communique.txt")),
    ("meeting.json", include_str!("../../assets/starter/meeting.json")),
    ("document.json", include_str!("../../assets/starter/document.json")),
    ("claims.json", include_str!("../../assets/starter/claims.json")),
    ("roster.json", include_str!("../../assets/starter/roster.json")),
    ("trade.json", include_str!("../../assets/starter/trade.json")),
    ("sources.json", include_str!("../../assets/starter/sources.json")),
    // Last, so that a folder which could not be written to the end is not taken for a briefing.
    ("briefing.json", include_str!("../../assets/starter/briefing.json")),
];

/// The text of a file of the starter.
pub fn text(file: &str) -> Option<&'static str> {
    STARTER.iter().find(|(name, _)| *name == file).map(|(_, text)| *text)
}
