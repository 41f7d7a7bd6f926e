//! What finding quantities costs beside parsing: `briefex values` over a text against pulldown-cmark's events over it.
//!
//! `cargo bench --bench values` takes the fixtures (or the files of the folder in `BRIEFEX_BENCH`), repeated to 32 MiB, on
//! one thread. `values` includes the JSON that the command writes.

#![allow(clippy::expect_used, reason = "a bench that cannot go on says so")]

use briefex::batch::Limits;
use briefex::{LineValues, Source};
use divan::counter::BytesCount;
use pulldown_cmark::{Options, Parser};

fn main() {
    divan::main();
}

/// The texts of the fixtures, or of the folder that `BRIEFEX_BENCH` names, again and again to 32 MiB.
fn text() -> String {
    let fixtures = || std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let root = std::env::var_os("BRIEFEX_BENCH").map_or_else(fixtures, std::path::PathBuf::from);
    let inputs =
        briefex::batch::inputs(std::slice::from_ref(&root), Limits::NONE).map(|input| input.expect("fixtures are readable"));
    let text: String = inputs
        .map(|input| {
            let bytes = input.read(u64::MAX).expect("fixtures are readable");
            Source::decode("t.md", &bytes).expect("fixtures are text").text + "\n\n"
        })
        .collect();
    text.repeat((32_usize << 20).div_ceil(text.len()))
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn parse(bencher: divan::Bencher<'_, '_>) {
    let text = text();
    bencher
        .counter(BytesCount::new(text.len()))
        .bench(|| Parser::new_ext(&text, Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS).into_offset_iter().count());
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn values(bencher: divan::Bencher<'_, '_>) {
    let text = text();
    bencher.counter(BytesCount::new(text.len())).bench(|| {
        let mut out = Vec::with_capacity(1 << 16);
        let mut lines = LineValues::default();
        let mut written = 0;
        for (at, line) in text.lines().enumerate() {
            out.clear();
            lines.write(at + 1, line, &mut out).expect("memory can be written");
            written += out.len();
        }
        written
    });
}

/// A line of 10 MiB of one thing after the other: the time must be that of its length.
#[divan::bench(sample_count = 3, sample_size = 1, args = ["1", "万", "1-", "1,", "1.2/", "一", "第", "年", "@", "1万", "数", "★", "5% 至 "])]
fn monotonous(bencher: divan::Bencher<'_, '_>, unit: &str) {
    let line = unit.repeat((10 << 20) / unit.len());
    bencher.counter(BytesCount::new(line.len())).bench(|| {
        let mut out = Vec::new();
        LineValues::default().write(1, &line, &mut out).expect("memory can be written");
        out.len()
    });
}
