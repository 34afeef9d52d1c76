//! As much of gRPC and of etcd's messages as the comparison needs: puts, gets and counts over HTTP/2. Called by `durable`.
//!
//! A ready-made client would be a dozen more crates; this one costs less CPU than they do, which is to etcd's advantage here.

use anyhow::{Context as _, Result, bail, ensure};
use bytes::{BufMut as _, Bytes, BytesMut};
use http_body_util::{BodyExt as _, Full};
use hyper::client::conn::http2::{self, SendRequest};
use hyper_util::rt::{TokioExecutor, TokioIo};

/// A connection to etcd; clones share it.
#[derive(Clone)]
pub(crate) struct Client {
    sender: SendRequest<Full<Bytes>>,
    address: String,
}

/// Keys and values of a range, and how many there are in all.
pub(crate) struct Range {
    pub(crate) items: Vec<(Bytes, Bytes)>,
    pub(crate) count: usize,
}

impl Client {
    pub(crate) async fn connect(address: &str) -> Result<Self> {
        let stream = tokio::net::TcpStream::connect(address).await.context("cannot connect to etcd")?;
        stream.set_nodelay(true)?;
        let mut builder = http2::Builder::new(TokioExecutor::new());
        builder.initial_stream_window_size(16 << 20).initial_connection_window_size(64 << 20);
        let (sender, connection) = builder.handshake(TokioIo::new(stream)).await.context("no HTTP/2 with etcd")?;
        // It ends with the connection; what it says shows in the calls.
        tokio::spawn(connection);
        Ok(Self { sender, address: address.to_owned() })
    }

    /// So many connections.
    pub(crate) async fn several(address: &str, count: usize) -> Result<Vec<Self>> {
        let mut all = Vec::new();
        for _ in 0..count {
            all.push(Self::connect(address).await?);
        }
        Ok(all)
    }

    /// Puts a value; the revision.
    pub(crate) async fn put(&self, key: &[u8], value: &[u8]) -> Result<u64> {
        let mut message = BytesMut::with_capacity(key.len() + value.len() + 16);
        put_bytes(&mut message, 1, key);
        put_bytes(&mut message, 2, value);
        let answer = self.call("Put", &message).await?;
        let header = field(&answer, 1)?.context("an answer without header")?;
        revision(&header)
    }

    /// The value of a key.
    pub(crate) async fn get(&self, key: &[u8]) -> Result<Vec<u8>> {
        let mut message = BytesMut::new();
        put_bytes(&mut message, 1, key);
        let range = read_range(&self.call("Range", &message).await?)?;
        Ok(range.items.first().context("a key is gone")?.1.to_vec())
    }

    /// How many keys begin so.
    pub(crate) async fn count(&self, prefix: &[u8]) -> Result<usize> {
        Ok(self.range(prefix, &end_of(prefix)?, 1).await?.count)
    }

    /// Items from a key on, up to another one, at most so many: a linearizable read.
    pub(crate) async fn range(&self, from: &[u8], to: &[u8], limit: u64) -> Result<Range> {
        let mut message = BytesMut::new();
        put_bytes(&mut message, 1, from);
        put_bytes(&mut message, 2, to);
        message.put_u8(3 << 3);
        put_varint(&mut message, limit);
        read_range(&self.call("Range", &message).await?)
    }

    async fn call(&self, method: &str, message: &[u8]) -> Result<Bytes> {
        let mut body = BytesMut::with_capacity(message.len() + 5);
        body.put_u8(0);
        body.put_u32(u32::try_from(message.len())?);
        body.extend_from_slice(message);
        let request = hyper::Request::post(format!("http://{}/etcdserverpb.KV/{method}", self.address))
            .header("content-type", "application/grpc")
            .header("te", "trailers")
            .body(Full::new(body.freeze()))?;
        let mut sender = self.sender.clone();
        sender.ready().await?;
        let answer = sender.send_request(request).await?;
        let early = answer.headers().get("grpc-message").cloned();
        let collected = answer.into_body().collect().await?;
        let trailers = collected.trailers().cloned().unwrap_or_default();
        let status = trailers.get("grpc-status").map(|status| status.as_bytes().to_vec()).unwrap_or_default();
        if status != b"0" {
            bail!("etcd answered {:?} {:?}", trailers.get("grpc-message"), early);
        }
        let bytes = collected.to_bytes();
        ensure!(bytes.len() >= 5, "an answer without message");
        Ok(bytes.slice(5..))
    }
}

/// The key after all that begin so.
pub(crate) fn end_of(prefix: &[u8]) -> Result<Vec<u8>> {
    let mut end = prefix.to_vec();
    let last = end.last_mut().context("no prefix")?;
    *last = last.checked_add(1).context("no key comes after this prefix")?;
    Ok(end)
}

fn put_varint(out: &mut BytesMut, mut value: u64) {
    while value >= 0x80 {
        out.put_u8((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    out.put_u8((value & 0x7f) as u8);
}

fn put_bytes(out: &mut BytesMut, number: u8, bytes: &[u8]) {
    out.put_u8(number << 3 | 2);
    put_varint(out, bytes.len() as u64);
    out.extend_from_slice(bytes);
}

enum Content {
    Number(u64),
    Bytes(Bytes),
}

/// Takes the next field off a message.
fn next(message: &mut Bytes) -> Result<Option<(u64, Content)>> {
    if message.is_empty() {
        return Ok(None);
    }
    let tag = varint(message)?;
    let content = match tag & 7 {
        0 => Content::Number(varint(message)?),
        2 => {
            let length = usize::try_from(varint(message)?)?;
            ensure!(message.len() >= length, "a message is cut short");
            Content::Bytes(message.split_to(length))
        }
        other => bail!("wire type {other} in an answer of etcd"),
    };
    Ok(Some((tag >> 3, content)))
}

fn varint(message: &mut Bytes) -> Result<u64> {
    let mut value = 0;
    for shift in (0..64).step_by(7) {
        ensure!(!message.is_empty(), "a message is cut short");
        let byte = message.split_to(1)[0];
        value |= u64::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Ok(value);
        }
    }
    bail!("a number is too long")
}

fn field(message: &Bytes, wanted: u64) -> Result<Option<Bytes>> {
    let mut rest = message.clone();
    while let Some((number, content)) = next(&mut rest)? {
        if let (true, Content::Bytes(bytes)) = (number == wanted, content) {
            return Ok(Some(bytes));
        }
    }
    Ok(None)
}

/// The revision in an answer's header.
fn revision(header: &Bytes) -> Result<u64> {
    let mut rest = header.clone();
    while let Some((number, content)) = next(&mut rest)? {
        if let (3, Content::Number(revision)) = (number, content) {
            return Ok(revision);
        }
    }
    bail!("a header without revision")
}

fn read_range(message: &Bytes) -> Result<Range> {
    let mut rest = message.clone();
    let mut range = Range { items: Vec::new(), count: 0 };
    while let Some((number, content)) = next(&mut rest)? {
        match (number, content) {
            (2, Content::Bytes(item)) => {
                let value = field(&item, 5)?.unwrap_or_default();
                range.items.push((field(&item, 1)?.context("an item without key")?, value));
            }
            (4, Content::Number(count)) => range.count = usize::try_from(count)?,
            _ => {}
        }
    }
    Ok(range)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_are_read_as_they_are_written() {
        let mut item = BytesMut::new();
        put_bytes(&mut item, 1, b"key");
        put_bytes(&mut item, 5, &[7; 300]);
        let mut message = BytesMut::new();
        put_bytes(&mut message, 1, b"\x18\x96\x01");
        put_bytes(&mut message, 2, &item);
        message.extend_from_slice(b"\x20\x05");
        let message = message.freeze();
        let range = read_range(&message).unwrap();
        assert_eq!((range.count, range.items[0].0.as_ref(), range.items[0].1.len()), (5, b"key".as_slice(), 300));
        assert_eq!(revision(&field(&message, 1).unwrap().unwrap()).unwrap(), 150);
        assert!(read_range(&message.slice(..10)).is_err());
        assert_eq!(end_of(b"/a/").unwrap(), b"/a0");
    }
}
