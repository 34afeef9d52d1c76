//! Who set which field: calls `patch::managed` for every write that is no apply, in the version of the request. Used by create, update,
//! patch and scale between defaulting and admission. A write that cannot be recorded goes on all the same.
//! Source: apimachinery `pkg/util/managedfields`, apiserver `pkg/endpoints/handlers/{create,update,patch}.go`.

use std::borrow::Cow;

use http::header::USER_AGENT;
use kinds::strategy::Reset;
use meta::gvk::GroupVersion;
use meta::status::Status;
use object::Tree;
use patch::managed::{self, Filter, NotConverted, UpdateInput};

use crate::catalog::Endpoint;
use crate::endpoints::{Call, OwnedWrite};

const FIELDS: [&str; 2] = ["metadata", "managedFields"];

/// The manager of a request: the one that it names, else its program.
pub(crate) fn manager(call: &Call) -> String {
    let named = call.query.first("fieldManager").unwrap_or_default();
    if !named.is_empty() {
        return named.to_owned();
    }
    let agent = call.headers.get(USER_AGENT).map(|v| String::from_utf8_lossy(v.as_bytes()));
    managed::manager_from_user_agent(&agent.unwrap_or_default())
}

/// Records a write in the new object, which is in the hub version as the live one is.
pub(crate) fn record(write: &OwnedWrite, live: Option<&Tree>, new: &mut Tree) {
    let endpoint = &write.endpoint;
    let shown = |tree: &Tree| match &endpoint.conversion {
        Some(conversion) => conversion.out_of_hub(tree).map_err(|e| e.into_owned()),
        None => Ok(tree.clone()),
    };
    let live = live.map(|tree| match &endpoint.conversion {
        Some(_) => shown(tree).map(Cow::Owned),
        None => Ok(Cow::Borrowed(tree)),
    });
    let live = live.transpose();
    let result = match (live, &endpoint.conversion) {
        (Ok(live), None) => update(write, live.as_deref(), new),
        (Ok(live), Some(_)) => shown(new).and_then(|mut converted| {
            let result = update(write, live.as_deref(), &mut converted);
            carry(&converted, new);
            result
        }),
        (Err(error), _) => Err(error),
    };
    if let Err(error) = result {
        tracing::debug!(resource = %write.hub.resource, error, "the managers of a write could not be recorded");
    }
}

fn update(write: &OwnedWrite, live: Option<&Tree>, new: &mut Tree) -> Result<(), String> {
    let time = write.server.world.now_text();
    let api_version = write.endpoint.group_version.to_string();
    let reset = match write.strategy.reset {
        Reset::Fields(paths) => Filter::AllBut(paths),
        Reset::AllBut(paths) => Filter::Only(paths),
    };
    let convert = |tree: &Tree, version: &str| converted(write, tree, version);
    managed::record_update(UpdateInput {
        live,
        new,
        manager: &write.manager,
        api_version: &api_version,
        subresource: &write.subresource,
        time: &time,
        reset,
        convert: &convert,
    })
    .map_err(|error| error.to_string())
}

/// Records the change of a scale in the managed fields of its object, which still has those of before. `live` is the scale of before.
///
/// # Errors
/// 500 for managed fields that cannot be read.
pub(crate) fn record_scale(write: &OwnedWrite, object: &mut Tree, mut live: Tree, scale: &Tree) -> Result<(), Status> {
    let mut new = scale.clone();
    of_scale(write, object, &mut live)?;
    let time = write.server.world.now_text();
    let recorded = managed::record_update(UpdateInput {
        live: Some(&live),
        new: &mut new,
        manager: &write.manager,
        api_version: managed::SCALE_VERSION,
        subresource: &write.subresource,
        time: &time,
        reset: Filter::AllBut(&[]),
        convert: &|_, _| Err(NotConverted::NoSuchVersion),
    });
    if let Err(error) = recorded {
        tracing::debug!(resource = %write.hub.resource, %error, "the managers of a scale could not be recorded");
    }
    let version = write.endpoint.group_version.to_string();
    managed::to_object(object, &new, &version, &knows(write)).map_err(Status::unmapped)
}

/// Gives a scale the managed fields that its object has for it.
///
/// # Errors
/// 500 for managed fields that cannot be read.
pub(crate) fn of_scale(write: &OwnedWrite, object: &Tree, scale: &mut Tree) -> Result<(), Status> {
    managed::to_scale(object, scale, &knows(write)).map_err(Status::unmapped)
}

/// Whether a version is one of the resource's group.
fn knows(write: &OwnedWrite) -> impl Fn(&str) -> bool {
    |version| GroupVersion::parse(version).is_ok_and(|version| version.group == write.endpoint.gvr.group)
}

/// Puts the managed fields of one object into another.
fn carry(from: &Tree, to: &mut Tree) {
    to.remove(&FIELDS);
    if let Some(fields) = from.at(&FIELDS) {
        to.graft(&FIELDS, fields);
    }
}

/// An object of the request's version in another one of its kind.
fn converted(write: &OwnedWrite, tree: &Tree, version: &str) -> Result<Tree, NotConverted> {
    let failed = |error: &dyn std::fmt::Display| NotConverted::Failed(error.to_string());
    let version = GroupVersion::parse(version).map_err(|e| failed(&e))?;
    let other = write.server.catalog.find(&version.group, &version.version, &write.endpoint.gvr.resource);
    let other = other.ok_or(NotConverted::NoSuchVersion)?;
    let to_hub = |endpoint: &Endpoint, tree: &Tree| match &endpoint.conversion {
        Some(conversion) => conversion.to_hub(tree).map_err(|e| failed(&e)),
        None => Ok(tree.clone()),
    };
    let hub = to_hub(&write.endpoint, tree)?;
    match &other.conversion {
        Some(conversion) => conversion.out_of_hub(&hub).map_err(|e| failed(&e)),
        None => Ok(hub),
    }
}
