//! From a request that may pass to an answer: one file per verb, and the table that maps a place in the path and a method to a verb.
//! Called at the end of the filter chain. Endpoints read bodies, decode, convert and encode; what happens to objects is the registry's.

mod binding;
mod body;
mod create;
mod delete;
mod delete_collection;
mod eviction;
mod get;
mod list;
mod patch;
mod place;
mod scale;
mod supervise;
mod update;
mod watch;
mod websocket;

use std::sync::Arc;

use http::{HeaderMap, Method};
use kinds::resource::Release;
use kinds::strategy::{Strategy, User};
use meta::options::Query;
use meta::status::{Body, Generic, Outcome, Reason, Status};
use sys::Tick;

use crate::catalog::Endpoint;
use crate::exchange::{Exchange, Response, Told};
use crate::lookup::StoreLookup;
use crate::metrics::labels::{self, COMPONENT, Route, Scope};
use crate::registry::Write;
use crate::registry::hub::Hub;
use crate::server::Inner;
use crate::trail::Trail;
use crate::{compress, managed, negotiate, respond, routes};
use place::Place;

/// A request to one resource, with its path resolved.
pub(crate) struct Call {
    /// The server.
    pub server: Arc<Inner>,
    /// The resource in the request's version.
    pub endpoint: Arc<Endpoint>,
    /// What all versions of the resource share.
    pub hub: Arc<Hub>,
    /// Behaviour of the endpoint that was called.
    pub strategy: &'static Strategy,
    /// Namespace of the path; empty where it has none.
    pub namespace: String,
    /// Name of the path; empty on collections.
    pub name: String,
    /// Subresource of the path; empty for the resource itself.
    pub subresource: String,
    /// Request headers.
    pub headers: HeaderMap,
    /// Decoded query.
    pub query: Query,
    /// Who asks.
    pub user: User,
    /// When the answer is due; none for watches.
    pub deadline: Option<Tick>,
    /// What it hears if its request fails.
    pub told: Told,
    /// The right to the connection, where the client offered it.
    pub upgrade: Option<net::Upgrade>,
    /// Where the request is followed.
    pub trail: Arc<Trail>,
    /// Verb and scope of what goes on for long, for metrics.
    pub long_running: (&'static str, Scope),
}

/// Sends an exchange to the endpoint that its path and method name.
pub(crate) async fn dispatch(server: Arc<Inner>, mut exchange: Exchange) -> Response {
    if !exchange.info.is_resource {
        return routes::serve(&server, exchange).await;
    }
    let info = &exchange.info;
    if !server.catalog.serves(&info.group, &info.version) || (info.prefix == "apis" && info.group.is_empty()) {
        return routes::nothing_here(&server, &exchange.about());
    }
    let form = negotiate::error_output(&exchange.parts.headers, &exchange.query);
    let refused = |status: &Status| respond::status_with(status, form, &[]);
    let Some(endpoint) = server.catalog.find(&info.group, &info.version, &info.resource) else {
        return refused(&no_route(404));
    };
    let place = match place::resolve(&exchange, &endpoint) {
        Ok(place) => place,
        Err(code) => return refused(&no_route(code)),
    };
    let (namespace, name, subresource) = place.parts();
    follow(&server, &exchange, &endpoint, &place);
    if let Some(complaint) = meta::name::path_segment(&name).first().filter(|_| !name.is_empty()) {
        return refused(&Status::bad_request(format!("Name parameter invalid: {}: {complaint}", meta::text::quote(&name))));
    }
    let method = exchange.parts.method.clone();
    let watch = info.verb == "watch";
    let (endpoint, subresource) = writes_to(&server, endpoint, subresource);
    let (Some(hub), Some(strategy)) = (endpoint.hub.clone(), strategy(&endpoint, &subresource)) else {
        let missing = missing(&endpoint, &namespace, &name).await;
        return refused(&missing.unwrap_or_else(|| not_built(&info.resource_path())));
    };
    let told = Told::default();
    let long_running = labels::long_running(info);
    let call = Call {
        server,
        endpoint,
        hub,
        strategy,
        namespace,
        name,
        subresource,
        headers: exchange.parts.headers,
        query: exchange.query,
        user: user(exchange.user),
        deadline: exchange.deadline,
        told: told.clone(),
        upgrade: net::Upgrade::take(&mut exchange.parts.extensions),
        trail: exchange.trail,
        long_running,
    };
    let deprecation = deprecation(&call);
    let gzip = !watch && compress::takes_gzip(&call.headers);
    let answer = run(call, &method, &place, watch, exchange.body).await;
    let mut answer = answer.unwrap_or_else(|status| respond::status_with(&status, form, &told.take()));
    respond::add_warnings(answer.headers_mut(), deprecation.as_slice());
    if gzip { compress::gzip(answer).await } else { answer }
}

/// Says which route a request takes, and whether that is on its way out.
fn follow(server: &Inner, exchange: &Exchange, endpoint: &Endpoint, place: &Place) {
    let (info, method, query) = (&exchange.info, &exchange.parts.method, &exchange.query);
    let (scope, subresource) = (place.scope(endpoint, method), place.subresource());
    let verb = labels::verb(method, &exchange.parts.headers, query, (scope, subresource), info.legacy_watch);
    let (group, version, resource) = (&endpoint.gvr.group, &endpoint.gvr.version, &endpoint.gvr.resource);
    let route = Route {
        verb,
        dry_run: labels::dry_run(query),
        group,
        version,
        resource,
        subresource,
        scope,
        component: COMPONENT,
        sized: method == Method::GET && !info.legacy_watch && verb != "CONNECT",
        endless: info.verb == "watch",
    };
    exchange.trail.takes(&route, labels::field_validation(query));
    let (major, minor) = server.world.emulated;
    let lifecycle = &endpoint.served.lifecycle;
    if lifecycle.deprecated.is_some_and(|since| since <= Release { major, minor }) {
        let removed = lifecycle.removed.map(|release| release.to_string()).unwrap_or_default();
        server.metrics.requests.deprecated.with([group, version, resource, subresource, &removed]).set(1);
    }
}

/// What there is to say of a subresource whose object does not exist, built or not.
async fn missing(endpoint: &Endpoint, namespace: &str, name: &str) -> Option<Status> {
    let hub = endpoint.hub.as_ref().filter(|_| !name.is_empty())?;
    match hub.store.get(&hub.key(namespace, name), None).await {
        Ok(answer) if answer.item.is_none() => Some(Status::not_found(&endpoint.gvr.group_resource(), name)),
        _ => None,
    }
}

/// What every client is told of a kind that is on its way out.
fn deprecation(call: &Call) -> Option<String> {
    let (major, minor) = call.server.world.emulated;
    let (form, served) = (&call.endpoint.form, call.endpoint.served);
    let own_kind = served.subresource(&call.subresource).is_none_or(|sub| sub.kind == form.gvk.kind);
    let release = Release { major, minor };
    served.lifecycle.warning(&call.endpoint.group_version.to_string(), &form.gvk.kind, release).filter(|_| own_kind)
}

/// The resource whose objects a request writes: bindings are carried out on pods.
fn writes_to(server: &Inner, endpoint: Arc<Endpoint>, subresource: String) -> (Arc<Endpoint>, String) {
    let is_binding = (endpoint.gvr.group.as_ref(), endpoint.gvr.resource.as_ref()) == ("", "bindings");
    match server.catalog.find("", &endpoint.gvr.version, "pods").filter(|_| is_binding) {
        Some(pods) => (pods, binding::SUBRESOURCE.to_owned()),
        None => (endpoint, subresource),
    }
}

/// The strategy of the resource itself or of a subresource that writes its object; none for those that connect or create other kinds.
fn strategy(endpoint: &Endpoint, subresource: &str) -> Option<&'static Strategy> {
    let behaviour = endpoint.hub.as_ref()?.behaviour;
    if subresource == binding::SUBRESOURCE {
        return (endpoint.gvr.resource == "pods").then_some(&binding::DIRECT);
    }
    if subresource == eviction::SUBRESOURCE {
        // It marks the pod's status, then deletes it.
        return behaviour.strategy("status").filter(|_| endpoint.gvr.resource == "pods");
    }
    if subresource == "scale" { Some(&behaviour.main) } else { behaviour.strategy(subresource) }
}

/// What is served upstream and not built here yet says so.
pub(crate) fn not_built(what: &str) -> Status {
    Status::from_body(Body {
        code: 501,
        reason: Reason::Unknown,
        message: format!("{what} is not built yet in this release of ferrokube"),
        outcome: Outcome::Failure,
        ..Body::default()
    })
}

/// The user as strategies and plugins see it.
fn user(identity: auth::Identity) -> User {
    User { name: identity.name, uid: identity.uid, groups: identity.groups, extra: identity.extra }
}

/// One line per verb.
async fn run(call: Call, method: &Method, place: &Place, watch: bool, body: net::Body) -> Result<Response, Status> {
    match (place, method.as_str()) {
        (Place::Collection { .. } | Place::Item { .. }, "GET") if watch => watch::watch(call).await,
        (Place::Collection { .. }, "GET") => list::list(call).await,
        (_, "POST") if call.subresource == binding::SUBRESOURCE => binding::bind(call, body).await,
        (_, "POST") if call.subresource == eviction::SUBRESOURCE => eviction::evict(call, body).await,
        (Place::Collection { .. }, "POST") => create::create(call, body).await,
        (Place::Collection { .. }, "DELETE") => delete_collection::delete_collection(call, body).await,
        (Place::Sub { sub, .. }, _) if sub == "scale" => scale::scale(call, method, body).await,
        (Place::Item { .. } | Place::Sub { .. }, "GET") => get::get(call).await,
        (Place::Item { .. } | Place::Sub { .. }, "PUT") => update::update(call, body).await,
        (Place::Item { .. } | Place::Sub { .. }, "PATCH") => patch::patch(call, body).await,
        (Place::Item { .. }, "DELETE") => delete::delete(call, body).await,
        _ => Err(no_route(405)),
    }
}

/// What upstream's router says: 404 or 405 without naming anything.
pub(crate) fn no_route(code: u16) -> Status {
    Status::generic(&Generic { code, ..Generic::default() })
}

impl Call {
    /// A write of this request.
    pub(crate) fn write(&self, dry_run: bool) -> OwnedWrite {
        OwnedWrite {
            server: self.server.clone(),
            endpoint: self.endpoint.clone(),
            hub: self.hub.clone(),
            strategy: self.strategy,
            namespace: self.namespace.clone(),
            subresource: self.subresource.clone(),
            user: self.user.clone(),
            manager: managed::manager(self),
            told: self.told.clone(),
            dry_run,
        }
    }
}

/// What a supervised task owns of its request.
pub(crate) struct OwnedWrite {
    /// The server.
    pub(crate) server: Arc<Inner>,
    /// The resource in the request's version.
    pub(crate) endpoint: Arc<Endpoint>,
    /// What all versions share.
    pub(crate) hub: Arc<Hub>,
    /// Behaviour of the endpoint that was called.
    pub(crate) strategy: &'static Strategy,
    /// Namespace of the write.
    pub(crate) namespace: String,
    /// Subresource that is written; empty for the resource itself.
    pub(crate) subresource: String,
    user: User,
    /// Who comes to own what it writes.
    pub(crate) manager: String,
    /// What the client hears if the write fails.
    pub(crate) told: Told,
    dry_run: bool,
}

impl OwnedWrite {
    /// The registry's view of it.
    pub(crate) fn borrow(&self, warnings: Vec<String>) -> Write<'_> {
        Write {
            hub: &self.hub,
            named: self.endpoint.gvr.group_resource(),
            world: &self.server.world,
            strategy: self.strategy,
            namespace: &self.namespace,
            request: &self.endpoint.group_version,
            subresource: &self.subresource,
            dry_run: self.dry_run,
            user: &self.user,
            lookup: Some(StoreLookup(&self.server.catalog)),
            warnings,
            audit: Vec::new(),
        }
    }
}
