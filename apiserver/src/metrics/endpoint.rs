//! `/metrics` and `/metrics/slis`: who scrapes gets the text, compressed if it likes; DELETE sets what was counted back to nothing. Called
//! by the endpoints' dispatch, behind authorisation: nobody reads metrics who may not. Source: component-base `metrics/http.go`,
//! client_golang `promhttp/http.go`, common `expfmt/encode.go`.

use std::io::Write as _;
use std::sync::Arc;

use bytes::Bytes;
use daemon::metrics::{CONTENT_TYPE as TEXT_FORMAT, Registry};
use flate2::Compression;
use flate2::write::GzEncoder;
use futures_util::future::join_all;
use http::header::{ACCEPT, ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use http::{Method, StatusCode};
use meta::accept::clauses;
use storage::RangeRequest;
use tokio::sync::oneshot;

use crate::exchange::{About, Response};
use crate::respond;
use crate::server::Inner;

const PLAIN: HeaderValue = HeaderValue::from_static("text/plain; charset=utf-8");
const STARTED: HeaderName = HeaderName::from_static("process-start-time-unix");
/// As client_golang compresses.
const LEVEL: Compression = Compression::new(6);
/// Ways to write names that are no names of this format, which a client may ask for. There are no such names here.
const SCHEMES: [&str; 4] = ["allow-utf-8", "underscores", "dots", "values"];

/// Answers for a path below `/metrics`; none for one that is not there.
pub(crate) async fn serve(server: &Arc<Inner>, exchange: &About) -> Option<Response> {
    let registry = match exchange.path.as_str() {
        "/metrics" => &server.metrics.registry,
        "/metrics/slis" => &server.metrics.slis,
        _ => return None,
    };
    if exchange.method == Method::DELETE {
        registry.reset();
        return Some(respond::bytes(StatusCode::OK, PLAIN, Bytes::from_static(b"metrics reset\n")));
    }
    Some(show(server, registry, exchange).await)
}

/// Counts what lies in the store, for resources without a watch cache that knows.
async fn count_objects(server: &Inner) {
    let counts = server.catalog.hubs().iter().map(|hub| async move {
        let known = hub.cacher.get().map(|cacher| cacher.stats()).filter(|stats| stats.revision.0 > 0);
        let (count, bytes) = match known {
            Some(stats) => (Some(stats.objects + stats.corrupt), Some(stats.bytes)),
            None => {
                let request = RangeRequest { keys_only: true, ..RangeRequest::prefix(hub.prefix.as_bytes()).counted().limit(1) };
                let count = hub.store.range(request).await.ok().and_then(|answer| answer.count);
                (count, count.filter(|count| *count == 0))
            }
        };
        server.metrics.storage.objects(&hub.resource, count, bytes);
    });
    join_all(counts).await;
}

async fn show(server: &Arc<Inner>, registry: &Arc<Registry>, exchange: &About) -> Response {
    let compressed = takes_gzip(&exchange.headers);
    let (registry, names) = (registry.clone(), exchange.query.all("name[]"));
    count_objects(server).await;
    let (done, body) = oneshot::channel();
    // On a thread: some figures are read from files, and all of them are written and compressed at once.
    let task = async move {
        let text = registry.text(&names);
        let body = if compressed { gzip(&text) } else { Some(Bytes::from(text)) };
        // The client may have gone away.
        drop(done.send(body));
    };
    server.world.sys.spawn.blocking("metrics", Box::pin(task));
    let Ok(Some(body)) = body.await else {
        return respond::plain(StatusCode::INTERNAL_SERVER_ERROR, "the metrics could not be collected");
    };
    let mut response = respond::bytes(StatusCode::OK, PLAIN, body);
    let headers = response.headers_mut();
    if let Ok(value) = HeaderValue::from_str(&format!("{TEXT_FORMAT}; escaping={}", scheme(&exchange.headers))) {
        headers.insert(CONTENT_TYPE, value);
    }
    headers.insert(STARTED, HeaderValue::from(server.metrics.started));
    if compressed {
        headers.insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    response
}

fn gzip(text: &str) -> Option<Bytes> {
    let mut encoder = GzEncoder::new(Vec::with_capacity(text.len() / 8), LEVEL);
    encoder.write_all(text.as_bytes()).ok()?;
    encoder.finish().ok().map(Bytes::from)
}

/// What the client asks of names, as far as it is answered in this format; the last wish before the first clause that takes it counts.
fn scheme(headers: &HeaderMap) -> &'static str {
    let accepted = headers.get(ACCEPT).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let mut scheme = "underscores";
    for clause in clauses(accepted) {
        if let Some(known) = clause.param("escaping").and_then(|wish| SCHEMES.into_iter().find(|known| *known == wish)) {
            scheme = known;
        }
        let this = clause.kind == "text" && clause.subtype == "plain";
        if this && matches!(clause.param("version"), None | Some("0.0.4")) {
            break;
        }
    }
    scheme
}

/// Whether gzip is what the client likes best; what it does not rate is as good as anything.
fn takes_gzip(headers: &HeaderMap) -> bool {
    let accepted = headers.get_all(ACCEPT_ENCODING).iter().filter_map(|v| v.to_str().ok()).flat_map(|v| v.split(','));
    let (mut best, mut gzip) = (-1.0, false);
    let rated: Vec<(&str, f64)> = accepted
        .filter_map(|part| {
            let (name, rest) = part.split_once(';').unwrap_or((part, ""));
            let quality = rest.trim().strip_prefix("q=").map_or(Some(1.0), |q| q.trim().parse().ok())?;
            Some((name.trim(), quality))
        })
        .collect();
    // Whoever takes anything is sent the text as it is.
    for (offer, is_gzip) in [("identity", false), ("gzip", true)] {
        for (_, quality) in rated.iter().filter(|(name, _)| *name == offer || *name == "*") {
            if *quality > best {
                (best, gzip) = (*quality, is_gzip);
            }
        }
    }
    gzip && best > 0.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_encoding_is_negotiated() {
        for (header, expect) in [
            ("", false),
            ("gzip", true),
            ("gzip, deflate, br", true),
            ("identity", false),
            ("identity, gzip", false),
            ("identity;q=0.5, gzip", true),
            ("gzip;q=0", false),
            ("*", false),
            ("zstd", false),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(ACCEPT_ENCODING, header.parse().unwrap());
            assert_eq!(takes_gzip(&headers), expect, "{header}");
        }
    }

    #[test]
    fn the_escaping_is_negotiated() {
        for (header, expect) in [
            ("", "underscores"),
            ("text/plain;version=0.0.4;escaping=allow-utf-8", "allow-utf-8"),
            ("text/plain;escaping=nonsense", "underscores"),
            ("application/openmetrics-text;version=1.0.0;escaping=dots;q=0.9,text/plain;version=0.0.4;q=0.5", "dots"),
            ("text/plain;version=0.0.4,application/openmetrics-text;escaping=dots;q=0.5", "underscores"),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(ACCEPT, header.parse().unwrap());
            assert_eq!(scheme(&headers), expect, "{header}");
        }
    }
}
