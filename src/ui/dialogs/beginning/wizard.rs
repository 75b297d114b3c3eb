//! The steps in which a briefing is begun, and what is done from one to the next.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::Context;

use super::sentences::Looking;
use super::{Made, Scene};
use crate::analysis::fold::slug;
use crate::briefing::path::{folder_of, typed};
use crate::briefing::progress::Progress;
use crate::briefing::visible::visible;
use crate::briefing::{Briefing, LoadError, Message};
use crate::export::beginning::{self, Beginning};
use crate::export::folder::{self, FolderError};
use crate::export::origins::Origin;
use crate::export::starter;
use crate::import::ImportError;
use crate::import::document::{self, About, DayOf, Draft, Making, Proof, Reading, TEXT_FILE, Wrong};
use crate::message;
use crate::ui::dialogs::report::sentence;
use crate::ui::shell::task::{Gone, Task};
use crate::words::Words;

/// As many characters the field takes that a text is pasted into: more is a file.
pub const MOST_PASTED: usize = 200_000;

/// The steps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// What it is begun from.
    #[default]
    Document,
    /// Where its sentences end.
    Sentences,
    /// What it is and where it is from.
    About,
    /// Where it goes.
    Folder,
}

impl Step {
    /// What it is called.
    pub const fn name(self) -> Message {
        match self {
            Self::Document => crate::label!(new_briefing::step_document),
            Self::Sentences => crate::label!(new_briefing::step_sentences),
            Self::About => crate::label!(new_briefing::step_about),
            Self::Folder => crate::label!(new_briefing::step_folder),
        }
    }
}

/// What the system's own dialog is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choosing {
    /// The document.
    Document,
    /// The folder of the briefing.
    Folder,
    /// Another briefing.
    Like,
}

/// What was read: a file by its path as it was typed and in the encoding that was chosen, or a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    File(String, Option<&'static str>),
    Text(String),
}

/// Reads a document.
type Reader = Task<Result<Proof, ImportError>, Progress>;
/// Opens another briefing.
type Opener = Task<Result<Briefing, LoadError>, Progress>;
/// Writes a briefing, so many files.
type Maker = Task<Result<usize, FolderError>, Progress>;

/// What has been done so far.
pub struct Wizard {
    pub step: Step,
    pub origin: Origin,
    /// The path of the document, as it is typed.
    pub path: String,
    /// The text that was pasted.
    pub text: String,
    /// The path of another briefing, as it is typed.
    pub like: String,
    /// The encoding that was chosen for the document.
    chosen: Option<&'static str>,
    /// The other briefing, by its path as it was typed.
    other: Option<(String, Arc<Briefing>)>,
    opening: Option<(String, Opener)>,
    /// The path of a newer edition of the document of the open briefing, once it is to be looked at.
    pub edition: Option<PathBuf>,
    reading: Option<(Given, Reader)>,
    /// What was read, and from where.
    pub proof: Option<(Given, Proof)>,
    pub looking: Looking,
    /// Of what day the document is, where it does not say that.
    pub day: Option<DayOf>,
    pub about: About,
    /// The folder, as it is typed.
    pub folder: String,
    /// The folder that was proposed last.
    proposed: String,
    /// Whether the text of the document stands beside the briefing.
    pub beside: bool,
    making: Option<(PathBuf, Maker)>,
    pub made: Option<Made>,
    /// What went wrong, with what to do.
    pub problem: Option<String>,
    pub wants_focus: bool,
}

impl Default for Wizard {
    fn default() -> Self {
        Self {
            step: Step::default(),
            origin: Origin::default(),
            path: String::new(),
            text: String::new(),
            like: String::new(),
            chosen: None,
            other: None,
            opening: None,
            edition: None,
            reading: None,
            proof: None,
            looking: Looking::default(),
            day: None,
            about: About::default(),
            folder: String::new(),
            proposed: String::new(),
            beside: true,
            making: None,
            made: None,
            problem: None,
            wants_focus: true,
        }
    }
}

impl Wizard {
    /// The steps that there are.
    pub const fn steps(&self) -> &'static [Step] {
        match self.origin {
            Origin::Edition => &[Step::Document],
            Origin::Starter => &[Step::Document, Step::Folder],
            Origin::Like | Origin::Empty => &[Step::Document, Step::About, Step::Folder],
            Origin::File | Origin::Text => &[Step::Document, Step::Sentences, Step::About, Step::Folder],
        }
    }

    /// Whether anything was done that would be lost.
    pub const fn is_begun(&self) -> bool {
        self.proof.is_some() || !self.text.is_empty() || !self.about.title.is_empty()
    }

    /// Whether the reader has joined or split anything.
    pub fn is_parted(&self) -> bool {
        self.proof.as_ref().is_some_and(|(_, proof)| proof.can_undo())
    }

    /// Whether a step can be gone to by the strip: one before, or the next that is ready.
    pub fn reaches(&self, step: Step) -> bool {
        step < self.step || self.is_read() && !self.is_busy()
    }

    /// Whether what is given was read.
    fn is_read(&self) -> bool {
        let read = self.proof.as_ref().map(|(given, _)| given);
        match self.origin {
            Origin::Empty | Origin::Starter | Origin::Edition => true,
            Origin::Like => self.other.as_ref().is_some_and(|(path, _)| *path == self.like),
            Origin::File => matches!(read, Some(Given::File(path, _)) if *path == self.path),
            Origin::Text => matches!(read, Some(Given::Text(text)) if *text == self.text),
        }
    }

    fn given(&self) -> Option<Given> {
        match self.origin {
            Origin::File if !self.path.trim().is_empty() => Some(Given::File(self.path.clone(), self.chosen)),
            Origin::Text if !self.text.trim().is_empty() => Some(Given::Text(self.text.clone())),
            _ => None,
        }
    }

    /// Takes a file as the document.
    pub fn give(&mut self, file: &Path) {
        // A newer edition is as well a file.
        if self.origin != Origin::Edition {
            self.origin = Origin::File;
        }
        (self.path, self.problem, self.chosen) = (file.display().to_string(), None, None);
    }

    /// The name of the encoding in which the document was read, where it says none itself.
    pub fn encoding(&self) -> Option<String> {
        let (given, proof) = self.proof.as_ref().filter(|_| self.origin == Origin::File)?;
        match given {
            Given::File(_, Some(chosen)) => Some((*chosen).to_owned()),
            _ => proof.draft().guessed.map(str::to_owned),
        }
    }

    /// Reads the document again, in another encoding.
    pub fn read_in(&mut self, ctx: &Context, encoding: &'static str) {
        self.chosen = Some(encoding);
        self.read(ctx);
    }

    /// Takes what was chosen in the system's own dialog.
    pub fn chose(&mut self, ctx: &Context, choosing: Choosing, path: &Path) {
        match choosing {
            Choosing::Document => {
                self.give(path);
                if self.origin.is_read() {
                    self.read(ctx);
                }
            }
            Choosing::Like => self.like = path.display().to_string(),
            Choosing::Folder => self.folder = path.display().to_string(),
        }
    }

    /// Whether something is being done.
    pub const fn is_busy(&self) -> bool {
        self.reading.is_some() || self.opening.is_some() || self.making.is_some()
    }

    /// How far it is, where that takes long enough to be asked.
    pub fn slow(&self, ctx: &Context) -> Option<f32> {
        let reading = self.reading.as_ref().and_then(|(_, task)| task.slow(ctx));
        let opening = || self.opening.as_ref().and_then(|(_, task)| task.slow(ctx));
        reading.or_else(opening).or_else(|| self.making.as_ref()?.1.slow(ctx)).map(Progress::fraction)
    }

    /// Stops what is being done.
    pub fn stop(&mut self) {
        (self.reading, self.opening, self.making) = (None, None, None);
    }

    /// Goes to a step.
    pub fn go(&mut self, step: Step) {
        (self.step, self.problem, self.wants_focus) = (step, None, true);
    }

    /// Reads what is given, unless that is done.
    pub fn read(&mut self, ctx: &Context) {
        self.problem = None;
        let Some(given) = self.given() else { return };
        let from = given.clone();
        let task = Task::start(ctx, move |progress: &Progress| {
            let content = match from {
                Given::File(path, encoding) => {
                    let reading = Reading { encoding: encoding.map(str::to_owned), ..Reading::default() };
                    document::read(&typed(&path), &reading, progress)
                }
                Given::Text(text) => document::of_bytes("", text.as_bytes(), &Reading::default(), progress),
            };
            content.map(|content| Proof::of(Draft::of(content)))
        });
        self.reading = Some((given, task));
    }

    /// Goes on from the step that is open, where what it asks for is there.
    pub fn next(&mut self, ctx: &Context, scene: &Scene<'_>) {
        self.problem = None;
        let words = scene.words;
        match self.step {
            Step::Document if !self.is_read() => {
                let missing = match self.origin {
                    Origin::Text if self.text.chars().count() >= MOST_PASTED => {
                        Some(message!(new_briefing::text_too_long, most = MOST_PASTED))
                    }
                    Origin::Text if self.text.trim().is_empty() => Some(message!(new_briefing::nothing_typed)),
                    Origin::File if self.path.trim().is_empty() => Some(message!(new_briefing::no_file_typed)),
                    Origin::Like if self.like.trim().is_empty() => Some(message!(new_briefing::no_like_typed)),
                    _ => None,
                };
                match missing {
                    Some(missing) => self.problem = Some(sentence(&missing, words)),
                    None if self.origin == Origin::Like => self.open_other(ctx),
                    None => self.read(ctx),
                }
            }
            Step::Document if self.origin == Origin::Edition => {
                if self.path.trim().is_empty() {
                    self.problem = Some(sentence(&message!(new_briefing::no_file_typed), words));
                } else {
                    self.edition = Some(typed(&self.path));
                }
            }
            Step::About => {
                if let Err(wrong) = self.metadata(scene) {
                    self.problem = Some(sentence(&wrong, words));
                } else {
                    self.propose(scene);
                    self.go(Step::Folder);
                }
            }
            Step::Folder => self.make(ctx, scene),
            Step::Document | Step::Sentences => {
                let steps = self.steps();
                let after = steps.iter().find(|step| **step > self.step).copied().unwrap_or(self.step);
                if after == Step::Folder {
                    self.propose(scene);
                }
                self.go(after);
            }
        }
    }

    /// The step before the one that is open.
    pub fn before(&self) -> Option<Step> {
        self.steps().iter().rev().find(|step| **step < self.step).copied()
    }

    /// Opens the other briefing that this one is to be like.
    fn open_other(&mut self, ctx: &Context) {
        let path = folder_of(&typed(&self.like));
        let task = Task::start(ctx, move |progress: &Progress| Briefing::open_with(&path, progress));
        self.opening = Some((self.like.clone(), task));
    }

    /// What is typed of the document, or what of it cannot be taken.
    fn metadata(&self, scene: &Scene<'_>) -> Result<document::Metadata, Message> {
        let read = self.proof.as_ref().map(|(_, proof)| proof.draft().metadata.clone()).unwrap_or_default();
        self.about.metadata(&read, scene.today).map_err(|wrong| match wrong {
            Wrong::Published => message!(new_briefing::wrong_published, typed = self.about.published.trim().to_owned()),
            Wrong::Language => message!(new_briefing::wrong_language, typed = self.about.language.trim().to_owned()),
        })
    }

    /// Proposes a folder, as long as the reader gives no other.
    fn propose(&mut self, scene: &Scene<'_>) {
        if self.folder != self.proposed {
            return;
        }
        let beside = match &self.proof {
            Some((Given::File(path, _), _)) if self.origin == Origin::File => typed(path).parent().map(Path::to_owned),
            _ => None,
        };
        let parent = beside.or_else(|| scene.folder.map(Path::to_owned)).or_else(std::env::home_dir);
        let parent = parent.unwrap_or_default();
        let title = self.about.title.trim();
        let name = slug(if title.is_empty() { "briefing" } else { title });
        let numbered = (2_u32..100).map(|number| format!("{name}-{number}"));
        let free = std::iter::once(name.clone()).chain(numbered).map(|name| parent.join(name));
        let folder = free.into_iter().find(|path| !path.exists()).unwrap_or_else(|| parent.join(&name));
        self.folder = folder.display().to_string();
        self.proposed.clone_from(&self.folder);
    }

    fn make(&mut self, ctx: &Context, scene: &Scene<'_>) {
        if self.folder.trim().is_empty() {
            self.problem = Some(sentence(&message!(new_briefing::no_folder), scene.words));
            return;
        }
        let metadata = match self.metadata(scene) {
            Ok(metadata) => metadata,
            Err(wrong) => {
                self.problem = Some(sentence(&wrong, scene.words));
                return;
            }
        };
        let folder = typed(&self.folder);
        let folder = std::path::absolute(&folder).unwrap_or(folder);
        let (goal, words, today) = (folder.clone(), scene.words.clone(), scene.today);
        let making = Making { today, beside: self.beside };
        let draft = self.proof.as_ref().filter(|_| self.origin.is_read()).map(|(_, proof)| {
            let mut draft = proof.draft().clone();
            draft.metadata = metadata.clone();
            draft
        });
        let (origin, other) = (self.origin, self.other.as_ref().map(|(_, other)| Arc::clone(other)));
        let task = Task::start(ctx, move |_: &Progress| {
            let name = metadata.title.unwrap_or_else(|| words.say(&message!(command_line::untitled)));
            let begun = Beginning { name: &name, today };
            let files = match (draft, other) {
                (Some(draft), _) => beginning::of_document(&goal, &draft, &making, &words),
                (None, _) if origin == Origin::Starter => starter::write(&goal),
                (None, Some(other)) if origin == Origin::Like => folder::fill(&goal, &beginning::like(&begun, &other)),
                (None, _) => folder::fill(&goal, &beginning::empty(&begun)),
            };
            files.map(|files| files.len())
        });
        self.making = Some((folder, task));
    }

    /// Looks what has come of what is being done.
    pub fn poll(&mut self, scene: &Scene<'_>) {
        let words = scene.words;
        if let Some(answer) = self.reading.as_ref().and_then(|(_, task)| task.answer())
            && let Some((given, _)) = self.reading.take()
        {
            match answer {
                Ok(Ok(proof)) => {
                    self.about = About::of(&proof.draft().metadata);
                    self.day = Some(proof.draft().unsaid_day(scene.today));
                    self.looking = Looking::default();
                    self.proof = Some((given, proof));
                    self.go(Step::Sentences);
                }
                Ok(Err(ImportError::Cancelled)) => {}
                Ok(Err(err)) => {
                    self.go(Step::Document);
                    self.problem = Some(words.say_all(&err.messages(), " "));
                }
                Err(Gone) => self.problem = Some(sentence(&message!(new_briefing::stopped), words)),
            }
        }
        if let Some(answer) = self.opening.as_ref().and_then(|(_, task)| task.answer())
            && let Some((path, _)) = self.opening.take()
        {
            match answer {
                Ok(Ok(other)) => {
                    self.other = Some((path, Arc::new(other)));
                    self.go(Step::About);
                }
                Ok(Err(LoadError::Cancelled)) => {}
                Ok(Err(err)) => self.problem = Some(words.say_all(&err.messages(), " ")),
                Err(Gone) => self.problem = Some(sentence(&message!(new_briefing::stopped), words)),
            }
        }
        if let Some(answer) = self.making.as_ref().and_then(|(_, task)| task.answer())
            && let Some((folder, _)) = self.making.take()
        {
            match answer {
                Ok(Ok(count)) => self.made = Some(self.made_in(folder, count, words)),
                Ok(Err(err)) => {
                    self.problem = Some(sentence(&err.message(), words));
                    self.wants_focus = true;
                }
                Err(Gone) => self.problem = Some(sentence(&message!(new_briefing::stopped), words)),
            }
        }
    }

    fn made_in(&self, folder: PathBuf, count: usize, words: &Words) -> Made {
        let shown = visible(&folder.display().to_string()).into_owned();
        let said = words.say(&message!(new_briefing::made, count = count, folder = shown));
        let copy = match &self.proof {
            _ if !self.origin.is_read() => None,
            Some(_) if self.beside => Some(folder.join(TEXT_FILE)),
            // It need not be a text that can be attached.
            Some((Given::File(path, _), _)) => Some(typed(path)),
            _ => None,
        };
        Made { folder, copy, said }
    }
}
