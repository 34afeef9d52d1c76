//! Managed fields of a scale: the entries of its object that own `spec.replicas`, and the way back after a change (apimachinery
//! `managedfields/scalehandler.go`). Called by the scale endpoint around [`super::record_update`]; it decides nothing.

use object::Tree;

use super::arena::Arena;
use super::element::{Element, Keys};
use super::entries::{self, EntryError, Managers, Owned};
use super::set::{Builder, Set};

/// The version of scales.
pub const SCALE_VERSION: &str = "autoscaling/v1";

/// Where the replicas stand, in scales and in all objects that have one.
const REPLICAS: [Element<'static>; 2] = [Element::Field("spec"), Element::Field("replicas")];

/// Gives a scale the managed fields that its object has for it. `known` says which versions the resource has.
///
/// # Errors
/// When those of the object cannot be read.
pub fn to_scale(object: &Tree, scale: &mut Tree, known: &dyn Fn(&str) -> bool) -> Result<(), EntryError> {
    let arena = Arena::new();
    let mut keys = Keys::new();
    let mut managers = entries::read(object, &mut keys, &arena)?;
    managers.retain(|_, owned| known(owned.api_version) && owned.set.has(&REPLICAS, &keys));
    for owned in managers.values_mut() {
        owned.api_version = SCALE_VERSION;
        owned.set = replicas();
    }
    let printed = entries::print(&managers, &keys);
    entries::write(scale, printed);
    Ok(())
}

/// Takes the managed fields of a changed scale over into its object, which still has its own. What a scale owns comes back without a
/// time, and its owners of before lose the replicas: they wrote in another version (sic).
///
/// # Errors
/// As [`to_scale`].
pub fn to_object(object: &mut Tree, scale: &Tree, api_version: &str, known: &dyn Fn(&str) -> bool) -> Result<(), EntryError> {
    let arena = Arena::new();
    let mut keys = Keys::new();
    let printed = {
        let object: &Tree = object;
        let mut managers = entries::read(object, &mut keys, &arena)?;
        let mut of_scale = entries::read(scale, &mut keys, &arena)?;
        managers.retain(|_, owned| known(owned.api_version));
        steal(&mut managers, &mut of_scale, &keys);
        for (manager, owned) in of_scale {
            if owned.set.has(&REPLICAS, &keys) {
                managers.insert(manager, Owned { api_version, time: None, set: replicas() });
            }
        }
        entries::print(&managers, &keys)
    };
    entries::write(object, printed);
    Ok(())
}

/// Takes the replicas from whom the scale does not name any more.
fn steal<'a>(managers: &mut Managers<'a>, of_scale: &mut Managers<'a>, keys: &Keys<'a>) {
    managers.retain(|manager, owned| {
        if owned.set.has(&REPLICAS, keys) && of_scale.remove(manager).is_none() {
            owned.set = owned.set.difference(&replicas(), keys);
            return !owned.set.is_empty();
        }
        true
    });
}

fn replicas() -> Set<'static> {
    let mut builder = Builder::with_capacity(2);
    builder.insert(&REPLICAS);
    builder.finish()
}
