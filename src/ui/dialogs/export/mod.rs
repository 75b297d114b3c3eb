//! Exporting from the window: what, in which format, a look at what will be written, and where to.

mod destination;
mod foot;
mod form;
mod handing;
mod options;
mod output;
mod preview;
mod product;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{ColorImage, Context, Id, Ui};
use tempfile::TempDir;

use self::destination::{Destination, system_dialog};
use self::foot::{Intent, Sent};
use self::handing::Doors;
pub use self::handing::Hand;
use self::options::Options;
use self::output::{Output, offered};
use self::product::Product;
use super::path::{Answer, SystemDialog};
use crate::analysis::checks::Finding;
use crate::briefing::Briefing;
use crate::briefing::progress::Progress;
use crate::export::format::{HTML, PDF};
use crate::export::job::Job;
use crate::export::order::{self, Order};
use crate::export::parcel::Parcel;
use crate::export::picture::{ChartLook, Pixels};
use crate::export::query::Query;
use crate::export::settings::Notes;
use crate::export::stamp::Stamp;
use crate::export::{file, packing};
use crate::message;
use crate::ui::dialogs::report::sentence;
use crate::ui::shell::desk::{Command, TabKey};
use crate::ui::shell::notice::Notice;
use crate::ui::shell::task::{Gone, Steps, Task};
use crate::words::Words;

/// What the dialog exports from.
pub struct Scene<'a> {
    /// The words of the reader's language.
    pub words: &'a Words,
    /// The open briefing.
    pub briefing: &'a Arc<Briefing>,
    /// What the checks found in it.
    pub findings: &'a Arc<[Finding]>,
    /// The open tab.
    pub tab: TabKey,
    /// What the tabs show.
    pub query: Query,
    /// How the trade is drawn.
    pub chart: ChartLook,
    /// The folder that was exported to last.
    pub folder: Option<&'a Path>,
    /// The folder of the open briefing; none of the bundled one.
    pub source: Option<&'a Path>,
}

/// The dialog and what is remembered of it while the window is open.
#[derive(Default)]
pub struct ExportState {
    dialog: Option<Dialog>,
    chosen: SystemDialog,
    options: Options,
    made: Option<Stamp>,
    /// A picture that is being drawn for the clipboard.
    copying: Option<Task<Result<ColorImage, String>>>,
    doors: Doors,
    /// What is being handed to the system.
    handing: Option<Task<Result<Option<TempDir>, String>>>,
    /// What was handed over to be printed, which is kept as long as the window is open.
    printed: Vec<TempDir>,
}

/// The dialog while it is open.
struct Dialog {
    output: &'static Output,
    destination: Destination,
    product: Option<Product>,
    step: Step,
    /// What the file is sent as, where it is shown in its folder afterwards.
    sent: Option<Sent>,
    /// What went wrong, with what to do.
    problem: Option<String>,
    wants_focus: bool,
    /// What had the keyboard before.
    came_from: Option<Id>,
}

/// How far the saving is.
enum Step {
    /// Nothing is saved yet.
    Choosing,
    /// There is a file; may it be replaced?
    Asking(PathBuf),
    /// As soon as it is made, and whether it may take the place of whatever is there.
    Waiting(PathBuf, bool),
    /// It is being written.
    Writing(PathBuf, Task<Result<(), String>>),
    /// The briefing is being packed and written.
    Packing(PathBuf, Task<Result<(), String>, Progress>),
    /// It is printed as soon as it is made.
    Printing,
}

impl ExportState {
    /// The dialog as it was when the window was open last.
    pub fn remembered(notes: Notes) -> Self {
        let mut state = Self::default();
        state.options.notes = notes;
        state
    }

    /// Where a table says what it is, as was chosen last.
    pub const fn notes(&self) -> Notes {
        self.options.notes
    }

    /// Opens the dialog at what the open tab shows.
    pub fn open(&mut self, ctx: &Context, scene: &Scene<'_>) {
        let (offered, _) = offered(scene.briefing, scene.tab);
        let Some(output) = offered.first().copied() else { return };
        let name = output.file_name(scene.briefing, &scene.query, self.options.format(output));
        let folder = scene.folder.map(ToOwned::to_owned).or_else(std::env::home_dir).unwrap_or_default();
        self.dialog = Some(Dialog {
            output,
            destination: Destination::new(&folder, name),
            product: None,
            step: Step::Choosing,
            sent: None,
            problem: None,
            wants_focus: true,
            came_from: ctx.memory(egui::Memory::focused),
        });
    }

    /// Whether the dialog is open.
    pub const fn is_open(&self) -> bool {
        self.dialog.is_some()
    }

    /// Closes the dialog, stops what it does, and gives the keyboard back. Returns whether it was open.
    pub fn close(&mut self, ctx: &Context) -> bool {
        let Some(dialog) = self.dialog.take() else { return false };
        if let Some(id) = dialog.came_from {
            ctx.memory_mut(|memory| memory.request_focus(id));
        }
        true
    }

    /// Draws the picture of the open tab for the clipboard; none where the tab has none.
    ///
    /// # Errors
    /// Why it cannot be drawn.
    pub fn copy_picture(&mut self, ctx: &Context, scene: &Scene<'_>) -> Result<(), String> {
        let (offered, own) = offered(scene.briefing, scene.tab);
        let picture = offered.into_iter().take(own).find(|output| output.is_picture());
        let picture = picture.ok_or_else(|| scene.words.say(&message!(export_dialog::no_picture)))?;
        self.copying = Some(draw(ctx, scene, ordered(&self.options, picture, scene, made(self.made, scene.words)?)?));
        Ok(())
    }

    /// Whether there is anything to draw or to wait for.
    pub const fn is_busy(&self) -> bool {
        self.dialog.is_some() || self.copying.is_some() || self.handing.is_some()
    }

    /// Lets every export say that it was made at one second, so that pictures of the dialog stay the same.
    pub const fn set_made(&mut self, made: Stamp) {
        self.made = Some(made);
    }

    /// Lets what is handed to the system go elsewhere, as in tests.
    pub const fn set_doors(&mut self, print: Hand, show: Hand) {
        self.doors = Doors { print, show };
    }

    /// Draws the dialog, if it is open. Returns what is to be done: tell where the file is, or copy.
    pub fn ui(&mut self, ui: &Ui, scene: &Scene<'_>) -> Option<Command> {
        if let Some(picture) = self.copying.as_ref().and_then(|task| outcome(task, scene.words)) {
            self.copying = None;
            return Some(match picture {
                Ok(picture) => Command::CopyPicture(Arc::new(picture)),
                Err(why) => Command::Tell(Notice::failed(why)),
            });
        }
        if let Some(handed) = self.handing.as_ref().and_then(|task| outcome(task, scene.words)) {
            self.handing = None;
            match handed {
                Ok(printed) => self.printed.extend(printed),
                Err(why) => return Some(Command::Tell(Notice::failed(why))),
            }
        }
        let answer = self.chosen.answer();
        let dialog = self.dialog.as_mut()?;
        let ctx = ui.ctx();
        let order = order(dialog, &self.options, scene, self.made);
        match order {
            Ok(order) => dialog.make(ctx, scene, order),
            // What was made is not what is asked for now.
            Err(why) => (dialog.product, dialog.problem) = (None, Some(why)),
        }
        let format = self.options.format(dialog.output);
        dialog.destination.follow(dialog.output.file_name(scene.briefing, &scene.query, format), format);
        match answer {
            // The system's dialog has asked already.
            Some(Answer::Chosen(path)) => {
                dialog.destination.choose(&path);
                dialog.step = Step::Waiting(path, false);
            }
            Some(Answer::Nothing) => {
                dialog.problem = Some(scene.words.say(&message!(export_dialog::no_place)));
            }
            None => {}
        }
        if let Some(path) = dialog.advance(ctx, scene.words) {
            let beside = if dialog.sent == Some(Sent::File) { None } else { dialog.path_beside(&path) };
            if dialog.sent.is_some() {
                self.handing = Some(shown(ctx, scene.words, self.doors, path.clone()));
            }
            self.close(ctx);
            return Some(Command::Exported(path, beside));
        }
        if matches!(dialog.step, Step::Printing)
            && let Some(contents) = dialog.product.as_ref().and_then(|product| product.contents.as_ref())
        {
            dialog.step = Step::Choosing;
            if let Ok(contents) = contents {
                let name = PathBuf::from(dialog.output.file_name(scene.briefing, &scene.query, format));
                let parcel = Arc::clone(&contents.parcel);
                self.handing = Some(printed(ctx, scene.words, self.doors, (name, parcel)));
            }
        }
        match form::ui(ui, scene, dialog, &mut self.options, self.chosen.is_open())? {
            Intent::Close => {
                self.close(ctx);
                None
            }
            Intent::Save(path) => {
                dialog.sent = None;
                dialog.save(ctx, scene, path, false);
                None
            }
            Intent::Replace(path) => {
                dialog.save(ctx, scene, path, true);
                None
            }
            Intent::Print => {
                self.options.choose(&PDF);
                dialog.step = Step::Printing;
                ctx.request_repaint();
                None
            }
            Intent::Send(sent) => {
                let folder = dialog.destination.file(format).and_then(|file| Some(file.parent()?.to_owned()));
                let folder = folder.unwrap_or_default();
                let name = match sent {
                    Sent::Page => {
                        self.options.choose(&HTML);
                        dialog.output = output::brief();
                        dialog.output.file_name(scene.briefing, &scene.query, &HTML)
                    }
                    Sent::File => output::packed_name(scene.briefing),
                };
                dialog.sent = Some(sent);
                dialog.product = dialog.product.take().filter(|_| sent == Sent::File);
                dialog.save(ctx, scene, folder.join(name), false);
                None
            }
            Intent::Choose(path) => {
                let title = scene.words.say(&message!(export_dialog::title));
                self.chosen.open(ctx, move || system_dialog(title, &path));
                None
            }
            Intent::Stop => {
                (dialog.step, dialog.sent) = (Step::Choosing, None);
                None
            }
            Intent::Copy => {
                let product = dialog.product.as_ref()?;
                if dialog.output.is_picture() {
                    self.copying = Some(draw(ctx, scene, product.order.clone()));
                    return None;
                }
                let text = String::from_utf8_lossy(&product.finished()?.parcel.bytes).into_owned();
                Some(Command::Copy(text.trim_start_matches('\u{feff}').to_owned()))
            }
        }
    }
}

/// What the dialog asks for. What is made already keeps the second at which it was.
fn order(dialog: &Dialog, options: &Options, scene: &Scene<'_>, fixed: Option<Stamp>) -> Result<Order, String> {
    let made = match (fixed, &dialog.product) {
        (None, Some(product)) => product.order.settings.made,
        (fixed, _) => made(fixed, scene.words)?,
    };
    ordered(options, dialog.output, scene, made)
}

/// The order for something that the tabs show.
fn ordered(options: &Options, output: &Output, scene: &Scene<'_>, made: Stamp) -> Result<Order, String> {
    options.order(output, scene, made).map_err(|why| sentence(&why, scene.words))
}

/// The second at which something is made now.
fn made(fixed: Option<Stamp>, words: &Words) -> Result<Stamp, String> {
    let now = || Stamp::at(std::env::var("SOURCE_DATE_EPOCH").ok().as_deref());
    fixed.map_or_else(now, Ok).map_err(|err| words.say(&err.message()))
}

/// Draws a picture as pixels.
fn draw(ctx: &Context, scene: &Scene<'_>, order: Order) -> Task<Result<ColorImage, String>> {
    let (briefing, words) = (Arc::clone(scene.briefing), scene.words.clone());
    Task::start(ctx, move |job: &Job| {
        let picture =
            order::draw(&briefing, &order, &words, job).and_then(|picture| picture.pixels(order.settings.look.density));
        let Pixels { width, height, rgba } = picture.map_err(|err| sentence(&err.message(), &words))?;
        Ok(ColorImage::from_rgba_unmultiplied([width as usize, height as usize], &rgba))
    })
}

/// Shows a file in its folder.
fn shown(ctx: &Context, words: &Words, doors: Doors, file: PathBuf) -> Task<Result<Option<TempDir>, String>> {
    let words = words.clone();
    Task::start(ctx, move |_: &Job| (doors.show)(&file).map(|()| None).map_err(|why| words.say(&why)))
}

/// Hands pages over to be printed, in a folder that only the reader can look into.
fn printed(
    ctx: &Context,
    words: &Words,
    doors: Doors,
    (name, parcel): (PathBuf, Arc<Parcel>),
) -> Task<Result<Option<TempDir>, String>> {
    let words = words.clone();
    Task::start(ctx, move |job: &Job| {
        let failed = |err: std::io::Error| words.say(&message!(export_dialog::no_room_to_print, why = &err));
        let folder = tempfile::Builder::new().prefix("briefing-desk-").tempdir().map_err(failed)?;
        let file = folder.path().join(name);
        let written = parcel.write(&file, true, || job.is_cancelled());
        written.map_err(|err| words.say(&message!(dialogs::sentence, said = err.message())))?;
        (doors.print)(&file).map(|()| Some(folder)).map_err(|why| words.say(&why))
    })
}

/// What came of a task, once it is there.
fn outcome<T: Send + 'static, S: Steps>(task: &Task<Result<T, String>, S>, words: &Words) -> Option<Result<T, String>> {
    let answer = task.answer()?;
    Some(answer.unwrap_or_else(|Gone| Err(words.say(&message!(export_dialog::stopped)))))
}

/// Packs the open briefing and writes it.
fn packed(ctx: &Context, scene: &Scene<'_>, path: PathBuf) -> Task<Result<(), String>, Progress> {
    let (words, folder) = (scene.words.clone(), scene.source.map(ToOwned::to_owned));
    Task::start(ctx, move |progress: &Progress| {
        let packed = packing::pack_with(folder.as_deref(), progress);
        let packed = packed.map_err(|err| {
            let lines: Vec<String> = err.messages().iter().map(|line| sentence(line, &words)).collect();
            lines.join("\n")
        })?;
        let written = file::write_unless(&path, &packed.bytes, || progress.is_cancelled());
        written.map_err(|err| sentence(&err.message(), &words))
    })
}

impl Dialog {
    /// What came of writing a file.
    fn written(&mut self, path: PathBuf, outcome: Result<(), String>) -> Option<PathBuf> {
        match outcome {
            Ok(()) => Some(path),
            Err(why) => {
                self.problem = Some(why);
                self.step = Step::Choosing;
                None
            }
        }
    }

    /// Makes what is ordered, unless it is made or being made already.
    fn make(&mut self, ctx: &Context, scene: &Scene<'_>, order: Order) {
        match &mut self.product {
            Some(product) if product.is_of(&order, scene.briefing) => product.poll(scene.words),
            product => *product = Some(Product::start(ctx, scene.briefing, scene.findings, order, scene.words)),
        }
    }

    /// Begins to save to a path, unless it has to be asked first whether what is there may be replaced.
    fn save(&mut self, ctx: &Context, scene: &Scene<'_>, path: PathBuf, may_replace: bool) {
        self.problem = None;
        self.step = if !may_replace && path.exists() {
            Step::Asking(path)
        } else if self.sent == Some(Sent::File) {
            Step::Packing(path.clone(), packed(ctx, scene, path))
        } else {
            Step::Waiting(path, may_replace)
        };
        ctx.request_repaint();
    }

    /// Whether what is ordered cannot be made.
    fn failed(&self) -> bool {
        self.product.as_ref().is_none_or(|product| matches!(product.contents, Some(Err(_))))
    }

    /// What would be written beside a file.
    fn path_beside(&self, path: &Path) -> Option<PathBuf> {
        self.product.as_ref()?.finished()?.parcel.path_beside(path)
    }

    /// Goes on with the saving, as far as it can. Returns the file that has been written.
    fn advance(&mut self, ctx: &Context, words: &Words) -> Option<PathBuf> {
        let contents = self.product.as_ref().and_then(|product| product.contents.as_ref());
        match &self.step {
            Step::Choosing | Step::Asking(_) | Step::Printing => None,
            Step::Waiting(path, may_replace) => {
                match contents? {
                    // What stands beside it and is not of an earlier export goes only when it is said.
                    Ok(contents) if !may_replace && contents.parcel.foreign(path).is_some() => {
                        self.step = Step::Asking(path.clone());
                    }
                    Ok(contents) => {
                        let (path, parcel) = (path.clone(), Arc::clone(&contents.parcel));
                        let (goal, words) = (path.clone(), words.clone());
                        let task = Task::start(ctx, move |job: &Job| {
                            let written = parcel.write(&path, true, || job.is_cancelled());
                            written.map_err(|err| words.say(&message!(dialogs::sentence, said = err.message())))
                        });
                        self.step = Step::Writing(goal, task);
                    }
                    // Why there is nothing to write stands where the preview would.
                    Err(_) => self.step = Step::Choosing,
                }
                None
            }
            Step::Writing(path, task) => {
                let (path, outcome) = (path.clone(), outcome(task, words)?);
                self.written(path, outcome)
            }
            Step::Packing(path, task) => {
                let (path, outcome) = (path.clone(), outcome(task, words)?);
                self.written(path, outcome)
            }
        }
    }
}
