//! The map of a view of the roster as a picture, with a list of what is on it.

use super::page::{CAPTION, MARGIN, Page, ROOM, STRONG, WIDTH};
use super::{Look, Picture};
use crate::analysis::projection::Projection;
use crate::analysis::roster::{
    Edition, Mark, RosterQuery, RosterRow, RosterView, outsiders, region, sentence, shown_statuses,
};
use crate::briefing::{Date, Members};
use crate::drawing::map::{MOST_NAMES, Sheet, Style, is_gathered};
use crate::drawing::{self, Anchor, Area, Ink, Measure as _, Text, marks};
use crate::export::roster::{filters, provenance};
use crate::export::stamp::Stamp;
use crate::words::Words;
use crate::{label, message};

/// The map of a view as a picture. `marks` are those of the view, from the index that made it.
pub fn map(
    members: Members<'_>,
    query: &RosterQuery,
    view: &RosterView,
    marks: &[Mark],
    look: Look,
    made: Stamp,
    words: &Words,
) -> Picture {
    let provenance = provenance(members, query, view, made, words);
    let said = words.say(&sentence(members, query, view));
    let organisation = members.name(&members.roster.organisation.names).to_owned();
    let on = match query.edition {
        Edition::Corrected => Date::day(query.as_of),
        Edition::Printed => members.manifest.as_of,
    };
    let title = words.say(&message!(map::title, organisation = organisation, date = on));
    let caption = words.say(&match query.edition {
        Edition::Corrected => message!(map::caption_corrected, filters = filters(query, words)),
        Edition::Printed => message!(map::caption_printed, filters = filters(query, words)),
    });

    let mut page = Page::new(look.theme, words);
    page.heading(&title, &said, &[caption]);
    let [across, down] = Projection::DESIGNED;
    let frame = Area { left: MARGIN, top: page.y, right: WIDTH - MARGIN, bottom: page.y + ROOM * down / across };
    draw_map(&mut page, members, marks, frame, words);
    page.y = frame.bottom + 14.0;
    let lists = lists(members, view, words);
    write_lists(&mut page, members, view, &lists, words);
    write_notes(&mut page, members, query, marks, words);
    let listed = lists
        .iter()
        .filter_map(|list| Some(words.say(&message!(map::list, status = &list.called, names = list.names.as_ref()?))));
    let alt: Vec<String> = std::iter::once(said).chain(listed).collect();
    page.finish(&members, "map", title, alt.join(" "), &provenance)
}

/// The states of a status.
struct Listed {
    status: usize,
    count: usize,
    /// What the status is called for so many.
    called: String,
    /// Their names, where they are few enough to be written.
    names: Option<String>,
}

fn lists(members: Members<'_>, view: &RosterView, words: &Words) -> Vec<Listed> {
    let statuses = members.roster.statuses.iter().enumerate().zip(shown_statuses(members, view));
    let listed = |((status, of), count): ((usize, &crate::briefing::Status), usize)| {
        let names =
            || view.rows().filter(|row| row.has_status(members.roster, of)).map(|row| name(members, &row, words));
        let names = (view.len() <= MOST_NAMES).then(|| words.list(names()));
        Listed { status, count, called: words.sentence_case(of.counted(count)), names }
    };
    statuses.filter(|(_, count)| *count > 0).map(listed).collect()
}

/// The name of a row, as printed where the list is the printed one.
fn name(members: Members<'_>, row: &RosterRow, words: &Words) -> String {
    let roster = members.roster;
    let name = row.printed_in(roster).unwrap_or_else(|| members.name(&row.state_in(roster).names)).to_owned();
    if row.repeated { words.say(&message!(map::named_again, name = name)) } else { name }
}

fn draw_map(page: &mut Page, members: Members<'_>, marks: &[Mark], frame: Area, words: &Words) {
    // Filtering moves nothing: the map is that of all states that ever had a status.
    let region = region(members);
    let sheet = Sheet::new(&region, [frame.width(), frame.height()], Style::PAGE);
    let drawing = drawing::map::map(&sheet, members, marks, &mut page.measure, words);
    page.place(drawing);
    if page.is_printed() {
        page.shapes.rect(frame, None, drawing::Pen::solid(Ink::Stroke, 1.0));
    }
}

/// Each status with its shape, how many states have it, and their names.
fn write_lists(page: &mut Page, members: Members<'_>, view: &RosterView, lists: &[Listed], words: &Words) {
    const INDENT: f32 = 24.0;
    for list in lists {
        let shape = members.roster.statuses[list.status].shape;
        let y = page.y + 9.0;
        marks::status(&mut page.shapes, shape, [MARGIN + 7.0, y], Style::PAGE.side);
        let head = words.say(&message!(map::list_head, status = &list.called, count = list.count));
        let head = page.measure.fit(&head, STRONG, 320.0);
        let width = page.measure.width(&head, STRONG);
        let at = [MARGIN + INDENT, y + 4.0];
        page.shapes.text(Text::new(at, Anchor::Start, STRONG, Ink::Text, &head));
        match &list.names {
            Some(names) => page.indented(INDENT + width + 10.0, names, CAPTION, Ink::Secondary, 6),
            None => page.y += CAPTION.line(),
        }
        page.y += 4.0;
    }
    let outside = outsiders(&members);
    if !outside.is_empty() {
        let y = page.y + 9.0;
        marks::outsider(&mut page.shapes, [MARGIN + 7.0, y], Style::PAGE.side);
        let head = page.measure.fit(&words.say(&label!(map::outside)), STRONG, 320.0);
        let width = page.measure.width(&head, STRONG);
        page.shapes.text(Text::new([MARGIN + INDENT, y + 4.0], Anchor::Start, STRONG, Ink::Text, &head));
        let names = words.list(outside.iter().map(|outsider| outsider.name.to_owned()));
        page.indented(INDENT + width + 10.0, &names, CAPTION, Ink::Secondary, 6);
        page.y += 4.0;
    }
    let left_out = view.total() - view.len();
    if left_out > 0 {
        let text = words.say(&message!(map::pale_marks, count = left_out));
        page.paragraph(&text, CAPTION, Ink::Muted, 1);
    }
    page.y += 4.0;
}

fn write_notes(page: &mut Page, members: Members<'_>, query: &RosterQuery, marks: &[Mark], words: &Words) {
    let known_until = members.roster.known_until;
    let beyond = query.edition == Edition::Corrected && Date::day(query.as_of) > known_until;
    let stand = if is_gathered(marks) { label!(map::marks_gathered) } else { label!(map::marks_at_capitals) };
    let mut notes = vec![stand, label!(map::no_borders)];
    notes.extend(beyond.then(|| message!(map::known_until, date = known_until)));
    page.paragraph(&words.sentences(&notes), CAPTION, Ink::Muted, 3);
}
