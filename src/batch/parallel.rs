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
use std::thread;

/// How many items may be under way for each thread: enough that a slow one does not hold up the others.
const AHEAD: usize = 32;
/// How many bytes an item may hold to count for one; each begun further as many count for one more.
const UNIT: usize = 4 << 20;
/// How many items go to a thread and come back at once, for waking a thread takes as long as a tenth of a short file. A run begins
/// with lots of one, so that a few long files are shared out.
const LOT: usize = 8;
const PER_STEP: usize = 32;

/// Items, or their results, that go together, with the cost of each.
type Lot<T> = Vec<(usize, T)>;

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
    let cost = move |item: &I::Item| weigh(item).div_ceil(UNIT).clamp(1, most);
    let work = |item| catch_unwind(AssertUnwindSafe(|| work(item)));
    thread::scope(|scope| {
        scope.spawn(move || Lister { jobs, permitted, free: most, lot: Vec::new(), lots: 0 }.list(items, cost));
        for _ in 0..threads.get() {
            let (results, queue, work) = (results.clone(), &queue, &work);
            scope.spawn(move || {
                while let Some((at, lot)) = next(queue) {
                    let lot: Lot<thread::Result<T>> = lot.into_iter().map(|(cost, item)| (cost, work(item))).collect();
                    if results.send((at, lot)).is_err() {
                        break;
                    }
                }
            });
        }
        drop(results);
        // Whoever stops taking drops both ends, and with them the threads' reasons to go on.
        let (done, permits) = (done, permits);
        sorted(&done, |lot: Lot<thread::Result<T>>| {
            let mut freed = 0;
            for (cost, result) in lot {
                // A result that never came would be waited for.
                take(result.unwrap_or_else(|panic| resume_unwind(panic)))?;
                freed += cost;
            }
            // The one that lists may have come to the end.
            let _ = permits.send(freed);
            Ok(())
        })
    })
}

/// The one that numbers the items in lots and queues them.
struct Lister<I> {
    jobs: Sender<(usize, Lot<I>)>,
    /// What has been permitted again.
    permitted: Receiver<usize>,
    /// How much is permitted still.
    free: usize,
    /// The items that are not queued yet.
    lot: Lot<I>,
    /// How many lots were queued.
    lots: usize,
}

impl<I> Lister<I> {
    /// Queues each item once as much is permitted as it costs; ends early where nobody takes the results any more.
    fn list(mut self, items: impl Iterator<Item = I>, cost: impl Fn(&I) -> usize) -> Option<()> {
        for (at, item) in items.enumerate() {
            let cost = cost(&item);
            while self.free < cost {
                let freed = match self.permitted.try_recv() {
                    Ok(freed) => freed,
                    Err(_) => {
                        // What waits must not hold up what could free it.
                        self.send()?;
                        self.permitted.recv().ok()?
                    }
                };
                self.free += freed;
            }
            self.free -= cost;
            self.lot.push((cost, item));
            if self.lot.len() >= (at / PER_STEP).clamp(1, LOT) {
                self.send()?;
            }
        }
        self.send()
    }

    fn send(&mut self) -> Option<()> {
        if self.lot.is_empty() {
            return Some(());
        }
        self.lots += 1;
        self.jobs.send((self.lots - 1, std::mem::take(&mut self.lot))).ok()
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
