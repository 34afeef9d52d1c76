//! Outside-in tests of reliability: a real server, real clients, real kills, and a pure checker of what they did and saw.
//!
//! ```text
//! crash, full_disk: writers, watchers (threads) -> world (what happened) -> checker (pure)
//! cancel:           clients that vanish          -> every object whole, every address and port accounted for
//! ```
//! Called by `cli`. Servers listen on the loopback device, on ports that the kernel picks, with data in temporary folders.

mod audit;
pub(crate) mod cancel;
mod checker;
mod client;
pub(crate) mod crash;
mod disk;
pub(crate) mod full_disk;
mod history;
mod object;
mod plant;
mod random;
mod trial;
mod vanish;
mod watchers;
mod world;
mod writers;
