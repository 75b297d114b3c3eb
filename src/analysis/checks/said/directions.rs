//! Which way goods went: whose exports a figure is said to be, against the direction whose figure it is.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use rust_decimal::Decimal;

use super::super::known::{Figure, Known, digits, near};
use super::super::{Check, Finding, Material, Needs};
use super::{Passage, each_passage, is_disputed};
use crate::analysis::reading::{Mention, Named, Number, Quantity, Reading, Says, Sign, Unit};
use crate::analysis::trade;
use crate::briefing::{Key, Period};
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "direction-in-text",
    needs: Needs::Figures,
    holds: label!(checks::direction_in_text),
    run: |material| {
        let directions = Directions::of(material);
        if directions.both.is_empty() {
            Vec::new()
        } else {
            each_passage(material, |passage| of_passage(material, &directions, passage))
        }
    },
}];

/// Every series that has two directions between two states. A sentence is held against those alone whose figure or rate
/// it gives: there can be many series, and many sentences.
struct Directions {
    /// By the number of the series.
    both: BTreeMap<usize, Both>,
    /// The first growth that was published of a flow in a year.
    published: HashMap<(usize, usize, i16), Decimal>,
    /// How large each published growth is and of which series, in this order.
    rates: Vec<(Decimal, usize)>,
}

impl Directions {
    fn of(material: &Material<'_>) -> Self {
        let numbered = (0..material.series.len()).filter_map(|number| Some((number, Both::of(material, number)?)));
        let both: BTreeMap<usize, Both> = numbered.collect();
        let mut published = HashMap::new();
        let mut rates = Vec::new();
        for (number, (series, periods)) in
            both.keys().filter_map(|number| Some((*number, material.series.get(*number)?)))
        {
            for growth in series.published_growth.iter().filter(|growth| growth.period.is_year()) {
                let Some(flow) = periods.flow_of(&growth.flow) else { continue };
                published.entry((number, flow, growth.period.year())).or_insert(growth.percent);
                rates.push((growth.percent.abs(), number));
            }
        }
        rates.sort_unstable();
        rates.dedup();
        Self { both, published, rates }
    }
}

/// A number of a sentence, with the figures that it can be.
struct Given<'t> {
    mention: &'t Mention,
    quantity: &'t Quantity,
    /// Those that round to all its digits, in the order of their series.
    figures: Vec<Figure>,
    /// Those that it can be as a balance, in whatever unit, in the same order.
    balances: Vec<Figure>,
}

impl<'t> Given<'t> {
    fn of(known: &Known, mention: &'t Mention, quantity: &'t Quantity) -> Self {
        let mut figures = Vec::new();
        let mut balances = Vec::new();
        if quantity.unit.is_none() {
            figures = known.figures(&quantity.number, true);
            let bare = Number { sign: None, ..quantity.number };
            balances = known.figures_of_any_scale(&bare).into_iter().filter(|figure| figure.flow.is_none()).collect();
        }
        figures.sort_by_key(|figure| figure.series);
        balances.sort_by_key(|figure| figure.series);
        Self { mention, quantity, figures, balances }
    }

    /// The series that it can be of.
    fn series<'s>(&'s self, directions: &'s Directions) -> impl Iterator<Item = usize> + 's {
        let rated = (self.quantity.unit == Some(Unit::PerCent)).then(|| {
            let readings = self.quantity.number.readings();
            let near = readings.flat_map(|reading| near(&directions.rates, reading, |(rate, _)| *rate));
            near.filter(|(rate, _)| self.quantity.number.agrees(*rate)).map(|(_, series)| *series)
        });
        let figures = self.figures.iter().chain(&self.balances).map(|figure| figure.series);
        figures.chain(rated.into_iter().flatten())
    }
}

/// Those of a list in the order of their series that are of one.
fn of_series(figures: &[Figure], series: usize) -> &[Figure] {
    let from = figures.partition_point(|figure| figure.series < series);
    let to = figures.partition_point(|figure| figure.series <= series);
    &figures[from..to]
}

/// The two directions of a series between two states.
pub(super) struct Both {
    pub series: usize,
    pub forward: usize,
    pub backward: usize,
    /// From where to where the forward one goes.
    pub from: Key,
    pub to: Key,
}

impl Both {
    /// As the names of the flows say it, `Greece→Cyprus`; none where they do not name two states.
    pub fn of(material: &Material<'_>, number: usize) -> Option<Self> {
        let (series, periods) = material.series.get(number)?;
        let (forward, backward) = periods.flows.totals().iter().find_map(|total| total.pair)?;
        let states = |flow: usize| -> Option<[Key; 2]> {
            let reading = Reading::of(&series.flows.get(flow)?.name, 0);
            let names = reading.names_of(&material.texts().names);
            match &names[..] {
                [a, b] if a.kind == Named::State && b.kind == Named::State => Some([a.of.clone(), b.of.clone()]),
                _ => None,
            }
        };
        let ([from, to], [back, forth]) = (states(forward)?, states(backward)?);
        (from == forth && to == back && from != to).then_some(Self { series: number, forward, backward, from, to })
    }

    /// The other of the two states.
    pub fn other<'k>(&'k self, key: &Key) -> Option<&'k Key> {
        if *key == self.from {
            Some(&self.to)
        } else if *key == self.to {
            Some(&self.from)
        } else {
            None
        }
    }
}

/// What a sentence says of a direction: from which state goods go, and how far what it says of it reaches.
struct Said {
    from: Key,
    within: Range<usize>,
    /// Whether it is a surplus, and not the goods themselves.
    balance: bool,
}

const DIRECTIONS: &[Says] = &[Says::Exports, Says::Imports, Says::Surplus, Says::Deficit];

fn of_passage(material: &Material<'_>, directions: &Directions, passage: &Passage<'_, '_>) -> Option<Finding> {
    if passage.states().next().is_none() || passage.quantities().next().is_none() || is_disputed(material, passage.text)
    {
        return None;
    }
    let known = material.known();
    let given: Vec<Given<'_>> =
        passage.quantities().map(|(mention, quantity)| Given::of(known, mention, quantity)).collect();
    let meant: BTreeSet<usize> = given.iter().flat_map(|given| given.series(directions)).collect();
    let mut said_of: HashMap<(&Key, &Key), Vec<Said>> = HashMap::new();
    for own in meant.iter().filter_map(|series| directions.both.get(series)) {
        for said in said_of.entry((&own.from, &own.to)).or_insert_with(|| said(passage, own)) {
            let here = given.iter().filter(|given| said.within.contains(&given.mention.range.start));
            for given in here {
                if !is_of_other(material, directions, own, passage, said, given) {
                    continue;
                }
                let value = passage.part(&given.mention.range);
                let title = message!(findings::direction_in_text, said = value.clone());
                let (from, to) = if said.from == own.from { (&own.to, &own.from) } else { (&own.from, &own.to) };
                let detail = message!(
                    findings::direction_other,
                    said = value.clone(),
                    from = material.state_name(from).to_owned(),
                    to = material.state_name(to).to_owned(),
                    text = passage.text.text.to_owned()
                );
                return Some(passage.finding(material, &value, title, detail));
            }
        }
    }
    None
}

/// Whether the figure or rate is that of the other direction, and not of the one it is said to be of.
fn is_of_other(
    material: &Material<'_>,
    directions: &Directions,
    both: &Both,
    passage: &Passage<'_, '_>,
    said: &Said,
    given: &Given<'_>,
) -> bool {
    let Some((_, periods)) = material.series.get(both.series) else { return false };
    let (own, other) =
        if said.from == both.from { (both.forward, both.backward) } else { (both.backward, both.forward) };
    let quantity = given.quantity;
    let number = &quantity.number;
    if said.balance {
        let balance = |figure: &Figure| {
            let [forward, backward] = periods.get(figure.period)?.pair((both.forward, both.backward))?;
            let balance = forward.value.checked_sub(backward.value)?;
            let own = if said.from == both.from { balance } else { -balance };
            number.agrees(own).then_some(own.is_sign_positive())
        };
        let all: Vec<bool> = of_series(&given.balances, both.series).iter().filter_map(balance).collect();
        return digits(number.value) >= 3 && quantity.unit.is_none() && !all.is_empty() && !all.contains(&true);
    }
    if quantity.unit == Some(Unit::PerCent) {
        let mut years: Vec<i16> = passage.all_years().into_iter().collect();
        if years.is_empty() {
            years = passage.text.reading.years().collect();
        }
        let is_part = passage.parts().next().is_some();
        let [year] = years[..] else { return false };
        let computed = |flow: usize| {
            let value = |year: i16| periods.get(Period::of_year(year))?.best(flow).map(|own| own.value);
            trade::growth(value(year - 1)?, value(year)?).map(|rate| rate.value)
        };
        let published =
            |flow: usize| directions.published.get(&(both.series, flow, year)).copied().or_else(|| computed(flow));
        let is = |flow: usize| published(flow).is_some_and(|rate| number.agrees(rate));
        let known = published(own).is_some() && digits(number.value) >= 2 && !is_part;
        let total = periods.main_total().is_some_and(is);
        return known && !is(own) && !total && is(other);
    }
    // A short number with its sign and scale is no other by chance.
    let least = if number.sign.is_some() && number.scale.is_some() { 2 } else { 3 };
    if quantity.unit.is_some() || digits(number.value) < least || !number.is_fraction() && number.scale.is_none() {
        return false;
    }
    let figures = of_series(&given.figures, both.series);
    let of_flow = |flow: usize| figures.iter().any(|figure| figure.flow == Some(flow));
    let is_else = figures.iter().any(|figure| figure.flow != Some(other) && figure.flow != Some(own));
    of_flow(other) && !of_flow(own) && !is_else
}

/// The directions that a sentence tells of, each with where its figures stand.
fn said(passage: &Passage<'_, '_>, both: &Both) -> Vec<Said> {
    let signs: Vec<&Sign> = passage.signs_of(DIRECTIONS).collect();
    let mut found = Vec::new();
    let mut owner_before: Option<Key> = None;
    // `129.32 bn sold to China`: each figure stands before what is said of it.
    let figures_first = signs.first().is_some_and(|sign| {
        let first = passage.quantities().next();
        let near = |(mention, _): (&Mention, &Quantity)| {
            mention.range.end <= sign.range.start && passage.apart(&mention.range, &sign.range).is_some_and(|n| n <= 2)
        };
        let last = signs.last().map_or(0, |last| last.range.end);
        first.is_some_and(near) && !passage.quantities().any(|(mention, _)| mention.range.start >= last)
    });
    for (at, sign) in signs.iter().enumerate() {
        let start = at.checked_sub(1).map_or(passage.range.start, |before| signs[before].range.end);
        let end = signs.get(at + 1).map_or(passage.range.end, |next| next.range.start);
        let (mut owner, mut to, mut from) = (None, None, Vec::new());
        for name in passage.states().filter(|name| both.other(name.of).is_some()) {
            let before = name.range.end <= sign.range.start;
            let here = name.range.start >= start && name.range.end <= end;
            let near =
                passage.apart(&name.range, &sign.range).is_some_and(|words| words <= if before { 4 } else { 14 });
            // What stands before `and` is said of what came before.
            let other_half = before && at > 0 && {
                let mut words = passage.text.reading.spelt(name.range.end..sign.range.start);
                words.any(|(_, word)| word == "," || passage.text.reading.is_and(&word))
            };
            if !here || !near || other_half {
                continue;
            }
            let led = |says: Says| {
                passage.near_before(&name.range, &[says], 1)
                    && (before || {
                        let between = sign.range.end..name.range.start;
                        passage.signs_of(&[says]).any(|lead| between.contains(&lead.range.start))
                    })
            };
            if led(Says::Toward) {
                to = to.or(Some(name.of));
            } else if led(Says::From) {
                from.push(name.of);
            } else if owner.is_none() && (before || passage.apart(&sign.range, &name.range) <= Some(2)) {
                owner = Some(name.of);
            }
        }
        let inherited = owner_before.clone();
        let exports = matches!(sign.says, Says::Exports);
        let goes_from = match sign.says {
            Says::Surplus | Says::Deficit => {
                let own = owner.or_else(|| from.first().copied());
                own.and_then(|own| if sign.says == Says::Surplus { Some(own) } else { both.other(own) })
            }
            _ if exports => {
                let of = owner.or_else(|| from.first().copied());
                let by_end = to.and_then(|to| both.other(to));
                of.or(by_end).filter(|of| by_end.is_none_or(|other| *other == **of))
            }
            _ => {
                // `importations de la Chine depuis la Russie`: the first is whose they are.
                let (whose, whence) = match from[..] {
                    [a, b] if a != b => (Some(a), Some(b)),
                    [a] => (None, Some(a)),
                    _ => (None, None),
                };
                let to = owner.or(whose).or(to);
                let by_end = to.and_then(|to| both.other(to));
                whence.or(by_end).filter(|of| by_end.is_none_or(|other| *other == **of))
            }
        };
        let goes_from = goes_from.cloned().or_else(|| {
            let own = inherited.as_ref().filter(|_| owner.is_none() && to.is_none() && from.is_empty())?;
            if exports { Some(own.clone()) } else { both.other(own).cloned() }
        });
        let whose =
            if exports { goes_from.clone() } else { goes_from.as_ref().and_then(|from| both.other(from)).cloned() };
        let balance = matches!(sign.says, Says::Surplus | Says::Deficit);
        owner_before = whose.filter(|_| !balance).or(owner_before);
        // `Russia’s sales flat, China’s up`: what is said of another's begins with its name.
        let others = passage.states().find(|name| {
            let apart = passage.apart(&sign.range, &name.range);
            let led = passage.near_before(&name.range, &[Says::Toward, Says::From], 1);
            name.range.start >= sign.range.end && name.range.end <= end && apart.is_some_and(|n| n > 1) && !led
        });
        let end = others.map_or(end, |name| name.range.start);
        // `came to 7.2, those from Cyprus to 5.4`: a state after the figure begins something else.
        let figure = passage.quantities().find(|(mention, _)| mention.range.start >= sign.range.end);
        let after = figure.and_then(|(figure, _)| {
            passage.names.iter().find(|name| name.range.start >= figure.range.end && both.other(name.of).is_some())
        });
        let end = after.map_or(end, |name| end.min(name.range.start));
        let within = if figures_first { start..sign.range.start } else { sign.range.end..end };
        // `China’s up`, said of the same goods the other way round.
        let elliptic = others.filter(|_| !balance && !figures_first && signs.len() == 1).and_then(|name| {
            let from = if exports { Some(name.of) } else { both.other(name.of) };
            let end = passage
                .states()
                .find(|next| next.range.start >= name.range.end)
                .map_or(passage.range.end, |n| n.range.start);
            let mark = passage.text.reading.spelt(name.range.end..end).next();
            let is_of_it = mark.is_some_and(|(_, mark)| ["’", "'"].contains(&mark.as_ref()));
            from.filter(|_| is_of_it).map(|from| Said { from: from.clone(), within: name.range.end..end, balance })
        });
        found.extend(elliptic);
        found.extend(goes_from.map(|from| Said { from, within, balance }));
    }
    if signs.is_empty() {
        found.extend(toward(passage, both));
    }
    found
}

/// `129.32 bn to China`: a figure with where it goes.
fn toward(passage: &Passage<'_, '_>, both: &Both) -> Vec<Said> {
    let to = |(mention, _): (&Mention, &Quantity)| {
        let name = passage.states().find(|name| name.range.start >= mention.range.end)?;
        let lead = passage
            .signs_of(&[Says::Toward])
            .find(|sign| sign.range.start >= mention.range.end && sign.range.end <= name.range.start)?;
        let near = passage.apart(&mention.range, &lead.range)? <= 3 && passage.apart(&lead.range, &name.range)? <= 1;
        let from = both.other(name.of).filter(|_| near)?;
        Some(Said { from: from.clone(), within: mention.range.clone(), balance: false })
    };
    passage.quantities().filter_map(to).collect()
}
