//! Which flows of a series a figure of a sentence can be of: by what it says was traded, and between which states.

use std::ops::Range;

use super::known;
use crate::analysis::reading::{Name, Named, Reading, Says, Sign};
use crate::briefing::{FlowRole, Key, Series, Trade};

/// What a figure is said to be of.
pub(super) struct About {
    /// [`Says::Trade`], [`Says::Exports`], [`Says::Imports`], [`Says::Surplus`] or [`Says::Deficit`].
    pub says: Says,
    route: Route,
}

/// Where goods come from and where they go; a surplus comes from whose it is.
#[derive(Default)]
struct Route {
    from: Option<&'static Key>,
    to: Option<&'static Key>,
}

const TRADED: [Says; 5] = [Says::Trade, Says::Exports, Says::Imports, Says::Surplus, Says::Deficit];

impl About {
    /// What the figure or rate at a place of a sentence is of: what is tied to it, `US$5 bn of exports`, else what was last
    /// said before it, else the only thing that is said at all.
    pub fn of(reading: &Reading<'_>, names: &[Name<'static>], figure: &Range<usize>, is_rate: bool) -> Option<Self> {
        let signs: Vec<&Sign> = reading.signs.iter().filter(|sign| TRADED.contains(&sign.says)).collect();
        let after = signs.iter().position(|sign| sign.range.start >= figure.end);
        // `58 per cent of trade` is a share of what was named before.
        let tied = after.filter(|at| !is_rate && reading.ties(figure.end..signs[*at].range.start));
        let before = signs.iter().rposition(|sign| sign.range.end <= figure.start);
        let at = tied.or(before).or_else(|| after.filter(|_| signs.len() == 1))?;
        // `trade surplus`, `exports and imports`: what stands together is one thing.
        let end_of = |at: usize| signs.get(at).map_or(usize::MAX, |sign| sign.range.start);
        let start = at.checked_sub(1).map_or(0, |before| signs[before].range.end);
        let together = at
            .checked_sub(1)
            .filter(|before| reading.apart(&signs[*before].range, &signs[at].range).is_some_and(|apart| apart <= 1));
        let says = match together.map(|before| (signs[before].says, signs[at].says)) {
            Some((Says::Exports, Says::Imports) | (Says::Imports, Says::Exports)) => Says::Trade,
            _ => signs[at].says,
        };
        let start = if together.is_some() { 0 } else { start };
        Some(Self { says, route: Route::said(reading, names, signs[at], start..end_of(at + 1)) })
    }

    /// The flows of a series that it can be, by their places: the total of what is traded, or the directions that nothing
    /// said is against. None where the sentence names a state that the series is not about.
    pub fn flows(&self, series: &Series, ways: &Ways, names: &[Name<'static>]) -> Vec<usize> {
        let Ways { routes, parties } = ways;
        if !parties.is_empty() && names.iter().any(|name| name.kind == Named::State && !parties.contains(&name.of)) {
            return Vec::new();
        }
        let of_role = |is: fn(FlowRole) -> bool| {
            series.flows.iter().enumerate().filter(move |(_, flow)| is(flow.role)).map(|(at, _)| at)
        };
        if matches!(self.says, Says::Trade | Says::Surplus | Says::Deficit) {
            return of_role(|role| role == FlowRole::Total).take(1).collect();
        }
        let agreed = |at: usize| {
            let (route, says) = routes.get(at)?;
            let other_way = says.is_some_and(|own| own != self.says);
            let agreed = self.route.agrees_with(route)?;
            (agreed > 0 || !other_way).then_some((agreed, at))
        };
        let all: Vec<(usize, usize)> = of_role(|role| role != FlowRole::Total).filter_map(agreed).collect();
        let most = all.iter().map(|(agreed, _)| *agreed).max().unwrap_or_default();
        all.into_iter().filter(|(agreed, _)| *agreed == most).map(|(_, at)| at).collect()
    }

    /// Whether a surplus or a deficit is one of the series’ own forward direction; none where nothing says whose it is.
    pub fn is_forward(&self, series: &Series, ways: &Ways) -> Option<bool> {
        let forward = series.flows.iter().position(|flow| flow.role == FlowRole::Forward)?;
        let (route, _) = ways.routes.get(forward)?;
        let own = self.route.from.or(self.route.to)?;
        let (from, to) = (route.from == Some(own), route.to == Some(own));
        (from != to).then_some(from == (self.route.from.is_some()))
    }
}

/// Between whom the goods of a series go, as the names of its flows, its reporter and its subject say it.
pub(super) struct Ways {
    /// Of each flow, and whether its name speaks of exports or imports.
    routes: Vec<(Route, Option<Says>)>,
    parties: Vec<&'static Key>,
}

impl Ways {
    /// Those of a series.
    pub fn of(trade: &Trade, series: &Series) -> Self {
        let reporter = states_in(&series.reporter);
        let routes: Vec<(Route, Option<Says>)> =
            series.flows.iter().map(|flow| Route::of_name(&flow.name, reporter.first().copied())).collect();
        let ends = routes.iter().flat_map(|(route, _)| [route.from, route.to]).flatten();
        let parties = ends.chain(states_in(&trade.subject)).chain(reporter).collect();
        Self { routes, parties }
    }
}

impl Route {
    /// As a sentence says it around a word for what is traded.
    fn said(reading: &Reading<'_>, names: &[Name<'static>], sign: &Sign, within: Range<usize>) -> Self {
        /// So many words stand between a word and whose it is, before it and after it.
        const NEAR: [usize; 2] = [8, 10];
        let (mut owner, mut to, mut from) = (None, None, Vec::new());
        let here = |name: &&Name<'static>| {
            let before = usize::from(name.range.start >= sign.range.end);
            let near = reading.apart(&name.range, &sign.range).is_some_and(|apart| apart <= NEAR[before]);
            // What stands before `and` is said of what came before.
            let other_half = before == 0 && {
                let between = name.range.end..sign.range.start;
                reading.parts_clauses(between.clone())
                    || reading.words_between(between).any(|(_, word)| reading.is_and(word))
            };
            let inside = within.start <= name.range.start && name.range.end <= within.end;
            name.kind == Named::State && inside && near && !other_half
        };
        for name in names.iter().filter(here) {
            let led = |says: Says| {
                let mut leading =
                    reading.signs.iter().filter(|lead| lead.says == says && lead.range.end <= name.range.start);
                leading.any(|lead| reading.apart(&lead.range, &name.range).is_some_and(|apart| apart <= 1))
            };
            if led(Says::Toward) {
                to = to.or(Some(name.of));
            } else if led(Says::From) {
                from.push(name.of);
            } else {
                owner = owner.or(Some(name.of));
            }
        }
        // `importations de la Chine depuis la Russie`: the first is whose they are.
        match (sign.says, &from[..]) {
            (Says::Exports, _) => Self { from: owner.or_else(|| from.first().copied()), to },
            (Says::Imports, [whose, whence]) => Self { from: Some(whence), to: owner.or(Some(whose)) },
            (Says::Imports, _) => Self { from: from.first().copied(), to: owner.or(to) },
            (Says::Surplus, _) => Self { from: owner, to: None },
            (Says::Deficit, _) => Self { from: None, to: owner },
            _ => Self::default(),
        }
    }

    /// As the name of a flow says it, `Greece→Cyprus` or `Exports to Cyprus`, and whether it speaks of exports or imports.
    /// Where it does not say whose they are, they are those of the reporter.
    fn of_name(name: &str, reporter: Option<&'static Key>) -> (Self, Option<Says>) {
        let (reading, names) = Reading::with_names(name, 0, known::names());
        let states: Vec<&'static Key> =
            names.iter().filter(|name| name.kind == Named::State).map(|name| name.of).collect();
        let sign = reading.signs.iter().find(|sign| matches!(sign.says, Says::Exports | Says::Imports));
        match (sign, &states[..]) {
            (None, [from, to]) => (Self { from: Some(from), to: Some(to) }, None),
            (None, _) => (Self::default(), None),
            (Some(sign), _) => {
                let mut route = Self::said(&reading, &names, sign, 0..name.len());
                let own = if sign.says == Says::Exports { &mut route.from } else { &mut route.to };
                *own = own.or(reporter);
                (route, Some(sign.says))
            }
        }
    }

    /// In how many ends two agree; none where they cannot be the same.
    fn agrees_with(&self, other: &Self) -> Option<usize> {
        let differ = |a: Option<&Key>, b: Option<&Key>| a.is_some() && b.is_some() && a != b;
        let same = |a: Option<&Key>, b: Option<&Key>| a.is_some() && a == b;
        let turned = same(self.from, other.to) || same(self.to, other.from);
        let against = turned || differ(self.from, other.from) || differ(self.to, other.to);
        (!against).then(|| usize::from(same(self.from, other.from)) + usize::from(same(self.to, other.to)))
    }
}

/// The states that a text names.
fn states_in(text: &str) -> Vec<&'static Key> {
    let (_, names) = Reading::with_names(text, 0, known::names());
    names.iter().filter(|name| name.kind == Named::State).map(|name| name.of).collect()
}
