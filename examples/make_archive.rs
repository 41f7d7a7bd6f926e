//! Makes an archive of any size from the fixtures, to measure runs with: `cargo run --example make_archive -- FOLDER COUNT`.
//!
//! Each file is a fixture with a line of its own at the end, so that no two are alike; a thousand stand in a folder, as in
//! archives that grow by the day.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

const IN_A_FOLDER: usize = 1000;

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().context("which folder?")?;
    let count: usize = arguments.next().context("how many files?")?.parse()?;
    make(Path::new(&folder), count)
}

fn make(folder: &Path, count: usize) -> Result<()> {
    let fixtures = [Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")];
    let texts: Vec<Vec<u8>> = briefex::batch::inputs(&fixtures, briefex::batch::Limits::NONE)
        .map(|input| Ok(input.map_err(|bad| anyhow::anyhow!("{bad}"))?.read(u64::MAX)?.into_owned()))
        .collect::<Result<_>>()?;
    for (number, text) in texts.iter().cycle().take(count).enumerate() {
        let path = path(folder, number);
        if number % IN_A_FOLDER == 0 {
            std::fs::create_dir_all(path.parent().context("a folder")?)?;
        }
        std::fs::write(&path, [text.as_slice(), format!("\n\n{number}\n").as_bytes()].concat())?;
    }
    Ok(())
}

fn path(folder: &Path, number: usize) -> PathBuf {
    folder.join(format!("{:04}", number / IN_A_FOLDER)).join(format!("{number:08}.md"))
}
