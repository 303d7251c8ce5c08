//! A fault of the program in one article is that article's error, and no other's.

use std::cell::{Cell, RefCell};
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

use super::Diagnostic;

thread_local! {
    /// How many guards this thread stands in.
    static GUARDS: Cell<usize> = const { Cell::new(0) };
    /// Where and why the last guarded panic began.
    static FAULT: RefCell<String> = const { RefCell::new(String::new()) };
}

static HOOK: Once = Once::new();

/// Runs work that must not take the whole run with it: a panic inside becomes a finding.
///
/// The finding names the line of the program, for a report to its makers; who calls adds the file that was being read.
/// Nothing is printed for a panic that is caught here. What the work was changing is not used any further.
///
/// ```
/// use sijill::diagnostics::guarded;
/// assert_eq!(guarded(|| "الخبر".chars().count()), Ok(5));
/// let found = guarded(|| ["الخبر"][7usize.min("خبر وآخر".len())].len()).unwrap_err();
/// assert_eq!(found.code, "internal");
/// ```
///
/// # Errors
///
/// The finding `internal`, where the work panicked.
pub fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, Diagnostic> {
    HOOK.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |fault| {
            if GUARDS.get() == 0 {
                return before(fault);
            }
            let words = fault.payload_as_str().unwrap_or("no message");
            let place = fault
                .location()
                .map(|place| format!("{}:{}: ", place.file(), place.line()))
                .unwrap_or_default();
            FAULT.with_borrow_mut(|kept| *kept = format!("{place}{words}"));
        }));
    });
    GUARDS.set(GUARDS.get() + 1);
    let done = panic::catch_unwind(AssertUnwindSafe(work));
    GUARDS.set(GUARDS.get() - 1);
    done.map_err(|_| {
        let fault = FAULT.with_borrow_mut(std::mem::take);
        let help = "the rest is not touched by it; please report it together with the file";
        Diagnostic::error("internal", format!("a fault of the program: {fault}")).help(help)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_a_finding_with_its_place_and_the_next_work_is_done() {
        let found = guarded(|| -> usize { panic::panic_any("نص") }).expect_err("it panicked");
        assert!(found.message.contains("guard.rs"), "{}", found.message);
        assert_eq!(guarded(|| 1 + 1), Ok(2));
    }

    #[test]
    fn a_guard_inside_a_guard_keeps_the_outer_one() {
        let inner = guarded(|| guarded(|| -> usize { panic::panic_any("نص") }).is_err());
        assert_eq!(inner, Ok(true));
    }
}
