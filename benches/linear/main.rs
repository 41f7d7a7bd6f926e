//! Whether time grows with the length of the input and no faster, whatever the input is made of.
//!
//! `cargo bench --bench linear` makes each kind of text (`kinds.rs`) at doubled lengths and prints what a doubling costs:
//! processor time of this thread, the least of several runs. A kind whose last doubling costs more than 2.3 times ends
//! it with exit code 1. Words after `--` choose the kinds whose name holds one of them; `BRIEFEX_FROM` and `BRIEFEX_TO` are the
//! least and the greatest length in KiB (1024 and 8192 if they are not set), `BRIEFEX_TASKS` the tasks (all if it is not set).

#![allow(clippy::expect_used, reason = "a bench that cannot go on says so")]

mod kinds;

use std::time::{Duration, Instant};

use briefex::outline::Outline;
use briefex::record::RecordType;
use briefex::{LineValues, Source};
use kinds::Kind;

/// What a doubling may cost.
const MOST: f64 = 2.3;
/// Times below this are noise.
const LEAST: Duration = Duration::from_millis(4);
/// Runs shorter than this are timed by the clock.
const TICKS: Duration = Duration::from_millis(100);
/// Longer lengths are not tried after a run that took as long.
const PATIENCE: Duration = Duration::from_secs(20);

/// What is done with a text: a name, and a function that says how much came of it.
type Task = (&'static str, fn(&Source) -> usize);

const TASKS: [Task; 4] = [("extract", extract), ("coverage", coverage), ("outline", outline), ("values", values)];

fn main() {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    let kib = |name, default: usize| std::env::var(name).map_or(default, |kib| kib.parse().expect("a number of KiB")) << 10;
    let (from, to): (usize, usize) = (kib("BRIEFEX_FROM", 1024), kib("BRIEFEX_TO", 8192));
    let sizes: Vec<usize> = std::iter::successors(Some(from), |size| Some(size * 2)).take_while(|&size| size <= to).collect();
    let asked = std::env::var("BRIEFEX_TASKS").unwrap_or_default();
    let tasks: Vec<Task> = TASKS.into_iter().filter(|(name, _)| asked.is_empty() || asked.contains(name)).collect();
    let is_chosen = |kind: &Kind| words.is_empty() || words.iter().any(|word| kind.name.contains(word.as_str()));
    let mut is_linear = true;
    for kind in kinds::all().filter(is_chosen) {
        for &task in &tasks {
            is_linear &= measure(&kind, task, &sizes);
        }
    }
    if !is_linear {
        std::process::exit(1);
    }
}

/// Prints the times of a task on a kind and whether the last doubling costs what it may.
fn measure(kind: &Kind, (name, task): Task, sizes: &[usize]) -> bool {
    let mut times: Vec<(usize, Duration)> = Vec::new();
    for &size in sizes {
        let source = Source::decode("t.md", kind.text(size).as_bytes()).expect("kinds are UTF-8");
        let time = least(|| task(&source));
        times.push((source.text.len(), time));
        if time > PATIENCE {
            break;
        }
    }
    let ratio = last_doubling(&times);
    let is_linear = ratio <= MOST;
    let shown: Vec<String> = times.iter().map(|(_, time)| format!("{:.1}", time.as_secs_f64() * 1e3)).collect();
    let mark = if is_linear { "" } else { "  MORE THAN LINEAR" };
    println!("{ratio:.2} {name:8} {:48} {} ms{mark}", kind.name, shown.join(" "));
    is_linear
}

/// What the last doubling of the length costs; lengths that are not quite doubled count as if they were.
fn last_doubling(times: &[(usize, Duration)]) -> f64 {
    match times {
        [.., (shorter, less), (longer, more)] if *more > LEAST => {
            #[expect(clippy::cast_precision_loss, reason = "a ratio for people")]
            let growth = *longer as f64 / *shorter as f64;
            more.as_secs_f64() / less.as_secs_f64() * 2.0 / growth
        }
        _ => 0.0,
    }
}

/// The shortest of several runs; the longer one takes, the fewer.
fn least(mut run: impl FnMut() -> usize) -> Duration {
    let mut best = Duration::MAX;
    let begun = Instant::now();
    for _ in 0..5 {
        let (clock, processor) = (Instant::now(), processor_time());
        std::hint::black_box(run());
        let (clock, processor) = (clock.elapsed(), processor_time().saturating_sub(processor));
        // What Linux says of a thread is counted in ticks, too coarse for runs that fit between two of them.
        best = best.min(if clock < TICKS { clock } else { processor });
        if begun.elapsed() > Duration::from_secs(2) {
            break;
        }
    }
    best
}

/// How long this thread has run: what Linux says of it, elsewhere the clock.
fn processor_time() -> Duration {
    static BEGUN: std::sync::LazyLock<Instant> = std::sync::LazyLock::new(Instant::now);
    let begun = *BEGUN;
    let ran = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let ran = ran.and_then(|text| text.split_whitespace().next()?.parse().ok());
    ran.map_or_else(|| begun.elapsed(), Duration::from_nanos)
}

/// All record types, as NDJSON.
fn extract(source: &Source) -> usize {
    let document = briefex::extract_records(source, RecordType::ALL);
    document.briefings.iter().map(|briefing| serde_json::to_vec(briefing).expect("memory can be written").len()).sum()
}

fn coverage(source: &Source) -> usize {
    briefex::coverage(source).unread.len()
}

fn outline(source: &Source) -> usize {
    let outline = Outline::of(source);
    (0..outline.lines.len()).map(|at| outline.depth(at)).sum()
}

fn values(source: &Source) -> usize {
    let mut out = Vec::new();
    let mut lines = LineValues::default();
    for (at, line) in source.text.lines().enumerate() {
        lines.write(at + 1, line, &mut out).expect("memory can be written");
    }
    out.len()
}
