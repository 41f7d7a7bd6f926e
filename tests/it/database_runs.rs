//! What becomes of a database from run to run: replaced, kept, refused, cut short.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use briefex::record::RecordType;
use rusqlite::Connection;

use crate::database::{arg, extract, open, rebuilt, texts};

/// All that a database holds, without its keys.
fn content(database: &Connection) -> Vec<Vec<Vec<String>>> {
    let sorted = |record: &RecordType| {
        let mut rows = rebuilt(database, *record);
        rows.sort();
        rows
    };
    RecordType::ALL.iter().map(sorted).collect()
}

fn briefing(title: &str, advice: &str) -> String {
    format!("# {title}\n\n**Date:** 2026-02-01\n**Source:** Ostrel\n\n## Advice for investors\n\n1. {advice}\n2. Wait\n")
}

fn found(database: &Connection, word: &str) -> Vec<String> {
    texts(database, &format!("SELECT DISTINCT path FROM search_results WHERE words MATCH '{word}'"))
}

fn assert_sound(database: &Connection) {
    assert_eq!(texts(database, "PRAGMA foreign_key_check"), [""; 0]);
    assert_eq!(texts(database, "PRAGMA integrity_check"), ["ok"]);
    database.execute("INSERT INTO search (search) VALUES ('integrity-check')", []).expect("the index is that of the texts");
}

#[test]
fn writing_again_changes_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.sqlite");
    assert!(extract(&["-o", arg(&path), "fixtures"]).status.success());
    let once = content(&open(&path));
    assert!(extract(&["-o", arg(&path), "fixtures"]).status.success());
    let database = open(&path);
    assert_eq!(content(&database), once);
    assert_sound(&database);
}

#[test]
fn a_source_file_replaces_its_own_rows_and_no_others() {
    let folder = tempfile::tempdir().expect("a folder");
    let (inputs, path) = (folder.path().join("in"), folder.path().join("new/a.sqlite"));
    std::fs::create_dir(&inputs).expect("made");
    for (name, advice) in [("a.md", "Buy kelp futures"), ("b.md", "Sell barley"), ("c.md", "Buy barley")] {
        std::fs::write(inputs.join(name), briefing(name, advice)).expect("written");
    }
    assert!(extract(&["-o", arg(&path), arg(&inputs)]).status.success());
    let of_others = "SELECT recommendation_key || path || text FROM advice WHERE path <> 'a.md' ORDER BY 1";
    let others = texts(&open(&path), of_others);
    assert_eq!(others.len(), 4);
    std::fs::write(inputs.join("a.md"), briefing("A", "Hold seaweed")).expect("written");
    assert!(extract(&["-o", arg(&path), arg(&inputs.join("a.md"))]).status.success());
    // Named alone, the file is another one to the database: it goes by the path that was reported.
    assert_eq!(texts(&open(&path), "SELECT count(*) FROM files"), ["4"]);
    std::fs::remove_file(inputs.join("b.md")).expect("removed");
    std::fs::remove_file(inputs.join("c.md")).expect("removed");
    assert!(extract(&["-o", arg(&path), arg(&inputs)]).status.success());
    let database = open(&path);
    assert!(others.iter().all(|row| texts(&database, of_others).contains(row)), "rows of files that are gone are kept");
    assert_eq!(texts(&database, "SELECT text FROM advice WHERE path = 'a.md' ORDER BY rank"), ["Hold seaweed", "Wait"]);
    assert_eq!((found(&database, "kelp").len(), found(&database, "barley").len()), (0, 2));
    assert_sound(&database);
}

#[test]
fn a_file_that_can_no_longer_be_read_leaves_its_reason() {
    let folder = tempfile::tempdir().expect("a folder");
    let (inputs, path) = (folder.path().join("in"), folder.path().join("a.sqlite"));
    std::fs::create_dir(&inputs).expect("made");
    std::fs::write(inputs.join("a.md"), briefing("A", "Buy kelp futures")).expect("written");
    assert!(extract(&["-o", arg(&path), arg(&inputs)]).status.success());
    std::fs::write(inputs.join("a.md"), b"# A\n\x89PNG\0\0\0\0\0\0\0\0\0\n").expect("written");
    assert_eq!(extract(&["-o", arg(&path), arg(&inputs)]).status.code(), Some(1));
    let database = open(&path);
    assert_eq!(texts(&database, "SELECT path || ' ' || kind || ' ' || (error IS NOT NULL) FROM files"), ["a.md unreadable 1"]);
    assert_eq!(texts(&database, "SELECT id FROM briefings UNION SELECT id FROM recommendations"), [""; 0]);
    assert!(found(&database, "kelp").is_empty());
}

/// Runs into a file that must stay as it is, and gives what is said.
fn refused(path: &Path) -> String {
    let before = std::fs::read(path).expect("a file");
    let output = extract(&["-f", "sqlite", "-o", arg(path), "fixtures/en"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(std::fs::read(path).expect("a file") == before, "the file has changed");
    assert_eq!(std::fs::read_dir(path.parent().expect("a folder")).expect("a folder").count(), 1);
    String::from_utf8(output.stderr).expect("UTF-8")
}

#[test]
fn what_briefex_did_not_make_is_left_alone() {
    let folder = || tempfile::tempdir().expect("a folder");
    let (text, foreign, other) = (folder(), folder(), folder());
    let path = text.path().join("notes.db");
    std::fs::write(&path, "not a database, though long enough to hold the head of one: ".repeat(20)).expect("written");
    assert!(refused(&path).contains("notes.db: this is no database"));
    let path = foreign.path().join("foreign.db");
    open(&path).execute_batch("CREATE TABLE files (a); INSERT INTO files VALUES (1);").expect("made");
    assert!(refused(&path).contains("none of briefex"));
    let path = other.path().join("other.sqlite");
    assert!(extract(&["-o", arg(&path), "fixtures/en"]).status.success());
    open(&path).pragma_update(None, "user_version", 99).expect("changed");
    assert!(refused(&path).contains("tables of version 99"));
}

/// Reads from a pipe that stays open, so that the run is in the middle of its work, and kills it there.
#[cfg(unix)]
fn run_and_kill(path: &Path, inputs: &Path) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_briefex"));
    let command = command.args(["extract", "-q", "-o", arg(path), arg(inputs), "-"]).stdin(Stdio::piped());
    let mut child = command.spawn().expect("runs");
    let journal = path.with_file_name(format!("{}-journal", path.file_name().expect("a name").display()));
    let start = Instant::now();
    while !journal.exists() {
        assert!(start.elapsed() < Duration::from_secs(60), "the transaction has not begun");
        std::thread::sleep(Duration::from_millis(5));
    }
    std::thread::sleep(Duration::from_millis(500));
    child.kill().expect("killed");
    child.wait().expect("ends");
}

#[cfg(unix)]
#[test]
fn a_run_that_is_killed_has_not_been() {
    let folder = tempfile::tempdir().expect("a folder");
    let (inputs, path) = (folder.path().join("in.md"), folder.path().join("a.sqlite"));
    std::fs::write(&inputs, briefing("A", "Buy kelp")).expect("written");
    run_and_kill(&path, &inputs);
    // What the killed run has left of a new database is none yet, and can be written to.
    assert!(extract(&["-o", arg(&path), arg(&inputs)]).status.success());
    let before = content(&open(&path));
    std::fs::write(&inputs, briefing("A", "Hold seaweed")).expect("written");
    run_and_kill(&path, &inputs);
    let database = open(&path);
    assert_eq!(content(&database), before);
    assert_sound(&database);
}

/// A limit on the size of files stands for a disk that is full.
#[cfg(unix)]
#[test]
fn a_run_that_fails_leaves_what_was_there() {
    let run = |path: &Path, blocks: u32| {
        let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" extract -q -o \"$1\" fixtures");
        let mut shell = Command::new("sh");
        let shell = shell.args(["-c", &script, env!("CARGO_BIN_EXE_briefex"), arg(path)]);
        shell.current_dir(env!("CARGO_MANIFEST_DIR")).output().expect("runs")
    };
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.sqlite");
    let output = run(&path, 400);
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 0, "a new file is removed");
    assert!(extract(&["-o", arg(&path), "fixtures/en"]).status.success());
    let before = content(&open(&path));
    let blocks = u32::try_from(std::fs::metadata(&path).expect("a file").len() / 512).expect("small");
    assert_eq!(run(&path, blocks / 2).status.code(), Some(1));
    assert_eq!(content(&open(&path)), before);
}
