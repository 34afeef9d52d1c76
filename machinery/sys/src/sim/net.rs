//! Connections in memory. Delivery is immediate and in order; faults are added by wrapping [`Stream`]s.

use std::collections::BTreeMap;
use std::io::{ErrorKind, Result};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::mpsc::{Receiver, Sender, channel};

use crate::{BoxFuture, Connection, Listener, Net, Stream};

/// Bytes in flight in each direction before a writer waits: what a small socket buffer holds.
const WINDOW: usize = 64 * 1024;
/// Connections that may wait to be accepted before a further connect waits.
const BACKLOG: usize = 128;
/// First of the ports that are given out.
const FIRST_PORT: u16 = 32768;

#[derive(Default)]
struct Ports {
    listeners: BTreeMap<SocketAddr, Sender<Connection>>,
    given: u16,
}

impl Ports {
    fn next(&mut self) -> u16 {
        let port = FIRST_PORT + self.given;
        self.given = (self.given + 1) % (u16::MAX - FIRST_PORT);
        port
    }
}

#[derive(Default)]
pub(super) struct MemoryNet {
    ports: Arc<Mutex<Ports>>,
}

fn lock(ports: &Mutex<Ports>) -> MutexGuard<'_, Ports> {
    ports.lock().unwrap_or_else(PoisonError::into_inner)
}

struct MemoryListener {
    ports: Arc<Mutex<Ports>>,
    local: SocketAddr,
    incoming: Receiver<Connection>,
}

impl Drop for MemoryListener {
    fn drop(&mut self) {
        lock(&self.ports).listeners.remove(&self.local);
    }
}

impl Listener for MemoryListener {
    fn local_addr(&self) -> SocketAddr {
        self.local
    }

    fn accept(&mut self) -> BoxFuture<'_, Result<Connection>> {
        Box::pin(async { self.incoming.recv().await.ok_or_else(|| ErrorKind::NotConnected.into()) })
    }
}

impl Net for MemoryNet {
    fn listen(&self, at: SocketAddr) -> BoxFuture<'static, Result<Box<dyn Listener>>> {
        let ports = Arc::clone(&self.ports);
        Box::pin(async move {
            let mut table = lock(&ports);
            let mut local = at;
            while local.port() == 0 || (at.port() == 0 && table.listeners.contains_key(&local)) {
                local.set_port(table.next());
            }
            if table.listeners.contains_key(&local) {
                return Err(ErrorKind::AddrInUse.into());
            }
            let (sender, incoming) = channel(BACKLOG);
            table.listeners.insert(local, sender);
            drop(table);
            Ok(Box::new(MemoryListener { ports, local, incoming }) as Box<dyn Listener>)
        })
    }

    fn connect(&self, to: SocketAddr) -> BoxFuture<'static, Result<Stream>> {
        let (listener, port) = {
            let mut table = lock(&self.ports);
            (table.listeners.get(&to).cloned(), table.next())
        };
        Box::pin(async move {
            let listener = listener.ok_or(ErrorKind::ConnectionRefused)?;
            let (ours, theirs) = tokio::io::duplex(WINDOW);
            let peer = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), port);
            let connection = Connection { stream: Box::new(theirs), peer };
            listener.send(connection).await.map_err(|_| ErrorKind::ConnectionRefused)?;
            Ok(Box::new(ours) as Stream)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    #[tokio::test]
    async fn connections_reach_their_listener_only() {
        let net = MemoryNet::default();
        let mut listener = net.listen("10.0.0.1:0".parse().unwrap()).await.unwrap();
        let address = listener.local_addr();
        assert_eq!(net.listen(address).await.err().unwrap().kind(), ErrorKind::AddrInUse);
        let mut client = net.connect(address).await.unwrap();
        let mut accepted = listener.accept().await.unwrap();
        client.write_all(b"hi").await.unwrap();
        drop(client);
        let mut text = String::new();
        accepted.stream.read_to_string(&mut text).await.unwrap();
        assert_eq!(text, "hi");
        drop(listener);
        assert_eq!(net.connect(address).await.err().unwrap().kind(), ErrorKind::ConnectionRefused);
    }
}
