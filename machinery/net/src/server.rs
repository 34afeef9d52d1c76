//! The accept loop and the end of it: connections are counted, told to finish, and cut off when they do not.

use std::collections::BTreeMap;
use std::fmt;
use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use futures_util::future::{Either, select};
use http::{Request, Response};
use pki::ServerTls;
use sys::{Connection, Listener, Stream, Sys};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, ReadBuf};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;

use crate::connection::{Control, Patience, Setting, http1, run};
use crate::{Body, ConnInfo, Limits};

/// How long the accept loop rests after the system refused it a connection (usually: no file descriptors left). Go begins with
/// 5 ms and ends at 1 s.
const ACCEPT_PAUSE: Duration = Duration::from_millis(50);
/// Encrypted bytes that wait for the socket: what is written to it at once. Four times what the library has by itself: each write wakes
/// the other side, which on a machine with few cores costs more than to encrypt.
const TLS_BUFFER: usize = 256 << 10;
/// Room for bytes in each direction of an in-process connection.
const PIPE: usize = 64 << 10;
/// What Go's server says to a client that forgot TLS (net/http `server.go`).
const NOT_TLS: &[u8] = b"HTTP/1.0 400 Bad Request\r\n\r\nClient sent an HTTP request to an HTTPS server.\n";

/// Answers requests.
pub trait Service: Send + Sync + 'static {
    /// Answers one request. The future is dropped when the client goes away; what must be done nevertheless belongs in a task.
    fn call(&self, request: Request<Body>) -> impl Future<Output = Response<Body>> + Send + 'static;
}

impl<F, R> Service for F
where
    F: Fn(Request<Body>) -> R + Send + Sync + 'static,
    R: Future<Output = Response<Body>> + Send + 'static,
{
    fn call(&self, request: Request<Body>) -> impl Future<Output = Response<Body>> + Send + 'static {
        self(request)
    }
}

/// Serves one service on any number of listeners and in-process connections.
pub struct Server<S> {
    setting: Setting<S>,
    connections: Arc<Connections>,
    permits: Arc<Semaphore>,
}

impl<S> fmt::Debug for Server<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Server({} connections)", self.connections.count())
    }
}

impl<S> Clone for Server<S> {
    fn clone(&self) -> Self {
        let (connections, permits) = (Arc::clone(&self.connections), Arc::clone(&self.permits));
        Self { setting: self.setting.clone(), connections, permits }
    }
}

/// The open connections.
struct Connections {
    table: Mutex<Table>,
    /// Number of open connections; its receivers wait for zero.
    count: watch::Sender<usize>,
    /// TLS handshakes that failed so far.
    failed_handshakes: AtomicU64,
}

#[derive(Default)]
struct Table {
    next: u64,
    open: BTreeMap<u64, Arc<Control>>,
    /// New connections are refused.
    closing: bool,
}

impl Connections {
    fn lock(&self) -> MutexGuard<'_, Table> {
        self.table.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn count(&self) -> usize {
        *self.count.borrow()
    }

    fn enter(self: &Arc<Self>, permit: Option<OwnedSemaphorePermit>) -> Option<Entry> {
        let control = Arc::new(Control::default());
        let mut table = self.lock();
        if table.closing {
            return None;
        }
        table.next += 1;
        let number = table.next;
        table.open.insert(number, Arc::clone(&control));
        self.count.send_replace(table.open.len());
        Some(Entry { connections: Arc::clone(self), number, control, _permit: permit })
    }

    fn tell_all(&self, order: impl Fn(&Control)) -> usize {
        // Collected first: an order may wake, and so run, somebody who needs the table.
        let open: Vec<Arc<Control>> = self.lock().open.values().cloned().collect();
        open.iter().for_each(|control| order(control));
        open.len()
    }
}

/// A connection's place in the table and among all that may be open, given up when dropped. It lives with the connection's bytes,
/// whoever reads them: a connection that was upgraded still counts and can still be cut off.
pub(crate) struct Entry {
    connections: Arc<Connections>,
    number: u64,
    control: Arc<Control>,
    _permit: Option<OwnedSemaphorePermit>,
}

impl Drop for Entry {
    fn drop(&mut self) {
        let mut table = self.connections.lock();
        table.open.remove(&self.number);
        self.connections.count.send_replace(table.open.len());
    }
}

/// How a drain ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Drained {
    /// Connections that were still busy at the deadline and were cut off.
    pub cut_off: usize,
}

impl<S: Service> Server<S> {
    /// A server that does not listen yet.
    #[must_use]
    pub fn new(sys: &Sys, limits: Limits, service: S) -> Self {
        let permits = Arc::new(Semaphore::new(limits.connections.min(Semaphore::MAX_PERMITS)));
        let setting = Setting {
            service: Arc::new(service),
            limits: Arc::new(limits),
            clock: Arc::clone(&sys.clock),
            spawn: Arc::clone(&sys.spawn),
        };
        let connections =
            Arc::new(Connections { table: Mutex::default(), count: watch::Sender::new(0), failed_handshakes: AtomicU64::new(0) });
        Self { setting, connections, permits }
    }

    /// Number of open connections.
    #[must_use]
    pub fn connections(&self) -> usize {
        self.connections.count()
    }

    /// Tells how many TLS handshakes have failed or taken too long; it outlives the server and keeps nothing of it but the number.
    pub fn failed_handshakes(&self) -> impl Fn() -> u64 + Send + Sync + use<S> {
        let connections = Arc::clone(&self.connections);
        move || connections.failed_handshakes.load(Ordering::Relaxed)
    }

    /// Accepts connections from `listener` until the result is stopped or dropped; with TLS, or in the clear without `tls`.
    #[must_use]
    pub fn listen(&self, listener: Box<dyn Listener>, tls: Option<ServerTls>) -> Running {
        let (stop, stopped) = watch::channel(());
        let local = listener.local_addr();
        let server = self.clone();
        self.setting.spawn.task("accept", Box::pin(async move { server.accept(listener, tls, stopped).await }));
        Running { local, stop }
    }

    /// A connection inside this process: the server serves one end, the caller speaks HTTP on the other. `info` comes from
    /// [`ConnInfo::in_process`].
    ///
    /// # Errors
    /// When the server is shutting down.
    pub fn connect(&self, certificates: Vec<pki::CertificateDer<'static>>) -> io::Result<Stream> {
        let entry = self.connections.enter(None).ok_or(io::ErrorKind::ConnectionRefused)?;
        let (ours, theirs) = tokio::io::duplex(PIPE);
        let setting = self.setting.clone();
        self.setting.spawn.task(
            "in-process connection",
            Box::pin(async move {
                let info = ConnInfo::new(None, certificates, false, Arc::clone(&entry.control));
                run(&setting, Box::new(ours), info, entry, Patience::Endless).await;
            }),
        );
        Ok(Box::new(theirs))
    }

    async fn accept(self, mut listener: Box<dyn Listener>, tls: Option<ServerTls>, mut stopped: watch::Receiver<()>) {
        loop {
            let next = async {
                let permit = Arc::clone(&self.permits).acquire_owned().await;
                (permit, listener.accept().await)
            };
            let (permit, accepted) = match select(std::pin::pin!(next), std::pin::pin!(stopped.changed())).await {
                Either::Left((next, _)) => next,
                Either::Right(_) => break,
            };
            // The semaphore is never closed.
            let Ok(permit) = permit else { break };
            match accepted {
                Ok(connection) => self.start(connection, tls.clone(), permit),
                Err(error) => {
                    tracing::warn!(%error, "cannot accept a connection");
                    self.setting.clock.wait(ACCEPT_PAUSE).await;
                }
            }
        }
        // In this order: whoever waits in `Running::stop` is told by the end of `stopped`, and the address must be free by then.
        drop(listener);
        drop(stopped);
    }

    fn start(&self, connection: Connection, tls: Option<ServerTls>, permit: OwnedSemaphorePermit) {
        let Some(entry) = self.connections.enter(Some(permit)) else { return };
        let setting = self.setting.clone();
        self.setting.spawn.task("connection", Box::pin(async move { serve(&setting, connection, tls, entry).await }));
    }

    /// Ends all connections: new ones are refused, idle ones closed, and the requests in progress have `grace` to finish before
    /// their connections are cut off. Listeners are stopped apart, before.
    pub async fn drain(&self, grace: Duration) -> Drained {
        self.connections.lock().closing = true;
        self.connections.tell_all(Control::end_gracefully);
        let mut count = self.connections.count.subscribe();
        let empty = count.wait_for(|open| *open == 0);
        let cut_off = match select(std::pin::pin!(empty), self.setting.clock.wait(grace)).await {
            Either::Left(_) => 0,
            Either::Right(_) => self.connections.tell_all(Control::abort),
        };
        if cut_off > 0 {
            // The channel lives as long as `self`, so this ends only with the last connection.
            let _ = self.connections.count.subscribe().wait_for(|open| *open == 0).await;
        }
        Drained { cut_off }
    }
}

/// A listener at work; stops when dropped.
#[derive(Debug)]
pub struct Running {
    local: SocketAddr,
    stop: watch::Sender<()>,
}

impl Running {
    /// The address that is listened on.
    #[must_use]
    pub fn local_addr(&self) -> SocketAddr {
        self.local
    }

    /// Takes no more connections; completes when the address is free again. Open connections go on.
    pub async fn stop(self) {
        // The loop may have ended by itself already.
        let _ = self.stop.send(());
        self.stop.closed().await;
    }
}

/// Handshake, if any, then requests. Both on the heap: while requests are served, a connection needs no room for its handshake, nor the
/// other way round.
async fn serve<S: Service>(setting: &Setting<S>, connection: Connection, tls: Option<ServerTls>, entry: Entry) {
    let shaken = match tls {
        Some(tls) => Box::pin(secure(setting, connection, &tls, &entry)).await,
        None => {
            let info = ConnInfo::new(Some(connection.peer), Vec::new(), false, Arc::clone(&entry.control));
            Some((connection.stream, info, Patience::HeadAndIdle))
        }
    };
    match shaken {
        Some((stream, info, Patience::Http1)) => Box::pin(http1::run(setting, stream, info, entry)).await,
        Some((stream, info, patience)) => Box::pin(run(setting, stream, info, entry, patience)).await,
        None => {}
    }
}

/// The connection after its handshake; none when that failed or took too long.
async fn secure<S: Service>(
    setting: &Setting<S>,
    connection: Connection,
    tls: &ServerTls,
    entry: &Entry,
) -> Option<(Stream, ConnInfo, Patience)> {
    let Connection { stream, peer } = connection;
    let control = Arc::clone(&entry.control);
    let ended = std::pin::pin!(control.ended());
    let patience = select(ended, setting.clock.wait(setting.limits.handshake));
    let mut stream = match select(std::pin::pin!(handshake(stream, tls)), patience).await {
        Either::Left((Ok(stream), _)) => stream,
        Either::Left((Err(error), _)) => {
            tracing::debug!(%error, %peer, "TLS handshake failed");
            entry.connections.failed_handshakes.fetch_add(1, Ordering::Relaxed);
            return None;
        }
        Either::Right((Either::Right(_), _)) => {
            entry.connections.failed_handshakes.fetch_add(1, Ordering::Relaxed);
            return None;
        }
        Either::Right((Either::Left(_), _)) => return None,
    };
    let (_, session) = stream.get_mut();
    session.set_buffer_limit(Some(TLS_BUFFER));
    let certificates = session.peer_certificates().unwrap_or_default().iter().map(|c| c.clone().into_owned()).collect();
    let patience = if session.alpn_protocol() == Some(b"h2") { Patience::Idle } else { Patience::Http1 };
    let info = ConnInfo::new(Some(peer), certificates, true, Arc::clone(&control));
    Some((Box::new(stream), info, patience))
}

async fn handshake(mut stream: Stream, tls: &ServerTls) -> io::Result<TlsStream<Rewound>> {
    let first = stream.read_u8().await?;
    // A TLS record begins with a small number, an HTTP method with a capital letter.
    if first.is_ascii_uppercase() {
        stream.write_all(NOT_TLS).await?;
        stream.shutdown().await?;
        return Err(io::Error::new(io::ErrorKind::InvalidData, "the client speaks HTTP without TLS"));
    }
    TlsAcceptor::from(tls.config()).accept(Rewound { first: Some(first), stream }).await
}

/// A stream of which one byte has been looked at.
struct Rewound {
    first: Option<u8>,
    stream: Stream,
}

impl AsyncRead for Rewound {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        if buffer.remaining() > 0
            && let Some(first) = self.first.take()
        {
            buffer.put_slice(&[first]);
            return Poll::Ready(Ok(()));
        }
        Pin::new(&mut self.stream).poll_read(cx, buffer)
    }
}

impl AsyncWrite for Rewound {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, data: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(cx, data)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }

    fn poll_write_vectored(mut self: Pin<&mut Self>, cx: &mut Context<'_>, data: &[io::IoSlice<'_>]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write_vectored(cx, data)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }
}
