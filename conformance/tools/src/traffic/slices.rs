//! Sorts recorded requests into slices that can be repeated on their own: everything about one resource in one namespace, or about the
//! objects that one client has made outside of namespaces. Called by `traffic`; pure.
//!
//! ```text
//! requests in order -> slice by (namespace, resource) or (resource, maker) -> a long one: a slice by object
//!                   -> informers: lists and watches of all namespaces, which end up in a slice of the same resource
//! ```

use std::collections::{BTreeMap, BTreeSet};

use super::request::Asked;
use super::script::MOST_STEPS;

/// Requests that belong together, in order.
#[derive(Debug)]
pub(super) struct Slice<'r, 'x> {
    /// For the case's name.
    pub(super) resource: String,
    pub(super) requests: Vec<&'r Asked<'x>>,
}

/// What is kept apart: a resource in a namespace, or the work of one client outside of namespaces.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    root: String,
    resource: String,
    /// The namespace, or the client.
    owner: String,
}

/// Slices in the order of their first requests, and what watches or lists all namespaces, once for every shape.
pub(super) fn sort<'r, 'x>(requests: &'r [Asked<'x>]) -> (Vec<Slice<'r, 'x>>, Vec<&'r Asked<'x>>) {
    let makers = makers(requests);
    let mut order = Vec::new();
    let mut slices: BTreeMap<Key, Vec<&Asked<'_>>> = BTreeMap::new();
    let (mut informers, mut met) = (Vec::new(), BTreeSet::new());
    for asked in requests {
        if is_informer(asked) {
            informers.extend(met.insert(&asked.shape).then_some(asked));
            continue;
        }
        let key = key(asked, &makers);
        let slice = slices.entry(key.clone()).or_default();
        if slice.is_empty() {
            order.push(key);
        }
        slice.push(asked);
    }
    let cut = order.into_iter().flat_map(|key| {
        let requests = slices.remove(&key).unwrap_or_default();
        by_object(requests).into_iter().map(move |requests| Slice { resource: key.resource.clone(), requests })
    });
    (cut.collect(), informers)
}

/// Whether this is what a client asks that follows a whole resource.
fn is_informer(asked: &Asked<'_>) -> bool {
    let place = &asked.place;
    let whole = if place.namespaced { place.namespace.is_none() } else { !place.has_selector() };
    !asked.is_write() && place.name.is_none() && whole
}

/// Who has made each object outside of namespaces.
fn makers<'r>(requests: &'r [Asked<'_>]) -> BTreeMap<(&'r str, String), &'r str> {
    let made = requests.iter().filter(|asked| asked.creates() && !asked.place.namespaced);
    made.filter_map(|asked| Some(((asked.place.resource.as_str(), asked.object()?), asked.exchange.client.as_str()))).collect()
}

fn key(asked: &Asked<'_>, makers: &BTreeMap<(&str, String), &str>) -> Key {
    let place = &asked.place;
    let owner = place.namespace.clone().unwrap_or_else(|| {
        let maker = asked.object().and_then(|name| makers.get(&(place.resource.as_str(), name)).copied());
        maker.unwrap_or(&asked.exchange.client).to_owned()
    });
    Key { root: place.root.clone(), resource: place.resource.clone(), owner }
}

/// Cuts a long slice by the objects in it; what speaks of all of them goes with each, as long as it was there.
fn by_object<'r, 'x>(requests: Vec<&'r Asked<'x>>) -> Vec<Vec<&'r Asked<'x>>> {
    if requests.iter().filter(|asked| !asked.is_watch()).count() <= MOST_STEPS {
        return vec![requests];
    }
    let mut spans: Vec<(String, usize, usize)> = Vec::new();
    for (index, asked) in requests.iter().enumerate() {
        let Some(name) = asked.object() else { continue };
        match spans.iter_mut().find(|(known, ..)| *known == name) {
            Some((.., last)) => *last = index,
            None => spans.push((name, index, index)),
        }
    }
    let of = |(name, first, last): (String, usize, usize)| {
        let own = |(index, asked): (usize, &&'r Asked<'x>)| {
            // Outside of namespaces the other objects of the slice are in other cases of the same server.
            let apart = asked.place.namespaced || asked.place.query.contains("metadata.name%3D");
            let belongs = asked.object().map_or(apart, |other| other == name);
            // A watch that was there before the object shows it as well.
            let during = (first..=last + 1).contains(&index) || (asked.is_watch() && index <= last);
            (belongs && during).then_some(*asked)
        };
        requests.iter().enumerate().filter_map(own).collect()
    };
    spans.into_iter().map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::super::exchange::Exchange;
    use super::*;

    fn exchanges(resource: &str) -> Vec<Exchange> {
        let made = |name: &str| Exchange {
            admin: true,
            method: "PUT".to_owned(),
            path: format!("{resource}/{name}"),
            status: 200,
            ..Exchange::default()
        };
        let list = |query: &str| Exchange { method: "GET".to_owned(), path: format!("{resource}?{query}"), ..made("") };
        let mut all = vec![list("labelSelector=a"), list("fieldSelector=metadata.name%3Da")];
        all.extend((0..MOST_STEPS).flat_map(|_| [made("a"), made("b")]));
        all.insert(4, list("labelSelector=a%3Db"));
        all
    }

    fn sizes(resource: &str) -> Vec<usize> {
        let exchanges = exchanges(resource);
        let requests: Vec<_> = exchanges.iter().map(|exchange| Asked::read(exchange).unwrap()).collect();
        sort(&requests).0.iter().map(|slice| slice.requests.len()).collect()
    }

    #[test]
    fn a_long_slice_is_cut_by_objects() {
        // The list between the first and the last request about an object goes with both of them.
        assert_eq!(sizes("/api/v1/namespaces/n/configmaps"), [MOST_STEPS + 1, MOST_STEPS + 1]);
        // Without a namespace it would show what other cases do.
        assert_eq!(sizes("/api/v1/nodes"), [MOST_STEPS, MOST_STEPS]);
    }
}
