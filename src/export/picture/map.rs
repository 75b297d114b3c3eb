//! The map of a view of the roster: coastlines, and a mark for each state, shaped and coloured by status. No borders.

use std::sync::OnceLock;

use super::chart::canvas::{Ground, Spot, label, put};
use super::page::{CAPTION, MARGIN, Page, ROOM, STRONG, WIDTH};
use super::svg::{Fill, Group, Pen, Svg};
use super::{Look, Picture};
use crate::analysis::format;
use crate::analysis::map::{Land, Projection, spread};
use crate::analysis::region::Region;
use crate::analysis::roster::{Edition, Mark, RosterQuery, RosterRow, RosterView, sentence, shown_statuses};
use crate::briefing::{Briefing, Date};
use crate::drawing::palette::{Palette, alpha};
use crate::drawing::{self, Area, Labels, Measure as _, marks};
use crate::export::roster::provenance;
use crate::export::stamp::Stamp;

/// The size of a mark, and how near one may be to another.
const MARK: f32 = 14.0;
const APART: f32 = 14.0;
/// Of more states than these the map is not named, and no list of them is written.
const MOST_NAMES: usize = 60;
/// The widest a name on the map may be.
const WIDEST_NAME: f32 = 130.0;

/// The map of a view as a picture. `marks` are those of the view, from the index that made it.
pub fn map(
    briefing: &Briefing,
    query: &RosterQuery,
    view: &RosterView,
    marks: &[Mark],
    look: Look,
    made: Stamp,
) -> Picture {
    let provenance = provenance(briefing, query, view, made);
    let said = sentence(briefing, query, view);
    let name = briefing.name(&briefing.roster.organisation.names);
    let on = match query.edition {
        Edition::Corrected => Date::day(query.as_of),
        Edition::Printed => briefing.manifest.as_of,
    };
    let title = format!("{name}, {}", format::date(on));
    let fact = |wanted: &str| provenance.facts.iter().find(|(name, _)| *name == wanted).map_or("", |(_, value)| value);
    let caption = format!("List {}. Filters: {}.", fact("edition"), fact("filters"));

    let mut page = Page::new(look.theme);
    page.heading(&title, &said, &[caption]);
    let [across, down] = Projection::DESIGNED;
    let frame = Area { left: MARGIN, top: page.y, right: WIDTH - MARGIN, bottom: page.y + ROOM * down / across };
    draw_map(&mut page, briefing, marks, frame);
    page.y = frame.bottom + 14.0;
    let lists = lists(briefing, view);
    write_lists(&mut page, briefing, view, &lists);
    write_notes(&mut page, briefing, query, marks);
    let listed: Vec<String> =
        lists.iter().filter_map(|list| Some(format!(" {}: {}.", list.plural, list.names.as_ref()?))).collect();
    page.finish(briefing, "map", title, said + &listed.concat(), &provenance)
}

/// The states of a status.
struct Listed {
    status: usize,
    count: usize,
    plural: String,
    /// Their names, where they are few enough to be written.
    names: Option<String>,
}

fn lists(briefing: &Briefing, view: &RosterView) -> Vec<Listed> {
    let statuses = briefing.roster.statuses.iter().enumerate().zip(shown_statuses(briefing, view));
    let listed = |((status, of), count): ((usize, &crate::briefing::Status), usize)| {
        let names = || view.rows().filter(|row| row.status == status).map(|row| name(briefing, &row));
        let names = (view.len() <= MOST_NAMES).then(|| names().collect::<Vec<_>>().join(", "));
        Listed { status, count, plural: format::sentence_case(&of.plural), names }
    };
    statuses.filter(|(_, count)| *count > 0).map(listed).collect()
}

/// The name of a row, as printed where the list is the printed one.
fn name(briefing: &Briefing, row: &RosterRow) -> String {
    let roster = &briefing.roster;
    let name = row.printed_in(roster).unwrap_or_else(|| briefing.name(&row.state_in(roster).names));
    if row.repeated { format!("{name} (named again)") } else { name.to_owned() }
}

fn draw_map(page: &mut Page, briefing: &Briefing, marks: &[Mark], frame: Area) {
    let p = page.palette;
    // Filtering moves nothing: the map is that of all states that ever had a status.
    let region = Region::of(briefing.roster.states.iter().map(|state| state.position));
    let projection = Projection::fit(&region, frame.right - frame.left, frame.bottom - frame.top);
    page.svg.group(Group::Clipped(frame), |svg| {
        svg.rect(frame, Some(Fill::Flat(p.panel)), None);
        draw_land(svg, p, frame, projection);
    });
    if page.printed {
        page.svg.rect(frame, None, Some(Pen::solid(p.stroke, 1.0)));
    }
    let gathered = marks.iter().any(|mark| mark.states > 1);
    let capital = |mark: &Mark| {
        let position = mark.row.state_in(&briefing.roster).position;
        let [x, y] = projection.place(position.longitude, position.latitude);
        [frame.left + x, frame.top + y]
    };
    let capitals: Vec<[f32; 2]> = marks.iter().map(capital).collect();
    let places = if gathered { capitals } else { spread(&capitals, APART) };
    let half = MARK / 2.0;
    let inside =
        Area { left: frame.left + half, top: frame.top + half, right: frame.right - half, bottom: frame.bottom - half };
    // What lies beyond the map has no mark; it is in the lists.
    let on_map = |place: &[f32; 2]| {
        (inside.left..=inside.right).contains(&place[0]) && (inside.top..=inside.bottom).contains(&place[1])
    };
    let drawn: Vec<(&Mark, [f32; 2])> = marks.iter().zip(places).filter(|(_, place)| on_map(place)).collect();
    let mut labels = Labels::within(frame);
    for (_, place) in &drawn {
        labels.block(Area::around(*place, [MARK - 3.0; 2]));
    }
    for (mark, place) in drawn.iter().filter(|(mark, _)| !mark.shown) {
        let shape = mark.row.status_in(&briefing.roster).shape;
        let dimmed = drawing::Group { opacity: alpha::MAP_FILTERED_OUT, ..drawing::Group::default() };
        page.draw(|shapes| shapes.group(dimmed, |shapes| marks::status(shapes, shape, *place, MARK)));
    }
    let shown: Vec<&(&Mark, [f32; 2])> = drawn.iter().filter(|(mark, _)| mark.shown).collect();
    for (mark, place) in &shown {
        let shape = mark.row.status_in(&briefing.roster).shape;
        page.draw(|shapes| marks::status(shapes, shape, *place, MARK));
    }
    for (mark, [x, y]) in shown.iter().copied() {
        let text = match mark.states {
            _ if !gathered && shown.len() > MOST_NAMES => continue,
            1 if gathered => continue,
            1 => briefing.name(&mark.row.state_in(&briefing.roster).names).to_owned(),
            states => format::number(states),
        };
        let text = page.measure.fit(&text, CAPTION, WIDEST_NAME);
        let away = half + 2.0;
        let spots = [
            Spot::right(x + away, *y),
            Spot::left(x - away, *y),
            Spot::below(*x, y + away - 1.0),
            Spot::above(*x, y - away + 1.0),
            Spot::right(x + half, y - 8.0),
            Spot::left(x - half, y - 8.0),
            Spot::right(x + half, y + 8.0),
            Spot::left(x - half, y + 8.0),
        ];
        label(page, &mut labels, &[text], (CAPTION, p.ink), Ground::Halo(p.land), WIDEST_NAME, &spots);
    }
}

/// Land and coast, as far as the frame shows them.
fn draw_land(svg: &mut Svg, p: &Palette, frame: Area, projection: Projection) {
    static LAND: OnceLock<Land> = OnceLock::new();
    let land = LAND.get_or_init(Land::bundled);
    let seen = |points: &Vec<[f32; 2]>| {
        let beyond = |axis: usize, low: f32, high: f32| {
            points.iter().all(|point| point[axis] < low) || points.iter().all(|point| point[axis] > high)
        };
        !beyond(0, frame.left, frame.right) && !beyond(1, frame.top, frame.bottom)
    };
    for turn in projection.turns() {
        let place = |[longitude, latitude]: [f32; 2]| {
            let [x, y] = projection.place_at(turn, longitude.into(), latitude.into());
            [frame.left + x, frame.top + y]
        };
        // One path, so that no seam shows between two triangles.
        let corner = |index: &u32| land.vertices.get(*index as usize).copied().map(place);
        let triangles = land.triangles.iter().map(|triangle| triangle.iter().filter_map(corner).collect());
        svg.path(triangles.filter(seen), Some(p.land), None);
        let coast = land.coast.iter().map(|line| line.iter().copied().map(place).collect());
        svg.path(coast.filter(seen), None, Some(Pen::solid(p.coast, 1.0)));
    }
}

/// Each status with its shape, how many states have it, and their names.
fn write_lists(page: &mut Page, briefing: &Briefing, view: &RosterView, lists: &[Listed]) {
    const INDENT: f32 = 24.0;
    let p = page.palette;
    for list in lists {
        let shape = briefing.roster.statuses[list.status].shape;
        let y = page.y + 9.0;
        page.draw(|shapes| marks::status(shapes, shape, [MARGIN + 7.0, y], MARK));
        let head = format!("{} ({})", list.plural, format::number(list.count));
        let head = page.measure.fit(&head, STRONG, 320.0);
        let width = page.measure.width(&head, STRONG);
        put(page, Spot::right(MARGIN + INDENT, y), &head, width, (STRONG, p.ink), Ground::None);
        match &list.names {
            Some(names) => page.indented(INDENT + width + 10.0, names, CAPTION, p.ink2, 6),
            None => page.y += CAPTION.line(),
        }
        page.y += 4.0;
    }
    let left_out = view.total() - view.len();
    if left_out > 0 {
        let text = format!("Pale marks: {} left out by the filters.", format::count(left_out, "row", "rows"));
        page.paragraph(&text, CAPTION, p.muted, 1);
    }
    page.y += 4.0;
}

fn write_notes(page: &mut Page, briefing: &Briefing, query: &RosterQuery, marks: &[Mark]) {
    let gathered = marks.iter().any(|mark| mark.states > 1);
    let stand = if gathered {
        "A mark with a number stands for as many states around it, in the shape of the first."
    } else {
        "Marks stand at capitals, moved apart where they would cover each other."
    };
    let known_until = briefing.roster.known_until;
    let beyond = query.edition == Edition::Corrected && Date::day(query.as_of) > known_until;
    let known =
        if beyond { format!(" The roster is known only to {}.", format::date(known_until)) } else { String::new() };
    let text = format!("{stand} Coastlines only; no borders drawn.{known}");
    page.paragraph(&text, CAPTION, page.palette.muted, 3);
}
