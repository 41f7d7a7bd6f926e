//! Readers that others wrote, for the tests that hold the output against them. Where one is not installed, its tests say so
//! and are skipped.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Whether Python can import a package.
pub fn has_python(package: &str) -> bool {
    has(Command::new("python3").args(["-c", &format!("import {package}")]), &format!("python3 with the package {package}"))
}

/// Whether LibreOffice can be run.
pub fn has_libreoffice() -> bool {
    has(Command::new("soffice").arg("--version"), "LibreOffice (soffice)")
}

fn has(command: &mut Command, name: &str) -> bool {
    let found = command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success());
    if !found {
        eprintln!("skipped: this needs {name}");
    }
    found
}

/// What a script of `tests/readers` prints.
pub fn python(script: &str, paths: &[&Path]) -> String {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/readers").join(script);
    let output = Command::new("python3").arg(script).args(paths).output().expect("runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// The sheets of a workbook as LibreOffice exports them, each a CSV named after the workbook and the sheet.
pub fn libreoffice(workbook: &Path, folder: &Path) -> Vec<PathBuf> {
    // Commas, quotes, UTF-8, cells as shown, and all sheets.
    let filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let exported = folder.join("exported");
    let mut soffice = Command::new("soffice");
    let soffice = soffice.args([&profile, "--headless", "--convert-to", filter, "--outdir"]).arg(&exported).arg(workbook);
    let output = soffice.output().expect("runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    std::fs::read_dir(exported).expect("a folder").map(|entry| entry.expect("an entry").path()).collect()
}
