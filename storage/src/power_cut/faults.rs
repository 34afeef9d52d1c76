//! Every call of the disk failed, one life each: nothing is acknowledged falsely, and a store that is opened again afterwards has all that
//! was acknowledged. Called by the tests of this folder.

use std::io::ErrorKind;
use std::path::Path;

use sys::sim::{CallKind, Cut, Fault};

use super::life::{OpenStore, Outcome, Plan, Record, empty_disk, live};
use super::past::Past;
use super::reopen::Look;

/// How much was tried.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Failed {
    /// Lives in which a call failed.
    pub(super) lives: usize,
    /// Of those, in which the store did not even open.
    pub(super) refused: usize,
    /// Stores that were opened afterwards and compared.
    pub(super) reopened: usize,
}

/// What a store promises after a failed call.
pub(super) struct Promise {
    /// After a failed sync of such a file no commit is acknowledged.
    pub(super) is_log: fn(&Path) -> bool,
}

/// Fails the first call, the second, and so on, until a life ends before its turn comes.
pub(super) fn every_call(
    open: &OpenStore,
    plan: &Plan,
    kind: Option<CallKind>,
    promise: &Promise,
    make: impl Fn(Fault) -> Fault,
) -> Result<Failed, String> {
    let mut failed = Failed::default();
    for nth in 1.. {
        let fault = make(match kind {
            Some(kind) => Fault::of(kind, nth, ErrorKind::Other),
            None => Fault::of_any(nth, ErrorKind::Other),
        });
        let plan = Plan { fault: Some(fault), shots: false, ..plan.clone() };
        let record = live(open, empty_disk(), &plan);
        if record.failed_calls == 0 {
            break;
        }
        failed.lives += 1;
        failed.refused += usize::from(record.refused.is_some());
        let of_kind = |call: &sys::sim::Call| kind.is_none_or(|kind| call.kind == kind);
        let at = record.calls.iter().enumerate().filter(|(_, call)| of_kind(call)).nth(nth - 1).map(|(at, _)| at);
        let at = at.ok_or("the call that failed was not seen")?;
        let call = &record.calls[at];
        let place = |what: &str| format!("call {at} ({:?} {}) failed: {what}", call.kind, call.path.display());
        if call.kind == CallKind::Sync && (promise.is_log)(&call.path) {
            no_acknowledgement(&record, at).map_err(|what| place(&what))?;
        }
        failed.reopened += reopen(open, &record, nth).map_err(|what| place(&what))?;
    }
    Ok(failed)
}

fn no_acknowledgement(record: &Record, failed_at: usize) -> Result<(), String> {
    let later = record.attempts.iter().find(|it| matches!(it.outcome, Outcome::Committed(_)) && it.answered > failed_at);
    match later {
        None => Ok(()),
        Some(attempt) => Err(format!("acknowledged after a failed sync: {attempt:?}")),
    }
}

/// Cuts the power at the end of the life, in several ways, and compares.
fn reopen(open: &OpenStore, record: &Record, nth: usize) -> Result<usize, String> {
    let past = Past::nothing().with_life(record)?;
    let last = record.last.as_ref().ok_or("the life has no end")?;
    let mut bounds = past.bounds(record, last);
    // What failed may have been made all the same.
    bounds.current.1 = crate::Revision(u64::MAX);
    let cuts = [Cut::Synced, Cut::Whole, Cut::Chance(nth as u64), Cut::Chance(1000 + nth as u64)];
    for how in cuts {
        let look = Look {
            open,
            past: &past,
            bounds,
            unknown: &record.attempts,
            seed: nth as u64,
            thorough: nth.is_multiple_of(16),
            may_fail: false,
        };
        look.at(last.image.after_cut(how)).map_err(|wrong| format!("{how:?}: {}", wrong.text()))?;
    }
    Ok(cuts.len())
}
