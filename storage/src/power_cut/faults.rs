//! Every call of the disk failed, one life each: nothing is acknowledged falsely, and a store that is opened again afterwards has all that
//! was acknowledged. Called by the tests of this folder.

use std::io::ErrorKind;
use std::path::Path;

use sys::sim::{Call, CallKind, Cut, DiskImage, Fault, Sim};

use super::life::{OpenStore, Outcome, Plan, Record, empty_disk, live, process};
use super::past::{Bounds, Past};
use super::reopen::Look;
use crate::Revision;

/// How much was tried.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Failed {
    /// Lives in which a call failed.
    pub(super) lives: usize,
    /// Of those, in which the store did not even open.
    pub(super) refused: usize,
    /// Of those, in which something was acknowledged after the call had failed.
    pub(super) went_on: usize,
    /// Stores that were opened afterwards and compared.
    pub(super) reopened: usize,
}

/// Which calls fail, and how.
pub(super) struct Failing {
    /// Of this kind only.
    pub(super) kind: Option<CallKind>,
    /// With this error.
    pub(super) error: ErrorKind,
    /// And all later ones.
    pub(super) lasting: bool,
    /// A write fails after so many bytes.
    pub(super) written: usize,
}

impl Failing {
    /// Any call, once, with an error that has no meaning.
    pub(super) const ANY: Self = Self { kind: None, error: ErrorKind::Other, lasting: false, written: 0 };

    fn fault(&self, nth: usize) -> Fault {
        let fault = match self.kind {
            Some(kind) => Fault::of(kind, nth, self.error),
            None => Fault::of_any(nth, self.error),
        };
        let fault = fault.after_bytes(self.written);
        if self.lasting { fault.lasting() } else { fault }
    }
}

/// Fails the first call, the second, and so on, until a life ends before its turn comes. After a failed sync of a log no commit may be
/// acknowledged that was asked for after it; one that was asked for before may have been durable by then, which reopening shows.
pub(super) fn every_call(open: &OpenStore, plan: &Plan, failing: &Failing, is_log: fn(&Path) -> bool) -> Result<Failed, String> {
    let mut failed = Failed::default();
    for nth in 1.. {
        let plan = Plan { fault: Some(failing.fault(nth)), shots: false, ..plan.clone() };
        let record = live(open, empty_disk(), &plan);
        if record.failed_calls == 0 {
            break;
        }
        failed.lives += 1;
        failed.refused += usize::from(record.refused.is_some());
        let of_kind = |call: &Call| failing.kind.is_none_or(|kind| call.kind == kind);
        let at = record.calls.iter().enumerate().filter(|(_, call)| of_kind(call)).nth(nth - 1).map(|(at, _)| at);
        let at = at.ok_or("the call that failed was not seen")?;
        let call = &record.calls[at];
        let place = |what: &str| format!("call {at} ({:?} {}) failed: {what}", call.kind, call.path.display());
        let committed = record.attempts.iter().filter(|it| matches!(it.outcome, Outcome::Committed(_)) && it.answered > at);
        let later = committed.max_by_key(|it| it.asked);
        failed.went_on += usize::from(later.is_some());
        match later.filter(|later| later.asked > at) {
            Some(later) if call.kind == CallKind::Sync && is_log(&call.path) => {
                return Err(place(&format!("acknowledged after a failed sync: {later:?}")));
            }
            _ => failed.reopened += reopen(open, &record, &plan, nth).map_err(|what| place(&what))?,
        }
    }
    Ok(failed)
}

/// Cuts the power at the end of the life, in several ways, and compares.
fn reopen(open: &OpenStore, record: &Record, plan: &Plan, nth: usize) -> Result<usize, String> {
    let past = Past::nothing().with_life(record)?;
    let last = record.last.as_ref().ok_or("the life has no end")?;
    let mut bounds = past.bounds(record, last, plan.forgets);
    // What failed may have been made all the same.
    bounds.current.1 = Revision(u64::MAX);
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

/// Fails every call of opening a store on a disk that a power cut left: the next attempt finds everything.
pub(super) fn every_call_of_opening(open: &OpenStore, image: &DiskImage, past: &Past, bounds: Bounds) -> Result<Failed, String> {
    let mut failed = Failed::default();
    for nth in 1.. {
        let (left, refused, fired) = process(async {
            let sim = Sim::with_disk(nth, image.clone());
            sim.advance(bounds.now.0);
            sim.disk().fail(Fault::of_any(usize::try_from(nth).unwrap_or(usize::MAX), ErrorKind::Other));
            let refused = open(sim.sys()).is_err();
            (sim.disk().image(), refused, sim.disk().failed_calls() > 0)
        });
        if !fired {
            break;
        }
        failed.lives += 1;
        failed.refused += usize::from(refused);
        for how in [Cut::Synced, Cut::Whole, Cut::Chance(nth)] {
            let look = Look { open, past, bounds, unknown: &[], seed: nth, thorough: false, may_fail: false };
            look.at(left.after_cut(how)).map_err(|wrong| format!("call {nth} of opening failed, {how:?}: {}", wrong.text()))?;
            failed.reopened += 1;
        }
    }
    Ok(failed)
}
