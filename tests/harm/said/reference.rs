//! Errors in what states, cities and bodies are elsewhere, in who speaks in a source, and in what events and evidence tell.

use briefing_desk::briefing::{ArchivedCopy, Briefing, ClaimKind, Key, Source, Stance, State, Verdict};

use super::{How, Reach, Said, event};

fn state(b: &mut Briefing, key: &str, change: impl FnOnce(&mut State)) -> Option<()> {
    change(b.rosters[0].states.iter_mut().find(|state| state.id.as_str() == key)?);
    Some(())
}

fn capital(b: &mut Briefing, key: &str, name: &str) -> Option<()> {
    state(b, key, |state| name.clone_into(&mut state.capital))
}

fn region(b: &mut Briefing, key: &str, name: &str) -> Option<()> {
    state(b, key, |state| name.clone_into(&mut state.region))
}

fn source(b: &mut Briefing, key: &str, change: impl FnOnce(&mut Source)) -> Option<()> {
    change(b.sources.sources.iter_mut().find(|source| source.id.as_str() == key)?);
    Some(())
}

fn primary(b: &mut Briefing, key: &str) -> Option<()> {
    source(b, key, |source| source.primary = true)
}

fn publisher(b: &mut Briefing, key: &str, name: &str) -> Option<()> {
    source(b, key, |source| name.clone_into(&mut source.publisher))
}

fn archived(b: &mut Briefing, key: &str, address: &str, on: &str) -> Option<()> {
    let copy = ArchivedCopy { address: address.to_owned(), on: on.parse().ok()? };
    source(b, key, |source| source.archived = Some(copy))
}

fn place(b: &mut Briefing, key: &str, name: &str) -> Option<()> {
    let event = b.meeting.as_mut()?.chronology.iter_mut().find(|event| event.id.as_str() == key)?;
    name.clone_into(&mut event.place);
    Some(())
}

fn stance(b: &mut Briefing, claim: &str, source: &str, stance: Stance) -> Option<()> {
    let claim = b.claims.claims.iter_mut().find(|own| own.id.as_str() == claim)?;
    claim.evidence.iter_mut().find(|evidence| evidence.source.as_str() == source)?.stance = stance;
    Some(())
}

fn unverified(b: &mut Briefing, claim: &str) -> Option<()> {
    let claim = b.claims.claims.iter_mut().find(|own| own.id.as_str() == claim)?;
    claim.evidence.clear();
    claim.verdict = Verdict::Unverified;
    Some(())
}

fn founded(b: &mut Briefing, state: &str, from: &str) -> Option<()> {
    b.rosters[0].spells.iter_mut().find(|spell| spell.state.as_str() == state)?.from = from.parse().ok()?;
    Some(())
}

pub(super) const SAID: &[Said] = &[
    (
        Reach::Data,
        "another city of the state as its capital",
        How::Change(&[
            |b| capital(b, "pakistan", "Lahore"),
            |b| capital(b, "china", "Shanghai"),
            |b| capital(b, "azerbaijan", "Ganja"),
            |b| capital(b, "saudi-arabia", "Jeddah"),
        ]),
    ),
    (
        Reach::Data,
        "a region that is none",
        How::Change(&[
            |b| region(b, "kuwait", "Middle East"),
            |b| region(b, "uzbekistan", "Central Aisa"),
            |b| region(b, "india", "Subcontinent"),
        ]),
    ),
    (
        Reach::Data,
        "an organisation under another’s abbreviation",
        How::Change(&[|b| {
            "OSCE".clone_into(&mut b.rosters[0].organisation.short);
            Some(())
        }]),
    ),
    (
        Reach::Data,
        "at second hand and called an original",
        How::Change(&[
            |b| primary(b, "awarelogue-201905"),
            |b| primary(b, "business-standard-20171201"),
            |b| primary(b, "general-knowledge"),
        ]),
    ),
    (
        Reach::Data,
        "a publisher in two spellings",
        How::Change(&[|b| publisher(b, "tass-1989049", "Tass"), |b| publisher(b, "sectsco-583629", "SCO secretariat")]),
    ),
    (
        Reach::Data,
        "a copy of another page or day",
        How::Change(&[
            |b| {
                archived(
                    b,
                    "24kg-341784",
                    "https://web.archive.org/web/20251003/https://24.kg/english/341748",
                    "2025-10-03",
                )
            },
            |b| {
                archived(
                    b,
                    "24kg-341784",
                    "https://web.archive.org/web/20251003/https://24.kg/english/341784",
                    "2025-10-30",
                )
            },
        ]),
    ),
    (
        Reach::Data,
        "an event moved",
        How::Change(&[
            |b| event(b, "kremlin-talks", "2025-05-19"),
            |b| event(b, "sco-foreign-ministers", "2025-07-26"),
            |b| place(b, "sco-summit", "Qingdao"),
            |b| place(b, "sco-foreign-ministers", "Harbin"),
        ]),
    ),
    (
        Reach::Data,
        "evidence turned round",
        How::Change(&[
            |b| stance(b, "turnover-2021-2024", "masralyoum-9119111", Stance::Contradicts),
            |b| stance(b, "eurasian-grouping", "tass-1812175", Stance::Contradicts),
            |b| stance(b, "founding-over-afghanistan", "head-post-belarus", Stance::Supports),
        ]),
    ),
    (
        Reach::Data,
        "evidence that is there and was left out",
        How::Change(&[|b| unverified(b, "may-accords-discussed"), |b| unverified(b, "turnover-2021-2024")]),
    ),
    (
        Reach::Data,
        "a founder of another year",
        How::Change(&[|b| founded(b, "tajikistan", "2003-06-15"), |b| founded(b, "china", "2002-06-15")]),
    ),
    (
        Reach::Data,
        "a forecast called a fact, and a source that nothing rests on",
        How::Change(&[
            |b| {
                b.claims.claims.iter_mut().find(|claim| claim.forecast.is_some())?.kind = ClaimKind::Fact;
                Some(())
            },
            |b| {
                let mut stray = b.sources.sources.first()?.clone();
                stray.id = Key::try_from("stray".to_owned()).ok()?;
                b.sources.sources.push(stray);
                Some(())
            },
        ]),
    ),
];
