//! Clock, randomness, disk, network and task spawning, behind traits. Every crate that needs one of them takes it from a [`Sys`]
//! value; the real implementations are the only product code that may call the standard library or tokio for these things.
//! Nothing here may know Kubernetes.
#![warn(missing_docs)]

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

mod clock;
mod disk;
mod entropy;
mod net;
mod real;
pub mod sim;
mod spawn;

pub use clock::{Clock, Tick, WallTime};
pub use disk::{DirLock, Disk, File, Open, Space};
pub use entropy::Entropy;
pub use net::{ByteStream, Connection, Listener, Net, Stream};
pub use real::real;
pub use spawn::Spawn;

/// A boxed future that can move between threads.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// The outside world as one value; cheap to clone.
#[derive(Clone)]
pub struct Sys {
    /// Time.
    pub clock: Arc<dyn Clock>,
    /// Randomness.
    pub entropy: Arc<dyn Entropy>,
    /// Tasks and threads.
    pub spawn: Arc<dyn Spawn>,
    /// Files.
    pub disk: Arc<dyn Disk>,
    /// Byte streams to and from other processes.
    pub net: Arc<dyn Net>,
}
