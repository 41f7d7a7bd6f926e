//! The programs of others that open what briefex writes. Where one is absent its tests say so and pass; with
//! `BRIEFEX_READERS=required` in the environment, as in `.ci/run`, they fail.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// Python with these packages, if it is there.
pub fn python(packages: &[&str]) -> bool {
    let imports = packages.iter().map(|package| format!("import {package}\n")).collect::<String>();
    is_there(Command::new("python3").args(["-c", &imports]), &format!("python3 with {}", packages.join(", ")))
}

/// LibreOffice, if it is there.
pub fn libreoffice() -> bool {
    is_there(Command::new("soffice").arg("--version"), "LibreOffice (soffice)")
}

/// The sheets of a workbook as LibreOffice exports them, each a CSV named after the workbook and the sheet.
pub fn exported(workbook: &Path, folder: &Path) -> Vec<PathBuf> {
    // Commas, quotes, UTF-8, cells as shown, and all sheets.
    let filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let exported = folder.join("exported");
    let mut soffice = Command::new("soffice");
    let soffice = soffice.args([&profile, "--headless", "--convert-to", filter, "--outdir"]).arg(&exported).arg(workbook);
    printed(&soffice.output().expect("runs"));
    std::fs::read_dir(exported).expect("a folder").map(|entry| entry.expect("an entry").path()).collect()
}

/// Whether a command ends well; if not, says what is skipped.
pub fn is_there(command: &mut Command, name: &str) -> bool {
    let found = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
    let found = found.is_ok_and(|status| status.success());
    let is_required = std::env::var_os("BRIEFEX_READERS").is_some_and(|value| value == "required");
    assert!(found || !is_required, "{name} is required and not there");
    if !found {
        eprintln!("skipped: this test needs {name}");
    }
    found
}

/// Runs a script of `tests/readers` and gives what it printed; it must end well.
pub fn script(name: &str, arguments: &[&Path]) -> String {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/readers").join(name);
    let mut command = Command::new("python3");
    let output = command.env("PYTHONDONTWRITEBYTECODE", "1").arg(script).args(arguments).output().expect("runs");
    printed(&output)
}

/// What a command that ended well has printed.
pub fn printed(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

/// Runs briefex over all fixtures; it must end well.
pub fn briefex(arguments: &[&str], output: &Path) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_briefex"));
    let command = command.current_dir(env!("CARGO_MANIFEST_DIR")).args(["extract", "-q"]).args(arguments);
    printed(&command.arg("-o").arg(output).arg("fixtures").output().expect("runs"));
}
