//! What panics in spite of all is a bug, of briefex or of a library; among a hundred thousand files it must cost the one that brought
//! it to light, and no more. What would be printed of it is kept for the message instead.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::sync::Once;

use crate::batch::Unreadable;

thread_local! {
    /// Whether this thread catches what panics.
    static GUARDED: Cell<bool> = const { Cell::new(false) };
    /// Where it panicked last.
    static PLACE: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// A panic that was caught.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Panicked {
    /// What it said.
    pub message: String,
    /// The file and line of the program.
    pub place: Option<String>,
}

/// Does some work whose state is not used again where it panics.
pub(crate) fn caught<T>(work: impl FnOnce() -> T) -> Result<T, Panicked> {
    keep_quiet();
    let before = GUARDED.replace(true);
    let done = catch_unwind(AssertUnwindSafe(work));
    GUARDED.set(before);
    done.map_err(|cause| Panicked { message: message(&*cause).to_owned(), place: PLACE.take() })
}

/// Does some work on an input; where that panics, the input is one that cannot be used, and the reason is what a report of the bug
/// wants.
pub(crate) fn contained<T>(name: &str, work: impl FnOnce() -> T) -> Result<T, Unreadable> {
    caught(work).map_err(|Panicked { message, place }| {
        let place = place.unwrap_or_else(|| "an unknown place".to_owned());
        let reason = format!("internal error at {place}: {message}; this is a bug of briefex, please report it");
        Unreadable { name: name.to_owned(), line: None, reason }
    })
}

/// Leaves panics that are caught unprinted; all others are reported as before.
fn keep_quiet() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let report = take_hook();
        set_hook(Box::new(move |panic| {
            if GUARDED.get() {
                PLACE.set(panic.location().map(ToString::to_string));
            } else {
                report(panic);
            }
        }));
    });
}

fn message(cause: &(dyn Any + Send)) -> &str {
    let text = cause.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| cause.downcast_ref::<&str>().copied()).unwrap_or("no message")
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;
    use std::num::NonZeroUsize;

    use super::*;
    use crate::batch::parallel;

    #[test]
    fn a_panic_is_an_error_with_its_place() {
        assert_eq!(caught(|| 5), Ok(5));
        let texts: [&str; 0] = [];
        let panicked = caught(|| texts[texts.len() + 3].len()).unwrap_err();
        assert!(panicked.message.contains("index is 3"), "{panicked:?}");
        assert!(panicked.place.is_some_and(|place| place.starts_with("src/guard.rs:")));
        assert_eq!(caught(|| std::panic::panic_any(7)).unwrap_err().message, "no message");
    }

    #[test]
    fn what_is_caught_within_what_is_caught_leaves_the_outer_guard() {
        let outer = caught(|| {
            let inner = caught(|| panic!("inner")).unwrap_err();
            panic!("outer of {}", inner.message);
        });
        assert_eq!(outer.unwrap_err().message, "outer of inner");
        assert!(!GUARDED.get());
    }

    #[test]
    fn one_bad_file_takes_no_other_along() {
        for threads in [1, 3] {
            let work = |item: usize| contained(&format!("{item}.md"), || if item % 50 == 7 { panic!("{item}") } else { item });
            let mut taken = Vec::new();
            let take = |result| {
                taken.push(result);
                Ok::<_, Infallible>(())
            };
            parallel::in_order(0..200, NonZeroUsize::new(threads).unwrap(), |_| 0, work, take).unwrap();
            assert_eq!(taken.iter().flatten().count(), 196);
            let bad = taken[57].as_ref().unwrap_err().to_string();
            assert!(bad.starts_with("57.md: error: internal error at src/guard.rs:") && bad.contains(": 57; "), "{bad}");
        }
    }
}
