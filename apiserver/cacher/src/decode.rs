//! Decodes values in their order, on several threads when there are many: after a start all objects of a resource are decoded while
//! somebody waits for them. Called by the feed, which has its turn between two parts; it must never change the state.
//!
//! The caller decodes as well, part by part, and takes what comes next as soon as it is there. In simulation it is alone.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::vec::IntoIter;

use storage::Item;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use crate::cacher::Shared;
use crate::snapshot::Decoded;

/// Tasks that decode one page or group, the caller among them: more decode faster than one task can put what they decoded into the state.
pub(crate) const MOST_DECODERS: usize = 4;

/// Values on their way to objects.
pub(crate) struct Decoding {
    work: Arc<Work>,
    /// What is left of the part before.
    current: IntoIter<Decoded>,
    /// The part that comes next.
    next: usize,
    /// Parts that were decoded before their turn: at most all, whose values the caller holds anyway.
    early: BTreeMap<usize, Vec<Decoded>>,
    /// What others decode; none when nobody does.
    others: Option<UnboundedReceiver<(usize, Vec<Decoded>)>>,
}

/// What the decoders share.
struct Work {
    shared: Arc<Shared>,
    items: Vec<Arc<Item>>,
    part: usize,
    /// The first part that nobody has begun.
    open: AtomicUsize,
}

impl Decoding {
    /// Begins to decode, `part` values at a time.
    pub(crate) fn new(shared: &Arc<Shared>, items: Vec<Arc<Item>>, part: usize) -> Self {
        let work = Arc::new(Work { shared: shared.clone(), items, part: part.max(1), open: AtomicUsize::new(0) });
        let spawn = &shared.sys.spawn;
        let decoders = spawn.width().min(MOST_DECODERS).min(work.parts());
        let others = (decoders > 1).then(|| {
            let (sender, receiver) = unbounded_channel();
            // One for this thread as well: the scheduler keeps the task that was started last for the thread that started it, and
            // offers the others to other threads.
            for _ in 0..decoders {
                spawn.task("cacher-decode", Box::pin(work.clone().help(sender.clone())));
            }
            receiver
        });
        Self { work, current: Vec::new().into_iter(), next: 0, early: BTreeMap::new(), others }
    }

    /// The next object; none after the last.
    pub(crate) async fn next(&mut self) -> Option<Decoded> {
        if self.current.as_slice().is_empty() && self.next < self.work.parts() {
            self.current = self.part(self.next).await.into_iter();
            self.next += 1;
        }
        self.current.next()
    }

    /// A part: decodes whatever nobody has begun until it is there.
    async fn part(&mut self, number: usize) -> Vec<Decoded> {
        loop {
            let others = self.others.as_mut().into_iter();
            self.early.extend(others.flat_map(|others| std::iter::from_fn(|| others.try_recv().ok())));
            if let Some(decoded) = self.early.remove(&number) {
                return decoded;
            }
            let (begun, decoded) = match (self.work.begin(), &mut self.others) {
                (Some(begun), _) => (begun, self.work.decode(begun)),
                (None, Some(others)) => match others.recv().await {
                    Some(part) => part,
                    // Who had begun it is gone.
                    None => (number, self.work.decode(number)),
                },
                (None, None) => (number, self.work.decode(number)),
            };
            if begun == number {
                return decoded;
            }
            self.early.insert(begun, decoded);
        }
    }
}

impl Work {
    fn parts(&self) -> usize {
        self.items.len().div_ceil(self.part)
    }

    fn begin(&self) -> Option<usize> {
        let number = self.open.fetch_add(1, Ordering::Relaxed);
        (number < self.parts()).then_some(number)
    }

    fn range(&self, number: usize) -> Range<usize> {
        let start = number * self.part;
        start..(start + self.part).min(self.items.len())
    }

    fn decode(&self, number: usize) -> Vec<Decoded> {
        self.items[self.range(number)].iter().map(|item| decode(&self.shared, item)).collect()
    }

    async fn help(self: Arc<Self>, decoded: UnboundedSender<(usize, Vec<Decoded>)>) {
        while let Some(number) = self.begin() {
            if decoded.send((number, self.decode(number))).is_err() {
                return;
            }
            tokio::task::yield_now().await;
        }
    }
}

fn decode(shared: &Shared, item: &Item) -> Decoded {
    shared.codec.decode(&item.key, &item.value, item.mod_revision).map(Arc::new).map_err(|corrupt| {
        tracing::error!(key = %item.key, revision = %item.mod_revision, why = %corrupt.why, "a stored object cannot be decoded");
        shared.meter().corrupt();
        Arc::new(corrupt)
    })
}
