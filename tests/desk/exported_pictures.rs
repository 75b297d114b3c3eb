//! The chart and the map as files: what a reader's report gets, from the view and without a display.

use std::process::{Command, Output};

use briefing_desk::analysis::facets::Facet;
use briefing_desk::analysis::roster::{Edition, RosterQuery};
use briefing_desk::analysis::trade::{ChartKind, Figures, Layer, Measure, TradeQuery, view};
use briefing_desk::briefing::{Briefing, Period, PeriodKind, Position};
use briefing_desk::export::format;
use briefing_desk::export::job::Job;
use briefing_desk::export::order::{self, Order};
use briefing_desk::export::picture::{ChartLook, Density, Look, Picture, Theme};
use briefing_desk::export::query::Query;
use briefing_desk::export::settings::{Notes, Settings};
use briefing_desk::export::starter;
use briefing_desk::export::subject::{self, Subject};
use briefing_desk::words::Words;
use jiff::civil::date;
use resvg::usvg::roxmltree::{Document, Node};

use crate::harness::{bundled, made};
use crate::outline::outline;
use crate::stored::Stored;

const SVG: &str = "http://www.w3.org/2000/svg";

/// A subject with what is asked of it.
type Asked = (&'static Subject, Query);

fn order((subject, query): Asked, look: Look) -> Order {
    let settings = Settings { query, look, made: made(), notes: Notes::default(), byte_order_mark: false };
    Order { subject, format: &format::SVG, settings }
}

fn drawn(briefing: &Briefing, asked: Asked, look: Look) -> Picture {
    order::draw(briefing, &order(asked, look), &Words::english(), &Job::default()).expect("a picture")
}

fn trade(measure: Measure, layer: Layer) -> Asked {
    of_trade(TradeQuery { measure, layer, ..TradeQuery::default() })
}

fn of_trade(trade: TradeQuery) -> Asked {
    (&subject::TRADE, Query { trade, ..Query::of(&bundled()) })
}

fn of_roster(roster: RosterQuery) -> Asked {
    (&subject::ROSTER, Query { roster, ..Query::of(&bundled()) })
}

fn roster(change: impl FnOnce(&mut RosterQuery)) -> Asked {
    let mut query = RosterQuery::on(date(2025, 7, 14));
    change(&mut query);
    of_roster(query)
}

fn measure(key: &str) -> Measure {
    Measure::of_key(key).expect("there is such a measure")
}

fn look(theme: Theme, kind: ChartKind) -> Look {
    Look { theme, chart: ChartLook { kind, ..ChartLook::default() }, ..Look::default() }
}

/// Every text of a picture, in the order it is drawn.
fn texts(picture: &Picture) -> Vec<String> {
    let document = Document::parse(&picture.svg).expect("well-formed XML");
    let is_text = |node: &Node<'_, '_>| node.has_tag_name((SVG, "text"));
    document.descendants().filter(is_text).filter_map(|node| node.text().map(str::to_owned)).collect()
}

/// Compares a picture with the pixels that are stored of it.
fn seen(stored: &mut Stored, name: &str, picture: &Picture) {
    let pixels = picture.pixels(Density::One).expect("pixels");
    let image = image::RgbaImage::from_raw(pixels.width, pixels.height, pixels.rgba).expect("as many as it says");
    stored.image(&image, &format!("export-{name}"));
}

/// Compares a picture with the shapes and texts that are stored of it.
fn drawn_as(stored: &mut Stored, name: &str, picture: &Picture) {
    stored.text(&outline(&picture.svg), &format!("export-{name}"));
}

#[test]
fn every_measure_and_every_kind_of_chart() {
    let briefing = bundled();
    let mut stored = Stored::new();
    for measure in Measure::all() {
        let name = measure.key;
        let picture = drawn(&briefing, trade(measure, Layer::All), Look::default());
        drawn_as(&mut stored, &format!("chart-{name}"), &picture);
        let picture = drawn(&briefing, trade(measure, Layer::All), look(Theme::Print, ChartKind::Lines));
        drawn_as(&mut stored, &format!("chart-{name}-lines"), &picture);
        let picture = drawn(&briefing, trade(measure, Layer::Document), Look::default());
        drawn_as(&mut stored, &format!("chart-{name}-article"), &picture);
    }
    let picture = drawn(&briefing, trade(measure("direction"), Layer::All), look(Theme::Light, ChartKind::Stacked));
    drawn_as(&mut stored, "chart-stacked", &picture);
    let bare = Look { chart: ChartLook { annotated: false, ..ChartLook::default() }, ..Look::default() };
    drawn_as(&mut stored, "chart-bare", &drawn(&briefing, trade(measure("total"), Layer::All), bare));
}

/// A chart in each theme, of another kind each time.
#[test]
fn charts_in_every_theme() {
    let briefing = bundled();
    let mut stored = Stored::new();
    for (theme, measure, kind, name) in [
        (Theme::Light, measure("total"), ChartKind::Bars, "total-light"),
        (Theme::Dark, measure("growth"), ChartKind::Lines, "growth-lines-dark"),
        (Theme::Print, measure("direction"), ChartKind::Stacked, "stacked-print"),
    ] {
        let picture = drawn(&briefing, trade(measure, Layer::All), look(theme, kind));
        seen(&mut stored, &format!("chart-{name}"), &picture);
    }
}

#[test]
fn the_map_on_several_days_and_in_every_theme() {
    let briefing = bundled();
    let mut stored = Stored::new();
    for theme in Theme::ALL {
        let picture = drawn(&briefing, roster(|_| ()), look(theme, ChartKind::Bars));
        seen(&mut stored, &format!("map-{}", theme.slug()), &picture);
    }
    let maps: [(&str, Asked); 5] = [
        ("as-of", roster(|_| ())),
        ("2001", roster(|query| query.as_of = date(2001, 6, 15))),
        ("beyond", roster(|query| query.as_of = date(2026, 1, 1))),
        ("printed", roster(|query| query.edition = Edition::Printed)),
        ("observers", roster(|query| query.choice.toggle(Facet::Status, "observer"))),
    ];
    for (name, subject) in maps {
        drawn_as(&mut stored, &format!("map-{name}"), &drawn(&briefing, subject, Look::default()));
    }
}

#[test]
fn another_briefing_with_another_currency_and_another_corner_of_the_world() {
    let folder = tempfile::tempdir().expect("a folder");
    starter::write(folder.path()).expect("the starter is written");
    let mut briefing = Briefing::open(folder.path()).expect("the starter opens");
    briefing.digest = bundled().digest;
    let mut stored = Stored::new();
    drawn_as(&mut stored, "starter-chart", &drawn(&briefing, trade(measure("total"), Layer::All), Look::default()));
    let on = briefing.manifest.as_of.first_day();
    seen(&mut stored, "starter-map", &drawn(&briefing, of_roster(RosterQuery::on(on)), Look::default()));
}

#[test]
fn long_names_and_names_in_chinese_and_cyrillic() {
    let mut briefing = bundled();
    briefing.manifest.languages = ["zh", "ru", "en"].map(str::to_owned).to_vec();
    briefing.trades[0].subject = "The exchange of every kind of good and service between two neighbours ".repeat(200);
    let series = &mut briefing.trades[0].series[0];
    for flow in &mut series.flows {
        flow.name = format!("{} from one side of the border to the other", flow.name).repeat(200);
    }
    series.reporter = "Администрация таможен, 中国, ".repeat(300);
    series.unit.sign = "US dollars of 2015, deflated ".repeat(100);
    briefing.document.as_mut().expect("a document").called = "memorandum ".repeat(500);
    let mut stored = Stored::new();
    seen(&mut stored, "long-chart", &drawn(&briefing, trade(measure("direction"), Layer::All), Look::default()));
    seen(&mut stored, "chinese-map", &drawn(&briefing, roster(|_| ()), Look::default()));
}

#[test]
fn every_figure_that_is_drawn_stands_in_the_picture_as_text() {
    let briefing = bundled();
    let series = &briefing.trades[0].series[0];
    let figures = Figures::new(&briefing, series);
    for (measure, layer) in Measure::all().flat_map(|measure| Layer::ALL.map(|layer| (measure, layer))) {
        let query = TradeQuery { measure, layer, ..TradeQuery::default() };
        let view = view(series, &figures, &query);
        let texts = texts(&drawn(&briefing, of_trade(query), Look::default()));
        for year in &view.columns {
            assert!(texts.contains(&year.to_string()), "{measure:?} {layer:?}: {year} is missing in {texts:?}");
        }
        let known = view.drawn()[0].points.iter().flatten();
        for point in known.filter(|_| measure.key == "total") {
            let whole = point.value.trunc().to_string();
            assert!(texts.iter().any(|text| text.starts_with(&whole)), "{layer:?}: {whole} is missing in {texts:?}");
        }
        let missing = texts.iter().filter(|text| matches!(text.as_str(), "not" | "not in" | "only part")).count();
        let bare = (0..view.columns.len()).filter(|column| {
            view.drawn().iter().all(|line| line.point(*column).is_none() && line.part_for(*column).is_none())
        });
        assert_eq!(missing, bare.count(), "{measure:?} {layer:?}: each gap says that it is one");
    }
}

#[test]
fn a_picture_says_what_it_is_and_where_it_comes_from() {
    let briefing = bundled();
    for subject in [trade(measure("balance"), Layer::All), roster(|_| ())] {
        let picture = drawn(&briefing, subject, Look::default());
        let document = Document::parse(&picture.svg).expect("well-formed XML");
        let root = document.root_element();
        assert_eq!(root.attribute("role"), Some("img"));
        let of = |tag: &str| {
            let node = document.descendants().find(|node| node.has_tag_name((SVG, tag))).expect("it is there");
            (node.attribute("id").unwrap_or_default().to_owned(), node.text().unwrap_or_default().to_owned())
        };
        let (title, description) = (of("title"), of("desc"));
        assert_eq!((title.1.as_str(), description.1.as_str()), (picture.title.as_str(), picture.alt.as_str()));
        assert_eq!(root.attribute("aria-labelledby"), Some(format!("{} {}", title.0, description.0).as_str()));
        let digest = briefing.digest.as_str();
        assert!(of("metadata").1.contains(&format!("briefing sha256: {digest}")));
        let texts = texts(&picture).join(" ");
        for part in [digest, "Sources: the article", &picture.title, "2025-07-14T00:00:00Z", &briefing.manifest.name] {
            assert!(texts.contains(part), "{part} is missing in {texts}");
        }
        assert!(!texts.contains('-') || !texts.contains(" -1"), "minus is U+2212");
    }
}

#[test]
fn a_png_carries_the_same_words_and_is_as_fine_as_asked() {
    let briefing = bundled();
    let picture = drawn(&briefing, roster(|_| ()), Look::default());
    for density in Density::ALL {
        let file = picture.png(density).expect("a PNG");
        let reader = png::Decoder::new(std::io::Cursor::new(&file)).read_info().expect("a PNG file");
        let info = reader.info();
        let wanted = [picture.width, picture.height].map(|side| side as u32 * u32::from(density.pixels()));
        assert_eq!([info.width, info.height], wanted);
        let said: Vec<(String, String)> =
            info.utf8_text.iter().map(|chunk| (chunk.keyword.clone(), chunk.get_text().expect("UTF-8"))).collect();
        assert_eq!(said[0], ("Title".to_owned(), picture.title.clone()));
        assert_eq!(said[1], ("Description".to_owned(), picture.alt.clone()));
        assert!(said[2].1.contains("as of: 2025-07-14"), "{said:?}");
        assert_eq!(said[3], ("Briefing SHA-256".to_owned(), briefing.digest.as_str().to_owned()));
    }
}

#[test]
fn the_same_order_gives_the_same_bytes() {
    for (subject, format) in [
        (trade(measure("direction"), Layer::All), &format::SVG),
        (trade(measure("growth"), Layer::All), &format::PNG),
        (roster(|_| ()), &format::SVG),
        (roster(|query| query.edition = Edition::Printed), &format::PNG),
    ] {
        let order = Order { format, ..order(subject, look(Theme::Dark, ChartKind::Lines)) };
        let made = || order::make(&bundled(), &[], &order, &Words::english(), &Job::default()).expect("a file");
        assert!(made() == made(), "{order:?}");
    }
}

#[test]
fn hostile_names_stay_text_and_within_the_picture() {
    let hostile =
        "</text><script href=\"x\">alert('&')</script><image href='file:///etc/passwd'/>\u{202e}\u{0}\u{ffff}";
    let mut briefing = bundled();
    briefing.manifest.name = hostile.to_owned();
    briefing.manifest.languages.insert(0, "\"><x".to_owned());
    briefing.trades[0].subject = hostile.to_owned();
    briefing.document.as_mut().expect("a document").called = hostile.to_owned();
    for milestone in &mut briefing.trades[0].milestones {
        milestone.label = hostile.repeat(100);
    }
    for claim in &mut briefing.claims.claims {
        claim.statement = hostile.repeat(100);
    }
    for source in &mut briefing.sources.sources {
        source.publisher = hostile.repeat(10);
    }
    let series = &mut briefing.trades[0].series[0];
    series.reporter = hostile.to_owned();
    series.unit.sign = hostile.to_owned();
    for flow in &mut series.flows {
        flow.name = hostile.to_owned();
    }
    for status in &mut briefing.rosters[0].statuses {
        status.plural = hostile.to_owned();
    }
    for measure in Measure::all() {
        check(&drawn(&briefing, trade(measure, Layer::All), Look::default()));
        check(&drawn(&briefing, trade(measure, Layer::Document), look(Theme::Print, ChartKind::Lines)));
    }
    check(&drawn(&briefing, roster(|query| query.search = hostile.to_owned()), Look::default()));
    check(&drawn(&briefing, roster(|_| ()), Look::default()));
}

/// A picture is well formed, has only elements that we draw with, a size that fits a page, and can be made pixels of.
fn check(picture: &Picture) {
    const ELEMENTS: [&str; 16] = [
        "svg", "title", "desc", "metadata", "defs", "pattern", "clipPath", "g", "rect", "line", "polyline", "polygon",
        "circle", "path", "text", "tspan",
    ];
    let document = Document::parse(&picture.svg).expect("well-formed XML");
    for node in document.descendants().filter(Node::is_element) {
        assert!(ELEMENTS.contains(&node.tag_name().name()), "{:?}", node.tag_name());
        assert!(!node.has_attribute("href") && node.attributes().all(|attribute| !attribute.name().starts_with("on")));
    }
    assert!(picture.height < 2000.0, "{} points high", picture.height);
    let pixels = picture.pixels(Density::One).expect("pixels");
    assert!(pixels.rgba.chunks_exact(4).all(|pixel| pixel[3] == u8::MAX), "nothing shines through");
}

#[test]
fn thousands_of_days_and_years_make_a_picture_of_bounded_size() {
    let mut briefing = bundled();
    let series = &mut briefing.trades[0].series[0];
    let first = series.observations[0].clone();
    let mut day = date(1990, 1, 1);
    for number in 0..12_000_i64 {
        let mut observation = first.clone();
        observation.period = Period::of_day(day);
        observation.value = rust_decimal::Decimal::from(100 + number % 61 + number / 200);
        series.observations.push(observation);
        day = day.tomorrow().expect("a day");
    }
    for year in 100..2000 {
        let mut observation = first.clone();
        observation.period = Period::of_year(year);
        observation.value = rust_decimal::Decimal::from(year % 37);
        series.observations.push(observation);
    }
    let daily = briefing.sources.sources.last().expect("a source").id.clone();
    for observation in &mut briefing.trades[0].series[0].observations {
        if observation.period.kind() == PeriodKind::Day {
            observation.citations[0].source = daily.clone();
        }
    }
    for (kind, named) in [(PeriodKind::Year, "1900"), (PeriodKind::Day, "2020")] {
        let query = TradeQuery { kind: Some(kind), ..TradeQuery::default() };
        let picture = drawn(&briefing, of_trade(query), Look::default());
        let cited = picture.provenance.iter().any(|line| line.starts_with(&format!("source {daily}:")));
        assert_eq!(cited, kind == PeriodKind::Day, "the days are cited where they are drawn");
        assert!(picture.svg.len() < 300_000, "{} bytes", picture.svg.len());
        check(&picture);
        let said = texts(&picture);
        assert!(said.iter().any(|text| text == named), "{named} is not on the axis: {said:?}");
        if kind == PeriodKind::Year {
            seen(&mut Stored::new(), "chart-long", &picture);
        }
    }
}

#[test]
fn thousands_of_states_make_a_picture_of_bounded_size() {
    let mut briefing = bundled();
    let (states, spells) = (briefing.rosters[0].states.clone(), briefing.rosters[0].spells.clone());
    for copy in 0..400_u16 {
        let renamed = |key: &str| format!("{key}-{copy}").try_into().expect("a key");
        let (east, north) = (f64::from(copy % 20) * 1.7, f64::from(copy / 20) * 0.9);
        briefing.rosters[0].states.extend(states.iter().cloned().map(|mut state| {
            state.id = renamed(state.id.as_str());
            let Position { latitude, longitude } = state.position;
            state.position = Position {
                latitude: (latitude - 9.0 + north).clamp(-80.0, 80.0),
                longitude: (longitude - 17.0 + east).clamp(-179.0, 179.0),
            };
            state
        }));
        briefing.rosters[0].spells.extend(spells.iter().cloned().map(|mut spell| {
            spell.state = renamed(spell.state.as_str());
            spell
        }));
    }
    let picture = drawn(&briefing, roster(|_| ()), Look::default());
    assert!(picture.svg.len() < 600_000, "{} bytes", picture.svg.len());
    check(&picture);
    assert!(picture.alt.contains("members"), "{}", picture.alt);
    seen(&mut Stored::new(), "map-many", &picture);
}

#[test]
fn a_briefing_without_figures_says_so() {
    let mut briefing = bundled();
    briefing.trades.iter_mut().flat_map(|trade| &mut trade.series).for_each(|series| series.observations.clear());
    for measure in Measure::all() {
        let refused = order::draw(
            &briefing,
            &order(trade(measure, Layer::All), Look::default()),
            &Words::english(),
            &Job::default(),
        );
        let why = Words::english().say(&refused.expect_err("there is nothing to draw").message());
        assert!(why.contains("no series of trade"), "{why}");
    }
    let mut briefing = bundled();
    briefing.trades[0].series[0].observations[0].value = rust_decimal::Decimal::MIN;
    briefing.trades[0].series[0].observations[1].value = rust_decimal::Decimal::MAX;
    for measure in Measure::all() {
        check(&drawn(&briefing, trade(measure, Layer::All), Look::default()));
    }
}

fn export(arguments: &[&str]) -> Output {
    let program = Command::new(env!("CARGO_BIN_EXE_briefing-desk"))
        .arg("export")
        .args(arguments)
        .env("SOURCE_DATE_EPOCH", "1752451200")
        // A picture needs no display.
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output();
    program.expect("the program runs")
}

#[test]
fn the_command_line_draws_what_the_library_draws() {
    let read = Briefing::bundled().expect("the bundled briefing loads");
    let file =
        export(&["--what", "trade", "--format", "svg", "--measure", "balance", "--theme", "dark", "--chart", "lines"]);
    let wanted = drawn(&read, trade(measure("balance"), Layer::All), look(Theme::Dark, ChartKind::Lines));
    assert!(file.status.success(), "{}", String::from_utf8_lossy(&file.stderr));
    assert_eq!(String::from_utf8(file.stdout).expect("UTF-8"), wanted.svg);

    let file = export(&["--what", "roster", "--format", "png", "--scale", "2", "--theme", "print"]);
    let wanted = drawn(&read, roster(|_| ()), look(Theme::Print, ChartKind::Bars));
    assert!(file.stdout == wanted.png(Density::Two).expect("a PNG"));
}

#[test]
fn an_option_of_pictures_is_refused_elsewhere() {
    for (arguments, option) in [
        (&["--what", "trade", "--format", "csv", "--theme", "dark"][..], "--theme"),
        (&["--what", "roster", "--format", "svg", "--scale", "2"], "--scale"),
        (&["--what", "roster", "--format", "svg", "--chart", "lines"], "--chart"),
        (&["--what", "claims", "--format", "png", "--bare"], "--bare"),
    ] {
        let said = export(arguments);
        assert_eq!(said.status.code(), Some(2));
        let message = String::from_utf8_lossy(&said.stderr).into_owned();
        assert!(message.contains(option) && said.stdout.is_empty(), "{message}");
    }
    assert_eq!(export(&["--what", "claims", "--format", "png"]).status.code(), Some(2), "claims have no picture");
    assert_eq!(export(&["--what", "trade", "--format", "png", "--scale", "4"]).status.code(), Some(2));
}
