//! From a plan to the texts of the files, held against what a briefing must be before anything is written.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::ImportError;
use super::example::{self, Without};
use super::plan::{FileEdit, Plan};
use crate::briefing::progress::Progress;
use crate::briefing::{Briefing, FileName, Folder, JsonEdit, fillings, laid_out, packed, spliced};
use crate::message;

/// The briefing that is imported into, in memory. Its folder is as it was until the texts are written.
#[derive(Clone, Debug)]
pub struct Desk {
    /// Where the folder lies, where it lies anywhere.
    at: Option<PathBuf>,
    folder: Folder,
    briefing: Briefing,
    changed: BTreeMap<FileName, Option<String>>,
}

impl Desk {
    /// The briefing in a folder.
    ///
    /// # Errors
    /// Where it is none that can be read, or is packed and so not written to.
    pub fn open(folder: &Path) -> Result<Self, ImportError> {
        if folder.is_file() && packed::is_meant(folder) {
            return Err(ImportError::Packed(folder.to_owned()));
        }
        Ok(Self { at: Some(folder.to_owned()), ..Self::of(Folder::read(folder, &Progress::default())?)? })
    }

    /// The briefing that some texts are.
    ///
    /// # Errors
    /// Where they are none.
    pub fn of(folder: Folder) -> Result<Self, ImportError> {
        let briefing = Briefing::of_folder(&folder)?;
        Ok(Self { at: None, folder, briefing, changed: BTreeMap::new() })
    }

    /// The briefing as it is with what was applied.
    pub const fn briefing(&self) -> &Briefing {
        &self.briefing
    }

    /// Where its folder lies; nowhere where it was made of texts.
    pub fn at(&self) -> Option<&Path> {
        self.at.as_deref()
    }

    /// The texts of its files.
    pub const fn folder(&self) -> &Folder {
        &self.folder
    }

    /// The files that what was applied changes, with their new texts; none where a file goes.
    pub const fn changed(&self) -> &BTreeMap<FileName, Option<String>> {
        &self.changed
    }

    /// The names of these files.
    pub fn changed_files(&self) -> Vec<String> {
        self.changed.keys().map(ToString::to_string).collect()
    }

    /// Applies a plan that was made for this briefing as it is.
    ///
    /// # Errors
    /// Where the briefing could not be read with it; then nothing has changed.
    pub fn apply(&mut self, plan: &Plan) -> Result<(), ImportError> {
        self.edit(&plan.edits)
    }

    /// Writes into the files what the program fills in of itself, and says of each place which file it is in.
    ///
    /// # Errors
    /// Where the briefing could not be read with it; then nothing has changed.
    pub fn fill(&mut self) -> Result<Vec<FileName>, ImportError> {
        let edits = fillings(&self.folder, &self.briefing);
        let files = edits.iter().map(|(file, _)| FileName::clone(file)).collect();
        let edits: Vec<FileEdit> = edits.into_iter().map(|(file, edit)| FileEdit::Change(file, edit)).collect();
        self.edit(&edits)?;
        Ok(files)
    }

    /// Takes out what is still the example's and named by nothing that is not, see [`Without`].
    ///
    /// # Errors
    /// Where what is left could not be read as a briefing; then nothing has changed.
    pub fn take_example_out(&mut self) -> Result<Without, ImportError> {
        let (edits, without) = example::without(self);
        self.edit(&edits)?;
        Ok(without)
    }

    /// Makes changes of the files.
    ///
    /// # Errors
    /// Where the briefing could not be read with them; then nothing has changed.
    pub(super) fn edit(&mut self, all: &[FileEdit]) -> Result<(), ImportError> {
        let mut folder = self.folder.clone();
        let mut changed = self.changed.clone();
        let mut edits: BTreeMap<&FileName, Vec<JsonEdit>> = BTreeMap::new();
        for edit in all {
            match edit {
                FileEdit::Create(file, json) => {
                    let text = laid_out(json);
                    folder.put(file, text.clone());
                    changed.insert(FileName::clone(file), Some(text));
                }
                FileEdit::Remove(file) => {
                    folder.remove(file);
                    changed.insert(FileName::clone(file), None);
                }
                FileEdit::Change(file, edit) => edits.entry(file).or_default().push(edit.clone()),
            }
        }
        for (file, edits) in edits {
            let text = folder.text(file).and_then(|text| spliced(text, &edits)).ok_or_else(|| {
                ImportError::of_file(file, message!(import::not_spliced), message!(import::not_spliced_remedy))
            })?;
            folder.put(file, text.clone());
            changed.insert(FileName::clone(file), Some(text));
        }
        let briefing = Briefing::of_folder(&folder)?;
        *self = Self { at: self.at.take(), folder, briefing, changed };
        Ok(())
    }
}
