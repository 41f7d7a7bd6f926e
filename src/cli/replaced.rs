//! What a run would replace: an input must not be among it, whatever it is called there.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use same_file::Handle;

use super::Usage;
use crate::batch::Input;

/// The files that the output of a run would take the place of.
#[derive(Debug, Default)]
pub(super) struct Replaced {
    files: HashSet<Handle>,
    /// A folder that takes a file for each input, and the ending of those.
    folder: Option<(PathBuf, String)>,
}

impl Replaced {
    /// Those of these files that are there.
    pub fn files(paths: impl IntoIterator<Item = PathBuf>) -> Self {
        let files = paths.into_iter().filter(|path| path.is_file());
        Self { files: files.filter_map(|path| Handle::from_path(path).ok()).collect(), folder: None }
    }

    /// What has this ending in a folder: which of it the inputs will have as their places, only the last of them says.
    pub fn mirrored(folder: &Path, ending: &str) -> Self {
        let folder = folder.canonicalize().ok().map(|folder| (folder, ending.to_owned()));
        Self { files: HashSet::new(), folder }
    }

    /// Whether an input, or the archive that it stands in, is among them.
    pub fn holds(&self, input: &Input) -> bool {
        let Some(path) = input.origin() else { return false };
        // Asking the disk costs as much as reading a small file.
        let is_file = || Handle::from_path(path).is_ok_and(|own| self.files.contains(&own));
        let is_below = |(folder, ending): &(PathBuf, String)| {
            path.extension().is_some_and(|own| *own == **ending) && path.canonicalize().is_ok_and(|path| path.starts_with(folder))
        };
        (!self.files.is_empty() && is_file()) || self.folder.as_ref().is_some_and(is_below)
    }
}

/// What is said of such an input.
pub(super) fn refusal(name: &str) -> anyhow::Error {
    Usage(format!("{name}: this is the input and would be the output; nothing was written")).into()
}
