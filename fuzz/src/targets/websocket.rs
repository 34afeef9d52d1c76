//! A WebSocket client: headers of a handshake and frames. How its bytes are cut makes no difference, and what is kept is bounded.

use stream::websocket::{Decoder, Message, Request, Violation};

use crate::documents::two_lines;

/// Bytes of a message that are taken.
const LIMIT: usize = 512;

pub(crate) fn run(data: &[u8]) {
    let Some((&piece, data)) = data.split_first() else { return };
    shake(data);
    let whole = said(Decoder::new(LIMIT), data, data.len().max(1));
    assert_eq!(said(Decoder::new(LIMIT), data, usize::from(piece) + 1), whole);
    let thin = said(Decoder::discarding(LIMIT), data, usize::from(piece) + 1);
    assert_eq!(thin.len(), whole.len());
    for (thin, whole) in thin.iter().zip(&whole) {
        match (thin, whole) {
            (Ok(Message::Text(none)), Ok(Message::Text(some))) | (Ok(Message::Binary(none)), Ok(Message::Binary(some))) => {
                assert!(none.is_empty() && some.len() <= LIMIT);
            }
            (thin, whole) => assert_eq!(thin, whole),
        }
    }
    let end = |said: &Result<Message, Violation>| matches!(said, Err(_) | Ok(Message::Close(_)));
    assert!(whole.iter().rev().skip(1).all(|said| !end(said)), "something was heard after the end");
}

fn said(mut decoder: Decoder, data: &[u8], piece: usize) -> Vec<Result<Message, Violation>> {
    let mut out = Vec::new();
    for piece in data.chunks(piece) {
        decoder.push(piece);
        while let Some(said) = decoder.next() {
            out.push(said);
        }
    }
    out
}

/// Every line is the value of a header, in this order.
fn shake(mut data: &[u8]) {
    let names =
        ["upgrade", "connection", "sec-websocket-key", "sec-websocket-version", "sec-websocket-protocol", "origin", "connection"];
    let mut headers = Vec::new();
    for name in names {
        let Some((value, rest)) = two_lines(data) else { break };
        headers.push((name, value));
        data = rest;
    }
    let request = Request::read(headers);
    if let Ok(handshake) = request.accept() {
        assert!(request.is_upgrade());
        assert_eq!(handshake.accept.len(), 28);
    }
}
