//! Work on several threads whose results come in the order of the input, however long each takes.
//!
//! One thread lists the items, several work on them, and the caller's takes the results; so reading, extracting and writing
//! overlap. Only so many items are under way at a time, so that memory does not grow with their number; an item that takes much
//! memory before anyone works on it counts for several.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Mutex, PoisonError};

/// How many items may be under way for each thread: enough that a slow one does not hold up the others.
const AHEAD: usize = 16;
/// How many bytes an item may hold to count for one; each begun further as many count for one more.
const UNIT: usize = 4 << 20;

/// Does `work` on each item and hands the results to `take`, in the order of the items; on one thread with neither queue nor
/// thread. `weigh` says how many bytes an item holds before it is worked on.
///
/// # Errors
/// The first that `take` gives; what is under way then is dropped.
///
/// # Panics
/// When `work` does, once it is the turn of its result.
pub fn in_order<I, T, E>(
    items: I,
    threads: NonZeroUsize,
    weigh: impl Fn(&I::Item) -> usize + Send,
    work: impl Fn(I::Item) -> T + Sync,
    mut take: impl FnMut(T) -> Result<(), E>,
) -> Result<(), E>
where
    I: Iterator + Send,
    I::Item: Send,
    T: Send,
{
    if threads.get() == 1 {
        return items.map(work).try_for_each(take);
    }
    let (jobs, queue) = channel();
    let queue = Mutex::new(queue);
    let (results, done) = channel();
    let (permits, permitted) = channel();
    let most = threads.get() * AHEAD;
    permit(&permits, most);
    let cost = move |item: &I::Item| weigh(item).div_ceil(UNIT).clamp(1, most);
    std::thread::scope(|scope| {
        scope.spawn(move || list(items, cost, &jobs, &permitted));
        for _ in 0..threads.get() {
            let (results, queue, work) = (results.clone(), &queue, &work);
            scope.spawn(move || {
                while let Some((at, (cost, item))) = next(queue) {
                    let result = catch_unwind(AssertUnwindSafe(|| work(item)));
                    if results.send((at, (cost, result))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(results);
        // Whoever stops taking drops both ends, and with them the threads' reasons to go on.
        let (done, permits) = (done, permits);
        sorted(&done, |(cost, result)| {
            // A result that never came would be waited for.
            take(result.unwrap_or_else(|panic| resume_unwind(panic)))?;
            permit(&permits, cost);
            Ok(())
        })
    })
}

/// Gives permits to the one that lists, who may have come to the end.
fn permit(permits: &Sender<()>, count: usize) {
    for _ in 0..count {
        let _ = permits.send(());
    }
}

/// Numbers the items and queues each, with what it costs, once there are as many permits.
fn list<I: Iterator>(
    items: I,
    cost: impl Fn(&I::Item) -> usize,
    jobs: &Sender<(usize, (usize, I::Item))>,
    permitted: &Receiver<()>,
) {
    for (at, item) in items.enumerate() {
        let cost = cost(&item);
        let is_permitted = permitted.iter().take(cost).count() == cost;
        if !is_permitted || jobs.send((at, (cost, item))).is_err() {
            return;
        }
    }
}

/// The next item of the queue; none once there are no more.
fn next<T>(queue: &Mutex<Receiver<T>>) -> Option<T> {
    queue.lock().unwrap_or_else(PoisonError::into_inner).recv().ok()
}

/// Hands over numbered results in the order of their numbers.
fn sorted<T, E>(done: &Receiver<(usize, T)>, mut take: impl FnMut(T) -> Result<(), E>) -> Result<(), E> {
    let mut early = BTreeMap::new();
    let mut due = 0;
    for (at, result) in done {
        early.insert(at, result);
        while let Some(result) = early.remove(&due) {
            take(result)?;
            due += 1;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    use super::*;

    fn threads(count: usize) -> NonZeroUsize {
        NonZeroUsize::new(count).unwrap()
    }

    #[test]
    fn results_come_in_the_order_of_the_items() {
        for count in [1, 2, 7] {
            let mut taken = Vec::new();
            let work = |item: usize| {
                // The earlier of each ten take the longest.
                std::thread::sleep(Duration::from_micros(100 * (10 - item as u64 % 10)));
                item * 2
            };
            let take = |result| {
                taken.push(result);
                Ok::<_, Infallible>(())
            };
            in_order(0..300, threads(count), |_| 0, work, take).unwrap();
            assert_eq!(taken, (0..300).map(|item| item * 2).collect::<Vec<_>>());
        }
    }

    #[test]
    fn no_more_is_under_way_than_is_permitted() {
        for (weight, expected) in [(0, 3 * AHEAD), (UNIT, 3 * AHEAD), (8 * UNIT, 3 * AHEAD / 8), (usize::MAX, 1)] {
            let (begun, ended) = (AtomicUsize::new(0), AtomicUsize::new(0));
            let mut most = 0;
            let take = |()| {
                let under_way = begun.load(Ordering::SeqCst) - ended.fetch_add(1, Ordering::SeqCst);
                most = most.max(under_way);
                std::thread::sleep(Duration::from_micros(50));
                Ok::<_, Infallible>(())
            };
            let work = |_| {
                begun.fetch_add(1, Ordering::SeqCst);
            };
            in_order(0..500, threads(3), |_| weight, work, take).unwrap();
            assert!(most <= expected, "{most} of weight {weight}");
        }
    }

    #[test]
    #[should_panic(expected = "item 50")]
    fn a_panic_ends_an_endless_run() {
        let work = |item: u64| if item == 50 { panic!("item {item}") } else { item };
        let _ = in_order(0.., threads(4), |_| 0, work, |_| Ok::<_, Infallible>(()));
    }

    #[test]
    fn an_error_ends_an_endless_run() {
        for count in [1, 4] {
            let take = |item| if item == 50 { Err(item) } else { Ok(()) };
            assert_eq!(in_order(0.., threads(count), |_| 0, |item: u64| item, take), Err(50));
        }
    }
}
