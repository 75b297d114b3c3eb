use super::super::content::{BlockKind, LeftKind, LeftOut, Writing};
use super::blocks;

fn read(text: &str) -> Writing {
    let mut writing = Writing::default();
    blocks(text, &mut writing);
    writing
}

fn texts(writing: &Writing) -> Vec<&str> {
    writing.blocks.iter().map(|block| block.text.as_str()).collect()
}

#[test]
fn a_numbered_paragraph_goes_on_flush_left_and_keeps_its_number() {
    let writing = read(
        "NOTE OF THE CLERK\n\n7.  The Board met at Bar on 4 May and heard that the fare was\nup.\n\n\
         8.  It took note, with two members against, of the night ferries that\n(a) had been late; and\n\
         (b) had not sailed at all, for want of fuel or of a crew that\nwould sail.\n",
    );
    let meant = [
        "NOTE OF THE CLERK",
        "7. The Board met at Bar on 4 May and heard that the fare was up.",
        "8. It took note, with two members against, of the night ferries that",
        "(a) had been late; and",
        "(b) had not sailed at all, for want of fuel or of a crew that would sail.",
    ];
    assert_eq!(texts(&writing), meant);
}

#[test]
fn head_lines_right_above_a_story_do_not_break_its_lines() {
    let story = "    BAR (HW) - The ferry to Bari sails again from Monday, after\nthree weeks.\n    \
                 A fare of 40 euros was agreed, both of the harbours said so.\n    Nobody from Bari \
                 spoke to reporters after the talks, and it\nis not known why.\n";
    let paragraphs = [
        "BAR (HW) - The ferry to Bari sails again from Monday, after three weeks.",
        "A fare of 40 euros was agreed, both of the harbours said so.",
        "Nobody from Bari spoke to reporters after the talks, and it is not known why.",
    ];
    assert_eq!(texts(&read(story)), paragraphs);
    let headed =
        read(&format!("Harbours of Bar and Bari say the ferry sails again\nBy IVO GRECH\nHarbour Wire\n{story}"));
    assert_eq!(
        texts(&headed),
        ["Harbours of Bar and Bari say the ferry sails again", "By IVO GRECH", "Harbour Wire"]
            .into_iter()
            .chain(paragraphs)
            .collect::<Vec<_>>()
    );
}

#[test]
fn what_each_line_says_by_itself_stays_apart() {
    let list = "Ministers present at the talks in Bar on Monday\nIvo Grech, minister of ships, Malta\n\
                Ama Sarr, minister of trade, Senegal\nNils Aas, minister of the sea, Norway\n";
    assert_eq!(read(list).blocks.len(), 4);
}

#[test]
fn what_runs_over_pages_is_left_and_a_sentence_goes_on_over_their_end() {
    let page = |number: usize, text: &str| format!("HARBOUR BOARD            HB/7\n\n{text}\n\n        - {number} -\n");
    let text = format!(
        "{}\u{c}{}\u{c}",
        page(1, "The fare had not been"),
        page(2, "raised.\n\nBallot 2 on the fare was 3 to 1.")
    );
    let writing = read(&text);
    assert_eq!(texts(&writing), ["The fare had not been raised.", "Ballot 2 on the fare was 3 to 1."]);
    assert_eq!(writing.left, [LeftOut { kind: LeftKind::RunningHead, count: 2, begins: Vec::new() }]);
}

#[test]
fn what_a_message_quotes_is_not_what_it_says() {
    let writing = read(
        "From: \"Ama Sarr\" <a@desk.example>\nTo: all@desk.example\nDate: Tue, 12 Mar 2024 16:20:11 +0100\n\
         Subject: Re: Fares\n\nThe fare is 40 euros.\n\nOn Mon, 11 Mar 2024 at 9:05 AM Ivo Grech\n\
         <i@desk.example> wrote:\n> The fare is 50 euros.\n>> What is it?\n\n-- \nAma Sarr\nHarbour Board\n",
    );
    assert_eq!(texts(&writing), ["The fare is 40 euros."]);
    let metadata = &writing.metadata;
    assert_eq!((metadata.title.as_deref(), metadata.author.as_deref()), (Some("Fares"), Some("Ama Sarr")));
    assert_eq!(metadata.published.map(|day| day.to_string()).as_deref(), Some("2024-03-12"));
    let count = |kind, count| LeftOut { kind, count, begins: Vec::new() };
    assert_eq!(writing.left, [count(LeftKind::Quoted, 4), count(LeftKind::Letterhead, 2)]);
    let told = read("She said in 2019:\n> No ferry is an island.\n\nIt is so.\n");
    assert_eq!(texts(&told), ["She said in 2019:", "It is so."]);
    assert_eq!(read("Note: it rains.\n\nIt rains.\n").blocks[0].kind, BlockKind::Paragraph);
}
