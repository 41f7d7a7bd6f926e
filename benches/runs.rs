//! Runs of the program as a whole, over archives made of the fixtures: what a second thread brings, what memory grows with,
//! what starting costs, and what an incremental run over unchanged files does.
//!
//! `cargo bench --bench runs` makes two archives in a temporary folder, of 1,000 files and of `BRIEFEX_FILES` (10,000 if it is
//! not set), and prints each ratio with the figures that it comes from: the least of several times. Peak memory is what Linux
//! says of the process (`VmHWM`), so without /proc it is left out.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::string_slice, reason = "a bench that cannot go on says so")]

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// How often short commands are timed.
const TIMES: usize = 30;

fn main() {
    let folder = tempfile::tempdir().expect("a folder");
    let many: usize = std::env::var("BRIEFEX_FILES").map_or(10_000, |count| count.parse().expect("a number"));
    let (few_files, files) = (folder.path().join("few"), folder.path().join("many"));
    archive(&few_files, 1000);
    archive(&files, many);
    threads(&files, many);
    for format in ["ndjson", "csv", "sqlite"] {
        memory(format, folder.path(), &few_files, &files, many);
    }
    start(folder.path());
    for output in ["json/", "out.sqlite"] {
        incremental(&folder.path().join(output), output, &files, many);
    }
}

fn archive(folder: &Path, count: usize) {
    let make = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut cargo = Command::new(env!("CARGO"));
    let cargo = cargo.current_dir(make).args(["run", "-q", "--release", "--example", "make_archive", "--"]);
    assert!(cargo.arg(folder).arg(count.to_string()).status().expect("cargo runs").success());
}

fn briefex(arguments: &[&str], paths: &[&Path]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_briefex"));
    command.args(arguments).args(paths).stdin(Stdio::null()).stdout(Stdio::null());
    command
}

fn time(mut command: Command) -> Duration {
    let begun = Instant::now();
    assert!(command.status().expect("runs").success());
    begun.elapsed()
}

/// The shortest of several times.
fn least(times: usize, mut measure: impl FnMut() -> Duration) -> Duration {
    (0..times).map(|_| measure()).min().expect("once at least")
}

fn threads(files: &Path, count: usize) {
    let on = |threads| least(3, || time(briefex(&["extract", "-q", "-f", "ndjson", "-j", threads], &[files])));
    let (one, two) = (on("1"), on("2"));
    println!("two threads, {count} files: {:.2} x one ({one:.2?}, {two:.2?})", one.as_secs_f64() / two.as_secs_f64());
}

fn memory(format: &str, folder: &Path, few: &Path, many: &Path, count: usize) {
    let output = |name: &str| match format {
        "csv" => folder.join(format!("{name}-csv/")),
        format => folder.join(format!("{name}.{format}")),
    };
    let peak = |name: &str, files: &Path| {
        let output = format!("{}{}", output(name).display(), if format == "csv" { "/" } else { "" });
        peak(briefex(&["extract", "-q", "-f", format, "-o", &output], &[files]))
    };
    if let (Some(of_few), Some(of_many)) = (peak("few", few), peak("many", many)) {
        #[expect(clippy::cast_precision_loss, reason = "a ratio for people")]
        let ratio = of_many as f64 / of_few as f64;
        println!("peak memory, {format}, {count} files: {ratio:.2} x that of 1000 ({of_few} KiB, {of_many} KiB)");
    }
}

/// The most memory that a command has held, in KiB.
fn peak(mut command: Command) -> Option<u64> {
    let mut child = command.spawn().expect("runs");
    let status = PathBuf::from(format!("/proc/{}/status", child.id()));
    let mut peak = None;
    while child.try_wait().expect("waits").is_none() {
        let held = std::fs::read_to_string(&status).ok().and_then(|text| {
            let line = text.lines().find(|line| line.starts_with("VmHWM:"))?;
            line.split_whitespace().nth(1)?.parse().ok()
        });
        peak = held.max(peak);
        std::thread::sleep(Duration::from_millis(5));
    }
    peak
}

fn start(folder: &Path) {
    let (source, empty, file) = (folder.join("empty.rs"), folder.join("empty"), folder.join("30k.md"));
    std::fs::write(&source, "fn main() {}").expect("written");
    assert!(Command::new("rustc").arg("-O").arg("-o").arg(&empty).arg(&source).status().expect("rustc runs").success());
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/zh/seed-layout-h1.md"));
    let text = text.expect("a fixture").repeat(12);
    let end = text.char_indices().map(|(at, _)| at).take_while(|&at| at <= 30 << 10).last().expect("text");
    std::fs::write(&file, &text[..end]).expect("written");
    let nothing = least(TIMES, || time(Command::new(&empty)));
    let one = least(TIMES, || time(briefex(&["extract", "-q", "-f", "ndjson", "-j", "1"], &[&file])));
    println!("a file of 30 KiB: {:.2?} more than an empty program ({nothing:.2?}, {one:.2?})", one.saturating_sub(nothing));
}

fn incremental(output: &Path, name: &str, files: &Path, count: usize) {
    let output = format!("{}{}", output.display(), if name.ends_with('/') { "/" } else { "" });
    let run = || time(briefex(&["extract", "-q", "--incremental", "-o", &output], &[files]));
    let full = run();
    // The second finds files that were too young for their times to count in the first.
    run();
    let unchanged = least(3, run);
    let share = 100.0 * unchanged.as_secs_f64() / full.as_secs_f64();
    println!("unchanged, {name}, {count} files: {share:.1} % of a full run ({full:.2?}, {unchanged:.2?})");
}
