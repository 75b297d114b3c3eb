//! The blocks of a document as elements of a page: sections with headings, lists, tables with heads, drawings.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use ahash::AHashMap;

use super::super::compose::{Figures, Further};
use super::super::document::{
    Block, Column, Document, Drawn, Entry, Figure, Grid, Heading, Kind, Paragraph, Picture, Rank, Row, Side, Style,
    Tabled, Text,
};
use super::super::material::{Material, Shown};
use super::ids::{Given, anchor};
use super::inline::{Targets, inline};
use crate::analysis::evidence::{Resting, resting_on_each};
use crate::analysis::trade::sentence;
use crate::briefing::{Key, Message};
use crate::drawing::Part as Named;
use crate::drawing::marks::Mark;
use crate::export::picture::inline::{NARROW, Room, WIDE, chart, map};
use crate::export::picture::svg::escaped;
use crate::message;

/// As many columns a table may have and still be read on a telephone without being moved.
const FEW_COLUMNS: usize = 3;

/// A page that is being written.
pub struct Page<'a> {
    material: &'a Material<'a>,
    further: &'a Further<'a>,
    targets: Targets,
    /// The first row of each entry.
    rows: AHashMap<&'a Entry, &'a Row>,
    resting: BTreeMap<&'a Key, Resting<'a>>,
    given: Given,
    marks: Vec<Mark>,
    html: String,
    /// The part that is open.
    in_part: Part,
    /// What the heading above says: it names the table under it.
    heading: String,
    /// The series whose chart was drawn last, as long as nothing was said of it.
    drawn: Option<usize>,
    /// What can be pointed at on each chart, by its identifier.
    named: Vec<(String, Vec<Named>)>,
    /// What only a script brings.
    others: String,
}

/// What was written of a page.
pub struct Written {
    /// The elements.
    pub html: String,
    /// The marks that stand in it.
    pub marks: Vec<Mark>,
    /// What can be pointed at on each of its charts.
    pub named: Vec<(String, Vec<Named>)>,
    /// The elements that only a script brings: other states, other figures.
    pub others: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    None,
    /// The first, whose heading is that of the whole.
    Summary,
    Further,
}

fn rows_of_entries(document: &Document) -> AHashMap<&Entry, &Row> {
    let grids =
        document.blocks.iter().filter_map(|block| if let Block::Grid(grid) = block { Some(grid) } else { None });
    let mut rows = AHashMap::new();
    for row in grids.flat_map(|grid| &grid.rows) {
        if let Some(entry) = &row.entry {
            rows.entry(entry).or_insert(row);
        }
    }
    rows
}

impl<'a> Page<'a> {
    /// An empty one.
    pub fn new(document: &'a Document, material: &'a Material<'a>, further: &'a Further<'a>) -> Self {
        Self {
            material,
            further,
            targets: targets(document),
            rows: rows_of_entries(document),
            resting: resting_on_each(material.briefing),
            given: Given::default(),
            marks: Vec::new(),
            html: String::new(),
            in_part: Part::None,
            heading: String::new(),
            drawn: None,
            named: Vec::new(),
            others: String::new(),
        }
    }

    /// What was written.
    pub fn finish(mut self) -> Written {
        self.close();
        Written { html: self.html, marks: self.marks, named: self.named, others: self.others }
    }

    fn say(&self, message: &Message) -> String {
        escaped(&self.material.words.say(message))
    }

    fn inline(&mut self, said: &Text) -> String {
        inline(said, &self.targets, &mut self.marks)
    }

    fn close(&mut self) {
        if self.in_part != Part::None {
            self.html.push_str("</section>\n");
        }
    }

    fn open(&mut self, part: Part, id: &str) {
        self.close();
        self.in_part = part;
        let _ = writeln!(self.html, "<section{} aria-labelledby=\"{id}-title\">", self.given.id(id));
    }

    /// Writes a block.
    pub fn block(&mut self, block: &Block) {
        if self.in_part == Part::None {
            self.open(Part::Summary, "summary");
        }
        match block {
            Block::Heading(heading) => self.heading(heading),
            Block::Paragraph(Paragraph { style, text }) => {
                let (class, direction, said) = (class_of(*style), direction(text), self.inline(text));
                // What is said under a chart is said of it.
                let of = self.drawn.take().filter(|_| *style == Style::Body);
                let of = of.map(|number| format!(" data-said=\"{number}\"")).unwrap_or_default();
                let _ = writeln!(self.html, "<p class=\"{class}\"{of}{direction}>{said}</p>");
            }
            Block::Figures(figures) => self.figures(figures),
            Block::Grid(grid) if grid.kind == Kind::List => self.list(grid),
            Block::Grid(grid) => self.table(grid),
            Block::Picture(picture) => self.picture(picture),
        }
    }

    fn heading(&mut self, heading: &Heading) {
        let Heading { rank, text: said, beside, key } = heading;
        let said = escaped(said);
        let (level, id) = match (rank, self.in_part) {
            (Rank::Headline, _) => (1, self.given.id("summary-title")),
            (Rank::Part, _) => {
                let key = key.as_deref().unwrap_or("part");
                self.open(Part::Further, key);
                (2, self.given.id(&format!("{key}-title")))
            }
            (Rank::Section, Part::Further) => (3, String::new()),
            (Rank::Section, _) => (2, String::new()),
        };
        let _ = writeln!(self.html, "<h{level}{id}>{said}</h{level}>");
        if !beside.trim().is_empty() {
            let _ = writeln!(self.html, "<p class=\"beside\">{}</p>", escaped(beside));
        }
        self.heading = said;
    }

    fn figures(&mut self, figures: &[Figure]) {
        self.html.push_str("<dl class=\"figures\">");
        for figure in figures {
            let below = self.inline(&figure.below);
            let _ = write!(
                self.html,
                "<div><dt>{}</dt><dd><strong>{}</strong> {}<span class=\"below\">{below}</span></dd></div>",
                escaped(&figure.label),
                escaped(&figure.value),
                escaped(&figure.unit)
            );
        }
        self.html.push_str("</dl>\n");
    }

    /// A list, whose items have numbers where each is that of the one before it and one more.
    fn list(&mut self, grid: &Grid) {
        let number = |row: &Row| row.cells.first().map(Text::words).and_then(|words| words.parse::<usize>().ok());
        let is_counted =
            !grid.rows.is_empty() && grid.rows.iter().enumerate().all(|(index, row)| number(row) == Some(index + 1));
        let (list, class) = if is_counted { ("ol", "counted") } else { ("ul", "named") };
        let _ = writeln!(self.html, "<{list} class=\"{class}\">");
        for row in self.material.wanted(&grid.rows) {
            let id = row.entry.as_ref().map(|entry| self.given.id(&anchor(entry))).unwrap_or_default();
            let _ = write!(self.html, "<li{id}>");
            for (index, cell) in row.cells.iter().enumerate() {
                let is_marker = index == 0 && (is_counted || cell.words() == "–");
                if is_marker || cell.spans.is_empty() {
                    continue;
                }
                let class = if index == 0 { "name" } else { "cell" };
                let (direction, said) = (direction(cell), self.inline(cell));
                let _ = write!(self.html, "<div class=\"{class}\"{direction}>{said}</div>");
            }
            self.after(row);
            self.html.push_str("</li>\n");
        }
        let _ = writeln!(self.html, "</{list}>");
    }

    fn table(&mut self, grid: &Grid) {
        self.grid(grid);
        let page = std::mem::replace(&mut self.html, std::mem::take(&mut self.others));
        match grid.of {
            Some(Tabled::Roster(number)) => self.other_states(number, &grid.columns),
            Some(Tabled::Series(number)) => self.other_figures(number),
            None => {}
        }
        self.others = std::mem::replace(&mut self.html, page);
    }

    fn grid(&mut self, grid: &Grid) {
        let wide = if grid.columns.len() > FEW_COLUMNS { " many" } else { "" };
        let of = match grid.of {
            Some(Tabled::Roster(number)) => format!(" data-roster=\"{number}\""),
            Some(Tabled::Series(number)) => format!(" data-series=\"{number}\""),
            None => String::new(),
        };
        // What is wider than the page is moved in its own room, by the keyboard as well.
        let _ = writeln!(
            self.html,
            "<div class=\"room{wide}\" role=\"region\" aria-label=\"{heading}\" tabindex=\"0\"><table{of}>\n<caption \
             class=\"unseen\">{heading}</caption>\n<thead><tr>",
            heading = self.heading
        );
        for column in &grid.columns {
            let key = column.key.as_ref().map(|key| format!(" data-key=\"{}\"", escaped(key))).unwrap_or_default();
            let (side, title) = (side(column.side), escaped(&column.title));
            let _ = write!(self.html, "<th scope=\"col\"{side}{key}>{title}</th>");
        }
        self.html.push_str("</tr></thead>\n<tbody>\n");
        let entries = match grid.of {
            Some(Tabled::Roster(number)) => self.further.states.get(number).and_then(Option::as_ref),
            _ => None,
        };
        for (place, row) in self.material.wanted(&grid.rows).enumerate() {
            let id = row.entry.as_ref().map(|entry| self.given.id(&anchor(entry))).unwrap_or_default();
            let entry = entries.and_then(|states| *states.shown.get(place)?);
            let entry = entry.map(|entry| format!(" data-row=\"{entry}\"")).unwrap_or_default();
            self.row(row, &grid.columns, &format!("{id}{entry}"));
        }
        self.html.push_str("</tbody></table></div>\n");
    }

    fn row(&mut self, row: &Row, columns: &[Column], attributes: &str) {
        let _ = write!(self.html, "<tr{attributes}>");
        let last = row.cells.len().saturating_sub(1);
        for (index, (cell, column)) in row.cells.iter().zip(columns).enumerate() {
            let tag = if index == 0 { "th scope=\"row\"" } else { "td" };
            let language = column.language.as_ref();
            let language = language.map_or_else(String::new, |own| format!(" lang=\"{}\"", escaped(own)));
            let (side, direction, said) = (side(column.side), direction(cell), self.inline(cell));
            let _ = write!(self.html, "<{tag}{side}{language}{direction}>{said}");
            if index == last {
                self.after(row);
            }
            let _ = write!(self.html, "</{}>", if index == 0 { "th" } else { "td" });
        }
        self.html.push_str("</tr>\n");
    }

    /// The states of other days and as printed, which a script brings.
    fn other_states(&mut self, number: usize, columns: &[Column]) {
        let Some(states) = self.further.states.get(number).and_then(Option::as_ref) else { return };
        // Only what stands in the table has a column in it.
        let stands = |column: &Column| columns.iter().any(|shown| shown.key == column.key);
        let kept: Vec<bool> = states.columns.iter().map(stands).collect();
        let _ = writeln!(self.html, "<template data-roster=\"{number}\">");
        for (entry, row) in states.rows.iter().enumerate() {
            let Some(row) = row else { continue };
            let cells = row.cells.iter().zip(&kept).filter(|(_, kept)| **kept);
            let row = Row { cells: cells.map(|(cell, _)| cell.clone()).collect(), ..row.clone() };
            let anchor = row.entry.as_ref().map(anchor).unwrap_or_default();
            self.row(&row, columns, &format!(" data-row=\"{entry}\" data-entry=\"{anchor}\""));
        }
        self.html.push_str("</template>\n");
    }

    /// The other views of a series, which a script brings.
    fn other_figures(&mut self, number: usize) {
        let further = self.further;
        for Figures { shown, measure, layer, grid } in further.figures.get(number).into_iter().flatten() {
            let Some(grid) = grid else { continue };
            let (measure, layer) = (measure.key, layer.key());
            let _ = writeln!(
                self.html,
                "<template data-series=\"{number}\" data-measure=\"{measure}\" data-layer=\"{layer}\">"
            );
            let drawn = self.charts(shown, &format!("chart-{number}-{measure}-{layer}"));
            let said = self.say(&sentence(self.material.briefing, shown.series, &shown.view));
            let _ = writeln!(self.html, "<figure>{drawn}</figure>\n<p>{said}</p>");
            let rows = grid.rows.iter().map(|row| (row.entry.as_ref().map(anchor).unwrap_or_default(), row));
            let rows: Vec<(String, Row)> =
                rows.map(|(anchor, row)| (anchor, Row { entry: None, ..row.clone() })).collect();
            self.html.push_str("<table><thead><tr>");
            for column in &grid.columns {
                let _ = write!(self.html, "<th scope=\"col\"{}>{}</th>", side(column.side), escaped(&column.title));
            }
            self.html.push_str("</tr></thead><tbody>\n");
            for (anchor, row) in &rows {
                self.row(row, &grid.columns, &format!(" data-entry=\"{anchor}\""));
            }
            self.html.push_str("</tbody></table></template>\n");
        }
    }

    /// What a row tells besides: the evidence of a claim that has its entry elsewhere, and what rests on a source.
    fn after(&mut self, row: &Row) {
        if let Some(more) = &row.more {
            self.evidence(more);
        }
        if let Some(Entry::Source(key)) = &row.entry {
            self.rests_on(&key.clone());
        }
    }

    /// The entry of something, folded up under what is said of it elsewhere.
    fn evidence(&mut self, entry: &Entry) {
        let Some(row) = self.rows.get(entry).copied() else { return };
        let cells: Vec<String> = row.cells.iter().map(|cell| format!("<p>{}</p>", self.inline(cell))).collect();
        let _ = write!(
            self.html,
            "<details><summary>{}</summary>{}<p><a href=\"#{}\">{}</a></p></details>",
            self.say(&message!(page::evidence)),
            cells.concat(),
            anchor(entry),
            self.say(&message!(page::to_entry))
        );
    }

    /// The claims and states that rest on a source.
    fn rests_on(&mut self, source: &Key) {
        let Some(resting) = self.resting.get(source) else { return };
        let briefing = self.material.briefing;
        let claims = resting.claims.iter().filter_map(|number| briefing.claims.claims.get(*number));
        let claims = claims.filter(|claim| self.targets.claims.contains(claim.id.as_str()));
        let mut links: Vec<String> =
            claims.map(|claim| format!("<a href=\"#claim-{}\">{}</a>", claim.id, escaped(&claim.statement))).collect();
        let states = resting.states.iter();
        let states: Vec<String> = states.map(|state| escaped(briefing.name(&state.names))).collect();
        if !states.is_empty() {
            links.push(states.join(", "));
        }
        let figures: Vec<String> =
            resting.figures.iter().map(|(_, period)| escaped(&self.material.words.period(*period))).collect();
        if !figures.is_empty() {
            let said = message!(page::figures, count = figures.len());
            links.push(format!("{} {}", self.say(&said), figures.join(", ")));
        }
        if links.is_empty() {
            return;
        }
        let items = links.join("</li><li>");
        let said = self.say(&message!(page::rests_on));
        let _ = write!(self.html, "<details><summary>{said}</summary><ul><li>{items}</li></ul></details>");
    }

    fn picture(&mut self, picture: &Picture) {
        let Material { words, rosters, trades, .. } = self.material;
        let (drawn, of) = match picture.subject {
            Drawn::Map(number) => {
                let Some(listed) = rosters.get(number) else { return };
                let map = |room: Room| {
                    let id = format!("map-{number}-{}", room.class);
                    map(listed.members, &listed.marks, (&id, room), &picture.alt, words)
                };
                ([WIDE, NARROW].map(map).join("\n"), format!(" data-map=\"{number}\""))
            }
            Drawn::Chart(number) => {
                let Some(shown) = trades.get(number).filter(|shown| !shown.view.columns.is_empty()) else { return };
                self.drawn = Some(number);
                (self.charts(shown, &format!("chart-{number}")), format!(" data-series=\"{number}\""))
            }
        };
        let _ = writeln!(self.html, "<figure{of}>{drawn}</figure>");
    }

    /// The chart of a view as wide as a page and as a telephone. What can be pointed at on it is remembered.
    fn charts(&mut self, shown: &Shown<'_>, id: &str) -> String {
        let Material { briefing, words, .. } = self.material;
        let of = (*briefing, shown.series, &shown.figures, &shown.view);
        let drawn = [WIDE, NARROW].map(|room| {
            let id = format!("{id}-{}", room.class);
            let (svg, named) = chart(of, (&id, room), words);
            self.named.push((id, named));
            svg
        });
        drawn.join("\n")
    }
}

const fn side(side: Side) -> &'static str {
    match side {
        Side::Start => "",
        Side::End => " class=\"end\"",
    }
}

/// What links can lead to: the sources by their numbers, the sentences and the claims.
fn targets(document: &Document) -> Targets {
    let mut targets = Targets::default();
    let rows = document.blocks.iter().filter_map(|block| match block {
        Block::Grid(grid) => Some(&grid.rows),
        _ => None,
    });
    for row in rows.flatten() {
        match (&row.entry, row.source) {
            (Some(entry @ Entry::Source(_)), Some(number)) => {
                targets.sources.entry(number).or_insert_with(|| entry.clone());
            }
            (Some(Entry::Sentence(at)), _) => {
                targets.sentences.insert(*at);
            }
            (Some(Entry::Claim(key)), _) => {
                targets.claims.insert(key.to_string());
            }
            _ => {}
        }
    }
    targets
}

/// The direction of a text that may run from right to left is found by its letters.
const fn direction(text: &Text) -> &'static str {
    if text.turns { " dir=\"auto\"" } else { "" }
}

const fn class_of(style: Style) -> &'static str {
    match style {
        Style::Lead => "lead",
        Style::Body => "body",
        Style::Caption => "caption",
    }
}
