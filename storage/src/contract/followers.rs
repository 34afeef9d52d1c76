//! The case that puts a store under load, and the proof that its checker catches what it is there to catch.

use std::sync::Arc;

use crate::contract::Target;
use crate::contract::workload::{Plan, run};

pub(super) fn plan(seed: u64) -> Plan {
    Plan { seed, writers: 8, transactions: 250, watchers: 50, readers: 4, compact_every: 97 }
}

/// The properties of etcd's robustness tests: ordered, unique, atomic, resumable, bookmarkable, reliable, with the right previous
/// values, under eight writers, with random starts and compactions; reads see their own revision.
pub(super) async fn watches_follow_writers(target: Arc<dyn Target>) {
    match run(target.store(), plan(7)).await {
        Ok(report) => {
            assert!(report.commits > 500 && report.reads > 50 && report.batches > 1000, "too little happened: {report:?}");
        }
        Err(violation) => panic!("{violation}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::faulty::{Fault, FaultyStore};
    use crate::contract::model::Violation;
    use crate::{Limits, MemoryStore};

    async fn caught(fault: Fault) -> Violation {
        let sound = Arc::new(MemoryStore::new(sys::sim::Sim::new(1).sys(), Limits::default()));
        let plan = Plan { compact_every: 0, readers: 2, watchers: 8, ..plan(11) };
        run(Arc::new(FaultyStore::new(sound, fault)), plan).await.expect_err("a planted fault goes unnoticed")
    }

    #[tokio::test]
    async fn the_checker_catches_planted_faults() {
        type Expect = fn(&Violation) -> bool;
        let table: [(Fault, Expect); 10] = [
            (Fault::Drop, |violation| matches!(violation, Violation::Reliable(_))),
            (Fault::Duplicate, |violation| matches!(violation, Violation::Unique(_))),
            (Fault::Reorder, |violation| matches!(violation, Violation::Reliable(_) | Violation::Ordered(_))),
            (Fault::LoseDeletes, |violation| matches!(violation, Violation::Atomic(_) | Violation::Reliable(_))),
            (Fault::Split, |violation| matches!(violation, Violation::Atomic(_))),
            (Fault::WrongPrevious, |violation| matches!(violation, Violation::Previous(_))),
            (Fault::EagerProgress, |violation| matches!(violation, Violation::Progress(_) | Violation::Reliable(_))),
            (Fault::StartLate, |violation| matches!(violation, Violation::Reliable(_))),
            (Fault::WrongPrefix, |violation| matches!(violation, Violation::Filter(_))),
            (Fault::StaleReads, |violation| matches!(violation, Violation::Read(_))),
        ];
        for (fault, expected) in table {
            let violation = caught(fault).await;
            assert!(expected(&violation), "{fault:?} was taken for {violation}");
        }
    }
}
