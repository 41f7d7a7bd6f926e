//! Commands with their output as a user sees them: every `console` block of the README, of `docs/lexicon.md` and of `tests/cmd`, and every shell
//! recipe of the README, run over the fixtures.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::fixtures;

#[test]
fn commands_print_what_is_written() {
    trycmd::TestCases::new().case("README.md").case("docs/lexicon.md").case("tests/cmd/*.md");
}

/// The recipes are pipelines for a shell with jq; where either is missing they are skipped.
#[cfg(unix)]
#[test]
fn recipes_of_the_readme_run() {
    if cfg!(not(all(feature = "xlsx", feature = "sqlite", feature = "parquet"))) {
        eprintln!("skipped: the recipes need all formats");
        return;
    }
    if !(has("bash") && has("jq")) {
        eprintln!("skipped: the recipes need bash and jq");
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    std::os::unix::fs::symlink(fixtures::root(), folder.path().join("archive")).expect("a link");
    let binary = Path::new(env!("CARGO_BIN_EXE_briefex")).parent().expect("a folder");
    let path = format!("{}:{}", binary.display(), std::env::var("PATH").unwrap_or_default());
    let readme = include_str!("../../README.md");
    let mut run = 0;
    for block in readme.split("```sh\n").skip(1).filter_map(|rest| rest.split("```").next()) {
        let is_recipe = |line: &&str| {
            let is_query = line.starts_with("sqlite3 ") && has("sqlite3");
            (line.contains("briefex ") || is_query) && !line.starts_with("cargo")
        };
        for line in block.lines().filter(is_recipe) {
            let mut shell = Command::new("bash");
            shell.args(["-c", &format!("set -o pipefail; {line}")]).env("PATH", &path).current_dir(folder.path());
            let output = shell.stdin(Stdio::null()).output().expect("runs");
            let errors = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "{line}\n{errors}");
            let writes_a_file = line.contains(" -o ") || line.contains(" > ");
            assert!(writes_a_file || !output.stdout.is_empty(), "{line} printed nothing\n{errors}");
            run += 1;
        }
    }
    assert!(run >= 8, "only {run} recipes were found");
}

#[cfg(unix)]
fn has(program: &str) -> bool {
    Command::new(program)
        .arg("--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}
