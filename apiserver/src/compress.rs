//! Large answers in gzip for clients that take it. Called at the end of every request for objects but watches, whose events must not
//! wait for each other. Source: apiserver `pkg/endpoints/handlers/responsewriters/writers.go`.

use std::io::Write;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::{Bytes, BytesMut};
use flate2::Compression;
use flate2::write::GzEncoder;
use http::header::{ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_LENGTH, HeaderMap, HeaderValue, VARY};
use http_body::Frame;
use http_body_util::BodyExt as _;
use net::{Body, BodyError};

use crate::exchange::Response;

/// Smaller bodies are sent as they are; upstream's.
pub(crate) const THRESHOLD: usize = 128 * 1024;
/// Upstream's: most of the gain at the least cost.
const LEVEL: u32 = 1;
/// Compressed bytes collected before they are handed on.
const PIECE: usize = 16 * 1024;

/// Whether the client takes gzip: the word itself, as upstream looks for it.
#[must_use]
pub(crate) fn takes_gzip(headers: &HeaderMap) -> bool {
    let accepted = headers.get(ACCEPT_ENCODING).and_then(|v| v.to_str().ok()).unwrap_or_default();
    accepted.split(',').any(|word| word.trim() == "gzip")
}

/// Says in an answer's head that it is compressed.
pub(crate) fn say_so(headers: &mut HeaderMap) {
    headers.remove(CONTENT_LENGTH);
    headers.insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    headers.append(VARY, HeaderValue::from_static("Accept-Encoding"));
}

/// Compresses an answer if it is large and not compressed yet. Reads as much of it as it takes to know.
pub(crate) async fn gzip(response: Response) -> Response {
    if response.headers().contains_key(CONTENT_ENCODING) {
        return response;
    }
    let (mut parts, mut body) = response.into_parts();
    let mut begun = BytesMut::new();
    while begun.len() <= THRESHOLD {
        match body.frame().await {
            Some(Ok(frame)) => begun.extend_from_slice(&frame.into_data().unwrap_or_default()),
            // What was there goes out, then the connection breaks, as it would have without us.
            Some(Err(error)) => {
                return Response::from_parts(parts, Body::wrap(Rejoined { begun: begun.freeze(), rest: Err(Some(error)) }));
            }
            None => return Response::from_parts(parts, Body::full(begun.freeze())),
        }
    }
    say_so(&mut parts.headers);
    let rejoined = Rejoined { begun: begun.freeze(), rest: Ok(body) };
    let encoder = Some(GzEncoder::new(Vec::with_capacity(PIECE * 2), Compression::new(LEVEL)));
    Response::from_parts(parts, Body::wrap(Compressed { plain: rejoined, encoder }))
}

/// A body of which the beginning was read already.
struct Rejoined {
    begun: Bytes,
    rest: Result<Body, Option<BodyError>>,
}

impl http_body::Body for Rejoined {
    type Data = Bytes;
    type Error = BodyError;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        if !self.begun.is_empty() {
            return Poll::Ready(Some(Ok(Frame::data(std::mem::take(&mut self.begun)))));
        }
        match &mut self.rest {
            Ok(body) => Pin::new(body).poll_frame(context),
            Err(error) => Poll::Ready(error.take().map(Err)),
        }
    }
}

/// A body on its way through the compressor.
struct Compressed {
    plain: Rejoined,
    encoder: Option<GzEncoder<Vec<u8>>>,
}

impl http_body::Body for Compressed {
    type Data = Bytes;
    type Error = BodyError;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        let this = &mut *self;
        while let Some(encoder) = &mut this.encoder {
            let failed = |error: std::io::Error| Poll::Ready(Some(Err(BodyError::Producer(error.to_string()))));
            match ready!(Pin::new(&mut this.plain).poll_frame(context)) {
                Some(Ok(frame)) => {
                    if let Err(error) = encoder.write_all(&frame.into_data().unwrap_or_default()) {
                        return failed(error);
                    }
                    if encoder.get_ref().len() >= PIECE {
                        let full = std::mem::replace(encoder.get_mut(), Vec::with_capacity(PIECE * 2));
                        return Poll::Ready(Some(Ok(Frame::data(Bytes::from(full)))));
                    }
                }
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => {
                    let last = this.encoder.take().map(GzEncoder::finish);
                    return match last {
                        Some(Ok(bytes)) => Poll::Ready(Some(Ok(Frame::data(Bytes::from(bytes))))),
                        Some(Err(error)) => failed(error),
                        None => Poll::Ready(None),
                    };
                }
            }
        }
        Poll::Ready(None)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    fn answer(body: Body) -> Response {
        Response::new(body)
    }

    async fn read(response: Response) -> Vec<u8> {
        response.into_body().read(64 << 20).await.unwrap().to_vec()
    }

    #[tokio::test]
    async fn only_large_answers_are_compressed() {
        for (size, compressed) in [(0, false), (THRESHOLD, false), (THRESHOLD + 1, true), (5 * THRESHOLD, true)] {
            let plain: Vec<u8> = (0..size).map(|i| u8::try_from(i * i % 251).unwrap()).collect();
            let pieces = plain.chunks(40_000).map(Bytes::copy_from_slice);
            let response = gzip(answer(Body::pieces(pieces))).await;
            assert_eq!(response.headers().contains_key(CONTENT_ENCODING), compressed, "{size}");
            let body = read(response).await;
            let mut back = Vec::new();
            if compressed {
                flate2::read::GzDecoder::new(body.as_slice()).read_to_end(&mut back).unwrap();
            } else {
                back = body;
            }
            assert!(back == plain, "{size}");
        }
    }

    #[tokio::test]
    async fn a_body_that_breaks_stays_broken() {
        for sent in [10, THRESHOLD + 1] {
            let (mut sender, body) = Body::channel(4);
            sender.send(vec![7; sent]).await.unwrap();
            sender.abort("no more").await;
            let response = gzip(answer(body)).await;
            response.into_body().read(64 << 20).await.unwrap_err();
        }
    }

    #[test]
    fn the_word_must_stand_by_itself() {
        for (header, expect) in [("gzip", true), ("deflate, gzip", true), ("gzip;q=1", false), ("x-gzip", false), ("", false)] {
            let mut headers = HeaderMap::new();
            headers.insert(ACCEPT_ENCODING, HeaderValue::from_static(header));
            assert_eq!(takes_gzip(&headers), expect, "{header}");
        }
    }
}
