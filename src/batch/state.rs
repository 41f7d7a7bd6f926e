//! What an incremental run remembers of the last one: which files it read, what they were then, and how it read them.
//!
//! The state is a file beside the output, a JSON object a line, in the order in which files were done; a later line on a path
//! stands for an earlier one. So a run that is cut short loses the lines that it had not written yet, and the next one reads
//! those files again. A state of other settings (another briefex, lexicon, format or choice of records) says only which files
//! there were.

use std::collections::HashMap;
use std::fs::{File, OpenOptions};
use std::io::{self, BufRead as _, BufReader, BufWriter, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::input::Stamp;
use crate::sink::output::Output;

/// The version of the state file.
const VERSION: u32 = 1;

/// What the output depends on besides the files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// The version of the state file.
    state: u32,
    /// The version of briefex.
    briefex: String,
    /// The output format.
    format: String,
    /// The record types that are written.
    records: Vec<String>,
    /// SHA-256 of the lexicon, if there is one.
    lexicon: Option<String>,
    /// How many bytes of a file are read at most.
    max_bytes: u64,
    /// The encoding that was named for the files, if one was.
    #[serde(default)]
    encoding: Option<String>,
}

impl Settings {
    /// The settings of a run of this briefex.
    pub fn new(format: &str, records: &[&str], lexicon: Option<String>, max_bytes: u64) -> Self {
        let records = records.iter().map(|&record| record.to_owned()).collect();
        let briefex = env!("CARGO_PKG_VERSION").to_owned();
        Self { state: VERSION, briefex, format: format.to_owned(), records, lexicon, max_bytes, encoding: None }
    }

    /// The same settings with an encoding named for the files.
    pub fn decoding(self, encoding: Option<&str>) -> Self {
        Self { encoding: encoding.map(str::to_owned), ..self }
    }
}

/// A file as it was when it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its size and time; none where they could not tell a later change.
    pub stamp: Option<Stamp>,
    /// SHA-256 of its bytes.
    pub sha256: String,
}

/// A line of the state file.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Line {
    Head { settings: Settings },
    Done { path: String, stamp: Option<Stamp>, sha256: String },
    Gone { gone: String },
}

/// What the last run left.
#[derive(Debug, Default)]
pub struct Previous {
    entries: HashMap<String, Entry>,
    /// Files of which the output holds what other settings made of them.
    stale: Vec<String>,
}

impl Previous {
    /// What a file was when it was read with the settings of this run.
    pub fn entry(&self, path: &str) -> Option<&Entry> {
        self.entries.get(path)
    }

    /// The files that the output may hold something of.
    pub fn paths(&self) -> impl Iterator<Item = &String> {
        self.entries.keys().chain(&self.stale)
    }
}

/// The state file, to be added to.
#[derive(Debug)]
pub struct Log {
    out: BufWriter<File>,
}

impl Log {
    /// Remembers a file of which the output now holds what it should.
    ///
    /// # Errors
    /// When the state cannot be written.
    pub fn done(&mut self, path: String, entry: Entry) -> io::Result<()> {
        write(&mut self.out, &Line::Done { path, stamp: entry.stamp, sha256: entry.sha256 })
    }

    /// Forgets a file that the output holds nothing of any more.
    ///
    /// # Errors
    /// When the state cannot be written.
    pub fn gone(&mut self, path: String) -> io::Result<()> {
        write(&mut self.out, &Line::Gone { gone: path })
    }

    /// Makes sure that what is remembered is in the file.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Reads the state beside an output, empty where there is none, and opens it to be added to.
///
/// # Errors
/// When the file cannot be read or written.
pub fn open(path: &Path, settings: &Settings) -> io::Result<(Previous, Log)> {
    let lines = match File::open(path) {
        Ok(mut file) => {
            check(&mut file)?;
            read(file)
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
        Err(error) => return Err(error),
    };
    let is_same = matches!(lines.first(), Some(Line::Head { settings: before }) if before == settings);
    let count = lines.len();
    let entries = entries(lines);
    // A file of which most lines are out of date is written anew.
    let is_long = count > 2 * entries.len() + 2;
    let previous = if is_same {
        Previous { entries, stale: Vec::new() }
    } else {
        Previous { entries: HashMap::new(), stale: entries.into_keys().collect() }
    };
    let log = if is_same && !is_long { appended(path)? } else { rewritten(path, settings, &previous)? };
    Ok((previous, log))
}

/// Refuses what is no state of any briefex: it may be somebody's. The first line is never cut short.
fn check(file: &mut File) -> io::Result<()> {
    const HEAD: &[u8] = b"{\"settings\":";
    let mut head = Vec::new();
    (&mut *file).take(HEAD.len() as u64).read_to_end(&mut head)?;
    file.rewind()?;
    if head.is_empty() || head == HEAD {
        return Ok(());
    }
    Err(io::Error::new(
        io::ErrorKind::InvalidData,
        "this is no state of briefex: it is left alone; remove it to read all files again",
    ))
}

/// The lines of a state. One that was cut short is none.
fn read(file: File) -> Vec<Line> {
    let lines = BufReader::new(file).split(b'\n').map_while(Result::ok);
    lines.filter_map(|line| serde_json::from_slice(&line).ok()).collect()
}

fn entries(lines: Vec<Line>) -> HashMap<String, Entry> {
    let mut entries = HashMap::new();
    for line in lines {
        match line {
            Line::Head { .. } => {}
            Line::Done { path, stamp, sha256 } => drop(entries.insert(path, Entry { stamp, sha256 })),
            Line::Gone { gone } => drop(entries.remove(&gone)),
        }
    }
    entries
}

fn write(log: &mut impl io::Write, line: &Line) -> io::Result<()> {
    serde_json::to_writer(&mut *log, line)?;
    log.write_all(b"\n")
}

/// The state file, to be added to. A line that was cut short ends where the next begins.
fn appended(path: &Path) -> io::Result<Log> {
    let mut file = OpenOptions::new().read(true).append(true).open(path)?;
    let mut last = [b'\n'];
    if file.metadata()?.len() > 0 {
        file.seek(SeekFrom::End(-1))?;
        file.read_exact(&mut last)?;
    }
    let mut out = BufWriter::new(file);
    if last != [b'\n'] {
        out.write_all(b"\n")?;
    }
    Ok(Log { out })
}

/// A new state file in the place of the old one, open to be added to. No hash fits stale files.
fn rewritten(path: &Path, settings: &Settings, previous: &Previous) -> io::Result<Log> {
    let mut output = Output::file(path)?;
    write(&mut output, &Line::Head { settings: settings.clone() })?;
    let mut known: Vec<_> = previous.entries.iter().collect();
    known.sort_by_key(|(path, _)| *path);
    for (path, entry) in known {
        write(&mut output, &Line::Done { path: path.clone(), stamp: entry.stamp, sha256: entry.sha256.clone() })?;
    }
    for path in &previous.stale {
        write(&mut output, &Line::Done { path: path.clone(), stamp: None, sha256: String::new() })?;
    }
    output.finish()?;
    appended(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(format: &str) -> Settings {
        Settings::new(format, &["facts"], None, 1 << 20)
    }

    fn entry(sha256: &str) -> Entry {
        Entry { stamp: Some(Stamp { size: 3, modified: 4 }), sha256: sha256.to_owned() }
    }

    #[test]
    fn a_state_outlives_its_run_even_cut_short() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state");
        let (_, mut log) = open(&path, &settings("json")).unwrap();
        for name in ["a", "b", "c"] {
            log.done(name.to_owned(), entry(name)).unwrap();
        }
        log.gone("b".to_owned()).unwrap();
        log.flush().unwrap();
        let bytes = std::fs::read(&path).unwrap();
        std::fs::write(&path, [&bytes[..], b"{\"path\":\"d\",\"st"].concat()).unwrap();
        let (previous, mut log) = open(&path, &settings("json")).unwrap();
        assert_eq!((previous.entry("a"), previous.entry("b"), previous.entry("d")), (Some(&entry("a")), None, None));
        log.done("e".to_owned(), entry("e")).unwrap();
        log.flush().unwrap();
        let (previous, _) = open(&path, &settings("json")).unwrap();
        let mut paths: Vec<_> = previous.paths().cloned().collect();
        paths.sort();
        assert_eq!(paths, ["a", "c", "e"]);
    }

    #[test]
    fn what_is_no_state_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state");
        for bytes in [&b"my notes\n"[..], b"\0", b"{\"path\":1}\n", &[0xFF; 5000]] {
            std::fs::write(&path, bytes).unwrap();
            assert!(open(&path, &settings("json")).unwrap_err().to_string().contains("left alone"));
            assert_eq!(std::fs::read(&path).unwrap(), bytes);
        }
        std::fs::write(&path, "").unwrap();
        open(&path, &settings("json")).unwrap();
    }

    #[test]
    fn other_settings_leave_nothing_but_names() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state");
        let (_, mut log) = open(&path, &settings("json")).unwrap();
        log.done("a".to_owned(), entry("a")).unwrap();
        log.flush().unwrap();
        for _ in 0..2 {
            let (previous, _) = open(&path, &settings("ndjson")).unwrap();
            assert!(previous.entry("a").is_none_or(|entry| entry.sha256.is_empty()));
            assert_eq!(previous.paths().collect::<Vec<_>>(), ["a"]);
        }
    }

    #[test]
    fn what_is_said_anew_too_often_is_said_once() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state");
        for round in 0..10 {
            let (_, mut log) = open(&path, &settings("json")).unwrap();
            log.done("a".to_owned(), entry(&round.to_string())).unwrap();
            log.flush().unwrap();
        }
        assert!(std::fs::read_to_string(&path).unwrap().lines().count() <= 5);
        assert_eq!(open(&path, &settings("json")).unwrap().0.entry("a"), Some(&entry("9")));
    }
}
