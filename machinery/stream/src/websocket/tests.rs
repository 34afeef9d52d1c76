//! The RFC's own examples, what upstream's library answers to handshakes, every rule of frames broken once, and any cut of the bytes.

use proptest::prelude::*;

use super::*;

/// A good handshake with some headers replaced, added (`+name`) or, where the value is empty, left out.
fn shake(changes: &[(&str, &str)]) -> Result<(String, Option<String>), String> {
    let mut headers = vec![
        ("host".to_owned(), "localhost".to_owned()),
        ("upgrade".to_owned(), "websocket".to_owned()),
        ("connection".to_owned(), "Upgrade".to_owned()),
        ("sec-websocket-key".to_owned(), "dGhlIHNhbXBsZSBub25jZQ==".to_owned()),
        ("sec-websocket-version".to_owned(), "13".to_owned()),
        ("origin".to_owned(), "http://localhost".to_owned()),
    ];
    for (name, value) in changes {
        if let Some(name) = name.strip_prefix('+') {
            headers.push((name.to_owned(), (*value).to_owned()));
            continue;
        }
        headers.retain(|(have, _)| have != name);
        if !value.is_empty() {
            headers.push(((*name).to_owned(), (*value).to_owned()));
        }
    }
    let request = Request::read(headers.iter().map(|(name, value)| (name.as_str(), value.as_bytes())));
    let answer = request.accept();
    assert!(request.is_upgrade() || answer.is_err(), "what asks for nothing is not accepted");
    match answer {
        Ok(handshake) => Ok((handshake.accept, handshake.protocol.map(|p| String::from_utf8(p).unwrap()))),
        Err(refusal) => Err(format!("{refusal}{}", if refusal.names_version { " (13)" } else { "" })),
    }
}

#[test]
fn handshakes_that_are_accepted() {
    let accept = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=".to_owned();
    let plain: &[&[(&str, &str)]] = &[
        &[],
        &[("upgrade", "WebSocket")],
        &[("connection", "keep-alive, UPGRADE")],
        &[("sec-websocket-protocol", "  ")],
        &[("origin", "/somewhere")],
    ];
    for changes in plain {
        assert_eq!(shake(changes), Ok((accept.clone(), None)), "{changes:?}");
    }
    for protocol in ["base64.binary.k8s.io", "anything at all"] {
        let answer = shake(&[("sec-websocket-protocol", protocol)]);
        assert_eq!(answer, Ok((accept.clone(), Some(protocol.to_owned()))));
    }
    assert_eq!(shake(&[("sec-websocket-key", "no base64!")]).unwrap().0, "e+9gNsPOBR2b9sNfUwa3p4Cv47I=");
}

#[test]
fn handshakes_that_are_refused() {
    for (changes, expect) in [
        (vec![("upgrade", "spdy/3.1")], "400 not websocket protocol"),
        (vec![("connection", "close")], "400 not websocket protocol"),
        // Two questions are asked of the header's lines: any of them, then the first.
        (vec![("connection", "close"), ("+connection", "upgrade")], "400 not websocket protocol"),
        (vec![("sec-websocket-key", "")], "400 mismatch challenge/response"),
        (vec![("sec-websocket-version", "")], "400 missing or bad WebSocket Version (13)"),
        (vec![("sec-websocket-version", "8")], "400 missing or bad WebSocket Version (13)"),
        (vec![("sec-websocket-version", "13, 8")], "400 missing or bad WebSocket Version (13)"),
        (vec![("sec-websocket-protocol", "a, b")], "400 "),
        (vec![("sec-websocket-protocol", "a,")], "400 "),
        (vec![("origin", "")], "403 "),
        (vec![("origin", "null")], "403 "),
    ] {
        assert_eq!(shake(&changes), Err(expect.to_owned()), "{changes:?}");
    }
}

#[test]
fn an_upgrade_is_asked_for_in_two_headers() {
    let asks =
        |headers: &[(&'static str, &'static str)]| Request::read(headers.iter().map(|(n, v)| (*n, v.as_bytes()))).is_upgrade();
    assert!(asks(&[("connection", "close"), ("connection", "upgrade"), ("upgrade", "WEBSOCKET")]));
    assert!(!asks(&[("connection", "upgrade"), ("upgrade", "h2c"), ("upgrade", "websocket")]));
    assert!(!asks(&[("upgrade", "websocket")]));
    assert!(!asks(&[("connection", "upgrade")]));
}

/// A frame from a client.
fn frame(first: u8, payload: &[u8]) -> Vec<u8> {
    let mask = [0x37, 0xfa, 0x21, 0x3d];
    let mut out = Vec::new();
    encode_frame(Opcode::Text, payload, &mut out);
    let head = out.len() - payload.len();
    (out[0], out[1]) = (first, out[1] | 0x80);
    out.truncate(head);
    out.extend(mask);
    out.extend(payload.iter().enumerate().map(|(i, byte)| byte ^ mask[i % 4]));
    out
}

/// Everything that a client's bytes say, pushed in pieces of this size.
fn say(mut decoder: Decoder, bytes: &[u8], piece: usize) -> Vec<Result<Message, Violation>> {
    let mut out = Vec::new();
    for piece in bytes.chunks(piece) {
        decoder.push(piece);
        while let Some(said) = decoder.next() {
            out.push(said);
        }
    }
    out
}

#[track_caller]
fn check(bytes: &[u8], expect: &[Result<Message, &str>]) {
    for piece in 1..=bytes.len() {
        let said = say(Decoder::new(70_000), bytes, piece);
        let said: Vec<Result<Message, &str>> = said.into_iter().map(|s| s.map_err(|violation| violation.text)).collect();
        assert_eq!(said, expect, "in pieces of {piece}");
    }
}

#[test]
fn messages_come_out_as_they_went_in() {
    let hello = [0x81, 0x85, 0x37, 0xfa, 0x21, 0x3d, 0x7f, 0x9f, 0x4d, 0x51, 0x58];
    check(&hello, &[Ok(Message::Text(b"Hello".to_vec()))]);
    check(&frame(0x82, b""), &[Ok(Message::Binary(Vec::new()))]);
    let fragments = [frame(0x01, b"Hel"), frame(0x89, b"?"), frame(0x00, b""), frame(0x80, b"lo")].concat();
    check(&fragments, &[Ok(Message::Ping(b"?".to_vec())), Ok(Message::Text(b"Hello".to_vec()))]);
    check(&frame(0x8a, &[7; 125]), &[Ok(Message::Pong(vec![7; 125]))]);
    for (payload, code) in [(&b""[..], None), (&[3, 0xe8], Some(1000)), (b"\x0f\xa0bye", Some(4000))] {
        // Nothing means anything after a close.
        check(&[frame(0x88, payload), frame(0x81, b"x")].concat(), &[Ok(Message::Close(code))]);
    }
    for length in [125, 126, 127, 65_535, 65_536] {
        let payload = vec![b'x'; length];
        let said = say(Decoder::new(70_000), &frame(0x82, &payload), 4096);
        assert_eq!(said, [Ok(Message::Binary(payload))]);
    }
}

#[test]
fn broken_frames_end_the_connection() {
    let masked = |head: &[u8]| [head, &[0; 4]].concat();
    for (bytes, expect) in [
        (vec![0x81, 0x05], "a frame is not masked"),
        (vec![0xc1, 0x80], "a reserved bit is set"),
        (vec![0x83, 0x80], "an unknown opcode"),
        (vec![0x8b, 0x80], "an unknown opcode"),
        (vec![0x09, 0x80], "a control frame is long or fragmented"),
        (vec![0x89, 0xfe], "a control frame is long or fragmented"),
        (masked(&[0x81, 0xfe, 0, 125]), "a length is not in its shortest form"),
        (masked(&[0x81, 0xff, 0, 0, 0, 0, 0, 0, 0xff, 0xff]), "a length is not in its shortest form"),
        (masked(&[0x81, 0xff, 0x80, 0, 0, 0, 0, 0, 0, 0]), "a length is not in its shortest form"),
        (masked(&[0x81, 0xff, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]), "a message is too long"),
        (frame(0x80, b""), "a message begins with a continuation"),
        ([frame(0x01, b""), frame(0x81, b"")].concat(), "a message begins within another"),
        (frame(0x88, &[3]), "a close frame holds half a code"),
        (frame(0x88, &[3, 0xed]), "a close frame holds a code that may not be sent"),
        (frame(0x88, &[3, 0xe8, 0xff]), "the reason of a close frame is no text"),
    ] {
        check(&[bytes, frame(0x81, b"x")].concat(), &[Err(expect)]);
    }
}

#[test]
fn a_message_is_bounded_over_its_frames() {
    let bytes = [frame(0x01, b"abc"), frame(0x00, b"d"), frame(0x80, b"e")].concat();
    assert_eq!(say(Decoder::new(5), &bytes, 3), [Ok(Message::Text(b"abcde".to_vec()))]);
    let broken = Violation { code: CloseCode::TooBig, text: "a message is too long" };
    assert_eq!(say(Decoder::new(4), &bytes, 3), [Err(broken)]);
    assert_eq!(say(Decoder::discarding(4), &bytes, 3), [Err(broken)]);
    // Each message has the whole room.
    let twice = [bytes.as_slice(), &bytes].concat();
    assert_eq!(say(Decoder::discarding(5), &twice, 3), [Ok(Message::Text(Vec::new())), Ok(Message::Text(Vec::new()))]);
}

#[test]
fn frames_of_the_server() {
    let frame = |opcode, payload: &[u8]| {
        let mut out = Vec::new();
        encode_frame(opcode, payload, &mut out);
        out
    };
    assert_eq!(frame(Opcode::Text, b"Hello"), [0x81, 5, 0x48, 0x65, 0x6c, 0x6c, 0x6f]);
    assert_eq!(frame(Opcode::Binary, &[0; 256])[..4], [0x82, 0x7e, 1, 0]);
    assert_eq!(frame(Opcode::Binary, &[0; 65_536])[..10], [0x82, 0x7f, 0, 0, 0, 0, 0, 1, 0, 0]);
    assert_eq!(frame(Opcode::Pong, &[0; 126]).len(), 2 + MAX_CONTROL);
    let mut close = Vec::new();
    encode_close(CloseCode::Normal, &mut close);
    assert_eq!(close, [0x88, 2, 3, 0xe8]);
}

proptest! {
    /// Any bytes mean the same however they are cut, and as much when payloads are thrown away.
    #[test]
    fn cuts_do_not_matter(frames in prop::collection::vec((any::<u8>(), prop::collection::vec(any::<u8>(), 0..200)), 0..6), piece in 1_usize..50) {
        let bytes: Vec<u8> = frames.iter().flat_map(|(first, payload)| frame(first & 0x8b | 1, payload)).collect();
        let whole = say(Decoder::new(300), &bytes, bytes.len().max(1));
        prop_assert_eq!(&say(Decoder::new(300), &bytes, piece), &whole);
        let thin: Vec<_> = whole.into_iter().map(|said| said.map(|message| match message {
            Message::Text(_) => Message::Text(Vec::new()),
            Message::Binary(_) => Message::Binary(Vec::new()),
            other => other,
        })).collect();
        prop_assert_eq!(say(Decoder::discarding(300), &bytes, piece), thin);
    }
}
