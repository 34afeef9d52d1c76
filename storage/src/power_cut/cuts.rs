//! Many lives with power cuts in between. Called by the tests of this folder.

use std::collections::BTreeSet;

use sys::sim::{CallKind, Cut, DiskImage};

use super::life::{OpenStore, Outcome, Plan, Record, Shot, empty_disk, live};
use super::past::{Bounds, Past};
use super::reopen::{Look, Wrong};
use crate::contract::workload::Choices;

/// How much was tried.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tried {
    /// Stores that were opened after a cut and compared with the past.
    pub(super) reopened: usize,
    /// Of those, after a cut while the store was being opened.
    pub(super) twice: usize,
    /// Calls of the disk.
    pub(super) calls: usize,
    /// Commits.
    pub(super) commits: usize,
    /// Files that got their final name: segments and checkpoints.
    pub(super) renamed: usize,
    /// Files that were removed.
    pub(super) removed: usize,
    /// Commits that were refused, or whose outcome is unknown.
    pub(super) refused: usize,
}

impl Tried {
    pub(super) fn add(&mut self, other: Self) {
        self.reopened += other.reopened;
        self.twice += other.twice;
        self.calls += other.calls;
        self.commits += other.commits;
        self.renamed += other.renamed;
        self.removed += other.removed;
        self.refused += other.refused;
    }

    fn life(&mut self, record: &Record) {
        let calls = |kind| record.calls.iter().filter(|call| call.kind == kind).count();
        self.calls += record.calls.len();
        self.commits += record.seen.len();
        self.renamed += calls(CallKind::Rename);
        self.removed += calls(CallKind::Remove);
        self.refused += record.attempts.iter().filter(|it| !matches!(it.outcome, Outcome::Committed(_))).count();
    }
}

/// How many cuts of a life are tried.
const CUTS: usize = 5;

/// Up to three lives, each beginning with what a power cut left of the one before; of each, some cuts are tried.
pub(super) fn random(open: &OpenStore, seed: u64, plan: &Plan) -> Result<Tried, String> {
    let mut choices = Choices::new(seed, 5);
    let mut tried = Tried::default();
    let mut past = Past::nothing();
    let mut image = empty_disk();
    let mut begins = plan.begins;
    for life in 0..1 + choices.below(3) {
        let plan = Plan {
            seed: seed.wrapping_mul(31).wrapping_add(life),
            begins,
            writers: 1 + choices.below(plan.writers),
            ..plan.clone()
        };
        let record = live(open, image, &plan);
        let place = |what: &str| format!("seed {seed}, life {life}: {what}");
        if let Some(refusal) = &record.refused {
            return Err(place(refusal));
        }
        let lived = past.with_life(&record).map_err(|what| place(&what))?;
        tried.life(&record);
        let mut next = None;
        for _ in 0..CUTS {
            let shot = some_shot(&record, &mut choices);
            let how = some_cut(&shot.image, &mut choices);
            let cut = shot.image.after_cut(how);
            let look = Look {
                open,
                past: &lived,
                bounds: lived.bounds(&record, shot, plan.forgets),
                unknown: &[],
                seed: choices.below(1 << 40),
                thorough: choices.below(8) == 0,
                may_fail: false,
            };
            let at = |what: &str| place(&format!("{how:?} before call {} ({:?}): {what}", shot.at, shot.kind));
            let shown = look.at(cut.clone()).map_err(|wrong| at(wrong.text()))?;
            tried.reopened += 1;
            if let Some(opening) = pick(&shown.opening, &mut choices).filter(|_| life + 1 < 3) {
                let again = some_cut(opening, &mut choices);
                look.at(opening.after_cut(again))
                    .map_err(|wrong| at(&format!("again, while it was opened, {again:?}: {}", wrong.text())))?;
                tried.twice += 1;
            }
            next = Some((cut, shown.revisions, shot.now));
        }
        let Some((cut, revisions, now)) = next else { break };
        past = lived.cut(revisions.current, revisions.compacted)?;
        (image, begins) = (cut, now);
    }
    Ok(tried)
}

/// Every call of one life, each cut in several ways: nothing kept, all kept, by chance, and torn at bytes of every unsynced write.
pub(super) fn exhaustive(
    open: &OpenStore,
    image: DiskImage,
    plan: &Plan,
    chances: u64,
    tear_step: usize,
) -> Result<Tried, String> {
    let record = live(open, image, plan);
    if let Some(refusal) = &record.refused {
        return Err(refusal.clone());
    }
    let past = Past::nothing().with_life(&record)?;
    let mut tried = Tried::default();
    tried.life(&record);
    for shot in record.shots.iter().chain(&record.last) {
        let bounds = past.bounds(&record, shot, plan.forgets);
        let mut cuts = vec![Cut::Synced, Cut::Whole];
        cuts.extend((0..chances).map(|chance| Cut::Chance(chance + 1000 * shot.at as u64)));
        for (whole, change) in shot.image.unsynced().iter().enumerate() {
            cuts.extend((0..=change.bytes).step_by(tear_step).map(|bytes| Cut::Torn { whole, bytes }));
        }
        for how in cuts {
            check(open, &past, bounds, shot, how)?;
            tried.reopened += 1;
        }
    }
    Ok(tried)
}

fn check(open: &OpenStore, past: &Past, bounds: Bounds, shot: &Shot, how: Cut) -> Result<(), String> {
    let look = Look { open, past, bounds, unknown: &[], seed: shot.at as u64, thorough: false, may_fail: false };
    let at = |wrong: Wrong| format!("{how:?} before call {} ({:?}): {}", shot.at, shot.kind, wrong.text());
    look.at(shot.image.after_cut(how)).map(drop).map_err(at)
}

/// Any shot, or one of a kind of call that is rare.
fn some_shot<'a>(record: &'a Record, choices: &mut Choices) -> &'a Shot {
    let shots: Vec<&Shot> = record.shots.iter().chain(&record.last).collect();
    let kinds: BTreeSet<CallKind> = shots.iter().map(|shot| shot.kind).collect();
    let kinds: Vec<CallKind> = kinds.into_iter().collect();
    let kind = pick(&kinds, choices).filter(|_| choices.below(2) == 0).copied();
    let fitting: Vec<&&Shot> = shots.iter().filter(|shot| kind.is_none_or(|kind| shot.kind == kind)).collect();
    pick(&fitting, choices).copied().copied().expect("a kind is that of a shot")
}

fn pick<'a, T>(from: &'a [T], choices: &mut Choices) -> Option<&'a T> {
    (!from.is_empty()).then(|| &from[usize::try_from(choices.below(from.len() as u64)).unwrap_or(0)])
}

fn some_cut(image: &DiskImage, choices: &mut Choices) -> Cut {
    let unsynced = image.unsynced();
    match choices.below(8) {
        0 => Cut::Synced,
        1 => Cut::Whole,
        2 | 3 if !unsynced.is_empty() => {
            let whole = usize::try_from(choices.below(unsynced.len() as u64)).unwrap_or(0);
            Cut::Torn { whole, bytes: usize::try_from(choices.below(unsynced[whole].bytes as u64 + 1)).unwrap_or(0) }
        }
        _ => Cut::Chance(choices.below(1 << 40)),
    }
}
