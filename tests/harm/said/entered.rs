//! Errors in what is entered of sources, of the meeting, of lists and of states: each with its reach, written down before
//! it was run.

use briefing_desk::briefing::{Briefing, Citation, Origin, Position, PrintedScope, Source, SourceKind, StatedCount};

use super::{How, Reach, Said, all};

fn source<'b>(briefing: &'b mut Briefing, key: &str) -> Option<&'b mut Source> {
    briefing.sources.sources.iter_mut().find(|source| source.id.as_str() == key)
}

fn addressed(briefing: &mut Briefing, key: &str, address: &str) -> Option<()> {
    source(briefing, key)?.address = Some(address.to_owned());
    Some(())
}

fn kind(briefing: &mut Briefing, key: &str, kind: SourceKind) -> Option<()> {
    source(briefing, key)?.kind = kind;
    Some(())
}

fn exchanged(briefing: &mut Briefing, key: &str) -> Option<()> {
    let source = source(briefing, key)?;
    std::mem::swap(&mut source.publisher, &mut source.title);
    Some(())
}

fn from(briefing: &mut Briefing, key: &str, agency: &str) -> Option<()> {
    source(briefing, key)?.origin = Some(Origin { source: None, agency: Some(agency.to_owned()) });
    Some(())
}

fn figure(briefing: &mut Briefing, flow: &str, period: &str, source: &str) -> Option<()> {
    let mut all = briefing.trades[0].series[0].observations.iter_mut();
    let one = all.find(|one| one.flow.as_str() == flow && one.period.to_string() == period)?;
    one.citations = vec![Citation::of(source.to_owned().try_into().ok()?)];
    Some(())
}

fn spell(briefing: &mut Briefing, state: &str, status: &str, source: &str) -> Option<()> {
    let mut all = briefing.rosters[0].spells.iter_mut();
    let one = all.find(|one| one.state.as_str() == state && one.status.as_str() == status)?;
    one.citations = vec![Citation::of(source.to_owned().try_into().ok()?)];
    Some(())
}

fn count(briefing: &mut Briefing, status: &str, number: u32, at: &str) -> Option<()> {
    let status = status.to_owned().try_into().ok()?;
    briefing.rosters[0].counts.push(StatedCount { status, number, at: at.parse().ok()? });
    Some(())
}

fn at(briefing: &mut Briefing, state: &str, latitude: f64, longitude: f64) -> Option<()> {
    let mut states = briefing.rosters[0].states.iter_mut();
    states.find(|own| own.id.as_str() == state)?.position = Position { latitude, longitude };
    Some(())
}

fn alias(briefing: &mut Briefing, state: &str, alias: &str) -> Option<()> {
    let mut states = briefing.rosters[0].states.iter_mut();
    states.find(|own| own.id.as_str() == state)?.aliases.push(alias.to_owned());
    Some(())
}

pub(super) const SAID: &[Said] = &[
    (
        Reach::Data,
        "a source of a kind that it is not",
        How::Change(&[
            |b| kind(b, "awarelogue-201905", SourceKind::Official),
            |b| kind(b, "mfa-gov-tr-sco", SourceKind::Press),
            |b| kind(b, "priu-20090617", SourceKind::Agency),
            |b| kind(b, "khaleejtimes-20230506", SourceKind::Official),
        ]),
    ),
    (
        Reach::Data,
        "publisher and title exchanged",
        How::Change(&[
            |b| exchanged(b, "interfax-1045171"),
            |b| exchanged(b, "khaleejtimes-20230506"),
            |b| exchanged(b, "news-az-belarus"),
        ]),
    ),
    (
        Reach::Data,
        "an address of no page",
        How::Change(&[
            |b| addressed(b, "dawn-146634", "https://www.dawn.com/"),
            |b| addressed(b, "dawn-146634", "https://duckduckgo.com/search?q=pakistan+observer"),
            |b| addressed(b, "dawn-146634", "https://translate.yandex.ru/translate?url=dawn.com"),
            |b| addressed(b, "dawn-146634", "https://outlook.live.com/mail/0/inbox"),
            |b| addressed(b, "dawn-146634", "https://www.dawn.com/signin"),
            |b| addressed(b, "dawn-146634", "D:/clippings/dawn.html"),
        ]),
    ),
    (
        Reach::Data,
        "an agency in two spellings",
        How::Change(&[
            |b| from(b, "shine-2407045318", "Xinhau"),
            |b| from(b, "lenta-20251013", "RIA Novotsi"),
            |b| from(b, "liga-2025", "Reutres"),
        ]),
    ),
    (
        Reach::Data,
        "read in what speaks of other states",
        How::Change(&[
            |b| figure(b, "total", "2019", "pajhwok-20120607"),
            |b| figure(b, "china-to-russia", "2020", "hxen-20160417"),
            |b| spell(b, "mongolia", "observer", "tass-2071285"),
            |b| spell(b, "cambodia", "dialogue-partner", "liga-2025"),
        ]),
    ),
    (
        Reach::Data,
        "read in what was not used",
        How::Change(&[
            |b| figure(b, "china-to-russia", "2024-01/2024-06", "sputnikglobe-20240307"),
            |b| spell(b, "belarus", "member", "gyaankosh-belarus"),
        ]),
    ),
    (
        Reach::Data,
        "last day or further city of the meeting",
        How::Change(&[
            |b| {
                b.meeting.as_mut()?.until = "2025-07-17".parse().ok();
                Some(())
            },
            |b| {
                b.meeting.as_mut()?.further_places.push("Wuhan".to_owned());
                Some(())
            },
        ]),
    ),
    (
        Reach::Data,
        "entered twice",
        How::Change(&[
            |b| {
                let meeting = b.meeting.as_mut()?;
                meeting.unknowns.push(meeting.unknowns.first()?.clone());
                Some(())
            },
            |b| {
                let meeting = b.meeting.as_mut()?;
                meeting.readouts.differences.push(meeting.readouts.differences.last()?.clone());
                Some(())
            },
        ]),
    ),
    (
        Reach::Data,
        "a list that gives less than it prints",
        How::Change(&[
            |b| {
                let regions = vec!["Southern Asia".to_owned()];
                b.rosters[0].printed_gives = Some(PrintedScope { statuses: None, regions, states: Vec::new() });
                Some(())
            },
            |b| {
                let statuses = Some(vec!["observer".to_owned().try_into().ok()?]);
                b.rosters[0].printed_gives = Some(PrintedScope { statuses, regions: Vec::new(), states: Vec::new() });
                Some(())
            },
        ]),
    ),
    (
        Reach::Data,
        "a number at a sentence that names none",
        How::Change(&[|b| count(b, "dialogue-partner", 14, "5.1"), |b| count(b, "observer", 2, "7.1")]),
    ),
    (
        Reach::Data,
        "letters of a neighbouring language",
        How::Change(&[
            |b| {
                b.rosters[0].states[1].names = all(&[("en", "Armenia"), ("ru", "Арменія"), ("zh", "亚美尼亚")])?;
                Some(())
            },
            |b| {
                b.rosters[0].states[1].names = all(&[("en", "Armenia"), ("ru", "Армения"), ("zh", "亞美尼亞")])?;
                Some(())
            },
        ]),
    ),
    (
        Reach::Data,
        "a state at another’s capital",
        How::Change(&[|b| at(b, "uzbekistan", 38.6, 68.8), |b| at(b, "bahrain", 24.7, 46.7)]),
    ),
    (
        Reach::Data,
        "an alias that is another’s capital",
        How::Change(&[|b| alias(b, "laos", "Phnom Penh"), |b| alias(b, "armenia", "Tbilisi")]),
    ),
    (
        Reach::Data,
        "a trade of other states",
        How::Change(&[
            |b| {
                "Goods trade of China and Kazakhstan".clone_into(&mut b.trades[0].subject);
                Some(())
            },
            |b| {
                "Belarus’s balance".clone_into(&mut b.trades[0].series[0].balance);
                Some(())
            },
        ]),
    ),
    (
        Reach::Words,
        "an office not held in full",
        How::Text(&[
            ("claim/meeting-in-beijing/reason", "", "Former foreign minister Lavrov came. "),
            ("takeaway", "", "Deputy minister Wang Yi prepared it. "),
        ]),
    ),
    (
        Reach::Words,
        "host and guest",
        How::Text(&[
            ("event/xi-receives-lavrov/label", "Xi receives Lavrov", "Lavrov hosts Xi"),
            ("claim/meeting-in-beijing/reason", "", "Wang Yi was a guest. "),
        ]),
    ),
    (
        Reach::Words,
        "how often it stands in the list",
        How::Text(&[
            ("point/fourteen-partners/text", "twice", "three times"),
            ("claim/fourteen-partners/note", "Nepal twice", "Nepal 4 times"),
        ]),
    ),
];
