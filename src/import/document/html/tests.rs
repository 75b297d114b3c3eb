//! Pages in the ways in which sites write them.

use super::super::tests::read_as;
use super::super::{BlockKind, Content, LeftKind};
use crate::words::Words;

/// A page with a head and a body.
fn page(head: &str, body: &str) -> Content {
    read_as(
        "page.html",
        &format!("<!doctype html><html lang=en><head><meta charset=utf-8>{head}</head><body>{body}</body></html>"),
    )
}

/// A page whose article is this.
fn article(inside: &str) -> Content {
    page("", &format!("<article>{inside}</article>"))
}

fn texts(content: &Content) -> Vec<&str> {
    content.blocks.iter().map(|block| block.text.as_str()).collect()
}

fn left(content: &Content) -> Vec<(LeftKind, usize)> {
    content.left.iter().map(|left| (left.kind, left.count)).collect()
}

fn published(content: &Content) -> Option<String> {
    content.metadata.published.map(|date| date.to_string())
}

#[test]
fn what_is_struck_out_is_left_and_counted() {
    let content = article(
        "<p>The quota is <del>31</del><ins>42</ins> boats, from <s>8</s>9 May, for <strike>two</strike> three \
         <span style='text-decoration: line-through'>weeks</span> months.<del> </del></p>",
    );
    assert_eq!(texts(&content), ["The quota is 42 boats, from 9 May, for three months."]);
    assert_eq!(left(&content), [(LeftKind::Struck, 4)]);
}

#[test]
fn marks_of_notes_are_no_digits_and_powers_are_raised_signs() {
    let content = article(
        "<p>Fish came to 8.7<sup>1</sup> million tonnes in 2019<sup>(2)</sup>, of 30 km<sup>2</sup> and 4 × 10<sup>6</sup> \
         nets.<sup>*</sup> It was the 19<sup>th</sup> time.</p>\
         <p><sup>1</sup> Without mussels.<br><sup>2</sup> Estimated.</p><p><sup>7</sup> Of nothing.</p>",
    );
    let said = "Fish came to 8.7 million tonnes in 2019, of 30 km² and 4 × 10⁶ nets. It was the 19th time.";
    assert_eq!(texts(&content), [said, "7 Of nothing.", "Without mussels.", "Estimated."]);
    assert_eq!(content.blocks[2].kind, BlockKind::Note);
    assert_eq!(left(&content), [(LeftKind::NoteMark, 3)]);
}

#[test]
fn a_text_that_is_set_as_a_program_would_write_it_is_read_where_there_is_hardly_another() {
    let set = "<pre>\nMALÉ, June 3 - The ministers of fisheries met on the quay for a whole day\nand agreed on a quota of nine boats. It will\nfall in 2031.\n\nThey will meet again.\n</pre>";
    let read = "MALÉ, June 3 - The ministers of fisheries met on the quay for a whole day and agreed on a quota of nine boats. It will fall in 2031.";
    for body in [set.to_owned(), format!("<article><h1>Quota</h1>{set}</article>")] {
        let content = page("", &body);
        let texts = texts(&content);
        assert_eq!(texts.get(texts.len() - 2..).unwrap_or_default(), [read, "They will meet again."], "{body}");
        assert_eq!(left(&content), []);
    }
    let code = "<p>Call it so.</p><pre>fn main() {\n    let fare = fares.first();\n    println!(\"{fare}.\");\n}\nfn other() {}\n</pre>";
    assert_eq!(left(&article(code)), [(LeftKind::Code, 1)]);
    let text = "A page of which most is text that stands in paragraphs, as it does on nearly all. ".repeat(4);
    assert_eq!(left(&article(&format!("<p>{text}</p>{set}"))), [(LeftKind::Code, 1)]);
}

#[test]
fn a_part_of_the_article_is_not_left_for_what_it_is_called() {
    let content = article(
        "<h1>Nets</h1><p>Malta and Tunis met.</p>\
         <div class=social-fund><p>Malta pays 2.5 percent into the fund.</p></div>\
         <section id=sharing-of-waters><p>Article 9 asks for a map.</p></section>\
         <div class=sidebar><p>The pact of 1988 has no clause on nets.</p></div>\
         <div class='related related-posts'><h3>Related</h3><p><a href=/x>Tuna is late</a></p><p>It is late this year.</p></div>\
         <div class=newsletter-box><p>Get all of our news by letter.</p></div>\
         <ul class=share><li><a href=#>Tell others.</a></li></ul>\
         <footer><p>Correction: Malta pays 2.5 percent, not 25.</p></footer>",
    );
    assert_eq!(
        texts(&content),
        [
            "Nets",
            "Malta and Tunis met.",
            "Malta pays 2.5 percent into the fund.",
            "Article 9 asks for a map.",
            "The pact of 1988 has no clause on nets.",
            "Correction: Malta pays 2.5 percent, not 25.",
        ]
    );
    let [furniture]: &[_; 1] = content.left.as_slice().try_into().expect("one kind of what is left");
    assert_eq!(furniture.count, 5);
    let said = Words::english().say(&furniture.message());
    assert!(said.contains("“Get all of our news by letter …”") && !said.contains("Related"), "{said}");
}

#[test]
fn what_opens_when_it_is_pressed_is_shown_and_what_is_hidden_is_told() {
    let content = article(
        "<p>Both sides spoke of the nets.</p><details><summary>Malta</summary><p>Malta named no figure.</p></details>\
         <div role=tabpanel hidden><p>Tunis named a figure of nine.</p></div>\
         <div class='tab-pane' style='display:none'><p>Tripoli was silent on it.</p></div>\
         <div hidden=until-found><p>Cairo joined by letter.</p></div>\
         <p style='display: none'>A draft that nobody should see.</p>",
    );
    assert_eq!(texts(&content).len(), 6, "{:?}", texts(&content));
    assert_eq!(content.left[0].begins, ["A draft that nobody should see"]);
}

#[test]
fn what_stands_around_an_article_gives_it_neither_title_nor_day() {
    let body = "<header><h1>The Quay Post</h1><a href=/f>Fuel is dear.</a> <time datetime=2029-05-30>30 May</time></header>\
                <article><h2>Malta and Tunis share nets</h2><p>Published 14 March 2028</p>\
                <p>They met on <time datetime=2001-09-16>16 September 2001</time> and now once more.</p></article>";
    let content = page("<title>Malta and Tunis share nets - The Quay Post</title>", body);
    assert_eq!(content.metadata.title.as_deref(), Some("Malta and Tunis share nets"));
    assert_eq!(published(&content).as_deref(), Some("2028-03-14"));
    assert_eq!(content.blocks.len(), 3, "{:?}", texts(&content));
    let marked = "<article><h1>Nets</h1><p>Published <time>14 March 2028</time></p><p>They signed it on the quay on <time datetime=2001-09-16>16 September 2001</time> at noon.</p></article>";
    assert_eq!(published(&page("", marked)).as_deref(), Some("2028-03-14"));
}

#[test]
fn a_title_may_end_with_its_day() {
    for (head, heading) in [
        ("", "Press Briefing – March 19, 2027"),
        ("<title>Evening Notes, 3 May 2027</title>", "Evening Notes, 3 May 2027"),
    ] {
        let content = page(head, &format!("<h1>{heading}</h1><p>Malta and Tunis met.</p>"));
        assert_eq!(content.metadata.title.as_deref(), Some(heading));
    }
}

#[test]
fn an_article_keeps_the_heading_the_day_and_the_author_that_stand_before_its_text() {
    let text =
        "<p>Nobody asked the islands what they thought of it, and nobody will, as far as anyone on them knows.</p>"
            .repeat(4);
    let content = page(
        "<title>Of nets</title>",
        &format!(
            "<main><article><header><h1>Of nets</h1><div class=meta>Posted on <time datetime=2028-02-27T19:15:00+13:00>27 \
             February</time> <span class=byline>by <span class='author vcard'><a>Ana Reyes</a></span></span></div></header>\
             <div class=entry-content>{text}</div></article></main>"
        ),
    );
    assert_eq!(content.blocks[0].text, "Of nets");
    assert_eq!(content.blocks.len(), 5);
    assert_eq!(published(&content).as_deref(), Some("2028-02-27"));
    assert_eq!(content.metadata.author.as_deref(), Some("Ana Reyes"));
}

#[test]
fn linked_data_is_followed_to_what_it_points_at() {
    let linked = |data: &str| {
        page(&format!("<script type='application/ld+json'>{data}</script>"), "<p>Malta and Tunis met.</p>")
    };
    let content = linked(
        r##"{"@graph":[{"@type":"WebPage","datePublished":"2001-01-01"},{"@type":"NewsArticle","headline":"Nets",
        "datePublished":"2028-02-02","author":{"@id":"#ana"},"publisher":{"@id":"#org"}},
        {"@type":"Organization","@id":"#org","name":"Quay Post"},{"@type":"Person","@id":"#ana","name":"Ana Reyes"}]}"##,
    );
    assert_eq!(content.metadata.publisher.as_deref(), Some("Quay Post"));
    assert_eq!(content.metadata.author.as_deref(), Some("Ana Reyes"));
    assert_eq!(published(&content).as_deref(), Some("2028-02-02"));
    for data in [
        r#"{"@type":"WebPage","datePublished":"2028-02-02"}"#,
        "//<![CDATA[\n{\"@type\":\"NewsArticle\",\"datePublished\":\"2028-02-02\"}\n//]]>",
        "{\"@type\":\"NewsArticle\",\"description\":\"a\nb\",\"datePublished\":\"2028-02-02\"}",
    ] {
        assert_eq!(published(&linked(data)).as_deref(), Some("2028-02-02"), "{data}");
    }
    for name in ["dcterms.issued", "DC.date.created", "publication_date"] {
        let content = page(&format!("<meta name='{name}' content='2028/02/02'>"), "<p>Malta and Tunis met.</p>");
        assert_eq!(published(&content).as_deref(), Some("2028-02-02"), "{name}");
    }
}

#[test]
fn a_page_that_says_that_it_is_not_free_may_be_the_beginning() {
    for (free, remarks) in [("false", 1), ("\"False\"", 1), ("true", 0)] {
        let data = format!(
            r#"<script type="application/ld+json">{{"@type":"NewsArticle","isAccessibleForFree":{free}}}</script>"#
        );
        assert_eq!(page(&data, "<p>Malta and Tunis met.</p>").remarks.len(), remarks, "{free}");
    }
}

#[test]
fn a_figure_without_a_picture_is_what_stands_in_it() {
    let content = article(
        "<p>They met.</p><figure><img src=a.png><figcaption>A quay.</figcaption></figure>\
         <figure><blockquote><p>We saw no map.</p><cite>Ana Reyes</cite></blockquote></figure>\
         <figure><table><tr><td>2021<td>4.1</table><figcaption>In tonnes</figcaption></figure>\
         <figure><p>Three piers will open.</p></figure><figure><iframe src=a></iframe></figure>",
    );
    assert_eq!(texts(&content), ["They met.", "We saw no map.", "Ana Reyes", "Three piers will open."]);
    assert_eq!(content.blocks[1].kind, BlockKind::Quote);
    assert_eq!(left(&content), [(LeftKind::Table, 1), (LeftKind::Picture, 1), (LeftKind::Recording, 1)]);
}

#[test]
fn words_within_a_line_stay_and_readings_do_not() {
    let content = article(
        "<p>She said <q>we <q>gave</q> way</q> on the <button>Valletta Pact</button> of <ruby>川原<rp>(<rt>かわはら<rp>)</ruby>.</p>\
         <p>They met.<button>Share</button></p><p><button>Play.</button></p>",
    );
    assert_eq!(texts(&content), ["She said “we ‘gave’ way” on the Valletta Pact of 川原.", "They met."]);
    let german = read_as("page.html", "<html lang=de><body><p>Er sagte <q>gut</q> und ging.</p>");
    assert_eq!(texts(&german), ["Er sagte „gut“ und ging."]);
}
