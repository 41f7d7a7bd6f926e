//! Files that nobody vetted: each is read, or costs a message that names it and an exit code; nothing hangs, nothing is written by
//! halves, and no input is harmed.

#![cfg(unix)]

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

use crate::cli::text;
use crate::readers::is_there;

const BRIEFING: &str = "# A\n\nDate: 2026-01-02\nSource: N\n";

/// A folder to run in.
struct Place(TempDir);

impl Place {
    /// With these briefings in it.
    fn of(names: &[&str]) -> Self {
        let place = Self(tempfile::tempdir().expect("a folder"));
        names.iter().for_each(|name| place.put(name, BRIEFING));
        place
    }

    fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        self.0.path().join(name)
    }

    fn put(&self, name: impl AsRef<Path>, content: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, content).expect("written");
    }

    fn command<S: AsRef<OsStr>>(&self, args: &[S]) -> Command {
        self.by(Command::new(env!("CARGO_BIN_EXE_briefex")), args)
    }

    fn by<S: AsRef<OsStr>>(&self, mut command: Command, args: &[S]) -> Command {
        command.args(args).current_dir(&self.0).stdin(Stdio::null());
        command
    }

    /// The exit code and the messages of a run.
    fn run(&self, args: &str) -> (i32, String) {
        said(&self.command(&words(args)).output().expect("runs"))
    }

    /// All files, and what is in them.
    fn files(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let entries = walkdir::WalkDir::new(&self.0).sort_by_file_name().into_iter().map(|entry| entry.expect("an entry"));
        let files = entries.filter(|entry| entry.file_type().is_file());
        files.map(|file| (file.path().to_owned(), fs::read(file.path()).unwrap_or_default())).collect()
    }
}

fn words(args: &str) -> Vec<&str> {
    args.split(' ').collect()
}

fn said(output: &Output) -> (i32, String) {
    (output.status.code().unwrap_or(-1), text(&output.stderr))
}

/// The paths that a run has reported on standard output, as `-f csv -r files` shows them.
fn listed(output: &Output) -> Vec<String> {
    let mut reader = csv::Reader::from_reader(&output.stdout[..]);
    reader.records().map(|row| row.expect("a row")[0].to_owned()).collect()
}

/// What an input is, what is typed, the exit code, and what is said.
#[test]
fn what_cannot_be_read_is_named() {
    let place = Place::of(&["d/a.md", "a.md"]);
    symlink("nowhere", place.path("dangling.md")).expect("made");
    symlink("self.md", place.path("self.md")).expect("made");
    place.put("lexicon.toml", "scenario.bull = [\"x\"");
    for (args, code, message) in [
        ("extract missing.md", 1, "missing.md: error: No such file"),
        ("extract dangling.md", 1, "dangling.md: error: No such file"),
        ("extract self.md", 1, "self.md: error: Too many levels"),
        ("extract a.md/", 1, "a.md/: error: Not a directory"),
        ("extract a.md/b.md", 1, "a.md/b.md: error: Not a directory"),
        ("extract --max-bytes 1M /dev/zero", 1, "/dev/zero: error: more than 1048576 bytes"),
        ("extract --coverage missing.md a.md", 1, "missing.md: error: "),
        ("extract --table 1 missing.md", 1, "missing.md: error: "),
        ("extract --files-from missing", 1, "error: missing: No such file"),
        ("extract --files-from d", 1, "d: error: Is a directory"),
        ("extract --files-from a.md", 1, "# A: error: No such file"),
        ("extract --lexicon missing a.md", 2, "missing: error: No such file"),
        ("extract --lexicon d a.md", 2, "d: error: Is a directory"),
        ("extract --lexicon lexicon.toml a.md", 2, "lexicon.toml:1: error: not valid TOML"),
        ("extract --lexicon /dev/zero a.md", 2, "/dev/zero: error: more than 67108864 bytes"),
        ("outline missing.md", 1, "missing.md: No such file"),
        ("outline d", 1, "d: Is a directory"),
    ] {
        let (exit, said) = place.run(args);
        assert!(exit == code && said.contains(message) && said.lines().count() < 8, "{args}: {exit}: {said}");
    }
}

#[test]
fn in_a_folder_only_files_are_read_and_nothing_hangs() {
    let place = Place::of(&["in/a.md", "in/sub/b.md", "c.md", "outside/d.md"]);
    assert!(Command::new("mkfifo").arg(place.path("in/pipe.md")).status().expect("runs").success());
    symlink("pipe.md", place.path("in/to-pipe.md")).expect("made");
    symlink("/dev/zero", place.path("in/zero.md")).expect("made");
    symlink("..", place.path("in/sub/up")).expect("made");
    symlink("../outside", place.path("in/linked")).expect("made");
    // What an editor leaves beside a file that it has open.
    symlink("me@host.1234:5678", place.path("in/.#a.md")).expect("made");
    let output = place.command(&words("extract -q -f csv -r files in")).output().expect("runs");
    assert_eq!(said(&output), (0, String::new()));
    assert_eq!(listed(&output), ["a.md", "linked/d.md", "sub/b.md"]);
    symlink("nowhere", place.path("in/gone.md")).expect("made");
    let (code, said) = place.run("extract -q in");
    assert!(code == 1 && said.starts_with("gone.md: error: No such file"), "{said}");
}

/// Names as bytes, and how each is reported.
const NAMES: [(&[u8], &str); 7] = [
    (b"\xFE.md", "\\xFE.md"),
    (b"\xFF.md", "\\xFF.md"),
    (b"-dash.md", "-dash.md"),
    (b"line\nend.md", "line\nend.md"),
    (b"escape\x1b[2J.md", "escape\u{1b}[2J.md"),
    (b"quo\"te'.md", "quo\"te'.md"),
    ("右到左\u{202e}dm.md".as_bytes(), "右到左\u{202e}dm.md"),
];

#[test]
fn names_of_any_bytes_stay_apart_and_are_known_again() {
    let place = Place::of(&[]);
    for (at, (name, _)) in NAMES.iter().enumerate() {
        place.put(Path::new("in").join(OsStr::from_bytes(name)), format!("{BRIEFING}\n- {at}\n"));
    }
    let mut expected: Vec<_> = NAMES.iter().map(|(_, shown)| (*shown).to_owned()).collect();
    expected.sort();
    let mut paths = listed(&place.command(&words("extract -q -f csv -r files in")).output().expect("runs"));
    paths.sort();
    assert_eq!(paths, expected);
    for (name, shown) in NAMES {
        let args =
            [OsStr::new("extract"), OsStr::new("-qfcsv"), OsStr::new("-rfiles"), OsStr::new("--"), OsStr::from_bytes(name)];
        let output = place.by(Command::new(env!("CARGO_BIN_EXE_briefex")), &args).current_dir(place.path("in")).output();
        assert_eq!(listed(&output.expect("runs")), [shown]);
    }
    let outputs: &[&str] = if cfg!(feature = "sqlite") { &["out/", "out.sqlite"] } else { &["out/"] };
    for output in outputs {
        for (unchanged, removed) in [(0, 0), (NAMES.len(), 0)] {
            let (code, said) = place.run(&format!("extract -q --summary json --incremental -o {output} in"));
            let summary: serde_json::Value = serde_json::from_str(&said).expect("a summary alone");
            assert_eq!(
                (code, summary["failed"].as_u64(), summary["skipped"].as_u64()),
                (0, Some(0), Some(unchanged as u64)),
                "{said}"
            );
            assert_eq!(summary["removed"].as_u64(), Some(removed));
        }
    }
    let mirrored = fs::read_dir(place.path("out")).expect("a folder").count();
    assert_eq!(mirrored, NAMES.len() + 1, "with the state");
}

#[test]
fn names_that_leave_no_room_for_an_ending_are_written() {
    let long = format!("in/{}.md", "x".repeat(252));
    let place = Place::of(&[&long, "in/a.md"]);
    for _ in 0..2 {
        assert_eq!(place.run("extract -q --incremental -o out/ in"), (0, String::new()));
    }
    assert_eq!(fs::read_dir(place.path("out")).expect("a folder").count(), 3);
}

#[test]
fn messages_are_lines_of_visible_characters() {
    let place = Place::of(&[]);
    place.put("in/a\n\u{1b}[2J\u{202e}\u{9b}.md", b"\xFF\xFE\xFD");
    place.put("in/b\u{7}.md", "no briefing\n");
    let (_, said) = place.run("extract -f csv -r files in");
    assert!(said.contains("a\\n\\u001b[2J\\u202e\\u009b.md") && said.contains("b\\u0007.md:1: warning"), "{said}");
    assert!(!said.contains(|c: char| c.is_control() && c != '\n'), "{said:?}");
}

/// Runs as nobody, who may do less than root.
fn as_nobody(place: &Place, args: &str) -> Option<Command> {
    let setpriv = ["--reuid=65534", "--regid=65534", "--clear-groups"];
    if !is_there(Command::new("setpriv").args(setpriv).arg("true"), "setpriv, and to be root") {
        return None;
    }
    let program = place.path("briefex");
    if !program.exists() {
        fs::copy(env!("CARGO_BIN_EXE_briefex"), &program).expect("copied");
    }
    fs::set_permissions(&place.0, fs::Permissions::from_mode(0o755)).expect("set");
    let mut command = Command::new("setpriv");
    command.args(setpriv).arg(program);
    Some(place.by(command, &words(args)))
}

#[test]
fn what_is_forbidden_is_named_and_the_rest_is_read() {
    let place = Place::of(&["in/a.md", "in/b.md", "in/sub/c.md"]);
    for path in ["in/a.md", "in/sub"] {
        fs::set_permissions(place.path(path), fs::Permissions::from_mode(0o000)).expect("set");
    }
    let Some(mut command) = as_nobody(&place, "extract -q -f csv -r files in") else { return };
    let output = command.output().expect("runs");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(listed(&output), ["a.md", "b.md", "sub"]);
    let said = text(&output.stderr);
    assert!(said.contains("a.md: error: Permission denied") && said.contains("sub: error: Permission denied"), "{said}");
    for (args, message) in [
        ("extract -q in/sub", "in/sub: error: Permission denied"),
        ("extract -q in/sub/c.md", "in/sub/c.md: error: Permission denied"),
        ("extract -q -o x.ndjson in/b.md", "x.ndjson: Permission denied"),
        ("extract -q -f csv -o new/ in/b.md", "new: Permission denied"),
        ("extract -q -o new/ in/b.md", "new/in: Permission denied"),
        ("extract -q --incremental -o new/ in/b.md", "new: Permission denied"),
    ] {
        let (code, said) = said_by(as_nobody(&place, args));
        assert!(code == 1 && said.contains(message), "{args}: {said}");
    }
    #[cfg(feature = "sqlite")]
    {
        let (code, said) = said_by(as_nobody(&place, "extract -q -o x.sqlite in/b.md"));
        assert!(code == 1 && said.contains("x.sqlite: unable to open"), "{said}");
    }
    assert!(place.files().iter().all(|(path, _)| path.ends_with("briefex") || path.extension().is_some_and(|end| end == "md")));
}

fn said_by(command: Option<Command>) -> (i32, String) {
    said(&command.expect("asked before").output().expect("runs"))
}

/// What is typed, the exit code, and what is said; nothing on disk changes.
#[test]
fn an_output_that_cannot_be_is_refused_and_nothing_is_harmed() {
    let place =
        Place::of(&["in/a.md", "in/b.md", "a.md", "out/a.md.json", "tables/files.csv", "tables/files.parquet", "db.sqlite"]);
    fs::hard_link(place.path("in/a.md"), place.path("hard.md")).expect("made");
    symlink("in/a.md", place.path("link.md")).expect("made");
    symlink("out", place.path("to-out")).expect("made");
    place.put("list", "in/a.md\n");
    place.put("empty.tar", [0; 1024]);
    fs::create_dir(place.path("folder.ndjson")).expect("made");
    let would = "would be the output";
    #[allow(unused_mut, reason = "each format is a feature of the build")]
    let mut cases = vec![
        ("extract -q -f ndjson -o in/a.md in", 2, would),
        ("extract -q -f ndjson -o in/a.md in/a.md", 2, would),
        ("extract -q -f ndjson -o link.md in", 2, would),
        ("extract -q -f ndjson -o hard.md in", 2, would),
        ("extract -q -f ndjson -o in/a.md --files-from list", 2, would),
        ("extract -q -f csv -o tables/ tables/files.csv", 2, would),
        ("extract -q -o out/ a.md out/a.md.json", 2, would),
        ("extract -q -o out/ to-out/a.md.json", 2, would),
        ("extract -q -f ndjson -o empty.tar empty.tar", 2, would),
        ("extract -q -o folder.ndjson in", 2, "folder.ndjson: this is a folder"),
        ("extract -q -f xlsx -o in in", 2, "goes to a file"),
        ("extract -q -o a.md/ in", 1, "a.md: this is no folder"),
        ("extract -q -o a.md/x/y.json in", 1, "a.md: this is no folder"),
        ("extract -q -f csv -o a.md/ in", 1, "a.md: this is no folder"),
        ("extract -q --incremental -o a.md/ in", 1, "a.md/.briefex-state: "),
        ("extract -q -f ndjson -o /dev/full in", 1, "/dev/full: No space left"),
    ];
    #[cfg(feature = "sqlite")]
    cases.extend([
        ("extract -q -o db.sqlite in", 1, "db.sqlite: this is no database: it is left alone"),
        ("extract -q -o a.md/x.sqlite in", 1, "a.md: this is no folder"),
    ]);
    #[cfg(feature = "xlsx")]
    cases.push(("extract -q -o a.md/x.xlsx in", 1, "a.md: this is no folder"));
    #[cfg(feature = "parquet")]
    cases.push(("extract -q -f parquet -o tables/ tables/files.parquet", 2, would));
    let before = place.files();
    for (args, code, message) in cases {
        let (exit, said) = place.run(args);
        assert!(exit == code && said.contains(message) && said.lines().count() == 1, "{args}: {exit}: {said}");
        assert_eq!(place.files(), before, "{args}");
    }
}

#[cfg(feature = "packed")]
#[test]
fn an_archive_is_no_place_for_what_is_in_it() {
    let place = Place::of(&[]);
    let mut builder = tar::Builder::new(Vec::new());
    let mut header = tar::Header::new_gnu();
    header.set_size(BRIEFING.len() as u64);
    builder.append_data(&mut header, "a.md", BRIEFING.as_bytes()).expect("written");
    place.put("in/a.tar", builder.into_inner().expect("finished"));
    let before = place.files();
    for args in ["extract -q -f ndjson -o in/a.tar in/a.tar", "extract -q -f ndjson -o in/a.tar in"] {
        let (code, said) = place.run(args);
        assert!(code == 2 && said.contains("would be the output"), "{args}: {said}");
        assert_eq!(place.files(), before, "{args}");
    }
}

/// A file that has vanished from one place of the tree does not take along what came of another to the same place.
#[test]
fn what_has_vanished_takes_nothing_else_along() {
    let place = Place::of(&["a.md", "sub/b.md"]);
    let below = place.path("sub");
    let mut command = place.command(&words("extract -q --incremental -o ../out/ ../a.md b.md"));
    assert_eq!(said(&command.current_dir(&below).output().expect("runs")), (0, String::new()));
    for _ in 0..2 {
        assert_eq!(place.run("extract -q --incremental -o out/ a.md"), (0, String::new()));
        assert!(place.path("out/a.md.json").exists() && !place.path("out/b.md.json").exists());
    }
}

#[test]
fn a_state_that_is_none_is_left_alone() {
    for (bytes, code) in [(&b"notes of mine\n"[..], 1), (&[0xFF; 70_000], 1), (b"", 0)] {
        let place = Place::of(&["in/a.md"]);
        place.put("out/.briefex-state", bytes);
        let (exit, said) = place.run("extract -q --incremental -o out/ in");
        assert_eq!((exit, said.contains("left alone")), (code, code == 1), "{said}");
        assert!(code == 0 || fs::read(place.path("out/.briefex-state")).expect("a file") == bytes);
    }
    let place = Place::of(&["in/a.md", "in/b.md"]);
    assert_eq!(place.run("extract -q --incremental -o out/ in"), (0, String::new()));
    let state = fs::read(place.path("out/.briefex-state")).expect("a file");
    let broken = [&state[..state.len() - 90], b"\n\xFF\0{]\n{\"path\":7}\n{\"gone\":\"../../in/a.md\"}"].concat();
    place.put("out/.briefex-state", broken);
    assert_eq!(place.run("extract -q --incremental -o out/ in"), (0, String::new()));
    assert!(place.path("out/a.md.json").exists() && place.path("out/b.md.json").exists() && place.path("in/a.md").exists());
}

/// A limit on the size of files ends a program with a signal unless it does something about it.
#[test]
fn a_disk_that_takes_no_more_leaves_what_was_there() {
    let fixtures = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures");
    #[allow(unused_mut, reason = "each format is a feature of the build")]
    let mut outputs = vec!["out.ndjson", "out.csv", "out/", "tables/"];
    #[cfg(feature = "sqlite")]
    outputs.push("out.sqlite");
    #[cfg(feature = "xlsx")]
    outputs.push("out.xlsx");
    #[cfg(feature = "parquet")]
    outputs.push("out.parquet");
    for output in outputs {
        let place = Place::of(&[]);
        place.put("out.ndjson", "old");
        let format = match output {
            "tables/" => "-f csv",
            "out/" => "-f json",
            _ => "-r sections",
        };
        let script = format!("ulimit -f 8; exec {} extract -q {format} -o {output} {fixtures}", env!("CARGO_BIN_EXE_briefex"));
        let (code, said) = said(&place.by(Command::new("bash"), &["-c", &script]).output().expect("runs"));
        assert!(
            code == 1 && said.contains(output.trim_end_matches('/')) && said.lines().count() == 1,
            "{output}: {code}: {said}"
        );
        let files = place.files();
        let is_left = |(path, _): &&(PathBuf, Vec<u8>)| !path.ends_with("out.ndjson") && !path.starts_with(place.path("out"));
        assert_eq!(files.iter().find(is_left).map(|(path, _)| path), None);
        assert_eq!(fs::read(place.path("out.ndjson")).expect("a file"), b"old");
        assert!(files.iter().all(|(path, _)| !path.to_string_lossy().contains(".briefex-")), "{output}: {files:?}");
    }
}

#[test]
fn full_and_closed_standard_outputs_are_told_apart() {
    let place = Place::of(&[]);
    place.put("a.md", format!("{BRIEFING}\n| a |\n|---|\n| 1 |\n"));
    for args in
        ["extract -q a.md", "extract --coverage a.md", "extract --table 1 a.md", "outline a.md", "lexicon", "schema", "man"]
    {
        let full = fs::File::options().write(true).open("/dev/full").expect("a device");
        let (code, said) = said(&place.command(&words(args)).stdout(full).output().expect("runs"));
        assert_eq!(
            (code, said.as_str()),
            (1, "briefex: error: standard output: No space left on device (os error 28)\n"),
            "{args}"
        );
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        assert_eq!(self::said(&place.command(&words(args)).stdout(writer).output().expect("runs")), (0, String::new()), "{args}");
    }
}

/// What a line is, and what is said of it; none where it is a frame.
#[test]
fn frames_of_any_bytes_are_answered() {
    let long = [&b"{\"path\":\"long\",\"text\":\""[..], &vec![b'x'; 2 << 20], b"\"}"].concat();
    let deep = [&b"{\"path\":\"deep\",\"text\":"[..], &vec![b'['; 200_000]].concat();
    let frames: [(&[u8], &str); 11] = [
        (&long, "more than 1048576 bytes"),
        (&deep, "no frame"),
        (b"\xFF\xFE", "no frame"),
        (b"{\"path\":\"a\",\"path\":\"b\",\"text\":\"\"}", "duplicate field"),
        (b"{\"path\":7,\"text\":\"\"}", "expected a string"),
        (b"{\"path\":\"a\",\"text\":\"\\ud800\"}", "no frame"),
        (b"{\"path\":\"a\",\"base64\":\"*\"}", "base64"),
        (b"{\"path\":\"a\"}", "either"),
        (b"", "no frame"),
        (b"{\"path\":\"a\\u001b\",\"text\":\"# A\"}\r", ""),
        (b"{\"path\":\"last\",\"text\":\"# A\"}", ""),
    ];
    let input = frames.map(|(line, _)| line).join(&b'\n');
    let output = crate::cli::run_with_input(&["extract", "-q", "--max-bytes", "1M", "--frames"], &input);
    assert_eq!(output.status.code(), Some(1));
    let answers = text(&output.stdout);
    assert_eq!(answers.lines().count(), frames.len());
    for (at, (answer, (_, reason))) in answers.lines().zip(frames).enumerate() {
        let answer: serde_json::Value = serde_json::from_str(answer).expect("JSON");
        let frame = answer["diagnostics"].as_array().expect("a list").iter().find(|diagnostic| diagnostic["code"] == "frame");
        assert_eq!(frame.is_none(), reason.is_empty(), "{at}: {answer}");
        assert!(frame.is_none_or(|frame| frame["line"] == at + 1 && frame["message"].as_str().expect("a text").contains(reason)));
    }
}

/// What acts on a terminal is shown there and stays what it is in a pipe.
#[test]
fn a_terminal_shows_what_would_act_on_it() {
    if !is_there(Command::new("script").arg("--version"), "script") {
        return;
    }
    let place = Place::of(&[]);
    place.put("a\u{202e}.md", "# T\u{1b}[31m\u{9b}2J\u{7f}\u{7}\u{202e}x\n\nDate: 2026-01-02\nSource: N\u{1b}]0;x\u{7}\n\n| a\u{9b} |\n|---|\n| \u{1b}[2J |\n");
    let acts = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t') || c == '\u{202e}';
    for args in [
        "extract -q a*.md", "extract -f ndjson a*.md", "extract -q -f csv -r briefings a*.md",
        "extract -q --excel -r cells a*.md", "extract -q --table 1 a*.md", "extract --coverage a*.md", "outline a*.md",
        "values < a*.md", "extract missing$(printf '\\033[2J').md",
    ] {
        let line = format!("{} {args}", env!("CARGO_BIN_EXE_briefex"));
        let command = |program: &str, args: &[&str]| {
            place.by(Command::new(program), args).env("SHELL", "/bin/bash").output().expect("runs")
        };
        let shown = text(&command("script", &["-qec", &line, "/dev/null"]).stdout);
        assert!(!shown.contains(acts) && !shown.trim().is_empty(), "{args}: {shown:?}");
        let piped = text(&command("bash", &["-c", &line]).stdout);
        let is_plain_text = args.starts_with("values") || args.contains("missing");
        assert!(is_plain_text || piped.contains(acts), "{args}: {piped:?}");
    }
}
