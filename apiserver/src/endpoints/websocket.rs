//! A watch over WebSocket: the same stream of frames, each as one message, on a connection that the client asked to be given. Called by
//! watch once the stream is there. It must never look at events, keep what a client says, or hold more than one frame for it.
//!
//! ```text
//! handshake -> 101 -> task: listen(client) --pongs, close--> speak(client) <-- watch body
//! ```
//!
//! Source: apiserver `pkg/endpoints/handlers/watch.go` (HandleWS). Differences: a client that breaks the protocol is told so once, where
//! upstream sends two close frames; and frames are judged by the RFC, not by golang.org/x/net/websocket (see `stream::websocket`).

use std::future::poll_fn;
use std::io;
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

use bytes::{Buf, Bytes};
use futures_util::future::{Either, select};
use http::StatusCode;
use http::header::{
    CONNECTION, HeaderMap, HeaderName, HeaderValue, SEC_WEBSOCKET_ACCEPT, SEC_WEBSOCKET_PROTOCOL, SEC_WEBSOCKET_VERSION, UPGRADE,
};
use http_body::Body;
use meta::status::Status;
use net::Upgrade;
use stream::websocket::{CloseCode, Decoder, Head, Message, Opcode, Refusal, Request, VERSION, encode_close};
use sys::{Stream, Sys};
use tokio::io::{AsyncReadExt, AsyncWriteExt, ReadHalf, WriteHalf};
use tokio::sync::mpsc::{self, OwnedPermit};

use crate::exchange::Response;
use crate::negotiate::Format;

/// How long the other side has to answer a close, or to take the last frames.
const FAREWELL: Duration = Duration::from_secs(5);
/// Bytes of one message from the client, as upstream's library has it. They are thrown away as they come.
const MAX_MESSAGE: usize = 32 << 20;
/// Bytes read at once: clients of watches say next to nothing.
const READ: usize = 2048;
/// Pings of a client that does not read which will still be answered.
const PONGS: usize = 4;

/// Bytes of the length before each frame of a protobuf watch.
const LENGTH: usize = 4;

/// Whether the client wants the watch over WebSocket.
pub(super) fn is_upgrade(headers: &HeaderMap) -> bool {
    request(headers).is_upgrade()
}

/// Shakes hands, and starts a task that speaks for the watch until it ends or the client goes.
///
/// # Errors
/// 500 when there is no connection to give; a bad handshake is an answer, not an error.
pub(super) fn serve<B>(
    sys: &Sys,
    headers: &HeaderMap,
    upgrade: Option<Upgrade>,
    body: B,
    format: Format,
) -> Result<Response, Status>
where
    B: Body<Data = Bytes> + Send + Unpin + 'static,
{
    let handshake = match request(headers).accept() {
        Ok(handshake) => handshake,
        Err(refusal) => return Ok(refuse(&refusal)),
    };
    let upgrade = upgrade.ok_or_else(|| Status::internal_error("the connection cannot be upgraded"))?;
    let clock = sys.clock.clone();
    let task = async move {
        match upgrade.stream().await {
            Ok(socket) => run(socket, body, format, clock.as_ref()).await,
            Err(error) => tracing::debug!(%error, "the client of a watch went away before it began"),
        }
    };
    sys.spawn.task("watch over websocket", Box::pin(task));
    let mut response = Response::new(net::Body::empty());
    *response.status_mut() = StatusCode::SWITCHING_PROTOCOLS;
    let headers = response.headers_mut();
    headers.insert(UPGRADE, HeaderValue::from_static("websocket"));
    headers.insert(CONNECTION, HeaderValue::from_static("Upgrade"));
    insert(headers, SEC_WEBSOCKET_ACCEPT, handshake.accept.as_bytes());
    if let Some(protocol) = handshake.protocol {
        insert(headers, SEC_WEBSOCKET_PROTOCOL, &protocol);
    }
    Ok(response)
}

fn request(headers: &HeaderMap) -> Request<'_> {
    Request::read(headers.iter().map(|(name, value)| (name.as_str(), value.as_bytes())))
}

/// Base64 always is a header value, and so is what came as one.
fn insert(headers: &mut HeaderMap, name: HeaderName, value: &[u8]) {
    if let Ok(value) = HeaderValue::from_bytes(value) {
        headers.insert(name, value);
    }
}

/// Upstream writes this answer past its HTTP library: a text without a type, and the connection's end.
fn refuse(refusal: &Refusal) -> Response {
    let mut response = Response::new(net::Body::full(refusal.text));
    *response.status_mut() = StatusCode::from_u16(refusal.status).unwrap_or(StatusCode::BAD_REQUEST);
    response.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
    if refusal.names_version {
        response.headers_mut().insert(SEC_WEBSOCKET_VERSION, HeaderValue::from_static(VERSION));
    }
    response
}

/// What the listening half wants to be said.
enum Order {
    Pong(Vec<u8>),
    Close(CloseCode),
}

/// Speaks and listens until both sides have said goodbye, the client has gone, or the time for goodbyes is over.
async fn run<B>(socket: Stream, body: B, format: Format, clock: &dyn sys::Clock)
where
    B: Body<Data = Bytes> + Unpin,
{
    let (reader, writer) = tokio::io::split(socket);
    let (sender, orders) = mpsc::channel(PONGS + 1);
    // Kept free, so that a goodbye never waits for a client that does not read.
    let Ok(goodbye) = sender.clone().reserve_owned().await else { return };
    let listening = listen(reader, &sender, goodbye);
    let speaking = speak(writer, body, format, orders);
    match select(pin!(listening), pin!(speaking)).await {
        Either::Left((Heard::Goodbye, speaking)) => drop(select(speaking, clock.wait(FAREWELL)).await),
        Either::Right((Ok(()), listening)) => drop(select(listening, clock.wait(FAREWELL)).await),
        Either::Left((Heard::Nothing, _)) => tracing::debug!("the client of a watch went away"),
        Either::Right((Err(error), _)) => tracing::debug!(%error, "the client of a watch went away"),
    }
}

/// How listening ended.
enum Heard {
    /// The client closed, or was told that it may not go on.
    Goodbye,
    /// The connection ended.
    Nothing,
}

/// Takes what the client says; its data means nothing to a watch.
async fn listen(mut reader: ReadHalf<Stream>, pongs: &mpsc::Sender<Order>, goodbye: OwnedPermit<Order>) -> Heard {
    let mut decoder = Decoder::discarding(MAX_MESSAGE);
    let mut buffer = [0; READ];
    loop {
        match reader.read(&mut buffer).await {
            Ok(0) | Err(_) => return Heard::Nothing,
            Ok(count) => decoder.push(&buffer[..count]),
        }
        while let Some(said) = decoder.next() {
            let code = match said {
                Ok(Message::Ping(payload)) => {
                    // With too many waiting the client does not read: it will not miss this one.
                    let _ = pongs.try_send(Order::Pong(payload));
                    continue;
                }
                Ok(Message::Close(_)) => CloseCode::Normal,
                Ok(_) => continue,
                Err(violation) => {
                    tracing::debug!(%violation, "the client of a watch broke the protocol");
                    violation.code
                }
            };
            goodbye.send(Order::Close(code));
            return Heard::Goodbye;
        }
    }
}

/// What is to be written next.
enum Next {
    Order(Order),
    Frame(Bytes),
    End,
}

/// Writes events, pongs and the goodbye.
async fn speak<B>(mut writer: WriteHalf<Stream>, mut body: B, format: Format, mut orders: mpsc::Receiver<Order>) -> io::Result<()>
where
    B: Body<Data = Bytes> + Unpin,
{
    loop {
        let next = poll_fn(|context| {
            if let Poll::Ready(Some(order)) = orders.poll_recv(context) {
                return Poll::Ready(Next::Order(order));
            }
            std::pin::Pin::new(&mut body).poll_frame(context).map(|frame| match frame {
                Some(Ok(frame)) => frame.into_data().map_or(Next::Frame(Bytes::new()), Next::Frame),
                Some(Err(_)) | None => Next::End,
            })
        });
        match next.await {
            Next::Order(Order::Pong(payload)) => send(&mut writer, Opcode::Pong, Bytes::from(payload)).await?,
            Next::Frame(mut frame) => {
                // A line of JSON is a message of text, its end included; a message of protobuf goes without the length before it.
                let opcode = match format {
                    Format::Json | Format::Yaml => Opcode::Text,
                    Format::Protobuf => {
                        frame.advance(frame.len().min(LENGTH));
                        Opcode::Binary
                    }
                };
                if !frame.is_empty() {
                    send(&mut writer, opcode, frame).await?;
                }
            }
            Next::Order(Order::Close(code)) => return say_goodbye(&mut writer, code).await,
            Next::End => return say_goodbye(&mut writer, CloseCode::Normal).await,
        }
    }
}

async fn send(writer: &mut WriteHalf<Stream>, opcode: Opcode, payload: Bytes) -> io::Result<()> {
    let head = Head::new(opcode, payload.len());
    writer.write_all_buf(&mut Buf::chain(head.as_ref(), payload)).await?;
    writer.flush().await
}

async fn say_goodbye(writer: &mut WriteHalf<Stream>, code: CloseCode) -> io::Result<()> {
    let mut frame = Vec::new();
    encode_close(code, &mut frame);
    writer.write_all(&frame).await?;
    writer.shutdown().await
}

#[cfg(test)]
mod tests {
    use http_body_util::Full;
    use sys::sim::Sim;

    use super::*;

    async fn written(format: Format, frame: &'static [u8]) -> Vec<u8> {
        let (ours, mut theirs) = tokio::io::duplex(4096);
        let clock = Sim::new(1).sys().clock;
        let watch = run(Box::new(ours), Full::new(Bytes::from_static(frame)), format, clock.as_ref());
        let client = async {
            let mut said = Vec::new();
            theirs.read_to_end(&mut said).await.unwrap();
            drop(theirs);
            said
        };
        futures_util::future::join(watch, client).await.1
    }

    #[tokio::test]
    async fn frames_become_messages_and_then_goodbye_is_said() {
        let text = written(Format::Json, b"{}\n").await;
        assert_eq!(text, b"\x81\x03{}\n\x88\x02\x03\xe8");
        let bytes = written(Format::Protobuf, b"\0\0\0\x02ab").await;
        assert_eq!(bytes, b"\x82\x02ab\x88\x02\x03\xe8");
    }
}
