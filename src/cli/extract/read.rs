//! What the threads of a run do with an input: leave it, where the output holds it already, or read it, extract it and, for
//! formats that are text, write its records to memory.

use super::incremental::Known;
use super::tally::Tally;
use crate::batch::state::Entry;
use crate::batch::{Input, Unreadable};
use crate::cli::inputs::Named;
use crate::cli::replaced::Replaced;
use crate::extract::{Document, extract_records};
use crate::guard::contained;
use crate::record::RecordType;
use crate::sink::{Render, Texts};
use crate::source::{self, Source};

/// What came of one input.
pub(super) struct Read {
    pub path: String,
    pub found: Found,
    /// What an incremental run is to remember of it.
    pub entry: Option<Entry>,
    /// How many bytes were read.
    pub bytes: usize,
}

/// What was found in an input.
pub(super) enum Found {
    /// The output holds it already.
    Unchanged,
    /// Records, or that there are none.
    Records(Tally, Content),
    /// Why it could not be read.
    Nothing(Unreadable),
    /// Why a folder could not be listed.
    Unlisted(Unreadable),
    /// It is the file that the output would replace.
    Output,
}

/// What is to be written of an input.
pub(super) enum Content {
    /// In the form of the output already.
    Texts(Texts),
    /// Where the sink itself brings it into that form.
    Document(Box<Document>),
}

/// Of longer inputs, in bytes, the texts would take much memory at once: the sink writes them bit by bit.
const MAX_RENDERED: usize = 1 << 20;

/// What all inputs of a run are read by.
pub(super) struct Reader<'r> {
    pub named: &'r Named,
    pub records: &'r [RecordType],
    /// What an incremental run knows of them.
    pub known: Option<&'r Known>,
    /// What the output would replace.
    pub replaced: Replaced,
    /// What writes documents in the form of the output, if the sink has lent it.
    pub renderer: Option<Box<dyn Render>>,
}

impl Reader<'_> {
    /// Reads an input; one that cannot be read ends nothing, and one that brings a bug to light ends nothing either.
    pub fn read(&self, input: Result<Input, Unreadable>) -> Read {
        match input {
            Ok(input) if self.replaced.holds(&input) => Read { path: input.name, found: Found::Output, entry: None, bytes: 0 },
            Ok(input) => contained(&input.name, || match self.known {
                Some(known) => self.read_changed(&input, known),
                None => self.extract(&input, |_| false),
            })
            .unwrap_or_else(|bad| Read {
                path: input.name.clone(),
                found: Found::Nothing(bad),
                entry: None,
                bytes: 0,
            }),
            Err(bad) => Read { path: bad.name.clone(), found: Found::Unlisted(bad), entry: None, bytes: 0 },
        }
    }

    /// Reads an input unless its size and time are those of before, and extracts it unless its bytes are.
    fn read_changed(&self, input: &Input, known: &Known) -> Read {
        // Taken before the file is read: a change from here on gives it another.
        let stamp = input.stamp();
        let before = known.entry(&input.name);
        if stamp.is_some() && before.is_some_and(|before| before.stamp == stamp) {
            return Read { path: input.name.clone(), found: Found::Unchanged, entry: None, bytes: 0 };
        }
        let stamp = stamp.filter(|stamp| !stamp.is_fresh());
        let read = self.extract(input, |sha256| before.is_some_and(|before| before.sha256 == sha256));
        Read { entry: read.entry.map(|entry| Entry { stamp, ..entry }), ..read }
    }

    /// Reads the bytes of an input and extracts them, unless it is known by their hash.
    fn extract(&self, input: &Input, is_known: impl Fn(&str) -> bool) -> Read {
        let path = input.name.clone();
        let nothing = |path: String, bytes, bad| Read { path, found: Found::Nothing(bad), entry: None, bytes };
        let bytes = match self.named.bytes(input) {
            Ok(bytes) => bytes,
            Err(bad) => return nothing(path, 0, bad),
        };
        let sha256 = source::hash(&bytes);
        let entry = Some(Entry { stamp: None, sha256: sha256.clone() });
        let length = bytes.len();
        if is_known(&sha256) {
            return Read { path, found: Found::Unchanged, entry, bytes: length };
        }
        match self.named.decoding.decode_hashed(path.clone(), &bytes, sha256) {
            Ok(source) => Read { path, found: self.records_of(&source), entry, bytes: length },
            Err(error) => {
                let bad = Unreadable { name: path.clone(), line: Some(error.line), reason: error.to_string() };
                nothing(path, length, bad)
            }
        }
    }

    /// Extracts a file and, where that is wanted, writes its records to memory.
    fn records_of(&self, source: &Source) -> Found {
        let document = extract_records(source, self.records);
        let tally = Tally::of(&document);
        let renderer = self.renderer.as_ref().filter(|_| source.text.len() <= MAX_RENDERED);
        let content = match renderer.map(|renderer| renderer.render(&document)) {
            Some(Ok(texts)) => Content::Texts(texts),
            // What cannot be rendered fails again, and is told, where it is written.
            Some(Err(_)) | None => Content::Document(Box::new(document)),
        };
        Found::Records(tally, content)
    }
}
