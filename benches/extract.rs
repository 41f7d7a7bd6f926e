//! How much more than parsing the extraction costs, and that it is linear in the input.
//!
//! `cargo bench` prints, for the fixtures (or for the files of the folder in `BRIEFEX_BENCH`) and for their text repeated
//! to 1, 2, 4 and 8 MiB, the time that pulldown-cmark alone needs to iterate its events, the time that briefex needs to
//! read the same bytes into records, and the throughput of both. The ratio of the two is what counts; absolute times are
//! the machine's.

#![allow(clippy::expect_used, reason = "a bench that cannot go on says so")]

use briefex::batch::Limits;
use briefex::{Source, extract};
use divan::counter::BytesCount;
use pulldown_cmark::{Options, Parser};

fn main() {
    divan::main();
}

/// The texts, in UTF-8, of the fixtures, or of the folder that `BRIEFEX_BENCH` names.
fn fixtures() -> Vec<(String, String)> {
    let fixtures = || std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let root = std::env::var_os("BRIEFEX_BENCH").map_or_else(fixtures, std::path::PathBuf::from);
    let inputs =
        briefex::batch::inputs(std::slice::from_ref(&root), Limits::NONE).map(|input| input.expect("fixtures are readable"));
    let text = |bytes: &[u8]| Source::decode("t.md", bytes).expect("fixtures are text").text;
    inputs.map(|input| (input.name.clone(), text(&input.read(u64::MAX).expect("fixtures are readable")))).collect()
}

/// One text of at least `mebibytes` MiB: the fixtures again and again.
fn repeated(mebibytes: usize) -> String {
    let texts: String = fixtures().into_iter().map(|(_, text)| text + "\n\n").collect();
    let times = (mebibytes << 20).div_ceil(texts.len());
    texts.repeat(times)
}

fn events(text: &str) -> usize {
    Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS).into_offset_iter().count()
}

#[divan::bench_group]
mod files {
    use super::*;

    #[divan::bench]
    fn parse(bencher: divan::Bencher<'_, '_>) {
        let files = fixtures();
        let bytes: usize = files.iter().map(|(_, text)| text.len()).sum();
        bencher.counter(BytesCount::new(bytes)).bench(|| files.iter().map(|(_, text)| events(text)).sum::<usize>());
    }

    #[divan::bench]
    fn extract(bencher: divan::Bencher<'_, '_>) {
        let files = fixtures();
        let bytes: usize = files.iter().map(|(_, text)| text.len()).sum();
        bencher.counter(BytesCount::new(bytes)).bench(|| {
            let documents =
                files.iter().map(|(name, text)| super::extract(&Source::decode(name.clone(), text.as_bytes()).expect("UTF-8")));
            documents.map(|document| document.briefings.len()).sum::<usize>()
        });
    }
}

#[divan::bench_group(sample_count = 10)]
mod one_text_of_mib {
    use super::*;

    #[divan::bench(args = [1, 2, 4, 8])]
    fn parse(bencher: divan::Bencher<'_, '_>, mebibytes: usize) {
        let text = repeated(mebibytes);
        bencher.counter(BytesCount::new(text.len())).bench(|| events(&text));
    }

    #[divan::bench(args = [1, 2, 4, 8])]
    fn extract(bencher: divan::Bencher<'_, '_>, mebibytes: usize) {
        let text = repeated(mebibytes);
        bencher
            .counter(BytesCount::new(text.len()))
            .bench(|| super::extract(&Source::decode("text.md", text.as_bytes()).expect("UTF-8")));
    }
}
