//! Runs that go on where the last one ended: what is skipped, replaced and removed, and that a run cut short leaves whole files,
//! which the next one completes.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

use serde_json::Value;

use crate::fixtures;

/// An archive of copies of the fixtures, and a place for its output.
struct Archive {
    folder: tempfile::TempDir,
}

impl Archive {
    fn new(copies: usize) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        for fixture in fixtures::all() {
            for copy in 0..copies {
                let path = folder.path().join("in").join(format!("{copy:03}")).join(&fixture.name);
                std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
                std::fs::write(&path, &fixture.source.text).expect("written");
            }
        }
        let archive = Self { folder };
        archive.age();
        archive
    }

    fn input(&self, name: &str) -> PathBuf {
        self.folder.path().join("in").join(name)
    }

    fn output(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Makes all files older than the clock's tick, so that their times count.
    fn age(&self) {
        let old = std::time::SystemTime::now() - Duration::from_secs(60);
        for path in files(&self.input("")).into_keys() {
            let file = std::fs::File::options().append(true).open(self.input("").join(path)).expect("a file");
            file.set_modified(old).expect("a time");
        }
    }

    fn command(&self, output: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_briefex"));
        command.args(["extract", "-q", "--summary", "json"]).args(arguments);
        command.arg("-o").arg(self.output(output)).arg(self.input(""));
        command.stdin(Stdio::null());
        command
    }

    /// Runs to the end and gives the summary.
    fn run(&self, output: &str, arguments: &[&str]) -> Value {
        summary(&self.command(output, arguments).output().expect("runs"))
    }

    fn start(&self, output: &str) -> Child {
        let mut command = self.command(output, &["--incremental"]);
        command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("runs")
    }
}

fn summary(output: &Output) -> Value {
    let errors = String::from_utf8_lossy(&output.stderr);
    serde_json::from_str(errors.lines().last().expect("a summary")).unwrap_or_else(|_| panic!("{errors}"))
}

/// The files below a folder with their bytes, but for the state.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    let entries = walkdir::WalkDir::new(folder).into_iter().map(|entry| entry.expect("an entry"));
    for entry in entries.filter(|entry| entry.file_type().is_file() && entry.file_name() != ".briefex-state") {
        let path = entry.path().strip_prefix(folder).expect("below").to_owned();
        files.insert(path, std::fs::read(entry.path()).expect("a file"));
    }
    files
}

/// What an output holds, whatever order it was written in.
fn content(output: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    if output.is_dir() { files(output) } else { crate::incremental::database::rows(output) }
}

#[cfg(feature = "sqlite")]
mod database {
    use super::*;

    /// The rows of some tables, sorted.
    pub fn rows(path: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
        let database = rusqlite::Connection::open(path).expect("a database");
        let queries = [
            ("files", "SELECT path || ' ' || sha256 || ' ' || briefings FROM files"),
            ("briefings", "SELECT path || ' ' || id || ' ' || title FROM briefings JOIN files USING (file_key)"),
            (
                "facts",
                "SELECT path || ' ' || f.id || ' ' || f.label || f.text FROM facts f JOIN briefings USING (briefing_key) JOIN files USING (file_key)",
            ),
            ("search", "SELECT path || ' ' || line || ' ' || text FROM search_results WHERE words MATCH '情景'"),
        ];
        let of = |query: &str| {
            let mut statement = database.prepare(query).expect("a query");
            let rows = statement.query_map([], |row| row.get::<_, Option<String>>(0)).expect("rows");
            let mut rows: Vec<String> = rows.map(|row| row.expect("a row").unwrap_or_default()).collect();
            rows.sort();
            rows.join("\n").into_bytes()
        };
        queries.into_iter().map(|(name, query)| (name.into(), of(query))).collect()
    }
}

#[cfg(not(feature = "sqlite"))]
mod database {
    use super::*;

    pub fn rows(_: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
        BTreeMap::new()
    }
}

/// The outputs that an incremental run can go on with.
fn outputs() -> Vec<&'static str> {
    if cfg!(feature = "sqlite") { vec!["out/", "out.sqlite"] } else { vec!["out/"] }
}

#[test]
fn what_is_unchanged_is_not_read_again() {
    for output in outputs() {
        let archive = Archive::new(1);
        let first = archive.run(output, &["--incremental"]);
        assert_eq!(first["skipped"], 0, "{output}");
        let before = content(&archive.output(output));
        let second = archive.run(output, &["--incremental"]);
        assert_eq!((&second["skipped"], &second["briefings"]), (&first["files"], &0.into()), "{output}");
        assert!(content(&archive.output(output)) == before, "{output}");
        // A touched file is read, and found to be what it was.
        let touched = std::fs::File::options().append(true).open(archive.input("000/zh/two-sets.md")).expect("a file");
        touched.set_modified(std::time::SystemTime::now() - Duration::from_secs(30)).expect("a time");
        assert_eq!(archive.run(output, &["--incremental"])["skipped"], first["files"], "{output}");
    }
}

#[test]
fn the_end_is_that_of_a_run_from_scratch() {
    for output in outputs() {
        let archive = Archive::new(2);
        archive.run(output, &["--incremental"]);
        std::fs::write(
            archive.input("000/zh/two-sets.md"),
            "# 新\n\n日期：2026-02-03\n来源：甲\n\n- 乐观情景（30%）：甲\n- 悲观情景（70%）：乙\n",
        )
        .expect("written");
        std::fs::write(archive.input("000/new.md"), "# New\n\nDate: 2026-02-03\nSource: A\n").expect("written");
        std::fs::write(archive.input("001/zh/two-sets.md"), [0; 64]).expect("written");
        std::fs::remove_dir_all(archive.input("001/en")).expect("removed");
        let summary = archive.run(output, &["--incremental"]);
        assert_eq!(summary["failed"], 1, "{output}");
        assert!(summary["removed"].as_u64().is_some_and(|removed| removed > 5), "{output}: {summary}");
        let scratch = format!("scratch-{output}");
        archive.run(&scratch, &[]);
        assert!(content(&archive.output(output)) == content(&archive.output(&scratch)), "{output}");
        assert!(!archive.output("out/001/en").exists());
    }
}

#[test]
fn other_settings_extract_anew() {
    for output in outputs() {
        let archive = Archive::new(1);
        archive.run(output, &["--incremental"]);
        std::fs::remove_file(archive.input("000/zh/two-sets.md")).expect("removed");
        let summary = archive.run(output, &["--incremental", "-r", "briefings,scenarios"]);
        assert_eq!((&summary["skipped"], &summary["removed"]), (&0.into(), &1.into()), "{output}: {summary}");
        let lexicon = fixtures::root().join("lexicon/german.toml");
        let lexicon = ["--incremental", "-r", "briefings,scenarios", "--lexicon", lexicon.to_str().expect("UTF-8")];
        assert_eq!(archive.run(output, &lexicon)["skipped"], 0, "{output}");
        let summary = archive.run(output, &lexicon);
        assert_eq!(summary["skipped"], summary["files"], "{output}");
        // What the output has lost is made again, whatever the state says.
        if output == "out/" {
            std::fs::remove_file(archive.output("out/000/zh/scenarios-headings.md.json")).expect("removed");
        } else {
            std::fs::remove_file(archive.output(output)).expect("removed");
        }
        assert_ne!(archive.run(output, &lexicon)["skipped"], summary["files"], "{output}");
    }
}

/// An input folder that is not there is no reason to empty the output.
#[test]
fn a_folder_that_is_gone_takes_nothing_along() {
    for output in outputs() {
        let archive = Archive::new(1);
        archive.run(output, &["--incremental"]);
        let before = content(&archive.output(output));
        std::fs::rename(archive.input(""), archive.output("elsewhere")).expect("renamed");
        let ended = archive.command(output, &["--incremental"]).output().expect("runs");
        assert_eq!(ended.status.code(), Some(1));
        let after = content(&archive.output(output));
        assert!(before.iter().all(|(name, bytes)| name.as_os_str() == "files" || after.get(name) == Some(bytes)), "{output}");
    }
}

/// Nor is one that is empty, as a disk that is not mounted is, or an empty list.
#[test]
fn a_run_that_meets_no_file_takes_nothing_out() {
    for output in outputs() {
        let archive = Archive::new(1);
        archive.run(output, &["--incremental"]);
        let before = content(&archive.output(output));
        std::fs::rename(archive.input(""), archive.output("elsewhere")).expect("renamed");
        std::fs::create_dir(archive.input("")).expect("a folder");
        let summary = archive.run(output, &["--incremental"]);
        assert_eq!((&summary["files"], &summary["removed"]), (&0.into(), &0.into()), "{output}");
        let mut list = Command::new(env!("CARGO_BIN_EXE_briefex"));
        list.args(["extract", "-q", "--incremental", "--files-from", "-", "-o"]).arg(archive.output(output));
        assert!(list.stdin(Stdio::null()).status().expect("runs").success());
        assert!(content(&archive.output(output)) == before, "{output}");
    }
}

#[test]
fn runs_that_are_killed_leave_whole_files_and_the_next_one_completes_them() {
    for output in outputs() {
        let archive = Archive::new(6);
        archive.run(&format!("whole-{output}"), &["--incremental"]);
        let whole = content(&archive.output(&format!("whole-{output}")));
        for round in 0..6 {
            let mut child = archive.start(output);
            std::thread::sleep(Duration::from_millis(20 + 90 * round));
            child.kill().expect("killed or ended");
            child.wait().expect("ends");
            if output == "out/" && archive.output(output).exists() {
                let unfinished = |name: &PathBuf| name.to_string_lossy().ends_with(".tmp");
                let found = files(&archive.output(output));
                assert!(found.iter().filter(|(name, _)| !unfinished(name)).all(|(name, bytes)| whole.get(name) == Some(bytes)));
            }
        }
        archive.run(output, &["--incremental"]);
        assert!(content(&archive.output(output)) == whole, "{output}");
    }
}

#[test]
fn an_interrupted_run_cleans_up_behind_it() {
    for output in ["out/", "out.ndjson", "tables/"] {
        let archive = Archive::new(8);
        let format = if output == "tables/" { "csv" } else { "ndjson" };
        let mut command = archive.command(output, &["-f", format]);
        let child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("runs");
        std::thread::sleep(Duration::from_millis(150));
        let kill = Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("runs");
        let ended = child.wait_with_output().expect("ends");
        // It may have ended by itself on a fast machine.
        if kill.success() && ended.status.code() != Some(0) {
            assert_eq!(ended.status.code(), Some(130), "{}", String::from_utf8_lossy(&ended.stderr));
            let left = files(archive.folder.path()).into_keys().filter(|name| !name.starts_with("in")).collect::<Vec<_>>();
            assert!(
                left.iter().all(|name| name.starts_with("out") && name.extension().is_some_and(|e| e == "ndjson")),
                "{left:?}"
            );
        }
    }
}
