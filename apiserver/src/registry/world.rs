//! What surrounds every write: clock and entropy as texts and numbers, the emulated release and its feature gates. One value per
//! server, shared by all resources.

use std::sync::Arc;
use std::time::Duration;

use cacher::Encodings;
use kinds::resource::Release;
use meta::time::Time;
use sys::Sys;

use crate::gates::Gates;
use crate::metrics::Metrics;

/// Upstream's `--event-ttl`.
const EVENT_TTL: Duration = Duration::from_secs(3600);

/// Bytes of other encodings kept beside cached objects: those of some 60,000 pods. What finds no room is encoded again.
const ENCODING_BYTES: usize = 64 << 20;
/// Bytes of runs in gzip: those of some 60,000 pods. What finds no room is compressed again.
const RUN_BYTES: usize = 32 << 20;

/// A moment as objects carry it: RFC 3339 in whole seconds, UTC.
#[must_use]
pub(crate) fn time_text(seconds: i64) -> String {
    Time { seconds, nanos: 0 }.rfc3339()
}

/// Surroundings of a server.
pub(crate) struct World {
    /// Clock and entropy.
    pub sys: Sys,
    /// Emulated release, as (major, minor).
    pub emulated: (u16, u16),
    /// Feature gates that are on.
    pub gates: Box<dyn Fn(&str) -> bool + Send + Sync>,
    /// How long events live.
    pub event_ttl: Duration,
    /// Room for objects in other encodings than the stored one.
    pub encodings: Arc<Encodings>,
    /// Room for runs of objects in gzip.
    pub runs: Arc<Encodings>,
    /// What is counted.
    pub metrics: Arc<Metrics>,
}

impl World {
    /// A world of a release with these gates.
    #[must_use]
    pub(crate) fn new(sys: Sys, emulated: (u16, u16), gates: Gates, metrics: Arc<Metrics>) -> Self {
        let release = Release { major: emulated.0, minor: emulated.1 };
        Self {
            sys,
            emulated,
            gates: Box::new(move |gate| gates.on(gate, release)),
            event_ttl: EVENT_TTL,
            encodings: Arc::new(Encodings::new(ENCODING_BYTES)),
            runs: Arc::new(Encodings::new(RUN_BYTES)),
            metrics,
        }
    }

    /// Wall-clock nanoseconds since the epoch.
    #[must_use]
    pub(crate) fn now(&self) -> i128 {
        self.sys.clock.wall().0
    }

    /// Wall-clock seconds since the epoch.
    #[must_use]
    pub(crate) fn now_seconds(&self) -> i64 {
        self.sys.clock.wall().seconds()
    }

    /// Now as objects carry it.
    #[must_use]
    pub(crate) fn now_text(&self) -> String {
        time_text(self.now_seconds())
    }

    /// A fresh uid.
    #[must_use]
    pub(crate) fn uuid(&self) -> String {
        crate::moment::uuid(self.sys.entropy.as_ref())
    }

    /// A name for a `generateName`.
    #[must_use]
    pub(crate) fn generate_name(&self, base: &str) -> String {
        let mut random = [0; meta::name::GENERATE_SUFFIX];
        self.sys.entropy.fill(&mut random);
        meta::name::generate(base, random)
    }
}
