use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::super::content::{LeftKind, LeftOut};
use super::super::{Content, Reading, of_bytes};
use crate::briefing::progress::Progress;

/// A document of a body, of the styles beside it and of other parts.
fn of(body: &str, styles: &str, parts: &[(&str, &str)]) -> Content {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let body = format!("<document><body>{body}</body></document>");
    let styles = format!("<styles>{styles}</styles>");
    let own = [("word/document.xml", body.as_str()), ("word/styles.xml", styles.as_str())];
    for (name, text) in own.iter().chain(parts) {
        archive.start_file(*name, SimpleFileOptions::default()).expect("a part");
        archive.write_all(text.as_bytes()).expect("it is written");
    }
    let bytes = archive.finish().expect("an archive").into_inner();
    of_bytes("a.docx", &bytes, &Reading::default(), &Progress::default()).expect("it is read")
}

fn run(looks: &str, text: &str) -> String {
    format!("<r><rPr>{looks}</rPr><t>{text}</t></r>")
}

fn p(text: &str) -> String {
    format!("<p>{}</p>", run("", text))
}

fn texts(content: &Content) -> Vec<&str> {
    content.blocks.iter().map(|block| block.text.as_str()).collect()
}

fn left(content: &Content) -> Vec<(LeftKind, usize)> {
    content.left.iter().map(|LeftOut { kind, count, .. }| (*kind, *count)).collect()
}

#[test]
fn what_is_struck_out_or_hidden_is_not_fused_with_what_stands_for_it() {
    let gone = r#"<style styleId="Gone"><name val="Gone"/><rPr><strike/></rPr></style>"#;
    let body = format!(
        "<p>{}{}{}{}{}{}{}</p>",
        run("", "From "),
        run("<strike/>", "5"),
        run("<dstrike/>", "7"),
        run(r#"<strike val="0"/>"#, "6 May it costs "),
        run(r#"<rStyle val="Gone"/>"#, "30"),
        run("", "40 euros."),
        run("<vanish/>", " At most 50."),
    );
    let content = of(&body, gone, &[]);
    assert_eq!(texts(&content), ["From 6 May it costs 40 euros."]);
    assert_eq!(left(&content), [(LeftKind::Struck, 2), (LeftKind::Hidden, 1)]);
}

#[test]
fn a_raised_number_is_no_digit_of_the_figure_before_it() {
    let up = r#"<vertAlign val="superscript"/>"#;
    let note = format!(
        "<footnotes><footnote id=\"2\"><p>{}{}</p></footnote></footnotes>",
        run("", "Of 9"),
        run("<strike/>", "0")
    );
    let body = format!(
        "<p>{}{}{}{}{}<r><footnoteReference id=\"2\"/></r></p>",
        run("", "It took 6.3"),
        run(up, "4"),
        run("", " of 80 km"),
        run(up, "2"),
        run("", "."),
    );
    let content = of(&body, "", &[("word/footnotes.xml", &note)]);
    assert_eq!(texts(&content), ["It took 6.3 of 80 km².", "Of 9"]);
    assert_eq!(left(&content), [(LeftKind::Struck, 1), (LeftKind::NoteMark, 1)]);
}

#[test]
fn what_a_table_only_lays_out_is_text_and_what_is_put_in_is_named() {
    let cell = |text: &str| format!("<tc>{}</tc>", p(text));
    let row = |cells: &[String]| format!("<tr>{}</tr>", cells.concat());
    let column = format!("<tbl>{}{}</tbl>", row(&[cell("Harbour Board")]), row(&[cell("The fare is 40 euros.")]));
    let figures = row(&[cell("2023"), cell("40")]);
    let body = format!("{column}<tbl>{figures}{figures}</tbl><altChunk/>{}", p("It is final."));
    let content = of(&body, "", &[]);
    assert_eq!(texts(&content), ["Harbour Board", "The fare is 40 euros.", "It is final."]);
    assert_eq!(left(&content), [(LeftKind::Table, 1), (LeftKind::Inserted, 1)]);
}

#[test]
fn numbers_of_lists_stand_where_word_shows_them() {
    let level = |at: usize, format: &str, text: &str, style: &str| {
        format!(r#"<lvl ilvl="{at}"><start val="1"/><numFmt val="{format}"/>{style}<lvlText val="{text}"/></lvl>"#)
    };
    let numbering = format!(
        r#"<numbering><abstractNum abstractNumId="0">{}{}</abstractNum><num numId="4"><abstractNumId val="0"/></num></numbering>"#,
        level(0, "upperRoman", "%1.", ""),
        level(1, "lowerLetter", "(%2)", r#"<pStyle val="Point"/>"#),
    );
    let styles = r#"<style styleId="Point"><name val="Point"/><pPr><numPr><numId val="4"/></numPr></pPr></style>"#;
    let item = |properties: &str, text: &str| format!("<p><pPr>{properties}</pPr>{}</p>", run("", text));
    let first = r#"<numPr><ilvl val="0"/><numId val="4"/></numPr>"#;
    let body = [
        item(first, "The Board asks for:"),
        item(r#"<pStyle val="Point"/>"#, "a ferry;"),
        item(r#"<pStyle val="Point"/>"#, "a fare."),
        item(first, "Point I (b) is new."),
    ];
    let content = of(&body.concat(), styles, &[("word/numbering.xml", &numbering)]);
    assert_eq!(texts(&content), ["I. The Board asks for:", "(a) a ferry;", "(b) a fare.", "II. Point I (b) is new."]);
}
