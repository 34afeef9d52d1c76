//! Every bound of a server in one place, with where it comes from. Unless noted: apiserver `pkg/server/secure_serving.go`.

use std::time::Duration;

/// Bounds of a server and its connections.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Connections open at once; further ones wait in the kernel's queue. Upstream has no bound but the process's file descriptors;
    /// 20,000 is four connections for each of 5,000 nodes, and about 1 GB if every one of them is used to the full.
    pub connections: usize,
    /// From the first byte to the end of the TLS handshake. Go takes the header time for it.
    pub handshake: Duration,
    /// From the first byte of a request's head (HTTP/1.1) to its last.
    pub request_head: Duration,
    /// A connection without a request in progress is closed after this time.
    pub idle: Duration,
    /// A connection that was told that this is the end (`GOAWAY`, or nothing in HTTP/1.1) and has no request in progress is closed
    /// after this time. Go gives a client one second for its side, and a connection that has not sent anything yet five.
    pub farewell: Duration,
    /// A request may be answered before its body has come. The rest is taken and thrown away for this time, because many
    /// clients read no answer before they have sent everything. Go takes half a second.
    pub linger: Duration,
    /// At most so many bytes of such a rest. Go takes 256 KiB, so that the clients just mentioned find a broken connection when their
    /// object is much too large; this is five times the largest body that is read.
    pub linger_bytes: usize,
    /// Bytes of a request's head.
    pub head_bytes: usize,
    /// Header lines of an HTTP/1.1 request. Upstream allows 16,384 from Go 1.27 on; the library here sets aside 64 bytes for each
    /// before it reads a request, so that many would cost every request 1 MiB.
    pub header_lines: usize,
    /// Requests in progress on one HTTP/2 connection (`--http2-max-streams-per-connection`).
    pub streams: u32,
    /// Bytes that a client may send on one HTTP/2 stream, and in one frame, before the server has read them: 99% of all objects
    /// fit. A whole connection may have `streams` times as much on the way.
    pub stream_window: u32,
    /// Bytes of a response that are queued on one HTTP/2 stream before its producer waits. The library's default is 400 KiB, which
    /// times `streams` times `connections` would be far too much; one frame of the largest size is enough to keep a link busy.
    pub send_buffer: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 20_000,
            handshake: Duration::from_secs(32),
            request_head: Duration::from_secs(32),
            idle: Duration::from_secs(90),
            farewell: Duration::from_secs(5),
            linger: Duration::from_secs(5),
            linger_bytes: 16 << 20,
            head_bytes: 1 << 20,
            header_lines: 1024,
            streams: 100,
            stream_window: 256 << 10,
            send_buffer: 64 << 10,
        }
    }
}
