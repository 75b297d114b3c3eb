//! What a document says, whatever kind of file it came in.

use super::made::label;
use super::metadata::is_nobody;
use super::plain::ends_sentence;
use crate::briefing::visible::acts;
use crate::briefing::{Date, Message, Sha256, Value};
use crate::message;

/// A document as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// The name of its file; empty for a text that was pasted.
    pub file: String,
    /// SHA-256 of the file.
    pub sha256: Sha256,
    /// The key of the format it was read in.
    pub format: &'static str,
    /// What the file says of the document.
    pub metadata: Metadata,
    /// Its headings, paragraphs, quotations and list items, in order; its footnotes behind them.
    pub blocks: Vec<Block>,
    /// What reviewers wrote in its margin.
    pub comments: Vec<Comment>,
    /// What is in the file and not in the blocks, a kind once.
    pub left: Vec<LeftOut>,
    /// What a reader should know of it before anything is made of it.
    pub remarks: Vec<Message>,
    /// The name of the encoding of a text that says none, where it is a guess.
    pub guessed: Option<&'static str>,
}

/// What a file says of the document that it holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    /// Its title.
    pub title: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// When it was published.
    pub published: Option<Date>,
    /// When the file was last saved, which need not be when the document was published.
    pub saved: Option<Date>,
    /// Its language as a BCP 47 tag.
    pub language: Option<String>,
    /// Where it is found.
    pub address: Option<String>,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BlockKind {
    /// A heading.
    Heading,
    /// A paragraph.
    Paragraph,
    /// A quotation set apart.
    Quote,
    /// An item of a list.
    Item,
    /// A footnote.
    Note,
}

impl BlockKind {
    /// The key that programs are told and told by.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Heading => "heading",
            Self::Paragraph => "paragraph",
            Self::Quote => "quote",
            Self::Item => "item",
            Self::Note => "note",
        }
    }
}

/// A block of text in one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// What it says: no line break, no blanks around it, no two blanks in a row.
    pub text: String,
}

/// What a reviewer wrote in the margin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// Who.
    pub author: Option<String>,
    /// When.
    pub on: Option<Date>,
    /// What.
    pub text: String,
    /// The block that it is about, by its number from nought.
    pub block: usize,
    /// The place in the block, in bytes, that it begins at; nought where it is about all of it.
    pub at: usize,
}

/// A kind of thing that is in a file and not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LeftKind {
    /// Tables.
    Table,
    /// Pictures.
    Picture,
    /// Pictures whose captions, if they have any, are among the text.
    Image,
    /// Boxes of text beside the text.
    TextBox,
    /// Charts, drawings and formulas, and what another program put in.
    Object,
    /// Films and sound.
    Recording,
    /// Text as a program writes it.
    Code,
    /// What is typed into and pressed.
    Form,
    /// Heads and feet that stand on every page.
    RunningHead,
    /// What was deleted while changes were tracked.
    Deletion,
    /// What is struck out.
    Struck,
    /// What was made not to be seen.
    Hidden,
    /// The marks of notes where they are cited.
    NoteMark,
    /// Numbers before paragraphs that are in no text.
    Number,
    /// Documents within the document.
    Inserted,
    /// Lines of an earlier message that one answers.
    Quoted,
    /// Who wrote a message to whom and when, and how it is signed.
    Letterhead,
    /// Blocks that a page has around its article.
    Furniture,
    /// Characters that are not to be seen and act on others.
    Invisible,
    /// Characters that the file gives no letter for.
    Unreadable,
    /// Pages without a letter, from one to another.
    Pages(usize, usize),
}

impl LeftKind {
    /// The key that programs are told and told by.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Picture => "picture",
            Self::Image => "image",
            Self::TextBox => "text-box",
            Self::Object => "object",
            Self::Recording => "recording",
            Self::Code => "code",
            Self::Form => "form",
            Self::RunningHead => "running-head",
            Self::Deletion => "deletion",
            Self::Struck => "struck",
            Self::Hidden => "hidden",
            Self::NoteMark => "note-mark",
            Self::Number => "number",
            Self::Inserted => "inserted",
            Self::Quoted => "quoted",
            Self::Letterhead => "letterhead",
            Self::Furniture => "furniture",
            Self::Invisible => "invisible",
            Self::Unreadable => "unreadable",
            Self::Pages(..) => "pages",
        }
    }
}

/// Things of one kind that are in a file and not taken.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LeftOut {
    /// What they are.
    pub kind: LeftKind,
    /// How many.
    pub count: usize,
    /// The first words of those that are sentences, as far as anyone reads that.
    pub begins: Vec<String>,
}

impl LeftOut {
    /// So many are told by their first words.
    const TOLD: usize = 5;

    /// How many of what, and how those begin that are sentences.
    pub fn message(&self) -> Message {
        let what = self.counted();
        if self.begins.is_empty() {
            return what;
        }
        let begins = self.begins.iter().map(|text| message!(document::left_beginning, text = text.clone()));
        message!(document::left_begins, what = what, begins = Value::list(begins))
    }

    fn counted(&self) -> Message {
        let count = self.count;
        match self.kind {
            LeftKind::Table => message!(document::left_table, count = count),
            LeftKind::Picture => message!(document::left_picture, count = count),
            LeftKind::Image => message!(document::left_image, count = count),
            LeftKind::TextBox => message!(document::left_text_box, count = count),
            LeftKind::Object => message!(document::left_object, count = count),
            LeftKind::Recording => message!(document::left_recording, count = count),
            LeftKind::Code => message!(document::left_code, count = count),
            LeftKind::Form => message!(document::left_form, count = count),
            LeftKind::RunningHead => message!(document::left_running_head, count = count),
            LeftKind::Deletion => message!(document::left_deletion, count = count),
            LeftKind::Struck => message!(document::left_struck, count = count),
            LeftKind::Hidden => message!(document::left_hidden, count = count),
            LeftKind::NoteMark => message!(document::left_note_mark, count = count),
            LeftKind::Number => message!(document::left_number, count = count),
            LeftKind::Inserted => message!(document::left_inserted, count = count),
            LeftKind::Quoted => message!(document::left_quoted, count = count),
            LeftKind::Letterhead => message!(document::left_letterhead, count = count),
            LeftKind::Furniture => message!(document::left_furniture, count = count),
            LeftKind::Invisible => message!(document::left_invisible, count = count),
            LeftKind::Unreadable => message!(document::left_unreadable, count = count),
            LeftKind::Pages(first, last) => {
                message!(document::left_pages, count = count, first = first.to_string(), last = last.to_string())
            }
        }
    }
}

/// A document that is being read: each reader writes into one.
#[derive(Debug, Default)]
pub(super) struct Writing {
    pub metadata: Metadata,
    pub blocks: Vec<Block>,
    pub comments: Vec<Comment>,
    /// The name of the encoding, where it is a guess.
    pub guessed: Option<&'static str>,
    pub left: Vec<LeftOut>,
    pub remarks: Vec<Message>,
}

impl Writing {
    /// Adds a block in one line; its number, where anything stands in it.
    pub fn block(&mut self, kind: BlockKind, text: &str) -> Option<usize> {
        let text = self.line(text);
        if text.is_empty() {
            return None;
        }
        self.blocks.push(Block { kind, text });
        Some(self.blocks.len() - 1)
    }

    /// A text in one line, without what is not to be seen.
    pub fn line(&mut self, text: &str) -> String {
        let mut invisible = 0;
        let mut line = String::with_capacity(text.len());
        let mut blank = false;
        for character in text.chars() {
            // A blank that keeps words together is one that was typed, and stays.
            if character.is_whitespace() && !matches!(character, '\u{a0}' | '\u{202f}' | '\u{2007}' | '\u{3000}') {
                blank = true;
            } else if acts(character) {
                invisible += 1;
            } else {
                if blank && !line.is_empty() {
                    line.push(' ');
                }
                blank = false;
                line.push(character);
            }
        }
        let kept = line.trim();
        self.leave(LeftKind::Invisible, invisible);
        if kept.len() == line.len() { line } else { kept.to_owned() }
    }

    /// Leaves some things of a kind.
    pub fn leave(&mut self, kind: LeftKind, count: usize) {
        if count == 0 {
            return;
        }
        match self.left.iter_mut().find(|left| left.kind == kind) {
            Some(left) => left.count += count,
            None => self.left.push(LeftOut { kind, count, begins: Vec::new() }),
        }
    }

    /// Leaves a text, and tells how it begins where it is a sentence: a reader may miss that.
    pub fn leave_text(&mut self, kind: LeftKind, text: &str) {
        self.leave(kind, 1);
        let told = Some(text.trim()).filter(|text| ends_sentence(text) && !text.ends_with(':')).and_then(label);
        if let (Some(left), Some(told)) = (self.left.iter_mut().find(|left| left.kind == kind), told)
            && left.begins.len() < LeftOut::TOLD
        {
            left.begins.push(told);
        }
    }

    /// What came of it.
    pub fn into_content(mut self, file: &str, sha256: Sha256, format: &'static str) -> Content {
        self.left.sort_unstable();
        let said = |text: &mut Option<String>| {
            let line = text.take().map(|text| {
                let seen: String = text.chars().filter(|c| !acts(*c)).collect();
                seen.split_whitespace().collect::<Vec<_>>().join(" ")
            });
            *text = line.filter(|line| !line.is_empty() && line.len() <= 2000);
        };
        let mut metadata = self.metadata;
        for text in [
            &mut metadata.title,
            &mut metadata.publisher,
            &mut metadata.author,
            &mut metadata.language,
            &mut metadata.address,
        ] {
            said(text);
        }
        metadata.author = metadata.author.filter(|author| !is_nobody(author));
        Content {
            file: file.to_owned(),
            sha256,
            format,
            metadata,
            blocks: self.blocks,
            comments: self.comments,
            left: self.left,
            remarks: self.remarks,
            guessed: self.guessed,
        }
    }
}
