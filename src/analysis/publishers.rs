//! What the name of a publisher, its host and the note on it tell of what it is.
//!
//! Words that are a sign in one of the languages that texts are read in. A name may have several signs: where one of
//! them agrees with what is said, the others say nothing.

use super::fold::{fold, words};
use crate::briefing::{Message, Source, SourceKind};
use crate::label;

/// What a sign tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Publisher {
    /// A government or an office of one.
    Office,
    /// A news agency.
    Agency,
    /// A newspaper or a broadcaster.
    Paper,
    /// A work of reference.
    Work,
    /// Anybody who likes to write.
    Anybody,
}

impl Publisher {
    /// Whether a source of it can be of a kind.
    pub const fn can_be(self, kind: SourceKind) -> bool {
        match self {
            Self::Office => matches!(kind, SourceKind::Official | SourceKind::Reference),
            Self::Agency => matches!(kind, SourceKind::Agency),
            Self::Paper => matches!(kind, SourceKind::Press | SourceKind::Agency),
            Self::Work => matches!(kind, SourceKind::Reference),
            Self::Anybody => matches!(kind, SourceKind::Press),
        }
    }

    /// What it is called within a sentence.
    pub const fn name(self) -> Message {
        match self {
            Self::Office => label!(findings::publisher_office),
            Self::Agency => label!(findings::publisher_agency),
            Self::Paper => label!(findings::publisher_paper),
            Self::Work => label!(findings::publisher_work),
            Self::Anybody => label!(findings::publisher_anybody),
        }
    }
}

/// Words of a name, folded, or ends of such words, each with what it tells.
const WORDS: &[(Publisher, &[&str])] = &[
    (
        Publisher::Office,
        &[
            "ministry",
            "ministries",
            "ministere",
            "ministerio",
            "ministerium",
            "ministero",
            "министерство",
            "embassy",
            "посольство",
            "ambassade",
            "botschaft",
            "embajada",
            "secretariat",
            "секретариат",
            "وزاره",
            "سفاره",
        ],
    ),
    (Publisher::Agency, &["nachrichtenagentur", "presseagentur", "информагентство"]),
    (
        Publisher::Paper,
        &[
            "times",
            "herald",
            "courier",
            "tribune",
            "newspaper",
            "magazine",
            "daily",
            "zeitung",
            "газета",
            "diario",
            "radio",
            "television",
            "broadcasting",
            "news",
            "post",
            "press",
        ],
    ),
    (
        Publisher::Work,
        &[
            "wikipedia",
            "wikidata",
            "encyclopaedia",
            "encyclopedia",
            "encyclopedie",
            "enzyklopadie",
            "enciclopedia",
            "википедия",
            "энциклопедия",
            "موسوعه",
        ],
    ),
    (Publisher::Anybody, &["blog", "blogs", "blogger", "блог"]),
];
/// Those of these that a name of another kind may have as well: they agree and never contradict.
const WEAK: &[&str] = &["news", "post", "press", "radio", "television", "daily", "magazine"];
/// Pieces of a name, folded, however many words they are.
const PIECES: &[(Publisher, &[&str])] = &[
    (
        Publisher::Office,
        &["government of ", "президент россии", "правительство ", "外交部", "商务部", "大使馆", "国务院", "海关总署"],
    ),
    (
        Publisher::Agency,
        &[
            "news agency",
            "press agency",
            "agence de presse",
            "agencia de noticias",
            "информационное агентство",
            "телеграфное агентство",
            "通讯社",
            "وكاله انباء",
            "وكاله الانباء",
        ],
    ),
    (Publisher::Paper, &["日报", "晚报", "时报", "电视台"]),
    (Publisher::Work, &["百科"]),
    (Publisher::Anybody, &["博客"]),
];
/// Labels of hosts that only governments have.
const OFFICES: &[&str] = &["gov", "gob", "gouv", "govt", "mil"];
/// Hosts on which anybody can publish.
const PLATFORMS: &[&str] = &[
    "blogspot.com",
    "blogger.com",
    "wordpress.com",
    "medium.com",
    "substack.com",
    "livejournal.com",
    "tumblr.com",
    "dzen.ru",
    "telegra.ph",
    "reddit.com",
    "quora.com",
    "wikipedia.org",
    "fandom.com",
    "zhihu.com",
    "over-blog.com",
];
/// So many words of a note or a description say what the source is.
const SAYS_WHAT: usize = 3;

/// The platform that a host is on.
pub fn platform(host: &str) -> Option<&'static str> {
    let on = |own: &&str| host == *own || host.strip_suffix(*own).is_some_and(|rest| rest.ends_with('.'));
    PLATFORMS.iter().copied().find(on)
}

/// A sign of a source, and what it tells.
pub type Sign = (String, Publisher);

/// The signs of a source at a host: those that tell for certain, and those that may.
pub fn signs(source: &Source, host: Option<&str>) -> (Vec<Sign>, Vec<Sign>) {
    let mut all = of_name(&source.publisher);
    if let Some(host) = host {
        // An office that hands on an agency's text does so on its own host.
        let office = host.split('.').any(|label| OFFICES.contains(&label)).then_some(Publisher::Office);
        let on = platform(host).map(|own| if own == "wikipedia.org" { Publisher::Work } else { Publisher::Anybody });
        all.extend(on.or(office).map(|told| (host.to_owned(), told)));
    }
    let description = source.title.strip_prefix('[');
    for text in source.note.as_deref().into_iter().chain(description) {
        let said = |word: &str| words(&fold(word)).any(|word| of_kind(Publisher::Anybody).contains(&word));
        let word = text.split_whitespace().take(SAYS_WHAT).find(|word| said(word));
        all.extend(word.map(|word| (word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned(), Publisher::Anybody)));
    }
    let (strong, mut weak): (Vec<Sign>, Vec<Sign>) =
        all.into_iter().partition(|(sign, _)| !WEAK.contains(&fold(sign).as_str()));
    if strong.iter().any(|(_, told)| *told == Publisher::Agency) {
        // The news of a news agency are no sign of a paper.
        weak.clear();
    }
    (strong, weak)
}

fn of_kind(publisher: Publisher) -> &'static [&'static str] {
    WORDS.iter().find(|(own, _)| *own == publisher).map_or(&[], |(_, words)| words)
}

/// The signs of a name.
fn of_name(name: &str) -> Vec<Sign> {
    /// The least letters of a word that may end another.
    const LEAST: usize = 8;
    let is = |word: &str, own: &&&str| word == **own || own.chars().count() >= LEAST && word.ends_with(**own);
    let of_word = |word: &str| {
        let told = WORDS.iter().find(|(_, own)| own.iter().any(|own| is(word, &own)))?.0;
        Some((word.to_owned(), told))
    };
    let folded = fold(name);
    let of_piece = |(told, pieces): &(Publisher, &[&str])| {
        let piece = pieces.iter().find(|piece| folded.contains(**piece))?;
        Some((piece.trim().to_owned(), *told))
    };
    words(&folded).filter_map(of_word).chain(PIECES.iter().filter_map(of_piece)).collect()
}
