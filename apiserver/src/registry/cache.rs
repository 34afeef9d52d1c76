//! The watch cache of a hub: made at first use, fed by the store's watch, decoding with the hub.

use std::sync::{Arc, Weak};

use cacher::{Cacher, CorruptObject, Key, Limits, Object, ObjectCodec, Revision};
use meta::status::Status;
use storage::Value;

use super::hub::Hub;
use super::list::read_error;
use super::world::World;

/// Decodes with a hub. Weak, because the hub owns the cacher that owns this.
struct HubCodec(Weak<Hub>);

impl ObjectCodec for HubCodec {
    fn decode(&self, key: &Key, value: &Value, revision: Revision) -> Result<Object, CorruptObject> {
        let corrupt = |why: String| CorruptObject { key: key.clone(), revision, why };
        let hub = self.0.upgrade().ok_or_else(|| corrupt("the server is gone".to_owned()))?;
        hub.served(key, value, revision).map_err(corrupt)
    }
}

impl Hub {
    /// The watch cache, started by the first who asks.
    pub(crate) fn cacher(self: &Arc<Self>, world: &World) -> &Arc<Cacher> {
        self.cacher.get_or_init(|| {
            let codec = Arc::new(HubCodec(Arc::downgrade(self)));
            let prefix = Key::from(self.prefix.as_str());
            let limits = Limits::default();
            let meter = world.metrics.storage.cache(&self.resource, limits.window_events);
            Arc::new(Cacher::new(self.store.clone(), prefix, codec, world.sys.clone(), limits).metered(meter))
        })
    }

    /// Waits until reads of the store show a revision that the client has seen; 0 asks for nothing.
    ///
    /// # Errors
    /// 504 when the revision does not come.
    pub(crate) async fn wait_for(self: &Arc<Self>, revision: u64, world: &World) -> Result<(), Status> {
        if revision <= self.store.revisions().current.0 {
            return Ok(());
        }
        match self.cacher(world).at_least(Revision(revision), None).await {
            Ok(_) => Ok(()),
            Err(error) => Err(read_error(self, &error, "get")),
        }
    }
}
